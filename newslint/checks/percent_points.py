"""A change between two percentages told in percent for percentage points: “from 4% to 6%, a 2% rise”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.analyses.text.scanning import scan
from newslint.base.lazy import pattern
from newslint.model.finding import Finding
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story
from newslint.words.tables import Changes, any_of

_PERCENT = r"(?:%| percent\b| per cent\b)"
_NUMBER = r"\d{1,3}(?:\.\d{1,2})?"
_TO = rf"from (?P<first>{_NUMBER})(?:{_PERCENT})?(?: [\w ]{{1,40}}?)? to (?P<last>{_NUMBER}){_PERCENT}"
_FROM_TO = pattern(_TO)  # begins with a word, which is found fast
_CHANGE = pattern(
    lambda: (
        rf"{_TO}[^.;!?\n]{{0,60}}?\b(?:an?|the|of|by) (?P<change>{_NUMBER})(?P<sign>{_PERCENT})"
        rf"(?! ?points?\b)(?=[- ](?:{any_of(Changes.of().nouns)})\b|[,.;)]|$)"
    )
)
_BEFORE = pattern(
    rf"\b(?:by|of|an?|[a-z]+(?:ed|se|ell|ew|ks)) (?P<change>{_NUMBER})(?P<sign>{_PERCENT})(?! ?points?\b),? {_TO}"
)


class PercentPoints(Rule):
    """From 4 percent to 6 is a rise by half; only in points is it two, and readers take the one for the other."""

    id = "percent-points"
    topic = "numbers"
    finds = "Percent for percentage points, as in “from 4% to 6%, a rise of 2%”"
    severity = "warning"
    confidence = "medium"
    message = "these are percentage points"
    zones = ("body", "deck", "caption", "list")
    when = {"language": ("en",)}
    source = "Associated Press on the percent sign, 2019, as told by poynter.org"
    examples = (
        Bad(
            "Support rose from 4% to 6%, a [[2%]] rise.",
            message="“2%”: from 4 to 6 percent are 2 percentage points, and a change of 50 percent",
        ),
        Bad("The jobless rate fell from 9 percent to 7 percent, a drop of [[2 percent]]."),
        Bad("Turnout rose by [[5%]] from 40% to 45%."),
        Good("Support rose from 4% to 6%, a rise of 2 percentage points, or of 50%."),
        Good("Support rose from 4% to 6%. A 2% rise is rare. Turnout rose by 5 points from 40% to 45%."),
        Good("Rents rose from 99% to 100%, a 1% rise.", note="both ways of counting give it"),
    )

    evidence = Evidence(
        stories=3849,
        hits=0,
        wrong=0,
        cases=20,
        found=20,
        on="changes told in percent set behind two percentages in edited stories",
    )

    @classmethod
    def gate(cls) -> Sequence[str]:
        """A change from one percentage to another."""
        return (_TO,)

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each such change."""
        if story.language != "en" or not _FROM_TO.search(story.prose.text):
            return
        for form in (_CHANGE, _BEFORE):
            for hit in scan(story, form, self.zones):
                first, last, change = (float(hit.match[name]) for name in ("first", "last", "change"))
                if (
                    not first
                    or abs(abs(last - first) - change) > 0.05
                    or abs(abs(last - first) / first * 100 - change) < 0.5
                ):
                    continue
                at = hit.match.start("change") - hit.match.start() + hit.start
                end = hit.match.end("sign") - hit.match.start() + hit.start
                whole = abs(last - first) / first * 100
                said = (
                    f"“{hit.zone.text[at:end]}”: from {first:g} to {last:g} percent are {change:g} percentage "
                    f"points, and a change of {whole:.0f} percent"
                )
                yield self.finding(hit.zone.to_source(at, end), said)
