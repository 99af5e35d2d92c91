"""A space before a mark, and none behind it: “late , but”, “fell.The”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.analyses.quotes.quotes import quoted
from newslint.analyses.text.scanning import ScanHit, scan
from newslint.base.lazy import pattern
from newslint.base.text import Span
from newslint.model.finding import Edit, Finding, Fix, Related
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story
from newslint.words.tables import Openers, any_of

_BEFORE = pattern(r" (?:[,.](?= [A-Za-z]|$)|,(?=[a-z]{2,} )|[?!](?= [A-Z][a-z]|$))", 8)
_FLOATS = {sign: pattern(rf"\{sign}(?<= .)") for sign in (",", ".", "?", "!")}  # faster than `in`
_STUCK_COMMA = pattern(
    lambda: rf",(?=[a-z])(?<=[a-z]{{3}},)(?:{any_of(map(str.lower, Openers.of().sentences))})(?= [a-z])"
)


def _none_behind(sign: str) -> re.Pattern[str]:
    """What opens a sentence straight behind a sign, and the word behind it: “threading.Thread” is code."""
    return pattern(lambda: rf"\{sign}(?=[A-Z])(?<=[a-z][a-z].)(?:{any_of(Openers.of().sentences)})(?= [a-z])")


_NONE_BEHIND = {sign: _none_behind(sign) for sign in (".", "?", "!")}  # by the sign, which is found fast
_LETTERS = 2
MOST_PLACES = 12  # of one story that are told


class StraySpace(Rule):
    """A mark that floats or sticks looks like a broken page, and lines break where they should not."""

    id = "stray-space"
    topic = "punctuation"
    finds = "A space before a mark, or none behind a stop or a comma: “fell.The”"
    severity = "warning"
    confidence = "medium"
    message = "a space is missing or stands where it should not"
    zones = ("headline", "deck", "caption", "subhead", "body", "list", "note")
    examples = (
        Bad("The tram was late[[ ,]] but it came.", fixed="The tram was late, but it came."),
        Bad(
            "Prices fell[[.The]] mill is shut.",
            fixed="Prices fell. The mill is shut.",
            message="a space is missing behind this stop",
        ),
        Bad("The mill burned[[ ,]]said the mayor.", fixed="The mill burned,said the mayor."),
        Bad("The mill burned[[,and]] she wept.", fixed="The mill burned, and she wept."),
        Bad("Who lit the fire[[ ?]] Nobody knows.", fixed="Who lit the fire? Nobody knows."),
        Good("See example.org/The mill or use threading.Thread here. It rose by .5 and ... fell."),
        Good("“The tram was late , but it came,” she said."),
        Good("Use `a` , then `b`.", format="markdown"),
    )

    evidence = Evidence(stories=3849, hits=75, wrong=2)

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each place."""
        prose = story.prose.text
        if story.language != "en":
            return
        if any(sign in prose and form.search(prose) for sign, form in _FLOATS.items()):
            hits = [hit for hit in scan(story, _BEFORE, self.zones) if _stands_so(story, hit)]
            spans = [hit.span for hit in hits if not story.get(quoted).meet(hit.span)]
            edits = [Edit(Span(span.start, span.start + 1), "") for span in spans]
            yield from self._found(spans, edits, "there is a space before this mark", "Delete the space")
        if _STUCK_COMMA.search(prose):
            typed = [hit.span for hit in scan(story, _STUCK_COMMA, self.zones) if hit.is_typed_so(story)]
            spans = [span for span in typed if not story.get(quoted).meet(span)]
            edits = [Edit(Span(span.start + 1, span.start + 1), " ") for span in spans]
            yield from self._found(spans, edits, "a space is missing behind this comma", "Put in a space")
        sticking = [form for sign, form in _NONE_BEHIND.items() if sign in prose and form.search(prose)]
        for form in sticking:
            spans = [hit.span for hit in scan(story, form, self.zones) if not story.get(quoted).meet(hit.span)]
            edits = [Edit(Span(span.start + 1, span.start + 1), " ") for span in spans]
            yield from self._found(spans, edits, "a space is missing behind this stop", "Put in a space")

    def _found(self, spans: list[Span], edits: list[Edit], said: str, title: str) -> Iterator[Finding]:
        """One finding for the story, at the first of several places."""
        if spans:
            related = [Related(span, "here too") for span in spans[1:MOST_PLACES]]
            yield self.finding(spans[0], said, related=related, fixes=(Fix(title, tuple(edits), "offer"),))


def _stands_so(story: Story, hit: ScanHit) -> bool:
    """Whether letters and the space stand so in the source, where the format took nothing out between them."""
    source, span = story.source.text, hit.span
    before = source[span.start - _LETTERS : span.start]
    return span.end - span.start == len(hit.text) and before.isalpha() and source[span.start : span.end] == hit.text
