"""What a pattern needs in a text to match there: read off its syntax tree.

The tree is that of `re` itself, so that nothing is understood in two ways. Where a part is not known here (a later
Python may bring new ones), nothing is concluded from it: the pattern then runs everywhere, under the time limit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib import import_module

from newslint.base.record import NamedTuple
from newslint.base.typed import Any
from newslint.matcher._cost import cost_of
from newslint.matcher._plan import Plan, gate_worth
from newslint.matcher._text import cast, shadow

_MOST = 60  # literals in a gate
_WIDEST = 24  # characters of a class that are told one by one
_FEW = 8  # of a repeat that are written out
_SHORT = 3  # a shadow shorter than this stands in every story

Literals = frozenset[bytes]
_NOTHING: Literals = frozenset((b"",))
_EDGE = b"\0"  # in a literal: on the other side there is no letter; in a cast, that a line begins here
_AT_EDGE: Literals = frozenset((_EDGE,))
_SPACES = (32, 10, 0x3000)  # one that casts show, a line break, and one that they do not


class _Part(NamedTuple):
    """Part of a pattern: all shadows or casts it can have, if they are few; literals it needs.

    `head` and `tail` are what it begins and ends with, where the whole of it is not known.
    """

    exact: Literals | None
    needs: Literals | None
    head: Literals | None = None
    tail: Literals | None = None


def plan_of(pattern: str, flags: int) -> Plan:
    """The plan for a pattern that `re` compiles."""
    tree = import_module("re._parser").parse(pattern, flags)
    words, casts = literals_of(pattern, tree)
    if min(map(len, map(str.strip, words)), default=0) < _SHORT:
        words = ()
    by_words = bool(words) and (not casts or _worth(words) >= _worth(casts))
    return Plan(words if by_words else (), () if by_words else casts, *cost_of(tree))


def _worth(gate: Iterable[str]) -> float:
    return gate_worth(literal.encode("latin-1") for literal in gate)


def literals_of(pattern: str, tree: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The shadows of which one stands in every match of a pattern, and the casts."""
    ascii_only = bool(tree.state.flags & re.ASCII or ("(?" in pattern and re.search(r"\(\?\w*a", pattern)))
    words, casts = (
        reader.written(reader.needs(reader.sequence(tree)))
        for reader in (_Reader(words=True, ascii_only=ascii_only), _Reader(words=False, ascii_only=ascii_only))
    )
    return words, casts


def written_out(nodes: Any) -> float:
    """How many parts a pattern has once each repeat with a limit is written out, as packages do that compile it."""
    size = 0.0
    for operator, value in nodes:
        kind = str(operator)
        if kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            least, most, inner = value
            times = int(least) if str(most) == "MAXREPEAT" else int(most)
            size += max(1, times) * written_out(inner)
        elif kind == "SUBPATTERN":
            size += written_out(value[3])
        elif kind == "ATOMIC_GROUP":
            size += written_out(value)
        elif kind == "BRANCH":
            size += sum(written_out(branch) for branch in value[1])
        elif kind in ("ASSERT", "ASSERT_NOT"):
            size += written_out(value[1])
        else:
            size += 1
    return size


def _bare(literal: bytes) -> bytes:
    """A literal without the spaces and edges that it begins and ends with."""
    return literal.strip(b" \0")


def _either(several: list[Literals | None]) -> Literals | None:
    """All literals of several, if they are known of each and few."""
    found: Literals = frozenset()
    for literals in several:
        if literals is None or len(found) > _MOST:
            return None
        found |= literals
    return found if len(found) <= _MOST else None


def reader_of(*, words: bool, ascii_only: bool) -> _Reader:
    """Who reads a tree for shadows (`words`), or for casts."""
    return _Reader(words=words, ascii_only=ascii_only)


class _Reader:
    """Reads a tree once for shadows (`words`), or once for casts."""

    def __init__(self, *, words: bool, ascii_only: bool) -> None:
        self.words = words
        self.ascii_only = ascii_only
        # None of these is a word, and the shadow of all that is none is a space.
        self.spaces = ("CATEGORY_SPACE",) if ascii_only else ("CATEGORY_SPACE", "CATEGORY_NOT_WORD")

    def sequence(self, nodes: Any) -> _Part:
        """Parts one after another."""
        run: Literals | None = _NOTHING
        needs: Literals | None = None
        head: Literals | None = None
        whole = True
        for operator, value in nodes:
            if str(operator) == "ASSERT" and value[0] > 0:  # what must follow, and is no part of the match
                ahead = self.sequence(value[1])
                seen = _joined(run, ahead.exact or ahead.head)
                needs = self.better(self.better(needs, ahead.needs), self.useful(seen))
                continue
            part, again = self.part(str(operator), value)
            needs = self.better(needs, part.needs)
            joined = _joined(run, part.exact)
            if joined is not None and not again:
                run = joined
                continue
            if joined is None:
                joined = _joined(run, part.head)
            head = (joined or run) if whole else head
            whole = False
            needs = self.better(needs, self.useful(joined if joined is not None else run))
            run = part.tail if part.exact is None else part.exact if again else _joined(_ends(run), part.exact)
        return _Part(run if whole else None, self.better(needs, self.useful(run)), head, None if whole else run)

    def part(self, operator: str, value: Any) -> tuple[_Part, bool]:
        """One part, and whether it may stand there more than once (what is known is then of one of them)."""
        if operator in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            return self.repeat(*value)
        if operator == "LITERAL":
            return _Part(self.characters([value]), None), False
        if operator == "IN":
            return _Part(self.one_of(value), None), False
        if operator == "SUBPATTERN":
            return self.sequence(value[3]), False
        if operator == "ATOMIC_GROUP":
            return self.sequence(value), False
        if operator == "BRANCH":
            return self.branch(value[1]), False
        if operator == "AT":
            name = str(value)
            begins = name in ("AT_BEGINNING", "AT_BEGINNING_STRING")  # of a text or, for all needles, a line
            parts_words = name == "AT_BOUNDARY" and self.words and not self.ascii_only
            return _Part(self.edge(there=begins or parts_words), None), False
        if operator in ("ASSERT", "ASSERT_NOT"):
            no_word = operator == "ASSERT_NOT" and self.words and self.are_all_words(value[1])
            return _Part(self.edge(there=no_word), None), False
        return _Part(None, None), False

    def repeat(self, least: int, most: int, nodes: Any) -> tuple[_Part, bool]:
        """A part that may stand there several times."""
        inner = self.sequence(nodes)
        least, most = int(least), int(most)
        if least == 0:
            optional = most == 1 and inner.exact is not None
            return _Part((inner.exact or _NOTHING) | _NOTHING if optional else None, None), False
        row = inner.exact
        for _ in range(min(least, _FEW) - 1):
            row = _joined(row, inner.exact)
        again = most > least or least > _FEW or row is None
        return _Part(row or inner.exact, inner.needs, inner.head, inner.tail), again

    def branch(self, branches: Any) -> _Part:
        """One of several."""
        parts = [self.sequence(nodes) for nodes in branches]
        exact, needs = _either([part.exact for part in parts]), _either([self.needs(part) for part in parts])
        if exact is not None:
            return _Part(exact, needs)
        heads, tails = [part.exact or part.head for part in parts], [part.exact or part.tail for part in parts]
        return _Part(None, needs, _either(heads), _either(tails))

    def written(self, literals: Literals | None) -> tuple[str, ...]:
        """Literals as plans have them."""
        return tuple(sorted({self.beside(literal).decode("latin-1") for literal in literals or ()}))

    def beside(self, literal: bytes) -> bytes:
        """A literal with what stands on the other side in the place of an edge at either end."""
        inner = literal.strip(_EDGE)
        plain = inner.replace(_EDGE, b"")
        if not self.words:
            return b"\n" * (literal[:1] == _EDGE) + plain
        before = literal[:1] == _EDGE and not plain[:1].isspace()
        beyond = literal[-1:] == _EDGE and not plain[-1:].isspace()
        return b" " * before + plain + b" " * beyond

    def needs(self, part: _Part) -> Literals | None:
        """The literals of which one stands wherever a part does."""
        return self.better(self.useful(part.exact), part.needs)

    def useful(self, literals: Literals | None) -> Literals | None:
        """The literals, if each says something: spaces say nothing in a shadow, and one says nothing in a cast."""
        said = literals and all(_bare(each) or (not self.words and len(each) > 1) for each in literals)
        return literals if said else None

    def better(self, a: Literals | None, b: Literals | None) -> Literals | None:
        """The gate that opens less often."""
        if not a or not b:
            return a or b
        return max(a, b, key=lambda gate: (gate_worth(map(self.beside, gate)), -len(gate)))

    def one_of(self, items: Any) -> Literals | None:
        """A class of characters, if it is small."""
        codes: list[int] = []
        for operator, value in items:
            kind = str(operator)
            if kind == "LITERAL":
                codes.append(value)
            elif kind == "RANGE" and value[1] - value[0] < _WIDEST:
                codes += range(value[0], value[1] + 1)
            elif kind == "CATEGORY" and self.words and str(value) in self.spaces:
                codes.append(32)
            elif kind == "CATEGORY" and not self.words and str(value) == "CATEGORY_SPACE":
                codes += _SPACES
            elif kind == "CATEGORY" and not self.words and str(value) == "CATEGORY_DIGIT":
                codes.append(ord("0"))
            else:
                return None
        return self.characters(codes)

    def characters(self, codes: Iterable[int]) -> Literals | None:
        """What stands for these characters, if it is one of a few."""
        form = shadow if self.words else cast
        found = frozenset(form(chr(code)) for code in codes)
        return found if len(found) <= _WIDEST else None

    def edge(self, *, there: bool) -> Literals:
        """What stands for a place between characters: nothing, or the edge of a word (in a cast, of a line)."""
        return _AT_EDGE if there else _NOTHING

    def are_all_words(self, nodes: Any) -> bool:
        """Whether what must not stand beside is one character, and may be any of a word."""
        kinds = list(nodes)
        if len(kinds) != 1 or str(kinds[0][0]) != "IN" or self.ascii_only:
            return False
        items = [(str(operator), str(value)) for operator, value in kinds[0][1]]
        return ("CATEGORY", "CATEGORY_WORD") in items and ("NEGATE", "None") not in items


def _ends(run: Literals | None) -> Literals:
    """The last character of each, where all of them are too many to go on with."""
    return frozenset(literal[-1:] for literal in run or (b"",))


def _joined(a: Literals | None, b: Literals | None) -> Literals | None:
    if a is None or b is None or len(a) * len(b) > _MOST:
        return None
    return frozenset(x + y for x in a for y in b)
