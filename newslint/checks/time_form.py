"""Times of day as the house writes them: “7 p.m.”, “7pm”, “7 pm” or “19:00”."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.dates.own_copy import ends_sentence, own_copy
from newslint.analyses.text.scanning import ScanHit
from newslint.base.lazy import pattern
from newslint.model.finding import Edit, Finding, Fix
from newslint.model.rule import Bad, Good, Rule
from newslint.model.story import Story
from newslint.words.tables import Vocabulary

_CLOCK = pattern(
    r"(?<![\w.,:/$£€#-])(?<!–)(?P<hour>1[0-2]|[1-9])(?:(?P<sign>[:.])(?P<minute>[0-5]\d))?[ \u00a0]?"
    r"(?P<half>(?:[ap]\.m\.|[ap]m|[AP]\.M\.|[AP]M)(?![\w-])|[ap]\.m(?![\w.]))"
)
_TWENTY_FOUR = pattern(
    r"(?<![\w.,:/$£€#–-])(?P<hour>[01]\d|2[0-3])(?P<sign>[:.])(?P<minute>[0-5]\d)(?![\w:–-]|[.,]\d| ?[ap]\.?m)"
    r"(?= (?:GMT|BST|CET|UTC|local time|hours)\b)"
)
_SPAN = pattern(r"\d(?: [ap]\.?m\.?)? ?(?:-|–|to|and|or|until) ?$")
_TWELVE = ("00", "12")  # noon and midnight have words of their own
_NEXT = pattern(r"[\"”’')]* [A-Z]")


class TimeForm(Rule):
    """A clock that is written four ways in one story looks like four hands.

    `points` asks for “7 p.m.”, `joined` for “7pm”, `spaced` for “7 pm”, `twenty-four` for “19:00”. Minutes that are
    nought are left out but for the last.
    """

    id = "time-form"
    topic = "dates"
    finds = "A time of day in a form that the style does not use, such as “7:00 PM”"
    severity = "warning"
    confidence = "medium"
    default = False
    message = "this time is written another way"
    axis = "time-form"
    forms = ("points", "joined", "spaced", "twenty-four")
    zones = ("body",)
    when = {"language": ("en",)}
    source = "Associated Press style, as told by extension.illinois.edu; The Guardian's style guide of 2007: A"
    examples = (
        Bad(
            "It opens at [[7pm]] and shuts at [[10:00 PM]]. The bell rings at [[8.30 a.m.]]; [[19:15]] GMT is late.",
            fixed="It opens at 7 p.m. and shuts at 10 p.m. The bell rings at 8:30 a.m.; 7:15 p.m. GMT is late.",
            style={"time-form": "points"},
        ),
        Bad(
            "It opens at [[7 p.m.]] on Friday, and shuts at [[10:30 p.m.]] The bell rings.",
            fixed="It opens at 7pm on Friday, and shuts at 10:30pm. The bell rings.",
            style={"time-form": "joined"},
            message="“7 p.m.”: write “7pm”",
        ),
        Bad(
            "It opens at [[7 p.m.]] on Friday, and [[12:30am]] on Monday.",
            fixed="It opens at 19:00 on Friday, and 00:30 on Monday.",
            style={"time-form": "twenty-four"},
        ),
        Bad("It opens at [[7 p.m.]] Bray time.", style={"time-form": "joined"}, note="it may be a sentence's end"),
        Good("It opens at 7 p.m. on Friday. It opens at noon.", style={"time-form": "points"}),
        Good("It opens from 7 to 9pm, a 6 a.m.-to-4 p.m. shift.", style={"time-form": "twenty-four"}),
        Good("“It opens at 7pm,” she said.", style={"time-form": "points"}),
        Good("It opens at 7pm or 7 p.m.", note="no house has chosen"),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each time."""
        form = self.house(story)
        if not form or story.language != "en":
            return
        hits = list(own_copy(story, _CLOCK, self.zones))
        if form != "twenty-four":
            hits += [hit for hit in own_copy(story, _TWENTY_FOUR, self.zones) if hit.match["hour"] not in _TWELVE]
        for hit in sorted(hits, key=lambda hit: hit.span.start):
            right = _written(hit, form)
            if right == hit.text or (form == "points" and right == f"{hit.text}."):
                continue
            of_span = _SPAN.search(hit.zone.text, max(0, hit.start - 14), hit.start)
            if of_span and (form == "twenty-four" or hit.match["minute"] == "00"):
                continue  # both ends go together
            yield self._told(hit, right)

    def _told(self, hit: ScanHit, right: str) -> Finding:
        """The finding, with a fix where it is plain whether the last stop is the sentence's too."""
        said = f"“{hit.text}”: write “{right}”"
        text = hit.zone.text
        place = hit.span
        if hit.text.endswith(".") and not right.endswith("."):
            if ends_sentence(hit, Vocabulary.of().function):
                right += "."
            elif _NEXT.match(text, hit.end):
                return self.finding(place, said)
        elif right.endswith(".") and text[hit.end : hit.end + 1] == ".":
            right = right[:-1]
        return self.finding(place, said, fixes=(Fix(f"Write “{right}”", (Edit(place, right),), "offer"),))


def _written(hit: ScanHit, form: str) -> str:
    """A time in a form of house style."""
    found = hit.match
    hour, minute = int(found["hour"]), found["minute"] or "00"
    half = found.groupdict().get("half")
    if form == "twenty-four":
        full = hour % 12 + (12 if half and half[0] in "pP" else 0)
        return f"{full:02}:{minute}"
    after = half[0].lower() == "p" if half else hour >= 12
    hour = hour if half else hour % 12 or 12
    sign = (found["sign"] or ":") if form != "points" else ":"
    clock = f"{hour}" if minute == "00" else f"{hour}{sign}{minute}"
    letter = "p" if after else "a"
    return {"points": f"{clock} {letter}.m.", "joined": f"{clock}{letter}m", "spaced": f"{clock} {letter}m"}[form]
