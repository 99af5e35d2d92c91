"""“By Ana Silva”, “by Ana Silva”, “BY ANA SILVA” or the name alone: as the house has it."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.base.lazy import pattern
from newslint.model.finding import Edit, Finding, Fix
from newslint.model.rule import Bad, Good, Rule
from newslint.model.story import Story, Zone

_BY = pattern(r"(?P<by>[Bb][Yy]) (?=[A-ZÀ-Þ])")
_NAME = pattern(
    r"[A-ZÀ-Þ][\w’'.-]+(?: (?:[a-z]{1,3} )?[A-ZÀ-Þ][\w’'.-]+){1,3}(?:(?:,| and) [A-ZÀ-Þ][\w’'. -]{3,60})?"
)


class BylineForm(Rule):
    """Readers know a paper's byline by its form, and feeds take the name out by it."""

    id = "byline-form"
    topic = "structure"
    finds = "A byline that is not in the house's form: “By Ana Silva”, “by …”, “BY …” or the name alone"
    severity = "note"
    confidence = "high"
    default = False
    message = "this house writes bylines another way"
    axis = "byline-form"
    forms = ("by", "small-by", "capitals", "name")
    source = "AP's wire format has “By” and the name"
    when = {"language": ("en",)}
    in_quotes = "both"
    examples = (
        Bad(
            "Old mill opens as museum\n\n[[by Ana Silva]]\n\n"
            "The old mill by the river opened as a museum on Monday after three years of work, the town said.\n",
            format="plain",
            style={"byline-form": "by"},
            fixed="Old mill opens as museum\n\nBy Ana Silva\n\n"
            "The old mill by the river opened as a museum on Monday after three years of work, the town said.\n",
            message="this house writes “By Ana Silva”",
        ),
        Bad(
            "Old mill opens as museum\n\n[[By Ana Silva]]\n\n"
            "The old mill by the river opened as a museum on Monday after three years of work, the town said.\n",
            format="plain",
            style={"byline-form": "name"},
            fixed="Old mill opens as museum\n\nAna Silva\n\n"
            "The old mill by the river opened as a museum on Monday after three years of work, the town said.\n",
        ),
        Good(
            "Old mill opens as museum\n\nBy Ana Silva\n\n"
            "The old mill by the river opened as a museum on Monday after three years of work, the town said.\n",
            format="plain",
            style={"byline-form": "by"},
        ),
        Good(
            "---\ntitle: Mill\nauthor: Ana Silva\n---\n\nIt opened.\n", format="markdown", style={"byline-form": "by"}
        ),
        Good("Old mill opens\n\nby Ana Silva\n\nThe mill opened on Monday.\n", format="plain", note="no style"),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each byline in the copy; the fields of metadata have the name alone."""
        wanted = self.house(story)
        if not wanted:
            return
        for zone in story.of("byline"):
            if zone.field or len(zone.text) > 120:
                continue
            right = _right(zone, wanted)
            if right and right != zone.text:
                place = zone.to_source(0, len(zone.text))
                fixes = (Fix(f"Write “{right}”", (Edit(place, right),), "offer"),) if zone.is_prose(place) else ()
                yield self.finding(place, f"this house writes “{right}”", fixes=fixes)


def _right(zone: Zone, wanted: str) -> str:
    """The byline as the house has it; nothing where a line is no plain byline."""
    led = _BY.match(zone.text)
    name = zone.text[led.end() :] if led else zone.text
    if not _NAME.fullmatch(name):
        return ""
    if wanted == "capitals":
        return f"BY {name.upper()}"
    if name.isupper():
        name = name.title()
    return name if wanted == "name" else f"{'By' if wanted == 'by' else 'by'} {name}" if led else ""
