"""Learns what tells a misspelling from a word that is known nowhere, and says how well on houses not learnt on.

    python tools/fit_spelling.py SET... --read tests/read_words.json [--write] [--show N]

Each set is a file of JSON lines (`.gz` or not) with a story's `text`, or the `before` and `after` of a correction,
its `suffix` and whose it is (`group`, `repo`, or the first part of its `id`). `--read` holds what people said of the
words that newslint would weigh, `{"misspelt": "word word …", "meant so": "word word …"}`; words that nobody has read
are printed with `--show` and left out. Figures are of the house left out. `--write` then learns from all and writes
`newslint/analyses/text/_spelling_weights.py`. Needs scikit-learn, which newslint does not.
"""

from __future__ import annotations

import argparse
import json
import pathlib
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import numpy as np
from sets import house_of, rows
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

import newslint
from newslint.analyses.text import _spelling_weights
from newslint.analyses.text.spelling import misspellings

OUT = pathlib.Path(_spelling_weights.__file__)
STRENGTH = 1.0  # of what the fit may believe
SHARES = {"low": 0.5, "medium": 0.75}  # from what likelihood on a word is told as such
LEAST_WEIGHT = 0.03
TRAIT_IS = 1.0
HEAD = '''\
"""What each trait of an unknown word adds to, or takes from, the case for its being a misspelling (log odds).

`tools/fit_spelling.py` learns them and writes this file.
"""

from __future__ import annotations

'''


class Word(NamedTuple):
    """A word known nowhere, in one story: what people said of it, and its traits."""

    house: str
    word: str
    meant: str
    traits: tuple[str, ...]
    around: str


def main() -> None:
    """Read the words, learn, say how well, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sets", nargs="+", type=pathlib.Path)
    parser.add_argument("--read", required=True, type=pathlib.Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--show", type=int, default=0)
    given = parser.parse_args()
    verdicts = _verdicts(json.loads(given.read.read_text("utf-8")))
    words = list({(each.house, each.word): each for path in given.sets for each in _words(path)}.values())
    unread = [each for each in words if each.word not in verdicts]
    for each in unread[: given.show]:
        print(f"{each.house[:12]:12} {each.word} > {each.meant}: …{each.around}…")
    read = [each for each in words if each.word in verdicts]
    print(f"{len(read)} words read, {len(unread)} not")
    _measure(read, verdicts, given.show)
    if given.write:
        _write(*_learn(read, verdicts))


def _verdicts(read: Mapping[str, str]) -> dict[str, bool]:
    return {word: verdict == "misspelt" for verdict, words in read.items() for word in words.split()}


def _words(path: pathlib.Path) -> Iterator[Word]:
    for row in rows(path):
        for text in (row["text"],) if "text" in row else (row["before"], row["after"]):
            story = newslint.read(text, path="story" + row.get("suffix", ".txt"))
            for found in story.get(misspellings):
                if not found.known:
                    hit = found.hits[0]
                    around = hit.zone.text[max(0, hit.start - 40) : hit.end + 40].replace("\n", " ")
                    yield Word(house_of(row), hit.text, ",".join(found.meant), found.traits, around)


def _matrix(words: list[Word], vectors: DictVectorizer | None = None) -> tuple[DictVectorizer, Any]:
    facts = [dict.fromkeys(each.traits, TRAIT_IS) for each in words]
    if vectors is None:
        vectors = DictVectorizer().fit(facts)
    return vectors, vectors.transform(facts)


def _fitted(words: list[Word], verdicts: Mapping[str, bool]) -> tuple[DictVectorizer, LogisticRegression]:
    vectors, matrix = _matrix(words)
    return vectors, LogisticRegression(C=STRENGTH, max_iter=5000).fit(matrix, [verdicts[each.word] for each in words])


def _learn(words: list[Word], verdicts: Mapping[str, bool]) -> tuple[float, dict[str, float]]:
    vectors, model = _fitted(words, verdicts)
    of = dict(zip(vectors.get_feature_names_out(), model.coef_[0].tolist(), strict=True))
    kept = {name: round(of[name], 2) for name in sorted(of, key=lambda each: (-of[each], each))}
    return round(float(model.intercept_[0]), 2), {name: of for name, of in kept.items() if abs(of) >= LEAST_WEIGHT}


def _measure(words: list[Word], verdicts: Mapping[str, bool], show: int) -> None:
    """How each house's words are judged by what the others teach."""
    likely = {}
    for house in sorted({each.house for each in words}):
        vectors, model = _fitted([each for each in words if each.house != house], verdicts)
        own = [each for each in words if each.house == house]
        likely.update(zip(own, model.predict_proba(_matrix(own, vectors)[1])[:, 1].tolist(), strict=True))
    right = np.array([verdicts[each.word] for each in likely])
    shares = np.array(list(likely.values()))
    for name, share in SHARES.items():
        told = shares >= share
        print(
            f"{name}: {told.sum()} told, right {right[told].mean():.3f}, found {right[told].sum() / right.sum():.3f}"
        )
    for each, share in sorted(likely.items(), key=lambda item: -item[1]):
        if show and not verdicts[each.word] and share >= SHARES["low"]:
            print(f"meant so, {share:.2f}: {each.word} > {each.meant}: {each.around}")


def _write(base: float, of: Mapping[str, float]) -> None:
    lines, line = [], "   "
    for name, weight in of.items():
        piece = f' "{name}": {weight},'
        if len(line) + len(piece) > 115:
            lines.append(line)
            line = "   "
        line += piece
    limits = ", ".join(f"{np.log(share / (1 - share)):.2f}" for share in SHARES.values())
    body = "\n".join([*lines, line])
    text = f"BASE = {base}\nOF: dict[str, float] = {{\n{body}\n}}\nLOW, MEDIUM = {limits}\n"
    OUT.write_text(HEAD + text, encoding="utf-8")
    print(f"written: {OUT}")


if __name__ == "__main__":
    main()
