"""Which of two spellings of a name is right, as far as the story and newslint's own names tell."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.analyses.names._kinds import kind_of
from newslint.analyses.names._sides import Form, first_place
from newslint.model.story import Story

MOST_OF_THEM = 3  # times as often as the other: then it is right wherever the other stands
MUCH = 3  # so much that a known name that is nearly one does not count
SURE = 4  # so much that newslint's own names need not be asked
_LONG = 5  # letters; a shorter name may be an acronym with an ending
_HEADS = (
    "DEIO"  # of names that have a capital after them by right: D’Arcy, O’Reilly, iPhone at the head of a sentence
)
_NAMES = frozenset(("place", "family", "first name"))
_IN_STORY = frozenset(("byline", "headline"))


def decided(odd: Form, usual: Form, story: Story) -> tuple[Form, Form, bool]:
    """The wrong form, the right one, and whether that is settled; an unsettled one is that which is used later.

    A large majority settles it, or newslint's own names. Else the full name, the headline, the byline and a small
    majority each speak for one; it is not settled where that one is unknown and the other a known name.
    """
    few, many = sorted((len(odd.at), len(usual.at)))
    if many >= MOST_OF_THEM * few:
        return odd, usual, True
    if odd.shape.text.lower() == usual.shape.text.lower():
        by_capitals = _wrong_and_right(odd, usual)
        if by_capitals:
            return *by_capitals, True
    balance = _votes(usual, story) - _votes(odd, story)
    if not (odd.side.nexts or usual.side.nexts):  # where both are surnames, the full name counts most
        balance += 2 * (bool(usual.side.firsts) - bool(odd.side.firsts))
    told = balance != 0  # by more than a small majority
    balance += many > few
    listed = _is_listed(usual, odd) - _is_listed(odd, usual) if abs(balance) < SURE else 0
    known = kind_of(usual.shape) in _NAMES, kind_of(odd.shape) in _NAMES
    if (listed or balance) < 0:
        odd, usual, known = usual, odd, known[::-1]
    elif not (listed or balance) and first_place(odd) < first_place(usual):
        odd, usual = usual, odd
    return odd, usual, bool(listed) or abs(balance) >= MUCH or (told and balance != 0 and known != (False, True))


def _wrong_and_right(a: Form, b: Form) -> tuple[Form, Form] | None:
    """Two forms that capitals alone set apart, the wrong one first; nothing where they do not tell.

    Nobody puts a capital inside a name by haste (WikiLeaks), but for a second one at its head (HIllary). A person's
    name may be written both ways by two families.
    """
    for one, other in ((a, b), (b, a)):
        text = one.shape.text
        if other.shape.text == text.capitalize() and text[1].isupper() and text[2:].islower():
            return (one, other) if len(text) >= _LONG and text[0] not in _HEADS else None
    people = any(side.firsts or side.titled for side in (a.side, b.side))
    inner = [sum(map(str.isupper, form.shape.text)) for form in (a, b)]
    if people or inner[0] == inner[1]:
        return None
    return (b, a) if inner[0] > inner[1] else (a, b)


def _votes(form: Form, story: Story) -> int:
    """How much speaks for a form, beside how often it stands."""
    stands = any(zone.role in _IN_STORY and form.shape.text in zone.text for zone in story.zones)
    return stands + (kind_of(form.shape) == "place")


def _is_listed(form: Form, other: Form) -> bool:
    """Whether newslint's own names have one form as right and the other as a misspelling of it."""
    from newslint.analyses.names.house_forms import table  # where the story does not settle it

    right, wrong = form.shape.text, other.shape.text
    return any(_has(name.right, right) and _has(name.variants, wrong) for name in table(None, "").names)


def _has(forms: Iterable[str], word: str) -> bool:
    return any(word in form.split() for form in forms)
