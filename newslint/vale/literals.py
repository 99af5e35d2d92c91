"""Patterns that are but lists of words: these in the order in which they are tried; and what others may match."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from importlib import import_module
from itertools import islice, product

from newslint.base.typed import Any

_MOST = 200  # words that one token may stand for
_MOST_TIMES = 3  # that a part may be repeated
_WIDE = 12  # signs of a class that are written out
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT")
_FEW, _LONG = 8, 300  # samples, and their length in code points
_NEWLINE = ord("\n")
_SAMPLES = {"CATEGORY_DIGIT": "7", "CATEGORY_WORD": "a", "CATEGORY_SPACE": " ", "CATEGORY_NOT_SPACE": "a"}


class Endless(ValueError):
    """A pattern that stands for more than a few words, or for other things than words."""


def tree_of(pattern: str, flags: int = 0) -> Any:
    """The parts of a pattern as `re` reads it; raises re.error."""
    return import_module("re._parser").parse(pattern, flags)


def words_of(pattern: str) -> list[str]:
    """The words that a pattern stands for, first those that it tries first; raises Endless."""
    try:
        tree = tree_of(pattern)
    except (re.error, RecursionError, OverflowError):
        raise Endless(pattern) from None
    if tree.state.flags & ~re.UNICODE:
        raise Endless(pattern)
    return list(dict.fromkeys(_sequence(tree)))


def _sequence(nodes: Any) -> list[str]:
    found = [""]
    for operator, value in nodes:
        parts = _part(str(operator), value)
        found = [before + part for before, part in product(found, parts)]
        if len(found) > _MOST:
            raise Endless
    return found


def _part(operator: str, value: Any) -> list[str]:
    if operator == "LITERAL":
        return [chr(value)]
    if operator == "BRANCH":
        return [word for nodes in value[1] for word in _sequence(nodes)]
    if operator == "SUBPATTERN":
        _, added, taken, nodes = value
        if added or taken:
            raise Endless
        return _sequence(nodes)
    if operator in _REPEATS:
        return _repeated(operator, int(value[0]), int(value[1]), _sequence(value[2]))
    if operator == "IN":
        return list(_one_of(value))
    raise Endless


def _repeated(operator: str, least: int, most: int, words: Sequence[str]) -> list[str]:
    """Words some times over, the more times first unless the pattern is a lazy one."""
    if most > _MOST_TIMES or len(words) ** most > _MOST:
        raise Endless
    times = range(least, most + 1) if operator == "MIN_REPEAT" else range(most, least - 1, -1)
    if most > 1 and least != most:
        raise Endless  # of a(?:b|c)?? and its like the order is another
    return ["".join(parts) for n in times for parts in product(words, repeat=n)]


def _one_of(items: Any) -> Iterator[str]:
    for operator, value in items:
        if str(operator) == "LITERAL":
            yield chr(value)
        elif str(operator) == "RANGE" and value[1] - value[0] < _WIDE:
            yield from map(chr, range(value[0], value[1] + 1))
        else:
            raise Endless


def has(nodes: Any, wanted: Sequence[str]) -> bool:
    """Whether a pattern has one of some operators, at any depth."""
    return any(str(operator) in wanted for operator, _ in every_part(nodes))


def may_match_line_end(nodes: Any, flags: int) -> bool:
    """Whether some part of a pattern, or of what it looks at round a match, may be a line feed."""
    return any(_is_line_end(str(operator), value, flags) for operator, value in every_part(nodes))


def every_part(nodes: Any) -> Iterator[tuple[Any, Any]]:
    """The operators of a pattern with their values, at any depth."""
    for operator, value in nodes:
        yield operator, value
        for each in _inner(value):
            yield from every_part(each)


def _inner(value: Any) -> Iterator[Any]:
    """The sequences of parts in the value of a part."""
    sub = import_module("re._parser").SubPattern
    if isinstance(value, sub):
        yield value
    elif isinstance(value, (tuple, list)):
        for each in value:
            yield from _inner(each)


def may_reach_far(nodes: Any) -> bool:
    """Whether a part that is repeated may be nearly any sign, so that a match may reach into the next sentence."""
    for operator, value in every_part(nodes):
        repeats = str(operator) in (*_REPEATS, "POSSESSIVE_REPEAT") and int(value[1]) > 1
        if repeats and any(_is_wide(str(inner), what) for inner, what in every_part(value[2])):
            return True
    return False


def _is_wide(operator: str, value: Any) -> bool:
    if operator == "IN":
        kinds = [(str(kind), str(what)) for kind, what in value]
        return kinds[0][0] == "NEGATE" or any(what.startswith("CATEGORY_NOT") for _, what in kinds)
    return operator in ("ANY", "NOT_LITERAL")


def _is_line_end(operator: str, value: Any, flags: int) -> bool:
    if operator == "LITERAL":
        return bool(value == _NEWLINE)
    if operator == "NOT_LITERAL":
        return bool(value != _NEWLINE)
    if operator == "ANY":
        return bool(flags & re.DOTALL)
    if operator == "IN":
        return _class_has(value)
    return False


def _class_has(items: Any) -> bool:
    """Whether a class of characters has the line feed."""
    there, negated = False, False
    for operator, value in items:
        kind = str(operator)
        negated = negated or kind == "NEGATE"
        if kind == "LITERAL":
            there = there or value == _NEWLINE
        elif kind == "RANGE":
            there = there or value[0] <= _NEWLINE <= value[1]
        elif kind == "CATEGORY":
            there = there or str(value) in ("CATEGORY_SPACE", "CATEGORY_NOT_WORD", "CATEGORY_NOT_DIGIT")
    return there != negated


def samples(pattern: str, flags: int, most: int = _FEW) -> list[str]:
    """Some texts that a pattern may match; whether it does is for the caller to see."""
    try:
        return list(islice(dict.fromkeys(_some(tree_of(pattern, flags))), most))
    except (re.error, RecursionError, OverflowError):
        return []


def _some(nodes: Any) -> list[str]:
    found = [""]
    for operator, value in nodes:
        parts = _some_of(str(operator), value)
        if parts:
            found = [(before + part)[:_LONG] for before in found[:_FEW] for part in parts[:_FEW]]
    return found


def _some_of(operator: str, value: Any) -> list[str]:
    if operator == "LITERAL":
        return [chr(value)]
    if operator == "NOT_LITERAL":
        return ["b" if value == ord("a") else "a"]
    if operator == "ANY":
        return ["a"]
    if operator == "IN":
        return _some_in(value)
    if operator == "BRANCH":
        return [word for nodes in value[1] for word in _some(nodes)[:2]]
    if operator == "SUBPATTERN":
        return _some(value[3])
    if operator in (*_REPEATS, "POSSESSIVE_REPEAT"):
        times = max(int(value[0]), min(1, int(value[1])))
        return [(word * min(times, _LONG))[:_LONG] for word in _some(value[2])]
    if operator == "ATOMIC_GROUP":
        return _some(value)
    return []


def _some_in(items: Any) -> list[str]:
    """A sign of a class; of one that is negated, a sign that is not in it."""
    kinds = [(str(operator), value) for operator, value in items]
    if kinds[0][0] == "NEGATE":
        named = any(kind == "CATEGORY" for kind, _ in kinds)
        ranges = [
            value if kind == "RANGE" else (value, value) for kind, value in kinds if kind in ("LITERAL", "RANGE")
        ]
        return [sign for sign in (",.-" if named else "xa,1") if not any(a <= ord(sign) <= b for a, b in ranges)][:1]
    found = [chr(value if kind == "LITERAL" else value[0]) for kind, value in kinds if kind in ("LITERAL", "RANGE")]
    return [*found, *(_SAMPLES[str(value)] for kind, value in kinds if kind == "CATEGORY" and str(value) in _SAMPLES)]
