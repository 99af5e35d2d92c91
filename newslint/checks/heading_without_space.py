"""A Markdown heading without the space behind its signs, which readers see as text: “##Prices”."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.base.lazy import pattern
from newslint.base.text import Span
from newslint.model.finding import Edit, Finding, Fix
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story, Zone

_SIGNS = pattern(r"(#{2,6})(?=[^\W\d_][\w’']* ?\w*)")


class HeadingWithoutSpace(Rule):
    """Markdown takes “##Prices” for text, so that the page shows the signs and loses a heading."""

    id = "heading-without-space"
    topic = "integrity"
    finds = "A Markdown heading without the space behind its #, which readers see"
    severity = "warning"
    confidence = "high"
    message = "readers see these signs: put a space behind them"
    zones = ("body",)
    when = {"format": ("markdown",)}
    examples = (
        Bad("It rose.\n\n[[##]]Prices\n\nIt fell.", fixed="It rose.\n\n## Prices\n\nIt fell.", format="markdown"),
        Good("It rose.\n\n## Prices\n\n#OpenNews and issue ##12 of the paper.", format="markdown"),
    )

    evidence = Evidence(stories=3849, hits=14, wrong=0)

    def check_zone(self, story: Story, zone: Zone) -> Iterator[Finding]:
        """One finding for each line that opens with such signs."""
        found = _SIGNS.match(zone.text) if zone.text.startswith("##") else None
        if found:
            span = zone.to_source(0, found.end(1))
            fix = Fix("Put a space behind the signs", (Edit(Span(span.end, span.end), " "),), "offer")
            yield self.finding(span, f"readers see “{found[1]}”: put a space behind it", fixes=(fix,))
