"""What a line shows of itself: length, end, case, and the page's words in it, as named traits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from newslint.analyses._roles_cues import (
    FULL_SENTENCES_TOO,
    HELD,
    KNOWN_LINES,
    OPENERS,
    OPENERS_SURE,
    SURE_WORDS,
)

CORE_WORDS = 14  # from so many words on, a paragraph with an end mark and no word of the page is taken for copy
LONGEST_READ = 4000  # code points; of a longer line only so much is searched for a page's words

_SENTENCE_ENDS = ("full", "ask", "quoted")
_NO_WORDS: frozenset[str] = frozenset()
_DIGITS = re.compile(r"\d[\d,.]*")
_OUTER = " \t.,:;!?…»«›→‹←<>•·|–—-*+#()[]{}\"'▼▲▶►▸✕×✓_=~^/\\"
_ENDS = frozenset(".!?…。！？")
_CLOSERS = "\"'”’)]»"
_FOLD = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("\u00a0", " "), ("\u202f", " "), ("\u2009", " "))
# One byte a letter: signs become spaces, what Latin-1 does not know too; © stays a word of its own.
_TOKENS = bytes(c if chr(c).isalnum() or chr(c) in "_'-\n©" or c > 191 else 32 for c in range(256))

_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec"
_LONG_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_GLUED = re.compile(r"[a-zà-ÿ)][A-Z][a-z]|[a-z](?:\d+ (?:min|hour|day)|Credit|Photo)")
_DATE = re.compile(
    rf"\b(?:{_MONTHS}|{_LONG_MONTHS})\b\.? 0|\b0\.? (?:{_MONTHS})|\b0/0/0\b|\b0-0-0\b|\b0:0\b",
)
_DATE_LAST = re.compile(rf"\b(?:{_LONG_MONTHS}|{_MONTHS})\.? 0(?:, 0)?\.?(?: ?[\(\[].*)?$")
_AGENCIES = frozenset((
    "associated press", "the associated press", "reuters", "agence france-presse", "afp", "ap", "pti", "ani", "ians",
    "the canadian press", "press association", "bloomberg", "dpa", "xinhua", "efe", "ansa", "tass", "staff",
    "staff reporter", "staff writer", "staff and agencies", "news service", "agencies", "web desk", "newsroom",
))  # fmt: skip
_CREDIT_WORDS = frozenset((
    "photo", "image", "photograph", "illustration", "picture", "credit", "getty", "ap", "afp", "reuters", "images",
))  # fmt: skip
_NAME = re.compile(r"(?:[A-Z\u00c0-\u00de][\w.’'-]*\.? ?){2,3}$")
_NAME_LAST = re.compile(r"[.!?]\)? ?(?:[A-Z][\w.’'-]+[ /]?){1,4}(?:[/|,] ?[\w ]+)?$")
_CREDIT_LAST = re.compile(
    r"(?:[(\[][^()\[\]]{0,30}(?:photo|image|credit|getty|\bap\b|afp|reuters|epa|\bpa\b|shutterstock|file|courtesy|"
    r"[a-z] ?[/|] ?[a-z])[^()\[\]]{0,40}[)\]]|"
    r"\b(?:photo|image|photograph|illustration|picture|credit) ?(?:by|:|credit|\|) ?[^.!?]{2,60}|"
    r"(?:getty images|getty|/ap|/afp|/reuters))\.?$",
    re.IGNORECASE,
)
_TRADE = (
    "reporter|editor|journalist|columnist|correspondent|contributor|writer|author|blogger|freelancer|fellow|producer|"
    "professor"
)
_BIO = re.compile(rf"\b(?:is|was) (?:an?|the|our) (?:[\w'-]+ ){{0,5}}(?:{_TRADE})\b")
_TRADES = frozenset(_TRADE.split("|"))
_VERBS = frozenset((
    "said", "says", "was", "were", "is", "are", "has", "have", "had", "will", "would", "he", "she", "they", "it",
    "that", "who", "which", "told", "been", "can", "could", "did", "does", "do", "not", "but", "when", "after",
    "because", "its", "his", "her", "their", "we", "i", "you", "there",
))  # fmt: skip
_COMMON = frozenset((
    "the", "to", "a", "an", "in", "for", "on", "as", "at", "is", "are", "was", "has", "been", "up", "and", "of", "or",
    "from", "it", "by", "with", "their", "his", "her", "our", "my", "your", "now", "this", "that", "not", "be", "us",
))  # fmt: skip
_TIME_WORDS = frozenset(("ago", "min", "mins", "minute", "updated", "published", "posted", "a", "p", "am", "pm"))
_READER = frozenset(("you", "your", "our", "us", "we", "my"))


class Line(NamedTuple):
    """A line with its traits; `core` marks a plain paragraph of copy, `sorts` what the page's words are for."""

    text: str
    plain: str
    tokens: frozenset[str]
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
    return _DIGITS.sub("0", " ".join(_fold(text).split()))


def bare(plain_text: str) -> str:
    """A plain line without the signs and bullets round it."""
    return plain_text.strip(_OUTER)


def end_of(text: str) -> str:
    """How a line ends: `full` stop, `ask` (? or !), `colon`, `more` (comma…), `quoted`, `cut` or `none`."""
    if text.endswith(("...", "…")):
        return "cut"
    last = text[-1:]
    if last in _CLOSERS:
        last = text.rstrip(_CLOSERS)[-1:] or last
    if last in _ENDS:
        return "ask" if last in "?!？！" else "full"
    if text.endswith(('"', "”")):
        return "quoted"
    return "colon" if last == ":" else "more" if last in (",", ";", "—", "–") else "none"


def read_lines(texts: Sequence[str]) -> list[Line]:
    """Read every line of a story."""
    folded = _fold("\n".join([text if "\n" not in text else text.replace("\n", " ") for text in texts]))
    tokens = _tokenised(folded).split("\n")
    return [_read(*each) for each in zip(texts, folded.split("\n"), tokens, strict=True)]


def says_only_what_pages_say(text: str) -> bool:
    """Whether a line, wherever it stands, can hardly be a reporter's ("Share this article")."""
    if len(text) > 160:
        return False
    key = bare(plain(text))
    return _is_sure(key, KNOWN.get(key, ""), text.count(" ") + 1, end_of(text))


def _fold(text: str) -> str:
    for sign, simple in _FOLD:
        if sign in text:
            text = text.replace(sign, simple)
    return text.lower()


def _tokenised(folded: str) -> str:
    return folded.encode("latin-1", "replace").translate(_TOKENS).decode("latin-1").replace("©", " © ")


def _is_byline(text: str, key: str, words: int) -> bool:
    """Whether a line is an agency's name, or "by" and names."""
    if words > 16 or len(text) > 160 or text.endswith(("!", "?", ":")):
        return False
    if key in _AGENCIES:
        return True
    rest = text[3:].lstrip() if text[:3] in ("By ", "by ", "BY ", "By:", "by:", "BY:") else ""
    return rest[:1].isupper() and (len(rest) < 2 or not rest.endswith(".") or rest[-3:-2] in " .")


def _has_credit(text: str, tokens: frozenset[str]) -> bool:
    """Whether a line ends in a picture's credit."""
    last = text[-2:].rstrip(".")[-1:]
    if last not in ("", ")", "]") and tokens.isdisjoint(_CREDIT_WORDS):
        return False
    return _CREDIT_LAST.search(text[-160:]) is not None


def _key(phrase: str) -> tuple[str, ...]:
    """The words of which a line must have one to hold a phrase: one that is rare in copy, in every ending."""
    words = _tokenised(phrase).split()
    whole = words if phrase[-1] in " :)/" else words[:-1]
    rare = [word for word in whole if word not in _COMMON]
    if rare:
        return (max(rare, key=len),)
    last = words[-1]
    if last in _COMMON:
        return (max(words, key=len),)
    return (last, last + "s", last + "ed", last + "d", last + "ing", last + "'s", last + "r", last + "rs")


def _by_key(phrases: Iterable[tuple[str, str]]) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for sort, phrase in phrases:
        for key in _key(phrase):
            found.setdefault(key, []).append((sort, phrase))
    return found


def _by_first_word(openings: Iterable[tuple[str, str]]) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for sort, opening in openings:
        if " " in opening:
            found.setdefault(opening.split(" ", 1)[0], []).append((sort, opening))
    return found


_PAIRS = [(sort, phrase) for sort, phrases in HELD.items() for phrase in phrases]
_PHRASES = _by_key((sort, phrase) for sort, phrase in _PAIRS if "0" not in phrase)
_PHRASE_WORDS = frozenset(_PHRASES)
_NUMBERED = tuple((sort, phrase) for sort, phrase in _PAIRS if "0" in phrase)
_OPENINGS = _by_first_word((sort, opening) for sort, openings in OPENERS.items() for opening in openings)
_PREFIXES = tuple((sort, opening) for sort, openings in OPENERS.items() for opening in openings if " " not in opening)
_PREFIX_TUPLE = tuple(prefix for _, prefix in _PREFIXES)
KNOWN = {bare(plain(phrase)) or phrase: sort for phrase, sort in KNOWN_LINES.items()}


def _copy(text: str, folded: str, tokens: frozenset[str], words: int, end: str) -> Line:
    return Line(text, folded, tokens, words, end, True, (f"size:{_size(words)} {end}",), _NO_WORDS, "", False, False)


def _read(text: str, folded: str, tokenised: str) -> Line:
    """One line; a paragraph of copy costs no more than its words and a look at its end."""
    tokens = frozenset(tokenised.split())
    words = folded.count(" ") + 1
    end = end_of(text)
    sentence = words >= CORE_WORDS and end in _SENTENCE_ENDS
    if not sentence or (words <= 40 and (":" in folded or not tokens.isdisjoint(_TIME_WORDS))):
        low = _DIGITS.sub("0", " ".join(folded[:LONGEST_READ].split()))
    else:
        low = folded
    said, sorts = _said(low, tokens, words)
    credit = _has_credit(text, tokens)
    if sentence and not sorts and not credit:
        return _copy(text, folded, tokens, words, end)
    low = plain(text) if low is folded else low
    key = bare(low)
    known = KNOWN.get(key, "") if words < 14 else ""
    byline = _is_byline(text, key, words)
    traits = [*said, f"size:{_size(words)} {end}"]
    if known:
        traits.append("is:" + known)
        sorts |= {known}
    if credit:
        traits.append("credit")
    if _is_sure(key, known, words, end):
        traits.append("sure")
    traits += _looks(text, low)
    traits += _names(text, low, words)
    return Line(text, low, tokens, words, end, False, tuple(traits), sorts, known, byline, credit)


def _said(low: str, tokens: frozenset[str], words: int) -> tuple[list[str], frozenset[str]]:
    """Traits of the page's words that a line opens with or holds, and what they are for."""
    spaced = low + " "
    traits: list[str] = []
    for sort, opening in _OPENINGS.get(spaced.split(" ", 1)[0], ()):
        if spaced.startswith(opening):
            traits.append("opens:" + sort)
    if spaced.startswith(_PREFIX_TUPLE):
        traits += ["opens:" + sort for sort, prefix in _PREFIXES if spaced.startswith(prefix)]
    held = [pair for word in tokens & _PHRASE_WORDS for pair in _PHRASES[word] if pair[1] in spaced]
    if words <= 40 and "0" in spaced:
        held += [pair for pair in _NUMBERED if pair[1] in spaced]
    counts: dict[str, set[str]] = {}
    for sort, phrase in held:
        counts.setdefault(sort, set()).add(phrase)
    if not _TRADES.isdisjoint(tokens) and _BIO.search(low):
        counts.setdefault("author", set())
    for sort, phrases in counts.items():
        if phrases:
            traits.append("holds:" + sort)
        if len(phrases) > 1:
            traits.append("holds much:" + sort)
    opened = {trait.partition(":")[2] for trait in traits if trait.startswith("opens:")}
    return list(dict.fromkeys(traits)), frozenset(opened | counts.keys())


def _size(words: int) -> str:
    for limit in (1, 2, 4, 7, 12, 20, 40, 80):
        if words <= limit:
            return str(limit)
    return "long"


def _is_sure(key: str, sort: str, words: int, end: str) -> bool:
    """Whether a line can hardly be copy: it is a page's words alone, or opens as only a page's lines do."""
    if (
        sort
        and end != "full"
        and (key in SURE_WORDS or (" " in key and sort not in ("menu", "picture", "writer", "time")))
    ):
        return True
    if words > 20:
        return False
    opening = key + " "
    return opening.startswith(OPENERS_SURE) and not (end == "full" and opening.startswith(FULL_SENTENCES_TOO))


def _looks(text: str, low: str) -> Iterator[str]:
    """Traits of case and signs."""
    alpha = [token for token in text[:LONGEST_READ].split() if token[0].isalpha()]
    long = [token for token in alpha if len(token) > 3]
    if text.isupper() and len(text) > 1:
        yield "capitals"
    elif len(long) >= 2 and sum(token[0].isupper() for token in long) >= 0.8 * len(long):
        yield "title case"
    if text[0] in "\"“'‘":
        yield "quote first"
    elif text[0] in "•-–—*·▪":
        yield "bullet"
    if len(text) > 3 and not low.strip("0 .:,/-"):
        yield "amount"
    if _GLUED.search(text, 0, LONGEST_READ):
        yield "glued"
    if ": " in text[:40]:
        yield "label"


def _names(text: str, low: str, words: int) -> Iterator[str]:
    """Traits of small words, names and dates."""
    small = frozenset(low.split()) if words <= 60 else frozenset()
    if small & _VERBS:
        yield "verb"
    elif 4 < words <= 60:
        yield "no verb"
    if small & _READER and not text.startswith(('"', "“")):
        yield "reader"
    if "0" in low and _DATE.search(low, 0, LONGEST_READ):
        yield "date"
    if words > 5:
        if _NAME_LAST.search(text[-80:]):
            yield "name last"
        if _DATE_LAST.search(low[-120:]):
            yield "date last"
    elif 2 <= words <= 3 and _NAME.match(text):
        yield "name like"
