"""Apply fixes to a text: exact edits, none over another."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.finding import Edit, Finding


def edits_of(findings: Iterable[Finding], *, offers: bool = False) -> list[Edit]:
    """The edits of the findings' first fixes that may be applied, in order; of overlapping fixes the first."""
    chosen: list[Edit] = []
    for finding in findings:
        fix = next((f for f in finding.fixes if offers or f.safety == "safe"), None)
        if fix and not any(_clash(a, b) for a in fix.edits for b in chosen):
            chosen += fix.edits
    return sorted(chosen)


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text with edits made; they must not overlap."""
    parts: list[str] = []
    at = 0
    for span, new in sorted(edits):
        if span.start < at:
            raise ValueError(f"edits overlap at {span.start}")
        parts += (text[at : span.start], new)
        at = span.end
    return "".join((*parts, text[at:]))


def _clash(a: Edit, b: Edit) -> bool:
    return a.span.overlaps(b.span) or a.span.start == b.span.start or b.span.start < a.span.start < b.span.end
