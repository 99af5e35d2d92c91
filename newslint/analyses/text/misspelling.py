"""An odd word of a story judged: what was meant by it, and how sure it is that it is misspelt.

A word that is known as a misspelling tells itself; one that is known nowhere is weighed (`_spelling_traits`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from newslint.analyses.text import _spelling_weights as learnt
from newslint.analyses.text._spelling_traits import Unknown, stands_in, traits_of
from newslint.analyses.text.scanning import ScanHit
from newslint.analyses.text.words import places
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.weights import total
from newslint.matcher import lowered
from newslint.model.story import Story
from newslint.words.spelling import SHORTEST, english
from newslint.words.tables import Compounds, Surnames

_ROLES = frozenset(("headline", "deck", "caption", "subhead", "body", "list", "quote-block", "note", "alt"))
_OPENS = pattern(r"(?:^|\n|(?:[a-z]{4}[.?!…:]|[.?!][”\"’')]|[a-z]{3}[”\"’')][.?!]) )[“\"‘'(]?$")  # not “Mr. Stanard”
_LETTERS = pattern(r"[a-z]+")
_SPEAKS = pattern(r" (?:added|has|is|said|says|told|was)\b")
_SHORTEST_NEW = 5  # letters of a word that is known nowhere
_SHORTEST_CAPITAL = 6  # letters of one with a capital, which may be a name
_SELDOM, _COMMON, _USUAL, _FREQUENT = 2, 3, 4, 6  # levels of words; from 4 on one is more often a word than a name
_TWO, _LEAST_SECOND = 2, 5  # letters of the shortest part of a word; of a coined one behind a word
_A_TERM = 3  # places in which a word that is known nowhere is a term of the story's
_NEAR = 120  # code points on either side in which others like it tell of jargon or another language
_MOST_NEAR = 4  # others, beside which even a known misspelling is a word of another language
_MOST_MEANT = 3


class Misspelling(NamedTuple):
    """A word where it stands, what was probably meant (the likeliest first), and how much speaks for that.

    `known` says that it is known as a misspelling; `score` are log odds: what the `traits` of an unknown one come to.
    """

    hits: tuple[ScanHit, ...]
    meant: tuple[str, ...]
    known: bool
    traits: tuple[str, ...]
    score: float

    @property
    def is_likely(self) -> bool:
        """Whether so much speaks for it that an editor would act on most that are told."""
        return self.known or self.score >= learnt.MEDIUM

    @property
    def is_possible(self) -> bool:
        """Whether more speaks for it than against."""
        return self.known or self.score >= learnt.LOW


def judged(story: Story, written: Iterable[str]) -> tuple[Misspelling, ...]:
    """Those of a story's odd words, as they are written, that are misspelt, in order."""
    of_story = _Words(story, written)
    found = [each for word in written if (each := of_story.judge(word))]
    return tuple(sorted(found, key=lambda each: each.hits[0].span))


class _Words:
    """The odd words of one story, judged one by one."""

    def __init__(self, story: Story, odd: Iterable[str]) -> None:
        self._story = story
        self._text = story.prose.text
        self._low = lowered(self._text)
        self._spelling = english()
        self._made_of = Compounds.of()
        self._unknown = frozenset(word for word in odd if word.islower() and not self._spelling.is_misspelt(word))

    def judge(self, word: str) -> Misspelling | None:
        """What was meant by a word, and how sure that is; none where it is a name, a term or jargon."""
        small = word.lower()
        known = self._spelling.meant(small) or (self._glued(small) if small == word else ())
        if not known and (small != word or len(word) < _SHORTEST_NEW or self._low.count(word) >= _A_TERM):
            return None
        standing = tuple(self._places(word, known))
        meant = known or (self._meant(small) if standing and not self._is_coined(small) else ())
        if not (standing and meant):
            return None
        others = self._others(standing[0], word)
        if known and others >= _MOST_NEAR:
            return None
        traits = () if known else tuple(traits_of(self._of(word, meant, standing[0], others), self._spelling))
        return Misspelling(standing, meant, bool(known), traits, total(learnt.BASE, learnt.OF, traits))

    def _glued(self, word: str) -> tuple[str, ...]:
        """A small word and a common one that lost the space between them: “whohad”."""
        if len(word) >= _SHORTEST_CAPITAL:
            for first, second in _halves(word, _TWO):
                if self._is_glue(first, second) or self._is_glue(second, first):
                    return (f"{first} {second}",)
        return ()

    def _is_glue(self, small: str, other: str) -> bool:
        least = _USUAL if len(small) > _TWO else _FREQUENT
        return small in self._made_of.glue and (other in self._made_of.glue or self._level(other) >= least)

    def _level(self, word: str) -> int:
        return self._spelling.level(word) if len(word) >= SHORTEST else 0

    def _is_coined(self, word: str) -> bool:
        """Whether a word is made of two others, as writers make them when they need one: “megadeal”."""
        prefixes = self._made_of.prefixes
        for first, second in _halves(word, _TWO):
            if first in prefixes and self._level(second) >= _SELDOM:
                return True
            if len(second) >= _LEAST_SECOND and self._level(first) >= _USUAL and self._level(second) >= _COMMON:
                return True
        return False

    def _meant(self, word: str) -> tuple[str, ...]:
        """The common words one slip away; those that stand in the story first."""
        near = self._spelling.near(word)
        return tuple(sorted(near, key=lambda each: each not in self._low)[:_MOST_MEANT])

    def _places(self, word: str, known: tuple[str, ...]) -> Iterator[ScanHit]:
        """Where a word stands as one of the prose; with a capital, where that does not make a name of it."""
        for hit in places(self._story, word, _ROLES):
            if word.islower() or self._is_no_name(hit, known[0]):
                yield hit

    def _is_no_name(self, hit: ScanHit, meant: str) -> bool:
        """Whether a misspelling with a capital opens a sentence, or is one that the story has right elsewhere."""
        text, end = hit.zone.text, hit.end
        if (
            hit.text.lower() in Surnames.of().families
            or text[end + 1 : end + 2].isupper()
            or _SPEAKS.match(text, end)
        ):
            return False
        if _OPENS.search(hit.zone.text, max(0, hit.start - 8), hit.start):
            return True
        return len(meant) >= _SHORTEST_CAPITAL and stands_in(self._text, meant.capitalize())

    def _others(self, hit: ScanHit, word: str) -> int:
        """How many other odd words stand near it."""
        around = hit.zone.text[max(0, hit.start - _NEAR) : hit.end + _NEAR]
        return len(self._unknown.intersection(_LETTERS.findall(around)) - {word})

    @cached_property
    def _share(self) -> float:
        """How many other unknown words there are in a thousand of the story."""
        return 1000 * (len(self._unknown) - 1) / max(100, len(self._low.split()))

    def _of(self, word: str, meant: tuple[str, ...], hit: ScanHit, others: int) -> Unknown:
        source, span = self._story.source.text, hit.span
        beside = source[span.start - 1 : span.start] + source[span.end : span.end + 1]
        return Unknown(word, meant, hit.zone.text, hit.start, self._low, others, self._share, beside)


def _halves(word: str, shortest: int) -> Iterator[tuple[str, str]]:
    """A word cut in two at each place."""
    for at in range(shortest, len(word) - shortest + 1):
        yield word[:at], word[at:]
