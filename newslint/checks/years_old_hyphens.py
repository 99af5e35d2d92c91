"""Hyphens in an age that stands behind its verb (“he is six-years-old”)."""

from __future__ import annotations

from newslint.analyses.quotes.sought import SoughtRule
from newslint.base.lazy import pattern
from newslint.model.rule import Bad, Evidence, Good


class YearsOldHyphens(SoughtRule):
    """The hyphens belong to an age before a noun; after a verb the words stand by themselves."""

    id = "years-old-hyphens"
    topic = "punctuation"
    default = False
    finds = "Hyphens in an age that stands behind its verb (“he is six-years-old”)"
    severity = "warning"
    confidence = "medium"
    message = "“{match}”: no hyphens where no noun follows: “{replacement}”"
    zones = ("headline", "deck", "caption", "subhead", "body", "list", "note")
    when = {"language": ("en",)}
    written = "{v} {n} years old"
    sought = (
        (
            ("years-old", "year-old"),
            pattern(
                r"(?i:\b(?P<v>is|was|are|were|be|being|turned|just|only|about|than) (?P<n>\d{1,3}|one|"
                r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
                r"|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty)[- ]years?-old(?=[.,;"
                r":]|$| (?:and|when|at|but|or|who|in|on|that|he|she|they)\b))",
                8,
            ),
        ),
        (
            ("years-old", "year-old"),
            pattern(
                r"(?i:(?<![\w-])(?P<v>[A-Za-z]{2,20},?) (?P<n>\d{1,3}|one|two|three|four|five|six|seve"
                r"n|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
                r"nineteen|twenty|thirty|forty|fifty)-years-old(?=[.,;:]|$| (?:and|when|at|but|or|who|"
                r"in|on|that|he|she|they)\b))",
                8,
            ),
        ),
    )
    examples = (
        Bad(
            "He [[is six-years-old]], and she [[was 36-years-old]] when it burned.",
            fixed="He is six years old, and she was 36 years old when it burned.",
        ),
        Good("He is a six-year-old boy; it is six years old. “He is six-years-old,” she said."),
    )
    evidence = Evidence(
        stories=3849, hits=2, wrong=0, cases=20, found=20, on="hyphens set into ages in edited stories"
    )
