"""Apply fixes to a text: exact edits, none over another, again and again until nothing is left to fix."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import chain, pairwise

from newslint.base.record import NamedTuple
from newslint.base.text import Span
from newslint.engine._trace import Trace
from newslint.engine.guard import with_newlines_of
from newslint.model.finding import SEVERITIES, Edit, Finding

MAX_ROUNDS = 10


class FixedText(NamedTuple):
    """A text after its fixes, how often each rule changed it, and the rules left out as they undo those of others.

    `edits` lead from the text before to this one: they are in order, none touches another.
    """

    text: str
    made: tuple[tuple[str, int], ...] = ()
    conflicting: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()


class Chosen(NamedTuple):
    """Findings whose fixes are made together, and the edits of these, in order."""

    findings: list[Finding]
    edits: list[Edit]


def fix_text(text: str, check: Callable[[str], Iterable[Finding]], *, offers: bool = False) -> FixedText:
    """Fix a text until `check` finds nothing in it that may be fixed.

    Of rules whose fixes undo one another the one that comes last by `_rank` is left out, and the text is fixed anew
    without it, until the rest come to rest. What they leave may let it come to rest too, so that is tried again:
    to fix what has been fixed shall change no more.
    """
    fixed, seen = _at_rest(text, check, offers), {text}
    while fixed.conflicting and fixed.text not in seen:
        seen.add(fixed.text)
        fixed = _followed(text, fixed, _at_rest(fixed.text, check, offers))
    return fixed


def _at_rest(text: str, check: Callable[[str], Iterable[Finding]], offers: bool) -> FixedText:
    """A text fixed by all rules but those that have to be left out."""
    left_out: set[str] = set()
    while True:
        fixed = _fixed(text, lambda now: [f for f in check(now) if f.rule not in left_out], offers)
        if not fixed.conflicting:
            return fixed._replace(conflicting=tuple(sorted(left_out)))
        left_out.update(fixed.conflicting)


def _followed(text: str, first: FixedText, then: FixedText) -> FixedText:
    """What two steps of fixing come to."""
    trace = Trace(text)
    for edits in (first.edits, then.edits):
        if edits:
            trace.follow(edits)
    made = Counter(dict(first.made)) + Counter(dict(then.made))
    left_out = tuple(sorted({*first.conflicting, *then.conflicting}))
    return FixedText(then.text, tuple(sorted(made.items())), left_out, trace.edits())


def _rank(finding: Finding) -> tuple[int, str, str]:
    """What decides between rules: the graver severity goes first, then topics and ids by the alphabet."""
    return -SEVERITIES.index(finding.severity), finding.topic, finding.rule


def _fixed(text: str, check: Callable[[str], Iterable[Finding]], offers: bool) -> FixedText:
    """As `fix_text`, but with the text as it was, and the rule to leave out, where rules undo one another."""
    now, seen, rounds, trace = text, {text: 0}, list[list[Finding]](), Trace(text)
    for _ in range(MAX_ROUNDS + 1):
        chosen = choose(check(now), offers, now)
        if not chosen.edits:
            made = Counter(finding.rule for finding in chain.from_iterable(rounds))
            return FixedText(now, tuple(sorted(made.items())), (), trace.edits())
        rounds.append(chosen.findings)
        trace.follow(chosen.edits)
        now = apply(now, chosen.edits)
        if now in seen:
            break
        seen[now] = len(rounds)
    circle = rounds[seen[now] if seen[now] < len(rounds) else -1 :]
    return FixedText(text, conflicting=(max(chain.from_iterable(circle), key=_rank).rule,))


def edits_of(findings: Iterable[Finding], *, offers: bool = False) -> list[Edit]:
    """The edits of the findings' first fixes that may be applied, in order; of overlapping fixes the first."""
    return choose(findings, offers).edits


def choose(findings: Iterable[Finding], offers: bool, text: str | None = None) -> Chosen:
    """The first fixes that may be applied together; given the text, none that would leave it as it is."""
    chosen = Chosen([], [])
    for finding in findings:
        fix = next((f for f in finding.fixes if offers or f.safety == "safe"), None)
        if fix is None or _disagree(fix.edits) or any(_clashes(edit, chosen.edits) for edit in fix.edits):
            continue
        if text is not None and all(text[slice(*edit.span)] == edit.text for edit in fix.edits):
            continue
        chosen.findings.append(finding)
        for edit in fix.edits:
            insort(chosen.edits, edit if text is None else with_newlines_of(text, edit))
    return chosen


def _disagree(edits: Sequence[Edit]) -> bool:
    """Whether a fix's own edits overlap: a mistake in its rule."""
    return len(edits) > 1 and any(a.span.end > b.span.start for a, b in pairwise(sorted(edits)))


def _clashes(edit: Edit, others: list[Edit]) -> bool:
    """Whether an edit overlaps one of others (in order, none over another) or begins at the same place."""
    at = bisect_left(others, edit)
    near = others[max(0, at - 1) : at + 1]
    return any(edit.span.start == o.span.start or _meets(edit.span, o.span) for o in near)


def _meets(a: Span, b: Span) -> bool:
    return a.overlaps(b) or a.start < b.start == b.end < a.end or b.start < a.start == a.end < b.end


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text with edits made exactly as they stand; they are in order, none over another."""
    parts: list[str] = []
    at = 0
    for span, new in edits:
        if span.start < at:
            raise ValueError(f"edits overlap at {span.start}")
        parts += (text[at : span.start], new)
        at = span.end
    return "".join((*parts, text[at:]))


def edits_between(before: str, after: str) -> tuple[Edit, ...]:
    """The one edit that leads from a text to another, none where they are the same."""
    start = 0
    most = min(len(before), len(after))
    while start < most and before[start] == after[start]:
        start += 1
    end = 0
    while end < most - start and before[len(before) - 1 - end] == after[len(after) - 1 - end]:
        end += 1
    if len(before) == len(after) == start:
        return ()
    return (Edit(Span(start, len(before) - end), after[start : len(after) - end]),)
