"""Configurations, rule files, files of names and baselines, mutated from right ones: `python -m tests.fuzz.settings`.

Each is given to newslint in this process, beside a story that is right; what ends otherwise than in an answer or in an
error that names its place is printed with its number. The same seed gives the same files.
"""

import argparse
import contextlib
import io
import os
import random
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from newslint import cli

from .counts import SEED

WHOLE = 10_000
SECONDS = 2.0  # of processor time, each
STORY = "Council closes the old bridge\n\nThe council agreed to to close the old bridge, the mayor's office said.\n"
CONFIG = """\
extends: [ap, house.yaml]
fail-on: warning
min-confidence: low
stories: ["**/*.{md,txt}"]
exclude: [drafts/**, "*.bak"]
as-of: "2026-11-22"
fields: {headline: [hed, title], date: when}
rule-files: [rules.yaml]
names: [names.yaml]
words: [whitlow, words.txt]
style: {percent-form: sign}
rules:
  all: on
  quotes: warning
  repeated-line: {severity: note}
  duplicate-quote: {severity: error}
  acme/marrow: off
overrides:
  - files: [opinion/**]
    kind: opinion
    language: en-GB
    rules: {acme/marrow: error}
"""
HOUSE = "fail-on: error\nrules: {names: off}\n"
RULES = """\
id: acme/marrow
kind: existence
topic: language
finds: Marrows
message: "about “{match}”"
why: because
severity: warning
zones: [body, headline]
terms: [marrow, "the marrow's"]
patterns: ['(?:bone|blood) marrow{1,3}', '(a+)+$']
except: [marrow bone]
case: true
since: 2020-01-01
when: {kind: [news, opinion], language: en}
evidence: {edited: {stories: 10, hits: 2, wrong: 0}}
examples: [{bad: "a [[marrow]]"}, {good: fine}]
---
id: acme/vegetable
kind: substitution
topic: language
message: "“{match}” is “{replacement}”"
why: because
swap: {courgette: zucchini, "auber(gine)s?": eggplant}
examples: [{bad: "a [[courgette]]"}]
---
id: acme/percent
kind: choice
topic: numbers
message: "“{match}” is “{replacement}”"
why: because
slots: {n: '\\d+'}
forms: {sign: ["{n}%"], words: ["{n} per cent"]}
examples: [{good: fine}]
"""
NAMES = """\
names:
  - name: Ilse Brandt
    kind: person
    variants: [Ilse Brant, Else Brandt]
    also: [Ilse M. Brandt]
    family: Brandt
    since: 2020-01-01
    count: 12
    seen: {Ilse Brant: 3}
  - {name: Tiree, kind: place, variants: [Tyree], unless: [band]}
dropped: [Jon Petersen]
"""
WORDS = "# ours\nwhitlow\nco-oprative  # as it is spelt on its door\n"
BASELINE = """\
{"schema": 1, "findings": [
{"path": "a.txt", "rule": "repeated-word", "match": "to to", "before": "The council agreed", "after": "close the old"},
{"path": "b.txt", "rule": "repeated-word", "match": "in in", "before": "", "after": "May.", "count": 2},
null]}
"""
FILES = {
    "newslint.yaml": CONFIG,
    "house.yaml": HOUSE,
    "rules.yaml": RULES,
    "names.yaml": NAMES,
    "words.txt": WORDS,
    "newslint-baseline.json": BASELINE,
}
MUTATED = (*FILES, "newslint.yaml", "rules.yaml")  # the first two kinds have most to get wrong
RUBBISH = (
    "", " ", "~", "null", "true", "5", "-1", "1e999", ".nan", "-.inf", "9" * 5000, "0x" + "f" * 3000, "[]", "{}", "[a, {b: c}]",
    "2020-13-45", "2026-11-22", "2026-11-22T25:61:00Z", '"\\UFFFFFFFF"', '"\\0"', '"\\ud800"', "'", '"', "&a [*a]", "*nobody",
    "!!bool x", '!!int ""', "!!float x", "!!timestamp x", "!!binary '%'", "!!null x", "!!set {a, b}", "!!omap [a]", "!!str",
    "!!python/object:os.system x", "!no x", "<<: *a", "? [a]\n: b", "[" * 500, "{a: " * 80, "- " * 100, "!", "[z-a]", "{a,b}" * 12,
    "/**", "**/**/**/**/**/x", "*a" * 20, "/usr/lib", "/proc", "/dev/zero", "../..", ".", "./newslint.yaml", "house.yaml", "|\n  a",
    "((a+){0,999})b", "((a{0,90}){0,90}){0,90}b", "(?P<n>", "(?:a?){30}a{30}", "\\1", "(?i)", "[[:alpha:]]", "\\N{X}", "a" * 9000,
    "\u202e\u0007\u001b[31m", "\ufeff", "---", "...", "%YAML 9.9", "\t", "# no", ": ", "- ", "é" * 300, "en-XX-YY", "all", "off",
)  # fmt: skip


class Case(NamedTuple):
    """Files by name, of which one was changed."""

    number: int
    files: dict[str, bytes]
    changed: str


class Fault(NamedTuple):
    """What went wrong with a case."""

    number: int
    changed: str
    said: str


def case(number: int, seed: int = SEED) -> Case:
    """The case of a number: one file with one to four changes."""
    chance = random.Random(f"{seed}:{number}")
    name = chance.choice(MUTATED)
    text = FILES[name]
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        text = chance.choice((_value, _value, _key, _cut, _twice, _swapped, _anchor))(text, chance)
    data = text.encode("utf-8", "surrogatepass")
    if chance.random() < 0.15:
        data = _flipped(data, chance)
    return Case(number, {**{file: found.encode() for file, found in FILES.items()}, name: data}, name)


def _places(text: str, marks: str) -> list[int]:
    return [n + 1 for n, sign in enumerate(text) if sign in marks] or [0]


def _value(text: str, chance: random.Random) -> str:
    """Something else where a value begins, in its place or before it."""
    at = chance.choice(_places(text, ":[,-"))
    ends = [n for n in range(at, len(text)) if text[n] in ",]}\n"]
    end = chance.choice((at, ends[0] if ends else at))
    return f"{text[:at]} {chance.choice(RUBBISH)}{text[end:]}"


def _key(text: str, chance: random.Random) -> str:
    """A key misspelt."""
    letters = [n for n, sign in enumerate(text) if sign.isalpha()] or [0]
    at = chance.choice(letters)
    return text[:at] + chance.choice(("", "x", "Q", "ß", "-", "é")) + text[at + 1 :]


def _cut(text: str, chance: random.Random) -> str:
    """A stretch left out."""
    at = chance.randrange(len(text) + 1)
    return text[:at] + text[at + chance.choice((1, 5, 40, 10_000)) :]


def _twice(text: str, chance: random.Random) -> str:
    """A line that stands there again, many times even."""
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    return "\n".join(lines[:at] + [lines[at]] * chance.choice((2, 2, 3, 200)) + lines[at + 1 :])


def _swapped(text: str, chance: random.Random) -> str:
    """Two lines, each in the other's place."""
    lines = text.split("\n")
    a, b = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[a], lines[b] = lines[b], lines[a]
    return "\n".join(lines)


def _anchor(text: str, chance: random.Random) -> str:
    """An anchor, or an alias that may lead round in a circle."""
    at = chance.choice(_places(text, ":-"))
    return f"{text[:at]} {chance.choice(('&a', '*a', '&a [*a, *a]', '<<: *a'))} {text[at:]}"


def _flipped(data: bytes, chance: random.Random) -> bytes:
    """Some bytes that are others."""
    found = bytearray(data or b" ")
    for _ in range(chance.choice((1, 3, 20))):
        found[chance.randrange(len(found))] ^= 1 << chance.randrange(8)
    return bytes(found)


def tried(mutated: Case, folder: Path, *, again: bool = False) -> Fault | None:
    """The fault that a case shows, if any; `folder` is the current one and holds nothing else.

    One that was slow is tried again: the first in a process also loads what all need.
    """
    for name, data in mutated.files.items():
        (folder / name).write_bytes(data)
    (folder / "a.txt").write_text(STORY, encoding="utf-8")
    out, err = io.StringIO(), io.StringIO()
    began = time.process_time()
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code: object = cli.main(["check", ".", "--no-cache"])
    except BaseException as error:  # whatever it is, it is a fault
        return Fault(mutated.number, mutated.changed, f"{type(error).__name__}: {error}")
    took, said = time.process_time() - began, out.getvalue() + err.getvalue()
    if code not in (0, 1, 2) or (code == 2 and not said.strip()):
        return Fault(mutated.number, mutated.changed, f"exit code {code}: {said}")
    if "fault of newslint" in said or "Traceback" in said:
        return Fault(mutated.number, mutated.changed, said)
    if took <= SECONDS:
        return None
    return (
        Fault(mutated.number, mutated.changed, f"it took {took:.1f} s")
        if again
        else tried(mutated, folder, again=True)
    )


def faults(first: int, count: int, folder: Path, seed: int = SEED) -> list[Fault]:
    """What is wrong with so many cases, in a folder that is made the current one meanwhile."""
    with contextlib.chdir(folder):
        found = (tried(case(number, seed), folder) for number in range(first, first + count))
        return [fault for fault in found if fault]


def main() -> int:
    """Try many, and print what went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=WHOLE)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seed", type=int, default=SEED)
    given = parser.parse_args()
    os.environ["NEWSLINT_PLUGINS"] = ""
    number = 0
    with tempfile.TemporaryDirectory() as folder:
        os.environ["NEWSLINT_CACHE_DIR"] = os.path.join(folder, ".kept")
        place = Path(folder, "room")
        place.mkdir()
        for first in range(given.first, given.first + given.count, 100):
            for fault in faults(first, min(100, given.first + given.count - first), place, given.seed):
                number += 1
                print(f"{fault.number} {fault.changed}: {fault.said[:300]!r}", flush=True)
    print(f"{given.count:,} cases from {given.first:,}, seed {given.seed}: {number} faults")
    return int(number > 0)


if __name__ == "__main__":
    sys.exit(main())
