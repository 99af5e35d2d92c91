"""A comma before an opening bracket (“the mill, (which burned)”)."""

from __future__ import annotations

from newslint.analyses.quotes.sought import SoughtRule
from newslint.base.lazy import pattern
from newslint.model.rule import Bad, Evidence, Good


class CommaBeforeBracket(SoughtRule):
    """What stands in brackets goes with the words before it, and the pause comes after both."""

    id = "comma-before-bracket"
    topic = "punctuation"
    default = False
    finds = "A comma before an opening bracket (“the mill, (which burned)”)"
    severity = "warning"
    confidence = "medium"
    message = "the comma before this bracket belongs behind it, or nowhere"
    zones = ("headline", "deck", "caption", "subhead", "body", "list", "note")
    when = {"language": ("en",)}
    sought = (((", (",), pattern(r", \((?<=[a-z]{3}, \()(?=[a-z]{2,20} [a-z])", 8)),)
    examples = (
        Bad("The mill[[, (]]which burned) was old."),
        Good("The mill (which burned), was old, (a) for it was wood and (b) for it was dry."),
        Good("“The mill, (which burned) was old,” she wrote."),
    )
    evidence = Evidence(
        stories=3849, hits=2, wrong=0, cases=60, found=58, on="commas set before brackets in edited stories"
    )
