"""If this is in the story, that must be too: an acronym and its expansion."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newslint.base.schema import Shape, Text, Where
from newslint.base.typed import ClassVar
from newslint.kinds.base import CASE, EXCEPT, Hit, KindRule, patience
from newslint.matcher import Needle, groups_at
from newslint.model.finding import Finding
from newslint.model.story import Story


class Conditional(KindRule):
    """Flags the first place of each `first` that no `then` answers.

    Where both patterns have a group, the groups must say the same. With `order: before`, the answer must
    not come after the place it answers.
    """

    fills: ClassVar[Sequence[str]] = ("match",)
    keys: ClassVar[Mapping[str, Shape]] = {
        "first": Text().described("A pattern that asks for `then`."),
        "then": Text().described("The pattern that must stand in the story too."),
        "order": Text(("any", "before")).described("before: the answer must come first; any (default)."),
        "case": CASE,
        "except": EXCEPT,
    }
    required: ClassVar[Sequence[str]] = ("first", "then")

    def place_of(self, needle: int, where: Where) -> Where:
        """`first` or `then`."""
        return where.at(("first", "then")[needle])

    def needles(self) -> Sequence[Needle]:
        """The two patterns."""
        case = bool(self.value("case", True))
        return [Needle(self.spec[key], pattern=True, case=case) for key in ("first", "then")]

    def judge(self, story: Story, hits: Sequence[Hit]) -> Iterator[Finding]:
        """One finding for each text that stays without its answer."""
        answers: dict[str, int] = {}
        for hit in hits:
            if hit.needle == 1:
                answers.setdefault(self._key(story, hit), hit.span.start)
        seen = {term.casefold() for term in self.spec.get("except", ())}
        before = self.spec.get("order") == "before"
        for hit in hits:
            key = self._key(story, hit)
            if hit.needle or key.casefold() in seen:
                continue
            seen.add(key.casefold())
            place = answers.get(key, answers.get(""))
            if place is None or (before and place > hit.span.start):
                yield self.finding(hit.span, self.say(match=hit.text))

    def _key(self, story: Story, hit: Hit) -> str:
        """What a hit's group says; all of a `first` without one; nothing for a `then` without one."""
        found = groups_at(self.needles()[hit.needle], hit.zone.text, hit.start, story.get(patience))
        if found and found[0]:
            return found[0][0] or ""
        return "" if hit.needle else hit.text
