"""A count and a list beside it that has more or fewer items: “four states: Ohio, Iowa and Utah”."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.facts.groups import Listed, groups
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story


class CountAndList(Rule):
    """A name was cut and the count stayed, or one was added: whoever reads the list counts along."""

    id = "count-and-list"
    topic = "facts"
    finds = "A count beside a list of more or fewer items, such as “four states: Ohio, Iowa and Utah”"
    severity = "warning"
    confidence = "medium"
    message = "the list has another number of items"
    zones = ("headline", "deck", "caption", "subhead", "body", "list", "note")
    in_quotes = "both"
    needs = groups
    examples = (
        Bad(
            "It is sold in ((four)) states: [[Ohio, Iowa and Utah]].",
            message="“four” says the copy, and the list has 3",
        ),
        Bad("The line stops at ((five)) towns: [[Arle, Benn, Corran, Dunmore, Eskdale and Firth]]."),
        Bad("It is led by his ((three)) sons, [[Avi and Joel]], according to the mayor."),
        Bad("((Four)) mills — [[Hale’s, Orr’s and Bell Lane]] — closed last year."),
        Bad("The ((six)) largest ports ([[Arle, Benn, Corran, Dunmore and Firth]]) grew."),
        Bad("She was elected with ((four)) other MPs - [[Ann Lee, Bob Hale and Cy Orr]] - in 1987."),
        Bad("The probe has ((four)) parts: [[an orbiter, a lander and a cable]]."),
        Bad("They searched the records of ((three)) men who worked there then: [[Ann Lee and Bob Hale]]."),
        Bad(
            "((Five)) of her peers agree: [[Reps. Al Orr (R-SD), Kay Lund (D-ND), Bo Hale (R-ID) and Cy Rae (D-MN)]]."
        ),
        Bad("((Five)) peers agree: [[Al Orr, R-Iowa, Kay Lund, D-N.D., Bo Hale, R-Ohio and Cy Rae, D-Minn]]."),
        Bad("((Four)) men were held, it said: [[Al Orr, 31, was fined; Kay Lund was freed; and Bo Hale, 25, fled]]."),
        Bad(
            "The act set up ((two)) arms: [[a chief for the fund; a board, which meets in Arle; and a panel of MPs]]."
        ),
        Bad("It has ((four)) aims in Arle: [[to mend roads; to clear the canal, or drain it; and to plant woods]]."),
        Bad(
            "The mill burnt.\n\nThe town has [[((three)) plans]]:\n\n- mend the roof\n- sell the mill\n",
            format="markdown",
        ),
        Good(
            "The mill burnt.\n\nThe town has two plans:\n\n- mend the roof\n  - with slate\n- sell the mill\n",
            format="markdown",
            note="one within another",
        ),
        Good(
            "It burnt.\n\nThe town has three plans:\n\n1. mend it\n2. sell it\n\nOr else\n\n3. leave it\n",
            format="markdown",
            note="the list goes on",
        ),
        Good("Four people were held: Al and Kay Orr, who fled; Bo Hale, 25; and Cy Rae, 30."),
        Good("Four people were held, two of them twice: Al Orr, 31; Bo Hale, 25; and Cy Rae, 30."),
        Good("Two years after the fire, he told what is left: a wall; a door, and a roof; and the well."),
        Good("It named four firms, including: Orr’s, of Arle; Hale’s, of Benn; and Lund’s, of Corran."),
        Good("It is backed by two peers: Reps. Al Orr (R-SD) and Kay Lund (D-ND)."),
        Good("It is sold in four states: Ohio, Iowa, Maine and Utah."),
        Good("Three shops, Bell and Sons, Hale’s and Orr and Daughters, closed.", note="names with “and”"),
        Good("Two firms - Bell and Hale and Orr Ltd. - bid."),
        Good("Four people, including Ann Lee and Bob Hale, were there; three towns such as Arle and Benn were not."),
        Good("Six towns: Arle, Benn and Corran in the north, along with three in the south."),
        Good("It flies to three cities: Portland, Maine, Paris, France, and Rome."),
        Good("It sets two tools side by side: Quern, a mill for grammars, and Sieve."),
        Good("It sets two tools side by side: Quern, mills for grammars, and Sieve, an LR(1) mill."),
        Good(
            "Two sites deal with it (for example, try Arle Post and Benn Press), and three more (e.g. Orr and Lee)."
        ),
        Good("Three men spoke: Ann Lee, Governor of Ohio, Bob Hale, Jr., and Cy Orr."),
        Good("Four shows will close this month. Lantern Hill and The Quince go on Sunday."),
        Good("One in five towns, Arle and Benn, say; and two or three mills, Hale’s and Orr’s, shut."),
        Good("After three weeks, Ann Lee and Bob Hale, both of Arle, left. They won by four goals, Lee and Orr."),
        Good("He kicked three penalties, a drop goal and a conversion. Three men – killing one and injuring two."),
        Good("At least two states, Ohio, Iowa and Utah, are in."),
        Good("Two articles — abuse of power and obstruction of the court — were read."),
        Good("It was heard on Radio Five Live, Arle and Benn."),
        Good("Two of their three games are away - against Arle and Benn and Corran."),
        Good("Eight new halls in each size - small, medium and large - are planned."),
        Good("Three of the five members (Lee, Berg and Lund) agreed.", note="the list has those three"),
        Good("Five of the six states, Ohio, Iowa, Utah, Maine and Texas, agreed."),
        Good("Two ministers came from three countries: Norway, Chad and Peru.", note="the nearer number counts"),
        Good("All but two states, Ohio, Iowa and Utah, agreed.", note="who knows which"),
        Good("Two couples — Per Lee, Ann Lee, Otto Berg and Eva Berg — came."),
        Good("Rivers in three counties - Harlow, Brent, Easton and parts of Dray - are low.", note="parts are none"),
    )
    evidence = Evidence(
        stories=2662,
        hits=1,
        wrong=0,
        cases=85,
        found=73,
        on="counts raised, or an item cut, in lists of edited stories, found by a looser pattern",
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each such list."""
        for each in story.get(groups):
            if each.zone.role in self.zones and not each.agrees:
                yield self._found(each)

    def _found(self, each: Listed) -> Finding:
        zone = each.zone
        count = zone.text[each.start :].partition(" ")[0]
        related = (Related(zone.to_source(each.start, each.start + len(count)), "the count"),)
        return self.finding(
            zone.to_source(each.at, each.end),
            f"“{count}” says the copy, and the list has {each.named}",
            related=related,
        )
