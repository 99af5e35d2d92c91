"""A full stop where a comma belongs, before “he said” (“Come here.” she said)."""

from __future__ import annotations

from newslint.analyses.quotes.sought import SoughtRule
from newslint.base.lazy import pattern
from newslint.model.rule import Bad, Evidence, Good


class StopBeforeSpeaker(SoughtRule):
    """The sentence goes on to its speaker, so that the stop inside the marks ends it too early."""

    id = "stop-before-speaker"
    topic = "quotes"
    default = False
    finds = "A full stop where a comma belongs, before “he said” (“Come here.” she said)"
    severity = "warning"
    confidence = "medium"
    message = "“{match}”: a comma, not a full stop, before the words that say who speaks"
    in_quotes = "both"
    zones = ("headline", "deck", "caption", "subhead", "body", "list", "note")
    when = {"language": ("en",)}
    sought = (
        (
            ('." ', ".” "),
            pattern(
                r'\.["”] (?:(?:he|she|they|it|we|I) (?:also |later |then |once )?(?:said|says|added|ad'
                r"ds|asked|asks|wrote|writes|told|explained|explains|replied|continued|recalled|insist"
                r"ed|warned|noted|argued|concluded|joked|answered)\b|(?:said|says|added|asked|wrote|ex"
                r"plained) (?:[A-Z][a-z]+|he\b|she\b|the\b|his\b|her\b|one\b|an?\b))",
                8,
            ),
        ),
    )
    examples = (
        Bad("“It is late[[.” she said]] and left. “No[[.” said Ms]] Hill."),
        Bad('"It is late[[." she added]].'),
        Good("“It is late,” she said. “No.” She said so twice. “Why?” he asked."),
        Good(
            "She called it “late.” Hill said nothing. “No.” It said so on the door.",
            note="A capital begins the next sentence.",
        ),
    )
    evidence = Evidence(
        stories=3849, hits=4, wrong=0, cases=60, found=60, on="commas at a speaker in edited stories made into stops"
    )
