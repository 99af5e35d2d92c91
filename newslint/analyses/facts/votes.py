"""Which pairs of numbers are votes, and of which the first must be the larger: “voted 6-3 for it”, “by 38 to 60”.

English only.
"""

from __future__ import annotations

from functools import cache

from newslint.analyses.facts.counts import Pair, number
from newslint.base.lazy import pattern
from newslint.model.story import Story
from newslint.words.tables import Contests, any_of

_TOLD = frozenset(("voted", "votes", "majority", "ruled"))
NEAR = 90  # code points before a count for the verb that it belongs to
_AROUND = 16  # words on either side that may say that it was not carried
_BEYOND = 40  # code points behind a count for a word of votes
DECIDED = pattern(lambda: rf"\b(?P<verb>{any_of(Contests.of().decided)}),?(?: by)?(?: an?)?(?: vote of)? $")
CARRIED = pattern(
    lambda: (
        rf"\b(?P<verb>{any_of(Contests.of().carried)})"
        r"(?P<how>(?: [\w.’'()-]+){0,12}?,? (?:(?:by|on|in|with|after|through)(?: an?)?(?: vote of| margin of)?)|"
        r"(?: (?:it|the|a|an|[A-Z][\w.-]*|[a-z]+|[\da-z]+-[a-z]+)){0,3}) $"
    )
)
_CARRIED_BEHIND = pattern(lambda: rf"(?: vote)?,? [^.;]{{1,40}}?\b(?:{any_of(Contests.of().carried)})\b")
_BY_VOTE = pattern(r"\b(?:[Ww]ith|[Oo]n|[Bb]y|[Ii]n|[Aa]fter) a (?:vote of |margin of )?$")
_VOTE_WAS = pattern(r"\b[Vv]ote (?:was|is|stood at|ended) $")
_FOR_IT = pattern(
    r"(?: votes?)?,? (?P<way>in favou?r|for|to|that)\b(?! (?:block|reject)\b)(?: (?:not )?(?P<verb>[a-z]+))?"
)
_RULINGS = ("decision", "ruling", "opinion", "judgment", "judgement")
MAJORITY = pattern(rf"[ -](?:majority|{any_of(_RULINGS)})\b")
_VOTE_FOR = pattern(r" vote (?:in favou?r|for|to|approving|confirming|passing)\b(?: (?P<verb>[a-z]+))?")
_HAS_MAJORITY = pattern(r"\b(?:in the majority|majority|in favou?r)\b")
_BEHIND = pattern(r" (?P<word>[a-z][\w’'-]*)")
WORD = pattern(r"[A-Za-z][\w’'-]*")
OPPOSED = frozenset(("against", "opposed", "oppose", "noes", "nays"))


def value(written: str) -> int:
    """The number of one side."""
    return number(written.replace(",", ""))


def cue(pair: Pair, *, despite: frozenset[str] = frozenset()) -> str:
    """Whether two numbers are votes: `carried` where the first must be the larger, `votes` otherwise, or nothing.

    The words `despite` do not tell that it was not carried.
    """
    text, table = pair.zone.text, Contests.of()
    near = text[max(0, pair.start - NEAR) : pair.start]
    behind = _BEHIND.match(text, pair.end)
    if behind and behind["word"] not in table.behind_votes:
        return ""
    if _near_cues().isdisjoint(map(str.lower, WORD.findall(near + text[pair.end : pair.end + _BEYOND]))):
        return ""
    majority = MAJORITY.match(text, pair.end)
    cues = (DECIDED, CARRIED, _BY_VOTE, _VOTE_WAS)
    if not (majority or _VOTE_FOR.match(text, pair.end) or any(each.search(near) for each in cues)):
        return ""
    if majority:
        return "carried"
    before, after = pair.sentence()
    around = WORD.findall(before)[-_AROUND:] + WORD.findall(after)[:_AROUND]
    if not (table.not_carried - despite).isdisjoint(map(str.lower, around)):
        return "votes"
    return "carried" if _is_carried(pair, near, after) else "votes"


def may_have_to(story: Story, own: frozenset[str]) -> bool:
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
    if decided := DECIDED.search(near):
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
    carried = CARRIED.search(near)
    if carried and (is_vote or pair.dashed or not carried["how"].strip()):
        return True
    if by_vote and (_CARRIED_BEHIND.match(text, pair.end) or not pair.first):
        return True
    vote_for = _VOTE_FOR.match(text, pair.end)
    if vote_for:
        return (vote_for["verb"] or "") not in table.not_carried
    return bool(_VOTE_WAS.search(near) and _HAS_MAJORITY.search(after))
