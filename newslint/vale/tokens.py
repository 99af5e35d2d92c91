"""A sentence's words and signs, parted as Penn's treebank parts them, which Vale's sequences count in.

`don't` is `do` and `n't`, `mayor's` is `mayor` and `'s`; a sign is a word, a full stop only where it ends a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.words.tables import Clitics, any_of

# Rows of full stops, dashes, signs, colons and commas but those within numbers; what stands between is a word.
_TOKEN = pattern(
    r'\.\.\.|--|[;@#$%&?!\[\](){}<>"]|[:,](?!\d)'
    r'|(?:(?!\.\.\.|--)[^\s;@#$%&?!\[\](){}<>":,]|[:,](?=\d))+'
)
_AT_END = pattern(r"""[\])}>"'\s]*""")


class Token(NamedTuple):
    """A word or a sign of a sentence, and where it stands there."""

    text: str
    start: int
    end: int


def tokens(sentence: str) -> list[Token]:
    """The words and signs of a sentence, in order."""
    last = _last_stop(sentence)
    found: list[Token] = []
    for m in _TOKEN.finditer(sentence):
        start, end = m.span()
        cuts = [start, *_parts(m[0], start, last), end]
        found += [Token(sentence[a:b], a, b) for a, b in pairwise(cuts) if a < b]
    return found


def _last_stop(sentence: str) -> int:
    """Where the full stop stands that ends a sentence; -1 where none does."""
    at = sentence.rfind(".")
    ends = at > 0 and sentence[at - 1] != "." and _AT_END.fullmatch(sentence, at + 1) is not None
    return at if ends else -1


def _parts(word: str, start: int, last: int) -> Iterator[int]:
    """Where a word is parted: before its ending, within two written as one, and before and after the last stop."""
    bare = word
    if start < last < start + len(word):
        bare = word[: last - start]
    if m := _endings().search(bare):
        yield start + m.start(1)
    elif m := _joined().fullmatch(bare):
        yield start + m.end(m.lastgroup or 0)
    if bare != word:
        yield last
        yield last + 1


@cache
def _endings() -> re.Pattern[str]:
    return re.compile(rf"(?i)[^'\s]({any_of(Clitics.of().endings)})$")


@cache
def _joined() -> re.Pattern[str]:
    rows = Clitics.of().joined
    return re.compile("(?i)" + "|".join(f"(?P<p{n}>{re.escape(a)}){re.escape(b)}" for n, (a, b) in enumerate(rows)))
