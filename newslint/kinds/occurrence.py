"""At most, or at least, so many."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby

from newslint.analyses.text.sentences import Sentence, sentences
from newslint.base.schema import Number, Shape, Text, Where
from newslint.base.typed import Any, ClassVar
from newslint.kinds.base import SEARCH, Hit, KindRule
from newslint.matcher import Matcher, Needle
from newslint.model.finding import Finding, Related
from newslint.model.story import Analysis, Story, Zone


class Occurrence(KindRule):
    """Counts hits in a story, paragraph or sentence and flags the first one too many, or their lack."""

    fills: ClassVar[Sequence[str]] = ("match", "count", "max", "min")
    keys: ClassVar[Mapping[str, Shape]] = {
        **SEARCH,
        "per": Text(("story", "paragraph", "sentence")).described(
            "What is counted in: a story, a paragraph or a sentence."
        ),
        "min": Number(1).described("The least there may be."),
        "max": Number(0).described("The most there may be."),
    }
    adjustable: ClassVar[Sequence[str]] = ("min", "max")

    def verify(self, where: Where) -> None:
        """It must look for something and have a limit."""
        if not (self.spec.get("terms") or self.spec.get("patterns")):
            raise where.wrong(f"{self.id}: an occurrence rule needs terms or patterns")
        if "min" not in self.spec and "max" not in self.spec:
            raise where.wrong(f"{self.id}: an occurrence rule needs min or max")
        if "min" in self.spec and self.spec.get("per", "story") != "story":
            raise where.at("min").wrong(f"{self.id}: min counts per story only")

    def needles(self) -> Sequence[Needle]:
        """Its terms and patterns."""
        return self.searched()

    def judge(self, story: Story, hits: Sequence[Hit]) -> Iterator[Finding]:
        """One finding for each story, paragraph or sentence with too many."""
        most = self.value("max")
        if most is None:
            return
        for _, group in groupby(self.without_overlaps(hits), key=lambda hit: self._unit(story, hit)):
            found = list(group)
            if len(found) > most:
                first = found[int(most)]
                related = [Related(hit.span, "counted") for hit in found if hit is not first]
                said = self.say(match=first.text, count=len(found), max=most)
                yield self.finding(first.span, said, related=related)

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding at the head of a story with too few."""
        least = self.value("min")
        zones = list(story.of(*self.zones))
        if least is None or not zones:
            return
        found = sum(1 for zone in zones for needle in self.needles() for _ in _places(needle, zone.text))
        if found < least:
            yield self.finding(zones[0].span, self.say(match="", count=found, min=least))

    def _unit(self, story: Story, hit: Hit) -> Any:
        per = self.spec.get("per", "story")
        if per == "story":
            return 0
        if per == "paragraph":
            return hit.zone.span
        found = story.get(_sentences_of).get(hit.zone, ())
        n = bisect_right(found, hit.start, key=lambda sentence: sentence.start) - 1
        return (found[n].start if n >= 0 and hit.start < found[n].end else 0), hit.zone.span


def _by_zone(story: Story) -> dict[Zone, list[Sentence]]:
    found: dict[Zone, list[Sentence]] = {}
    for sentence in story.get(sentences):
        found.setdefault(sentence.zone, []).append(sentence)
    return found


_sentences_of: Analysis[dict[Zone, list[Sentence]]] = Analysis("sentences-by-zone", _by_zone)


@lru_cache(maxsize=256)
def _matcher(needle: Needle) -> Matcher:
    return Matcher((needle,))


def _places(needle: Needle, text: str) -> Iterator[tuple[int, int]]:
    return ((m.start, m.end) for m in _matcher(needle).scan(text, ((0, len(text)),)))
