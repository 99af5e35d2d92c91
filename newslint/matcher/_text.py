"""Forms of a text that have its length, so that a place in one is a place in all."""

from __future__ import annotations

from newslint.base.lazy import pattern

_FOLD = str.maketrans({
    "‘": "'", "’": "'", "‛": "'", "“": '"', "”": '"', "„": '"',
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2011": "-",
})  # fmt: skip

# Letters past Latin-1 that `re.IGNORECASE` or lower case makes equal to one within it.
_ALIKE = {
    "\u0130": "i", "\u0131": "i", "\u017f": "s", "\u212a": "k", "\u212b": "\u00e5", "\u1e9e": "ß", "\u0178": "ÿ",
    "\u03bc": "\u00b5", "\u039c": "\u00b5",
}  # fmt: skip
_NEARER = str.maketrans(_ALIKE)
_ASCII = bytes(range(128))
_SHORT = 200  # code points


def fold(text: str) -> str:
    """The text with plain quotation marks, spaces and hyphens; the same length."""
    return text if text.isascii() else text.translate(_FOLD)


def lowered(text: str) -> str:
    """What `str.lower` gives; in a third of its time for a text whose letters past ASCII are small already."""
    if len(text) < _SHORT or text.isascii():
        return text.lower()
    data = text.encode("utf-8", "surrogatepass")
    others = data.translate(None, _ASCII).decode("utf-8", "surrogatepass")
    return data.lower().decode("utf-8", "surrogatepass") if others == others.lower() else text.lower()


def lower(text: str) -> str:
    """Lower case of the same length (İ and its like stay as they are)."""
    low = lowered(text)
    if len(low) == len(text):
        return low
    return "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


def is_word(character: str) -> bool:
    """Whether a character is one that `\\w` matches."""
    return character.isalnum() or character == "_"


def _shade(code: int) -> int:
    character = chr(code)
    return ord(character.lower()) if is_word(character) else 32


_SHADES = bytes(map(_shade, range(256)))


def shadow(text: str) -> bytes:
    """One byte a character: small letters and digits of Latin-1, and a space for all else.

    Two texts that differ only in case or in kinds of signs have one shadow, so that a search in shadows misses
    nothing; but ł is a space here as “ is, and what is found must be looked at again in the text itself.
    """
    return _nearer(text).encode("latin-1", "replace").translate(_SHADES)


def cast(text: str) -> bytes:
    """One byte a character: small letters, 0 for every digit, signs and line breaks as they are, a space for others.

    Whatever the code page 1252 does not have is a question mark. As in shadows, case sets nothing apart.
    """
    data = _nearer(text).encode("cp1252", "replace")
    if not text.isascii() and data.count(_UNKNOWN) > text.count("?"):
        data = _OTHER_DIGITS.sub("0", _nearer(text)).encode("cp1252", "replace")
    return data.translate(_CASTS)


def _nearer(text: str) -> str:
    return text if text.isascii() or not any(letter in text for letter in _ALIKE) else text.translate(_NEARER)


def _cast(code: int) -> int:
    character = bytes((code,)).decode("cp1252", "replace")
    if character.isdecimal():
        return ord("0")
    if character.isspace():
        return 10 if code == 10 else 32
    if character in _UNSHOWN:
        return _UNKNOWN[0]
    return character.lower().encode("cp1252", "replace")[0]


_UNKNOWN = b"?"
_UNSHOWN = "ƒ\0"  # the letter of that page whose capital is not on it; what stands for an edge in literals
_OTHER_DIGITS = pattern(r"(?![0-9])\d")
_CASTS = bytes(map(_cast, range(256)))
