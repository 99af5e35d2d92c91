"""An address with the parameters by which a campaign counts its clicks: utm_source, fbclid."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.text.links import addresses
from newslint.base.lazy import pattern
from newslint.base.text import Span
from newslint.model.finding import Edit, Finding, Fix
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story

_SIGNS = ("utm_", "fbclid=", "gclid=", "mc_cid=", "mc_eid=", "igshid=", "msclkid=", "mkt_tok=", "_hsenc=")
_NAME = (
    r"(?:utm_(?:source|medium|campaign|term|content|id|name|brand)|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|mkt_tok"
    r"|_hsenc|_hsmi)"
)
_ADDRESS = pattern(r"https?://[^\s<>\"'()\[\]|\\]{1,2000}")
_PARAMETER = pattern(rf"(?P<sign>[?&]|&amp;){_NAME}=[^&#\s]*")


class LinkTracking(Rule):
    """They tell somebody's campaign who sent the reader; the same page opens without them."""

    id = "link-tracking"
    topic = "integrity"
    finds = "An address with parameters that count clicks, such as “utm_source=”"
    severity = "warning"
    confidence = "high"
    message = "the address counts clicks for a campaign"
    needs = addresses
    examples = (
        Bad(
            "See [the map](https://port.example.test/map[[?utm_source=news&utm_medium=email]]).",
            format="markdown",
            message="“utm_source=news&utm_medium=email” counts clicks for a campaign: cut it from the address",
        ),
        Bad(
            "It is at https://port.example.test/map?id=4[[&fbclid=Iw3]]#top.",
            fixed="It is at https://port.example.test/map?id=4#top.",
        ),
        Bad(
            "It is at https://port.example.test/map?[[gclid=Iw3&]]id=4.",
            fixed="It is at https://port.example.test/map?id=4.",
        ),
        Good("The parameter utm_source= counts clicks. See https://port.example.test/map?id=4&page=2."),
        Good("See https://port.example.test/utm_source/how-to."),
    )

    evidence = Evidence(
        stories=3849, hits=9, wrong=1, cases=60, found=59, on="such parameters set behind addresses in posts"
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each run of such parameters."""
        text = story.source.text
        if "http" not in text or not any(sign in text for sign in _SIGNS):
            return
        for address in _ADDRESS.finditer(text):
            yield from self._in_address(story, address.start(), address[0])

    def _in_address(self, story: Story, base: int, address: str) -> Iterator[Finding]:
        found = list(_PARAMETER.finditer(address))
        while found:
            run = [found.pop(0)]
            while found and found[0].start() == run[-1].end():
                run.append(found.pop(0))
            start, end = run[0].start(), run[-1].end()
            if address[end - 1 : end] in (".", ",", ";", ":", "!") and end == len(address):
                end -= 1
            said = address[start + len(run[0]["sign"]) : end]
            follows = "&amp;" if address.startswith("&amp;", end) else "&" if address.startswith("&", end) else ""
            if run[0]["sign"] == "?" and follows:
                start, end = start + 1, end + len(follows)
            place = Span(base + start, base + end)
            fix = Fix("Cut it from the address", (Edit(place, ""),), "offer")
            zone = story.zone_at(place.start)
            fixes = (fix,) if zone is None or zone.is_prose(place) else ()
            yield self.finding(
                place, f"“{said[:80]}” counts clicks for a campaign: cut it from the address", fixes=fixes
            )
