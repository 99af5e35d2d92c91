"""How alike two spellings are: edit distance, and a fold of the letters that transliteration and haste swap."""

from __future__ import annotations

import re
import unicodedata

_PLAIN_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
# Ways one sound is written, in the order in which they are replaced (first those with h or z); then single letters.
_WITH_H_OR_Z = (
    ("shch", "sh"), ("tsch", "ch"), ("sch", "sh"), ("tch", "ch"), ("szcz", "sh"), ("sz", "sh"), ("cz", "ch"),
    ("tz", "ts"), ("zh", "z"), ("kh", "h"), ("gh", "h"), ("dh", "d"), ("ph", "f"),
)  # fmt: skip
_OTHERS = (
    ("ck", "k"), ("ks", "x"), ("ou", "u"), ("oe", "o"), ("ae", "e"), ("ij", "i"), ("yo", "e"), ("yu", "iu"),
    ("ya", "ia"), ("ye", "e"),
)  # fmt: skip
_LETTERS = str.maketrans({"q": "h", "g": "h", "w": "v", "j": "i", "y": "i", "'": None, "-": None})
_HARD_C = re.compile(r"c(?![eihz])")
_REPEATED = re.compile(r"(.)\1+")


def plain(form: str) -> str:
    """A form in small unaccented letters."""
    form = form.lower()
    if form.isascii():
        return form
    form = unicodedata.normalize("NFD", form.translate(_PLAIN_LETTERS))
    return "".join([c for c in form if not unicodedata.combining(c)])


def fold(letters: str) -> str:
    """The sound of plain letters, roughly: spellings that only transliteration sets apart fold alike."""
    if letters.endswith(("ey", "ie", "ee")):
        letters = letters[:-2] + "i"
    if letters.startswith("ie"):
        letters = letters[1:]
    if "c" in letters:
        letters = _HARD_C.sub("k", letters)
    if "h" in letters or "z" in letters:
        for written, sound in _WITH_H_OR_Z:
            if written in letters:
                letters = letters.replace(written, sound)
    for written, sound in _OTHERS:
        if written in letters:
            letters = letters.replace(written, sound)
    letters = letters.translate(_LETTERS)
    return _REPEATED.sub(r"\1", letters) if _REPEATED.search(letters) else letters


def distance(a: str, b: str, most: int = 3) -> int:
    """Letters to add, drop, change or swap with a neighbour to make `b` of `a`; `most` + 1 where it is more."""
    if abs(len(a) - len(b)) > most:
        return most + 1
    shared = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        shared += 1
    a, b = a[shared:], b[shared:]
    shared = 0
    for x, y in zip(reversed(a), reversed(b), strict=False):
        if x != y:
            break
        shared += 1
    if shared:
        a, b = a[:-shared], b[:-shared]
    short, long = (a, b) if len(a) < len(b) else (b, a)
    if len(short) < 2:
        return min(len(long) - (short != "" and short in long), most + 1)
    if len(long) > 24:
        return most + 1
    if len(long) == 2:
        return 1 if a == b[::-1] else 2
    if len(set(a).difference(b)) > most or len(set(b).difference(a)) > most:
        return most + 1  # each letter that the other lacks costs one
    return min(_table(a, b, most), most + 1)


def _table(a: str, b: str, most: int) -> int:
    """The distance of two short strings row by row, given up once it is past `most`."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        above, row, oldest = row, [i] + [0] * len(b), before
        for j, y in enumerate(b, 1):
            best = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                best = min(best, oldest[j - 2] + 1)
            row[j] = best
        if min(row) > most:
            return most + 1
        before = above
    return row[-1]
