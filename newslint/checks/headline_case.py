"""A headline in title case where the house has sentence case, or the other way round; or half of each."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.text import Span
from newslint.model.finding import Edit, Finding, Fix
from newslint.model.rule import Bad, Good, Option, Rule
from newslint.model.story import Story, Zone
from newslint.words.spelling import english
from newslint.words.tables import Honorifics

_WORD = pattern(r"[^\W\d_][\w’'-]*")
_OPENS = pattern(r"(?:^|[:.?!–—|“‘\"]\W*| -\W*)$")
_LEAST = 3  # words that may have either case
_SHORTEST = 3  # letters
_MOSTLY = 0.6
_COMMON = 3  # the level of a word that is one


class _Word(NamedTuple):
    """An ordinary word within a headline, and whether it has a capital."""

    start: int
    end: int
    text: str
    capital: bool


class HeadlineCase(Rule):
    """A list of headlines in two cases looks like a list of two papers."""

    id = "headline-case"
    topic = "structure"
    finds = "A headline in title case where the house has sentence case, or the other way round"
    severity = "note"
    confidence = "medium"
    default = False
    message = "the headline is in the other case"
    zones = ("headline",)
    axis = "headline-case"
    forms = ("sentence", "title")
    when = {"language": ("en",)}
    in_quotes = "both"
    subheads = Option(False, "also headings within the copy")
    examples = (
        Bad(
            "---\ntitle: [[Council Closes Old Bridge After Flood]]\n---\n\nThe council voted on Monday.\n",
            format="markdown",
            style={"headline-case": "sentence"},
            message="the headline is in title case; this house writes “Council closes old bridge…”",
        ),
        Bad(
            "---\ntitle: [[Council closes the old bridge in Ostervik]]\n---\n\nThe council voted on Monday.\n",
            format="markdown",
            style={"headline-case": "title"},
            fixed="---\ntitle: Council Closes the Old Bridge in Ostervik\n---\n\nThe council voted on Monday.\n",
        ),
        Good(
            "---\ntitle: Ana Silva and Leo Holm win Tern Prize\n---\n\nThey won on Monday.\n",
            format="markdown",
            style={"headline-case": "sentence"},
        ),
        Good(
            "---\ntitle: Council Closes the Old Bridge\n---\n\nThe council voted on Monday.\n",
            format="markdown",
            style={"headline-case": "title"},
        ),
        Good("---\ntitle: Council Closes Old Bridge\n---\n\nIt voted on Monday.\n", format="markdown"),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each headline in the other case."""
        wanted = self.house(story)
        if not wanted:
            return
        for zone in story.of("headline", *(("subhead",) if self.subheads else ())):
            words = ordinary(zone)
            capitals = [word for word in words if word.capital]
            if len(words) < _LEAST or zone.text.isupper():
                continue
            if wanted == "sentence" and len(capitals) >= _MOSTLY * len(words):
                yield self._title_case(zone, words)
            elif wanted == "title" and len(capitals) < _MOSTLY * len(words):
                edits = tuple(
                    Edit(zone.to_source(word.start, word.start + 1), word.text[0].upper())
                    for word in words
                    if not word.capital
                )
                said = "the headline is in sentence case; this house writes headlines in title case"
                yield self.finding(_span(zone), said, fixes=(Fix("Write it in title case", edits, "offer"),))

    def _title_case(self, zone: Zone, words: list[_Word]) -> Finding:
        text = zone.text
        for word in words:
            text = text[: word.start] + text[word.start].lower() + text[word.start + 1 :]
        shown = " ".join(text.split()[:4])
        return self.finding(_span(zone), f"the headline is in title case; this house writes “{shown}…”")


def _span(zone: Zone) -> Span:
    return zone.to_source(0, len(zone.text))


def ordinary(zone: Zone) -> list[_Word]:
    """The words of a headline that have a capital in title case alone: common ones, not the first, no small ones."""
    found = []
    small, known = Honorifics.of().small_in_titles, english()
    for match in _WORD.finditer(zone.text):
        word = match[0]
        low = word.lower()
        rest = word[1:]
        if low in small or len(word) < _SHORTEST or not rest.islower() or not rest.isalpha():
            continue
        if zone.text[match.start() - 1 : match.start()] == "(" or (
            zone.text[match.end() : match.end() + 2].strip("., ") and zone.text[match.end()] == "."
        ):
            continue
        if _OPENS.search(zone.text, max(0, match.start() - 4), match.start()) or known.level(low) < _COMMON:
            continue
        found.append(_Word(match.start(), match.end(), word, word[0].isupper()))
    return found
