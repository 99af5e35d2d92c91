"""`check --timing`: where the time goes, by a clock that ticks once each time it is read."""

import re
from itertools import count

import pytest
from helpers import FAULTY, NEWSROOM, workspace, write

from newslint.base.text import Source
from newslint.commands import check as command

# private: the tables are asked about with a clock of our own
from newslint.commands._timing import told
from newslint.config.settings import Settings
from newslint.engine.timed import ANALYSIS, READING, RULE, SCAN, TimedWorkspace, Watch
from newslint.engine.workspace import Workspace
from newslint.run.one_file import Checker
from newslint.run.outcome import StoryFile


def ticking():
    return Watch(count(0, 1_000_000).__next__)


def test_of_work_within_work_each_has_its_own_time():
    watch = Watch(iter([0, 3, 10, 12, 20]).__next__)
    outer = watch.begin(RULE, "a")
    inner = watch.begin(ANALYSIS, "quotes")
    watch.end(inner)
    again = watch.begin(ANALYSIS, "quotes")
    watch.end(outer)
    watch_again = dict(watch.spent)
    assert again == inner
    assert watch_again == {(RULE, "a"): 3 + 2, (ANALYSIS, "quotes"): 7 + 8}
    assert watch.calls == {(RULE, "a"): 1, (ANALYSIS, "quotes"): 2}
    assert watch.total() == 20


@pytest.fixture
def timed(newsroom):
    """A watch of a check of one story."""
    made = TimedWorkspace(Settings(), "", ticking())
    Checker(made, facts=True).check_file(StoryFile("a.txt", FAULTY.encode()))
    return made.watch


def test_rules_analyses_scan_and_reading_are_told_apart(timed):
    assert {sort for sort, _ in timed.calls} >= {RULE, ANALYSIS, READING, SCAN}
    assert timed.calls[RULE, "repeated-word"] == 1
    assert timed.calls[RULE, "repeated-line"] == 1, "over several stories"
    assert timed.total() == sum(timed.total(sort) for sort in {sort for sort, _ in timed.spent})


def test_every_table_ends_and_adds_up(timed):
    lines = list(told(timed))
    assert len(lines) < 60
    rows = [re.match(r"[ \d,]{9} +([\d,.]+) +([\d.]+)%  (.+)", line) for line in lines]
    listed = {row[3]: float(row[1].replace(",", "")) for row in rows if row}
    assert listed["newslint"] == listed["rules"]
    parts = lines[lines.index("    calls         ms   share  part") + 1 : -1]
    values = [float(line[9:20].replace(",", "")) for line in parts]
    assert sum(values[:-1]) == pytest.approx(values[-1], abs=0.1)


def test_it_finds_what_is_found_without_it(monkeypatch):
    monkeypatch.chdir(NEWSROOM)
    monkeypatch.setenv("NEWSLINT_PLUGINS", "")
    timed, plain = (Checker(made, facts=True) for made in (TimedWorkspace(Settings(), "", ticking()), Workspace()))
    for path in sorted(NEWSROOM.rglob("*.md")):
        assert timed.check_file(StoryFile(str(path))) == plain.check_file(StoryFile(str(path)))


def test_a_page_is_timed_as_its_prose(newsroom):
    write(newsroom, "a.html", f"<html><body><article><h1>Head</h1><p>{FAULTY}</p></article></body></html>")
    made = TimedWorkspace(Settings(), "", ticking())
    _, outcome = Checker(made).check_file(StoryFile("a.html"))
    assert outcome.entries
    assert made.watch.calls[RULE, "repeated-word"] == 1
    assert any(sort == ANALYSIS for sort, _ in made.watch.calls), "asked of the prose that rules are given"


def test_a_rule_that_breaks_leaves_no_work_open(newsroom, install, newslint):
    broken = (
        'from newslint import Rule\nclass Broken(Rule):\n    """Why."""\n    id = \'acme/broken\'\n    topic = \'acme\'\n'
        "    message = 'm'\n    examples = ()\n    def check(self, story):\n        if 'two' in story.source.path: raise ValueError('x')\n"
        "        return ()\n@hookimpl\ndef register_rules():\n    return [Broken]\n"
    )
    install(broken)
    for name in ("one.txt", "three.txt", "two.txt", "zero.txt"):
        write(newsroom, name, FAULTY)
    done = newslint("check", ".", "--timing")
    assert done.code == 2
    assert "acme/broken" in done.out
    assert re.search(r"^ +4 .*  acme/broken$", done.err, re.MULTILINE)
    assert re.search(r"^ +4 .*  acme 2\.1$", done.err, re.MULTILINE)


def test_the_command_tells_it_after_the_report_and_apart_from_it(faulty, newslint):
    newslint("check", ".")
    for _ in range(2):  # nothing comes from the cache
        done = newslint("check", ".", "--timing", "--format", "json")
        assert done.code == 1
        assert done.report["findings"]
        assert re.search(r"^ +1 +[\d,.]+ +[\d.]+%  repeated-word$", done.err, re.MULTILINE)
        assert re.search(r"^ +[\d,.]+ +100\.0%  all$", done.err, re.MULTILINE)


@pytest.mark.parametrize(
    "options", [("--fix",), ("--diff",), ("--write-baseline",), ("--jobs", "2"), ("--add-ignore", "why")]
)
def test_it_goes_with_one_plain_check(faulty, newslint, options):
    done = newslint("check", "a.txt", "--timing", *options)
    assert (done.code, done.out) == (2, "")
    assert "--timing goes with" in done.err


def test_who_does_not_ask_pays_nothing(faulty, newslint, monkeypatch):
    made = []
    monkeypatch.setattr(command, "_tables", made.append)
    assert newslint("check", "a.txt", "--no-cache").code == 1
    assert not made
    assert type(workspace().engine("a.txt")).__module__ == "newslint.engine.engine"
    story = workspace().story(Source("a.txt", FAULTY))
    assert not story.replacements
