"""Findings as editors' programs show them: diagnostics, with the rule, its page and the other places in question."""

from __future__ import annotations

from collections.abc import Callable

from lsprotocol import types

from newslint.base.errors import NewslintError
from newslint.base.showing import showable
from newslint.base.text import Source, Span
from newslint.lsp.checking import Checked
from newslint.lsp.documents import uri_of
from newslint.lsp.positions import Positions
from newslint.reporters.base import Links, told
from newslint.service.limits import NoStoryThere, TookTooLong, TooLarge
from newslint.service.service import Answer, Found

SOURCE = "newslint"
NOT_CHECKED = "not-checked"  # the code of what is said where there is no answer
RESIDUE = "chrome"  # the topic of rules on what a page left in the copy
_MOST = 1_000  # diagnostics of a story: no editor shows more
_SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "note": types.DiagnosticSeverity.Information,
}

RangeOf = Callable[[Span], types.Range]


def range_of(positions: Positions) -> RangeOf:
    """What turns spans of a text into ranges as the client counts."""

    def found(span: Span) -> types.Range:
        (line, column), (last, end) = positions.range(span)
        return types.Range(types.Position(line, column), types.Position(last, end))

    return found


def nowhere(span: Span) -> types.Range:
    """The beginning of a file, for places in a text that was taken out of it."""
    return types.Range(types.Position(0, 0), types.Position(0, 0))


class Writer:
    """Writes findings as diagnostics; with `related` the client shows related places."""

    def __init__(self, *, related: bool = True) -> None:
        self._related = related
        self._links = Links()

    def of(self, checked: Checked, uri: str, place: RangeOf) -> list[types.Diagnostic]:
        """All that is to be shown of a story."""
        if checked.answer:
            written = [self.one(each, uri, place) for each in checked.answer.found[:_MOST]]
            return [*written, *_beyond(checked.answer, place)]
        return [self.unchecked(checked.why, uri, place)] if checked.why else []

    def one(self, found: Found, uri: str, place: RangeOf) -> types.Diagnostic:
        """A finding."""
        entry = found.entry
        page = self._links(entry)
        return types.Diagnostic(
            range=place(found.finding.span),
            message=showable(told(entry)),
            severity=_SEVERITIES[entry.severity],
            code=entry.rule,
            code_description=types.CodeDescription(page) if page else None,
            source=SOURCE,
            tags=[types.DiagnosticTag.Unnecessary] if entry.topic == RESIDUE else None,
            related_information=[
                types.DiagnosticRelatedInformation(
                    types.Location(uri, place(related.span)), showable(related.label) or "it is about this place, too"
                )
                for related in found.finding.related
            ]
            or None
            if self._related
            else None,
            data=found.fingerprint,
        )

    def unchecked(self, error: NewslintError, uri: str, place: RangeOf) -> types.Diagnostic:
        """Why a story could not be checked, at its beginning."""
        ours = not isinstance(error, (NoStoryThere, TookTooLong, TooLarge))
        own = bool(error.path and (error.line or uri_of(error.path) != uri))  # it is about a file of its own
        at = types.Position(max(0, error.line - 1), max(0, error.column - 1))
        where = types.Location(uri_of(error.path), types.Range(at, at)) if own else None
        said = str(error) if own else "\n".join(map(showable, filter(None, (error.message, error.hint))))
        return types.Diagnostic(
            range=place(Span(0, 0)),
            message=f"this story was not checked: {said}",
            severity=types.DiagnosticSeverity.Error if ours else types.DiagnosticSeverity.Warning,
            code=NOT_CHECKED,
            source=SOURCE,
            related_information=[types.DiagnosticRelatedInformation(where, error.message)]
            if where and self._related
            else None,
        )


def _beyond(answer: Answer, place: RangeOf) -> list[types.Diagnostic]:
    """What else is to be said of a story: records that could not be read, findings beyond those shown."""
    said = [f"a record could not be read: {why}" for why in answer.broken[:10]]
    if len(answer.found) > _MOST:
        said.append(f"there are {len(answer.found) - _MOST:,} more findings in it")
    return [
        types.Diagnostic(
            range=place(Span(0, 0)),
            message=each,
            severity=types.DiagnosticSeverity.Warning,
            code=NOT_CHECKED,
            source=SOURCE,
        )
        for each in said
    ]


def place_in(source: Source, encoding: str) -> RangeOf:
    """What turns spans of a file that is not open into ranges; for text that was taken out of it, its beginning."""
    return nowhere if source.taken_out else range_of(Positions(source.text, encoding))
