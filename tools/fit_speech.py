"""Learns what each trait of a doubtful quotation weighs for nobody being named, and how well that does.

    python tools/fit_speech.py --edited FILE... --planted FILE... [--write] [--show HOUSE]

Each FILE is of JSON lines (`.gz` or not). `--edited` ones hold edited stories, `{"id", "text"}`,
with `"group"` and `"suffix"` where there are such: what stands alone there is taken to be somebody's, but for what a
reader called rightly flagged (`"verdicts"`). Out of the same stories the words that name a speaker are cut: what
then stands alone is nobody's. `--planted` holds stories in which that was done by hand and judged by a reader,
`{"id", "text", "target", "verdict"}`, yes where nobody is left and no where the copy beside it still tells.
Figures are of houses left out: each is judged by weights that were learnt without it. `--write` then learns from all
and writes `newslint/analyses/quotes/_weights.py`. Needs scikit-learn, which newslint does not.
"""

from __future__ import annotations

import argparse
import pathlib
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from sets import house_of, rows
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from newslint import api
from newslint.analyses.quotes import _evidence
from newslint.analyses.quotes._attribution import Clauses
from newslint.analyses.quotes._evidence import Doubt
from newslint.analyses.quotes._reading import NOBODY, QuoteReader
from newslint.analyses.quotes.quotation import ATTRIBUTED, RUNNING, Quote
from newslint.base.weights import Weights
from newslint.model.story import Story

OUT = pathlib.Path(_evidence.__file__).with_name("_weights.py")
CUTS = 8  # of a story, at most
LONGEST_CUT = 30  # words
STRENGTH = 0.15  # of what the fit may believe
LEAST_HOUSES = 4  # a trait that fewer houses show tells nothing of the next one
LEAST_WEIGHT = 0.05
FOUND = 0.91  # of the quotations whose speaker was cut out by hand, and that have to be weighed
FAR = 600  # code points before a quotation in which its speaker would be named
SHARES = {"edited": 4.0, "cut": 0.25, "cut, told": 0.3, "judged": 6.0}  # what an example of each kind counts
# What is known better than these few stories can tell, added to what is learnt.
BY_HAND = {
    "attitude, of somebody": -1.4,
    "declining, of somebody": -1.2,
    "leading verb, of somebody": -0.7,
    "mind, of somebody": -1.0,
    "no word of speech, of nothing": 0.7,
    "not closed, with a word of saying": -3.0,
    "noun of speech, late, of a person": -0.5,
    "noun of speech, late, of some": -0.5,
    "phase, of somebody": -1.6,
    "somebody's words, of somebody": -0.7,
}


class Example(NamedTuple):
    """One quotation that stands alone: its evidence, and whether nobody is named as saying it."""

    house: str
    kind: str  # edited, cut, judged
    traits: frozenset[str]
    nobody: bool
    text: str


class Plant(NamedTuple):
    """A story with a speaker cut out, and whether somebody is left: the test that counts."""

    house: str
    text: str
    suffix: str
    target: tuple[int, int]
    nobody: bool


class Edited(NamedTuple):
    """An edited story; `right` are the quotations that a reader agrees nobody is named for."""

    house: str
    text: str
    suffix: str
    right: Sequence[str]


def read_edited(paths: Iterable[str]) -> list[Edited]:
    """Edited stories, each once."""
    found: dict[str, Edited] = {}
    for path in paths:
        for r in rows(path):
            right = [
                v["match"]
                for v in r.get("verdicts", ())
                if v["rule"] == "unattributed-quote" and v["verdict"] == "RIGHT"
            ]
            found.setdefault(r["text"], Edited(house_of(r), r["text"], r.get("suffix", ".txt"), right))
    return list(found.values())


def read_planted(paths: Iterable[str]) -> list[Plant]:
    """Stories that a reader judged; those he was unsure of are left out."""
    return [
        Plant(house_of(r), r["text"], r.get("suffix", ".txt"), tuple(r["target"]), r["verdict"] == "yes")
        for path in paths
        for r in rows(path)
        if r["verdict"] in ("yes", "no")
    ]


def read(text: str, suffix: str) -> Story:
    """A text as a story."""
    return api.read(text, path="story" + suffix)


def doubts(story: Story) -> Iterator[tuple[Quote, Doubt]]:
    """Every quotation that is weighed, with its evidence."""
    reader = QuoteReader(story)
    found = list(reader.all())
    numbers = {id(zone): n for n, (zone, _) in enumerate(reader.marks)}
    counted: Counter[int] = Counter()
    for quote in found:
        n = numbers[id(quote.zone)]
        evidence = reader.doubts.get((n, counted[n]))
        counted[n] += 1
        if evidence:
            yield quote, evidence


def cuts(story: Story) -> Iterator[tuple[str, int, str]]:
    """The text with the words cut out that name the speaker of one quotation, where that begins, and those words."""
    text = story.source.text
    for quote in QuoteReader(story).all():
        if not (quote.status == ATTRIBUTED and quote.speaker and quote.cue and quote.zone.role in RUNNING):
            continue
        name = text[quote.speaker.start : quote.speaker.end]
        named = name[0].isupper() or name in ("he", "she")
        if not (named and len(name) < 60 and quote.closed and len(quote.words.split()) > 6):
            continue
        cut = _cut(quote)
        if cut:
            start, end, replaced = cut
            span = quote.zone.to_source(start, end)
            yield (
                text[: span.start] + replaced + text[span.end :],
                quote.zone.to_source(quote.start, quote.end).start,
                name,
            )


def _cut(quote: Quote) -> tuple[int, int, str] | None:
    """The stretch of its paragraph in which its speaker is named behind it, and what is set there instead."""
    zone = quote.zone
    inside = zone.text[quote.start : quote.end]
    mark = inside[-2:] if inside[-2:] in ("''", "’’") else inside[-1:]
    if not inside[: -len(mark)].endswith((",", "?", "!")):
        return None
    clauses = Clauses(zone.text, list(story_marks(zone)))
    q = next((q for q in clauses.quotes if clauses.starts[q] == quote.start), None)
    if q is None:
        return None
    first, last = next((s for s in clauses.sentences if s[0] <= q < s[1]), (0, 0))
    rest = clauses.words[q + 1 : last]
    if q != first or not rest or "\1" in rest or len(rest) > LONGEST_CUT or rest[-1] != ".":
        return None
    sign = inside[: -len(mark)][-1]
    return quote.end - len(mark) - 1, clauses.ends[last - 1], ("." if sign == "," else sign) + mark


def story_marks(zone: Any) -> Any:
    """The quotations of a paragraph."""
    from newslint.analyses.quotes.marks import pair

    return pair(zone.text).pairs


def examples(stories: Sequence[Edited]) -> Iterator[Example]:
    """What can be learnt from edited stories: what stands alone in them, and what stands alone after a cut."""
    chance = random.Random(0)
    for edited in stories:
        story = read(edited.text, edited.suffix)
        for quote, evidence in doubts(story):
            right = any(quote.text[:40] in each or each[:40] in quote.text for each in edited.right)
            if quote.zone.role in RUNNING:
                yield Example(edited.house, "edited", evidence.traits, right, around(edited.text, quote.span.start))
        found = list(cuts(story))
        for text, start, name in chance.sample(found, min(CUTS, len(found))):
            yield from _of_cut(edited, text, start, name)


def _of_cut(edited: Edited, text: str, start: int, name: str) -> Iterator[Example]:
    for quote, evidence in doubts(read(text, edited.suffix)):
        if quote.span.start == start:
            nobody = is_nobody(text[max(0, start - FAR) : start], name, evidence)
            if nobody is not None:
                kind = "cut" if nobody else "cut, told"
                yield Example(edited.house, kind, evidence.traits, nobody, around(text, start) + " ## " + name)


def is_nobody(before: str, name: str, evidence: Doubt) -> bool | None:
    """Whether the copy before a quotation does not tell who spoke it, which is known; none where that is open."""
    who = evidence.who
    subject = who.zone.text[slice(*who.speaker)] if who and who.speaker else ""
    last, person = name.split()[-1], subject.split()[-1:]
    pronoun = subject.lower() in ("he", "she")
    if name.lower() in ("he", "she"):
        if pronoun:
            return subject.lower() != name.lower()
        return False if subject and subject.split()[-1][0].isupper() else None
    if person and person[0].removesuffix("'s").removesuffix("’s") == last:
        return False
    return True if last not in before else None


def of_plants(plants: Sequence[Plant]) -> Iterator[Example]:
    """What can be learnt from what a reader judged."""
    for plant in plants:
        for quote, evidence in doubts(read(plant.text, plant.suffix)):
            if quote.span.start < plant.target[1] and plant.target[0] < quote.span.end:
                yield Example(
                    plant.house, "judged", evidence.traits, plant.nobody, around(plant.text, quote.span.start)
                )
                break


def around(text: str, at: int) -> str:
    """The words before and behind a place."""
    return (text[max(0, at - 200) : at] + "⟦" + text[at : at + 100]).replace("\n", "/")


def houses(some: Iterable[Example]) -> list[str]:
    """Whose examples they are."""
    return sorted({example.house for example in some})


def settled(some: Sequence[Example], without: str = "") -> Weights:
    """The weights of all houses but one, with the base by which so many of the others' plants are found.

    Each of these is scored by what was learnt without its own house too, so the base is not fitted to it either.
    """
    rest = [each for each in some if each.house != without]
    planted = sorted(score for each, score in left_out(rest) if each.kind == "judged" and each.nobody)
    weights = learn(rest)
    return weights._replace(base=round(weights.base + NOBODY - planted[int((1 - FOUND) * len(planted))], 2))


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
    print(f"  {'house':14} {'nobody':>9} {'cued':>9} {'cut out':>9} {'told':>9}  flagged in 100 edited stories")
    for house in sorted(count):
        mine = [(each, score >= NOBODY) for each, score in scored if each.house == house]
        print(f"  {house:14} {_row(mine)} {100 * _flagged(mine)[0] / count[house]:9.2f}")
    everywhere = [(each, score >= NOBODY) for each, score in scored]
    print(f"  {'all':14} {_row(everywhere)} {100 * _flagged(everywhere)[0] / len(stories):9.2f}")
    for least in (NOBODY, 0.0, 0.5, 1.0, 1.5, 2.0):
        sure = [each.nobody for each, score in scored if each.kind == "judged" and score >= least]
        print(
            f"  of those judged that score {least:4} or more, nobody is named in {np.mean(sure):.3f} of {len(sure)}"
        )


def _flagged(mine: Sequence[tuple[Example, bool]]) -> tuple[int, int]:
    return _of(mine, "edited", False)


def _of(mine: Sequence[tuple[Example, bool]], kind: str, nobody: bool) -> tuple[int, int]:
    flags = [flag for each, flag in mine if each.kind == kind and each.nobody == nobody]
    return sum(flags), len(flags)


def _row(mine: Sequence[tuple[Example, bool]]) -> str:
    kinds = (("judged", True), ("judged", False), ("cut", True), ("cut, told", False))
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
    arguments.add_argument("--write", action="store_true", help="learn from all and write the weights")
    arguments.add_argument("--show", metavar="HOUSE", default="", help="print what is judged wrong of one house")
    given = arguments.parse_args()
    stories, plants = read_edited(given.edited), read_planted(given.planted)
    some = [*examples(stories), *of_plants(plants)]
    scored = left_out(some)
    print("each house by weights that were learnt without it; planted ones that are never weighed are left out")
    table(scored, stories)
    for each, score in scored:
        if each.house == given.show and each.kind in ("edited", "judged") and (score >= NOBODY) != each.nobody:
            print(f"  {score:5.2f} {each.kind} {each.text}\n        {sorted(each.traits)}")
    if given.write:
        OUT.write_text(written(settled(some)), encoding="utf8")


if __name__ == "__main__":
    main()
