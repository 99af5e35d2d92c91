"""What speaks for two spellings being one name and a slip, and what for two names: traits, each with a name."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from newslint.analyses.names._change import changes
from newslint.analyses.names._kinds import is_familiar, is_word_family, kind_of
from newslint.analyses.names._parts import is_ordinary, is_plural, same_part
from newslint.analyses.names._sides import Form, Side, first_place, is_written_small
from newslint.analyses.names.forms import Likeness
from newslint.analyses.names.words import FIRST_NAMES, MEN, WOMEN
from newslint.base.lazy import compiled, pattern
from newslint.base.record import NamedTuple
from newslint.words.tables import Persons, any_of

_AND = r" (?:and|&) ([A-Z]\w+)"
_BEFORE_AND = r"((?:[A-Z]\w+ ){1,3})(?:and|&) $"
_KIN = pattern(lambda: rf"\b(?:half-|step)?(?:{any_of(Persons.of().kin)})\b")
_LONGEST_NAME = 40  # characters, to look back or ahead over
_BESIDE = 5  # characters between a name and another way to write it
_MOST_PLACES = 30  # of a form, to look at one by one
_ONE_SENTENCE = 160  # characters between two names of one sentence
_WORD_ENDINGS = ("able", "ed", "er", "ful", "ing", "less", "ly", "ment", "ness", "ring", "tion", "tions")


class Candidate(NamedTuple):
    """Two forms of one story that look or sound alike; `odd` stands in fewer places, or is used later."""

    odd: Form
    usual: Form
    like: Likeness


def traits(pair: Candidate, text: str, words: Collection[str]) -> list[str]:
    """The traits of a pair in a story with this prose and these words with a capital."""
    x, y = pair.odd.side, pair.usual.side
    part = part_of(pair, x, y)
    grade, size = _grade(pair), _size(pair.like.size)
    if pair.odd.shape.text.lower() == pair.usual.shape.text.lower():
        return [part, "case", *_in_own_right(pair, x, y, part), *_counts(pair, part), *_breath(pair)]
    found = [part, f"{part}, {grade}", f"{part}, {size}", f"{grade}, {size}", f"{part}, {grade}, {size}"]
    found += changes(pair.odd.shape, pair.usual.shape)
    found += _likeness(pair)
    found += _in_own_right(pair, x, y, part)
    if is_familiar(pair.odd.shape):
        found += ["odd familiar", f"{part}, odd familiar", f"odd familiar{', opens' if x.opens else ''}"]
    if is_familiar(pair.usual.shape):
        found += ["usual familiar", f"{part}, usual familiar"]
    if pair.odd.shape.letters != pair.usual.shape.letters:
        own = f"{kind_of(pair.odd.shape)} for {kind_of(pair.usual.shape)}"
        found += [own, f"{part}, {own}"]
    found += _counts(pair, part)
    found += _round(x, "odd", part)
    found += _round(y, "usual", part)
    found += _together(pair, x, y, part)
    found += _read(pair, text, words)
    return [*found, *_small(pair, text, part)]


def _small(pair: Candidate, text: str, part: str) -> Iterator[str]:
    """Whether the story also writes either as an ordinary word, and whether there is one that it may mean by both."""
    odd, usual = is_written_small(text, pair.odd.shape.text), is_written_small(text, pair.usual.shape.text)
    if odd:
        yield "odd small"
        yield f"{part}, odd small"
    if usual:
        yield "usual small"
    if odd and usual and pair.odd.shape.letters != pair.usual.shape.letters:
        yield "both small"


def _in_own_right(pair: Candidate, x: Side, y: Side, part: str) -> Iterator[str]:
    """What shows that both forms are names, or words, and each means something else."""
    if pair.odd.shape.letters == pair.usual.shape.letters:
        cased = pair.odd.shape.text.lower() == pair.usual.shape.text.lower()
        if part == "other next" or (cased and part == "other first"):
            yield "two people"  # Nicolás Alba and Nicolas Berg, MacDonald and Macdonald; one family keeps its accents
        return
    if pair.like.alike == 0 < pair.like.size - 6:
        return
    odd, usual = kind_of(pair.odd.shape), kind_of(pair.usual.shape)
    spoke = x.person and part.startswith("introduced")  # a word, as Senders is, that stands for somebody here
    if is_familiar(pair.odd.shape) and is_familiar(pair.usual.shape) and not spoke:
        yield "two words"
    if "place" in (odd, usual) and odd != usual and part.startswith("introduced"):
        place = x if odd == "place" else y
        if place.located or not place.subject:
            yield "person and known place"
    both = {pair.odd.shape.text, pair.usual.shape.text}
    if both & MEN and both & WOMEN:
        yield "a man and a woman"
    if odd == usual == "first name" and not part.startswith("same"):
        yield "two first names"
    if x.listed and part == "introduced" and pair.like.alike:
        yield "one of a list and one introduced"
    if is_familiar(pair.odd.shape) and x.opens and not spoke:
        yield "word that opens a sentence"


def _read(pair: Candidate, text: str, words: Collection[str]) -> Iterator[str]:
    """What the reading of its part makes of a pair."""
    if pair.odd.shape.text.lower() == pair.usual.shape.text.lower():
        return
    why = same_part(pair.odd, pair.usual, pair.like)
    if not why:
        yield "as two names"
    elif (
        is_plural(pair.odd, pair.usual, words)
        or (why in ("bare", "same") and is_ordinary(pair.odd, text))
        or is_one_breath(pair)
        or (why == "next" and pair.odd.shape.text in FIRST_NAMES and _are_kin(pair))
    ):
        yield "as one name, but"
    else:
        yield "as one name"
        yield f"as one name: {why}"


def part_of(pair: Candidate, x: Side, y: Side) -> str:
    """Which part both forms play: after the same first name, before the same word, introduced and then bare…"""
    if x.firsts & y.firsts:
        return "same first"
    if x.nexts & y.nexts:
        return "same next"
    if x.partners & y.partners:
        return "same partner"
    if x.firsts and y.firsts:
        initials = any(a[0] == b[0] and 1 in (len(a), len(b)) for a in x.firsts for b in y.firsts)
        return "same initial" if initials else "other first"
    if x.nexts and y.nexts:
        return "other next"
    if x.nexts or y.nexts:
        return "one is first"
    if y.firsts:
        return "titled" if x.titled else "introduced"
    if x.firsts:
        return "introduced odd"
    return "both titled" if x.titled and y.titled else "titled alone" if x.titled or y.titled else "both bare"


def _grade(pair: Candidate) -> str:
    like = pair.like
    if pair.odd.shape.letters == pair.usual.shape.letters:
        return "same letters"
    if like.alike == 0:
        return "same sound"
    if like.apart == 1:
        return "one letter"
    return "scrambled" if like.close else "one sound" if like.alike == 1 else "two letters"


def _size(letters: int) -> str:
    return f"{letters} long" if letters < 7 else "7 long" if letters < 9 else "9 long"


def _likeness(pair: Candidate) -> Iterator[str]:
    like, odd, usual = pair.like, pair.odd.shape, pair.usual.shape
    if not like.initial:
        yield "begins otherwise"
    if like.derived:
        yield "derived"
    elif like.alike and is_word_family(odd.letters, usual.letters):
        yield "word family"
    if odd.letters == usual.letters + "s" or usual.letters == odd.letters + "s":
        yield "plural"
    if odd.text.endswith(_WORD_ENDINGS):
        yield "odd ends as words do"
    if usual.text.endswith(_WORD_ENDINGS):
        yield "usual ends as words do"


def _counts(pair: Candidate, part: str) -> Iterator[str]:
    odd, usual = len(pair.odd.at), len(pair.usual.at)
    few = "once" if odd == 1 else "twice" if odd == 2 else "often"
    more = "once" if usual == 1 else "twice" if usual == 2 else "a few times" if usual < 6 else "often"
    yield f"odd {few}, usual {more}"
    yield f"{part}, odd {few}"
    yield f"{part}, usual {more}"
    if first_place(pair.odd) < first_place(pair.usual):
        yield "odd comes first"
        yield f"{part}, odd comes first"


def _round(side: Side, name: str, part: str) -> Iterator[str]:
    for field in ("person", "listed", "opens", "head", "the", "located", "subject", "always_titled"):
        if getattr(side, field):
            yield f"{name} {field}"
            yield f"{part}, {name} {field}"


def _together(pair: Candidate, x: Side, y: Side, part: str) -> Iterator[str]:
    if x.person and y.located:
        yield "person and place"
    if x.located and y.person:
        yield "place and person"
    if x.located and y.located:
        yield "both places"
    if x.person and y.person:
        yield "both persons"
    if x.the != y.the:
        yield "one with article"
    if x.befores & y.befores:
        yield "same word before"
    if x.afters & y.afters:
        yield "same word after"
    yield from _breath(pair)
    if _is_one_sentence(pair):
        yield "one sentence"
        yield f"{part}, one sentence"
    if part == "same next":
        yield "kin" if _are_kin(pair) else "no kin"


def _breath(pair: Candidate) -> Iterator[str]:
    if is_one_breath(pair):
        yield "in one breath"


def is_one_breath(pair: Candidate) -> bool:
    """Whether the story names both in one breath (Erik and Erick Sandoval): then they are two, and meant."""
    usual = pair.usual.shape.text
    for run, _ in pair.odd.at:
        text, start, end = run.zone.text, run.places[0], run.places[-1] + len(run.words[-1])
        after = compiled(_AND).match(text, end)
        before = compiled(_BEFORE_AND).search(text[max(0, start - _LONGEST_NAME) : start])
        if (after and after[1] == usual) or (before and usual in before[1].split()):
            return True
        if _is_beside(text[:start].rpartition(usual)[2], start) or _is_beside(
            text[end:].partition(usual)[0], len(text) - end
        ):
            return True
    return False


def _is_beside(between: str, most: int) -> bool:
    """Whether nothing but a sign or an “or” stands between two forms: another way to say it, which is meant."""
    return 0 < len(between) < min(most, _BESIDE) and between.strip(" (,/:") in ("", "or")


def _is_one_sentence(pair: Candidate) -> bool:
    """Whether one sentence names both."""
    for run, i in pair.odd.at[:_MOST_PLACES]:
        for other, j in pair.usual.at[:_MOST_PLACES]:
            if run.zone is other.zone:
                a, b = sorted((run.places[i], other.places[j]))
                if b - a < _ONE_SENTENCE and not any(
                    end in run.zone.text[a:b] for end in (". ", "? ", "! ", "\n", ".”", '."')
                ):
                    return True
    return False


def _are_kin(pair: Candidate) -> bool:
    """Whether the story speaks of relatives beside one of two first names of one surname."""
    for run, _ in pair.odd.at:
        start, end = max(0, run.places[0] - _LONGEST_NAME), run.places[-1] + _LONGEST_NAME
        if _KIN.search(run.zone.text, start, end):
            return True
    return False
