"""What every kind of YAML rule shares: needles to look for, zones to look in, and findings from hits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar, NamedTuple, Self

from newslint.finding import Finding
from newslint.matcher import Needle
from newslint.rule import Rule
from newslint.schema import Shape, Where
from newslint.story import Story, Zone
from newslint.text import Span


class Hit(NamedTuple):
    """Needle number `needle` of a rule stands in a zone, at `start`-`end` of its prose."""

    needle: int
    zone: Zone
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words found."""
        return self.zone.text[self.start : self.end]

    @property
    def span(self) -> Span:
        """Where they stand in the source."""
        return self.zone.to_source(self.start, self.end)


class KindRule(Rule):
    """A rule built from YAML. A kind says which keys it has and what the hits of its needles mean."""

    keys: ClassVar[Mapping[str, Shape]] = {}
    required: ClassVar[Sequence[str]] = ()
    spec: Mapping[str, Any]

    @classmethod
    def build(cls, spec: Mapping[str, Any], common: Mapping[str, Any], where: Where) -> Self:
        """A rule from checked keys of its own (`spec`) and the keys every kind has (`common`)."""
        rule = cls().with_(spec=spec, kind=where.document.data["kind"], **common)
        rule.verify(where)
        return rule

    def verify(self, where: Where) -> None:
        """Raise the error for keys that do not go together."""

    def needles(self) -> Sequence[Needle]:
        """What the one scan must look for on behalf of this rule."""
        return ()

    def judge(self, story: Story, hits: Sequence[Hit]) -> Iterator[Finding]:
        """Findings from hits (in order, in this rule's zones, quotations already left out)."""
        yield from ()
