"""Text aimed at newslint's own patterns: what each nearly matches, with the part that may repeat repeated on and on."""

import random
import re
from collections.abc import Callable, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

import newslint
from newslint.base.lazy import _Pattern

PACKAGE = Path(newslint.__file__).parent
_CLASSES = {"CATEGORY_DIGIT": "7", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "a"}
_OTHERS = {"CATEGORY_NOT_DIGIT": "a", "CATEGORY_NOT_SPACE": "a", "CATEGORY_NOT_WORD": "-"}
ANY = 'aA1 “.\n"—<&é'


@cache
def patterns() -> Sequence[tuple[str, str]]:
    """Where each pattern with a part that may repeat on and on stands, and its text."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if "re.compile(" in text or "pattern(" in text:
            module = ".".join(("newslint", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(
                ".__init__"
            )
            for name, value in vars(import_module(module)).items():
                source = _source(value)
                if source and re.search(r"[*+]|\{\d*,\d*\}", source):
                    found.setdefault(source, f"{module}.{name}")
    return [(where, source) for source, where in found.items()]


def _source(value: Any) -> str:
    if isinstance(value, _Pattern):
        value = value._source if isinstance(value._source, str) else value._source()
    elif isinstance(value, re.Pattern):
        value = value.pattern
    return value if isinstance(value, str) and len(value) < 60_000 and _reads(value) else ""


def _reads(source: str) -> bool:
    try:
        return bool(_parser.parse(source))
    except (re.error, RecursionError):
        return False


def aimed(source: str, rng: random.Random, size: int) -> str:
    """Something that a pattern begins to match: one of its repeats long, and its end cut off or spoilt."""
    tree = list(_parser.parse(source))
    repeats = _count(tree)
    chosen = rng.randrange(max(1, repeats))
    writer = _Writer(rng, chosen, min(size, 300_000))
    text = "".join(writer.write(tree))
    if rng.random() < 0.5:
        text = text[: max(1, len(text) - rng.randint(1, 5))] + rng.choice(("", "!", "\n", "\x00", "x"))
    shape = rng.randrange(3)
    if shape == 1 and len(text) < size:
        return (text + rng.choice((" ", "\n", "\n\n", ""))) * max(1, size // (len(text) + 1))
    return f"Council closes bridge\n\n{text}\n" if shape == 2 else text


def _count(tree: Any) -> int:
    total = 0
    for code, value in tree:
        if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            total += (value[1] > 30) + _count(value[2])
        elif code in (op.SUBPATTERN, op.ATOMIC_GROUP):
            total += _count(value[-1] if code is op.SUBPATTERN else value)
        elif code is op.BRANCH:
            total += sum(_count(branch) for branch in value[1])
    return total


class _Writer:
    """Writes what a parsed pattern matches, about; the repeat with the number `chosen` is `size` long."""

    def __init__(self, rng: random.Random, chosen: int, size: int) -> None:
        self.rng = rng
        self.left = chosen
        self.size = size
        self.groups: dict[int, str] = {}

    def write(self, tree: Any) -> list[str]:
        """The pieces that each step of the pattern matches."""
        return [self._step(code, value) for code, value in tree]

    def _step(self, code: Any, value: Any) -> str:
        if code is op.LITERAL:
            return chr(value)
        if code is op.NOT_LITERAL or code is op.ANY:
            return self.rng.choice("ab “")
        if code is op.IN:
            return self._one_of(value)
        if code is op.BRANCH:
            return "".join(self.write(self.rng.choice(value[1])))
        if code is op.SUBPATTERN:
            text = "".join(self.write(value[-1]))
            if value[0] is not None:
                self.groups[value[0]] = text
            return text
        if code is op.ATOMIC_GROUP:
            return "".join(self.write(value))
        if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            return self._repeat(*value)
        if code is op.GROUPREF:
            return self.groups.get(value, "")
        if code is op.GROUPREF_EXISTS:
            return "".join(self.write(value[1]))
        return ""  # places, and what must or must not stand round them

    def _repeat(self, least: int, most: int, body: Any) -> str:
        if most <= 30:
            return "".join("".join(self.write(body)) for _ in range(self.rng.randint(least, min(most, least + 2))))
        mine = self.left == 0
        self.left -= 1
        piece = "".join(self.write(body)) or "a"
        if not mine:
            return piece * max(1, least)
        most = self.size // max(1, len(piece)) if most >= 1000 else most
        if self.rng.random() < 0.5:
            return piece * most
        pieces = [piece, *("".join(self.write(body)) for _ in range(6))]
        return "".join(self.rng.choice(pieces) for _ in range(min(most, 30_000)))

    def _one_of(self, choices: Any) -> str:
        negated = choices[0][0] is op.NEGATE
        if negated:
            shut = {chr(value) for code, value in choices if code is op.LITERAL}
            return self.rng.choice([sign for sign in ANY if sign not in shut] or ["a"])
        code, value = self.rng.choice(choices)
        if code is op.LITERAL:
            return chr(value)
        if code is op.RANGE:
            return chr(self.rng.randint(*value)).replace("\ud800", "a") if value[1] < 0xD800 else "a"
        name = str(value)
        return _CLASSES.get(name) or _OTHERS.get(name) or "a"


Shape = Callable[[random.Random, int], str]
