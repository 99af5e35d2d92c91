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
from newslint.engine.together import Together, groups
from newslint.kinds.base import Hit, KindRule
from newslint.matcher import TooSlow
from newslint.model.finding import CONFIDENCES, Finding, group_of
from newslint.model.ignores import Ignore, apply, marked, requests
from newslint.model.rule import Broken, CorpusRule, Rule
from newslint.model.story import Analysis, Story
from newslint.rulebook.cards import gate_of
from newslint.rulebook.waiting import Sought, Waiting


class Engine:
    """The rules of a profile, ready to run: one matcher for all that look for words."""

    def __init__(self, profile: Profile, today: Date | None = None) -> None:
        self.profile = profile
        self.today = today
        self._least = CONFIDENCES.index(profile.min_confidence)
        known = list(profile.held.known.values())
        made = [rule for rule in known if isinstance(rule, Rule)]
        self._outside = {rule.id for rule in made if is_outside(rule)}
        sought = {rule.id: found for rule in known if (found := self._sought(rule))}
        words = {rule_id: found for rule_id, found in sought.items() if found.needles}
        self._scan = Scan(words)
        self._waiting = {rule.id for rule in known if rule.id in words and _waits_for_hits(rule)}
        try:
            self._together = [*groups(made)]
        except Broken as error:
            raise failed(error.rule, profile.owners, "", error.__cause__ or error) from error
        elsewhere = self._waiting.union(*(rules for _, rules in self._together))
        others = [rule for rule in known if rule.family == "story" and rule.id not in elsewhere]
        self._needing = _by_need(others)
        apart = {rule_id for _, ids in self._needing for rule_id in ids}
        self._rules = [(rule, has_conditions(rule)) for rule in others if rule.id not in apart]
        self._choosing = any(asks for _, asks in self._rules)  # by what stories are; a text is read for that
        self._fitting: dict[tuple[str, str, str], list[tuple[Rule, bool]]] = {}
        self.corpus_rules = [rule for rule in made if isinstance(rule, CorpusRule)]
        self._yielding = {rule.id: rule.yields_to for rule in known if rule.yields_to}
        self._dated = any(rule.since or rule.until or rule.dated for rule in made)

    def _sought(self, rule: Rule | Waiting) -> Sought | None:
        """What a rule looks for, or by what the scan tells that it may find something."""
        if isinstance(rule, Waiting):
            return rule.sought
        if not isinstance(rule, KindRule):
            return Sought(gate_of(rule.gate())) if rule.id not in self._outside and rule.gate() else None
        if rule.id in self._outside:
            self._check_needles(rule)
        return Sought(tuple(rule.needles()), rule.zones, rule.in_quotes)

    def _check_needles(self, rule: KindRule) -> None:
        from newslint.engine.outside_rules import check_needles

        try:
            check_needles(rule)
        except Exception as error:
            raise failed(rule, self.profile.owners, rule.origin, error) from error

    def check(self, story: Story) -> list[Finding]:
        """Every finding of the profile's rules in a story, sorted by place and rule."""
        if story.markup:
            from newslint.model.cleaned import judged, lifted  # here: plain text and Markdown have none

            found = [lifted(finding, story) for finding in self._found(judged(story))]
        else:
            found = self._found(story)
        found = self._without_ignored(story, found)
        found.sort(key=lambda f: (f.span, f.rule, f.message))
        return found

    def _found(self, story: Story) -> list[Finding]:
        """What rules say of a story, those that yield to others left out."""
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
        for check, rules in self._together:
            found += self._of_several(check, rules, story)
        if len(found) > 1 and self._yielding:
            found = list(self._without_yielding(found))
        return found

    def _of_several(self, check: Together, rules: Mapping[str, Rule], story: Story) -> Iterator[Finding]:
        """What rules say of a story that look at it together."""
        try:
            found: dict[str, list[Finding]] = {}
            for finding in check(story):
                found.setdefault(finding.rule, []).append(finding)
            for rule_id, findings in found.items():
                rule = rules[rule_id]
                if not has_conditions(rule) or self.applies(rule, story):
                    yield from self._kept(rule, story, findings)
        except Broken as error:
            raise failed(error.rule, self.profile.owners, story.path, error.__cause__ or error, story) from error
        except TooSlow as error:
            raise self._scan.stopped(error, story.path) from None
        except NewslintError:
            raise
        except (Exception, TimeSpent) as error:
            raise failed(next(iter(rules.values())), self.profile.owners, story.path, error, story) from error

    def _asked(self, story: Story, hits: Mapping[str, Sequence[Hit]]) -> Iterator[tuple[Rule, bool]]:
        """The rules that may have something to say of a story, and whether their conditions must still be asked."""
        yield from self._fitting_for(story)
        for analysis, ids in self._needing:
            try:
                found = story.get(analysis)
            except (Exception, TimeSpent) as error:
                first = self.profile.held[ids[0]]
                raise failed(first, self.profile.owners, story.path, error, story) from error
            if found:
                yield from self._made(ids, story)
        yield from self._made([rule_id for rule_id in hits if rule_id in self._waiting], story)

    def _made(self, ids: Iterable[str], story: Story) -> Iterator[tuple[Rule, bool]]:
        """Rules that waited for this story, and whether their conditions must still be asked."""
        held = self.profile.held
        for rule_id in ids:
            known = held.known[rule_id]
            if not isinstance(known, Waiting) or suits(known, story):
                rule = held[rule_id]
                yield rule, has_conditions(rule)

    def _fitting_for(self, story: Story) -> Sequence[tuple[Rule, bool]]:
        """The rules whose conditions on a story's genre, language and format hold: stories alike share them."""
        alike = (story.genre, story.language, story.format) if self._choosing else ("", "", "")
        found = self._fitting.get(alike)
        if found is None:
            suited = [
                (rule, asks and not same_for_stories_alike(rule))
                for rule, asks in self._rules
                if not (asks and same_for_stories_alike(rule)) or self.applies(rule, story)
            ]
            found = [(self.profile.held[rule.id], asks) for rule, asks in suited]
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
        held = self.profile.held.known.values()
        stories = [rule for rule in held if rule.family == "story"]
        known, running = (
            self.profile.known,
            {name for rule in stories for name in (rule.id, group_of(rule.id), rule.topic)},
        )
        kept, unused = apply(
            found,
            holding,
            silent=known.keys() - running,
            aliases=known,
            words_at=lambda span: marked(story, span),
        )
        teller = next((rule for rule in held if isinstance(rule, UnusedIgnore)), None)
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

    def applies(self, rule: Rule | Waiting, story: Story) -> bool:
        """Whether a rule's conditions (genre, dates…) hold for this one."""
        if not suits(rule, story):
            return False
        return (
            isinstance(rule, Waiting)
            or not goes_by_day(rule)
            or holds_on(rule, self.profile.day_of(story, self.today))
        )

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


def _waits_for_hits(rule: Rule | Waiting) -> bool:
    """Whether a rule finds nothing in a story in which the scan found none of its needles."""
    return not isinstance(rule, KindRule) or rule.waits_for_hits


def _by_need(rules: Iterable[Rule | Waiting]) -> list[tuple[Analysis[Any], list[str]]]:
    """The ids of rules that find nothing where an analysis finds nothing, by that analysis."""
    groups: dict[str, tuple[Analysis[Any], list[str]]] = {}
    for rule in rules:
        need = rule.sought and rule.sought.need if isinstance(rule, Waiting) else _need_of(rule)
        if need:
            groups.setdefault(need.name, (need, []))[1].append(rule.id)
    return list(groups.values())


def _need_of(rule: Rule) -> Analysis[Any] | None:
    # said beside the check it belongs to: a plugin's own check, built on one of ours, is always asked
    need: Analysis[Any] | None = next(vars(base).get("needs") for base in type(rule).__mro__ if "check" in vars(base))
    return None if isinstance(rule, KindRule) and rule.needles() else need


def _spans(finding: Finding) -> list[Span]:
    """A finding's own place, and those that it would change."""
    return [finding.span, *(edit.span for fix in finding.fixes for edit in fix.edits)]
