"""Quotation marks of each paragraph in pairs: which opens, which closes, which stands alone.

Double marks are “ ” " „ « » '' ‘‘ and ``; single ones ‘ ’ and ' only where they are plainly no apostrophes.
A quotation inside another belongs to the outer one and is not reported.
"""

from __future__ import annotations

from itertools import islice

from newslint.analyses.quotes._pairing import MARK, MarkPair, Marks, Pairing
from newslint.base.lazy import pattern
from newslint.model.story import Analysis, Story, Zone

__all__ = ["NOTHING", "ZONES", "MarkPair", "Marks", "marks", "pair"]

_OPENS_OR_DOUBLES = pattern(r"'(?:'|(?<![\w.,!?…)]'))")
_STRAIGHT = pattern(r'"(?<![^\s(\[—–-]")[^\s"](?:[^"]*[^\s"])?"(?!\w)')
_CURLED = pattern("“[^“”]+”")
ZONES = frozenset(("headline", "deck", "caption", "body", "list", "quote-block", "note", "subhead"))
_ARROW = pattern(r"(?<!\S)»(?!\w)")
_LINE_END = pattern(r"[\r\n]")
_BLOCK_MARKERS = ("!!!", "???", ":::")  # as Material, MyST and Docusaurus begin a block
LONG = 20_000  # code points; a paragraph longer than this is looked at twice
MOST_MARKS = 5_000
NOTHING = Marks((), ())
LONGEST_ORNAMENT = 8  # code points


def pair(text: str) -> Marks:
    """The quotations of one paragraph."""
    straight, curly = '"' in text, "“" in text
    if not (straight or curly or (_may_hold_others(text) and MARK.search(text))):
        return NOTHING
    if len(text) > LONG and _is_data(text):
        return NOTHING
    if len(text) <= LONGEST_ORNAMENT and not any(c.isalnum() for c in text):
        return NOTHING  # a mark on a line of its own is an ornament round a block
    return (straight != curly and _orderly(text, straight)) or Pairing(text).run()


def _beside_arrows(text: str) -> Marks:
    """The quotations of a paragraph in which » is an arrow (“Read more »”), unless a word stands beside it."""
    return pair(_ARROW.sub("›", text))


def _may_hold_others(text: str) -> bool:
    """Whether a text holds a character of the rarer marks, or an apostrophe."""
    if "'" in text or "`" in text or "<" in text:
        return True
    return not text.isascii() and any(mark in text for mark in ("‘", "”", "„", "«", "»", "‟", "’’"))


def _is_data(text: str) -> bool:
    """Whether a very long line holds more marks than any prose."""
    return len(list(islice(MARK.finditer(text), MOST_MARKS))) == MOST_MARKS


def _orderly(text: str, straight: bool) -> Marks | None:
    """The quotations where all marks are of one kind, stand as they should and nothing is nested: most paragraphs."""
    if "‘" in text or "`" in text or "<" in text or "„" in text or "«" in text:
        return None
    if straight:
        found, marks = [m.span() for m in _STRAIGHT.finditer(text)], text.count('"') + text.count("”")
    else:
        found, marks = [m.span() for m in _CURLED.finditer(text)], text.count("“") + text.count("”")
    if 2 * len(found) != marks or ("'" in text and _OPENS_OR_DOUBLES.search(text)):
        return None
    return Marks(tuple([MarkPair(start, end, 1, 1) for start, end in found]), ())


def _without_marker(zone: Zone, found: Marks, source: str) -> Marks:
    """The marks without those of a line that only says what the block below is: !!! note "…", :::tip[…]."""
    if not found.pairs or not zone.text.startswith(_BLOCK_MARKERS):
        return found
    line = _LINE_END.search(source, zone.span.start)
    end = line.start() if line else len(source)  # the lines of the block may be one paragraph with it
    later = tuple([each for each in found.pairs if zone.to_source(each.start, each.end).start > end])
    return Marks(later, tuple([at for at in found.strays if zone.to_source(at, at + 1).start > end]))


def _find(story: Story) -> tuple[tuple[Zone, Marks], ...]:
    arrows = "»" in story.prose.text and "«" not in story.prose.text
    paired = _beside_arrows if arrows else pair
    found = tuple([(zone, paired(zone.text)) for zone in story.zones if zone.role in ZONES])
    if story.format == "markdown":
        found = tuple([(zone, _without_marker(zone, each, story.source.text)) for zone, each in found])
    if not any(each.loose for _, each in found):
        return found
    from newslint.analyses.quotes.running import joined

    return joined(found)


marks: Analysis[tuple[tuple[Zone, Marks], ...]] = Analysis("marks", _find)
