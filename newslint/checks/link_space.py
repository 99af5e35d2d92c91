"""A Markdown link that sticks to the word before or behind it: “the[mill](https://…)”."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.text.words import is_code
from newslint.base.lazy import pattern
from newslint.base.text import Span
from newslint.model.finding import Edit, Finding, Fix
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story
from newslint.words.spelling import english
from newslint.words.tables import Compounds

_BEFORE = pattern(r"(?<![\w`!\]])(?P<word>[A-Za-z]?[a-z]{1,20})\[(?=[^\W_`][^\]\n]{1,200}\]\((?:https?:)?/)")
_BEHIND = pattern(r"\]\((?:https?:)?/[^)\s]{1,500}\)(?P<word>[a-z]{2,20})(?= [a-z])")
_LEAST = 3  # the level of a word that stands by itself
_TWO = 2  # letters of an ending, such as “ed”
_ENDINGS = frozenset(("ed", "er", "ers", "es", "ing", "ish", "ism", "ist", "ists", "like", "ly", "s", "th"))


class LinkSpace(Rule):
    """Readers see the two words as one."""

    id = "link-space"
    topic = "punctuation"
    finds = "A Markdown link that sticks to the word before or behind it"
    severity = "warning"
    confidence = "medium"
    message = "a space is missing between this link and the word beside it"
    when = {"format": ("markdown",)}
    examples = (
        Bad(
            "Read the[[[]]mill](https://example.org/mill) story.",
            fixed="Read the [mill](https://example.org/mill) story.",
            format="markdown",
        ),
        Bad(
            "Read the [mill](https://example.org/mill[[)]]and the rest.",
            fixed="Read the [mill](https://example.org/mill) and the rest.",
            format="markdown",
        ),
        Good("Read the [mill](https://example.org/mill)s and re[open](https://example.org) it.", format="markdown"),
        Good("Type `the[mill](https://example.org/mill)` here.", format="markdown"),
    )
    evidence = Evidence(
        stories=3849, hits=6, wrong=0, cases=80, found=78, on="links glued to the word before them in edited posts"
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each place."""
        text = story.source.text
        if "](" not in text or story.language != "en":
            return
        for form, before in ((_BEFORE, True), (_BEHIND, False)):
            for found in form.finditer(text):
                word = found["word"].lower()
                at = found.end("word") if before else found.start("word")
                if _is_word(word, before=before) and not is_code(story, at):
                    span = Span(at, at + 1) if before else Span(at - 1, at)
                    fix = Fix("Put in a space", (Edit(Span(at, at), " "),), "offer")
                    yield self.finding(span, fixes=(fix,))


def _is_word(word: str, *, before: bool) -> bool:
    """Whether it stands by itself: no ending of the link's last word, no beginning of its first."""
    if word in Compounds.of().glue or word in ("a", "an", "or"):
        return True
    part = word in (Compounds.of().prefixes if before else _ENDINGS)
    return len(word) > _TWO and not part and english().level(word) >= _LEAST
