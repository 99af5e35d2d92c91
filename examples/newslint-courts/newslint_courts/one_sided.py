"""A court story in which one person alone is quoted."""

from collections.abc import Iterator

import newslint
from newslint import Bad, Finding, Good, Option, Related, Rule, Story


class OneSided(Rule):
    """A trial has two sides, and a story that quotes only one of them reads as if the other had nothing to say."""

    id = "courts/one-sided"
    topic = "ethics"
    severity = "note"
    message = "only one person is quoted"
    when = {"kind": ["court"]}
    in_quotes = "both"  # findings stand on quotations
    least = Option(2, "how many quotations a story must have", minimum=1)
    examples = (
        Bad(
            "[[“He lit the match,”]] Ada Poole, for the Crown, told the court. ((“He watched it burn,”)) Poole said.",
            kind="court",
            message="only Ada Poole is quoted, 2 times: is there word from the other side?",
        ),
        Good(
            "“He lit the match,” Ada Poole, for the Crown, told the court. “He was at home,” said Leo Marsh.",
            kind="court",
        ),
        Good("“He lit the match,” Ada Poole said. “There is no proof,” a spokesman said.", kind="court"),
        Good("“He lit the match,” Ada Poole told the court. The trial goes on.", kind="court"),
        Good("“It is old,” Ada Poole said. “It will go,” Poole said.", note="not a court story"),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        spoken = [quote for quote in story.get(newslint.quotes) if quote.status == "attributed"]
        voices = [person for person in story.get(newslint.people) if person.quotes]
        if len(voices) != 1 or len(spoken) < self.least:
            return
        [voice] = voices
        if len(voice.quotes) == len(spoken):  # else somebody is quoted whom the story does not name
            first, *others = voice.quotes
            yield self.finding(
                first.span,
                f"only {voice.name} is quoted, {len(spoken)} times: is there word from the other side?",
                related=[Related(quote.span, "and here") for quote in others],
            )
