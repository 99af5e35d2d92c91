"""The command line: what it prints and what it exits with."""

import io
import json
import os
import subprocess
import sys

import pytest
from helpers import FAULTY, write

from newslint.base.ending import Stopped
from newslint.base.errors import near_miss
from newslint.cli import main


def stdin(monkeypatch, data: bytes):
    monkeypatch.setattr(sys, "stdin", type("S", (), {"buffer": io.BytesIO(data)})())


def test_a_clean_story_is_silent_and_exits_with_0(newsroom, newslint, clean_story):
    (newsroom / "a.txt").write_text(clean_story, encoding="utf-8")
    done = newslint("check", "a.txt")
    assert (done.code, done.out) == (0, "1 story checked: nothing found.\n")


def test_a_finding_exits_with_1_and_shows_the_line(faulty, newslint):
    done = newslint("check", "a.txt", "--select", "repeated-word")
    assert done.code == 1
    assert "a.txt:3:" in done.out.replace("\\", "/")
    assert "The council agreed to to close" in done.out
    assert "newslint explain repeated-word" in done.out
    assert "\033[" not in done.out


def test_the_json_report_is_schema_1(faulty, newslint):
    report = newslint("check", "a.txt", "--format", "json", "--select", "repeated-word").report
    assert set(report) == {"schema", "tool", "stories", "findings", "failures"}
    assert report["schema"] == 1
    (finding,) = report["findings"]
    assert set(finding) == {
        "rule", "topic", "severity", "confidence", "path", "message", "match", "start", "end", "related", "fixes", "fingerprint",
    }  # fmt: skip
    assert set(finding["start"]) == {"offset", "line", "column"}
    assert FAULTY[finding["start"]["offset"] : finding["end"]["offset"]] == finding["match"]
    for fix in finding["fixes"]:
        assert set(fix) == {"title", "safety", "edits"}
        assert all(set(edit) == {"start", "end", "text"} for edit in fix["edits"])


def test_standard_input_is_a_story_with_a_name(newsroom, newslint, monkeypatch):
    stdin(monkeypatch, FAULTY.encode())
    done = newslint("check", "-", "--stdin-name", "news/x.txt", "--format", "json", "--select", "repeated-word")
    assert [f["path"] for f in done.report["findings"]] == ["news/x.txt"]
    stdin(monkeypatch, b"\x00")
    done = newslint("check", "-", "--format", "json")
    assert (done.code, done.report["failures"][0]["path"]) == (2, "stdin.txt")
    stdin(monkeypatch, FAULTY.encode())
    assert newslint("show", "-", "--format", "json").report["stories"][0]["path"] == "stdin.txt"


def test_a_report_can_go_to_a_file_whole_or_not_at_all(faulty, newslint, newsroom):
    assert newslint("check", "a.txt", "--format", "json", "--output", "report.json").out == ""
    assert json.loads((newsroom / "report.json").read_text(encoding="utf-8"))["stories"] == 1
    done = newslint("check", "a.txt", "--output", "no/such/folder/r.json")
    assert (done.code, "cannot be written" in done.err) == (2, True)


def test_statistics_count_by_rule(faulty, newslint):
    assert "      1  repeated-word (warning)" in newslint("check", "a.txt", "--statistics").out


def test_the_output_is_the_same_whatever_the_order_of_arguments(newsroom, newslint):
    for name in ("b.txt", "a.txt"):
        (newsroom / name).write_text(FAULTY, encoding="utf-8")
    assert newslint("check", "b.txt", "a.txt", "a.txt").out == newslint("check", "a.txt", "b.txt").out


DATELINED = (
    "Market hall opens\n\nOSTERVIK, Wis., and CHICAGO, Oct 22 (Reuters) - The hall opened again on Tuesday after two "
    "years of work, the city said.\n"
)


def test_show_gives_the_dateline_with_its_parts_beside_the_zones(newsroom, newslint):
    write(newsroom, "a.txt", DATELINED)
    (story,) = newslint("show", "a.txt", "--format", "json").report["stories"]
    found, parts = story["dateline"], story["dateline"]["parts"]
    assert DATELINED[found["start"]["offset"] : found["end"]["offset"]] == found["text"]
    assert found["text"] == "OSTERVIK, Wis., and CHICAGO, Oct 22 (Reuters) -"
    assert [(each["city"]["text"], each["region"] and each["region"]["text"]) for each in parts["places"]] == [
        ("OSTERVIK", "Wis."),
        ("CHICAGO", None),
    ]
    for part in (parts["date"], parts["agency"], parts["places"][1]["city"]):
        assert DATELINED[part["start"]["offset"] : part["end"]["offset"]] == part["text"]
    assert [zone["kind"] for zone in story["zones"]] == ["headline", "body"]


def test_show_tells_people_of_the_dateline(newsroom, newslint):
    write(newsroom, "a.txt", DATELINED)
    assert "dateline: OSTERVIK, Wis.; CHICAGO; date Oct 22; agency Reuters (line 3)" in newslint("show", "a.txt").out


def test_a_story_without_a_dateline_has_none(newsroom, newslint):
    write(newsroom, "a.txt", "Market hall opens\n\nThe hall opened again on Tuesday after two years of work.\n")
    assert newslint("show", "a.txt", "--format", "json").report["stories"][0]["dateline"] is None


def test_show_prints_zones_and_quotations(newsroom, newslint):
    (newsroom / "a.txt").write_text("Head of the story\n\n“We lost it all,” said Ana Ruiz.\n", encoding="utf-8")
    out = newslint("show", "a.txt").out
    assert "headline    Head of the story" in out
    assert "attributed" in out
    assert "Ana Ruiz" in out


def test_explain_gives_reason_examples_and_how_to_switch_it_off(newsroom, newslint):
    out = newslint("explain", "unattributed-quote").out
    for part in ("unattributed-quote (quotes;", "[[", "rules: {unattributed-quote: off}"):
        assert part in out
    done = newslint("explain", "unatributed-quote")
    assert (done.code, "did you mean “unattributed-quote”?" in done.err) == (2, True)


def test_explain_tells_of_a_topic_what_its_rules_find(newsroom, newslint):
    listed = newslint("explain", "quotes").out
    assert listed.startswith("quotes:\n")
    whole = [line.split() for line in newslint("rules").out.splitlines()]  # there ids are as wide as the widest
    assert all(line.split() in whole for line in listed.splitlines())


@pytest.mark.parametrize(("word", "hint"), [
    ("repeated-wrd", "did you mean “repeated-word” or “repeated-line”?"),
    ("REPEATED-WORD", "did you mean “repeated-word” or “repeated-line”?"),
    ("repeated-lime", "did you mean “repeated-line” or “repeated-word”?"),
    ("repeated", "did you mean “repeated-line”, “repeated-word” or “repeated-words-of-a-name”?"),
    ("zzz", "rules lists them"),
])  # fmt: skip
def test_a_word_that_is_not_known_is_met_with_the_three_nearest(word, hint):
    known = ["repeated-word", "repeated-line", "repeated-words-of-a-name", *(f"rule-{n}" for n in range(20))]
    assert near_miss(word, known, "rules lists them") == hint


def test_where_nothing_is_near_few_words_are_listed_and_many_are_not():
    assert near_miss("zzz", ["b", "a"]) == "known are: a, b"
    assert near_miss("zzz", []) == ""
    assert near_miss("zzz", [f"rule-{n:02}" for n in range(20)]).count("rule-") == 3


def test_rules_lists_every_rule_by_topic(newsroom, newslint):
    out = newslint("rules").out
    assert "quotes:\n" in out
    assert "warning  A quotation that nobody is named as saying\n" in out
    data = newslint("rules", "--format", "json").report
    assert data["schema"] == 1
    assert {"id", "topic", "severity", "default", "kind", "finds", "evidence"} <= set(data["rules"][0])


def test_test_runs_examples_and_says_which_fail(newsroom, newslint):
    assert newslint("test", "percent-form").out == "6 examples hold.\n"
    assert newslint("test", "numbers").code == 0
    rule = "id: x-y\nkind: existence\ntopic: language\nmessage: m\nwhy: w\nterms: [a]\nexamples: [{good: a}]\n"
    (newsroom / "x-y.yaml").write_text(rule, encoding="utf-8")
    done = newslint("test", "x-y.yaml")
    assert (done.code, "0 examples hold, 1 do not" in done.out) == (1, True)
    assert newslint("test", "no-such-rule").code == 2


def test_test_counts_and_shows_hits_on_a_folder_of_stories(faulty, newsroom, newslint):
    rule = "id: x-y\nkind: existence\ntopic: language\nmessage: m\nwhy: w\nterms: [council]\nexamples: [{good: a}]\n"
    (newsroom / "x-y.yaml").write_text(rule, encoding="utf-8")
    out = newslint("test", "x-y.yaml", "repeated-word", "--corpus", ".").out
    assert "x-y: 1 hit in 1 of 1 stories\n  a.txt:3: The ⟦council⟧ agreed" in out
    assert "repeated-word: 1 hit in" in out


def test_corpus_reads_every_story_but_reports_only_in_the_named_ones(newsroom, newslint):
    line = "Tap here to hear the whole of this week in brief"
    for n in range(6):
        body = f"Head of story {n}\n\nThe council met on day {n} of the week to talk about bridges.\n\n{line}\n\nIt will meet again.\n"
        (newsroom / f"{n}.txt").write_text(body, encoding="utf-8")
    select = ("--select", "repeated-line", "--format", "json")
    assert newslint("check", "1.txt", *select).rules == []
    found = newslint("check", "1.txt", "--corpus", *select).report["findings"]
    assert [f["path"] for f in found] == ["1.txt"]
    (once,) = newslint("check", ".", *select).report["findings"]  # one a run for a line, wherever it stands
    assert {place["path"] for place in once["related"]} == {f"{n}.txt" for n in range(1, 6)}


def test_python_m_newslint_is_the_command_line():
    done = subprocess.run(
        [sys.executable, "-m", "newslint", "--version"], capture_output=True, text=True, check=False
    )
    assert done.stdout.startswith("newslint ")


def test_a_reader_that_goes_away_is_no_error():
    done = subprocess.run(
        f'"{sys.executable}" -m newslint rules | head -1', shell=True, capture_output=True, text=True, check=False
    )
    assert "Traceback" not in done.stderr
    assert done.stdout.count("\n") == 1


def test_checking_one_story_loads_nothing_heavy(newsroom, clean_story):
    (newsroom / "a.txt").write_text(clean_story, encoding="utf-8")
    code = (
        "import sys; from newslint.cli import main; main(['check', 'a.txt']);"
        "print([m for m in ('typing', 'textstat', 'nltk', 'pluggy', 'inspect', 'argparse', 'hashlib', 'locale', 'pathlib', 'ruamel', 'rapidfuzz', 'difflib', 'shutil', 'pyromark', 'dataclasses', 'importlib.metadata', 'asyncio',"
        " 'encodings.cp437', 'newslint.analyses.names.mentions', 'newslint.matcher._syntax', 'newslint.matcher._terms',"
        " 'multiprocessing', 'rich', 'pathspec', 'hypothesis') if m in sys.modules])"
    )
    plain = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    for _ in range(2):  # the YAML of the rules is read once, then kept
        done = subprocess.run([sys.executable, "-c", code], env=plain, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_fault_of_our_own_leaves_lines_to_report_and_no_trace(faulty, newslint, monkeypatch):
    from newslint.run import run

    monkeypatch.setattr(run, "check", lambda *_, **__: 1 / 0)
    done = newslint("check", "a.txt")
    assert done.code == 2
    assert "a fault of newslint" in done.err
    assert "ZeroDivisionError" in done.err
    assert "Traceback" not in done.err
    monkeypatch.setenv("NEWSLINT_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        newslint("check", "a.txt")


@pytest.mark.parametrize(("line", "said"), [
    ("", "say what to do"), ("chek a.txt", "did you mean “check”?"), ("stories/ --quiet", "“newslint check STORY”"),
])  # fmt: skip
def test_a_line_that_names_no_command_is_told_what_to_type(line, said, capsys):
    with pytest.raises(SystemExit) as end:
        main(line.split())
    err = capsys.readouterr().err
    assert (end.value.code, said in err, "invalid choice" in err) == (2, True, False)


@pytest.mark.parametrize(("stop", "code"), [(Stopped(15), 143), (Stopped(1), 129), (KeyboardInterrupt(), 130)])
def test_a_run_that_is_stopped_while_it_reads_its_command_line_says_nothing(newslint, monkeypatch, stop, code):
    def stopped(argv):
        raise stop

    monkeypatch.setattr("newslint.cli.read", stopped)
    assert newslint("check") == (code, "", "")


@pytest.mark.parametrize(("stop", "code"), [(Stopped(15), 143), (KeyboardInterrupt(), 130)])
def test_a_run_that_is_stopped_before_it_begins_says_nothing(monkeypatch, stop, code):
    def stopped():
        raise stop

    monkeypatch.setattr("newslint.cli.ending.clean_up_first", stopped)
    monkeypatch.setattr("newslint.cli.gc.freeze", lambda: None)  # this process goes on
    assert main() == code


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="Linux has a disk that is always full")
@pytest.mark.parametrize("arguments", ["check a.txt > /dev/full", "check a.txt --output /dev/full", "check - <&-"])
def test_what_the_system_refuses_is_no_fault_of_newslint(newsroom, clean_story, arguments):
    (newsroom / "a.txt").write_text(clean_story, encoding="utf-8")
    command = f'"{sys.executable}" -m newslint {arguments}'
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "fault of newslint" not in done.stderr
    assert "no space left" in done.stderr.lower() or "standard input" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="a shell of POSIX")
def test_a_closed_output_is_no_fault(newsroom, clean_story):
    (newsroom / "a.txt").write_text(clean_story, encoding="utf-8")
    done = subprocess.run(
        f'"{sys.executable}" -m newslint check a.txt >&-', shell=True, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
