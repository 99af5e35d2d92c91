"""What a line shows of itself: length, end, case, and the page's words in it, as named traits."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newslint.analyses.roles._line_looks import LONGEST_READ, MONTHS, is_title_case, looks, names
from newslint.analyses.roles._line_words import RARE, digits_by_line, in_bytes, said, tokens_of
from newslint.analyses.roles._page_words import (
    FULL_SENTENCES_TOO,
    NOTICES,
    OPENERS_SURE,
    SURE_LETTERS,
    SURE_WORDS,
    sort_of,
)
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.matcher import lowered
from newslint.words.languages import ENGLISH
from newslint.words.tables import Pages, any_of, every

CORE_WORDS = 14  # from so many words on, a paragraph with an end mark and no word of the page is taken for copy

_SENTENCE_ENDS = ("full", "ask", "quoted")
_NO_WORDS: frozenset[str] = frozenset()
_DIGITS = pattern(r"\d[\d,.]*")
_OUTER = " \t.,:;!?…»«›→‹←<>•·|–—-*+#()[]{}\"'▼▲▶►▸✕×✓_=~^/\\"
_ENDS = frozenset(".!?…。！？")
_CLOSERS = "\"'”’)]»"
_FOLD = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("\u00a0", " "), ("\u202f", " "), ("\u2009", " "))

_pages = Pages.all()


_DATE_LAST = pattern(lambda: rf"\b(?:{any_of(MONTHS)})\.? 0(?:, 0)?\.?(?: ?[\(\[].*)?$")
_BYLINES = frozenset(_pages[ENGLISH].bylines)
_PICTURE_WORDS = every(pages.picture_words for pages in _pages.values())
_CREDIT_WORDS = _PICTURE_WORDS | _pages[ENGLISH].picture_agencies
_BY = pattern(
    r"(?:(?:[Ii]nterview|[Cc]ompiled|[Ww]ords|[Tt]ext|[Ww]ritten|[Rr]eport(?:ed)?|[Ss]tory) )?(?:[Bb]y|BY)[ :] *"
)
_BY_WORDS = every(pages.by for pages in _pages.values())
_BY_ELSEWHERE = pattern(
    lambda: (
        rf"(?:{any_of(_BY_WORDS)})(?: [A-Z\u00c0-\u00de][\w.’'-]+"
        rf"| (?:{any_of(every(pages.in_bylines for pages in _pages.values()))})){{2,5}}$"
    )
)
_BY_STARTS = tuple([word + " " for word in _BY_WORDS])
_TRADE_LAST = ("riter", "eporter", "ditor", "orrespondent", "olumnist")
_NAME_AND_TRADE = pattern(
    r"(?:[A-Z\u00c0-\u00de][\w.’'-]+ ){2,3}?[|–-] ?(?:[\w&]+ ){0,3}"
    r"(?:[Ww]riter|[Rr]eporter|[Ee]ditor|[Cc]orrespondent|[Cc]olumnist)$"
)
# “REUTERS/Ana Ruiz”, of whose names each has a capital: “Reuters/Ipsos poll” is no picture's.
_AGENCY_AND_NAME = r"(?-i:\b(?:REUTERS|Reuters|AFP|AP|EPA|EFE|PA|TASS)/(?:[A-ZÀ-Þ][\w.’'-]* ?[/,]? ?){2,5})"
_AGENCY_CREDIT = pattern(_AGENCY_AND_NAME + r"\.?$")
_CREDIT_LAST = pattern(
    lambda: (
        r"(?:[(\[][^()\[\]]{0,30}(?:photo|image|\bcredit|getty|\b(?:ap|afp|epa|pa|file)\b|reuters|shutterstock|courtesy|"
        r"[a-z] ?[/|] ?[a-z](?![^()\[\]]*\d))[^()\[\]]{0,40}[)\]]|"  # “(Colombo/May09)” signs a story
        rf"\b(?:{any_of(_PICTURE_WORDS)}) ?(?:by|:|credit|\|) ?[^.!?]{{2,60}}|"
        r"credit(?:\.{3}|…|:) ?[^.!?]{2,60}|"  # glued to the caption: “in May.Credit...A Name”
        rf"{_AGENCY_AND_NAME}|"
        r"(?:getty images|getty|/ap|/afp|/reuters))\.?$"
    ),
    re.IGNORECASE,
)
_LABEL = 30  # code points before whose end a label's colon stands
_LONGEST_NOTICE = 60  # words
_ASKS = _pages[ENGLISH].asks
_WITH_HEADING = 6  # words; a heading and a headline have so many
_TIME_WORDS = frozenset(("ago", "min", "mins", "minute", "updated", "published", "posted", "a", "p", "am", "pm"))
_SIZES = [str(next(limit for limit in (1, 2, 4, 7, 12, 20, 40, 80) if n <= limit)) for n in range(81)]
_NOTED = RARE | _CREDIT_WORDS
_PROMPTS = frozenset(("opens:newsletter", "holds much:newsletter"))  # “Download the Echo app for news of the harbour”
_LINKS_ON = (" read more", " read more »", " read more →", " read more…", " full story")
WRAPPED = "copy wrapped into it"
_LONGEST_LABEL = 4  # words of a page's line that may stand before it
_LONGEST_CREDIT = 100  # code points; `_CREDIT_LAST` matches fewer
_CREDIT_SIGNS = ("by", ":", "credit", "|", "/", "getty")  # one of which a credit has that no bracket closes
_CREDIT_ENDS = (")", "]", ").", "].")


class LineTraits(NamedTuple):
    """A line with its traits; `core` marks a plain paragraph of copy, `sorts` what the page's words are for."""

    text: str
    plain: str
    tokens: Sequence[str]
    words: int
    end: str
    core: bool
    traits: tuple[str, ...]
    sorts: frozenset[str]
    known: str
    byline: bool
    credit: bool


def plain(text: str) -> str:
    """The line in lower case, with straight quotation marks, 0 for every number and single spaces."""
    return _joined(_fold(text).split(), True)


def _joined(small: Sequence[str], numbers: bool) -> str:
    """The words of a line in lower case with single spaces and, where it may hold any `numbers`, 0 for each."""
    single = " ".join(small)
    return _DIGITS.sub("0", single) if numbers else single


def bare(plain_text: str) -> str:
    """A plain line without the signs and bullets round it."""
    return plain_text.strip(_OUTER)


def end_of(text: str) -> str:
    """How a line ends: `full` stop, `ask` (? or !), `colon`, `more` (comma…), `quoted`, `cut` or `none`."""
    last = text[-1:]
    if last == "." and text[-2:-1] != ".":
        return "full"
    if last == "…" or (last == "." and text.endswith("...")):
        return "cut"
    if last in _CLOSERS:
        last = text.rstrip(_CLOSERS)[-1:] or last
    if last in _ENDS:
        return "full" if last == "." or last not in "?!？！" else "ask"
    if text.endswith(('"', "”")):
        return "quoted"
    return "colon" if last == ":" else "more" if last in (",", ";", "—", "–") else "none"


def read_lines(texts: Sequence[str]) -> list[LineTraits]:
    """Read every line of a story."""
    if not texts:
        return []
    folded = _fold("\n".join([text if "\n" not in text else text.replace("\n", " ") for text in texts]))
    data = in_bytes(folded)
    tokens = tokens_of(data).split("\n")
    digits = digits_by_line(data)
    return [_read(*each) for each in zip(texts, folded.split("\n"), tokens, digits, strict=True)]


def says_only_what_pages_say(text: str) -> bool:
    """Whether a line, wherever it stands, can hardly be a reporter's ("Share this article")."""
    if len(text) > 160:
        return False
    key = bare(plain(text))
    return _is_sure(plain(text), key, sort_of(key), text.count(" ") + 1, end_of(text))


def _fold(text: str) -> str:
    for sign, simple in _FOLD:
        if sign in text:
            text = text.replace(sign, simple)
    return lowered(text)


def _is_byline(text: str, key: str, words: int) -> bool:
    """Whether a line is an agency's name, or "by" and names."""
    if words > 16 or len(text) > 160 or text.endswith(("!", "?", ":")):
        return False
    if key in _BYLINES or (text.endswith(_TRADE_LAST) and _NAME_AND_TRADE.match(text)):
        return True
    led = _BY.match(text)
    if not led:
        return words <= 6 and text.startswith(_BY_STARTS) and _BY_ELSEWHERE.match(text) is not None
    rest = text[led.end() :]
    return rest[:1].isupper() and (len(rest) < 2 or not rest.endswith(".") or rest[-3:-2] in " .")


def _has_credit(text: str, noted: frozenset[str]) -> bool:
    """Whether a line ends in a picture's credit; `noted` holds the words of pictures among its words."""
    tail = text[-_LONGEST_CREDIT:]
    if not text.endswith(_CREDIT_ENDS) and (
        not noted or noted.isdisjoint(_CREDIT_WORDS) or not any(map(tail.lower().__contains__, _CREDIT_SIGNS))
    ):
        return False
    return _CREDIT_LAST.search(tail) is not None


def _read(text: str, folded: str, split: str, digits: bytes) -> LineTraits:
    """One line; a paragraph of copy costs no more than its words and a look at its end."""
    tokens = split.split()
    noted = _NOTED.intersection(tokens)
    words = folded.count(" ") + 1
    end = end_of(text)
    numbers = bool(digits) or not folded.isascii()
    sentence = words >= CORE_WORDS and end in _SENTENCE_ENDS
    if not sentence or (numbers and words <= 40 and (":" in folded or not _TIME_WORDS.isdisjoint(tokens))):
        small = folded[:LONGEST_READ].split()
        low = _joined(small, numbers)
    else:
        small = []
        low = folded
    traits, sorts = said(low, noted, words)
    credit = _has_credit(text, noted)
    if sentence and not sorts and not credit:
        return LineTraits(text, folded, tokens, words, end, True, (_size(words, end),), sorts, "", False, False)
    if not small:
        small = folded.split()
        low = _joined(small, numbers)
    key = bare(low)
    known = sort_of(key) if words < 14 else ""
    trail = not known and (" > " in low or " › " in low or " » " in low) and _is_trail(key)
    known = "menu" if trail else known
    traits = [*traits, _size(words, end)]
    if known:
        traits.append("is:" + known)
        sorts |= {known}
    if credit:
        traits.append("credit")
    if credit and ("credit" in low or ("/" in text and _AGENCY_CREDIT.search(text))):
        sorts |= {"picture"}
    if sorts and tokens and tokens[0] in _ASKS:
        traits.append("asks")
    glued = ("related" in sorts or low.endswith(_LINKS_ON)) and _is_glued_heading(text, small, end)
    if glued:
        sorts |= {"related"}
    if sentence and sorts and _holds_paragraph(text, small, noted):
        traits.append(WRAPPED)
    elif trail or glued or _is_prompt(traits, end) or _is_sure(low, key, known, words, end):
        traits.append("sure")
    traits += looks(text, low)
    traits += names(text, low, small, words)
    if credit and words > 5 and _DATE_LAST.search(low[-120:]):
        traits.append("date last")
    return LineTraits(
        text, low, tokens, words, end, False, tuple(traits), sorts, known, _is_byline(text, key, words), credit
    )


def _is_trail(key: str) -> bool:
    """Whether a line is a page's path to the story: “home > news > local”."""
    return sort_of(re.split(" [>›»] ", key, maxsplit=1)[0]) == "menu"


def _size(words: int, end: str) -> str:
    """The trait of a line's length and end."""
    return f"size:{_SIZES[words] if words < len(_SIZES) else 'long'} {end}"


def _is_sure(low: str, key: str, sort: str, words: int, end: str) -> bool:
    """Whether a line can hardly be copy: it is a page's words alone, or opens as only a page's lines do."""
    if (
        sort
        and end != "full"
        and (key in SURE_WORDS or (" " in key and sort not in ("menu", "picture", "writer", "time")))
    ):
        return True
    if words > 20 and not (words < _LONGEST_NOTICE and low.startswith(NOTICES)):
        return False
    opening = key + " "
    if ": " in opening[:_LABEL] and not _opens_surely(opening):
        opening = opening.replace(": ", " ", 1)  # “You may also like: …”
    return _opens_surely(opening) and not (end == "full" and opening.startswith(FULL_SENTENCES_TOO))


def _opens_surely(opening: str) -> bool:
    """Whether a line opens as only a page's lines do."""
    return opening.startswith(OPENERS_SURE.get(opening[:SURE_LETTERS], ()))


def _is_prompt(traits: Sequence[str], end: str) -> bool:
    """Whether a line asks readers to get a paper's app or letter, and says little else."""
    return end == "none" and "asks" in traits and _PROMPTS.issubset(traits)


def _holds_paragraph(text: str, small: Sequence[str], noted: frozenset[str]) -> bool:
    """Whether a page's line runs on into a sentence of copy, as where lines were wrapped: “Menu The boats lie…”."""
    words = text.split(maxsplit=_LONGEST_LABEL + 1)
    for n in range(1, min(_LONGEST_LABEL, len(words) - 1) + 1):
        if sort_of(bare(" ".join(small[:n]))) and words[n].lstrip("\"'“‘")[:1].isupper():
            rest = small[n:]
            if len(rest) >= CORE_WORDS and not said(" ".join(rest), noted, len(rest))[1]:
                return True
    return False


def _is_glued_heading(text: str, small: Sequence[str], end: str) -> bool:
    """Whether a heading of links runs on into one of them: “Related Old lamps are back in the harbour”."""
    if end == "full" or len(small) < _WITH_HEADING:
        return False
    words = text.split()
    if sort_of(" ".join(small[-2:])) == "related" and words[-2][0].isupper() and small[-3][-1].isalnum():
        return True  # “Old lamps are back in the harbour Read more”
    return any(
        sort_of(" ".join(small[:n])) == "related" and words[0][0].isupper() and words[n][0].isupper() for n in (1, 2)
    ) and not is_title_case(words)
