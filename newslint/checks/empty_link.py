"""A link that leads nowhere: no address, “#”, “TODO”, an example's address, or no words to follow."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.text.links import links
from newslint.base.lazy import pattern
from newslint.model.finding import Finding
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story

_NOWHERE = pattern(
    r"(?:|#|/?#+|https?:/{0,2}|(?i:x{2,}|tk+|t[bo]d[oc]|tbd|url|link|href|address|insert[\w-]{0,20}|placeholder|"
    r"(?:https?://)?(?:www\.)?(?:example\.(?:com|org|net)|your-?(?:site|domain|url)(?:\.\w{2,4})?)(?:/\S{0,200})?|"
    r"(?:https?://)?(?:localhost|127\.0\.0\.1)(?::\d+)?(?:/\S{0,200})?|about:blank|javascript:(?:void\(0\))?;?))"
)


class EmptyLink(Rule):
    """A reader who follows it stays where they are, or comes to a page that is nobody's."""

    id = "empty-link"
    topic = "integrity"
    finds = "A link without an address, with a placeholder for one, or without words"
    severity = "error"
    confidence = "high"
    message = "the link leads nowhere"
    when = {"format": ("markdown",)}
    needs = links
    examples = (
        Bad(
            "See [[[the rules]()]] of the port.",
            format="markdown",
            message="the link leads nowhere: give its address",
        ),
        Bad("See [[[the rules](#)]] and [[[the map](TODO)]] of the port.", format="markdown"),
        Bad("See [[[the rules](https://example.com/rules)]] of the port.", format="markdown"),
        Bad(
            "See [[[](https://port.example.test/rules)]] of the port.",
            format="markdown",
            message="the link has no words: nobody sees it",
        ),
        Good("See [the rules](#rules), [the map](map.html) and [a](https://port.example.test/x).", format="markdown"),
        Good(
            "![](https://port.example.test/map.png) shows [![](a.png)](https://port.example.test).", format="markdown"
        ),
        Good("Write `[text](url)` for a link.", format="markdown"),
    )

    evidence = Evidence(stories=3849, hits=11, wrong=0)

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each such link."""
        text = story.source.text
        for link in story.get(links):
            address = text[link.address.start : link.address.end].strip("<>")
            if _NOWHERE.fullmatch(address):
                yield self.finding(
                    link.span, f"the {'picture' if link.picture else 'link'} leads nowhere: give its address"
                )
            elif not link.picture and not text[link.words.start : link.words.end].strip():
                yield self.finding(link.span, "the link has no words: nobody sees it")
