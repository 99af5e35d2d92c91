"""Which of many needles a text may have at all: by a word, or part of one, that must be there for each.

To make ready all needles takes longer than to look for those that a story may have. The index of a large set is kept
from run to run.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from newslint.base import cache
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.typed import Any
from newslint.base.version import __version__
from newslint.matcher._patterns import Needle, plan_for, reader_state
from newslint.matcher._terms import shape_of
from newslint.matcher._text import cast, is_word, shadow

_LARGE = 200  # needles from which an index is kept
_SHORT, _SHORTER = 3, 2  # letters by which a word that is cut off is looked up
_LONG = 6  # letters of a word that few stories have
_FREQUENT = " .,\n-:\"'()?!\x91\x92\x93\x94\x96"  # signs that nearly every story has
_WORD = pattern("[^ 0]+")

Numbers = dict[str, list[int]]  # of entries


class Index(NamedTuple):
    """Needles, by number: by a word of a shadow or two, by how a word begins or ends, by part of a shadow or a cast.

    Each entry is a needle, by number, and one of the literals that a pattern needs. Parts of casts stand under the
    rarest sign in them. Entries in `always` may be in any text.
    """

    entries: list[tuple[int, str]]
    words: Numbers
    pairs: Numbers
    heads: Numbers
    tails: Numbers
    parts: Numbers
    casts: dict[str, Numbers]
    always: list[int]

    def there(self, text: str) -> dict[int, list[str]]:
        """The numbers of the needles that a text may have, each with those of its literals that may be there."""
        shade = f" {shadow(text).decode('latin-1')} "
        row = shade.split()
        words = set(row)
        found = set(self.always)
        for table, seen in (
            (self.words, words),
            (self.pairs, set(map(" ".join, pairwise(row)))),
            (self.heads, {word[:size] for word in words for size in (_SHORT, _SHORTER)}),
            (self.tails, {word[-size:] for word in words for size in (_SHORT, _SHORTER)}),
        ):
            found.update(*[table[key] for key in table.keys() & seen])
        found.update(*[numbers for part, numbers in self.parts.items() if part in shade])
        if self.casts:
            shade = f"\n{cast(text).decode('latin-1')}\n"
            for sign, parts in self.casts.items():
                if sign in shade:
                    found.update(*[numbers for part, numbers in parts.items() if part in shade])
        needles: dict[int, list[str]] = {}
        for n, literal in [self.entries[entry] for entry in sorted(found)]:
            needles.setdefault(n, []).append(literal)
        return needles


def index_of(needles: Sequence[Needle]) -> Index:
    """The index of needles; that of many is kept. Raises ValueError for a pattern that cannot be taken."""
    if len(needles) < _LARGE:
        return _made(needles)
    texts = [f"{needle.pattern:d}{needle.case:d}{needle.text}" for needle in needles]
    key = cache.key_of("index of needles", __version__, str(reader_state()), *texts)
    kept = cache.load(key)
    if _is_index(kept):
        return Index(*kept)
    made = _made(needles)
    cache.save(key, list(made))
    return made


def _is_index(kept: Any) -> bool:
    """Whether the cache gives an index; its check sum tells all other damage."""
    return isinstance(kept, list) and [*map(type, kept)] == [list, *[dict] * 6, list]


def _made(needles: Sequence[Needle]) -> Index:
    made = Index([], {}, {}, {}, {}, {}, {}, [])
    for n, needle in enumerate(needles):
        plan = plan_for(needle) if needle.pattern else None
        if plan is None:
            _add(made, n, shape_of(needle.text), "")
        elif plan.gate or plan.cast:
            for literal in plan.gate:
                _add(made, n, literal, literal)
            for literal in plan.cast:
                _add_cast(made, n, literal)
        else:
            made.always.append(_number(made, n, ""))
    return made


def _number(made: Index, n: int, literal: str) -> int:
    """A new entry's number."""
    made.entries.append((n, literal))
    return len(made.entries) - 1


def _add(made: Index, n: int, shape: str, literal: str) -> None:
    """Enter a needle by one word of a shape that must be in a shadow between two spaces."""
    number = _number(made, n, literal)
    if shape.isspace():
        made.always.append(number)
        return
    table, key = _entry(made, shape) or (made.parts, shape)
    table.setdefault(key, []).append(number)


def _add_cast(made: Index, n: int, literal: str) -> None:
    """Enter a needle by a word of what must be in a cast, or else by a sign or all of it."""
    number = _number(made, n, literal)
    shape = "".join(map(_shown, literal))
    entry = _entry(made, shape) if shape.strip(" 0") else None
    rare = next((each for each in literal if not each.isalnum() and each not in _FREQUENT), "")
    if entry and (entry[0] in (made.words, made.pairs) or not rare):
        entry[0].setdefault(entry[1], []).append(number)
    else:
        made.casts.setdefault(rare or literal, {}).setdefault(literal, []).append(number)


def _shown(character: str) -> str:
    """What a shadow shows of a character of a cast: letters, and a 0 for a digit that nobody knows."""
    return character if is_word(character) and not "\x80" <= character < "\xa0" else " "


def _entry(made: Index, shape: str) -> tuple[Numbers, str] | None:
    """The table in which a shape stands, and its key: its longest whole word, else one that is cut off."""
    cut = list(_cut(shape))
    whole = [word if begins and ends else "" for word, begins, ends in cut]
    longest = max(whole, key=len, default="")
    pairs = [f"{word} {after}" for word, after in pairwise(whole) if word and after]
    if pairs and len(longest) < _LONG:
        return made.pairs, max(pairs, key=len)
    if longest:
        return made.words, longest
    for word, begins, ends in cut:
        for size in (_SHORT, _SHORTER):
            if len(word) >= size and (begins or ends):
                return (made.heads, word[:size]) if begins else (made.tails, word[-size:])
    return None


def _cut(shape: str) -> Iterator[tuple[str, bool, bool]]:
    """The words of a shape, and whether each surely begins and ends there; beside a digit nobody knows."""
    for found in _WORD.finditer(shape):
        start, end = found.span()
        yield found[0], shape[start - 1 : start] == " ", shape[end : end + 1] == " "
