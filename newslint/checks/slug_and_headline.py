"""An address that shares no word with the headline: the story was renamed, or copied from another."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.text.fields import fields
from newslint.base.lazy import pattern
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story

_WORD = pattern(r"[^\W_]+")
_LEAST = 3  # words of a slug and of a headline that are compared
_LONG = 4  # letters of a word that says something
_STEM = 4


class SlugAndHeadline(Rule):
    """Readers, search pages and links go by the address; one made for another story brings them to the wrong one."""

    id = "slug-and-headline"
    topic = "metadata"
    finds = "A slug in the metadata that shares no word with the headline"
    severity = "note"
    confidence = "medium"
    default = False  # slugs of other stories mostly share some word
    message = "the slug shares no word with the headline"
    when = {"format": ("markdown",)}
    zones = ("headline",)
    examples = (
        Bad(
            "---\ntitle: ((Old mill opens as a museum))\nslug: [[council-closes-bridge-after-flood]]\n---\n\nIn.\n",
            format="markdown",
            message="“council-closes-bridge-after-flood” shares no word with the headline",
        ),
        Good("---\ntitle: Old mill opens\nslug: mills-new-doors-in-march\n---\n\nIt is open.\n", format="markdown"),
        Good("---\ntitle: Old mill opens\nslug: 20250304\n---\n\nIt is open.\n", format="markdown"),
        Good(
            "---\ntitle: Die alte Mühle öffnet\nslug: die-alte-muehle-oeffnet\n---\n\nSie ist offen.\n",
            format="markdown",
            language="de",
        ),
        Good("---\ntitle: Мельница открыта\nslug: the-mill-opens-now\n---\n\nIt is open.\n", format="markdown"),
    )

    evidence = Evidence(
        stories=3849, hits=1, wrong=0, cases=60, found=39, on="slugs of posts changed for those of others"
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """At most one finding, at the slug."""
        slug = story.metadata.get("slug")
        headline = next(story.of("headline"), None)
        if not isinstance(slug, str) or not headline or (not headline.text.isascii() and "’" not in headline.text):
            return
        told = [word for word in _WORD.findall(slug.rpartition("/")[2].lower()) if word.isalpha()]
        words = [word for word in _WORD.findall(headline.text.lower()) if word.isalpha()]
        long = [word for word in told if len(word) >= _LONG]
        if len(long) < _LEAST or len(words) < _LEAST:
            return
        joined = "".join(_WORD.findall(headline.text.lower()))
        if any(word[:_STEM] in joined for word in long) or any(
            word[:_STEM] in slug.lower() for word in words if len(word) >= _LONG
        ):
            return
        field = story.get(fields).get("slug")
        if field:
            said = f"“{slug[:60]}” shares no word with the headline"
            yield self.finding(field.written, said, related=[Related(headline.span, "the headline")])
