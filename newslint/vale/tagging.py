"""Parts of speech by Penn's names, for rules on sequences of words that ask for them.

HanTa (extra `tags`) tells them: it is kept, and its wheel brings the model, where NLTK, spaCy and TextBlob load one
over the network. It has the names of the British National Corpus, which are turned into Penn's. Vale has a tagger of
its own; ours gives the name that one of the same making gives to nine words of ten.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache, lru_cache

from newslint.base.typed import Any
from newslint.words.tables import Parts

EXTRA = "tags"
_MODEL = "morphmodel_en.pgz"
_QUOTES = '“”‘’"`«»'  # not ', which is part of 's
_LONGEST = 400  # words that are tagged together
_LONGEST_WORD = 30  # code points of a word that are looked at
_NAMED = ("NN1", "NN2", "NN0", "AJ0", "UNC")  # what is a name where it has a capital
_FINITE = ("VVB", "VHB", "VDB", "VBB")


def is_there() -> bool:
    """Whether the tagger is installed, with what it imports."""
    from importlib.util import find_spec  # here, and nothing of it imported: most stories have no use for it

    return all(find_spec(name) is not None for name in ("HanTa", "numpy"))


@lru_cache(maxsize=1000)
def tags_of(words: tuple[str, ...]) -> Sequence[str]:
    """The part of speech of each word and sign of a sentence."""
    found: list[str] = []
    for start in range(0, len(words), _LONGEST):
        found += _tagged(words[start : start + _LONGEST])
    return found


def _tagged(words: Sequence[str]) -> list[str]:
    bare = [word.strip(_QUOTES)[:_LONGEST_WORD] or word[:1] for word in words]
    names = _tagger().tag_sent(bare, taglevel=0)
    return [_penn(word, name, first=not n) for n, (word, name) in enumerate(zip(bare, names, strict=True))]


def _penn(word: str, name: str, *, first: bool) -> str:
    """Penn's name for a word's part of speech."""
    names = _names()
    small = word.lower()
    if word in names.signs:
        return names.signs[word]
    if told := names.words.get((name, small)):
        return told
    if name in _NAMED and not first and word[:1].isupper():
        return "NNPS" if name == "NN2" else "NNP"
    if name in _FINITE and first:
        return "VB"
    return names.penn.get(name, "NN" if word[:1].isalpha() else ":")


class _Names:
    """The tables of names, ready for use."""

    def __init__(self) -> None:
        tables = Parts.of()
        self.penn = tables.penn
        self.signs = {sign: name for name, signs in tables.signs.items() for sign in signs.split()}
        self.words = {
            (*both.split()[:1], word): both.split()[1]
            for both, words in tables.words.items()
            for word in words.split()
        }


@cache
def _names() -> _Names:
    return _Names()


@cache
def _tagger() -> Any:
    import HanTa  # here: few houses have rules on parts of speech
    from HanTa.HanoverTagger import HanoverTagger

    # By its whole path: it would take a file of that name in the current folder first, which may be anybody's.
    return HanoverTagger(os.path.join(os.path.dirname(HanTa.__file__), _MODEL))
