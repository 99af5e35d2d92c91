"""What stands inside a line of AsciiDoc: marks of type, links, quotes and references, and the prose they leave."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newslint.base.lazy import pattern
from newslint.base.text import Span, UnreadableStory
from newslint.formats._asciidoc_paragraph import Paragraph
from newslint.formats._asciidoc_signs import SIGN
from newslint.formats._prose import STAND_IN, ZoneBuilder
from newslint.formats.plain import joined
from newslint.model.story import Zone

MAX_MARKS = 100_000  # signs of markup in one file: a book has fewer
LONGEST_VALUE = 100  # code points of an attribute that is read where a text refers to it
CHARACTERS: Mapping[str, str] = {
    "nbsp": "\xa0", "sp": " ", "empty": "", "blank": "", "zwsp": "", "wj": "", "apos": "'", "quot": '"',
    "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "deg": "°", "plus": "+", "brvbar": "¦", "vbar": "|",
    "amp": "&", "lt": "<", "gt": ">", "startsb": "[", "endsb": "]", "caret": "^", "asterisk": "*", "tilde": "~",
    "backslash": "\\", "backtick": "`", "two-colons": "::", "two-semicolons": ";;", "cpp": "C++", "pp": "++",
}  # fmt: skip
_UNSAFE = pattern(
    r"[*_`#^~+<\[\]{}\\|\r\n]|&(?=\S)|--|\.\.\.|\w:\S|::|;;|//|\(\(|\)\)|\((?:C|R|TM)\)"
    r"|\A(?:[-=•>]|'''|\.[^\s\"'”’]|(?:\d+\.|[A-Za-z]\.|[IVXivx]+\))\s|(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):)"
)


def written(prose: str) -> str | None:
    """Prose as AsciiDoc has it: as it is, or None where it would become markup there."""
    return None if _UNSAFE.search(prose) else prose


def plain_zone(text: str, lines: Sequence[Span], role: str) -> Zone:
    """The zone of lines that have no sign of markup."""
    zone = joined(text, lines)
    zone.role = role
    zone.written = written
    return zone


class Inline:
    """Writes paragraphs of one file; `attributes` are those defined so far, in the file's own order."""

    def __init__(self, text: str, attributes: dict[str, str]) -> None:
        self.text = text
        self.attributes = attributes
        self.marks = 0

    def write(self, builder: ZoneBuilder, lines: Sequence[Span]) -> Span | None:
        """Take the lines of a paragraph; gives the text of a footnote that ends it, which is left out."""
        if lines and not SIGN.search(self.text, lines[0].start, lines[-1].end):
            for start, end in lines:
                builder.gap()
                builder.exact(start, end)
            return None
        events, note = Paragraph(self.text, lines, self.value, self.count).events()
        n, at = 0, lines[0].start if lines else 0
        for start, end in lines:
            at = max(at, start)
            builder.gap()
            while n < len(events) and events[n].start < end:
                event = events[n]
                n += 1
                if event.start < at:
                    continue
                builder.exact(at, event.start)
                put(builder, *event)
                at = event.end
            if at < end:
                builder.exact(at, end)
        return note

    def count(self) -> None:
        """One more sign of markup; raises UnreadableStory where a file has too many."""
        self.marks += 1
        if self.marks > MAX_MARKS:
            raise UnreadableStory(f"it has more than {MAX_MARKS:,} signs of markup: that is no story")

    def value(self, name: str) -> str:
        """What a reference to an attribute reads as."""
        name = name.lower()
        value = self.attributes.get(name, CHARACTERS.get(name))
        return STAND_IN if value is None or len(value) > LONGEST_VALUE or "{" in value else value


def put(builder: ZoneBuilder, start: int, end: int, prose: str) -> None:
    """Let a stretch of the source stand for prose, also where both have the same length."""
    if len(prose) == end - start and prose != builder.source[start:end]:
        builder.stand(prose[:1], start, start + 2)
        builder.stand(prose[1:], start + 2, end)
    else:
        builder.stand(prose, start, end)
