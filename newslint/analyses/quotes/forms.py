"""What the rules on double and single quotation marks share."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.quotes.marks import marks
from newslint.base.record import NamedTuple
from newslint.base.text import Span
from newslint.model.finding import Edit
from newslint.model.story import Story, Zone

DOUBLE, SINGLE = "double", "single"
_OTHERS = {"“": "‘", "”": "’", '"': "'", "‘": "“", "’": "”", "'": '"'}
_SINGLES = "‘’'"
_ENDS, _PROSE_ENDS = ",.?!…—", ".?!…:;”’\"'"
_SHORT = 2  # a quotation that is its whole paragraph may be a heading


class Quotation(NamedTuple):
    """A quotation of a paragraph and the form of its marks; `edits` change it, where nothing else must change too."""

    span: Span
    form: str
    words: int
    speech: bool  # it ends with a sign of its own, in a paragraph that ends as prose does
    edits: tuple[Edit, ...]


def quotations(story: Story, roles: tuple[str, ...]) -> Iterator[Quotation]:
    """Every outer quotation with both of its marks in zones of these roles."""
    for zone, found in story.get(marks):
        if zone.role in roles and not zone.sort:
            for start, end, opened, closed in found.pairs:
                if opened == 1 and closed == 1 and (first := _OTHERS.get(zone.text[start])):
                    yield _read(zone, start, end, first)


def _read(zone: Zone, start: int, end: int, first: str) -> Quotation:
    text = zone.text
    form = SINGLE if text[start] in _SINGLES else DOUBLE
    inner = text[start + 1 : end - 1]
    last = _OTHERS.get(text[end - 1], "")
    edits: tuple[Edit, ...] = ()
    if last and not _holds_marks(inner):
        edits = (Edit(zone.to_source(start, start + 1), first), Edit(zone.to_source(end - 1, end), last))
    return Quotation(zone.to_source(start, end), form, len(inner.split()), _is_speech(text, inner), edits)


def _is_speech(text: str, inner: str) -> bool:
    return inner[-1:] in _ENDS and text.rstrip()[-1:] in _PROSE_ENDS and len(text) > len(inner) + _SHORT


def _holds_marks(inner: str) -> bool:
    """Whether a quotation holds another: then its marks would have to change too, which nobody may do."""
    if any(mark in inner for mark in '“”"‘'):
        return True
    return any(
        mark in "'’" and not (inner[n - 1 : n].isalpha() and inner[n + 1 : n + 2].isalpha())
        for n, mark in enumerate(inner)
    )
