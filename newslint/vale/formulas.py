"""The formulas of Vale's metrics: expressions of Tengo over numbers, read once and worked out without running code.

Numbers, names, `+ - * / %`, comparisons, `&& || !`, `a ? b : c` and functions of Tengo's module `math`. As in Tengo
a whole number through another is a whole number; in a formula only numbers that it writes out are whole.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from newslint.base.errors import near_miss
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.typed import Any
from newslint.vale.arithmetic import COMPARED, CONDITIONS, CONSTANTS, FUNCTIONS, WHOLE, WORKED, called

LONGEST = 2000  # code points of a formula
MOST_PARTS = 300  # numbers, names and signs
DEEPEST = 40  # parts in parts
_WHOLE, _NUMBER, _CONDITION = "whole", "number", "condition"
_HIGHEST = 2**53
_TOKEN = pattern(
    r"\s*(?:(?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(?P<name>[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)?)"
    r"|(?P<sign>&&|\|\||[=!<>]=|[-+*/%<>!?:(),]))"
)
_LEVELS = {"||": 1, "&&": 2} | dict.fromkeys(COMPARED, 3) | dict.fromkeys("+-", 4) | dict.fromkeys("*/%", 5)

_Work = Callable[[Mapping[str, float]], Any]


class Wrong(ValueError):
    """A formula that cannot be used; its text says why."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class Formula:
    """A formula over named numbers, ready to be worked out; it is a `condition`, or it gives a number."""

    def __init__(self, text: str, names: Collection[str]) -> None:
        """Raises Wrong for what is no formula over these names."""
        if len(text) > LONGEST:
            raise Wrong(f"it is longer than {LONGEST:,} characters")
        part = _Reader(text, names).read()
        self.is_condition = part.sort == _CONDITION
        self._work = part.work

    def __call__(self, numbers: Mapping[str, float]) -> Any:
        """What it comes to: a number (which may be infinite, or none), or True or False."""
        return self._work(numbers)


class _Part(NamedTuple):
    """A part of a formula: the sort of what it gives, how it is worked out, and what it is where it is whole."""

    sort: str
    work: _Work
    value: int = 0


class _Reader:
    """Reads a formula from left to right, by how strongly its signs bind."""

    def __init__(self, text: str, names: Collection[str]) -> None:
        self._names = names
        self._tokens = _tokens(text)
        self._at = 0
        self._depth = 0

    def read(self) -> _Part:
        if not self._tokens:
            raise Wrong("there is nothing in it")
        part = self._choice()
        if self._at < len(self._tokens):
            raise Wrong(f"{self._next()} stands after its end")
        return part

    def _next(self) -> str:
        return self._tokens[self._at][1] if self._at < len(self._tokens) else ""

    def _take(self, sign: str) -> None:
        if self._next() != sign:
            raise Wrong(f"expected {sign} in place of {self._next() or 'its end'}")
        self._at += 1

    def _choice(self) -> _Part:
        """`a`, or `a ? b : c`."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise Wrong(f"more than {DEEPEST} of its parts stand in one another")
        part = self._binary(1)
        if self._next() == "?":
            self._at += 1
            first = self._choice()
            self._take(":")
            part = _chosen(part, first, self._choice())
        self._depth -= 1
        return part

    def _binary(self, level: int) -> _Part:
        part = self._unary()
        while level <= (found := _LEVELS.get(sign := self._next(), 0)):
            self._at += 1
            part = _joined(sign, part, self._binary(found + 1))
        return part

    def _unary(self) -> _Part:
        signs = []
        while self._next() in ("-", "+", "!"):
            signs.append(self._next())
            self._at += 1
        part = self._atom()
        for sign in reversed(signs):
            part = _signed(sign, part)
        return part

    def _atom(self) -> _Part:
        sort, text = self._tokens[self._at] if self._at < len(self._tokens) else ("", "its end")
        self._at += 1
        if sort == "number":
            return _whole(int(text)) if text.isdecimal() else _constant(_NUMBER, float(text))
        if sort == "name":
            return self._named(text)
        if text == "(":
            part = self._choice()
            self._take(")")
            return part
        raise Wrong(f"expected a number, a name or ( in place of {text}")

    def _named(self, name: str) -> _Part:
        if name in ("true", "false"):
            return _constant(_CONDITION, name == "true")
        if name.startswith("math."):
            return self._of_math(name[5:])
        if name not in self._names:
            raise Wrong(f"there is no number “{name}”", near_miss(name, self._names))
        return _Part(_NUMBER, lambda numbers: numbers[name])

    def _of_math(self, name: str) -> _Part:
        if name in CONSTANTS:
            return _constant(_NUMBER, CONSTANTS[name])
        known = FUNCTIONS | CONDITIONS
        if name not in known:
            raise Wrong(f"there is no “math.{name}” here", near_miss(name, [*known, *CONSTANTS]))
        self._take("(")
        given: list[_Work] = []
        while self._next() != ")":
            if given:
                self._take(",")
            given.append(_number(self._choice()))
        self._take(")")
        wanted, function = known[name]
        if len(given) != wanted:
            raise Wrong(f"math.{name} takes {wanted} number{'s' * (wanted != 1)}, not {len(given)}")
        sort = _CONDITION if name in CONDITIONS else _NUMBER
        return _Part(sort, lambda numbers: called(function, [float(each(numbers)) for each in given]))


def _tokens(text: str) -> list[tuple[str, str]]:
    """The numbers, names and signs of a formula."""
    found: list[tuple[str, str]] = []
    text, at = text.strip(), 0
    while at < len(text):
        m = _TOKEN.match(text, at)
        if m is None:
            raise Wrong(f"“{text[at:].strip()[:10]}” means nothing here")
        found.append((str(m.lastgroup), m[str(m.lastgroup)]))
        at = m.end()
    if len(found) > MOST_PARTS:
        raise Wrong(f"it has more than {MOST_PARTS} numbers, names and signs")
    return found


def _constant(sort: str, value: Any) -> _Part:
    return _Part(sort, lambda numbers: value)


def _whole(value: int) -> _Part:
    if abs(value) > _HIGHEST:
        raise Wrong("a whole number is too large: write it with a point")
    return _Part(_WHOLE, lambda numbers: value, value)


def _number(part: _Part) -> _Work:
    if part.sort == _CONDITION:
        raise Wrong("a condition stands where a number should")
    return part.work


def _condition(part: _Part) -> _Work:
    if part.sort != _CONDITION:
        raise Wrong("a number stands where a condition should")
    return part.work


def _chosen(part: _Part, first: _Part, other: _Part) -> _Part:
    holds = _condition(part)
    if (first.sort == _CONDITION) != (other.sort == _CONDITION):
        raise Wrong("one side of : gives a number, the other a condition")
    sort = _CONDITION if first.sort == _CONDITION else _NUMBER
    return _Part(sort, lambda numbers: (first if holds(numbers) else other).work(numbers))


def _signed(sign: str, part: _Part) -> _Part:
    if sign == "!":
        holds = _condition(part)
        return _Part(_CONDITION, lambda numbers: not holds(numbers))
    work = _number(part)
    if sign == "+":
        return part
    return _whole(-part.value) if part.sort == _WHOLE else _Part(_NUMBER, lambda numbers: -work(numbers))


def _joined(sign: str, left: _Part, right: _Part) -> _Part:
    """Two parts joined by a sign."""
    if sign in ("&&", "||"):
        a, b = _condition(left), _condition(right)
        if sign == "&&":
            return _Part(_CONDITION, lambda numbers: a(numbers) and b(numbers))
        return _Part(_CONDITION, lambda numbers: a(numbers) or b(numbers))
    a, b = _number(left), _number(right)
    if sign in COMPARED:
        compared = COMPARED[sign]
        return _Part(_CONDITION, lambda numbers: compared(a(numbers), b(numbers)))
    if left.sort == right.sort == _WHOLE:
        try:
            return _whole(WHOLE[sign](left.value, right.value))
        except ZeroDivisionError:
            raise Wrong("a whole number is divided by 0") from None
    if sign not in WORKED:
        raise Wrong("% is for whole numbers: write math.mod(a, b)")
    worked = WORKED[sign]
    return _Part(_NUMBER, lambda numbers: worked(a(numbers), b(numbers)))
