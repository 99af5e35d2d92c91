"""What a score is said to be: somebody's win, “beat Linton 3-1”, or what both sides share, “a 1-1 draw”.

English only.
"""

from __future__ import annotations

import re
from functools import cache

from newslint.analyses.facts.counts import Pair
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.words.tables import Contests, any_of

_NEAR = 70  # code points before a score for the verb that it belongs to
_BESIDE = 14  # code points to another score of the same match
_WON = pattern(
    lambda: rf"\b(?:{any_of(Contests.of().won)})(?:,| by(?: a score of)?|,? (?:the|a|their|his|her) [a-z]+,?)? $",
    re.IGNORECASE,
)
_BEAT = pattern(
    lambda: (
        rf"(?:(?P<before>[\w’']+),? )?\b(?P<verb>{any_of(Contests.of().beat)})"
        r"(?P<object>(?: [\w.’'&-]+){1,6}?),?(?: by)? $"
    ),
    re.IGNORECASE,
)
_MADE = pattern(
    lambda: (
        r"(?P<kind>(?: [\w’'-]+){0,4}?) "
        rf"(?:(?P<result>{any_of(Contests.of().wins | Contests.of().draws)})\b(?!-|’s)"
        rf"|(?P<over>{any_of(Contests.of().wins_over)})(?= (?:over|against|of [A-Z])))"
    )
)
_DREW = pattern(
    lambda: rf"(?i:\b(?:{any_of(Contests.of().drew)})(?: with| against)?(?P<object>(?: [\w.’'&-]+){{0,5}}),? $)"
)
_AT = pattern(r" at (?:[A-Z]|the\b|home\b|their\b|its\b|his\b)")
_BEHIND = pattern(r" ?(?P<word>[A-Za-z][\w’'-]*)")
_WORD = pattern(r"[A-Za-z][\w’'-]*")
_OTHER_SCORE = pattern(r"\d[-–/]\d|&")
_PRONOUNS = frozenset(("them", "him", "her", "us", "me", "you", "it"))


@cache
def cues_of_results() -> frozenset[str]:
    """Words of which one stands in every sentence that tells who won or that nobody did."""
    table = Contests.of()
    return table.won | table.wins | table.wins_over | table.beat | table.draws | table.drew | {"winner"}


class Result(NamedTuple):
    """The word by which a score is somebody's win, or a draw.

    `open` says that the side at home may be told first, if a house does that.
    """

    cue: str
    drawn: bool = False
    open: bool = False


def result_of(pair: Pair) -> Result | None:
    """What a score is said to be; nothing where it is no result, or of another kind of game."""
    table, text = Contests.of(), pair.zone.text
    near = text[max(0, pair.start - _NEAR) : pair.start]
    if cues_of_results().isdisjoint(small_words(near + text[pair.end : pair.end + _NEAR])):
        return None
    found = _made(pair) or _from_before(near)
    if not found:
        return None
    if _OTHER_SCORE.search(text, max(0, pair.start - _BESIDE), pair.start):
        return None
    if _OTHER_SCORE.search(text, pair.end, pair.end + _BESIDE):
        return None
    before, behind = pair.sentence()
    around = small_words(before[-_NEAR:]) + small_words(behind[:_NEAR])
    if not table.other_games.isdisjoint(around):
        return None
    at_home = not found.drawn and (found.open or not table.at_home.isdisjoint(around))
    if _made(pair):
        return found._replace(open=at_home)
    next_word = _BEHIND.match(text, pair.end)
    if next_word and next_word["word"].lower() not in table.behind:
        return None
    return found._replace(open=at_home or bool(_AT.match(text, pair.end)))


def is_won_as_elsewhere(pair: Pair) -> bool:
    """Whether a score has the winner's number first."""
    result = result_of(pair) if pair.first > pair.last else None
    return result is not None and not result.drawn


def _made(pair: Pair) -> Result | None:
    """“A 3-1 win”, “the 1-1 draw”."""
    table, text = Contests.of(), pair.zone.text
    made = _MADE.match(text, pair.end)
    if not made or not table.parting.isdisjoint(small_words(made["kind"])):
        return None
    next_word = _BEHIND.match(text, made.end())
    if made["result"] and next_word and next_word["word"].lower() not in table.behind:
        return None  # “a 5-7 win season”
    cue = made["result"] or made["over"]
    return Result(cue, drawn=True) if cue in table.draws else Result(cue, open=bool(_AT.match(text, made.end())))


def _from_before(near: str) -> Result | None:
    """“Won 3-1”, “beat Linton 3-1”, “drew 1-1”."""
    table, told = Contests.of(), {*small_words(near)}
    if (told & table.won) and (won := _WON.search(near)):
        return Result(_WORD.findall(won[0])[0])
    if (told & table.beat) and (beat := _BEAT.search(near)):
        return _beaten(beat)
    drew = _DREW.search(near) if told & table.drew else None
    if drew and (table.parting | table.beat | table.won).isdisjoint(small_words(drew["object"])):
        return Result("draw", drawn=True)
    return None


def _beaten(beat: re.Match[str]) -> Result | None:
    """The verb with which the first side wins; nothing where it may have lost or something else stands between."""
    table = Contests.of()
    against = small_words(beat["object"])
    passive = not beat["verb"].endswith("ing") and (beat["before"] or "").lower() in table.passive
    if passive or not (table.parting | table.beat).isdisjoint(against):
        return None
    return Result(beat["verb"], open=against[-1:] != [] and against[-1] in _PRONOUNS)


def small_words(text: str) -> list[str]:
    """The words of a text in small letters."""
    return [word.lower() for word in _WORD.findall(text)]
