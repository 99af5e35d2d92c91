"""Fixes in reports are exact: applied by what SARIF and rdjson say, they give what `newslint fix` gives."""

import gzip
import json
import re

import pytest
from helpers import stories, workspace, write, written
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from newslint.base.text import Source, Span
from newslint.model.finding import Background, Edit, Finding, Fix, Report, locate
from newslint.reporters import rdjson, sarif
from newslint.run.fix_stories import fix_bytes
from newslint.run.run import Request, check_bytes

ROUNDS = 10


def applied(text, changes):
    """A text (or bytes) with changes made: (start, end, what comes there), in any order, none over another."""
    for start, end, new in sorted(changes, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def changes_of_rdjson(suggestion, data):
    """What a suggestion changes, in bytes of the file, as reviewdog's format defines it."""
    lines = data.split(b"\n")
    start, end = (
        sum(len(line) + 1 for line in lines[: at["line"] - 1]) + at["column"] - 1
        for at in (suggestion["range"]["start"], suggestion["range"]["end"])
    )
    return [(start, end, suggestion["text"].encode())]


def changes_of_sarif(fix, text, run):
    """What a fix changes, in code points of the text, as SARIF defines it."""
    assert run["columnKind"] == "unicodeCodePoints"
    ends = "|".join(map(re.escape, run["newlineSequences"]))
    starts = [0, *(found.end() for found in re.finditer(ends, text))]
    [change] = fix["artifactChanges"]
    return [
        (
            starts[part["deletedRegion"]["startLine"] - 1] + part["deletedRegion"]["startColumn"] - 1,
            starts[part["deletedRegion"]["endLine"] - 1] + part["deletedRegion"]["endColumn"] - 1,
            part["insertedContent"]["text"],
        )
        for part in change["replacements"]
    ]


def report_of(path, data):
    return check_bytes(Request(workspace(), cache=False), data, path).report


def sarif_of(report):
    return json.loads(written(sarif, report))["runs"][0]


def in_one_round(run, text):
    """The safe fixes of a report that can be made together, the first of those that meet."""
    made = []
    for result in run["results"]:
        fix = next((fix for fix in result.get("fixes", ()) if fix["properties"]["safety"] == "safe"), None)
        wanted = changes_of_sarif(fix, text, run) if fix else []
        if not any(a[0] == b[0] or (a[0] < b[1] and b[0] < a[1]) for a in wanted for b in made):
            made += [change for change in wanted if text[change[0] : change[1]] != change[2]]
    return made


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(stories())
def test_the_safe_fixes_that_sarif_tells_make_what_newslint_fix_makes(story):
    path, data = story
    fixed = fix_bytes(workspace(), data, path, offers=False)
    assume(not (fixed.failure or fixed.left_out))
    source = workspace().open(path, data)
    text = source.text
    for _ in range(ROUNDS):
        made = in_one_round(sarif_of(report_of(path, source.encode(text))), text)
        if not made:
            break
        text = applied(text, made)
    assert source.encode(text) == fixed.new


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(stories())
def test_rdjson_suggests_in_bytes_what_sarif_and_the_finding_say(story):
    path, data = story
    source = workspace().open(path, data)
    report = report_of(path, data)
    run, told = sarif_of(report), json.loads(written(rdjson, report))["diagnostics"]
    for entry, result, diagnostic in zip(report.entries, run["results"], told, strict=True):
        wanted = [
            applied(source.text, [(edit.start.offset, edit.end.offset, edit.text) for edit in fix.edits])
            for fix in entry.fixes
        ]
        by_sarif = [applied(source.text, changes_of_sarif(fix, source.text, run)) for fix in result.get("fixes", ())]
        assert by_sarif == wanted
        suggested = diagnostic.get("suggestions", ())
        if source.encoding != "utf-8":
            assert not suggested, "what is accepted is written as UTF-8"
            continue
        by_rdjson = [applied(data, changes_of_rdjson(each, data)) for each in suggested]
        near = [
            text
            for text, fix in zip(wanted, entry.fixes, strict=True)
            if len(fix.edits) == 1 or max(e.end.line for e in fix.edits) - min(e.start.line for e in fix.edits) <= 3
        ]
        assert by_rdjson == [source.encode(text) for text in near]


@given(st.text(alphabet="ab é“🚢\u0301\r\n\t", max_size=40), st.data(), st.booleans())
def test_any_edits_anywhere_are_told_exactly(text, data, bom):
    places = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=6)))
    spans = [Span(a, b) for a, b in zip(places[::2], places[1::2], strict=False)]
    assume(len({span.start for span in spans}) == len(spans))
    words = data.draw(st.lists(st.sampled_from(["", "x", "né\n", "🚢"]), min_size=len(spans), max_size=len(spans)))
    source = Source("a.txt", text, "utf-8", bom)
    fix = Fix("Mend", tuple(Edit(span, new) for span, new in zip(spans, words, strict=True)), "safe")
    entry = locate(Finding("r", "t", "note", "high", "m", spans[0], (), (fix,)), source)
    report = Report(1, (entry,), (), lambda: Background(lambda path: source))
    wanted = applied(text, [(*span, new) for span, new in zip(spans, words, strict=True)])
    run, content = sarif_of(report), source.encode(text)
    assert applied(text, changes_of_sarif(run["results"][0]["fixes"][0], text, run)) == wanted
    [diagnostic] = json.loads(written(rdjson, report))["diagnostics"]
    for suggestion in diagnostic.get("suggestions", ()):
        assert applied(content, changes_of_rdjson(suggestion, content)) == source.encode(wanted)


def fixes_told(newslint, path):
    run = newslint("check", path, "--format", "sarif", "--select", "repeated-word").report["runs"][0]
    told = newslint("check", path, "--format", "rdjson", "--select", "repeated-word").report["diagnostics"]
    assert run["results"]
    return [result.get("fixes", []) for result in run["results"]], [each.get("suggestions", []) for each in told]


def test_places_in_what_was_unpacked_are_not_told_as_those_of_the_file(newsroom, newslint):
    text = "Head of the story\n\nThe council agreed to to close the old bridge to lorries on Monday.\n"
    write(newsroom, "a.txt", text)
    assert all(map(all, fixes_told(newslint, "a.txt")))
    record = json.dumps({"headline": "Head of the story", "body": text}) + "\n"
    (newsroom / "a.jsonl.gz").write_bytes(gzip.compress(record.encode()))
    assert fixes_told(newslint, "a.jsonl.gz") == ([[]], [[]])


@pytest.mark.parametrize(("encoding", "suggests"), [("utf-8", True), ("utf-8-sig", True), ("cp1252", False)])
def test_nothing_is_suggested_where_the_file_is_no_utf_8(newsroom, newslint, encoding, suggests):
    text = "“Café” closes closes for good\n\nThe owner, who is 60, agreed to to close it on Monday, she said.\n"
    (newsroom / "a.txt").write_bytes(text.encode(encoding))
    fixes, suggestions = fixes_told(newslint, "a.txt")
    assert all(fixes)
    assert [bool(each) for each in suggestions] == [suggests] * len(fixes)


def test_edits_that_overlap_by_a_rules_mistake_are_left_out():
    source = Source("a.txt", "one two three\n")
    fix = Fix("Mend", (Edit(Span(0, 7), "x"), Edit(Span(4, 9), "y")), "safe")
    entry = locate(Finding("r", "t", "note", "high", "m", Span(0, 3), (), (fix,)), source)
    report = Report(1, (entry,), (), lambda: Background(lambda path: source))
    assert "fixes" not in sarif_of(report)["results"][0]
    assert "suggestions" not in json.loads(written(rdjson, report))["diagnostics"][0]
