"""Quotations that nobody is named as saying."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.quotes import quotes
from newslint.finding import Finding
from newslint.rule import Bad, Good, Rule
from newslint.story import Story


class UnattributedQuote(Rule):
    """Readers must be able to tell who said it."""

    id = "unattributed-quote"
    topic = "quotes"
    message = "nobody is named as saying this"
    in_quotes = "both"
    examples = (
        Bad('The river rose. [["We lost everything in an hour."]] The mayor sent boats.'),
        Good('"We lost everything in an hour," said Ana Silva.'),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each quotation without a speaker."""
        for quote in story.get(quotes):
            if quote.status == "unattributed":
                yield self.finding(quote.span)
