"""Votes told side by side or in words: “120 were cast in favor and 136 against”, “two members voted against it”.

English only.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice
from typing import Literal

from newslint.analyses.facts.around import sentence_at, sentences_of
from newslint.analyses.facts.counts import number
from newslint.analyses.facts.votes import OPPOSED, WORD
from newslint.analyses.text.scanning import scan
from newslint.analyses.text.words import words
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.text import Span
from newslint.model.story import Story, Zone
from newslint.words.tables import Contests, Figures, any_of

_ZONES = ("headline", "deck", "caption", "subhead", "body", "list", "note")
_LONG = 5000  # code points of a paragraph that is not read
_NEAR = 60  # code points before “against” for the number of those who were
_LAST = 20  # code points before it for the last word
_FURTHER = 2  # sentences behind the two sides in which it is told how it ended

Way = Literal["for", "against", "abstained"]


class Ballot(NamedTuple):
    """How many were for it and how many against, at `start`-`end` of a zone's prose (code points)."""

    zone: Zone
    start: int
    end: int
    favour: str
    against: str

    @property
    def span(self) -> Span:
        """Where both stand in the source."""
        return self.zone.to_source(self.start, self.end)


class Voters(NamedTuple):
    """So many who voted one way, at `start`-`end` of a zone's prose.

    `whole` says that they are all who did, and not those of a party or a town.
    """

    zone: Zone
    start: int
    end: int
    number: int
    way: Way
    whole: bool
    sort: str

    @property
    def span(self) -> Span:
        """Where they stand in the source."""
        return self.zone.to_source(self.start, self.end)


def _sides() -> str:
    numbers = rf"\d{{1,3}}(?:,\d{{3}})*|{any_of(row[0] for row in Figures.of().ones)}"
    between = any_of(Contests.of().ballots)
    return (
        rf"(?i:(?<![\d.,$£€-])\b(?P<n>{numbers})(?: (?:{between})){{0,4}}?"
        r" (?P<way>in favou?r|for|yes|ayes|supported|backed|against|opposed|no|noes|nays)\b"
        r"|\b(?P<called>ayes|noes|yes|no|in favou?r|against)(?:: ?|,? (?:were|was|numbered|totall?ed) )"
        rf"(?P<told>{numbers})\b(?!%| per))"
    )


_SIDES = pattern(_sides)
_NUMBER = pattern(
    lambda: (
        rf"(?i:(?:\d|\b(?:{any_of(row[0] for row in Figures.of().ones)}))"
        rf"(?: (?:{any_of(Contests.of().ballots)})){{0,4}} $)"
    )
)
_NUMBER_BEHIND = pattern(r"(?:: ?|,? (?:were|was|numbered|totall?ed) )\w")
_NO = frozenset(("against", "opposed", "no", "noes", "nays"))


def ballots(story: Story) -> Iterator[Ballot]:
    """Every sentence, or two beside each other, with one number for and one against."""
    done: tuple[Zone, int] | None = None
    for zone, at in _numbered(story):
        low, high = sentence_at(zone.text, at)
        if done == (zone, low) or len(zone.text) > _LONG:
            continue
        done = (zone, low)
        found = _ballot(zone, low, high)
        if not found:
            before, behind = _beside(zone.text, low)
            found = _ballot(zone, before[0][0], high) if before else None
            found = found or (_ballot(zone, low, behind[0][1]) if behind else None)
        if found:
            yield found


def _numbered(story: Story) -> Iterator[tuple[Zone, int]]:
    """The words of those against it that have a number beside them."""
    prose, own = story.prose, story.get(words)
    for word in sorted(OPPOSED & own):
        for written in (word, word.capitalize()) if word in _CALLED else (word,):
            at = prose.text.find(written)
            while at >= 0:
                end = at + len(written)
                if _has_number(prose.text, at, end):
                    held = prose.zone_of(at, end)
                    if held and held[0].role in _ZONES:
                        yield held[0], at - held[1]
                at = prose.text.find(written, end)


def _has_number(text: str, at: int, end: int) -> bool:
    before = text[max(0, at - _LAST) : at].split()
    last = before[-1].lower() if before else ""
    if last in Contests.of().ballots:
        return _NUMBER.search(text, max(0, at - _NEAR), at) is not None
    return last[-1:].isdigit() or number(last) > 0 or _NUMBER_BEHIND.match(text, end) is not None


def _ballot(zone: Zone, low: int, high: int) -> Ballot | None:
    sides = [*_SIDES.finditer(zone.text, low, high)]
    if len(sides) != 2:
        return None
    for yes, no in (sides, sides[::-1]):
        if _way(yes) not in _NO and _way(no) in _NO:
            return Ballot(zone, sides[0].start(), sides[1].end(), yes["n"] or yes["told"], no["n"] or no["told"])
    return None


def _way(side: re.Match[str]) -> str:
    return (side["way"] or side["called"]).lower()


def _beside(text: str, at: int) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The sentence before a place's own, and those behind it."""
    found = sentences_of(text)
    n = bisect_right(found, (at, len(text) + 1)) - 1
    return [*found[max(0, n - 1) : max(0, n)]], [*found[n + 1 : n + 1 + _FURTHER]]


_THEN = pattern(r"(?i:\b(?:then|later|afterwards|subsequently|eventually|unamended|unchanged|original)\b)")
_CALLED = frozenset(("ayes", "noes", "nays"))
_PARTS = frozenset(("amendment", "amendments", "clause", "proposition"))


def _was_carried() -> str:
    verbs = any_of(Contests.of().carried)
    return (
        r"(?i:(?P<so>^(?:thus|so|therefore|accordingly|hence|as a result|consequently),? )?"
        r"\b(?:the|this|that|its|his|her)(?: [\w’'-]+){0,3}? (?P<what>[\w’'-]+)"
        r"(?: (?:was|were|is|has been|has|had|had been|thus|therefore|narrowly|duly|easily|then)){0,3}"
        rf" (?:{verbs})\b"
        rf"|^(?P<it>it|this) (?:(?:was|is|has|thus|therefore|narrowly|duly|been) ){{0,3}}(?:{verbs})\b)"
    )


_WAS_CARRIED = pattern(_was_carried)


def is_carried(ballot: Ballot) -> bool:
    """Whether its sentence, the one before or those right behind it tell that it was carried."""
    table, text = Contests.of(), ballot.zone.text
    low, high = sentence_at(text, ballot.start)
    high = max(high, sentence_at(text, ballot.end - 1)[1])
    own = _small_words(text[low:high])
    if (own - OPPOSED) & table.not_carried:
        return False
    if (_small_words(text[low : ballot.start]) | _small_words(text[ballot.end : high])) & table.carried:
        return True
    before, _ = _beside(text, low)
    _, behind = _beside(text, ballot.end - 1)
    told = _small_words(text[before[0][0] : before[0][1]]) if before else set()
    if told & table.not_carried:
        return False
    known = own | told
    for place in behind:
        here = _small_words(text[slice(*place)])
        if here & table.not_carried or _SIDES.search(text, *place):
            return False
        if said := _WAS_CARRIED.search(text[slice(*place)]):
            return not _THEN.search(text, *place) and _is_same(said, known)
    said = _WAS_CARRIED.search(text[slice(*before[0])]) if before else None
    return said is not None and not own & _PARTS and text[low : ballot.start] in ("", "A total of ", "In all, ")


def _is_same(said: re.Match[str], known: set[str]) -> bool:
    """Whether what was carried is what was voted on."""
    what = (said["what"] or "").lower()
    if known & _PARTS and what not in _PARTS:
        return False
    return bool(said["so"] or said["it"] or what == "motion" or what in known)


def _small_words(text: str) -> set[str]:
    return {word.lower() for word in WORD.findall(text)}


def _one_way() -> str:
    numbers = rf"(?:\d{{1,3}}|{any_of(row[0] for row in Figures.of().ones)})"
    return (
        rf"(?i:(?<![\d.,$£€-])\b(?P<n>{numbers})(?P<who>(?: [a-z’'-]+){{0,3}}?)"
        r" (?:(?P<no>(?:voted|were|was|voting) (?:against|no\b)|dissent(?:ed|ing)\b"
        r"|cast (?:the )?(?:no|dissenting) votes?)"
        r"|(?P<yes>(?:voted|voting) (?:for|in favou?r|yes)\b)|(?P<none>abstain(?:ed|ing)\b|abstentions?\b))"
        r"(?: of)?(?P<object> (?:the|this|that|a|an|his|her|its|their) (?:[\w’'-]+ )??(?P<noun>[\w’'-]+)\b)?)"
    )


_ONE_WAY = pattern(_one_way)
_CUES = pattern(
    r"\b(?:vot(?:ed|ing) (?:against|no\b|for|in favou?r|yes)|(?:were|was) against|dissent|abst[ae]|cast )"
)
_ANOTHER = pattern(
    r"(?i:\b(?:last|previous(?:ly)?|earlier|ago|originally|initially|another|other|others|more|least|in (?:19|20)\d\d"
    r"|would|could|had|if|also|subcommittee|committee)\b)"
)
_PARTED = pattern(r"(?i:\b(?:of|but|nearly|about|up to|with|some) (?:the )?$)")


def voters(story: Story) -> Iterator[Voters]:
    """So many who voted for it, against it or not at all, in sentences that speak of no other vote."""
    done: tuple[Zone, int] | None = None
    for hit in scan(story, _CUES, _ZONES):
        low, high = sentence_at(hit.zone.text, hit.start)
        if done == (hit.zone, low) or len(hit.zone.text) > _LONG or _ANOTHER.search(hit.zone.text, low, high):
            continue
        done = (hit.zone, low)
        for match in _ONE_WAY.finditer(hit.zone.text, low, high):
            who = match["who"].lower().split()
            whole = {*who} <= Contests.of().ballots and not _PARTED.search(
                hit.zone.text, max(0, match.start() - 10), match.start()
            )
            way: Way = "against" if match["no"] else "for" if match["yes"] else "abstained"
            yield Voters(
                hit.zone, match.start("n"), match.end("who"), number(match["n"]), way, whole,
                (match["noun"] or "").lower(),
            )  # fmt: skip


_NAYS = pattern(r"\b(?:vot(?:ed|ing) (?:against|no)|dissent(?:ed|ing)|opposed|objected)\b")
_YEAS = pattern(r"\bvot(?:ed|ing) (?:for|in favou?r|yes)\b")
_ABSTAINED = pattern(r"\babst(?:ained|aining|entions?)\b")


def is_told_once(story: Story, each: Voters) -> bool:
    """Whether the story tells of no others who voted so, each for reasons of their own."""
    told = {"against": _NAYS, "for": _YEAS, "abstained": _ABSTAINED}[each.way]
    return len([*islice(told.finditer(story.prose.text), 3)]) <= (2 if each.way == "abstained" else 1)
