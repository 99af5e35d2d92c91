"""A comma or stop on both sides of a closing quotation mark."""

from __future__ import annotations

from newslint.analyses.quotes.sought import SoughtRule
from newslint.base.lazy import pattern
from newslint.model.rule import Bad, Evidence, Good


class StopOnBothSides(SoughtRule):
    """Inside or outside the marks, whichever the house does; on both sides never."""

    id = "stop-on-both-sides"
    topic = "quotes"
    default = False
    finds = "A comma or stop on both sides of a closing quotation mark"
    severity = "warning"
    confidence = "medium"
    message = "“{match}”: one of these marks is left over"
    in_quotes = "both"
    zones = ("headline", "deck", "caption", "subhead", "body", "list", "note")
    when = {"language": ("en",)}
    sought = (
        (
            (',",', ',".', '.".', ",”,", ",”.", ".”."),
            pattern(r'[,.](?<=[a-z]{4}[,.])["”](?:(?<=,["”])[,.]|(?<=\.["”])\.)(?=\s|$)', 8),
        ),
    )
    examples = (
        Bad("“It is late[[,”,]] she said. He sang “Home and away[[.”.]] Then he left."),
        Good("“It is late,” she said. He sang “Home and away.” It is “Hill Corp.”, she wrote."),
    )
    evidence = Evidence(
        stories=3849, hits=2, wrong=0, cases=60, found=60, on="a second comma set behind the mark in edited stories"
    )
