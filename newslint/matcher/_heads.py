"""What a pattern's matches begin with, where that is one of some words: then it is tried at these places alone.

Read off the syntax tree of `re`, alternative by alternative: a list of a thousand words is no harder than one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from importlib import import_module

from newslint.base import cache
from newslint.base.record import NamedTuple
from newslint.base.typed import Any
from newslint.base.version import __version__
from newslint.matcher._patterns import reader_state
from newslint.matcher._plan import Plan
from newslint.matcher._syntax import plan_of, reader_of
from newslint.matcher._tails import class_of, tail_of

_MOST = 100_000  # words that matches may begin with
_FAR = 40  # parts behind the first group that are read: nothing begins further on
_HEAVIEST = 500  # parts of one part behind the first group that is read
_WORK = 1_500_000  # parts that are read for all alternatives together: some seconds, once
_LARGEST = 5_000_000  # parts of a pattern, times how deep they are nested: a larger one is not read at all
_LONGEST = 20_000  # parts in a row
_LINE_FEED = 10
_LEAST = 2  # letters by which a place is told
_UNKNOWN = 1e12  # steps of a pattern that has not been read
# What is taken for good may go over the edge of a part of a text, where less would have been taken within it.
_FAR_SIGHTED = ("ASSERT", "ASSERT_NOT", "GROUPREF_EXISTS", "ATOMIC_GROUP", "POSSESSIVE_REPEAT")
_FEW = 3  # letters that words begin with, by which places are told: there are many such
_TELLING = 3  # letters of a word that is looked for in all of a text
_LOOKS = ("ASSERT", "ASSERT_NOT", "AT")
_BOUNDARIES = ("AT_BOUNDARY", "AT_NON_BOUNDARY")

Head = tuple[str, int]  # what stands in a shadow between two spaces, and how far into it the match begins


class Reading(NamedTuple):
    """What is known of a pattern before it is tried.

    `heads` has what stands, in the shadow of a text between two spaces, where a match begins (none: nobody knows); a
    match that begins with anything else has one of `others` in it.
    A `local` one looks at nothing beyond what it matches but for the letters beside it: in part of a text that ends
    in no word it matches what it matches in all of it. `tail` is a pattern of what each match ends with, which is
    looked for first where the pattern itself may try for long. A match of a `one_line` pattern holds no line feed.
    """

    plan: Plan
    heads: tuple[Head, ...]
    local: bool
    tail: str = ""
    one_line: bool = False
    others: tuple[str, ...] = ()


def readings_of(patterns: Sequence[tuple[str, int]]) -> list[Reading]:
    """What is known of some patterns (text and flags of `re`); that of the same ones together is kept."""
    key = cache.key_of("readings", __version__, str(reader_state()), *[f"{flags} {text}" for text, flags in patterns])
    kept = cache.load(key)
    if isinstance(kept, list) and len(kept) == len(patterns):
        return [
            Reading(Plan(tuple(gate), tuple(cast), *cost), tuple(map(tuple, heads)), local, tail, line, tuple(others))
            for (gate, cast, *cost), heads, local, tail, line, others in kept
        ]
    found = [_reading(text, flags) for text, flags in patterns]
    cache.save(key, [[*each] for each in found])
    return found


def _reading(text: str, flags: int) -> Reading:
    tree = import_module("re._parser").parse(text, flags)
    size, depth, longest = _measured(tree)
    if size * depth > _LARGEST or longest > _LONGEST:
        return Reading(Plan((), (), _UNKNOWN, 9), (), local=False)
    plan = plan_of(text, flags)
    heads, others = _heads(text, tree) if tree.getwidth()[0] else ((), ())
    tail = tail_of(tree) if plan.degree and not heads else ""
    return Reading(plan, heads, _is_local(tree), tail, _is_one_line(tree, tree.state.flags), others)


def _measured(tree: Any) -> tuple[int, int, int]:
    """How many parts a pattern has, how deep they are nested, and how many stand in a row."""
    size, depth, longest = 0, 0, 0
    level = [tree]
    while level:
        depth += 1
        size += sum(map(len, level))
        longest = max(longest, *map(len, level))
        level = [inner for nodes in level for operator, value in nodes for inner in _inside(str(operator), value)]
    return size, depth, longest


def _inside(operator: str, value: Any) -> list[Any]:
    """The sequences that a part has in it."""
    if operator in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return [value[2]]
    if operator == "SUBPATTERN":
        return [value[3]]
    if operator == "ATOMIC_GROUP":
        return [value]
    if operator == "GROUPREF_EXISTS":
        return [each for each in value[1:] if each is not None]
    return [*value[1]] if operator == "BRANCH" else [value[1]] if operator in ("ASSERT", "ASSERT_NOT") else []


def _heads(text: str, tree: Any) -> tuple[tuple[Head, ...], tuple[str, ...]]:
    """What matches begin with, and words of which one stands in each match that begins with anything.

    Nothing where one may begin with anything and need nothing.
    """
    ascii_only = bool(tree.state.flags & re.ASCII) or re.search(r"\(\?\w*a", text) is not None
    reader = reader_of(words=True, ascii_only=ascii_only)
    found: set[Head] = set()
    others: set[str] = set()
    for nodes in _alternatives([*tree]):
        if not nodes:
            return (), ()
        part = reader.sequence(_with_ahead(nodes))
        heads = [_head(literal, reader.beside(literal)) for literal in part.exact or part.head or ()]
        if heads and None not in heads:
            found.update(filter(None, heads))
        elif needs := reader.written(reader.needs(part)):
            others.update(needs)
        else:
            return (), ()
        if len(found) + len(others) > _MOST:
            return (), ()
    if any(len(need.strip()) < _TELLING for need in others):
        return (), ()
    if sum(len(head.strip()) == 1 and head[-1:] != " " for head, _ in found) > _FEW:
        return (), ()
    return tuple(sorted(found)), tuple(sorted(others)) if found else ()


def _with_ahead(nodes: list[Any]) -> list[Any]:
    """A sequence with what must follow it, and is no part of the match, as its last part: that stands there too."""
    if not nodes:
        return nodes
    operator, value = nodes[-1]
    return [*nodes[:-1], *value[1]] if str(operator) == "ASSERT" and value[0] > 0 else nodes


def _head(literal: bytes, written: bytes) -> Head | None:
    """What a match begins with; None where that stands in every text."""
    bare = written.strip()
    if not bare or (len(bare) < _LEAST and written[:1] != b" "):
        return None
    begins = literal[:1] == b"\0" and not literal.replace(b"\0", b"")[:1].isspace()  # with a word
    return written.decode("latin-1"), int(begins)


def _alternatives(nodes: list[Any]) -> Iterator[list[Any]]:
    """A sequence once for each alternative of its first group, in turn of each of those; looks round it stay.

    Where they are more than can be read, one that is empty comes in their place.
    """
    weights: dict[int, int] = {}
    stack, work = [nodes], 0
    while stack:
        nodes = stack.pop()
        work += len(nodes)
        at = next((n for n, (operator, _) in enumerate(nodes) if str(operator) not in _LOOKS), len(nodes))
        kind = str(nodes[at][0]) if at < len(nodes) else ""
        value: Any = nodes[at][1] if kind else None
        before, after = nodes[:at], nodes[at + 1 : at + 1 + _FAR]
        if kind == "SUBPATTERN":
            stack.append([*before, *value[3][:_FAR], *(after if len(value[3]) < _FAR else ())])
        elif kind == "BRANCH":
            work += len(value[1]) * (1 + len(before) + len(after))
            if work <= _WORK:
                cut = ([*branch[:_FAR], *(after if len(branch) < _FAR else ())] for branch in reversed(value[1]))
                stack += [[*before, *rest] for rest in cut]
        else:
            leaf = nodes[: at + 1 + _FAR]
            sizes = [_weight(node, weights) for node in leaf]
            heavy = next((n for n in range(at + 1, len(leaf)) if sizes[n] > _HEAVIEST), len(leaf))
            leaf, work = leaf[:heavy], work + sum(sizes[:heavy])
            if work <= _WORK:
                yield leaf
        if work > _WORK:
            yield []
            return


def _weight(node: Any, known: dict[int, int]) -> int:
    """How many parts a part has, all told."""
    if id(node) not in known:
        known[id(node)] = 1 + sum(_measured(inner)[0] for inner in _inside(str(node[0]), node[1]))
    return known[id(node)]


def _is_one_line(nodes: Any, flags: int) -> bool:
    """Whether no match of a pattern can hold a line feed."""
    for operator, value in nodes:
        kind = str(operator)
        if kind in ("LITERAL", "NOT_LITERAL"):
            fits = (value == _LINE_FEED) == (kind == "NOT_LITERAL")
        elif kind == "IN":
            written = class_of(value)
            fits = written is not None and re.match(written, "\n") is None
        elif kind == "ANY":
            fits = not flags & re.DOTALL
        elif kind == "SUBPATTERN":
            fits = _is_one_line(value[3], (flags | value[1]) & ~value[2])
        elif kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            fits = _is_one_line(value[2], flags)
        elif kind == "ATOMIC_GROUP":
            fits = _is_one_line(value, flags)
        elif kind == "BRANCH":
            fits = all(_is_one_line(nodes, flags) for nodes in value[1])
        else:
            fits = kind in ("AT", "ASSERT", "ASSERT_NOT")
        if not fits:
            return False
    return True


def _is_local(nodes: Any) -> bool:
    """Whether a pattern looks at nothing beyond its match but whether a word ends there."""
    for operator, value in nodes:
        kind = str(operator)
        if kind in _FAR_SIGHTED or (kind == "AT" and str(value) not in _BOUNDARIES):
            return False
        if not all(map(_is_local, _inside(kind, value))):
            return False
    return True
