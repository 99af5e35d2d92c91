"""A headline that comes again as the first line of the copy."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.base.lazy import pattern
from newslint.model.finding import Finding, Fix, Related, deletion
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story

_WORD = pattern(r"[^\W_]+")
_LEAST = 3  # words


class HeadlineAgain(Rule):
    """The page sets the headline by itself: below it the same words stand twice."""

    id = "headline-again"
    topic = "duplication"
    finds = "A headline that comes again as the first line or heading of the copy"
    severity = "warning"
    confidence = "high"
    message = "the headline comes again here: delete this line"
    in_quotes = "both"
    examples = (
        Bad(
            "---\ntitle: ((Old mill opens as museum))\n---\n\n# [[Old mill opens as museum]]\n\nIt opened.\n",
            format="markdown",
            fixed="---\ntitle: Old mill opens as museum\n---\n\nIt opened.\n",
        ),
        Bad(
            "---\ntitle: ((Old mill opens as museum))\n---\n\n[[Old Mill Opens as Museum.]]\n\nIt opened.\n",
            format="markdown",
            fixed="---\ntitle: Old mill opens as museum\n---\n\nIt opened.\n",
        ),
        Bad(
            "((Old mill opens as museum))\n\n[[Old mill opens as museum]]\n\n"
            "The old mill by the river opened as a museum on Monday after three years of work, the town said.\n",
            format="plain",
            fixed="Old mill opens as museum\n\n"
            "The old mill by the river opened as a museum on Monday after three years of work, the town said.\n",
        ),
        Good(
            "---\ntitle: Old mill opens as museum\n---\n\nThe old mill opens as a museum on Monday.\n",
            format="markdown",
        ),
        Good("# Old mill opens as museum\n\nIt opened on Monday.\n", format="markdown"),
        Good("---\ntitle: Weather\n---\n\n# Weather\n\nIt rained.\n", format="markdown", note="one word"),
    )

    evidence = Evidence(
        stories=3849, hits=24, wrong=0, cases=60, found=60, on="the headline set above the copy of posts"
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """At most one finding, at the line."""
        headline = next(story.of("headline"), None)
        if headline is None:
            return
        words = _words(headline.text)
        if len(words) < _LEAST:
            return
        below = (
            zone
            for zone in story.zones
            if zone.span.start > headline.span.start
            and not zone.field
            and zone.role not in ("chrome", "alt", "credit")
        )
        for n, zone in enumerate(below):
            if n > 2:
                return
            if "](" in story.source.text[zone.span.start : zone.span.end]:
                continue  # a sentence that gives the link
            if len(zone.text) <= 2 * len(headline.text) and _words(zone.text) == words:
                fix = Fix("Delete this line", (deletion(story.source, zone.span),), "offer")
                yield self.finding(zone.span, related=[Related(headline.span, "the headline")], fixes=(fix,))
                return


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower().replace("’", "'"))
