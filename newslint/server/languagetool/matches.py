"""A finding as LanguageTool tells it: a match with its context, its sentence, its rule and what may stand instead."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from newslint.analyses.text.sentences import split
from newslint.base.text import Span
from newslint.base.typed import Any
from newslint.engine.fixing import apply
from newslint.engine.guard import with_newlines_of
from newslint.model.finding import Finding, Fix
from newslint.model.rule import Rule
from newslint.reporters.base import rule_link
from newslint.rulebook.rule_pages import what_it_finds
from newslint.server.languagetool.annotated import Annotated
from newslint.server.languagetool.parameters import SPELLING, TYPOS

_CONTEXT = 40  # code points on either side of a match
_LONGEST = 500  # of a match or a sentence that is cited
_FURTHER = 200  # code points by which a match may grow to take in all that its fix changes
_MOST_VALUES = 20

# Issue types: only those that Superdesk shows (it drops `style`, `duplication`, `inconsistency` and others).
_BY_TOPIC = {
    "language": "grammar",
    "punctuation": "typographical",
    "quotes": "typographical",
    "integrity": "characters",
    "dates": "locale-violation",
    "numbers": "locale-violation",
}
OTHER = "other"


class Sentences:
    """The sentences of a plain text, in order."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.spans: list[Span] = []
        at = 0
        for line in text.splitlines(keepends=True):
            if not line.isspace():
                self.spans += [Span(at + start, at + end) for start, end in split(line)]
            at += len(line)
        self._starts = [span.start for span in self.spans]

    def of(self, span: Span) -> str:
        """The sentence in which a stretch begins; of a very long one the words from there on."""
        n = bisect_right(self._starts, span.start) - 1
        if n < 0:
            return self._text[span.start : span.end][:_LONGEST]
        start, end = self.spans[n]
        if end - start > _LONGEST:
            start = max(start, min(span.start, end - _LONGEST))
        return self._text[start : min(end, start + _LONGEST)]


def rule_data(rule: str, topic: str, known: Rule | None) -> dict[str, Any]:
    """A rule as each of its matches names it."""
    spelling = rule in SPELLING
    link = rule_link(rule, topic)
    return {
        "id": rule,
        "description": what_it_finds(known) if known else _in_words(rule),
        "issueType": _issue_type(rule, topic),
        **({"urls": [{"value": link}]} if link else {}),
        "category": {
            "id": TYPOS if spelling else topic.upper(),
            "name": "Possible Typo" if spelling else _in_words(topic),
        },
    }


def _issue_type(rule: str, topic: str) -> str:
    if rule in SPELLING:
        return "misspelling"
    if "space" in rule.split("-"):
        return "whitespace"
    return _BY_TOPIC.get(topic, OTHER)


def _in_words(name: str) -> str:
    return name.rpartition("/")[2].replace("-", " ").capitalize()


def match(finding: Finding, text: Annotated, sentences: Sentences, rule: dict[str, Any]) -> dict[str, Any] | None:
    """A finding as a match; None where there is nothing that a client could mark."""
    span, values = replaced(finding, text)
    told = text.span(span)
    if told.start == told.end:
        return None
    start, end = text.units(told.start), text.units(told.end)
    return {
        "message": finding.message,
        "shortMessage": _in_words(finding.rule),
        "replacements": [{"value": value} for value in values],
        "offset": start,
        "length": end - start,
        "context": _context(text, told),
        "sentence": sentences.of(span),
        "type": {"typeName": _type(finding)},
        "rule": rule,
        "ignoreForIncompleteSentence": False,
        "contextForSureMatch": 0,
    }


def _type(finding: Finding) -> str:
    if finding.rule in SPELLING:
        return "UnknownWord"
    return "Hint" if finding.severity == "note" else "Other"


def replaced(finding: Finding, text: Annotated) -> tuple[Span, list[str]]:
    """The stretch of the plain text that a match marks, and what may stand in its place.

    LanguageTool has one replacement for what is marked, and no fix elsewhere: where a fix changes more than that, the
    match grows to take it all in, if it stays small and there is no markup within; else nothing is proposed.
    """
    plain = text.plain
    wide = _widened(finding, plain)
    if wide.end - wide.start > finding.span.end - finding.span.start + _FURTHER or not text.is_exact(wide):
        return _marked(finding.span, plain), []
    values: dict[str, None] = {}
    for fix in finding.fixes[:_MOST_VALUES]:
        value = _value(fix, wide, plain)
        if value is not None:
            values[value] = None
    values.pop(plain[wide.start : wide.end], None)
    return (wide, list(values)) if values else (_marked(finding.span, plain), [])


def _widened(finding: Finding, plain: str) -> Span:
    """The stretch that a finding marks and its first fix changes, of one code point at least."""
    start, end = finding.span
    for fix in finding.fixes[:1]:
        start = min(start, *(edit.span.start for edit in fix.edits), start)
        end = max(end, *(edit.span.end for edit in fix.edits), end)
    return _marked(Span(start, end), plain)


def _marked(span: Span, plain: str) -> Span:
    """A stretch that can be seen: a place between two characters takes in one of them."""
    start, end = span
    if start < end:
        return span
    return Span(start, start + 1) if start < len(plain) else Span(max(0, start - 1), start)


def _value(fix: Fix, wide: Span, plain: str) -> str | None:
    """What a stretch becomes by a fix; None where the fix changes what lies outside."""
    if not all(wide.holds(edit.span) for edit in fix.edits):
        return None
    edits = sorted(with_newlines_of(plain, edit) for edit in fix.edits)
    moved = [edit._replace(span=Span(edit.span.start - wide.start, edit.span.end - wide.start)) for edit in edits]
    try:
        return apply(plain[wide.start : wide.end], moved)
    except ValueError:  # its own edits overlap: a mistake of its rule
        return None


def _context(text: Annotated, told: Span) -> dict[str, Any]:
    """A match with a few words on either side, on one line; offset and length are in UTF-16 units of it."""
    whole = text.whole
    end = min(told.end, told.start + _LONGEST)
    left, right = max(0, told.start - _CONTEXT), min(len(whole), end + _CONTEXT)
    before, after = "..." if left else "", "..." if right < len(whole) else ""
    cited = before + whole[left:right].replace("\n", " ").replace("\r", " ") + after
    begin = text.units(told.start) - text.units(left) + len(before)
    return {"text": cited, "offset": begin, "length": text.units(end) - text.units(told.start)}


def in_order(matches: Sequence[dict[str, Any] | None]) -> list[dict[str, Any]]:
    """The matches there are, in the order of the text."""
    return sorted(filter(None, matches), key=lambda each: (each["offset"], each["length"]))
