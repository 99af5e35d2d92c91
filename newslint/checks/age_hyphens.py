"""An age before a noun without its hyphens (“six year old boy”)."""

from __future__ import annotations

from newslint.analyses.quotes.sought import SoughtRule
from newslint.base.lazy import pattern
from newslint.model.rule import Bad, Evidence, Good


class AgeHyphens(SoughtRule):
    """Before a noun the age is one word, and reads as two without its hyphens."""

    id = "age-hyphens"
    topic = "punctuation"
    default = False
    finds = "An age before a noun without its hyphens (“six year old boy”)"
    severity = "warning"
    confidence = "medium"
    message = "“{match}”: “{replacement}”, with both hyphens"
    zones = ("headline", "deck", "caption", "subhead", "body", "list", "note")
    when = {"language": ("en",)}
    written = "{n}-year-old {noun}"
    sought = (
        (
            ("year old ", "years old ", "year-old ", "years-old "),
            pattern(
                r"(?i:(?<![\w.,/-])(?P<n>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|elev"
                r"en|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirt"
                r"y|forty|fifty) years?[ -]old (?P<noun>boy|girl|man|woman|child|son|daughter|mother|f"
                r"ather|brother|sister|student|pupil|teenager|baby|driver|victim|player|native|veteran"
                r"|worker|teacher|company|building|house|dog|grandson|granddaughter|grandmother|grandf"
                r"ather|resident|suspect|male|female|law|program|programme|tradition|bridge|church|sch"
                r"ool|mill)\b)",
                8,
            ),
        ),
        (
            ("year old ", "years old ", "year-old ", "years-old "),
            pattern(
                r"(?i:(?<![\w.,/-])(?P<n>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|elev"
                r"en|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirt"
                r"y|forty|fifty)-years? old (?P<noun>boy|girl|man|woman|child|son|daughter|mother|fath"
                r"er|brother|sister|student|pupil|teenager|baby|driver|victim|player|native|veteran|wo"
                r"rker|teacher|company|building|house|dog|grandson|granddaughter|grandmother|grandfath"
                r"er|resident|suspect|male|female|law|program|programme|tradition|bridge|church|school"
                r"|mill)\b)",
                8,
            ),
        ),
        (
            ("year old ", "years old ", "year-old ", "years-old "),
            pattern(
                r"(?i:(?<![\w.,/-])(?P<n>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|elev"
                r"en|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirt"
                r"y|forty|fifty)-years-old (?P<noun>boy|girl|man|woman|child|son|daughter|mother|fathe"
                r"r|brother|sister|student|pupil|teenager|baby|driver|victim|player|native|veteran|wor"
                r"ker|teacher|company|building|house|dog|grandson|granddaughter|grandmother|grandfathe"
                r"r|resident|suspect|male|female|law|program|programme|tradition|bridge|church|school|"
                r"mill)\b)",
                8,
            ),
        ),
    )
    examples = (
        Bad(
            "A [[six year old boy]] and a [[36-year old woman]] left.",
            fixed="A six-year-old boy and a 36-year-old woman left.",
            message="“six year old boy”: “six-year-old boy”, with both hyphens",
        ),
        Good("A six-year-old boy left. He is six years old. The boy, 36 years old, left."),
        Good("“A six year old boy,” she said. They are six years older."),
    )
    evidence = Evidence(
        stories=3849, hits=3, wrong=0, cases=37, found=36, on="hyphens taken out of ages in edited stories"
    )
