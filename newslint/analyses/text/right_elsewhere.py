"""Odd words of a story that one slip parts from what the story has elsewhere: in its copy, its metadata, an address.

“Kestrlwire” in a link to kestrelwire.example, “Handbok” in a story about a handbook. A word that is known nowhere
and stands once, with its right form at hand, is a slip far more often than a word of its own, whatever its capitals.
"""

from __future__ import annotations

from collections.abc import Iterable

from newslint.analyses.text.spelling import odd_words
from newslint.analyses.text.words import words
from newslint.base.typed import TYPE_CHECKING
from newslint.model.story import Analysis, Story
from newslint.words.spelling import is_one_slip

if TYPE_CHECKING:
    from newslint.analyses.text.right_forms import Near

SHORTEST = 5  # letters of a word that is looked at
MOST_ODD = 120  # words of a story, which is jargon or no English if it has more


def _find(story: Story) -> tuple[Near, ...]:
    odd = [word for word in story.get(odd_words) if len(word) >= SHORTEST and word.isalpha()]
    if odd and story.bare:  # there is nothing but its words
        known = story.get(words)
        odd = [word for word in odd if any(is_one_slip(word, other) for other in _shaped_alike(word, known))]
    if not odd or len(odd) > MOST_ODD:
        return ()
    from newslint.analyses.text.right_forms import right_forms  # here, because few stories have such a word

    return right_forms(story, odd)


right_elsewhere: Analysis[tuple[Near, ...]] = Analysis("right-elsewhere", _find)


def _shaped_alike(word: str, others: Iterable[str]) -> list[str]:
    """Words with the first letter and the last of this one, as long or a letter longer or shorter."""
    first, last, least, most = word[0], word[-1], len(word) - 1, len(word) + 1
    return [o for o in others if o[0] == first and o[-1] == last and least <= len(o) <= most and o != word]
