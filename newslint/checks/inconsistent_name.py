"""One person's name spelled two ways in one story."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.finding import Finding
from newslint.rule import Bad, Good, Rule
from newslint.story import Story


class InconsistentName(Rule):
    """A name spelled two ways tells readers that one of them is wrong."""

    id = "inconsistent-name"
    topic = "names"
    message = "this name is spelled another way elsewhere in the story"
    in_quotes = "both"
    examples = (
        Bad("Volodymyr ((Zelenskyy)) spoke. [[Zelensky]] then left."),
        Good("Volodymyr Zelenskyy spoke. Zelenskyy then left."),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each person."""
        yield from ()
