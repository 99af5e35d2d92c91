"""An abbreviation with its first point and not its last (“U.S troops”)."""

from __future__ import annotations

from newslint.analyses.quotes.sought import SoughtRule
from newslint.base.lazy import pattern
from newslint.model.rule import Bad, Evidence, Good


class HalfDotted(SoughtRule):
    """A house writes both points or none. One alone is a slip."""

    id = "half-dotted"
    topic = "language"
    default = False
    finds = "An abbreviation with its first point and not its last (“U.S troops”)"
    severity = "warning"
    confidence = "medium"
    message = "“{match}”: the second point is missing, or the first one is too many"
    zones = ("headline", "deck", "caption", "subhead", "body", "list", "note")
    when = {"language": ("en",)}
    sought = (
        (
            ("U.S", "U.K", "U.N", "D.C", "E.U", "Ph.D", "e.g", "i.e"),
            pattern(r"(?:U\.[SKN]|D\.C|E\.U|e\.g|i\.e)(?<![\w./@-]...)(?=\s+[A-Za-z]|,? [a-z]|[,;:])", 8),
        ),
        (("a.m", "p.m"), pattern(r"[ap]\.m(?<=\d [ap]\.m)(?=\s[a-z]|[,;])", 8)),
    )
    examples = (
        Bad("[[U.S]] troops left the [[U.K]] at 7 [[p.m]], she said."),
        Good("U.S. troops left the UK at 7 p.m. and the U.S.-led force stayed. U.S.A. and U.S.S.R. men met."),
        Good("“U.S troops left,” she wrote. See example.org/U.S and L.S. Hill."),
    )
    evidence = Evidence(
        stories=3849, hits=10, wrong=0, cases=60, found=60, on="last points taken out of edited stories"
    )
