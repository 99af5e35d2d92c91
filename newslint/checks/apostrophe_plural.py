"""An apostrophe in a plural (“two MP's”, “the 1990's”)."""

from __future__ import annotations

from newslint.analyses.quotes.sought import SoughtRule
from newslint.base.lazy import pattern
from newslint.model.rule import Bad, Evidence, Good

_ANCHORS = (pattern(r"'s(?<=[A-Z]{2}'s)"), pattern(r"’s(?<=[A-Z]{2}’s)"))


class ApostrophePlural(SoughtRule):
    """The apostrophe says that something belongs to somebody. The words round this one say that it is a plural."""

    id = "apostrophe-plural"
    topic = "punctuation"
    default = False
    finds = "An apostrophe in a plural (“two MP's”, “the 1990's”)"
    severity = "warning"
    confidence = "medium"
    message = "“{match}”: a plural takes no apostrophe"
    zones = ("headline", "deck", "caption", "subhead", "body", "list", "note")
    when = {"language": ("en",)}
    sought = (
        (
            _ANCHORS,
            pattern(
                r"\b(?:two|three|four|five|six|seven|eight|nine|ten|several|these|those|many|\d{1,3}) "
                r"[A-Z]{2,5}['’]s(?=[.,;:)]|$| (?:are|were|have|had|will|would|who|that|from|in|at|on|"
                r"for|to|with|and|or|as|by)\b)",
                8,
            ),
        ),
        (
            ("'s are", "'s were", "'s have", "’s are", "’s were", "’s have"),
            pattern(r"\b[A-Z]{2,5}['’]s (?:are|were|have)\b", 8),
        ),
    )
    examples = (
        Bad("She met [[two MP's]] and [[several NGO’s]] in town. The [[CEO's are]] here."),
        Good("Two MPs’ seats fell. The MP’s seat is one of many BBC’s staff want. These MPs are the NGO's."),
        Good("“Two MP's are here,” she wrote. Mind your P’s and Q’s."),
    )
    evidence = Evidence(
        stories=3849, hits=4, wrong=0, cases=31, found=31, on="apostrophes set into plurals in edited stories"
    )
