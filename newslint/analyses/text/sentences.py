"""Sentences of each zone: where they begin and end, closing quotation marks taken in."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.base.lazy import compiled, pattern
from newslint.base.record import NamedTuple
from newslint.base.text import Span
from newslint.model.story import Analysis, Story, Zone
from newslint.words.tables import any_of, stops_no_sentence

ZONES = frozenset(("headline", "deck", "caption", "body", "list", "quote-block", "note", "subhead"))

# A full stop, question or exclamation mark with what closes behind it, blanks, and what may begin a sentence. The
# sign comes first, what is not before it second: `re` looks for a sign much faster than for a place.
_END = r"[.!?…](?<![.!?…]{2})[.!?…]*+(?:[\"”’»)\]]|'{1,2})*+(?=\s+[\"“‘«'(\[`]*[^\W_a-zß-öø-ÿ])"
# What stands before a full stop that ends no sentence.
_ABBREVIATED = pattern(
    lambda: rf"(?:^|[\s(“\"‘'])(?:[A-Z]|(?:[A-Z]\.)+[A-Z]|{any_of(stops_no_sentence(speech=False))})$"
)
LONGEST_ABBREVIATION = 12  # code points looked at before a full stop


class Sentence(NamedTuple):
    """A sentence at `start`-`end` of a zone's prose (code points), without the blanks round it."""

    zone: Zone
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where it stands in the source."""
        return self.zone.to_source(self.start, self.end)

    @property
    def text(self) -> str:
        """Its words."""
        return self.zone.text[self.start : self.end]


def split(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of one paragraph, without the blanks between them."""
    start, size = len(text) - len(text.lstrip()), len(text.rstrip())
    for m in compiled(_END).finditer(text):
        at, end = m.span()
        if text[at] == "." and end == at + 1 and _is_abbreviated(text, at):
            continue
        if end > start:
            yield start, end
            start = end
            while start < size and text[start].isspace():
                start += 1
    if start < size:
        yield start, size


def _is_abbreviated(text: str, at: int) -> bool:
    return _ABBREVIATED.search(text, max(0, at - LONGEST_ABBREVIATION), at) is not None


def _find(story: Story) -> tuple[Sentence, ...]:
    """The sentences of all zones that have some (headline, deck, caption, copy), in order."""
    return tuple(
        Sentence(zone, start, end) for zone in story.zones if zone.role in ZONES for start, end in split(zone.text)
    )


sentences: Analysis[tuple[Sentence, ...]] = Analysis("sentences", _find)
