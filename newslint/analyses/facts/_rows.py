"""Lists whose items semicolons part, “Two men were held: Al Lee, 31, who …; and Bob Hale, …”, or that stand below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import islice

from newslint.analyses.facts.around import sentence_at
from newslint.analyses.facts.quantities import ZONES
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.model.story import Story, Zone
from newslint.words.tables import Figures, Vocabulary, Wholes, any_of

_MOST = 40  # such lists of a story
_FIRST_WORDS = 4  # of a sentence that begins with a count, up to what is counted
_LAST_WORDS = 6  # from a count to the colon at the end of a sentence
_OPENING = 60  # code points of an item in which two names may stand side by side
_LINE_ENDS = ("\n", " \n")
_NEAR = 4  # zones behind a list in which it may go on
_ITEM = pattern(r"([ \t>]{0,12})(?:[-*+•–]|\d{1,2}[.)])\s")
_TELLING = frozenset(("are", "at", "for", "in", "of", "that", "which", "who"))  # which of them are meant, or where
_WORD = pattern(r"[\w’'-]+")
_SIGNS = pattern(r"[()“”\"‘\n]")
_TWO_NAMES = pattern(r"(?:[A-Z][\w.’'-]*,? ){1,4}and (?:[A-Z]|his |her |their )")
_ANOTHER = pattern(r", and [A-Z]")
_FOR_EACH = pattern(lambda: rf"\b(?:{any_of(Wholes.of().of_several)})\b")
_SOME_ONLY = pattern(lambda: rf"(?i:\b(?:{any_of((*Wholes.of().some_only, *Wholes.of().more))})\b)")


class Rows(NamedTuple):
    """A count at `start` of a zone's prose, and the list at `at`-`end`; it has `named` items, or up to `most`."""

    zone: Zone
    start: int
    at: int
    end: int
    said: int
    named: int
    most: int


@cache
def _number_words() -> frozenset[str]:
    figures = Figures.of()
    return frozenset((*(row[0] for row in (*figures.ones, *figures.tens)), "hundred", "half", "both", "dozen"))


def parted(story: Story, numbers: Mapping[str, int]) -> Iterator[Rows]:
    """The lists behind a colon whose items semicolons part, with the count in the words before it."""
    text = story.prose.text
    at = text.find(";")
    left = _MOST
    while at >= 0 and left:
        if text.startswith(" and ", at + 1):
            left -= 1
            held = story.prose.zone_of(at, at + 1)
            if held and held[0].role in ZONES:
                yield from _of_sentence(*held, at, numbers)
        at = text.find(";", at + 1)


def _of_sentence(zone: Zone, offset: int, last: int, numbers: Mapping[str, int]) -> Iterator[Rows]:
    low, high = sentence_at(zone.text, last - offset)
    head, colon, body = zone.text[low:high].partition(": ")
    items = body.rstrip(" .!?\n").split("; ")
    if not colon or ": " in body or len(items) < 2 or _SIGNS.search(body):
        return
    if not items[-1].startswith("and ") or any(each.startswith("and ") for each in items[:-1]):
        return
    count = _count(head, numbers)
    if not count or _SOME_ONLY.search(head) or _FOR_EACH.search(body) or _SOME_ONLY.match(body):
        return
    items[-1] = items[-1][4:]
    if len({each[:1].isupper() for each in items}) > 1 or _SOME_ONLY.search(items[-1][:_OPENING]):
        return
    most = len(items) + sum(bool(_TWO_NAMES.match(each)) for each in items) + bool(_ANOTHER.search(items[-1]))
    at = low + len(head) + 2
    yield Rows(
        zone, low + count.start(), at, at + len(body.rstrip(" .!?\n")), numbers[count[0].lower()], len(items), most
    )


def below(story: Story, numbers: Mapping[str, int]) -> Iterator[Rows]:
    """The lists of items right below a paragraph that ends with their count: “three things:”.

    A count that is not off by one is none of the items', and a list that may go on behind other copy is left out.
    """
    text = story.prose.text
    at = text.find(":")
    left = _MOST
    while at >= 0 and left:
        if text.startswith(_LINE_ENDS, at + 1):
            held = story.prose.zone_of(at, at + 1)
            left -= 1
            if held and held[0].role == "body":
                yield from _below(story, held[0], numbers)
        at = text.find(":", at + 1)


def _below(story: Story, zone: Zone, numbers: Mapping[str, int]) -> Iterator[Rows]:
    last = zone.text.rstrip()
    low, high = sentence_at(zone.text, len(last) - 1)
    head = zone.text[low : len(last) - 1]
    count = _count(head, numbers, at_end=True) if last.endswith(":") and high >= len(last) else None
    if not count or _SOME_ONLY.search(head):
        return
    n = story.zones.index(zone) + 1
    end = n
    while end < len(story.zones) and story.zones[end].role == "list":
        end += 1
    for each in story.zones[end : end + _NEAR]:
        if each.role == "list":
            return
        if each.role == "subhead" or each.text.rstrip()[-1:] == ":":
            break
    items = _items(story, story.zones[n:end])
    said = numbers[count[0].lower()]
    if items > 1 and abs(items - said) <= 1:
        start = low + count.start()
        yield Rows(zone, start, start, len(last) - 1, said, items, items)


def _items(story: Story, zones: Sequence[Zone]) -> int:
    """How many of these list items stand as far in as the first; none if that has no sign of one."""
    source = story.source.text
    signs = [_ITEM.match(source, source.rfind("\n", 0, zone.span.start) + 1) for zone in zones]
    first = signs[0] if signs else None
    return sum(sign is not None and sign[1] == first[1] for sign in signs) if first else 0


def _count(head: str, numbers: Mapping[str, int], *, at_end: bool = False) -> re.Match[str] | None:
    """The only number of some words, if it counts what they begin or end with: “Two men were held”."""
    found = [*islice(_WORD.finditer(head), 60)]
    told = [n for n, word in enumerate(found) if word[0][0].isdigit() or word[0].lower() in _number_words()]
    if len(told) != 1 or found[told[0]][0].lower() not in numbers:
        return None
    n = told[0]
    tables = Wholes.of()
    behind = [word[0] for word in found[n + 1 :]]
    cuts = (m for m, word in enumerate(behind) if m and word in _TELLING and _is_plural(behind[m - 1]))
    behind = behind[: next(cuts, None)]
    if not behind or behind[0].lower() in tables.no_items:
        return None
    if n == 0 and not at_end:
        first = behind[:_FIRST_WORDS]
        small = next((m for m, word in enumerate(first) if word.lower() in _small()), len(first))
        if small > 0 and _is_plural(first[small - 1]):
            return found[0]
    if len(behind) > _LAST_WORDS or not tables.no_list.isdisjoint(behind) or not _is_plural(behind[-1]):
        return None
    before = {word[0].lower() for word in found[max(0, n - 2) : n]}
    return found[n] if before.isdisjoint(tables.not_counted_behind) else None


def _is_plural(word: str) -> bool:
    return word.endswith("s") or word in Wholes.of().plurals


@cache
def _small() -> frozenset[str]:
    return frozenset([word.lower() for word in Vocabulary.of().function])
