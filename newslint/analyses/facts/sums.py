"""A sum of money and the sums it is made of: “$56m collected, $8m short of the $64m”, a list below a total."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.facts._listed_sums import of_each, of_lists
from newslint.analyses.facts.measures import places
from newslint.analyses.facts.quantities import ZONES, Quantity, read
from newslint.analyses.text.sentences import split
from newslint.analyses.text.words import words
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.model.story import Analysis, Story, Zone
from newslint.words.languages import ENGLISH
from newslint.words.tables import Figures, Wholes, any_of

_HEADS = 4  # paragraphs above a list in which its total may stand
_MANY = 6  # sums before another that may be its total
_LEAST = 2  # entries of a list
_NEAR = 60  # code points between two sums that are added
_MOST = 3.0  # times a total that its parts may come to: more is something else


class Added(NamedTuple):
    """A total and sums that should come to it, and do not."""

    total: Quantity
    parts: tuple[Quantity, ...]

    @property
    def sum(self) -> float:
        """What the parts come to."""
        return sum(each.value for each in self.parts)


_ROUGH = 0.02  # of a hedged sum
_HEDGED = 0.15
_KINDS = pattern(
    r"\W{0,4}[$£€][\d,.]*\d (?:million )?in (?:[A-Za-z-]+ ){0,3}?(?P<one>[A-Za-z-]+) and (?P<other>[A-Za-z-]+)\b"
)
_SHORT = pattern(r"short of (?:the|its|a|their) (?:\w+ )?$")
_ANOTHER = pattern(r"and (?:another|a further|the (?:other|remaining)) $")
_HALF = pattern(r"\bhalf (?:of it )?[^.;]{1,60} and the other $")
_TOTAL = pattern(lambda: rf"\b(?:{any_of(Wholes.of().totalling)}) $")
_ENTRY = pattern(r"\W{0,4}(?=[$£€])")
_BULLETS = frozenset("*•·-–")
_OPEN = pattern(lambda: rf"\b(?:{any_of(Wholes.of().some_only)})\b")


def _find(story: Story) -> tuple[Added, ...]:
    text = story.prose.text
    if story.language != ENGLISH or not ("$" in text or "£" in text or "€" in text):
        return ()
    return (*_in_sentences(story), *_lists(story), *_by_words(story))


added: Analysis[tuple[Added, ...]] = Analysis("sums", _find)


def _by_words(story: Story) -> Iterator[Added]:
    """Sums that the words of one sentence make a total."""
    told, prose = story.get(words), story.prose
    if sum(map(prose.text.count, "$£€")) < _LEAST:
        return
    shares = [at for word in ("each", "apiece") if word in told for at in places(prose.text, f" {word}")]
    totals = [
        at for word in Wholes.of().totals if max(word.split(), key=len) in told for at in places(prose.text, word)
    ]
    if shares:
        for found in of_each(story, shares):
            yield Added(found.total, (found.parts[0], found.parts[0]))
    if totals:
        for found in of_lists(story, totals):
            if not _comes_to(list(found.parts), found.total):
                yield Added(found.total, found.parts)


def _money(zone: Zone, start: int, end: int) -> list[Quantity]:
    """The sums of money in a stretch."""
    units = frozenset(Figures.of().currencies.values())
    return [each for each in read(zone, start, end) if each.unit in units]


_HINTS = {
    "short": "short of ",
    "another": "and another ",
    "further": "and a further ",
    "other": "and the other ",
    "remaining": "and the remaining ",
}
_HINT = pattern(lambda: rf"(?:{any_of(_HINTS.values())})(?:the |its |a |their )?(?:[a-z]+ )?[$£€]")


def _in_sentences(story: Story) -> Iterator[Added]:
    """Sums that the words of a sentence add up; a total may stand in the sentence or the paragraph before."""
    told, prose = story.get(words), story.prose
    seen = set()
    for word, phrase in _HINTS.items():
        for at in places(prose.text, phrase) if word in told else ():
            held = prose.zone_of(at, at + 1) if _HINT.match(prose.text, at) else None
            if held and held[0].role in ZONES and held[1] not in seen:
                seen.add(held[1])
                yield from _in_zone(story, held[0])


def _in_zone(story: Story, zone: Zone) -> Iterator[Added]:
    n = story.zones.index(zone)
    last = story.zones[n - 1] if n else zone
    earlier = _money(last, 0, len(last.text)) if n else []
    for start, end in split(zone.text):
        if _HINT.search(zone.text, start, end):
            yield from _of_one(zone, earlier, start, end)
        earlier = _money(zone, start, end)


def _of_two(head: Zone, zone: Zone) -> Iterator[Added]:
    """“$100,000 in Loan and Grant Funds for …” and below it “A $56,000 direct loan and a $44,000 grant …”."""
    entry = _KINDS.match(head.text)
    sums = _money(zone, 0, len(zone.text)) if entry else []
    total = _money(head, 0, entry.end()) if entry and len(sums) == _LEAST else []
    if not entry or not total:
        return
    kinds = [entry["one"].lower().rstrip("s"), entry["other"].lower().rstrip("s")]
    behind = [zone.text[each.end : each.end + _NEAR].lower() for each in sums]
    told = [[kind in text.partition(" and ")[0] for text in behind] for kind in kinds]
    if told in ([[True, False], [False, True]], [[False, True], [True, False]]) and not _comes_to(sums, total[0]):
        yield Added(total[0], tuple(sums))


def _of_one(zone: Zone, earlier: list[Quantity], start: int, end: int) -> Iterator[Added]:
    text, sums = zone.text, _money(zone, start, end)
    for n, each in enumerate(sums):
        lead = max(start, each.start - _NEAR)
        known = sums[max(0, n - _MANY) : n] or earlier[-_MANY:]
        if _SHORT.search(text, lead, each.start) and n:
            have = sums[max(0, n - _MANY) : n - 1] or earlier[-_MANY:]
            if have and not any(_comes_to([one, sums[n - 1]], each) for one in have):
                yield Added(each, (have[-1], sums[n - 1]))
        elif _HALF.search(text, max(start, each.start - 120), each.start) and known:
            if not any(one.agrees(_doubled(each)) for one in known):
                yield Added(known[-1], (each, each))
        elif _ANOTHER.search(text, lead, each.start) and n and earlier:
            one = sums[n - 1]
            totals = [
                total for total in (*earlier[:_MANY], *sums[max(0, n - _MANY) : n - 1]) if total.unit == each.unit
            ]
            if totals and not any(_comes_to([one, each], total) for total in totals):
                first = totals[0]
                if max(one.value, each.value) < first.value < _MOST * (one.value + each.value):
                    yield Added(first, (one, each))


def _doubled(each: Quantity) -> Quantity:
    return each._replace(value=2 * each.value, step=2 * each.step, rounded=2 * each.rounded)


def _comes_to(parts: list[Quantity], total: Quantity) -> bool:
    """Whether sums may come to a total; one that is not of their currency is no total of theirs."""
    ranges = [_may_be(each) for each in parts]
    least, most = _may_be(total)
    return sum(low for low, _ in ranges) <= most and least <= sum(high for _, high in ranges)


def _may_be(each: Quantity) -> tuple[float, float]:
    """What a sum may stand for where it is added up: “roughly $56.5m” is right to its last digit but one."""
    rough = _ROUGH * each.value
    half = max(each.step / 2, rough if each.hedge else min(each.rounded / 2, rough))
    low, high = each.value - half, each.value + half
    if each.hedge in ("over", "just"):
        high = each.value * (1 + _HEDGED)
    elif each.hedge in ("under", "nearly"):
        low = each.value * (1 - _HEDGED)
    return low, high


def _lists(story: Story) -> Iterator[Added]:
    """A total, and entries below it that begin with a sum each."""
    zones = [zone for zone in story.zones if zone.role in ZONES]
    n = 0
    if not any(zone.role == "list" or zone.text[:1] in _BULLETS for zone in zones):
        return
    while n < len(zones):
        if n and _KINDS.match(zones[n - 1].text):
            yield from _of_two(zones[n - 1], zones[n])
        entries = []
        k = n
        while k < len(zones) and (entry := _ENTRY.match(zones[k].text)):
            found = _money(zones[k], entry.end(), len(zones[k].text))
            if not found or found[0].start != entry.end():
                break
            entries.append(found[0])
            k += 1
        if len(entries) >= _LEAST and n:
            yield from _below(zones[max(0, n - _HEADS) : n], entries)
        n = max(k, n + 1)


def _below(heads: list[Zone], entries: list[Quantity]) -> Iterator[Added]:
    for zone in reversed(heads):
        for each in _money(zone, 0, len(zone.text)):
            if _TOTAL.search(zone.text, max(0, each.start - _NEAR), each.start) and not _OPEN.search(zone.text):
                if not (each.hedge or any(one.hedge for one in entries) or _comes_to(entries, each)):
                    yield Added(each, tuple(entries))
                return
