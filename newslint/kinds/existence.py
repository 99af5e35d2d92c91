"""This must not appear."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newslint.base.lazy import pattern
from newslint.base.schema import Shape, Text, Where
from newslint.base.typed import ClassVar
from newslint.kinds.base import AXIS, SEARCH, Hit, KindRule
from newslint.matcher import Needle
from newslint.model.finding import Finding
from newslint.model.story import Story

_TRIM = pattern(r"[\s.:…!>»→*|\-]*")


class Existence(KindRule):
    """Flags every term or pattern found; with `alone: line`, only where it is the whole line."""

    fills: ClassVar[Sequence[str]] = ("match", "replacement")
    keys: ClassVar[Mapping[str, Shape]] = {
        **SEARCH,
        **AXIS,
        "alone": Text(("line",)).described("line: only where the words are a whole line."),
    }

    def verify(self, where: Where) -> None:
        """It must look for something."""
        if not (self.spec.get("terms") or self.spec.get("patterns")):
            raise where.wrong(f"{self.id}: an existence rule needs terms or patterns")

    def needles(self) -> Sequence[Needle]:
        """Its terms and patterns."""
        return self.searched()

    def judge(self, story: Story, hits: Sequence[Hit]) -> Iterator[Finding]:
        """One finding for each place."""
        if not self.speaks_of(story):
            return
        alone = self.spec.get("alone") == "line"
        for hit in self.without_overlaps(hits):
            if not alone or is_whole_line(hit):
                said = self.say(match=hit.text, replacement=self.replacement(story, hit))
                yield self.finding(hit.span, said, fixes=self.fixes_for(story, hit))


def is_whole_line(hit: Hit) -> bool:
    """Whether a hit is all that its paragraph says, but for signs round it."""
    text = hit.zone.text
    return bool(_TRIM.fullmatch(text, 0, hit.start) and _TRIM.fullmatch(text, hit.end))
