"""Learns what each trait of a doubtful quotation weighs for nobody being named, and how well that does.

    python tools/fit_speech.py --edited FILE... --planted FILE... --kept FILE [--write] [--show HOUSE]

Each FILE is of JSON lines (`.gz` or not). `--edited` ones hold edited stories, `{"id", "text"}`,
with `"group"` and `"suffix"` where there are such: what stands alone there is taken to be somebody's, but for what a
reader called rightly flagged (`"verdicts"`). Out of the same stories the words that name a speaker are cut: what
then stands alone is nobody's. `--planted` holds stories in which that was done by hand and judged by a reader,
`{"id", "text", "target", "verdict"}`, yes where nobody is left and no where the copy beside it still tells. `--kept`
names what `plant_quotes.py` cut out of the edited stories and a reader judged, and quotations judged as they stand.
Figures are of houses left out: each is judged by weights that were learnt without it. `--write` then learns from all
and writes `newslint/analyses/quotes/_weights.py`. Needs scikit-learn, which newslint does not.
"""

from __future__ import annotations

import argparse
import pathlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from speech_examples import Edited, Example, examples, of_kept, of_plants, read_edited, read_kept, read_planted

from newslint.analyses.quotes import _evidence
from newslint.analyses.quotes._reading import NOBODY
from newslint.base.weights import Weights

OUT = pathlib.Path(_evidence.__file__).with_name("_weights.py")
STRENGTH = 0.1  # of what the fit may believe
LEAST_HOUSES = 4  # a trait that fewer houses show tells nothing of the next one
LEAST_WEIGHT = 0.05
FOUND = 0.77  # of the quotations that a reader judges to be nobody's, and that have to be weighed
SHARES = {
    "edited": 8.0,
    "cut": 0.2,
    "cut, told": 0.2,
    "judged": 4.0,
    "kept": 4.0,
}  # what an example of each kind counts
# What is known better than these few stories can tell, added to what is learnt.
BY_HAND = {
    "attitude, of somebody": -1.0,
    "declining, of somebody": -0.6,
    "leading verb, of somebody": -0.35,
    "mind, of somebody": -0.5,
    "no word of speech, of nothing": 0.35,
    "not closed, with a word of saying": -3.0,
    "noun of speech, late, of a person": -0.5,
    "noun of speech, late, of some": -0.5,
    "phase, of somebody": -0.8,
    "somebody's words, of somebody": -0.35,
}


def houses(some: Iterable[Example]) -> list[str]:
    """Whose examples they are."""
    return sorted({example.house for example in some})


def settled(some: Sequence[Example], without: str = "") -> Weights:
    """The weights of all houses but one, with the base by which so many of the others' plants are found.

    Each of these is scored by what was learnt without its own house too, so the base is not fitted to it either.
    """
    rest = [each for each in some if each.house != without]
    judged = sorted(score for each, score in left_out(rest) if each.kind in ("judged", "kept") and each.nobody)
    weights = learn(rest)
    return weights._replace(base=round(weights.base + NOBODY - judged[int((1 - FOUND) * len(judged))], 2))


def learn(some: Sequence[Example], without: str = "") -> Weights:
    """The weights that fit these examples, those of one house left out."""
    kept = [each for each in some if each.house != without]
    shown: defaultdict[str, set[str]] = defaultdict(set)
    for example in kept:
        for trait in example.traits:
            shown[trait].add(example.house)
    known = {trait for trait, by in shown.items() if len(by) >= LEAST_HOUSES}
    vectorizer = DictVectorizer()
    table = vectorizer.fit_transform([{t: 1.0 for t in sorted(e.traits) if t in known} for e in kept])
    shares = np.array([SHARES[e.kind] for e in kept])
    model = LogisticRegression(C=STRENGTH, solver="lbfgs", max_iter=2000)
    model.fit(table, [e.nobody for e in kept], sample_weight=shares)
    learnt = dict(zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True))
    for trait, more in BY_HAND.items():
        learnt[trait] = learnt.get(trait, 0.0) + more
    of = {trait: round(float(w), 2) for trait, w in learnt.items() if abs(w) >= LEAST_WEIGHT}
    return Weights(round(float(model.intercept_[0]), 2), of)


def left_out(some: Sequence[Example]) -> list[tuple[Example, float]]:
    """Every example with its score by what was learnt without its house."""
    by_house = {house: learn(some, house) for house in houses(some)}
    return [(each, by_house[each.house].score(each.traits)) for each in some]


def table(scored: Sequence[tuple[Example, float]], stories: Sequence[Edited]) -> None:
    """Print what is found, and what is flagged though somebody is named, house by house."""
    count = Counter(story.house for story in stories)
    heads = ("nobody", "cued", "kept", "cued", "cut out", "told")
    print(f"  {'house':14} " + " ".join(f"{head:>9}" for head in heads) + "  flagged in 100 edited stories")
    for house in sorted(count):
        mine = [(each, score >= NOBODY) for each, score in scored if each.house == house]
        print(f"  {house:14} {_row(mine)} {100 * _flagged(mine)[0] / count[house]:9.2f}")
    everywhere = [(each, score >= NOBODY) for each, score in scored]
    print(f"  {'all':14} {_row(everywhere)} {100 * _flagged(everywhere)[0] / len(stories):9.2f}")
    for least in (NOBODY, 0.0, 0.5, 1.0, 1.5, 2.0):
        sure = [each.nobody for each, score in scored if each.kind in ("judged", "kept") and score >= least]
        print(
            f"  of those judged that score {least:4} or more, nobody is named in {np.mean(sure):.3f} of {len(sure)}"
        )


def _flagged(mine: Sequence[tuple[Example, bool]]) -> tuple[int, int]:
    return _of(mine, "edited", False)


def _of(mine: Sequence[tuple[Example, bool]], kind: str, nobody: bool) -> tuple[int, int]:
    flags = [flag for each, flag in mine if each.kind == kind and each.nobody == nobody]
    return sum(flags), len(flags)


def _row(mine: Sequence[tuple[Example, bool]]) -> str:
    kinds = (
        ("judged", True),
        ("judged", False),
        ("kept", True),
        ("kept", False),
        ("cut", True),
        ("cut, told", False),
    )
    return " ".join("{:>9}".format("{}/{}".format(*_of(mine, *kind))) for kind in kinds)


def written(weights: Weights) -> str:
    """The weights as a module, the heaviest first."""
    head, _, _ = OUT.read_text(encoding="utf8").partition("_OF: dict")
    lines = [
        f'    "{trait}": {weights.of[trait]},' for trait in sorted(weights.of, key=lambda t: (-weights.of[t], t))
    ]
    return "\n".join(
        [head + "_OF: dict[str, float] = {", *lines, "}", "", f"LEARNT = Weights({weights.base}, _OF)", ""]
    )


def main() -> None:
    """Read, learn, judge, print, write."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--edited", required=True, nargs="+")
    arguments.add_argument("--planted", required=True, nargs="+")
    arguments.add_argument("--kept", required=True)
    arguments.add_argument("--write", action="store_true", help="learn from all and write the weights")
    arguments.add_argument("--show", metavar="HOUSE", default="", help="print what is judged wrong of one house")
    given = arguments.parse_args()
    stories, plants = read_edited(given.edited), read_planted(given.planted)
    kept = read_kept(given.kept, given.edited)
    some = [*examples(stories, kept), *of_plants(plants), *of_kept(kept)]
    base = settled(some).base - learn(some).base  # what is asked for at least is the same for every house
    scored = [(each, score + base) for each, score in left_out(some)]
    print("each house by weights that were learnt without it; planted ones that are never weighed are left out")
    table(scored, stories)
    for each, score in scored:
        if each.house == given.show and each.kind in ("edited", "judged") and (score >= NOBODY) != each.nobody:
            print(f"  {score:5.2f} {each.kind} {each.text}\n        {sorted(each.traits)}")
    if given.write:
        OUT.write_text(written(settled(some)), encoding="utf8")


if __name__ == "__main__":
    main()
