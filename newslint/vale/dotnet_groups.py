"""How a pattern of .NET's engine is put together: groups, alternatives, repeats, flags and references."""

from __future__ import annotations

import re

from newslint.base.lazy import pattern
from newslint.vale.dotnet_signs import BOUNDARY, NO_BOUNDARY, NotTaken, Signs, sign_of

_FLAGS = pattern(r"\(\?([imnsx+-]*)([:)])")
_NAMED = pattern(r"\(\?(?:P?<(\w+)>|'(\w+)')")
_BALANCING = pattern(r"\(\?(?:<\w*-\w*>|'\w*-\w*')")
_NAMED_BACK = pattern(r"(k?)(?:<(\w+)>|'(\w+)')")
_P_BACK = pattern(r"\(\?P=(\w+)\)")
_REPEAT = pattern(r"[*+?]|\{(\d+)(?:(,)(\d*))?\}")
_CONDITION = pattern(r"\(\?\((\w+)\)")
_NUMBER = pattern(r"\d+")
_SPACE = " \t\n\v\f\r"  # what (?x) leaves out
_LOOKS = ("(?<=", "(?<!", "(?=", "(?!", "(?>")
_LEFT_OUT = ("(?<=", "(?<!", "(?!")  # of a loose form
_PLACES = {"A": r"\A", "z": r"\Z", "Z": r"(?=\n?\Z)", "B": r"(?!\b)"}  # the \B of `re` is in no empty text
_OFTENEST = 2**31 - 1
DEEPEST = 60  # groups in groups


class Writer(Signs):
    """Goes through a pattern once. Without `known`, the names of its groups, it cannot tell what references mean."""

    def __init__(
        self, source: str, known: list[str] | None = None, *, full: bool = False, loose: bool = False
    ) -> None:
        """A `loose` one leaves out what `re` cannot have, so that the pattern matches at more places."""
        super().__init__(source, full=full, loose=loose)
        self.known = known
        self.names: list[str] = []  # of groups as they open; nothing for one without a name
        self.open: set[int] = set()  # numbers of the groups that are not closed yet
        self.refers = False
        self.flags = int(re.MULTILINE)

    def write(self) -> str:
        """The whole pattern; raises NotTaken."""
        while (m := _FLAGS.match(self.source, self.at)) and m[2] == ")" and m[1]:
            self._set(m)
        caseless = "i" in self.options
        self.flags |= int(re.IGNORECASE) if caseless else 0
        text = "|".join(self._alternatives(0, caseless=caseless))
        if self.at < len(self.source):
            raise NotTaken("a parenthesis is closed that was never opened: write \\) for the sign itself")
        return text

    def _set(self, m: re.Match[str]) -> None:
        """Take over flags as they are set in a pattern."""
        self.at = m.end()
        on = True
        for letter in m[1]:
            if letter in "+-":
                on = letter == "+"
            else:
                self.options = self.options | {letter} if on else self.options - {letter}

    def _blank(self) -> None:
        """Go over comments and, where (?x) holds, space."""
        while True:
            if self.source.startswith("(?#", self.at):
                end = self.source.find(")", self.at)
                if end < 0:
                    raise NotTaken("a comment (?#…) is never closed")
                self.at = end + 1
            elif "x" in self.options and self.source[self.at : self.at + 1] == "#":
                end = self.source.find("\n", self.at)
                self.at = len(self.source) if end < 0 else end
            elif "x" in self.options and self.source[self.at : self.at + 1] in (*_SPACE,):
                self.at += 1
            else:
                return

    def _alternatives(self, depth: int, *, caseless: bool) -> list[str]:
        """What stands up to the end of a group; `caseless` says what holds round it."""
        if depth > DEEPEST:
            raise NotTaken(f"its groups are nested more than {DEEPEST} deep: write it as several")
        done: list[str] = []
        parts: list[tuple[str, bool]] = []
        while True:
            self._blank()
            sign = self.source[self.at : self.at + 1]
            if sign in ("", ")"):
                return [*done, _joined(parts, caseless)]
            if sign == "|":
                self.at += 1
                done.append(_joined(parts, caseless))
                parts = []
            elif (m := _FLAGS.match(self.source, self.at)) and m[2] == ")" and m[1]:
                self._set(m)
            else:
                unit = self._unit(sign, depth)
                parts.append((self._repeated(unit), "i" in self.options))

    def _unit(self, sign: str, depth: int) -> str:
        """One thing that may be repeated."""
        if sign == "(":
            return self._group(depth)
        if sign == "[":
            return self.of_class()
        if sign == "\\":
            self.at += 1
            return self._escape()
        if _REPEAT.match(self.source, self.at):
            raise NotTaken(f"there is nothing that “{sign}” could repeat: write \\{sign} for the sign itself")
        self.at += 1
        if sign == "^":
            return "^" if "m" in self.options else r"\A"
        if sign == "$":
            return "$" if "m" in self.options else _PLACES["Z"]
        if sign == ".":
            return "(?s:.)" if "s" in self.options else "."
        return sign_of(self._noted(ord(sign)))

    def _repeated(self, unit: str) -> str:
        """What stands behind a unit: how often it is repeated."""
        self._blank()
        m = _REPEAT.match(self.source, self.at)
        if not m:
            return unit
        if m[1] and (int(m[1][:11]) > _OFTENEST or int((m[3] or "0")[:11]) > _OFTENEST):
            raise NotTaken(f"“{m[0][:20]}” repeats something too often")
        if m[3] and int(m[1]) > int(m[3]):
            raise NotTaken(f"“{m[0]}” goes backwards: write the smaller number first")
        self.at = m.end()
        self._blank()
        lazy = self.source[self.at : self.at + 1]
        lazy = lazy if lazy in ("?", "+") else ""
        if lazy == "+":  # to Python it is possessive
            raise NotTaken(f"“{m[0]}+” repeats what repeats already: write \\+ for the sign itself")
        self.at += len(lazy)
        is_place = unit in ("^", "$") or (unit[:1] == "\\" and unit[1:] in "AZbB")
        return (f"(?:{unit})" if is_place else unit) + m[0] + lazy

    def _group(self, depth: int) -> str:
        source, before = self.source, self.options
        if m := _P_BACK.match(source, self.at):
            self.at = m.end()
            return self._back(m[1])
        if source.startswith("(?(", self.at):
            found = self._conditional(depth)
        else:
            caseless = "i" in before
            opening, number = self._opening()
            if opening == "(?:" and "i" in self.options and not caseless:
                opening, caseless = "(?i:", True
            elif opening == "(?:" and "i" not in self.options and caseless:
                opening, caseless = "(?-i:", False
            found = f"{opening}{'|'.join(self._alternatives(depth + 1, caseless=caseless))})"
            self.open.discard(number)
            if self.loose and opening in _LEFT_OUT:
                found = "(?:)"
        self._close()
        self.options = before
        return found

    def _close(self) -> None:
        if self.at >= len(self.source):
            raise NotTaken("a parenthesis is opened that is never closed: write \\( for the sign itself")
        self.at += 1

    def _opening(self) -> tuple[str, int]:
        """How a group opens, and its number if it has one."""
        at, source = self.at, self.source
        if _BALANCING.match(source, at):
            raise NotTaken("it has a balancing group, (?<a-b>…), which Python does not: write it without")
        if m := _NAMED.match(source, at):
            self.at = m.end()
            return self._named(m[1] or m[2])
        if (m := _FLAGS.match(source, at)) and m[2] == ":":
            self._set(m)
            return "(?:", 0
        for opening in _LOOKS:
            if source.startswith(opening, at):
                self.at += len(opening)
                return "(?:" if self.loose and opening == "(?>" else opening, 0
        if source.startswith("(?", at):
            raise NotTaken(f"“{source[at : at + 6]}” opens no group that Vale knows")
        self.at += 1
        if "n" in self.options:
            return "(?:", 0
        self.names.append("")
        self.open.add(len(self.names))
        return "(", len(self.names)

    def _named(self, name: str) -> tuple[str, int]:
        if not name.isidentifier():
            raise NotTaken(f"a group is named “{name[:30]}”: begin its name with a letter")
        if name in self.names:
            self.needs_regex = self.is_strange = True
        else:
            self.names.append(name)
        number = self.names.index(name) + 1
        self.open.add(number)
        return f"(?P<{name}>", number

    def _number_of(self, name: str) -> int:
        """Python's number of a group by its name, or by the number that .NET gives it; 0 where there is none."""
        self.refers = self.is_strange = True
        if self.known is None:
            return -1
        if not name.isdecimal():
            return self.known.index(name) + 1 if name in self.known else 0
        order = [n for n, each in enumerate(self.known, 1) if not each]
        order += [n for n, each in enumerate(self.known, 1) if each]
        return order[int(name) - 1] if len(name) < 7 and 0 < int(name) <= len(order) else 0

    def _back(self, name: str) -> str:
        """A reference to what a group has matched."""
        number = self._number_of(name)
        if not number:
            raise NotTaken(f"it refers back to a group “{name[:30]}”, and there is none")
        if number in self.open:
            raise NotTaken(
                f"in the group “{name[:30]}” it refers back to that group, which Python does not: write it without"
            )
        if number > len(self.names):
            self.needs_regex = True
        return f"(?:\\{max(1, number)})"

    def _conditional(self, depth: int) -> str:
        """(?(1)a|b), or with what lies ahead: (?(?=x)a|b)."""
        caseless = "i" in self.options
        m = _CONDITION.match(self.source, self.at)
        number = self._number_of(m[1]) if m else 0
        if m and (number or m[1].isdecimal()):
            if not number:
                raise NotTaken(f"it asks for a group “{m[1][:30]}”, and there is none")
            self.at = m.end()
            yes, no = self._two(depth, caseless)
            return f"(?({max(1, number)}){yes}|{no})"
        self.is_strange = True
        groups = len(self.names)
        self.at += 2
        if self.source.startswith(("(?=", "(?!", "(?<=", "(?<!"), self.at):
            asked = self._group(depth + 1)
        else:
            self.at += 1
            asked = "|".join(self._alternatives(depth + 1, caseless=caseless))
            self._close()
        if len(self.names) > groups:
            raise NotTaken("a condition (?(…)…) has a group in it: write (?:…) there")
        yes, no = self._two(depth, caseless)
        return f"(?:(?={asked}){yes}|(?!{asked}){no})"

    def _two(self, depth: int, caseless: bool) -> tuple[str, str]:
        branches = self._alternatives(depth + 1, caseless=caseless)
        if len(branches) > 2:
            raise NotTaken("a condition (?(…)…) has more than two alternatives: put (?:…) round them")
        return branches[0], branches[1] if len(branches) > 1 else ""

    def _escape(self) -> str:
        """What a backslash stands for, from behind it."""
        self._refuse_end()
        source, letter = self.source, self.source[self.at]
        if letter in "bBAzZG":
            self.at += 1
            if letter == "G":
                raise NotTaken("it has \\G, which Python has not: write it without")
            if letter in "bB" and self.full:
                return BOUNDARY if letter == "b" else NO_BOUNDARY
            return _PLACES.get(letter) or f"\\{letter}"
        if found := self.kind():
            return found
        if m := _NAMED_BACK.match(source, self.at):
            self.at = m.end()
            return self._back(m[2] or m[3])
        if letter == "k":
            raise NotTaken("“\\k” refers to no group: write \\k<name>")
        if letter in "123456789" and (m := _NUMBER.match(source, self.at)):
            number = self._number_of(m[0])
            if number or len(m[0]) == 1:
                self.at = m.end()
                return self._back(m[0])
        return sign_of(self._noted(self.character()))


def _joined(parts: list[tuple[str, bool]], caseless: bool) -> str:
    """Parts one after another, in a group of their own where case counts for them as it does not round them."""
    text: list[str] = []
    now = caseless
    for part, ignores in parts:
        if ignores != now:
            text.append(")" if now != caseless else "")
            text.append("" if ignores == caseless else "(?i:" if ignores else "(?-i:")
            now = ignores
        text.append(part)
    text.append(")" if now != caseless else "")
    return "".join(text)
