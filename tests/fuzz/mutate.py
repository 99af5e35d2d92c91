"""Stories that look real, mutated: read, checked and fixed, they break nothing and no one's words are changed.

`python tests/fuzz/mutate.py --cases 1000000 --seed 1 --log mutate.log` runs as long as one likes, in as many processes
as there are cores; `--only N` runs one case again and prints its text. A case goes by the seed and its number alone.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from newslint.base.text import Source, UnreadableStory, decode
from newslint.config.settings import Settings
from newslint.engine.engine import Engine
from newslint.engine.fixing import fix_text
from newslint.engine.workspace import Workspace
from newslint.model.finding import Entry, Finding, locate
from newslint.run.fix_stories import encoded

if __package__:
    from .pieces import PIECES, SIGNS
    from .said import changed, said
else:
    from pieces import PIECES, SIGNS
    from said import changed, said

ROOT = Path(__file__).parents[2]
MOST = 1500  # code points of a story
BATCH = 500
_HOUSE = """\
id: house-words
kind: substitution
topic: language
message: "Write “{{replacement}}”."
why: A house whose every word is another one, so that nothing said is left alone by chance.
swap:
  ye: [the]
  likewise: [and]
  became: [was, were]
  upon: [on, at]
  whither: [to, for]
  stated: [said, says]
  folk: [we, they, nobody]
  chill: [cold]
  lodging: [house]
  moved: [went, left, came]
fix: {safety: safe}
examples: [{bad: "[[cold]]"}]
"""


class Case(NamedTuple):
    """A mutated story, and the house that checks it."""

    path: str
    data: bytes
    house: str


# --- stories


@cache
def originals() -> tuple[str, ...]:
    """The whole stories that the project has: its examples, and those of the tests."""
    places = (ROOT / "examples", ROOT / "tests" / "stories")
    found = (file for place in places for file in place.rglob("*") if file.suffix in (".md", ".txt"))
    files = sorted(
        file for file in found if file.is_file() and not any(part[0] == "." for part in file.relative_to(ROOT).parts)
    )
    return tuple(file.read_text(encoding="utf-8", errors="replace") for file in files)


def case(seed: int, number: int) -> Case:
    """The case of this number."""
    dice = random.Random(f"{seed}:{number}")
    text = _story(dice)
    for _ in range(dice.choice((0, 1, 1, 2, 3, 5, 8))):
        text = dice.choice(MUTATIONS)(text, dice)
    text = text[:MOST]
    house = ("default", "house", "ap", "bbc")[number % 4]
    path = f"{house}{dice.choice(('.txt', '.md'))}"
    return Case(path, _bytes(text, path, dice), house)


def _story(dice: random.Random) -> str:
    """A few paragraphs of one story, with sentences and marks from elsewhere among them."""
    whole = dice.choice(originals()).split("\n\n")
    start = 0 if dice.random() < 0.5 else dice.randrange(len(whole))
    blocks = whole[start : start + dice.randint(1, 5)]
    for _ in range(dice.randint(0, 4)):
        blocks.insert(dice.randint(0, len(blocks)), dice.choice(PIECES))
    return "\n\n".join(blocks)[: 2 * MOST] + dice.choice(("\n", "", "\n\n\n", "  \n"))


def _at(text: str, dice: random.Random) -> tuple[int, int]:
    """A short stretch of a text."""
    start = dice.randint(0, len(text))
    return start, min(len(text), start + int(dice.expovariate(0.08)))


def _delete(text: str, dice: random.Random) -> str:
    a, b = _at(text, dice)
    return text[:a] + text[b:]


def _double(text: str, dice: random.Random) -> str:
    a, b = _at(text, dice)
    return text[:b] + text[a:b] + text[b:]


def _insert(text: str, dice: random.Random) -> str:
    a, _ = _at(text, dice)
    return text[:a] + dice.choice(SIGNS) + text[a:]


def _splice(text: str, dice: random.Random) -> str:
    other = dice.choice(PIECES)
    a, b = _at(other, dice)
    at, _ = _at(text, dice)
    return text[:at] + other[a:b] + text[at:]


def _marks(text: str, dice: random.Random) -> str:
    """Marks of one form written in another, some of them or all."""
    old, new = dice.choice(_FORMS)
    return text.replace(old, new, dice.choice((1, 2, -1)))


def _words(text: str, dice: random.Random) -> str:
    """A word said twice, or two that change places."""
    words = text.split(" ")
    n = dice.randrange(len(words))
    if dice.random() < 0.5:
        words.insert(n, words[n])
    else:
        m = min(len(words) - 1, n + 1)
        words[n], words[m] = words[m], words[n]
    return " ".join(words)


def _blocks(text: str, dice: random.Random) -> str:
    """A paragraph set off, moved, said twice, or joined to the next."""
    blocks = text.split("\n\n")
    n = dice.randrange(len(blocks))
    how = dice.randrange(6)
    if how == 0:
        blocks[n] = "\n".join(f"> {line}" for line in blocks[n].split("\n"))
    elif how == 1:
        blocks[n] = f"<blockquote>{blocks[n]}</blockquote>"
    elif how == 2:
        blocks.insert(dice.randrange(len(blocks)), blocks.pop(n))
    elif how == 3:
        blocks.insert(dice.randrange(len(blocks)), blocks[n])
    elif how == 4:
        return text.replace("\n\n", "\n", dice.choice((1, -1)))
    else:
        blocks[n] = dice.choice(('!!! tip "{}"\n    ', ":::note[{}]\n", "- ", "    ", "# ", "| ", "*")) + blocks[n]
    return "\n\n".join(blocks)


MUTATIONS: tuple[Callable[[str, random.Random], str], ...] = (
    *(_delete, _double, _insert, _insert, _splice, _splice, _marks, _marks, _words, _blocks),
)
_FORMS = (
    ("“", '"'), ("”", '"'), ("“", "&ldquo;"), ("”", "&rdquo;"), ("“", "&quot;"), ("”", "&#34;"), ("’", "'"),
    ("'", "’"), ("“", "‘"), ("”", "’"), ("“", "``"), ("”", "''"), ("“", "«"), ("”", "»"), ("“", "„"), ("”", "“"),
    ('"', "“"), ('"', "”"), ("'", "‘"), ("”", ""), ("“", ""), ("“", "‘‘"), ("”", "’’"), ("—", "--"), (" ", "\u00a0"),
    ("é", "Ã©"), ("’", "â€™"), ("&", "&amp;"), (". ", "."), ("\n\n", "\n \n"),
)  # fmt: skip


def _bytes(text: str, path: str, dice: random.Random) -> bytes:
    """A story's bytes: line ends of one kind or several, an encoding, now and then a byte that is none."""
    ends = dice.choice(("\n", "\n", "\n", "\r\n", "\r", "mixed"))
    if ends == "mixed":
        text = "".join(dice.choice(("\n", "\r\n", "\r")) if c == "\n" else c for c in text)
    else:
        text = text.replace("\n", ends)
    encoding, bom = dice.choice((("utf-8", False),) * 6 + (("utf-8", True), ("utf-16-le", True), ("cp1252", False)))
    text = text.encode(encoding, "ignore").decode(encoding)
    data = Source(path, text, encoding, bom).encode(text)
    if data and dice.random() < 0.05:
        at = dice.randrange(len(data))
        data = data[:at] + bytes([dice.randrange(256)]) + data[at + dice.randint(0, 1) :]
    return data


# --- what must hold


@cache
def desk() -> Path:
    """A folder with the houses' rules, made once a process."""
    folder = Path(tempfile.mkdtemp(prefix="newslint-mutate-"))
    (folder / "house-words.yaml").write_text(_HOUSE, encoding="utf-8")
    (folder / "newslint.yaml").write_text("rule-files: [house-words.yaml]\n", encoding="utf-8")
    return folder


@cache
def house(name: str) -> tuple[Workspace, Engine]:
    """What a house checks by: newslint's defaults, a style with all that is doubtful shown, or a rule for every word."""
    if name == "house":
        made = Workspace(Settings(min_confidence="low"), str(desk() / "newslint.yaml"))
    else:
        settings = Settings() if name == "default" else Settings(min_confidence="low", style=name)
        made = Workspace(settings, None)
    return made, made.engine("a.txt")


class Checker:
    """A story's findings by its text; each text is checked once."""

    def __init__(self, source: Source, house_name: str) -> None:
        self.source = source
        self.workspace, self.engine = house(house_name)
        self.known: dict[str, list[Finding]] = {}

    def __call__(self, text: str) -> list[Finding]:
        if text not in self.known:
            self.known[text] = self.anew(text)
        return self.known[text]

    def anew(self, text: str) -> list[Finding]:
        """The findings in a text, as if it had never been seen."""
        return self.engine.check(self.workspace.story(self.as_source(text), self.engine))

    def as_source(self, text: str) -> Source:
        """A text where the story stands."""
        return Source(self.source.path, text, self.source.encoding, self.source.bom)


def faults(one: Case, *, twice: bool = False) -> Iterator[str]:
    """What newslint does to a story that it must never do; with `twice` each text is checked a second time."""
    try:
        source = decode(one.data, one.path)
    except UnreadableStory:
        return
    if source.encode(source.text) != one.data:
        yield "read and written back, the story has other bytes"
    check = Checker(source, one.house)
    for finding in check(source.text):
        yield from _misplaced(finding, source)
    places = said(source.text)
    for offers in (False, True):
        yield from _of_fixing(check, places, offers, twice)


def _misplaced(finding: Finding, source: Source) -> Iterator[str]:
    """Spans that leave the text, and places that do not lead back to them."""
    fixes = [edit.span for fix in finding.fixes for edit in fix.edits]
    for span in (finding.span, *(other.span for other in finding.related), *fixes):
        if not 0 <= span.start <= span.end <= len(source.text):
            yield f"{finding.rule} marks {span} in a text of {len(source.text)}"
            return
    entry = locate(finding, source)
    for at in (entry.place.start, entry.place.end):
        line = source.lines.span(at.line)
        if line.start + at.column - 1 != at.offset:
            yield f"{finding.rule} stands at {at}, which is another place"


def _of_fixing(check: Checker, places: Sequence[tuple[int, int]], offers: bool, twice: bool) -> Iterator[str]:
    how = "fix --unsafe" if offers else "fix"
    text = check.source.text
    done = fix_text(text, check, offers=offers)
    if done.conflicting:
        yield f"NOTE {how}: {', '.join(done.conflicting)} undo one another"
    if done.text == text:
        return
    for words in changed(text, done.edits, places):
        yield f"{how} changes what somebody said: {words}"
    if spliced(text, [(*span, new) for span, new in done.edits]) != done.text:
        yield f"{how}: its edits do not make its text"
    again = fix_text(done.text, check.anew if twice else check, offers=offers)
    if again.text != done.text:
        yield f"{how}: a second time it changes more: {again.edits}"
    edited = by_report(text, check, offers)
    if edited != done.text and not done.conflicting:
        yield f"{how}: the edits of the report lead to another text: {edited!r}, not {done.text!r}"
    try:
        encoded(check.workspace, check.source, done)
    except Exception as error:
        if type(error).__name__ != "UnwrittenStory":
            yield f"{how}: {type(error).__name__}: {error}"


def by_report(text: str, check: Checker, offers: bool) -> str:
    """A text after the edits that a report gives, made as docs/editors.md has it, again and again."""
    for _ in range(20):
        source = check.as_source(text)
        edits = chosen([locate(finding, source) for finding in check(text)], offers)
        new = spliced(text, edits)
        if new == text:
            return text
        text = new
    return text


def spliced(text: str, edits: Sequence[tuple[int, int, str]]) -> str:
    """A text with edits made, the last one first; whatever stands outside them stays."""
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def chosen(entries: Sequence[Entry], offers: bool) -> list[tuple[int, int, str]]:
    """Of each entry in order the first fix that may be made; none that meets one chosen before it."""
    taken: list[tuple[int, int, str]] = []
    for entry in entries:
        fix = next((f for f in entry.fixes if offers or f.safety == "safe"), None)
        edits = [(e.start.offset, e.end.offset, e.text) for e in fix.edits] if fix else []
        if not any(a == c or (a < d and c < b) for a, b, _ in edits for c, d, _ in taken):
            taken += edits
    return taken


# --- many of them


class Tally(NamedTuple):
    """What a stretch of cases came to."""

    cases: int
    faults: tuple[tuple[int, str], ...]
    notes: tuple[tuple[str, int], ...]


def run(seed: int, first: int, count: int) -> Tally:
    """The cases from one number on."""
    found: list[tuple[int, str]] = []
    notes: Counter[str] = Counter()
    for number in range(first, first + count):
        try:
            for fault in faults(case(seed, number), twice=number % 16 == 0):
                if fault.startswith("NOTE "):
                    notes[fault[5:]] += 1
                else:
                    found.append((number, fault))
        except Exception:
            found.append((number, traceback.format_exc(limit=-4)))
    return Tally(count, tuple(found), tuple(notes.items()))


def _run(work: tuple[int, int, int]) -> Tally:
    return run(*work)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run cases over processes, and tell of each fault as it is met."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.mutate", description=__doc__)
    parser.add_argument("--cases", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="the number to begin with")
    parser.add_argument("--only", type=int, help="one case, with its text")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--log", default="-", help="a file to which all is added; - for the terminal")
    given = parser.parse_args(arguments)
    if given.only is not None:
        one = case(given.seed, given.only)
        print(one.path, one.data.decode("utf-8", "replace"), *faults(one, twice=True), sep="\n\n")
        return 0
    if given.log == "-":
        return _many(given, lambda line: print(line, flush=True))
    with open(given.log, "a", encoding="utf-8") as log:
        return _many(given, lambda line: print(line, file=log, flush=True))


def _many(given: argparse.Namespace, tell: Callable[[str], None]) -> int:
    started, done, bad, told = time.monotonic(), 0, 0, 0
    notes: Counter[str] = Counter()
    last = given.first + given.cases
    work = [(given.seed, n, min(BATCH, last - n)) for n in range(given.first, last, BATCH)]
    tell(f"seed {given.seed}, cases {given.first} to {last - 1}, {given.processes} processes")
    with ProcessPoolExecutor(given.processes, get_context("spawn")) as pool:
        for tally in pool.map(_run, work):
            done += tally.cases
            notes.update(dict(tally.notes))
            for number, fault in tally.faults:
                bad += 1
                tell(f"case {number}: {fault}")
            if done - told >= 10_000:
                told = done
                tell(f"{done:,} cases, {bad:,} faults, {time.monotonic() - started:,.0f} s")
    for note, count in notes.most_common():
        tell(f"{count} × {note}")
    tell(f"{done:,} cases, {bad:,} faults, {time.monotonic() - started:,.0f} s, seed {given.seed}: done")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
