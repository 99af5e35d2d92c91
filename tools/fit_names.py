"""Learns what tells a slip in a name from two names, and says how well that does on houses not learnt on.

    python tools/fit_names.py --stories FILE --planted FILE --copy FILE [--read FILE] [--write] [--show N]

All are files of JSON lines (`.gz` or not). `--stories` are edited stories with pairs of names that people have read,
`{"id", "source", "text", "name_pairs": [[form, form, "variant…" or "different"], ...]}`; `--planted` are such
stories with one name misspelled, `{"id", "text", "name", "variant", "kind"}`; `--copy` are stories of other houses
with findings that people have read, `{"id", "group", "suffix", "text", "verdicts": [...]}` with `rule`, `match` and
`verdict` in each.
`--read` is a file with more such readings, `{"names": {"story id | match": "real" or "false", ...}}`.
Further slips are set into `--copy` here. Figures are of the house left out: its pairs are judged by weights that were
learnt without it. `--write` then learns from all and writes `newslint/analyses/names/_weights.py`. Needs
scikit-learn, which newslint does not.
"""

from __future__ import annotations

import argparse
import json
import pathlib
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

import numpy as np
from plant_first_names import plants
from sets import house_of, rows
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

import newslint
from newslint.analyses.names import _weights
from newslint.analyses.names._likeness import distance, plain
from newslint.analyses.names._traits import traits
from newslint.analyses.names._weights import Weights
from newslint.analyses.names.candidates import candidates
from newslint.analyses.names.mentions import mentions
from newslint.model.story import Story

OUT = pathlib.Path(_weights.__file__)
STRENGTH = 1.0  # of what the fit may believe
KINDS = ("published", "typo", "variant", "once", "first", "all later", "first name, slip", "first name, alike")
LEAST_HOUSES = 3  # a trait that fewer houses show tells nothing of the next one
LEAST_WEIGHT = 0.03
SHARES = {"read": 1.5, "published": 1.0, "planted": 0.3, "set": 0.4}  # what one pair of each kind counts
# What is known better than these few pairs can tell, added to what is learnt.
BY_HAND = {
    "accent": 4.5,
    "case": 2.0,
    "same partner": 7.0,
    "in one breath": -6.0,
    "place for place": -5.0,
    "word family": -2.5,
    "two words": -2.0,
    "both small": -2.0,
    "two people": -6.0,
    "person and known place": -2.0,
    "two first names": -2.0,
    "kin": -4.0,
    "a man and a woman": -4.0,
    "one of a list and one introduced": -3.5,
    "word that opens a sentence": -2.0,
}
HIGH, MEDIUM = 0.97, 0.95  # how many of the pairs shown so, and of those surer still, are to be slips
LOW = 0.4  # the same of those that are shown less sure than any other


class Pair(NamedTuple):
    """Two forms of a story, with what is known of them."""

    house: str
    story: str
    kind: str  # read by people, published, planted in the data, set in here
    odd: str
    usual: str
    traits: Sequence[str]
    slip: bool
    plant: str  # what kind of slip was set in


def _read(text: str, suffix: str) -> Story:
    return newslint.read(text, format="markdown" if suffix == ".md" else "plain")


def _judged(text: str, suffix: str = ".txt") -> Iterator[tuple[str, str, list[str]]]:
    story = _read(text, suffix)
    if story.language in ("", "en"):
        found = candidates(story, every=True)
        for pair in found.pairs:
            yield pair.odd.shape.text, pair.usual.shape.text, traits(pair, story.prose.text, found.words)


def edited(path: str, read: Mapping[str, str]) -> Iterator[Pair]:
    """The pairs of edited stories, as people have read them; what nobody has read is taken for two names."""
    for r in rows(path):
        known = {frozenset(pair[:2]): pair[2].startswith("variant") for pair in r["name_pairs"]}
        yield from _labelled(r, _judged(r["text"]), _told(read, r["id"]), known)


def first_names(path: str) -> Iterator[Pair]:
    """The pairs of edited stories into which one wrong first name is set here."""
    for n, r in enumerate(rows(path)):
        kind = ("slip", "alike")[n % 2]
        for plant in plants(r["text"], kind, random.Random(r["id"])):
            for odd, usual, mine in _judged(plant.text):
                if {odd, usual} == {plant.right, plant.wrong}:
                    yield Pair(house_of(r), r["id"], "set", odd, usual, mine, True, f"first name, {kind}")


def _told(read: Mapping[str, str], story: str) -> dict[str, bool]:
    """What people have read of a story's names: whether the marked form is a slip."""
    return {key.partition(" | ")[2]: said == "real" for key, said in read.items() if key.startswith(f"{story} | ")}


def _labelled(
    record: Mapping[str, Any],
    judged: Iterable[tuple[str, str, list[str]]],
    told: Mapping[str, bool],
    known: Mapping[frozenset[str], bool],
) -> Iterator[Pair]:
    """A story's pairs as people have read them; a reading of one form is of its pairs that differ least."""
    found = [((odd, usual), mine) for odd, usual, mine in judged]
    meant: dict[tuple[str, str], bool] = {}
    for form in told:
        odd, _, usual = form.partition(" / ")
        apart = {both: distance(*map(plain, both)) for both, _ in found if {odd, usual or odd} <= set(both)}
        meant.update({both: told[form] for both in apart if apart[both] <= max(1, min(apart.values()))})
    for both, mine in found:
        label = known.get(frozenset(both), meant.get(both))
        kind = "published" if label is None else "read"
        yield Pair(house_of(record), record["id"], kind, *both, mine, bool(label), "")


def planted(path: str) -> Iterator[Pair]:
    """The pairs of stories in which one name was misspelled, those alone."""
    for n, r in enumerate(rows(path)):
        for odd, usual, mine in _judged(r["text"]):
            if {odd, usual} == {r["variant"], r["name"]}:
                yield Pair(house_of(r), f"{n}", "planted", odd, usual, mine, True, r["kind"])


def copy(path: str, read: Mapping[str, str]) -> Iterator[Pair]:
    """The pairs of other houses' stories, and those of slips set into them here."""
    for r in rows(path):
        told = {v["match"]: v["verdict"] == "RIGHT" for v in r["verdicts"] if v["rule"] == "inconsistent-name"}
        told |= _told(read, r["id"])
        yield from _labelled(r, _judged(r["text"], r["suffix"]), told, {})
        slips = _slips(_read(r["text"], r["suffix"]), random.Random(r["id"]))
        for n, (name, wrong, how, text) in enumerate(islice(slips, PLANTS)):
            for odd, usual, mine in _judged(text, r["suffix"]):
                if {odd, usual} == {wrong, name}:
                    yield Pair(house_of(r), f"{r['id']} {n}", "set", odd, usual, mine, True, how)


PLANTS = 2  # in each story


def _slips(story: Story, rng: random.Random) -> Iterator[tuple[str, str, str, str]]:
    """A story's names misspelled, one a copy: once, more than once after the first, or where it is introduced."""
    text = story.source.text
    named = {word for m in story.get(mentions) for word in (m.surname or m.name).split() if word.isalpha()}
    names = sorted(word for word in named if len(word) > 3 and word[0].isupper() and not word.isupper())
    rng.shuffle(names)
    for name in names:
        at = [m.start() for m in re.finditer(rf"(?<![\w@#/.-]){name}(?![\w@/-])", text)]
        wrong = _misspelled(name, rng)
        if len(at) < 2 or wrong in text:
            continue
        how = rng.choice(("once", "once", "once", "first", "all later"))
        now = text
        for start in reversed([rng.choice(at[1:])] if how == "once" else at[:1] if how == "first" else at[1:]):
            now = now[:start] + wrong + now[start + len(name) :]
        yield name, wrong, how, now


def _misspelled(name: str, rng: random.Random) -> str:
    """A name with a letter dropped, doubled, swapped with the next, or another one, as haste has it."""
    at = rng.randrange(1, len(name))
    letter, ways = name[at], [name[:at] + name[at + 1 :]]
    ways.append(name[:at] + letter + name[at:])
    ways.append(name[:at] + rng.choice("aeiou" if letter in "aeiouy" else "bcdfghklmnprstvwz") + name[at + 1 :])
    if at + 1 < len(name):
        ways.append(name[:at] + name[at + 1] + letter + name[at + 2 :])
    return rng.choice(ways)


def houses(pairs: Iterable[Pair]) -> list[str]:
    """Every house that has a pair."""
    return sorted({pair.house for pair in pairs})


def learn(pairs: Sequence[Pair], without: str = "") -> Weights:
    """The weights that fit all houses but one, with limits that hold on each of these left out in turn."""
    some = [pair for pair in pairs if pair.house != without]
    fitted = _fit(some)
    scored = [(pair, score) for house in houses(some) for pair, score in _left_out(some, house)]
    low, medium, high = _limits(scored)
    return fitted._replace(low=low, medium=medium, high=high)


def _left_out(pairs: Sequence[Pair], house: str) -> Iterator[tuple[Pair, float]]:
    weights = _fit([pair for pair in pairs if pair.house != house])
    for pair in pairs:
        if pair.house == house:
            yield pair, weights.score(pair.traits)


def _limits(scored: Sequence[tuple[Pair, float]]) -> list[float]:
    """From which score so many of the published pairs are slips; for the last, of those below the limit before it.

    The few pairs between two limits would say little by themselves: high and medium are told by all above them.
    """
    ranked = sorted(((s, pair.slip) for pair, s in scored if not pair.plant), reverse=True)
    high, _ = _limit(ranked, HIGH)
    medium, shown = _limit(ranked, MEDIUM)
    low, _ = _limit(ranked[shown:] or ranked[-1:], LOW)
    return [low, medium, high]


def _limit(ranked: Sequence[tuple[float, bool]], wanted: float) -> tuple[float, int]:
    """The lowest score at which this share of all so far are slips, and how many those are."""
    best, right, last = ranked[0][0], 0, 0
    for n, (score, slip) in enumerate(ranked, 1):
        right += slip
        if right / n >= wanted:
            best, last = score, n
    return round(float(best), 2), last


def _fit(some: Sequence[Pair]) -> Weights:
    shown: defaultdict[str, set[str]] = defaultdict(set)
    for pair in some:
        for trait in pair.traits:
            shown[trait].add(pair.house)
    known = {trait for trait, at in shown.items() if len(at) >= LEAST_HOUSES}
    vectorizer = DictVectorizer()
    table = vectorizer.fit_transform([{t: 1.0 for t in pair.traits if t in known} for pair in some])
    table.indices, table.indptr = table.indices.astype(np.int32), table.indptr.astype(np.int32)  # liblinear's
    model = LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=400)
    model.fit(table, [pair.slip for pair in some], sample_weight=[SHARES[pair.kind] for pair in some])
    learnt = dict(zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True))
    for trait, more in BY_HAND.items():
        learnt[trait] = learnt.get(trait, 0.0) + more
    of = {trait: round(float(w), 2) for trait, w in learnt.items() if abs(w) >= LEAST_WEIGHT}
    return Weights(round(float(model.intercept_[0]), 2), of, 0.0, 0.0, 0.0)


def level(weights: Weights, pair: Pair) -> int:
    """How sure newslint is of a pair: not at all (0), low (1), medium (2), high (3)."""
    score = weights.score(pair.traits)
    return (score >= weights.low) + (score >= weights.medium) + (score >= weights.high)


def table(pairs: Sequence[Pair], show: int, only: Sequence[str] = ()) -> None:
    """Print, by house, how the pairs of that house are judged by weights learnt without it."""
    total: Counter[tuple[str, int, bool]] = Counter()
    print(f"{'house':14} {'high':>12} {'medium':>12} {'low':>12}", end="")
    print(f"  found: {', '.join(KINDS)}")
    for house in houses(pairs):
        weights = learn(pairs, house)
        count: Counter[tuple[str, int, bool]] = Counter()
        for pair in pairs:
            if pair.house == house:
                count[pair.plant or "published", level(weights, pair), pair.slip] += 1
        total += count
        print(f"{house:14} {_figures(count)}")
        if show and (not only or house in only):
            _show(pairs, weights, house, show)
    print(f"{'all':14} {_figures(total)}")


def _figures(count: Counter[tuple[str, int, bool]]) -> str:
    parts = []
    for n in (3, 2, 1):
        right, wrong = count["published", n, True], count["published", n, False]
        parts.append(f"{right:4}/{right + wrong:<3}={right / max(1, right + wrong):4.2f}")
    found = []
    for kind in KINDS:
        all_ = sum(count[kind, n, True] for n in range(4))
        found.append(f"{(count[kind, 2, True] + count[kind, 3, True]) / max(1, all_):.3f} of {all_}")
    return " ".join(parts) + "  " + ", ".join(found)


def _show(pairs: Sequence[Pair], weights: Weights, house: str, most: int) -> None:
    wrong = [p for p in pairs if p.house == house and p.slip != (level(weights, p) > 1)]
    for pair in sorted(wrong, key=lambda p: (bool(p.plant), abs(weights.score(p.traits))))[:most]:
        heavy = sorted((t for t in pair.traits if t in weights.of), key=lambda t: -abs(weights.of[t]))[:7]
        said = "; ".join(f"{t} {weights.of[t]}" for t in heavy)
        what = "missed" if pair.slip else "taken"
        score = weights.score(pair.traits)
        print(f"    {what} {pair.odd}/{pair.usual} {score:.1f} ({pair.story[:50]}{pair.plant}): {said}")


def written(weights: Weights) -> str:
    """The weights as a module, the heaviest first."""
    head, _, _ = OUT.read_text(encoding="utf8").partition("_OF: dict")
    lines = [head + "_OF: dict[str, float] = {"]
    line = "   "
    for trait, weight in sorted(weights.of.items(), key=lambda each: (-each[1], each[0])):
        item = f' "{trait}": {weight},'
        if len(line) + len(item) > 116:
            lines.append(line)
            line = "   "
        line += item
    limits = f"low={weights.low}, medium={weights.medium}, high={weights.high}"
    return "\n".join([*lines, line, "}  # fmt: skip", "", f"LEARNT = Weights({weights.base}, _OF, {limits})", ""])


def main() -> None:
    """Read, learn, judge, print, write."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("stories", "planted", "copy"):
        arguments.add_argument(f"--{name}", required=True)
    arguments.add_argument("--read")
    arguments.add_argument("--write", action="store_true", help="learn from all and write the weights")
    arguments.add_argument("--show", type=int, default=0, help="print so many mistakes of each house")
    arguments.add_argument("--house", action="append", default=[], help="show the mistakes of these houses only")
    given = arguments.parse_args()
    read = json.loads(pathlib.Path(given.read).read_text()) if given.read else {}
    read = read.get("names", read)
    pairs = [*edited(given.stories, read), *first_names(given.stories)]
    pairs += [*planted(given.planted), *copy(given.copy, read)]
    table(pairs, given.show, given.house)
    if given.write:
        OUT.write_text(written(learn(pairs)), encoding="utf8")


if __name__ == "__main__":
    main()
