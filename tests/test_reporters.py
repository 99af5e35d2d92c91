"""Each reporter says the same things in its own form."""

from json import loads

import pytest
from helpers import written
from hypothesis import given
from hypothesis import strategies as st

from newslint.base.text import Position, Source, Span
from newslint.model.finding import Entry, Failure, Place, Report, frame
from newslint.reporters import github, human, json


def entry(n=1, severity="warning", message="100% odd, a:b", lines=1, **keys):
    place = Place("news/a,b.txt", Position(0, n, 3), Position(9, n + lines - 1, 8), "word")
    return Entry("some-rule", "language", severity, "medium", message, place, **keys)


def test_github_annotations_escape_what_github_reads_as_its_own():
    out = written(github, Report(1, (entry(),), ()))
    assert out.splitlines()[0] == (
        "::warning file=news/a%2Cb.txt,line=1,endLine=1,col=3,endColumn=8,title=newslint%3A some-rule::100%25 odd, a:b"
    )


def test_github_annotations_over_several_lines_have_no_columns():
    assert "col" not in written(github, Report(1, (entry(lines=2),), ())).splitlines()[0]


def test_github_shows_the_gravest_first_and_says_how_many_are_left_out():
    entries = (*(entry(n) for n in range(1, 14)), entry(20, "error"), entry(21, "note"))
    lines = written(github, Report(1, entries, (Failure("x.txt", "is binary"),))).splitlines()
    assert lines[0] == "::error file=x.txt,title=newslint::is binary"
    assert lines[1].startswith("::error file=news")
    assert sum(line.startswith("::warning") for line in lines) == 10
    assert sum(line.startswith("::notice") for line in lines) == 1
    assert "3 more findings are not annotated" in lines[-2]


@pytest.mark.parametrize(
    ("name", "value", "coloured"), [("FORCE_COLOR", "1", True), ("NO_COLOR", "1", False), ("X", "1", False)]
)
def test_colour_is_for_terminals_and_those_who_ask(monkeypatch, name, value, coloured):
    for known in ("FORCE_COLOR", "NO_COLOR"):
        monkeypatch.delenv(known, raising=False)
    monkeypatch.setenv(name, value)
    assert ("\033[" in written(human, Report(1, (entry(),), ()))) == coloured


def test_many_related_places_are_counted_not_listed():
    others = tuple(Place(f"{n}.txt", Position(0, n, 1), Position(1, n, 2), "x" * 99, "here too") for n in range(1, 8))
    out = written(human, Report(2, (entry(related=others),), ()))
    assert "1.txt:line 1" in out
    assert "and 3 places more" in out


def test_the_summary_counts_severities_stories_and_failures():
    report = Report(3, (entry(), entry(2, "error"), entry(3, "error")), (Failure("x", "y"),))
    assert human.summary(report) == "3 stories checked: 2 errors, 1 warning in 1 of them; 1 file could not be read."
    assert human.summary(Report(0, (), ())) == "0 stories checked: nothing found."


@pytest.mark.parametrize("length", [10, 88, 89, 300, 3000])
@pytest.mark.parametrize("start", [0, 40, 250])
@pytest.mark.parametrize("width", [0, 1, 30, 500])
def test_a_frame_shows_the_marked_words_in_a_window(length, start, width):
    text = ("word " * (length // 5 + 1))[:length]
    source = Source("a.txt", f"first\r\n{text}\r\nlast")
    span = Span(7 + min(start, length), 7 + min(start + width, length))
    shown = frame(source, span)
    assert len(shown.text) <= 95
    assert 0 <= shown.mark.start <= shown.mark.end <= len(shown.text)
    assert source.text[span.start : span.end].startswith(shown.text[shown.mark.start : shown.mark.end])


odd = st.text(st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from('"\\\n\u2028é’<&')), max_size=12)


@given(
    odd, odd, odd, st.sampled_from(["error", "warning", "note"]), st.integers(1, 9), st.text("0123abcd", max_size=9)
)
def test_json_of_a_finding_is_what_any_writer_of_json_makes_of_it(rule, message, path, severity, line, record):
    place = Place(path, Position(0, line, 3), Position(9, line + 1, 8), message)
    for told in (
        Entry(rule, "language", severity, "medium", message, place),
        Entry(rule, "language", severity, "medium", message, place, record=record),
        Entry(rule, "language", severity, "medium", message, place, related=(place,)),
    ):
        found = loads(written(json, Report(1, (told, told), ())))["findings"]
        assert found == [json.finding(told, each["fingerprint"]) for each in found]
