"""A score that the winner cannot have won by: “beat Olympiakos 1-3”, “a 1-2 draw”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newslint.analyses.facts.counts import Pair, pairs
from newslint.analyses.facts.sets import matches
from newslint.analyses.quotes.quotes import quoted
from newslint.analyses.text.words import words
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Evidence, Good, KnownFalse, Rule
from newslint.model.story import Story
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
_NAME = pattern(r"\b[A-Z][\w’]{2,}")
_TITLE = pattern(
    r"(?P<home>[A-Z][\w.’'&-]*(?: [A-Z][\w.’'&-]*){0,3}) (?P<first>\d{1,3})[-–](?P<last>\d{1,3}) "
    r"(?P<away>[A-Z][\w.’'&-]*(?: [A-Z][\w.’'&-]*){0,3})"
)
# “Made it 2-2”, “levelled the scores at 2-2”, “to lead 2-1”
_MADE_IT = pattern(
    r"\b(?:(?:made|make|makes|making) it|(?:level|levels|leveled|levelled|levelling|equalised|equalized|tied)"
    r"(?: (?:the|things|matters|it|scores?|match|game|contest|tie)){0,3} at|(?:lead|advantage) (?:to|of)) $"
)
_ONE_TWO = (1, 2)
_PRONOUNS = frozenset(("them", "him", "her", "us", "me", "you", "it"))


class ScoreAndWinner(Rule):
    """Readers take the score from the story: whoever wins has the more goals, and in a draw both have as many."""

    id = "score-and-winner"
    topic = "facts"
    finds = "A score with the smaller number first for the winner, or two for a draw; sets that lose"
    severity = "warning"
    confidence = "medium"
    message = "the score does not fit the result"
    zones = ("headline", "deck", "caption", "subhead", "body", "list", "note")
    in_quotes = "both"
    examples = (
        Bad(
            "Ashby Rovers beat Linton [[1-2]] on Saturday.", message="“beat” goes with the larger number first: 2-1?"
        ),
        Bad("The Owls pitched well and won, [[2-4]]."),
        Bad("Pyke was pleased with Linton’s [[1-3]] win over Morby."),
        Bad("He was sent off in the [[1-2]] draw with Linton.", message="a draw has the same number twice, not 1-2"),
        Bad("Morby thrashed Linton [[8-38]] and went on."),
        Bad("Pyke saw Linton’s [[2-5]] defeat of Hale."),
        Good("Linton beat Morby 2-1, drew 1-1 with Ashby and lost 0-3 to Hale."),
        Good("Pyke beat Orr 3-6 7-6 7-5, and Hale won 4-6, 6-3, 6-2.", note="sets"),
        Good("The visitors left with a 21-30 victory at Morby.", note="the side at home first"),
        Good("Linton defeated them 0-1 in the first game.", note="the side at home first"),
        Good("Linton won 3-4 on penalties after a 0-0 tie."),
        Good("Linton were beaten 1-3 by Morby, and Morby was thrashed 0-6."),
        Good("Linton beat Morby, having been 0-2 down."),
        Good("The party may win 20-25 seats, and she won 2-3 games a year.", note="from so many to so many"),
        Good("Linton had won the first leg 2-1 and lost 1-3 on aggregate."),
        Bad("Ashby won 3-0 on Monday and left on Friday with a [[1-3]] victory at Morby."),
        Bad("Linton drew [[1-2]] with Morby."),
        Bad(
            "Pyke moved into the final after beating Ann Orr of Wales [[5-7 4-6]], and now faces Hale.",
            message="“5-7 4-6” is 0 sets won and 2 lost, which does not go with “beating”",
        ),
        Bad("Pyke won: Orr led early, but she beat Orr [[3-6 7-6 (7-5) 5-7]]."),
        Bad("Pyke won easily. She eased past the world number seven, Ann Orr, [[4-6 2-6]]."),
        Bad("Pyke earned a [[4-6, 6-3, 6-7 (5)]] win over Orr."),
        Bad("Pyke beat Hale 6-3 6-2 and Orr beat Dunn [[4-6 4-6]]."),
        Bad("Pyke won [[6-4 4-6]] on Monday.", note="a set each"),
        Bad("Hale and Pyke beat Orr and Dunn [[18-21 19-21]] in the badminton."),
        Good("Pyke beat Orr 4-6 6-4 [10-8], and won a 6-7 (7/9) 6-3 6-4 match."),
        Good("Pyke beat Orr 4-6 6-4 when Orr retired hurt.", note="broken off"),
        Good("Pyke was beaten 4-6 4-6, and Hale lost 6-4 6-4 to Orr.", note="whoever lost, in both ways"),
        Good("Pyke was dispatched by Orr in straight sets, 2-6 2-6."),
        Good("Pyke, who beat Orr last year, lost 4-6 4-6. She had beaten Hale but fell 3-6 4-6 to Dunn."),
        Good("Pyke won the first two sets 6-4 4-6? She beat Hale 7-5 2-2 before the rain."),
        Good("Linton beat Hale and Orr 25-20 and 24-13, and won 12-10."),
        Bad(
            "# Ashby ((2-1)) Linton\n\nAshby won. Hale made it 2-0 before Orr netted to make it [[2-2]] late on.",
            message="it ended 2-1, and here it was 2-2",
            format="markdown",
        ),
        Bad(
            "# Ashby ((27-22)) Linton\n\nAshby won after Dunn had levelled the scores at [[27-27]].",
            format="markdown",
        ),
        Good("# Ashby 1-2 Linton\n\nLinton won. Pyke made it 2-1 and that was that.", format="markdown"),
        Good("# Ashby 2-1 Linton\n\nAshby won. Pyke made it 3-2 on aggregate.", format="markdown"),
        Good("# Ashby 2-1 Linton\n\nThey drew level at 3-3 last week and won.", format="markdown"),
        Good("Linton drew 21 men of 18-24 years and drew 1-1 with Morby."),
        Good("They took a 1-2 victory in the race. The show beat its rivals among adults 18-49 on Monday."),
        Good("# Ashby 1-1 Linton\n\nAshby win 3-1 on penalties.", format="markdown"),
        Good("They hope for 5-7 wins, a 3-4 win season and 3-5 winners in each race."),
        Good("Ashby won 1-2 in Hale. Morby beat Orr 0-3 last week.", note="the loser’s score first, twice"),
        Good("He beat the 2-7 favourite."),
        KnownFalse("Linton beat Morby [[0-1]] in the first match of the year."),
    )
    evidence = Evidence(
        stories=2662,
        hits=0,
        wrong=0,
        cases=185,
        found=153,
        on="scores and sets turned round, and draws made uneven, by script, found by a looser pattern",
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each such score, unless this story may have the loser's score first."""
        own = story.get(words) if story.language == "en" else frozenset()
        if own.isdisjoint(_gate()):
            return
        told = [pair for pair in story.get(pairs) if pair.zone.role in self.zones]
        drawn = not own.isdisjoint(Contests.of().draws | Contests.of().drew)
        uneven = [pair for pair in told if pair.first < pair.last or (drawn and pair.first > pair.last)]
        results = [(pair, result) for pair in uneven if (result := _result(pair))]
        for pair, result in results:
            if result.drawn:
                yield self.finding(pair.span, f"a draw has the same number twice, not {pair.text}")
        wrong = [(pair, result) for pair, result in results if pair.first < pair.last and not result.drawn]
        if wrong and not own.isdisjoint(Contests.of().racing):  # “a 1-2 win”: both cars of one team
            wrong = [(pair, result) for pair, result in wrong if (pair.first, pair.last) != _ONE_TWO]
        forward = bool(wrong) and any(_is_won_as_elsewhere(pair) for pair in told)
        for pair, result in wrong:
            if forward or (len(wrong) == 1 and not result.open):
                right = f"{pair.last}-{pair.first}"
                yield self.finding(pair.span, f"“{result.cue}” goes with the larger number first: {right}?")
        yield from self._sets(story, told)
        titles = [pair for pair in story.get(pairs) if pair.zone.role == "headline" and pair.dashed]
        if len(titles) == 1:
            yield from self._title(story, titles[0])
            yield from self._passed(story, titles[0])

    def _sets(self, story: Story, told: list[Pair]) -> Iterator[Finding]:
        """A match won by whoever did not win most of its sets."""
        for match in matches(story) if len(told) > 1 else ():
            if match.won <= match.lost and match.zone.role in self.zones:
                sets = f"{match.won} sets won and {match.lost} lost"
                said = f"“{match.text}” is {sets}, which does not go with “{match.cue}”"
                yield self.finding(match.span, said)

    def _title(self, story: Story, title: Pair) -> Iterator[Finding]:
        """A score in the headline, between two sides or as somebody's win, and that of the first paragraph."""
        head, lede = title.zone.text, next(story.of("body"), None)
        told = [pair for pair in story.get(pairs) if pair.zone is not title.zone]
        if not lede or any(pair.ordered == title.ordered for pair in told):
            return
        between = _TITLE.fullmatch(head)
        if not between and not ((own := _result(title)) and not own.open):
            return
        results = [pair for pair in told if pair.zone is lede and (result := _result(pair)) and not result.open]
        if len(results) != 1 or story.get(quoted).meet(results[0].span):
            return
        named = {name for name in _NAME.findall(head) if name in _NAME.findall("".join(results[0].sentence()))}
        if len(named) >= (1 if between else 2):
            said = f"the headline has {title.text}, the story {results[0].text}"
            yield self.finding(title.span, said, related=[Related(results[0].span, "the story")])

    def _passed(self, story: Story, title: Pair) -> Iterator[Finding]:
        """“Ashby 2-1 Linton”, and a goal that made it 2-2: goals are not taken back."""
        if not _TITLE.fullmatch(title.zone.text):
            return
        high, low = title.ordered
        for pair in story.get(pairs):
            text = pair.zone.text
            if (pair.ordered[0] <= high and pair.ordered[1] <= low) or pair.zone.role not in ("deck", "body", "list"):
                continue
            if not _MADE_IT.search(text, max(0, pair.start - 40), pair.start) or story.get(quoted).meet(pair.span):
                continue
            around = _small_words(" ".join(pair.sentence()))
            if (Contests.of().at_home | Contests.of().other_games | Contests.of().earlier).isdisjoint(around):
                said = f"it ended {title.text}, and here it was {pair.text}"
                yield self.finding(pair.span, said, related=[Related(title.span, "how it ended")])


@cache
def _cues() -> frozenset[str]:
    table = Contests.of()
    return table.won | table.wins | table.wins_over | table.beat | table.draws | table.drew | {"winner"}


@cache
def _gate() -> frozenset[str]:
    """Words of stories that are looked at: of results, and of games that are told otherwise, set by set."""
    return _cues() | {
        "badminton",
        "equaliser",
        "equalizer",
        "levelled",
        "seed",
        "seeded",
        "sets",
        "tennis",
        "volleyball",
    }


class _Result(NamedTuple):
    """The word by which a score is somebody's win, or a draw.

    `open` says that the side at home may be told first, if a house does that.
    """

    cue: str
    drawn: bool = False
    open: bool = False


def _result(pair: Pair) -> _Result | None:
    """What a score is said to be; nothing where it is no result, or of another kind of game."""
    table, text = Contests.of(), pair.zone.text
    near = text[max(0, pair.start - _NEAR) : pair.start]
    if _cues().isdisjoint(_small_words(near + text[pair.end : pair.end + _NEAR])):
        return None
    found = _made(pair) or _from_before(near)
    if not found:
        return None
    if _OTHER_SCORE.search(text, max(0, pair.start - _BESIDE), pair.start):
        return None
    if _OTHER_SCORE.search(text, pair.end, pair.end + _BESIDE):
        return None
    before, behind = pair.sentence()
    around = _small_words(before[-_NEAR:]) + _small_words(behind[:_NEAR])
    if not table.other_games.isdisjoint(around):
        return None
    at_home = not found.drawn and (found.open or not table.at_home.isdisjoint(around))
    if _made(pair):
        return found._replace(open=at_home)
    next_word = _BEHIND.match(text, pair.end)
    if next_word and next_word["word"].lower() not in table.behind:
        return None
    return found._replace(open=at_home or bool(_AT.match(text, pair.end)))


def _is_won_as_elsewhere(pair: Pair) -> bool:
    """Whether a score has the winner's number first."""
    result = _result(pair) if pair.first > pair.last else None
    return result is not None and not result.drawn


def _made(pair: Pair) -> _Result | None:
    """“A 3-1 win”, “the 1-1 draw”."""
    table, text = Contests.of(), pair.zone.text
    made = _MADE.match(text, pair.end)
    if not made or not table.parting.isdisjoint(_small_words(made["kind"])):
        return None
    next_word = _BEHIND.match(text, made.end())
    if made["result"] and next_word and next_word["word"].lower() not in table.behind:
        return None  # “a 5-7 win season”
    cue = made["result"] or made["over"]
    return _Result(cue, drawn=True) if cue in table.draws else _Result(cue, open=bool(_AT.match(text, made.end())))


def _from_before(near: str) -> _Result | None:
    """“Won 3-1”, “beat Linton 3-1”, “drew 1-1”."""
    table, told = Contests.of(), {*_small_words(near)}
    if (told & table.won) and (won := _WON.search(near)):
        return _Result(_WORD.findall(won[0])[0])
    if (told & table.beat) and (beat := _BEAT.search(near)):
        return _beaten(beat)
    drew = _DREW.search(near) if told & table.drew else None
    if drew and (table.parting | table.beat | table.won).isdisjoint(_small_words(drew["object"])):
        return _Result("draw", drawn=True)
    return None


def _beaten(beat: re.Match[str]) -> _Result | None:
    """The verb with which the first side wins; nothing where it may have lost or something else stands between."""
    table = Contests.of()
    against = _small_words(beat["object"])
    passive = not beat["verb"].endswith("ing") and (beat["before"] or "").lower() in table.passive
    if passive or not (table.parting | table.beat).isdisjoint(against):
        return None
    return _Result(beat["verb"], open=against[-1:] != [] and against[-1] in _PRONOUNS)


def _small_words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]
