"""What a line looks like, beside its words: case, signs, names, dates and amounts, as named traits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.base.lazy import pattern
from newslint.words.languages import ENGLISH
from newslint.words.tables import Calendar, Pages, any_of, every

LONGEST_READ = 4000  # code points; of a longer line only so much is searched for a page's words

_pages = Pages.all()
_calendar = Calendar.of()
MONTHS = [month.lower() for month in (*_calendar.month_names, *_calendar.short_months)]
# These begin with what is rarest in them, so that the search for it is quick.
_GLUED = pattern(r"[A-Z](?<=[a-zà-ÿ)].)[a-z]")
_GLUED_NUMBER = pattern(r"[0-9](?<=[a-z].)\d* (?:min|hour|day)")
# What a recipe, a bill or a programme gives line by line: an amount of something, or how to reach somebody.
_AMOUNT_OF = pattern(lambda: rf"[\W\d]*(?:\b0?(?:{any_of(every(pages.amounts for pages in _pages.values()))})\b)")
_CONTACT = pattern(r"\W*(?:https?://\S+|www\.\S+|[\w.+-]+@[\w.-]+|[+(]?0[0 ()./+-]{3,})\W*$")
_NAME = pattern(r"(?:[A-Z\u00c0-\u00de][\w.’'-]*\.? ?){2,3}$")
_NAME_LAST = pattern(r"[.!?]\)? ?(?:[A-Z][\w.’'-]+[ /]?){1,4}(?:[/|,] ?[\w ]+)?$")
_SENTENCE_WORDS = _pages[ENGLISH].sentence_words
_FIXTURE = frozenset(("v", "vs", "v."))
_READER = frozenset(("you", "your", "our", "us", "we", "my"))


def _date() -> str:
    """The pattern of a date in any language of pages; how they write numbers is known for English only."""
    before = "|".join([rf"(?<=\b{month}{stop} 0)" for month in MONTHS for stop in ("", r"\.")])
    elsewhere = [month.lower() for language in _pages for month in Calendar.of(language).month_names]
    after = rf"\.? (?:de )?(?:{any_of({*MONTHS, *elsewhere})})\b"
    return rf"0(?:(?<!\w.)(?:{after}|/0/0\b|-0-0\b|:0\b)|{before})"


_DATE = pattern(_date)


def looks(text: str, low: str) -> Iterator[str]:
    """Traits of case and signs."""
    if text.isupper() and len(text) > 1:
        yield "capitals"
    elif is_title_case(text[:LONGEST_READ].split()):
        yield "title case"
    if text[0] in "\"“'‘":
        yield "quote first"
    elif text[0] in "•-–—*·▪":
        yield "bullet"
    if len(text) > 3 and not low.strip("0 .:,/-"):
        yield "amount"
    if _GLUED.search(text, 0, LONGEST_READ) or ("0" in low and _GLUED_NUMBER.search(text, 0, LONGEST_READ)):
        yield "glued"
    if ": " in text[:40]:
        yield "label"
    if text[0].islower():
        yield "small first"


def is_title_case(words: Sequence[str]) -> bool:
    """Whether nearly all longer words, and two of them at least, begin with a capital."""
    spared = len(words) // 5  # so many may be small at most, whatever the others are
    capitals = small = 0
    for word in words:
        if len(word) > 3 and (letter := word[0]).isalpha():
            if letter.isupper():
                capitals += 1
            elif small < spared:
                small += 1
            else:
                return False
    return capitals + small >= 2 and capitals >= 0.8 * (capitals + small)


def names(text: str, low: str, small: Sequence[str], words: int) -> Iterator[str]:
    """Traits of small words, names and dates."""
    if words <= 60:
        if not _SENTENCE_WORDS.isdisjoint(small):
            yield "verb"
        elif words > 4:
            yield "no verb"
        if not _READER.isdisjoint(small) and not text.startswith(('"', "“")):
            yield "reader"
    if "0" in low and _DATE.search(low, 0, LONGEST_READ):
        yield "date"
    if words <= 14 and (_FIXTURE.intersection(small[1:-1]) or _is_fact(low)):
        yield "fixture" if _FIXTURE.intersection(small[1:-1]) else "fact"
    if words > 5:
        if _NAME_LAST.search(text[-80:]):
            yield "name last"
    elif 2 <= words <= 3 and _NAME.match(text):
        yield "name like"


def _is_fact(low: str) -> bool:
    """Whether a short line is an amount of something, or an address, a site or a telephone number alone."""
    if "0" not in low and "@" not in low and "www." not in low and "://" not in low:
        return False
    return _AMOUNT_OF.match(low) is not None or _CONTACT.match(low) is not None
