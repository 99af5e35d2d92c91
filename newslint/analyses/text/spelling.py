"""Words of the copy that nobody who can spell writes so, each with what was probably meant.

Only words in small letters are looked at, and such with a capital as open a sentence or spoil a word that the story
has. Code, addresses, compounds of letters and signs, and words of another language are no misspellings. What is known
of words stands in `words/spelling.py`; the odd ones, which few stories have, are judged in `misspelling`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint.analyses.text.words import words
from newslint.base.typed import TYPE_CHECKING
from newslint.model.story import Analysis, Story
from newslint.words.spelling import english

if TYPE_CHECKING:
    from newslint.analyses.text.misspelling import Misspelling

MOST_ODD = 300  # odd words of a story that are judged one by one


def _odd(story: Story) -> list[str]:
    return english().odd(story.get(words)) if story.language == "en" else []


odd_words: Analysis[list[str]] = Analysis("odd-words", _odd)


def _find(story: Story) -> tuple[Misspelling, ...]:
    written = as_written(story)
    if not written:
        return ()
    if len(written) > MOST_ODD:  # no English, or nothing but jargon: only known misspellings tell anything
        written = [word for word in written if english().is_misspelt(word.lower())][:MOST_ODD]
    from newslint.analyses.text.misspelling import judged  # here, because few stories have an odd word

    return judged(story, written)


def as_written(story: Story) -> list[str]:
    """The odd words of a story as they are written; names are left out."""
    odd = story.get(odd_words)
    return [*_written(story.prose.text, odd)] if odd else []


misspellings: Analysis[tuple[Misspelling, ...]] = Analysis("misspellings", _find)


def _written(text: str, odd: Iterable[str]) -> Iterator[str]:
    """Odd words as they are written: with a capital only known misspellings, for all others may be names."""
    for word in odd:
        if word in text:
            yield word
        if english().is_misspelt(word) and (capital := word.capitalize()) in text:
            yield capital
