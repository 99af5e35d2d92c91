"""The short cut round most paragraphs with quotations: none of them can lack its speaker, as a glance shows."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.analyses.quotes.marks import MarkPair
from newslint.analyses.quotes.quotation import ABBREVIATIONS, BEFORE_CLAUSE, NEIGHBOURS, SMALL, last_sign
from newslint.base.lazy import pattern
from newslint.words.tables import Attributions, any_of

# A verb that means nothing but speech, a few words after a quotation, or before it; the group: the word before it.
_WORD = r"[^\W_]\w*+(?:['’-]\w++)*+"
_SAID_AFTER = pattern(
    lambda: rf" (?:(?:(?:{_WORD},?|Mrs?\.|Ms\.) ){{0,5}}({_WORD}),? )?(?:{_usual()})\b(?!['’.\-/&@]\w)"
)
_SAID_BEFORE = pattern(lambda: rf"(?:^|(?<= )({_WORD}) )(?:{_usual()})(?: {_WORD})*[,:] $")
FARTHEST_BEFORE = 60  # code points


def _usual() -> str:
    return any_of(Attributions.of().usual)


def plainly_attributed(text: str, pairs: Sequence[MarkPair]) -> bool:
    """Whether no quotation of a paragraph can lack its speaker: each is part of a sentence or plainly somebody's.

    A short cut: where it says yes, a reading word by word finds the same.
    """
    doubtful, end = False, 0  # the end of the quotation before
    for pair in pairs:
        if _is_said_after(text, pair):
            if len(pairs) <= NEIGHBOURS and _opens_sentence(text, pair.start, end):
                return True  # the speaker of all the others as well
        elif not _follows_word(text, pair.start, end):
            if _is_said_before(text, pair.start, end):
                if len(pairs) <= NEIGHBOURS and text[pair.start - 2] == ":" and _has_words(text, pair):
                    return True
            else:
                doubtful = True
        end = pair.end
    return not doubtful


def _is_said_after(text: str, pair: MarkPair) -> bool:
    m = _SAID_AFTER.match(text, pair.end)
    if m is None or (m[1] and m[1].lower() in BEFORE_CLAUSE):
        return False
    sign = last_sign(text, pair)
    if sign == ",":
        return True
    # After a question another sentence may begin, and what is far off says nothing of that.
    return sign in ("?", "!") and (m[0][1].islower() or ("," not in m[0] and "." not in m[0]))


def _opens_sentence(text: str, start: int, end: int) -> bool:
    """Whether a quotation opens its paragraph, or stands behind a word with a full stop that is no abbreviation."""
    if not start:
        return True
    word = text[max(end, text.rfind(" ", end, start - 1) + 1) : start]
    return word.endswith(". ") and word[:-2].isalpha() and len(word) > 3 and word[:-2].lower() not in ABBREVIATIONS


def _follows_word(text: str, start: int, end: int) -> bool:
    """Whether a quotation follows a word of its sentence, “and” and the like left out."""
    if not start or text[start - 1] != " ":
        return False
    word = text[max(end, text.rfind(" ", end, start - 1) + 1) : start - 1]
    return word.isalpha() and word.lower() not in SMALL


def _is_said_before(text: str, start: int, end: int) -> bool:
    """Whether “said:” stands before a quotation, or a few words farther off."""
    if start < 3 or text[start - 2] not in ",:":
        return False
    m = _SAID_BEFORE.search(text, max(end, start - FARTHEST_BEFORE), start)
    return m is not None and (m[1] or "").lower() not in BEFORE_CLAUSE


def _has_words(text: str, pair: MarkPair) -> bool:
    return len(text[pair.start + pair.opened : pair.end - pair.closed].split(None, 1)) > 1
