"""Parts that come to more than their total, or to less where they are all: “six people, three men and two women”."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.quotes.quotes import quoted
from newslint.base.typed import TYPE_CHECKING
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story

if TYPE_CHECKING:
    from newslint.analyses.facts.parts import Divided


class PartsAndTotal(Rule):
    """Who counts the dead by nation adds them up; a wrong total is the first thing readers write of."""

    id = "parts-and-total"
    topic = "facts"
    finds = "Parts that come to another number than the total they are parts of"
    severity = "warning"
    confidence = "medium"
    default = False  # silent on sound copy, but it finds half of the planted faults only
    message = "the parts do not come to the total"
    zones = ("headline", "deck", "caption", "subhead", "body", "list", "note")
    examples = (
        Bad(
            "The state has ((42)) seats, with ((28)) going to the winner and [[24]] to the runner-up.",
            message="28 and 24 come to 52, not 42",
        ),
        Bad("Of the ((176)) on board, ((87)) were Iranian, ((83)) Canadian and [[11]] from Kyiv."),
        Bad("Police held ((six)) people, ((three)) men and [[two]] women, on Thursday."),
        Bad("They asked ((a dozen)) candidates - ((two)) Democrats and [[12]] Republicans."),
        Bad("((Five)) of the cases are linked to it - ((two)) are nurses, one is a guard and [[four]] are patients."),
        Bad("Of the ((36)) posts, ((16)) (72 per cent) are held by men and only [[ten]] (28 per cent) by women."),
        Bad("They looked at ((315)) towns and found that ((281)) of those towns grew. The remaining [[54]] did not."),
        Bad("All ((139)) people on the flight died. It carried ((120)) passengers and a crew of [[nine]]."),
        Bad("It will cut ((277)) jobs, the first of a total of ((600)), with the other [[423]] to follow by May."),
        Bad("Of late ((18)) out of ((30)) towns have voted, and the remaining [[22]] will in May."),
        Good("It will cut 277 jobs, the first of a total of 600, with the other 323 to follow by May."),
        Good("It will cut 277 of the 600 jobs here in May, 40 in Arle, and the other 423 later."),
        Good("The state has 42 seats, with 18 going to the winner and 24 to the runner-up."),
        Good("Of the 176 on board, 82 were Iranian and 63 Canadian.", note="not all are told"),
        Good("Police held six people, including three men and two women, and five cars, three vans and two boats."),
        Good("Police held six people, three men, two women and one boy. Of the 20 men, 15 were armed and 12 drunk."),
        Good("The show gave nine prizes to seven farms, with two going to Arle and six to Benn."),
        Good("Some 40 seats, with 28 going to the winner and 14 to the rest, are open.", note="about 40"),
        Good("There are 385 members, including 270 elected members, 97 appointed members and 16 bishops."),
        Good("Of the 200 who came, 120 had a car, 90 had a dog and 40 had both."),
        Good("They looked at 315 towns and found that 281 of those towns grew. The remaining 34 did not."),
        Good("All 139 people on the flight died. It carried 130 passengers and a crew of nine."),
        Good("It has 12 rooms: 9 to 5 are its hours, 15 to 20 its guests."),
    )
    evidence = Evidence(
        stories=2662,
        hits=0,
        wrong=0,
        cases=26,
        found=14,
        on="one part or the total changed in edited stories, most of them in ways that no sentence closes",
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each such total, at the last of its parts."""
        from newslint.analyses.facts.parts import divided  # here, because the rule is off by default

        for each in story.get(divided):
            last = each.parts[-1]
            if last.zone.role in self.zones and not story.get(quoted).meet(last.span):
                yield self._found(each)

    def _found(self, each: Divided) -> Finding:
        *others, last = each.parts
        said = ", ".join(one.text for one in others)
        message = f"{said} and {last.text} come to {each.sum:g}, not {each.total.text}"
        related = [Related(each.total.span, "the total"), *(Related(one.span, "a part") for one in others)]
        return self.finding(last.span, message, related=related)
