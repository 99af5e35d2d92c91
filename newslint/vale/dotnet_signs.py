r"""What stands for one character in a pattern of .NET's engine: escapes, classes and properties of Unicode.

Each is read as that engine reads it and written for `re`, or in full for `regex`: there `\w` and `\b` are spelt out,
as letters, marks without width, decimal digits and signs that connect (`re` has other numbers in the place of marks:
see `stand_ins`).
"""

from __future__ import annotations

from importlib import import_module

from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.vale.stand_ins import is_odd

_HEX = pattern(r"x\{([0-9A-Fa-f]+)\}|x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})")
_OCTAL = pattern(r"[0-7]{1,3}")
_CONTROL = pattern(r"c([A-Za-z@\[\\\]^_])")
_PROPERTY = pattern(r"[pP](?:\{([\w=-]+)\}|([CLMNPSZ]))")
_POSIX = pattern(r":\^?\w*:\]")
_LETTERS = {"a": 7, "e": 27, "f": 12, "n": 10, "r": 13, "t": 9, "v": 11}
_MEANT = frozenset(".^$*+?{}[]\\|()")  # signs that are escaped outside of a class
_MEANT_INSIDE = frozenset("\\]^-[&~|")  # `&&`, `--` and the like may become operators of sets
_WORD = r"\p{L}\p{Mn}\p{Nd}\p{Pc}"
_SPACE = r"\t-\r\x20\x85\p{Z}"
_BESIDE = f"[{_WORD}\\u200c\\u200d]"  # what counts as a word's where it ends
_ANY = "(?s:.)"
BOUNDARY = f"(?:(?<={_BESIDE})(?!{_BESIDE})|(?<!{_BESIDE})(?={_BESIDE}))"
NO_BOUNDARY = f"(?:(?<={_BESIDE})(?={_BESIDE})|(?<!{_BESIDE})(?!{_BESIDE}))"
_IN_FULL = {"w": _WORD, "s": _SPACE, "d": r"\p{Nd}"}
_CASED = ("Lu", "Ll", "Lt")
_BLOCKS = {"Greek": "GreekandCoptic", "CombiningMarksforSymbols": "CombiningDiacriticalMarksforSymbols"}


class NotTaken(ValueError):
    """A pattern that cannot be written for Python; its text says why, and what to do."""


class _Set(NamedTuple):
    """Parts of a class: what one pair of brackets can hold, and sets of which all else is meant (`\\W`)."""

    inside: list[str]
    others: list[str]


class Signs:
    """Reads signs from left to right. `full` writes them for `regex`; `needs_regex` says that `re` has them not."""

    def __init__(self, source: str, *, full: bool, loose: bool = False) -> None:
        self.source = source
        self.full = full
        self.loose = loose
        self.is_strange = False  # it has what no loose form for `re` can have
        self.at = 0
        self.needs_regex = False
        self.options = frozenset("m")  # letters of the flags that hold

    def kind(self) -> str:
        """One of `\\w \\W \\s \\S \\d \\D` or a property, from behind its backslash; nothing where there is none."""
        found = self._kinds()
        if found is None:
            return ""
        if self.loose and self.source[self.at - 1] not in "wsdWSD":
            return _ANY
        return f"[^{''.join(found.others)}]" if found.others else f"[{''.join(found.inside)}]"

    def _kinds(self) -> _Set | None:
        letter = self.source[self.at]
        if letter in "wsdWSD":
            self.at += 1
            if not self.full:
                return _Set([f"\\{letter}"], [])
            whole = _IN_FULL[letter.lower()]
            return _Set([whole], []) if letter.islower() else _Set([], [whole])
        if letter not in "pP":
            return None
        m = _PROPERTY.match(self.source, self.at)
        if not m:
            raise NotTaken(f"“\\{self.source[self.at : self.at + 8]}” names no property: write \\p{{L}}, \\p{{Lu}} …")
        self.at = m.end()
        self.needs_regex = True
        if "i" in self.options and m[1] in _CASED:  # where case is ignored, all that has case
            cased = "".join(f"\\p{{{name}}}" for name in _CASED)
            return _Set([cased], []) if letter == "p" else _Set([], [cased])
        return _Set([f"\\{letter}{{{_known_property(m[1] or m[2])}}}"], [])

    def character(self) -> int:
        """The code of what is escaped, from behind its backslash."""
        source, at = self.source, self.at
        if m := _HEX.match(source, at):
            self.at = m.end()
            code = int(m[1] or m[2] or m[3], 16) if len(m[0]) < 12 else 0x110000
            if code > 0x10FFFF:
                raise NotTaken(f"“\\{m[0][:14]}” is no character of Unicode")
            return code
        if m := _OCTAL.match(source, at):
            self.at = m.end()
            return int(m[0], 8) & 0xFF
        if m := _CONTROL.match(source, at):
            self.at = m.end()
            return ord(m[1].upper()) - 64
        sign = source[at]
        self.at += 1
        if sign in _LETTERS:
            return _LETTERS[sign]
        if sign == "_" or sign.isalnum():
            raise NotTaken(f"“\\{sign}” is no escape that Vale knows: write {sign} for the letter itself")
        return ord(sign)

    def of_class(self, depth: int = 0) -> str:
        """A class of characters, from its bracket on."""
        if depth > 9:
            raise NotTaken("classes of characters are taken from one another too often")
        start = self.at
        self.at += 1
        needed, self.needs_regex = self.needs_regex, False
        negated = self.source.startswith("^", self.at)
        self.at += negated
        found, without = _Set([], []), ""
        first = True
        while self.at < len(self.source):
            if self.source[self.at] == "]" and not first:
                self.at += 1
                if self.loose and self.needs_regex:
                    return _ANY
                self.needs_regex = self.needs_regex or needed
                return _class_of(found, without, negated=negated)
            if without:
                raise NotTaken("what is taken from a class of characters must stand last in it: [a-z-[aeiou]]")
            if not first and self.source.startswith("-[", self.at):
                self.at += 1
                without = self.of_class(depth + 1)
                continue
            self._item(found)
            first = False
        shown = self.source[start : start + 12]
        raise NotTaken(f"the class that begins “{shown}” is never closed: write \\[ for the sign itself")

    def _item(self, found: _Set) -> None:
        """A character of a class, a range or a kind."""
        if self.source[self.at] == "\\":
            self.at += 1
            self._refuse_end()
            kinds = self._kinds()
            if kinds:
                found.inside.extend(kinds.inside)
                found.others.extend(kinds.others)
                return
            if self.source[self.at] == "-":  # it begins no range
                self.at += 1
                found.inside.append("\\-")
                return
            self.at -= 1
        low = self._member()
        rest = self.source[self.at : self.at + 2]
        if len(rest) < 2 or rest[0] != "-" or rest[1] in "][":
            found.inside.append(sign_of(low, inside=True))
            return
        self.at += 1
        if self.source[self.at] == "\\" and self.source[self.at + 1 : self.at + 2] in [*"dDsSwWpP-"]:
            raise NotTaken(f"a range of a class ends in “{self.source[self.at : self.at + 2]}”: put the - last")
        high = self._member()
        if high < low:
            raise NotTaken(f"the range “{chr(low)}-{chr(high)}” goes backwards")
        self._noted(low, high)
        found.inside.append(f"{sign_of(low, inside=True)}-{sign_of(high, inside=True)}")

    def _member(self) -> int:
        sign = self.source[self.at]
        self.at += 1
        if sign != "\\":
            if sign == "[" and (m := _POSIX.match(self.source, self.at)):  # of [:alpha:] Vale takes the bracket alone
                self.at = m.end()
            return self._noted(ord(sign))
        self._refuse_end()
        if self.source[self.at] == "b":
            self.at += 1
            return 8
        return self._noted(self.character())

    def _noted(self, low: int, high: int = 0) -> int:
        """A character, noted if the text that `re` is shown has not it but what stands for it."""
        if is_odd(low, high or low):
            self.needs_regex = self.is_strange = True
        return low

    def _refuse_end(self) -> None:
        if self.at >= len(self.source):
            raise NotTaken("it ends in a backslash")


def sign_of(code: int, *, inside: bool = False) -> str:
    """A character as a pattern has it, in a class or outside."""
    sign = chr(code)
    if sign in (_MEANT_INSIDE if inside else _MEANT):
        return f"\\{sign}"
    return sign if sign.isprintable() else f"\\U{code:08x}"


def _class_of(found: _Set, without: str, *, negated: bool) -> str:
    inside = "".join(found.inside)
    if not found.others:
        text = f"[{'^' if negated else ''}{inside}]"
    else:
        either = "|".join([*([f"[{inside}]"] if inside else []), *(f"[^{other}]" for other in found.others)])
        text = f"(?:(?!{either})(?s:.))" if negated else f"(?:{either})"
    return f"(?:(?!{without}){text})" if without else text


def _known_property(name: str) -> str:
    """A property's name as `regex` has it: a block where .NET says Is…, else a category, a script or a property."""
    regex = import_module("regex")  # here, because few patterns need it
    block = _BLOCKS.get(name[2:], name[2:])
    written = f"In{block}" if name.startswith("Is") else name
    try:
        regex.compile(f"\\p{{{written}}}")
    except regex.error:
        raise NotTaken(f"there is no property “{name[:30]}” of Unicode's: write \\p{{L}}, \\p{{Greek}} …") from None
    return written
