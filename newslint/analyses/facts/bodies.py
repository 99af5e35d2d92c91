"""Bodies that vote and how many members they have: “the seven-member board”, “a panel of nine judges”.

English only.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice

from newslint.analyses.facts.counts import Pair, number
from newslint.analyses.facts.votes import CARRIED, DECIDED, NEAR, WORD
from newslint.analyses.text.words import words
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.text import Span
from newslint.model.story import Story, Zone
from newslint.words.tables import Contests, Figures, any_of

_MOST_SIZES = 20  # of a story that are held against its votes
_SUBJECT = 40  # code points before “voted” for who voted
_REACH = 100  # code points between a size and a count of one sentence
_BESIDE = 60  # code points on either side of “members” for the whole of it
_BODIES = ("panel", "court", "bench", "jury")
_CLAUSE = pattern(r"[,;:.–—(]")


class Body(NamedTuple):
    """How many members a body has, as the story says at `start`-`end` of a zone's prose (code points)."""

    members: int
    noun: str
    zone: Zone
    start: int
    end: int
    written: str

    @property
    def span(self) -> Span:
        """Where its size stands in the source."""
        return self.zone.to_source(self.start, self.end)


def _size() -> str:
    table = Contests.of()
    numbers = rf"(?:\d{{1,3}}|{any_of(row[0] for row in Figures.of().ones)})"
    kind = r"(?: (?!(?:the|an?|of|to|in|and|that|for|with|has|was)\b)[a-z’'-]+){0,2}?"
    return (
        rf"(?i:\b(?:(?P<n>{numbers})-(?:{any_of(table.members)})"
        rf"(?:{kind} (?P<body>{any_of(table.bodies)})| (?P<any>[a-z]+))\b"
        rf"|(?:{any_of(_BODIES)}) of (?P<of>{numbers}) (?:[a-z]+ )?(?P<those>[a-z]+s)\b"
        rf"|all (?P<all>{numbers}) members of the{kind} (?P<whose>{any_of(table.bodies)})\b"
        rf"|(?P<has>{any_of(table.bodies)})(?: has|[’']s) (?P<its>{numbers}) members(?=[.,;]| and\b)))"
    )


_SIZE = pattern(_size)


@cache
def _signs() -> tuple[str, ...]:
    """What a size cannot be told without, looked for first."""
    return (*[f"-{member}" for member in Contests.of().members], *[f"{body} of " for body in _BODIES], " members")


def bodies(story: Story) -> list[Body]:
    """The bodies whose size the story tells, without those whose size it tells in two ways."""
    if not any(sign in story.prose.text for sign in _signs()):
        return []
    found = [*islice(_find(story), _MOST_SIZES)]
    return [
        body for body in found
        if not any(other.noun == body.noun and other.members != body.members for other in found)
    ]  # fmt: skip


def _find(story: Story) -> Iterator[Body]:
    for zone in story.of("headline", "deck", "body", "list"):
        done = 0
        for at in sorted(_hits(zone.text)) if any(sign in zone.text for sign in _signs()) else ():
            for match in _SIZE.finditer(zone.text, max(done, at - _BESIDE), at + _BESIDE):
                done = match.end()
                written = match["n"] or match["of"] or match["all"] or match["its"]
                noun = match["body"] or match["any"] or match["those"] or match["whose"] or match["has"]
                yield Body(number(written), noun.lower(), zone, *match.span(), written)


def _hits(text: str) -> Iterator[int]:
    for sign in _signs():
        at = text.find(sign)
        while at >= 0:
            yield at
            at = text.find(sign, at + 1)


def is_only_body(story: Story, body: Body) -> bool:
    """Whether nobody else in the story may have voted."""
    table = Contests.of()
    if body.noun not in table.bodies:
        return False
    others = story.get(words) & (table.bodies | table.electorates)
    return others <= {body.noun, f"{body.noun}s"}


def is_vote_of(pair: Pair, body: Body) -> bool:
    """Whether it is that body that votes: its noun is the subject, or its size stands beside the count."""
    near = pair.zone.text[max(0, pair.start - NEAR) : pair.start]
    verb = DECIDED.search(near) or CARRIED.search(near)
    if verb:
        subject = _CLAUSE.split(near[: verb.start()][-_SUBJECT:])[-1]
        if body.noun in [word.lower() for word in WORD.findall(subject)]:
            return True
    if body.zone is not pair.zone:
        return False
    return _is_beside(pair, body, pair.start - len(near) + verb.start() if verb else -1)


# “With a vote of 65-47, the 100-member Senate passed”, “7-4 by the nine-member board”
_LEADS_TO = pattern(r"(?: vote| majority| margin)?(?: on [A-Z][a-z]+)?, (?:[Tt]he|an?) $")
_BY_THE = pattern(r"(?: vote| votes)?(?: on [A-Z][a-z]+)? (?:by|in|of|from) (?:the|an?) $")
_VOTES_ON = pattern(
    lambda: rf"(?: [\w’'-]+){{0,4}}? (?:{any_of(Contests.of().carried)}|{any_of(Contests.of().decided)})\b"
)
# “the nine-member board, which met on Monday, voted 6-4”
_APPOSED = pattern(r"(?: [\w’'-]+){0,4}, [^,;:.–—()]{1,80}, $")
# “passed the 100-member Senate 65-47”, “approved by the nine-member board in a 7-4 vote”
_THROUGH = pattern(
    lambda: rf"\b(?:cleared|clears|passed|passes|(?:{any_of(Contests.of().carried)}) (?:by|in)) (?:the|an?) $"
)
_AND_BY = pattern(r"(?: [\w’'-]+){0,3}?,?(?: (?:by|on|in|with)(?: an?)?(?: vote of| margin of)?)? $")


def _is_beside(pair: Pair, body: Body, verb: int) -> bool:
    """Whether a count and a size in one sentence belong together."""
    text = pair.zone.text
    if pair.end <= body.start <= pair.end + _REACH:
        between = text[pair.end : body.start]
        if _BY_THE.fullmatch(between):
            return True
        return _LEADS_TO.fullmatch(between) is not None and _VOTES_ON.match(text, body.end) is not None
    if body.end <= pair.start <= body.end + _REACH:
        if body.end < verb and _APPOSED.fullmatch(text, body.end, verb):
            return True
        through = _THROUGH.search(text, max(0, body.start - 30), body.start)
        return through is not None and _AND_BY.fullmatch(text, body.end, pair.start) is not None
    return False
