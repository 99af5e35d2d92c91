"""Two dots where there should be one or three (“late.. and dark”)."""

from __future__ import annotations

from newslint.analyses.quotes.sought import SoughtRule
from newslint.base.lazy import pattern
from newslint.model.rule import Bad, Evidence, Good


class TwoDots(SoughtRule):
    """One dot ends a sentence and three tell that something is left out. Two are a slip of the key."""

    id = "two-dots"
    topic = "punctuation"
    default = False
    finds = "Two dots where there should be one or three (“late.. and dark”)"
    severity = "warning"
    confidence = "medium"
    message = "two dots: one is left over, or one is missing"
    zones = ("headline", "deck", "caption", "subhead", "body", "list", "note")
    sought = (((".. ",), pattern(r"\.\. (?<=[a-z]{2}\.\. )(?=[a-z]{2})", 8)),)
    examples = (
        Bad("It was late[[.. ]]and dark."),
        Good("It was late... and dark. See ../mill and a..b. “It was late.. and dark,” she wrote."),
    )
    evidence = Evidence(
        stories=3849,
        hits=3,
        wrong=0,
        cases=60,
        found=60,
        on="two dots put in the place of a comma or of three dots in edited stories",
    )
