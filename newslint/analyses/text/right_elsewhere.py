"""Odd words of a story that one slip parts from what the story has elsewhere: in its copy, its metadata, an address.

“Kestrlwire” in a link to kestrelwire.example, “Handbok” in a story about a handbook. A word that is known nowhere
and stands once, with its right form at hand, is a slip far more often than a word of its own, whatever its capitals.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newslint.analyses.text.spelling import odd_words
from newslint.analyses.text.words import words
from newslint.model.story import Analysis, Story
from newslint.words.spelling import is_one_slip

if TYPE_CHECKING:
    from newslint.analyses.text.right_forms import Near

SHORTEST = 5  # letters of a word that is looked at
MOST_ODD = 120  # words of a story, which is jargon or no English if it has more


def _find(story: Story) -> tuple[Near, ...]:
    odd = [word for word in story.get(odd_words) if len(word) >= SHORTEST and word.isalpha()]
    if odd and story.format == "plain":  # there is nothing but its words
        known = "\n".join(["", *story.get(words)])
        odd = [word for word in odd if any(is_one_slip(word, other) for other in _shaped_alike(word, known))]
    if not odd or len(odd) > MOST_ODD:
        return ()
    from newslint.analyses.text.right_forms import right_forms  # here, because few stories have such a word

    return right_forms(story, odd)


right_elsewhere: Analysis[tuple[Near, ...]] = Analysis("right-elsewhere", _find)


def _shaped_alike(word: str, others: str) -> Iterator[str]:
    """Words (with a line end before each) that begin and end as this one, a letter longer or shorter."""
    last, size = word[-1], len(word)
    for rest in others.split("\n" + word[0])[1:]:  # all is split at once, for speed
        other = word[0] + rest.partition("\n")[0]
        if other[-1] == last and -1 <= len(other) - size <= 1 and other != word:
            yield other
