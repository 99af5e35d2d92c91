"""Which of the patterns that need no literal can match at all: one RE2 set, which may only err towards yes.

Each pattern is written anew so that it matches wherever the pattern does, and perhaps elsewhere: what RE2 has no word
for (places, what stands before or after) is left out, and a character past ASCII counts as any other past ASCII.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib import import_module

from newslint.base.typed import Any

_FAR = r"\x{80}-\x{10ffff}"
_CLASSES = {
    "DIGIT": "0-9", "NOT_DIGIT": r"\x00-/:-\x7f",
    "SPACE": r"\t-\r\x1c-\x20", "NOT_SPACE": r"\x00-\x08\x0e-\x1b!-\x7f",
    "WORD": "0-9A-Za-z_", "NOT_WORD": r"\x00-/:-@\[-^`{-\x7f",
}  # fmt: skip
_EQUAL_TO_OTHERS = frozenset(map(ord, "ikIKsS"))  # to four letters past ASCII, where case is ignored
_LONGEST = 100  # a repeat of more is written as one of at least so many
_EMPTY = "(?:)"


class LooseSet:
    """A few patterns, by number; `fired` says which to try on a text."""

    def __init__(self, patterns: Sequence[tuple[str, int]]) -> None:
        """Of (pattern, flags); raises ImportError where RE2 is not to be had."""
        re2 = import_module("re2")
        options = re2.Options()
        options.log_errors = False
        options.max_mem = 64 << 20
        self._set = re2.Set.SearchSet(options)
        self._witness = self._set.Add(_EMPTY)  # matches everything, so that a set that has given up can be told
        self._always: set[int] = set()
        self._numbers: dict[int, int] = {}
        for n, (pattern, flags) in enumerate(patterns):
            try:
                self._numbers[self._set.Add(_loosened(pattern, flags))] = n
            except (re2.error, ValueError):
                self._always.add(n)
        self._set.Compile()
        self._all = set(range(len(patterns)))

    def fired(self, text: str) -> set[int]:
        """The numbers of the patterns that may match somewhere in a text."""
        try:
            shown = self._set.Match(text.encode("utf-8"))
        except UnicodeEncodeError:  # half of a character, which UTF-8 has no bytes for
            return self._all
        if not shown or self._witness not in shown:
            return self._all
        return self._always.union([self._numbers[n] for n in shown if n != self._witness])


def _loosened(pattern: str, flags: int) -> str:
    tree = import_module("re._parser").parse(pattern, flags)
    return ("(?is)" if tree.state.flags & re.IGNORECASE else "(?s)") + _sequence(tree)


def _sequence(nodes: Any) -> str:
    return "".join(_part(str(operator), value) for operator, value in nodes)


def _part(operator: str, value: Any) -> str:
    if operator == "LITERAL":
        return f"[{_character(value)}]"
    if operator == "IN":
        return _one_of(value)
    if operator in ("ANY", "NOT_LITERAL"):
        return "."
    if operator in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, most, nodes = int(value[0]), int(value[1]), value[2]
        limit = "" if most > _LONGEST else str(most)
        return f"(?:{_sequence(nodes)}){{{min(least, _LONGEST)},{limit}}}"
    if operator == "SUBPATTERN":
        _, added, taken, nodes = value
        if taken & re.IGNORECASE:
            raise ValueError("a part that minds case inside one that does not")
        return f"(?{'i' if added & re.IGNORECASE else ''}:{_sequence(nodes)})"
    if operator == "BRANCH":
        return f"(?:{'|'.join(_sequence(nodes) or _EMPTY for nodes in value[1])})"
    if operator == "ATOMIC_GROUP":
        return f"(?:{_sequence(value)})"
    if operator in ("AT", "ASSERT", "ASSERT_NOT"):
        return _EMPTY
    raise ValueError(f"{operator} is not known here")


def _one_of(items: Any) -> str:
    inside = ""
    for operator, value in items:
        kind = str(operator)
        if kind == "NEGATE":
            return _negated(items)
        if kind == "LITERAL":
            inside += _character(value)
        elif kind == "RANGE":
            inside += f"{_code(value[0])}-{_code(value[1])}{_FAR}"
        else:
            inside += _CLASSES[str(value).removeprefix("CATEGORY_")] + _FAR
    return f"[{inside}]"


def _negated(items: Any) -> str:
    """All but a class: of ASCII what is surely not in it, and all past ASCII."""
    inside = ""
    for operator, value in items:
        kind = str(operator)
        if kind == "LITERAL" and value < 128:
            inside += _code(value)
        elif kind == "RANGE" and value[1] < 128:
            inside += f"{_code(value[0])}-{_code(value[1])}"
        elif kind == "CATEGORY":
            inside += _CLASSES[str(value).removeprefix("CATEGORY_")]
    return f"(?:[^{inside}]|[{_FAR}])" if inside else "."


def _character(code: int) -> str:
    if code > 127:
        return _FAR + ("ikIKsS" if code in (0x130, 0x131, 0x17F, 0x212A) else "")
    return _code(code) + (_FAR if code in _EQUAL_TO_OTHERS else "")


def _code(code: int) -> str:
    return f"\\x{{{code:x}}}"
