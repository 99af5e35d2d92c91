"""What a reStructuredText file says of its story: fields below its title, or comments above it (Nikola)."""

from __future__ import annotations

from newslint.base.text import Span
from newslint.base.typed import Any
from newslint.formats._prose import ZoneBuilder
from newslint.formats._rst_blocks import BlockReader
from newslint.formats._rst_inline import Inline
from newslint.formats._rst_lines import is_delicate, written, written_beside
from newslint.formats.frontmatter import Value
from newslint.model.story import Zone


class Told(Value):
    """One value of a field, read as a paragraph is."""

    __slots__ = ()

    def zone(self, source: str, role: str) -> Zone | None:
        """The zone of this value; none where there is no text."""
        builder = ZoneBuilder(source)
        if self.style == "comment":
            builder.exact(*self.span)
        else:
            Inline(source, {}).write(builder, [self.span])
        field = str(self.path[0])
        zone = builder.build(role, field=field, why=(f"“{field}” in the head of the file",))
        if zone:
            zone.written = written_beside if is_delicate(source, *self.span) else written
        return zone


def told(body: BlockReader) -> tuple[list[Told], dict[str, Any]]:
    """The values of the fields that a file begins with, and the same by name."""
    text = body.text
    data: dict[str, Any] = {}
    found: list[Told] = []
    for name, span in body.commented:
        data[name] = text[slice(*span)]
        found.append(Told((name,), data[name], span, "comment"))
    for field in body.fields:
        spans = [Span(value[0].start, value[-1].end) for value in field.values]
        texts = [" ".join(text[slice(*span)].split()) for span in spans]
        if len(texts) == 1:
            data[field.name] = texts[0]
            found.append(Told((field.name,), texts[0], spans[0]))
        elif texts:
            data[field.name] = texts
            found += [
                Told((field.name, n), said, span) for n, (said, span) in enumerate(zip(texts, spans, strict=True))
            ]
    return sorted(found, key=lambda each: each.span), data
