"""How long a pattern may take on a text, at worst: read off the syntax tree of `re`.

What is counted are the ways in which a pattern can be led on before it fails. A repeat has one way where what follows
cannot begin as it does: to give back what it took is then in vain. Alternatives of which no two can begin alike have
the ways of one. What is not known here counts as endless.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from newslint.base.record import NamedTuple
from newslint.base.typed import Any
from newslint.matcher._alike import most_alike
from newslint.matcher._text import cast, is_word

_FAR = 1000  # a repeat that may go on for longer counts as endless
_ENDLESS = 9  # the degree of a pattern whose endless repeats stand inside one another
_MANY = 1e12  # more ways than anyone can wait for
_LEAD = 64  # characters by which alternatives are told apart

# Sorts of characters as sets of bits: each of ASCII (a capital as its small letter); other letters, signs, digits.
_LETTERS, _SIGNS, _FAR_DIGITS = 1 << 128, 1 << 129, 1 << 130
_WORD = sum({1 << ord(chr(c).lower()) for c in range(128) if is_word(chr(c))}) | _LETTERS | _FAR_DIGITS
_ALL = (1 << 131) - 1
_NO_WORD = _ALL & ~_WORD
_DIGITS = sum(1 << c for c in range(48, 58)) | _FAR_DIGITS
_SPACE = sum(1 << c for c in range(128) if chr(c).isspace()) | _SIGNS
_CATEGORIES = {
    "CATEGORY_WORD": _WORD, "CATEGORY_NOT_WORD": _NO_WORD,
    "CATEGORY_DIGIT": _DIGITS, "CATEGORY_NOT_DIGIT": _ALL & ~_DIGITS,
    "CATEGORY_SPACE": _SPACE, "CATEGORY_NOT_SPACE": _ALL & ~_SPACE | _SIGNS,
}  # fmt: skip
_FAR_EQUALS = {"i": "ıİ", "k": "\u212a", "s": "ſ"}  # what else they match where case is ignored
_NEAR_EQUALS = {far: near for near, others in _FAR_EQUALS.items() for far in others}
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")

Nodes = Sequence[tuple[Any, Any]]


class Cost(NamedTuple):
    """On n characters `ways` x n to the power of `degree` ways lead through, in all `steps` x n ** `reach` steps."""

    ways: float = 1
    degree: int = 0
    steps: float = 1
    reach: int = 0


_UNKNOWN = Cost(_MANY, _ENDLESS, _MANY, _ENDLESS)


def cost_of(tree: Any) -> tuple[float, int]:
    """The steps of an attempt at each character of a zone, and the power of its length with which they grow."""
    nodes = list(tree)
    found = _sequence(nodes, 0, _ALL)
    return found.steps / _apart(nodes), min(_ENDLESS, found.reach)


def _sequence(nodes: Nodes, follow: int, before: int) -> Cost:
    """Parts one after another, `follow` and `before` being what may stand on either side."""
    begins, follows = _follows(nodes, follow)
    ways, degree, steps, reach = 1.0, 0, 1.0, 0
    for n, (operator, value) in enumerate(nodes):
        part = _part(str(operator), value, follows[n], before)
        steps = min(_MANY, steps + ways * part.steps)
        reach = max(reach, degree + part.reach)
        ways = min(_MANY, ways * part.ways)
        degree = min(_ENDLESS, degree + part.degree)
        before = _last_of(nodes, n, before, begins[n] if n + 1 < len(nodes) else follow)
    return Cost(ways, degree, steps, reach)


def _follows(nodes: Nodes, follow: int) -> tuple[list[int], list[int]]:
    """What the parts behind each part may begin with, and what may stand there: `follow` too, if they are empty."""
    begins, found = [], []
    begin, empty = 0, True
    for node in reversed(nodes):
        begins.append(begin)
        found.append(begin | (follow if empty else 0))
        first, may_be_empty = _starts([node])
        begin, empty = first | (begin if may_be_empty else 0), empty and may_be_empty
    return begins[::-1], found[::-1]


def _part(operator: str, value: Any, follow: int, before: int) -> Cost:
    if operator in _REPEATS:
        found = _repeat(int(value[0]), int(value[1]), list(value[2]), follow, before)
        return found._replace(ways=1, degree=0) if operator == "POSSESSIVE_REPEAT" else found
    if operator == "SUBPATTERN":
        return _sequence(list(value[3]), follow, before)
    if operator == "ATOMIC_GROUP":
        return _sequence(list(value), follow, before)._replace(ways=1, degree=0)
    if operator == "BRANCH":
        return _branch([list(each) for each in value[1]], follow, before)
    if operator in ("ASSERT", "ASSERT_NOT"):
        return _sequence(list(value[1]), 0, _ALL)._replace(ways=1, degree=0)
    if operator == "GROUPREF":  # it is there or not, and may be as long as what its group has taken
        return Cost(reach=1)
    return Cost() if operator in ("LITERAL", "NOT_LITERAL", "IN", "ANY", "AT") else _UNKNOWN


def _repeat(least: int, most: int, inner: Nodes, follow: int, before: int) -> Cost:
    """A part that may stand there several times."""
    first, empty = _starts(inner)
    once = _sequence(inner, first | follow, before | _ends(inner)[0])
    single = once.ways == 1 and once.degree == 0
    apart = single and not empty and not first & follow
    if most > _FAR:
        if not single or empty:
            return _UNKNOWN
        pinned = apart and not first & before
        each = once.steps / max(1, _least(inner))  # of a zone's characters, of which so many go into one repeat
        return Cost(1, 0 if apart else 1, each, once.reach + (0 if pinned and len(inner) == 1 else 1))
    if apart:
        return Cost(1, 0, max(1, most) * once.steps, once.reach)
    powers = [_power(once.ways, k) for k in range(most + 1)]
    return Cost(
        min(_MANY, sum(powers[least:])),
        min(_ENDLESS, once.degree * most),
        min(_MANY, sum(powers) * once.steps),
        min(_ENDLESS, once.reach + once.degree * max(0, most - 1)),
    )


def _branch(branches: Sequence[Nodes], follow: int, before: int) -> Cost:
    """One of several; those that cannot begin alike are not taken one after another."""
    parts = [_sequence(nodes, follow, before) for nodes in branches]
    begun = [(*_starts(nodes), _lead(nodes)) for nodes in branches]
    return Cost(
        min(_MANY, most_alike(begun, [part.ways for part in parts])),
        max(part.degree for part in parts),
        min(_MANY, sum(part.steps for part in parts)),
        max(part.reach for part in parts),
    )


def _lead(nodes: Nodes) -> bytes:
    """The characters that a sequence is known to begin with, as a cast."""
    found = b""
    for operator, value in nodes:
        if str(operator) != "LITERAL" or len(found) >= _LEAD:
            break
        found += cast(chr(value))
    return found


def _apart(nodes: Nodes) -> int:
    """How far apart two places must be at which a sequence gets beyond the characters that it begins with."""
    begun = [n for n, node in enumerate(nodes) if _starts([node]) != (0, True)]
    if not begun:
        return 1
    operator, value = str(nodes[begun[0]][0]), nodes[begun[0]][1]
    if operator == "BRANCH":
        return min(_apart(list(branch)) for branch in value[1])
    if operator == "SUBPATTERN":
        return _apart(list(value[3]))
    lead = _lead(nodes[begun[0] :])
    return next((n for n in range(1, len(lead)) if lead[n:] == lead[:-n]), max(1, len(lead)))


def _least(nodes: Nodes) -> int:
    """How many characters a sequence takes at least."""
    found = 0
    for operator, value in nodes:
        name = str(operator)
        if name in ("LITERAL", "NOT_LITERAL", "IN", "ANY"):
            found += 1
        elif name in _REPEATS:
            found += int(value[0]) * _least(value[2])
        elif name in ("SUBPATTERN", "ATOMIC_GROUP"):
            found += _least(value[3] if name == "SUBPATTERN" else value)
        elif name == "BRANCH":
            found += min(_least(branch) for branch in value[1])
    return found


def _power(ways: float, times: int) -> float:
    """How many ways there are through a part that stands there so many times; no more than _MANY."""
    if ways == 1:
        return 1.0
    return _MANY if times > _FAR or ways >= _MANY else min(_MANY, ways ** min(times, 24))


def _starts(nodes: Iterable[tuple[Any, Any]]) -> tuple[int, bool]:
    """With which characters a sequence may begin, and whether it may be empty; a look ahead may see any."""
    found, empty = 0, True
    for operator, value in nodes:
        first, may_be_empty = _side(str(operator), value, _starts, ahead=True)
        found |= first
        if not may_be_empty:
            empty = False
            break
    return found, empty


def _ends(nodes: Iterable[tuple[Any, Any]]) -> tuple[int, bool]:
    """With which characters a sequence may end, and whether it may be empty."""
    found, empty = 0, True
    for operator, value in reversed(list(nodes)):
        last, may_be_empty = _side(str(operator), value, _ends, ahead=False)
        found |= last
        if not may_be_empty:
            empty = False
            break
    return found, empty


def _side(operator: str, value: Any, inner: Any, *, ahead: bool) -> tuple[int, bool]:
    """What a part may begin (or, by `inner`, end) with, and whether it may be empty."""
    if operator in ("LITERAL", "IN", "NOT_LITERAL", "ANY"):
        return _CHARACTERS.get(operator, _any)(value), False
    if operator in ("AT", "ASSERT", "ASSERT_NOT"):
        return _seen_ahead(operator, value) if ahead and operator != "AT" and value[0] > 0 else (0, True)
    if operator in ("SUBPATTERN", "ATOMIC_GROUP"):
        found: tuple[int, bool] = inner(value[3] if operator == "SUBPATTERN" else value)
        return found
    if operator == "BRANCH":
        sides = [inner(branch) for branch in value[1]]
        mask = 0
        for side, _ in sides:
            mask |= side
        return mask, any(empty for _, empty in sides)
    if operator in _REPEATS:
        mask, empty = inner(value[2])
        return mask, empty or int(value[0]) == 0
    return _ALL, True


def _seen_ahead(operator: str, value: Any) -> tuple[int, bool]:
    """What a look ahead lets stand behind it; of what must not stand there nothing is concluded."""
    seen, nothing = _starts(value[1])
    return (seen, False) if operator == "ASSERT" and not nothing else (_ALL, True)


def _last_of(nodes: Nodes, n: int, before: int, beyond: int) -> int:
    """What may stand before the part behind part `n`; `beyond` is what that part may begin with."""
    operator, value = str(nodes[n][0]), nodes[n][1]
    if operator == "AT" and str(value) == "AT_BOUNDARY":
        return before & (_NO_WORD if not beyond & ~_WORD else _WORD if not beyond & _WORD else _ALL)
    if operator == "ASSERT_NOT" and value[0] < 0:
        items = [str(each[1]) for sort, inner in value[1] if str(sort) == "IN" for each in inner]
        alone = len(value[1]) == 1 and "CATEGORY_WORD" in items and not _negated(value[1][0][1])
        return before & _NO_WORD if alone else before
    last, empty = _ends([nodes[n]])
    return last | (before if empty else 0)


def _negated(items: Any) -> bool:
    return any(str(operator) == "NEGATE" for operator, _ in items)


def _any(value: Any) -> int:
    return _ALL


def _not(code: int) -> int:
    """What may stand for anything but one character."""
    return _without([("LITERAL", code)], {code})


def _bit(code: int) -> int:
    character = chr(code)
    if code < 128:
        low = character.lower()
        return 1 << ord(low) | (_LETTERS if low in _FAR_EQUALS else 0)
    near = _NEAR_EQUALS.get(character)
    sort = _FAR_DIGITS if character.isdecimal() else _LETTERS if is_word(character) else _SIGNS
    return sort | (1 << ord(near) if near else 0)


def _class(items: Any) -> int:
    found, plain = 0, set()
    for operator, value in items:
        kind = str(operator)
        if kind == "LITERAL":
            found |= _bit(value)
            plain.add(value)
        elif kind == "RANGE":
            low, high = value
            plain.update(range(low, min(high, 127) + 1))
            for code in range(low, min(high, 127) + 1):
                found |= _bit(code)
            found |= _LETTERS | _SIGNS | _FAR_DIGITS if high > 127 else 0
        elif kind == "CATEGORY":
            found |= _CATEGORIES.get(str(value), _ALL)
        elif kind != "NEGATE":
            return _ALL
    return found if not _negated(items) else _without(items, plain)


def _without(items: Any, plain: set[int]) -> int:
    """What may stand for a class that says what does not: what it surely keeps out is taken away."""
    out = sum(1 << c for c in plain if c < 128 and not chr(c).isalpha())
    out |= sum(1 << c for c in plain if c < 128 and chr(c).islower() and ord(chr(c).upper()) in plain)
    if any(str(value) == "CATEGORY_WORD" for _, value in items):
        out |= _WORD
    if any(str(value) == "CATEGORY_SPACE" for _, value in items):
        out |= _SPACE & ~_SIGNS
    return _ALL & ~out


_CHARACTERS: Mapping[str, Callable[[Any], int]] = {"LITERAL": _bit, "IN": _class, "NOT_LITERAL": _not}
