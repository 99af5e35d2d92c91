"""One story, one profile: findings. The whole middle of newslint."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date as Date
from itertools import chain

from newslint.base.environment import Plugin
from newslint.base.errors import NewslintError, PluginError, RuleError
from newslint.base.text import Places, Span
from newslint.base.time_limit import VARIABLE, TimeSpent
from newslint.base.typed import Any
from newslint.checks.unused_ignore import UnusedIgnore
from newslint.config.profile import Profile
from newslint.engine.conditions import goes_by_day, has_conditions, holds_on, same_for_stories_alike, suits
from newslint.engine.guard import in_quotation, sparing
from newslint.engine.scan import Scan
from newslint.kinds.base import Hit, KindRule
from newslint.matcher import TooSlow
from newslint.model.finding import CONFIDENCES, Finding
from newslint.model.ignores import Ignore, apply, requests
from newslint.model.rule import CorpusRule, Rule
from newslint.model.story import Analysis, Story


class Engine:
    """The rules of a profile, ready to run: one matcher for all that look for words."""

    def __init__(self, profile: Profile, today: Date | None = None) -> None:
        self.profile = profile
        self.today = today
        self._least = CONFIDENCES.index(profile.min_confidence)
        words = [rule for rule in profile.rules if isinstance(rule, KindRule)]
        self._outside = {rule.id for rule in profile.rules if is_outside(rule)}
        for rule in words:
            if rule.id in self._outside:
                self._check_needles(rule)
        self._scan = Scan(words)
        self._waiting = {r.id: (r, has_conditions(r)) for r in words if _waits_for_hits(r)}
        stories = [r for r in profile.rules if r.family == "story" and r.id not in self._waiting]
        self._needing = _by_need(stories)
        apart = {rule.id for _, rules in self._needing for rule in rules}
        self._rules = [(rule, has_conditions(rule)) for rule in stories if rule.id not in apart]
        self._fitting: dict[tuple[str, str, str], list[tuple[Rule, bool]]] = {}
        self.corpus_rules = [rule for rule in profile.rules if isinstance(rule, CorpusRule)]
        self._yielding = {rule.id: rule.yields_to for rule in profile.rules if rule.yields_to}
        self._dated = any(rule.since or rule.until or rule.dated for rule in profile.rules)

    def _check_needles(self, rule: KindRule) -> None:
        from newslint.engine.outside_rules import check_needles

        try:
            check_needles(rule)
        except Exception as error:
            raise failed(rule, self.profile.owners, rule.origin, error) from error

    def check(self, story: Story) -> list[Finding]:
        """Every finding of the profile's rules in a story, sorted by place and rule."""
        found: list[Finding] = []
        hits = self._scan.hits(story)
        for rule, asks in self._asked(story, hits):
            if asks and not self.applies(rule, story):
                continue
            try:
                if self._outside and rule.id in self._outside:
                    from newslint.engine.outside_rules import findings_of  # here: few installations have such rules

                    said = findings_of(rule, story, hits.get(rule.id))
                else:
                    said = list(rule.check(story))
                    if hits and rule.id in hits and isinstance(rule, KindRule):
                        said += rule.judge(story, hits[rule.id])
                if said:
                    found += self._kept(rule, story, said)
            except TooSlow as error:
                raise self._scan.stopped(error, story.path) from None
            except (Exception, TimeSpent) as error:
                raise failed(rule, self.profile.owners, story.path, error, story) from error
        if len(found) > 1 and self._yielding:
            found = list(self._without_yielding(found))
        found = self._without_ignored(story, found)
        found.sort(key=lambda f: (f.span, f.rule, f.message))
        return found

    def _asked(self, story: Story, hits: Mapping[str, Sequence[Hit]]) -> Iterator[tuple[Rule, bool]]:
        """The rules that may have something to say of a story, and whether their conditions must still be asked."""
        yield from self._fitting_for(story)
        for analysis, rules in self._needing:
            try:
                found = story.get(analysis)
            except (Exception, TimeSpent) as error:
                raise failed(rules[0], self.profile.owners, story.path, error, story) from error
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
                (rule, asks and not same_for_stories_alike(rule))
                for rule, asks in self._rules
                if not (asks and same_for_stories_alike(rule)) or self.applies(rule, story)
            ]
            self._fitting[alike] = found
        return found

    def _without_yielding(self, found: Sequence[Finding]) -> Iterator[Finding]:
        """Findings without those of rules that yield a place to another rule's finding."""
        places: dict[str, Places] = {}
        for finding in found:
            before = self._yielding.get(finding.rule)
            if before and finding.rule not in places:
                concerned = (_spans(other) for other in found if other.rule in before)
                places[finding.rule] = Places(chain.from_iterable(concerned))
            if not (before and any(map(places[finding.rule].meet, _spans(finding)))):
                yield finding

    def _without_ignored(self, story: Story, found: list[Finding]) -> list[Finding]:
        """Findings that the story does not ask to leave alone, and those about idle requests."""
        ignores = story.get(requests)
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
        """What a story asks to leave alone today."""
        asked = story.get(requests)
        return self._holding(asked)

    def asks_today(self, story: Story) -> bool:
        """Whether some rule uses today's date for this story."""
        dated = self.profile.as_of == "today" or (self.profile.as_of == "story" and story.date is None)
        return (dated and self._dated) or any(ignore.until for ignore in story.get(requests))

    def applies(self, rule: Rule, story: Story) -> bool:
        """Whether a rule's conditions (genre, dates…) hold for this one."""
        if not suits(rule, story):
            return False
        return not goes_by_day(rule) or holds_on(rule, self.profile.day_of(story, self.today))

    def _kept(self, rule: Rule, story: Story, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Findings confident enough to show, those inside quotations left out, fixes kept off quotations."""
        for finding in findings:
            if CONFIDENCES.index(finding.confidence) < self._least:
                continue
            if rule.in_quotes != "both" and in_quotation(story, finding.span) != (rule.in_quotes == "only"):
                continue
            if rule.severity_set and finding.severity != rule.severity:  # what the house says stands
                finding = finding._replace(severity=rule.severity)
            if finding.fixes:
                glyphs = rule.turns_glyphs and rule.asked and not is_outside(rule)
                finding = finding._replace(fixes=tuple(sparing(finding.fixes, story, glyphs=glyphs)))
            yield finding


def failed(
    rule: Rule, owners: Mapping[str, Plugin], path: str, error: BaseException, story: Story | None = None
) -> NewslintError:
    """The error for a rule that broke on a story: it names the rule and whose it is."""
    outside = is_outside(rule)
    if isinstance(error, PluginError) or (isinstance(error, RuleError) and not outside):
        return error
    if isinstance(error, TimeSpent):
        said = f"{error}, which is more than a story of its size is given; it was stopped in the rule “{rule.id}”"
        hint = f"{VARIABLE}=10 gives it more, or switch rules off: rules: {{{rule.id}: off}}"
        return RuleError(said, path, hint=hint)
    from newslint.base.outside import reason

    hint = f"until it is fixed, switch it off: rules: {{{rule.id}: off}}"
    if story and story.replaced and not outside:
        names = ", ".join(f"“{name}”" for name in sorted(story.replaced))
        hint += f"; it may be the fault of a plugin that gives the analysis {names} anew"
    where = "on this story" if story else "on what it collected" if not path else "before any story"
    return RuleError(
        f"the rule “{rule.id}” of {_whose(rule, owners)} failed {where}: {reason(error)}", path, hint=hint
    )


def is_outside(rule: Rule) -> bool:
    """Whether a rule's code is not newslint's own."""
    return not type(rule).__module__.startswith("newslint.")


def _whose(rule: Rule, owners: Mapping[str, Plugin]) -> str:
    """The plugin a rule is from, with its version, or else the file it is in."""
    if owner := owners.get(rule.id):
        return f"plugin {owner.name} {owner.version}"
    if is_outside(rule):
        from newslint.base.outside import whose

        return whose(type(rule))
    return rule.origin if "/" in rule.id and rule.origin else "newslint"


def _waits_for_hits(rule: Rule) -> bool:
    """Whether a rule finds nothing in a story in which the scan found none of its needles."""
    return isinstance(rule, KindRule) and type(rule).check is Rule.check and type(rule).check_zone is Rule.check_zone


def _by_need(rules: Iterable[Rule]) -> list[tuple[Analysis[Any], list[Rule]]]:
    """Rules without conditions that find nothing where an analysis finds nothing, by that analysis."""
    groups: dict[str, tuple[Analysis[Any], list[Rule]]] = {}
    for rule in rules:
        # said beside the check it belongs to: a plugin's own check, built on one of ours, is always asked
        need = next(vars(base).get("needs") for base in type(rule).__mro__ if "check" in vars(base))
        if need and not (has_conditions(rule) or (isinstance(rule, KindRule) and rule.needles())):
            groups.setdefault(need.name, (need, []))[1].append(rule)
    return list(groups.values())


def _spans(finding: Finding) -> list[Span]:
    """A finding's own place, and those that it would change."""
    return [finding.span, *(edit.span for fix in finding.fixes for edit in fix.edits)]
