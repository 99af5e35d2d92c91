"""A first heading in the copy that is another headline than the metadata has."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.base.lazy import pattern
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Good, Option, Rule
from newslint.model.story import Story

_WORD = pattern(r"[^\W_]+")
_LEAST = 3  # words of either


class TitleAndHeading(Rule):
    """Lists and search show one headline, the page another: one of the two is that of an earlier version."""

    id = "title-and-heading"
    topic = "metadata"
    finds = "A first heading in the copy that is another headline than the metadata has"
    severity = "note"
    confidence = "medium"
    default = False
    message = "the metadata has another headline"
    when = {"format": ("markdown",)}
    in_quotes = "both"
    share = Option(0.5, "the share of its words that the heading must have in common with the title", minimum=0.0)
    examples = (
        Bad(
            "---\ntitle: ((Old mill opens as museum))\n---\n\n# [[Council spends more on the river]]\n\nIt did.\n",
            format="markdown",
            message="“Council spends more on the river”, but the title is “Old mill opens as museum”",
        ),
        Good(
            "---\ntitle: Old mill opens as museum\n---\n\n# Old mill by the river opens as a museum\n\nIt did.\n",
            format="markdown",
        ),
        Good("---\ntitle: Old mill opens as museum\n---\n\n## What it cost the town\n\nMuch.\n", format="markdown"),
        Good(
            "---\ntitle: Old mill opens as museum\n---\n\nIt did.\n\n# What it cost the town\n\nMuch.\n",
            format="markdown",
        ),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """At most one finding, at a heading of the first level that the copy begins with."""
        if not story.metadata:
            return
        headline = next((zone for zone in story.of("headline") if zone.field), None)
        first = next((zone for zone in story.zones if not zone.field), None)
        if headline is None or first is None or first.role not in ("subhead", "headline") or first.level > 1:
            return
        words, told = _WORD.findall(headline.text.lower()), _WORD.findall(first.text.lower())
        if min(len(words), len(told)) >= _LEAST and len({*words} & {*told}) < self.share * len({*told}):
            said = f"“{first.text[:60]}”, but the title is “{headline.text[:60]}”"
            yield self.finding(
                first.to_source(0, len(first.text)), said, related=[Related(headline.span, "the title")]
            )
