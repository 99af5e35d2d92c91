"""Which genre a text is of, by its structure: interview, live report, list, sport, letters, recipe or poem.

Such stories hold lines that look like a page's: score lines, short turns of talk, verses, ingredients. The role
analysis spares those that belong to the genre (`belongs`). Most stories are settled by their lines' ends and first
letters; a closer look is taken only where these leave something open.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.words.tables import Calendar, Genres, any_of, every


class Genre(NamedTuple):
    """A genre and, in an editor's words, what shows it; both empty where nothing does (it is news then)."""

    name: str
    why: str


NO_GENRE = Genre("", "")
LEAST = 5  # lines; fewer show no structure
PLAIN_FORMS = ("sport", "live", "recipe", "poem")  # nothing else on a page looks like their lines
COPY_WORDS = 12  # an answer or a live entry has so many words, or more

_FULL = tuple('.!?…”"’)»')
_OPENS = tuple("“\"‘'«„»")
_TIMED = pattern(
    r"\[?(?:[01]?\d|2[0-4])(?:[:.h][0-5]\d(?: ?[ap]\.?m\b\.?)?| ?[ap]\.?m\b\.?)"
    r"(?: (?:GMT|BST|[ECMP]?[DS]?T|UTC|CES?T|Uhr)\b)?\]?(?=$|[ :,|–—-])"
)
_MINUTE = pattern(r"\d{1,3}(?:\+\d{1,2})?(?:['’′]|\.? ?(?:min|mins|minutes|Minute)\b|\. ?Min)")
_TURN = pattern(r"([A-ZÀ-Þ][\w.’'-]*(?: [A-ZÀ-Þ][\w.’'-]*){0,3}): ?(?=\S)")
_MARKED = pattern(r"(?:Q|A|QUESTION|ANSWER|F|P|R)(?:uestion|nswer)?[:.] ?\S")
_NUMBERED = pattern(r"(?:No\. ?|Nr\. ?|#)?(\d{1,3})(?:[.):]|(?= [A-ZÀ-Þ“\"‘'])|$)")
_TEAM = r"[A-ZÀ-Þ][\w.&’'-]*(?: [\w.&’'-]+){0,4}?"
_RESULT = pattern(
    rf"^(?:{_TEAM} \(?\d{{1,3}}\)?(?:, ?| ?[-–] ?| v\.? | )(?:{_TEAM} \(?\d{{1,3}}\)?|\d{{1,3}} {_TEAM})"
    rf"|{_TEAM} [-–] {_TEAM},? \d{{1,3}}[:–-]\d{{1,3}}(?: \(\d+[:–-]\d+\))?"
    rf"|{_TEAM}(?:[ ,:]+\d{{1,3}}(?:[-–/.:]\d{{1,3}})*%?){{3,}}"
    rf"|\d{{1,2}}\.? {_TEAM}(?:,? [A-Za-z]{{0,4}} ?\d{{1,3}}){{2,}})[.;]?$"
)
# What all that `_RESULT` matches has; it takes far less time to compile.
_LIKE_RESULT = pattern(r"(?:\d{1,2}\.? )?[A-ZÀ-Þ].*?\d\D+\d", re.DOTALL)
_MONTH = pattern(lambda: rf"\b(?:{any_of((*Calendar.of().month_names, *Calendar.of().short_months))}|\w+BER)\b", re.I)
_genres = Genres.all().values()
_GREETS = tuple(every(genres.greetings for genres in _genres))
_GREETING = pattern(lambda: rf"(?:{any_of(_GREETS)})\b[^.!?,:;—–]{{0,40}}(?:[,:;—–]|$)")
_GREETS_WITH = frozenset([greeting[0] for greeting in _GREETS])
_PARTS = tuple(every(genres.farewells for genres in _genres))
_AMOUNT = pattern(
    lambda: (
        r"[•*·-]? ?(?:(?:ca\.? |about |around )?[\d½¼¾⅓⅔⅛][\d/.,½¼¾⅓⅔⅛ –x-]*"
        rf"(?:{any_of(every(genres.recipe_amounts for genres in _genres))})\b"
        rf"|(?:{any_of(every(genres.ones for genres in _genres))})"
        rf" (?:{any_of(every(genres.of_ones for genres in _genres))}) )"
    )
)
_RECIPE_PARTS = every(genres.recipe_parts for genres in _genres)
_SELF = every(genres.self for genres in _genres)


def genre_of(texts: Sequence[str]) -> Genre:
    """The genre that lines make up, and what shows it."""
    if len(texts) < LEAST:
        return NO_GENRE
    ends = "".join([text[-1:] for text in texts])
    starts = "".join([text[:1] for text in texts])
    short = [text for text in texts if len(text) <= 80]
    figures = [text for text in short if not text.isalpha() and any(map(text.__contains__, "0123456789½¼¾"))]
    numbered = sum(map(starts.count, "0123456789[#•½¼¾"))
    if len(figures) > 2 and (found := _recipe(figures, short) or _sport(figures)):
        return found
    if numbered > 2 and (found := _live(texts) or _list(texts)):
        return found
    return (
        (_letters(texts) if any(map(starts.count, _GREETS_WITH)) else None)
        or (_interview(texts) if ends.count("?") > 3 or _has_turns(texts) else None)
        or (_poem(texts) if len(short) > 7 and ends.count(",") + ends.count(";") > 2 else None)
        or NO_GENRE
    )


def belongs(genre: str, text: str) -> bool:
    """Whether a line has a form that stories of its genre have: no shape of its speaks for residue there."""
    look = _FORMS.get(genre)
    return look is not None and look(text)


def _recipe(figures: Sequence[str], short: Sequence[str]) -> Genre | None:
    amounts = sum(_AMOUNT.match(text) is not None for text in figures)
    headed = any(text.rstrip(":").lower() in _RECIPE_PARTS for text in short)
    if amounts > (1 if headed else 4):
        return Genre("recipe", f"has {amounts} lines that give an ingredient and how much of it")
    return None


def _sport(figures: Sequence[str]) -> Genre | None:
    results = sum(map(_is_result, figures))
    return Genre("sport", f"has {results} lines with a result") if results > 2 else None


def _live(texts: Sequence[str]) -> Genre | None:
    """Times, each with an entry behind or below it."""
    entries = 0
    for text, below in pairwise((*texts, "")):
        timed = _TIMED.match(text) or _MINUTE.match(text)
        if timed and (_is_copy(text[timed.end() :]) or (not _is_copy(text) and _is_copy(below))):
            entries += 1
    if entries > 2 and entries >= 0.1 * len(texts):
        return Genre("live", f"has {entries} entries under times")
    return None


def _list(texts: Sequence[str]) -> Genre | None:
    """Numbers one after another, each with a paragraph behind or below it."""
    items = last = 0
    for text, below in pairwise((*texts, "")):
        number = _NUMBERED.match(text)
        if number and (_is_copy(text) or _is_copy(below)):
            value = int(number[1])
            items = items + 1 if items and abs(value - last) == 1 else 1
            last = value
            if items == 4:
                return Genre("list", "has items with numbers in a row, each with a paragraph")
    return None


def _letters(texts: Sequence[str]) -> Genre | None:
    greetings = sum(_GREETING.match(text) is not None for text in texts if text.startswith(_GREETS))
    farewells = sum([text.startswith(_PARTS) for text in texts])
    if greetings > 1 or (greetings and farewells):
        return Genre("letters", "greets the editor as letters do")
    return None


def _has_turns(texts: Sequence[str]) -> bool:
    return sum(": " in text[:40] for text in texts) > 4


def _interview(texts: Sequence[str]) -> Genre | None:
    """Questions with answers in the first person below them, or lines under two speakers' names in turn."""
    turns = Counter(m[1] for text in texts if (m := _TURN.match(text)))
    two = turns.most_common(2)
    if len(two) == 2 and two[1][1] > 2 and two[0][1] + two[1][1] >= 0.3 * len(texts):
        return Genre("interview", f"has turns of “{two[0][0]}:” and “{two[1][0]}:”")
    asked = answered = 0
    for text, below in pairwise(texts):
        if text.endswith("?") and not text.startswith(_OPENS) and 2 < text.count(" ") + 1 <= 60 and _is_copy(below):
            asked += 1
            answered += not _SELF.isdisjoint(below.lower().replace("’", "'").split())
    if asked > 3 and answered > asked / 2 and asked >= 0.12 * len(texts):
        return Genre("interview", f"has {asked} questions, each with an answer below it")
    return None


def _poem(texts: Sequence[str]) -> Genre | None:
    """A run of short lines, many of which go on in the next."""
    run = open_ended = 0
    for text in (*texts, ""):
        if 2 <= text.count(" ") + 1 <= 12 and len(text) <= 80:
            run += 1
            open_ended += text.endswith((",", ";", "—", "–")) or text[:1].islower()
            continue
        if run > 5 and open_ended >= 0.3 * run and run >= 0.5 * len(texts):
            return Genre("poem", f"has {run} short lines that run on into one another")
        run = open_ended = 0
    return None


def _is_copy(text: str) -> bool:
    return text.count(" ") + 1 >= COPY_WORDS and text.endswith(_FULL)


def _is_result(text: str) -> bool:
    if len(text) > 120 or not _LIKE_RESULT.match(text):
        return False
    return _RESULT.match(text) is not None and not _MONTH.search(text)


def _is_entry(text: str) -> bool:
    return (_TIMED.match(text) or _MINUTE.match(text)) is not None


def _is_item(text: str) -> bool:
    return _NUMBERED.match(text) is not None


def _is_letter(text: str) -> bool:
    """A greeting, a farewell, or a name and the place it writes from."""
    if _GREETING.match(text) or text.startswith(_PARTS):
        return True
    return text.count(" ") < 6 and all(
        word[:1].isupper() or word[0] == "(" or word in ("of", "and") for word in text.split()
    )


def _is_turn(text: str) -> bool:
    """A question, or a turn under a speaker's name."""
    return (text.endswith("?") and " " in text) or (_TURN.match(text) or _MARKED.match(text)) is not None


def _is_of_recipe(text: str) -> bool:
    return _AMOUNT.match(text) is not None or text.rstrip(":").lower() in _RECIPE_PARTS


def _is_verse(text: str) -> bool:
    return 2 <= text.count(" ") + 1 <= 12


_FORMS = {
    "sport": _is_result,
    "live": _is_entry,
    "list": _is_item,
    "letters": _is_letter,
    "interview": _is_turn,
    "recipe": _is_of_recipe,
    "poem": _is_verse,
}
