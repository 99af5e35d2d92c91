"""A comma or a stop set twice, or both at once: “late,,”, “came..”."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.quotes.quotes import quoted
from newslint.analyses.text.scanning import scan
from newslint.base.lazy import pattern
from newslint.model.finding import Finding
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story

# By the sign it begins with, which is found fast; the letters before it stand last.
_FORMS = {
    ",": pattern(r",(?=[,.])(?<=[a-z]{3},)[,.](?=\s|$)", 8),
    ";": pattern(r";(?=[;,])(?<=[a-z]{3};)[;,](?=\s|$)", 8),
    "'’": pattern(r"'’(?<=[a-z]'’)'?(?=(?:s|t|re|ve|ll)\b)"),
    "’'": pattern(r"’'(?<=[a-z]’')’?(?=(?:s|t|re|ve|ll)\b)"),
    "..": pattern(r"\.\.(?<=[a-z]{3}\.\.)(?=$| [A-Z])", 8),
}


class DoubledMark(Rule):
    """What is left of a sentence that was cut or joined."""

    id = "doubled-mark"
    topic = "punctuation"
    finds = "A comma or a stop set twice, or both at once, such as “late,,”"
    severity = "warning"
    confidence = "medium"
    message = "one of these marks is left over"
    zones = ("headline", "deck", "caption", "subhead", "body", "list", "note")
    examples = (
        Bad("The tram was late[[,,]] the ferry came[[..]]", message="“,,”: one of these marks is left over"),
        Good("The tram, the ferry, etc., came… It was late... The mill is in the U.S., she wrote."),
        Good("“It was late..,” she said."),
    )
    evidence = Evidence(stories=3849, hits=23, wrong=1)

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each place."""
        text = story.prose.text
        for sign, form in _FORMS.items():
            if sign in text and form.search(text):
                for hit in scan(story, form, self.zones):
                    if not story.get(quoted).meet(hit.span):
                        yield self.finding(hit.span, f"“{hit.text}”: one of these marks is left over")
