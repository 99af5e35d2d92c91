"""Puts on disk what the benchmarks read: folders of stories, and rule packs of any size."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from pathlib import Path

import invented

ROOT = Path(__file__).resolve().parent.parent
REPOSITORY = (ROOT / "tests" / "stories", ROOT / "examples" / "newsroom")
ENDINGS = (".txt", ".md")
EACH = 8  # every so many stories, one of the repository's own
CONFIG = "newslint.yaml"

_RULE = """\
id: listed-{number}
kind: existence
topic: language
severity: note
message: "“{{match}}” is on the list"
why: The list says so.
terms:
{terms}
examples:
  - bad: "The desk wrote [[{first}]] twice.\\n"
  - good: "The desk wrote nothing.\\n"
"""


class Inputs:
    """Stories and rule packs below one folder, written when first asked for."""

    def __init__(self, folder: Path, own: Path | None, seed: int) -> None:
        self.folder = folder
        self.seed = seed
        self.own = sorted(_stories_of(own)) if own else []
        if own and not self.own:
            raise SystemExit(f"there are no stories ({', '.join(ENDINGS)}) below {own}")
        folder.mkdir(parents=True, exist_ok=True)
        (folder / CONFIG).write_text("fail-on: error\n", encoding="utf-8")  # nothing above this folder counts

    def most(self, count: int) -> int:
        """How many stories there can be, of so many wanted."""
        return min(count, len(self.own)) if self.own else count

    def stories(self, count: int) -> Path:
        """A folder with so many stories in it, the first ones always the same."""
        folder = self.folder / f"stories-{count}"
        if not folder.exists():
            folder.mkdir()
            if self.own:
                for number, path in enumerate(self.own[:count]):
                    shutil.copyfile(path, folder / f"{number:06}{path.suffix}")
            else:
                self._invent(folder, count)
        return folder

    def _invent(self, folder: Path, count: int) -> None:
        kept = [path for place in REPOSITORY for path in sorted(_stories_of(place))]
        for number, story in enumerate(invented.stories(count, self.seed)):
            turn, rest = divmod(number + 1, EACH)
            if rest == 0 and turn <= len(kept):
                path = kept[turn - 1]
                shutil.copyfile(path, folder / f"{number:06}{path.suffix}")
            else:
                (folder / story.name).write_text(story.text, encoding="utf-8")

    def one(self) -> Path:
        """A single story."""
        return next(_stories_of(self.stories(1)))

    def other(self) -> Path:
        """A single story that `stories` gives only to those who ask for more than 20,000."""
        path = self.folder / "other" / "other.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(next(invented.stories(1, self.seed + 1)).text, encoding="utf-8")
        return path

    def pack(self, terms: int, per_rule: int) -> Path:
        """A configuration that names a pack of so many literal terms, so many in each rule."""
        folder = self.folder / f"pack-{terms}-{per_rule}"
        if not folder.exists():
            folder.mkdir()
            words = list(islice(self._terms, terms))
            rules = [_rule(n, words[n : n + per_rule]) for n in range(0, terms, per_rule)]
            (folder / "listed.yaml").write_text("---\n".join(rules), encoding="utf-8")
            (folder / CONFIG).write_text("rule-files: [listed.yaml]\n", encoding="utf-8")
        return folder / CONFIG

    @property
    def _terms(self) -> Iterator[str]:
        """Terms of two and three words, such as stories are made of, each once; few of them stand in a story."""
        chance = random.Random(self.seed)
        seen: set[str] = set()
        while True:
            term = " ".join(chance.choices(self._words, k=chance.choice((2, 2, 3))))
            if term not in seen:
                seen.add(term)
                yield term

    @cached_property
    def _words(self) -> list[str]:
        slots = [slot for section in invented.pieces().values() for slot in section.values()]
        said = " ".join(piece for slot in slots for piece in slot)
        return sorted(set(re.findall(r"(?<![\w{])[a-z]{3,}(?![\w}’])", said)))


def _rule(number: int, terms: list[str]) -> str:
    return _RULE.format(number=number, terms="\n".join(f'  - "{term}"' for term in terms), first=terms[0])


def _stories_of(folder: Path) -> Iterator[Path]:
    return (
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in ENDINGS and path.is_file() and not path.name.lower().startswith("readme")
    )
