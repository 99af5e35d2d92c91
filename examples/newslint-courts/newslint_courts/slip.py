"""Court slips: lines of `field: value`, a blank line, then the copy, a paragraph to a line."""

import re

from newslint import Reading, Source, Span, Story, Zone

FIELDS = {"head": "headline", "by": "byline", "place": "dateline", "desk": "section"}
HEADER = re.compile(r"(?P<name>[a-z]+):[ \t]*(?P<value>[^\r\n]*?)[ \t]*(?:\r\n|\r|\n|$)", re.IGNORECASE)
LINE = re.compile(r"[^\s][^\r\n]*")


class Slip:
    """Reads `.slip` files. Every zone is a span of the source, so offsets need no mapping."""

    name = "slip"
    extensions = (".slip",)

    def parse(self, source: Source, reading: Reading) -> Story:
        zones, at = [], 0
        while header := HEADER.match(source.text, at):
            kind = FIELDS.get(header["name"].lower(), "metadata")
            if header["value"]:
                span = Span(*header.span("value"))
                zones.append(Zone(kind, span, header["value"], field=header["name"].lower()))
            at = header.end()
        for line in LINE.finditer(source.text, at):
            text = line[0].rstrip()
            zones.append(Zone("body", Span(line.start(), line.start() + len(text)), text))
        genre, language = reading.genre or "court", reading.language or "en"  # our courts sit in English
        return Story(source, zones, format=self.name, genre=genre, language=language)
