"""Years of birth, and ages that a story tells of a year: at death, or of today."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.facts.ages import DEATHS, ZONES
from newslint.analyses.names.mentions import mentions
from newslint.analyses.text.sentences import split
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.text import Span
from newslint.model.story import Story, Zone

_BORN = pattern(r"\bborn\b(?: [\w.,’'-]+){0,9}? ((?:1[89]|20)\d\d)\b(?!s)")
_DIED = pattern(
    r"\b(?:died|dies|dead|passed away)\b[^.;]{0,60}?\b(?:aged|at the age of|at age|at) (\d{1,3})\b(?!,\d| ?%)"
)
_NOW = pattern(r"\bNow,? (\d{1,3})(?: years old)?(?=,| and\b)")
_YEAR = pattern(r"\b(?:19|20)\d\d\b")
_OTHER_DAY = pattern(r"\b(?:anniversary|ago|later|earlier|decades?|century)\b")


class InYear(NamedTuple):
    """A year of birth, or an age, at `start`-`end` of a zone's prose, and the year in which somebody was as old.

    `at` is where its clause says so: “born”, “died”.
    """

    zone: Zone
    start: int
    end: int
    years: int
    year: int
    at: int

    @property
    def span(self) -> Span:
        """Where it stands in the source."""
        return self.zone.to_source(self.start, self.end)


def born(story: Story) -> Iterator[InYear]:
    """Each year of birth that a story tells."""
    text = story.prose.text
    at = text.find("born")
    while at >= 0:
        match = _BORN.match(text, at)
        held = story.prose.zone_of(at, match.end()) if match else None
        if match and held and held[0].role in ZONES:
            zone, start = held
            yield InYear(zone, match.start(1) - start, match.end(1) - start, 0, int(match[1]), at - start)
        at = text.find("born", match.end() if match else at + 1)


def ages_in_years(story: Story) -> Iterator[InYear]:
    """Ages at death and “now 69”, where a year beside them or the story's own tells when."""
    for zone in story.zones:
        if zone.role not in ZONES or not _may_tell(zone.text):
            continue
        for start, end in split(zone.text):
            match = _DIED.search(zone.text, start, end) or _NOW.match(zone.text, start, end)
            if not match or _OTHER_DAY.search(zone.text, start, end) or _BORN.search(zone.text, start, end):
                continue
            years = {int(each[0]) for each in _YEAR.finditer(zone.text, start, end)}
            if not years and story.date:
                years = {story.date.year}
            if len(years) == 1:
                yield InYear(zone, match.start(1), match.end(1), int(match[1]), years.pop(), match.start())


def _may_tell(text: str) -> bool:
    """Whether a paragraph may tell an age at death or of today, before its sentences are looked at one by one."""
    if "Now" in text and _NOW.search(text, text.index("Now")):
        return True
    return any(cue in text for cue in DEATHS) and _DIED.search(text) is not None


def person_of(story: Story, told: InYear) -> int:
    """The number of the person whom a clause is about: the last that is named before it in its sentence, or the
    only one that is named in the paragraph before; -1 if nobody is found.
    """
    text, persons = told.zone.text, [each for each in story.get(mentions) if each.entity == "person"]
    start = next((start for start, end in split(text) if start <= told.at < end), 0)
    here = [each.person for each in persons if each.zone is told.zone and start <= each.start < told.at]
    if here:
        return here[-1]
    at = story.zones.index(told.zone)
    near = {each.person for each in persons if each.zone is told.zone and each.start < told.at}
    while not near and at > 0 and story.zones[at].role != "headline":
        at -= 1
        near = {each.person for each in persons if each.zone is story.zones[at]}
    return near.pop() if len(near) == 1 else -1
