"""Hunspell dictionaries, read by spylls, each once a process, and what they have said of words so far.

spylls (Hunspell in pure Python, MPL 2.0) has nothing to compile and an English dictionary in it; nothing else of
newslint knows of it.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Sequence
from functools import lru_cache

from newslint.base.lazy import pattern
from newslint.base.text import UnreadableStory, read_bytes
from newslint.base.typed import Any

EXTRA = "spelling"  # of newslint, which brings spylls
MOST_BYTES = 16 * 1024 * 1024  # of a file of a dictionary
_MOST_REMEMBERED = 100_000  # words; then they are looked up again
_LONGEST = 100  # code points of a word that is looked up: Hunspell's own limit
_MOST_TRIED = 10_000  # code points of all ways to part a word: of some words there are more than anybody can wait for
_MOST_PARTS = 7  # of a compound: each more takes spylls twice as long
_PARTING = ("break_word", "compounds_by_flags", "compounds_by_rules")  # the methods of spylls that try these
_BOM = b"\xef\xbb\xbf"
_NUMERAL = pattern(r"0?x[0-9A-Fa-f]+|0b[01]+|[0-9a-z]{40}")  # 0x1F, 0b10, a sum of Git's
_WITH_UNIT = pattern(r"[0-9]+([a-zA-Z]+)")


class BadDictionary(ValueError):
    """A dictionary that cannot be read; its text says why."""


class _TooManyWays(Exception):
    """A word can be parted in too many ways."""


class Hunspell:
    """One dictionary. Words may have any case that it allows."""

    def __init__(self, dictionary: Any) -> None:
        self._dictionary = dictionary
        self._known: dict[str, bool] = {}
        self._left = 0
        dictionary.aff.COMPOUNDWORDMAX = min(dictionary.aff.COMPOUNDWORDMAX or _MOST_PARTS, _MOST_PARTS)
        for name in _PARTING:  # each of them calls itself by its name
            setattr(dictionary.lookuper, name, self._counted(getattr(dictionary.lookuper, name)))

    def _counted(self, parting: Callable[..., Any]) -> Callable[..., Any]:
        """A method of spylls that stops a word of which too many ways have been tried."""

        def counted(word: str, *arguments: Any, **keys: Any) -> Any:
            self._left -= 1 + len(word)
            if self._left < 0:
                raise _TooManyWays
            return parting(word, *arguments, **keys)

        return counted

    def knows(self, word: str) -> bool:
        """Whether a word stands in the dictionary, itself or by its rules."""
        found = self._known.get(word)
        if found is None:
            if len(self._known) >= _MOST_REMEMBERED:
                self._known.clear()
            found = self._known[word] = self._looked_up(word)
        return found

    def _looked_up(self, word: str) -> bool:
        if len(word) > _LONGEST:
            return False
        self._left = _MOST_TRIED
        try:
            return bool(self._dictionary.lookup(word))
        except _TooManyWays:
            return False

    def converted(self, word: str) -> str:
        """A word with the signs in it that the dictionary has others for (ICONV)."""
        conversion = self._dictionary.aff.ICONV
        return str(conversion(word)) if conversion and not word.isascii() else word


class Lexicon:
    """All that a spelling rule takes for words: its dictionaries, and lists of words that it is to leave alone."""

    def __init__(self, dictionaries: Sequence[Hunspell], listed: frozenset[str]) -> None:
        self._dictionaries = dictionaries
        self._listed = listed

    def converted(self, word: str) -> str:
        """A word as the dictionaries write its signs."""
        for each in self._dictionaries:
            word = each.converted(word)
        return word

    def knows(self, word: str) -> bool:
        """Whether a word is one, as it stands or in small letters."""
        small = word.lower()
        if word in self._listed or small in self._listed:
            return True
        if any(each.knows(word) for each in self._dictionaries):
            return True
        if small != word and any(each.knows(small) for each in self._dictionaries):
            return True
        if word.isalpha():
            return False
        unit = _WITH_UNIT.fullmatch(word)
        return _NUMERAL.fullmatch(word) is not None or (unit is not None and self.knows(unit[1]))


def default_pair() -> tuple[str, str]:
    """The paths of the English dictionary that comes with spylls; raises ImportError where that is not installed."""
    from importlib.util import find_spec  # here: few rules are of spelling

    found = find_spec("spylls")
    if found is None or not found.origin:
        raise ImportError("spylls")
    base = os.path.join(os.path.dirname(found.origin), "hunspell", "data", "en", "en_US")
    return f"{base}.aff", f"{base}.dic"


def dictionary(aff: str, dic: str) -> Hunspell:
    """The dictionary in two files; raises BadDictionary, and ImportError where spylls is not installed."""
    return _read(aff, dic, _state(aff), _state(dic))


def _state(path: str) -> tuple[int, int]:
    """By what a file that has changed is told."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return (0, 0)
    return found.st_mtime_ns, found.st_size


@lru_cache(maxsize=16)
def _read(aff: str, dic: str, aff_state: tuple[int, int], dic_state: tuple[int, int]) -> Hunspell:
    from spylls.hunspell import Dictionary, readers

    try:
        affixes, stems = _bytes(aff), _bytes(dic)
    except UnreadableStory as error:
        raise BadDictionary(str(error)) from None
    pausing = gc.isenabled()  # a search for garbage among 50,000 words takes a third of the time
    gc.disable()
    try:
        rules, context = readers.read_aff(_reader(affixes, "Windows-1252"))
        return Hunspell(
            Dictionary(rules, readers.read_dic(_reader(stems, context.encoding), aff=rules, context=context))
        )
    except Exception as error:  # spylls takes much for granted of a file
        raise BadDictionary(f"it is no dictionary of Hunspell's: {type(error).__name__}: {error}"[:200]) from None
    finally:
        if pausing:
            gc.enable()


def _bytes(path: str) -> bytes:
    return read_bytes(path, MOST_BYTES).removeprefix(_BOM)


def _reader(data: bytes, encoding: str) -> Any:
    """A file as spylls reads one, which may say in its first lines how the rest is encoded."""
    from io import BytesIO, TextIOWrapper

    from spylls.hunspell.readers.file_reader import BaseReader

    class _Reader(BaseReader):  # type: ignore[misc]
        def reset_encoding(self, encoding: str) -> None:
            self.reset_io(self.open(encoding))

        def open(self, encoding: str) -> TextIOWrapper:
            return TextIOWrapper(BytesIO(data), encoding=encoding, errors="surrogateescape")

    return _Reader(TextIOWrapper(BytesIO(data), encoding=encoding, errors="surrogateescape"))
