"""`extends: spelling`: words that stand in no dictionary."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from newslint.base.errors import missing
from newslint.base.lazy import pattern
from newslint.base.schema import show
from newslint.base.typed import Any
from newslint.matcher import TooSlow
from newslint.matcher.heads import Found, Source
from newslint.vale.blocks import Block, Memory
from newslint.vale.dictionaries import EXTRA, BadDictionary, Lexicon, dictionary
from newslint.vale.extensions.base import Alert, Extension, scoped
from newslint.vale.spelling_files import SpellingFiles
from newslint.vale.word_filters import NoFilter, compiled_filters, is_filtered
from newslint.vale.word_tokens import words

_MOST_REMEMBERED = 50_000  # words of which it is known whether they are told of
_LEFT_ALONE = pattern(r"[^a-zA-Z_']|[A-Z][a-z]+[A-Z]+\w+|[A-Z]+\Z", re.A)  # Vale's own filters


class Spelling(Extension):
    """Words that no dictionary has, of which each is an alert unless a filter or a vocabulary lets it pass."""

    name = "spelling"
    # `threshold`, `vocab`, `ignorecase` and `nonword` are taken and change nothing, as in Vale.
    keys = {
        "aff": str, "dic": str, "dicpath": str, "dictionaries": list, "append": bool, "ignore": list,
        "filters": list, "custom": bool, "exceptions": list, "threshold": int, "vocab": bool, "ignorecase": bool,
        "nonword": bool,
    }  # fmt: skip
    idle = False

    def patterns(self) -> Sequence[Source]:
        """None: words are looked up, not looked for. Filters are checked here, to be told of with the file."""
        self._said: dict[str, str] = {}
        self._lexicon: Lexicon | None = None
        try:
            self._filters = compiled_filters(self.spec.texts("filters"))
        except NoFilter as error:
            where = self.spec.where.at("filters", error.number)
            raise where.wrong(f"{self.spec.id}: the filter {show(error.source)} cannot be used: {error}") from None
        return ()

    def make_ready(self) -> None:
        """Load the dictionaries; raises RuleError where one is missing, or spylls is not installed."""
        if self._lexicon is not None:
            return
        files = SpellingFiles(self.spec, self.house)
        try:
            found = []
            for aff, dic in files.pairs():
                try:
                    found.append(dictionary(aff, dic))
                except BadDictionary as error:
                    said = f"{self.spec.id}: the dictionary {show(dic)} cannot be read: {error}"
                    raise self.spec.wrong("dictionaries", said) from None
        except ImportError:
            fault = missing(f"{self.spec.id} needs spylls, which reads dictionaries and is not installed", EXTRA)
            off = f"or switch the rule off: rules: {{{self.spec.id}: off}}"
            raise self.spec.wrong("extends", fault.message, f"{fault.hint}; {off}") from None
        self._lexicon = Lexicon(found, files.listed())

    def alerts(self, block: Block, found: Sequence[Sequence[Found]], memory: Memory) -> Iterator[Alert]:
        """An alert at each word that is told of."""
        text, said = block.text, self._said
        if len(said) > _MOST_REMEMBERED:
            said.clear()
        for start, end, word in words(self._without_phrases(text)):
            told = said.get(word)
            if told is None:
                told = said[word] = self._told(word)
            if told:
                yield Alert(start, end, text[start:end], self.say(told))

    def _told(self, word: str) -> str:
        """A word as an alert names it; nothing where there is none."""
        self.make_ready()
        assert self._lexicon is not None
        word = self._lexicon.converted(word)
        if not self.spec.flag("custom") and _LEFT_ALONE.search(word):
            return ""
        try:
            if is_filtered(self._filters, word):
                return ""
        except TimeoutError:
            raise TooSlow("filters", 1, 1) from None
        if self._lexicon.knows(word) or (self._accepted is not None and self._accepted.search(word)):
            return ""
        return word

    @cached_property
    def _accepted(self) -> Any:
        """What vocabularies accept, and the rule's own exceptions, whatever their case; None for nothing.

        Vale 3.15 reads `exceptions` here and goes by vocabularies alone. Who lists them means them.
        """
        listed = [*self.house.accepted, *self.spec.texts("exceptions")]
        if not listed:
            return None
        return self.compiled("(?i)" + "|".join(rf"\b{scoped(term)}\b" for term in listed), "exceptions")

    @cached_property
    def _phrases(self) -> Any:
        """Those of several words."""
        listed = [*self.house.accepted, *self.spec.texts("exceptions")]
        several = [term for term in listed if " " in term or "\t" in term or "\\s" in term]
        return (
            self.compiled(r"(?i)\b(?:" + "|".join(map(scoped, several)) + r")\b", "exceptions") if several else None
        )

    def _without_phrases(self, text: str) -> str:
        """A text in which words of accepted phrases are blank."""
        if self._phrases is None:
            return text
        return str(self._phrases.sub(lambda m: " " * len(m[0]), text))
