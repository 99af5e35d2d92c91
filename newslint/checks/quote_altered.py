"""One quotation given in two versions in one story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.analyses.quotes.quotation import NOT_SPEECH
from newslint.analyses.quotes.quoted_twice import Passage, quoted_twice
from newslint.analyses.quotes.quotes import Quote, quotes
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Evidence, Good, Option, Rule
from newslint.model.story import Analysis, Story, Zone

_CUT = ("...", "…", "[", "(")
_FEWEST_SHARED = 5  # words


class QuoteAltered(Rule):
    """Two versions of one quotation cannot both be what was said.

    Words left out with an ellipsis or added in brackets are fine, and so is a part of a longer quotation; what is
    reported are two quotations from one speaker that differ in a few words.
    """

    id = "quote-altered"
    topic = "quotes"
    finds = "One quotation in two different wordings"
    message = "this quotation has other words elsewhere in the story: check which is right"
    in_quotes = "both"
    needs = quoted_twice
    share = Option(0.75, "the share of words that both must have, in the same order", minimum=0.5)
    examples = (
        Bad(
            "((“Nobody ever came to look at the wall,”)) Silva said.\nThe council met.\n"
            "[[“Nobody had come to look at the wall,”]] she told it.",
            message="elsewhere in the story this quotation has “ever came” instead of “had come”: "
            "check which is right",
        ),
        Bad(
            "Silva said: ((“We will never again build on the river.”))\n"
            "The council met. [[“We will never build on the river,”]] she told it.",
            message="elsewhere in the story this quotation has “again” as well: check which is right",
        ),
        Good(
            "“Nobody came to look at the wall,” Silva said.\n"
            "“Nobody came to look at the wall ... for months,” she told it.",
            note="cut, and said so",
        ),
        Good("“We will never build on the river,” Silva said.\n“We will never build on the river again,” she said."),
        Good(
            "“We will never build on the river,” Silva said.\n“We will always build on the river,” said Otto Berg.",
            note="two speakers",
        ),
        Good("“Nobody came to look at the wall,” Silva said.\n“Nobody came to look at the wall,” she said."),
        Good(
            "The town argued between “this has nothing to do with us” and “this has everything to do with us.”",
            note="set against each other in one paragraph",
        ),
    )
    evidence = Evidence(
        stories=2662,
        hits=0,
        wrong=0,
        cases=40,
        found=40,
        on="a quotation of an edited story given again further down, a word changed",
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each second version, the first related."""
        reported: set[tuple[int, int]] = set()
        for first, second in story.get(quoted_twice):
            at = (second.zone.span.start, second.start)
            if first.words == second.words or first.zone is second.zone or at in reported:
                continue
            changed = _changed(first.words, second.words, self.share)
            if changed and not _is_cut(first) and not _is_cut(second) and _is_one_speaker(story, first, second):
                reported.add(at)
                yield self.finding(
                    second.zone.to_source(second.start, second.end),
                    f"elsewhere in the story this quotation {changed}: check which is right",
                    related=(Related(first.zone.to_source(first.start, first.end), "the other version"),),
                )


def _is_cut(passage: Passage) -> bool:
    text = passage.zone.text[passage.start : passage.end]
    return any(sign in text for sign in _CUT)


def _changed(first: Sequence[str], second: Sequence[str], share: float) -> str:
    """What differs between two quotations that are alike at both ends; nothing where one is part of the other."""
    head = next(
        (n for n, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), min(len(first), len(second))
    )
    most = min(len(first), len(second)) - head
    tail = next((n for n in range(most) if first[-1 - n] != second[-1 - n]), most)
    shared = head + tail
    if not head or not tail or shared < _FEWEST_SHARED or shared < share * max(len(first), len(second)):
        return ""
    one, other = (" ".join(words[head : len(words) - tail]) for words in (first, second))
    if one and other:
        return f"has “{one}” instead of “{other}”"
    return f"has “{one}” as well" if one else f"is without “{other}”"


def _is_one_speaker(story: Story, first: Passage, second: Passage) -> bool:
    """Whether nothing says that two quotations are two speakers', and both are speech."""
    said = [_quote_at(story, passage) for passage in (first, second)]
    if any(quote is None or quote.status == NOT_SPEECH for quote in said):
        return False
    text = story.source.text
    names = [_names(text[q.speaker.start : q.speaker.end]) for q in said if q and q.speaker]
    return len(names) < 2 or not all(names) or bool(names[0] & names[1])


def _quote_at(story: Story, passage: Passage) -> Quote | None:
    return story.get(_by_place).get((passage.zone, passage.start))


def _places(story: Story) -> dict[tuple[Zone, int], Quote]:
    found: dict[tuple[Zone, int], Quote] = {}
    for quote in story.get(quotes):
        found.setdefault((quote.zone, quote.start), quote)
    return found


_by_place: Analysis[dict[tuple[Zone, int], Quote]] = Analysis("quotes-by-place", _places)


def _names(text: str) -> set[str]:
    words = (word.strip(".,'’") for word in text.split())
    return {word for word in words if word[:1].isupper() and word not in ("He", "She", "They", "The", "A", "I", "It")}
