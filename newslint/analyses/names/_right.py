"""Which of two spellings of a name is right, as far as the story and newslint's own names tell."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.analyses.names._sides import Form, first_place
from newslint.analyses.names._traits import kind_of
from newslint.model.story import Story

MOST_OF_THEM = 3  # times as often as the other: then it is right wherever the other stands
_KNOWN = 2  # what the lists of names add
_IN_STORY = frozenset(("byline", "headline"))


def decided(odd: Form, usual: Form, story: Story) -> tuple[Form, Form, bool]:
    """The wrong form, the right one, and whether that is settled; an unsettled one is that which is used later.

    A large majority settles it. Else the full name, the headline, the byline, the lists of names and a small
    majority each speak for one.
    """
    few, many = sorted((len(odd.at), len(usual.at)))
    if many >= MOST_OF_THEM * few:
        return odd, usual, True
    balance = _votes(usual, story) - _votes(odd, story) + (many > few)
    if abs(balance) < _KNOWN:
        balance += _KNOWN * (_is_known(usual, odd) - _is_known(odd, usual))
    if balance < 0:
        return usual, odd, True
    if balance == 0 and first_place(odd) < first_place(usual):
        odd, usual = usual, odd
    return odd, usual, balance > 0


def _votes(form: Form, story: Story) -> int:
    """How much speaks for a form, beside how often it stands."""
    stands = any(zone.role in _IN_STORY and form.shape.text in zone.text for zone in story.zones)
    return 2 * bool(form.side.firsts) + stands + (kind_of(form.shape) == "place")


def _is_known(form: Form, other: Form) -> bool:
    """Whether newslint's own names have one form as right and the other as a misspelling of it."""
    from newslint.analyses.names.house_forms import table  # where the story does not settle it

    right, wrong = form.shape.text, other.shape.text
    return any(_has(name.right, right) and _has(name.variants, wrong) for name in table(None, "").names)


def _has(forms: Iterable[str], word: str) -> bool:
    return any(word in form.split() for form in forms)
