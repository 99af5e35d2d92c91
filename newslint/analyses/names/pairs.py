"""Two spellings of one name in a story: forms that look alike and play the same part."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import NamedTuple

from newslint.analyses.names._capitals import CapitalRun, capitalised, places_of
from newslint.analyses.names.context import is_listed, is_person, is_subject
from newslint.analyses.names.forms import KNOWN, FormShape, Likeness, likeness, near, rivals
from newslint.analyses.names.words import COURTESY, FIRST_NAMES, PLACES, SURNAMES
from newslint.base.lazy import compiled, pattern
from newslint.model.story import Analysis, Story
from newslint.words.tables import Persons, any_of

Occurrence = tuple[CapitalRun, int]

_GIVEN = FIRST_NAMES | SURNAMES
_WORD_ENDINGS = ("ing", "ed", "ly", "ness", "ment", "tion", "tions", "able", "ful", "less")
_AND = r" (?:and|&) ([A-Z]\w+)"
_BEFORE_AND = r"((?:[A-Z]\w+ ){1,3})(?:and|&) $"
_KIN = pattern(lambda: rf"\b(?:half-|step)?(?:{any_of(Persons.of().kin)})\b")
_SEVERAL = r"(?i:\b(?:the|these|those|all|both|many|most|two|three|four|five|six|seven)|\d) $"
LONGEST_NUMBER = 6  # characters, to look back over
LONGEST_NAME = 40  # characters, to look back or ahead over


class SpellingPair(NamedTuple):
    """Two forms of one name: `odd` is the less supported, `usual` the other; with where each stands.

    `why` says which part both play: after the same first name (`first`), before the same word (`next`),
    a bare surname after a title (`titled`) or alone (`bare`), a bare surname before or after the one full
    name (`introduced`), or a name nobody introduces (`same`: places, companies).
    """

    odd: str
    usual: str
    odd_at: list[Occurrence]
    usual_at: list[Occurrence]
    why: str


class _Form(NamedTuple):
    """A form in one story: its shape, and where it stands."""

    shape: FormShape
    at: list[Occurrence]


class _Surroundings(NamedTuple):
    """What part a form plays: names before and after it, and whether a title stands before it (once, always)."""

    firsts: set[str]
    nexts: set[str]
    titled: bool
    always_titled: bool


def _find(story: Story) -> tuple[SpellingPair, ...]:
    words, rows = capitalised(story)
    alike = {shape.text for pair in near(words) if likeness(*pair) for shape in pair}
    firsts = list(rivals(rows))
    alike.update(shape.text for pair in firsts for shape in pair)
    if not alike:
        return ()
    places = places_of(story, alike)
    taken: set[str] = set()
    pairs = []
    judged = [_judge(_Form(a, places[a.text]), _Form(b, places[b.text])) for a, b in near(places)]
    judged += [_rival(_Form(a, places[a.text]), _Form(b, places[b.text])) for a, b in firsts if _stand(places, a, b)]
    for pair in filter(None, judged):
        if pair.odd in taken or _is_plural(pair, words):
            continue
        if not (_ordinary(pair, story) or _side_by_side(pair) or _related(pair)):
            taken.add(pair.odd)
            pairs.append(pair)
    return tuple(pairs)


def _stand(places: Mapping[str, list[Occurrence]], a: FormShape, b: FormShape) -> bool:
    return a.text in places and b.text in places


def _rival(a: _Form, b: _Form) -> SpellingPair | None:
    """Two first names, a slip apart, of one surname: one of them is wrong unless both people are named together."""
    odd, usual = _ranked(*_before_the_same(a, b))
    x, y = _part(odd), _part(usual)
    if odd.shape.known or not x.nexts & y.nexts:
        return None
    return SpellingPair(odd.shape.text, usual.shape.text, odd.at, usual.at, "next")


def _side_by_side(pair: SpellingPair) -> bool:
    """Whether the story names both in one breath (Erik and Erick Sandoval): then they are two people."""
    for run, _ in pair.odd_at:
        text, start = run.zone.text, run.places[0]
        after = compiled(_AND).match(text, run.places[-1] + len(run.words[-1]))
        before = compiled(_BEFORE_AND).search(text[max(0, start - LONGEST_NAME) : start])
        if (after and after[1] == pair.usual) or (before and pair.usual in before[1].split()):
            return True
        if pair.why == "same" and text.endswith(" or ", 0, start):
            return True  # another way to say it, which the story means to show
    return False


def _is_plural(pair: SpellingPair, words: Collection[str]) -> bool:
    """Whether a form is the plural of a third one: three Johanssons beside a Johansson and a Johannsen."""
    for form, other, at in ((pair.odd, pair.usual, pair.odd_at), (pair.usual, pair.odd, pair.usual_at)):
        if form[-1] == "s" and form[:-1] != other and form[:-1] in words:
            starts = ((run.zone.text, run.places[0]) for run, _ in at)
            return any(
                compiled(_SEVERAL).search(text, max(0, start - LONGEST_NUMBER), start) for text, start in starts
            )
    return False


def _related(pair: SpellingPair) -> bool:
    """Whether two real first names of one surname are those of relatives, as the story says beside one of them."""
    if pair.why != "next" or pair.odd not in FIRST_NAMES:
        return False
    for run, _ in pair.odd_at:
        start, end = max(0, run.places[0] - LONGEST_NAME), run.places[-1] + LONGEST_NAME
        if _KIN.search(run.zone.text, start, end):
            return True
    return False


def _ordinary(pair: SpellingPair, story: Story) -> bool:
    """Whether a lone odd form is but an ordinary word: written small elsewhere, or opening a sentence as words do."""
    if pair.why not in ("bare", "same"):
        return False
    lone = [run for run, _ in pair.odd_at]
    if all(run.opens or run.head for run in lone) and pair.odd.endswith(_WORD_ENDINGS):
        return True
    short = len(pair.odd) < 8  # a longer one is hardly a word by chance
    if short and all(run.opens and run.zone.role != "headline" and not is_subject(run) for run in lone):
        return True
    return re.search(rf"(?<!\w){re.escape(pair.odd.lower())}(?!\w)", story.prose.text) is not None


def _judge(a: _Form, b: _Form) -> SpellingPair | None:
    like = likeness(a.shape, b.shape)
    if like is None:
        return None
    odd, usual = _ranked(a, b)
    why = _same_part(odd, usual, like)
    if why == "next":
        odd, usual = _ranked(*_before_the_same(odd, usual))
    return SpellingPair(odd.shape.text, usual.shape.text, odd.at, usual.at, why) if why else None


def _before_the_same(a: _Form, b: _Form) -> tuple[_Form, _Form]:
    """Two first names where they stand before the same surname: Ronald Trump is not told by Ronald Reagan."""
    x, y = _part(a).nexts, _part(b).nexts
    shared = x & y
    return (_before(a, shared, x <= shared), _before(b, shared, y <= shared)) if shared else (a, b)


def _before(form: _Form, names: set[str], alone: bool) -> _Form:
    """A form where it stands before one of some names, and also where it stands `alone`."""
    at = [(run, i) for run, i in form.at if (run.words[i + 1] in names if i + 1 < len(run.words) else alone)]
    return form._replace(at=at)


def _ranked(a: _Form, b: _Form) -> tuple[_Form, _Form]:
    """The odd one and the usual one: the odd stands in fewer places, or else begins to be used later."""
    return (a, b) if (len(a.at), -_first_place(a)) < (len(b.at), -_first_place(b)) else (b, a)


def _first_place(form: _Form) -> int:
    run, index = form.at[0]
    return run.zone.to_source(run.places[index], run.places[index]).start


def _part(form: _Form) -> _Surroundings:
    titles = [run.title in COURTESY for run, i in form.at if i == 0]
    return _Surroundings(
        _names_of({run.words[i - 1] for run, i in form.at if 0 < i == len(run.words) - 1}),
        _names_of({run.words[i + 1] for run, i in form.at if i + 1 < len(run.words)}),
        any(titles),
        all(titles) and len(titles) == len(form.at),
    )


def _names_of(words: set[str]) -> set[str]:
    return {word for word in words if word not in KNOWN or word in _GIVEN or len(word) == 1}


def _same_part(odd: _Form, usual: _Form, like: Likeness) -> str:
    """Which part two like forms both play, or nothing where they may be two names."""
    x = _part(odd)
    if odd.shape.known and not x.always_titled:
        return ""
    y = _part(usual)
    if x.firsts and y.firsts:
        return "first" if _one_first_name(odd, usual, like, x, y) else ""
    apart = x.nexts and y.nexts and not x.nexts & y.nexts  # Aleix Pol and Alex Fiestas
    if like.slight and like.size > 4 and not like.derived and not apart and _joined(odd) & _joined(usual):
        return "next"
    if x.nexts & y.nexts and (like.slight or like.size >= 6):
        return "" if like.derived and not _pet_names(odd.shape.text, usual.shape.text) else "next"
    if x.firsts:
        return "introduced" if _introduced_odd(usual, like, x, y) else ""
    listed = all(is_listed(run) for run, _ in odd.at) and not (
        like.slight and like.initial and like.size >= 6 and len(odd.shape.letters) != len(usual.shape.letters)
    )
    if not listed and _nobody_introduced(odd, usual, like, x, y):
        return "same"
    if x.nexts or not (y.firsts or y.titled):
        return ""
    if x.titled and _surname_after_title(odd, usual, like):
        return "titled"
    return "bare" if _bare_surname(odd, usual, like, y, listed) else ""


def _one_first_name(odd: _Form, usual: _Form, like: Likeness, x: _Surroundings, y: _Surroundings) -> bool:
    """Whether both forms follow one first name, or its initial."""
    shared = x.firsts & y.firsts
    if not shared and not any(a[0] == b[0] and 1 in (len(a), len(b)) for a in x.firsts for b in y.firsts):
        return False
    if odd.shape.letters == usual.shape.letters + "s" or (like.derived and not shared & FIRST_NAMES):
        return False
    return like.slight or like.size >= 5


def _pet_names(odd: str, usual: str) -> bool:
    """Whether both are one first name: one the shorter form of the other (not Eric and Erica), or no name."""
    if (odd in FIRST_NAMES) != (usual in FIRST_NAMES):
        return odd not in _GIVEN or usual not in _GIVEN
    return odd in FIRST_NAMES and usual in FIRST_NAMES and "a" not in (odd[-1], usual[-1])


def _introduced_odd(usual: _Form, like: Likeness, x: _Surroundings, y: _Surroundings) -> bool:
    """Whether the one full name has the odd spelling, and the bare surname the usual one."""
    if x.nexts or y.nexts or usual.shape.known or like.derived or usual.shape.text in FIRST_NAMES or not like.initial:
        return False
    return (like.close and like.size >= 5) or (like.slight and like.size >= 8)


def _nobody_introduced(odd: _Form, usual: _Form, like: Likeness, x: _Surroundings, y: _Surroundings) -> bool:
    """Whether two forms are one name even where it is no person's: a place, a company."""
    if (
        not (like.slight and like.initial)
        or like.derived
        or (odd.shape.text in _GIVEN and usual.shape.text in _GIVEN)
    ):
        return False
    if x.nexts and y.nexts and not x.nexts & y.nexts:
        return False
    size, once = like.size, len(odd.at) == 1 < len(usual.at)
    scrambled = like.close and like.alike > 0
    if usual.shape.known and usual.shape.text not in PLACES:
        return once and not x.nexts and (size >= 7 or scrambled or (size >= 5 and len(usual.at) > 5))
    if once and size >= 5 and not x.nexts:
        return True
    if odd.shape.text in _GIVEN or usual.shape.text in _GIVEN:
        return False  # Warren the senator, Warner the record company
    return size >= 9 or (size >= 7 and like.close) or (size >= 6 and scrambled)


def _surname_after_title(odd: _Form, usual: _Form, like: Likeness) -> bool:
    if odd.shape.letters == usual.shape.letters + "s":
        return False
    return like.slight or (like.size >= 6 and like.apart <= 2) or (like.size >= 5 and like.alike <= 1)


def _bare_surname(odd: _Form, usual: _Form, like: Likeness, y: _Surroundings, listed: bool) -> bool:
    """Whether a bare surname that nobody introduces is a slip for one that somebody does."""
    if (
        like.derived
        or (usual.shape.known and not y.firsts)
        or odd.shape.text in FIRST_NAMES
        or (listed and like.alike > 0)
    ):
        return False
    if not _is_person(usual, y) and not (y.firsts and any(map(is_person, _alone(odd)))):
        return False
    if any(len(run.words) > 1 for run, _ in odd.at) or (like.size == 4 and not any(map(is_subject, _alone(odd)))):
        return False
    if like.alike == 0:
        return like.size > 3 or like.apart <= 1
    if like.close or (like.apart == 1 and like.size >= 4):
        return True
    if len(usual.at) == 1 or odd.shape.text in SURNAMES:
        return False
    surer = any(map(is_person, _alone(odd)))  # “Haida said”
    return like.size >= 7 or (like.alike == 1 and like.size + surer >= 6)


def _is_person(form: _Form, part: _Surroundings) -> bool:
    """Whether the story names a person by a form: with a first name, initial or title, or as one who speaks."""
    return (
        part.titled or any(w in FIRST_NAMES or len(w) == 1 for w in part.firsts) or any(map(is_person, _closed(form)))
    )


def _joined(form: _Form) -> set[str]:
    """The names that a form stands in front of with “and”: Rodgers and Hammerstein."""
    ends = ((run.zone.text, run.places[-1] + len(run.words[-1])) for run in _closed(form))
    found = (compiled(_AND).match(text, end) for text, end in ends)
    return _names_of({m[1] for m in found if m})


def _closed(form: _Form) -> list[CapitalRun]:
    """The runs that a form closes."""
    return [run for run, i in form.at if i == len(run.words) - 1]


def _alone(form: _Form) -> list[CapitalRun]:
    """The runs that are a form alone."""
    return [run for run, i in form.at if len(run.words) == 1]


pairs: Analysis[tuple[SpellingPair, ...]] = Analysis("name-pairs", _find)
