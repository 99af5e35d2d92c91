"""Quotations over several paragraphs: each paragraph opens with a mark, only the last one closes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from newslint.analyses.quotes.mark_faults import UNOPENED, Fault, mark_faults
from newslint.analyses.quotes.marks import Marks, marks
from newslint.analyses.quotes.quotation import ATTRIBUTED, CARRIES_ON, COLON_BEFORE, FROM_BEFORE
from newslint.analyses.quotes.quotes import Quote, quotes
from newslint.base.lazy import pattern
from newslint.base.text import Span
from newslint.model.finding import Edit, Finding, Fix, Related
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story, Zone

_NAMED_BESIDE = pattern(
    r",? (?:(?:said|says|added|told) (?:the )?[A-Z]"
    r"|(?:[Tt]he )?(?:[A-Z][\w.'’-]+ ){1,4}(?:said|says|added|told|wrote)\b)"
)
_HABIT = 4  # so many quotations without the marks between are how a house sets them
_FROM_BEFORE = FROM_BEFORE | {COLON_BEFORE, CARRIES_ON}
_LONGEST_TAIL = 2  # signs behind the last mark of a paragraph that is all quotation


class RunningQuotation(Rule):
    """A closing mark tells readers that the speaker has stopped, so the next paragraph seems to be somebody else's.

    A quotation that goes on in the next paragraph is not closed at the end of this one; the next paragraph opens
    with a mark again, and only the last one closes.
    """

    id = "running-quotation"
    topic = "quotes"
    finds = "A wrong or missing mark in a quotation that runs over several paragraphs"
    message = "delete this closing mark: the same speaker goes on in the next paragraph"
    in_quotes = "both"
    when = {"language": ("en",)}  # elsewhere a paragraph of a quotation need not open with a mark again
    examples = (
        Bad(
            "“It was dark,” Silva told the inquiry. “We ran for the hill.[[”]]\n((“Then the lights)) came on.”",
            message="delete this closing mark: the same speaker goes on in the next paragraph",
        ),
        Bad(
            "She read: ((“))The mill will close.\n[[The]] men will go.\n((N))obody will be paid.” Then she left.",
            message="the quotation above is still open: begin this paragraph with an opening mark too",
            fixed="She read: “The mill will close.\n“The men will go.\n“Nobody will be paid.” Then she left.",
        ),
        Bad('Silva said: (("))It was dark.\n[[Then]] the lights came on," and left.'),
        Bad(
            "Ana Silva said: [[“]]It was dark.\n“Nobody told us,” said ((Otto Berg)), the miller.",
            message="this quotation is never closed, and the next paragraph has another speaker: close it",
        ),
        Good("“It was dark,” Silva told the inquiry. “We ran for the hill.\n“Then the lights came on.”"),
        Good("“It was dark,” Silva told the inquiry.\n“Then the lights came on.”", note="her name stands between"),
        Good("Silva called it “a long night.”\n“Then the lights came on.”", note="a part of a sentence is closed"),
        Good("“It was dark. We ran,” said Silva. “It was cold.”\n“Nobody told us,” said Otto Berg."),
        Good("“Did you run?” asked Silva.\n“I ran.”\n“Where to?”\n“The hill.”", note="a conversation"),
        Good("“It was dark,” Silva told the inquiry. “Who ran?”\n“I did.”", note="a question answered"),
        Good(
            "It was cold.\n\nIt was old.\n\n“It had been dark.\nWhen the bell rang, we ran,” said\nAna Silva.",
            format="plain",
            note="a paragraph that is wrapped, as the others are parted by blank lines",
        ),
        Good("“It was dark. We ran.\nAna Silva, miller”", note="a credit line inside the marks"),
        Good("Silva read: “The mill has:\n\n- a roof\n- a wheel”\n", format="markdown", note="a list in a quotation"),
        Good("“It was dark,” Silva said. “We ran.\n“Then,” she said, “the lights came on.”"),
    )
    evidence = Evidence(stories=2662, hits=13, wrong=1)

    def check(self, story: Story) -> Iterator[Finding]:
        """Paragraphs closed too early, then those that lack their opening mark."""
        unopened = [fault for fault in story.get(mark_faults) if fault.kind == UNOPENED]
        if len(unopened) < _HABIT:
            yield from map(self._unopened, unopened)
        zones = story.get(marks)
        last = len(zones) - 1
        ends = _Ends(story)
        for n, (zone, found) in enumerate(zones):
            if found.pairs and n < last and found.pairs[-1].end >= len(zone.text) - 1:
                after, following = zones[n + 1]
                if following.pairs and not following.pairs[0].start and after.role == zone.role == "body":
                    yield from self._between(story, ends, (zone, found), (after, following))

    def _unopened(self, fault: Fault) -> Finding:
        zone = fault.zone
        (first, opener), *others = fault.others
        mark = first.text[opener]
        opening = Related(first.to_source(opener, opener + 1), "the quotation opens here")
        rest = [Related(other.to_source(0, 1), "and this one") for other, _ in others]
        places = [zone.to_source(0, 0), *(other.to_source(0, 0) for other, _ in others)]
        opened = any(part.text.startswith(mark) for part in (zone, *(other for other, _ in others)))
        fix = Fix("Open each paragraph with a mark", tuple(Edit(place, mark) for place in places))
        fixes = [] if opened else [fix]  # a second mark would fix nothing
        return self.finding(
            zone.to_source(fault.start, fault.end), fault.message, related=[opening, *rest], fixes=fixes
        )

    def _between(
        self, story: Story, ends: _Ends, here: tuple[Zone, Marks], then: tuple[Zone, Marks]
    ) -> Iterator[Finding]:
        """The mark at the end of a paragraph, where the next one opens with a mark."""
        zone, found = here
        pair = found.pairs[-1]
        if pair.closed:
            if not (_is_all(*then) and _is_speech(zone.text, pair.start, pair.end)):
                return
            if then[0].text[0] != zone.text[pair.start]:
                return  # marks of another shape: a pull quote that was pasted in
            before, after = ends.between(zone, then[0])
            if before and after and _goes_on(before, after):
                at = zone.text.rstrip()
                yield self.finding(
                    zone.to_source(len(at) - pair.closed, len(at)),
                    related=[Related(_opening(after), "the same speaker goes on here")],
                )
        elif _NAMED_BESIDE.match(then[0].text, then[1].pairs[0].end):
            before, after = ends.between(zone, then[0])
            if before and after and before.speaker and after.speaker and _is_other(story, before, after):
                yield self.finding(
                    zone.to_source(pair.start, pair.start + pair.opened),
                    "this quotation is never closed, and the next paragraph has another speaker: close it",
                    related=[Related(after.speaker, "who speaks there")],
                )


def _is_all(zone: Zone, found: Marks) -> bool:
    """Whether a paragraph is one quotation and nothing beside it."""
    return len(found.pairs) == 1 and found.pairs[0].end >= len(zone.text) - _LONGEST_TAIL


def _is_speech(text: str, start: int, end: int) -> bool:
    """Whether a quotation that ends a paragraph is a sentence of its own, and no question."""
    if text[end - 2 : end - 1] not in (".", "!", "…") or not text[start + 1 : start + 2].isupper():
        return False
    before = text[:start].rstrip()
    return not before or before[-1] in '.!?:,”"’'


class _Ends:
    """The first and the last quotation of each paragraph, read when they are first asked for."""

    def __init__(self, story: Story) -> None:
        self._story = story

    @cached_property
    def _by_zone(self) -> dict[Zone, tuple[Quote, Quote]]:
        found: dict[Zone, tuple[Quote, Quote]] = {}
        for quote in self._story.get(quotes):
            found[quote.zone] = (found.get(quote.zone, (quote, quote))[0], quote)
        return found

    def between(self, zone: Zone, after: Zone) -> tuple[Quote | None, Quote | None]:
        """The last quotation of a paragraph and the first of the next one."""
        here, then = self._by_zone.get(zone), self._by_zone.get(after)
        return here and here[1], then and then[0]


def _goes_on(before: Quote, after: Quote) -> bool:
    """Whether a speaker who is named in one paragraph goes on in the next, which names nobody."""
    return (
        before.status == after.status == ATTRIBUTED
        and after.why == CARRIES_ON
        and before.why not in _FROM_BEFORE
        and before.speaker is not None
    )


def _opening(quote: Quote) -> Span:
    """A quotation's first words, as a place to look at."""
    text = quote.text
    return quote.zone.to_source(quote.start, quote.start + len(" ".join(text.split(" ")[:3])))


def _is_other(story: Story, before: Quote, after: Quote) -> bool:
    """Whether two quotations are two named speakers', the second named right beside its words."""
    if after.why in FROM_BEFORE or after.cue is None or not before.speaker or not after.speaker:
        return False
    if before.why in FROM_BEFORE or after.zone.to_source(0, len(after.zone.text)).start > after.speaker.start:
        return False
    text = story.source.text
    first, second = (_names(text[span.start : span.end]) for span in (before.speaker, after.speaker))
    return bool(first and second and not first & second)


def _names(text: str) -> set[str]:
    """The capitalised words of a speaker, articles and titles left out."""
    words = (word.strip(".,'’") for word in text.split())
    return {word for word in words if word[:1].isupper() and len(word) > 3 and word not in ("They", "This", "That")}
