"""Which of two spellings of a name is right, as far as the story and newslint's own names tell."""

from __future__ import annotations

from newslint.analyses.names._sides import Form, first_place, side_of
from newslint.analyses.names._traits import kind_of
from newslint.model.story import Story

MOST_OF_THEM = 3  # times as often as the other: then it is right wherever the other stands
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
    if balance < 0:
        return usual, odd, True
    if balance == 0 and first_place(odd) < first_place(usual):
        odd, usual = usual, odd
    return odd, usual, balance > 0


def _votes(form: Form, story: Story) -> int:
    """How much speaks for a form, beside how often it stands."""
    known = kind_of(form.shape) in ("place", "family", "first name")
    stands = any(zone.role in _IN_STORY and form.shape.text in zone.text for zone in story.zones)
    return 2 * bool(side_of(form).firsts) + stands + known
