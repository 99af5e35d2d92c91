"""`newslint learn`: the people an archive names, and how it spells them, as entries for a file of names."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from newslint.analyses.names.across import Spelling, merged, one_person
from newslint.analyses.names.forms import GLYPHS
from newslint.base.errors import NewslintError
from newslint.base.progress import Progress
from newslint.base.sorted_records import SortedRecords
from newslint.commands._name_file import ArchiveName, written
from newslint.commands._name_page import updated
from newslint.model.finding import Failure
from newslint.run import run
from newslint.run.story_files import stories_below
from newslint.words.name_files import read_names

RULE = "name-drift"  # the rule whose facts these are: they come from several processes, and from what is remembered
MOST_NAMES = 5000  # the most frequent ones; nobody prunes more
MOST_SEEN = 12
MOST_ALSO = 4
MOST_WRONG = 1 / 3  # of its stories; a spelling that is the odd one in more is none to learn


class Learnt(NamedTuple):
    """What one run read and wrote."""

    stories: int
    names: int
    new: int
    dropped: Sequence[str]
    failures: Sequence[Failure]


def learn(paths: Sequence[str], output: str, least: int, request: run.Request) -> Learnt:
    """Read an archive and write its names, or bring a file of names up to date; raises NewslintError.

    Whoever stands in fewer than `least` stories is left out.
    """
    before = _read(output)
    if before is not None:
        read_names(output)  # to tell of a mistake in it before an archive is read
    facts, stories, failures = _facts(paths, request)
    if not stories:
        raise NewslintError(
            "there is no story to learn from", hint="; ".join(f"{f.path}: {f.message}" for f in failures)
        )
    entries = sorted(_entries(facts, least), key=lambda entry: (-entry.stories, entry.name))[:MOST_NAMES]
    new = written(entries, os.path.basename(output)) if before is None else updated(before, entries, output)
    if new.text != before:
        _write(output, new.text)
    return Learnt(stories, new.names, new.added, new.dropped, failures)


def _facts(paths: Sequence[str], request: run.Request) -> tuple[SortedRecords, int, list[Failure]]:
    """What every story tells of its people, by key; how many stories there are, and those that cannot be read."""
    job = run.Run(request._replace(workspace=request.workspace.selecting((RULE,)), corpus=True), facts=True)
    named = list(stories_below(job.scope, paths))
    facts, stories = SortedRecords(), 0
    failures: list[Failure] = []
    with Progress(len(named)) as progress:
        for outcome in job.outcomes(named):
            progress.step()
            stories += not outcome.failure and not outcome.repeated
            if outcome.failure:
                failures.append(Failure(outcome.path, outcome.failure))
            for _, key, fact in outcome.facts or ():
                facts.add([key, fact])
    return facts, stories, sorted(failures)


def _entries(facts: SortedRecords, least: int) -> Iterator[ArchiveName]:
    for _, records in groupby(facts, key=lambda record: record[0]):
        found: list[Any] = [record[1] for record in records]
        while len(found) > 1:
            found = [merged(*found[n : n + 2]) if n + 1 < len(found) else found[n] for n in range(0, len(found), 2)]
        yield from people(found[0], least)


def people(fact: Iterable[Sequence[Any]], least: int = 1) -> Iterator[ArchiveName]:
    """The people of one key, each with the spelling that most stories have and the others that were found."""
    known = {spelling[0]: Spelling(*spelling) for spelling in fact}
    usual = {odd.form: right.form for odd, right in one_person(known.values(), within=True)}
    others: dict[str, list[Spelling]] = {}
    for form in usual:
        right = usual[form]
        while right in usual:
            right = usual[right]
        others.setdefault(right, []).append(known[form])
    for form, spelling in known.items():
        if form not in usual and spelling.stories >= least and spelling.odd < spelling.stories * MOST_WRONG:
            yield _entry(spelling, others.get(form, []))


def _entry(spelling: Spelling, others: Sequence[Spelling]) -> ArchiveName:
    """A person as an entry of a file of names."""
    forms = sorted(_plain(spelling.written).items(), key=lambda item: (-item[1], len(item[0]), item[0]))
    short = [item for item in forms if item[0].translate(GLYPHS) == spelling.form]
    name = (short or forms)[0][0]
    also, taken = [], {name.translate(GLYPHS)}
    for form, count in forms:
        if count > 1 and form.translate(GLYPHS) not in taken:
            taken.add(form.translate(GLYPHS))
            also.append(form)
    seen = dict(spelling.slips)
    days = [spelling.since, spelling.until]
    for other in others:
        seen[other.form] = seen.get(other.form, 0) + other.stories
        days += [other.since, other.until]
    days = sorted(filter(None, days))
    return ArchiveName(
        name,
        tuple(also[:MOST_ALSO]),
        spelling.stories + sum(other.stories for other in others),
        days[0] if days else "",
        days[-1] if days else "",
        tuple(sorted(seen.items(), key=lambda item: (-item[1], item[0]))[:MOST_SEEN]),
        spelling.family,
    )


def _plain(written: dict[str, int]) -> dict[str, int]:
    """Forms as they would stand on one line."""
    found: dict[str, int] = {}
    for form, count in written.items():
        plain = " ".join(form.split())
        found[plain] = found.get(plain, 0) + count
    return found


def _read(path: str) -> str | None:
    """The file of names there is, if any."""
    try:
        with open(path, encoding="utf-8-sig", newline="") as file:
            return file.read()
    except FileNotFoundError:
        return None
    except UnicodeDecodeError:
        raise NewslintError("this file of names is not UTF-8 text", path) from None
    except OSError as error:
        raise NewslintError(f"the file of names cannot be read: {error.strerror}", path) from None


def _write(path: str, text: str) -> None:
    """Write a file whole or not at all."""
    path = os.path.realpath(path)  # the file itself where `path` is a link to it
    part = f"{path}.{os.getpid()}.part"
    try:
        with open(part, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        os.replace(part, path)
    except OSError as error:
        if os.path.exists(part):
            os.remove(part)
        raise NewslintError(f"the file of names cannot be written: {error.strerror}", path) from None
