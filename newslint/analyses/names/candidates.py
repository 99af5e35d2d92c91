"""Which forms of a story are worth judging as two spellings of one name, and where each stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from newslint.analyses.names._capitals import capitalised, places_of
from newslint.analyses.names._sides import Form, Occurrence, first_place
from newslint.analyses.names._traits import Candidate
from newslint.analyses.names.forms import FormShape, Likeness, likeness, near, recapitalised, rivals
from newslint.base.record import NamedTuple
from newslint.model.story import Story

MOST_NEAR = 1000  # pairs of forms worth a look; a story has 5, and what has more is a directory
LONG = 7  # letters from which two wrong ones may still be one name
_FIRST_NAMES = Likeness(
    3, 1, 1, False, True, True, False
)  # of first names too short to be told apart by their letters
_CAPITALS = (0, 0, True, True, True, False)


class Found(NamedTuple):
    """Pairs of forms to judge, and all words of the story with a capital."""

    pairs: list[Candidate]
    words: list[str]


def candidates(story: Story, *, every: bool = False) -> Found:
    """Pairs of forms that look or sound alike, the odd one first; with `every`, hardly likely ones too."""
    words, rows = story.get(capitalised)
    return Found(list(_pairs(story, words, rows, every)), words)


def _pairs(story: Story, words: list[str], rows: list[str], every: bool) -> Iterator[Candidate]:
    close = list(islice(near(words), MOST_NEAR))
    if len(close) == MOST_NEAR:
        return
    alike = {
        (a.text, b.text): (a, b)
        for a, b in close
        if (like := likeness(a, b)) and (every or not _are_two(like)) and not _is_extended(a.text, b.text)
    }
    short = {(a.text, b.text): (a, b) for a, b in rivals(rows)}
    recased = {(a.text, b.text): (a, b) for a, b in recapitalised(words)}
    forms = {shape.text for pairs in (alike, short, recased) for pair in pairs.values() for shape in pair}
    if not forms:
        return
    places = places_of(story, forms)
    yield from _placed(alike.values(), places)
    for one in _placed([pair for both, pair in short.items() if both not in alike], places):
        if one.odd.side.nexts & one.usual.side.nexts:
            yield one
    yield from _told(recased.values(), places)


def _are_two(like: Likeness) -> bool:
    """Whether two forms are nearly always two words: one stem with two endings, or short and two letters apart."""
    return like.derived or (not like.slight and like.alike > 1 and like.size < LONG)


def _is_extended(a: str, b: str) -> bool:
    """Whether one form is the other with a capital before it or capitals behind it: AChecker, ProcessID, Level-AA."""
    short, long = sorted((a, b), key=len)
    return (long[1:] == short and long[:2].isupper()) or (long.startswith(short) and long[len(short) :].isupper())


def _placed(
    pairs: Iterable[tuple[FormShape, FormShape]], places: Mapping[str, list[Occurrence]]
) -> Iterator[Candidate]:
    """Pairs with where they stand; two first names only where they stand before the same surname."""
    for a, b in pairs:
        one, other = (
            Form(shape, [at for at in places.get(shape.text, ()) if not _in_address(at)]) for shape in (a, b)
        )
        if one.at and other.at:
            odd, usual = _ranked(*_before_the_same(one, other))
            yield Candidate(odd, usual, likeness(a, b) or _FIRST_NAMES)


def _told(
    pairs: Iterable[tuple[FormShape, FormShape]], places: Mapping[str, list[Occurrence]]
) -> Iterator[Candidate]:
    """Pairs that capitals alone set apart, where both stand in lines that do not write every word with one."""
    for a, b in pairs:
        one, other = (
            Form(shape, [at for at in places.get(shape.text, ()) if not (at[0].head or _in_address(at))])
            for shape in (a, b)
        )
        if one.at and other.at:
            odd, usual = _ranked(one, other)
            yield Candidate(odd, usual, Likeness(len(a.letters), *_CAPITALS))


def _in_address(at: Occurrence) -> bool:
    """Whether a form is a piece of an address or a file's name: Paypal.com, Node.js."""
    run, index = at
    text, start = run.zone.text, run.places[index]
    end = start + len(run.words[index])
    after = text[end : end + 2]
    return (after[:1] == "." and after[1:].islower()) or (
        text[start - 1 : start] == "." and text[start - 2 : start - 1].islower()
    )


def _before_the_same(a: Form, b: Form) -> tuple[Form, Form]:
    """Two first names where they stand before the same surname: Ronald Trump is not told by Ronald Reagan."""
    x, y = a.side.nexts, b.side.nexts
    shared = x & y
    return (_before(a, shared, x <= shared), _before(b, shared, y <= shared)) if shared else (a, b)


def _before(form: Form, names: frozenset[str], alone: bool) -> Form:
    """A form where it stands before one of some names, and also where it stands `alone`."""
    at = [(run, i) for run, i in form.at if (run.words[i + 1] in names if i + 1 < len(run.words) else alone)]
    return Form(form.shape, at)


def _ranked(a: Form, b: Form) -> tuple[Form, Form]:
    """The odd one and the usual one: the odd stands in fewer places, or else begins to be used later."""
    return (a, b) if (len(a.at), -first_place(a)) < (len(b.at), -first_place(b)) else (b, a)
