"""Whether two forms play one part in a story: by what stands beside each, read case by case.

Its answer is one trait among others; what it is worth is learnt (`_weights.py`).
"""

from __future__ import annotations

from collections.abc import Collection

from newslint.analyses.names._sides import Form, Side, is_written_small
from newslint.analyses.names.context import is_listed, is_person, is_subject
from newslint.analyses.names.forms import Likeness
from newslint.analyses.names.words import FIRST_NAMES, PLACES, SURNAMES
from newslint.base.lazy import compiled

_GIVEN = FIRST_NAMES | SURNAMES
_WORD_ENDINGS = ("ing", "ed", "ly", "ness", "ment", "tion", "tions", "able", "ful", "less")
_SEVERAL = r"(?i:\b(?:the|these|those|all|both|many|most|two|three|four|five|six|seven)|\d) $"
_LONGEST_NUMBER = 6  # characters, to look back over
_LONGER_THAN_WORDS = 8  # letters from which a form that opens a sentence is hardly a word by chance


def same_part(odd: Form, usual: Form, like: Likeness) -> str:
    """Which part two like forms both play, or nothing where they may be two names.

    After the same first name (`first`), before the same word (`next`), a bare surname after a title (`titled`) or
    alone (`bare`), a bare surname before or after the one full name (`introduced`), or a name nobody introduces
    (`same`: places, companies).
    """
    x, y = odd.side, usual.side
    if odd.shape.known and not x.always_titled:
        return ""
    if x.firsts and y.firsts:
        return "first" if _one_first_name(odd, usual, like, x, y) else ""
    if like.initial and like.size > 4 and not like.derived and not _apart(x, y) and x.partners & y.partners:
        return "next"
    if x.nexts & y.nexts and (like.slight or like.size >= 6):
        return "" if like.derived and not _pet_names(odd.shape.text, usual.shape.text) else "next"
    if x.firsts:
        return "introduced" if _introduced_odd(usual, like, x, y) else ""
    listed = all(is_listed(run) for run, _ in odd.at) and not (
        like.slight and like.initial and like.size >= 6 and len(odd.shape.letters) != len(usual.shape.letters)
    )
    if not listed and _nobody_introduced(odd, usual, like, x, y):
        return "same"
    if x.nexts or not (y.firsts or y.titled):
        return ""
    if x.titled and _surname_after_title(odd, usual, like):
        return "titled"
    return "bare" if _bare_surname(odd, usual, like, y, listed) else ""


def is_ordinary(odd: Form, text: str) -> bool:
    """Whether a lone odd form is but an ordinary word: written small elsewhere, or opening a sentence as words do."""
    lone = [run for run, _ in odd.at]
    form = odd.shape.text
    if all(run.opens or run.head for run in lone) and form.endswith(_WORD_ENDINGS):
        return True
    short = len(form) < _LONGER_THAN_WORDS
    if short and all(run.opens and run.zone.role != "headline" and not is_subject(run) for run in lone):
        return True
    return is_written_small(text, form)


def is_plural(odd: Form, usual: Form, words: Collection[str]) -> bool:
    """Whether a form is the plural of a third one: three Johanssons beside a Johansson and a Johannsen."""
    for form, other in ((odd, usual.shape.text), (usual, odd.shape.text)):
        word = form.shape.text
        if word[-1] == "s" and word[:-1] != other and word[:-1] in words:
            starts = ((run.zone.text, run.places[0]) for run, _ in form.at)
            return any(
                compiled(_SEVERAL).search(text, max(0, start - _LONGEST_NUMBER), start) for text, start in starts
            )
    return False


def _apart(x: Side, y: Side) -> bool:
    """Whether both stand before names, and before others: Aleix Pol and Alex Fiestas."""
    return bool(x.nexts and y.nexts) and not x.nexts & y.nexts


def _one_first_name(odd: Form, usual: Form, like: Likeness, x: Side, y: Side) -> bool:
    """Whether both forms follow one first name, or its initial."""
    shared = x.firsts & y.firsts
    if not shared and not any(a[0] == b[0] and 1 in (len(a), len(b)) for a in x.firsts for b in y.firsts):
        return False
    if odd.shape.letters == usual.shape.letters + "s" or (like.derived and not shared & FIRST_NAMES):
        return False
    return like.slight or like.size >= 5


def _pet_names(odd: str, usual: str) -> bool:
    """Whether both are one first name: one the shorter form of the other (not Eric and Erica), or no name."""
    if (odd in FIRST_NAMES) != (usual in FIRST_NAMES):
        return odd not in _GIVEN or usual not in _GIVEN
    return odd in FIRST_NAMES and usual in FIRST_NAMES and "a" not in (odd[-1], usual[-1])


def _introduced_odd(usual: Form, like: Likeness, x: Side, y: Side) -> bool:
    """Whether the one full name has the odd spelling, and the bare surname the usual one."""
    if x.nexts or y.nexts or usual.shape.known or like.derived or usual.shape.text in FIRST_NAMES or not like.initial:
        return False
    if like.slight and like.size >= 5 and any(is_subject(run) for run, _ in usual.at if len(run.words) == 1):
        return True
    return (like.close and like.size >= 5) or (like.slight and like.size >= 8)


def _nobody_introduced(odd: Form, usual: Form, like: Likeness, x: Side, y: Side) -> bool:
    """Whether two forms are one name even where it is no person's: a place, a company."""
    given = (odd.shape.text in _GIVEN) + (usual.shape.text in _GIVEN)
    if not (like.slight and like.initial) or like.derived or given == 2 or _apart(x, y):
        return False
    size, once = like.size, len(odd.at) == 1 < len(usual.at)
    scrambled = like.close and like.alike > 0
    if usual.shape.known and usual.shape.text not in PLACES:
        return once and not x.nexts and (size >= 7 or scrambled or (size >= 5 and len(usual.at) > 5))
    if once and size >= 5 and not x.nexts:
        return True
    if given:
        return False  # Warren the senator, Warner the record company
    return size >= 9 or (size >= 7 and like.close) or (size >= 6 and scrambled)


def _surname_after_title(odd: Form, usual: Form, like: Likeness) -> bool:
    if odd.shape.letters == usual.shape.letters + "s":
        return False
    return like.slight or (like.size >= 6 and like.apart <= 2) or (like.size >= 5 and like.alike <= 1)


def _bare_surname(odd: Form, usual: Form, like: Likeness, y: Side, listed: bool) -> bool:
    """Whether a bare surname that nobody introduces is a slip for one that somebody does."""
    if like.derived or (usual.shape.known and not y.firsts) or odd.shape.text in FIRST_NAMES:
        return False
    if listed and like.alike > 0:
        return False
    alone = [run for run, _ in odd.at if len(run.words) == 1]
    person = any(map(is_person, alone))  # “Haida said”
    named = y.firsts and any(map(is_subject, alone))  # in full, by whatever first name
    if not _is_person(usual, y) and not (y.firsts and person) and not named:
        return False
    if any(len(run.words) > 1 for run, _ in odd.at) or (like.size == 4 and not any(map(is_subject, alone))):
        return False
    if like.alike == 0:
        return like.size > 3 or like.apart <= 1
    if like.close or (like.apart == 1 and like.size >= 4):
        return True
    if len(usual.at) == 1 or odd.shape.text in SURNAMES:
        return False
    return like.size >= 7 or (like.alike == 1 and like.size + person >= 6)


def _is_person(form: Form, side: Side) -> bool:
    """Whether the story names a person by a form: with a first name, initial or title, or as one who speaks."""
    return side.titled or side.person or any(word in FIRST_NAMES or len(word) == 1 for word in side.firsts)
