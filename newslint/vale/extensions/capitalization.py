"""`extends: capitalization`: how a block is written in capitals and small letters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from newslint.matcher.heads import Found, Source
from newslint.vale.actions import suggestions
from newslint.vale.blocks import Block, Memory
from newslint.vale.casing import WORD, Known, Sentence, Title, each_capitalized, lowered, raised
from newslint.vale.extensions.base import WORD as TEMPLATE
from newslint.vale.extensions.base import Alert, Extension
from newslint.words.tables import Casing

_THRESHOLD = 0.8  # of the words, so many must be right
_SHOWN = 200  # code points of a block that a message has
_LOOSE = frozenset(["to"])  # see newslint.vale.casing


class Capitalization(Extension):
    """A way of writing that a block must have: $title, $sentence, $lower, $upper, or a pattern.

    A block without a word has no alert: in Vale it has one, of no share of no words.
    """

    name = "capitalization"
    idle = False
    keys = {
        "match": str, "style": str, "exceptions": list, "indicators": list, "threshold": float, "vocab": bool,
        "prefix": str,
    }  # fmt: skip

    def patterns(self) -> Sequence[Source]:
        """The pattern that a block must have, where it is no way of writing; raises RuleError for what is none."""
        way = self._way = self.spec.text("match")
        if not way:
            raise self.spec.wrong("match", f"{self.spec.id} has no `match`", "write match: $title, or another")
        self._least = self.spec.number("threshold") or _THRESHOLD
        self._prefix = self.compiled(prefix, "prefix") if (prefix := self.spec.text("prefix")) else None
        self._converted = self._converter(way)
        self._words = self.compiled(self._counted(), "exceptions")
        return () if way.startswith("$") else (self.written(way, "match"),)

    def _converter(self, way: str) -> Callable[[str], str]:
        """What writes a text in this way; raises RuleError."""
        if way == "$lower":
            return lowered
        if way == "$upper":
            return raised
        if way == "$title":
            tables = Casing.of()
            if self.spec.text("style") == "Chicago":
                return Title(tables.small | tables.prepositions, self._known)
            return Title(tables.small, self._known, loose=_LOOSE)
        if way == "$sentence":
            return Sentence(self.spec.texts("indicators"), self._known)
        if way.startswith("$") and way[1:].isalpha():
            raise self.spec.wrong(
                "match",
                f"{self.spec.id}: expected $title, $sentence, $lower, $upper or a pattern after `match`, found {way}",
            )
        return lambda text: way

    @cached_property
    def _listed(self) -> list[str]:
        """Exceptions, and accepted words where those count."""
        return [*self.spec.texts("exceptions"), *(self.house.accepted if self.spec.flag("vocab", True) else ())]

    @cached_property
    def _known(self) -> Known:
        return Known(self._listed, lambda text: self.compiled(text, "exceptions"))

    def _counted(self) -> str:
        """The pattern of what counts as a word."""
        longest_first = sorted(self._listed, key=lambda term: -len(term.encode()))
        return f"{TEMPLATE % '|'.join(longest_first)}|{WORD}" if longest_first else WORD

    def alerts(self, block: Block, found: Sequence[Sequence[Found]], memory: Memory) -> Iterator[Alert]:
        """An alert on a block that is written in another way."""
        text = block.text
        expected = self._expected(text)
        if not self._is_fine(text, expected, found):
            instead = suggestions(self.spec.action, text)
            if self.spec.action[0] == "replace" and not instead and self._way in ("$title", "$sentence"):
                instead = (expected,)
            yield Alert(0, len(text), text, self.say(_shown(text), _shown(expected)), instead)

    def _expected(self, text: str) -> str:
        """A text as it should be written."""
        if self._prefix and self._way in ("$title", "$sentence") and (m := self._prefix.match(text)):
            return m[0] + (self._converted(text[m.end() :]) if m.end() < len(text) else "")
        return self._converted(text) if text else text

    def _is_fine(self, text: str, expected: str, found: Sequence[Sequence[Found]]) -> bool:
        """Whether a text is written as it should be, or nearly so."""
        if self._way in ("$title", "$sentence"):
            return self._share(text, expected) >= self._least
        if found:
            return bool(found[0]) or self.is_exception(text)
        return text == expected or self.is_exception(text)

    def _share(self, text: str, expected: str) -> float:
        """How many of a text's words are as expected, of 1; none where the first word of a sentence is far off."""
        wanted = _found(self._words, expected)
        words = _found(self._words, text)
        right, title = 0, self._way == "$title"
        for n, word in enumerate(words):
            if n >= len(wanted) or word == wanted[n] or self.is_exception(word) or (title and word == raised(word)):
                right += 1
            elif n == 0 and not title and word != each_capitalized(lowered(word)):
                return 0
        return right / len(words) if words else 1


def _found(pattern: re.Pattern[str], text: str) -> list[str]:
    return [m[0] for m in pattern.finditer(text)]


def _shown(text: str) -> str:
    """A text for a message: a whole story has no place there."""
    return text if len(text) <= _SHOWN else text[:_SHOWN].rstrip() + "…"
