"""Agency stories that do not say where they were reported."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from newslint.analyses.dates.datelines import dateline
from newslint.analyses.dates.places import AGENCIES, ALL_CITIES
from newslint.base.lazy import pattern
from newslint.model.finding import Finding, Severity
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story
from newslint.words.languages import ENGLISH
from newslint.words.tables import Datelines, any_of, phrases


def _agencies() -> str:
    """The pattern of agencies' names as bylines give them; the short ones must be written as they are."""
    names = [name for named in AGENCIES.values() for name in phrases(named)]
    long = any_of([name for name in names if len(name) > SHORT])
    return rf"\b(?:(?i:{long})|{any_of([name for name in names if len(name) <= SHORT])})\b"


SHORT = 5  # letters
LONGEST = 50  # characters of a line by which an agency signs
FOOT = 3  # zones at the end of a story in which an agency may sign it
_SOURCES = ("source", "agency", "wire", "provider", "syndication")  # metadata that says whose copy it is
_AGENCY = pattern(_agencies)
_WITHOUT = ("opinion", "interview", "live", "list", "review", "obituary", "letters", "recipe", "poem")
# “— The Associated Press”, “(PTI)”: a line that is an agency's name and nothing else.
_SIGN_OFF = pattern(lambda: rf"[(\[—–― -]*(?:by )?(?:the )?(?P<agency>{_agencies()})[)\].]*$")
_CREDIT = pattern(r"[(\[]|(?!(?i:by) )[^/]*\w ?/ ?\w")  # “(Ana Silva/The Wire)”: a picture's
_OPENING = pattern(r"(?:\S+\s+){0,5}\S+")


class MissingDateline(Rule):
    """A dateline tells readers where the reporter was; in agency copy it is often lost on the way to the page.

    It is asked of copy whose byline, sign-off or metadata names an agency; with `dateline: agency` its lack is an
    error. `dateline: required`, or `kind: wire`, asks it of every story: set that under `overrides:` for the folders
    that are to have datelines.
    """

    id = "missing-dateline"
    topic = "structure"
    finds = "A story without a dateline"
    severity = "note"
    confidence = "high"
    message = "this story has no dateline: where was it reported?"
    axis = "dateline"
    forms = ("required", "agency", "optional")
    in_quotes = "both"
    examples = (
        Bad(
            "---\ntitle: Bridge\nauthor: Associated Press\n---\n\n[[The old bridge closed on Monday]] at noon.",
            format="markdown",
            message="this Associated Press story has no dateline: where was it reported?",
        ),
        Bad("[[The old bridge closed on Monday]] after a flood.", kind="wire"),
        Bad("[[The old bridge closed on Monday]] after a flood.", style={"dateline": "required"}),
        Bad(
            "[[The old bridge closed on Monday]] after a flood.\n\n(PTI)",
            message="this PTI story has no dateline: where was it reported?",
            note="the agency signs it",
        ),
        Good(
            "---\ntitle: Bridge closes\nauthor: Ana Silva\n---\n\nThe old bridge closed on Monday.",
            format="markdown",
            style={"dateline": "agency"},
            note="the house's own story",
        ),
        Good(
            "---\ntitle: Bridge closes\nauthor: PTI, Washington\n---\n\nThe old bridge closed on Monday.",
            format="markdown",
            note="the byline gives the place",
        ),
        Good(
            "---\ntitle: Brücke gesperrt\nauthor: Reuters\n---\n\nDie alte Brücke ist seit Montag gesperrt.",
            format="markdown",
            language="de",
            note="outside of English papers cut the dateline",
        ),
        Good(
            "---\ntitle: Bridge closes\nauthor: By Ana Silva, PA\n---\n\nThe old bridge closed on Monday.",
            format="markdown",
            note="an agency whose copy has none",
        ),
        Good("FLINT, Mich. — The old bridge closed on Monday.", style={"dateline": "required"}),
        Good(
            "OSTERVIK and CHICAGO (December 22, 2013) — The old bridge closed on Monday.",
            style={"dateline": "required"},
        ),
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
        stories=2662,
        hits=0,
        wrong=0,
        cases=51,
        found=43,
        on="agency stories whose dateline was cut and whose byline names the agency",
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """At most one finding, at the first words of the body: a note, or an error where the house has a rule."""
        wanted = self.style.get("dateline", "")
        if wanted == "optional" or story.genre in _WITHOUT:
            return
        required = wanted == "required" or story.genre == "wire"
        agency = _agency(story) if not required and story.language == ENGLISH else ""  # elsewhere papers cut it
        first = next(story.of("body"), None)
        if first is None or not (required or agency) or agency in _undated() or story.get(dateline):
            return
        opening = _OPENING.match(first.text)
        place = first.to_source(0, opening.end() if opening else len(first.text))
        error: Severity = self.severity if self.severity_set else "error"
        if required:
            yield self.finding(place, "this story needs a dateline: where was it reported?", severity=error)
        else:
            said = f"this {agency} story has no dateline: where was it reported?"
            yield self.finding(place, said, severity=error if wanted == "agency" else None)


def _agency(story: Story) -> str:
    """The agency whose copy it is, as the story's byline, its last lines or its metadata name it."""
    for zone in story.of("byline"):
        found = _AGENCY.search(zone.text)
        if found and not _CREDIT.match(zone.text):
            return "" if _gives_place(zone.text[found.end() :]) else found[0]
    for zone in story.zones[-FOOT:]:
        signed = _SIGN_OFF.match(zone.text) if len(zone.text) < LONGEST and zone.role != "headline" else None
        if signed:
            return signed["agency"]
    for key in _SOURCES:
        said = story.metadata.get(key)
        found = _AGENCY.search(said) if isinstance(said, str) else None
        if found:
            return found[0]
    return ""


def _undated() -> Collection[str]:
    """Agencies whose copy has no datelines."""
    return Datelines.of().without_dateline


def _gives_place(rest: str) -> bool:
    """Whether a byline says behind the agency where it wrote, as papers in India have it: “PTI, Washington”."""
    return any(part.strip().upper() in ALL_CITIES for part in rest.split(","))
