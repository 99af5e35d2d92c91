"""Learns what each trait of a block weighs for its being copy, and says how well that does on sites not learnt on.

    python tools/fit_html.py --pages PAGES [--write] [--show N]

PAGES is a file of JSON lines (`.gz` or not), a page each: `{"id", "site", "html", "body"}`, where `body` is the text
of the article as people marked it; pages without one are passed over. Figures are out of fold: the pages of a site
are judged by weights that were learnt without it. F1 is of runs of four words, averaged over pages; the headline is
not counted. `--write` then learns from all and writes `newslint/formats/_html_weights.py`. Needs scikit-learn, which
newslint does not.
"""

from __future__ import annotations

import argparse
import pathlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np
from sets import rows
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from newslint.base.weights import Weights
from newslint.formats import _html_layout
from newslint.formats._html_layout import Layout
from newslint.formats._html_traits import traits_of
from newslint.formats._html_tree import Page

OUT = pathlib.Path(_html_layout.__file__).with_name("_html_weights.py")
FOLDS = 8
STRENGTH = 0.05
LEAST_SITES = 3  # a trait that fewer sites show tells nothing of the next one
LEAST_WEIGHT = 0.05
LIMITS = (-2.0, -1.5, -1.0, -0.5, 0.0)
# What is known better than so few pages can tell, added to what is learnt.
BY_HAND = {
    "in signup": -2.0, "in comment": -1.5, "in related": -0.5, "in ad": -0.5, "in nav": -0.3, "says newsletter": -1.0,
    "says subscribe": -1.0, "in <form>": -1.0, "in <nav>": -1.0, "in <aside>": -0.5,
}  # fmt: skip
HEAD = '''"""What each trait of a block adds to, or takes from, the case for its being copy of the story round it.

`tools/fit_html.py` learns them (log odds) from pages whose articles people have marked, and writes this file; traits
that it does not name say nothing.
"""

from __future__ import annotations

from newslint.base.weights import Weights

_OF: dict[str, float] = {
'''


class Sample(NamedTuple):
    """A page, read: its site, what its article is, and the texts, traits and labels of its blocks."""

    name: str
    site: str
    body: str
    texts: Sequence[str]
    traits: Sequence[Sequence[str]]
    labels: Sequence[bool]


def words_of(text: str) -> list[str]:
    """The words of a text in small letters."""
    return re.findall(r"\w+", text.casefold())


def runs_of(words: Sequence[str]) -> Counter[tuple[str, ...]]:
    """Its runs of four words."""
    return Counter(zip(*[words[n:] for n in range(4)], strict=False))


def sample_of(row: dict[str, Any]) -> Sample:
    """A page as newslint reads it, with the blocks labelled that stand in its article."""
    layout = Layout(Page(row["html"]))
    texts = [layout.texts[n].prose for n in layout.inside]
    runs = runs_of(words_of(row["body"]))
    owners = [(word, n) for n, text in enumerate(texts) for word in words_of(text)]
    inside, sizes = Counter[int](), Counter[int](n for _, n in owners)
    marked = set()
    for at in range(len(owners) - 3):
        if tuple(word for word, _ in owners[at : at + 4]) in runs:
            marked.update(range(at, at + 4))
    for at in marked:
        inside[owners[at][1]] += 1
    labels = [sizes[n] > 0 and inside[n] >= 0.5 * sizes[n] for n in range(len(texts))]
    return Sample(row["id"], row["site"], row["body"], texts, traits_of(layout)[1], labels)


def learn(samples: Iterable[Sample]) -> Weights:
    """The weights that tell copy best in these pages, each of which counts the same."""
    sites = defaultdict(set)
    rows_, labels, counts = [], [], []
    for sample in samples:
        sizes = [len(text.split()) ** 0.7 + 1 for text in sample.texts]
        for traits, label, size in zip(sample.traits, sample.labels, sizes, strict=True):
            for trait in traits:
                sites[trait].add(sample.site)
            rows_.append(traits)
            labels.append(label)
            counts.append(100 * size / sum(sizes))
    vectors = DictVectorizer()
    matrix = vectors.fit_transform([{t: 1.0 for t in row if len(sites[t]) >= LEAST_SITES} for row in rows_])
    model = LogisticRegression(C=STRENGTH, max_iter=3000)
    model.fit(matrix, labels, sample_weight=np.array(counts))
    of = dict(zip(vectors.get_feature_names_out(), model.coef_[0], strict=True))
    for trait, weight in BY_HAND.items():
        of[trait] = of.get(trait, 0.0) + weight
    return Weights(
        round(float(model.intercept_[0]), 2), {t: round(float(w), 2) for t, w in of.items() if abs(w) >= LEAST_WEIGHT}
    )


def judged(samples: Sequence[Sample]) -> list[list[float]]:
    """The score of each block by weights learnt without its site."""
    found: list[list[float]] = [[] for _ in samples]
    folds = GroupKFold(FOLDS).split(samples, groups=[sample.site for sample in samples])
    for learnt, left_out in folds:
        weights = learn([samples[n] for n in learnt])
        for n in left_out:
            found[n] = [weights.score(set(traits)) for traits in samples[n].traits]
    return found


def f1(samples: Sequence[Sample], scores: Sequence[Sequence[float]], limit: float) -> tuple[float, float, float]:
    """F1, precision and recall of runs of four words, the latter two averaged over pages."""
    precision, recall = [], []
    for sample, mine in zip(samples, scores, strict=True):
        told = runs_of(words_of(" ".join(t for t, score in zip(sample.texts, mine, strict=True) if score > limit)))
        want = runs_of(words_of(sample.body))
        both = (told & want).total()
        precision.append(both / told.total() if told else 0.0)
        recall.append(both / want.total() if want else 1.0)
    p, r = float(np.mean(precision)), float(np.mean(recall))
    return 2 * p * r / (p + r), p, r


def write(weights: Weights) -> None:
    """Write the weights, the heaviest first."""
    lines, line = [], "   "
    for trait, weight in sorted(weights.of.items(), key=lambda item: (-item[1], item[0])):
        part = f' "{trait}": {weight:g},'
        if len(line) + len(part) > 118:
            lines.append(line)
            line = "   "
        line += part
    OUT.write_text(
        f"{HEAD}{chr(10).join([*lines, line])}\n}}  # fmt: skip\n\nLEARNT = Weights({weights.base}, _OF)\n"
    )


def main() -> None:
    """Learn, say how well, and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=pathlib.Path, required=True)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print so many of the longest mistakes")
    given = parser.parse_args()
    samples = [sample_of(row) for row in rows(given.pages) if row.get("body")]
    scores = judged(samples)
    print(f"{len(samples)} pages of {len({sample.site for sample in samples})} sites; out of fold:")
    for limit in LIMITS:
        print(f"  limit {limit:4}: F1 {{:.4f}} (P {{:.4f}} R {{:.4f}})".format(*f1(samples, scores, limit)))
    wrong = [
        (len(text), sample.site, round(score, 1), label, text[:100])
        for sample, mine in zip(samples, scores, strict=True)
        for text, score, label in zip(sample.texts, mine, sample.labels, strict=True)
        if (score > -1) != label
    ]
    for each in sorted(wrong, reverse=True)[: given.show]:
        print("  ", *each)
    if given.write:
        write(learn(samples))


if __name__ == "__main__":
    main()
