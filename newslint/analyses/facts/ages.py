"""Ages of a story, each with whose it is: “Ana Silva, 34,”, “34-year-old Ana Silva”, “the 34-year-old”.

English only. How old somebody was on another day (“then 19”, “as a 12-year-old”) is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from newslint.analyses.facts._age_forms import Told, told
from newslint.analyses.names.words import COURTESY, FUNCTION, PARTICLES, SUFFIXES, TITLES
from newslint.analyses.text.words import words
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.text import Span
from newslint.model.story import Analysis, Story, Zone
from newslint.words.languages import ENGLISH
from newslint.words.tables import Ages, Persons

ZONES = frozenset(("headline", "deck", "caption", "body", "list", "note", "subhead"))
OLDEST = 110
DEATHS = ("died", "dies", "dead", "passed")  # one of them stands where an age at death is told
LEAST_APART = 2  # years; of less a birthday may lie between two mentions
_LONGEST_NAME = 60  # code points
_MOST_BETWEEN = 3  # small-letter words between an age and the name: “the 34-year-old former keeper Ana Silva”
_MOST_HITS = 200  # ages of a story; a list of a thousand runners is none of ours

_THEN_BEHIND = pattern(r"[,)]? (?:when|at the time|at that time|then|back then|in (?:19|20)\d\d)\b")
_APPOSITION = pattern(r", (?:an?|the) (?:[a-z’'-]+ ){0,3}[a-z’'-]+$")
_STILL = pattern(r" (?:is|remains|has|says)\b")
_NEXT = pattern(r" ([a-z]++)")
_TOKEN = pattern(r"\S+")
_EDGES = "“”\"‘’'([)],"
_LONGEST_DETERMINER = 30  # code points
_DETERMINER = pattern(r"\b(the|a|an|his|her|their|my|our|your|another|one|this|that|[\w.]+[’']s?) $", re.IGNORECASE)
_WHOLE_NAME = pattern(r"[^\W\d_][\w.’'-]*")


class Age(NamedTuple):
    """An age at `start`-`end` of a zone's prose (code points).

    `name` are the words of the name it stands with, titles left out; none where it stands alone. `title` is the
    courtesy title before it. `alone` is an age that means somebody named before: “the 34-year-old”.
    """

    zone: Zone
    start: int
    end: int
    years: int
    name: tuple[str, ...] = ()
    title: str = ""
    alone: bool = False

    @property
    def span(self) -> Span:
        """Where it stands in the source."""
        return self.zone.to_source(self.start, self.end)


def _find(story: Story) -> tuple[Age, ...]:
    if story.language != ENGLISH:
        return ()
    hits = told(story.prose.text, story.get(words))
    if len(hits) < 2:
        return ()
    hits = sorted([hit for hit in hits if 0 < hit.years <= OLDEST])
    years = [hit.years for hit in hits]
    if len(hits) > _MOST_HITS or not years or len(set(years)) < 2:
        return ()  # nothing to compare
    return tuple([age for hit in hits for age in _ages(story, hit)])


# All ages of a story in which two are told that are not the same; none in others.
ages: Analysis[tuple[Age, ...]] = Analysis("ages", _find)


def _ages(story: Story, hit: Told) -> Iterator[Age]:
    held = story.prose.zone_of(hit.start, hit.end)
    if not held or held[0].role not in ZONES:
        return
    zone, at = held
    start, end = hit.start - at, hit.end - at
    text = zone.text
    if hit.behind:
        title, name = _name_behind(text, end + 1)
        if name and _STILL.match(text, text.find(name[-1], end) + len(name[-1])):
            yield Age(zone, start, end, hit.years, name, title)
        return
    if hit.named > 0:
        title, name = name_before(text, _before_apposition(text, hit.named - at))
        if len(name) > hit.bracket and not _THEN_BEHIND.match(text, end):
            yield Age(zone, start, end, hit.years, name, title)
        return
    if not hit.joined:
        title, name = name_before(text, max(text.rfind(",", 0, start), text.rfind("(", 0, start)))
        if name and not _is_then(text, start, end):
            yield Age(zone, start, end, hit.years, name, title)
        return
    title, name = _name_behind(text, end)
    last = max(0, start - _LONGEST_DETERMINER, text.rfind(" ", 0, start - 1) + 1)
    determiner = _DETERMINER.search(text, last, start) if text[start - 1 : start] == " " else None
    if len(name) < 2 and determiner and text[determiner.start() - 2 : determiner.start()] == ", ":
        before = name_before(text, determiner.start() - 2)
        if before[1] and determiner[1].lower() in ("a", "an", "the"):
            title, name = before
    alone = not name and determiner is not None and determiner[1].lower() == "the" and not _is_noun(text, end)
    if (name or alone) and not _is_then(text, start, end):
        yield Age(zone, start, end, hit.years, name, title, alone)


def _before_apposition(text: str, at: int) -> int:
    """Where a name ends behind which what it is may stand: “Ms. Silva, a clerk who turned 61 in April”."""
    found = _APPOSITION.search(text, max(0, at - _LONGEST_NAME), at)
    return found.start() if found else at


def _is_noun(text: str, at: int) -> bool:
    """Whether an age describes a noun: “the 34-year-old driver” may be somebody new."""
    word = _NEXT.match(text, at)
    own = Persons.of()
    return word is not None and (word[1] in own.persons or word[1] in own.kin or word[1] in own.before_names)


def _is_then(text: str, start: int, end: int) -> bool:
    """Whether the age is that of another day: “then 19”, “19 when he died”."""
    if _THEN_BEHIND.match(text, end):
        return True
    before = text[max(0, start - 30) : start].lower().replace("-", " ").split()
    while before and before[-1] in ("a", "an", "aged", "age"):
        before.pop()
    return bool(before) and before[-1] in Ages.of().then_before


def name_before(text: str, end: int) -> tuple[str, tuple[str, ...]]:
    """The courtesy title and the name that end at a place of a text; no words where none does."""
    start = max(0, end - _LONGEST_NAME)
    tokens = text[start:end].split()
    if start and tokens and not text[start - 1].isspace():
        tokens = tokens[1:]
    found: list[str] = []
    for token in reversed(tokens):
        if found and (token[-1] in _STOPS or _is_owner(token)) and not _is_short(token):
            break
        word = token.strip(_EDGES)
        if not word or not (word[0].isupper() or (found and word in PARTICLES)):
            break
        found.append(word)
    return _tidy(found[::-1])


_STOPS = frozenset(',;:.!?…)]”"—–')


def _is_owner(token: str) -> bool:
    return token.endswith(("’s", "'s", "s’", "s'"))


def _is_short(token: str) -> bool:
    """Whether a word with a full stop is an initial or a title."""
    return token.endswith(".") and (len(token) == 2 or token[:-1] in TITLES or token in TITLES)


def _name_behind(text: str, at: int) -> tuple[str, tuple[str, ...]]:
    """The name that an age describes: “34-year-old former keeper Ana Silva”."""
    found: list[str] = []
    skipped = 0
    for match in _TOKEN.finditer(text, at, at + 2 * _LONGEST_NAME):
        token = match[0]
        word = token.strip(_EDGES + ".;:!?…")
        owner = _is_owner(token.rstrip(",.;:"))
        if owner:
            word = word.rstrip("s").rstrip("’'")
        if word[:1].isupper() or (found and word in PARTICLES):
            found.append(word)
        elif found or word in _small() or skipped == _MOST_BETWEEN:
            break
        else:
            skipped += 1
        if (token[-1] in _STOPS and not _is_short(token)) or owner:
            break
    return _tidy(found)


@cache
def _small() -> frozenset[str]:
    return frozenset([word.lower() for word in FUNCTION])


def _tidy(words: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """The courtesy title and the name of a row of capitals: without small words, titles, “Jr.” and the like."""
    title, left = "", list(words)
    while left:
        word = left[0].rstrip(".")
        if word in COURTESY:
            title = word
        elif len(left) == 1 or not (
            word in TITLES
            or word.lower() in Persons.of().before_names
            or word.lower() in _small()
            or left[0] in PARTICLES
        ):
            break
        left.pop(0)
    while left and left[-1] in PARTICLES:
        left.pop()
    if not left or not all(_WHOLE_NAME.fullmatch(word) for word in left) or left[0].lower() in Persons.of().persons:
        return "", ()
    return title, tuple(left)


def suffix_of(name: tuple[str, ...]) -> str:
    """“Jr.” and the like at the end of a name."""
    return name[-1].rstrip(".") if len(name) > 1 and name[-1].rstrip(".") in _suffixes() else ""


@cache
def _suffixes() -> frozenset[str]:
    return frozenset([suffix.rstrip(".") for suffix in SUFFIXES])
