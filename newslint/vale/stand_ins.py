r"""A text in which other signs stand for those that `\w` of `re` takes for what they are not to .NET.

There an accent that is a sign of its own belongs to a word, and ² and ½ do not. A pattern that speaks of such signs
itself is not for `re`, but for the package `regex`, which sees the text as it is.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module

_LETTER = "\ua015"  # of a script that no rule speaks of
_SIGN = "\uf8fe"  # for private use: neither a letter nor a space
_FIRST = 0xB2  # the first that is taken otherwise: ²
_MARKS = 0x300  # the first that may be a mark or connect words
_QUOTES = range(0x2000, 0x203F)  # dashes, quotation marks and spaces: none of them is one
_LAST = 0x3000  # beyond which a range is taken to have one


@lru_cache(maxsize=4)
def stood_in(text: str) -> str:
    """The text as `re` must see it; of the same length."""
    if text.isascii():
        return text
    found = {ord(sign): other for sign in {*text} if (other := _stand_in(sign))}
    return text.translate(found) if found else text


def is_odd(low: int, high: int) -> bool:
    """Whether one of the signs from one code to another is taken otherwise."""
    if high < _FIRST:
        return False
    if low == high:
        return bool(_stand_in(chr(low)))
    return high > _LAST or any(_stand_in(chr(code)) for code in range(max(low, _FIRST), high + 1))


def _stand_in(sign: str) -> str:
    """What stands for a sign; nothing for one that is the same to both."""
    code = ord(sign)
    if code < _FIRST or code in _QUOTES:
        return ""
    if sign.isalnum():
        return "" if sign.isalpha() or sign.isdecimal() else _SIGN
    if code < _MARKS or sign.isspace():
        return ""
    return _LETTER if import_module("unicodedata").category(sign) in ("Mn", "Pc") else ""
