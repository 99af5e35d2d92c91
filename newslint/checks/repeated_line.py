"""A line that is in many stories of a run: it belongs to their pages, not to the stories."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from newslint.analyses.dates.datelines import read
from newslint.base.text import Position, Span
from newslint.base.typed import Any
from newslint.kinds.base import clipped
from newslint.model.finding import Entry, Place, place
from newslint.model.rule import Bad, CorpusRule, Evidence, Facts, Good, Option
from newslint.model.story import Story, Zone

LONGEST = 300  # code points; what a page repeats is short, and facts stay small
MOST_PLACES = 2000
_FULL_STOPS = tuple(".!?…\"”’')")
_SHORT = 60  # code points; an answer of four words is shorter
_SITE_ENDS = "\n"  # between a site and a line in the key of a fact; no line holds one


class RepeatedLine(CorpusRule):
    """A line that is in many stories word for word was written for the pages they come from.

    Nobody reports the same line five times; a button, a prompt or a list of links comes with every page. The line is
    one finding of a run; where another rule names it in a story, that one says in how many stories it is.
    """

    id = "repeated-line"
    topic = "chrome"
    once = True
    finds = "The same line in several of the stories checked"
    message = "“{match}” is a line in {n} of the stories checked: delete it if it belongs to the page"
    zones = ("body", "list", "subhead", "section", "caption", "credit", "chrome")
    stories = Option(5, "how many stories a line must be in", minimum=2)
    site = Option(
        "",
        "count each site on its own: a path such as “content/*”, where * is its folder, or a metadata field",
    )
    keep = Option[tuple[str, ...]]((), "lines that the house repeats on purpose, such as section headings")
    evidence = Evidence(stories=2662, hits=11, wrong=0, on="one run over each house’s edited stories")
    examples = (
        Bad("[[Hear the Harbour Hour every Friday at six]]\n", stories=5, note="where five stories of a run have it"),
        Good("Hear the Harbour Hour every Friday at six\n", stories=4, note="where four have it"),
        Bad("[[Hear the Harbour Hour every Friday at six]]\n", stories=3, options={"stories": 3}),
        Good("“No,” he said.\n", stories=9, note="too short to be known again"),
        Good("The week at sea\n", stories=9, options={"keep": ["The Week at Sea"]}),
        Good("SALTMERE, March 12 —\n\nIt rained.\n", stories=9, note="a dateline is the story's own"),
    )

    def collect(self, story: Story) -> Facts:
        """Each line once, with its first place; the story's own headline is no residue."""
        if story.bare and story.format != "plain":
            yield from self._in_markup(story)
            return
        source, plain = story.source, story.format == "plain"
        seen = {zone.text for zone in story.zones if zone.role in _OWN}
        roles = _ROLES_IN_PLAIN if plain else _ROLES
        before = site_of(story, self.site) + _SITE_ENDS if self.site else ""
        read = source.text.replace("\r\n", " \n").replace("\r", "\n") if "\r" in source.text else source.text
        line = 1
        began = counted = 0  # where the line begins that was come to last, and how far line ends are counted
        for zone in story.zones:
            start, end = zone.span
            if breaks := read.count("\n", counted, start):
                line += breaks
                began = read.rfind("\n", counted, start) + 1
            one_line = plain and zone.segments is None
            counted = end if one_line else start
            if zone.role not in roles or end - start > LONGEST or zone.field:
                continue
            text = zone.text if one_line else source.text[start:end]
            if text in seen or not _could_repeat(text) or not (one_line or _is_line(text, plain)):
                continue
            seen.add(text)
            yield before + text, [1, [[source.path, start, line, start - began + 1]]]

    def _in_markup(self, story: Story) -> Facts:
        """The lines of a story that its file has between markup, each where it stands in the file as it is."""
        seen = {zone.text for zone in story.zones if zone.role in _OWN}
        before = site_of(story, self.site) + _SITE_ENDS if self.site else ""
        for zone in story.zones:
            if zone.role not in _ROLES or len(zone.text) > LONGEST or zone.field or zone.text in seen:
                continue
            at = place(story.source, zone.span)
            if at.match == zone.text and _could_repeat(zone.text):
                seen.add(zone.text)
                yield before + zone.text, [1, [[at.path, at.start.offset, at.start.line, at.start.column]]]

    def merge(self, a: Any, b: Any) -> Any:
        """Stories add up; the first places (by path) are kept."""
        return [a[0] + b[0], sorted(a[1] + b[1])[:MOST_PLACES]]

    def judge(self, key: str, fact: Any) -> Iterator[Entry]:
        """One finding in each story that has the line."""
        stories, found = fact
        line = key.rpartition(_SITE_ENDS)[2]
        if stories < self.stories or line.casefold() in map(str.casefold, self.keep) or _is_dateline(line):
            return
        message = self.message.replace("{n}", str(stories)).replace("{match}", clipped(line))
        places = [_place(line, *at) for at in found]
        label = f"the same line, in {stories} stories"
        for n, at in enumerate(places):
            other = places[0 if n else 1]
            yield self.entry(at, message, related=(other._replace(label=label),))


_OWN = frozenset(("headline", "byline", "dateline"))
_ROLES_IN_PLAIN = frozenset(RepeatedLine.zones)
# A heading or an item that is marked as one is the house's own form, however often it comes.
_ROLES = _ROLES_IN_PLAIN - {"subhead", "list"}


def site_of(story: Story, how: str) -> str:
    """The site of a story: the folder that a path with `*` names, or a field of its metadata; else empty."""
    if "*" not in how:
        return str(story.metadata.get(how, ""))
    found = _folder(how).search(story.path.replace("\\", "/"))
    return found[1] if found else ""


@lru_cache(8)
def _folder(pattern: str) -> re.Pattern[str]:
    parts = [re.escape(part).replace(r"\*", "[^/]*") for part in pattern.strip("/").split("/")]
    return re.compile(rf"(?:^|/)({'/'.join(parts)})/")


def _could_repeat(text: str) -> bool:
    """Whether a line says enough to be known again: not a number, a sign or a short answer ("Yes.")."""
    if len(text) < _SHORT and text.endswith(_FULL_STOPS) and text.count(" ") < 4:
        return False
    return text[0].isalpha() or text[1:2].isalpha() or any(c.isalpha() for c in text[2:40])


def _is_line(text: str, plain: bool) -> bool:
    """Whether a stretch of the source is one line and no notice that a house puts under its posts on purpose."""
    return "\n" not in text and "\r" not in text and (plain or not is_notice(text))


def _is_dateline(text: str) -> bool:
    """Whether a line is a dateline and nothing else."""
    whole = Span(0, len(text))
    dateline = read(Zone("body", whole, text))
    return dateline is not None and not text[dateline.span.end :].strip()


def is_notice(text: str) -> bool:
    """Whether a line is whole sentences: a disclaimer that a house puts under its posts on purpose."""
    return text.endswith(_FULL_STOPS) and text.count(" ") >= 12


def _place(text: str, path: str, offset: int, line: int, column: int) -> Place:
    length = len(text)
    return Place(path, Position(offset, line, column), Position(offset + length, line, column + length), text)
