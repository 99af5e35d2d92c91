"""The copy of a wire message: paragraphs, lists, tables, crossheads, and what follows it for editors alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newslint.analyses.text.end_signs import is_end_sign
from newslint.base.lazy import pattern
from newslint.base.text import NoStory
from newslint.formats._wire_head import Marked, Part
from newslint.formats._wire_words import (
    AFTERWORD,
    BELOW_BYLINE,
    BYLINE,
    CONTACT,
    DATELINE_ALONE,
    DESK,
    END_LINE,
    ISSUED,
    NOTE,
    SIGN_OFF,
)
from newslint.formats._wrapped import ITEM, Line, paragraphs_of

_DATELINE = re.compile(r"\A.{2,80}?(?: AAP -|\([^()]{2,30}\) ?(?:_|--?|—|–)|/ ?--) ")
_GAP = pattern(r"\S(?: {3,}|\t+| ?\x1f)(?=\S)")
_SENTENCE_END = re.compile(r"[.?!…:;][\"”’')\]»*]*$")
_LEAST_WORDS = 3  # of a sentence
_CROSSHEAD = 7  # words at most
_LAST = 3  # paragraphs at the end that may be a sign-off
_SPEAKS = 20  # words of a paragraph that is copy again, below a contact
_CELL = 20  # characters between two signs that part columns
_TABLE = 1.5  # times as much in rows of a table as in sentences makes a table of the whole
_FEW = 6  # lines of a table that any story may have


def read_copy(text: str, lines: Sequence[Marked]) -> list[Part]:
    """The parts of a message's copy, whose head is read already; codes that end it are left out."""
    blocks = list(paragraphs_of(text, list(_prepared(text, lines))))
    parts: list[Part] = []
    after = ""
    for n, block in enumerate(blocks):
        words = _words(text, block)
        after = _after(words, after)
        if after:
            role = "metadata" if after == "all" else "note"
        else:
            role = _role(words, n, parts, n >= len(blocks) - _LAST, n + 1 < len(blocks))
        if role:
            parts.append((role, block))
    return parts


def _prepared(text: str, lines: Sequence[Marked]) -> Iterator[Line]:
    """The lines without codes, each that a code begins or ends a paragraph of its own."""
    alone = False
    for line, caret, closed in lines:
        if line.start >= line.end or END_LINE.fullmatch(text, line.start, line.end):
            alone = True
            continue
        yield line._replace(blank=1) if caret or alone else line
        alone = caret or closed


def _words(text: str, block: Sequence[Line]) -> str:
    return " ".join([text[line.start : line.end] for line in block])


def _after(words: str, after: str) -> str:
    """Whether a paragraph follows the copy: `all` of the rest does, or what is said of a `contact`."""
    if AFTERWORD.match(words):
        return "all"
    if after != "all" and CONTACT.match(words):
        return "contact"
    if after == "contact" and words.count(" ") >= _SPEAKS and is_sentence(words):
        return ""
    return after


def _role(words: str, n: int, parts: Sequence[Part], last: bool, followed: bool) -> str:
    """The role of a paragraph of copy; none where it is a code."""
    if is_end_sign(words):
        return ""
    if NOTE.match(words):
        return "note"
    if DESK.match(words) or (last and SIGN_OFF.fullmatch(words) and not (followed and words.isupper())):
        return "metadata"
    if n < 2 and BYLINE.match(words):
        return "byline"
    if n and n < 3 and parts and parts[-1][0] == "byline" and len(words) < 60 and BELOW_BYLINE.match(words):
        return "byline"
    if n < 2 and len(words) < 140 and DATELINE_ALONE.match(words):
        return "dateline"
    if _is_row(words):
        return "table"
    if ITEM.match(words):
        return "list"
    if followed and words.isupper() and words.count(" ") < _CROSSHEAD and words[-1].isalnum():
        return "subhead"
    return "body"


def _is_row(words: str) -> bool:
    """Whether a paragraph is a row of a table: its columns parted by signs or spaces, or mostly figures."""
    cells = max(words.count(";"), words.count("|"))
    if cells > 2 and len(words) < _CELL * cells:
        return True
    if len(_GAP.findall(words[:400])) > 1 + words.count(". "):
        return True
    if _SENTENCE_END.search(words):
        return False
    tokens = words.split()
    return len(tokens) > 3 and 3 * sum(any(map(str.isdigit, token)) for token in tokens) > len(tokens)


def is_sentence(words: str) -> bool:
    """Whether a paragraph is copy: it ends as sentences do, and is no string of names and figures."""
    tokens = _DATELINE.sub("", words).split()
    if len(tokens) < _LEAST_WORDS or not _SENTENCE_END.search(words):
        return False
    small = sum(token.lstrip("\"'“‘(«`-*[_—").islower() for token in tokens)
    capital = sum(token.lstrip("\"'“‘(«`-*[_—")[:1].isupper() for token in tokens)
    figures = sum(any(map(str.isdigit, token)) for token in tokens)
    return capital <= 2 * small and 3 * figures < len(tokens)


def hold_to_story(text: str, head: Sequence[Part], copy: Sequence[Part]) -> None:
    """Raise NoStory, with what it is instead, where a message has but tables, lists of headlines or notices."""
    told = [_words(text, block) for role, block in copy if role in ("body", "list")]
    rows = [_words(text, block) for role, block in copy if role == "table"]
    sentences = [words for words in told if is_sentence(words)]
    rows += [words for words in told if not is_sentence(words)]
    if any(map(ISSUED.match, told)):
        raise NoStory("it is a notice of a weather service or an authority")
    if len(rows) > _FEW and sum(map(len, rows)) > _TABLE * sum(map(len, sentences)):
        raise NoStory("it is a table or list of results, fields or figures")
    if not sentences:
        if sum(role in ("headline", "deck") for role, _ in head) > 2 and not told:
            raise NoStory("it is a list of headlines")
        raise NoStory("this wire message holds no sentence of copy")
