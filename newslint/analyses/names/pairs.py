"""Two spellings of one name in a story: forms that look alike, and whose traits together speak for a slip."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.names._right import decided
from newslint.analyses.names._sides import Occurrence
from newslint.analyses.names._traits import Candidate, traits
from newslint.analyses.names._weights import LEARNT, Weights
from newslint.analyses.names.candidates import candidates
from newslint.base.record import NamedTuple
from newslint.base.text import Span
from newslint.base.typed import Literal
from newslint.model.story import Analysis, Story

Level = Literal["low", "medium", "high"]


class SpellingPair(NamedTuple):
    """Two spellings of one name: `odd` is the one that is wrong, or stands less often; with where each stands.

    `settled`: the story shows that `usual` is right. `level` says how sure it is that they are one name.
    """

    odd: str
    usual: str
    odd_at: tuple[Span, ...]
    usual_at: tuple[Span, ...]
    level: Level
    settled: bool


def _find(story: Story) -> tuple[SpellingPair, ...]:
    return tuple(judged(story, LEARNT))


def judged(story: Story, weights: Weights) -> Iterator[SpellingPair]:
    """The pairs of a story whose traits speak for one name by these weights, the surest of each odd form."""
    found = candidates(story)
    if not found.pairs:
        return
    scored = []
    for pair in found.pairs:
        score = weights.score(traits(pair, story.prose.text, found.words))
        if score >= weights.low:
            scored.append((len(pair.usual.at), score, pair))
    taken: set[str] = set()
    for _, score, pair in sorted(scored, key=lambda each: each[:2], reverse=True):
        if pair.odd.shape.text not in taken:
            taken.add(pair.odd.shape.text)
            yield _told(pair, score, weights, story)


def _told(pair: Candidate, score: float, weights: Weights, story: Story) -> SpellingPair:
    odd, usual, settled = decided(pair.odd, pair.usual, story)
    level: Level = "high" if score >= weights.high else "medium" if score >= weights.medium else "low"
    return SpellingPair(
        odd.shape.text,
        usual.shape.text,
        tuple(sorted(map(span_of, odd.at))),
        tuple(sorted(map(span_of, usual.at))),
        level,
        settled,
    )


def span_of(at: Occurrence) -> Span:
    """Where a form stands in the source."""
    run, index = at
    start = run.places[index]
    return run.zone.to_source(start, start + len(run.words[index]))


pairs: Analysis[tuple[SpellingPair, ...]] = Analysis("name-pairs", _find)
