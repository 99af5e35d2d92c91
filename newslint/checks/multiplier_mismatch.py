"""A figure that is said to be double, a third or so many times another, and is not."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.facts.comparing import plainly, with_hedge
from newslint.analyses.facts.multiples import multiples
from newslint.base.lazy import pattern
from newslint.base.typed import TYPE_CHECKING
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story

if TYPE_CHECKING:
    from newslint.analyses.facts.multiple import Multiple

_IS_SHARE = pattern(r"(?:%|per ?cent)$")
_LEAST = 0.01  # that is told as a figure, of a share or of times
_FEW = 1.5  # times that are told with two
_MANY = 10  # times that are told without a place behind the point


class MultiplierMismatch(Rule):
    """“Doubled, from 10 to 14”, “more than half (45 percent)”: the words and the figures cannot both be right."""

    id = "multiplier-mismatch"
    topic = "facts"
    finds = "A figure that is not the share or the multiple that the words beside it say"
    severity = "warning"
    confidence = "medium"
    message = "the figures are not in the proportion that the words tell"
    zones = ("headline", "deck", "caption", "body", "list", "note", "subhead")
    in_quotes = "both"
    needs = multiples
    examples = (
        Bad(
            "Sales have [[doubled]] from ((10 million in 2010 to 14 million)).",
            message="“doubled” is not borne out by 10 million to 14 million: that is 1.4 times as much",
        ),
        Bad(
            "Visits have [[doubled]] from ((10 a day to 152,970)).",
            message="“doubled” is not borne out by 10 to 152,970: that is 15,297 times as much",
        ),
        Bad(
            "More than [[half]] of them – ((45 percent)) – said yes.",
            message="“More than half” is not borne out by “45 percent”",
        ),
        Bad("[[A third]] of voters, ((45 percent)), said no."),
        Bad("Of all who voted, ((60 percent)), or nearly [[a third]], said no."),
        Bad("[[One in five]], ((28.9 per cent)), had it."),
        Bad("[[Half]], ((37 of 115)), of the mills are shut."),
        Bad("The budget of (($60m is [[double]] last year's $45m))."),
        Bad("It made ((200 cars, [[a third]] of the 390)) of a year ago."),
        Bad("The drought [[halved]] the herd, to ((600 animals from 900))."),
        Bad("The fund shrank by [[half]], to (($60m from $80m))."),
        Bad("Of the frail ((38 percent had it, compared to 22 percent)) of others, [[three times]] as many."),
        Bad("It reported a [[tripling]] of its profit.\n\nThe profit was ((77m euros, up from 38m)) a year before."),
        Bad(
            "The hall found the £800,000 it needed, [[half]] from the county and the other ((£300,000)) from a baker."
        ),
        Good("The hall found the £800,000 it needed, half from the county and the other £400,000 from a baker."),
        Good("The hall cost £800,000. Half the guests left and the other 300 sang."),
        Good("Sales have doubled from 10 million in 2010 to 19 million."),
        Good("Prices doubled from 1950 to 1960.", note="years"),
        Good("Rents have almost doubled in ten years, to 79 kroner from 41."),
        Good("The number doubled every five months for 18 months, from 20 to 240."),
        Good("Output more than halved, from 90 tonnes to 40 tonnes."),
        Good("Hail fell for half an hour and broke 20 of 24 roofs. Her half-brother, 45, hid."),
        Good("More than half (52 percent) said yes, nearly a third (31%) no and a third man, 25, left."),
        Good("About a third (35 percent) of them left, and just under half, 48%, came."),
        Good("Half of the voters (45 percent of whom are women) stayed at home."),
        Good("A quarter of the voters, 12 percent of them new, stayed at home."),
        Good("In the first half (9 percent) it grew, and over three quarters (5 percent) it sank."),
        Good("He has 60 sheep and half of the 100 goats."),
        Good("Sales have doubled: 41 percent of the firms sell abroad, 36 percent at home."),
        Good("Profits doubled. Revenue rose to $60m from $50m.", note="two different things"),
        Good("A third, 25 percent, cut was made, and the car does 60 miles, twice the speed of the 40 before."),
        Good("It raised $40m, twice as much as the $20m it sought."),
        Good("The toll doubled from 50 to 100 cents."),
        Bad("It raised (($40m, [[three times]] its old goal, $20m))."),
        Bad(
            "The town was given $700,000.\n\nThis year's grant is [[twice]] the sum it got in 2004, when it was given"
            " (($450,000)).",
            note="told of the figure of the sentence before",
        ),
        Bad("Games brought ((£26m)) in 2004. They will bring £336m by 2009, nearly [[23 times]] the 2004 figure."),
        Good("Games brought £26m in 2004. They will bring £336m by 2009, nearly 13 times the 2004 figure."),
        Good("In 2004 they cost £26m and brought £9m. They will bring £90m by 2009, ten times the 2004 figure."),
        Good("The town got $700,000. This is twice the sum it got in 2004, when it was given $350,000."),
        Good("The town got $700,000 and $70,000. This is twice the sum it got in 2004, when it was given $35,000."),
        Good("The mayor, who at 66 is three times his age, had 1,873 votes.", note="the figure is of another clause"),
    )
    evidence = Evidence(
        stories=2662,
        hits=1,
        wrong=0,
        cases=35,
        found=32,
        on="figures changed beside such words in edited stories where they fit before, 24 of them planted by others",
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each place, if no reading of its figures fits."""
        readings: dict[tuple[int, int], list[Multiple]] = {}
        found: tuple[Multiple, ...] = story.get(multiples)
        for each in found:
            readings.setdefault((each.zone.span.start, each.start), []).append(each)
        for told in readings.values():
            if told[0].zone.role in self.zones and not any(each.fits for each in told):
                yield self._found(told[0])

    def _found(self, told: Multiple) -> Finding:
        figures = told.other.to_source(told.figures_start, told.figures_end)
        place = told.zone.to_source(told.start, told.end)
        text = told.zone.text
        said = with_hedge(text, told.start, told.end) if told.hedge else text[told.start : told.end]
        worth = told.worth
        if told.factor < 1:
            share = "less than 1%" if worth < _LEAST else f"{100 * worth:,.0f}%"
            figures_told = f"“{told.told}”" if told.told in text else told.told
            message = f"“{said}” is not borne out by {figures_told}"
            if not _IS_SHARE.search(told.told):
                message += f": that is {share}"
        else:
            times = f"less than {_LEAST}" if worth < _LEAST else plainly(worth, _places(worth))
            message = f"“{said}” is not borne out by {told.told}: that is {times} times as much"
        return self.finding(place, message, related=(Related(figures, "the figures"),))


def _places(times: float) -> int:
    """How many places behind the point tell enough of so many times."""
    return 0 if times >= _MANY else 1 if times >= _FEW else 2
