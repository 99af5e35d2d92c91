"""Posts of a network that were pasted into a story as text: told by what the network adds to each.

They are somebody else's words in somebody else's marks, so nothing that goes by the story's own style counts them.
"""

from __future__ import annotations

from collections.abc import Sequence

from newslint.analyses.text.post_signs import is_told as is_told
from newslint.base.lazy import pattern
from newslint.model.story import Zone

LONGEST = 700  # code points; a longer paragraph is no post
_DAY = r"[A-ZÀ-Þ]?[\w.]{2,10} \d{1,2},? \d{4}|\d{1,2}\.? [A-ZÀ-Þ]?[\w.]{2,10} \d{4}"
_SIGNED = pattern(rf"(?:^|.*?\s)[—–-] ?[^@\n]{{1,70}}\(@\w{{1,30}}\)(?:,? (?:{_DAY}))?$")
_DATED = pattern(rf"\(@\w{{1,30}}\),? (?:{_DAY})$")
_PICTURE = pattern(r"(?:pic\.(?:twitter|x)\.com/|https?://t\.co/)\w+\s*$")


def posts(zones: Sequence[Zone]) -> frozenset[int]:
    """The numbers of the zones that are posts; a signature on a line of its own takes in the line above it."""
    found: set[int] = set()
    for n, zone in enumerate(zones):
        text = zone.text
        if zone.role != "body" or len(text) > LONGEST or not is_told(text):
            continue
        if _PICTURE.search(text):
            found.add(n)
        elif _DATED.search(text) and _SIGNED.match(text):
            found.add(n)
            if text[0] in "—–-" and n > 1 and zones[n - 1].role == "body" and len(zones[n - 1].text) < LONGEST:
                found.add(n - 1)
    return frozenset(found)


def mark_posts(zones: Sequence[Zone]) -> frozenset[int]:
    """Give posts their role, and say which they are."""
    found = posts(zones)
    for n in found:
        zone = zones[n]
        zone.role, zone.sort, zone.confidence = "chrome", "post", "low"
        zone.why = ("has a network's signature or picture link",)
    return found
