"""What may be done about findings: their fixes, a request to leave one alone, a name added to the house's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lsprotocol import types

from newslint.base.showing import showable
from newslint.base.text import Span
from newslint.checks.unused_ignore import UnusedIgnore
from newslint.lsp.checking import Checking
from newslint.lsp.client import Client
from newslint.lsp.diagnostics import Writer, range_of
from newslint.lsp.documents import Document
from newslint.lsp.edits import of_document, workspace_edit
from newslint.lsp.house_names import LONGEST
from newslint.model.ignores import takes_comments
from newslint.service.service import Answer, Found

FIX_ALL = "source.fixAll.newslint"
IGNORE = "newslint.ignore"
ADD_NAME = "newslint.addName"
SWITCH_OFF = "newslint.switchOff"
KINDS = (types.CodeActionKind.QuickFix, FIX_ALL)
_NAMES = "names"  # the topic of rules on names
_MOST = 20  # findings at one place
_MOST_NAMES = 3  # spellings that one finding offers to add


class Actions:
    """Writes the actions of a document."""

    def __init__(self, checking: Checking, client: Client, writer: Writer) -> None:
        self._checking = checking
        self._client = client
        self._writer = writer

    def at(
        self, document: Document, span: Span, only: Sequence[str] | None, *, asked: bool = True
    ) -> list[types.CodeAction]:
        """The actions for a stretch of a document; `asked` says that a person asked for them, now.

        `only` are the kinds that the client wants (None: all). Raises NewslintError.
        """
        answer = self._checking.of(document).answer
        if not answer:
            return []
        done: list[types.CodeAction] = []
        if _wanted(types.CodeActionKind.QuickFix, only):
            here = [found for found in answer.found if _meets(found.finding.span, span)][:_MOST]
            for found in here:
                done += self._fixes(document, found)
            for found in here:
                done += self._others(document, answer, found)
        if _wanted(FIX_ALL, only) if only else asked:
            done += self._all(document, answer)
        return done

    def _fixes(self, document: Document, found: Found) -> Iterator[types.CodeAction]:
        diagnostic = self._writer.one(found, document.uri, range_of(document.positions))
        for n, fix in enumerate(found.finding.fixes):
            safe = fix.safety == "safe"
            edit = workspace_edit(self._client, [of_document(document, sorted(fix.edits))])
            yield types.CodeAction(
                title=showable(fix.title) + ("" if safe else " (offered: read it over)"),
                kind=types.CodeActionKind.QuickFix,
                diagnostics=[diagnostic],
                is_preferred=(safe and n == 0) or None,
                edit=edit,
            )

    def _others(self, document: Document, answer: Answer, found: Found) -> Iterator[types.CodeAction]:
        diagnostic = self._writer.one(found, document.uri, range_of(document.positions))

        def command(title: str, name: str, *arguments: str) -> types.CodeAction:
            title = showable(title)
            return types.CodeAction(
                title=title,
                kind=types.CodeActionKind.QuickFix,
                diagnostics=[diagnostic],
                command=types.Command(title, name, arguments=[document.uri, *arguments]),
            )

        if _takes_request(answer, found):
            yield command(f"Leave this alone here, with a reason ({found.entry.rule})", IGNORE, found.fingerprint)
        if found.finding.topic == _NAMES:
            for name in _spellings(found, answer.source.text):
                yield command(f"“{name}” is right: add it to the house’s names", ADD_NAME, name)
        yield command(f"Switch {found.entry.rule} off in newslint.yaml", SWITCH_OFF, found.entry.rule)

    def _all(self, document: Document, answer: Answer) -> Iterator[types.CodeAction]:
        if not any(fix.safety == "safe" for found in answer.found for fix in found.finding.fixes):
            return
        edits = self._checking.mended(document).edits
        if edits:
            yield types.CodeAction(
                title="Make all safe fixes of newslint",
                kind=FIX_ALL,
                edit=workspace_edit(self._client, [of_document(document, edits)]),
            )


def _wanted(kind: str, only: Sequence[str] | None) -> bool:
    """Whether a kind is among those asked for, which stand for all below them."""
    return only is None or any(not each or kind == each or kind.startswith(f"{each}.") for each in only)


def _meets(span: Span, asked: Span) -> bool:
    """Whether a finding stands where actions are asked for; a cursor at either end of it is near enough."""
    return span.start <= asked.end and asked.start <= span.end


def _takes_request(answer: Answer, found: Found) -> bool:
    """Whether a story has a place for a request to leave a finding alone."""
    return (
        len(answer.stories) == 1
        and not answer.stories[0].record
        and takes_comments(answer.stories[0])
        and found.entry.rule != UnusedIgnore.id
    )


def _spellings(found: Found, text: str) -> list[str]:
    """The forms of a name that a finding shows, as they could be added to the house's."""
    spans = [found.finding.span, *(related.span for related in found.finding.related)]
    names = [" ".join(text[span.start : span.end].split()) for span in spans]
    good = [name for name in names if name[:1].isupper() and len(name) <= LONGEST and showable(name) == name]
    return list(dict.fromkeys(good))[:_MOST_NAMES]
