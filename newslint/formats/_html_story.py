"""The zones of a whole page: its headline, what stands below that, the copy, and what is set into the copy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.analyses.dates.datelines import place_alone
from newslint.analyses.dates.places import ALL_CITIES
from newslint.analyses.roles.of_pages import Line, names_writer_or_day, read_lines, sort_of
from newslint.formats._html_headline import headline_of, title_zone
from newslint.formats._html_layout import Layout
from newslint.formats._html_meta import About
from newslint.formats._html_prose import paragraphs, role_of, zones_of
from newslint.formats._html_shared import shared_headlines
from newslint.formats._html_text import Text, is_hidden
from newslint.formats._html_traits import traits_of
from newslint.formats._html_tree import LINK, Element, Page, Run
from newslint.formats._html_weights import LEARNT
from newslint.formats._prose import in_order
from newslint.model.story import Zone

COPY = 0.0  # log odds from which a block of the main element is taken for copy
PLAIN = 20  # words; a paragraph of so many without any word of a page is copy
_MOST_LINKED = 0.25  # of the words of such a paragraph
_SHORT = 12  # words; a byline and a time of publication have fewer
_MOST_CAPTION = 120  # words; what is longer is a story that stands in a figure
_MOST_DATELINE = 8  # words
_SHARE = 0.1  # of the copy's words that must be set in one way for that to be how copy is set
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_CREDIT = 5  # words; a credit alone has no more
_PROSE = 20  # words; a cell that has more and ends as a sentence holds copy
_LEAST_DECK, _MOST_DECK = 4, 80  # words


class Reader:
    """Reads the zones of a page."""

    def __init__(self, page: Page, about: About) -> None:
        self.page = page
        self.about = about
        self.layout = Layout(page)
        self._decked = False
        lines, traits = traits_of(self.layout)
        self.lines = dict(zip(self.layout.inside, lines, strict=True))
        self.traits = dict(zip(self.layout.inside, traits, strict=True))
        self.copy = frozenset(n for n in self.layout.inside if self._is_copy(n))
        self.first = min(self.copy & self.layout.paragraphs, default=min(self.copy, default=len(self.layout.texts)))
        self.headline = headline_of(self.layout, about, self.first)
        self._sets: dict[tuple[int, str, str], int] = {}
        for n in self.copy & self.layout.paragraphs:
            how = self._set(self.layout.texts[n].block.element)
            self._sets[how] = self._sets.get(how, 0) + self.layout.texts[n].words
        self._least_set = _SHARE * sum(self._sets.values())  # words

    def _is_copy(self, n: int) -> bool:
        """Whether a block of the main element is copy: a plain paragraph is, whatever stands round it."""
        text, traits = self.layout.texts[n], self.traits[n]
        least = PLAIN if not self.lines[n].sorts else 2 * PLAIN if "kin most" in traits else 10_000
        plain = text.words >= least and n in self.layout.paragraphs and text.linked < _MOST_LINKED
        if plain and not any(map(self.layout.is_other, self.layout.within(text.block.element))):
            return True
        return LEARNT.score(set(traits)) > COPY

    def zones(self) -> list[Zone]:
        """The zones, in order."""
        found: list[Zone] = []
        if self.headline is None:
            title = title_zone(self.page)
            if title and self.copy:
                found.append(title)
        shown = (
            self.layout.texts[self.headline].prose if self.headline is not None else found[0].text if found else ""
        )
        if self.copy:
            found += shared_headlines(self.page, self.about, shown)
        for n in self._told():
            role, level, why = self._role(n)
            if role:
                found += self._built(n, role, level, why)
        return in_order(found)

    def _told(self) -> Sequence[int]:
        """The blocks that may be zones: the headline, those from it to the copy, and those of the main element."""
        told = set(self.layout.inside)
        if self.headline is not None:
            told.add(self.headline)
            if self.headline < self.first:
                told.update(range(self.headline, self.first))
        return sorted(told)

    def _role(self, n: int) -> tuple[str, int, str]:
        """The role of a block, the level of a subhead and why; no role where it is none of the story."""
        text = self.layout.texts[n]
        if n == self.headline:
            return "headline", 0, "is what the page is called"
        role, level = role_of(text.block.element, self.page.text, self.layout.main)
        if role == "table" and text.words >= _PROSE and text.end:
            role = "body"  # a table that lays out a page
        if n < self.first and text.words <= _SHORT and n in self.lines and self.lines[n].byline:
            return "byline", 0, "names a writer and stands above the copy"
        if self._is_caption(text) and not text.words > _MOST_CAPTION:
            return ("credit" if text.words <= _CREDIT else "caption"), 0, "stands below a picture"
        if n in self.copy and role:
            return role, level, ""
        line = self.lines.get(n) or read_lines([text.prose])[0]
        if n + 1 == self.first < len(self.layout.texts) and self._is_dateline(text):
            return "dateline", 0, "gives a place and stands above the copy"
        if n < self.first:
            in_head = self._in_head(text, line)
            if in_head:
                return in_head
        if n not in self.lines or not self._is_set_as_copy(text):
            return "", 0, ""
        if line.credit:
            return "credit", 0, "is worded as a credit"
        if line.sorts:
            return ("", 0, "") if text.linked else ("chrome", 0, "")  # a link that leads on was set on purpose
        return "body", 0, "is set as the copy is, and says nothing that only pages say"

    def _in_head(self, text: Text, line: Line) -> tuple[str, int, str] | None:
        """The role of a block that stands before the copy: byline, timestamp or deck."""
        names = self._names(text)
        if text.words <= _SHORT:
            if line.byline or ("meta" in names and any(name in text.prose for name in self.about.authors)):
                return "byline", 0, "names a writer and stands above the copy"
            if names_writer_or_day(line) or (self._is_timed(text) and any(c.isdigit() for c in text.prose)):
                return "timestamp", 0, "gives a day and stands above the copy"
        if not _LEAST_DECK <= text.words <= _MOST_DECK or text.linked > 0.3 or self.headline is None:
            return None
        if not self._decked and ("deck" in names or text.prose == self.about.value("description")):
            self._decked = True
            return "deck", 0, "stands between the headline and the copy"
        return None

    def _is_dateline(self, text: Text) -> bool:
        """Whether a block just above the copy is a place, in an element for it or on a line of its own."""
        if text.words > _MOST_DATELINE or any(map(str.isdigit, text.prose)):
            return False
        inner = [run[2] for run in text.block.runs if run[2].inline]
        near = [*self.layout.within(text.block.element)[:2], *inner]
        if any("dateline" in each.attributes(self.page.text).get("class", "").casefold() for each in near):
            return text.prose[:1].isupper()
        place = text.prose.rstrip(" —–-.,")
        return place.upper() in ALL_CITIES or bool(place_alone(place, self.layout.texts[self.first].prose, ""))

    def _is_set_as_copy(self, text: Text) -> bool:
        """Whether what is no copy was written where and as copy is: then it is residue, and no part of the page."""
        element = text.block.element
        if text.linked >= _MOST_LINKED or any(map(self.layout.is_other, self.layout.within(element))):
            return False
        if any("-" in run[2].name for run in text.block.runs):
            return False  # an element of the site's own, which puts in what it is for
        if self._is_timed(text) or "meta" in self._names(text) or not text.prose.strip(_UNSEEN):
            return False
        return self._sets.get(self._set(element), 0) >= self._least_set

    def _set(self, element: Element) -> tuple[int, str, str]:
        """Where an element stands and how it is called."""
        parent = element.parent.number if element.parent else 0
        return parent, element.name, element.attributes(self.page.text).get("class", "")

    def _names(self, text: Text) -> frozenset[str]:
        chain = self.layout.within(text.block.element)[:3]
        inner = [run[2] for run in text.block.runs if run[2].inline]
        return frozenset().union(*map(self.layout.names, [*chain, *inner]))

    def _is_timed(self, text: Text) -> bool:
        return any(_is_in(run[2], "time") for run in text.block.runs)

    def _is_caption(self, text: Text) -> bool:
        chain = self.layout.within(text.block.element)
        return any(each.name in ("figcaption", "figure") for each in chain) or any(
            "caption" in self.layout.names(each) for each in chain[:2]
        )

    def _built(self, n: int, role: str, level: int, why: str) -> Iterator[Zone]:
        block = self.layout.texts[n].block
        for runs in paragraphs(block, self.page.text):
            for zone in zones_of(self.page.text, self._seen(runs), role, level, alts=n in self.copy):
                if why and zone.role == role:
                    zone.why = (why,)
                if role == "chrome" and zone.role == "chrome":
                    zone.sort = sort_of(self.lines[n])
                yield zone

    def _seen(self, runs: Sequence[Run]) -> list[Run]:
        text = self.page.text
        return [run for run in runs if run[3] > LINK or not run[2].inline or not is_hidden(run[2], text)]


def _is_in(element: Element, name: str) -> bool:
    at: Element | None = element
    while at is not None and at.inline:
        if at.name == name:
            return True
        at = at.parent
    return False
