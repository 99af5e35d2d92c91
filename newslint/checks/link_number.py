"""A number in the words of a link that is not the number in its address: “[#481](…/issues/418)”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.analyses.text.scanning import COPY
from newslint.base.lazy import pattern
from newslint.base.text import Span
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story

_ADDRESS = pattern(r"\]\(<?(?P<address>https?://[^\s()<>]{1,300})")
_WORDS = 60  # code points of a link's words that are looked at
# Each with the same number in addresses.
_KINDS = (
    (
        pattern(r"(?i)(?:[\w./-]*#|(?:pr|pull request|issue|bug|ticket|gh)[ #-]{1,2})(?P<number>\d{2,7})$"),
        pattern(r"/(?:issues?|pulls?|merge_requests|tickets?|bugs?)/(\d{2,7})\b|show_bug\.cgi\?id=(\d{2,7})\b"),
    ),
    (pattern(r"(?i).*?\b(?P<number>CVE-\d{4}-\d{4,7})$"), pattern(r"(?i)\b(CVE-\d{4}-\d{4,7})\b")),
    (
        pattern(r".*?(?<![\w.])v?(?P<number>\d{1,4}(?:\.\d{1,4}){1,3})$"),
        pattern(r"(?<![\d.])(\d{1,4}(?:\.\d{1,4}){1,3})(?![\d.]*\d)"),
    ),
)


class LinkNumber(Rule):
    """Readers who follow the link come to another issue or release than the one they read of; one was copied."""

    id = "link-number"
    topic = "numbers"
    finds = "A number in a link's words that is not the one in its address, such as a version"
    severity = "warning"
    confidence = "medium"
    message = "the link's address has another number"
    zones = COPY
    when = {"format": ("markdown",)}
    examples = (
        Bad(
            "It is mended: [tool#[[481]]](https://example.org/tool/issues/((418))/).",
            format="markdown",
            message="“481” leads to 418: which number is right?",
        ),
        Bad(
            "* [Tern [[5.25.5]]](https://example.org/tern/((5.23.5))/) is out\n\nIt is new.\n",
            format="markdown",
        ),
        Bad("See [the flaw [[CVE-2021-10931]]](https://example.org/detail/((CVE-2021-10930))/).", format="markdown"),
        Good(
            "[Tern 5.25](https://example.org/tern/5.25.1/), [Tern 5.25.6](https://example.org/tern/5.25.0/) and "
            "[what is new in 5.3.2](https://example.org/compare/5.3.1...main).",
            format="markdown",
        ),
        Good("[Proposal #49](https://example.org/pull/3220) is in.", format="markdown"),
        Good("[#48](https://example.org/tool/issues/4120) is item 48 of a list.", format="markdown"),
        Good("[#481](https://example.org/tool/issues/481) and [No. 12](https://example.org/13).", format="markdown"),
    )

    evidence = Evidence(
        stories=3849, hits=4, wrong=0, cases=212, found=179, on="figures changed in the words of links"
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each such link."""
        text = story.source.text
        at = text.find("](")
        while at >= 0:
            link = _ADDRESS.match(text, at) if text[at - 1 : at].isdigit() else None
            if link:
                yield from self._link(story, link)
            at = text.find("](", at + 2)

    def _link(self, story: Story, link: re.Match[str]) -> Iterator[Finding]:
        text = story.source.text
        opened = text.rfind("[", max(0, link.start() - _WORDS), link.start())
        told = _numbers(text[opened + 1 : link.start()], link["address"]) if opened >= 0 else None
        if told:
            start, at, other = told
            place = Span(opened + 1 + start, link.start())
            zone = story.zone_at(place.start)
            if zone and zone.role in self.zones:
                there = Span(link.start("address") + at, link.start("address") + at + len(other))
                said = f"“{text[place.start : place.end]}” leads to {other}: which number is right?"
                yield self.finding(place, said, related=[Related(there, "the address")])


def _numbers(words: str, address: str) -> tuple[int, int, str] | None:
    """Where the number of a link's words begins; where another stands in the address, and which."""
    for form, in_address in _KINDS:
        read = form.match(words)
        if not read:
            continue
        others = list(in_address.finditer(address, max(address.find("/", len("https://")), 0)))
        number = read["number"].lower()
        if len(others) != 1 or number in address.lower():
            return None
        n = others[0].lastindex or 1
        other = others[0][n]
        if _may_be_one(number, other.lower(), address):
            return None
        return read.start("number"), others[0].start(n), other
    return None


def _may_be_one(number: str, other: str, address: str) -> bool:
    """Whether an address may speak of the same thing: by a shorter version, or without its stops."""
    if re.sub(r"\D", "", number) in re.sub(r"\D", "", address) or ".." in address or "/compare/" in address:
        return True
    if "." not in number:
        return abs(len(number) - len(other)) > 1
    parts, others = number.split("."), other.split(".")
    return len(parts) != len(others) or others[-1] == "0" or sum(map(str.__ne__, parts, others)) != 1
