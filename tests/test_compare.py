"""`newslint compare`: what is newly found and no longer found is told once, wherever its story went."""

import json
from collections import Counter

import pytest
from helpers import FAULTY, sampled, write
from hypothesis import given
from hypothesis import strategies as st

from newslint.base.errors import NewslintError
from newslint.base.text import Source, Span

# private: no command line can hold as many reports as these are asked about
from newslint.commands._comparing import compared
from newslint.commands._kept_report import KeptFinding, KeptReport, read_report
from newslint.model.finding import Finding, locate
from newslint.reporters.base import with_fingerprints

LINE = "They agreed to to come on Monday.\n\n"
HEAD = "A headline of a story\n\n"


@pytest.fixture
def kept(newsroom, newslint):
    """Write a report of all stories; gives its name."""
    write(newsroom, "newslint.yaml", "rules: {lede-length: {max-words: 3, severity: note}}\n")

    def write_report(name, *options, form="json"):
        newslint("check", ".", "--no-cache", "--format", form, "--output", name, *options)
        return name

    return write_report


def changes(newslint, *arguments):
    """The paths and rules of what is newly found, and of what is found no longer."""
    told = newslint("compare", *arguments, "--format", "json").report
    return tuple([(each["path"], each["rule"]) for each in told[side]] for side in ("found", "gone"))


def test_a_rule_that_is_switched_on_and_one_that_is_switched_off_are_told(newsroom, newslint, kept):
    write(newsroom, "a.txt", FAULTY)
    write(newsroom, "b.txt", HEAD + LINE)
    old = kept("old.json", "--select", "repeated-word")
    new = kept("new.json", "--select", "lede-length")
    done = newslint("compare", old, new)
    assert done.code == 0
    assert "2 newly found, 2 found no longer, 0 in both." in done.out
    assert "     2          0  lede-length" in done.out
    assert "     0          2  repeated-word" in done.out
    assert "a.txt:3:20: warning [repeated-word] “to” is repeated" in done.out
    assert newslint("compare", old, new, "--fail-on-new").code == 1
    assert newslint("compare", old, old, "--fail-on-new").code == 0


@pytest.mark.parametrize("forms", [("json", "jsonl"), ("jsonl", "json"), ("jsonl", "jsonl")])
def test_json_lines_are_read_too(newsroom, newslint, kept, forms):
    write(newsroom, "a.txt", FAULTY)
    old, new = (kept(f"{n}.json", form=form) for n, form in enumerate(forms))
    assert changes(newslint, old, new) == ([], [])
    assert newslint("compare", old, new, "--format", "json").report["same"] > 0


def test_lines_above_and_a_new_name_change_nothing(newsroom, newslint, kept):
    only = ("--select", "repeated-word")
    write(newsroom, "a.txt", HEAD + LINE * 3)
    write(newsroom, "b.txt", HEAD + LINE * 2)
    old = kept("old.json", *only)
    write(newsroom, "b.txt", HEAD + "It rained all day.\n\n" + LINE * 2)
    (newsroom / "b.txt").rename(newsroom / "0.txt")
    told = newslint("compare", old, kept("new.json", *only), "--format", "json").report
    assert (told["found"], told["gone"], told["same"]) == ([], [], 5)
    assert told["moved"] > 0


def test_where_the_first_of_several_alike_is_mended_that_one_is_told(newsroom, newslint, kept):
    only = ("--select", "repeated-word")
    for name in ("a.txt", "b.txt", "c.txt"):
        write(newsroom, name, HEAD + LINE)
    old = kept("old.json", *only)
    write(newsroom, "a.txt", HEAD + LINE.replace("to to", "to"))
    found, gone = changes(newslint, old, kept("new.json", *only))
    assert found == []
    assert len(gone) == 1


def test_a_story_that_can_no_longer_be_read_is_told_and_fails(newsroom, newslint, kept):
    write(newsroom, "a.txt", FAULTY)
    old = kept("old.json")
    (newsroom / "a.txt").write_bytes(b"a\0b")
    done = newslint("compare", old, kept("new.json"), "--fail-on-new")
    assert done.code == 1
    assert "could be checked before, and no longer\n  a.txt: it is a binary file" in done.out


def test_markdown_makes_a_table_and_escapes_what_stories_say(newsroom, newslint, kept):
    write(newsroom, "a|b.txt", HEAD + "They met the the @desk | on Monday.\n")
    old = kept("old.json", "--ignore", "repeated-word")
    out = newslint("compare", old, kept("new.json"), "--format", "markdown").out
    assert "| repeated-word | 1 | 0 |" in out
    assert "- a\\|b.txt:3:" in out


def test_what_strangers_wrote_is_shown_escaped(newsroom, newslint, kept):
    write(newsroom, "a.txt", FAULTY)
    old = kept("old.json", "--select", "lede-length")
    data = json.loads((newsroom / old).read_text("utf-8"))
    data["findings"].append({**data["findings"][0], "message": "x\x1b[2J\n::error::y", "fingerprint": "1"})
    write(newsroom, "new.json", json.dumps(data))
    for form in ("human", "json", "markdown"):
        out = newslint("compare", old, "new.json", "--format", form).out
        assert "\x1b" not in out
        assert "\n::error" not in out


SARIF = '{"$schema": "x", "version": "2.1.0", "runs": []}'
GOOD = '{"schema": 1, "tool": {"name": "newslint", "version": "0.1.0"}, "stories": 1, "findings": [], "failures": []}'
RUN = '{"type": "run", "schema": 1, "tool": {"name": "newslint", "version": "0.1.0"}, "stories": 1, "findings": 2}'
BAD = [
    ("", "1: this report is empty"),
    ("a.txt:1:1: warning\n", "1:1: this is not JSON"),
    ("[]", "1: this is not a report by newslint: it should be one JSON object"),
    (SARIF, "1: this is not a report by newslint as JSON: it is SARIF"),
    ('{"source": {}, "diagnostics": []}', "it is a report for reviewdog"),
    (GOOD.replace('"newslint"', '"vale"'), "it is one by vale"),
    ('{"schema": 1, "findings": [\nnull]}', "this is not a report by newslint as JSON"),
    (GOOD.replace('"schema": 1', '"schema": 2'), "this newslint reads reports of schema 1, not 2"),
    (GOOD.replace('"schema": 1', '"schema": true'), "this newslint reads reports of schema 1, not True"),
    (GOOD.replace('"stories": 1', '"stories": "all"'), "“stories” must be a number"),
    (GOOD.replace('"findings": [], ', ""), "“findings” with a list is missing"),
    (GOOD[:-20], "1:90: this report was cut short"),
    (GOOD.replace("1,", "NaN,", 1), "a number that JSON does not have"),
    (GOOD.replace("1,", "9" * 5000 + ",", 1), "a number that JSON does not have"),
    (GOOD.replace("[]", "[\n{},\n7\n]", 1), "2: finding 1 is not a finding as newslint writes it: “rule” must be"),
    (GOOD.replace('"failures": []', '"failures": [7]'), "failure 1 is not a failure"),
    ('{"a":' * 100_000, "nested too deeply"),
    (f"{RUN}\n", "this report was cut short: it speaks of 2 findings and has 0"),
    (f'{RUN}\n{{"type": "finding"}}\n', "2: this line is not a finding as newslint writes it"),
    (f'{RUN}\n{{"type": "find', "2:10: this report was cut short"),
    (f'{RUN}\n{{"type": "failure"}}\n', "2: this line is not a failure"),
    ('{"type": "failure"}\n{}\n', "its first line must be of the type “run”"),
    (b"\n\xff\xfe", "2: this is not JSON: it is not UTF-8 text"),
]


@pytest.mark.parametrize(("text", "said"), BAD, ids=[said[:50] for _, said in BAD])
@pytest.mark.parametrize("place", [0, 1])
def test_what_is_no_report_is_refused_with_its_file_and_line(newsroom, newslint, text, said, place):
    write(newsroom, "good.json", GOOD)
    (newsroom / "bad.json").write_bytes(text if isinstance(text, bytes) else text.encode())
    names = ["good.json", "good.json"]
    names[place] = "bad.json"
    done = newslint("compare", *names)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("newslint: bad.json:")
    assert said in done.err
    assert len(done.err.splitlines()) == 2, "what to do stands below"


def test_one_that_is_missing_or_too_large_is_refused(newsroom, newslint):
    write(newsroom, "good.json", GOOD)
    assert "it cannot be opened: no such file" in newslint("compare", "good.json", "none.json").err
    with (newsroom / "large.json").open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    done = newslint("compare", "large.json", "good.json")
    assert done.code == 2
    assert "larger than 48 MB" in done.err
    assert "one folder or topic at a time" in done.err


def test_a_large_file_that_is_none_is_refused_with_little_work(newsroom):
    for unit in ("[", "9", '{"a":', " ", "\n"):
        write(newsroom, "bad.json", unit * (2_000_000 // len(unit)))
        with pytest.raises(NewslintError):
            read_report("bad.json")


def test_one_that_another_program_laid_out_is_read(newsroom, newslint, kept):
    write(newsroom, "a.txt", FAULTY)
    old = kept("old.json")
    data = json.loads((newsroom / old).read_text("utf-8"))
    write(newsroom, "new.json", "\ufeff" + json.dumps(data, indent=4).replace("\n", "\r\n"))
    assert changes(newslint, old, "new.json") == ([], [])
    data["findings"][-1].pop("start")
    write(newsroom, "bad.json", json.dumps(data, indent=4))
    with pytest.raises(NewslintError) as caught:
        read_report("bad.json")
    lines = (newsroom / "bad.json").read_text("utf-8").splitlines()
    assert lines[caught.value.line - 1].strip() == "{"
    assert lines[caught.value.line].strip().startswith('"rule"')


# --- by property: findings placed anywhere, then some stories renamed, some findings mended

STORIES = st.dictionaries(
    st.sampled_from(["a.txt", "b.txt", "c.txt", "d.txt"]),
    st.lists(st.sampled_from(["the the", "to to", "was was", "plain"]), max_size=5),
    min_size=1,
)


def report_on(stories):
    """A report on stories of these lines, each of which may hold a finding."""
    entries = []
    for path, lines in sorted(stories.items()):
        source = Source(path, "".join(f"So {words} they came.\n" for words in lines))
        for n, words in enumerate(lines):
            if words != "plain":
                at = sum(len(f"So {each} they came.\n") for each in lines[:n]) + 3
                entries.append(locate(Finding("r", "t", "note", "high", words, Span(at, at + len(words))), source))
    findings = [
        KeptFinding("r", "note", e.place.path, e.place.start.line, 1, e.message, e.place.match, name, "", {})
        for e, name in with_fingerprints(entries)
    ]
    return KeptReport("r.json", "0", len(stories), findings, [])


@given(STORIES, STORIES, st.permutations(["a.txt", "b.txt", "c.txt", "d.txt"]))
def test_renamed_stories_are_never_told_and_what_is_left_is_counted_right(old, new, names):
    renamed = dict(zip(["a.txt", "b.txt", "c.txt", "d.txt"], names, strict=True))
    same = compared(report_on(old), report_on({renamed[path]: lines for path, lines in old.items()}))
    assert (same.found, same.gone) == ([], [])
    told = compared(report_on(old), report_on(new))
    before, after = (
        Counter(words for lines in each.values() for words in lines if words != "plain") for each in (old, new)
    )
    assert Counter(each.match for each in told.found) == after - before
    assert Counter(each.match for each in told.gone) == before - after


def test_many_findings_alike_in_many_stories_are_compared_in_little_work():
    stories = {f"{n:05}.txt": ["the the"] * 3 for n in range(sampled(range(8_000))[-1])}
    assert compared(report_on(stories), report_on({f"x{path}": lines for path, lines in stories.items()})).found == []
    different = {f"{n:05}.txt": [f"w{n} w{n}"] for n in range(2_000)}
    different = {path: [*lines, "the the"] for path, lines in different.items()}
    told = compared(report_on(different), report_on({f"x{path}": lines for path, lines in different.items()}))
    assert (told.found, told.gone) == ([], [])
