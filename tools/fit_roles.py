"""Learns what each trait of a line weighs for its being residue, and says how well that does on sites not learnt on.

    python tools/fit_roles.py --pages PAGES --stories STORIES [--copy COPY] [--left-out FILE] [--write] [--show N]

PAGES is a file of JSON lines (`.gz` or not), a page each: `{"id", "site", "view", "lines": [[text, label, scored]]}`
with labels `body chrome headline deck byline unsure`. STORIES holds edited stories, `{"id", "source", "text"}`:
nothing in them is residue. COPY holds stories as files have them, with what a reader thought of findings there,
`{"id", "group", "suffix", "text", "verdicts": [{"line", "rule", "verdict"}]}`: RIGHT ones are residue, WRONG ones
are not, and of a group that publishes no pages (`NO_PAGES`) no other line is either. `--left-out` names lines whose
label is wrong: `[["id", line number from 1], ...]`.

A house is a site, an outlet or a group. Figures are out of fold: the stories of a house are judged by weights that
were learnt without it, and what a line must weigh to be residue is chosen on those. `--write` then learns from all
and writes `newslint/analyses/roles/_weights.py`. Other tools may call `material`, `houses` and `learn`. Needs
scikit-learn, which newslint does not.
"""

from __future__ import annotations

import argparse
import json
import pathlib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

import numpy as np
from sets import house_of, rows
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from newslint.analyses.roles import roles
from newslint.analyses.roles._lines import read_lines
from newslint.analyses.roles.genres import genre_of
from newslint.analyses.roles.in_place import story_bounds, traits_in_place
from newslint.analyses.roles.score import RESIDUE, weighed
from newslint.base.weights import Weights
from newslint.formats.plain import paragraphs

OUT = pathlib.Path(roles.__file__).with_name("_weights.py")
FOLDS = 8
STRENGTH = 0.035  # of what the fit may believe; more fits the pages better and other sites worse
LEAST_SITES = 3  # a trait that fewer sites show tells nothing of the next one
LEAST_WEIGHT = 0.05
EVERY = 2  # one of so many edited stories is read
VIEWS = ("window", "container", "traf")
SHARES = {"window": 1.0, "container": 1.0, "traf": 0.7, "story": 0.7, "copy": 0.7}  # what one line of each counts
NO_PAGES = ("senate",)  # groups whose stories are press releases
MOST_FALSE = 5.0  # of 1,000 body lines of pages of houses left out
HEADLINE_SHARE = 3.0  # a headline taken for residue is worse than a body line
# What is known better than these few pages can tell, added to what is learnt.
BY_HAND = {
    "sure": 2.5, "amount": -2.0, "fact": -1.5, "near facts": -1.5, "fixture": -2.0, "in small first": -1.0,
    "near few clean": -0.6, "near many clean": -0.6, "said near many clean": -0.6,
}  # fmt: skip
RULES_ALONE = Weights(-1.0, {"sure": 6.0, "credit": 6.0, "core in": -9.0})  # phrases and rows, nothing learnt


class Page(NamedTuple):
    """A page or story with the labels of its lines."""

    id: str
    site: str
    view: str
    lines: Sequence[tuple[str, str, bool]]


class Material(NamedTuple):
    """All there is to learn from: stories with labels, and the lines whose label is wrong."""

    pages: Sequence[Page]
    left_out: frozenset[tuple[str, int]]


class Sample(NamedTuple):
    """One line to learn from."""

    traits: Sequence[str]
    residue: bool
    share: float
    site: str


def read_pages(path: str) -> list[Page]:
    """Pages with labels."""
    return [Page(r["id"], r["site"], r["view"], tuple((t, n, bool(s)) for t, n, s in r["lines"])) for r in rows(path)]


def read_stories(path: str) -> list[Page]:
    """Some edited stories; those of one outlet count as one site."""
    pages = []
    for r in list(rows(path))[::EVERY]:
        lines = [line.strip() for line in r["text"].split("\n") if line.strip()]
        outlet = house_of(r)
        labelled = tuple((line, "body" if n else "headline", True) for n, line in enumerate(lines))
        pages.append(Page(r["id"], "stories:" + outlet, "story", labelled))
    return pages


def read_copy(path: str) -> list[Page]:
    """Stories with a reader's verdicts; lines without one are labelled only where the group publishes no pages."""
    pages = []
    for r in rows(path):
        if r["suffix"] != ".txt":
            continue
        told = {v["line"]: v["verdict"] for v in r["verdicts"] if v["rule"] in residue_rules()}
        of = {"RIGHT": "chrome", "WRONG": "body"}
        other = "body" if r["group"] in NO_PAGES else "unsure"
        lines = [(n, line.strip()) for n, line in enumerate(r["text"].split("\n"), 1) if line.strip()]
        labelled = [(line, of.get(told.get(n, ""), "unsure" if n in told else other)) for n, line in lines]
        pages.append(Page(r["id"], "copy:" + house_of(r), "copy", tuple((t, k, k != "unsure") for t, k in labelled)))
    return pages


@cache
def residue_rules() -> frozenset[str]:
    """The rules that say of a line that it is left over from a page."""
    folder = pathlib.Path(roles.__file__).parents[3] / "rules" / "chrome"
    return frozenset([*(file.stem for file in folder.glob("*.yaml")), "repeated-line"])


def material(pages: str, stories: str, copy: str = "", left_out: str = "") -> Material:
    """What these files hold."""
    wrong = json.loads(pathlib.Path(left_out).read_text())["chrome"] if left_out else []
    read = [*read_pages(pages), *read_stories(stories), *(read_copy(copy) if copy else ())]
    return Material(read, frozenset((i, n) for i, n in wrong))


def houses(given: Material) -> list[str]:
    """Every house by name, in order."""
    return sorted({page.site for page in given.pages})


def learn(given: Material, without: Collection[str] = ()) -> Weights:
    """The weights that fit the stories of all houses but some."""
    return fitted(samples([page for page in given.pages if page.site not in without], given.left_out))


def settled(given: Material, without: Collection[str] = ()) -> Weights:
    """The weights of all houses but some, with the base that suits each of these left out in turn."""
    rest = given._replace(pages=[page for page in given.pages if page.site not in without])
    learnt = [*folds(rest, lambda more: learn(rest, more))]
    return moved(learn(rest), placed(rest, learnt))


def samples(pages: Iterable[Page], left_out: frozenset[tuple[str, int]]) -> list[Sample]:
    """Every line with a label that can be learnt from."""
    return [sample for page in pages for sample in _of_page(page, left_out)]


@cache
def _of_page(page: Page, left_out: frozenset[tuple[str, int]]) -> Sequence[Sample]:
    out = []
    for n, ((_, label, scored), mine) in enumerate(zip(page.lines, _read(page)[1], strict=True), 1):
        title = label in ("headline", "deck")
        if (page.id, n) in left_out or not (title or (scored and label in ("body", "chrome"))):
            continue
        share = SHARES[page.view] * (HEADLINE_SHARE if title and page.view in VIEWS else 1.0)
        out.append(Sample(mine, label == "chrome", share, page.site))
    return out


@cache
def _read(page: Page) -> tuple[Sequence[Any], Sequence[Sequence[str]]]:
    """The lines of a page, and what is seen of each."""
    lines = read_lines([text for text, _, _ in page.lines])
    return lines, traits_in_place(lines, story_bounds(lines))


def fitted(some: Sequence[Sample]) -> Weights:
    """The weights that fit these lines."""
    sites: defaultdict[str, set[str]] = defaultdict(set)
    for sample in some:
        for trait in sample.traits:
            sites[trait].add(sample.site)
    known = {trait for trait, shown in sites.items() if len(shown) >= LEAST_SITES}
    vectorizer = DictVectorizer()
    table = vectorizer.fit_transform([{t: 1.0 for t in s.traits if t in known} for s in some])
    table.indices, table.indptr = table.indices.astype(np.int32), table.indptr.astype(np.int32)  # liblinear's
    model = LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=400)
    model.fit(table, [s.residue for s in some], sample_weight=[s.share for s in some])
    learnt = dict(zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True))
    for trait, more in BY_HAND.items():
        learnt[trait] = learnt.get(trait, 0.0) + more
    of = {trait: round(float(w), 2) for trait, w in learnt.items() if abs(w) >= LEAST_WEIGHT}
    return Weights(round(float(model.intercept_[0]), 2), of)


class Verdict(NamedTuple):
    """What newslint makes of a labelled line: not residue (0), suspected (1), residue (2), surely residue (3)."""

    page: Page
    n: int
    level: int


def judge(page: Page, weights: Weights) -> Iterator[Verdict]:
    """Each line of a page as newslint sees it with these weights."""
    text = "\n\n".join(line for line, _, _ in page.lines) + "\n"
    zones = paragraphs(text)
    roles.assign_roles(text, zones, genre_of([zone.text for zone in zones]).name, weights)
    at, found = 0, {zone.span.start: zone for zone in zones}
    for n, (line, _, _) in enumerate(page.lines, 1):
        zone = found.get(at + len(line) - len(line.lstrip()))
        at += len(line) + 2
        if zone is None:
            continue
        level = {"low": 1, "medium": 2, "high": 3}[zone.confidence] if zone.sort or _is_left(zone) else 0
        yield Verdict(page, n, level)


def _is_left(zone: Any) -> bool:
    return bool(zone.why) and zone.role in ("chrome", "caption", "credit", "section")


def out_of_fold(given: Material, fit: Callable[[Collection[str]], Weights]) -> list[Verdict]:
    """Every story judged by what was learnt from other houses; `fit` learns without those it is told."""
    out: list[Verdict] = []
    for without, weights in folds(given, fit):
        for page in given.pages:
            if page.site in without:
                out += judge(page, weights)
    return out


def folds(given: Material, fit: Callable[[Collection[str]], Weights]) -> Iterator[tuple[Collection[str], Weights]]:
    """Houses in groups, each with the weights that the others gave."""
    sites = [page.site for page in given.pages]
    for _, kept in GroupKFold(FOLDS, shuffle=True, random_state=0).split(sites, sites, sites):
        without = {sites[n] for n in kept}
        yield without, fit(without)


def placed(given: Material, learnt: Sequence[tuple[Collection[str], Weights]]) -> float:
    """What to add to the base so that, on pages of houses left out, few enough body lines are taken for residue."""
    scores: list[float] = []
    for without, weights in learnt:
        for page in given.pages:
            if page.site in without and page.view == "window":
                lines, traits = _read(page)
                mine = zip(page.lines, weighed(lines, traits, weights), strict=True)
                scores += [
                    score
                    for n, ((_, label, scored), score) in enumerate(mine, 1)
                    if scored and label == "body" and (page.id, n) not in given.left_out
                ]
    scores.sort(reverse=True)
    return round(RESIDUE - scores[int(MOST_FALSE * len(scores) / 1000)] - 0.005, 2)


def table(verdicts: Sequence[Verdict], left_out: Collection[tuple[str, int]]) -> None:
    """Print the figures by view and by how sure newslint is."""
    for view in VIEWS:
        mine = [v for v in verdicts if v.page.view == view and (v.page.id, v.n) not in left_out]
        for name, least in (("high", 3), ("medium", 2), ("low", 1)):
            print(f"  {view:9} {name:6} {_figures(mine, least)}")
    mine = [v for v in verdicts if v.page.view == "story"]
    for name, least in (("high", 3), ("medium", 2), ("low", 1)):
        print(f"  edited    {name:6} {1000 * np.mean([v.level >= least for v in mine]):.2f} of 1,000 lines")
    for group in sorted({v.page.site for v in verdicts if v.page.view == "copy"}):
        mine = [v for v in verdicts if v.page.site == group]
        for name, least in (("high", 3), ("medium", 2), ("low", 1)):
            print(f"  {group[:14]:14} {name:6} {_told_apart(mine, least)}")


def _told_apart(verdicts: Sequence[Verdict], least: int) -> str:
    counts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    for v in verdicts:
        label = v.page.lines[v.n - 1][1]
        counts[label][0] += v.level >= least
        counts[label][1] += 1
    return "  ".join(f"{label} {on} of {all_}" for label, (on, all_) in sorted(counts.items()))


def _figures(verdicts: Sequence[Verdict], least: int) -> str:
    count: defaultdict[tuple[str, bool], int] = defaultdict(int)
    for v in verdicts:
        _, label, scored = v.page.lines[v.n - 1]
        label = "title" if label in ("headline", "deck") else label
        if scored or label == "title":
            count[label, v.level >= least] += 1
    found, missed = count["chrome", True], count["chrome", False]
    false, spared = count["body", True], count["body", False]
    precision, recall = found / max(1, found + false), found / max(1, found + missed)
    both = 2 * precision * recall / (precision + recall + 1e-9)
    return (
        f"precision {precision:.3f}  recall {recall:.3f}  F1 {both:.3f}"
        f"  false of 1,000 body lines {1000 * false / (false + spared):.1f}"
        f"  headlines and decks {count['title', True]}/{count['title', True] + count['title', False]}"
    )


def main() -> None:
    """Read, learn, judge, print, write."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--pages", required=True)
    arguments.add_argument("--stories", required=True)
    arguments.add_argument("--copy", default="")
    arguments.add_argument("--left-out", default="")
    arguments.add_argument("--write", action="store_true", help="learn from all and write the weights")
    arguments.add_argument("--show", type=int, default=0, help="print so many body lines taken for residue")
    given = arguments.parse_args()
    told = material(given.pages, given.stories, given.copy, given.left_out)
    print("phrases and rows alone")
    table(out_of_fold(told, lambda _: RULES_ALONE), told.left_out)
    print("with learnt weights, on houses they were not learnt on")
    learnt = [*folds(told, lambda without: learn(told, without))]
    more = placed(told, learnt)
    by_house = {house: moved(weights, more) for without, weights in learnt for house in without}
    verdicts = [v for page in told.pages for v in judge(page, by_house[page.site])]
    table(verdicts, told.left_out)
    show(verdicts, told.left_out, given.show)
    weights = moved(learn(told), more)
    print("with learnt weights, on the houses they were learnt on")
    table([v for page in told.pages for v in judge(page, weights)], told.left_out)
    if given.write:
        OUT.write_text(written(weights), encoding="utf8")


def moved(weights: Weights, more: float) -> Weights:
    """Weights by which every line weighs so much more."""
    return Weights(round(weights.base + more, 2), weights.of)


def show(verdicts: Sequence[Verdict], left_out: Collection[tuple[str, int]], most: int) -> None:
    """Print lines that were taken for residue and are not."""
    for v in [v for v in verdicts if v.level > 1 and (v.page.id, v.n) not in left_out]:
        text, label, scored = v.page.lines[v.n - 1]
        if most > 0 and label in ("body", "headline", "deck") and (scored or label != "body"):
            most -= 1
            print(f"    {v.page.id} line {v.n} {label} level {v.level}: {text[:110]}")


_COMPANY = (
    "said ", "single ", "near ", "like ", "page ", "same word", "in order", "led", "below farewell", "figures near",
    "bullets near", "names near",
)  # fmt: skip
_GROUPS: Mapping[str, Callable[[str], bool]] = {
    "Plain paragraphs": lambda t: (
        t.startswith("core ") and t.split()[1] in ("in", "before", "after", "head", "tail", "all", "words")
    ),
    "Before the story": lambda t: t.startswith(("head ", "at head", "before ", "at before", "to core")),
    "Inside it": lambda t: t.startswith(("in ", "at in")) and t != "in order",
    "After it": lambda t: t.startswith(("tail ", "at tail", "after ", "at after", "from core")),
    "Where there is no plain paragraph": lambda t: t.startswith(("all ", "at all")),
    "What the line says": lambda t: (
        (":" in t and not t.startswith("size")) or t in ("sure", "credit", "name last", "date last")
    ),
    "How long it is and how it ends": lambda t: t.startswith("size:"),
    "Whose words it uses, and what stands round it": lambda t: t.startswith(
        ("words ", "under ", "twice", "often", "little copy", "line 1", "copy ", "core ", "title run", "row ")
    ),
    "The company it keeps": lambda t: t.startswith(_COMPANY),
    "How it looks": lambda t: True,
}


def written(weights: Weights) -> str:
    """The weights as a module, in groups, the heaviest first."""
    head, _, _ = OUT.read_text(encoding="utf8").partition("_OF: dict")
    lines, left = [head + "_OF: dict[str, float] = {"], dict(weights.of)
    for title, belongs in _GROUPS.items():
        mine = sorted((t for t in left if belongs(t)), key=lambda t: (-left[t], t))
        if mine:
            lines.append(f"    # {title}")
            lines += _filled([f'"{t}": {left.pop(t)},' for t in mine])
    return "\n".join([*lines, "}  # fmt: skip", "", f"LEARNT = Weights({weights.base}, _OF)", ""])


def _filled(items: Sequence[str]) -> Iterator[str]:
    line = "   "
    for item in items:
        if len(line) + len(item) > 112:
            yield line
            line = "   "
        line += " " + item
    yield line


if __name__ == "__main__":
    main()
