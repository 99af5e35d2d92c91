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

    Small words may be passed over; a word may give several letters, its first among them (“BioMed Group”: BMG).
    """
    small = Acronyms.of().small
    failed: set[tuple[int, int]] = set()

    def match(n: int, at: int) -> int:
        """The same for the first `n` letters and the words before `at`."""
        if n == 0:
            return at
        if at == 0 or (n, at) in failed:
            return -1
        word = words[at - 1]
        found = match(n, at - 1) if n < len(letters) and word in small else -1
        for taken in (1, 2, 3):
            if found >= 0 or taken > n:
                break
            part = letters[n - taken : n]
            if _begins(word, part[0]) and all(letter in word[1:] for letter in part[1:]):
                found = match(n - taken, at - 1)
        if found < 0:
            failed.add((n, at))
        return found

    return match(len(letters), len(words))


def _begins(word: str, letter: str) -> bool:
    """Whether a letter stands for a word; an X may be heard in one (“Experience”)."""
    return word[0] == letter or (letter == "x" and word.startswith("ex"))


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
