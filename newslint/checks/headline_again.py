"""A headline that comes again as the first line of the copy."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.base.lazy import pattern
from newslint.model.finding import Finding, Fix, Related, deletion
from newslint.model.rule import Bad, Evidence, Good, Option, Rule
from newslint.model.story import Story

_WORD = pattern(r"[^\W_]+")
_LEAST = 3  # words
_REACH = 3  # lines below the headline
_ASIDE = ("chrome", "alt", "credit")


class HeadlineAgain(Rule):
    """The page sets the headline by itself: below it the same words stand twice."""

    id = "headline-again"
    topic = "duplication"
    finds = "A headline that comes again as the first line or heading of the copy"
    severity = "warning"
    confidence = "high"
    message = "the headline comes again here: delete this line"
    in_quotes = "both"
    first_heading = Option(False, "also a heading of the first level, from which some sites make the page's headline")
    examples = (
        Bad(
            "---\ntitle: ((Old mill opens as museum))\n---\n\n## [[Old mill opens as museum]]\n\nIt opened.\n",
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
        Good(
            "---\ntitle: Old mill opens as museum\n---\n\n# Old mill opens as museum\n\nIt opened.\n",
            format="markdown",
            note="some sites make the page's headline from it",
        ),
        Good("# Old mill opens as museum\n\nIt opened on Monday.\n", format="markdown"),
        Good(
            '<html><meta property="og:title" content="Old mill — a museum"><article><h1>Old mill: a museum</h1>'
            "<p>The old mill by the river opened as a museum on Monday after three years of work, the town said.</p>"
            "</article></html>",
            format="html",
            note="the headline that a page is shared under",
        ),
        Good("---\ntitle: Weather\n---\n\n# Weather\n\nIt rained.\n", format="markdown", note="one word"),
    )

    evidence = Evidence(
        stories=3849, hits=16, wrong=0, cases=60, found=60, on="the headline set above the copy of posts"
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """At most one finding, at the line."""
        headline = next(story.of("headline"), None)
        if headline is None:
            return
        longest, start = 2 * len(headline.text), headline.span.start
        aside = (*_ASIDE, "headline") if headline.field else _ASIDE
        below = [
            zone for zone in story.zones if zone.span.start > start and zone.role not in aside and not zone.field
        ]
        near = [zone for zone in below[:_REACH] if len(zone.text) <= longest]
        words = _words(headline.text) if near else []
        for zone in near:
            if zone.level == 1 and not self.first_heading:
                continue
            if len(words) < _LEAST or "](" in story.source.text[zone.span.start : zone.span.end]:
                continue  # a standing title, or a sentence that gives the link
            if _words(zone.text) == words:
                fix = Fix("Delete this line", (deletion(story.source, zone.span),), "offer")
                yield self.finding(zone.span, related=[Related(headline.span, "the headline")], fixes=(fix,))
                return


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower().replace("’", "'"))
