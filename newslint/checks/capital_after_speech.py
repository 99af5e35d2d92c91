"""A capital in the words that say who speaks (“Stop,” He said)."""

from __future__ import annotations

from newslint.analyses.quotes.sought import SoughtRule
from newslint.base.lazy import pattern
from newslint.model.rule import Bad, Evidence, Good


class CapitalAfterSpeech(SoughtRule):
    """The comma says that the sentence is not over; a capital begins another one."""

    id = "capital-after-speech"
    topic = "quotes"
    default = False
    finds = "A capital in the words that say who speaks (“Stop,” He said)"
    severity = "warning"
    confidence = "medium"
    message = "“{match}”: after the comma the sentence goes on, so the pronoun is small"
    in_quotes = "both"
    zones = ("headline", "deck", "caption", "subhead", "body", "list", "note")
    when = {"language": ("en",)}
    sought = (
        (
            (pattern(r",[\"”] (?=(?:He|She|They|It|We) )"),),
            pattern(
                r',["”] (?:He|She|They|It|We) (?:said|says|added|adds|asked|asks|wrote|writes|told|exp'
                r"lained|explains|replied|continued|recalled|insisted|warned|noted|argued|concluded|jo"
                r"ked|answered)\b",
                8,
            ),
        ),
    )
    examples = (
        Bad("“It is late[[,” She said]] and left."),
        Good("“It is late,” she said. “No.” She said so."),
        Good("“It is late,” Hill said. She said so."),
    )
    evidence = Evidence(
        stories=3849,
        hits=0,
        wrong=0,
        cases=60,
        found=60,
        on="pronouns behind what is said given a capital in edited stories",
    )
