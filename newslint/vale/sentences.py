"""Sentences as Vale splits them: a full stop ends one unless its word is an abbreviation, with what follows weighed.

After Kiss and Strunk, “Unsupervised Multilingual Sentence Boundary Detection” (2006), with the changes that Vale's
own splitter makes. What words are to it comes from our own tables: `words/en/abbreviations.yaml` and how common a
word is in small letters.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from newslint.base.lazy import pattern
from newslint.words import spelling
from newslint.words.tables import Breaks, Familiar, Names, Surnames

_TOKENS = pattern(r"\S*[.!?]\S*")
_NEXT = pattern(r"\S+")
_NUMBER = pattern(r"-?[.,]?\d[\d,.-]*\.?")
_INITIAL = pattern(r"[A-Za-z]\.")
_DOTS = pattern(r"\.\.+$")
_ELLIPSIS = pattern(r"(?:\.\s?){2,}\.")
_DOTTED = pattern(r"(?:[A-Za-z0-9_]\.)+[A-Za-z0-9_]*\.")
_ENDS = (
    '."', ".)", ".’", ".”", "?", '?"', "?'", "?)", "?’", "?”", "!", '!"', "!'", "!)", "!’", "!”",
)  # fmt: skip
_WITHIN = (".[", ".(", '."', "?[", "?(", "![", "!(")
_CLOSING = (")", "’", "”", '"', "'")
_SIGNS = frozenset(";:,.!?")
_EXCLAIMED = "Yahoo!"  # a name, not a cry
_COMMON = 3  # letters from which a word is looked up


class _Token:
    """A word with a sign that may end a sentence in it, or the word after one."""

    __slots__ = ("abbreviated", "breaks", "end", "text")

    def __init__(self, text: str, end: int) -> None:
        self.text = text
        self.end = end
        self.breaks = False
        self.abbreviated = False


def split(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a text begin and end, without the blanks between them."""
    start = 0
    for end in [*_breaks(text), len(text)]:
        piece = text[start:end]
        bare = piece.strip()
        if bare:
            at = start + len(piece) - len(piece.lstrip())
            yield at, at + len(bare)
        start = end


def _breaks(text: str) -> Iterator[int]:
    """Where sentences end."""
    tokens = _tokens(text)
    for token in tokens:
        _by_itself(token)
    for token, after in zip(tokens, tokens[1:], strict=False):
        if token.text.endswith("."):
            _by_next(token, after)
    for token, after in zip(tokens, tokens[1:], strict=False):
        _by_shape(token, after)
    for token in tokens:
        if token.breaks:
            yield token.end


def _tokens(text: str) -> list[_Token]:
    """The words with a full stop, an exclamation or a question mark in them, and the one after each."""
    found: list[_Token] = []
    last = -1
    for m in _TOKENS.finditer(text):
        if found and last != m.start():
            after = _NEXT.search(text, found[-1].end)
            if after and after.start() < m.start():
                found.append(_Token(after[0], after.end()))
        found.append(_Token(m[0], m.end()))
        last = -1
    if found and (after := _NEXT.search(text, found[-1].end)):
        found.append(_Token(after[0], after.end()))
    return found


def _by_itself(token: _Token) -> None:
    """What a word says by itself."""
    text = token.text
    if (text.endswith(_ENDS) and _EXCLAIMED not in text) or any(sign in text for sign in _WITHIN):
        token.breaks = True
    elif text.endswith(".") and not text.endswith(".."):
        word = text[:-1].lower()
        stops = Breaks.of().abbreviations
        token.abbreviated = word in stops or word.rpartition("-")[2] in stops
        token.breaks = not token.abbreviated


def _by_next(token: _Token, after: _Token) -> None:
    """What the next word says of a full stop: a capital where small letters are usual begins a sentence."""
    initial = _INITIAL.fullmatch(token.text) is not None
    if (token.abbreviated or _DOTS.search(token.text)) and not initial:
        if _starts(after) == 1 or (_is_capital(after) and _kind_of(after) in Breaks.of().starters):
            token.breaks = True
            return
    if initial or _bare_kind_of(token) == "##number##":
        starts = _starts(after)
        if starts == 0 or (starts < 0 and initial and _is_capital(after) and not _is_small_too(_kind_of(after))):
            token.breaks, token.abbreviated = False, True


def _by_shape(token: _Token, after: _Token) -> None:
    """What is made of rows of full stops, of closing marks and of words like U.S."""
    text = token.text
    if text.endswith(".") and after.text == ".":
        token.breaks = after.breaks = False
        return
    stays = text.endswith(".") and not token.breaks
    ellipsis = _ELLIPSIS.search(text) is not None
    kind = _kind_of(after)
    if ellipsis and (_is_capital(after) or kind in Breaks.of().starters):
        token.breaks = True
        return
    if token.breaks and text.endswith(_CLOSING) and after.text[:1].islower() and kind not in Breaks.of().starters:
        token.breaks = False
        return
    if stays and _is_capital(after) and _is_small_too(kind):
        token.breaks = True
    if not _DOTTED.search(text) or _INITIAL.fullmatch(text):
        return
    token.abbreviated = True
    token.breaks = _starts(after) == 1 or (_is_capital(after) and kind in Breaks.of().starters)


def _starts(token: _Token) -> int:
    """Whether a word begins a sentence: 1 yes, 0 no, -1 where its letters do not say."""
    if token.text in _SIGNS:
        return 0
    if _is_capital(token) and _is_small_too(_kind_of(token)):
        return 1
    return 0 if token.text[:1].islower() else -1


def _is_capital(token: _Token) -> bool:
    return token.text[:1].isupper()


def _kind_of(token: _Token) -> str:
    """A word in small letters, numbers made one; without its full stop where that ends a sentence."""
    return _bare_kind_of(token) if token.breaks else _kind(token.text)


def _bare_kind_of(token: _Token) -> str:
    kind = _kind(token.text)
    return kind[:-1] if len(kind) > 1 and kind.endswith(".") else kind


def _kind(text: str) -> str:
    small = text.lower()
    if any(map(str.isdecimal, small)):
        small = _NUMBER.sub("##number##", small)
    return small if len(small) == 1 else small.replace(",", "")


@lru_cache(maxsize=20_000)
def _is_small_too(word: str) -> bool:
    """Whether a word is usual in small letters, and no name."""
    if len(word) < _COMMON:
        return word in Breaks.of().short
    if not (word.isascii() and word.isalpha() and spelling.english().is_common(word)):
        return False
    familiar = Familiar.of()
    return word in familiar.words or word in familiar.more or word not in _names()


@cache
def _names() -> frozenset[str]:
    """First names and family names, in small letters."""
    names = Names.of()
    return frozenset(map(str.lower, names.first_names | names.surnames)) | Surnames.of().families
