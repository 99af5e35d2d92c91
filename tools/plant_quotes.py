"""Cuts who speaks out of edited stories, as editors lose it, and draws some quotations for a reader to judge.

    python tools/plant_quotes.py STORIES... --each N --keep FILE --read OUT
    python tools/plant_quotes.py STORIES... --judged OUT --verdicts FILE --keep FILE

STORIES are files of JSON lines with edited stories, `{"id", "text"}`, with `"group"` and `"suffix"` where there are
such. What is cut is the clause behind a quotation or before it that names the speaker, or the whole paragraph before
one that stands alone; only what newslint then weighs is drawn, and what it weighs in the stories as they stand.
`--read` writes N of each house as text, the quotation marked, without a word on what newslint says of it. The
verdicts come back as lines of `number verdict`: yes where nobody is named any more, no where the copy still tells
who speaks, unsure. `--keep` is the file that has them with ids and offsets, but none of the text (see
`sets.planted`); what it has is not drawn again.
"""

from __future__ import annotations

import argparse
import json
import pathlib
import random
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from sets import Planted, Record, house_of, rows

from newslint import api
from newslint.analyses.quotes._attribution import Clauses
from newslint.analyses.quotes._reading import QuoteReader
from newslint.analyses.quotes.marks import pair
from newslint.analyses.quotes.quotation import ATTRIBUTED, RUNNING, Quote
from newslint.base.weights import Weights
from newslint.model.story import Story, Zone

LONGEST_CUT = 30  # words
LEAST_WORDS = 6  # more than these has a quotation that is cut free
SHOWN = 480  # code points of the copy before a quotation
MOST_SAID = 260  # of the quotation itself
AFTER = 120  # of the copy behind it
MOST = 2  # of a story
PRONOUNS = ("he", "she", "they")


class Cut(NamedTuple):
    """A stretch of a story that names a speaker, what is put there instead, and where the quotation begins."""

    kind: str
    start: int
    end: int
    put: str
    quote: tuple[int, int]
    name: str

    def text(self, whole: str) -> str:
        """The story with the cut."""
        return whole[: self.start] + self.put + whole[self.end :]

    def target(self) -> tuple[int, int]:
        """Where the quotation stands then."""
        start, end = self.quote
        if self.end <= start:
            less = self.end - self.start - len(self.put)
            return start - less, end - less
        return start, end


# Weights by which every quotation is somebody's: what is learnt from must not go by what was learnt before, or each
# fit undoes the one before it.
SOMEBODYS = Weights(-1000.0, {})


def read(text: str, suffix: str) -> Story:
    """A text as a story."""
    return api.read(text, path="story" + suffix)


def cuts(story: Story) -> Iterator[Cut]:
    """Every stretch of a story that names the speaker of a quotation."""
    text = story.source.text
    for quote in QuoteReader(story, SOMEBODYS).all():
        if not _is_speech(quote):
            continue
        name = text[quote.speaker.start : quote.speaker.end] if quote.speaker else ""
        for kind, cut in (("behind", _behind(quote)), ("before", _before(quote)), ("above", _above(story, quote))):
            if cut:
                start, end, put = cut
                yield Cut(kind, start, end, put, (quote.span.start, quote.span.end), name)


def _is_speech(quote: Quote) -> bool:
    return (
        quote.status == ATTRIBUTED
        and quote.closed
        and quote.opened
        and quote.zone.role in RUNNING
        and len(quote.words.split()) > LEAST_WORDS
    )


def _mark(quote: Quote) -> str:
    inside = quote.text
    return inside[-2:] if inside[-2:] in ("''", "’’") else inside[-1:]


def _sentence(quote: Quote) -> tuple[Clauses, int, int, int] | None:
    """The words of a quotation's paragraph, its number among them, and where its sentence begins and ends."""
    clauses = Clauses(quote.zone.text, pair(quote.zone.text).pairs)
    q = next((q for q in clauses.quotes if clauses.starts[q] == quote.start), None)
    found = None if q is None else next((s for s in clauses.sentences if s[0] <= q < s[1]), None)
    return None if q is None or found is None else (clauses, q, *found)


def _behind(quote: Quote) -> tuple[int, int, str] | None:
    """The clause behind a quotation that names its speaker, to the end of the sentence: ,” said Ana Silva."""
    zone, mark = quote.zone, _mark(quote)
    words = quote.text[: -len(mark)]
    if not (quote.speaker and quote.cue and words.endswith((",", "?", "!"))) or not _is_in(zone, quote.cue.start):
        return None
    found = _sentence(quote)
    if found is None:
        return None
    clauses, q, first, last = found
    rest = clauses.words[q + 1 : last]
    if q != first or not rest or "\1" in rest or len(rest) > LONGEST_CUT or rest[-1] != ".":
        return None
    sign = "." if words[-1] == "," else words[-1]
    span = zone.to_source(quote.end - len(mark) - 1, clauses.ends[last - 1])
    return span.start, span.end, sign + mark


def _before(quote: Quote) -> tuple[int, int, str] | None:
    """The clause that opens a sentence and leads to its quotation: Ana Silva said:"""
    zone = quote.zone
    if not quote.cue or not _is_in(zone, quote.cue.start) or not quote.words[:1].isupper():
        return None
    found = _sentence(quote)
    if found is None:
        return None
    clauses, q, first, last = found
    if q == first or clauses.words[q - 1] not in (":", ",") or q - first > LONGEST_CUT:
        return None
    if any(word[0].isalnum() for word in clauses.words[q + 1 : last]) or "\1" in clauses.words[first:q]:
        return None
    span = zone.to_source(clauses.starts[first], quote.start)
    return span.start, span.end, ""


def _above(story: Story, quote: Quote) -> tuple[int, int, str] | None:
    """The paragraph before one that opens with a quotation and does not say itself who speaks."""
    zone = quote.zone
    if quote.start or (quote.cue and _is_in(zone, quote.cue.start)):
        return None
    n = next(k for k, each in enumerate(story.zones) if each is zone)
    before = story.zones[n - 1] if n else None
    if n < 2 or before is None or before.role not in RUNNING:
        return None
    return before.span.start, zone.span.start, ""


def _is_in(zone: Zone, at: int) -> bool:
    return zone.span.start <= at < zone.span.end


def is_weighed(text: str, suffix: str, target: tuple[int, int]) -> bool:
    """Whether newslint weighs who speaks a quotation, as nothing plainly tells."""
    reader = QuoteReader(read(text, suffix))
    for quote in reader.all():
        if quote.span.start == target[0]:
            zone = quote.zone
            return any(reader.marks[n][0] is zone for n, _ in reader.doubts)
    return False


def standing(story: Story) -> Iterator[Cut]:
    """What is weighed in a story as it stands: nothing is cut."""
    reader = QuoteReader(story)
    found = list(reader.all())
    doubted = {(id(reader.marks[n][0]), reader.marks[n][1].pairs[i].start) for n, i in reader.doubts}
    for quote in found:
        if (id(quote.zone), quote.start) in doubted and quote.zone.role in RUNNING:
            yield Cut("none", 0, 0, "", (quote.span.start, quote.span.end), "")


def drawn(
    records: Sequence[Record], each: int, rng: random.Random, known: Collection[tuple[str, int]] = ()
) -> Iterator[tuple[Record, Cut]]:
    """Some cuts of each house that newslint weighs, the kinds in turn; `known` are judged: story and place."""
    houses: defaultdict[str, list[Record]] = defaultdict(list)
    for record in records:
        houses[house_of(record)].append(record)
    for house in sorted(houses):
        rng.shuffle(houses[house])
        count = 0
        for record in houses[house]:
            if count == each:
                break
            suffix = record.get("suffix", ".txt")
            every = cuts(read(record["text"], suffix))
            found = [cut for cut in every if (record["id"], cut.target()[0]) not in known]
            rng.shuffle(found)
            here = 0
            for cut in sorted(found, key=lambda cut: cut.kind == "behind"):
                if here < MOST and count < each and is_weighed(cut.text(record["text"]), suffix, cut.target()):
                    count += 1
                    here += 1
                    yield record, cut


def shown(n: int, planted: Planted) -> str:
    """A quotation and the copy round it, as a reader judges it."""
    text, (start, end) = planted.text, planted.target
    title = text[:90].partition("\n")[0]
    before, said, behind = text[max(0, start - SHOWN) : start], text[start : min(end, start + MOST_SAID)], text[end:]
    whole = f"#{n} [{title}]\n{before}⟦{said}⟧{behind[:AFTER]}\n"
    return whole.replace("\n\n", " / ").replace("\n", "/") + "\n"


def as_kept(record: Record, cut: Cut) -> dict[str, object]:
    """What is kept of a plant: no text but the sign and mark put where the cut was."""
    return {
        "id": record["id"],
        "kind": cut.kind,
        "cut": [cut.start, cut.end, cut.put],
        "target": list(cut.target()),
    }


def written(kept: Iterable[dict[str, object]]) -> str:
    """Plants as a file of one line each."""
    return "[\n" + ",\n".join(" " + json.dumps(each, ensure_ascii=False) for each in kept) + "\n]\n"


def verdicts(path: pathlib.Path) -> dict[int, str]:
    """A reader's verdicts by number."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return {int(n): verdict for n, verdict in (line.split() for line in lines)}


def main() -> None:
    """Draw and show, or keep what was judged."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("stories", nargs="+")
    arguments.add_argument("--each", type=int, default=20)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--read", type=pathlib.Path, help="write what is to be judged here, and OUT.json beside")
    arguments.add_argument("--judged", type=pathlib.Path)
    arguments.add_argument("--verdicts", type=pathlib.Path)
    arguments.add_argument("--keep", type=pathlib.Path)
    given = arguments.parse_args()
    if given.read:
        records = {record["text"]: record for path in given.stories for record in rows(path)}
        old = json.loads(given.keep.read_text(encoding="utf-8")) if given.keep else []
        known = {(kept["id"], kept["target"][0]) for kept in old}
        some = list(drawn(list(records.values()), given.each, random.Random(given.seed), known))
        for record in records.values():
            some += [(record, cut) for cut in standing(read(record["text"], record.get("suffix", ".txt")))]
        random.Random(given.seed).shuffle(some)
        planted = [Planted(house_of(r), c.text(r["text"]), r.get("suffix", ".txt"), c.target(), "") for r, c in some]
        given.read.write_text("".join(shown(n, each) for n, each in enumerate(planted)), encoding="utf-8")
        given.read.with_suffix(".json").write_text(written(as_kept(*each) for each in some), encoding="utf-8")
    if given.judged:
        said = verdicts(given.verdicts)
        kept = json.loads(given.judged.with_suffix(".json").read_text(encoding="utf-8"))
        judged = [each | {"verdict": said[n]} for n, each in enumerate(kept) if n in said]
        old = json.loads(given.keep.read_text(encoding="utf-8")) if given.keep.exists() else []
        given.keep.write_text(written([*old, *judged]), encoding="utf-8")


if __name__ == "__main__":
    main()
