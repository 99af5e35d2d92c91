"""Examples of quotations that stand alone, out of edited stories, with who speaks cut out and as a reader judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from plant_quotes import PRONOUNS, SOMEBODYS, Cut, cuts, read
from sets import Planted, house_of, planted, rows

from newslint.analyses.quotes._evidence import Doubt
from newslint.analyses.quotes._reading import QuoteReader
from newslint.analyses.quotes.quotation import RUNNING, Quote
from newslint.model.story import Story

LONGEST_NAME = 60  # code points
FAR = 600  # code points before a quotation in which its speaker would be named


class Example(NamedTuple):
    """One quotation that stands alone: its evidence, and whether nobody is named as saying it."""

    house: str
    kind: str  # edited; cut; cut, told; judged; kept
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

    def verdict(self, quote: Quote, standing: Mapping[tuple[str, int], str]) -> str:
        """What a reader says of a quotation as it stands: yes where it is nobody's."""
        if any(quote.text[:40] in each or each[:40] in quote.text for each in self.right):
            return "yes"
        return standing.get((self.text, quote.span.start), "no")


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


def doubts(story: Story) -> Iterator[tuple[Quote, Doubt]]:
    """Every quotation that is weighed, with its evidence."""
    reader = QuoteReader(story, SOMEBODYS)
    found = list(reader.all())
    numbers = {id(zone): n for n, (zone, _) in enumerate(reader.marks)}
    counted: Counter[int] = Counter()
    for quote in found:
        n = numbers[id(quote.zone)]
        evidence = reader.doubts.get((n, counted[n]))
        counted[n] += 1
        if evidence:
            yield quote, evidence


def read_kept(kept: str, stories: Iterable[str]) -> list[Planted]:
    """What was cut out of edited stories and judged, and what was judged as it stands there."""
    return list(planted(kept, [record for path in stories for record in rows(path)]))


def examples(stories: Sequence[Edited], kept: Sequence[Planted] = ()) -> Iterator[Example]:
    """What can be learnt from edited stories: what stands alone in them, and what stands alone after a cut."""
    standing = {(each.text, each.target[0]): each.verdict for each in kept if each.kind == "none"}
    for edited in stories:
        story = read(edited.text, edited.suffix)
        for quote, evidence in doubts(story):
            verdict = edited.verdict(quote, standing)
            if quote.zone.role in RUNNING and verdict != "unsure":
                where = around(edited.text, quote.span.start)
                yield Example(edited.house, "edited", evidence.traits, verdict == "yes", where)
        for cut in cuts(story):
            if cut.kind != "above" and _is_named(cut.name):
                yield from _of_cut(edited, cut)


def _is_named(name: str) -> bool:
    return 0 < len(name) < LONGEST_NAME and (name[0].isupper() or name in PRONOUNS)


def _of_cut(edited: Edited, cut: Cut) -> Iterator[Example]:
    text, start = cut.text(edited.text), cut.target()[0]
    for quote, evidence in doubts(read(text, edited.suffix)):
        if quote.span.start == start:
            nobody = is_nobody(text[max(0, start - FAR) : start], cut.name, evidence)
            if nobody is not None:
                kind = "cut" if nobody else "cut, told"
                yield Example(edited.house, kind, evidence.traits, nobody, around(text, start) + " ## " + cut.name)


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


def of_plants(plants: Iterable[Plant]) -> Iterator[Example]:
    """What can be learnt from what a reader judged."""
    for plant in plants:
        yield from _of_judged("judged", plant.house, plant.text, plant.suffix, plant.target, plant.nobody)


def of_kept(kept: Iterable[Planted]) -> Iterator[Example]:
    """The same of what was cut out by `plant_quotes.py`; what was judged as it stands is among the edited stories."""
    for each in kept:
        if each.kind != "none" and each.verdict in ("yes", "no"):
            yield from _of_judged("kept", each.house, each.text, each.suffix, each.target, each.verdict == "yes")


def _of_judged(
    kind: str, house: str, text: str, suffix: str, target: tuple[int, int], nobody: bool
) -> Iterator[Example]:
    for quote, evidence in doubts(read(text, suffix)):
        if quote.span.start < target[1] and target[0] < quote.span.end:
            yield Example(house, kind, evidence.traits, nobody, around(text, quote.span.start))
            return


def around(text: str, at: int) -> str:
    """The words before and behind a place."""
    return (text[max(0, at - 200) : at] + "⟦" + text[at : at + 100]).replace("\n", "/")
