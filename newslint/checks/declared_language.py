"""A language in the metadata that is not that of the text."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.text.fields import fields
from newslint.analyses.text.language import guess
from newslint.model.finding import Finding
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story
from newslint.words.languages import code_of

_KEYS = ("lang", "language", "locale")
_LEAST = 45  # words of a text whose language is told
_TOLD = frozenset(("en", "de", "fr", "es", "it", "nl", "pt"))
_DE = (
    "Der Rat der Stadt hat am Montag für die neue Brücke gestimmt, und die Arbeiten sollen im Frühjahr beginnen. "
    "Die Kosten sind noch nicht bekannt, aber der Bürgermeister sagte, dass sie nicht höher sein werden als bei der "
    "alten Brücke, die vor drei Jahren nach dem Hochwasser geschlossen wurde und seitdem leer steht."
)
_EN = (
    "The town council voted on Monday for the new bridge, and work is to begin in the spring. What it will cost is "
    "not known yet, but the mayor said that it would be no more than the old bridge, which was closed years ago "
    "after the flood and has stood empty since."
)


class DeclaredLanguage(Rule):
    """Screen readers, search and spelling go by what the metadata says; in the wrong language all three fail."""

    id = "declared-language"
    topic = "metadata"
    finds = "A language in the metadata that is not that of the text"
    severity = "warning"
    confidence = "high"
    message = "the text is in another language"
    when = {"format": ("markdown",)}
    needs = fields
    examples = (
        Bad(
            f"---\ntitle: Brücke\nlang: [[en]]\n---\n\n{_DE}\n",
            format="markdown",
            message="“en”: the text reads as German",
        ),
        Bad(f"---\ntitle: Bridge\nlanguage: [[fr-FR]]\n---\n\n{_EN}\n", format="markdown"),
        Good(f"---\ntitle: Bridge\nlang: en-GB\n---\n\n{_EN}\n", format="markdown"),
        Good(
            "---\ntitle: Brücke\nlang: en\n---\n\nDer Rat der Stadt.\n", format="markdown", note="too short to tell"
        ),
        Good(f"---\ntitle: Bridge\nlang: eo\n---\n\n{_EN}\n".replace("eo", "twig"), format="markdown"),
    )

    evidence = Evidence(stories=3849, hits=0, wrong=0, cases=60, found=58, on="another language given to posts")

    def check(self, story: Story) -> Iterator[Finding]:
        """At most one finding, at the field."""
        found = story.get(fields) if story.metadata else {}
        field = next((found[key] for key in _KEYS if key in found and isinstance(found[key].value, str)), None)
        code = code_of(field.value) if field else ""
        if not field or code not in _TOLD:
            return
        text = "\n".join([zone.text for zone in story.of("body", "quote-block")])
        if len(text.split()) < _LEAST:
            return
        real = guess(text)
        if real != code and real in _TOLD:
            yield self.finding(field.written, f"“{field.value}”: the text reads as {_NAMES[real]}")


_NAMES = {
    "en": "English", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "nl": "Dutch",
    "pt": "Portuguese",
}  # fmt: skip
