"""Invented news stories: any number, of about 500 words, the same ones for the same seed."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

USUAL_WORDS = 500
SPREAD = 140  # words, as a standard deviation
LIMITS = (120, 1200)
QUOTED = 0.35  # of the paragraphs hold a quotation
FAULTY = 0.4  # of the stories have a fault put in, so that reports are written too
MARKDOWN = 0.3  # of the stories are Markdown with front matter
PIECES = Path(__file__).with_name("pieces.txt")
NO_BEATS = ("cast", "common")

_SLOT = re.compile(r"\{([a-z_0-9]+)\}")

Pieces = Mapping[str, list[str]]


class Invented(NamedTuple):
    """A story and the name of its file."""

    name: str
    text: str


@cache
def pieces() -> Mapping[str, Pieces]:
    """What may fill each slot, by section of pieces.txt."""
    sections: dict[str, dict[str, list[str]]] = {}
    slot: list[str] = []
    for line in PIECES.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = sections.setdefault(line.strip("[]"), {})
        elif line.startswith("    "):
            slot += line.strip().replace("¶", "\n\n").split(" | ")
        elif sections and line:
            slot = section.setdefault(line.rstrip(":"), [])
    return sections


def stories(count: int, seed: int) -> Iterator[Invented]:
    """`count` stories, one after another; the first ones are the same whatever the count."""
    for number in range(count):
        chance = random.Random(f"{seed} {number}")
        markdown = chance.random() < MARKDOWN
        name = f"{number:06}.{'md' if markdown else 'txt'}"
        yield Invented(name, _Writer(chance).story(markdown=markdown))


class _Writer:
    """Writes one story: its people, places and beat stay the same from headline to end."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.slots: Pieces = {**pieces()["common"], **pieces()[chance.choice(sorted({*pieces()} - {*NO_BEATS}))]}
        self.left: dict[str, list[str]] = {}  # pieces of each slot that this story has not used
        self.cast = self._cast()

    def _cast(self) -> dict[str, str]:
        """What is settled once a story: who, where and when."""
        chance, may_be = self.chance, pieces()["cast"]
        cast = {"weekday": chance.choice(may_be["weekday"])}
        people = zip(chance.sample(may_be["first_name"], 5), chance.sample(may_be["surname"], 5), strict=True)
        for number, (first, last) in enumerate(people):
            cast[f"full{number}"], cast[f"last{number}"] = f"{first} {last}", last
        for number, start in enumerate(chance.sample(may_be["place_start"], 2)):
            cast[f"place{number}"] = start + chance.choice(may_be["place_end"])
        cast["dateplace"] = cast["place0"].upper()
        return cast

    def story(self, *, markdown: bool) -> str:
        """Headline, deck, byline, dateline and paragraphs, with a fault or without."""
        headline, deck, byline = self.fill("{headline}"), self.fill("{deck}"), self.cast["full4"]
        paragraphs = [self.fill("{dateplace} — {lede}"), *self.body()]
        if self.chance.random() < FAULTY:
            self.spoil(paragraphs)
        if not markdown:
            return "\n\n".join((headline, deck, f"By {byline}", *paragraphs)) + "\n"
        day = f"2026-{self.chance.randint(1, 12):02}-{self.chance.randint(1, 28):02}"
        front = f'---\ntitle: "{headline}"\ndescription: "{deck}"\nauthor: {byline}\ndate: {day}\n---'
        half = len(paragraphs) // 2
        return "\n\n".join((front, *paragraphs[:half], self.fill("## {subhead}"), *paragraphs[half:])) + "\n"

    def body(self) -> Iterator[str]:
        """Paragraphs of one to three sentences, or of a quotation, until there are words enough."""
        wanted = min(max(self.chance.gauss(USUAL_WORDS, SPREAD), LIMITS[0]), LIMITS[1]) - 55  # headline to lede
        while wanted > 0:
            if self.chance.random() < QUOTED:
                paragraph = self.fill("{quotation}")
            else:
                paragraph = " ".join(self.fill("{sentence}") for _ in range(self.chance.randint(1, 3)))
            wanted -= paragraph.count(" ") + 1
            yield paragraph

    def spoil(self, paragraphs: list[str]) -> None:
        """Put in a fault of the kind that copy editors find."""
        at = self.chance.randrange(1, len(paragraphs) + 1)
        last = self.cast["last0"]
        paragraphs.insert(at, self.fill("{fault}").replace("<misspelt>", last + last[-1]))

    def fill(self, template: str) -> str:
        """A template with every slot filled, again and again until there is none; capital first."""
        while _SLOT.search(template):
            template = _SLOT.sub(lambda slot: self.piece(slot[1]), template)
        return template[:1].upper() + template[1:]

    def piece(self, slot: str) -> str:
        """What stands in a slot: the story's own, a number, or a piece (none twice before all were used)."""
        if slot in self.cast:
            return self.cast[slot]
        if slot.startswith("number_"):
            return f"{self.chance.randint(*map(int, slot.split('_')[1:])):,}"
        left = self.left.setdefault(slot, [])
        if not left:
            left += self.chance.sample(self.slots[slot], len(self.slots[slot]))
        return left.pop()
