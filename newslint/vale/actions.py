"""What Vale's actions make of the words that an alert is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newslint.base.lazy import pattern

_REFERENCE = pattern(r"\$(?:\{(\w+)\}|(\w+))")
_COMPLETE = 2  # parameters of an action that trims


def suggestions(action: tuple[str, Sequence[str]], match: str) -> tuple[str, ...]:
    """What the words of an alert may become: nothing where its action does not say, or is one that Vale alone has."""
    name, params = action
    if not name:
        return ()
    if name == "replace":
        return tuple(params)
    if name == "remove":
        return ("",)
    if name == "edit" and params:
        edited = _edited(params, match)
        return () if edited is None else (edited.strip(),)
    return ()


def _edited(params: Sequence[str], match: str) -> str | None:
    """The words as an action of the kind `edit` leaves them; None where it does not say how."""
    kind, *rest = params
    if kind == "regex" and len(rest) == _COMPLETE:
        try:
            written = _REFERENCE.sub(lambda m: rf"\g<{m[1] or m[2]}>", rest[1].replace("\\", r"\\"))
            return re.sub(rest[0], written, match)
        except (re.error, IndexError):
            return None
    if kind in ("trim", "trim_left", "trim_right") and len(rest) == 1:
        strip = {"trim": str.strip, "trim_left": str.lstrip, "trim_right": str.rstrip}[kind]
        return strip(match, rest[0])
    if kind == "truncate" and len(rest) == 1 and rest[0]:
        return match.split(rest[0])[0]
    if kind == "split" and len(rest) == _COMPLETE and rest[0] and rest[1].isdecimal():
        parts = match.split(rest[0])
        return parts[int(rest[1])] if int(rest[1]) < len(parts) else None
    return None
