"""Ages in figures or in words, as the house writes them: “5-year-old” or “five-year-old”."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.dates.own_copy import own_copy
from newslint.base.lazy import pattern
from newslint.kinds.base import keep_case
from newslint.model.finding import Edit, Finding, Fix
from newslint.model.rule import Bad, Good, Rule
from newslint.model.story import Story
from newslint.words.tables import Figures, any_of

_HIGHEST_IN_WORDS = 9


def _age() -> str:
    words = any_of([row[0] for row in Figures.of().ones])
    number = rf"(?:{words}|[1-9]\d?)"
    return (
        rf"(?i)(?<![\w.,$£€-])(?:(?P<before>{number})(?=-year-olds?\b|(?: or {number})? years? old\b)"
        rf"|(?<=\baged )(?P<behind>{number})(?![\w-]|[.,]\d| (?:to|and|or)\b))"
    )


_AGE = pattern(_age)


class AgeForm(Rule):
    """Agencies give every age in figures; others follow their rule for numbers and write those below ten in words."""

    id = "age-form"
    topic = "numbers"
    finds = "An age in words, or in figures, against the style, such as “five-year-old”"
    severity = "warning"
    confidence = "medium"
    default = False
    message = "this age is written another way"
    axis = "age-form"
    forms = ("figures", "words")
    zones = ("body",)
    when = {"language": ("en",)}
    source = "Associated Press style, as told on headsupenglish.com"
    examples = (
        Bad(
            "The [[five]]-year-old mill is kept by a boy aged [[nine]], who is [[Nine]] years old.",
            fixed="The 5-year-old mill is kept by a boy aged 9, who is 9 years old.",
            style={"age-form": "figures"},
            message="“five”: write “5”, as all ages",
        ),
        Bad(
            "The [[5]]-year-old boy and his sister, aged [[8]], met a 12-year-old.",
            fixed="The five-year-old boy and his sister, aged eight, met a 12-year-old.",
            style={"age-form": "words"},
        ),
        Good("The 5-year-old boy, aged 8, stayed for five years.", style={"age-form": "figures"}),
        Good("The five-year-old boy stayed for 5 years; those aged 8 to 12 left.", style={"age-form": "words"}),
        Good("“A five-year-old boy,” she said.", style={"age-form": "figures"}),
        Good("The five-year-old boy and a 6-year-old girl.", note="no house has chosen"),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each age."""
        form = self.house(story)
        if not form or story.language != "en":
            return
        words = [row[0] for row in Figures.of().ones]
        for hit in own_copy(story, _AGE, self.zones):
            if form == "figures" and not hit.text.isdigit() and not _opens(hit.zone.text, hit.start):
                right = str(words.index(hit.text.lower()) + 1)
                said = f"“{hit.text}”: write “{right}”, as all ages"
            elif form == "words" and hit.text.isdigit() and int(hit.text) <= _HIGHEST_IN_WORDS:
                right = keep_case(words[int(hit.text) - 1], hit.text)
                said = f"“{hit.text}”: write “{right}”"
            else:
                continue
            yield self.finding(hit.span, said, fixes=(Fix(f"Write “{right}”", (Edit(hit.span, right),), "offer"),))


def _opens(text: str, at: int) -> bool:
    """Whether a sentence begins there, which no figure opens."""
    before = text[:at].rstrip("\"“‘' ")
    return not before or before[-1] in ".!?\n"
