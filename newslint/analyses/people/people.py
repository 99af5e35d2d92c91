"""The persons of a story: how it calls them, where it names them, and what it quotes them as saying."""

from __future__ import annotations

from newslint.analyses.names.mentions import Mention, mentions
from newslint.analyses.people.speakers import speakers
from newslint.analyses.quotes.quotation import ATTRIBUTED, RUNNING, Quote
from newslint.analyses.quotes.quotes import quotes
from newslint.base.record import NamedTuple
from newslint.model.story import Analysis, Story


class Person(NamedTuple):
    """Somebody whom a story names.

    `number` is what all mentions of this person bear (`mention.person`). `name` is the fullest form of the name, and
    `title` the first title that stands before it ("" if none does). `mentions` are the places where the name
    stands. `quotes` are the quotations that are attributed to this person, those in headlines, decks and captions
    left out, because they mostly repeat what stands below.
    """

    number: int
    name: str
    title: str
    mentions: tuple[Mention, ...]
    quotes: tuple[Quote, ...] = ()

    @property
    def words_quoted(self) -> int:
        """How many words stand in the quotations of this person, parted by blanks."""
        return sum(len(quote.words.split()) for quote in self.quotes)


def _find(story: Story) -> tuple[Person, ...]:
    """The persons of the story, in the order in which it first names them."""
    named: dict[int, list[Mention]] = {}
    for mention in story.get(mentions):
        if mention.entity == "person":
            named.setdefault(mention.person, []).append(mention)
    spoken: dict[int, list[Quote]] = {}
    found_in, said_by = story.get(quotes), story.get(speakers)
    for quote, speaker in zip(found_in, said_by, strict=True):
        if speaker and quote.status == ATTRIBUTED and quote.zone.role in RUNNING:
            spoken.setdefault(speaker.person, []).append(quote)
    return tuple(_person(number, found, spoken.get(number, [])) for number, found in named.items())


def _person(number: int, found: list[Mention], spoken: list[Quote]) -> Person:
    name = max((mention.name for mention in found), key=len)  # the first of several as long
    title = next((mention.title for mention in found if mention.title), "")
    return Person(number, name, title, tuple(found), tuple(spoken))


people: Analysis[tuple[Person, ...]] = Analysis("people", _find)
