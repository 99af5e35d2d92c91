"""A page that shows its readers another date than the one it gives search engines and feeds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date as Date

from newslint.analyses.dates.moments import Moment, dates
from newslint.formats.frontmatter.fields import day_in
from newslint.model.finding import Finding
from newslint.model.rule import Bad, Evidence, Good, Option, Rule
from newslint.model.story import Story

_KEYS = ("datePublished", "dateModified")
_PAGE = (  # of the examples
    '<html><script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "{data}"}}</script><article>'
    "<h1>Mill opens</h1><p><time>{shown}</time></p><p>The mill by the river opened on Monday as a museum, the town "
    "of Ely said, and some three hundred people came to see what it holds.</p></article></html>"
)


class ShownDate(Rule):
    """Readers see one date, searches go by the other: where a page was copied, one of the two is another story's."""

    id = "shown-date"
    topic = "metadata"
    finds = "A date on a page that is neither that of publication nor of change in its data"
    severity = "warning"
    confidence = "medium"
    message = "the page's data give another date"
    when = {"format": ("html",)}
    zones = ("timestamp", "byline")
    needs = dates
    days = Option(2, "how many days the two may lie apart, for zones of time and late publication", minimum=0)
    examples = (
        Bad(
            _PAGE.format(data="2025-03-04T09:00:00Z", shown="Published [[March 14, 2025]]"),
            format="html",
            message="“March 14, 2025” here, but the page's data say 2025-03-04",
        ),
        Good(_PAGE.format(data="2025-03-04T23:00:00Z", shown="5 March 2025"), format="html", note="a zone of time"),
        Good(_PAGE.format(data="2025-04-03", shown="03/04/2025"), format="html", note="the day before the month"),
        Good(_PAGE.format(data="2025-03-04", shown="March 14"), format="html", note="without a year"),
        Good(_PAGE.format(data="0001-01-01", shown="March 14, 2025"), format="html", note="no date at all"),
    )

    evidence = Evidence(
        stories=171, hits=0, wrong=0, cases=99, found=89, on="pages of 131 sites whose data were set forty days later"
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """At most one finding, at the first date that the page shows, where none that it shows is in its data."""
        given = [day for key in _KEYS if (day := day_in(story.metadata.get(key))) and day.year > 1]
        shown = [(moment, days) for moment in story.get(dates) if (days := _days(moment))]
        if not given or not shown:
            return
        if not any(abs((day - other).days) <= self.days for _, days in shown for day in days for other in given):
            moment = shown[0][0]
            yield self.finding(moment.span, f"“{moment.text}” here, but the page's data say {given[0]}")


def _days(moment: Moment) -> list[Date]:
    """The days that a date which a page shows of its story may be."""
    if moment.zone.role not in ("timestamp", "byline"):
        return []
    return [Date(*reading) for reading in moment.readings if reading.year and reading.exists]
