"""`--show-fixes`: beside each finding the first fix as a small diff, with its words marked where there is colour."""

import io
import re

import pytest
from helpers import assert_work_grows_with_length
from hypothesis import given
from hypothesis import strategies as st

from newslint.base.text import Source, Span, UnreadableStory
from newslint.model.finding import Background, Edit, Finding, Fix, Look, Report, locate
from newslint.reporters import human

# private: what a diff shows is told best without the report round it
from newslint.reporters._fix_diff import diff


def entry_of(text, *edits, safety="offer", at=None):
    fix = Fix("Mend it", tuple(Edit(Span(*span), new) for span, new in edits), safety)
    span = Span(*(at or edits[0][0]))
    return locate(Finding("r", "language", "warning", "medium", "odd", span, fixes=(fix,)), Source("a.txt", text))


def shown(text, *edits, **keys):
    return [f"{line.sign}{line.text}" for line in diff(entry_of(text, *edits, **keys), text)]


def marked(text, *edits):
    return [
        line.text[slice(*mark)] for line in diff(entry_of(text, *edits), text) for mark in line.marks if len(mark)
    ]


def test_the_words_that_go_stand_above_those_that_come():
    assert shown("It is a apple.", ((6, 7), "an")) == ["-It is a apple.", "+It is an apple."]


def test_marks_are_on_whole_words():
    assert marked("The color is red.", ((8, 8), "u")) == ["color", "colour"]
    assert [word for word in marked('He said "no" twice.', ((8, 9), "“"), ((11, 12), "”")) if word] == [
        '"',
        '"',
        "“",
        "”",
    ]


def test_a_long_line_is_cut_to_a_window_round_the_change():
    text = "word " * 200 + "teh end " + "more " * 200
    [old, new] = shown(text, ((1000, 1003), "the"))
    assert "teh end" in old
    assert "the end" in new
    assert max(len(old), len(new)) < 100
    assert old.startswith("-… ")
    assert old.endswith(" …")


def test_a_line_that_goes_is_shown_alone():
    text = "One.\n\nAdvertisement\n\nTwo.\n"
    assert shown(text, ((6, 21), "")) == ["-Advertisement"]
    assert shown("One.\nTwo.\n", ((4, 4), "\nNew.")) == ["+New."]


def test_what_is_long_has_its_middle_and_its_end_left_out():
    [line] = shown("a" * 500 + "\n", ((0, 501), ""))
    assert len(line) < 110
    found = shown("line\n" * 50, ((0, 250), ""))
    assert (len(found), found[-1]) == (6, "…and 45 more lines")
    edits = [((n * 100, n * 100 + 1), "X") for n in range(8)]
    assert shown("a b c d e " * 100, *edits)[-1] == "…and 5 more changes"


def test_work_grows_with_the_length_of_what_is_changed():
    def all_of(text):
        list(diff(entry_of(text, ((0, len(text)), "")), text))
        edits = [((at, at + 1), "”") for at in range(0, len(text) - 1, 2)]
        list(diff(entry_of(text, *edits), text))

    assert_work_grows_with_length(all_of, " ", 50_000)
    assert_work_grows_with_length(all_of, '" ', 50_000)


def test_a_story_that_was_changed_meanwhile_has_no_diff():
    assert list(diff(entry_of("It is a apple.", ((6, 7), "an")), "It was a apple.")) == []


@given(st.text("ab \n\r\t\x1b:#[\u202e🚢é", max_size=60), st.data())
def test_nothing_in_a_diff_is_obeyed_and_every_mark_lies_in_its_line(text, data):
    size = len(text)
    points = sorted(data.draw(st.lists(st.integers(0, size), min_size=2, max_size=6)))
    spans = list(zip(points[::2], points[1::2], strict=False))
    edits = [(span, data.draw(st.text("ab\n\x1b🚢", max_size=9))) for span in spans]
    for line in diff(entry_of(text, *edits), text):
        assert not re.search("[\x00-\x1f\x7f-\x9f\u202e]", line.text)
        assert all(0 <= start <= end <= len(line.text) for start, end in line.marks)


def report(text, look, safety="safe", gone=False):
    def source(path):
        if gone:
            raise UnreadableStory("it cannot be opened")
        return Source(path, text)

    return Report(1, (entry_of(text, ((6, 7), "an"), safety=safety),), (), lambda: Background(source), look=look)


def human_of(*arguments, **keys):
    stream = io.StringIO()
    human.write(report("It is a apple.", *arguments, **keys), stream)
    return stream.getvalue()


@pytest.mark.parametrize(("safety", "said"), [("safe", "(safe: "), ("offer", "(offered: ")])
def test_the_report_for_people_shows_the_diff_and_who_makes_the_fix(safety, said):
    out = human_of(Look("never", fixes=True), safety)
    assert f"= fix: Mend it {said}" in out
    assert "    - It is a apple.\n    + It is an apple.\n" in out
    assert "It is an apple" not in human_of(Look("never"))


def test_colour_marks_the_words():
    out = human_of(Look("always", fixes=True))
    assert "- It is \033[31;7ma\033[0m apple." in out
    assert "+ It is \033[32;7man\033[0m apple." in out


def test_a_story_that_is_gone_by_now_has_its_title_only():
    out = human_of(Look("never", fixes=True), gone=True)
    assert "= fix: Mend it" in out
    assert "It is an apple" not in out


def test_the_command_shows_fixes_in_the_report_for_people_and_refuses_others(faulty, newslint):
    assert "agreed to close the old bridge" in newslint("check", "a.txt", "--show-fixes").out
    done = newslint("check", "a.txt", "--show-fixes", "--format", "json")
    assert (done.code, "--show-fixes" in done.err) == (2, True)
