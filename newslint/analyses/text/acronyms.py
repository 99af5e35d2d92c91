"""Where a story introduces an acronym, “the Home Records Act (HRA)”, and whether its letters fit the words."""

from __future__ import annotations

from newslint.analyses.text.scanning import ScanHit, scan
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.model.story import Analysis, Story
from newslint.words.tables import Acronyms

ROLES = ("body", "list", "note")
MOST = 60  # introductions of a story that are looked at
FITS, NEARLY, UNKNOWN = "fits", "nearly", "unknown"
_INTRODUCED = pattern(r"\([\"“‘']?(?P<short>[A-Z]{2,8})s?[\"”’']?\)")
_WORD = pattern(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_PARTS = pattern(r"[.;:!?()\"“”]\s|[;:()]")
_REACH = 160  # code points before an acronym in which its words stand


class Introduction(NamedTuple):
    """An acronym in brackets behind its words: `fit` says whether its letters are theirs.

    `start` is where the words begin in the zone's prose; `words` are those that bear its letters.
    """

    hit: ScanHit
    short: str
    start: int
    words: tuple[str, ...]
    fit: str


def _find(story: Story) -> tuple[Introduction, ...]:
    if ")" not in story.prose.text or not _INTRODUCED.search(story.prose.text):
        return ()
    hits = [hit for hit in scan(story, _INTRODUCED, ROLES) if hit.is_typed_so(story)]
    return tuple([_read(hit) for hit in hits[:MOST]])


introductions: Analysis[tuple[Introduction, ...]] = Analysis("acronym-introductions", _find)


def _read(hit: ScanHit) -> Introduction:
    short = hit.match["short"]
    before = _PARTS.split(hit.zone.text[max(0, hit.start - _REACH) : hit.start])[-1]
    offset = hit.start - len(before)
    found = list(_WORD.finditer(before))
    at = _matched(short.lower(), [word[0].lower() for word in found])
    if at >= 0:
        words = tuple([word[0] for word in found[at:]])
        return Introduction(hit, short, offset + found[at].start(), words, FITS)
    return Introduction(hit, short, hit.start, (), NEARLY if _is_near(short, [w[0] for w in found]) else UNKNOWN)


def _matched(letters: str, words: list[str]) -> int:
    """The word, of those before an acronym, with which it begins if each letter is that of a word, in order; else -1.

    Small words may be passed over; a word may give several letters (“Metrobus Transit”: MBT), but the first.
    """
    at, n = len(words), len(letters)
    while n and at:
        at -= 1
        word = words[at]
        if word[0] == letters[n - 1]:
            n -= 1
        elif len(word) > 1 and n > 1 and word[0] == letters[n - 2] and letters[n - 1] in word[1:]:
            n -= 2
        elif n > 2 and word[0] == letters[n - 3] and letters[n - 2] in word[1:] and letters[n - 1] in word[1:]:
            n -= 3
        elif word not in Acronyms.of().small and word not in ("s",):
            return -1
    return -1 if n else at


def _is_near(short: str, words: list[str]) -> bool:
    """Whether just as many words with a capital stand before it, of which one letter does not fit."""
    capitals: list[str] = []
    for word in reversed(words):
        if word.lower() in Acronyms.of().small and word[0].isupper():
            break
        if word[0].isupper():
            capitals.insert(0, word[0])
        elif word not in Acronyms.of().small or word in ("a", "an", "the"):
            break
    if len(capitals) != len(short) or len(short) < 3:
        return False
    differ = [n for n, letter in enumerate(short) if capitals[n] != letter]
    swapped = len(differ) == 2 and sorted(short) == sorted(capitals)
    return capitals[0] == short[0] and (len(differ) == 1 or swapped)
