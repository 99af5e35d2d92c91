"""Holds what a rule from outside newslint says of a story to what a finding must be, before anybody relies on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise

from newslint.base.errors import near_miss
from newslint.base.outside import Misfit, apart, is_text, shown
from newslint.base.text import Position, Span
from newslint.base.typed import Any
from newslint.kinds.base import Hit, KindRule
from newslint.matcher import Needle
from newslint.model.finding import CONFIDENCES, SEVERITIES, Edit, Entry, Finding, Fix, LocatedFix, Place, Related
from newslint.model.rule import Broken, CorpusRule, Rule
from newslint.model.story import Story


def findings_of(rule: Rule, story: Story, hits: Sequence[Hit] | None) -> list[Finding]:
    """What a rule says of a story, each a whole finding of its own inside the story; raises Misfit for any other."""
    before = _state(story)
    with apart():
        said = _listed(rule.check, "check", "findings", story)
        if hits and isinstance(rule, KindRule):
            said += _listed(rule.judge, "judge", "findings", story, hits)
    if _state(story) != before:
        raise Misfit("it changed the story, which other rules read too: a rule must leave the story as it is")
    return [_whole(finding, rule, len(story.source.text)) for finding in said]


def findings_together(
    check: Callable[[Story], Iterable[Any]], rules: Mapping[str, Rule], story: Story
) -> list[Finding]:
    """The same for rules that look at a story together; each finding is of one of them."""
    before = _state(story)
    with apart():
        said = _listed(check, "its ensemble", "findings", story)
    if _state(story) != before:
        raise Misfit("it changed the story, which other rules read too: a rule must leave the story as it is")
    length = len(story.source.text)
    found = []
    for finding in said:
        rule = rules.get(finding.rule) if isinstance(finding, Finding) and is_text(finding.rule) else None
        if isinstance(finding, Finding) and rule is None:
            raise Misfit(f"its ensemble gave a finding of another rule, {shown(finding.rule)}")
        try:
            found.append(_whole(finding, rule or next(iter(rules.values())), length))
        except Misfit as error:
            raise Broken(rule or next(iter(rules.values()))) from error
    return found


def check_needles(rule: KindRule) -> None:
    """Raise Misfit where what a rule looks for is not a sequence of needles with something in each."""
    with apart():
        needles = rule.needles()
    for needle in _several(needles, Needle, "what needles() gives"):
        if not (is_text(needle.text) and needle.text.strip()):
            raise Misfit(f"needles() gave {shown(needle)}: there is nothing to look for in it")


def facts_of(rule: CorpusRule, story: Story) -> list[tuple[str, Any]]:
    """What a rule collects from a story, as pairs of a text and JSON values; raises Misfit for any other."""
    before = _state(story)
    with apart():
        found = _listed(rule.collect, "collect", "pairs of a key and a fact", story)
    if _state(story) != before:
        raise Misfit("it changed the story, which other rules read too: a rule must leave the story as it is")
    for pair in found:
        if not (isinstance(pair, (tuple, list)) and len(pair) == 2 and is_text(pair[0])):
            raise Misfit(f"collect gave {shown(pair)}: it must give pairs of a key (a text) and a fact")
        _json(pair[1])
    return found


def merged(rule: CorpusRule, a: Any, b: Any) -> Any:
    """Two facts as the rule merges them."""
    with apart():
        return rule.merge(a, b)


def entries_of(rule: CorpusRule, key: str, fact: Any) -> list[Entry]:
    """What a rule says of a key, each a whole entry of its own; raises Misfit for any other."""
    with apart():
        said = _listed(rule.judge, "judge", "entries", key, fact)
    for entry in said:
        _same_rule(entry, rule, Entry, "judge", "self.entry(place)")
        for place in (entry.place, *_several(entry.related, Place, "related")):
            _placed(place)
        _several(entry.fixes, LocatedFix, "fixes")
    return said


def _listed(ask: Callable[..., Iterable[Any]], name: str, what: str, *given: object) -> list[Any]:
    """All that a rule's method gives; raises Misfit where it gives nothing that can be gone through."""
    found: object = ask(*given)
    if isinstance(found, (str, bytes, dict)) or not hasattr(found, "__iter__"):
        hint = "" if found is not None else " (yield them; a method without `yield` or `return` gives None)"
        raise Misfit(f"{name} gave {shown(found)}: it must give {what}{hint}")
    if isinstance(found, (Finding, Entry)):
        raise Misfit(f"{name} gave one {type(found).__name__.lower()}: it must give {what}, so `yield` it")
    return list(found)


def _state(story: Story) -> list[object]:
    """What no rule may change of a story."""
    zones = [(z.role, z.span, z.text, z.level, z.field, z.sort, id(z.segments)) for z in story.zones]
    known = (story.format, story.genre, story.language, story.date, len(story.metadata), len(story.damage))
    return [id(story.zones), id(story.source), story.source.text, known, *zones]


def _whole(finding: Any, rule: Rule, length: int) -> Finding:
    """A finding, looked at part by part; raises Misfit."""
    _same_rule(finding, rule, Finding, "check", "self.finding(span)")
    _within(finding.span, length, "its span")
    related = _several(finding.related, Related, "related")
    for other in related:
        _within(other.span, length, "the span of a related place")
        _said(other.label, "the label of a related place", empty=True)
    fixes = _several(finding.fixes, Fix, "fixes")
    checked: Finding = finding._replace(related=related, fixes=tuple(_fix(fix, length) for fix in fixes))
    return checked


def _same_rule(said: Any, rule: Rule, shape: type, method: str, how: str) -> None:
    """Raise Misfit where this is no finding (or entry) of the rule, or has a part that is none."""
    if not isinstance(said, shape):
        raise Misfit(f"{method} gave {shown(said)}: it must give what {how} makes")
    assert isinstance(said, (Finding, Entry))
    if said.rule != rule.id:
        raise Misfit(f"it gave a finding of another rule, {shown(said.rule)}")
    if said.topic != rule.topic:
        raise Misfit(f"it gave a finding of another topic, {shown(said.topic)}")
    _one_of(said.severity, SEVERITIES, "severity")
    _one_of(said.confidence, CONFIDENCES, "confidence")
    _said(said.message, "its message")
    _said(said.label, "its label", empty=True)


def _fix(fix: Fix, length: int) -> Fix:
    _said(fix.title, "the title of its fix")
    _one_of(fix.safety, ("safe", "offer"), "safety of a fix")
    edits = _several(fix.edits, Edit, "the edits of a fix")
    for edit in edits:
        _within(edit.span, length, "the span of its fix")
        _said(edit.text, "the new text of its fix", empty=True)
    spans = sorted(edit.span for edit in edits)
    for a, b in pairwise(spans):
        if b.start < a.end or a == b:
            raise Misfit(f"two edits of its fix meet: {a.start}-{a.end} and {b.start}-{b.end}")
    return fix._replace(edits=edits)


def _within(span: Any, length: int, what: str) -> None:
    """Raise Misfit for a span that is none, is reversed or reaches past the story."""
    if not (isinstance(span, tuple) and len(span) == 2 and all(type(n) is int for n in span)):
        raise Misfit(f"{what} is {shown(span)}: a Span of two whole numbers was expected")
    start, end = span
    if not isinstance(span, Span):
        raise Misfit(f"{what} is a plain tuple: write Span({start}, {end})")
    if start > end:
        raise Misfit(f"{what} is reversed: it goes from {start} to {end}")
    if start < 0 or end > length:
        raise Misfit(f"{what} is {start}-{end}, and the story has {length} characters")


def _placed(place: Any) -> None:
    """Raise Misfit for a place that no story can have."""
    if not isinstance(place, Place):
        raise Misfit(f"judge gave the place {shown(place)}: it must be one that collect made with newslint.locate")
    ends = (place.start, place.end)
    for at in ends:
        if not (isinstance(at, Position) and all(type(n) is int for n in at)):
            raise Misfit(f"judge gave a place that stands at {shown(at)}: a Position was expected")
        if at.line < 1 or at.column < 1 or at.offset < 0:
            raise Misfit(f"judge gave a place at {shown(tuple(at))}: lines and columns count from 1, offsets from 0")
    if place.start.offset > place.end.offset:
        raise Misfit("judge gave a place that is reversed")
    _said(place.path, "the path of a place")
    _said(place.match, "the words of a place", empty=True)
    _said(place.label, "the label of a place", empty=True)


def _several(found: Any, shape: type, what: str) -> tuple[Any, ...]:
    if not isinstance(found, (tuple, list)):
        raise Misfit(f"{what} is {shown(found)}: a tuple was expected")
    for each in found:
        if not isinstance(each, shape):
            raise Misfit(f"{what} holds {shown(each)}: a {shape.__name__} was expected")
    return tuple(found)


def _one_of(value: Any, known: Sequence[str], what: str) -> None:
    if not (isinstance(value, str) and value in known):
        raise Misfit(f"unknown {what} {shown(value)}: {near_miss(str(value), known)}")


def _said(text: Any, what: str, *, empty: bool = False) -> None:
    if not is_text(text) or not (text or empty):
        raise Misfit(f"{what} is {shown(text)}: a text was expected")


def _json(fact: Any) -> None:
    import json

    try:
        json.dumps(fact)
    except (TypeError, ValueError, RecursionError):
        raise Misfit(f"collect gave the fact {shown(fact)}: facts are what JSON can write") from None
