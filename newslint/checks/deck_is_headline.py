"""A deck, or a summary for lists, that only says the headline again."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.text.fields import fields
from newslint.base.lazy import pattern
from newslint.base.text import Span
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story

_WORD = pattern(r"[^\W_]+")
_LEAST = 3  # words
_MORE = 2  # words that a deck may have beside those of the headline, and adds nothing
_SUMMARIES = ("summary", "excerpt", "description", "abstract", "subtitle", "standfirst")


class DeckIsHeadline(Rule):
    """The deck is there to say what the headline has no room for."""

    id = "deck-is-headline"
    topic = "duplication"
    finds = "A deck or summary that only says the headline again"
    severity = "warning"
    confidence = "high"
    message = "the deck only says the headline again: tell readers more, or leave it out"
    in_quotes = "both"
    needs = fields
    examples = (
        Bad(
            "---\ntitle: ((Old mill opens as museum))\ndeck: [[Old mill opens as museum.]]\n---\n\nIt opened.\n",
            format="markdown",
        ),
        Bad(
            "---\ntitle: ((Old mill opens as museum))\nsummary: [[The old mill opens as a museum]]\n---\n\nIt is.\n",
            format="markdown",
        ),
        Good(
            "---\ntitle: Old mill opens as museum\ndeck: After three years the old mill opens\n---\n\nIt is.\n",
            format="markdown",
        ),
        Good(
            "---\ntitle: Old mill opens as museum\nmeta_title: Old mill opens as museum\n---\n\nIt.\n",
            format="markdown",
        ),
        Good("---\ntitle: Weather\ndeck: Weather\n---\n\nIt rained.\n", format="markdown", note="a standing title"),
    )

    evidence = Evidence(
        stories=3849, hits=0, wrong=0, cases=60, found=58, on="the headline given to posts as their deck"
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each such field."""
        if not story.metadata:
            return
        headline = next(story.of("headline"), None)
        words = _words(headline.text) if headline else []
        if headline is None or len(words) < _LEAST:
            return
        seen: list[tuple[Span, str]] = [(zone.span, zone.text) for zone in story.of("deck") if zone.field]
        places = {span for span, _ in seen}
        for key, field in story.get(fields).items():
            if key in _SUMMARIES and isinstance(field.value, str) and field.written not in places:
                seen.append((field.written, field.value))
        for span, text in seen:
            told = _words(text)
            if abs(len(told) - len(words)) <= _MORE and (told == words or _holds(told, words)):
                yield self.finding(span, related=[Related(headline.span, "the headline")])


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _holds(told: list[str], words: list[str]) -> bool:
    """Whether all words of the headline come in the deck, in their order."""
    rest = iter(told)
    return len(words) > _LEAST and all(word in rest for word in words)
