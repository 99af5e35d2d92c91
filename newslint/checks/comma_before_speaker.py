"""No comma between what is said and who says it (“Stop” he said)."""

from __future__ import annotations

from newslint.analyses.quotes.sought import SoughtRule
from newslint.base.lazy import pattern
from newslint.model.rule import Bad, Evidence, Good


class CommaBeforeSpeaker(SoughtRule):
    """Without its comma the speaker reads as part of what is said."""

    id = "comma-before-speaker"
    topic = "quotes"
    default = False
    finds = "No comma between what is said and who says it (“Stop” he said)"
    severity = "warning"
    confidence = "medium"
    message = "“{match}”: a comma is missing inside the marks, before the words that say who speaks"
    in_quotes = "both"
    zones = ("headline", "deck", "caption", "subhead", "body", "list", "note")
    when = {"language": ("en",)}
    sought = (
        (
            ('" he ', '" she ', '" they ', "” he ", "” she ", "” they "),
            pattern(
                r'["”] (?<=[a-z]{2}["”] )(?:he|she|they) (?:said|says|added|adds|asked|asks|wrote|writ'
                r"es|told|explained|explains|replied|continued|recalled|insisted|warned|noted|argued|c"
                r"oncluded|joked|answered)(?=[.,;]|$| (?:on|in|at|of|as|to|when|while|after|before|tha"
                r"t|with|during|yesterday|Monday|Tuesday|Wednesday|Thursday|Friday)\b)",
                8,
            ),
        ),
        (('" said ', "” said "), pattern(r'["”] said (?<=[a-z]{2}["”] said )[A-Z][a-z]+', 8)),
    )
    examples = (
        Bad("“It is late[[” she said]]. “We go[[” said Hill]]."),
        Good("“It is late,” she said. “Why?” he asked. He is “the boss” and they said so."),
        Good("The man who sang “Home” said that it was late."),
    )
    evidence = Evidence(
        stories=3849, hits=6, wrong=0, cases=60, found=59, on="commas at a speaker taken out of edited stories"
    )
