"""Typesetting codes of wires: double accents read as the marks they stand for, signs of control left out."""

from __future__ import annotations

import re

from newslint.base.text import Span
from newslint.formats._prose import ZoneBuilder
from newslint.formats._wrapped import Line
from newslint.model.story import Zone

_CODE = re.compile(r"[`'\0-\b\x0b-\x1f\x7f](?:(?<=`)`|(?<=')'|(?<![`'])[\0-\b\x0b-\x1f\x7f]*)")
_ODD = re.compile(r"[\0-\x1f\x7f]|``|''")
MARK = '"'


class Codes:
    """Reads the lines of one message of `text`; where `start` to `end` has double accents, they are its marks.

    An underscore that a wire sends for a dash stays: datelines know it, and its file has no other sign for it.
    """

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text = text
        self._quotes = text.find("``", start, end) >= 0
        self._coded = bool(_CODE.search(text, start, end))
        self._build = ZoneBuilder(text)

    def zone(self, lines: list[Line], role: str) -> Zone | None:
        """A zone of lines that are one paragraph; none where they are codes alone."""
        start, end = lines[0].start, lines[-1].end
        words = self._text[start:end]
        if len(lines) == 1 and not (self._coded and _CODE.search(words)) and words and words.strip() == words:
            zone: Zone | None = Zone(role, Span(start, end), words)  # as most are
        else:
            for n, line in enumerate(lines):
                if n:
                    self._build.gap()
                self._read(line.start, line.end)
            zone = self._build.build(role)
        if zone:
            zone.written = self.written
        return zone

    def _read(self, start: int, end: int) -> None:
        build, at = self._build, start
        for m in _CODE.finditer(self._text, start, end) if self._coded else ():
            if m[0] in ("``", "''"):
                if not self._quotes:
                    continue
                shift = m[0] == "''" and self._text.startswith("'", m.end())  # the first of three ends what is inside
                build.exact(at, m.start() + shift)
                build.stand(MARK, m.start() + shift, m.end() + shift)
                at = m.end() + shift
            elif m.start() >= at:
                build.exact(at, m.start())
                build.cut()
                at = m.end()
        build.exact(at, end)

    def written(self, prose: str) -> str | None:
        """How prose is written in such copy; None where it would be read as something else."""
        return None if _ODD.search(prose) else prose
