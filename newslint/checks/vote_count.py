"""A count of votes that cannot be: carried by fewer than were against, more votes than members, told two ways."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.facts.around import sentence_at
from newslint.analyses.facts.counts import Pair, difference_behind, pairs, told_with_to
from newslint.analyses.facts.votes import MAJORITY, OPPOSED, WORD, cue, may_have_to, value
from newslint.analyses.quotes.quotes import quoted
from newslint.analyses.text.scanning import scan
from newslint.analyses.text.words import words
from newslint.base.lazy import pattern
from newslint.base.typed import TYPE_CHECKING
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Evidence, Good, KnownFalse, Rule
from newslint.model.story import Story
from newslint.words.tables import Contests, Figures, any_of

if TYPE_CHECKING:
    from newslint.analyses.facts.ballots import Voters

_VOTING = frozenset(("vote", "votes", "voted", "majority", "ruled", "ruling", "decision"))
_CUES = _VOTING | {"abstained", "ayes", "council", "dissented", "dissenting", "motion", "noes"}
_IN_WORDS = frozenset(("against", "dissented", "dissenting", "abstained", "abstaining", "no", "favor", "favour"))
_BEFORE = 40  # code points before a count for “unanimously” and for who wrote it
_SMALL = 15  # votes of a body of which a story tells all who were against it
_NEXT = 2  # paragraphs between “unanimously” and whoever voted against it
_FAR = 6  # paragraphs between a count and the same vote in words
_PLUS = pattern(
    r"majority of (?P<by>\d{1,3}) votes?\b[^.;]{0,60}?\b(?P<for>\d{1,3})(?: votes?)?(?: were| was)?(?: cast)? "
    r"(?:in favou?r|for)\b[^.;]{0,40}?\b(?P<against>\d{1,3})(?: votes?)?(?: were| was)?(?: cast)? against\b"
)
# “272-219, a majority of 53”, “by 9-4, giving them a margin of five votes”
_MAJORITY_OF = pattern(
    lambda: (
        r"(?: in favou?r| for (?:it|(?:the|a|an) [a-z]+))?(?:,| [–—-]|:)"
        r"(?: by| with| giving (?:it|them|the [a-z]+))? an?"
        rf"(?: [a-z]+)? (?:majority|margin) of (?P<n>\d{{1,3}}|{any_of(row[0] for row in Figures.of().ones)})"
        r"(?= votes?\b|[.;:)]|, ?(?!\d))"
    )
)
_UNANIMOUSLY = pattern(r"\bunanimously\b")
_UNANIMOUS = pattern(r"\bunanimous(?:ly)?(?:,| by| in| vote| of| a){0,4} $")
_WROTE = pattern(r"(?P<name>[A-Z][a-z]{2,})\b[^.A-Z\n]{0,20}\bwrote the $")
_ABSTAINING = pattern(r",? (?:with|and) (?P<n>\d{1,2}|[a-z]+) (?:[a-z]+ ){0,2}?(?:abstentions?|abstaining)\b")
_ANY_PLAN = frozenset(("", "measure", "plan", "proposal", "move", "motion", "idea", "decision"))


class VoteCount(Rule):
    """A vote turned round tells readers that what passed had failed; of two counts of one vote, one is wrong."""

    id = "vote-count"
    topic = "facts"
    finds = "A vote carried by the smaller number, by more votes than members, or told two ways"
    severity = "warning"
    confidence = "medium"
    message = "this count of votes cannot be right"
    zones = ("headline", "deck", "caption", "subhead", "body", "list", "note")
    in_quotes = "both"
    examples = (
        Bad(
            "The council voted [[1-6]] for the resolution.",
            message="“1-6”: fewer votes for it than against it, and yet it was carried",
        ),
        Bad("It passed the Senate by a vote of [[38 to 60]]."),
        Bad("She had been confirmed by a [[3-96]] vote."),
        Bad("With a [[47-53]] majority, the party can pass it."),
        Bad("The vote was [[4 to 5]], with the mayor in the majority."),
        Bad("The peers voted by [[206 to 229]] to sell the pier."),
        Bad("With a vote of [[27-65]], the Senate passed the bill."),
        Bad("The judges ruled [[3-6]] that the pier may go."),
        Bad(
            "The ((seven-member board)) voted [[5-4]] to keep the pier.",
            message="“5-4” is 9 votes, and the board has seven members",
        ),
        Bad("The Lords ruled by an [[eight to three]] majority. A ((panel of nine law lords)) had heard the case."),
        Bad("It passed with a majority of [[70]] votes: 106 votes were cast in favor and 46 against."),
        Bad("The Senate’s [[19-80]] vote for the bridge pleased the mayor."),
        Bad("In a [[1-2]] ruling the judges shut the mill."),
        Bad("The panel voted unanimously, [[5-1]], to close the school."),
        Bad("The plan was adopted with [[12 votes for and 15 against]] in the last vote."),
        Good("With 12 votes for and 15 against, the plan was not adopted. They voted unanimously, 5-0, for a pool."),
        Bad("MPs backed the bill by [[272 votes to 319]], and it passed the House [[190-230]]."),
        Bad("The ((nine-member council)) approved the plan [[6-4]]. The vote came late."),
        Bad(
            "The board voted ((5-2)) for the pier.\n\nIt rained.\n\n[[Three trustees]] voted against the plan.",
            message="“5-2” here, and there 3 who voted against it: is it one vote?",
        ),
        Bad("The court ruled ((6-3)) for the mill. [[Four justices]] dissented."),
        Bad("The council adopted it ((8-1)), and [[two councillors]] voted against it."),
        Bad("The board passed it ((5-2)), with one abstention. [[Two members]] abstained."),
        Bad("The council voted ((6-1)) for a pier. [[Five members]] voted in favor of the plan."),
        Bad("With a vote of [[31-14]], the ((40-member Senate)) passed the bill."),
        Bad("In a [[7-4]] vote, the ((nine-member city council)) adopted the budget."),
        Bad("The budget was approved [[7-4]] by the ((nine-member council))."),
        Bad("It passed the ((40-member Senate)) by a vote of [[31-14]]."),
        Bad("The ((nine-member board)), which met on Monday, voted [[6-4]] to sell the pier."),
        Bad("The budget was adopted [[7-4]]. The ((nine-member council)) meets again in May."),
        Bad("((All seven members of the council)) came. The council voted [[5-3]] to sell the pier."),
        Bad(
            "The mayor asked for a vote. [[41 votes were cast in favor and 63 were cast against]]. "
            "Five members abstained. Thus the bill was passed.",
            message="41 for it and 63 against it, and yet it was carried",
        ),
        Bad("[[14 members voted in favour, while 17 were against]]. The motion was carried."),
        Bad("With [[17 against and 14 in favour]], the motion passed."),
        Bad("[[Ayes: 12, noes: 15]]. The motion was adopted."),
        Good("The amendment was put. 14 votes were cast for it and 17 against. The bill was passed."),
        Good("The bill needed a third of the votes: 14 voted for and 17 against. It was passed."),
        Good("The amendment was rejected. 14 votes were cast in favour and 17 against."),
        Good("The Senate passed the bill 60-38. Two Republicans voted against it.", note="some of those"),
        Good("The council voted 6-3 for a pier. Two of the members voted against it for its cost."),
        Good(
            "The board voted 5-2 for a pier. One trustee voted against it for its cost; Hale voted no for the noise."
        ),
        Good("The council voted 6-3 for a pier. Four members voted against the zoo.", note="another vote"),
        Good("The council voted 6-1 for a pier. Two members voted against a pool last year."),
        Good("The council voted 6-1 for it, the board 5-2. Two members voted against it.", note="either vote"),
        Bad("MPs backed the bill by ((272-219)), a majority of [[43]].", message="272 less 219 is 53, not 43"),
        Bad("The council voted ((9-4)) for the plan, giving it a margin of [[six]] votes."),
        Good("MPs backed it 272-219, a majority of 53, despite a government majority of 161."),
        Good(
            "They voted 9-4, a majority of members being away, and 9-4, a majority of 9 of 13. "
            "It was 7-2, a majority of two-thirds."
        ),
        Bad("The council ((unanimously)) approved the plan. [[Two members]] voted against the plan."),
        Good("The council unanimously approved the plan. Two members voted against the zoo.", note="another vote"),
        Good("The council unanimously approved the plan. Two members had voted against it in March."),
        Good("Voters elected the nine-member board 65-47."),
        Good("The House, which set up the nine-member panel, voted 220-200 for it."),
        Good("A three-judge panel ruled 2-1 for the mill; the full court voted 7-4 to hear it."),
        Good("A five-member committee chose the site. Residents approved the plan 60-40."),
        Good("The council voted 6-1 for it, and 3-4 against the pier. The board voted 2-5 to reject a pool."),
        Good("The plan failed although councillors backed it 11-8, because it needed two-thirds."),
        Good("It passed the House by a vote of 60 to 38, and the vote was 45 to 52 in the Senate, where it fell."),
        Good("The Senate voted 48-52 to end debate, short of the 60 votes it needed."),
        Good("A three-judge panel ruled 2-1 for the mill. The Supreme Court ruled 6-3 for the mayor."),
        Good("They passed 3-4 months in the hills, and voted 1 to 2 times a year."),
        Good("A 4-4 ruling would leave the judgment as it was. They outvoted them 3-1."),
        Good("The bills passed by 5 to 10 votes. A five-member panel sat; the town voted 60-40."),
        Good("The seven-member board voted 4-2 to keep the pier, with one away."),
        Good("The 100-member council voted 51-50 for it, with the mayor breaking the tie.", note="a casting vote"),
        KnownFalse("The elders, among whom the fewer win, voted [[2-5]] for the pier."),
    )
    evidence = Evidence(
        stories=2662,
        hits=0,
        wrong=0,
        cases=46,
        found=42,
        on="votes turned round, or told otherwise in a second place, by script, found by a looser pattern",
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each such count."""
        own = story.get(words) if story.language == "en" else frozenset()
        if own.isdisjoint(_CUES):
            return
        told = [*story.get(pairs), *(told_with_to(story) if may_have_to(story, own) else ())]
        counts = [(pair, kind) for pair in told if pair.zone.role in self.zones and (kind := cue(pair))]
        for pair, kind in counts:
            if pair.first < pair.last and kind == "carried":
                said = f"“{pair.text}”: fewer votes for it than against it, and yet it was carried"
                yield self.finding(pair.span, said)
        if not own.isdisjoint(("majority", "margin")):
            yield from self._apart(told)
        if not own.isdisjoint(("unanimous", "unanimously")):
            yield from self._not_unanimous(story, told, own)
        if counts:
            yield from self._of_body(story, [pair for pair, _ in counts])
            yield from self._told_twice(story, [pair for pair, _ in counts])
            only = {pair.ordered for pair in (*story.get(pairs), *(pair for pair, _ in counts))}
            if len(only) == 1 and not own.isdisjoint(_IN_WORDS):
                yield from self._in_words(story, counts[0][0])
        if not own.isdisjoint(OPPOSED) and not own.isdisjoint(Contests.of().carried):
            yield from self._for_and_against(story)
        if "majority" in own and "against" in own and "majority of" in story.prose.text:
            yield from self._sums(story)

    def _apart(self, told: list[Pair]) -> Iterator[Finding]:
        """“272-219, a majority of 43”."""
        for pair in told:
            apart = difference_behind(pair, _MAJORITY_OF) if pair.dashed else None
            high, low = pair.ordered
            if apart and value(apart["n"]) != high:
                related = Related(pair.span, "the votes")
                said = f"{high} less {low} is {high - low}, not {apart['n']}"
                yield self.finding(pair.zone.to_source(*apart.span("n")), said, related=[related])

    def _not_unanimous(self, story: Story, told: list[Pair], own: frozenset[str]) -> Iterator[Finding]:
        """“Unanimously, 5-1”; “the council unanimously approved it”, and two members voted against it."""
        for pair in told:
            if min(pair.ordered) and _UNANIMOUS.search(pair.zone.text, max(0, pair.start - _BEFORE), pair.start):
                yield self.finding(pair.span, f"“{pair.text}” is not unanimous")
        hits = [*scan(story, _UNANIMOUSLY, self.zones)] if not own.isdisjoint(_IN_WORDS) else []
        if len(hits) != 1 or story.get(quoted).meet(hits[0].span):
            return
        from newslint.analyses.facts.ballots import voters  # here and below, for few stories tell of votes

        zone, (low, high) = hits[0].zone, sentence_at(hits[0].zone.text, hits[0].start)
        known = {word.lower() for word in WORD.findall(zone.text, low, high)}
        for each in voters(story):
            near = abs(story.zones.index(each.zone) - story.zones.index(zone)) <= _NEXT
            same = each.sort in _ANY_PLAN or each.sort in known
            if near and same and each.way == "against" and not story.get(quoted).meet(each.span):
                related = Related(hits[0].span, "the vote")
                yield self.finding(each.span, "not unanimous, if some voted against it", related=[related])

    def _of_body(self, story: Story, counts: list[Pair]) -> Iterator[Finding]:
        """More votes than the body that voted has members."""
        from newslint.analyses.facts.bodies import bodies, is_only_body, is_vote_of

        found = bodies(story)
        told = set[Pair]()
        for body in found:
            only = len({each.noun for each in found}) == 1 and is_only_body(story, body)
            for pair in counts:
                votes = pair.first + pair.last
                most = body.members + _has_casting_vote(pair)
                if votes <= most or pair in told or story.get(quoted).meet(pair.span):
                    continue
                if only or is_vote_of(pair, body):
                    told.add(pair)
                    said = f"“{pair.text}” is {votes} votes, and the {body.noun} has {body.written} members"
                    yield self.finding(pair.span, said, related=[Related(body.span, "how many they are")])

    def _in_words(self, story: Story, pair: Pair) -> Iterator[Finding]:
        """“Voted 6-1”, and two members voted against it; the pair is the story's only count."""
        from newslint.analyses.facts.ballots import is_told_once, voters

        for each in voters(story):
            if abs(story.zones.index(each.zone) - story.zones.index(pair.zone)) > _FAR:
                continue
            told = _told(pair, each)
            if told is None or each.number == told or story.get(quoted).meet(each.span):
                continue
            if each.sort not in _ANY_PLAN and each.sort not in _words_of(pair):
                continue
            if each.number > told or (each.whole and told <= _SMALL and is_told_once(story, each)):
                way = each.way if each.way == "abstained" else f"voted {each.way} it"
                said = f"“{pair.text}” here, and there {each.number} who {way}: is it one vote?"
                yield self.finding(each.span, said, related=[Related(pair.span, "the count")])

    def _told_twice(self, story: Story, counts: list[Pair]) -> Iterator[Finding]:
        """A headline whose count is nowhere in the story, which has another of as many votes; one ruling twice."""
        own = [pair for pair in counts if not story.get(quoted).meet(pair.span)]
        heads = [pair for pair in own if pair.zone.role == "headline"]
        others = [pair for pair in own if pair.zone.role != "headline"]
        if len(heads) == 1 and heads[0].ordered not in {pair.ordered for pair in others}:
            same = [pair for pair in others if sum(pair.ordered) == sum(heads[0].ordered)]
            if len({pair.ordered for pair in same}) == 1:
                yield self._differing(heads[0], same[0], "the story")
        written = dict[str, Pair]()
        for pair in own:
            before = _WROTE.search(pair.zone.text, max(0, pair.start - _BEFORE), pair.start)
            if before and MAJORITY.match(pair.zone.text, pair.end):
                first = written.setdefault(before["name"], pair)
                if first.ordered != pair.ordered and sum(first.ordered) == sum(pair.ordered):
                    yield self._differing(pair, first, "the same ruling")

    def _differing(self, pair: Pair, other: Pair, what: str) -> Finding:
        said = f"“{pair.text}” here, “{other.text}” there: is it one vote?"
        return self.finding(pair.span, said, related=[Related(other.span, what)])

    def _for_and_against(self, story: Story) -> Iterator[Finding]:
        """“Adopted with 12 votes for and 15 against”."""
        from newslint.analyses.facts.ballots import ballots, is_carried

        for ballot in ballots(story):
            if value(ballot.favour) < value(ballot.against) and is_carried(ballot):
                said = f"{ballot.favour} for it and {ballot.against} against it, and yet it was carried"
                yield self.finding(ballot.span, said)

    def _sums(self, story: Story) -> Iterator[Finding]:
        """“A majority of 70 votes: 106 in favor, 46 against”."""
        for zone in story.of(*self.zones):
            for match in _PLUS.finditer(zone.text):
                by, votes, against = int(match["by"]), int(match["for"]), int(match["against"])
                if by not in (votes - against, votes):
                    related = Related(zone.to_source(match.start("for"), match.end("against")), "the votes")
                    said = f"{votes} votes less {against} are {votes - against}, not {by}"
                    yield self.finding(zone.to_source(*match.span("by")), said, related=[related])


def _has_casting_vote(pair: Pair) -> bool:
    """Whether somebody beside the members may have voted, whose vote decides where theirs are level."""
    words = " ".join(pair.sentence()).lower().replace(",", " ").replace(".", " ").split()
    return not Contests.of().casting.isdisjoint(words)


def _told(pair: Pair, voters: Voters) -> int | None:
    """How many voted so, by the count; nothing where it does not say so."""
    if voters.way == "abstained":
        abstaining = _ABSTAINING.match(pair.zone.text, pair.end)
        return value(abstaining["n"]) or None if abstaining else None
    if cue(pair, despite=OPPOSED) != "carried" or pair.first < pair.last:
        return None
    return pair.first if voters.way == "for" else pair.last


def _words_of(pair: Pair) -> set[str]:
    return {word.lower() for part in pair.sentence() for word in WORD.findall(part)}
