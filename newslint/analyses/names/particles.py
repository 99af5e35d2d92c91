"""Small words of one surname written two ways: Van de Weghe and Van De Weghe, al-Sisi and el-Sisi."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.analyses.names._capitals import ZONES, capitalised, is_title_case
from newslint.analyses.names.pairs import SpellingPair
from newslint.analyses.names.words import ARTICLES, FUNCTION, PARTICLES, TITLES
from newslint.base.lazy import compiled, pattern
from newslint.base.record import NamedTuple
from newslint.base.text import Span
from newslint.model.story import Analysis, Story, Zone
from newslint.words.tables import any_of

MOST_OF_THEM = 3  # times as often as the other: then it is right
_NO_WORDS = ("al", "do", "den", "lo", "ten", "ter", "y", "zu")  # words of English copy too, or joined by a hyphen
_OPENERS = frozenset(".!?:•*|—–\n“\"‘'([")


def _either_case(words: Sequence[str]) -> str:
    return any_of({form for word in words for form in (word, word.capitalize())})


def _name() -> str:
    small = _either_case([word for word in PARTICLES if word not in _NO_WORDS])
    return (
        rf"(?:(?<![\w.-])(?!(?:{small})[ \u00a0])([A-Z][\w’'.-]+)[ \u00a0])?(?<![\w@#/-])"
        rf"((?:(?:{small})[ \u00a0]){{1,3}}|(?:{_either_case(sorted(ARTICLES))})-)([A-Z][\w’'-]*\w)"
    )


_NAME = pattern(_name)
_CAPITALS = frozenset([word.capitalize() for word in PARTICLES if word not in _NO_WORDS])
_SMALL = ARTICLES.union(PARTICLES)
_BEFORE_NAME = pattern(rf"\b(\w{{1,{max(map(len, _SMALL))}}})[ \u00a0-](?=[A-Z])")
_HYPHEN = pattern(r"-(?=[A-Z])")
_LONGEST_ARTICLE = max(map(len, ARTICLES))


class _Place(NamedTuple):
    """Where a surname stands with its small words: after which first name, and whether it opens a sentence."""

    small: str
    surname: str
    first: str
    opens: bool
    span: Span


def _find(story: Story) -> tuple[SpellingPair, ...]:
    if not _may_differ(story):
        return ()
    by_name: dict[tuple[str, str], list[_Place]] = {}
    for zone in story.zones:
        if zone.role in ZONES and not (zone.role != "body" and is_title_case(zone.text)) and not zone.text.isupper():
            for place in _places(zone):
                kind = "-" if place.small.endswith("-") else place.small.lower()
                by_name.setdefault((place.surname, kind), []).append(place)
    return tuple([pair for places in by_name.values() if len(places) > 1 for pair in _told(places)])


def _may_differ(story: Story) -> bool:
    """Whether a story has what two ways need: a small word with a capital and without, or two articles."""
    words = story.get(capitalised)[0]
    text = story.prose.text
    if any(_stands_small(text, word.lower()) for word in _CAPITALS.intersection(words)):
        return True
    before = [text[max(0, m.start() - _LONGEST_ARTICLE - 1) : m.start()] for m in _HYPHEN.finditer(text)]
    articles = {word for some in before for word in some.split()[-1:] if word.lower() in ARTICLES}
    return len(articles) > 1


def _stands_small(text: str, word: str) -> bool:
    """Whether a text has a word without its capital, as a word."""
    return word in text and compiled(rf"{word}(?<!\w{word})[ \u00a0]").search(text) is not None


def _places(zone: Zone) -> Iterator[_Place]:
    if not any(m[1].lower() in _SMALL for m in _BEFORE_NAME.finditer(zone.text)):
        return  # soon seen, where the search for whole names tries dozens of words at every letter
    for m in _NAME.finditer(zone.text):
        first = m[1] or ""
        if first.rstrip(".") in FUNCTION or first.rstrip(".") in TITLES:
            first = ""
        start = m.start(2)
        before = zone.text[:start].rstrip(" \u00a0")
        opens = not before or before[-1] in _OPENERS
        surname = m[3].removesuffix("’s").removesuffix("'s")
        span = zone.to_source(start, m.start(3) + len(surname))
        yield _Place(m[2].replace("\u00a0", " "), surname, first, opens, span)


def _told(places: Sequence[_Place]) -> Iterator[SpellingPair]:
    """The ways of one surname beside the usual one, where no custom explains them."""
    in_full = [place for place in places if place.first]
    if len({place.first for place in in_full}) > 1 and len({place.small for place in in_full}) > 1:
        return  # several people, each of whom may write it in a way of their own
    ways: dict[str, list[_Place]] = {}
    for place in places:
        ways.setdefault(_way(place, places), []).append(place)
    ways.pop("", None)
    if len(ways) < 2:
        return
    full = [some for some in ways.values() if any(place.first for place in some)]
    one_person = len(full) == 1 and len({place.first for place in in_full}) == 1
    ranked = sorted(ways.values(), key=lambda each: (-len(each), each[0].span.start))
    # After the first name it stands as the person writes it, unless nearly all others are against that.
    usual = full[0] if one_person and len(ranked[0]) < MOST_OF_THEM * len(full[0]) else ranked[0]
    for odd in ranked:
        if odd is not usual:
            yield SpellingPair(
                odd[0].small + odd[0].surname,
                usual[0].small + usual[0].surname,
                tuple(place.span for place in odd),
                tuple(place.span for place in usual),
                "medium",
                (one_person and usual is full[0]) or len(usual) >= MOST_OF_THEM * len(odd),
            )


def _way(place: _Place, places: Sequence[_Place]) -> str:
    """How a surname's small words are written at a place; nothing where that is the first capital alone and no sign.

    What opens a sentence has its capital for that. Alone, many write with a capital what is small after a first
    name: Robin van Persie, Van Persie.
    """
    if not (place.opens or _is_custom(place, places)):
        return place.small
    rest = place.small.partition(" ")[2]
    others = [other.small for other in places if not other.opens]
    for other in others:
        if other.lower() == place.small.lower() and other.partition(" ")[2] == rest:
            return other if place.opens else other.lower()
    return place.small if rest or others else ""


def _is_custom(place: _Place, places: Sequence[_Place]) -> bool:
    """Whether a capital is that of a surname alone, which is small after a first name and never small alone."""
    if place.first or place.small[0].islower():
        return False
    in_full = [other.small[0].islower() for other in places if other.first]
    return bool(in_full) and all(in_full) and not any(o.small[0].islower() for o in places if not o.first)


particles: Analysis[tuple[SpellingPair, ...]] = Analysis("name-particles", _find)
