"""Lines left over from a web page, by what they were for there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from newslint.analyses.roles.residue import residue
from newslint.base.schema import ListOf, Shape, Text, Where
from newslint.base.text import Span
from newslint.base.typed import Any, ClassVar, Self
from newslint.kinds.base import KindRule, clipped
from newslint.model.finding import CONFIDENCES, Confidence, Edit, Finding, Fix, Safety, deletions
from newslint.model.story import Story, Zone

DELETE = ("safe", "offer", "no")
Sureness = Mapping[int, Confidence]
_WIDTH = 30  # characters of the first and the last line that the message on a block quotes


class Residue(KindRule):
    """Flags lines of the given sorts that the role analysis found to be no part of the story.

    Neighbouring lines are one finding, which `many` words ({count}, {first}, {last}); without it each stands for
    itself. With `delete: safe` lines that
    are sure to be residue may be deleted unattended and likely ones by a person; with `offer` a person decides on
    all; with `no` none is deleted. Lines that are but suspected are never deleted and are shown only on request.
    """

    fills: ClassVar[Sequence[str]] = ("match",)
    keys: ClassVar[Mapping[str, Shape]] = {
        "sorts": ListOf(Text(), single=True, least=1).described(
            "Sorts of lines that pages leave behind; `newslint show` names them."
        ),
        "many": Text().described("The message for neighbouring lines: {count}, {first}, {last}."),
        "delete": Text(DELETE).described("Whether such lines may be deleted: safe, offer (a person decides) or no."),
    }
    required: ClassVar[Sequence[str]] = ("sorts",)
    adjustable: ClassVar[Sequence[str]] = ("delete",)
    needs = residue

    @classmethod
    def build(cls, spec: Mapping[str, Any], common: Mapping[str, Any], where: Where) -> Self:
        """A rule that looks into quotation marks too: a page's line may hold some."""
        return super().build(spec, {**common, "in_quotes": "both"}, where)

    @property
    def deletes_lines(self) -> bool:
        """Whether somebody, unattended or not, may delete such lines."""
        return bool(self.value("delete", "no") != "no")

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each block."""
        found = story.get(residue)
        mine = [found[sort] for sort in self._sorts if sort in found] if found else ()
        if mine:
            sure = {n: confidence for lines in mine for n, confidence in lines.items()}
            lines = sorted(sure)
            for block in _runs(lines, sure) if "many" in self.spec else ([n] for n in lines):
                yield self._found(story, block, sure)

    @cached_property
    def _sorts(self) -> Sequence[str]:
        sorts: Sequence[str] = self.spec["sorts"]
        return sorts

    def _found(self, story: Story, block: Sequence[int], sure: Sureness) -> Finding:
        first, last = story.zones[block[0]], story.zones[block[-1]]
        if len(block) == 1:
            message = self.say(match=first.text)
        else:
            message = self.spec["many"]
            words = {"count": str(len(block)), "first": _short(first), "last": _short(last), "match": _short(first)}
            for key, value in words.items():
                message = message.replace("{" + key + "}", value)
        confidence = min((sure[n] for n in block), key=CONFIDENCES.index)
        fixes = self._fixes(story, block, [n for n in block if sure[n] == "high"]) if confidence != "low" else ()
        return self.finding(Span(first.span.start, last.span.end), message, fixes=fixes, confidence=confidence)

    def _fixes(self, story: Story, block: Sequence[int], sure: Sequence[int]) -> Iterator[Fix]:
        """The whole block for a person to delete, and what of it is sure for anyone; one fix if that is the same."""
        if not self.deletes_lines:
            return
        how = self.value("delete")
        if how == "offer" or len(sure) < len(block):
            yield _deleting(story, block, "offer", "this line", "these {count} lines")
        if how == "safe" and sure:
            part = (
                ("this line", "these {count} lines")
                if len(sure) == len(block)
                else ("the sure one", "the {count} sure ones")
            )
            yield _deleting(story, sure, "safe", *part)


def _deleting(story: Story, numbers: Sequence[int], safety: Safety, one: str, several: str) -> Fix:
    edits: list[Edit] = []
    for run in _runs(numbers, {}):
        edits += deletions(story.source, [story.zones[n].span for n in run])
    title = one if len(numbers) == 1 else several.replace("{count}", str(len(numbers)))
    return Fix(f"Delete {title}", tuple(edits), safety)


def _runs(numbers: Sequence[int], sure: Sureness) -> Iterator[Sequence[int]]:
    """Neighbours together; lines that are but suspected stand apart from the others."""
    run: list[int] = []
    for n in numbers:
        if run and (n != run[-1] + 1 or (sure.get(n) == "low") != (sure.get(run[-1]) == "low")):
            yield run
            run = []
        run.append(n)
    if run:
        yield run


def _short(zone: Zone) -> str:
    return clipped(zone.text, _WIDTH)
