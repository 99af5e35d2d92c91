"""Matches told set by set, and who is said to have won them: “beat Orr 3-6 7-6 (7-5) 7-5”, “a 6-4 6-2 victory”.

English only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.analyses.facts.around import sentence_at
from newslint.analyses.facts.counts import Pair, pairs
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.text import Span
from newslint.model.story import Story, Zone
from newslint.words.tables import Contests, any_of

_NEAR = 100  # code points before the sets for the verb that they belong to
_MOST_SETS = 7
_AROUND = 200  # code points of the same sentence, and
_BEHIND = 90  # code points behind the sets where a match may be said to have been broken off


class Match(NamedTuple):
    """The sets of a match at `start`-`end` of a zone's prose: how many the side named first won and lost.

    `cue` is the word by which that side won the match, empty where it may have lost it.
    """

    zone: Zone
    start: int
    end: int
    won: int
    lost: int
    cue: str

    @property
    def text(self) -> str:
        """The sets as they are written."""
        return self.zone.text[self.start : self.end]

    @property
    def span(self) -> Span:
        """Where they stand in the source."""
        return self.zone.to_source(self.start, self.end)


_JOINED = pattern(r"(?:(?:,|;)? (?:and )?)?[\[(]?")
_CLOSED = pattern(r"[\])]|(?: ?\(\d{1,2}(?:/\d{1,2})?\))?")  # or with a tie-break as “7-6 (7/5)”, “7-6 (5)”
_UNBROKEN = pattern(r"(?:,|;)? (?:and )?[\[(]?\d{1,2}[-–/]\d")


def matches(story: Story) -> Iterator[Match]:
    """Every match of which two sets or more are told, and that one side is said to have won."""
    told = sorted((pair for pair in story.get(pairs) if pair.dashed), key=lambda pair: (pair.span.start, pair.start))
    n = 0
    while n < len(told):
        run, until, end = _run(told, n)
        if len(run) > 1 and _are_sets(run) and (found := _match(run, end)):
            yield found
        n = until


def _run(told: Sequence[Pair], n: int) -> tuple[list[Pair], int, int]:
    """The scores beside each other from the n-th on, but those of tie-breaks; the next; where they end."""
    first = told[n]
    run, text, end = [first], first.zone.text, _end_of(first)
    n += 1
    while n < len(told) and told[n].zone is first.zone and _JOINED.fullmatch(text, end, told[n].start):
        pair = told[n]
        bracketed = text[pair.start - 1] in "[("
        end = _end_of(pair)
        n += 1
        if not (bracketed and run[-1].ordered == (7, 6)):
            run.append(pair)
    return run, n, end


def _end_of(pair: Pair) -> int:
    closed = _CLOSED.match(pair.zone.text, pair.end)
    return closed.end() if closed else pair.end


def _are_sets(run: Sequence[Pair]) -> bool:
    """Whether scores are those of finished sets of one kind of game."""
    if len(run) > _MOST_SETS:
        return False
    return all(_is_tennis(*pair.ordered) for pair in run) or all(_is_rally(*pair.ordered) for pair in run)


def _is_tennis(high: int, low: int) -> bool:
    return (high == 6 and low <= 4) or (high == 7 and low in (5, 6)) or (high >= 8 and high - low == 2)


def _is_rally(high: int, low: int) -> bool:
    """Whether a game to 11, 15, 21 or 25 points ends so: badminton, squash, table tennis, volleyball."""
    return (high in (11, 15, 21, 25) and high - low >= 2) or (high > 11 and high - low == 2)


def _match(run: Sequence[Pair], end: int) -> Match | None:
    zone, start = run[0].zone, run[0].start
    text = zone.text
    low, high = sentence_at(text, start)
    around = (max(low, start - _AROUND), max(min(high, end + _AROUND), end + _BEHIND))
    cue = "" if _UNBROKEN.match(text, end) else _made(text, end) or _verb(text[max(low, start - _NEAR) : start])
    if not cue or _UNFINISHED.search(text, *around):
        return None
    won = sum(pair.first > pair.last for pair in run)
    return Match(zone, start, end, won, len(run) - won, cue)


_UNFINISHED = pattern(lambda: rf"(?i:\b(?:{any_of(Contests.of().unfinished)})\b)")
_MADE = pattern(
    lambda: (
        r",?(?: [a-z’'-]+){0,3}? "
        rf"(?P<cue>(?:{any_of(Contests.of().wins)})\b(?!-)"
        rf"|(?:winner|{any_of(Contests.of().wins_over)})(?= (?:over|against|of [A-Z])))"
    )
)
_VERB = pattern(
    lambda: (
        rf"(?is:.*)\b(?P<cue>(?i:{any_of(Contests.of().beat | Contests.of().won)}"
        rf"|(?:{any_of(Contests.of().went)}) (?:past|through|aside|off|away)))\b"
        r"(?P<object>(?: [\w.’'&-]+(?:,(?= (?:the|an?|in|[A-Z\d])))?){0,10}?),?(?: by)? $"
    )
)
_LAST_WORD = pattern(r"([\w’']{1,20}),? $")
_AND_NAME = pattern(r" and (?=[A-Z])")
_IN_SETS = pattern(r"\bin (?:[a-z]+ ){1,3}sets\b")
_SET = pattern(r"\b(?:set|sets|tie-?break(?:er)?|game|games|point|points)\b")
_WORD = pattern(r"[A-Za-z][\w’'-]*")


def _made(text: str, end: int) -> str:
    """“A 6-4 6-2 victory”."""
    made = _MADE.match(text, end)
    if not made or not Contests.of().parting.isdisjoint(_WORD.findall(text[end : made.start("cue")])):
        return ""
    return made["cue"]


def _verb(near: str) -> str:
    """“Beat Orr 6-4 6-2”, “came through 6-4 6-2”."""
    found = _VERB.match(near)
    if not found:
        return ""
    table, said = Contests.of(), _AND_NAME.sub(" ", _IN_SETS.sub("", found["object"]))
    against = {word.lower() for word in _WORD.findall(said)}
    if _SET.search(said) or not (table.parting - {"in"} | table.lost).isdisjoint(against):
        return ""
    before = _LAST_WORD.search(near, 0, found.start("cue"))
    passive = not found["cue"].endswith("ing") and before and before[1].lower() in table.passive
    return "" if passive else found["cue"]
