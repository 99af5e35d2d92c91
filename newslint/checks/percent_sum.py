"""Shares of one whole that come to more or less than 100 percent, where the copy says that they are all."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.facts.shares import closed
from newslint.analyses.quotes.quotes import quoted
from newslint.base.typed import TYPE_CHECKING
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story

if TYPE_CHECKING:
    from newslint.analyses.facts.closed_shares import Closed


class PercentSum(Rule):
    """Readers add up the two sides of a vote, and what is left; so does the side that lost."""

    id = "percent-sum"
    topic = "facts"
    finds = "Shares of one whole that do not come to 100 percent, though the copy says they are all"
    severity = "warning"
    confidence = "medium"
    message = "the shares do not come to 100 percent"
    zones = ("headline", "deck", "caption", "subhead", "body", "list", "note")
    needs = closed
    examples = (
        Bad(
            "The family keeps ((70 percent)) of the mill and a fund holds the other [[40 percent]].",
            message="70 and 40 come to 110 percent",
        ),
        Bad("((Half)) came from Norland, ((37.5%)) from Sudland and the remaining [[22.5%]] from elsewhere."),
        Bad("Ms. Hale earned ((61 percent)) of the vote to Mr. Orr’s [[49 percent]]."),
        Bad("It is ((44 percent)) to ((37 percent)), with ((23 percent)) for others and [[6 percent]] undecided."),
        Bad("Orr got ((49.9 percent)), to Hale’s [[61.6 percent]]."),
        Bad("Hale was preferred ((61 percent)) versus ((38 percent)), with [[10 percent]] not planning to vote."),
        Bad("Hale leads Orr by ((46 percent)) to ((42 percent)). [[Twenty percent]] are not sure."),
        Bad("She lost that district ((68))%-[[41%]] in the primary."),
        Bad("Hale received ((69 percent)) of the vote. Ann Orr won [[41 percent]]."),
        Bad("((70 percent)) of the money is for roads, ((30%)) for rail and [[10%]] for buses."),
        Bad("Men make up ((64 per cent)) of the 8.6 million, while women make up just [[45 per cent]]."),
        Bad("They stopped 154, ((42 per cent)) of which were from Norland compared to [[68 per cent]] from Sudland."),
        Bad(
            "With 99 percent of the results in, three boats had a combined ((61 percent)) of the vote. Everyone else "
            "combined for [[49 percent]].",
            message="61 and 49 come to 110 percent",
            note="how much is counted is no share",
        ),
        Good("The family keeps 70 percent of the mill and a fund holds the other 30 percent."),
        Good("They kept 40%, sold 20% to Orr and 20% to Lee, and the other 20% is up for sale."),
        Good("Of the 60% who came, a third voted for it, a quarter against, and the other 42% stayed away."),
        Good(
            "Asked what keeps them off the train, 64 percent named the price, 51 percent delays and 38 percent dirt.",
            note="more than one answer",
        ),
        Good("34 percent want it shut, 34 percent want it kept and 33 percent are undecided.", note="rounded"),
        Good("Support fell from 70 percent to 55 percent, and 60 percent of women against 55 percent of men voted."),
        Good("Voters said it of Hale more than of Orr, 73 percent to 63 percent."),
        Good("Hale won 51 percent to 49 percent; it was 60%-70% full."),
        Good("“We keep 70 percent and the other 40 percent is theirs,” he said."),
    )
    evidence = Evidence(
        stories=2662,
        hits=0,
        wrong=0,
        cases=62,
        found=50,
        on="one share raised where those of edited stories are all of one whole, by their sum or by looser words",
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each such sum, at its last share."""
        for each in story.get(closed):
            if each.zone.role in self.zones and not story.get(quoted).meet(each.span(each.shares[-1])):
                yield self._found(each)

    def _found(self, each: Closed) -> Finding:
        *others, last = each.shares
        said = ", ".join(f"{share.value:g}" for share in others)
        message = f"{said} and {last.value:g} come to {each.total:g} percent"
        return self.finding(each.span(last), message, related=[Related(each.span(one), "a share") for one in others])
