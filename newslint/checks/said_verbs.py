"""Verbs of speech that say more than “said”."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.quotes.quotes import quotes
from newslint.base.text import Span
from newslint.model.finding import Finding
from newslint.model.rule import Bad, Evidence, Good, Option, Rule
from newslint.model.story import Story
from newslint.words.tables import Attributions

_VERBS = tuple(sorted(Attributions.of().loaded))


class SaidVerbs(Rule):
    """“Said” is neutral; “claimed” doubts, “admitted” convicts and “slammed” shouts.

    Where the verb is right (a defendant admitted the charge), keep it: this is a matter of style.
    """

    id = "said-verbs"
    topic = "quotes"
    finds = "A verb of attribution that says more than “said”, such as “slammed”"
    severity = "note"
    default = False
    message = "this verb says more than “said”: use it only if you mean it"
    in_quotes = "both"
    when = {"language": ("en",)}  # newslint knows how English says who speaks
    verbs = Option(_VERBS, "the verb forms to report where they attribute a quotation")
    examples = (
        Bad(
            "“It was cold,” [[claimed]] Silva.", message="“claimed” says more than “said”: use it only if you mean it"
        ),
        Bad("“Not a chance,” the mayor [[slams]]."),
        Bad("Silva [[admitted]]: “It was cold.”\n“Very cold,” she [[boasted]]."),
        Bad("“It was cold,” [[noted]] Silva.", options={"verbs": ["noted"]}),
        Good("“It was cold,” said Silva. “Very cold,” she added."),
        Good("“It was cold,” claimed Silva.", options={"verbs": ["slammed"]}),
        Good("The fire claimed two lives. “It was cold,” said Silva."),
        Good("Silva claimed the mill was hers.", note="no quotation"),
    )
    evidence = Evidence(stories=1922, hits=129)

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each verb that attributes a quotation."""
        text = story.source.text
        verbs = frozenset(self.verbs)
        reported: set[Span] = set()
        for quote in story.get(quotes):
            cue = quote.cue
            if cue and cue not in reported and text[cue.start : cue.end].lower() in verbs:
                reported.add(cue)
                yield self.finding(
                    cue, f"“{text[cue.start : cue.end]}” says more than “said”: use it only if you mean it"
                )
