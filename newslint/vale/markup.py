"""What Vale's rules see of markup: the scope of each zone, and what they do not read in it, which is code."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from newslint.base.lazy import pattern
from newslint.base.text import InFile, Span
from newslint.model.cleaned import Prose
from newslint.model.story import Segment, Story, Zone

MASK = "*"  # what code reads as, as in Vale: no word
_WITH_FRONT_MATTER = ("markdown", "asciidoc", "restructuredtext")
_OF_ROLES = {
    "list": "list", "quote-block": "blockquote", "table": "table.cell", "caption": "figure.caption",
    "alt": "attr.alt",
}  # fmt: skip
_STAND_IN = "x"  # what formats have for code that is no word
_BEFORE_CELL = 300  # code points before a cell in which its tag stands
_DELIMITER = pattern(r"[ \t>]*+\|?[ \t]*+:?-[-:| \t]*+(?=[\r\n]|\Z)")  # the line below a table's head in Markdown
_CELL_TAG = pattern(r"<t(?P<sort>[hd])[\s>]")
_CODE_ENDS = pattern(r"(?:<\\?/\w{1,10}>){0,4}<\\?/(?:code|kbd|tt)>", 2)  # 2: in small or capital letters


def file_of(story: Story) -> Story:
    """The story as its file has it, where rules are given its prose alone."""
    return story.source.story if isinstance(story.source, Prose) else story


class Seen:
    """The zones of one story as Vale's rules see them; `zones` are those of its file."""

    def __init__(self, story: Story) -> None:
        self._file = file_of(story)
        self._text = self._file.source.text
        self._heads: dict[int, bool] = {}  # by line of a Markdown table, whether it is the head

    def scope(self, zone: Zone) -> str:
        """What Vale calls a zone of the file; nothing for what is no part of the story, as requests to newslint."""
        if zone.field.startswith("newslint."):
            return ""
        if zone.role in ("metadata", "timestamp") and zone.field and self._file.format not in _WITH_FRONT_MATTER:
            return f"frontmatter.{zone.field}"
        if zone.field and self._file.format in _WITH_FRONT_MATTER:
            return f"{'' if zone.role == 'timestamp' else 'text.'}frontmatter.{zone.field}"
        if zone.role == "headline":
            return "text.heading.h1"
        if zone.role == "subhead":
            return f"text.heading.h{zone.level or 2}"
        if zone.role == "table" and self._is_head(zone.span.start):
            return "text.table.header"
        return f"text.{_OF_ROLES[zone.role]}" if zone.role in _OF_ROLES else "text"

    def _is_head(self, at: int) -> bool:
        """Whether a cell that begins here is one of a table's head."""
        tags = [*_CELL_TAG.finditer(self._text, max(0, at - _BEFORE_CELL), at)]
        if tags:
            return tags[-1]["sort"] == "h"
        if self._file.format != "markdown":
            return False
        lines = self._file.source.lines
        line = lines.position(at).line
        if line not in self._heads:
            below = lines.span(line).end
            self._heads[line] = below < len(self._text) and _DELIMITER.match(self._text, below) is not None
        return self._heads[line]

    def prose(self, zone: Zone) -> str:
        """The text of a zone of the file with code masked: as long as it is, so that places stay."""
        prose, at = zone.text, 0
        parts: list[str] = []
        for run in zone.segments or (Segment(0, len(prose), zone.span.start, len(prose)),):
            if self._is_code(prose, run):
                parts += (prose[at : run.start], MASK * run.length)
                at = run.start + run.length
        return "".join([*parts, prose[at:]]) if parts else prose

    def _is_code(self, prose: str, run: Segment) -> bool:
        """Whether a run of a zone is code, or stands for code or an address."""
        text, start = self._text, run.source_start
        end = start + run.source_length
        if run.length == 1 and run.source_length > 1 and prose[run.start] == _STAND_IN:
            return text[start] != "&"
        if run.length != run.source_length and text.startswith("``", start):
            return True
        if text.startswith("`", end) and text[start - 1 : start] == "`":
            return True
        return text.startswith("<", end) and _CODE_ENDS.match(text, end) is not None


def has_one_text(story: Story) -> bool:
    """Whether a story's file is a text, and it alone stands in it: then rules can look at all of it as it is."""
    file = file_of(story)
    return not file.record and not file.source.taken_out


def back_from_file(story: Story) -> Callable[[int, int], Span]:
    """The way from a place in a story's file to what findings in the story are told by.

    Words that readers see have a place in its prose, so that they are known for quoted where they are; anything else
    is told by its place in the file.
    """
    file = file_of(story)
    if file is story:
        return Span
    zones, starts = file.zones, story.prose.starts
    begins = [zone.span.start for zone in zones]

    def back(start: int, end: int) -> Span:
        n = bisect_right(begins, start) - 1
        span = Span(start, end)
        if n >= 0 and start < end <= zones[n].span.end and zones[n].is_prose(span):
            a, b = zones[n].from_source(span)
            if zones[n].text[a:b] == file.source.text[start:end]:
                return Span(starts[n] + a, starts[n] + b)
        return InFile(start, end)

    return back
