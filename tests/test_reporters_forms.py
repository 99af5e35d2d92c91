"""The forms that other programs read hold to what those programs publish."""

import json
import xml.etree.ElementTree as ElementTree
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from helpers import written
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from newslint.base.text import LineIndex, Position, Source, Span, UnreadableStory
from newslint.model.finding import (
    About,
    Background,
    Edit,
    Entry,
    Failure,
    Finding,
    Fix,
    Place,
    Related,
    Report,
    frame,
    locate,
)
from newslint.reporters import base, checkstyle, github, gitlab, html, human, jsonl, junit, markdown, rdjson, sarif
from newslint.reporters import json as json_form
from newslint.rulebook import pack as packs
from newslint.rulebook import plugins

SCHEMAS = Path(__file__).parent / "fixtures" / "schemas"
# an emoji is two units of UTF-16 and four bytes, an é two bytes: every way to count columns differs
TEXT = "Ferry’s back\r\n\r\nÉlise 🚢 wrote “the the” <b>|end|\x0b</b> & left.\r\nThe the end.\r\n"
ABOUT = About("Nobody says it twice. Readers stumble.", "a page\n```\nof text", "error", "high", "A word said twice")


def finding(start: str, words: str, **keys) -> Finding:
    at = TEXT.index(start) + start.index(words)
    keys = {"severity": "warning", "message": f"“{words}” <stands> twice | [here](x)", **keys}
    return Finding(
        rule=keys.pop("rule", "repeated-word"),
        topic="language",
        confidence="medium",
        span=Span(at, at + len(words)),
        **keys,
    )


def report(*findings: Finding, failures=(), path="news/ä b.txt", stories=3) -> Report:
    source = Source(path, TEXT)

    def read(asked):
        if asked != path:
            raise UnreadableStory("gone")
        return source

    entries = tuple(locate(finding, source) for finding in findings)
    return Report(stories, entries, failures, lambda: Background(read, rule=lambda rule, path: ABOUT))


def full() -> Report:
    at = TEXT.index("the the")
    fix = Fix("Drop one", (Edit(Span(at + 3, at + 7), ""),), "safe")
    both = Fix("Shout", (Edit(Span(at, at + 3), "THE"), Edit(Span(at + 4, at + 7), "THÉ")))
    return report(
        finding(
            "the the",
            "the the",
            fixes=(fix, both),
            related=(Related(Span(0, 5), "see [this](y)"), Related(Span(1, 2))),
        ),
        finding("<b>|end|\x0b", "<b>|end|\x0b", severity="error", rule="leftover-markup"),
        finding("The the", "The the", severity="note"),
        failures=(Failure("x&y.txt", "it is a binary <file>"),),
    )


@cache
def validator(name: str) -> Draft202012Validator:
    schema = json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def valid(name: str, text: str):
    data = json.loads(text)
    faults = [error.message for error in validator(name).iter_errors(data)]
    assert not faults
    return data


EMPTY = Report(2, (), ())


@pytest.mark.parametrize("told", [full(), report(), EMPTY], ids=["full", "clean", "bare"])
@pytest.mark.parametrize(("name", "reporter"), [("sarif", sarif), ("gitlab", gitlab), ("rdjson", rdjson)])
def test_json_forms_hold_to_their_schemas(name, reporter, told):
    valid(name, written(reporter, told))


def test_sarif_says_all_there_is():
    run = valid("sarif", written(sarif, full()))["runs"][0]
    first = run["results"][0]
    assert first["message"]["text"] == "“the the” <stands> twice | \\[here](x)"
    region = first["locations"][0]["physicalLocation"]["region"]
    # columns in code points, from 1; the end is the column after the last
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (3, 16, 23)
    assert region["snippet"]["text"] == "the the"
    assert first["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "news/%C3%A4%20b.txt"
    assert [place["id"] for place in first["relatedLocations"]] == [0, 1]
    assert [len(fix["artifactChanges"][0]["replacements"]) for fix in first["fixes"]] == [1, 2]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["leftover-markup", "repeated-word"]
    assert [run["tool"]["driver"]["rules"][r["ruleIndex"]]["id"] for r in run["results"]] == [
        r["ruleId"] for r in run["results"]
    ]
    assert rules[0]["help"]["markdown"].startswith("````text\na page\n```")
    assert rules[1]["shortDescription"]["text"] == "A word said twice."
    assert rules[1]["helpUri"].endswith("#repeated-word")
    assert not run["invocations"][0]["executionSuccessful"]
    assert "binary" in run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]


def test_sarif_names_files_outside_the_folder_by_their_whole_address(tmp_path):
    result = json.loads(written(sarif, report(finding("The the", "The the"), path=str(tmp_path / "a b.txt"))))
    uri = result["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.startswith("file:///")
    assert uri.endswith("a%20b.txt")


def test_fingerprints_last_while_the_words_stay():
    def names(text: str) -> list[str]:
        source, at, entries = Source("a.txt", text), -1, []
        while (at := text.find("the the", at + 1)) >= 0:
            entries.append(locate(Finding("r", "t", "note", "high", "m", Span(at, at + 7)), source))
        return [name for _, name in base.with_fingerprints(entries)]

    one = names("Up went the the flag at noon.")
    assert one == names("A new first line.\n\nNow it reads: up\nUp went the the flag at noon. And more followed.\n")
    assert one != names("Down came the the flag at noon.")
    twice = names("Up went the the flag at noon.\n\nUp went the the flag at noon.")
    assert twice[0] == one[0]
    assert len(set(twice)) == 2


def test_gitlab_puts_the_rule_into_what_is_shown():
    issues = valid("gitlab", written(gitlab, full()))
    assert issues[0]["description"].startswith("repeated-word: “the the”")
    assert [issue["severity"] for issue in issues] == ["minor", "major", "info", "blocker"]
    assert len({issue["fingerprint"] for issue in issues}) == 4
    assert written(gitlab, EMPTY) == "[]\n"


def test_rdjson_counts_bytes_and_suggests_changes():
    first = valid("rdjson", written(rdjson, full()))["diagnostics"][0]
    line = TEXT.split("\r\n")[2].encode()

    def cut(found):
        return line[found["start"]["column"] - 1 : found["end"]["column"] - 1].decode()

    assert cut(first["location"]["range"]) == "the the"
    assert [cut(s["range"]) for s in first["suggestions"]] == [" the", "the the"]
    assert [s["text"] for s in first["suggestions"]] == ["", "THE THÉ"]
    assert first["code"]["url"].endswith("#repeated-word")
    assert first["related_locations"][0]["message"] == "see [this](y)"


@given(st.text(st.sampled_from("aé“😀\ud800\n"), max_size=2000), st.data())
def test_bytes_are_counted_as_if_all_before_were_encoded(text, data):
    offset = data.draw(st.integers(0, len(text)))
    assert base.Utf8Offsets(text).of(offset) == len(text[:offset].encode("utf-8", "surrogatepass"))


def test_rdjson_gives_lines_alone_where_a_story_cannot_be_read_again():
    entries = full().entries
    gone = Report(1, entries, ())  # the path is no file here
    first = valid("rdjson", written(rdjson, gone))["diagnostics"][0]
    assert first["location"]["range"] == {"start": {"line": 3}, "end": {"line": 3}}
    assert "suggestions" not in first


def test_rdjson_suggests_nothing_that_reaches_over_half_a_story():
    text = "a\nb\nc\nd\ne\nf\n"
    source = Source("a.txt", text)
    fix = Fix("Far", (Edit(Span(0, 1), "A"), Edit(Span(10, 11), "F")))
    entry = locate(Finding("r", "t", "note", "high", "m", Span(0, 1), (), (fix,)), source)
    told = Report(1, (entry,), (), lambda: Background(lambda path: source))
    assert "suggestions" not in json.loads(written(rdjson, told))["diagnostics"][0]


def test_jsonl_is_one_object_a_line():
    lines = [json.loads(line) for line in written(jsonl, full()).splitlines()]
    assert [line["type"] for line in lines] == ["run", "finding", "finding", "finding", "failure"]
    assert lines[0]["schema"] == 1
    assert lines[1]["match"] == "the the"


# What JUnit readers know (the schema that Jenkins' plugin publishes), as facts: children and attributes by element.
JUNIT = {
    "testsuites": ({"testsuite"}, {"name", "tests", "failures", "errors", "time", "disabled"}),
    "testsuite": (
        {"testcase", "properties", "system-out", "system-err"},
        {"name", "tests", "failures", "errors", "skipped", "time"},
    ),
    "testcase": ({"failure", "error", "skipped", "system-out", "system-err"}, {"name", "classname", "time"}),
    "failure": (set(), {"message", "type"}),
    "error": (set(), {"message", "type"}),
    "system-out": (set(), set()),
}
CHECKSTYLE = {
    "checkstyle": ({"file"}, {"version"}),
    "file": ({"error"}, {"name"}),
    "error": (set(), {"line", "column", "severity", "message", "source"}),
}


def structured(text: str, known) -> ElementTree.Element:
    root = ElementTree.fromstring(text.encode())
    for element in root.iter():
        children, attributes = known[element.tag]
        assert {child.tag for child in element} <= children
        assert set(element.attrib) <= attributes
    return root


@pytest.mark.parametrize("told", [full(), report(), EMPTY], ids=["full", "clean", "bare"])
def test_junit_counts_what_it_holds(told):
    root = structured(written(junit, told), JUNIT)
    cases = list(root.iter("testcase"))
    assert int(root.get("tests")) == len(cases) == sum(int(s.get("tests")) for s in root)
    assert int(root.get("failures")) == len(list(root.iter("failure")))
    assert int(root.get("errors")) == len(list(root.iter("error")))
    assert all(n == 1 for n in Counter((c.get("classname"), c.get("name")) for c in cases).values())


def test_junit_fails_at_errors_and_warnings_and_lets_notes_pass():
    root = structured(written(junit, full()), JUNIT)
    assert [f.get("type") for f in root.iter("failure")] == ["warning", "error"]
    assert root.find(".//system-out") is not None
    assert root.find(".//error").get("message") == "could not be checked: it is a binary <file>"
    assert root[-1][0].get("name") == "2 stories without findings"


def test_checkstyle_holds_what_xml_can():
    root = structured(written(checkstyle, full()), CHECKSTYLE)
    assert [f.get("name") for f in root] == ["news/ä b.txt", "x&y.txt"]
    assert [e.get("severity") for e in root[0]] == ["warning", "error", "info"]
    assert root[0][1].get("message") == "“<b>|end|\ufffd” <stands> twice | [here](x)"


def test_xml_keeps_line_ends_and_drops_what_it_cannot_hold():
    text = 'a\r\n\t"<&>\x00\x1f\ud800\ufffe'
    assert ElementTree.fromstring(f'<a b="{base.xml(text)}"/>').get("b") == 'a\r\n\t"<&>\ufffd\ufffd\ufffd\ufffd'


def test_a_markdown_table_keeps_its_cells(monkeypatch):
    monkeypatch.delenv("GITHUB_SHA", raising=False)
    rows = [line for line in written(markdown, full()).splitlines() if line.startswith("| ")]
    assert [row.split(" | ")[1] for row in rows[1:]] == ["error", "warning", "note"]
    assert "“\\<b\\>\\|end\\| ” \\<stands\\> twice \\| \\[here\\](x)" in rows[1]
    assert all(row.replace("\\|", "").count("|") == 6 for row in rows[1:])


def test_a_markdown_table_links_to_the_commit_on_github(monkeypatch):
    for name, value in (("SERVER_URL", "https://github.com"), ("REPOSITORY", "o/r"), ("SHA", "abc")):
        monkeypatch.setenv(f"GITHUB_{name}", value)
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    assert "(https://github.com/o/r/blob/abc/news/%C3%A4%20b.txt?plain=1#L3)" in written(markdown, full())


def test_a_markdown_table_ends_somewhere():
    many = [finding("The the", "The the") for _ in range(markdown.MOST + 7)]
    out = written(markdown, report(*many))
    assert out.count("\n| news") == markdown.MOST
    assert "\n7 findings more: " in out


def test_paths_are_relative_with_slashes(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert base.shown_path(str(tmp_path / "a" / "b.txt")) == "a/b.txt"
    assert base.shown_path("./a/./b.txt") == "a/b.txt"
    assert base.shown_path(str(tmp_path.parent / "b.txt")).endswith("/b.txt")
    assert base.shown_path("../b.txt") == "../b.txt"


def test_only_rules_of_newslint_have_a_page():
    assert base.rule_link("repeated-word", "language").endswith("docs/rules.md#repeated-word")
    assert base.rule_link("unattributed-quote", "quotes").endswith("#unattributed-quote")
    assert base.rule_link("town-names", "names") == ""
    assert base.rule_link("courts/oxbridge", "names") == ""


def test_every_rule_page_that_reports_link_to_exists():
    page = (Path(__file__).parent.parent / "docs" / "rules.md").read_text(encoding="utf-8")
    assert base.RULE_PAGES.startswith(base.HOME)
    for rule in packs.load(plugins.load("")).rules.values():
        assert base.rule_link(rule.id, rule.topic) == f"{base.RULE_PAGES}#{rule.id}"
        assert f"\n## {rule.id}\n" in page


def test_a_place_without_a_line_is_no_stumbling_block():
    entry = Entry("r", "t", "note", "high", "m", Place("a.txt", Position(0, 1, 1), Position(0, 1, 1), ""))
    for reporter in (sarif, gitlab, rdjson, junit, checkstyle, markdown, jsonl):
        assert written(reporter, Report(1, (entry,), ()))
    assert frame(Source("a", ""), Span(0, 0)).text == ""
    assert LineIndex("").position(0).line == 1


@st.composite
def stretches(draw):
    text = draw(st.text(alphabet="ab é“🚢\u0301\r\n\t<&|", min_size=1, max_size=60))
    start = draw(st.integers(0, len(text)))
    return text, start, draw(st.integers(start, len(text)))


@given(stretches())
def test_every_way_to_count_columns_comes_to_the_same_words(drawn):
    text, start, end = drawn
    source = Source("a.txt", text)
    fix = Fix("Mend", (Edit(Span(start, end), "x"),), "safe")
    entry = locate(Finding("r", "t", "note", "high", "m", Span(start, end), (), (fix,)), source)
    one = Report(1, (entry,), (), lambda: Background(lambda path: source))
    found = valid("rdjson", written(rdjson, one))["diagnostics"][0]
    lines = text.encode().split(b"\n")  # as git and reviewdog have them
    for at in (found["location"]["range"], found["suggestions"][0]["range"]):
        places = [sum(len(line) + 1 for line in lines[: p["line"] - 1]) + p["column"] - 1 for p in at.values()]
        assert text.encode()[slice(*places)].decode() == text[start:end]
    region = valid("sarif", written(sarif, one))["runs"][0]["results"][0]["locations"][0]["physicalLocation"][
        "region"
    ]
    starts = [LineIndex(text).span(region[key]).start for key in ("startLine", "endLine")]
    assert (starts[0] + region["startColumn"] - 1, starts[1] + region["endColumn"] - 1) == (start, end)
    structured(written(junit, one), JUNIT)
    structured(written(checkstyle, one), CHECKSTYLE)


def _fingerprints(newslint, form, *paths):
    out = newslint("check", *paths, "--no-cache", "--format", form).out
    if form == "json":
        return [f["fingerprint"] for f in json.loads(out)["findings"]]
    if form == "jsonl":
        return [f["fingerprint"] for f in map(json.loads, out.splitlines()) if f["type"] == "finding"]
    if form == "gitlab":
        return [f["fingerprint"] for f in json.loads(out)]
    return [f["partialFingerprints"]["newslint/v1"] for f in json.loads(out)["runs"][0]["results"]]


def test_a_fingerprint_is_one_a_finding_in_all_forms_and_outlasts_lines_above_and_a_new_name(newsroom, newslint):
    line = "They agreed to to come on Monday.\n\n"
    story = newsroom / "a.txt"
    story.write_text(f"A headline of a story\n\n{line * 3}", encoding="utf-8")
    (newsroom / "b.txt").write_text(f"A headline of a story\n\n{line * 2}", encoding="utf-8")
    found = _fingerprints(newslint, "json", ".")
    assert len(found) == len(set(found)) >= 5
    assert all(_fingerprints(newslint, form, ".") == found for form in ("json", "jsonl", "gitlab", "sarif"))
    (newsroom / "b.txt").unlink()
    before = _fingerprints(newslint, "json", "--select", "repeated-word", ".")
    story.write_text(f"A headline of a story\n\nIt rained all day.\n\n{line * 3}", encoding="utf-8")
    assert _fingerprints(newslint, "json", "--select", "repeated-word", ".") == before
    story.rename(newsroom / "c.txt")
    assert _fingerprints(newslint, "json", "--select", "repeated-word", ".")[0] == before[0]


def test_every_form_tells_the_record_where_a_file_has_several_stories():
    [entry] = report(finding("the the", "the the")).entries
    of_record = Report(
        3, (entry._replace(record="17, id abc|d"),), (), lambda: Background(_gone, rule=lambda rule, path: ABOUT)
    )
    plain = Report(3, (entry,), (), lambda: Background(_gone, rule=lambda rule, path: ABOUT))
    for form in (checkstyle, github, gitlab, html, human, json_form, jsonl, junit, markdown, rdjson, sarif):
        said = written(form, of_record)
        assert "17, id abc" in said, form.__name__
        assert "record" not in written(form, plain).replace("recorded", ""), form.__name__
    assert "-->" in written(human, of_record)
    assert f":{entry.place.start.line}:{entry.place.start.column} (record 17, id abc|d)" in written(human, of_record)
    [told] = json.loads(written(json_form, of_record))["findings"]
    assert told["record"] == "17, id abc|d"
    [result] = json.loads(written(sarif, of_record))["runs"][0]["results"]
    assert result["locations"][0]["logicalLocations"] == [{"name": "record 17, id abc|d", "kind": "element"}]
    valid("sarif", written(sarif, of_record))


def _gone(path):
    raise UnreadableStory("gone")
