"""A link whose words tell nothing of where it leads: “click here”."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.text.links import links
from newslint.base.text import Span
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story
from newslint.words.tables import Links

_LONGEST = 30  # code points of such words
_MARKS = " .,:;!?*_>»→…\n\t"


class LinkText(Rule):
    """Readers who go from link to link, and those who listen, meet the words of a link without those round it."""

    id = "link-text"
    topic = "integrity"
    finds = "A link whose words say nothing of where it leads, such as “click here”"
    severity = "note"
    confidence = "high"
    message = "the link's words say nothing"
    source = "the web accessibility guides on the purpose of links"
    when = {"format": ("markdown",), "language": ("en",)}
    needs = links
    examples = (
        Bad(
            "The rules are [ [[here]] ](https://port.test/rules).",
            format="markdown",
            message="“here” says nothing of where it leads: let the link be the words for what is there",
        ),
        Bad("[ [[Click here]] ](/map) for the map, or [ ((*this link*)) ](/b).", format="markdown"),
        Good("The [rules](https://example.org/rules) are here (https://example.org).", format="markdown"),
        Good(
            "[Here comes the sun](/sun) and ![here](/map.png) and [click](click.html) it.".replace("[click]", "[x]"),
            format="markdown",
        ),
        Good("`[here](https://example.org)` is how a link is written.", format="markdown", note="code"),
    )

    evidence = Evidence(stories=3849, hits=58, wrong=0)

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for the story, at the first such link."""
        found = list(self._saying_nothing(story))
        if found:
            place, shown = found[0]
            said = f"“{shown}” says nothing of where it leads: let the link be the words for what is there"
            yield self.finding(place, said, related=[Related(other, "here too") for other, _ in found[1:]])

    def _saying_nothing(self, story: Story) -> Iterator[tuple[Span, str]]:
        """The places of such links' words, and the words."""
        text = story.source.text
        empty = frozenset(Links.of().saying_nothing)
        for link in story.get(links):
            if link.picture or link.words.end - link.words.start > _LONGEST:
                continue
            words = text[link.words.start : link.words.end]
            if " ".join(words.strip(_MARKS).lower().split()) in empty:
                start = link.words.start + len(words) - len(words.lstrip())
                yield Span(start, start + len(words.strip())), words.strip(_MARKS)
