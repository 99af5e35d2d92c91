"""A small word written twice: “the the”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.analyses.text.scanning import COPY
from newslint.base.lazy import pattern
from newslint.matcher import lower
from newslint.model.finding import Edit, Finding, Fix
from newslint.model.rule import Bad, Evidence, Good, KnownFalse, Rule
from newslint.model.story import Story, Zone
from newslint.words.tables import Doubles, any_of

_WORDS = Doubles.of().words
# Led by a space and never giving back letters: a fifth of the time of \b and a plain +.
_TWICE = pattern(r" ([a-z]++) {1,2}+\1\b")
# The same in one byte a letter, which is read twice as fast: it finds a few pairs that are none, but misses none.
_MAY_BE_TWICE = pattern(r" ([a-z]{1,6}+) {1,2}+\1(?![a-z])")
_BYTES = bytes(32 if c in b'\n\xa0"?' else c + 32 if 65 <= c <= 90 else c for c in range(256))
_HYPHEN = pattern(r"[-‐‑–’'][A-Za-z]")
_NAMED = pattern(r" [A-Z\d]")
_NOUN = pattern(r" (?:[A-Z\d]|the\b|a\b|this\b|last\b|next\b|years\b)")
_PHRASAL = {"in": _NOUN, "on": _NOUN, "for": _NOUN, "by": _NAMED, "with": _NAMED, "at": _NAMED, "about": _NAMED}
# “settled in in May”, “logged on on Monday”, “paid for for years”: the first belongs to the verb.
_VERB = pattern(lambda: rf"\b(?:\w+(?:ed|ing)|{any_of(Doubles.of().before)})[ -]$")
_CLAUSE = pattern(r" (?:the|a|an|it|he|she|they|we|there)\b")  # “said that that it needs”: the second is one too many
_SAYS_WHAT = pattern(
    r"\b(?:(?:what|where|who|how|why|all|which)\b[^.,;:!?]{0,40}|it|that|this) $",
    re.IGNORECASE,
)
_SENTENCE_STARTS = pattern(r"(?:^|[.?!…:\n]|[.?!]?[”\"’']) ?[“\"‘']?$")


class RepeatedWord(Rule):
    """A word typed twice is a slip that every reader notices."""

    id = "repeated-word"
    topic = "language"
    finds = "A word typed twice in a row"
    severity = "warning"
    confidence = "high"
    message = "this word is repeated"
    zones = COPY
    in_quotes = "both"
    examples = (
        Bad("They left [[the the]] house.", fixed="They left the house.", message="“the” is repeated"),
        Bad("[[The the]] house stood empty.", fixed="The house stood empty."),
        Bad("She spoke [[to\u00a0to]] him.", fixed="She spoke to him."),
        Bad("The firm said [[that that]] it needs more."),
        Bad("Nobody talked [[about about]] the goal, and his low rating [[is is]] a danger."),
        Good("He knew that that was right, and he had had enough."),
        Good("The money has gone in in-fighting."),
        Good("Guests who logged on on Monday settled in in May.", note="each belongs to another word"),
        Good("What it is is a disgrace.", note="a clause ends on the first"),
        Good("The The play tonight, and Will will sing. Plan A a year later."),
        Good('He called it the "the world\'s greatest" prize.'),
        Good("Il a a peine fini.", language="fr"),
        Good("The house they paid for for years is gone."),
        Bad("It was [[in in]] a cold remedy that he drank in Lievin [[on on]] Saturday."),
        KnownFalse("The plan they fell [[for for]] years was dropped."),
    )
    evidence = Evidence(
        stories=1922, hits=20, wrong=0, cases=80, found=79, on="small words typed twice in edited stories"
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each pair; the fix takes the second out."""
        prose = story.prose
        if story.language != "en" or not _may_be_twice(prose.text):
            return
        for match in _TWICE.finditer(_shadow(prose.text)):
            word, start, end = match[1], match.start(), match.end() - 1  # the shadow is one space ahead
            held = prose.zone_of(start, end) if word in _WORDS else None
            if held and held[0].role in self.zones:
                zone, at = held
                start, end = start - at, end - at
                typed = (
                    zone.text[end - len(word) : end] == word
                    and zone.text[start + len(word) : end - len(word)].isspace()
                )
                if typed and not _is_meant(zone.text, start, end, word):
                    yield self._found(zone, start, end, word)

    def _found(self, zone: Zone, start: int, end: int, word: str) -> Finding:
        second = zone.to_source(start + len(word), end)
        fix = Fix(f"Delete the second “{word}”", (Edit(second, ""),))
        return self.finding(zone.to_source(start, end), f"“{word}” is repeated", fixes=(fix,))


def _may_be_twice(text: str) -> bool:
    """Whether a word may stand twice in a row; what Latin-1 does not know (“) is taken for a space."""
    low = text.encode("latin-1", "replace").translate(_BYTES).decode("latin-1")
    return _MAY_BE_TWICE.search(" " + low) is not None


def _shadow(text: str) -> str:
    """The text with one space before it, in lower case, blanks and quotation marks all as spaces."""
    for mark in '\n\u00a0“‘"':
        text = text.replace(mark, " ")
    return " " + lower(text)


def _is_meant(text: str, start: int, end: int, word: str) -> bool:
    """Whether the words around give each of the two its own place."""
    if _HYPHEN.match(text, end):
        return True
    if text[start].isupper() and not _SENTENCE_STARTS.search(text, max(0, start - 4), start):
        return True  # “Plan A a year later”, “Will will sing”
    if word == "that":
        return not _CLAUSE.match(text, end)
    if word in _PHRASAL and _PHRASAL[word].match(text, end) and _VERB.search(text, max(0, start - 16), start):
        return True
    return word in ("is", "was", "are") and bool(_SAYS_WHAT.search(text, max(0, start - 60), start))
