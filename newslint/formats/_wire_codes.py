"""Typesetting codes of wires read as what they stand for: `_` for a dash, double accents for quotation marks."""

from __future__ import annotations

import re

from newslint.formats._prose import ZoneBuilder
from newslint.formats._wrapped import Line
from newslint.model.story import Zone

_CODE = re.compile(
    r"(?P<open>``)|(?P<single>`)|(?P<close>''(?!'))|(?P<apostrophe>')|(?<!_)(?P<dash>_)(?!_)|(?P<control>[\0-\b\x0b-\x1f\x7f]+)"
)
_CONTROL = re.compile(r"[\0-\b\x0b-\x1f\x7f]")
_DASHED = re.compile(r"(?<!\S)—(?!\S)")
_SIGNS = {"open": "“", "single": "‘", "close": "”", "apostrophe": "’"}
_CODES = {"“": "``", "‘": "`", "”": "''", "’": "'"}


class Codes:
    """Reads the lines of one message; `text` is the file, and what `start` to `end` has shows which codes it uses."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text = text
        self._quotes = text.find("``", start, end) >= 0
        self._coded = self._quotes or text.find("_", start, end) >= 0 or bool(_CONTROL.search(text, start, end))
        self._build = ZoneBuilder(text)

    def zone(self, lines: list[Line], role: str) -> Zone | None:
        """A zone of lines that are one paragraph; none where they are codes alone."""
        build = self._build
        for n, line in enumerate(lines):
            if n:
                build.gap()
            self._read(build, line.start, line.end)
        zone = build.build(role)
        if zone:
            zone.written = self.written
        return zone

    def _read(self, build: ZoneBuilder, start: int, end: int) -> None:
        if not self._coded:
            build.exact(start, end)
            return
        at = start
        for m in _CODE.finditer(self._text, start, end):
            sign = self._sign(m)
            if sign is None:
                continue
            build.exact(at, m.start())
            if sign:
                build.sign(sign, m.start(), m.end())
            else:
                build.cut()
            at = m.end()
        build.exact(at, end)

    def _sign(self, m: re.Match[str]) -> str | None:
        """What a code stands for: nothing for one of control; None where it is no code here."""
        name = str(m.lastgroup)
        if name == "control":
            return ""
        if name == "dash":
            before, after = self._text[m.start() - 1 : m.start()], self._text[m.end() : m.end() + 1]
            return "—" if not before.strip() or not after.strip() else None
        return _SIGNS[name] if self._quotes else None

    def written(self, prose: str) -> str | None:
        """How prose is written in such copy; None where that cannot be, or would be read as something else."""
        coded = _DASHED.sub("_", prose)
        if "—" in coded or "_" in prose or _CONTROL.search(prose) or "\n" in prose or "\r" in prose:
            return None
        if not self._quotes:
            return None if "``" in prose else coded
        if "'" in prose or "`" in prose or "’’" in prose:
            return None
        return "".join([_CODES.get(sign, sign) for sign in coded])
