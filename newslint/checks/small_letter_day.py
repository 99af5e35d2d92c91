"""A day or a month without its capital: “on sunday”."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from newslint.analyses.quotes.quotes import quoted
from newslint.analyses.text.words import places, words
from newslint.model.finding import Edit, Finding, Fix
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story
from newslint.words.tables import Calendar

_ROLES = ("headline", "deck", "caption", "subhead", "body", "list", "note", "alt")
_ALSO_WORDS = frozenset(("march", "may", "august"))


class SmallLetterDay(Rule):
    """English writes days and months with a capital; “March”, “May” and “August” are also words and left alone."""

    id = "small-letter-day"
    topic = "language"
    finds = "A day or a month without its capital, such as “on sunday”"
    severity = "warning"
    confidence = "medium"
    message = "this takes a capital"
    zones = _ROLES
    examples = (
        Bad(
            "The mill shut on [[sunday]], the first of [[october]].",
            fixed="The mill shut on Sunday, the first of October.",
            message="“sunday” takes a capital",
        ),
        Good("The mill shut on Sunday and opens in May. The march is in august company; it may rain."),
        Good("Read example.org/news/sunday-mill, ask desk@sunday.example and look for #sunday or fourth-of-july."),
        Good("“We met on sunday,” she wrote."),
    )
    evidence = Evidence(stories=3849, hits=15, wrong=0)

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each place."""
        if story.language != "en":
            return
        prose = story.prose.text
        small = [word for word in story.get(words) & _days() if word in prose]
        for word in sorted(small):
            for hit in places(story, word, frozenset(_ROLES)):
                text = hit.zone.text
                beside = text[hit.start - 1 : hit.start] + text[hit.end : hit.end + 1]
                if "-" not in beside and not story.get(quoted).meet(hit.span):
                    right = hit.text.capitalize()
                    fix = Fix(f"Write “{right}”", (Edit(hit.span, right),), "offer")
                    yield self.finding(hit.span, f"“{hit.text}” takes a capital", fixes=(fix,))


@cache
def _days() -> frozenset[str]:
    """The names of days and months in small letters."""
    tables = Calendar.of()
    return frozenset(row[0].lower() for row in (*tables.months, *tables.weekdays)) - _ALSO_WORDS
