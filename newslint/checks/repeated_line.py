"""A line that stands in many stories of a run belongs to their page, not to them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newslint.finding import Entry, Place
from newslint.kinds.base import clipped
from newslint.rule import Bad, CorpusRule, Evidence, Facts, Good, Option
from newslint.story import Story
from newslint.text import Position

LONGEST = 300  # code points; what a page repeats is short, and facts stay small
MOST_PLACES = 2000
_FULL_STOPS = tuple(".!?…\"”’')")


class RepeatedLine(CorpusRule):
    """What stands word for word in many stories was written for the page that held them.

    Nobody reports the same line five times over; a button, a prompt or a list of links comes with every page.
    """

    id = "repeated-line"
    topic = "chrome"
    message = "this line stands in {n} of the stories checked: “{match}”"
    zones = ("body", "list", "subhead", "section", "caption", "credit", "chrome", "note")
    stories = Option(5, "how many stories a line must stand in", minimum=2)
    evidence = Evidence(stories=1922, hits=11, wrong=0, cases=0, found=0, on="one run over all edited stories")
    examples = (
        Bad("[[Hear the Harbour Hour every Friday at six]]\n", stories=5, note="where five stories of a run have it"),
        Good("Hear the Harbour Hour every Friday at six\n", stories=4, note="where four have it"),
        Bad("[[Hear the Harbour Hour every Friday at six]]\n", stories=3, options={"stories": 3}),
        Good("“No,” he said.\n", stories=9, note="too short to be known again"),
    )

    def collect(self, story: Story) -> Facts:
        """Each line once, with its first place; the story's own headline is no residue."""
        source = story.source
        own = {zone.text for zone in story.of("headline", "byline", "dateline")}
        seen: set[str] = set()
        # A heading or an item that is marked as one is the house's own form, however often it comes.
        kinds = self.zones if story.format == "plain" else [k for k in self.zones if k not in ("subhead", "list")]
        for zone in story.of(*kinds):
            text = source.text[zone.span.start : zone.span.end]
            if len(text) > LONGEST or text in seen or text in own or not _could_repeat(text):
                continue
            if story.format != "plain" and is_notice(text):
                continue
            seen.add(text)
            yield text, {"stories": 1, "places": [[source.path, *source.lines.position(zone.span.start)]]}

    def merge(self, a: Any, b: Any) -> Any:
        """Stories add up; the first places (by path) are kept."""
        return {"stories": a["stories"] + b["stories"], "places": sorted(a["places"] + b["places"])[:MOST_PLACES]}

    def judge(self, key: str, fact: Any) -> Iterator[Entry]:
        """One finding in each story that has the line."""
        if fact["stories"] < self.stories:
            return
        message = self.message.replace("{n}", str(fact["stories"])).replace("{match}", clipped(key))
        places = [_place(key, *place) for place in fact["places"]]
        for n, place in enumerate(places):
            other = places[0 if n else 1]
            yield self.entry(place, message, related=(other._replace(label="here too"),))


def _could_repeat(text: str) -> bool:
    """Whether a line says enough to be known again: not a number, a sign or a short answer ("Yes.")."""
    if "\n" in text or "\r" in text or not any(c.isalpha() for c in text[:40]):
        return False
    return not (text.endswith(_FULL_STOPS) and text.count(" ") < 4)


def is_notice(text: str) -> bool:
    """Whether a line is whole sentences: a disclaimer that a house puts under its posts on purpose."""
    return text.endswith(_FULL_STOPS) and text.count(" ") >= 12


def _place(text: str, path: str, offset: int, line: int, column: int) -> Place:
    length = len(text)
    return Place(path, Position(offset, line, column), Position(offset + length, line, column + length), text)
