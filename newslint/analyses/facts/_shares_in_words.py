"""Shares in words beside their figures: “half (49 percent)”, “49 percent, or half”, “one in five (18.9 percent)”."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from newslint.analyses.facts.comparing import limits
from newslint.analyses.facts.multiple import EXACTLY, JUST_UNDER, Multiple
from newslint.analyses.facts.quantities import DATE, PERCENT, Quantity, read
from newslint.analyses.facts.statements import told_as_one
from newslint.base.lazy import pattern
from newslint.model.story import Story, Zone


def share_ahead(story: Story, zone: Zone, start: int, end: int) -> Iterator[Multiple]:
    """A share in words with its figure behind it."""
    text = zone.text
    figures = [*read(zone, max(0, start - 24), min(len(text), end + 24))]
    for share, other in pairwise(figures):
        if not (share.share and share.end > start and other.start < end <= other.end + 24):
            continue
        worth = _worth(other, figures)
        if worth and _closes(text, share, other, worth[2]) and told_as_one(story, zone, share.start, worth[2]):
            told = text[other.start : worth[2]]
            yield _share_told(share, worth[0], worth[1], other.start, worth[2], told)


def share_behind(story: Story, zone: Zone, start: int, end: int) -> Iterator[Multiple]:
    """A share in words with its figure before it."""
    figures = [*read(zone, max(0, start - 60), min(len(zone.text), end + 2))]
    shares = [each for each in figures if each.share and each.end >= end]
    others = [each for each in figures if each.unit == PERCENT and not each.share and each.end < start]
    if len(shares) == 1 and others and told_as_one(story, zone, others[-1].start, shares[0].end):
        other = others[-1]
        low, high = limits(other)
        yield _share_told(shares[0], low / 100, high / 100, other.start, other.end, other.text)


def other_half(story: Story, zone: Zone, start: int, end: int) -> Iterator[Multiple]:
    """Half of a sum and the rest of it: “of its $80m half came from banks and the other $40m from tax”."""
    figures = [*read(zone, max(0, start - _BEFORE), min(len(zone.text), end + 24))]
    halves = [each for each in figures if each.share and each.start <= start < each.end and not each.hedge]
    others = [each for each in figures if each.start == end and each.unit and each.unit not in (PERCENT, DATE)]
    totals = [each for each in figures if each.end <= start and others and each.unit == others[0].unit]
    if halves and totals and told_as_one(story, zone, totals[-1].start, others[0].end):
        total, other = totals[-1], others[0]
        (low, high), (least, most) = limits(total), limits(other)
        if total.value > other.value and low > 0:
            told = f"{other.text} of {total.text}"
            yield Multiple(
                zone, halves[0].start, halves[0].end, halves[0].value / 100, EXACTLY, least / high, most / low,
                other.value / total.value, zone, other.start, other.end, told,
            )  # fmt: skip


_BEFORE = 120  # code points before a half in which its whole stands


def _share_told(share: Quantity, low: float, high: float, start: int, end: int, told: str) -> Multiple:
    zone = share.zone
    tight = _TIGHT.search(zone.text, max(0, share.start - 24), share.start)
    hedge = JUST_UNDER if tight else share.hedge
    return Multiple(
        zone, share.start, share.end, share.value / 100, hedge, low, high, (low + high) / 2, zone, start, end, told
    )


_TIGHT = pattern(r"(?i:\b(?:just|slightly|a little) (?:under|shy of|short of|below|less than) )$")
_GAP = pattern(r"(?: of [^.;:()\n,—–]{1,50}?)?(?P<mark> ?\(|, | ?[–—] ?| --? )(?:[a-z]+ ){0,3}$")
_CLOSING = {"(": ")", ",": ",", "–": "–—", "—": "–—", "-": "-"}


def _worth(other: Quantity, figures: list[Quantity]) -> tuple[float, float, int] | None:
    """What a percentage, or “57 of 115”, comes to, and where it ends."""
    if other.unit == PERCENT and not other.share:
        low, high = limits(other._replace(hedge="") if other.hedge == "about" else other)
        return low / 100, high / 100, other.end
    for whole in figures:
        if other.unit or whole.unit or whole.start < other.end or not whole.value >= other.value > 0:
            continue
        if other.zone.text[other.end : whole.start] in (" of ", " of the ", " out of "):
            return other.value / whole.value, other.value / whole.value, whole.end
    return None


def _closes(text: str, share: Quantity, other: Quantity, end: int) -> bool:
    """Whether a figure stands by itself beside a share in words: “half (49%)”, “half of them, 49%, say”."""
    gap = _GAP.fullmatch(text, share.end, other.start)
    if not gap or _HALF_TIME.search(text, max(0, share.start - 10), share.start):
        return False
    if "quarters" in share.text and _PERIODS.search(text, max(0, share.start - 12), share.start):
        return False
    if gap["mark"] == ", " and not gap[0].startswith(" of") and _ORDINAL.search(share.text):
        return False  # “a third, 25 percent, cut”
    mark = gap["mark"].strip()[:1]
    return text[end : end + 2].strip()[:1] in (*_CLOSING[mark],)


_ORDINAL = pattern(r"(?:third|quarter|fifth|tenth)$")
_PERIODS = pattern(r"\b(?:in|for|over|past|last|first|the) $")
_HALF_TIME = pattern(r"(?i:\b(?:first|second|other|last|opening|each|better|final)[ -])$")
