"""One scan of a story for all words and patterns of all rules that look for such."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from newslint.base.errors import RuleError
from newslint.engine.guard import in_quotation
from newslint.kinds.base import Hit, patience
from newslint.matcher import Match, Matcher, TooSlow
from newslint.model.story import Story
from newslint.rulebook.waiting import Sought


class Scan:
    """The needles of some rules, by id, in one matcher."""

    def __init__(self, sought: Mapping[str, Sought]) -> None:
        self._sought = sought
        needles = [needle for each in sought.values() for needle in each.needles]
        within = [each.zones for each in sought.values() for _ in each.needles]
        self._owners = [(rule, k) for rule, each in sought.items() for k, _ in enumerate(each.needles)]
        self._matcher = Matcher(needles, within) if needles else None

    def hits(self, story: Story) -> Mapping[str, Sequence[Hit]]:
        """What was found, by rule, in the zones each rule asks for."""
        if self._matcher is None:
            return {}
        prose = story.prose
        found: dict[str, list[Hit]] = {}
        for match in self._scanned(self._matcher, story):
            rule, needle = self._owners[match.needle]
            held, zones = prose.zone_of(match.start, match.end), self._sought[rule].zones
            if held and (not zones or held[0].role in zones):
                zone, at = held
                found.setdefault(rule, []).append(Hit(needle, zone, match.start - at, match.end - at))
        return {rule: list(_ordered(self._sought[rule].in_quotes, hits, story)) for rule, hits in found.items()}

    def _scanned(self, matcher: Matcher, story: Story) -> list[Match]:
        """What stands where; raises RuleError for a pattern that takes too long."""
        try:
            roles = [zone.role for zone in story.prose.zones]
            return matcher.scan(story.prose.text, story.prose.bounds(), story.get(patience), roles)
        except TooSlow as error:
            raise self.stopped(error, story.path) from None

    def stopped(self, error: TooSlow, path: str) -> RuleError:
        """The error for a story whose patterns ran out of time: it names the rule whose pattern took the longest."""
        looking = (
            rule for rule, each in self._sought.items() for n in each.needles if n.pattern and n.text == error.pattern
        )
        rule = next(looking, next(iter(self._sought), ""))
        said = f"the rule “{rule}” was stopped on this story: {error}"
        hint = f"limit its repeats ({{1,40}} in place of +), or switch it off: rules: {{{rule}: off}}"
        return RuleError(said, path, hint=hint)


def _ordered(in_quotes: str, hits: Iterable[Hit], story: Story) -> Iterator[Hit]:
    """A rule's hits by place, the longer first, those in quotations left out as it asks."""
    for hit in sorted(hits, key=lambda h: (h.zone.span.start, h.start, -h.end, h.needle)):
        if in_quotes == "both" or in_quotation(story, hit.span) == (in_quotes == "only"):
            yield hit
