"""Which rules of Vale's styles are on for which files by a `.vale.ini`, as `rules:` and `overrides:` say it.

Vale goes by the last section that fits a file and has `BasedOnStyles`, then by what all sections that fit say of
single rules, of which `[*]` counts least. A later override of newslint's counts more than an earlier one, and what is
said of a group of rules wipes out what was said of each: so each group is followed by the rules that do otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from newslint.base.record import NamedTuple
from newslint.vale.keys import LEVELS
from newslint.vale.rules import SEVERITIES

Rules = dict[str, str]


class Asked(NamedTuple):
    """What a section asks for: the styles it is based on (None: it says nothing of that), and single rules.

    A rule is switched on or off, by its id.
    """

    name: str
    files: Sequence[str]
    styles: Sequence[str] | None
    checks: Mapping[str, bool]


class Override(NamedTuple):
    """An entry of `overrides:`, and the sections of the file that it comes of."""

    of: str
    files: Sequence[str]
    rules: Rules


class Choices:
    """What is on where; `levels` are those of the rules in their files, `set_levels` those that the ini gives."""

    def __init__(
        self,
        everywhere: Asked,
        sections: Sequence[Asked],
        levels: Mapping[str, str],
        set_levels: Mapping[str, str],
        least: str,
    ) -> None:
        self._all = everywhere
        self._sections = sections
        self._set = {rule_id: level for rule_id, level in set_levels.items() if level != levels[rule_id]}
        self._styles = list(dict.fromkeys(map(style_of, levels)))
        floor = LEVELS.index(least or LEVELS[0])
        now = {rule_id: LEVELS.index(set_levels.get(rule_id, level)) for rule_id, level in levels.items()}
        raised = any(now[r] >= floor > LEVELS.index(level) for r, level in levels.items())
        self.least = "" if raised else least  # what is not read cannot be raised: then those below are off by name
        unread = {r for r, level in levels.items() if LEVELS.index(level) < floor} if self.least else set()
        self._known = [rule_id for rule_id in levels if rule_id not in unread]
        self._never = {rule_id for rule_id in self._known if now[rule_id] < floor}

    def rules(self) -> Rules:
        """What holds for all files."""
        off = [style for style in self._styles if style not in (self._all.styles or ())]
        return {
            **self._groups(dict.fromkeys(off, False)),
            **self._singly(self._all.checks, self._styles, {s: s not in off for s in self._styles}),
        }

    def overrides(self) -> Iterator[Override]:
        """What holds for some, in their order."""
        groups = [*self._switched()]
        if self._must_be_parted(groups):
            for asked, switched in zip(self._sections, groups, strict=True):
                yield Override(asked.name, asked.files, self._of_groups(switched))
            for asked in self._sections:
                yield Override(asked.name, asked.files, self._of_checks(asked))
            return
        for asked, switched in zip(self._sections, groups, strict=True):
            yield Override(asked.name, asked.files, {**self._of_groups(switched), **self._of_checks(asked)})

    def _switched(self) -> Iterator[dict[str, bool]]:
        """The styles that each section switches on or off: those that are otherwise for some of its files."""
        states = {style: {style in (self._all.styles or ())} for style in self._styles}
        for asked in self._sections:
            wanted = {} if asked.styles is None else {style: style in asked.styles for style in self._styles}
            yield {style: on for style, on in wanted.items() if states[style] != {on}}
            for style, on in wanted.items():
                states[style].add(on)

    def _must_be_parted(self, groups: Sequence[Mapping[str, bool]]) -> bool:
        """Whether a section switches a style of which one before it switches a rule: for files of both that holds."""
        said: set[str] = set()
        for asked, switched in zip(self._sections, groups, strict=True):
            if not said.isdisjoint(switched):
                return True
            said.update(map(style_of, asked.checks))
        return False

    def _of_groups(self, switched: Mapping[str, bool]) -> Rules:
        return {**self._groups(switched), **self._singly(self._all.checks, switched, switched)}

    def _of_checks(self, asked: Asked) -> Rules:
        return {rule_id: self._word(rule_id, on=on) for rule_id, on in asked.checks.items() if rule_id in self._known}

    def _groups(self, switched: Mapping[str, bool]) -> Rules:
        there = set(map(style_of, self._known))
        return {f"vale/{style}": "on" if on else "off" for style, on in switched.items() if style in there}

    def _singly(self, checks: Mapping[str, bool], styles: Iterable[str], on: Mapping[str, bool]) -> Rules:
        """The rules of some styles that do otherwise than their style, or have another level."""
        among, found = set(styles), {}
        for rule_id in self._known:
            style = style_of(rule_id)
            if style not in among:
                continue
            wanted = checks.get(rule_id, on[style])
            word = self._word(rule_id, on=wanted)
            if word != ("on" if on[style] else "off"):
                found[rule_id] = word
        return found

    def _word(self, rule_id: str, *, on: bool) -> str:
        if not on or rule_id in self._never:
            return "off"
        return SEVERITIES[self._set[rule_id]] if rule_id in self._set else "on"


def style_of(rule_id: str) -> str:
    """The style of a rule."""
    return rule_id.removeprefix("vale/").partition(".")[0]
