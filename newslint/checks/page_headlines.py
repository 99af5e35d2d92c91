"""A page whose headline has another figure than the headline it is shared and listed under."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.base.lazy import pattern
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Good, Rule
from newslint.model.story import Story, Zone

# A figure and the word behind it, which says what is counted.
_FIGURE = pattern(r"(?<![\w.,])(?P<figure>\d+(?:[.,]\d+)*)(?P<sign>%?)[\s-]+(?P<of>[^\W\d_]{3,})")
_PAGE = (  # of the examples
    '<html><meta property="og:title" content="{shared}"><article><h1>{shown}</h1><p>The flood reached the town of '
    "Ely on Monday morning, the mayor said, and people were taken to the hall in three boats.</p></article>"
    "</html>"
)


class PageHeadlines(Rule):
    """A toll or a score rose, and the headline that search and social pages show was not changed with the other."""

    id = "page-headlines"
    topic = "metadata"
    finds = "A figure in a page's headline that is another in the headline it is shared under"
    severity = "warning"
    confidence = "medium"
    default = False  # too few pages with such figures are at hand to say how often it is right
    message = "the other headline of this page has another figure"
    when = {"format": ("html",)}
    in_quotes = "both"
    examples = (
        Bad(
            _PAGE.format(
                shared="Flood in Ely leaves [[12]] dead", shown="Flood in Ely leaves ((14)) dead, mayor says"
            ),
            format="html",
            message="“12 dead” here, but the page shows “14 dead”",
        ),
        Bad(
            _PAGE.format(shared="Prices rise [[3.4]]% after flood", shown="Prices rise ((3.9))% after flood"),
            format="html",
        ),
        Good(
            _PAGE.format(shared="Flood in Ely leaves 14 dead", shown="14 dead and 3 missing after flood in Ely"),
            format="html",
        ),
        Good(
            _PAGE.format(shared="12 dead and 3 dead dogs", shown="3 dead dogs, 12 dead people"),
            format="html",
            note="two counts of one word",
        ),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each such figure of a headline that the page does not show."""
        headlines = list(story.of("headline"))
        shown = next((zone for zone in headlines if not zone.field), None)
        counted = _figures(shown) if shown else {}
        for zone in headlines if counted else ():
            for word, (start, end) in _figures(zone).items() if zone.field else ():
                figure, other = zone.text[start:end], counted.get(word)
                if shown is None or other is None or shown.text[slice(*other)] == figure:
                    continue
                told = shown.text[slice(*other)]
                yield self.finding(
                    zone.to_source(start, end),
                    f"“{figure} {word}” here, but the page shows “{told} {word}”",
                    related=[Related(shown.to_source(*other), "the headline on the page")],
                )


def _figures(zone: Zone) -> dict[str, tuple[int, int]]:
    """Where each figure of a headline stands, by the word behind it; none where two have the same word."""
    found: dict[str, tuple[int, int]] = {}
    twice = set()
    for m in _FIGURE.finditer(zone.text):
        word = f"{m['sign']} {m['of'].casefold()}".strip()
        twice.update({word} & found.keys())
        found[word] = m.span("figure")
    return {word: place for word, place in found.items() if word not in twice}
