"""A story's parts as an editor lists them: headline, byline, dateline, paragraphs, what is quoted, residue."""

from __future__ import annotations

from collections.abc import Iterable

from lsprotocol import types

from newslint.base.showing import showable
from newslint.base.text import Span
from newslint.lsp.diagnostics import RESIDUE, RangeOf
from newslint.lsp.speakers import Said
from newslint.model.story import Story

_MOST = 5_000  # parts; a longer list helps nobody
_LONGEST = 60  # code points of a name
_KINDS = {
    "headline": types.SymbolKind.Class,
    "deck": types.SymbolKind.Interface,
    "subhead": types.SymbolKind.Namespace,
    "byline": types.SymbolKind.Field,
    "dateline": types.SymbolKind.Field,
    "caption": types.SymbolKind.Property,
    RESIDUE: types.SymbolKind.Null,
}
_NAMED = {RESIDUE: "residue"}


def symbols_of(
    stories: Iterable[Story], said: Iterable[Said], place: RangeOf, length: int
) -> list[types.DocumentSymbol]:
    """The parts of stories in a text of `length` code points, each quotation of speech below its paragraph."""
    quotes = sorted(said)
    found: list[types.DocumentSymbol] = []
    n = 0
    for story in stories:
        for zone in story.zones[: max(0, _MOST - len(found))]:
            span = Span(zone.span.start, min(zone.span.end, length))
            while n < len(quotes) and quotes[n].span.start < span.start:
                n += 1
            below = []
            while n < len(quotes) and span.holds(quotes[n].span):
                below.append(_quotation(quotes[n], place))
                n += 1
            where = place(span)
            words = zone.text if len(zone.text) <= _LONGEST else f"{zone.text[: _LONGEST - 1].rstrip()}…"
            found.append(
                types.DocumentSymbol(
                    name=showable(" ".join(words.split())) or "(empty)",
                    kind=_KINDS.get(zone.role, types.SymbolKind.String),
                    range=where,
                    selection_range=where,
                    detail=_NAMED.get(zone.role, zone.role),
                    tags=[types.SymbolTag.Deprecated] if zone.role == RESIDUE else None,
                    children=below or None,
                )
            )
    return found


def _quotation(said: Said, place: RangeOf) -> types.DocumentSymbol:
    where = place(said.span)
    return types.DocumentSymbol(
        name=showable(said.who[:_LONGEST]) or "nobody named",
        kind=types.SymbolKind.Event,
        range=where,
        selection_range=where,
        detail=f"quoted, {said.status}",
    )


def flat(symbols: Iterable[types.DocumentSymbol], uri: str) -> list[types.SymbolInformation]:
    """The same for a client that knows no parts of parts."""
    found = []
    for symbol in symbols:
        place = types.Location(uri, symbol.range)
        found.append(
            types.SymbolInformation(location=place, name=symbol.name, kind=symbol.kind, container_name=symbol.detail)
        )
        found += flat(symbol.children or (), uri)
    return found
