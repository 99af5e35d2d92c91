"""Quotations that nobody is named as saying."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from newslint.analyses.quotes.marks import marks
from newslint.analyses.quotes.quotation import UNATTRIBUTED
from newslint.analyses.quotes.quotes import Quote, named_before, quotes, unattributed
from newslint.analyses.quotes.running import preceding
from newslint.base.lazy import pattern
from newslint.base.text import Span
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Evidence, Good, KnownFalse, Option, Rule
from newslint.model.story import Analysis, Story

_FIELD = pattern(r"""['"“”][\w\\-]{1,40}['"“”]\s?:""")
WITHOUT_MARKUP = ("plain", "fragment")
_OPENS_MARKUP = frozenset("[*_<#")  # of a link, or of words set bold
_HABIT = 3  # paragraphs; so many are one decision of the desk: voices of the street, a list of sayings
MOST_RELATED = 20
_LONGEST_TITLE = 8  # words; what is longer and has no full stop is a caption


class UnattributedQuote(Rule):
    """Readers must be able to tell who said it.

    A quotation needs a speaker: in its own sentence, in the sentence before or after, or in the paragraph before
    if that introduces it or quotes the same person.
    """

    id = "unattributed-quote"
    topic = "quotes"
    finds = "A quotation that nobody is named as saying"
    message = "nobody is named as saying this"
    in_quotes = "both"
    zones = ("body", "list", "quote-block", "note")
    when = {"language": ("en",)}  # newslint knows how English says who speaks
    strict = Option(
        False, "require a speaker in the same paragraph, or the speaker's words or a colon right before it"
    )
    examples = (
        Bad('The river rose overnight. [["We lost everything in an hour."]] Rain is forecast for Sunday.'),
        Bad("The pumps failed at dawn.\n[[“Nobody came to look for two days.”]]\nWork starts again on Monday."),
        Bad(
            "The mill has been run by ((Ana Silva)) since May.\n[[“The water came through the floor.”]]\nIt shuts.",
            note="the nearest name is shown, but nothing says that she spoke",
        ),
        Bad("Rents doubled in the town.\n[[‘We can’t go on paying that kind of money.’]]\nA vote is due in May."),
        Bad("Prices rose.\n[[''Nobody can live on that any more.'']]\nThe fair opens on Friday."),
        Bad(
            "Voices of Mill Street.\n[[“The bars are far too loud for us.”]]\n((“I like the new bars a lot.”))\n"
            "((“They should all close at ten.”))\n((“It was dull here before.”))\n((“Leave the street as it is.”))",
            message="nobody is named as saying this and what 4 other paragraphs quote",
            note="voices of the street: one decision, one finding",
        ),
        Bad(
            "The river rose overnight.\n[[“The water came through the floor.”]]\n((“Then the lights went out.”))\n"
            "Rain is forecast for Sunday.",
            note="what goes on from it is shown with it",
        ),
        Bad(
            "Otto Lang, who was a miller until 1998, has lived in the house on the quay since the flood.\n"
            "[[“He was a quiet neighbour to us all.”]]",
            note="nor did he say that",
        ),
        Good('"We lost everything in an hour," said Ana Silva.'),
        Good("Ana Silva shook her head. “We lost it all,” she said. “Every last thing in the house.”"),
        Good("“Not a chance!” snorted the ferryman.", note="a verb in no list: the order of the words tells"),
        Good("Silva did not stop there.\n“The wall was never going to hold.”", note="nor does a verb of speech"),
        Good("Lang sees it as his life’s work. “I could not leave it to anybody else.”"),
        Good("Silva declined.\n“There is nothing to add to what the council has heard.”"),
        Good(
            "“The lock gate was warned of twice.\nNobody walked down to look,” said\nharbour master Otto Lang.\n"
            "“That is what the report will say.”",
            note="the name stands on the next line",
        ),
        Bad(
            "The court heard how Otto Lang, who had run the mill, shook his head.\n"
            '[["Mr Lang is sorry for all that he did to the town."]]',
            note="he did not say that of himself",
        ),
        Good(
            "Rain fell. “Have any of the tenants left over it this morning?” Otto Berg, host of the weekly talk show "
            "on Mill Radio, tweeted Sunday morning.",
            note="who speaks opens the sentence behind it, far from the verb",
        ),
        Good("Silva disagreed.\n“The wall was never going to hold.”", note="the paragraph before leads up to it"),
        Good("“It was dark,” Silva told the inquiry.\n“Then the lights came on and we ran for the hill.”"),
        Good(
            "“It was dark,” Silva told the inquiry. “We ran.\n“Then the lights came on.”", note="a running quotation"
        ),
        Good("The harbour master had a question for the council: “Who is going to pay for the new wall?”"),
        Good("“The sea always wins.”\n- Ana Silva, fisherwoman"),
        Good("Ana Silva: “We will rebuild the whole street.”"),
        Good("She starred in the film “Storm Over the Bay,” shot here in 1951."),
        Good("The so-called “flood tax” was dropped, and a “new” one came instead."),
        Good("According to the report, “the wall was never inspected.”"),
        Good("He stands 6'2\" and weighs 15 stone."),
        Bad(
            "“It was dark,” Silva told the inquiry.\n[[“Then the lights came on and we ran for the hill.”]]",
            options={"strict": True},
        ),
        Good("Silva had a question for the council:\n“Who is going to pay?”", options={"strict": True}),
        Good(
            "“It was dark,” Silva told the inquiry. “We ran.”\n“Then the lights came on.”",
            options={"strict": True},
            note="her words end the one paragraph and open the next",
        ),
        Good(
            "## What comes next?\n\n“We will open the new line in May.”\n",
            format="markdown",
            note="a question answered",
        ),
        Good("[Mill news](https://example.org/)\n\n“The mill will close in May.”\n", format="markdown"),
        Bad("The mill is old.\n\n[[“The mill will close in May.”]]\n", format="markdown"),
        Good('"name": ACTION', note="a piece of data"),
        Good('"address": "https://example.org/ferries"'),
        Good("„Wir haben alles verloren.“ Der Fluss stieg.", language="de"),
        KnownFalse(
            "The phone rang at six.\n[[“Good morning, I am calling from the library.”]]\nA pause.",
            note="a conversation told as a scene",
        ),
    )

    evidence = Evidence(
        stories=2662,
        hits=14,
        wrong=8,
        cases=115,
        found=98,
        on="the speaker cut out of edited stories, where a reader agrees that nobody is left; each house left out of "
        "learning",
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each run of quotations without a speaker, at the first; one for all where they are many."""
        found = list(self._nobodys(story))
        if len(found) >= _HABIT:
            (first, label), *rest = found
            yield self.finding(
                first.span,
                f"nobody is named as saying this and what {len(rest)} other paragraphs quote",
                related=[Related(quote.span, "nor this") for quote, _ in rest[:MOST_RELATED]],
                label=label,
            )
            return
        for (quote, label), *rest in _runs(story, found):
            near = nearest_name(story, quote)
            related = (Related(near, "the nearest name, but nothing says that this person spoke"),) if near else ()
            more = tuple([Related(each.span, "nor this") for each, _ in rest])
            yield self.finding(quote.span, related=(*related, *more), label=label)

    def _nobodys(self, story: Story) -> Iterator[tuple[Quote, str]]:
        """The first quotation without a speaker of each paragraph that has any, and where none is named."""
        reported = None  # the zone of the last one: a paragraph gets one
        for quote in story.get(quotes if self.strict else unattributed):
            if quote.zone.role not in self.zones or quote.zone is reported or _is_data(quote):
                continue
            if story.format not in WITHOUT_MARKUP and _is_excerpt(story, quote):
                continue
            if quote.status == UNATTRIBUTED:
                yield quote, "no speaker in this paragraph or the one before"
                reported = quote.zone
            elif self.strict and named_before(quote):
                yield quote, "no speaker in this paragraph"
                reported = quote.zone


def _runs(story: Story, found: Sequence[tuple[Quote, str]]) -> Iterator[list[tuple[Quote, str]]]:
    """Quotations without a speaker, those together that follow on one another: one cut left them all so."""
    paragraphs = story.get(marks) if len(found) > 1 else ()
    number = {id(zone): n for n, (zone, _) in enumerate(paragraphs)}
    run: list[tuple[Quote, str]] = []
    for each in found:
        if run and preceding(paragraphs, number[id(each[0].zone)]) != number[id(run[-1][0].zone)]:
            yield run
            run = []
        run.append(each)
    if run:
        yield run


def _is_data(quote: Quote) -> bool:
    """Whether a quotation stands in a line of data: the name of a field, or its value ("name": "value")."""
    return _FIELD.match(quote.zone.text) is not None


def _is_excerpt(story: Story, quote: Quote) -> bool:
    """Whether a paragraph that opens with a mark stands under a title, a link or a question: that is its source.

    Posts cite so, with markup that tells readers what is heading and what is not; in plain text it does not tell.
    """
    if quote.zone.role in ("note", "quote-block"):
        return True
    n = bisect_left(story.zones, quote.zone.span.start, key=lambda zone: zone.span.start)
    if quote.start or not n:
        return False
    before = story.zones[n - 1]
    if before.role == "subhead" or before.text.endswith("?"):
        return True
    if before.text.rstrip().endswith((".", "!", "…", "”", '"', ":", "’", "'", ")")):
        return False
    marked_up = story.source.text[before.span.start : before.span.start + 1] in _OPENS_MARKUP
    return marked_up or len(before.text.split()) <= _LONGEST_TITLE


def nearest_name(story: Story, quote: Quote) -> Span | None:
    """The person named nearest before a quotation, in its paragraph or the one before."""
    n = bisect_left(story.zones, quote.zone.span.start, key=lambda zone: zone.span.start)
    first = story.zones[max(0, n - 1)].span.start
    named = story.get(_named)
    last = bisect_right(named, quote.span.start, key=lambda span: span.start)
    for k in range(last - 1, bisect_left(named, first, key=lambda span: span.start) - 1, -1):
        if named[k].end <= quote.span.start:
            return named[k]
    return None


def _find_named(story: Story) -> list[Span]:
    from newslint.analyses.names.mentions import mentions  # hardly ever needed

    return sorted(mention.span for mention in story.get(mentions) if mention.entity == "person")


_named: Analysis[list[Span]] = Analysis("places-of-persons", _find_named)
