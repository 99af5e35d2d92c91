"""Numbers that no story has (hundreds of digits, noughts, other scripts) break no rule on facts."""

from itertools import product

import pytest

import newslint

NUMBERS = ("1" * 400, "0", "0.0", "1" * 330 + "." + "1" * 400, "1," + ",".join(["000"] * 150), "٣٤")
SENTENCES = (
    "Sales fell to {a} percent from {b}, and profit jumped {a}% to ${b}m from ${a}bn.",
    "He ran {a} miles ({b}km), {a}ft {b}in, {a} feet {b} inches ({a}m) at {a}C ({b}F).",
    "It cost ${a}bn (£{b}m) and ${b} (£{a}); it needs ${a}m, half from A and the other ${b}m.",
    "They took {a} states: Iowa, Ohio and Utah. Of the {a} aboard, {b} were Iranian and {a} Canadian.",
    "Ana Silva, {a}, spoke. Ana Silva, {b}, left. The council voted {a}-{b} for it, and the Reds won {a}-{b}.",
    "He served from {a} to {b}, for {a} years from 1996 to 2001, on Tuesday, {a}/{b}/2014 and 21/Apr/{a}.",
    "It doubled from {a} to {b}, half ({a} percent), one in {a} ({b} percent), by {a} points ({b} to {a} percent).",
    "47% were for A, {a}% for B and {b}% undecided, the remaining {a}%.",
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_number_past_all_reckoning_breaks_no_rule(sentence):
    for a, b in product(NUMBERS, NUMBERS):
        story = f"{a} hurt as the mill burns\n\n" + sentence.format(a=a, b=b)
        for finding in newslint.check(story, path="story.txt", select="facts"):
            assert 0 <= finding.span.start < finding.span.end <= len(story)
            assert "inf" not in finding.message.split()
            assert "nan" not in finding.message.split()
