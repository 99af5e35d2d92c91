r"""Patterns as .NET's engine reads them, which Vale's is, written for Python.

What differs is few: flags set in the middle of a pattern, names of groups, `\z`, `\Z`, classes of Unicode, and signs
that one of the two takes for itself and the other for an operator.
"""

from __future__ import annotations

import re

from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple

_FLAGS = pattern(r"\(\?(?P<on>[imsnx]*)(?:-(?P<off>[imsnx]+))?(?P<end>[:)])")
_NAMED = pattern(r"\(\?(?:P?<(?P<a>[^\W\d]\w*)>|'(?P<q>[^\W\d]\w*)')")
_BALANCING = pattern(r"\(\?(?:<\w*-\w*>|'\w*-\w*')")
_NAMED_BACK = pattern(r"\\k(?:<(?P<a>\w+)>|'(?P<q>\w+)')")
_NO_REPEAT = pattern(r"\{(?!\d+(?:,\d*)?\})")  # a brace that repeats nothing
_PROPERTY = pattern(r"\\[pP](?:\{[^}]*\}|\w)")
_KNOWN = "imsx"  # flags that Python has; n (no numbers for groups) changes nothing that is found
_ANY = "(?s:.)"
_MOST = 100_000  # code points of a pattern
DEEPEST = 60  # groups in groups


class NotTaken(ValueError):
    """A pattern that cannot be written for Python; its text says why, and what to do."""


class Written(NamedTuple):
    """A pattern for Python, the flags it begins with, and whether `re` has all it needs (else the package `regex`).

    One that is not `plain` has a `loose` form for `re` too, which matches wherever it does and elsewhere.
    """

    text: str
    flags: int
    plain: bool
    loose: str = ""


def written(source: str) -> Written:
    """A pattern of Vale's, for Python; raises NotTaken."""
    if len(source) > _MOST:
        raise NotTaken(f"the pattern is longer than {_MOST:,} characters")
    found = _Writer(source).write()
    return found if found.plain else found._replace(loose=_Writer(source, loose=True).write().text)


class _Writer:
    """Goes through a pattern once, from left to right."""

    def __init__(self, source: str, *, loose: bool = False) -> None:
        self.source = source
        self.loose = loose
        self.at = 0
        self.plain = True

    def write(self) -> Written:
        flags = self._leading()
        text = self._alternatives(depth=0)
        if self.at < len(self.source):
            raise NotTaken("a parenthesis is closed that was never opened: write \\) for the sign itself")
        return Written(text, flags, self.plain)

    def _leading(self) -> int:
        """The flags that hold for all of the pattern."""
        flags = 0
        while (m := _FLAGS.match(self.source, self.at)) and m["end"] == ")" and not m["off"]:
            self.at = m.end()
            for letter in m["on"]:
                flags |= int(getattr(re, letter.upper(), 0)) if letter in _KNOWN else 0
        return flags

    def _alternatives(self, depth: int) -> str:
        """What stands up to the end of a group. Flags that are set in it hold to its end, over every `|`."""
        if depth > DEEPEST:
            raise NotTaken("its groups are nested too deeply")
        done: list[str] = []
        held, part = "", []
        while self.at < len(self.source) and self.source[self.at] != ")":
            if self.source[self.at] == "|":
                self.at += 1
                done.append(_under(held, part))
                part = []
            elif (m := _FLAGS.match(self.source, self.at)) and m["end"] == ")":
                self.at = m.end()
                before = _under(held, part)
                held = _added(held, m["on"], m["off"] or "")
                rest = self._alternatives(depth + 1)  # the rest of this group stands under these flags
                first, *others = _split(rest)
                done.append(before + _under(held, [first]))
                done += [_under(held, [other]) for other in others]
                return "|".join(done)
            else:
                part.append(self._piece(depth))
        done.append(_under(held, part))
        return "|".join(done)

    def _piece(self, depth: int) -> str:
        sign = self.source[self.at]
        if sign == "(":
            return self._group(depth)
        if sign == "[":
            return self._class()
        if sign == "\\":
            return self._escape(inside=False)
        self.at += 1
        if sign in "*+?" and self.source.startswith("+", self.at):  # to Python it is possessive
            raise NotTaken(f"“{sign}+” repeats what repeats already: write \\+ for the sign itself")
        if sign == "{" and _NO_REPEAT.match(self.source, self.at - 1):
            return "\\{"
        return sign

    def _group(self, depth: int) -> str:
        if _BALANCING.match(self.source, self.at):
            raise NotTaken("it has a balancing group, which Python does not: write it without")
        opening = self._opening()
        inner = self._alternatives(depth + 1)
        if self.at >= len(self.source):
            raise NotTaken("a parenthesis is opened that is never closed: write \\( for the sign itself")
        self.at += 1
        if opening in ("(?<=", "(?<!") and not _is_fixed(f"{opening}{inner})"):
            self.plain = False
            if self.loose:
                return ""
        return f"{opening}{inner})"

    def _opening(self) -> str:
        at, source = self.at, self.source
        if m := _NAMED.match(source, at):
            self.at = m.end()
            return f"(?P<{m['a'] or m['q']}>"
        if m := _FLAGS.match(source, at):
            self.at = m.end()
            on, off = _known(m["on"]), _known(m["off"] or "")
            return f"(?{on}{'-' + off if off else ''}:"
        for opening in ("(?<=", "(?<!", "(?=", "(?!", "(?>", "(?#"):
            if source.startswith(opening, at):
                self.at += len(opening)
                return opening
        if source.startswith("(?(", at):
            end = source.find(")", at)
            if end < 0:
                raise NotTaken("a condition is opened that is never closed")
            self.at = end + 1
            return source[at : self.at]
        if source.startswith("(?", at):
            raise NotTaken(f"“{source[at : at + 6]}” opens no group that is known")
        self.at += 1
        return "("

    def _class(self) -> str:
        """A class of characters: signs that Python may read as operators of sets are escaped."""
        start = self.at
        self.at += 1
        parts = ["["]
        if self.source.startswith("^", self.at):
            self.at += 1
            parts.append("^")
        first, has_property = True, False
        while self.at < len(self.source):
            sign = self.source[self.at]
            if sign == "]" and not first:
                self.at += 1
                return "".join(parts) + "]" if not (self.loose and has_property) else _ANY
            if sign == "-" and self.source.startswith("-[", self.at):
                raise NotTaken("it takes one class of characters from another ([a-z-[aeiou]]): write it with (?!…)")
            first = False
            if sign == "\\":
                has_property = has_property or _PROPERTY.match(self.source, self.at) is not None
                parts.append(self._escape(inside=True))
                continue
            self.at += 1
            parts.append(f"\\{sign}" if sign in "[&~|]" else sign)
        raise NotTaken(f"the class that begins “{self.source[start : start + 12]}” is never closed: write \\[ for a sign")

    def _escape(self, *, inside: bool) -> str:
        source, at = self.source, self.at
        if at + 1 >= len(source):
            raise NotTaken("it ends in a backslash")
        if m := _PROPERTY.match(source, at):
            self.at = m.end()
            self.plain = False
            return _ANY if self.loose and not inside else m[0]
        if not inside and (m := _NAMED_BACK.match(source, at)):
            self.at = m.end()
            return f"(?P={m['a'] or m['q']})"
        letter = source[at + 1]
        self.at += 2
        if inside and letter == "b":
            return "\\x08"
        instead = {"z": r"\Z", "Z": r"(?=\n?\Z)", "e": r"\x1b"}
        if letter in instead and not (inside and letter != "e"):
            return instead[letter]
        if letter == "G":
            raise NotTaken("it has \\G, which Python has not")
        return source[at : self.at]


def _is_fixed(assertion: str) -> bool:
    """Whether `re` takes what looks behind: it must have one length."""
    try:
        re.compile(assertion)
    except re.error as error:
        return "fixed-width" not in str(error)
    except (RecursionError, OverflowError):
        return False
    return True


def _known(letters: str) -> str:
    return "".join(letter for letter in letters if letter in _KNOWN)


def _added(held: str, on: str, off: str) -> str:
    """The flags that hold once some are set and some taken back, as a group writes them."""
    now_on, _, now_off = held.partition("-")
    on, off = _known(on), _known(off)
    now_on = "".join(dict.fromkeys([*(f for f in now_on if f not in off), *on]))
    now_off = "".join(dict.fromkeys([*(f for f in now_off if f not in on), *off]))
    return now_on + (f"-{now_off}" if now_off else "")


def _under(flags: str, parts: list[str]) -> str:
    """Parts of a pattern under some flags."""
    text = "".join(parts)
    return f"(?{flags}:{text})" if flags and text else text


def _split(text: str) -> list[str]:
    """The alternatives of a written pattern, at its own level."""
    found, depth, start, at = [], 0, 0, 0
    while at < len(text):
        sign = text[at]
        if sign == "\\":
            at += 1
        elif sign == "[":
            at = _end_of_class(text, at)
        elif sign == "(":
            depth += 1
        elif sign == ")":
            depth -= 1
        elif sign == "|" and not depth:
            found.append(text[start:at])
            start = at + 1
        at += 1
    return [*found, text[start:]]


def _end_of_class(text: str, at: int) -> int:
    """Where the class that begins at a place ends."""
    at += 2 if text.startswith("^", at + 1) else 1
    at += text.startswith("]", at)
    while at < len(text) and text[at] != "]":
        at += 2 if text[at] == "\\" else 1
    return at
