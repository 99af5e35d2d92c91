"""What every match of a pattern ends with, written as a pattern of its own: cheap to look for where the whole is not.

Only plain parts are written (characters, classes, repeats of such, alternatives of such); where another comes, what
stands behind it is the end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newslint.base.typed import Any

_FAR = 1000  # a repeat that may go on for longer counts as endless
_CLASSES = {
    "CATEGORY_WORD": r"\w", "CATEGORY_NOT_WORD": r"\W", "CATEGORY_DIGIT": r"\d", "CATEGORY_NOT_DIGIT": r"\D",
    "CATEGORY_SPACE": r"\s", "CATEGORY_NOT_SPACE": r"\S",
}  # fmt: skip
_REPEATS = {"MAX_REPEAT": "", "MIN_REPEAT": "?"}
_LEAST = 2  # parts that an end must have to tell anything


def tail_of(tree: Any) -> str:
    """What stands behind the last repeat of several parts that goes on endlessly; nothing where there is no such."""
    nodes = _flat(list(tree))
    last = -1
    for n, (operator, value) in enumerate(nodes):
        if _is_nested(str(operator), value):
            last = n
    if last < 0:
        return ""
    inner = _flat(list(nodes[last][1][2])) if int(nodes[last][1][0]) else []
    endless = [n for n, (operator, value) in enumerate(inner) if str(operator) in _REPEATS and int(value[1]) > _FAR]
    row = [*inner[endless[-1] + 1 if endless else 0 :], *nodes[last + 1 :]]
    parts: list[str] = []
    for operator, value in reversed(row):
        written = _written(str(operator), value)
        if written is None:
            break
        parts.append(written)
    return "".join(reversed(parts)) if len(parts) >= _LEAST else ""


def _flat(nodes: Sequence[tuple[Any, Any]]) -> list[tuple[Any, Any]]:
    """A sequence with groups that set no flags opened."""
    found: list[tuple[Any, Any]] = []
    for operator, value in nodes:
        if str(operator) == "SUBPATTERN" and not (value[1] or value[2]):
            found += _flat(list(value[3]))
        else:
            found.append((operator, value))
    return found


def _is_nested(kind: str, value: Any) -> bool:
    """Whether a part repeats several parts endlessly."""
    return kind in _REPEATS and int(value[1]) > _FAR and len(_flat(list(value[2]))) > 1


def _written(kind: str, value: Any) -> str | None:
    """A plain part as `re` writes it; None for any other."""
    if kind == "LITERAL":
        return re.escape(chr(value))
    if kind == "NOT_LITERAL":
        return f"[^{re.escape(chr(value))}]"
    if kind == "IN":
        return class_of(value)
    if kind == "AT":
        return r"\b" if str(value) == "AT_BOUNDARY" else None
    if kind in _REPEATS:
        least, most, nodes = value
        inner = _sequence(nodes)
        limit = "" if str(most) == "MAXREPEAT" else str(int(most))
        return None if inner is None or len(_flat(list(nodes))) > 1 else f"{inner}{{{int(least)},{limit}}}"
    if kind == "BRANCH":
        several = [_sequence(nodes) for nodes in value[1]]
        return None if None in several else f"(?:{'|'.join(filter(None, several))})" if all(several) else None
    return None


def _sequence(nodes: Any) -> str | None:
    parts = [_written(str(operator), value) for operator, value in _flat(list(nodes))]
    return None if None in parts else "".join(filter(None, parts))


def class_of(items: Any) -> str | None:
    """A class of characters as `re` writes it; None for one that is not known here."""
    found = ""
    for operator, value in items:
        kind = str(operator)
        if kind == "NEGATE":
            found += "^"
        elif kind == "LITERAL":
            found += re.escape(chr(value))
        elif kind == "RANGE":
            found += f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
        elif kind == "CATEGORY" and str(value) in _CLASSES:
            found += _CLASSES[str(value)]
        else:
            return None
    return f"[{found}]"
