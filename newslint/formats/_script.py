"""Where JavaScript ends that stands in a text: an expression in braces, a statement, the attributes of a tag."""

from __future__ import annotations

import re

from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.text import Span

# A mark of quotation without another on its line is no text: in `<p>Don't</p>` it is an apostrophe.
_CODE = pattern(
    r"\\.|\"(?:[^\"\\\r\n]|\\.)*+\"|'(?:[^'\\\r\n]|\\.)*+'|(?<!:)//[^\r\n]*|/\*[\s\S]*?(?:\*/|\Z)"
    r"|[{}()\[\]`]|(?P<blank>(?>\r\n|\r|\n)[ \t]*(?=[\r\n]))"
)
_TEMPLATE = pattern(r"\\.|`|\$\{")
_BLANK = pattern(r"(?>\r\n|\r|\n)[ \t]*(?=[\r\n])|\Z")
_ATTRIBUTE = pattern(r"\s*+(?:(?P<end>/?>)|(?P<name>[A-Za-z_$][\w$.:-]*+)(?P<set>\s*+=\s*+)?|(?P<brace>\{))")
_MOST_WASTED = 500_000  # code points looked through in vain, for what is never closed; then all of that is text
_MOST_TIMES = 10  # the same, by how often the length of the text
_DEEPEST = 100  # brackets in brackets


class Attribute(NamedTuple):
    """A named value of a tag: its name, and where its text stands, with its marks."""

    name: str
    value: Span


class Script:
    """Finds ends in one text; where too much in it is never closed, it looks for no more."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.left = min(_MOST_WASTED, _MOST_TIMES * len(text))  # that may still be looked through in vain
        self.last: dict[str, int] = {}  # where each mark stands for the last time

    def closed(self, at: int) -> int:
        """Where the brace that opens at `at` is closed, or -1."""
        return self._scan(at, "{", "}", blank=False)

    def statement(self, at: int) -> int:
        """Where what is imported or exported at `at` ends: at a blank line outside of brackets."""
        end = self._scan(at, "{([", "})]", blank=True)
        found = _BLANK.search(self.text, at) if end < 0 else None
        return found.start() if found else end

    def _scan(self, at: int, opening: str, closing: str, *, blank: bool) -> int:
        if self.left < 0:
            return -1
        start, m = at, None
        stack: list[str] = []
        while len(stack) <= _DEEPEST and (m := self._next(stack, at)):
            at, sign = m.end(), m[0]
            if sign == "`":
                if stack and stack[-1] == "`":
                    stack.pop()
                else:
                    stack.append("`")
            elif sign in opening or sign == "${":
                stack.append("{")
            elif sign in closing:
                del stack[-1:]
                if not stack and not blank:
                    return at
            elif blank and not stack and m.lastgroup == "blank":
                return m.start()
        if blank and not stack:
            return len(self.text)
        self.left -= (at if m else len(self.text)) - start
        return -1

    def _next(self, stack: list[str], at: int) -> re.Match[str] | None:
        return (_TEMPLATE if stack and stack[-1] == "`" else _CODE).search(self.text, at)

    def attributes(self, at: int) -> tuple[int, bool, list[Attribute]] | None:
        """Of a tag whose name ends at `at`: where it ends, whether it closes itself, its values; or none."""
        found: list[Attribute] = []
        while m := _ATTRIBUTE.match(self.text, at):
            if m["end"]:
                return m.end(), m["end"] == "/>", found
            if m.start("name") == at and found:
                return None  # no space before a name
            at = m.end()
            if m["brace"] or m["set"]:
                end = self._value(at - 1 if m["brace"] else at)
                if end < 0:
                    return None
                if m["set"]:
                    found.append(Attribute(m["name"], Span(at, end)))
                at = end
        return None

    def _value(self, at: int) -> int:
        """Where the text in marks or the expression at `at` ends, or -1."""
        sign = self.text[at : at + 1]
        if sign == "{":
            return self.closed(at)
        return self.after(sign, at + 1) if sign in ("'", '"') else -1

    def after(self, mark: str, at: int) -> int:
        """Where a mark ends that stands next from `at` on, or -1."""
        if mark not in self.last:
            self.last[mark] = self.text.rfind(mark)
        return self.text.find(mark, at) + len(mark) if at <= self.last[mark] else -1
