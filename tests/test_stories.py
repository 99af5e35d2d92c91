"""Whole stories: what newslint finds in them and how it reads them, held against snapshots.

Beside each story in tests/stories lies a snapshot, and newsroom.expected is that of examples/newsroom.
NEWSLINT_UPDATE_SNAPSHOTS=1 pytest tests/test_stories.py writes them anew: read the difference before you commit it.

A snapshot says what an editor would want. Where newslint does otherwise, a line tells so and why:

    ? wrong (a team sheet is no sentence): 12:1 repeated-word warning …     found, and should not be
    ? missed (the name is in capitals): 14:3 inconsistent-name warning …    not found, and should be

Such lines are kept when snapshots are written anew, as long as they are true.
"""

import os
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from helpers import NEWSROOM, ROOT, workspace

from newslint.analyses.quotes.quotes import quotes
from newslint.base.text import Source, read
from newslint.engine.fixing import apply, edits_of
from newslint.run import run
from newslint.run.story_files import stories_below

STORIES = ROOT / "tests" / "stories"
NEWSROOM_SNAPSHOT = STORIES / "newsroom.expected"
UPDATE = bool(os.environ.get("NEWSLINT_UPDATE_SNAPSHOTS"))
WIDTH = 60  # characters of a match that a snapshot shows
HINT = "if this is better than before, write the snapshots anew (NEWSLINT_UPDATE_SNAPSHOTS=1) and read the difference"
MOST_ROUNDS = 5  # of fixing, until there is nothing left to fix

CLEAN = (
    "features/2026-03-08-interview-lighthouse.md",
    "news/2026-03-09-obituary-marchetti.md",
    "news/2026-03-11-ferry-timetable.md",
    "news/2026-03-12-warehouse-fire-trial.txt",
    "sport/2026-03-14-saltmere-kingsleat.txt",
    "wire/2026-03-12-ostervik-tunnel.txt",
)

_DEVIATION = re.compile(r"\? (wrong|missed) \((.*?)\): (.*)")
_POSITION = re.compile(r"(?:(\S+?/[^\s:]+):)?(\d+)(?::(\d+))?(?= )")


class Snapshot(NamedTuple):
    """A list of lines as they should be, and what newslint does otherwise, each with its reason."""

    lines: list[str]
    wrong: dict[str, str]
    missed: dict[str, str]

    def now(self):
        """The lines as newslint gives them now."""
        return sorted([*self.lines, *self.wrong], key=position)

    def wanted(self):
        """The lines as an editor would want them."""
        return sorted([*self.lines, *self.missed], key=position)

    def reasons(self):
        return [*self.wrong.values(), *self.missed.values()]

    def renewed(self, actual):
        """This snapshot for what newslint gives now; deviations stay where they are still true."""
        wrong = {line: why for line, why in self.wrong.items() if line in actual}
        missed = {line: why for line, why in self.missed.items() if line not in actual}
        return Snapshot(sorted((Counter(actual) - Counter(list(wrong))).elements(), key=position), wrong, missed)

    def text(self):
        marked = [(line, line) for line in self.lines]
        marked += [(line, f"? wrong ({why}): {line}") for line, why in self.wrong.items()]
        marked += [(line, f"? missed ({why}): {line}") for line, why in self.missed.items()]
        return "".join(f"{shown}\n" for _, shown in sorted(marked, key=lambda m: position(m[0])))


def position(line):
    path, row, column = _POSITION.match(line).groups()
    return (path or "", int(row), int(column or 0), line)


def load(path, mark="# findings"):
    """A snapshot's part under a mark; empty where there is no file yet."""
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    part = text.partition(f"{mark}\n")[2].partition("\n#")[0]
    snapshot = Snapshot([], {}, {})
    for line in part.splitlines():
        deviation = _DEVIATION.fullmatch(line)
        if deviation:
            kind, why, said = deviation.groups()
            getattr(snapshot, kind)[said] = why
        elif line:
            snapshot.lines.append(line)
    return snapshot


def clip(text):
    words = " ".join(text.split())
    return words if len(words) <= WIDTH else words[: WIDTH - 1].rstrip() + "…"


def describe(entry):
    """A finding as a snapshot shows it."""
    start = entry.place.start
    return f"{start.line}:{start.column} {entry.rule} {entry.severity} “{clip(entry.place.match)}” {entry.message}"


@cache
def checked(path):
    return run.check(run.Request(workspace(), cache=False, jobs=1), [str(path)]).report


@cache
def findings_of(path):
    report = checked(path)
    assert not report.failures
    return [describe(entry) for entry in report.entries]


@cache
def zones_of(path):
    story = workspace().story(read(str(path)))
    lines = story.source.text[: story.zones[-1].span.end].splitlines(keepends=True)
    starts = [sum(map(len, lines[:n])) for n in range(len(lines))]
    return [f"{sum(at <= zone.span.start for at in starts)} {zone.role}" for zone in story.zones]


@cache
def newsroom_report():
    return checked(NEWSROOM)


def newsroom_path(entry):
    return Path(entry.place.path).relative_to(NEWSROOM).as_posix()


def newsroom_findings():
    return [f"{newsroom_path(entry)}:{describe(entry)}" for entry in newsroom_report().entries]


def all_files():
    """The stories with snapshots and those of the newsroom."""
    return [*map(str, story_files()), *stories_below(workspace().scope, [str(NEWSROOM)])]


def story_files():
    return sorted(path for path in STORIES.iterdir() if path.suffix in (".txt", ".md"))


def cases():
    for path in story_files():
        yield pytest.param(path, id=path.stem)


def cases_that_deviate():
    for path in story_files():
        expected = path.with_suffix(".expected")
        reasons = [*load(expected).reasons(), *load(expected, "# zones").reasons()]
        if reasons:
            xfail = pytest.mark.xfail(reason="; ".join(dict.fromkeys(reasons)), strict=True)
            yield pytest.param(path, id=path.stem, marks=xfail)


@pytest.mark.parametrize("path", list(cases()))
def test_a_story_is_read_and_checked_as_its_snapshot_says(path):
    expected = path.with_suffix(".expected")
    found, zones = load(expected), load(expected, "# zones")
    if UPDATE:
        found, zones = found.renewed(findings_of(path)), zones.renewed(zones_of(path))
        expected.write_text(f"# findings\n{found.text()}\n# zones\n{zones.text()}", encoding="utf-8")
    assert sorted(findings_of(path), key=position) == found.now(), HINT
    assert sorted(zones_of(path), key=position) == zones.now(), HINT


@pytest.mark.parametrize("path", list(cases_that_deviate()))
def test_a_story_is_read_and_checked_as_an_editor_would(path):
    expected = path.with_suffix(".expected")
    assert sorted(findings_of(path), key=position) == load(expected).wanted()
    assert sorted(zones_of(path), key=position) == load(expected, "# zones").wanted()


def test_the_newsroom_shows_just_the_faults_planted_in_it():
    expected = load(NEWSROOM_SNAPSHOT)
    if UPDATE:
        expected = expected.renewed(newsroom_findings())
        NEWSROOM_SNAPSHOT.write_text(f"# findings\n{expected.text()}", encoding="utf-8")
    assert sorted(newsroom_findings(), key=position) == expected.now(), HINT


def test_clean_stories_of_the_newsroom_stay_silent():
    found = {newsroom_path(entry) for entry in newsroom_report().entries}
    assert all((NEWSROOM / path).is_file() for path in CLEAN)
    assert not found & set(CLEAN)


def test_the_newsroom_readme_names_each_story_and_what_is_found_in_it():
    rows = dict(re.findall(r"^\| `([^`]+)` \| (.*) \|$", (NEWSROOM / "README.md").read_text(encoding="utf-8"), re.M))
    files = stories_below(workspace().scope, [str(NEWSROOM)])
    assert sorted(rows) == sorted(Path(path).relative_to(NEWSROOM).as_posix() for path in files)
    found = {path: set() for path in rows}
    for entry in newsroom_report().entries:
        found[newsroom_path(entry)].add(entry.rule)
    assert {path: set(re.findall(r"`([\w-]+)`", row)) for path, row in rows.items()} == found


@pytest.mark.parametrize("path", all_files(), ids=lambda path: Path(path).stem)
def test_fixing_a_story_ends_and_brings_no_new_findings(path):
    source = read(path)
    first = None
    for _ in range(MOST_ROUNDS):
        found = workspace().engine(path).check(workspace().story(source))
        first = first or {finding.rule for finding in found}
        edits = edits_of(found, offers=True)
        if not edits:
            break
        source = Source(path, apply(source.text, edits), source.encoding)
    assert not edits
    assert {finding.rule for finding in found} <= first


@pytest.mark.parametrize("path", all_files(), ids=lambda path: Path(path).stem)
def test_fixing_a_story_changes_nothing_that_somebody_said(path):
    source = read(path)
    story = workspace().story(source)
    said = [source.text[q.content.start : q.content.end] for q in story.get(quotes) if q.zone.role == "body"]
    fixed = apply(source.text, edits_of(workspace().engine(path).check(story), offers=True))
    assert [words for words in said if words not in fixed] == []


def test_a_snapshot_keeps_what_deviates_while_it_does():
    old = Snapshot(["1 headline", "3 body"], {"2 body": "it is a deck"}, {"2 deck": "it is a deck", "5 note": "why"})
    new = old.renewed(["1 headline", "2 body", "5 note"])
    assert new == Snapshot(["1 headline", "5 note"], {"2 body": "it is a deck"}, {"2 deck": "it is a deck"})
    assert new.text() == "1 headline\n? wrong (it is a deck): 2 body\n? missed (it is a deck): 2 deck\n5 note\n"


def as_read(path, text):
    """What is found in a text and which paragraphs it has, without their places."""
    source = Source(path, text, read(path).encoding)
    story = workspace().story(source)
    found = [(f.rule, text[f.span.start : f.span.end].split()) for f in workspace().engine(path).check(story)]
    return found, [(zone.role, zone.text.split()) for zone in story.zones]


@pytest.mark.parametrize("path", all_files(), ids=lambda path: Path(path).stem)
def test_windows_line_ends_change_nothing_in_how_a_story_is_read(path):
    text = read(path).text
    assert as_read(path, text.replace("\n", "\r\n")) == as_read(path, text)


@pytest.mark.parametrize("path", [p for p in all_files() if p.endswith(".txt")], ids=lambda path: Path(path).stem)
def test_more_blank_lines_change_nothing_in_how_a_plain_story_is_read(path):
    text = read(path).text
    assert as_read(path, text.replace("\n\n", "\n\n\n")) == as_read(path, text)
