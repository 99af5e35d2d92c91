"""Two headlines in one file: the one in its data, and another above its copy."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.base.lazy import pattern
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Good, Rule
from newslint.model.story import Story

_WORD = pattern(r"[^\W_]+")


class TwoHeadlines(Rule):
    """A correction was made in one of the two: clients print whichever they read."""

    id = "two-headlines"
    topic = "metadata"
    finds = "A headline in an agency's file that is not the one in its data"
    severity = "warning"
    confidence = "medium"
    default = False  # too few files of agencies are at hand to say how often it is right
    message = "the file's data have another headline"
    when = {"format": ("newsml-g2", "newsml-1")}
    in_quotes = "both"
    examples = (
        Bad(
            "<newsItem><contentMeta><headline>((Old mill opens as museum))</headline></contentMeta><contentSet>"
            "<inlineXML><nitf><body><body.head><hedline><hl1>[[Old mill closes as museum]]</hl1></hedline>"
            "</body.head><body.content><p>It did.</p></body.content></body></nitf></inlineXML></contentSet>"
            "</newsItem>",
            format="newsml-g2",
            message="“Old mill closes as museum”, but the file's data have “Old mill opens as museum”",
        ),
        Good(
            "<newsItem><contentMeta><headline>Preview: Old mill opens as museum</headline></contentMeta><contentSet>"
            "<inlineXML><nitf><body><body.head><hedline><hl1>Old mill opens as museum</hl1></hedline></body.head>"
            "<body.content><p>It did.</p></body.content></body></nitf></inlineXML></contentSet></newsItem>",
            format="newsml-g2",
            note="the same with a label",
        ),
        Good(
            "<newsItem><contentMeta><headline>Old mill opens as museum</headline></contentMeta><contentSet>"
            "<inlineXML><nitf><body><body.head><hedline><hl1>Old Mill Opens as Museum</hl1></hedline></body.head>"
            "<body.content><p>It did.</p></body.content></body></nitf></inlineXML></contentSet></newsItem>",
            format="newsml-g2",
        ),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each further headline that says something else."""
        headlines = list(story.of("headline"))
        if not headlines:
            return
        first = headlines[0]
        data = " ".join(_WORD.findall(first.text.casefold()))
        for zone in headlines[1:]:
            told = " ".join(_WORD.findall(zone.text.casefold()))
            if told not in data and data not in told:
                yield self.finding(
                    zone.to_source(0, len(zone.text)),
                    f"“{zone.text[:60]}”, but the file's data have “{first.text[:60]}”",
                    related=[Related(first.span, "the headline in the data")],
                )
