"""What front matter is once it is read: values with their places, and what was damaged."""

from __future__ import annotations

from collections.abc import Mapping

from newslint.base.record import NamedTuple
from newslint.base.text import Span
from newslint.base.typed import Any
from newslint.base.yamltext import Path
from newslint.formats._inline import write_value
from newslint.formats._prose import ZoneBuilder
from newslint.model.story import Zone

_ESCAPES = {"block": "", "script": "double"}  # by which escapes a text is written, where not by those of its style


class Value(NamedTuple):
    """One value of the metadata: its path of keys, what it is, and where it stands (marks included)."""

    path: Path
    data: Any
    span: Span
    style: str = ""  # how the text is written: "", "single", "double", "block"; in JSON and JavaScript "script"

    def zone(self, source: str, role: str) -> Zone | None:
        """The zone of this value, without its quotation marks; none where there is no text."""
        builder = ZoneBuilder(source)
        start, end = self.span
        if self.style in ("single", "double", "script"):
            start, end = start + 1, end - 1
        write_value(builder, start, end, _ESCAPES.get(self.style, self.style))
        field = ".".join(str(part) for part in self.path)
        return builder.build(role, field=field, why=(f"“{field}” in the metadata",))


class Front(NamedTuple):
    """The metadata of a post, where its text begins, and what could not be read."""

    body: int
    data: Mapping[str, Any] = {}
    values: tuple[Value, ...] = ()
    keys: tuple[tuple[Path, Span], ...] = ()
    damage: tuple[tuple[Span, str], ...] = ()
