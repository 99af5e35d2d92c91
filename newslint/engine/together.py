"""Rules that look at a story together (an ensemble), made ready; those of a plugin held to what rules must give."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from newslint.base.errors import NewslintError
from newslint.base.typed import Any
from newslint.matcher import TooSlow
from newslint.model.finding import Finding, group_of
from newslint.model.rule import Broken, Rule
from newslint.model.story import Story

Together = Callable[[Story], Iterable[Finding]]
Group = tuple[Together, Mapping[str, Rule]]


def groups(rules: Iterable[Rule]) -> Iterator[Group]:
    """What checks a story by several rules at once, and those rules by id; raises Broken where they break."""
    found: dict[int, list[Rule]] = {}
    for rule in rules:
        if rule.ensemble is not None:
            found.setdefault(id(rule.ensemble), []).append(rule)
    for group in found.values():
        yield _ready(group), {rule.id: rule for rule in group}


def by_style(group: Group) -> Iterator[Group]:
    """A group as several, one for each style of its rules: so that the time of each can be told."""
    styles: dict[str, list[Rule]] = {}
    for rule in group[1].values():
        styles.setdefault(name_of((rule,)), []).append(rule)
    for rules in styles.values():
        yield _ready(rules), {rule.id: rule for rule in rules}


def name_of(rules: Iterable[Rule]) -> str:
    """What rules are called together: their style, or else their topic."""
    first = next(iter(rules))
    return group_of(first.id) if first.style_name else first.topic


def _ready(rules: Sequence[Rule]) -> Together:
    ensemble: Any = rules[0].ensemble
    if type(ensemble).__module__.startswith("newslint."):
        ready: Together = ensemble.ready(rules)
        return ready
    from newslint.base.outside import Misfit, apart, shown

    try:
        with apart():
            check = ensemble.ready(rules)
        if not callable(check):
            raise Misfit(f"ready gave {shown(check)}: a function that takes a story was expected")
    except Exception as error:
        raise Broken(rules[0]) from error
    return _held(check, {rule.id: rule for rule in rules})


def _held(check: Callable[[Story], Any], rules: Mapping[str, Rule]) -> Together:
    """A plugin's check, which raises Broken for whatever is no finding of one of its rules."""

    def checked(story: Story) -> Iterable[Finding]:
        from newslint.engine.outside_rules import findings_together

        try:
            return findings_together(check, rules, story)
        except (Broken, NewslintError, TooSlow):
            raise
        except Exception as error:
            raise Broken(next(iter(rules.values()))) from error

    return checked
