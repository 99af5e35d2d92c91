"""Agency stories that do not say where they were reported."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.dates.datelines import dateline
from newslint.analyses.dates.places import AGENCIES
from newslint.base.lazy import pattern
from newslint.model.finding import Finding, Severity
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story
from newslint.words.tables import any_of, phrases


def _agencies() -> str:
    """The pattern of agencies' names as bylines give them; the short ones must be written as they are."""
    names = [name for named in AGENCIES.values() for name in phrases(named)]
    long = any_of([name for name in names if len(name) > SHORT])
    return rf"\b(?:(?i:{long})|{any_of([name for name in names if len(name) <= SHORT])})\b"


SHORT = 5  # letters
_AGENCY = pattern(_agencies)
_WITHOUT = ("opinion", "interview", "live", "list", "review", "obituary", "letters", "recipe", "poem")
_OPENING = pattern(r"(?:\S+\s+){0,5}\S+")


class MissingDateline(Rule):
    """A dateline tells readers where the reporter was; in agency copy it is often lost on the way to the page."""

    id = "missing-dateline"
    topic = "structure"
    finds = "A story without a dateline"
    severity = "note"
    confidence = "high"
    message = "this story has no dateline: where was it reported?"
    axis = "dateline"
    forms = ("required", "optional")
    in_quotes = "both"
    examples = (
        Bad(
            "---\ntitle: Bridge\nauthor: Associated Press\n---\n\n[[The old bridge closed on Monday]] at noon.",
            format="markdown",
            message="this Associated Press story has no dateline: where was it reported?",
        ),
        Bad("[[The old bridge closed on Monday]] after a flood.", kind="wire"),
        Bad("[[The old bridge closed on Monday]] after a flood.", style={"dateline": "required"}),
        Good("FLINT, Mich. — The old bridge closed on Monday.", style={"dateline": "required"}),
        Good(
            "---\ntitle: Bridge closes\nauthor: Associated Press\n---\n\nFLINT, Mich. (AP) — The old bridge closed.",
            format="markdown",
        ),
        Good(
            "---\ntitle: Bridge closes\nauthor: Associated Press\n---\n\nThe old bridge closed on Monday.",
            format="markdown",
            style={"dateline": "optional"},
        ),
        Good(
            "---\ntitle: Bridge closes\nauthor: Ana Silva\n---\n\nThe old bridge closed on Monday, the AP said.",
            format="markdown",
            note="no agency's own story",
        ),
        Good("The old bridge closed on Monday after a flood.", kind="opinion", style={"dateline": "required"}),
    )
    evidence = Evidence(
        stories=1922,
        hits=0,
        wrong=0,
        cases=40,
        found=34,
        on="agency stories whose dateline was cut and whose byline names the agency",
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """At most one finding, at the first words of the body: a note, or an error where datelines are asked for."""
        wanted = self.style.get("dateline", "")
        if wanted == "optional" or story.genre in _WITHOUT:
            return
        required = wanted == "required" or story.genre == "wire"
        agency = "" if required else _agency(story)
        first = next(story.of("body"), None)
        if first is None or not (required or agency) or story.get(dateline):
            return
        opening = _OPENING.match(first.text)
        place = first.to_source(0, opening.end() if opening else len(first.text))
        if required:
            severity: Severity = "error" if self.severity == "note" else self.severity
            yield self.finding(place, "this story needs a dateline: where was it reported?", severity=severity)
        else:
            yield self.finding(place, f"this {agency} story has no dateline: where was it reported?")


def _agency(story: Story) -> str:
    """The agency that a byline names, as it names it."""
    for zone in story.of("byline"):
        found = _AGENCY.search(zone.text)
        if found:
            return found[0]
    return ""
