"""Patterns that could take very long, matched by the `regex` package, which can be stopped; loaded when needed.

The pattern is written anew from the syntax tree of `re`, so that words, digits and spaces are what they are in `re`
and nothing in it is read in the other package's own way. Where case is ignored, what refers back to a group takes s
for the long ſ, and the like, which `re` does not.
"""

from __future__ import annotations

import re
from importlib import import_module

from newslint.base.typed import Any

_WORD = r"\p{L}\p{N}_"
_CLASSES = {"DIGIT": r"\d", "SPACE": r"\s\x1c-\x1f", "WORD": _WORD}
_ASCII_CLASSES = {"DIGIT": "0-9", "SPACE": r"\t-\r\x20", "WORD": "a-zA-Z0-9_"}
_APART = 1 << 30  # a flag of our own: no [^…], of which `regex` joins two alternatives ([^a]|[^b]) wrongly
_DOTTED = (0x49, 0x69, 0x130, 0x131)
_REPEATS = {"MAX_REPEAT": "", "MIN_REPEAT": "?", "POSSESSIVE_REPEAT": "+"}


class Unwritable(ValueError):
    """A part of a pattern that has no equal in the other package."""


def timed(pattern: str, flags: int) -> Any:
    """The pattern as `regex` compiles it; raises Unwritable."""
    regex = import_module("regex")
    tree = import_module("re._parser").parse(pattern, flags)
    apart = _APART if "BRANCH" in str(tree.data) else 0
    return regex.compile(_sequence(tree, tree.state.flags | apart), regex.VERSION0)


def _sequence(nodes: Any, flags: int) -> str:
    return "".join(_part(str(operator), value, flags) for operator, value in nodes)


def _part(operator: str, value: Any, flags: int) -> str:
    if operator in ("LITERAL", "NOT_LITERAL"):
        return _class(_character(value, flags), flags, negated=operator == "NOT_LITERAL")
    if operator == "IN":
        return _one_of(value, flags)
    if operator == "ANY":
        return "(?s:.)" if flags & re.DOTALL else "(?-s:.)"
    if operator == "AT":
        return _place(str(value), flags)
    if operator in _REPEATS:
        least, most, nodes = value
        limit = "" if str(most) == "MAXREPEAT" else str(int(most))
        return f"(?:{_sequence(nodes, flags)}){{{int(least)},{limit}}}{_REPEATS[operator]}"
    return _group(operator, value, flags)


def _group(operator: str, value: Any, flags: int) -> str:
    if operator == "SUBPATTERN":
        group, added, taken, nodes = value
        return f"({'' if group else '?:'}{_sequence(nodes, (flags | added) & ~taken)})"
    if operator == "BRANCH":
        return f"(?:{'|'.join(_sequence(nodes, flags) for nodes in value[1])})"
    if operator == "ATOMIC_GROUP":
        return f"(?>{_sequence(value, flags)})"
    if operator in ("ASSERT", "ASSERT_NOT"):
        way = "<" if value[0] < 0 else ""
        return f"(?{way}{'=' if operator == 'ASSERT' else '!'}{_sequence(value[1], flags)})"
    if operator == "FAILURE":
        return "(?!)"
    if operator == "GROUPREF":
        return _cased(f"(?:\\{int(value)})", flags)
    if operator == "GROUPREF_EXISTS":
        number, yes, no = value
        return f"(?({int(number)}){_sequence(yes, flags)}|{_sequence(no or (), flags)})"
    raise Unwritable(f"{operator} cannot be stopped when it takes too long")


def _one_of(items: Any, flags: int) -> str:
    """A class: of characters, which case may make equal to others, and of kinds, which it does not."""
    kinds = _ASCII_CLASSES if flags & re.ASCII else _CLASSES
    named, inside, beside, negated = "", "", [], False
    for operator, value in items:
        kind = str(operator)
        if kind == "NEGATE":
            negated = True
        elif kind == "LITERAL":
            inside += _character(value, flags)
        elif kind == "RANGE":
            inside += f"{_character(value[0])}-{_character(value[1])}"
            inside += "".join(_character(code, flags) for code in _DOTTED if value[0] <= code <= value[1])
        elif (name := str(value).removeprefix("CATEGORY_")).startswith("NOT_"):
            beside.append(_all_but(f"[{kinds[name.removeprefix('NOT_')]}]"))
        else:
            named += kinds[name]
    uncased = flags & ~re.IGNORECASE
    if not beside and not (named and inside and flags & re.IGNORECASE):
        return _class(named + inside, flags if inside else uncased, negated=negated)
    if named:
        beside.append(f"[{named}]")
    if inside:
        beside.append(_class(inside, flags, negated=False))
    either = "|".join(beside)
    return _all_but(either) if negated else f"(?:{either})"


def _class(inside: str, flags: int, *, negated: bool) -> str:
    if negated and flags & _APART:
        return _all_but(_cased(f"[{inside}]", flags))
    return _cased(f"[{'^' if negated else ''}{inside}]", flags)


def _all_but(written: str) -> str:
    return f"(?:(?!{written})(?s:.))"


def _place(name: str, flags: int) -> str:
    word = f"[{(_ASCII_CLASSES if flags & re.ASCII else _CLASSES)['WORD']}]"
    on = flags & re.MULTILINE
    places = {
        "AT_BEGINNING": "(?m:^)" if on else r"\A",
        "AT_BEGINNING_STRING": r"\A",
        "AT_END": "(?m:$)" if on else r"(?=\n?\Z)",
        "AT_END_STRING": r"\Z",
        "AT_BOUNDARY": f"(?:(?<={word})(?!{word})|(?<!{word})(?={word}))",
        "AT_NON_BOUNDARY": f"(?:(?<={word})(?={word})|(?<!{word})(?!{word}))",
    }
    if name not in places:
        raise Unwritable(f"{name} cannot be stopped when it takes too long")
    return places[name]


def _cased(written: str, flags: int) -> str:
    return f"(?i:{written})" if flags & re.IGNORECASE else written


def _character(code: int, flags: int = 0) -> str:
    """A character as either package writes it; the i's of Turkish are all one to `re` where case is ignored."""
    equal = _DOTTED if flags & re.IGNORECASE and not flags & re.ASCII and code in _DOTTED else (code,)
    return "".join(f"\\U{code:08x}" for code in equal)
