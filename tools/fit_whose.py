"""Learns by which traits a name, pronoun or trade is told to be the subject of a verb of speech, and how well.

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
from fit_speech import read
from sets import house_of, rows
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from newslint.analyses.quotes import _verdicts, _whose
from newslint.analyses.quotes._reading import QuoteReader
from newslint.base.weights import Weights

OUT = pathlib.Path(_whose.__file__).with_name("_whose_weights.py")
STRENGTH = 0.05  # of what the fit may believe
LEAST_WEIGHT = 0.05


class Sentence(NamedTuple):
    """One quotation with a verb of speech: who may be meant, and whether each and the order of words is right."""

    house: str
    told: bool
    choices: Sequence[tuple[tuple[str, ...], bool]]


def sentences(record: Any) -> Iterator[Sentence]:
    """Every quotation of a story that a verb of speech goes with, and that people have marked."""
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
            right = [any(start + base < b and a < end + base for a, b in spans) for start, end, _ in ends]
            speaker = quote.speaker
            told = speaker is not None and any(speaker.start < b and a < speaker.end for a, b in spans)
            chosen = [(traits, ok) for (_, _, traits), ok in zip(ends, right, strict=True)]
            yield Sentence(house_of(record), told, chosen)


def learn(some: Sequence[Sentence], without: str = "") -> Weights:
    """The weights that fit these sentences, those of one house left out."""
    kept = [choice for each in some if each.house != without for choice in each.choices]
    vectorizer = DictVectorizer()
    table = vectorizer.fit_transform([dict.fromkeys(traits, 1.0) for traits, _ in kept])
    model = LogisticRegression(C=STRENGTH, max_iter=3000).fit(table, [right for _, right in kept])
    learnt = zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True)
    of = {trait: round(float(weight), 2) for trait, weight in learnt if abs(weight) >= LEAST_WEIGHT}
    return Weights(round(float(model.intercept_[0]), 2), of)


def is_right(each: Sentence, weights: Weights) -> bool:
    """Whether the one that these weights choose is the one that people marked."""
    scored = [(weights.score(traits), traits, right) for traits, right in each.choices]
    best = max(scored, key=lambda choice: choice[0])
    told = [score for score, traits, _ in scored if _whose.is_told(traits)]
    return each.told if told and max(told) >= best[0] else best[2]


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
