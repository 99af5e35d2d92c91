"""A score that the winner cannot have won by: “beat Olympiakos 1-3”, “a 1-2 draw”."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from newslint.analyses.facts.counts import Pair, difference_behind, pairs
from newslint.analyses.facts.results import cues_of_results, is_won_as_elsewhere, result_of, small_words
from newslint.analyses.quotes.quotes import quoted
from newslint.analyses.text.words import words
from newslint.base.lazy import pattern
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Evidence, Good, KnownFalse, Rule
from newslint.model.story import Story
from newslint.words.tables import Contests, Figures, any_of

_NAME = pattern(r"\b[A-Z][\w’]{2,}")
_TITLE = pattern(
    r"(?P<home>[A-Z][\w.’'&-]*(?: [A-Z][\w.’'&-]*){0,3}) (?P<first>\d{1,3})[-–](?P<last>\d{1,3}) "
    r"(?P<away>[A-Z][\w.’'&-]*(?: [A-Z][\w.’'&-]*){0,3})"
)
# “3-1, a two-goal win”, “27-13 to win by 14 points”
_BY = pattern(
    lambda: (
        r"(?:,? (?:to|and) (?:win|lose|won|lost) by (?:just |only )?(?=\w+ )"
        r"|, (?:an?|their|its|his|her) (?:[a-z]+ )?(?=\w+-))"
        rf"(?P<n>\d{{1,2}}|{any_of(row[0] for row in Figures.of().ones)})"
        r"(?: (?:goals?|points?|runs?|shots?)\b|-(?:goal|run|try|shot|stroke) (?:win|victory|defeat|loss|triumph)\b)"
    )
)
# “Made it 2-2”, “levelled the scores at 2-2”, “to lead 2-1”
_MADE_IT = pattern(
    r"\b(?:(?:made|make|makes|making) it|(?:level|levels|leveled|levelled|levelling|equalised|equalized|tied)"
    r"(?: (?:the|things|matters|it|scores?|match|game|contest|tie)){0,3} at|(?:lead|advantage) (?:to|of)) $"
)
_ONE_TWO = (1, 2)


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
        Bad("Ashby won ((3-1)), a [[three]]-goal victory.", message="3 less 1 is 2, not three"),
        Bad("Ashby beat Linton ((27-13)) to win by [[12]] points."),
        Good("Ashby won 3-1, a two-goal win, to go top by three points, and lost 20-24 to lose by four points."),
        Good("Ashby won 27-13, their 12 points from goals, and beat Hale 3-1, a one-goal improvement."),
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
        results = [(pair, result) for pair in uneven if (result := result_of(pair))]
        for pair, result in results:
            if result.drawn:
                yield self.finding(pair.span, f"a draw has the same number twice, not {pair.text}")
        wrong = [(pair, result) for pair, result in results if pair.first < pair.last and not result.drawn]
        if wrong and not own.isdisjoint(Contests.of().racing):  # “a 1-2 win”: both cars of one team
            wrong = [(pair, result) for pair, result in wrong if (pair.first, pair.last) != _ONE_TWO]
        forward = bool(wrong) and any(is_won_as_elsewhere(pair) for pair in told)
        for pair, result in wrong:
            if forward or (len(wrong) == 1 and not result.open):
                right = f"{pair.last}-{pair.first}"
                yield self.finding(pair.span, f"“{result.cue}” goes with the larger number first: {right}?")
        for pair in told:
            if apart := difference_behind(pair, _BY):
                high, low = pair.ordered
                span = pair.zone.to_source(*apart.span("n"))
                said = f"{high} less {low} is {high - low}, not {apart['n']}"
                yield self.finding(span, said, related=[Related(pair.span, "the score")])
        yield from self._sets(story, told)
        titles = [pair for pair in story.get(pairs) if pair.zone.role == "headline" and pair.dashed]
        if len(titles) == 1:
            yield from self._title(story, titles[0])
            yield from self._passed(story, titles[0])

    def _sets(self, story: Story, told: list[Pair]) -> Iterator[Finding]:
        """A match won by whoever did not win most of its sets."""
        if len(told) < 2:
            return
        from newslint.analyses.facts.sets import matches  # most stories do not get here

        for match in matches(story):
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
        if not between and not ((own := result_of(title)) and not own.open):
            return
        results = [pair for pair in told if pair.zone is lede and (result := result_of(pair)) and not result.open]
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
            around = small_words(" ".join(pair.sentence()))
            if (Contests.of().at_home | Contests.of().other_games | Contests.of().earlier).isdisjoint(around):
                said = f"it ended {title.text}, and here it was {pair.text}"
                yield self.finding(pair.span, said, related=[Related(title.span, "how it ended")])


@cache
def _gate() -> frozenset[str]:
    """Words of stories that are looked at: of results, and of games that are told otherwise, set by set."""
    return cues_of_results() | {
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
