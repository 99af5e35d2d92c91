"""Lines of a story that a page left behind, by what they were for there."""

from __future__ import annotations

import re
from collections.abc import Mapping

from newslint.analyses.roles._line_words import fine_sort
from newslint.analyses.roles._lines import bare, end_of, plain
from newslint.analyses.roles._page_words import TABLES
from newslint.analyses.roles._sign_offs import sign_offs
from newslint.analyses.roles.roles import OTHER, page_sort, says_only_what_pages_say
from newslint.analyses.text.code_blocks import code_blocks
from newslint.base.lazy import pattern
from newslint.model.finding import Confidence
from newslint.model.story import Analysis, Story, Zone

# Kinds that are a sort of residue in themselves where they stand in a text and not in a field of its own.
_LEFT_IN_TEXT = {"caption": "caption", "credit": "credit", "section": "section"}
_LONGEST = 400  # code points of a line that are searched for a page's words
_BUTTONS = frozenset(("share", "comments"))  # sorts of words that stand side by side on buttons
_STRAYS = frozenset(("timestamp", "body", "subhead", "deck"))
_LONGEST_STAMP = 60
_LONGEST_LEFT = 160  # a longer paragraph is residue only where roles say so
_PARTS = pattern(r"[A-Z][a-z-]*")
_NAME = pattern(r"(?:[A-Z]\.? ?){1,3} [A-Z][\w’'-]+")  # as referees and scorers are named
_STAMPED = pattern(r"\d| ago\b")
_NOTICE = pattern(r"©|copyright|rights reserved|[.!?]$", re.IGNORECASE)  # what a post may say on purpose


def _residue(story: Story) -> Mapping[str, Mapping[int, Confidence]]:
    """The numbers of the zones that are residue, and how sure that is, by their sort."""
    # Markdown says itself what is what: there only a line that no reporter writes is residue. Where a page or a feed
    # says what is copy, the lines of that are weighed as those of plain text are.
    plain_text = story.bare
    sort_of = _sort_in_plain if story.format == "plain" else _sort_in_copy if story.bare else _sort_in_marked
    found: dict[str, dict[int, Confidence]] = {}
    begun = False
    strays = _STRAYS - {"subhead"} if story.genre == "live" else _STRAYS  # there times head the entries
    if story.format == "html":
        strays -= {"timestamp"}  # a page shows when it was put up
    code = {n for block in story.get(code_blocks) for n in block.numbers}  # leftover-markup tells of it, as a whole
    for n, zone in enumerate(story.zones):
        if code and n in code:
            continue
        if zone.role == "body" and not zone.sort and len(zone.text) > _LONGEST_LEFT:
            begun = True  # a paragraph, as nearly all of a story
            continue
        if sort := sort_of(zone):
            found.setdefault(sort, {})[n] = zone.confidence if sort != "glued" else "high"
        elif plain_text and zone.role in strays and _is_stray_stamp(zone, begun):
            found.setdefault("time", {})[n] = "medium"
        begun = begun or zone.role == "body"
    if begun and plain_text:
        _add_sign_offs(story, found)
    if OTHER in found:
        found[OTHER] = _names_doubted(story, found)
    return found


def _names_doubted(story: Story, found: Mapping[str, Mapping[int, Confidence]]) -> dict[int, Confidence]:
    """Lines that only their shape speaks against; an initial and a surname alone among copy may be a referee's."""
    lines = {n for numbers in found.values() for n in numbers}
    return {
        n: "low" if lines.isdisjoint((n - 1, n + 1)) and _NAME.fullmatch(story.zones[n].text) else confidence
        for n, confidence in found[OTHER].items()
    }


def _add_sign_offs(story: Story, found: dict[str, dict[int, Confidence]]) -> None:
    """Lines about the author at the foot, which roles take for copy or at most suspect."""
    for n, confidence in sign_offs(story.zones):
        for others in found.values():
            others.pop(n, None)
        found.setdefault("author", {})[n] = confidence


def _sort_in_plain(zone: Zone) -> str:
    if " " not in zone.text and is_glued(zone.text):
        return "glued"
    if zone.sort or zone.role == "chrome":
        return _finer(zone.text, zone.sort)
    if zone.role in _LEFT_IN_TEXT and zone.why and not zone.field:
        return _LEFT_IN_TEXT[zone.role]
    return ""


def _sort_in_copy(zone: Zone) -> str:
    """As in plain text, but that what its markup calls a caption or a credit is in its place."""
    if " " not in zone.text and is_glued(zone.text):
        return "glued"
    return _finer(zone.text, zone.sort) if zone.sort or zone.role == "chrome" else ""


def _is_stray_stamp(zone: Zone, begun: bool) -> bool:
    """Whether a line is a time stamp where none belongs.

    That a story was put up three hours ago or takes four minutes to read only a page says, wherever that stands;
    days and hours have their place above the first paragraph.
    """
    if zone.field or len(zone.text) > _LONGEST_STAMP or not _STAMPED.search(zone.text):
        return False
    if zone.role == "timestamp" and not any(sign.isalpha() or sign in ":/" for sign in zone.text):
        return False  # a number, not a day
    low = plain(zone.text)
    key = bare(low)
    if TABLES.lines.get(key) == "time":
        return " " in key
    if not begun or "0" not in low or end_of(low) != "none":
        return False
    label = low.partition(": ")[0]
    if len(label) < len(low) and label.isalpha() and fine_sort(label, label) != "time":
        return False  # “WHEN: 10 a.m.” tells readers of an event
    return (zone.role == "timestamp" and "0:0" in low) or (low[0].isalpha() and fine_sort(low, key) == "time")


def _sort_in_marked(zone: Zone) -> str:
    if zone.sort == "post":
        return zone.sort
    if zone.role != "body":
        return ""
    if " " not in zone.text and is_glued(zone.text):
        return "glued"
    if not says_only_what_pages_say(zone.text) or _NOTICE.search(zone.text):
        return ""
    sort = _finer(zone.text, page_sort(zone.text))
    return sort if sort != "time" else ""  # a post dates itself in its text


def is_glued(text: str) -> bool:
    """Whether a line is the words of buttons run together: “FlagShareLikeReply”."""
    parts = _PARTS.findall(text) if len(text) < _LONGEST else []
    if len(parts) < 2 or "".join(parts) != text:
        return False
    words, unknown, n = 0, 0, 0
    while n < len(parts):
        pair = "".join(parts[n : n + 2]).lower()  # LinkedIn, WhatsApp
        both = TABLES.lines.get(pair) in _BUTTONS
        unknown += not both and TABLES.lines.get(parts[n].lower()) not in _BUTTONS
        words += 1
        n += 2 if both else 1
    return words > (1 if not unknown else 2) and unknown <= words // 4


def _finer(text: str, sort: str) -> str:
    """The sort that a line's words tell, which is narrower than the one that roles weigh it by."""
    if sort in ("headlines", "post"):
        return sort
    low = plain(text[:_LONGEST])
    return fine_sort(low, bare(low)) or sort or OTHER


residue = Analysis("residue", _residue)
