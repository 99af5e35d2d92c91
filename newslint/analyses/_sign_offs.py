"""Lines at the foot of a story about whoever wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newslint.lazy import pattern
from newslint.story import Zone

LONGEST = 400  # code points
MOST_OTHERS = 1  # so many lines of copy may stand below such a line, or among several
_NAMES = r"(?!(?:It|He|She|They|This|That|There|The|An?|One|Who|What|We|You) )(?:[A-ZÀ-Þ][\w.’'-]+ (?:and |, )?){1,5}"
_TRADE = (
    "reporter|editor|journalist|columnist|correspondent|contributor|writer|author|blogger|freelancer|producer|"
    "historian|novelist"
)
_ABOUT = pattern(
    rf"{_NAMES}(?:(?:is|was) (?:an?|the|our) (?:[\w'’&-]+,? ){{0,8}}(?:{_TRADE})\b|"
    r"(?:writes|reports) (?:about|for|on|from) |covers [a-z]|reported from )"
)
_SIGNED = pattern(
    r"(?:additional |with )?(?:reporting|writing|editing) by |(?:compiled|edited|reported|written) by [A-Z]|"
    r"with (?:files|reports) from |"
    r"(?:follow|e-?mail|contact|reach) (?:him|her|them|(?:[A-ZÀ-Þ][\w.’'-]+ ){2,3})(?:on|at|via)\b",
    re.IGNORECASE,
)
_INITIALS = "AaCcEeFfRrWw"  # of what `_SIGNED` matches
_SHARED = ("contributed to this ", "contributed reporting", "contributed research")


def signs_off(text: str) -> bool:
    """Whether a line is about a story's author: a biography, a credit for reporting, where to write to."""
    if len(text) > LONGEST:
        return False
    if " contributed " in text and any(words in text for words in _SHARED):
        return True
    return bool((text[0] in _INITIALS and _SIGNED.match(text)) or _ABOUT.match(text))


def sign_offs(zones: Sequence[Zone]) -> Iterator[int]:
    """The numbers of such lines at the foot of a story."""
    others = 0
    for n in range(len(zones) - 1, 0, -1):
        zone = zones[n]
        if zone.kind in ("credit", "caption", "timestamp") or zone.field:
            continue
        if signs_off(zone.text):
            yield n
        elif zone.kind == "chrome":
            continue
        elif others == MOST_OTHERS:
            return
        else:
            others += 1
