"""A count of votes that cannot be: carried by fewer than were against, more votes than members, told two ways."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice

from newslint.analyses.facts.around import sentence_at
from newslint.analyses.facts.counts import Pair, number, pairs, told_with_to
from newslint.analyses.quotes.quotes import quoted
from newslint.analyses.text.scanning import scan
from newslint.analyses.text.words import words
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.text import Span
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Evidence, Good, KnownFalse, Rule
from newslint.model.story import Story
from newslint.words.tables import Contests, Figures, any_of

_CUES = frozenset(("vote", "votes", "voted", "majority", "ruled", "ruling", "decision"))
_TOLD = frozenset(("voted", "votes", "majority", "ruled"))
_MOST_SIZES = 20  # of a story that are held against its votes
_NEAR = 90  # code points before a count for the verb that it belongs to
_AROUND = 16  # words on either side that may say that it was not carried
_BODY = 40  # code points before “voted” for who voted
_DECIDED = pattern(lambda: rf"\b(?P<verb>{any_of(Contests.of().decided)}),?(?: by)?(?: an?)?(?: vote of)? $")
_CARRIED = pattern(
    lambda: (
        rf"\b(?P<verb>{any_of(Contests.of().carried)})"
        r"(?P<how>(?: [\w.’'()-]+){0,12}?,? (?:(?:by|on|in|with|after|through)(?: an?)?(?: vote of| margin of)?)|"
        r"(?: (?:it|the|a|an|[A-Z][\w.-]*|[a-z]+)){0,3}) $"
    )
)
_CARRIED_BEHIND = pattern(lambda: rf"(?: vote)?,? [^.;]{{1,40}}?\b(?:{any_of(Contests.of().carried)})\b")
_BY_VOTE = pattern(r"\b(?:[Ww]ith|[Oo]n|[Bb]y|[Ii]n|[Aa]fter) a (?:vote of |margin of )?$")
_VOTE_WAS = pattern(r"\b[Vv]ote (?:was|is|stood at|ended) $")
_FOR_IT = pattern(
    r"(?: votes?)?,? (?P<way>in favou?r|for|to|that)\b(?! (?:block|reject)\b)(?: (?:not )?(?P<verb>[a-z]+))?"
)
_RULINGS = ("decision", "ruling", "opinion", "judgment", "judgement")
_MAJORITY = pattern(rf"[ -](?:majority|{any_of(_RULINGS)})\b")
_VOTE_FOR = pattern(r" vote (?:in favou?r|for|to|approving|confirming|passing)\b(?: (?P<verb>[a-z]+))?")
_HAS_MAJORITY = pattern(r"\b(?:in the majority|majority|in favou?r)\b")
_BEHIND = pattern(r" (?P<word>[a-z][\w’'-]*)")
_CLAUSE = pattern(r"[,;:.–—(]")
_WORD = pattern(r"[A-Za-z][\w’'-]*")


_BODIES = ("panel", "court", "bench", "jury")


def _size() -> str:
    numbers = rf"\d{{1,3}}|{any_of(row[0] for row in Figures.of().ones)}"
    return (
        rf"(?i:\b(?:(?P<n>{numbers})-(?:{any_of(Contests.of().members)}) (?P<body>[a-z]+)\b"
        rf"|(?:{any_of(_BODIES)}) of (?P<of>{numbers}) (?:[a-z]+ )?(?P<those>[a-z]+s)\b))"
    )


_SIZE = pattern(_size)
_PLUS = pattern(
    r"majority of (?P<by>\d{1,3}) votes?\b[^.;]{0,60}?\b(?P<for>\d{1,3})(?: votes?)?(?: were| was)?(?: cast)? "
    r"(?:in favou?r|for)\b[^.;]{0,40}?\b(?P<against>\d{1,3})(?: votes?)?(?: were| was)?(?: cast)? against\b"
)
_UNANIMOUS = pattern(r"\bunanimous(?:ly)?(?:,| by| in| vote| of| a){0,4} $")
_AGAINST = pattern(r" against\b")
_FOR_AND = pattern(
    lambda: (
        rf"(?i:\b(?P<for>\d{{1,3}}|{any_of(row[0] for row in Figures.of().ones)}) (?:[a-z]+ ){{0,2}}?"
        r"(?:in favou?r|for)\b(?: (?:it|the [a-z]+))?,? (?:and|to|with) "
        rf"(?P<no>\d{{1,3}}|{any_of(row[0] for row in Figures.of().ones)})(?: votes?| members)?(?: voted| cast)?)$"
    )
)
_WROTE = pattern(r"(?P<name>[A-Z][a-z]{2,})\b[^.A-Z\n]{0,20}\bwrote the $")


class _Size(NamedTuple):
    """How many members a body has, as the story says at a place."""

    members: int
    body: str
    span: Span
    text: str


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
        Good("The council voted 6-1 for it, and 3-4 against the pier. The board voted 2-5 to reject a pool."),
        Good("The plan failed although councillors backed it 11-8, because it needed two-thirds."),
        Good("It passed the House by a vote of 60 to 38, and the vote was 45 to 52 in the Senate, where it fell."),
        Good("The Senate voted 48-52 to end debate, short of the 60 votes it needed."),
        Good("A three-judge panel ruled 2-1 for the mill. The Supreme Court ruled 6-3 for the mayor."),
        Good("They passed 3-4 months in the hills, and voted 1 to 2 times a year."),
        Good("A 4-4 ruling would leave the judgment as it was. They outvoted them 3-1."),
        Good("The bills passed by 5 to 10 votes. A five-member panel sat; the town voted 60-40."),
        Good("The seven-member board voted 4-2 to keep the pier, with one away."),
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
        told = [*story.get(pairs), *(told_with_to(story) if _may_have_to(story, own) else ())]
        counts = [(pair, cue) for pair in told if pair.zone.role in self.zones and (cue := _cue(pair))]
        for pair, cue in counts:
            if pair.first < pair.last and cue == "carried":
                said = f"“{pair.text}”: fewer votes for it than against it, and yet it was carried"
                yield self.finding(pair.span, said)
        for pair in told if not own.isdisjoint(("unanimous", "unanimously")) else ():
            if min(pair.ordered) and _UNANIMOUS.search(pair.zone.text, max(0, pair.start - _BODY), pair.start):
                yield self.finding(pair.span, f"“{pair.text}” is not unanimous")
        if counts:
            yield from self._of_body(story, [pair for pair, _ in counts])
            yield from self._told_twice(story, [pair for pair, _ in counts])
        if "against" in own and not own.isdisjoint(Contests.of().carried):
            yield from self._for_and_against(story)
        if "majority" in own and "against" in own and "majority of" in story.prose.text:
            yield from self._sums(story)

    def _of_body(self, story: Story, counts: list[Pair]) -> Iterator[Finding]:
        """More votes than the body that voted has members."""
        sizes = [*islice(_sizes(story), _MOST_SIZES)]
        for size in sizes:
            if any(other.body == size.body and other.members != size.members for other in sizes):
                continue
            for pair in counts:
                votes = pair.first + pair.last
                if votes > size.members and _votes(pair, size) and not story.get(quoted).meet(pair.span):
                    said = f"“{pair.text}” is {votes} votes, and the {size.body} has {size.text} members"
                    yield self.finding(pair.span, said, related=[Related(size.span, "how many they are")])

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
            before = _WROTE.search(pair.zone.text, max(0, pair.start - _BODY), pair.start)
            if before and _MAJORITY.match(pair.zone.text, pair.end):
                first = written.setdefault(before["name"], pair)
                if first.ordered != pair.ordered and sum(first.ordered) == sum(pair.ordered):
                    yield self._differing(pair, first, "the same ruling")

    def _differing(self, pair: Pair, other: Pair, what: str) -> Finding:
        said = f"“{pair.text}” here, “{other.text}” there: is it one vote?"
        return self.finding(pair.span, said, related=[Related(other.span, what)])

    def _for_and_against(self, story: Story) -> Iterator[Finding]:
        """“Adopted with 12 votes for and 15 against”."""
        table = Contests.of()
        for hit in scan(story, _AGAINST, self.zones):
            text = hit.zone.text
            told = _FOR_AND.search(text, max(0, hit.start - _NEAR), hit.start)
            if not told or number(told["for"]) >= number(told["no"]):
                continue
            low, high = sentence_at(text, hit.start)
            own = {word.lower() for word in _WORD.findall(text, low, high)}
            if own & table.carried and not (own - {"against"}) & table.not_carried:
                said = f"{told['for']} for it and {told['no']} against it, and yet it was carried"
                yield self.finding(hit.zone.to_source(told.start("for"), hit.end), said)

    def _sums(self, story: Story) -> Iterator[Finding]:
        """“A majority of 70 votes: 106 in favor, 46 against”."""
        for zone in story.of(*self.zones):
            for match in _PLUS.finditer(zone.text):
                by, votes, against = int(match["by"]), int(match["for"]), int(match["against"])
                if by not in (votes - against, votes):
                    related = Related(zone.to_source(match.start("for"), match.end("against")), "the votes")
                    said = f"{votes} votes less {against} are {votes - against}, not {by}"
                    yield self.finding(zone.to_source(*match.span("by")), said, related=[related])


def _cue(pair: Pair) -> str:
    """Whether two numbers are votes: `carried` where the first must be the larger, `votes` otherwise, or nothing."""
    text, table = pair.zone.text, Contests.of()
    near = text[max(0, pair.start - _NEAR) : pair.start]
    behind = _BEHIND.match(text, pair.end)
    if behind and behind["word"] not in table.behind_votes:
        return ""
    if _near_cues().isdisjoint(map(str.lower, _WORD.findall(near + text[pair.end : pair.end + _BODY]))):
        return ""
    majority = _MAJORITY.match(text, pair.end)
    cues = (_DECIDED, _CARRIED, _BY_VOTE, _VOTE_WAS)
    if not (majority or _VOTE_FOR.match(text, pair.end) or any(cue.search(near) for cue in cues)):
        return ""
    if majority:
        return "carried"
    before, after = pair.sentence()
    around = _WORD.findall(before)[-_AROUND:] + _WORD.findall(after)[:_AROUND]
    if not table.not_carried.isdisjoint(map(str.lower, around)):
        return "votes"
    return "carried" if _is_carried(pair, near, after) else "votes"


def _may_have_to(story: Story, own: frozenset[str]) -> bool:
    """Whether a vote may be told with “to”, going by words that are rarer than that."""
    if not own.isdisjoint(_TOLD):
        return True
    return "vote" in own and ("vote of" in story.prose.text or "vote was" in story.prose.text)


@cache
def _near_cues() -> frozenset[str]:
    return Contests.of().carried | Contests.of().decided | frozenset(("vote", "majority", *_RULINGS))


def _is_carried(pair: Pair, near: str, after: str) -> bool:
    """Whether the words round a vote say that it was carried."""
    text, table = pair.zone.text, Contests.of()
    if decided := _DECIDED.search(near):
        if decided["verb"].startswith(("rul", "decid")):
            return True
        for_it = _FOR_IT.match(text, pair.end)
        return for_it is not None and (for_it["way"] == "for" or (for_it["verb"] or "") not in table.not_carried)
    behind = _BEHIND.match(text, pair.end)
    by_vote = _BY_VOTE.search(near) and ("vote of" in near[-10:] or (behind and behind["word"] == "vote"))
    is_vote = by_vote or near.endswith("by ") or "vote" in pair.text
    is_vote = is_vote or (behind is not None and behind["word"] in ("vote", "votes", "margin"))
    if behind and behind["word"] == "votes" and not pair.dashed:
        return False  # “by 5 to 10 votes”
    carried = _CARRIED.search(near)
    if carried and (is_vote or pair.dashed or not carried["how"].strip()):
        return True
    if by_vote and (_CARRIED_BEHIND.match(text, pair.end) or not pair.first):
        return True
    vote_for = _VOTE_FOR.match(text, pair.end)
    if vote_for:
        return (vote_for["verb"] or "") not in table.not_carried
    return bool(_VOTE_WAS.search(near) and _HAS_MAJORITY.search(after))


@cache
def _size_signs() -> tuple[str, ...]:
    """What a size cannot be told without, looked for first."""
    return (*[f"-{member}" for member in Contests.of().members], *[f"{body} of " for body in _BODIES])


def _sizes(story: Story) -> Iterator[_Size]:
    """The bodies whose size the story tells."""
    for zone in story.of("headline", "deck", "body", "list"):
        if not any(sign in zone.text for sign in _size_signs()):
            continue
        for match in _SIZE.finditer(zone.text):
            written = match["n"] or match["of"]
            body = (match["body"] or match["those"]).lower()
            yield _Size(number(written), body, zone.to_source(*match.span()), written)


def _votes(pair: Pair, size: _Size) -> bool:
    """Whether it is that body that votes: its noun stands before the verb, and no other clause begins between."""
    near = pair.zone.text[max(0, pair.start - _NEAR) : pair.start]
    verb = _DECIDED.search(near) or _CARRIED.search(near)
    if not verb:
        return False
    subject = _CLAUSE.split(near[: verb.start()][-_BODY:])[-1]
    return size.body in [word.lower() for word in _WORD.findall(subject)]
