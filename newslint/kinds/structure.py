"""Zones present, absent, and of the right size."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newslint.base.schema import ListOf, Number, Shape, Text, Where
from newslint.base.text import Span
from newslint.base.typed import ClassVar
from newslint.kinds.base import KindRule
from newslint.model.finding import Finding
from newslint.model.story import ROLES, Story, Zone

ANCHORS = ("lede", "paragraph", *(kind for kind in ROLES if kind != "body"))


class Structure(KindRule):
    """Flags a missing or unwanted zone, and the anchor where it is too long.

    The anchor is a kind of zone, `lede` (the first paragraph of body) or `paragraph` (each of body).
    """

    fills: ClassVar[Sequence[str]] = ("zone", "match", "count", "max")
    keys: ClassVar[Mapping[str, Shape]] = {
        "require": ListOf(Text(ROLES), single=True).described("Zones that a story must have."),
        "forbid": ListOf(Text(ROLES), single=True).described("Zones that a story must not have."),
        "anchor": Text(ANCHORS).described("What is measured: lede, paragraph or a zone."),
        "max-words": Number(1).described("The most words it may have."),
        "max-characters": Number(1).described("The most characters it may have."),
    }
    adjustable: ClassVar[Sequence[str]] = ("max-words", "max-characters")

    def verify(self, where: Where) -> None:
        """A size needs an anchor to measure."""
        sized = "max-words" in self.spec or "max-characters" in self.spec
        if sized and "anchor" not in self.spec:
            raise where.wrong(f"{self.id}: say what to measure with anchor: {', '.join(ANCHORS[:3])}…")
        if not (sized or self.spec.get("require") or self.spec.get("forbid")):
            raise where.wrong(f"{self.id}: a structure rule needs require, forbid, max-words or max-characters")

    def check(self, story: Story) -> Iterator[Finding]:
        """Findings at the head of the story (missing), or at the zone."""
        kinds = {zone.role for zone in story.zones}
        for kind in self.spec.get("require", ()):
            if kind not in kinds:
                yield self.finding(self._head(story), self.say(zone=kind, match=kind))
        for kind in self.spec.get("forbid", ()):
            for zone in story.of(kind):
                yield self.finding(zone.span, self.say(zone=kind, match=zone.text))
        for zone in self._anchored(story):
            yield from self._sized(zone)

    def _sized(self, zone: Zone) -> Iterator[Finding]:
        words, characters = self.value("max-words"), self.value("max-characters")
        if words is not None and (count := len(zone.text.split())) > words:
            yield self.finding(zone.span, self.say(count=count, max=words, match=zone.text))
        elif characters is not None and (count := len(zone.text)) > characters:
            yield self.finding(zone.span, self.say(count=count, max=characters, match=zone.text))

    def _anchored(self, story: Story) -> Iterator[Zone]:
        anchor = self.spec.get("anchor")
        if anchor is None:
            return
        if anchor not in ("lede", "paragraph"):
            yield from story.of(anchor)
            return
        for zone in story.of("body"):
            yield zone
            if anchor == "lede":
                return

    @staticmethod
    def _head(story: Story) -> Span:
        if story.zones:
            return story.zones[0].span
        return Span(0, 0)
