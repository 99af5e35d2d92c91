"""The same quotation given twice in one story."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.quotes.quotation import NOT_SPEECH
from newslint.analyses.quotes.quoted_twice import Passage, quoted_twice
from newslint.analyses.quotes.quotes import quotes
from newslint.base.lazy import pattern
from newslint.base.text import Span
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Evidence, Good, Option, Rule
from newslint.model.story import Story

_SHOWN = 6  # words
_ENTRIES = 3  # so many clock times on lines of their own make a live report, which says things again on purpose
_SMALL = 3  # letters of a word that a title leaves small
_LONG = 12  # words of a phrase that are no mere catchword any more
_ENDS = pattern(r"[.!?…:;—–][”’\"'»)\]]*\s*$")
_CLOCK = pattern(r"\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\.?|GMT|BST|E[SD]?T)?\b.{0,12}")


class DuplicateQuote(Rule):
    """A quotation that comes twice was moved in an edit, and the first copy was not deleted.

    A few words in the first paragraph with the whole quotation below is how stories are told and is not
    reported; nor are titles and slogans, short phrases woven into sentences, and what a caption says again.
    """

    id = "duplicate-quote"
    topic = "duplication"
    finds = "The same quotation twice in a story"
    message = "this quotation is in this story twice: cut one of the two"
    in_quotes = "both"
    needs = quoted_twice
    least = Option(6, "how many words a quotation must have", minimum=6)
    examples = (
        Bad(
            "((“Nobody came to look at the wall,”)) Silva said.\nThe council met on Monday.\n"
            "[[“Nobody came to look at the wall,”]] said Ana Silva, the miller.",
            message="the quotation “Nobody came to look at the …” is in this story twice: cut one of the two",
        ),
        Bad(
            "Silva said: ((“Nobody came to look at the wall.”))\n"
            "The council met. [[“Nobody came to look at the wall,”]] she said.",
        ),
        Good(
            "Silva said “nobody came to look” at it.\n“Nobody came to look at the wall, ever,” she said.",
            note="part of it, then all of it",
        ),
        Good("“It was cold,” she said.\n“It was cold,” he said.", note="few words"),
        Good(
            "She starred in “The Long Night of the Old Mill.”\nThe crowd loved “The Long Night of the Old Mill.”",
            note="a title",
        ),
        Good(
            "The plan is titled “12 Days to Mend the Wall.”\nWork began under “12 Days to Mend the Wall.”",
            note="a title that is mostly small words",
        ),
        Good(
            "“Nobody came to look at the wall of the old mill by the river,” Silva said.\n\n"
            "“Nobody came to look at the wall of the old mill by the river,” Silva said.",
            note="the whole paragraph is there twice: another rule's fault",
        ),
        Good(
            "3:40 p.m.\n\n“Nobody came to look at the wall,” Silva said.\n\n3:19 p.m.\n\nRain fell.\n\n"
            "2:05 p.m.\n\n“Nobody came to look at the wall,” Silva told the inquiry.",
            note="a live report says again what new readers need",
        ),
        Good(
            "Silva called it “a wall that nobody came to see.”\nBerg, too, saw “a wall that nobody came to see.”",
            note="a phrase that a story comes back to",
        ),
        Good(
            "Silva said: “Nobody came to look at the wall.”\nAna Silva, who said “Nobody came to look at the wall”",
            note="a caption",
        ),
        Good(
            "‘Nobody Came to Look at the Wall’\n“Nobody came to look at the wall,” Silva said.",
            note="a heading in quotation marks",
        ),
        Good(
            "“Nobody came to look at the wall,” Silva said.\n“Nobody came to look at the dam,” Berg said.",
            note="another rule's, if it is a fault",
        ),
    )
    evidence = Evidence(
        stories=2662,
        hits=10,
        wrong=1,
        cases=80,
        found=73,
        on="a quotation of an edited story given again further down",
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each repetition, the first place related."""
        reported: set[tuple[Span, int]] = set()
        found = story.get(quoted_twice)
        if not found or _is_live(story):
            return
        for first, second in found:
            if first.words != second.words or len(first.words) < self.least or _same_paragraph(first, second):
                continue
            if any(_is_heading(each) or _is_label(each) for each in (first, second)) or _is_catchword(second):
                continue
            if (second.zone.span, second.start) in reported or not _is_speech(story, first, second):
                continue
            reported.add((second.zone.span, second.start))
            opening = " ".join(second.zone.text[second.start + 1 : second.end].split()[:_SHOWN]).rstrip(".,”\"’'")
            yield self.finding(
                second.zone.to_source(second.start, second.end),
                f"the quotation “{opening} …” is in this story twice: cut one of the two",
                related=(Related(first.zone.to_source(first.start, first.end), "first here"),),
            )


def _is_live(story: Story) -> bool:
    """Whether the story is a live report: entry after entry under its time."""
    return story.genre == "live" or (
        sum(len(zone.text) < 30 and bool(_CLOCK.fullmatch(zone.text)) for zone in story.zones) >= _ENTRIES
    )


def _is_heading(passage: Passage) -> bool:
    """Whether a quotation writes its words with capitals, as headings and lists of headlines do."""
    words = passage.zone.text[passage.start + 1 : passage.end].split()
    long = [word for word in words if len(word.strip("“”‘’'\".,!?")) > _SMALL]
    return 2 * sum(word[:1].isupper() for word in words) > len(words) or (
        len(long) > 1 and all(word[0].isupper() for word in long)
    )


def _is_label(passage: Passage) -> bool:
    """Whether a quotation stands in a line without a full stop: a caption, a crosshead, a point of a summary."""
    return not _ENDS.search(passage.zone.text)


def _is_catchword(passage: Passage) -> bool:
    """Whether it is a phrase woven into a sentence, and short: a story comes back to those."""
    first = passage.zone.text[passage.start + 1 : passage.start + 2]
    return first.islower() and len(passage.words) < _LONG


def _same_paragraph(first: Passage, second: Passage) -> bool:
    """Whether the paragraphs are the same throughout."""
    return first.zone is not second.zone and first.zone.text.split() == second.zone.text.split()


def _is_speech(story: Story, *passages: Passage) -> bool:
    """Whether none of the quotations is a title, a term or a slogan."""
    places = {(passage.zone.span, passage.start) for passage in passages}
    return not any(
        (quote.zone.span, quote.start) in places and quote.status == NOT_SPEECH for quote in story.get(quotes)
    )
