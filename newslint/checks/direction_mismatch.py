"""A change that is said to go one way while its figures go the other."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.facts.changes import changes
from newslint.analyses.facts.comparing import counted, ranges
from newslint.analyses.facts.quantities import PERCENT, Quantity
from newslint.base.lazy import pattern
from newslint.base.typed import TYPE_CHECKING
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Evidence, Good, KnownFalse, Rule
from newslint.model.story import Story
from newslint.words.tables import Changes

if TYPE_CHECKING:
    from newslint.analyses.facts.change import Change

_WIDEST = 3.0  # times the lower end of a range that the upper may be
_SURE = 0.9  # of half a digit that each figure may be off
_HOURS = 12  # two bare numbers up to it may be hours of a day


class DirectionMismatch(Rule):
    """“Fell to 61 percent from 58”: either the verb or a figure is wrong, and readers cannot tell which."""

    id = "direction-mismatch"
    topic = "facts"
    finds = "A rise whose figures fall, or a fall whose figures rise"
    severity = "warning"
    confidence = "medium"
    message = "the figures go the other way"
    zones = ("headline", "deck", "caption", "body", "list", "note", "subhead")
    in_quotes = "both"
    needs = changes
    examples = (
        Bad(
            "Support for the mayor [[fell]] to ((61 percent from 58 percent)).",
            message="“fell”, but from 58 percent to 61 percent is a rise",
        ),
        Bad("Robberies [[dropped]] from ((210 in 2019 to 260)) in 2020."),
        Bad("A [[drop]] in robberies from ((210 to 260)) was reported."),
        Bad("The average wait [[went down]] from ((12 to 15 weeks))."),
        Bad("Growth eased in March, and output was ((4.2 million tonnes, [[up]] from 4.4 million)) a year before."),
        Bad("Visitor numbers have [[plummeted]], from ((3 million in 2015 to 4 million)) last year."),
        Bad("The euro [[fell]] to (($1.12 from $1.10)).", note="a price in another currency is a plain amount"),
        Bad("Profit [[rose]] to ((£5m, compared with £6m)) a year earlier."),
        Bad("“Sales [[fell]] to ((60 from 55)),” she said.", note="all of it is told in one quotation"),
        Bad(
            "The council found that ((1 in 4 tenants owed rent in 2019, [[up]] from 1 in 3)) in 2010.",
            message="“up”, but from 1 in 3 to 1 in 4 is a fall",
        ),
        Bad("((One in five pupils walks to school, [[up]] from one in three)), the county said."),
        Bad(
            "Her support rose from 40 percent in May to ((42 percent in June before [[slipping]] back to 44%)).",
            message="“slipping”, but from 42 percent to 44% is a rise",
        ),
        Bad("Arrears fell to (($30m, then [[climbed]] to $25m))."),
        Bad("The rate peaked at ((9.1 percent in June before [[easing]] to 9.8 percent)) in July."),
        Bad("The price dropped to (($40 in March, and then [[rose]] again to $35))."),
        Good("Her support rose from 40 percent in May to 46 percent in June before slipping back to 44 percent."),
        Good("Support rose to 42 percent for Adele before Beth's fell to 44 percent.", note="two subjects"),
        Good("Turnout rose to 42 percent before attention fell to 44 percent.", note="two subjects"),
        Good("She climbed to number 3 before dropping to number 8, and rose to 12th before falling to 15th."),
        Good("The band rose to 3 in the charts before falling to 8.", note="places"),
        Good("Shares rose to $42 before falling 3% to close at $44.10 in New York on Friday, up from $43."),
        Good("About 4 in 10 want the bridge, up from half a year ago, when 3 in 10 did."),
        Good("Half the shops are shut, up from nearly half in May and from one in three in 2019."),
        Good("Support for the mayor rose to 61 percent from 58 percent."),
        Good("The peso fell from 150 to 190 to the dollar.", note="more pesos to the dollar: each is worth less"),
        Good("Concern grew over the fall of the rupee from 203 to 370."),
        Good("The firm fell to a loss of 8m euros from a loss of 5m euros.", note="a larger loss is less"),
        Good("The rig's temperature fell from minus 5 to minus 12."),
        Good("She rose from number 15 to number 3.", note="places in a table"),
        Good("He came in on the list at five, up from 13 in 2019."),
        Good("The bank managed to slow a decline in deposits to 5 percent from 10 percent."),
        Good("The group slowed the rise in costs to 3% from 5%.", note="the rise is what got less"),
        Good("Sales grew from 2005 to 2003 figures.", note="years"),
        Good("Rain will fall from 10 a.m. to 4 p.m. on Monday."),
        Good("Bombs fell from 7 to 9 on Monday.", note="hours of a day"),
        Good("The mill will cut from 50 to 60 jobs.", note="a range"),
        Good("It would reduce emissions from 26 to 28 percent.", note="a range"),
        Good("The prize rose from $900 to $1.2 million."),
        Good("Profit rose from 1.5 to 1.7 million euros."),
        Good("It expanded to 10 members from 12 countries.", note="two different things"),
        Good("The rate did not fall to 5 percent from 4 percent, he said."),
        Good("Profit rose to $5 million against $6 million expected.", note="a forecast, not an earlier figure"),
        Good("The rate went up to 5.5 percent from 5.4 percent."),
        Good("“Sales rose to 60,” she said, down from the 65 that others count.", note="not one voice"),
        Good(
            "The three matches drew 9,000 viewers, down from 162, 10,000 and 28,900.",
            note="a figure for each of several",
        ),
        Good("They drew 130, up from 162, 10,000, and 28,900 respectively.", note="a figure for each of several"),
        Good("Der Kurs fiel from 5 to 8.", language="de"),
        Good("The fall in prices accelerated to 5 percent from 3 percent.", note="the fall itself is what grew"),
        Good("A steeper drop in sales, to 8 percent from 5 percent, is likely."),
        Good("The bread fell in price, from 20 to 25 crowns in May to 15 in June.", note="ends of a range"),
        Good("The lake dropped to 12 feet below normal from 8 feet below."),
        Good("The fare rose from 80 to 95 pence, and that of children from 98 to 99p.", note="both are pence"),
        Good("Shares were at 110 pence, up from 100."),
        Good("The heat fell from 30C to 80F."),
        KnownFalse("Shares [[fell]] from ((5 to 10 percent))."),
    )
    evidence = Evidence(
        stories=2662,
        hits=0,
        wrong=0,
        cases=217,
        found=176,
        on="two figures exchanged wherever a loose pattern finds a verb, “from” and “to”, and other planted ones",
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each such change, at the word that says which way it goes."""
        for change in story.get(changes):
            if change.zone.role in self.zones and _is_wrong(change):
                yield self.finding(
                    change.cue_span, _said(change), related=(Related(change.pair_span, "the figures"),)
                )


def _is_wrong(change: Change) -> bool:
    """Whether no reading of the figures goes the way that is said."""
    if not change.direction or change.cue in Changes.of().comparing:
        return False
    if _may_be_a_rate(change) or _may_be_a_range(change) or _may_be_hours(change):
        return False
    finer = min(change.before.step, change.after.step)  # who writes one of the two to the dot means both so
    return not any(
        after[1] > before[0] if change.direction > 0 else after[0] < before[1]
        for before, after in ranges(_near(change.before), _near(change.after), finer, _SURE)
    )


def _may_be_a_rate(change: Change) -> bool:
    """Whether the figures may be the change itself: “the fall in prices accelerated to 5 percent from 3 percent”."""
    text = change.zone.text
    behind = change.cue_start + len(change.cue)
    if change.cue.lower() not in Changes.of().nouns or PERCENT not in (change.before.unit, change.after.unit):
        return False
    if not text.startswith((" in ", " of "), behind):
        return False
    return change.after.start < change.before.start or bool(_TURNED.search(text, behind, change.before.start))


_TURNED = pattern(r"[a-z]ed (?:[a-z]+ly )?from $|,")


def _near(figure: Quantity) -> Quantity:
    """A figure with “more than” or “less than” as “about” so much: nobody says more than 60 of 75."""
    return figure._replace(hedge="about") if figure.hedge in ("over", "under") else figure


def _may_be_a_range(change: Change) -> bool:
    """Whether the figures may be the ends of a range: “will cut from 5 to 10 percent of its staff”."""
    first, second = change.before, change.after
    if change.direction > 0 or first.start > second.start or second.value > _WIDEST * first.value:
        return False
    lent = bool(second.unit and not first.unit) or bool(counted(second) and not counted(first))
    return lent and change.cue.lower() in Changes.of().done_to


def _may_be_hours(change: Change) -> bool:
    both = (change.before, change.after)
    first = change.before.start < change.after.start
    return first and all(not (each.unit or each.counted) and each.value <= _HOURS for each in both)


def _said(change: Change) -> str:
    way = "a rise" if change.direction < 0 else "a fall"
    return f"“{change.cue}”, but from {change.before.text} to {change.after.text} is {way}"
