"""What an archive tells; the people it names, and how it spells them, as entries for a file of names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from newslint.analyses.names.across import Spelling, merged, one_person
from newslint.analyses.names.forms import GLYPHS
from newslint.base.progress import Progress
from newslint.base.record import NamedTuple
from newslint.base.sorted_records import SortedRecords
from newslint.base.typed import Any
from newslint.commands._archive_words import ArchiveWords
from newslint.commands._name_file import ArchiveName
from newslint.config.settings import Settings
from newslint.engine.workspace import Workspace
from newslint.model.finding import Failure
from newslint.run import run
from newslint.run.nothing_seen import failure
from newslint.run.story_files import stories_below

RULE = "name-drift"  # the rule whose facts these are: they come from several processes, and from what is remembered
MOST_SEEN = 12
MOST_ALSO = 4
MOST_WRONG = 1 / 3  # of its stories; a spelling that is the odd one in more is none to learn


class Archive(NamedTuple):
    """What all stories tell of people and of words, by key; how many there are, and those that cannot be read."""

    names: SortedRecords
    words: SortedRecords
    stories: int
    failures: list[Failure]


class _Workspace(Workspace):
    """One that collects what there is to learn; made so that another process can make it again."""

    def __init__(self, settings: Settings, config_file: str | None) -> None:
        super().__init__(settings._replace(select=(RULE, ArchiveWords.id)), config_file)
        self._added = (ArchiveWords(),)

    def __reduce__(self) -> tuple[type[Workspace], tuple[Settings, str | None]]:
        return type(self), (self.settings, self.finder.named)


def read_archive(paths: Sequence[str], request: run.Request) -> Archive:
    """What the stories of an archive tell."""
    workspace = _Workspace(request.workspace.settings, request.workspace.finder.named)
    job = run.Run(request._replace(workspace=workspace, corpus=True), facts=True)
    facts = {RULE: SortedRecords(), ArchiveWords.id: SortedRecords()}
    stories = 0
    failures: list[Failure] = []

    def missed(path: str, why: str) -> None:
        failures.append(failure(job.workspace, path, why))

    named = list(stories_below(job.scope, paths, missed=missed))
    with Progress(len(named)) as progress:
        for outcome in job.outcomes(named):
            progress.step()
            stories += not outcome.failure and not outcome.repeated
            if outcome.failure:
                failures.append(Failure(outcome.path, outcome.failure))
            for rule, key, fact in outcome.facts or ():
                facts[rule].add([key, fact])
    return Archive(facts[RULE], facts[ArchiveWords.id], stories, sorted(failures))


def entries_of(facts: SortedRecords, least: int) -> Iterator[ArchiveName]:
    """The people of an archive who stand in `least` stories or more."""
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
