"""Reasons: what a line left over from a page was for there, and why it is taken for that, in an editor's words."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.analyses.roles._lines import LineTraits, read_lines
from newslint.analyses.roles._page_words import SORTS
from newslint.analyses.roles._weights import LEARNT

OTHER = "other"  # the sort of residue of which only place and shape tell that it is any
OTHER_HEADLINE = "reads like another story's headline"
MOST = 3  # reasons
_ASKED = frozenset(("sure", "asks"))  # traits of a line that only a page says, or that asks its readers for something
_HEADLINE = 6  # words; the heading of a list of other stories has fewer


def reasons(traits: Sequence[str], sort: str) -> list[str]:
    """Why a line is taken for residue of that sort: what weighs most, first."""
    why: list[str] = []
    for trait in _by_weight(traits):
        reason = _reason(trait)
        if reason and reason not in why:
            why.append(reason)
            if len(why) == MOST:
                break
    return [OTHER_HEADLINE, *why] if sort == "headlines" else why


def sort_in_place(line: LineTraits, traits: Sequence[str]) -> str:
    """What a line left over from a page was for there; `OTHER` where only its place and shape speak."""
    if not _is_like_headline(line, traits):
        return _sort_by_words(line)
    if line.words < _HEADLINE and "opens:related" in line.traits:
        return "related"  # “The latest from The Mill Lane Echo” heads a list
    return "headlines"


def _sort_by_words(line: LineTraits) -> str:
    if line.known:
        return line.known
    speaking = [t.partition(":")[2] for t in _by_weight(line.traits) if t.startswith(("opens:", "holds"))]
    return next((sort for sort in speaking if sort in SORTS), min(line.sorts, default=OTHER))


def page_sort(text: str) -> str:
    """What a line would be for on a page, by its words alone; `OTHER` where they do not tell."""
    return _sort_by_words(read_lines([text])[0])


def _is_like_headline(line: LineTraits, traits: Sequence[str]) -> bool:
    if line.words < 4 or line.words > 30 or line.known or line.byline or not _ASKED.isdisjoint(traits):
        return False
    return line.end in ("none", "ask", "cut", "quoted") and not any(t.startswith("holds:") for t in line.traits)


def _by_weight(traits: Sequence[str]) -> list[str]:
    of = LEARNT.of
    return sorted((t for t in traits if of.get(t, 0) > 0), key=lambda t: -of[t])


def _reason(trait: str) -> str:
    """A trait that speaks for residue, in an editor's words; empty for one that says little."""
    head, _, tail = trait.partition(":")
    sort = head.rpartition(" ")[2]
    if sort in ("is", "opens", "holds", "much") and tail in SORTS:
        return "has the words of " + SORTS[tail]
    if trait == "sure":
        return "says what only a page says"
    if "under " in trait:
        return "stands below the words of " + SORTS.get(trait.split("under ")[1].split()[0], "a page")
    if "size" in head and tail.endswith("none"):
        return "is no full sentence" if tail[0] not in "124" else "is a few words without an end mark"
    if " run " in trait:
        return "stands in a row of lines that are no sentences"
    if trait.startswith(("copy below 0", "at tail", "tail")):
        return "comes after the last full paragraph of the story"
    if trait.startswith(("head", "to core")):
        return "comes before the first full paragraph of the story"
    return _REASONS.get(trait, "")


_REASONS = {
    "credit": "ends in a picture's credit",
    "name last": "ends in a name, as picture credits do",
    "words new": "shares no words with the story",
    "glued": "has words run together",
    "twice": "stands more than once",
    "name like": "is a name alone",
    "copy below 1": "stands below nearly all of the story",
}
