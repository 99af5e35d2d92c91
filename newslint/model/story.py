"""A story as newslint sees it: zones with roles over one source, and analyses made once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date as Date

from newslint.base.record import NamedTuple
from newslint.base.text import Source, Span
from newslint.base.typed import Any, Generic, Literal, TypeVar

T = TypeVar("T")

ROLES = (
    "headline", "deck", "section", "byline", "timestamp", "dateline", "caption", "credit", "subhead",
    "body", "list", "quote-block", "table", "note", "alt", "chrome", "metadata",
)  # fmt: skip


class Segment(NamedTuple):
    """A run of a zone's prose and where it stands in the source.

    With `length == source_length` the two map code point by code point; otherwise the run as a whole
    stands for the source run (`&` for `&amp;`, nothing for markup).
    """

    start: int
    length: int
    source_start: int
    source_length: int


class Zone:
    """A paragraph, list item or field with one role; `text` is its prose, `span` its place in the source.

    `why` says, in an editor's words, why it has this role. `level` is that of a subhead (1 to 6).
    `confidence` says how sure that is. `field` names the metadata field a zone was read from. Without `segments`
    prose and source are the same. `sort` says what a line left over from a page was for there (`share`, `ad`…;
    `headlines` for those of other stories, `other` where only its place and shape speak). A line of copy that has
    a `sort` and low confidence is only suspected: it stays copy for everyone who asks for its role. `words` are those
    of its text in small letters, where a format has taken them apart already. `written` gives how prose is written at
    this place of the source (`&amp;` for `&`), or None where it cannot be; without one it stands as it is.
    """

    __slots__ = (
        "confidence", "field", "level", "role", "segments", "sort", "span", "text", "why", "words", "written",
    )  # fmt: skip

    def __init__(
        self,
        role: str,
        span: Span,
        text: str,
        segments: tuple[Segment, ...] | None = None,
        *,
        level: int = 0,
        field: str = "",
        why: tuple[str, ...] = (),
    ) -> None:
        self.role = role
        self.span = span
        self.text = text
        self.segments = segments
        self.level = level
        self.field = field
        self.why = why
        self.confidence: Literal["low", "medium", "high"] = "medium"
        self.sort = ""
        self.words: Sequence[str] | None = None
        self.written: Callable[[str], str | None] | None = None

    def to_source(self, start: int, end: int) -> Span:
        """The span of the source that a stretch of this zone's prose stands for."""
        if self.segments is None:
            return Span(self.span.start + start, self.span.start + end)
        first = self._map(start, at_end=False)
        return Span(first, max(first, self._map(end, at_end=True) if end > start else first))

    def from_source(self, span: Span) -> Span:
        """The stretch of this zone's prose that a span of the source stands for, as far as it meets the zone."""
        start, end = max(span.start, self.span.start), min(span.end, self.span.end)
        if self.segments is None:
            return Span(start - self.span.start, max(start, end) - self.span.start)
        first = last = -1
        n = bisect_right(self.segments, start, key=lambda run: run.source_start + run.source_length)
        while n < len(self.segments) and self.segments[n].source_start < end:
            at, length, source_start, source_length = self.segments[n]
            low, high = at, at + length
            if length == source_length:
                low, high = at + max(0, start - source_start), at + min(length, end - source_start)
            first, last = (low if first < 0 else first), high
            n += 1
        return Span(first, last) if first >= 0 else Span(0, 0)

    def is_prose(self, span: Span) -> bool:
        """Whether a stretch of the source inside this zone is prose throughout, with no markup in between."""
        if self.segments is None or span.start == span.end:
            return True
        at = span.start
        first = bisect_right(self.segments, at, key=lambda run: run.source_start + run.source_length)
        for n in range(first, len(self.segments)):
            run = self.segments[n]
            end = run.source_start + run.source_length
            if end <= at:
                continue
            whole = run.source_start >= at and end <= span.end
            if run.source_start > at or (run.length != run.source_length and not whole):
                return False
            at = end
            if at >= span.end:
                return True
        return False

    def _map(self, offset: int, *, at_end: bool) -> int:
        segments = self.segments
        if not segments:
            return self.span.start
        probe = offset - 1 if at_end else offset
        index = max(0, bisect_right(segments, probe, key=lambda s: s.start) - 1)
        run = segments[index]
        inside = offset - run.start
        if run.length == run.source_length and inside <= run.length:
            return run.source_start + inside
        if at_end or inside >= run.length:
            return run.source_start + run.source_length
        return run.source_start

    def __repr__(self) -> str:
        return f"Zone({self.role!r}, {self.span.start}-{self.span.end}, {self.text[:40]!r})"


class Prose:
    """All zones' prose as one text, a blank line between them, so that one scan reads the story once."""

    __slots__ = ("starts", "text", "zones")

    def __init__(self, zones: Sequence[Zone]) -> None:
        self.zones = zones
        self.text = "\n\n".join([zone.text for zone in zones])
        starts, at = [], 0
        for zone in zones:
            starts.append(at)
            at += len(zone.text) + 2
        self.starts = starts

    def bounds(self) -> list[tuple[int, int]]:
        """Where each zone's prose stands in the whole."""
        return [(at, at + len(zone.text)) for at, zone in zip(self.starts, self.zones, strict=True)]

    def zone_of(self, start: int, end: int) -> tuple[Zone, int] | None:
        """The zone that holds a stretch, and where its prose begins; none if it reaches over a zone's end."""
        index = bisect_right(self.starts, start) - 1
        zone, at = self.zones[index], self.starts[index]
        return (zone, at) if end <= at + len(zone.text) else None


class Analysis(Generic[T]):
    """A result computed once for a story and remembered; a plugin may replace it by name."""

    __slots__ = ("name", "run")

    def __init__(self, name: str, run: Callable[[Story], T]) -> None:
        self.name = name
        self.run = run


class Story:
    """One story, read: its `source`, and its `zones` in order, none over another.

    `date` is its own date, where it gives one. `genre` is news, wire, opinion…; where its structure tells that,
    `genre_why` says how. `language` is as ISO 639-1 has it (`en`). `metadata` is its front matter, `damage` what
    the format could not read of it, with the reason; `code` is where the format shows code as code, in order.
    One with `markup` is read from a source that says more than the story does (tags, escapes, other stories): what
    judges it is given its prose alone, and only what is found is told in places of the source. `record` is what its
    format calls it where one file has several: its number, and its id where it has one. A `bare` one has no word in
    its source that is not the story's: plain text, or the prose of a story with markup. `comment` is what a comment
    begins with and ends with in it.
    """

    __slots__ = (
        "_found",
        "_prose",
        "_replaced",
        "bare",
        "code",
        "comment",
        "damage",
        "date",
        "format",
        "genre",
        "genre_why",
        "language",
        "markup",
        "metadata",
        "record",
        "source",
        "zones",
    )

    def __init__(
        self,
        source: Source,
        zones: Sequence[Zone],
        *,
        format: str = "plain",
        genre: str = "news",
        language: str = "en",
        date: Date | None = None,
        metadata: Mapping[str, Any] | None = None,
        damage: Sequence[tuple[Span, str]] = (),
        code: Sequence[Span] = (),
        markup: bool = False,
        record: str = "",
    ) -> None:
        self.source = source
        self.zones = tuple(zones)
        self.format = format
        self.genre = genre
        self.genre_why = ""
        self.language = language
        self.date = date
        self.metadata = metadata or {}
        self.damage = tuple(damage)
        self.code = tuple(code)
        self.markup = markup
        self.bare = format == "plain"
        self.record = record
        self.comment = ("<!--", "-->")
        self._found: dict[str, Any] = {}
        self._replaced: Mapping[str, Analysis[Any]] = {}
        self._prose: Prose | None = None

    @property
    def path(self) -> str:
        """The path as it was given."""
        return self.source.path

    @property
    def prose(self) -> Prose:
        """The prose of all zones, joined when it is first asked for."""
        if self._prose is None:
            self._prose = Prose(self.zones)
        return self._prose

    def of(self, *roles: str) -> Iterator[Zone]:
        """The zones of these roles, in order."""
        return iter([zone for zone in self.zones if zone.role in roles])  # a story is short: a list is faster

    def get(self, analysis: Analysis[T]) -> T:
        """The result of an analysis, worked out when it is first asked for."""
        name = analysis.name
        if name not in self._found:
            self._found[name] = self._replaced.get(name, analysis).run(self)
        found: T = self._found[name]
        return found

    def knows(self, analysis: Analysis[Any]) -> bool:
        """Whether an analysis has been made already, or a plugin replaces it: then no short cut may skip it."""
        return analysis.name in self._found or analysis.name in self._replaced

    def replace_analyses(self, analyses: Mapping[str, Analysis[Any]]) -> None:
        """Replace the built-in analyses of the same names (before any is used)."""
        self._replaced = analyses

    @property
    def replacements(self) -> Mapping[str, Analysis[Any]]:
        """The analyses that a plugin makes in the place of newslint's."""
        return self._replaced

    @property
    def replaced(self) -> Collection[str]:
        """The names of the analyses that a plugin makes in the place of newslint's."""
        return self._replaced.keys()

    def zone_at(self, offset: int) -> Zone | None:
        """The zone that covers an offset of the source."""
        index = bisect_right(self.zones, offset, key=lambda z: z.span.start) - 1
        if index >= 0 and offset < self.zones[index].span.end:
            return self.zones[index]
        return None


class Read(NamedTuple):
    """What reading a text gives: its zones, its genre and how its structure tells that, and its language."""

    zones: Sequence[Zone]
    genre: str
    genre_why: str
    language: str


class DeferredStory(Story):
    """A story whose text is read when somebody first asks for its zones, its genre or its language.

    Rules that look at a text as it stands need none of it, and to read it takes longer than they do.
    """

    __slots__ = ("_read", "_reading")

    def __init__(self, source: Source, reading: Callable[[], Read], *, format: str) -> None:
        self._reading = reading
        self._read: Read | None = None
        self.source = source
        self.format = format
        self.date = None
        self.metadata = {}
        self.damage = ()
        self.code = ()
        self.markup = False
        self.bare = format == "plain"
        self.record = ""
        self.comment = ("<!--", "-->")
        self._found = {}
        self._replaced = {}
        self._prose = None

    @property
    def read(self) -> Read:
        """What reading the text gives."""
        if self._read is None:
            self._read = self._reading()
        return self._read

    @property
    def zones(self) -> Sequence[Zone]:
        """The zones in order."""
        return self.read.zones

    @zones.setter
    def zones(self, zones: Sequence[Zone]) -> None:
        """Give it others."""
        self._read = self.read._replace(zones=tuple(zones))

    @property
    def genre(self) -> str:
        """What the story is."""
        return self.read.genre

    @genre.setter
    def genre(self, genre: str) -> None:
        """Give it another."""
        self._read = self.read._replace(genre=genre)

    @property
    def genre_why(self) -> str:
        """How its structure tells that."""
        return self.read.genre_why

    @genre_why.setter
    def genre_why(self, why: str) -> None:
        """Give it another."""
        self._read = self.read._replace(genre_why=why)

    @property
    def language(self) -> str:
        """The language its words tell, or that it was said to be in."""
        return self.read.language

    @language.setter
    def language(self, language: str) -> None:
        """Give it another."""
        self._read = self.read._replace(language=language)
