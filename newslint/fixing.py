"""Apply fixes to a text: exact edits, none over another."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.finding import Edit, Finding
from newslint.lazy import pattern
from newslint.text import Span

_BLANK = pattern(r"(?:[ \t]*(?:\r\n|\r|\n))+")


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
    for span, new in _closed(text, sorted(edits)):
        if span.start < at:
            raise ValueError(f"edits overlap at {span.start}")
        parts += (text[at : span.start], new)
        at = span.end
    return "".join((*parts, text[at:]))


def _closed(text: str, edits: list[Edit]) -> list[Edit]:
    """Edits in order; where several deletions meet, blank lines that only all of them bring together count once."""
    found: list[Edit] = []
    meeting = 0
    for n, edit in enumerate(edits):
        meeting = meeting + 1 if n and not edit.text and edits[n - 1].span.end == edit.span.start else 0
        end = edit.span.end
        last = n + 1 == len(edits) or edits[n + 1].span.start > end
        if (
            meeting
            and last
            and _ends_blank(text[: edits[n - meeting].span.start])
            and (gap := _BLANK.match(text, end))
        ):
            end = min(gap.end(), edits[n + 1].span.start if n + 1 < len(edits) else len(text))
        found.append(Edit(Span(edit.span.start, end), edit.text))
    return found


def _ends_blank(text: str) -> bool:
    """Whether a text ends in a blank line."""
    lines = text.splitlines(keepends=True)
    return bool(lines) and not lines[-1].strip() and lines[-1].endswith(("\n", "\r"))


def _clash(a: Edit, b: Edit) -> bool:
    return a.span.overlaps(b.span) or a.span.start == b.span.start or b.span.start < a.span.start < b.span.end
