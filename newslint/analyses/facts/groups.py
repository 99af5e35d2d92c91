"""A whole and its parts: a count and the list right beside it, “four states: Ohio, Iowa and Utah”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from newslint.analyses.facts.quantities import ZONES
from newslint.analyses.text.sentences import LONGEST_ABBREVIATION, split
from newslint.analyses.text.words import words
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.model.story import Analysis, Story, Zone
from newslint.words.languages import ENGLISH
from newslint.words.tables import Figures, Places, Titles, Wholes, any_of

_WIDE = 12  # words between a count and its list
_MOST = 10  # that a count in words is read up to
_LONGEST = 360  # code points of a list
_WINDOW = 400  # code points in which its sentence ends
_WORDS = 9  # of an item
_SMALL_WORDS = 5  # of an item that is a name
_RARE = "xvgwuh"  # letters that text has seldom, the rarest first
_PLAIN = 3  # words of an item without a name


class Listed(NamedTuple):
    """A count and the list beside it, in a zone's prose; it has `named` items, `least` to `most`."""

    zone: Zone
    start: int  # of the count
    at: int  # the list
    end: int
    said: int
    named: int
    least: int
    most: int

    @property
    def agrees(self) -> bool:
        """Whether the list may have as many items as the count says."""
        return self.least <= self.said <= self.most


class _Head(NamedTuple):
    """A count, the words of what it counts, and the sign that sets off a list."""

    start: int
    end: int
    number: str
    what: list[str]
    sign: str


class _Items(NamedTuple):
    """The items of a list, how long it is, and what follows it up to the end of the sentence."""

    items: list[str]
    size: int
    rest: str


def _counts() -> str:
    return any_of([row[0] for row in Figures.of().ones[1:_MOST]])


@cache
def _numbers() -> dict[str, int]:
    return {row[0]: n for n, row in enumerate(Figures.of().ones[:_MOST], 1) if n > 1}


@cache
def _spelled() -> frozenset[str]:
    return frozenset(_numbers())


@cache
def _ends() -> dict[str, tuple[int, re.Pattern[str]]]:
    """Each number: where its end begins, and the pattern of that end, up to where a sign of a list may follow.

    It begins with a letter that is rare, so that it is found fast.
    """
    found = {}
    for number in _spelled():
        cut = next((number.index(letter, 1) for letter in _RARE if letter in number[1:]), 1)
        whole = f"[{number[0].upper()}{number[0]}]{number[1:]} "
        found[number] = (cut, pattern(f"{number[cut:]} (?<={whole}){_AHEAD}"))
    return found


# What is counted, up to what sets the list off: a run of letters is read faster than words.
_RUN = pattern(r" [A-Za-z’' -]{1,120}+")
_SIGN = pattern(r": | ?[—–] ?|\(|, (?=(?:the )?[A-Z])")
_AHEAD = r"(?=[A-Za-z’' ]{1,120}+(?:[:—–(-]|, (?:the )?[A-Z]))"
_DASH = pattern(r" --? ")
_SOME_OF = r"(?: out)? (?:in|of|to)(?: the| its| their)?"
_BEFORE = pattern(lambda: rf"(?i:\b(?:{any_of(Wholes.of().no_count)}|(?:{_counts()}|one|\d){_SOME_OF})) $")
_FULL_STOP = pattern(r"[.!?…]")
_STOP = pattern(r"[;:\n()\"“”](?:(?<![;:])|(?=\s))")  # one class of signs at first: found faster
_FIRST = pattern(r", | and ")
_EXAMPLE = pattern(lambda: rf"(?i:{any_of(Wholes.of().some_only)})(?!\w)")
_AT_LEAST = pattern(r"(?i:\bat least) $")
_MORE = pattern(lambda: rf"\b(?:{any_of(Wholes.of().more)})\b")
_GAPS = frozenset(("", " ", "\n", "“", '"', "‘", "(", "—"))
_ARTICLE = pattern(r"(?:an?|the) [a-z]")
_APPOSED = pattern(r"an? |the [a-z]")
_IS_NAME = pattern(r"(?:the )?[A-Z]")
_NAME = pattern(r"\b[A-Z]")
# “John Thune (R-SD)”, “Ann Lee (34)”, “Kent Conrad, D-N.D.”
_ASIDE_OF_NAME = pattern(
    r"(?<=[a-z.]) \((?:[A-Z][A-Za-z.’'-]*(?: [A-Z][A-Za-z.’'-]*){0,3}|\d\d)\)"
    r"|(?<=[a-z.]), [DRI]-[A-Z][A-Za-z]{0,8}(?:\.[A-Z][a-z]{0,6}){0,2}(?:\.(?=,| and\b))?"
)
_WORD = pattern(r"[\w’'/.&-]+")


def _find(story: Story) -> tuple[Listed, ...]:
    """The counts that have their list right beside them, in order; English only."""
    if story.language != ENGLISH:
        return ()
    told = story.get(words)
    numbers = _spelled() & told
    if not numbers:
        return ()
    text, prose = story.prose.text, story.prose
    found: list[Listed] = []
    known = _ends()
    for number in numbers:
        cut, ending = known[number]
        for match in ending.finditer(text):
            at = match.start() - cut
            if text[at - 1 : at] in _GAPS:
                head = _head(text, at, match.end() - 1)
                held = prose.zone_of(at, head.end) if head else None
                if head and held and held[0].role in ZONES:
                    found += _listed(*held, head)
    if "; and " in text or ":\n" in text:
        from newslint.analyses.facts._rows import below, parted  # most stories do not get here

        numbered = _numbers()
        for each in chain(parted(story, numbered), below(story, numbered)):
            found.append(
                Listed(each.zone, each.start, each.at, each.end, each.said, each.named, each.named, each.most)
            )
    return tuple(sorted(found, key=lambda each: (each.zone.span.start, each.start))) if found else ()


def _head(text: str, start: int, at: int) -> _Head | None:
    """The count at a place with what it counts and the sign of a list; none where there is no such sign."""
    run = _RUN.match(text, at)
    sign = run and (_DASH.search(text, at, run.end()) or _SIGN.match(text, run.end()))
    if not sign:
        return None
    what = text[at : sign.start()].split()
    return _Head(start, sign.end(), text[start:at], what, sign[0].strip() or ",") if 0 < len(what) <= _WIDE else None


groups: Analysis[tuple[Listed, ...]] = Analysis("groups", _find)


def _listed(zone: Zone, offset: int, head: _Head) -> Iterator[Listed]:
    """The list behind a count, if it is one and closed."""
    text, start, at = zone.text, head.start - offset, head.end - offset
    what, sign = head.what, head.sign
    if not _is_counted(what, sign):
        return
    if sign != "(" and (text.find("(", at, at + _LONGEST) >= 0 or text.find("-", at, at + _LONGEST) >= 0):
        text = text[:at] + _ASIDE_OF_NAME.sub(_as_dashes, text[at : at + _LONGEST]) + text[at + _LONGEST :]
    if not _is_item(_FIRST.split(text[at : at + _LONGEST], 1)[0].strip()):
        return
    end = _end(text, at, sign)
    found = _items(text[at:end]) if end > at else None
    if not found or _goes_on(found.rest):
        return
    if sign == "(" and (found.rest or text[end : end + 1] != ")"):
        return
    if sign == "," and not all(_IS_NAME.match(each) for each in found.items):
        return
    if _BEFORE.search(text, max(0, start - 20), start) or _EXAMPLE.match(text, at) or _EXAMPLE.match(found.rest):
        return
    count = _numbers()[head.number.lower()]
    least = len(found.items) - sum(map(_explains, found.items[1:], found.items))
    named = sum(_IS_NAME.match(each) is not None for each in found.items)
    if 2 * named > len(found.items):
        least = min(least, named)  # “Harlow, Brent and parts of Dray”
    if _APPOSED.match(found.rest):
        least = min(least, (len(found.items) + 1) // 2)  # of the last, so maybe of each
    most = len(found.items) + sum(" and " in each for each in found.items)
    if count < most and _AT_LEAST.search(text, max(0, start - 20), start):
        return
    end = at + found.size
    if text[end:].lstrip()[:1] == "(":
        return
    yield Listed(zone, start, at, end, count, len(found.items), least, most)


def _as_dashes(match: re.Match[str]) -> str:
    """What stands behind a name and is no item, as signs that belong to the name: places stay as they are."""
    return "-" * len(match[0])


def _is_counted(what: list[str], sign: str) -> bool:
    """Whether these words may be what a list beside them names."""
    tables = Wholes.of()
    if what[0].lower() in tables.no_items or not tables.no_list.isdisjoint(what):
        return False
    if not _spelled().isdisjoint(what[1:]):
        return False  # “two ministers came from three countries: …”
    if sign == "," and (what[0] == "of" or not tables.relatives.isdisjoint(what)):
        return False
    plain = [n for n, word in enumerate(what) if word in tables.relatives] or [len(what)]
    if not tables.clause_verbs.isdisjoint(what[: plain[0]]):
        return False
    plural = [n for n, word in enumerate(what) if _is_plural(word)]
    if not plural:
        return False
    if sign == ",":
        return plural[-1] == len(what) - 1 and plural[0] >= len(what) - 2
    return True


def _is_plural(word: str) -> bool:
    """Whether a word may be a plural: “states”, “MPs”, “men”."""
    return word.endswith("s") or word in Wholes.of().plurals


def _end(text: str, at: int, sign: str) -> int:
    """Where a list ends at the latest: with the sentence, a bracket, the second dash; at once if it has no “and”."""
    stop = _STOP.search(text, at, at + _LONGEST)
    end = stop.start() if stop else min(len(text), at + _LONGEST)
    if text.find(" and ", at, end) < 0:
        return at
    end = _sentence_end(text, at, end)
    if sign in ("—", "–", "-", "--"):
        for dash in ("—", " – ", " - ", " -- "):
            found = text.find(dash, at, end)
            end = found if found >= 0 else end
    return len(text[:end].rstrip(" .!?"))


def _sentence_end(text: str, at: int, end: int) -> int:
    """Where the sentence at a place ends, if before another place: what has no full stop is not parted."""
    sign = _FULL_STOP.search(text, at, end)
    if not sign:
        return end
    low = max(0, sign.start() - LONGEST_ABBREVIATION - 1)
    ends = (low + each for _, each in split(text[low : at + _WINDOW]))
    return min(end, next((each for each in ends if each > at), end))


def _items(text: str) -> _Items | None:
    """The items of a list, none of them a clause or a figure; none if it is no list that is closed by “and”."""
    parts = text.split(", ")
    items: list[str] = []
    size = 0
    for n, part in enumerate(parts):
        size += len(part) + (2 if n else 0)
        one, joined, last = part.rpartition(" and ")
        if part.startswith("and ") and items:
            items.append(part[4:])
        elif joined:
            items += [one, last]
        else:
            items.append(part)
            continue
        rest = ", ".join(parts[n + 1 :])
        return _Items(items, size, rest) if all(_is_item(each.strip()) for each in items) else None
    return None


def _explains(item: str, before: str) -> bool:
    """Whether an item may say more of the one before it: “Paris, France”, “Ann Lee, Governor of Ohio”, “Inc.”"""
    if item.rstrip(".") in Wholes.of().explaining:
        return True
    if item in _regions():
        return before not in _regions()
    if _ARTICLE.match(item):
        return not _ARTICLE.match(before)  # “nom, a parser, and Yacc”
    first, _, rest = item.partition(" ")
    return first in Titles.of().titles and " of " in f" {rest}"


@cache
def _regions() -> frozenset[str]:
    return frozenset((*Places.of().states, *Places.of().countries, *Places.of().rarer_countries))


def _is_item(item: str) -> bool:
    found = _WORD.findall(item)
    if not found or len(found) > _WORDS or " ".join(found) != item:
        return False
    small = [word for word in found if word[0].islower()]
    if any(word[0].isdigit() for word in found) or not Wholes.of().no_item.isdisjoint(small):
        return False
    return len(small) <= (_SMALL_WORDS if _NAME.search(item) else _PLAIN)


def _goes_on(rest: str) -> bool:
    """Whether what stands behind a list may be more of it."""
    first = rest.partition(", ")[0].strip()
    return first[:1].isupper() or _MORE.search(rest) is not None or first.startswith(("and ", "as well as "))
