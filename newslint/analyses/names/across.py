"""People across stories: how each story spells a person's full name, and which spellings are one person's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newslint.analyses.names._capitals import names
from newslint.analyses.names._likeness import fold, plain
from newslint.analyses.names.forms import GLYPHS, FormShape, Likeness, likeness, shape_of
from newslint.analyses.names.mentions import Mention, mentions
from newslint.analyses.names.pairs import pairs
from newslint.analyses.names.words import FIRST_NAMES, FUNCTION, PLACES, PLAIN, SURNAMES, TITLES
from newslint.base.record import NamedTuple
from newslint.base.typed import Any
from newslint.model.finding import place
from newslint.model.story import Story

MOST_SPELLINGS = 4000  # of people whose names begin alike; past this it is a directory
MOST_PLACES = 200
MOST_NEAR = 400  # words round a name
MOST_OTHERS = 30
NEAR_A_STORY = 24
LONG = 6  # letters from which two people seldom have names that sound the same
VERY_LONG = 8  # letters from which one letter apart is hardly chance
MANY = 3  # times as many stories as another form has
_NO_NAME = PLAIN | PLACES | FUNCTION | TITLES
_SAY_LITTLE = FUNCTION | TITLES | FIRST_NAMES


class Spelling(NamedTuple):
    """How a first name and a surname are spelled, in one story or in many; as JSON it is a list.

    `stories` have it, in `odd` of them it is the less usual form of a name that stands there in two. `since` and
    `until` are the days of the oldest and newest. `written` counts what stands there in full (with names in the
    middle), `slips` other forms of the surname in the same stories, `beside` whom the same stories name much alike.
    `near` are names in the same paragraph; `places` are (path, start, end, match); `family` is the family name
    where that stands in front.
    """

    form: str
    stories: int
    odd: int
    since: str
    until: str
    written: dict[str, int]
    slips: dict[str, int]
    beside: list[str]
    near: list[str]
    places: list[Any]
    family: str

    @property
    def first(self) -> str:
        """The first name."""
        return self.form.partition(" ")[0]

    @property
    def last(self) -> str:
        """The surname."""
        return self.form.rpartition(" ")[2]


def spellings(story: Story) -> dict[str, list[Spelling]]:
    """The full names of a story under the key by which other spellings of them are met."""
    found: dict[str, list[Mention]] = {}
    for mention in story.get(mentions):
        if mention.given_as == "full" and mention.entity == "person" and (form := _form(mention)):
            found.setdefault(form, []).append(mention)
    keyed: dict[str, list[str]] = {}
    for form in found:
        keyed.setdefault(key_of(form), []).append(form)
    if not keyed:
        return {}
    odd, slips = _in_story(story)
    near = _neighbours(story)
    return {
        key: [_spelling(story, form, found[form], forms, odd, slips, near) for form in sorted(forms)]
        for key, forms in keyed.items()
    }


def _form(mention: Mention) -> str:
    """First name and surname, with plain apostrophes; nothing for a line-up, a plural, or initials."""
    words = mention.name.replace("\u00a0", " ").split()
    first, last = words[0], words[-1]
    if len(words) < 2 or len(first) < 2 or "." in first or last in _NO_NAME or first.isupper():
        return ""
    if first.partition("-")[2][:1].islower():
        return ""  # State-owned Rosneft
    return f"{first} {last}".translate(GLYPHS)


def key_of(form: str) -> str:
    """Under what two spellings of a name are met: how its surname and its first name begin to sound."""
    first, _, last = form.rpartition(" ")
    return _initial(last) + _initial(first)


def _initial(word: str) -> str:
    shape = shape_of(word)
    return shape.sound[0] if shape else fold(plain(word))[:1]


def _in_story(story: Story) -> tuple[set[str], dict[str, list[str]]]:
    """The odd ones of names that stand in a story in two forms; and by the usual form, those odd ones."""
    odd: set[str] = set()
    slips: dict[str, list[str]] = {}
    for pair in [pair for pair in story.get(pairs) if pair.level != "low"]:
        odd.add(pair.odd)
        slips.setdefault(pair.usual, []).append(pair.odd)
    return odd, slips


def _neighbours(story: Story) -> dict[int, list[str]]:
    """The names in each zone, but for first names and small words."""
    found: dict[int, list[str]] = {}
    for run in story.get(names).runs:
        if not run.head:
            words = [word for word in run.words if len(word) > 3 and word not in _SAY_LITTLE]
            found.setdefault(id(run.zone), []).extend(words)
    return found


def _spelling(
    story: Story,
    form: str,
    found: Sequence[Mention],
    alike: Sequence[str],
    odd: set[str],
    slips: dict[str, list[str]],
    near: dict[int, list[str]],
) -> Spelling:
    first, last = form.split(" ")
    day = story.date.isoformat() if story.date else ""
    at = place(story.source, found[0].span)
    zones = {id(mention.zone) for mention in found}
    words = {word for zone in zones for word in near.get(zone, ())} - {first, last}
    written: dict[str, int] = {found[0].name: 1}
    return Spelling(
        form,
        1,
        int(not odd.isdisjoint((first, last))),
        day,
        day,
        written,
        dict.fromkeys(slips.get(last, ())[:MOST_OTHERS], 1),
        [other for other in alike if other != form][:MOST_OTHERS],
        sorted(words)[:NEAR_A_STORY],
        [[at.path, list(at.start), list(at.end), at.match]],
        first if found[0].surname == first else "",
    )


def merged(a: Sequence[Any], b: Sequence[Any]) -> list[Spelling]:
    """Two facts of one key as one; what is cut is cut at the end of an order, so that no order of merging counts."""
    found = {spelling[0]: Spelling(*spelling) for spelling in a}
    for other in b:
        spelling = found.get(other[0])
        found[other[0]] = _sum(spelling, Spelling(*other)) if spelling else Spelling(*other)
    return [found[form] for form in sorted(found)[:MOST_SPELLINGS]]


def _sum(a: Spelling, b: Spelling) -> Spelling:
    days = sorted(filter(None, (a.since, b.since, a.until, b.until)))
    return Spelling(
        a.form,
        a.stories + b.stories,
        a.odd + b.odd,
        days[0] if days else "",
        days[-1] if days else "",
        _counted(a.written, b.written),
        _counted(a.slips, b.slips),
        sorted({*a.beside, *b.beside})[:MOST_OTHERS],
        sorted({*a.near, *b.near})[:MOST_NEAR],
        sorted(a.places + b.places)[:MOST_PLACES],
        max(a.family, b.family),
    )


def _counted(a: dict[str, int], b: dict[str, int]) -> dict[str, int]:
    return {key: a.get(key, 0) + b.get(key, 0) for key in sorted({*a, *b})[:MOST_OTHERS]}


def one_person(fact: Iterable[Sequence[Any]], *, within: bool = False) -> Iterator[tuple[Spelling, Spelling]]:
    """(odd, usual) for spellings of one key that are most likely one person's; the usual one stands in more stories.

    Each odd one once, with its best supported usual one. Two that one story has are a matter within that story, or
    two people: they are given only with `within`, and where that story shows the one to be the odd one.
    """
    known = {spelling[0]: Spelling(*spelling) for spelling in fact}
    best: dict[str, Spelling] = {}
    for a, b in _meetings(list(known.values())):
        odd, usual = sorted((a, b), key=_support)
        held = best.get(odd.form)
        if (held is None or _support(held) < _support(usual)) and _is_one(odd, usual, within):
            best[odd.form] = usual
    for form in sorted(best):
        yield known[form], best[form]


def _support(spelling: Spelling) -> tuple[int, int, str]:
    return spelling.stories - spelling.odd, spelling.stories, spelling.form


def _meetings(found: Sequence[Spelling]) -> Iterator[tuple[Spelling, Spelling]]:
    """Spellings that share a first name and how the surname begins or ends, or a surname."""
    buckets: dict[str, list[Spelling]] = {}
    seen: set[tuple[str, str]] = set()
    for b in found:
        first, last = shape_of(b.first), shape_of(b.last)
        if first is None or last is None:
            continue
        for key in (f"{first.sound} {last.keys[0]}", f"{first.sound} {last.keys[1]}", f" {last.sound}"):
            bucket = buckets.setdefault(key, [])
            for a in bucket:
                if (a.form, b.form) not in seen:
                    seen.add((a.form, b.form))
                    yield a, b
            bucket.append(b)


def _is_one(odd: Spelling, usual: Spelling, within: bool) -> bool:
    """Whether two spellings are one person's, as far as letters and the names round them tell."""
    if (odd.form in usual.beside or usual.form in odd.beside) and not (within and odd.odd):
        return False
    firsts, lasts = (shape_of(odd.first), shape_of(usual.first)), (shape_of(odd.last), shape_of(usual.last))
    if None in firsts or None in lasts:
        return False
    often = usual.stories >= MANY * odd.stories
    bond = len(set(odd.near) & set(usual.near)) + often
    return _alike(firsts, lasts, bond)  # type: ignore[arg-type]


def could_be_one(form: str, other: str) -> bool:
    """Whether two full names may be one person's, where all else speaks for it."""
    a, b = form.split(" "), other.split(" ")
    firsts, lasts = (shape_of(a[0]), shape_of(b[0])), (shape_of(a[-1]), shape_of(b[-1]))
    return None not in firsts and None not in lasts and _alike(firsts, lasts, MOST_NEAR)  # type: ignore[arg-type]


def _alike(firsts: tuple[FormShape, FormShape], lasts: tuple[FormShape, FormShape], bond: int) -> bool:
    """The same of shapes, odd and usual; `bond` is how many names stand near both, one more for an often-used one."""
    same_first, same_last = _same(*firsts), _same(*lasts)
    if same_first and same_last:
        return _accents(*firsts) or _accents(*lasts)
    first = None if same_first else likeness(*firsts)
    last = None if same_last else likeness(*lasts)
    if same_first:
        return last is not None and _surname(last, bond)
    if same_last:
        return first is not None and _first_name(first, firsts, lasts[0].text, bond)
    if first is None or last is None or last.alike or last.size < LONG:
        return False
    return first.initial and (first.slight or bond > 1)


def _same(a: FormShape, b: FormShape) -> bool:
    return a.letters == b.letters


def _accents(a: FormShape, b: FormShape) -> bool:
    return a.text.lower() != b.text.lower()


def _surname(like: Likeness, bond: int) -> bool:
    if like.derived or not like.initial:
        return False
    if like.close and like.size >= LONG:
        return True
    return like.slight and (like.size >= VERY_LONG or (bond > 1 and like.size > 3))


def _first_name(like: Likeness, firsts: tuple[FormShape, FormShape], last: str, bond: int) -> bool:
    if not (like.slight and like.initial):
        return False
    odd, usual = firsts[0].text in FIRST_NAMES, firsts[1].text in FIRST_NAMES
    if usual and not odd and bond and like.size > 3:
        return True  # Vlaimir is nobody's name
    if like.derived:  # Eric and Erica, Steve and Steven: two people, or one by two right names
        return bond > 2 and not _pet_names(*firsts)
    return bond > 1 or (like.size >= LONG and last not in SURNAMES)


def _pet_names(a: FormShape, b: FormShape) -> bool:
    """Whether one first name is but the other in short: Steve, Steven (not Justin, Justine)."""
    return a.letters.rstrip("e") != b.letters.rstrip("e")
