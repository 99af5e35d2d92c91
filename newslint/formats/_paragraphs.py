"""The story in a document of paragraphs: roles by the styles that writers gave them, else by shape and place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.analyses.roles.genres import Genre, genre_of
from newslint.analyses.roles.roles import assign_roles
from newslint.analyses.text.language import guess
from newslint.base.lazy import pattern
from newslint.base.text import NoStory, Source, Span
from newslint.formats import Reading
from newslint.formats._placed import LINE_BREAK, Shape, held
from newslint.formats._prose import is_heading
from newslint.model.story import Segment, Story, Zone

_APART = frozenset(("note", "table", "caption", "credit", "chrome", "section"))  # what is not of the flow of the copy
_MOST_ABOVE = 3  # short paragraphs (a slug, a date) that may stand above the first heading, if it is the headline
_SHORT = 12  # words
_SENTENCE = 12  # spaces; a cell of more words that ends as a sentence does is copy
_ENDS = (".", "?", "!", "”", "’", '"', "»", "。")
_PIECE = pattern(f"{LINE_BREAK}|[^{LINE_BREAK}]+")


def story_of(source: Source, shapes: Sequence[Shape], reading: Reading, name: str) -> Story:
    """The story that paragraphs make, a line each; raises NoStory where there is no word in them."""
    zones = list(_zones(source.text, shapes))
    if not zones:
        raise NoStory("it has no words outside pictures, text boxes, headers and comments")
    _read_layout_tables(zones)
    texts = [zone.text for zone in zones]
    genre = Genre(reading.genre, "") if reading.genre else genre_of(texts)
    settle(zones, genre.name, {n for n, (zone, bold) in enumerate(_with_type(zones, source, shapes)) if bold})
    story = Story(
        source,
        zones,
        format=name,
        genre=genre.name or "news",
        language=reading.language or guess("\n".join(texts)),
        markup=True,
    )
    story.genre_why = genre.why
    return story


def _read_layout_tables(zones: Sequence[Zone]) -> None:
    """Take cells for copy where all copy stands in cells, as in forms; raises NoStory for a mere table of data."""
    if any(zone.role not in ("table", "note") for zone in zones):
        return
    cells = [zone for zone in zones if zone.role == "table"]
    if cells and not any(zone.text.count(" ") >= _SENTENCE and zone.text.endswith(_ENDS) for zone in cells):
        raise NoStory("it is a table, and no copy stands beside it")
    for zone in cells:
        zone.role, zone.why, zone.confidence = "body", (), Zone("body", zone.span, "").confidence


def _with_type(zones: Sequence[Zone], source: Source, shapes: Sequence[Shape]) -> Iterator[tuple[Zone, bool]]:
    """Each zone, and whether all of its paragraph is in bold type."""
    for zone in zones:
        line = source.lines.position(zone.span.start).line - 1
        yield zone, line < len(shapes) and shapes[line].bold


def _zones(text: str, shapes: Sequence[Shape]) -> Iterator[Zone]:
    """The paragraphs that have words, with the roles that their styles give; the rest is body."""
    at, known = 0, len(shapes)
    for n, line in enumerate(text.split("\n")):
        shape = shapes[n] if n < known else Shape()
        for start, end in _parts(line, broken=shape.role not in ("headline", "subhead", "deck")):
            zone = _zone(text, at + start, at + end)
            zone.role, zone.level = shape.role or "body", shape.level
            if shape.role and shape.style:
                zone.why, zone.confidence = (f"has the style “{shape.style}”",), "high"
            zone.written = held
            yield zone
        at += len(line) + 1


def _parts(line: str, *, broken: bool) -> Iterator[tuple[int, int]]:
    """Where the paragraphs begin and end that a line makes: several, where line breaks part it.

    Writers seldom break a line within a sentence, but for headings; who pastes a page often has all of it so.
    """
    at = 0
    for part in line.split(LINE_BREAK) if broken else [line]:
        yield from _bare(line, at, at + len(part))
        at += len(part) + 1


def _bare(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch without the spaces at its ends; none where there is nothing else."""
    stretch = line[start:end]
    if stripped := stretch.strip():
        first = start + len(stretch) - len(stretch.lstrip())
        yield first, first + len(stripped)


def _zone(text: str, start: int, end: int) -> Zone:
    """A paragraph, in which a line break reads as a space."""
    words = text[start:end]
    if LINE_BREAK not in words:
        return Zone("body", Span(start, end), words)
    segments, at = [], 0
    for piece in _PIECE.findall(words):
        segments.append(Segment(at, len(piece), start + at, len(piece)))
        at += len(piece)
    return Zone("body", Span(start, end), words.replace(LINE_BREAK, " "), tuple(segments))


def settle(zones: Sequence[Zone], genre: str, bold: set[int]) -> None:
    """Give what no style speaks of the role that its words and its place show."""
    _raise_first_heading(zones)
    flow = [(n, zone) for n, zone in enumerate(zones) if zone.role not in _APART]
    twins = [Zone("body", Span(0, len(zone.text)), zone.text) for _, zone in flow]
    assign_roles("\n\n".join([zone.text for _, zone in flow]), twins, genre)
    named = {zone.role for _, zone in flow}
    for (n, zone), twin in zip(flow, twins, strict=True):
        zone.words = twin.words
        if zone.role != "body":
            continue
        if twin.role not in ("headline", "byline", "dateline") or twin.role not in named:
            zone.role, zone.level, zone.why, zone.confidence = twin.role, twin.level, twin.why, twin.confidence
            zone.sort = twin.sort
        if zone.role == "body" and n in bold and is_heading(zone.text):
            zone.role, zone.level, zone.why = "subhead", 2, ("it is a short paragraph in bold type",)


def _raise_first_heading(zones: Sequence[Zone]) -> None:
    """Take the first heading for the headline, where none is called so and no copy stands above it."""
    if any(zone.role == "headline" for zone in zones):
        return
    for zone in zones[: _MOST_ABOVE + 1]:
        if zone.role == "subhead":
            zone.role, zone.level = "headline", 0
        elif zone.role == "body" and zone.text.count(" ") < _SHORT:
            continue
        return
