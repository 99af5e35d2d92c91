"""Words replaced by invented ones of the same length and shape, so that a story can be shown without being told.

Capitals stay capitals, digits digits, accents accents; signs, spaces and the words that newslint goes by stay as they
are. The same word is replaced by the same each time, words that are nearly alike by such as are nearly alike, and a
name that newslint knows by another of the same list.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache as remembered
from random import Random

from newslint.base.record import NamedTuple
from newslint.base.typed import Any
from newslint.words import tables
from newslint.words.languages import ENGLISH

WORD = r"[^\W\d_]+(?:['’][^\W\d_]+)*"
_PIECES = re.compile(rf"{WORD}|\d+")
_ADDRESS = re.compile(r"[@#/]|\bwww\.")  # in such a word names stand in small letters
_LETTERS = re.compile(r"[^\W\d_]+")
_BEHIND_MARKS = frozenset(["s", "t", "d", "m", "ll", "re", "ve", "n", "o", "l"])  # of “it's”, “don't”, “O'Dowd”
_ENDINGS = ("tions", "tion", "ings", "ing", "ers", "ed", "er", "ly", "es", "s")  # by which sentences are read
_SHORTEST_STEM = 3
_CONSONANTS, _VOWELS = "bdfgklmnprstvz", "aeiou"
_TRIES = 30  # at a word that no other has yet
_NEAR = 4  # letters of words that may be nearly alike
_MANY = 2_000  # words of a story, from which on none is compared with all others
_BLOCK = 32  # code points of a script in which letters of one class lie side by side

# What is told of people and places: not how a story says it, but what it says.
_TELLING: dict[str, Collection[str]] = {
    "surnames": ("families",),
    "gazetteer": ("towns",),
    "familiar": ("words", "more"),
    "brands": ("capitals", "written_small"),
    "names": ("men", "women", "either", "men_in_full", "women_in_full", "surnames", "family_first"),
    "places": ("states", "countries", "rarer_countries", "cities", "other_cities", "peoples_and_towns"),
    "vocabulary": ("plain",),
}


class Kept(NamedTuple):
    """What is left as it is: words in small letters, such as stay only where they bear a capital, and which sorts."""

    words: frozenset[str]
    capitals: frozenset[str] = frozenset()
    numbers: bool = False
    ordinary: bool = False  # all words in small letters, but for those of addresses
    figures: frozenset[str] = frozenset()  # such numbers


def words_in(found: Any) -> Iterator[str]:
    """The words of a text, or of a table of texts, in small letters with straight apostrophes."""
    if isinstance(found, str):
        for word in re.findall(WORD, found):
            yield from {_plain(word), *map(_plain, _LETTERS.findall(word))}
    elif isinstance(found, dict):
        yield from words_in([*found, *found.values()])
    else:
        for each in found:
            yield from words_in(each)


@remembered
def cues(language: str) -> Kept:
    """The words of newslint's own tables by which it reads a story in a language; English ones in any case."""
    words: set[str] = set()
    for family, names in tables.families().items():
        made = getattr(tables, family.capitalize())
        for held in {made.of(), made.of(language)}:
            for name in names:
                attribute = name.replace("-", "_")
                if attribute not in _TELLING.get(family, ()):
                    words.update(words_in(getattr(held, attribute)))
    return Kept(frozenset(words), frozenset(words_in(tables.Vocabulary.of().plain)))


@remembered
def _lists() -> tuple[frozenset[str], ...]:
    """Names of one sort each, in small letters: one stands for another."""
    names, places = tables.Names.of(ENGLISH), tables.Places.of(ENGLISH)
    found = (names.men, names.women, names.either, tables.Gazetteer.of(ENGLISH).towns)
    countries = [each for each in (*places.countries, *places.cities, *places.other_cities) if " " not in each]
    return tuple(frozenset(map(_plain, each)) for each in (*found, countries, places.peoples_and_towns))


class Invented:
    """The words that stand for those of one story; the same story gives the same ones."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
        self._bases: dict[str, str] = {}  # by word: the letters that stand for it, without capitals and accents
        self._taken: set[str] = set()

    def text(self, text: str) -> str:
        """A text with its words replaced; it is as long as before."""
        if not self._kept.ordinary:
            return self._words(text)
        kept = self._kept
        made: list[str] = []
        for part in re.split(r"(\s+)", text):
            self._kept = kept._replace(ordinary=not _ADDRESS.search(part))
            made.append(self._words(part))
        self._kept = kept
        return "".join(made)

    def _words(self, text: str) -> str:
        return _PIECES.sub(lambda found: self._piece(found[0]), text)

    def _piece(self, piece: str) -> str:
        if piece[0].isdecimal() or not piece[0].isalpha():
            stays = self._kept.numbers or piece in self._kept.figures
            return piece if stays else self._number(piece)
        if self._stays(piece) or _plain(piece).endswith("n't"):
            return piece
        parts = re.split("(['’])", piece)
        alone = len(parts) == 1
        return "".join(
            part if part in "'’" or self._stays(part) or (not alone and _plain(part) in _BEHIND_MARKS)
            else self._word(part)
            for part in parts
        )  # fmt: skip

    def _stays(self, word: str) -> bool:
        plain, kept = _plain(word), self._kept
        return plain in kept.words or (plain in kept.capitals if word[:1].isupper() else kept.ordinary)

    def _word(self, word: str) -> str:
        key = _plain(word)
        base = self._bases.get(key)
        if base is None or len(base) != len(word):
            base = self._bases[key] = self._base(key, word)
            self._taken.add(base)
        return "".join(map(_shaped, base, word))

    def _base(self, key: str, word: str) -> str:
        """Letters for a word that has none yet."""
        order = Random(len(self._bases))  # by the order of words, not by the word: it cannot be told back
        if near := self._near(key):
            made = _alongside(near, self._bases[near], key)
            if len(made) == len(word) and made not in self._taken:
                return made
        if word[:1].isupper() and (other := self._other_name(key, len(word), order)):
            return other
        ending = "" if word[:1].isupper() else next((e for e in _ENDINGS if key.endswith(e)), "")
        if len(word) - len(ending) < _SHORTEST_STEM:
            ending = ""
        made = ""
        for _ in range(_TRIES):
            made = _invent(len(word) - len(ending), order) + ending
            if not (made in self._taken or made in self._kept.words or made == key):
                break
        return made

    def _near(self, key: str) -> str:
        """A word that has been replaced already and is nearly this one."""
        if len(key) < _NEAR or not 0 < len(self._bases) < _MANY:
            return ""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        most = 1 if len(key) <= _NEAR + 1 else 2
        known = [word for word in self._bases if len(word) >= _NEAR and abs(len(word) - len(key)) <= most]
        found = process.extractOne(key, known, scorer=OSA.distance, score_cutoff=most)
        return found[0] if found else ""

    def _other_name(self, key: str, length: int, order: Random) -> str:
        """Another name of the list that has this one."""
        for names in _lists():
            if key in names:
                fit = sorted(n for n in names if len(n) == length and n.isascii() and n.isalpha() and n != key)
                free = [name for name in fit if name not in self._taken and name not in self._kept.words]
                return order.choice(free) if free else ""
        return ""

    def _number(self, digits: str) -> str:
        base = self._bases.get(digits)
        if base is None:
            order = Random(len(self._bases))
            first = order.choice("123456789") if unicodedata.decimal(digits[0], 0) else "0"
            base = self._bases[digits] = first + "".join(order.choice("0123456789") for _ in digits[1:])
        return "".join(map(_digit, base, digits))


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")


def _invent(length: int, order: Random) -> str:
    """Letters that can be spoken."""
    turn = order.randrange(2)
    return "".join(order.choice((_CONSONANTS, _VOWELS)[(turn + n) % 2]) for n in range(length))


def _bare(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0]


def _alongside(word: str, base: str, other: str) -> str:
    """Letters for `other` that differ from those for `word` as the two differ."""
    from rapidfuzz.distance import Levenshtein

    if len(word) != len(base):
        return ""
    made = ""
    for step in Levenshtein.opcodes(word, other):
        if step.tag == "equal":
            made += base[step.src_start : step.src_end]
        elif step.tag != "delete":
            shift = step.src_start - step.dest_start
            places = range(step.dest_start, step.dest_end)
            made += "".join(_letter(word, base, other[at], at + shift) for at in places)
    return made


def _letter(word: str, base: str, letter: str, at: int) -> str:
    """What stands for one letter beside a word and the letters that stand for that."""
    if at < len(word) and _bare(word[at]) == _bare(letter):
        return base[at]
    if letter in word:
        return base[word.index(letter)]
    choice: Sequence[str] = _VOWELS if _bare(letter) in _VOWELS else _CONSONANTS
    free = [each for each in choice if each not in base] or choice
    return free[ord(letter) % len(free)]


def _shaped(letter: str, sign: str) -> str:
    """A letter as the sign is that it stands for: a capital, with an accent, of another script."""
    if sign.isascii():
        return letter.upper() if sign.isupper() else letter
    taken_apart = unicodedata.normalize("NFD", sign)
    first, marks = taken_apart[0], taken_apart[1:]
    if marks and first.isascii():
        wanted = letter.upper() if sign.isupper() else letter
        alike = _VOWELS if first.lower() in _VOWELS else _CONSONANTS
        for base in (wanted, *(alike.upper() if sign.isupper() else alike)):
            made = unicodedata.normalize("NFC", base + marks)
            if len(made) == 1:
                return made
        return sign
    start = ord(sign) // _BLOCK * _BLOCK
    block = [
        chr(n) for n in range(start, start + _BLOCK) if unicodedata.category(chr(n)) == unicodedata.category(sign)
    ]
    return block[ord(letter) % len(block)]


def _digit(digit: str, sign: str) -> str:
    """A digit in the script of another; a sign that is a digit and no decimal one stays."""
    value = unicodedata.decimal(sign, None)
    return sign if value is None else chr(ord(sign) - value + int(digit))


def numbers_in(texts: Iterable[str]) -> frozenset[str]:
    """The numbers of some texts, as far as they are digits alone."""
    return frozenset(number for text in texts for number in re.findall(r"\d+", text))


def with_words(kept: Kept, texts: Iterable[str]) -> Kept:
    """The same, with the words of some texts."""
    return kept._replace(words=kept.words | frozenset(words_in(list(texts))))
