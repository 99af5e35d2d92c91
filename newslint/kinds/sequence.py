"""Words in order, with gaps between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newslint.base.schema import ListOf, Number, Shape, Where
from newslint.base.typed import ClassVar
from newslint.kinds.base import CASE, WORDS, Hit, KindRule
from newslint.matcher import Needle, term_pattern
from newslint.model.finding import Finding
from newslint.model.story import Story

_GAP = r"[^\w.!?]+\w+"


class Sequence_(KindRule):  # noqa: N801 - the name of the kind is taken
    """Flags steps that follow one another in a sentence, with at most `within` words between two."""

    fills: ClassVar[Sequence[str]] = ("match",)
    keys: ClassVar[Mapping[str, Shape]] = {
        "steps": ListOf(WORDS, least=2).described(
            "Words that follow one another in a sentence, in order; a list stands for either."
        ),
        "within": Number(0).described("How many words may stand between two steps."),
        "case": CASE,
    }
    required: ClassVar[Sequence[str]] = ("steps",)

    def place_of(self, needle: int, where: Where) -> Where:
        """The steps."""
        return where.at("steps")

    def needles(self) -> Sequence[Needle]:
        """All steps as one pattern."""
        within = int(self.value("within", 0))
        gap = rf"(?:{_GAP}){{0,{within}}}?[^\w.!?]+"
        steps = ["(?:" + "|".join(term_pattern(term) for term in step) + ")" for step in self.spec["steps"]]
        return [Needle(gap.join(steps), pattern=True, case=bool(self.value("case", False)))]

    def judge(self, story: Story, hits: Sequence[Hit]) -> Iterator[Finding]:
        """One finding for each place."""
        for hit in self.without_overlaps(hits, 1):
            yield self.finding(hit.span, self.say(match=hit.text), fixes=self.fixes_for(story, hit))
