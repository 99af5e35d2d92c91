"""Shape: what a quotation looks like from inside, a sentence, a title or a word or two."""

from __future__ import annotations

from newslint.analyses.quotes.marks import MarkPair
from newslint.analyses.quotes.quotation import last_sign
from newslint.base.record import NamedTuple
from newslint.words.tables import Speech

LONGEST_TITLE = 12  # words
LONGEST_SMALL = 3  # code points; shorter words may have no capital in a heading
_SMALL = Speech.of().small_in_titles


class QuoteShape(NamedTuple):
    """What a quotation looks like from inside."""

    words: int
    capital: bool  # begins as a sentence
    sign: str  # the last one
    title: bool  # every word that counts has a capital

    @property
    def whole(self) -> bool:
        """Whether it reads as a sentence of its own."""
        return self.capital and self.sign in ".!?…" and self.words > 1


def shape_of(text: str, mark: MarkPair) -> QuoteShape:
    """The shape of the quotation between two marks of a paragraph."""
    content = text[mark.start + mark.opened : mark.end - mark.closed]
    inside = content.split(None, LONGEST_TITLE)
    if not inside:
        return QuoteShape(0, False, "", False)
    first = inside[0].lstrip("‘'“\"([")[:1]
    capital = first.isupper() or first in "[…"
    title = (
        capital
        and len(inside) < LONGEST_TITLE
        and all(w[0].isupper() or w in _SMALL or not w[0].isalpha() for w in inside)
    )
    return QuoteShape(len(inside), capital, last_sign(text, mark), title)


def has_capitals(heading: str, mark: MarkPair) -> bool:
    """Whether a quotation has capitals throughout in a heading that has none elsewhere, but for names."""
    longer = [
        word for word in (*heading[: mark.start].split(), *heading[mark.end :].split()) if len(word) > LONGEST_SMALL
    ]
    return (
        bool(longer)
        and 2 * sum(word[0].islower() for word in longer) >= len(longer)
        and shape_of(heading, mark).title
    )
