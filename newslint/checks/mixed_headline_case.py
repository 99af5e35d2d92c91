"""A headline in title case in which one word was left small: “How to Write a better Headline”."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.base.lazy import pattern
from newslint.checks.headline_case import ordinary
from newslint.model.finding import Edit, Finding, Fix
from newslint.model.rule import Bad, Evidence, Good, Option, Rule
from newslint.model.story import Story
from newslint.words.tables import Honorifics

_LEAST = 3  # words that may have either case
_MOST_ODD = 1
_PARTS = pattern(r"[:;?!] | [–—-] ?")
_COMMON = 2  # words with capitals that the copy has without


class MixedHeadlineCase(Rule):
    """Either all words of a headline that count have a capital, or none but the first and names."""

    id = "mixed-headline-case"
    topic = "structure"
    default = False
    finds = "A headline in title case with a word left small, such as “How to Write a better Headline”"
    severity = "note"
    confidence = "medium"
    message = "one word of the headline lacks its capital"
    zones = ("headline",)
    when = {"language": ("en",)}
    in_quotes = "both"
    subheads = Option(False, "also headings within the copy")
    examples = (
        Bad(
            "---\ntitle: Council Votes to Close the [[old]] Bridge\n---\n\nThey vote to close a bridge.\n",
            format="markdown",
            fixed="---\ntitle: Council Votes to Close the Old Bridge\n---\n\nThey vote to close a bridge.\n",
            message="“old” is small in a headline whose other words have capitals",
        ),
        Good("---\ntitle: Council votes to close the Old Bridge\n---\n\nIt voted.\n", format="markdown"),
        Good("---\ntitle: Council Votes to Close Bridge With and Without Tolls\n---\n\nIt did.\n", format="markdown"),
        Good("---\ntitle: Sleeping in the Rain with npm and curl at Home\n---\n\nIt did.\n", format="markdown"),
    )

    evidence = Evidence(
        stories=3849,
        hits=8,
        wrong=2,
        cases=60,
        found=50,
        on="a capital taken from a word of a headline in title case",
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each small word."""
        for zone in story.of("headline", *(("subhead",) if self.subheads else ())):
            if not _may_be_mixed(zone.text):
                continue
            words = ordinary(zone)
            odd = [word for word in words if not word.capital]
            if not odd or len(odd) > _MOST_ODD or len(words) - len(odd) < _LEAST:
                continue
            parts = [0, *[part.end() for part in _PARTS.finditer(zone.text)], len(zone.text)]
            first = max(at for at in parts if at <= odd[0].start)
            last = min(at for at in parts if at > odd[0].start)
            if not any(word.capital and first <= word.start < last for word in words):
                continue  # “Report: mayor to speak”
            copy = story.prose.text
            if sum(f" {word.text.lower()}" in copy for word in words if word.capital) < _COMMON:
                continue  # parts of names have capitals in any headline
            for word in odd:
                place = zone.to_source(word.start, word.end)
                right = word.text.capitalize()
                fix = Fix(f"Write “{right}”", (Edit(place, right),), "offer")
                said = f"“{word.text}” is small in a headline whose other words have capitals"
                yield self.finding(place, said, fixes=(fix,))


def _may_be_mixed(text: str) -> bool:
    """Whether most words have a capital, and one or two that may need one have none."""
    words = text.split()
    small = [word for word in words if word.islower() and len(word) > 2]
    if not 0 < len(small) < len(words) - _LEAST:
        return False
    known = Honorifics.of().small_in_titles
    return 0 < sum(word not in known for word in small) <= _MOST_ODD + 1
