"""What Vale counts for readability: a text's sentences, words, their letters and syllables; a story's blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.model.story import Story
from newslint.vale.sentences import split
from newslint.words.tables import Syllables

_WORDS = pattern(r"(?:[A-Z]\.){2,}|(?:[^\W_]|')+")
_VOWELS = pattern(r"[aeiouy]+")
_LONG = 6  # bytes of UTF-8 over which a word is long
_COMPLEX = 2  # syllables over which it is complex
_COUNTED = 3  # letters from which syllables are counted
_WEAK = ("es", "ed", "ing")  # an ending that makes no word complex
_HIGHEST = 6  # level of a heading
_FENCE = pattern(r"(?m)^ {0,3}(?:```|~~~)")
_PRE = pattern(r"(?i)<pre[\s>]")
_BLOCKS = {"list": "list", "quote-block": "blockquote", "caption": "figure_caption"}

_Parts = list[tuple[int, tuple[str, ...]]]  # a number of syllables, and the parts of words that have it


class Counts(NamedTuple):
    """What there is in a text, each as a number; of blank text nothing."""

    words: int
    sentences: int
    syllables: int
    paragraphs: int
    characters: int  # letters and digits
    complex_words: int  # of three syllables and more, without a weak ending
    long_words: int
    polysyllabic_words: int


def counts(text: str) -> Counts:
    """What Vale counts in a text whose paragraphs have a blank line between them."""
    words = sentences = syllables = paragraphs = characters = complex_words = long_words = many = 0
    for paragraph in text.split("\n\n"):
        paragraphs += bool(paragraph.strip())
        for start, end in split(paragraph):
            sentences += 1
            for m in _WORDS.finditer(paragraph, start, end):
                letters, spoken, is_long, is_complex = _of_word(m[0])
                words += 1
                characters += letters
                syllables += spoken
                long_words += is_long
                many += spoken > _COMPLEX
                complex_words += is_complex
    return Counts(words, sentences, syllables, paragraphs, characters, complex_words, long_words, many)


@lru_cache(maxsize=20_000)
def _of_word(word: str) -> tuple[int, int, bool, bool]:
    """Letters and syllables of a word, whether it is long, and whether it is complex."""
    spoken = syllables_of(word)
    letters = sum(map(str.isalnum, word))
    is_long = len(word.encode("utf-8", "surrogatepass")) > _LONG
    return letters, spoken, is_long, spoken - word.endswith(_WEAK) > _COMPLEX


def syllables_of(word: str) -> int:
    """How many syllables a word has, as Vale counts them."""
    if len(word) < _COUNTED:
        return 1 if word else 0
    spelling = _spelling()
    small = word.lower()
    if small in spelling.known:
        return spelling.known[small]
    small, before = _without(small, spelling.beginnings, at_end=False)
    small, after = _without(small, spelling.endings, at_end=True)
    found = before + after + len(_VOWELS.findall(small))
    found -= sum(len(fewer.findall(small)) for fewer in spelling.fewer)
    found += sum(len(more.findall(small)) for more in spelling.more)
    return max(found, 1)


class _Spelling:
    """The tables of syllables, ready for use."""

    def __init__(self) -> None:
        tables = Syllables.of()
        self.known = {word: int(number) for number, words in tables.known.items() for word in words.split()}
        self.beginnings = _by_number(tables.beginnings)
        self.endings = _by_number(tables.endings)
        after = {ending: "|".join(consonants.split()) for ending, consonants in tables.silent.items()}
        silent = [f"[aeiouy](?:{after.get(ending, '')}){ending}$" for ending in ("ed", "es")]
        self.fewer = [
            re.compile("|".join([*tables.fewer, *silent])), re.compile(f"[aeiouy](?:{after.get('e', '')})e$"),
        ]  # fmt: skip
        self.more = [re.compile(text.replace(" | ", "|")) for text in tables.more.values()]


def _without(word: str, parts: _Parts, *, at_end: bool) -> tuple[str, int]:
    """A word without what is counted by itself at one end, and how many syllables that has."""
    for number, options in parts:
        for part in options:
            if at_end and word.endswith(part):
                return word[: -len(part)], number
            if not at_end and word.startswith(part):
                return word[len(part) :], number
    return word, 0


@cache
def _spelling() -> _Spelling:
    return _Spelling()


def _by_number(table: Mapping[str, str]) -> _Parts:
    """Parts of words by their number of syllables, the highest first, the longest of each first."""
    parts = [(int(number), tuple(sorted(words.split(), key=len, reverse=True))) for number, words in table.items()]
    return sorted(parts, reverse=True)


def blocks_of(story: Story | None) -> dict[str, int]:
    """How many blocks of each sort a story has, by the names that Vale's formulas have for them."""
    found = dict.fromkeys(
        ["pre", "list", "blockquote", *(f"heading_h{level}" for level in range(1, _HIGHEST + 1))], 0
    )
    if story is None:
        return found
    for name in _names(story):
        found[name] = found.get(name, 0) + 1
    text = story.source.text
    found["pre"] = len(_PRE.findall(text)) if story.format != "plain" else 0
    if story.format == "markdown":
        found["pre"] += len(_FENCE.findall(text)) // 2
    return found


def _names(story: Story) -> Iterator[str]:
    """A name for each zone of a story that is counted."""
    for zone in story.zones:
        if zone.field or not zone.text:
            continue
        if zone.role in ("headline", "subhead"):
            yield f"heading_h{(zone.level or 2) if zone.role == 'subhead' else 1}"
        elif zone.role in _BLOCKS:
            yield _BLOCKS[zone.role]
