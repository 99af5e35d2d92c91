"""A measure told in two units that are not the same: “10 miles (61km)”."""

from __future__ import annotations

from collections.abc import Iterator
from math import floor, log10

from newslint.analyses.facts.measures import Conversion, conversions
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story

_DIGITS = 3  # of what a measure should come to


class UnitConversion(Rule):
    """Two digits change places in a bracket that nobody reads again, and a ten-mile walk becomes one of sixty."""

    id = "unit-conversion"
    topic = "facts"
    finds = "A measure given in two units that do not come to the same"
    severity = "warning"
    confidence = "high"
    message = "the two measures are not the same"
    zones = ("headline", "deck", "caption", "subhead", "body", "list", "note")
    in_quotes = "both"
    needs = conversions
    examples = (
        Bad(
            "The path is ((10 miles)) ([[61km]]) long.",
            message="“10 miles” is about 16.1km, not 61",
        ),
        Bad("They sold ((32,000 acres)) ([[31,000 hectares]]) of pasture."),
        Bad("It reached ((40 degrees Celsius)) ([[124 degrees Fahrenheit]]) in the shade."),
        Bad(
            "The sea grew warmer by well below ((3 degrees Celsius)) ([[3.6 degrees Fahrenheit]]).",
            message="“3 degrees Celsius” is about 5.4 degrees Fahrenheit, not 3.6",
            note="how much warmer",
        ),
        Bad("At night it fell to ((-20C)) ([[4F]])."),
        Bad("The mast is ((30m)) ([[68ft]]) high."),
        Bad("The mill is ((8 miles)), or [[31 kilometers]], from the quarry."),
        Bad("The ((200-pound)) ([[140 kg]]) pumpkin won."),
        Bad("He is ((6ft 2in)) ([[2.18m]]) tall."),
        Bad("The lizards grow to ((10)) to 15 inches ([[52]] to 38 cm)."),
        Good("The path is 10 miles (16km) long, and the mast 382m (1,253 ft) high."),
        Good("Keep 6 feet (2 meters) apart, and 30ft (10m) from the kerb.", note="rounded"),
        Good("The lift goes at 17m/s, about 38mph (61km/h)."),
        Good(
            "It was -8 C to -12 C (17.6 F to 10.4 F), within 2 degrees Celsius (3.6 degrees Fahrenheit) of a record."
        ),
        Good("He is 6ft 2in (1.88m) tall and weighs 13 stone 4lb (84kg)."),
        Good("The ship carried 3,000 tons (2,700 metric tons), then 3,000 tons (3,050 tonnes).", note="two tons"),
        Good("It is 10 miles from the road (30 km by boat) and 5 ft (100 pounds a yard)."),
        Good("She ran 5 miles, or 13 laps, and they burnt 1.5m hectares (3.7m acres)."),
        Good("The box is 10ft x 12ft (3m x 3.7m), and the walk 10-15 miles (16-24km)."),
    )
    evidence = Evidence(
        stories=2662,
        hits=0,
        wrong=0,
        cases=62,
        found=60,
        on="one figure changed in measures that edited stories give in two units, found by a looser pattern",
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each measure that is converted wrongly, at the second of the two."""
        for each in story.get(conversions):
            if not each.agree and each.zone.role in self.zones:
                yield self._found(each)

    def _found(self, each: Conversion) -> Finding:
        message = f"“{each.text(each.first)}” is about {_as_second(each)}, not {each.second.written}"
        related = (Related(each.span(each.first), "the measure"),)
        return self.finding(each.span(each.second), message, related=related)


def _as_second(each: Conversion) -> str:
    """What the second should be, in its unit as it is written there."""
    second, text = each.second, each.text(each.second)
    unit = text[len(second.written) :]
    plain = text.startswith(second.written) and unit.strip(" -") == second.unit
    return f"{_written(each.right)}{unit}" if plain else f"{_written(each.right)} {second.unit}"


def _written(value: float) -> str:
    """A figure to three digits, as copy writes it."""
    if not value:
        return "0"
    digits = _DIGITS - 1 - floor(log10(abs(value)))
    rounded = round(value, digits)
    return f"{rounded:,.{max(0, digits)}f}".rstrip("0").rstrip(".") if digits > 0 else f"{rounded:,.0f}"
