"""`extends: substitution`: words that should be others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from newslint.base.lazy import pattern
from newslint.matcher.heads import Found, Source
from newslint.vale.actions import suggestions
from newslint.vale.blocks import Block, Memory
from newslint.vale.dotnet import NotTaken, dotnet_order, written
from newslint.vale.extensions.base import (
    NO_WORD,
    WORD,
    Alert,
    Extension,
    compiled_by_hand,
    without_captures,
)
from newslint.vale.messages import either, filled, unquoted

_REFERENCE = pattern(r"\$(\d+)")
_DIGITS = 7  # of a number that is too large for a group


class Substitution(Extension):
    """Observed words and those expected, of which each match is an alert unless it is as expected."""

    name = "substitution"
    apart = True
    keys = {
        "swap": dict, "exceptions": list, "ignorecase": bool, "nonword": bool, "vocab": bool, "capitalize": bool,
        "pos": str,
    }  # fmt: skip

    def patterns(self) -> Sequence[Source]:
        """All that is observed as one pattern, a group each, the longest first."""
        swap = self.spec.pairs("swap")
        self._observed = sorted(swap, key=lambda text: -len(text.encode()))
        self._expected = [swap[text] for text in self._observed]
        if not swap:
            return ()
        template = NO_WORD if self.spec.flag("nonword") else self.house.word_template or WORD
        groups = "|".join(f"({without_captures(text)})" for text in self._observed)
        text = template.replace("%s", groups, 1)
        source = self.written("(?i)" * self.spec.flag("ignorecase") + text, "swap")
        known = compiled_by_hand(source)  # a group with a name, within what is observed, has a number of Python's
        self._numbers = {group: n for n, group in enumerate(dotnet_order(known))} if known.groupindex else None
        return (source,)

    def alerts(self, block: Block, found: Sequence[Sequence[Found]], memory: Memory) -> Iterator[Alert]:
        """An alert at each match that is not as expected and no exception."""
        text, action = block.text, self.spec.action
        for start, end, group in found[0]:
            if group is None:
                continue
            observed = text[start:end]
            expected = self._expected_for(self._numbers[group] if self._numbers else group - 1, observed)
            if self._is_fine(expected, observed, replaces=action[0] == "replace"):
                continue
            if self.is_exception(observed) or self.is_in_phrase(text, start, end):
                continue
            instead, message = suggestions(action, observed), self.spec.message
            if action[0] == "replace" and not action[1]:
                instead = options(expected)
                if self.spec.flag("capitalize") and observed == capitalized(observed):
                    instead = tuple(map(capitalized, instead))
                expected, message = either(instead), unquoted(message)
            yield Alert(start, end, observed, filled(message, (expected, observed)), instead)

    def _expected_for(self, number: int, observed: str) -> str:
        """What is expected in the place of some words."""
        expected = self._expected[number]
        if self.spec.flag("capitalize") and observed == capitalized(observed):
            expected = capitalized(expected)
        if not _REFERENCE.search(expected):
            return expected
        known = self.compiled("(?i)" * self.spec.flag("ignorecase") + self._observed[number], "swap")
        m = known.search(observed)
        if m is None:
            return expected
        groups = [m[0], *(m[n] or "" for n in dotnet_order(known))]
        told = _REFERENCE.sub(
            lambda ref: groups[int(ref[1])] if len(ref[1]) < _DIGITS and int(ref[1]) < len(groups) else ref[0],
            expected,
        )
        return observed[: m.start()] + told + observed[m.end() :]

    def _is_fine(self, expected: str, observed: str, *, replaces: bool) -> bool:
        """Whether some words are as expected already, which may be a pattern where the rule does not replace them."""
        if replaces:
            return observed in options(expected)
        return is_as(expected, observed)


@lru_cache(maxsize=4096)
def is_as(expected: str, observed: str) -> bool:
    """Whether some words are others, or match them where those are a pattern."""
    if expected == observed:
        return True
    if all(c.isalpha() or c in " -" or c.isdecimal() for c in expected):
        return False
    try:
        return compiled_by_hand(Source(*written(f"^(?:{expected})$"))).search(observed) is not None
    except (NotTaken, re.error, RecursionError, OverflowError):
        return False


def options(expected: str) -> tuple[str, ...]:
    """The suggestions that a `|` parts."""
    parts = expected.replace("\\|", "\0").split("|")
    return tuple(part.replace("\0", "|") for part in parts if part)


def capitalized(text: str) -> str:
    """A text with its first letter a capital."""
    return text[:1].upper() + text[1:]
