"""How alike two spellings are: edit distance, and a fold of the letters that transliteration and haste swap."""

from __future__ import annotations

import re
import unicodedata

_PLAIN_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
# Ways one sound is written, the longer first: (pattern, what it becomes).
_SOUNDS = {
    "shch": "sh", "schch": "sh", "tsch": "ch", "tch": "ch", "sch": "sh", "szcz": "sh", "sz": "sh", "cz": "ch",
    "tz": "ts", "zh": "z", "kh": "h", "gh": "h", "dh": "d", "ph": "f", "ck": "k", "ks": "x", "q": "h", "g": "h",
    "w": "v", "ou": "u", "oe": "o", "ae": "e", "ij": "i", "j": "i", "yo": "e", "yu": "iu", "ya": "ia", "ye": "e",
    "y": "i", "'": "", "-": "",
}  # fmt: skip
_SOUND = re.compile("|".join(sorted(_SOUNDS, key=len, reverse=True)))
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
    letters = _HARD_C.sub("k", letters)
    letters = _SOUND.sub(lambda m: _SOUNDS[m[0]], letters)
    return _REPEATED.sub(r"\1", letters)


def distance(a: str, b: str, most: int = 3) -> int:
    """Letters to add, drop, change or swap with a neighbour to make `b` of `a`; `most` + 1 where it is more."""
    if abs(len(a) - len(b)) > most:
        return most + 1
    while a and b and a[0] == b[0]:
        a, b = a[1:], b[1:]
    while a and b and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    if not a or not b:
        return min(len(a) + len(b), most + 1)
    if max(len(a), len(b)) > 24:
        return most + 1
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        above, row, oldest = row, [i] + [0] * len(b), before
        for j, y in enumerate(b, 1):
            best = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                best = min(best, oldest[j - 2] + 1)
            row[j] = best
        before = above
    return min(row[-1], most + 1)
