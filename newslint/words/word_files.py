"""Words that a house writes so: what may stand under `words:` in newslint.yaml, and files of words, one a line.

What is said behind a `#` in such a file is for people.
"""

from __future__ import annotations

from newslint.base.errors import MOST_SHOWN, ConfigError, together
from newslint.base.lazy import pattern
from newslint.base.schema import show
from newslint.base.text import UnreadableStory, read_text

MOST_BYTES = 1024 * 1024  # of a file of words
_LONGEST = 100  # letters of a word
_WORD = pattern(r"[^\W_]+(?:['’‑-][^\W_]+)*")
_MADE_ONE = str.maketrans("’‑", "'-")


def is_file(entry: str) -> bool:
    """Whether an entry of `words:` is the name of a file: it has a dot or a slash, which no word has."""
    return not {".", "/", "\\"}.isdisjoint(entry)


def is_word(text: str) -> bool:
    """Whether a text is one word: letters and digits, joined by hyphens or apostrophes."""
    return len(text) <= _LONGEST and bool(_WORD.fullmatch(text))


def plain(word: str) -> str:
    """A word as it is compared: in small letters, with one form of apostrophe and hyphen."""
    return word.translate(_MADE_ONE).lower()


def read_words(path: str) -> frozenset[str]:
    """The words in a file, as they are compared; raises ConfigError with file and line."""
    try:
        text = read_text(path, MOST_BYTES)
    except UnreadableStory as error:
        raise ConfigError(f"the file of words cannot be read: {error}", path) from None
    found: set[str] = set()
    faults: list[ConfigError] = []
    for n, line in enumerate(text.split("\n"), 1):
        word = line.partition("#")[0].strip()
        if is_word(word):
            found.add(plain(word))
        elif word and len(faults) <= MOST_SHOWN:
            column = len(line) - len(line.lstrip()) + 1
            hint = "write one word a line; a remark goes behind a #"
            faults.append(ConfigError(f"expected a word, found {show(word)}", path, n, column, hint))
    if faults:
        raise together(faults)
    return frozenset(found)
