"""States behind their cities, in full or short, as the house writes them in text: “Reno, Nevada” or “Reno, Nev.”."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from newslint.analyses.dates.own_copy import ends_sentence, own_copy
from newslint.base.lazy import pattern
from newslint.model.finding import Edit, Finding, Fix
from newslint.model.rule import Bad, Good, Rule
from newslint.model.story import Story
from newslint.words.tables import Places, Vocabulary, any_of


def _pattern() -> str:
    forms = [form for state, short in Places.of().in_datelines.items() for form in (state, short)]
    return rf"(?P<city>\b[A-Z][\w.’'-]+), (?P<state>{any_of(forms)})(?![\w’'-])"


_STATE = pattern(_pattern)


class StateForm(Rule):
    """The short forms of states come from datelines; a house has them in its text, or writes states out there."""

    id = "state-form"
    topic = "places"
    finds = "A state behind its city that is shortened, or written out, against the style"
    severity = "warning"
    confidence = "medium"
    default = False
    message = "this state is written another way"
    axis = "state-form"
    forms = ("full", "short")
    zones = ("body",)
    when = {"language": ("en",)}
    source = "Associated Press style since 2014, as told by gatehousenewsroom.com, March 2016"
    examples = (
        Bad(
            "She came from Reno, [[Nev.]], to Flint, [[Mich.]] The mill in Ames, Iowa, is shut.",
            fixed="She came from Reno, Nevada, to Flint, Michigan. The mill in Ames, Iowa, is shut.",
            style={"state-form": "full"},
            message="“Nev.”: write “Nevada”",
        ),
        Bad(
            "She came from Reno, [[Nevada]], to Flint, [[Michigan]].",
            fixed="She came from Reno, Nev., to Flint, Mich.",
            style={"state-form": "short"},
        ),
        Good("RENO, Nev. (AP) — She came from Flint, Michigan, to Reno.", style={"state-form": "full"}),
        Good(
            "She came from Reno, Nev., to New Jersey, Nevada and Ohio, or to France, Georgia and Spain.",
            style={"state-form": "short"},
        ),
        Good("Rep. Ana Silva, D-Nev., left. “I left Reno, Nev., long ago,” she wrote.", style={"state-form": "full"}),
        Good("From Reno, Nev., to Reno, Nevada.", note="no house has chosen"),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each state."""
        form = self.house(story)
        if not form or story.language != "en":
            return
        short = Places.of().in_datelines
        for hit in own_copy(story, _STATE, self.zones):
            written = hit.match["state"]
            state = _full().get(written, written)
            before = hit.zone.text[max(0, hit.start - 20) : hit.end - len(written) - 2]
            if short[state] == state or before.endswith(_not_cities()):
                continue  # a list of states or of countries
            right = state if form == "full" else short[state]
            if right == written:
                continue
            behind = hit.zone.text[hit.end : hit.end + 1]
            new = right
            if written.endswith(".") and ends_sentence(hit, Vocabulary.of().function):
                new = f"{right}."
            elif right.endswith(".") and behind == ".":
                new = right[:-1]
            place = hit.zone.to_source(hit.end - len(written), hit.end)
            fix = Fix(f"Write “{new}”", (Edit(place, new),), "offer")
            yield self.finding(place, f"“{written}”: write “{right}”", fixes=(fix,))


@cache
def _full() -> dict[str, str]:
    """The state for each form of a dateline."""
    return {short: state for state, short in Places.of().in_datelines.items()}


@cache
def _not_cities() -> tuple[str, ...]:
    """States and countries, behind which a state is one more of a list."""
    return (*Places.of().in_datelines, *Places.of().countries)
