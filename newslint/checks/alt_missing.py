"""A picture without a text for those who cannot see it."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.text.links import links
from newslint.base.lazy import pattern
from newslint.base.text import Places, Span
from newslint.model.finding import Finding
from newslint.model.rule import Bad, Good, Rule
from newslint.model.story import Story

_TAG = pattern(r"(?i)<img\b[^<>]{0,2000}>")
_ALT = pattern(r"(?i)(?<![\w-])(?:alt\s*(?==|/?>|\s)|role\s*=\s*[\"']?(?:presentation|none)|aria-hidden)")


class AltMissing(Rule):
    """Those who listen to a page hear of such a picture only that it is there, or its file's name."""

    id = "alt-missing"
    topic = "integrity"
    finds = "A picture without a text for those who cannot see it"
    severity = "note"
    confidence = "high"
    default = False
    message = "the picture has no text: say in a few words what it shows"
    source = "the web accessibility guides on text alternatives"
    when = {"format": ("markdown",)}
    examples = (
        Bad("It rose.\n\n[[![](bridge.jpg)]]\n", format="markdown"),
        Bad('It rose.\n\n[[<img src="bridge.jpg" width="90">]]\n', format="markdown"),
        Good("It rose.\n\n![A bridge at night](bridge.jpg)\n", format="markdown"),
        Good('It rose.\n\n<img src="line.png" alt="">\n', format="markdown", note="a mere ornament, marked as one"),
        Good("It rose. Write `![](bridge.jpg)` for a picture.\n", format="markdown"),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each picture."""
        text = story.source.text
        for link in story.get(links):
            if link.picture and not text[link.words.start : link.words.end].strip():
                yield self.finding(link.span)
        if "<img" in text or "<IMG" in text:
            code = Places(story.code)
            for tag in _TAG.finditer(text):
                span = Span(*tag.span())
                if not _ALT.search(tag[0]) and not (story.code and code.meet(span)):
                    yield self.finding(span)
