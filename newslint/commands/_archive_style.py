"""Which value of each axis of house style an archive follows, counted over its stories, and a style file of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from newslint.analyses.quotes.quotes import quoted
from newslint.base.progress import Progress
from newslint.base.record import NamedTuple
from newslint.base.sorted_records import SortedRecords
from newslint.base.typed import Any
from newslint.config.settings import Settings
from newslint.engine.conditions import suits
from newslint.engine.workspace import Workspace
from newslint.model.finding import Failure
from newslint.model.rule import CorpusRule, Facts, Rule
from newslint.model.story import Story
from newslint.rulebook import pack
from newslint.run import run
from newslint.run.nothing_seen import failure
from newslint.run.story_files import stories_below

LEAST = 5  # stories that must show an axis before the archive is taken to follow a value of it
MOST = 0.8  # of those must have one value
_MOST_PLACES = 20  # of one value in a story that count: a table is no style


class Use(NamedTuple):
    """How often a value is used: in how many stories more than any other, and in how many places."""

    value: str
    stories: int
    places: int


class AxisUse(NamedTuple):
    """How an archive uses an axis: its values, the most frequent first, and the one it follows, if it follows one."""

    axis: str
    uses: Sequence[Use]
    follows: str

    @property
    def stories(self) -> int:
        """How many stories show the axis."""
        return sum(use.stories for use in self.uses)

    def told(self) -> str:
        """The values with how often they are used: “412 sign, 3 percent”."""
        return ", ".join(f"{use.places:,} {use.value}" for use in self.uses)


class ArchiveStyle(CorpusRule):
    """Collects which values of each axis the stories use; it reports nothing, and only learning a style runs it."""

    id = "archive-style"
    topic = "language"
    finds = "Values of the axes of house style that an archive uses"
    message = "a value of an axis of house style"
    default = False
    axes: tuple[Rule, ...] = ()  # the rules that read an axis

    def collect(self, story: Story) -> Facts:
        """For each axis, how often the story uses each value, and by which value it goes, if by one."""
        said = story.get(quoted)
        for rule in self.axes:
            if not suits(rule, story):
                continue
            used = Counter(value for value, span in rule.uses(story) if not said.meet(span))
            if used:
                first, *rest = used.most_common(2)
                most = first[0] if not rest or first[1] > rest[0][1] else ""
                yield rule.axis, {value: [int(value == most), min(n, _MOST_PLACES)] for value, n in used.items()}

    def merge(self, a: Any, b: Any) -> Any:
        """Stories add up."""
        none = (0, 0)
        return {
            value: [x + y for x, y in zip(a.get(value, none), b.get(value, none), strict=True)]
            for value in sorted({**a, **b})
        }


class _Workspace(Workspace):
    """One that collects what stories use; made so that another process can make it again."""

    def __init__(self, settings: Settings, config_file: str | None) -> None:
        super().__init__(settings._replace(select=(ArchiveStyle.id,)), config_file)
        rules = pack.load(self.plugins).rules
        axes = tuple([rules[rule_id] for rule_id, known in sorted(rules.known.items()) if known.axis])
        self._added = (ArchiveStyle().with_(axes=axes),)

    def __reduce__(self) -> tuple[type[Workspace], tuple[Settings, str | None]]:
        return type(self), (self.settings, self.finder.named)


class ArchiveStyles(NamedTuple):
    """How an archive uses each axis that it shows, how many stories there are, and those that cannot be read."""

    axes: Sequence[AxisUse]
    stories: int
    failures: Sequence[Failure]


def read_styles(paths: Sequence[str], request: run.Request, most: int = 0) -> ArchiveStyles:
    """How the stories of an archive use each axis of house style; with `most`, of so many from all over it."""
    workspace = _Workspace(request.workspace.settings, request.workspace.finder.named)
    job = run.Run(request._replace(workspace=workspace, corpus=True), facts=True)
    facts = SortedRecords()
    stories = 0
    failures: list[Failure] = []

    def missed(path: str, why: str) -> None:
        failures.append(failure(job.workspace, path, why))

    named = list(stories_below(job.scope, paths, missed=missed))
    named = named[:: -(-len(named) // most)] if most and named else named
    with Progress(len(named)) as progress:
        for outcome in job.outcomes(named):
            progress.step()
            stories += not outcome.failure and not outcome.repeated
            if outcome.failure:
                failures.append(Failure(outcome.path, outcome.failure))
            for _, axis, fact in outcome.facts or ():
                facts.add([axis, fact])
    return ArchiveStyles([*uses_of(facts)], stories, sorted(failures))


def uses_of(facts: Iterable[Sequence[Any]]) -> Iterator[AxisUse]:
    """How each axis is used, by the sums of all stories, which come by axis."""
    rule = ArchiveStyle()
    for axis, records in groupby(facts, key=lambda record: record[0]):
        total: dict[str, list[int]] = {}
        for record in records:
            total = rule.merge(total, record[1])
        yield _axis_use(axis, total)


def _axis_use(axis: str, total: Mapping[str, Sequence[int]]) -> AxisUse:
    uses = [Use(value, *counts) for value, counts in total.items()]
    uses.sort(key=lambda use: (-use.stories, -use.places, use.value))
    stories = sum(use.stories for use in uses)
    follows = uses[0].value if stories >= LEAST and uses[0].stories >= MOST * stories else ""
    return AxisUse(axis, uses, follows)


_HEAD = """\
# The style that the stories of {where} follow, learnt by `newslint learn --style`.
# To use it, write `extends: [{file}]` in newslint.yaml. It is yours to edit.
"""


def style_page(found: ArchiveStyles, where: str, file: str) -> str:
    """The text of a style file: a value where the archive follows one, a comment where it goes both ways."""
    lines = [_HEAD.format(where=where, file=file) + "style:"]
    lines += [f"  {each.axis}: {each.follows}  # {each.told()}" for each in found.axes if each.follows]
    if len(lines) == 1:
        lines[0] += " {}"
    open_ones = [each for each in found.axes if not each.follows]
    if open_ones:
        lines.append("# Used both ways, or too seldom to tell:")
        lines += [f"#  {each.axis}: {each.uses[0].value}  # {each.told()}" for each in open_ones]
    return "\n".join(lines) + "\n"
