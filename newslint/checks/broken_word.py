"""A word that a line's end has broken in two: “infor- mation”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.analyses.quotes.quotes import quoted
from newslint.analyses.text.scanning import ScanHit, scan
from newslint.base.lazy import pattern, source_of
from newslint.model.finding import Edit, Finding, Fix
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story
from newslint.words.spelling import english
from newslint.words.tables import Compounds

_BROKEN = pattern(r"-[ \n](?<=[a-z][a-z]-[ \n])(?=[a-z]{2})")
_BEFORE = pattern(r"[A-Za-z]?[a-z]{1,20}$")
_BEHIND = pattern(r"[a-z]{2,20}(?![\w’'-])")
_LEAST = 2  # the level of a word that is one
_MOST = 2  # that of a part that may not stand by itself


class BrokenWord(Rule):
    """It comes from a page set in columns: the hyphen stood at the end of a line that ends elsewhere now."""

    id = "broken-word"
    topic = "integrity"
    finds = "A word broken at the end of a line that ends elsewhere now (“infor- mation”)"
    severity = "warning"
    confidence = "medium"
    message = "a word broken in two"
    zones = ("headline", "deck", "caption", "subhead", "body", "list", "note", "quote-block")
    in_quotes = "both"
    when = {"language": ("en",)}
    examples = (
        Bad(
            "They asked for more [[infor- mation]] on it.",
            fixed="They asked for more information on it.",
            message="“infor- mation” was broken at a line's end: “information”",
        ),
        Bad("“More [[infor- mation]] will come,” she said.", note="told, but what is quoted is not changed"),
        Good("The pre- and post-war mills, two- or three-year terms, and a mid- to late-season game."),
        Good("The well- known mill, and a man- made one.", note="both parts are words: another slip"),
    )

    evidence = Evidence(
        stories=3849, hits=21, wrong=0, cases=60, found=57, on="words of edited stories broken in two"
    )

    @classmethod
    def gate(cls) -> Sequence[str]:
        """A hyphen with a space behind it."""
        return (source_of(_BROKEN),)

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each place."""
        prose = story.prose.text
        if not _BROKEN.search(prose):
            return
        for hit in scan(story, _BROKEN, self.zones):
            before = _BEFORE.search(hit.zone.text, max(0, hit.start - 21), hit.start)
            behind = _BEHIND.match(hit.zone.text, hit.end)
            if before and behind and _is_broken(before[0], behind[0]):
                yield self._found(story, hit, before.start(), behind.end(), before[0] + behind[0])

    def _found(self, story: Story, hit: ScanHit, start: int, end: int, whole: str) -> Finding:
        span = hit.zone.to_source(start, end)
        shown = " ".join(hit.zone.text[start:end].split())
        fixed = not story.get(quoted).meet(span)
        fixes = (Fix(f"Write “{whole}”", (Edit(hit.span, ""),), "offer"),) if fixed else ()
        return self.finding(span, f"“{shown}” was broken at a line's end: “{whole}”", fixes=fixes)


def _is_broken(before: str, behind: str) -> bool:
    """Whether two parts make a common word, and one of them none."""
    first, last = before.lower(), behind.lower()
    if last in Compounds.of().glue or last in ("to", "or", "but", "than"):
        return False
    words = english()
    return words.level(first + last) >= _LEAST and min(words.level(first), words.level(last)) < _MOST
