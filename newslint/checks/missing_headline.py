"""Stories without a headline, and files without a story."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.dates.datelines import dateline
from newslint.base.lazy import pattern
from newslint.base.text import Span
from newslint.model.finding import Finding
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story

FIRST = 3  # paragraphs of a plain text among which a headline may stand, whatever they were taken for
MOST_WORDS, MOST_CHARACTERS, FEW_WORDS = 25, 170, 15
_OPENING = pattern(r"(?:\S+\s+){0,5}\S+")


# A whole page has a title at least: where one has no headline, it is the copy that a CMS sets below it.
_PARTS = ("fragment", "html")


class MissingHeadline(Rule):
    """Without a headline, a story cannot be found, shared or laid out."""

    id = "missing-headline"
    topic = "structure"
    finds = "A story without a headline"
    severity = "warning"
    confidence = "high"
    message = "the story has no headline"
    in_quotes = "both"
    examples = (
        Bad("---\ndate: 2025-12-02\n---\n\n[[The old bridge closed on Monday]] after a flood.\n", format="markdown"),
        Bad("[[]]", format="plain", message="there is no story in this file"),
        Bad("[[]]\n \n\n", format="markdown", message="there is no story in this file"),
        Good("---\ntitle: Bridge closes\n---\n\nThe old bridge closed on Monday.\n", format="markdown"),
        Bad(
            "[[The old bridge over the river]] closed on Monday after a flood that damaged two of its five piers.\n\n"
            "It will stay closed until engineers have looked at what the water left of them, the mayor said.\n",
            format="plain",
        ),
        Good(
            "Old bridge closes after flood\n\n"
            "The bridge over the river closed on Monday after a flood that damaged two of its five piers.\n",
            format="plain",
        ),
        Good(
            "The Old Bridge Over The River Just Closed And You Will Never Guess What The Mayor Said.\n\n"
            "The bridge over the river closed on Monday after a flood that damaged two of its five piers.\n",
            format="plain",
            note="capitals make it a headline, whatever its length and its full stop",
        ),
        Good(
            "As the bridge turns ninety today, a look at who built it, who paid for it and who still uses it.\n\n"
            "HARBORVIEW, Ohio, Aug. 19 (AP) — The bridge over the river turned ninety on Friday, and the town gave "
            "it a coat of green paint.\n",
            format="plain",
            note="above the dateline stands the headline",
        ),
        Good("The old bridge closed on Monday.", note="a fragment, not a file"),
        Good("<p>The old bridge closed on Monday.</p>", format="html", note="the copy alone, as a CMS has it"),
    )
    evidence = Evidence(stories=2662, hits=1, wrong=1, cases=40, found=35, on="edited stories whose headline was cut")

    def check(self, story: Story) -> Iterator[Finding]:
        """At most one finding, where the story begins."""
        if not story.source.text.strip():
            yield self.finding(Span(0, 0), "there is no story in this file")
            return
        if story.format in _PARTS or any(story.of("headline")):
            return
        if story.format == "plain" and any(_could_be_headline(zone.text) for zone in story.zones[:FIRST]):
            return
        if story.format == "plain" and _stands_above_dateline(story):
            return
        first = next(story.of("body", "list", "quote-block", "caption", "deck", "subhead"), None)
        if first is None:
            yield self.finding(Span(0, 0))
            return
        opening = _OPENING.match(first.text)
        yield self.finding(first.to_source(0, opening.end() if opening else len(first.text)))


def _stands_above_dateline(story: Story) -> bool:
    """Whether a short first paragraph, though it ends in a full stop, stands above the one with the dateline."""
    found = story.get(dateline)
    first = story.zones[0]
    return found is not None and found.zone is not first and len(first.text.split()) <= MOST_WORDS


def _could_be_headline(text: str) -> bool:
    """Whether a paragraph is short, and without a full stop, in capitals, or very short."""
    words = text.split()
    if len(words) > MOST_WORDS or len(text) > MOST_CHARACTERS:
        return False
    if not text.endswith((".", "…")) or len(words) <= FEW_WORDS:
        return True
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return sum(word[0].isupper() for word in long) >= 0.7 * len(long)
