"""A byline in the wrong form: “By By Ana Silva”, “by  ana silva”, “By Ana Silva;”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.base.lazy import pattern
from newslint.model.finding import Edit, Finding, Fix
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story, Zone

_ROLES = ("byline", "body", "deck", "subhead", "timestamp")
_LONGEST = 120
_LINES = 4  # of the story's head that may be a byline
_BY = pattern(r"(?i)(?:(?:words|story|text|report|written) )?by\b[:\s]")
_TWICE = pattern(r"(?i)by[:\s]+(?=by\b[:\s]+\w)")
_GAP = pattern(r"(?<=\S)[ \u00a0\t]{2,}(?=\S)")
_SMALL = pattern(r"(?i:by) (?P<name>[a-z][a-z’'-]+ (?:[a-z]\.? )?[a-z][a-z’'-]+)$")
_STOP = pattern(r"(?i:by) [A-Z][\w’'-]+(?: [A-Z]\.)?(?: [A-Z][\w’'-]+){1,2}(?P<mark>[.,;:])$")


class MalformedByline(Rule):
    """Sites make an author's page, and archives a record, from the byline; a slip in it makes a second person."""

    id = "malformed-byline"
    topic = "structure"
    finds = "A byline in the wrong form, such as “By By Ana Silva” or “by ana silva”"
    severity = "warning"
    confidence = "high"
    message = "the byline is in the wrong form"
    when = {"language": ("en",)}
    in_quotes = "both"
    examples = (
        Bad(
            "Old mill opens as museum\n\n[[By ]]By Ana Silva\n\n"
            "The old mill by the river opened as a museum on Monday after three years of work, the town said.\n",
            format="plain",
            fixed="Old mill opens as museum\n\nBy Ana Silva\n\n"
            "The old mill by the river opened as a museum on Monday after three years of work, the town said.\n",
            message="“By” stands twice in the byline",
        ),
        Bad(
            "Old mill opens as museum\n\nBy [[ana silva]]\n\n"
            "The old mill by the river opened as a museum on Monday after three years of work, the town said.\n",
            format="plain",
            fixed="Old mill opens as museum\n\nBy Ana Silva\n\n"
            "The old mill by the river opened as a museum on Monday after three years of work, the town said.\n",
        ),
        Bad(
            "Old mill opens as museum\n\nBy[[  ]]Ana Silva\n\n"
            "The old mill by the river opened as a museum on Monday after three years of work, the town said.\n",
            format="plain",
            fixed="Old mill opens as museum\n\nBy Ana Silva\n\n"
            "The old mill by the river opened as a museum on Monday after three years of work, the town said.\n",
        ),
        Bad(
            "---\ntitle: Old mill opens\nauthor: [[By ]]Ana Silva\n---\n\nThe mill opened on Monday.\n",
            format="markdown",
            fixed="---\ntitle: Old mill opens\nauthor: Ana Silva\n---\n\nThe mill opened on Monday.\n",
            message="the site adds “By” itself: the author's field holds the name alone",
        ),
        Bad(
            "Old mill opens as museum\n\nBy Ana Silva[[.]]\n\n"
            "The old mill by the river opened as a museum on Monday after three years of work, the town said.\n",
            format="plain",
            fixed="Old mill opens as museum\n\nBy Ana Silva\n\n"
            "The old mill by the river opened as a museum on Monday after three years of work, the town said.\n",
        ),
        Good(
            "Old mill opens as museum\n\nBy Ana Silva\n\n"
            "The old mill by the river opened as a museum on Monday after three years of work, the town said.\n",
            format="plain",
        ),
        Good(
            "Old mill opens as museum\n\nBy ANA SILVA\n\n"
            "The old mill by the river opened as a museum on Monday after three years of work, the town said.\n",
            format="plain",
            note="as wires write it",
        ),
        Good("---\ntitle: Mill opens\nauthor: bell hooks\n---\n\nThe mill opened.\n", format="markdown"),
        Good(
            "Old mill opens as museum\n\nBy popular demand the mill opened.\n\nBy and by it closed.", format="plain"
        ),
    )

    evidence = Evidence(
        stories=3849, hits=0, wrong=0, cases=60, found=59, on="bylines in ten wrong forms set below headlines"
    )

    @classmethod
    def gate(cls) -> Sequence[str]:
        """A line that begins “By”."""
        return (r"(?i)^(?:(?:words|story|text|report|written) )?by\b[:\s]",)

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each byline, at what is wrong."""
        n = 0
        for zone in story.zones:
            if zone.field:
                if zone.role == "byline" and zone.field.split(".")[0].lower() != "byline":
                    yield from self._field(zone)
                continue
            n += 1
            if n > _LINES:
                return
            if zone.role in _ROLES and len(zone.text) < _LONGEST and _BY.match(zone.text):
                yield from self._line(story, zone)

    def _field(self, zone: Zone) -> Iterator[Finding]:
        led = _BY.match(zone.text)
        if led and zone.text[led.end() : led.end() + 1].isupper() and zone.text[:2].lower() == "by":
            place = zone.to_source(0, led.end())
            said = "the site adds “By” itself: the author's field holds the name alone"
            yield self.finding(place, said, fixes=(Fix("Delete it", (Edit(place, ""),), "offer"),))

    def _line(self, story: Story, zone: Zone) -> Iterator[Finding]:
        text = zone.text
        if twice := _TWICE.match(text):
            place = zone.to_source(0, twice.end())
            fix = Fix("Delete one", (Edit(place, ""),), "offer")
            yield self.finding(place, "“By” stands twice in the byline", fixes=(fix,))
        elif gap := _GAP.search(story.source.text, zone.span.start, zone.span.end):
            from newslint.base.text import Span

            place = Span(*gap.span())
            if zone.is_prose(place) and text[3:].strip()[:1].isupper():
                fix = Fix("Leave one space", (Edit(place, " "),), "offer")
                yield self.finding(place, "more than one space in the byline", fixes=(fix,))
        elif small := _SMALL.fullmatch(text):
            if zone.role == "byline" or _is_name(small["name"]):
                yield self._name(zone, small.start("name"), small["name"], "without capitals")
        elif stop := _STOP.fullmatch(text):
            place = zone.to_source(stop.start("mark"), stop.end("mark"))
            fix = Fix("Delete it", (Edit(place, ""),), "offer")
            yield self.finding(place, f"no “{stop['mark']}” ends a byline: delete it", fixes=(fix,))

    def _name(self, zone: Zone, start: int, name: str, how: str) -> Finding:
        right = " ".join([word[:1].upper() + word[1:].lower() for word in name.split()])
        place = zone.to_source(start, start + len(name))
        fix = Fix(f"Write “{right}”", (Edit(place, right),), "offer")
        return self.finding(place, f"a name {how} in the byline: “{right}”", fixes=(fix,))


def _is_name(name: str) -> bool:
    """Whether words without capitals begin with a first name that newslint knows."""
    from newslint.analyses.names.words import FIRST_NAMES

    return name.split()[0].capitalize() in FIRST_NAMES
