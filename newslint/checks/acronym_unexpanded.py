"""An acronym that the story never spells out, and that is not known to every reader."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from newslint.analyses.quotes.quotes import quoted
from newslint.analyses.text.acronyms import introductions
from newslint.analyses.text.scanning import scan
from newslint.base.lazy import pattern
from newslint.model.finding import Finding
from newslint.model.rule import Bad, Good, Option, Rule
from newslint.model.story import Story
from newslint.words.tables import Acronyms

_ACRONYM = pattern(r"(?<![\w.&@#/$-])(?<![A-Z]{2} )[A-Z]{3,6}(?![\w.&@/-]|\s[A-Z]{2})")


class AcronymUnexpanded(Rule):
    """A reader who does not know it is lost, and one who does loses nothing by the full name."""

    id = "acronym-unexpanded"
    topic = "language"
    finds = "An acronym that the story never spells out and that not every reader knows"
    severity = "note"
    status = "preview"
    default = False
    confidence = "low"
    message = "an acronym that is never spelled out"
    when = {"language": ("en",)}
    known = Option[tuple[str, ...]]((), "acronyms that this house's readers know")
    examples = (
        Bad("The [[HLRA]] is old, the mayor said on Monday.", message="“HLRA” is never spelled out"),
        Good("The Home Lending Records Act (HLRA) is old. The HLRA must go, and the BBC said so."),
        Good("The Home Lending Records Act is old. The HLRA must go."),
        Good("“The HLRA is old,” she said. MILL BURNS DOWN was the headline."),
        Good("The HLRA is old.", options={"known": ("HLRA",)}),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each acronym, at its first place."""
        told = {found.short for found in story.get(introductions)}
        told |= Acronyms.of().known | Acronyms.of().other_order | set(self.known)
        text = story.prose.text
        seen: Counter[str] = Counter()
        for hit in scan(story, _ACRONYM, ("body",)):
            word = hit.text
            seen[word] += 1
            if seen[word] > 1 or word in told or self.is_the_houses(word) or story.get(quoted).meet(hit.span):
                continue
            if not _is_spelt_out(word, text):
                yield self.finding(hit.span, f"“{word}” is never spelled out")


def _is_spelt_out(short: str, text: str) -> bool:
    """Whether words with these first letters stand beside each other somewhere."""
    form = r"(?:[^\W\d_]*[- ](?:(?:of|the|and|for|on|in|to) ){0,2})".join(short)
    return bool(pattern(form).search(text))
