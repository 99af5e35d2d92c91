"""Requests in a story to ignore findings, by rule and with a reason; and requests that turn out unused."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date as Date

from newslint.base.text import Places, Span
from newslint.base.typed import Any
from newslint.model._ignore import ALL as ALL
from newslint.model._ignore import Ignore as Ignore
from newslint.model._ignore import as_one_line as as_one_line
from newslint.model._ignore import day_in
from newslint.model.finding import Finding, group_of
from newslint.model.story import Analysis, Story

_FIELD = "newslint.ignore"
_WITHOUT_COMMENTS = ("plain", "fragment")  # there a comment would be printed
_TERMS = ("reason", "until", "words")
_LONGEST = 5_000  # code points of a finding whose words are looked at: a stretch of a page may be mostly tags


def takes_comments(story: Story) -> bool:
    """Whether a story's format has comments, which readers do not see."""
    return story.format not in _WITHOUT_COMMENTS


def ignores_of(story: Story) -> list[Ignore]:
    """Every request in a story: in its metadata for all of it, in comments for a block, a region, or all of it."""
    if not story.metadata and story.format in _WITHOUT_COMMENTS:
        return []
    asked = list(_in_metadata(story))
    if takes_comments(story) and not story.record and "newslint" in story.source.text.lower():
        from newslint.model.ignore_comments import in_comments  # here: few stories ask

        asked += in_comments(story)
    return asked


requests: Analysis[list[Ignore]] = Analysis("ignores", ignores_of)  # read once, asked for three times a story


def _in_metadata(story: Story) -> Iterator[Ignore]:
    settings = story.metadata.get("newslint")
    asked = settings.get("ignore") if isinstance(settings, Mapping) else None
    if not asked:
        return
    whole = Span(0, len(story.source.text))
    for zone in story.of("metadata"):
        if zone.field.startswith(_FIELD):
            rules = tuple(zone.text.replace(",", " ").replace('"', " ").replace("'", " ").split())
            said = asked.get(rules[0]) if isinstance(asked, Mapping) and rules else ""
            reason, until, words, fault = _terms(said)
            yield Ignore(whole, rules, reason, zone.span, until, fault, words)


def _terms(said: Any) -> tuple[str, Date | None, tuple[str, ...], str]:
    """The reason beside a rule, the last day on which the request holds, its words, and what is wrong with them."""
    if not isinstance(said, Mapping):
        return (said.strip() if isinstance(said, str) else ""), None, (), ""
    unknown = next((str(key) for key in said if key not in _TERMS), "")
    if unknown:
        return "", None, (), f"“{unknown}” is not understood here: write {', '.join(_TERMS[:-1])} or {_TERMS[-1]}"
    reason = said.get("reason")
    until, fault = day_in(said.get("until"))
    words, wrong = _words(said.get("words"))
    return (reason.strip() if isinstance(reason, str) else ""), until, words, fault or wrong


def _words(said: Any) -> tuple[tuple[str, ...], str]:
    """The words that a request in the metadata names, and what is wrong with them."""
    if said is None:
        return (), ""
    listed = [said] if isinstance(said, str) else said
    if not isinstance(listed, list) or not listed or not all(isinstance(w, str) and w.strip() for w in listed):
        return (), "words: lists the words to leave alone, as in “words: [to to]”"
    return tuple(dict.fromkeys(as_one_line(word) for word in listed)), ""


def marked(story: Story, span: Span) -> set[str]:
    """The words that a finding marks, white space made one: as they stand in the source, and as they are read.

    Of a long stretch none: no request names so many.
    """
    if span.end - span.start > _LONGEST:
        return set()
    text, zones = story.source.text, story.zones
    prose = []
    for n in range(bisect_right(zones, span.start, key=lambda zone: zone.span.end), len(zones)):
        if zones[n].span.start >= span.end:
            break
        prose.append(zones[n].text[slice(*zones[n].from_source(span))])
    return {as_one_line(text[span.start : span.end]), as_one_line(" ".join(prose))} - {""}


def apply(
    findings: Iterable[Finding],
    ignores: Sequence[Ignore],
    *,
    silent: Collection[str] = (),
    aliases: Mapping[str, str] | None = None,
    words_at: Callable[[Span], Collection[str]] = lambda span: (),
) -> tuple[list[Finding], list[Ignore]]:
    """Return the findings that remain, and the unused requests, each with just the names that had no effect.

    `silent` are the known rules and topics that did not run: a request for these is not idle. `aliases` are
    former names of rules. `words_at` gives the words that a finding marks, by its span. Where only some of the words
    of a request had no effect, it is returned with just these, and without names.
    """
    if not ignores:
        return list(findings), []
    renamed = aliases or {}
    names = [tuple(renamed.get(rule, rule) for rule in ignore.rules) for ignore in ignores]
    covered: dict[_Key, list[Span]] = {}
    for ignore, own in zip(ignores, names, strict=True):
        for key in _keys(own, ignore.words):
            covered.setdefault(key, []).append(ignore.span)
    places = {key: Places(spans) for key, spans in covered.items()}
    by_words = {name for name, word in places if word}
    found: dict[_Key, list[Span]] = {}
    kept: list[Finding] = []
    for finding in findings:
        by = (finding.rule, *filter(None, (group_of(finding.rule),)), finding.topic, ALL)
        words = words_at(finding.span) if by_words and not by_words.isdisjoint(by) else ()
        keys = [key for key in _keys(by, ("", *words)) if key in places]
        for key in keys:
            found.setdefault(key, []).append(finding.span)
        if not any(_covers(places[key], finding.span) for key in keys):
            kept.append(finding)
    return kept, list(_unused(ignores, names, {key: _Found(spans) for key, spans in found.items()}, silent))


_Key = tuple[str, str]  # a name of a rule or topic, and the words that must be marked; "" where any may be


def _keys(names: Iterable[str], words: Sequence[str]) -> Iterator[_Key]:
    return ((name, word) for name in names for word in words or ("",))


def _covers(places: Places, span: Span) -> bool:
    """Whether a finding lies in one of the places that requests cover; one without length may stand at an edge."""
    return places.touch(span) if span.start == span.end else places.meet(span)


class _Found:
    """The places of findings that go by one name."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._long = Places(span for span in spans if span.start < span.end)
        self._empty = Places(span for span in spans if span.start == span.end)

    def within(self, span: Span) -> bool:
        """Whether one of them lies in what a request covers, as `_covers` tells it."""
        return self._long.meet(span) or self._empty.touch(span)


def _unused(
    ignores: Sequence[Ignore],
    names: Sequence[tuple[str, ...]],
    found: Mapping[_Key, _Found],
    silent: Collection[str],
) -> Iterator[Ignore]:
    def is_used(ignore: Ignore, key: _Key) -> bool:
        return key[0] in silent or (key in found and found[key].within(ignore.span))

    for ignore, own in zip(ignores, names, strict=True):
        idle = tuple(
            said
            for said, name in zip(ignore.rules, own, strict=True)
            if not any(is_used(ignore, key) for key in _keys((name,), ignore.words))
        )
        if idle:
            yield ignore._replace(rules=idle)
        if ignore.words and len(idle) < len(own):
            words = tuple(w for w in ignore.words if not any(is_used(ignore, key) for key in _keys(own, (w,))))
            if words:
                yield ignore._replace(rules=(), words=words)
