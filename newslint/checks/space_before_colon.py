"""A space before a colon or semicolon."""

from __future__ import annotations

from newslint.analyses.quotes.sought import SoughtRule
from newslint.base.lazy import pattern
from newslint.model.rule import Bad, Evidence, Good


class SpaceBeforeColon(SoughtRule):
    """English sets none there, and lines break where they should not."""

    id = "space-before-colon"
    topic = "punctuation"
    default = False
    finds = "A space before a colon or semicolon"
    severity = "warning"
    confidence = "medium"
    message = "there is a space before this mark"
    zones = ("headline", "deck", "caption", "subhead", "body", "list", "note")
    when = {"language": ("en",)}
    sought = (((" : ", " ; "), pattern(r" [:;] (?<=[a-z]{2} [:;] )(?=[A-Za-z]{2})", 8)),)
    examples = (
        Bad("It is late[[ : ]]the mill burned[[ ; ]]nobody slept."),
        Good("It is late: the mill burned; nobody slept :) at 7 :30. “Late : dark,” she wrote."),
    )
    evidence = Evidence(
        stories=3849, hits=8, wrong=2, cases=60, found=60, on="spaces set before colons in edited stories"
    )
