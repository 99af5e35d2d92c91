"""The Word document that was checked, with what was found as comments in it: `--format docx --output reviewed.docx`.

Nothing else in it changes, and comments of others stay; those of an older report make room. Such a report is bytes,
written to what lies below the stream of text.
"""

from __future__ import annotations

from collections.abc import Iterator

from newslint.base.errors import NewslintError
from newslint.base.showing import showable
from newslint.base.text import Span
from newslint.base.typed import IO, TYPE_CHECKING
from newslint.base.writing import UnwrittenStory
from newslint.model.finding import Entry, Report
from newslint.reporters.base import shown_path
from newslint.reporters.human import MOST_RELATED, count

if TYPE_CHECKING:
    from newslint.formats.docx import DocxSource

FOR = "writers who work in Word: the story itself with comments, one story at a time (`--output reviewed.docx`)"

BINARY = True
AUTHOR = "newslint"
MOST = 1000  # comments; Word takes long over more
_MOST_WORDS = 60


def write(report: Report, stream: IO[str]) -> None:
    """Write the document; raises NewslintError where not just one Word document was checked."""
    out = getattr(stream, "buffer", None)
    if out is None or stream.isatty():
        raise NewslintError("a Word document cannot be shown here", hint="add --output reviewed.docx")
    source = _document(report)
    found = [(Span(e.place.start.offset, e.place.end.offset), [*_said(e)]) for _, e in _first(report)]
    if len(report.entries) > MOST:
        more = count(len(report.entries) - MOST, "finding", "findings")
        found.insert(0, (Span(0, 0), [f"{more} more have no comment here: “newslint check” shows all."]))
    try:
        data = source.with_comments(found, AUTHOR)
    except UnwrittenStory as error:
        raise NewslintError(str(error), source.path) from None
    out.write(data)


def is_report(data: bytes) -> bool:
    """Whether a file is a Word document in which newslint has commented: such a report may be written anew."""
    from newslint.formats.docx import commented_by

    return commented_by(data, AUTHOR)


def _first(report: Report) -> Iterator[tuple[int, Entry]]:
    return zip(range(MOST), report.entries, strict=False)


def _document(report: Report) -> DocxSource:
    hint = "“newslint check --format docx --output reviewed.docx story.docx” takes just one story"
    for failure in report.failures:
        raise NewslintError(failure.message, failure.path)
    if report.stories != 1 or not report.story:
        raise NewslintError(f"comments go into one Word document, and {report.stories} were checked", hint=hint)
    from newslint.formats.docx import DocxSource

    source = report.background().source(report.story)
    if not isinstance(source, DocxSource):
        raise NewslintError("it is no Word document, so there can be no comments in it", report.story, hint=hint)
    return source


def _said(entry: Entry) -> Iterator[str]:
    """What a comment says, paragraph by paragraph."""
    yield showable(entry.message) + (f" ({showable(entry.label)})" if entry.label else "")
    if entry.fixes:
        yield f"Fix: {showable(entry.fixes[0].title)}"
    for other in entry.related[:MOST_RELATED]:
        words = " ".join(other.match.split())
        words = showable(words if len(words) <= _MOST_WORDS else words[: _MOST_WORDS - 1].rstrip() + "…")
        where = "" if other.path == entry.place.path else f"{showable(shown_path(other.path))}, "
        label = f": {showable(other.label)}" if other.label else ""
        yield f"See {where}paragraph {other.start.line}, “{words}”{label}"
    yield f"{entry.severity}: {showable(entry.rule)}"
