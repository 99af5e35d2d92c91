"""Speakers: which person of the story each quotation belongs to, pronouns and bare surnames resolved.

Worked out only when asked for (`newslint show`): a check needs to know that somebody is named, not who it is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from newslint.analyses.names.mentions import Mention, mentions
from newslint.analyses.people._gender import gender_of_title, genders
from newslint.analyses.quotes.cues import REPORTING
from newslint.analyses.quotes.quotation import ATTRIBUTED, CARRIES_ON, GOES_ON, GOES_STRAIGHT_ON, RUNNING, Quote
from newslint.analyses.quotes.quotes import quotes
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.text import Span
from newslint.base.typed import Literal
from newslint.model.story import Analysis, Story

Confidence = Literal["high", "medium", "low"]

_READ = RUNNING | {"caption", "deck"}
FARTHEST = 4  # paragraphs between a pronoun and the name it stands for
_THIRD = frozenset(("he", "she"))
_FIRST = frozenset(("i", "we", "they", "it", "who", "that", "which"))
_OF_ANOTHER = (" of ", " for ", " to ", " with ", " from ", " by ", " in ")
_OWNS = ("'s", "’s", "' ", "’ ")
LONGEST_TITLE = 60  # code points, with the word before it
_LEADERS = frozenset(
    ("president", "prime minister", "premier", "chancellor", "king", "queen", "emir", "sultan", "ayatollah")
)
# Ana Silva and Otto Lang: no one person's words.
_TWO = pattern(r"(?:[^\W\d_a-z][\w.’'-]*\s+){1,4}and\s+[^\W\d_a-z]")
_ENDS = (". ", "? ", "! ", ".” ", '." ', "?” ", "!” ", ".'' ")


class Speaker(NamedTuple):
    """Whom a quotation belongs to: `mention` is the name that the speaker's words stand for.

    `person` is the number that all mentions of that person bear, `name` the fullest one. `confidence` is `high`
    where the words are the name, or nobody else can be meant; `low` where the name is far off or others fit as well.
    """

    person: int
    name: str
    mention: Mention
    confidence: Confidence


class Tally(NamedTuple):
    """How often and at what length a story quotes somebody; `person` is none for a source that is no person."""

    name: str
    person: int | None
    quotes: int
    words: int


def _find(story: Story) -> tuple[Speaker | None, ...]:
    """Whom each of `quotes` belongs to: as many, in the same order, none where no person of the story is meant."""
    return tuple(_Resolving(story).all())


class _Resolving:
    """One walk through a story's quotations; who spoke before matters to what a pronoun means."""

    def __init__(self, story: Story) -> None:
        self.text = story.source.text
        self.quotes = story.get(quotes)
        everybody = [mention for mention in story.get(mentions) if mention.entity == "person"]
        self.genders = genders(everybody)
        self.names = _fullest(everybody)
        names = genders([m for m in everybody if m.given_as == "full"])
        self.full = {m.person: (m.surname, names.get(m.person, "")) for m in everybody if m.given_as == "full"}
        spoken = [quote.span for quote in self.quotes if quote.status == ATTRIBUTED]
        outside = [m for m in everybody if m.zone.role in _READ and not _within(m.span, spoken)]
        self.mentions = sorted(outside, key=lambda m: m.span.start)
        self.places = [m.span.start for m in self.mentions]
        self.everywhere = everybody
        self.zones = {id(zone): n for n, zone in enumerate(story.zones)}
        self.starts = [zone.span.start for zone in story.zones]
        self.by_words: dict[Span, Speaker | None] = {}  # the speaker's words -> who they stand for

    def all(self) -> Iterator[Speaker | None]:
        """Whom each quotation belongs to, in order."""
        last: Speaker | None = None
        for quote in self.quotes:
            found = None
            if quote.status == ATTRIBUTED and quote.speaker:
                if quote.speaker not in self.by_words:
                    self.by_words[quote.speaker] = self._resolve(quote.speaker, last)
                found = self.by_words[quote.speaker]
                if found and quote.why in (GOES_ON, GOES_STRAIGHT_ON, CARRIES_ON) and found.confidence == "high":
                    found = found._replace(confidence="medium")
                last = found or last
            yield found

    def _resolve(self, span: Span, last: Speaker | None) -> Speaker | None:
        words = self.text[span.start : span.end]
        low = words.lower()
        if low in _THIRD:
            return self._antecedent(span, low, last)
        if low in _FIRST or _TWO.match(words):
            return None
        named = self._named(span) or self._apposition(span)
        if named:
            return self._speaker(named, "high")
        return self._by_trade(span, low)

    def _speaker(self, mention: Mention, confidence: Confidence) -> Speaker:
        person = self._fitting(mention)
        return Speaker(person, self.names.get(person, mention.name), mention, confidence)

    def _fitting(self, mention: Mention) -> int:
        """The person a name means: Mrs. Silva is Ana, though Ben Silva was named last."""
        title = gender_of_title(mention)
        if mention.given_as == "full" or not title or self.full.get(mention.person, ("", title))[1] in ("", title):
            return mention.person
        fits = [p for p, (surname, gender) in self.full.items() if surname == mention.surname and gender == title]
        return fits[0] if fits else mention.person

    def _named(self, span: Span) -> Mention | None:
        """The person whose name the words are, titles left aside; not the one they only belong to."""
        for mention in self.everywhere:
            at = mention.span
            if not span.overlaps(at):
                continue
            before = f" {self.text[span.start : at.start].lower()}"
            after = self.text[at.end : at.end + 2]
            if any(word in before for word in _OF_ANOTHER) and "," not in before:
                continue
            if after.startswith(_OWNS) and at.end + 2 < span.end:
                continue  # Silva’s lawyer is another; “Silva’s reply” is Silva’s
            return mention
        return None

    def _apposition(self, span: Span) -> Mention | None:
        """The name right behind the words: her keeper, Otto Lang."""
        if not self.text.startswith(", ", span.end):
            return None
        return next((m for m in self.everywhere if m.span.start == span.end + 2), None)

    def _by_trade(self, span: Span, low: str) -> Speaker | None:
        """The one person with the title that the words give: the mayor, where the story has a Mayor Silva.

        What stands before a title counts as well: the Russian president is Russian President Vladimir Putin.
        """
        where, _, trade = low.removeprefix("the ").strip().rpartition(" ")
        held = {
            m.person: m
            for m in self.everywhere
            if m.title and _is_trade(m.title, trade) and (not where or self._word_before_title(m) == where)
        }
        return self._speaker(next(iter(held.values())), "medium") if len(held) == 1 else None

    def _word_before_title(self, mention: Mention) -> str:
        before = self.text[max(0, mention.span.start - LONGEST_TITLE) : mention.span.start].split()
        before = before[: -len(mention.title.split())] if mention.title else before
        return before[-1].lower() if before else ""

    def _fits(self, mention: Mention, pronoun: str) -> bool:
        return self.genders.get(mention.person, pronoun) == pronoun and gender_of_title(mention) in ("", pronoun)

    def _antecedent(self, span: Span, pronoun: str, last: Speaker | None) -> Speaker | None:
        """The person that “he” or “she” stands for: the subject of the nearest sentence, or who spoke last."""
        paragraph = bisect_left(self.starts, span.start + 1) - 1
        near = [m for m in self._before(span.start, paragraph) if self._fits(m, pronoun)]
        near = [m for m in near if not self._in_passing(m, pronoun)] or near
        subjects = [m for m in near if not self._owns(m)] or near
        if not subjects:
            return None
        nearest = self._subject_of_nearest(subjects)
        spoke_later = last is not None and nearest.span.start < last.mention.span.start < span.start
        if last and spoke_later and self._fits(last.mention, pronoun):
            return self._speaker(last.mention, "medium")
        distance = paragraph - self.zones[id(nearest.zone)]
        return self._speaker(nearest, self._trust(nearest, near, pronoun, last, distance))

    def _in_passing(self, mention: Mention, pronoun: str) -> bool:
        """Whether a name stands in a sentence whose subject is the pronoun: He told Ana Silva. “…,” he said."""
        before = self.text[mention.zone.span.start : mention.span.start]
        sentence = before[max((before.rfind(end) + len(end) for end in _ENDS if end in before), default=0) :]
        return sentence.split(None, 1)[:1] == [pronoun.capitalize()]

    def _trust(
        self, found: Mention, near: Sequence[Mention], pronoun: str, last: Speaker | None, distance: int
    ) -> Confidence:
        """How sure it is whom a pronoun stands for, `distance` paragraphs before it."""
        told = self.genders.get(found.person) == pronoun
        alone = len({m.person for m in near}) == 1
        if distance > 2:
            return "low"
        if alone and told:
            return "high"
        rival = last is not None and last.person != found.person and self._fits(last.mention, pronoun)
        return "low" if (rival and distance) or not (told or alone) else "medium"

    def _before(self, at: int, paragraph: int) -> Sequence[Mention]:
        """The mentions before a place, in its paragraph and a few before it."""
        first = self.starts[max(0, paragraph - FARTHEST)]
        near = self.mentions[bisect_left(self.places, first) : bisect_left(self.places, at)]
        # A caption's people are not those that the text goes on about.
        return [m for m in near if m.zone.role in RUNNING or m.span.start >= self.starts[paragraph]]

    def _subject_of_nearest(self, near: Sequence[Mention]) -> Mention:
        """Of the names in the sentence of the nearest one: who speaks there, else the first."""
        last = found = near[-1]
        if self._speaks(last):
            return last
        for mention in reversed(near[:-1]):
            between = self.text[mention.span.end : found.span.start]
            if mention.zone is not last.zone or any(end in between for end in _ENDS):
                break
            found = mention
            if self._speaks(found):
                break
        return found

    def _speaks(self, mention: Mention) -> bool:
        """Whether “said” stands right before or behind a name."""
        before = self.text[max(0, mention.span.start - 30) : mention.span.start].split()
        after = self.text[mention.span.end : mention.span.end + 15].split()
        if mention.title and before:
            before = before[: -len(mention.title.split())]
        inverted = before[-1:] == ["said"] and before[-2:-1] and before[-2][-1] in "\"'”’,"
        return bool(inverted) or (bool(after) and after[0].rstrip(".,;:") in REPORTING)

    def _owns(self, mention: Mention) -> bool:
        return self.text[mention.span.end : mention.span.end + 2].startswith(_OWNS)


def _is_trade(title: str, trade: str) -> bool:
    """Whether somebody with a title is meant by a trade: a president is a leader."""
    held = title.lower().rstrip(".")
    return held == trade or held.rpartition(" ")[2] == trade or (trade == "leader" and held in _LEADERS)


def _fullest(everybody: Sequence[Mention]) -> dict[int, str]:
    """The longest name of each person; the first of several."""
    names: dict[int, str] = {}
    for mention in everybody:
        if len(mention.name) > len(names.get(mention.person, "")):
            names[mention.person] = mention.name
    return names


def _within(span: Span, spans: Sequence[Span]) -> bool:
    index = bisect_left(spans, span.start + 1, key=lambda s: s.start) - 1
    return index >= 0 and spans[index].holds(span)


speakers: Analysis[tuple[Speaker | None, ...]] = Analysis("speakers", _find)


def tallies(story: Story) -> list[Tally]:
    """Whom a story quotes, the most quoted first: people, then other sources as the story words them."""
    count: dict[tuple[int | None, str], list[int]] = {}
    found_in, said_by = story.get(quotes), story.get(speakers)
    for quote, speaker in zip(found_in, said_by, strict=True):
        if quote.status != ATTRIBUTED or quote.zone.role not in RUNNING:
            continue  # a headline only repeats what stands below
        key = (speaker.person, speaker.name) if speaker else (None, _source_of(story, quote))
        at = count.setdefault(key, [0, 0])
        at[0] += 1
        at[1] += len(story.source.text[quote.content.start : quote.content.end].split())
    found = [Tally(name, person, n, words) for (person, name), (n, words) in count.items()]
    return sorted(found, key=lambda tally: (-tally.words, -tally.quotes, tally.name))


def _source_of(story: Story, quote: Quote) -> str:
    """A source that is no person of the story, as its words stand there ("" where none are)."""
    return story.source.text[quote.speaker.start : quote.speaker.end] if quote.speaker else ""
