"""A text for a picture that is but a file's name, or a template's word: “IMG_0042”, “alt text”."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.text.links import alts
from newslint.base.lazy import pattern
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story
from newslint.words.tables import Links

_LONGEST = 100
_NAME = pattern(
    r"(?i)[^\s]{1,80}\.(?:jpe?g|png|gif|webp|svg|bmp|tiff?|heic)"
    r"|(?:IMG|DSC[NF]?|PICT|P|PXL|MVI|GOPR|Screen ?shot|image|img|photo|picture)[-_ ]?\d{2,}[-_\w]{0,30}"
    r"|\d{2,4}[-_]?x[-_]?\d{2,4}[-_][\w-]{1,80}"
)


class AltIsFileName(Rule):
    """Those who cannot see the picture hear its file's name, letter by letter, or a word that says nothing."""

    id = "alt-is-file-name"
    topic = "integrity"
    finds = "A text for a picture that is but a file's name or a template's word, such as “IMG_0042”"
    severity = "warning"
    confidence = "high"
    message = "this says nothing of the picture: tell in words what it shows"
    zones = ("alt",)
    in_quotes = "both"
    needs = alts
    examples = (
        Bad(
            'It rose.\n\n<img src="b.jpg" alt="[[bridge-2-final.jpg]]">\n',
            format="markdown",
            message="“bridge-2-final.jpg” says nothing of the picture: tell in words what it shows",
        ),
        Bad(
            'It rose.\n\n<img src="b.jpg" alt="[[DSC_0042]]"> and <img src="c.jpg" alt="((image))">\n',
            format="markdown",
        ),
        Good(
            "It rose.\n\n![The bridge](b.jpg), ![A boat, DSC_0042.jpg](b.jpg) and ![Logo](c.png)\n", format="markdown"
        ),
    )

    evidence = Evidence(stories=3849, hits=86, wrong=0)

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for the story, at the first such text."""
        empty = Links.of().no_alts
        found = [
            zone
            for zone in story.of("alt")
            if len(text := zone.text.strip()) <= _LONGEST and (text.lower() in empty or _NAME.fullmatch(text))
        ]
        if found:
            more = f" (and so of {len(found) - 1} more)" if len(found) > 1 else ""
            said = f"“{found[0].text.strip()[:60]}” says nothing of the picture{more}: tell in words what it shows"
            places = [zone.to_source(0, len(zone.text)) for zone in found]
            yield self.finding(places[0], said, related=[Related(place, "here too") for place in places[1:]])
