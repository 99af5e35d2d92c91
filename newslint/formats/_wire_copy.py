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
_BEFORE_COPY = (" AAP -", ")", "/")  # each dateline has one of these
_MOST_OF_DATELINE = 130  # characters
_TOLD = frozenset("(E#ASRdWPLIVMh")  # how words to editors and notes begin
_FOLLOWS = frozenset("#*TDMCcSF")  # how that begins which follows the copy
_ENDS = ".?!…:;"
_MAY_BE_FIGURE = pattern(r"[\d²³¹፩-፱᧚⁰-₉①-➓𐩀-𐹨𑁒-𑁚🄀-🄊]")  # every figure is among these
_BEHIND_END = "\"”’')]»*"
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
        if after or words[0] in _FOLLOWS:
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
        yield Line(line.start, line.end, line.indent, 1) if caret or alone else line
        alone = caret or closed


def _words(text: str, block: Sequence[Line]) -> str:
    if len(block) == 1:
        return text[block[0].start : block[0].end]
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
    told = words[0] in _TOLD
    if told and NOTE.match(words):
        return "note"
    if (told and DESK.match(words)) or (last and SIGN_OFF.fullmatch(words) and not (followed and words.isupper())):
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
    opening = words[:400]
    parted = "   " in opening or "\t" in opening or "\x1f" in opening
    if parted and len(_GAP.findall(opening)) > 1 + words.count(". "):
        return True
    if _ends_sentence(words):
        return False
    tokens = words.split()
    return len(tokens) > 3 and 3 * _figures(tokens) > len(tokens)


def _figures(tokens: Sequence[str]) -> int:
    """How many words have a figure in them."""
    return sum([any(map(str.isdigit, token)) for token in tokens if not token.isalpha()])


def _ends_sentence(words: str) -> bool:
    last = words.rstrip(_BEHIND_END)[-1:]
    return last != "" and last in _ENDS


def is_sentence(words: str) -> bool:
    """Whether a paragraph is copy: it ends as sentences do, and is no string of names and figures."""
    if not _ends_sentence(words):
        return False
    opening = words[:_MOST_OF_DATELINE]
    if any(sign in opening for sign in _BEFORE_COPY):
        words = _DATELINE.sub("", words)
    tokens = words.split()
    if len(tokens) < _LEAST_WORDS:
        return False
    small = sum(map(str.islower, tokens))
    if len(tokens) > 3 * small:  # else those that are not in small letters are few enough, whatever they are
        capital = sum([token.lstrip("\"'“‘(«`-*[_—")[:1].isupper() for token in tokens])
        if capital > 2 * small:
            return False
    return not _MAY_BE_FIGURE.search(words) or 3 * _figures(tokens) < len(tokens)


def hold_to_story(text: str, head: Sequence[Part], copy: Sequence[Part]) -> None:
    """Raise NoStory, with what it is instead, where a message has but tables, lists of headlines or notices."""
    told = [_words(text, block) for role, block in copy if role in ("body", "list")]
    rows = [_words(text, block) for role, block in copy if role == "table"]
    if any(map(ISSUED.match, told)):
        raise NoStory("it is a notice of a weather service or an authority")
    sentences: list[str] = []
    size, all_sizes = 0, sum(map(len, told)) + sum(map(len, rows))
    for words in told:
        if not is_sentence(words):
            rows.append(words)
            continue
        sentences.append(words)
        size += len(words)
        if all_sizes - size <= _TABLE * size:
            return  # whatever the others are, they are too few to make a table of it
    if len(rows) > _FEW and sum(map(len, rows)) > _TABLE * sum(map(len, sentences)):
        raise NoStory("it is a table or list of results, fields or figures")
    if not sentences:
        if sum(role in ("headline", "deck") for role, _ in head) > 2 and not told:
            raise NoStory("it is a list of headlines")
        raise NoStory("this wire message holds no sentence of copy")
