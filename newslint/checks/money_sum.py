"""Sums of money that do not come to the total beside them: “$56m collected, $17m short of the $64m”."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.facts.comparing import written
from newslint.analyses.quotes.quotes import quoted
from newslint.base.typed import TYPE_CHECKING
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story

if TYPE_CHECKING:
    from newslint.analyses.facts.sums import Added


class MoneySum(Rule):
    """Money is what readers add up, and what a correction is asked for by those who paid it."""

    id = "money-sum"
    topic = "facts"
    finds = "Sums of money that do not come to the total that they are said to make"
    severity = "warning"
    confidence = "medium"
    default = False  # silent on sound copy, but it finds half of the planted faults only
    message = "the sums do not come to the total"
    zones = ("headline", "deck", "caption", "subhead", "body", "list", "note")
    examples = (
        Bad(
            "They have about (($56.5 million)), or (($17.5 million)) short of the [[$64 million]] they need.",
            message="$56.5 million and $17.5 million come to $74 million, not $64 million",
        ),
        Bad("It will repay [[$220m]]. It will pay (($150m)) now and another (($120m)) later."),
        Bad("It found the [[£600,000]] it needed, half from the city and the other ((£250,000)) from a brewer."),
        Bad("* [[$100,000]] in Loan and Grant Funds\n\nA (($56,000)) loan and a (($64,000)) grant will buy a boat."),
        Bad("Both funds had dwindled to (($1.2 million)) each by March, or [[$3.4 million]] between them."),
        Bad(
            "The first buys, which come to roughly [[$1.94 million]], are in Arle (around (($240,000))), Benn (around"
            " (($700,000))), Cole (around (($300,000))) and Dorn (around (($400,000)))."
        ),
        Bad("The county paid a total of [[£9m]]: ((£4m)) for the pier and ((£3m)) for the road."),
        Good("Both funds had dwindled to $1.2 million each by March, or $2.4 million between them."),
        Good("The three got $1.2 million each, or $3.6 million in all."),
        Good("They paid a total of £9m for the pier, including £4m for steel and £3m for wood."),
        Good("They paid a total of £9m for the pier, up from £4m in May and £3m in June."),
        Good("It totaled $9m in 2019, with $8m in 2018, $7m in 2017 and $6m in 2016."),
        Good("They have about $56.5 million, or $7.5 million short of the $64 million they need."),
        Good("It will repay $220m (£117m). It will pay $100m now and another $120m later."),
        Good("It found the £600,000 it needed, half from the city and the other £300,000 from a brewer."),
        Good("* $100,000 in Loan and Grant Funds for Arle\n\nA $56,000 loan and a $44,000 grant will buy a boat."),
        Good("Repairs have cost more than $7 million: $4.2 million for steel and another $2.9 million for labour."),
        Good("It fetched $2.6 million, 24 million kroner under the hammer and the rest in fees."),
        Good("He earns $50,000 a year. He spent $20 on lunch and another $5 on tea."),
    )
    evidence = Evidence(
        stories=2662, hits=0, wrong=0, cases=14, found=8, on="one of several sums changed in edited stories"
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each such total."""
        from newslint.analyses.facts.sums import added  # here, because the rule is off by default

        for each in story.get(added):
            if each.total.zone.role in self.zones and not story.get(quoted).meet(each.total.span):
                yield self._found(each)

    def _found(self, each: Added) -> Finding:
        *others, last = [one.text for one in each.parts]
        message = f"{', '.join(others)} and {last} come to {written(each.sum, each.total)}, not {each.total.text}"
        places = dict.fromkeys(one.span for one in each.parts)
        return self.finding(each.total.span, message, related=[Related(span, "a part") for span in places])
