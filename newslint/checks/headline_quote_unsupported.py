"""Words in quotation marks in a headline or deck that nobody says in the story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.analyses.quotes.marks import MarkPair, marks
from newslint.analyses.quotes.quotation import CALLED
from newslint.analyses.quotes.quotes import quotes
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.text import Span
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Evidence, Good, KnownFalse, Option, Rule
from newslint.model.story import Story, Zone

_TOP = ("headline", "deck")
_STORY = frozenset(("body", "list", "quote-block", "caption", "subhead", "table", "note"))
_WORD = pattern(r"[^\W_]+(?:['’.,][^\W_]+)*")
_CUT = pattern(r"\.\.\.|…|\[[^\]]*\]")
_SPEAKS = pattern(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us|[Yy]ou|[Yy]our|I['’]\w+|[Ww]e['’]\w+|[Yy]ou['’]\w+)\b")
_NEGATED = {"won't": "will not", "can't": "can not", "cannot": "can not", "shan't": "shall not"}
_SHORTENED = {"'re": " are", "'ve": " have", "'ll": " will", "'m": " am", "'d": " would"}
_DROPPED = frozenset(("a", "an", "the"))  # what headlines leave out
_ENDINGS = ("ing", "ed", "es", "s", "e")
_SHORTEST_STEM = 3
_SMALL = 2  # longer words with small letters that a headline needs to be no title
_SIGNS = ".,;:!? "
_NEAR = 0.5  # share of the words that a passage must have to be shown as the nearest


class _Word(NamedTuple):
    stem: str
    start: int
    end: int


class HeadlineQuoteUnsupported(Rule):
    """What a headline puts in quotation marks must be in the story, in the same words.

    Single marks in British headlines often give a claim in the desk's own words (Firm ‘to close mill’); they
    are checked only where they clearly quote somebody: after a colon, or with “I”, “we” or “you”.
    """

    id = "headline-quote-unsupported"
    topic = "quotes"
    finds = "A quotation in the headline that is not in the story"
    message = "nobody says this in the story"
    in_quotes = "both"
    zones = _TOP
    when = {"language": ("en",)}  # newslint knows how English words change their endings
    least = Option(2, "how many words a quotation must have", minimum=1)
    claims = Option(False, "also check claims in single marks (Firm ‘to close mill’)")
    examples = (
        Bad(
            "---\ntitle: 'Mayor: “[[We will never leave the town]]”'\n---\n\nThe mayor spoke on Monday.\n\n"
            "“((We will leave the town)) when the river does,” Ana Silva said.\n",
            format="markdown",
            message="the story does not say “We will never leave the town” in these words",
        ),
        Bad(
            "Silva: ‘[[I was pushed out]]’\n\nThe mayor of the town left the hall on Monday.\n\n"
            "“Nobody asked me to go,” Ana Silva said.\n",
            format="plain",
        ),
        Bad(
            "Mill ‘[[to close in spring]]’\n\nThe mill on the river may be sold this year.\n\nAna Silva owns it.\n",
            format="plain",
            options={"claims": True},
        ),
        Good(
            "Mayor: “We will leave the town”\n\nThe mayor spoke on Monday in the hall.\n\n"
            "“We'll leave the town when the river does,” Ana Silva said.\n",
            format="plain",
            note="a short form in one of them",
        ),
        Good(
            "Mayor: ‘Mill Failed Our Town’\n\nThe mayor spoke on Monday in the hall.\n\n"
            "“The mill has failed our town,” Ana Silva said. “The mill failed our town twice.”\n",
            format="plain",
            note="a headline drops articles",
        ),
        Good(
            "---\ntitle: 'Mayor: “We ran ... and lived”'\n---\n\nThe mayor spoke on Monday.\n\n"
            "“We ran for the hill and lived,” Ana Silva said.\n",
            format="markdown",
            note="words left out, and said so",
        ),
        Good(
            "Mill ‘to close in spring’\n\nThe mill on the river may be sold this year.\n\nAna Silva owns it.\n",
            format="plain",
            note="a claim in the desk's own words",
        ),
        Good(
            "Cup final: ‘The Iron Miller’ takes town to first title\n\nThe town won the cup on Monday night.\n\n"
            "“It was cold,” Ana Silva said.\n",
            format="plain",
            note="a nickname",
        ),
        Good(
            "A “new” mill for the town\n\nThe mill on the river may be sold this year.\n\nAna Silva owns it.\n",
            format="plain",
            note="a single word",
        ),
        Good("Mayor: “We will never leave the town”\n\nBy Ana Silva\n", format="plain", note="no story yet"),
        Good(
            "Final: ‘The Lions of Ostby’ beat Norbury in rain\n\nThe mill team won the cup.\n\nAna Silva saw it.\n",
            format="plain",
            note="a name that nobody speaks",
        ),
        KnownFalse(
            "Review: “[[Storm Over the Bay]]” at the mill\n\nThe film of the year opened on Monday night.\n\n"
            "“It was cold,” Ana Silva said.\n",
            format="plain",
            note="a title that the story does not repeat",
        ),
    )
    evidence = Evidence(
        stories=2662,
        hits=6,
        wrong=3,
        cases=40,
        found=39,
        on="a quotation set above its edited story as a headline, a word changed, or that of another story",
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each quotation in the headline and deck, the nearest words of the story related."""
        for zone, found in story.get(marks):
            if zone.role not in _TOP:
                if zone.role == "body":
                    return  # headline and deck stand above the copy
                continue
            for pair in found.pairs:
                if self._counts(zone.text, pair) and not _is_called(story, zone, pair):
                    yield from self._judged(story, zone, pair)

    def _counts(self, text: str, pair: MarkPair) -> bool:
        """Whether a quotation gives words as somebody's own."""
        words = text[pair.start + pair.opened : pair.end - pair.closed]
        if not pair.closed or len(words.split()) < self.least:
            return False
        if not any(map(str.isalnum, text[: pair.start] + text[pair.end :])) and _is_title_case(words):
            return False  # the whole title in marks
        if _is_title_case(words) and _is_sentence(text[: pair.start] + text[pair.end :]):
            return False  # a name: “The ‘Old River Bridge’ is shut for the winter”
        if self.claims or text[pair.start] not in "'‘" or text[pair.start : pair.start + 2] == "''":
            return True
        return text[: pair.start].rstrip().endswith(":") or bool(_SPEAKS.search(words))

    def _judged(self, story: Story, zone: Zone, pair: MarkPair) -> Iterator[Finding]:
        start, end = pair.start + pair.opened, pair.end - pair.closed
        if _as_written(story, zone.text[start:end]):
            return
        told = [other for other in story.zones if other.role in _STORY]
        if not told:
            return
        sought = [stem for stem in _stems(zone.text[start:end]) if len(stem) > _SHORTEST_STEM]
        body = [(other, _read(other.text)) for other in told if _may_hold(other.text.lower(), sought)]
        parts = [part for part in _CUT.split(zone.text[start:end]) if part.strip()]
        if all(_stands(_stems(part), body) for part in parts):
            return
        near = _nearest(_stems(zone.text[start:end]), body)
        words = " ".join(zone.text[start:end].split())
        yield self.finding(
            zone.to_source(start, end),
            f"the story does not say “{words}” in these words",
            related=(Related(near, "the nearest words in the story"),) if near else (),
        )


def _is_called(story: Story, zone: Zone, pair: MarkPair) -> bool:
    """Whether a quotation in the headline is a name that nobody speaks."""
    if not _is_title_case(zone.text[pair.start + pair.opened : pair.end - pair.closed]):
        return False
    return any(quote.why == CALLED and quote.start == pair.start for quote in story.get(quotes) if quote.zone is zone)


def _is_title_case(words: str) -> bool:
    """Whether nearly all longer words have a capital."""
    longer = [word for word in words.split() if len(word) > 3]
    return sum(word[0].isupper() for word in longer) > 0.7 * len(longer)


def _is_sentence(words: str) -> bool:
    """Whether a headline is written with small letters, but for names."""
    return sum(word[0].islower() for word in words.split() if len(word) > 3) >= _SMALL


def _as_written(story: Story, words: str) -> bool:
    """Whether the copy has the words just so, but for capitals and the shape of apostrophes: mostly it has."""
    first = next((n for n, zone in enumerate(story.zones) if zone.role == "body"), -1)
    told = story.prose.text[story.prose.starts[first] :] if first >= 0 else ""
    return words.replace("’", "'").strip(_SIGNS).lower() in told.replace("’", "'").lower()


def _stem(word: str) -> str:
    """A word without the ending that number and tense give it."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def _plain(word: str) -> list[str]:
    """A word in lower case, short forms in full."""
    word = word.lower().replace("’", "'")
    if word in _NEGATED:
        return _NEGATED[word].split()
    if word.endswith("n't"):
        return [word[:-3], "not"]
    for short, whole in _SHORTENED.items():
        if word.endswith(short):
            return (word[: -len(short)] + whole).split()
    return [word.removesuffix("'s")]


def _read(text: str) -> list[_Word]:
    return [
        _Word(_stem(part), m.start(), m.end())
        for m in _WORD.finditer(text)
        for part in _plain(m[0])
        if part not in _DROPPED
    ]


def _stems(text: str) -> list[str]:
    return [word.stem for word in _read(text)]


def _may_hold(text: str, sought: Sequence[str]) -> bool:
    """Whether half of some stems stand in a text at all; a stem is how its word begins."""
    return 2 * sum(stem in text for stem in sought) >= len(sought)


def _stands(wanted: Sequence[str], body: Sequence[tuple[Zone, list[_Word]]]) -> bool:
    """Whether the words stand side by side in some paragraph."""
    line = f" {' '.join(wanted)} "
    return any(line in f" {' '.join([word.stem for word in words])} " for _, words in body)


def _nearest(wanted: Sequence[str], body: Sequence[tuple[Zone, list[_Word]]]) -> Span | None:
    """The stretch of the story that shares most words with a quotation, if it shares half of them."""
    sought, size = set(wanted), len(wanted) + 2
    best, place = _NEAR * len(sought), None
    for zone, words in body:
        for n, word in enumerate(words):
            if word.stem in sought:
                window = [other for other in words[n : n + size] if other.stem in sought]
                shared = len({other.stem for other in window})
                if shared > best:
                    best, place = shared, zone.to_source(word.start, window[-1].end)
    return place
