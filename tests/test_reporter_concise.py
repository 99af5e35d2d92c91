"""The concise report: a line a finding, in a form that grep and editors read."""

import io
import re

import pytest
from helpers import written

from newslint.base.text import Position
from newslint.model.finding import Entry, Failure, LocatedFix, Look, Place, Report
from newslint.reporters import concise, human


def entry(message="odd", path="news/a.txt", fixes=0, **keys):
    place = Place(path, Position(7, 3, 5), Position(11, 3, 9), "word")
    fix = LocatedFix("Mend", "offer", ())
    return Entry("repeated-word", "language", "warning", "medium", message, place, fixes=(fix,) * fixes, **keys)


def lines_of(*entries, failures=(), look=None):
    look = look or Look("never")
    return written(concise, Report(2, entries, failures, look=look)).splitlines()


def test_a_finding_is_one_line_with_its_place_first_and_a_star_where_there_is_a_fix():
    assert lines_of(entry(), entry("two\nlines", fixes=1))[:2] == [
        "news/a.txt:3:5: warning[repeated-word] odd",
        r"news/a.txt:3:5: warning[repeated-word] two\nlines [*]",
    ]


def test_a_story_among_several_in_a_file_is_named():
    assert "7" in lines_of(entry(record="7"))[0]


def test_failures_are_lines_and_the_last_line_is_that_of_the_report_for_people():
    failure = Failure("b.txt", "it is a binary file")
    report = Report(2, (entry(),), (failure,))
    found = lines_of(entry(), failures=(failure,))
    assert found[1:] == ["b.txt: could not be read: it is a binary file", human.summary(report)]


def test_a_quiet_one_has_findings_and_failures_only():
    assert len(lines_of(entry(), failures=(Failure("b.txt", "gone"),), look=Look("never", quiet=True))) == 2
    assert lines_of(look=Look("never", quiet=True)) == []


@pytest.mark.parametrize(
    "path", ["::error file=x", " ::error file=x", "\x1b]8;;http://x\x1b\\a.txt", "a\n::error::b"]
)
def test_no_path_begins_a_line_that_a_runner_or_a_terminal_would_obey(path):
    out = "\n".join(lines_of(entry("said: a::b"), entry("a::b", path=path), failures=(Failure(path, "x::y"),)))
    assert "\x1b" not in out
    assert not re.search(r"(?m)^\s*::[^\n]*::", out)


def test_colour_is_round_words_and_says_the_same():
    stream = io.StringIO()
    concise.write(Report(1, (entry(fixes=1),), (), look=Look("always")), stream)
    coloured = stream.getvalue()
    assert coloured.startswith("\033[1mnews/a.txt:3:5\033[0m: ")
    plain = re.sub(r"\033\[[\d;]*m", "", coloured)
    assert plain.splitlines() == [*lines_of(entry(fixes=1))[:1], human.summary(Report(1, (entry(fixes=1),), ()))]


def test_the_command_writes_it(faulty, newslint):
    done = newslint("check", "a.txt", "--format", "concise", "--select", "repeated-word")
    assert (done.code, done.out.splitlines()[0]) == (1, "a.txt:3:20: warning[repeated-word] “to” is repeated [*]")
