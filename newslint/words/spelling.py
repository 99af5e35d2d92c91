"""How English words are written: whether a word is one, what a known misspelling meant, what a slip may have meant.

Two files hold that, which `tools/make_spelling.py` writes. `en/spelling.bits` has Bloom filters: whether a word is
known, common, or known as a misspelling, fast; of misspellings that nobody has listed, one or two in a hundred seem
known. In `en/spelling.txt` stands how common a word is and what a misspelling meant; it says how it is laid out, and
is not taken apart when it is read: a word is looked up in the one line that may hold it, for few stories ask for any.
"""

from __future__ import annotations

import os
import sys
from array import array
from binascii import crc32
from collections.abc import Iterable, Iterator, Sequence
from functools import cache as remembered
from functools import cached_property

from newslint.base.lazy import pattern
from newslint.words.tables import FOLDER

SHORTEST, LONGEST = 3, 30  # letters of a word that is looked at
LONGEST_JOINED = 100  # of what hyphens and apostrophes join
SORTS = ("known", "common", "misspelt")  # the filters
_A, _LETTERS, _NOUGHT = 97, 26, 48
_MOST_KEPT = 50_000  # words that were fine, of which the next story has most again
_WIDTH = 7  # digits of a place in the file
SPREAD, _PRIME = 1024, 1021  # lines for each letter; what spreads words over them
SLOTS = _LETTERS * SPREAD
_MASKS, _TOP = 256, 24  # patterns of bits that words set; where the bits of a check sum begin that pick one
_COMMON, _WRONG = b"=", b">"  # what stands behind a word
_PARTS = pattern(rf"(?<![^'-])[a-z]{{{SHORTEST},{LONGEST}}}(?![^'-])")  # of “mid-May” and “city's”
_ALPHABET = [bytes([_A + n]) for n in range(_LETTERS)]


class Spelling:
    """The words of English. A word is asked for in small letters from a to z, `SHORTEST` or more."""

    def __init__(self, bits: bytes, text: bytes | None = None) -> None:
        """Of the two files; the second is read when it is asked for, if it is not given."""
        filters, self._seeming = filters_of(bits)
        self._known, self._common, self._misspelt = (filters[sort] for sort in SORTS)
        self._fine: set[str] = set()
        if text is not None:
            self._lines = Lines(text)

    @cached_property
    def _lines(self) -> Lines:
        return Lines(_read("spelling.txt"))

    def odd(self, words: frozenset[str]) -> list[str]:
        """Those of a story's words (in small letters) that nobody who can spell writes so, in order.

        Of what a hyphen or an apostrophe joins, each part is a word. What was looked up and is fine is remembered,
        for the next story has most of it again.
        """
        asked = words - self._fine
        unknown = self._unknown(asked)
        joined = [word for word in unknown if not _is_plain(word)]
        parts = {word: _PARTS.findall(word) if len(word) <= LONGEST_JOINED else () for word in joined}
        odd = set(self._unknown({part for word in joined for part in parts[word]}))
        odd.update([word for word in unknown if word not in parts and SHORTEST <= len(word) <= LONGEST])
        self._keep(asked.difference([word for word in unknown if not odd.isdisjoint(parts.get(word, (word,)))]))
        return sorted(odd)

    def _unknown(self, words: frozenset[str] | set[str]) -> list[str]:
        """Those of some words that are not known, the listed misspellings that seem to be among them."""
        missing = self._known.missing([*map(str.encode, words)])
        return [*map(bytes.decode, missing), *(words & self._seeming)]

    def _keep(self, fine: frozenset[str]) -> None:
        if len(self._fine) < _MOST_KEPT:
            self._fine |= fine

    def is_misspelt(self, word: str) -> bool:
        """Whether a word is known as a misspelling."""
        asked = word.encode()
        return self._misspelt.has(asked) and self._lines.said(asked)[:1] == _WRONG

    def is_common(self, word: str) -> bool:
        """Whether a word seems to be common: of those that are not, few do."""
        return self._common.has(word.encode())

    def meant(self, word: str) -> tuple[str, ...]:
        """What a known misspelling stands for, the likeliest first; nothing where it is not known as one."""
        if not self.is_misspelt(word):
            return ()
        said = self._lines.said(word.encode())
        return tuple(said[1 : said.index(b" ")].decode().replace("_", " ").split(","))

    def level(self, word: str) -> int:
        """How common a word is, from 1 to 7 (a step is ten times as common); 0 where it is not common at all."""
        asked = word.encode()
        said = self._lines.said(asked) if self._common.has(asked) else b""
        return said[1] - _NOUGHT if said[:1] == _COMMON else 0

    def near(self, word: str) -> list[str]:
        """The common words that one slip makes of this one, the commonest first.

        A slip is a letter too many, one missing, another one, or two that changed places.
        """
        maybe = [other.decode() for other in self._common.there(one_slip_from(word.encode()))]
        found = {other: level for other in maybe if len(other) > SHORTEST and (level := self.level(other))}
        return sorted(found, key=lambda each: (-found[each], each))


class Filter:
    """A Bloom filter: which words are among some; now and then one that is not seems to be.

    A word's check sum picks a block of 64 bits and the few bits that it has set there, so that to ask for one word
    is to look at one number.
    """

    def __init__(self, masks: Sequence[int], blocks: Sequence[int]) -> None:
        self._masks, self._blocks, self._size = masks, blocks, len(blocks)

    def has(self, word: bytes) -> bool:
        """Whether a word is among them."""
        return not self.missing((word,))

    def missing(self, words: Iterable[bytes]) -> list[bytes]:
        """Those that are not among them."""
        masks, blocks, size = self._masks, self._blocks, self._size
        return [w for w in words if ~blocks[(sum_ := crc32(w)) % size] & masks[sum_ >> _TOP]]

    def there(self, words: Iterable[bytes]) -> list[bytes]:
        """Those that are among them."""
        masks, blocks, size = self._masks, self._blocks, self._size
        return [w for w in words if not ~blocks[(sum_ := crc32(w)) % size] & masks[sum_ >> _TOP]]


class Lines:
    """The text file: what is said of each word, in the line that may hold it."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._index = data.index(b"\n\n") + 2
        self._body = self._index + (SLOTS + 1) * _WIDTH + 1

    def said(self, word: bytes) -> bytes:
        """What is said of a word: it begins with `=` if it is common, with `>` if it is misspelt."""
        data, rest = self._data, b" " + word[1:]
        at = self._index + slot_of(word) * _WIDTH
        end = at + _WIDTH
        start = self._body + int(data[at:end])
        end = self._body + int(data[end : end + _WIDTH])
        found = data.find(rest, start, end)  # the shorter come first: what begins so and is no longer is the word
        return data[found + len(rest) : end] if found >= 0 else b""


def one_slip_from(word: bytes) -> Iterator[bytes]:
    """All that one slip makes of a word, with some twice; a first letter is seldom another or missing."""
    for at in range(1, len(word) + 1):
        before, after = word[:at], word[at:]
        yield from [before + letter + after for letter in _ALPHABET]
        yield word[: at - 1] + after
        if after:
            yield from [before + letter + after[1:] for letter in _ALPHABET]
            yield word[: at - 1] + after[:1] + word[at - 1 : at] + after[1:]


def differ_at(word: Sequence[object], other: Sequence[object]) -> int:
    """Where two words begin to differ; the length of the shorter where it is the beginning of the other."""
    for at, (mine, theirs) in enumerate(zip(word, other, strict=False)):
        if mine != theirs:
            return at
    return min(len(word), len(other))


def is_one_slip(word: str, other: str) -> bool:
    """Whether one letter more, less or other, or two that changed places, make one word of another."""
    at = differ_at(word, other)
    rest, of_other = word[at:], other[at:]
    if len(word) != len(other):
        return rest[1:] == of_other or rest == of_other[1:]
    return rest[1:] == of_other[1:] or (rest[:2] == of_other[1::-1] and rest[2:] == of_other[2:])


def _is_plain(word: str) -> bool:
    return word.isalpha() and word.isascii()


def slot_of(word: bytes) -> int:
    """The number of the line that may hold a word."""
    return (word[0] - _A) * SPREAD + int.from_bytes(word, "big") % _PRIME


def filters_of(data: bytes) -> tuple[dict[str, Filter], frozenset[str]]:
    """The filters in a file, and the misspellings that seem to be known.

    A line with the name and the blocks of each filter, one of those misspellings, then the masks, then the blocks.
    """
    head, seeming, body = data.split(b"\n", 2)
    numbers = array("Q", body)
    if sys.byteorder == "big":
        numbers.byteswap()
    found, at = {}, _MASKS
    for entry in head.decode("ascii").split():
        name, _, size = entry.partition("=")
        found[name] = Filter(numbers[:_MASKS].tolist(), numbers[at : at + int(size)])
        at += int(size)
    return found, frozenset(seeming.decode("ascii").split())


@remembered
def english() -> Spelling:
    """The words of English, read once."""
    return Spelling(_read("spelling.bits"))


def _read(name: str) -> bytes:
    with open(os.path.join(FOLDER, "en", name), "rb") as file:
        return file.read()
