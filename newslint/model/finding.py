"""What a rule says about a story: a place, a message, related places and fixes; and the report they make."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from newslint.base.record import NamedTuple
from newslint.base.text import Position, Source, Span, read
from newslint.base.typed import Any, Literal

Severity = Literal["note", "warning", "error"]
Confidence = Literal["low", "medium", "high"]
Safety = Literal["safe", "offer"]

SEVERITIES: tuple[Severity, ...] = ("note", "warning", "error")
CONFIDENCES: tuple[Confidence, ...] = ("low", "medium", "high")

FRAME_WIDTH = 88


def group_of(rule: str) -> str:
    """The style that a rule is of, by its id: `vale/House` of `vale/House.Plain`; "" for a rule of none."""
    return rule.rpartition(".")[0]


class Edit(NamedTuple):
    """Replace a span of the source with `text`."""

    span: Span
    text: str


class Fix(NamedTuple):
    """A proposed change. `safe` may be applied unattended, `offer` only when a person accepts it."""

    title: str
    edits: tuple[Edit, ...]
    safety: Safety = "offer"


class Related(NamedTuple):
    """Another place in the same story that the finding is about."""

    span: Span
    label: str = ""


class Finding(NamedTuple):
    """One fault in one story; spans are in code points of its source."""

    rule: str
    topic: str
    severity: Severity
    confidence: Confidence
    message: str
    span: Span
    related: tuple[Related, ...] = ()
    fixes: tuple[Fix, ...] = ()
    label: str = ""  # a few words beside the marked text, for people only


class Place(NamedTuple):
    """A stretch of one story as a report gives it."""

    path: str
    start: Position
    end: Position
    match: str
    label: str = ""


class Frame(NamedTuple):
    """The line a finding begins on, cut to a window of words; `mark` is a span of `text`."""

    text: str
    mark: Span


class LocatedEdit(NamedTuple):
    """An edit with its positions."""

    start: Position
    end: Position
    text: str


class LocatedFix(NamedTuple):
    """A fix with its positions."""

    title: str
    safety: Safety
    edits: tuple[LocatedEdit, ...]


class Entry(NamedTuple):
    """A finding as a report has it: it no longer needs the source."""

    rule: str
    topic: str
    severity: Severity
    confidence: Confidence
    message: str
    place: Place
    related: tuple[Place, ...] = ()
    fixes: tuple[LocatedFix, ...] = ()
    frame: Frame | None = None
    label: str = ""
    record: str = ""  # the number of a story in a file of several, and its id


class Failure(NamedTuple):
    """A file that could not be checked, and why."""

    path: str
    message: str


class Allowance(NamedTuple):
    """How many findings would fail a run, and how many of them may: of a rule or topic, by a configuration's file."""

    name: str
    found: int
    allowed: int
    config: str = ""


class About(NamedTuple):
    """What a report can say about a rule: its reason, its whole page, its severity and confidence, what it finds."""

    why: str
    page: str
    severity: Severity
    confidence: Confidence
    finds: str = ""
    link: str = ""  # where its author says more, if that is a web page


class ZoneBlock(NamedTuple):
    """A zone of a story for those who print it; `markup` are the spans in it that are not the story's words."""

    kind: str
    span: Span
    level: int = 0
    markup: tuple[Span, ...] = ()


_new: Any = tuple.__new__  # of reports there are many records to make: it takes a third of the time


def _no_blocks(source: Source) -> tuple[ZoneBlock, ...]:
    return ()


def _unknown(rule: str, path: str) -> None:
    return None


class Background(NamedTuple):
    """What a reporter may ask for besides the findings (`report.background()`), worked out only when it is used.

    `source` gives a story's text by the path that a finding names (it raises UnreadableStory), `blocks` its zones,
    `rule` what is known of a rule as it stands for a path.
    """

    source: Callable[[str], Source] = read
    blocks: Callable[[Source], Sequence[ZoneBlock]] = _no_blocks
    rule: Callable[[str, str], About | None] = _unknown


class Look(NamedTuple):
    """How a report for people looks: `color` is auto, always or never; a `quiet` one has findings only.

    With `fixes` it shows beside each finding what its first fix would change.
    """

    color: str = "auto"
    quiet: bool = False
    fixes: bool = False


class Report(NamedTuple):
    """What one run found: entries in order; where they are many, they are read from disk one by one."""

    stories: int
    entries: Collection[Entry]
    failures: Sequence[Failure]
    background: Callable[[], Background] = Background
    look: Look = Look()
    absent: Sequence[Failure] = ()  # files without a story below the folders that were asked for: pictures, packages
    story: str = ""  # the path of the story, where but one was checked
    allowances: Sequence[Allowance] = ()  # budgets that findings were counted against


def place(source: Source, span: Span, label: str = "") -> Place:
    """Where a span lies, and the text it covers."""
    source, (start, end) = source.told(span)
    position = source.lines.position
    made: Place = _new(Place, (source.path, position(start), position(end), source.text[start:end], label))
    return made


def locate(finding: Finding, source: Source) -> Entry:
    """Return a finding as a report entry, with lines and columns."""
    at = place(source, finding.span)
    fields = (
        *finding[:5],
        at,
        tuple([place(source, r.span, r.label) for r in finding.related]) if finding.related else (),
        tuple([_located(fix, source) for fix in finding.fixes]) if finding.fixes else (),
        frame(source, finding.span, line=at.start.line if source.told(finding.span)[0] is source else 0),
        finding.label,
        "",
    )
    entry: Entry = _new(Entry, fields)
    return entry


def _located(fix: Fix, source: Source) -> LocatedFix:
    """A fix with lines and columns."""
    position = source.lines.position
    edits = [LocatedEdit(position(edit.span.start), position(edit.span.end), edit.text) for edit in fix.edits]
    return LocatedFix(fix.title, fix.safety, tuple(edits))


def frame(source: Source, span: Span, width: int = FRAME_WIDTH, *, line: int = 0) -> Frame:
    """The first line of a span, cut at word boundaries to about `width` code points around it.

    Its number may be known (`line`, from 1).
    """
    begin, stop = source.lines.span(line or source.lines.position(span.start).line)
    whole = source.text
    while stop > begin and whole[stop - 1] in "\r\n":
        stop -= 1
    size = stop - begin
    start = span.start - begin
    made: Frame
    end = max(min(span.end - begin, size), start)
    if size <= width:
        made = _new(Frame, (whole[begin:stop].replace("\t", " "), _new(Span, (start, end))))
        return made
    shown = min(end - start, width * 2 // 3)
    left = max(0, min(start - (width - shown) // 2, size - width))
    right = min(size, left + width)
    # no more is cut out of a line than is shown: it may be a whole story, with a finding in each word
    text, at = whole[begin + left : begin + right].replace("\t", " "), left
    if left:
        left = min(start, at + text.find(" ", 0, start - at) + 1)
    if right < size:
        right = max(start + shown, at + text.rfind(" ", start + shown - at, right - at))
    head, tail = ("… " if left else ""), (" …" if right < size else "")
    shift = len(head) - left
    cut = head + text[left - at : right - at] + tail
    made = _new(Frame, (cut, _new(Span, (start + shift, min(end, right) + shift))))
    return made


def thawed(plain: Sequence[Any]) -> Entry:
    """Return an entry from its JSON form, in which tuples are lists."""
    rule, topic, severity, confidence, message, at, related, fixes, shown, label, record = plain
    return Entry(
        rule,
        topic,
        severity,
        confidence,
        message,
        _place_of(at),
        tuple(_place_of(other) for other in related),
        tuple(
            LocatedFix(title, safety, tuple(LocatedEdit(Position(*a), Position(*b), text) for a, b, text in edits))
            for title, safety, edits in fixes
        ),
        Frame(shown[0], Span(*shown[1])) if shown else None,
        label,
        record,
    )


def _place_of(plain: Sequence[Any]) -> Place:
    path, start, end, match, label = plain
    return Place(path, Position(*start), Position(*end), match, label)


def order(entry: Entry) -> tuple[str, int, int, str, str]:
    """Sort key of a report: path, place, rule."""
    at = entry.place
    return at.path, at.start.offset, at.end.offset, entry.rule, entry.message


def deletion(source: Source, span: Span) -> Edit:
    """Return the edit that deletes the lines of a span, and one of two runs of blank lines that would meet."""
    return deletions(source, (span,))[0]


def deletions(source: Source, spans: Sequence[Span]) -> list[Edit]:
    """Return the edits, one for each span, that delete the lines of spans with only blank lines between them."""
    lines, text = source.lines, source.text
    first = lines.position(spans[0].start).line
    ends = [lines.span(lines.position(max(span.start, span.end - 1)).line).end for span in spans]
    start = lines.span(first).start
    above = _last_of_blanks(source, first - 1, -1)
    below = _last_of_blanks(source, lines.position(max(spans[-1].start, spans[-1].end - 1)).line + 1, 1)
    if below == len(text) and above > 0:  # the story now ends here, with or without a line end as it did
        start = above if text[ends[-1] - 1] in "\r\n" else len(text[:above].rstrip("\r\n"))
    elif above == 0:
        ends[-1] = below
    elif below > ends[-1]:
        start = above
    return [Edit(Span(a, b), "") for a, b in zip((start, *ends), ends, strict=False)]


def _last_of_blanks(source: Source, line: int, step: int) -> int:
    """Where the blank lines from a line on end: their start going up, their end going down."""
    lines, text = source.lines, source.text
    while 0 < line <= len(lines) and not text[slice(*lines.span(line))].strip():
        line += step
    if step < 0:
        return lines.span(line).end if line > 0 else 0
    return lines.span(line).start if line <= len(lines) else len(text)
