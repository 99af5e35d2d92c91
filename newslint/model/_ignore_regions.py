"""Regions of a story in which rules are switched off: where each begins (“off”) and ends (“on”)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint.base.record import NamedTuple
from newslint.base.text import Span
from newslint.model._ignore import ALL, Ignore


class Switch(NamedTuple):
    """A comment that switches rules off or on.

    One that switches off has the request that begins with it; its rules are those that either names, if any.
    """

    asks: Ignore
    is_off: bool


def regions(switches: Iterable[Switch], end: int) -> Iterator[Ignore]:
    """The requests that switches in the order of a text come to; those without an end hold to the text's `end`.

    Each name is a switch of its own: `on NAME` ends all that is off by that very name, `on` alone whatever is off.
    """
    begun: list[Ignore] = []
    ends: list[dict[str, int]] = []
    off: dict[str, list[int]] = {}
    for asks, is_off in switches:
        if is_off:
            for name in asks.rules:
                off.setdefault(name, []).append(len(begun))
            begun.append(asks)
            ends.append({})
            continue
        names = list(off) if not asks.rules or ALL in asks.rules else asks.rules
        idle = [name for name in names if name not in off]
        if idle or not names:
            yield asks._replace(rules=(), fault=_never_off(idle if len(idle) < len(names) else ()))
        for name in names:
            for n in off.pop(name, ()):
                ends[n][name] = asks.at.start
    for asks, ended in zip(begun, ends, strict=True):
        yield from _regions_of(asks, ended, end)


def _regions_of(asks: Ignore, ended: dict[str, int], end: int) -> Iterator[Ignore]:
    """A region for each end that the names of one request have."""
    by_end: dict[int, list[str]] = {}
    for name in dict.fromkeys(asks.rules):
        by_end.setdefault(ended.get(name, -1), []).append(name)
    for stop, names in by_end.items():
        region = Span(asks.at.end, max(asks.at.end, end if stop < 0 else stop))
        doubt = "" if stop >= 0 else _never_on(names if len(by_end) > 1 else ())
        yield asks._replace(span=region, rules=tuple(names), doubt=doubt)


def _never_on(names: Iterable[str]) -> str:
    """What is said of a region without an end; `names` are those that have none where others do."""
    said = ", ".join(f"“{name}”" for name in names)
    begins = f"{said} is never switched on again, so this" if said else "this region has no end, so it"
    return f"{begins} holds to the end of the story: write “newslint: on” where it ends"


def _never_off(names: Iterable[str]) -> str:
    said = ", ".join(f"“{name}”" for name in names)
    begins = f"{said} is not" if said else "nothing is"
    return f"{begins} switched off before this: delete it, or write “newslint: off” where it begins"
