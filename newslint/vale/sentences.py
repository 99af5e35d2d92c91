"""Sentences as Vale splits them: a full stop ends one unless its word is an abbreviation, with what follows weighed.

After Kiss and Strunk, “Unsupervised Multilingual Sentence Boundary Detection” (2006), with the changes that Vale's
own splitter makes. What words are to it comes from our own tables: `words/en/breaks.yaml` has the abbreviations,
`familiar.yaml` and `vocabulary.yaml` tell an ordinary word from a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from newslint.base.lazy import pattern
from newslint.words import spelling
from newslint.words.tables import Breaks, Familiar, Names, Surnames, Vocabulary

_SIGNED = pattern(r"[.!?]\S*(?=(?:\s+(\S+))?)")  # the end of a word from its first sign on, and the word after it
_NUMBER = pattern(r"-?[.,]?[0-9][0-9,.-]*$")
_DOTTED = pattern(r"[A-Za-z0-9_]\.[A-Za-z0-9_]*\.")
_ENDS = (
    '."', ".)", ".’", ".”", "?", '?"', "?'", "?)", "?’", "?”", "!", '!"', "!'", "!)", "!’", "!”",
)  # fmt: skip
_WITHIN = (".[", ".(", '."', "?[", "?(", "![", "!(")
_CLOSING = (")", "’", "”", '"', "'")
_SIGNS = frozenset(";:,.!?")
_DIGITS = frozenset("0123456789")
_EXCLAIMED = "Yahoo!"  # a name, not a cry
# Endings of a word in another form, and what stands in their place in the form that tables have; -er makes names.
_PAST = (("ied", "y"), ("ed", ""), ("ed", "e"))
_ENDINGS = (*_PAST, ("ies", "y"), ("es", ""), ("s", ""), ("ing", ""), ("ing", "e"), ("ly", ""))
_SHORT = 2  # letters of words that have a table of their own
_OFTEN = 5  # how common a word must be that is also a name (a level of `Spelling`)


class _Token:
    """A word with a sign in it that may end a sentence, and the word after it."""

    __slots__ = ("abbreviated", "after", "breaks", "end", "following", "text")

    def __init__(self, text: str, end: int, after: str) -> None:
        self.text = text
        self.end = end
        self.after = after
        self.following: _Token | None = None  # the same for the word after it
        self.breaks = True
        self.abbreviated = False


def split(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a text begin and end, without the blanks between them."""
    start = 0
    for end in [*ends(text), len(text)]:
        piece = text[start:end]
        bare = piece.strip()
        if bare:
            at = start + len(piece) - len(piece.lstrip())
            yield at, at + len(bare)
        start = end


def ends(text: str) -> list[int]:
    """Where sentences end at a sign (code points); what follows the last one is a sentence too."""
    stops = Breaks.of().abbreviations
    tokens: list[_Token] = []
    doubtful: list[_Token] = []
    previous: _Token | None = None
    last, beyond = 0, -1  # where the word before ends, and the word after that one
    for m in _SIGNED.finditer(text):
        start, end = m.span()
        rest, after = text[start:end], m[1]
        before = text[last:start]
        before = "" if not before or before[-1].isspace() else before.rsplit(None, 1)[-1]
        token = _Token(before + rest, end, after or "")
        tokens.append(token)
        if end == beyond and previous:
            previous.following = token
        previous, last, beyond = token, end, m.end(1)
        if rest != "." or len(before) <= 1 or before.lower() in stops or before[-1] in _DIGITS or after == ".":
            doubtful.append(token)
        elif "-" in before or not before.isascii():
            _by_itself(token)
            if not token.breaks:
                doubtful.append(token)
    if doubtful:
        if text[-1] > "\x7f" and len(text) in (last, beyond):
            _forget_last(tokens, doubtful, signed=last == len(text))
        _weigh(doubtful)
    return [token.end for token in tokens if token.breaks]


def _forget_last(tokens: list[_Token], doubtful: list[_Token], *, signed: bool) -> None:
    """Vale does not see the last word of a text that ends with a sign of several bytes; it may have a sign itself."""
    if not signed:
        tokens[-1].after = ""
        return
    gone = tokens.pop()
    if doubtful[-1] is gone:
        doubtful.pop()
    if tokens and tokens[-1].following is gone:
        tokens[-1].after, tokens[-1].following = "", None


def _weigh(tokens: list[_Token]) -> None:
    for token in tokens:
        _by_itself(token)
    for token in tokens:
        if token.after and token.text[-1] == ".":
            _by_next(token)
    for token in tokens:
        if token.after:
            _by_shape(token)


def _by_itself(token: _Token) -> None:
    """What a word says by itself."""
    text = token.text
    if (text.endswith(_ENDS) and _EXCLAIMED not in text) or any(sign in text for sign in _WITHIN):
        token.breaks = True
    elif text[-1] == "." and not text.endswith(".."):
        word = text[:-1]
        if not word.isascii():  # Vale counts characters and cuts bytes
            word = text.encode("utf-8", "replace")[: len(text) - 1].decode("utf-8", "replace")
        word = word.lower()
        stops = Breaks.of().abbreviations
        token.abbreviated = word in stops or word.rpartition("-")[2] in stops
        token.breaks = not token.abbreviated
    else:
        token.breaks = False


def _by_next(token: _Token) -> None:
    """What the next word says of a full stop: a capital where small letters are usual begins a sentence."""
    initial = _is_initial(token.text)
    if (token.abbreviated or token.text.endswith("..")) and not initial and _starts(token) == 1:
        token.breaks = True
        return
    if initial or (token.text[-2:-1] in _DIGITS and _without_stop(_kind(token.text)) == "##number##"):
        starts = _starts(token)
        if starts == 0 or (starts < 0 and initial and token.after[0].isupper() and not is_small(_next_kind(token))):
            token.breaks, token.abbreviated = False, True


def _by_shape(token: _Token) -> None:
    """What is made of rows of full stops, of closing marks and of words like U.S."""
    text, after = token.text, token.after
    capital = after[0].isupper()
    if text[-1] == ".":
        if after == ".":
            token.breaks = False
            if token.following:
                token.following.breaks = False
            return
        if not token.breaks and capital and "..." not in text and is_small(_next_kind(token)):
            token.breaks = True
    if "..." in text and (capital or _next_kind(token) in Breaks.of().starters):
        token.breaks = True
        return
    within = token.breaks and text.endswith(_CLOSING) and after[0].islower()
    if within and _next_kind(token) not in Breaks.of().starters:
        token.breaks = False
        return
    if text.count(".") > 1 and _DOTTED.search(text):
        token.abbreviated = True
        token.breaks = _starts(token) == 1


def _starts(token: _Token) -> int:
    """Whether the word after one begins a sentence: 1 yes, 0 no, -1 where its letters do not say."""
    after = token.after
    if after in _SIGNS:
        return 0
    if after[0].isupper():
        return 1 if opens(_next_kind(token)) else -1
    return 0 if after[0].islower() else -1


def _is_initial(text: str) -> bool:
    return len(text) == _SHORT and text[1] == "." and text[0].isascii() and text[0].isalpha()


def _next_kind(token: _Token) -> str:
    """The word after one in small letters, numbers made one; without its full stop where that ends a sentence."""
    kind, following = _kind(token.after), token.following
    return _without_stop(kind) if following and following.breaks else kind


def _without_stop(kind: str) -> str:
    return kind[:-1] if len(kind) > 1 and kind[-1] == "." else kind


def _kind(text: str) -> str:
    small = text.lower()
    if small[-1] in _DIGITS or small[-1] in ".,-":
        small = _NUMBER.sub("##number##", small)
    return small if len(small) == 1 else small.replace(",", "")


@lru_cache(maxsize=20_000)
def is_small(word: str) -> bool:
    """Whether a word is usual in small letters: an ordinary one, and no name that is commoner."""
    if len(word) <= _SHORT:
        return word in Breaks.of().short
    if not (word.isascii() and word.isalpha()):
        return False
    if word in _openers():
        return True
    if word in _names() and spelling.english().level(word) < _OFTEN:
        return False
    return word in _ordinary() or _is_form(word, _ENDINGS)


def _is_form(word: str, endings: Sequence[tuple[str, str]]) -> bool:
    """Whether a word is an ordinary one with one of some endings."""
    known = _ordinary()
    return any(word.endswith(end) and word[: -len(end)] + instead in known for end, instead in endings)


def opens(word: str) -> bool:
    """Whether a word with a capital begins a sentence: it is no part of names. A form in -ed seldom is."""
    return word in Breaks.of().starters or word in _openers() or _is_form(word, _PAST)


@cache
def _ordinary() -> frozenset[str]:
    """Ordinary words, in small letters, in the forms that tables have."""
    familiar = Familiar.of()
    return frozenset(map(str.lower, Vocabulary.of().plain)) | familiar.words | familiar.more


@cache
def _openers() -> frozenset[str]:
    """Words that open sentences and are no part of a name, in small letters."""
    words = frozenset(map(str.lower, Vocabulary.of().function))
    return frozenset(word for word in words if len(word) > _SHORT)


@cache
def _names() -> frozenset[str]:
    """First names and family names, in small letters."""
    names = Names.of()
    return frozenset(map(str.lower, names.first_names | names.surnames)) | Surnames.of().families
