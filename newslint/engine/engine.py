"""One story, one profile: findings. The whole middle of newslint."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date as Date
from typing import Any

from newslint.analyses.quotes.quotes import contents
from newslint.base.environment import Plugin
from newslint.base.errors import RuleError
from newslint.base.text import Span
from newslint.checks.unused_ignore import UnusedIgnore
from newslint.config.profile import Profile
from newslint.kinds.base import Hit, KindRule
from newslint.matcher import Match, Matcher, TooSlow
from newslint.model.finding import CONFIDENCES, Edit, Finding, Fix
from newslint.model.ignores import Ignore, apply, ignores_of
from newslint.model.rule import CorpusRule, Rule
from newslint.model.story import Analysis, Story

# Conditions that whole stories meet or not, by the attribute of a story that tells.
_SHARED = {"kind": "genre", "format": "format", "language": "language"}
_SIGNS_OF_METADATA = frozenset("\"'\\:#[]{}&*!|>%@`\r\n")  # a headline in front matter may need quoting for these


class Engine:
    """The rules of a profile, ready to run: one matcher for all that look for words."""

    def __init__(self, profile: Profile, today: Date | None = None) -> None:
        self.profile = profile
        self.today = today
        self._least = CONFIDENCES.index(profile.min_confidence)
        self._words = [rule for rule in profile.rules if isinstance(rule, KindRule)]
        self._waiting = {r.id: (r, _asks(r)) for r in self._words if _waits_for_hits(r)}
        stories = [r for r in profile.rules if r.family == "story" and r.id not in self._waiting]
        self._needing = _by_need(stories)
        apart = {rule.id for _, rules in self._needing for rule in rules}
        self._rules = [(rule, _asks(rule)) for rule in stories if rule.id not in apart]
        self._fitting: dict[tuple[str, str, str], list[tuple[Rule, bool]]] = {}
        self.corpus_rules = [rule for rule in profile.rules if isinstance(rule, CorpusRule)]
        self._yielding = {rule.id: rule.yields_to for rule in profile.rules if rule.yields_to}
        self._dated = any(rule.since or rule.until or rule.dated for rule in profile.rules)
        needles, owners = [], []
        for n, rule in enumerate(self._words):
            for k, needle in enumerate(rule.needles()):
                needles.append(needle)
                owners.append((n, k))
        self._owners = owners
        self._matcher = Matcher(needles) if needles else None

    def check(self, story: Story) -> list[Finding]:
        """Every finding of the profile's rules in a story, sorted by place and rule."""
        found: list[Finding] = []
        hits = self._hits(story)
        for rule, asks in self._asked(story, hits):
            if asks and not self.applies(rule, story):
                continue
            try:
                said = list(rule.check(story))
                if hits and rule.id in hits and isinstance(rule, KindRule):
                    said += rule.judge(story, hits[rule.id])
                if said:
                    found += self._kept(rule, story, said)
            except Exception as error:
                raise failed(rule, self.profile.owners, story.path, error) from error
        if len(found) > 1 and self._yielding:
            found = list(self._without_yielding(found))
        found = self._without_ignored(story, found)
        found.sort(key=lambda f: (f.span, f.rule, f.message))
        return found

    def _asked(self, story: Story, hits: Mapping[str, list[Hit]]) -> Iterator[tuple[Rule, bool]]:
        """The rules that may find something in a story, and whether their conditions must still be checked."""
        yield from self._fitting_for(story)
        for analysis, rules in self._needing:
            try:
                found = story.get(analysis)
            except Exception as error:
                raise failed(rules[0], self.profile.owners, story.path, error) from error
            if found:
                yield from [(rule, False) for rule in rules]
        if hits:
            yield from [self._waiting[name] for name in hits if name in self._waiting]

    def _fitting_for(self, story: Story) -> Sequence[tuple[Rule, bool]]:
        """The rules whose conditions on a story's genre, language and format hold: stories alike share them."""
        alike = (story.genre, story.language, story.format)
        found = self._fitting.get(alike)
        if found is None:
            found = [
                (rule, asks and not _is_the_same_for_all_alike(rule))
                for rule, asks in self._rules
                if not (asks and _is_the_same_for_all_alike(rule)) or self.applies(rule, story)
            ]
            self._fitting[alike] = found
        return found

    def _without_yielding(self, found: Sequence[Finding]) -> Iterator[Finding]:
        """Findings without those of rules that yield a place to another rule's finding."""
        for finding in found:
            before = self._yielding.get(finding.rule)
            if not (before and any(other.rule in before and _meet(finding, other) for other in found)):
                yield finding

    def _without_ignored(self, story: Story, found: list[Finding]) -> list[Finding]:
        """Findings that the story does not ask to ignore, and findings about unused requests."""
        ignores = ignores_of(story)
        if not ignores:
            return found
        holding = self._holding(ignores)
        known, running = self.profile.known, {r.id for r in self.profile.rules if r.family == "story"}
        running |= {r.topic for r in self.profile.rules if r.family == "story"}
        kept, unused = apply(found, holding, silent=known.keys() - running, aliases=known)
        teller = next((rule for rule in self.profile.rules if isinstance(rule, UnusedIgnore)), None)
        if teller:
            kept += teller.judge_ignores(unused, known)
            kept += teller.judge_requests(ignores, holding, unused)
        return kept

    def _holding(self, ignores: Iterable[Ignore]) -> list[Ignore]:
        return [ignore for ignore in ignores if ignore.holds(self.today)]

    def ignores(self, story: Story) -> list[Ignore]:
        """What a story asks to ignore today."""
        return self._holding(ignores_of(story))

    def asks_today(self, story: Story) -> bool:
        """Whether some rule uses today's date for this story."""
        dated = self.profile.as_of == "today" or (self.profile.as_of == "story" and story.date is None)
        return (dated and self._dated) or any(ignore.until for ignore in ignores_of(story))

    def applies(self, rule: Rule, story: Story) -> bool:
        """Whether a rule's conditions (genre, dates…) hold for this one."""
        if rule.when and not all(_holds(story, key, values) for key, values in rule.when.items()):
            return False
        if rule.unless and any(_holds(story, key, values) for key, values in rule.unless.items()):
            return False
        if rule.since is None and rule.until is None:
            return True
        day = self.profile.day_of(story, self.today)
        return (rule.since is None or day >= rule.since) and (rule.until is None or day <= rule.until)

    def _hits(self, story: Story) -> Mapping[str, list[Hit]]:
        """What the one scan found, by rule, in the zones each rule asks for."""
        if self._matcher is None:
            return {}
        prose = story.prose
        found: dict[int, list[Hit]] = {}
        for match in self._scanned(self._matcher, story):
            owner, needle = self._owners[match.needle]
            rule = self._words[owner]
            held = prose.zone_of(match.start, match.end)
            if held and held[0].role in rule.zones:
                zone, at = held
                found.setdefault(owner, []).append(Hit(needle, zone, match.start - at, match.end - at))
        rules = self._words
        return {rules[owner].id: list(self._ordered(rules[owner], hits, story)) for owner, hits in found.items()}

    def _scanned(self, matcher: Matcher, story: Story) -> list[Match]:
        """What stands where; raises RuleError for a pattern that takes too long."""
        try:
            return matcher.scan(story.prose.text, story.prose.bounds())
        except TooSlow as error:
            rule = self._words[self._owners[error.needle][0]]
            said = f"the rule “{rule.id}” was stopped on this story: {error}"
            hint = f"limit its repeats ({{1,40}} in place of +), or switch it off: rules: {{{rule.id}: off}}"
            raise RuleError(said, story.path, hint=hint) from None

    def _ordered(self, rule: KindRule, hits: Iterable[Hit], story: Story) -> Iterator[Hit]:
        """A rule's hits by place, the longer first, those in quotations left out as it asks."""
        for hit in sorted(hits, key=lambda h: (h.zone.span.start, h.start, -h.end, h.needle)):
            if rule.in_quotes == "both" or in_quotation(story, hit.span) == (rule.in_quotes == "only"):
                yield hit

    def _kept(self, rule: Rule, story: Story, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Findings confident enough to show, those inside quotations left out, fixes kept off quotations."""
        for finding in findings:
            if CONFIDENCES.index(finding.confidence) < self._least:
                continue
            if rule.in_quotes != "both" and in_quotation(story, finding.span) != (rule.in_quotes == "only"):
                continue
            yield (
                finding._replace(fixes=tuple(_spare_quotations(finding.fixes, story))) if finding.fixes else finding
            )


def failed(rule: Rule, owners: Mapping[str, Plugin], path: str, error: Exception) -> RuleError:
    """The error for a rule that broke on a story: it names the rule and whose it is."""
    if isinstance(error, RuleError):
        return error
    owner = owners.get(rule.id)
    who = f"plugin {owner.name} {owner.version}" if owner else "newslint"
    return RuleError(
        f"the rule “{rule.id}” of {who} failed on this story: {type(error).__name__}: {error}",
        path,
        hint=f"until it is fixed, switch it off: rules: {{{rule.id}: off}}",
    )


def _waits_for_hits(rule: Rule) -> bool:
    """Whether a rule finds nothing in a story in which the scan found none of its needles."""
    return isinstance(rule, KindRule) and type(rule).check is Rule.check and type(rule).check_zone is Rule.check_zone


def _asks(rule: Rule) -> bool:
    """Whether a rule has conditions at all."""
    return bool(rule.when or rule.unless) or rule.since is not None or rule.until is not None


def _is_the_same_for_all_alike(rule: Rule) -> bool:
    """Whether a rule's conditions are the same for all stories of one genre, language and format."""
    return rule.since is None and rule.until is None and _SHARED.keys() >= {*rule.when, *rule.unless}


def _by_need(rules: Iterable[Rule]) -> list[tuple[Analysis[Any], list[Rule]]]:
    """Rules without conditions that find nothing where an analysis finds nothing, by that analysis."""
    groups: dict[str, tuple[Analysis[Any], list[Rule]]] = {}
    for rule in rules:
        # said beside the check it belongs to: a plugin's own check, built on one of ours, is always asked
        need = next(vars(base).get("needs") for base in type(rule).__mro__ if "check" in vars(base))
        if need and not (_asks(rule) or (isinstance(rule, KindRule) and rule.needles())):
            groups.setdefault(need.name, (need, []))[1].append(rule)
    return list(groups.values())


def _holds(story: Story, key: str, values: Sequence[str]) -> bool:
    if key in _SHARED:
        return getattr(story, _SHARED[key]) in values
    words = [value.casefold() for value in values]
    return any(word in zone.text.casefold() for zone in story.of(key) for word in words)


def in_quotation(story: Story, span: Span) -> bool:
    """Whether a span lies between the marks of a quotation."""
    return any(inner.holds(span) for inner in _near(story.get(contents), span))


def _near(spans: tuple[Span, ...], span: Span) -> tuple[Span, ...]:
    """The few spans (ordered, not overlapping by much) that can meet this one."""
    index = bisect_left(spans, span)
    return spans[max(0, index - 3) : index + 64]


def _spare_quotations(fixes: Iterable[Fix], story: Story) -> Iterator[Fix]:
    """Fixes without the edits that would change what somebody said or break markup; none with nothing left to do."""
    spoken = story.get(contents)
    for fix in fixes:
        edits = tuple(
            e
            for e in fix.edits
            if not (
                any(_touches(e.span, i) for i in spoken) or _in_block_quotation(e, story) or _breaks_markup(e, story)
            )
        )
        if edits:
            yield fix._replace(edits=edits)


def _in_block_quotation(edit: Edit, story: Story) -> bool:
    """Whether an edit would change words that are set off as somebody's."""
    return any(
        zone and zone.role == "quote-block" for zone in (story.zone_at(edit.span.start), story.zone_at(edit.span.end))
    )


def _breaks_markup(edit: Edit, story: Story) -> bool:
    """Whether an edit would leave half of some markup behind, or put a sign into metadata that means something."""
    span = edit.span
    for offset in (span.start, max(span.start, span.end - 1)):
        zone = story.zone_at(offset)
        if zone is None:
            continue
        if zone.field and (set(edit.text) & _SIGNS_OF_METADATA) - set(story.source.text[span.start : span.end]):
            return True
        inside = Span(max(span.start, zone.span.start), min(span.end, zone.span.end))
        if inside.start < inside.end and not (span.holds(zone.span) or zone.is_prose(inside)):
            return True
    return False


def _meet(a: Finding, b: Finding) -> bool:
    """Whether two findings concern one place: their own, or one that they would change."""
    mine, theirs = ([f.span, *(e.span for fix in f.fixes for e in fix.edits)] for f in (a, b))
    return any(x.overlaps(y) for x in mine for y in theirs)


def _touches(edit: Span, inner: Span) -> bool:
    if edit.start == edit.end:
        return inner.start < edit.start < inner.end
    return edit.overlaps(inner)
