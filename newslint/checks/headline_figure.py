"""A figure of the headline that the story contradicts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from newslint.base.lazy import pattern
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Evidence, Good, KnownFalse, Rule
from newslint.model.story import Story, Zone
from newslint.words.languages import ENGLISH
from newslint.words.tables import Figures

LONGEST = 600  # code points of a headline or deck
_HEADS = frozenset(("headline", "deck"))
_DIGIT = pattern(r"\d")
# One that is no part of a name, a score, an ordinal number or a date: of “U2”, “2-1”, “2nd”, “9/11”.
_FREE = pattern(r"(?<![\w.,:/–-])(?:R[sM])?\d[\d,]*(?:\.\d+)?(?![,.:/–-]?\d|st\b|nd\b|rd\b|th\b)")
_ONE = frozenset(("one",))  # which is seldom one of a number


class HeadlineFigure(Rule):
    """Most readers see no more than the headline, and a figure that the story does not bear out is what they keep."""

    id = "headline-figure"
    topic = "facts"
    finds = "A figure of the headline that the story contradicts"
    message = "the story has another figure"
    zones = ("headline", "deck")
    yields_to = ("age-mismatch",)
    examples = (
        Bad(
            "# Mill owner fined [[£80,000]] over fall\n\nThe owner of a mill was fined ((£30,000)) over a fall.",
            format="markdown",
            message="“£80,000” in the headline, “£30,000” in the story",
        ),
        Bad(
            "# [[41]] hurt as tram leaves rails\n\nA tram left the rails at Ostmark on Friday, injuring ((14)) "
            "people.",
            format="markdown",
        ),
        Bad(
            "# Carvers' union loses [[Nine Percent]] of members\n\nThe carvers' union lost ((six percent)) of "
            "its members "
            "last year, it said.",
            format="markdown",
        ),
        Bad(
            "# Lorna Tarn, poet of the fens, dies at [[58]]\n\nThe poet Lorna Tarn has died, aged ((85)), in Ely.",
            format="markdown",
        ),
        Bad(
            "# Rupee hits [[three]]-year low\n\nThe rupee fell to a ((seven))-year low on Monday, and traders sold.",
            format="markdown",
        ),
        Bad(
            "# Council to open [[March 9]] for budget talks\n\nThe council will open its budget talks on "
            "((March 19)), the "
            "mayor said.",
            format="markdown",
        ),
        Good(
            "# Brewer sued for $31bn\n\nA brewer was sued for $31.4bn on Monday.",
            format="markdown",
            note="the headline rounds",
        ),
        Good(
            "# Brewer sued for $6m\n\nA brewer was sued for $6.5m on Monday.",
            format="markdown",
            note="and rounds down",
        ),
        Good(
            "# Nearly 7,100 sheep lost\n\nMore than 7,000 sheep were lost on Monday.",
            format="markdown",
            note="two ways to be near",
        ),
        Good(
            "# A decade of talks ends\n\nTalks ended on Monday after 10 years of rows.",
            format="markdown",
            note="the same in another unit",
        ),
        Good(
            "# The baker who hid his age for 90 years\n\nThe baker hid his age by four years until he died.",
            format="markdown",
            note="another stretch of time",
        ),
        Good(
            "# Storm kills or injures 12\n\nA storm killed four people and injured eight on Sunday.",
            format="markdown",
            note="a sum",
        ),
        Good(
            "# Bakers buy mill for $90m\n\nThe bakers bought the mill for A$90 million ($60 million).",
            format="markdown",
            note="whose dollars, the headline leaves out",
        ),
        Good("# Tram kills three\n\nTwo people died on Monday and a third died on Tuesday.", format="markdown"),
        Good("# Three die on tram\n\nTwo women and a man died on Monday.", format="markdown"),
        Good("# Five die in fire\n\nA mother and her four children died in a fire.", format="markdown"),
        Good("# 12 held over tram\n\nTen people were held on Monday and two more on Tuesday.", format="markdown"),
        Good(
            "# Mill cuts 500 jobs\n\nThe mill will cut 300 jobs in Ely. It will cut 200 more in Morby.",
            format="markdown",
            note="a sum in two sentences",
        ),
        Good(
            "# Racing 92 win again\n\nThe side won for the third time, by 30 points.",
            format="markdown",
            note="a name",
        ),
        Good(
            "# Mill sells for £5M\n\nA mill was sold for £5m on Monday.",
            format="markdown",
            note="a scale in capitals",
        ),
        Good(
            "# Banks lend Rs 4.35 lakh crore\n\nBanks lent Rs 4,35,118 crore to mills last year.",
            format="markdown",
            note="Indian grouping",
        ),
        Good(
            "# Mayor wants 300 homes\n\nThe mayor wants more homes.\n\nThe council built 90 homes last year.\n\n"
            "There were 40 homes before.\n\nHe asked for 300 of them.",
            format="markdown",
            note="the figure stands farther down",
        ),
        Good(
            "# ‘I lost 40 sheep’ in flood\n\nA farmer lost 30 sheep in the flood, the mayor said.",
            format="markdown",
            note="a quotation says what its speaker says",
        ),
        Good(
            "# How a Two-Day Fair Put a Town Thirty Years Back\n\nIt was a two day fair that put the town back.",
            format="markdown",
            note="the other figure of the headline",
        ),
        Good(
            "# Bakers meet 12–13 October (workshops 14–15 October)\n\nWorkshops of the bakers are on October 14–15.",
            format="markdown",
            note="several days",
        ),
        KnownFalse(
            "# Mill group cuts [[90]] jobs\n\nThe mill group will cut ((50)) jobs in Ely.\n\nOther mills of the "
            "group will "
            "lose the rest.",
            format="markdown",
            note="the story never says how many in all",
        ),
    )
    evidence = Evidence(
        stories=2662,
        hits=2,
        wrong=0,
        cases=153,
        found=125,
        on="a headline's or deck's figure changed in edited stories: 53 by others (41 found); 100 with a unit or a "
        "noun that the first paragraphs tell too, found by a looser pattern and made one that stands nowhere in the "
        "story (84 found)",
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each such figure, at the figure of the headline."""
        if story.language != ENGLISH:
            return
        for head in [zone for zone in story.zones if zone.role in _HEADS]:
            if not _has_figure(head) or len(head.text) > LONGEST:
                continue
            from newslint.analyses.facts.headlines import contradictions  # few stories need it

            for each in contradictions(story, head):
                yield self.finding(
                    each.span,
                    f"“{each.text}” in the {head.role}, “{each.other}” in the story",
                    related=[Related(each.other_span, f"“{each.other}” here")],
                )


def _has_figure(zone: Zone) -> bool:
    """Whether a line may have a figure in digits or in words."""
    text = zone.text
    if _DIGIT.search(text) and _FREE.search(text):
        return True
    if zone.words is None or "-" in text:
        return not _numbers().isdisjoint(text.lower().replace("-", " ").split())
    return not _numbers().isdisjoint(zone.words) and (
        set(zone.words) & _numbers() != _ONE or not _scales().isdisjoint(zone.words)
    )


@cache
def _numbers() -> frozenset[str]:
    return frozenset([row[0] for row in (*Figures.of().ones, *Figures.of().tens)])


@cache
def _scales() -> frozenset[str]:
    figures = Figures.of()
    return frozenset(("hundred", "percent", "per", *figures.scales, *figures.units, *figures.currencies))
