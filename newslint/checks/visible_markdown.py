"""Signs of Markdown that readers see, for it does not take them for bold or a link: “**Prices:**They fell”."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from newslint.analyses.text.scanning import ScanHit, scan
from newslint.base.lazy import pattern
from newslint.base.text import Span
from newslint.model.finding import Confidence, Finding, Related
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story

# By what it begins with, which is found fast.
_FORMS = {
    "](": pattern(r"\]\("),
    "] (http": pattern(r"\] \(https?://"),
    "**": pattern(
        r"\*\*(?<![*\\]\*\*)(?!\*)(?:(?=[A-Z][\w’']*[ .:,—–-])|(?=[a-z]+ )(?<![^\W\d_]\*\*)|(?<=[a-z]{2}[.,:;!?]\*\*)"
        r"|(?<=[a-z]{2}[”—–]\*\*)|(?<=[a-z]{3}\*\*)(?=[ .,:;!?—–]|$))"
    ),
    "_": pattern(r"_(?:(?<![^\n]_)(?=[A-Z][a-z’']* [a-z])|(?<=[a-z]{2}[.!?]_)(?![\w_]))"),
}
_LINK, _BOLD, _SLANTED = (
    "readers see these signs: Markdown does not take this for a link",
    "readers see “**”: Markdown does not take it for bold here",
    "readers see “_”: Markdown does not take it for italics here",
)
_SAID = {"](": _LINK, "] (http": _LINK, "**": _BOLD, "_": _SLANTED}
_TEMPLATE = pattern(r"\{%[^{}\n]{0,200}%\}|\{\{[^{}\n]{0,200}\}\}")
_LONGEST = 200  # letters of a link's text or address that are marked
_FARTHEST = 3000  # letters before a sign in which its block may begin
MOST_PLACES = 40  # of one story that are told


class VisibleMarkdown(Rule):
    """A space or a mark in the wrong place, and the page shows stars and addresses in the middle of the text."""

    id = "visible-markdown"
    topic = "integrity"
    finds = "Signs of Markdown that readers see, such as “**” without its partner"
    severity = "warning"
    confidence = "high"
    message = "readers see these signs: Markdown does not take them for markup"
    zones = ("headline", "deck", "caption", "subhead", "body", "list", "note", "table", "quote-block")
    in_quotes = "both"
    when = {"format": ("markdown",)}
    examples = (
        Bad(
            "It rose.\n\n[[**]]Prices:((**))They fell.\n",
            format="markdown",
            message="readers see “**”: Markdown does not take it for bold here",
        ),
        Bad("It rose, and [[**]]prices ((**))fell in May.\n", format="markdown"),
        Bad(
            "See [[[the list](https://example.org/a b)]] there.\n",
            format="markdown",
            message="readers see these signs: Markdown does not take this for a link",
        ),
        Bad("See [[[the list] (https://example.org)]] there.\n", format="markdown"),
        Bad("[[_]]She wrote the first book on mills. _ It sold well.\n", format="markdown"),
        Good(
            "It **rose** and _fell_, see [the list](https://example.org), `a**b` and 2\\*\\*3.\n", format="markdown"
        ),
        Good("See [the list]({% link a b %}) and [it]({{ site.url }}/a b), \\*\\*Note.\n", format="markdown"),
        Bad("It rose.\n\n<td>[[**]]Price:((**))</td>\n", format="markdown", note="low: tags stand round it"),
        Good("The f**k it was, said she, and x**2 in the _posts folder.\n", format="markdown"),
        Good("It **rose.", note="a plain text has no such markup"),
    )
    evidence = Evidence(stories=3849, hits=108, wrong=3)

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each kind of sign, at the first; another where a block of tags holds them."""
        text = story.prose.text
        for sign, form in _FORMS.items():
            if sign not in text:
                continue
            # A deck may be set as Markdown, or not.
            typed = (hit for hit in scan(story, form, self.zones) if not hit.zone.field and _stands_so(story, hit))
            hits = [*islice(typed, MOST_PLACES)]
            for sure in (True, False):
                if spans := [_whole(story, hit, sign) for hit in hits if _is_sure(story, hit, sign) is sure]:
                    related = [Related(span, "here too") for span in spans[1:]]
                    confidence: Confidence | None = None if sure else "low"
                    yield self.finding(spans[0], _SAID[sign], related=related, confidence=confidence)


def _stands_so(story: Story, hit: ScanHit) -> bool:
    """Whether signs are typed as readers see them, and no template fills in the address behind them."""
    source, span = story.source.text, hit.span
    if source[span.start : span.end] != hit.text or source[span.start - 1 : span.start] == "\\":
        return False
    if not source.startswith("{", span.end):
        return True
    end = source.find("\n", span.end, span.end + _FARTHEST)
    return source.find(")", span.end, end) < 0 <= end


def _is_sure(story: Story, hit: ScanHit, sign: str) -> bool:
    return (sign != "**" or hit.zone.text.count(sign) > 1) and not _is_tagged(story, hit.span.start)


def _is_tagged(story: Story, at: int) -> bool:
    """Whether a block of tags holds a place, where one Markdown reads marks and another does not."""
    source = story.source.text
    start = source.rfind("\n\n", max(0, at - _FARTHEST), at)
    return source[start + 2 : at].lstrip(" \t\n>").startswith("<")


def _whole(story: Story, hit: ScanHit, sign: str) -> Span:
    """The place of a sign; of a link, from its first bracket to its last, or to the end of a template."""
    text, start, end = hit.zone.text, hit.start, hit.end
    if "]" not in sign:
        return hit.span
    opening = max(text.rfind(mark, max(0, start - _LONGEST), start) for mark in "[]\n")
    closing = text.find(")", end, end + _LONGEST)
    if opening >= 0 and text[opening] == "[":
        start = opening
    if closing >= 0 and "\n" not in text[end:closing]:
        end = closing + 1
    span = hit.zone.to_source(start, end)
    template = _TEMPLATE.match(story.source.text, hit.span.end)
    return Span(span.start, max(span.end, template.end())) if template else span
