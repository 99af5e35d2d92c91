"""Learns by which traits a name, pronoun or trade is told to be who speaks in a sentence, and how well.

    python tools/fit_whose.py --quotes FILE [--write]

FILE is of JSON lines (`.gz` or not), a story each in which people marked who says what: `{"id", "text", "quotes":
[{"start", "end", "label", "speaker_spans_all"}]}`. Each outlet is judged by weights that were learnt without it.
`--write` then learns from all and writes `newslint/analyses/quotes/_whose_weights.py`. Needs scikit-learn, which
newslint does not.
"""

from __future__ import annotations

import argparse
import pathlib
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from plant_quotes import read
from scipy.optimize import minimize
from sets import house_of, rows
from sklearn.feature_extraction import DictVectorizer

from newslint.analyses.quotes import _verdicts, _whose
from newslint.analyses.quotes._reading import QuoteReader
from newslint.base.weights import Weights

OUT = pathlib.Path(_whose.__file__).with_name("_whose_weights.py")
STRENGTH = 0.2  # of what the fit may believe
LEAST_WEIGHT = 0.1
LEAST_OFTEN = 8  # how often a trait must stand in the material
RELATIVE = frozenset(("who", "which", "that", "whom"))
LONGEST_JOINT = 3  # code points between a name and its “who”


class Sentence(NamedTuple):
    """One quotation in a sentence: who may be meant, who of them is right, and whether the order of words is.

    A label that marks “who” means the one before it: `learnt` says so, `right` goes by the label alone.
    """

    house: str
    told: bool
    choices: Sequence[tuple[str, ...]]
    right: Sequence[bool]
    learnt: Sequence[bool]


def sentences(record: Any) -> Iterator[Sentence]:
    """Every quotation of a story in whose sentence somebody is looked for, and that people have marked."""
    seen: dict[tuple[str, int], Any] = {}

    def keep(clauses: Any, said: Any, q: int, first: int, last: int) -> Any:
        found = _whose.choices(clauses, said, q, first, last)
        ends = [(clauses.starts[c.each.first], clauses.ends[c.each.last], c.traits) for c in found]
        seen[clauses.text, clauses.starts[q]] = ends
        return said

    kept, _verdicts.whose = _verdicts.whose, keep  # type: ignore[assignment, attr-defined]
    try:
        found = list(QuoteReader(read(record["text"], ".txt")).all())
    finally:
        _verdicts.whose = kept  # type: ignore[assignment, attr-defined]
    marked = {(q["start"], q["end"]): q["speaker_spans_all"] for q in record["quotes"] if q["label"] == "attributed"}
    for quote in found:
        spans = marked.get((quote.span.start, quote.span.end))
        ends = seen.get((quote.zone.text, quote.start))
        if spans and ends:
            base = quote.zone.to_source(0, 1).start
            pronouns = [a for a, b in spans if record["text"][a:b].lower() in RELATIVE]
            right = [any(start + base < b and a < end + base for a, b in spans) for start, end, _ in ends]
            before = [any(0 <= a - end - base <= LONGEST_JOINT for a in pronouns) for _, end, _ in ends]
            speaker = quote.speaker
            told = speaker is not None and any(speaker.start < b and a < speaker.end for a, b in spans)
            learnt = right if any(right) else before
            yield Sentence(house_of(record), told, [traits for _, _, traits in ends], right, learnt)


def learn(some: Sequence[Sentence], without: str = "") -> Weights:
    """The weights that make the right choice of each sentence likeliest, those of one house left out."""
    kept = [each for each in some if each.house != without and any(each.learnt)]
    vectorizer = DictVectorizer()
    table = vectorizer.fit_transform([dict.fromkeys(traits, 1.0) for each in kept for traits in each.choices])
    often = np.asarray(table.sum(0)).ravel() >= LEAST_OFTEN
    names = vectorizer.get_feature_names_out()[often]
    weights = _likeliest(table[:, often], kept)
    of = {trait: round(float(weight), 2) for trait, weight in zip(names, weights, strict=True)}
    return Weights(0.0, {trait: weight for trait, weight in of.items() if abs(weight) >= LEAST_WEIGHT})


def _likeliest(table: Any, some: Sequence[Sentence]) -> Any:
    """Weights by which the share of the right ones among all choices of a sentence is the largest."""
    right = np.array([ok for each in some for ok in each.learnt], dtype=float)
    starts = np.cumsum([0, *(len(each.choices) for each in some)])[:-1]
    of = np.repeat(np.arange(len(some)), [len(each.choices) for each in some])

    def lost(weights: Any) -> tuple[float, Any]:
        score = table @ weights
        likely = np.exp(score - np.maximum.reduceat(score, starts)[of])
        whole, good = np.add.reduceat(likely, starts), np.add.reduceat(likely * right, starts)
        slope = table.T @ (likely / whole[of] - likely * right / good[of])
        loss = float((np.log(whole) - np.log(good)).sum() + weights @ weights / (2 * STRENGTH))
        return loss, slope + weights / STRENGTH

    return minimize(lost, np.zeros(table.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x


def is_right(each: Sentence, weights: Weights) -> bool:
    """Whether the one that these weights choose is the one that people marked."""
    scored = [(weights.score(traits), traits, right) for traits, right in zip(each.choices, each.right, strict=True)]
    best = max(scored, key=lambda choice: choice[0])
    return each.told if _whose.is_told(best[1]) else best[2]


def written(weights: Weights) -> str:
    """The weights as a module, the heaviest first."""
    head, _, _ = OUT.read_text(encoding="utf8").partition("_OF: dict")
    lines = [f'    "{trait}": {weight},' for trait, weight in sorted(weights.of.items(), key=lambda w: (-w[1], w[0]))]
    end = ["}", "", f"LEARNT = Weights({weights.base}, _OF)", ""]
    return "\n".join([head + "_OF: dict[str, float] = {", *lines, *end])


def main() -> None:
    """Read, learn, judge, print, write."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--quotes", required=True)
    arguments.add_argument("--write", action="store_true", help="learn from all and write the weights")
    given = arguments.parse_args()
    some = [each for record in rows(given.quotes) for each in sentences(record)]
    print("right by the order of words, and by weights learnt without the house")
    for house in sorted({each.house for each in some}):
        mine, weights = [each for each in some if each.house == house], learn(some, house)
        told, weighed = np.mean([s.told for s in mine]), np.mean([is_right(s, weights) for s in mine])
        print(f"  {house:14} {told:.3f} {weighed:.3f} of {len(mine)}")
    if given.write:
        OUT.write_text(written(learn(some)), encoding="utf8")


if __name__ == "__main__":
    main()
