"""A story as an agency's file holds it: fields that say something of the copy, and the copy itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date as Date
from itertools import islice

from newslint.analyses.roles.genres import Genre, genre_of
from newslint.analyses.text.end_signs import is_end_sign
from newslint.analyses.text.language import guess
from newslint.base.lazy import pattern
from newslint.base.text import UnreadableStory
from newslint.formats import Reading
from newslint.formats._prose import in_order
from newslint.formats._settled import settle
from newslint.formats._xml import Element, XmlTree
from newslint.formats._xml_body import BodyReader, field_zone
from newslint.model.story import Story, Zone
from newslint.words.languages import code_of

COPY = frozenset(("body", "list", "quote-block", "subhead"))
MAX_STORIES = 2_000  # in one file
MAX_FIELDS = 500  # of one story: its headlines, bylines and notes
MAX_DECKS = 50  # of one story that are looked at
LONGEST_SIGN_OFF = 24  # code points
LEAST_OF_TABLE = 12  # words of a paragraph beside which a table does not make the story
_LEAST_DECK = 2  # spaces
_DATELINE = 8  # words of a dateline
MOST_FIGURES = 5  # of so many words of such a paragraph one may be a figure
HEAD = 3  # paragraphs in which a byline or a dateline may stand once more

_DAY = pattern(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d{1,3}\b)")
_WORD = pattern(r"[^\W_]+")
_BY = pattern(r"(?:by|von|par|por|di)\s+", 2)  # re.IGNORECASE
# How a desk signs at the foot: “AFP sn”, “hh/ph/ts/hd”, “ends”, “==Kyodo”, “/ritzau/”, “(BusinessDesk)”.
_SIGN_OFF = pattern(
    r"(?:[A-Z]{2,5}(?: [A-Z]{2,4}){0,2}(?: [a-z]{2,4}(?:/[a-z]{2,4})*)?|[a-z]{2,4}(?:/[a-z]{2,4})+|[Ee]nds?|mf"
    r"|/ ?\w{2,12} ?/|=+ ?\w{2,12}|\(\w{2,16}\))\W{0,2}"
)


class AgencyStory:
    """Gathers what a file says of one story; `told` makes the story of it."""

    def __init__(self, tree: XmlTree, reading: Reading, format: str) -> None:
        self.tree = tree
        self.reading = reading
        self.format = format
        self.zones: list[Zone] = []
        self.decks: list[Zone] = []
        self.copy: list[Zone] = []
        self.dateline: Zone | None = None
        self.metadata: dict[str, str] = {}
        self.language = ""

    def say(self, name: str, value: str) -> None:
        """Remember a fact, unless it is known already or says nothing."""
        if value:
            self.metadata.setdefault(name, value)

    def field(self, role: str, element: Element | None, field: str) -> None:
        """A headline or byline that stands in an element of its own; one that is there already counts once."""
        if len(self.zones) > MAX_FIELDS:
            raise UnreadableStory(f"one story in it has more than {MAX_FIELDS:,} headlines, bylines and notes")
        zone = field_zone(self.tree, element, role, field) if element else None
        if zone and not any(other.role == role and _same(other.text, zone.text) for other in self.zones):
            self.zones.append(zone)
            self.say(role, zone.text)

    def deck(self, element: Element | None, field: str) -> None:
        """What may be a deck, unless it only repeats the headline or the beginning of the copy."""
        zone = field_zone(self.tree, element, "deck", field) if element and len(self.decks) < MAX_DECKS else None
        if zone:
            self.decks.append(zone)

    def notes(self, elements: Iterable[Element], field: str) -> None:
        """What one desk tells another, which is not for print."""
        for element in islice(elements, MAX_FIELDS):
            self.zones += BodyReader(self.tree, "note", field).read(element)

    def say_dateline(self, element: Element, leave: tuple[str, ...] = ()) -> None:
        """The dateline's element; what is a structure of city and country is known, and is no copy."""
        zone = field_zone(self.tree, element, "dateline", "dateline", leave)
        if zone and any(map(str.isalpha, zone.text)) and not self.dateline:
            self.say("dateline", zone.text)
            self.dateline = zone
            if any(element.all("city", "country", "state")):
                zone.role = "metadata"

    def say_located(self, element: Element, attribute: str = "") -> None:
        """The name of the place where the story was written, as an element or its attribute gives it."""
        if "located" in self.metadata:
            return
        if attribute:
            zone = self.tree.attribute_zone(element, attribute, "metadata", field="located")
        else:
            zone = field_zone(self.tree, element, "metadata", "located")
        if zone and any(map(str.isalpha, zone.text)):
            self.say("located", zone.text)
            self.zones.append(zone)

    def read(self, element: Element) -> None:
        """Take an element's content as copy."""
        self.copy += BodyReader(self.tree).read(element)

    @property
    def has_copy(self) -> bool:
        """Whether there is a paragraph to be read, and not only a table and the words round it."""
        if not any(zone.role in COPY for zone in self.copy):
            return False
        if not any(zone.role == "table" for zone in self.copy):
            return True
        return any(zone.role in COPY and _is_sentence(zone.text) for zone in self.copy)

    def told(self, record: str = "") -> Story:
        """The story."""
        self._sign_off()
        self._headings()
        zones = [*self.zones, *self._decks(), *self.copy]
        zones += self._dateline()
        zones = in_order(zones)
        texts = [zone.text for zone in zones if zone.role in COPY]
        genre = Genre(self.reading.genre, "") if self.reading.genre else genre_of(texts)
        self._settle(zones, genre.name)
        story = Story(
            self.tree.source,
            zones,
            format=self.format,
            genre=genre.name or "news",
            language=self.reading.language or code_of(self.language) or guess("\n".join(texts)),
            date=day_of(self.metadata.get("date", "")),
            metadata=self.metadata,
            markup=True,
            record=record,
        )
        story.genre_why = genre.why
        return story

    def _decks(self) -> Iterator[Zone]:
        """Those that say something of their own, each once."""
        if not self.decks:
            return
        said = [_words(zone.text) for zone in self.zones if zone.role == "headline"]
        said += [_words(zone.text) for zone in [zone for zone in self.copy if zone.role in COPY][:HEAD]]
        said = [words for words in said if words]
        for zone in self.decks:
            words = _words(zone.text.removesuffix("..."))
            if words and not any(_repeats(words, other) for other in said):
                said.append(words)
                yield zone

    def _headings(self) -> None:
        """Headings above the first paragraph: the headline once more, or what the fields do not have."""
        while self.copy and self.copy[0].role == "subhead":
            zone = self.copy[0]
            known = [each for each in self.zones if each.role == "headline"]
            if any(_same(zone.text, each.text) for each in known):
                del self.copy[0]
            elif zone.level == 1 and not known:
                zone.role = "headline"
                self.say("headline", zone.text)
                self.zones.append(self.copy.pop(0))
            elif self.copy[1:] and self.copy[1].role == "body" and known and zone.text.count(" ") > _LEAST_DECK:
                zone.role = "deck"
                self.decks.append(self.copy.pop(0))
            else:
                return

    def _dateline(self) -> Iterator[Zone]:
        """The dateline's element, where the copy does not begin with one: then readers see this."""
        if self.dateline is None:
            return
        from newslint.analyses.dates.datelines import read

        opening = [zone for zone in self.copy if zone.role == "body"][:HEAD]
        if any(read(zone) for zone in opening) or _is_day(self.dateline.text):
            self.dateline.role = "metadata"
        yield self.dateline

    def _settle(self, zones: Sequence[Zone], genre: str) -> None:
        """Roles by shape; what the copy begins with is copy, though it may look like a note or a page's line."""
        first = next((zone for zone in zones if zone.role in COPY and not zone.field), None)
        role = first.role if first else ""
        settle(zones, genre)
        if first and first.role in ("note", "timestamp", "chrome"):
            first.role, first.confidence, first.why = role, "low", ()

    def _sign_off(self) -> None:
        """Lines at the foot by which a desk signs, or marks the end."""
        for zone in reversed(self.copy):
            if zone.role in ("byline", "caption", "credit"):
                continue
            if zone.role != "body" or len(zone.text) > LONGEST_SIGN_OFF:
                return
            if not (_SIGN_OFF.fullmatch(zone.text) or is_end_sign(zone.text)):
                return
            zone.role, zone.why = "note", ("is how a desk signs at the foot",)


def check_number(stories: int) -> None:
    """Raise UnreadableStory where a file has more stories than any message."""
    if stories > MAX_STORIES:
        raise UnreadableStory(f"it has more than {MAX_STORIES:,} stories")


def _is_sentence(text: str) -> bool:
    """Whether a paragraph says something, and is no row of figures and names, as those round tables are."""
    words = text.split()
    figures = sum(any(map(str.isdigit, word)) for word in words)
    return len(words) >= LEAST_OF_TABLE and figures * MOST_FIGURES < len(words)


def day_of(text: str) -> Date | None:
    """The day that a moment begins with, as agencies write it: 2026-11-30T…, 20261130T…"""
    found = _DAY.match(text)
    try:
        return Date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _same(one: str, other: str) -> bool:
    return _words(_BY.sub("", one, 1)) == _words(_BY.sub("", other, 1))


def _repeats(words: list[str], other: list[str]) -> bool:
    """Whether words stand at the beginning of other ones, below a dateline perhaps, or these at theirs."""
    if words[: len(other)] == other:
        return True
    return any(other[n : n + len(words)] == words for n in range(min(_DATELINE, len(other)) + 1))


def _is_day(text: str) -> bool:
    """Whether a text is a date and nothing else: “January 21”, “MARCH 04, 2013”."""
    return _LONE_DAY.fullmatch(text.strip()) is not None


_LONE_DAY = pattern(r"[A-Za-z]{3,9}\.? \d{1,2}(?:,? \d{4})?|\d{1,2}\.? [A-Za-z]{3,9}\.?(?:,? \d{4})?|[\dT:+-]+")
