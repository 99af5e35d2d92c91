"""One scan of a story for all words and patterns of all rules that look for such."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from newslint.base.errors import RuleError
from newslint.engine.guard import in_quotation
from newslint.kinds.base import Hit, KindRule, patience
from newslint.matcher import Match, Matcher, TooSlow
from newslint.model.story import Story


class Scan:
    """The needles of some rules in one matcher."""

    def __init__(self, rules: Sequence[KindRule]) -> None:
        self._rules = rules
        needles, owners = [], []
        for n, rule in enumerate(rules):
            for k, needle in enumerate(rule.needles()):
                needles.append(needle)
                owners.append((n, k))
        self._owners = owners
        self._matcher = Matcher(needles) if needles else None

    def hits(self, story: Story) -> Mapping[str, Sequence[Hit]]:
        """What was found, by rule, in the zones each rule asks for."""
        if self._matcher is None:
            return {}
        prose = story.prose
        found: dict[int, list[Hit]] = {}
        for match in self._scanned(self._matcher, story):
            owner, needle = self._owners[match.needle]
            held = prose.zone_of(match.start, match.end)
            if held and held[0].role in self._rules[owner].zones:
                zone, at = held
                found.setdefault(owner, []).append(Hit(needle, zone, match.start - at, match.end - at))
        rules = self._rules
        return {rules[owner].id: list(_ordered(rules[owner], hits, story)) for owner, hits in found.items()}

    def _scanned(self, matcher: Matcher, story: Story) -> list[Match]:
        """What stands where; raises RuleError for a pattern that takes too long."""
        try:
            return matcher.scan(story.prose.text, story.prose.bounds(), story.get(patience))
        except TooSlow as error:
            raise self.stopped(error, story.path) from None

    def stopped(self, error: TooSlow, path: str) -> RuleError:
        """The error for a story whose patterns ran out of time: it names the rule whose pattern took the longest."""
        rules = (r for r in self._rules for n in r.needles() if n.pattern and n.text == error.pattern)
        rule = next(rules, self._rules[0])
        said = f"the rule “{rule.id}” was stopped on this story: {error}"
        hint = f"limit its repeats ({{1,40}} in place of +), or switch it off: rules: {{{rule.id}: off}}"
        return RuleError(said, path, hint=hint)


def _ordered(rule: KindRule, hits: Iterable[Hit], story: Story) -> Iterator[Hit]:
    """A rule's hits by place, the longer first, those in quotations left out as it asks."""
    for hit in sorted(hits, key=lambda h: (h.zone.span.start, h.start, -h.end, h.needle)):
        if rule.in_quotes == "both" or in_quotation(story, hit.span) == (rule.in_quotes == "only"):
            yield hit
