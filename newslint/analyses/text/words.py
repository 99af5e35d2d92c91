"""The words of a story in small letters: rules look there first, for few stories have what they seek."""

from __future__ import annotations

import re
from bisect import bisect_right

from newslint.analyses.text.scanning import ScanHit
from newslint.base.lazy import pattern
from newslint.base.typed import cast
from newslint.matcher import lowered
from newslint.model.story import Analysis, Story

# Letters stay, and what joins words; all other signs of Latin-1 part them.
_SEPARATE = bytes(c if chr(c).isalnum() or chr(c) in "_'-" or c > 191 else 32 for c in range(256))
# What no word of prose stands beside; a hyphen may, but for one that begins an option.
_NOT_BEFORE = pattern(r"(?:[\w@#/\\.’'+&=<$~:]|(?:^|[^\w)])[-‑])$")
_NOT_BEHIND = pattern(r"[\w/\\@+&(\[>]| ?=|[’'](?!s?(?!\w))|[.:]\w|[-‑](?:[\W\d_]|$)")
_ADDRESS = pattern(r"/|=|(?:-\w+){3}")  # “example.org/the-mill-burns”, “src=the-mill”
_LONGEST = 200  # code points of an address that are looked at
ROLES = frozenset(("headline", "deck", "caption", "subhead", "body", "list", "note", "alt"))  # not what is quoted
_ANY = pattern("(?:)")


def _in_order(story: Story) -> list[str]:
    # What is no sign of Latin-1 parts words here; a look at the place settles it.
    found: list[str] = []
    for zone in story.zones:
        if zone.words is not None:
            found += zone.words
    rest = "\n".join([zone.text for zone in story.zones if zone.words is None])
    if rest:
        data = lowered(rest.replace("’", "'")).encode("latin-1", "replace")
        found += data.translate(_SEPARATE).decode("latin-1").split()
    return found


# The words of a story as they follow each other in a zone; the zones may change places.
words_in_order: Analysis[list[str]] = Analysis("words-in-order", _in_order)


def _find(story: Story) -> frozenset[str]:
    found = story.get(words_in_order)
    return frozenset(found)


words: Analysis[frozenset[str]] = Analysis("words", _find)


def places(story: Story, word: str, roles: frozenset[str]) -> list[ScanHit]:
    """Where a word of letters stands by itself in the prose of these roles: in no address, no code, no markup."""
    found = []
    text = story.prose.text
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        held = story.prose.zone_of(at, end)
        if held and held[0].role in roles and _is_word(text, at, end):
            nothing = cast("re.Match[str]", _ANY.match(""))
            hit = ScanHit(held[0], at - held[1], end - held[1], nothing)
            if hit.zone.is_prose(hit.span) and not is_code(story, hit.span.start):
                found.append(hit)
        at = text.find(word, end)
    return found


def is_code(story: Story, at: int) -> bool:
    """Whether a place of the source is shown as code."""
    n = bisect_right(story.code, at, key=lambda span: span.start)
    return n > 0 and at < story.code[n - 1].end


def _is_word(text: str, start: int, end: int) -> bool:
    if _NOT_BEFORE.search(text, max(0, start - 2), start) or _NOT_BEHIND.match(text, end):
        return False
    joined = "-" in (text[start - 1 : start], text[end : end + 1])
    return not (joined and _ADDRESS.search(_around(text, start, end)))


def _around(text: str, start: int, end: int) -> str:
    """What stands round a word up to the next blanks: it may be an address of words and hyphens."""
    before = text[max(0, start - _LONGEST) : start].split()
    behind = text[end : end + _LONGEST].split()
    first = before[-1] if before and not text[start - 1].isspace() else ""
    return first + text[start:end] + (behind[0] if behind and not text[end].isspace() else "")
