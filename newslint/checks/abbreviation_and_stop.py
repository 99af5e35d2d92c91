"""Two stops where an abbreviation ends its sentence (“Inc..”)."""

from __future__ import annotations

from newslint.analyses.quotes.sought import SoughtRule
from newslint.base.lazy import pattern
from newslint.model.rule import Bad, Evidence, Good


class AbbreviationAndStop(SoughtRule):
    """One stop does both; two look like dots with one missing."""

    id = "abbreviation-and-stop"
    topic = "punctuation"
    default = False
    finds = "Two stops where an abbreviation ends its sentence (“Inc..”)"
    severity = "warning"
    confidence = "medium"
    message = "“{match}”: the abbreviation's stop ends the sentence too"
    zones = ("headline", "deck", "caption", "subhead", "body", "list", "note")
    when = {"language": ("en",)}
    written = "{a}."
    sought = (
        (("..",), pattern(r"\b(?P<a>Inc|Corp|Ltd|Co|Jr|Sr|Bros|a\.m|p\.m|U\.S|U\.N|U\.K|D\.C|Ph\.D)\.\.(?!\.)", 8)),
    )
    examples = (
        Bad(
            "She works for Hill Mills [[Inc..]] It opens at 7 [[a.m..]]",
            fixed="She works for Hill Mills Inc. It opens at 7 a.m.",
        ),
        Good("She works for Hill Mills Inc. It is open from 7 a.m... “At 7 a.m..,” she said."),
    )
    evidence = Evidence(
        stories=3849,
        hits=0,
        wrong=0,
        cases=29,
        found=29,
        on="stops doubled at the ends of paragraphs of edited stories",
    )
