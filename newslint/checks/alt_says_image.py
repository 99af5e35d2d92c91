"""A text for a picture that begins “Image of”."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.text.links import alts
from newslint.base.lazy import pattern
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story
from newslint.words.tables import Links, any_of

_OPENS = pattern(lambda: rf"(?i)(?:an? |the )?(?:{any_of(Links.of().pictures)}) (?:of|showing|that shows)\b")


class AltSaysImage(Rule):
    """Screen readers announce a picture before they read its text, so that the word comes twice."""

    id = "alt-says-image"
    topic = "integrity"
    finds = "A text for a picture that begins “Image of” or “Picture of”"
    severity = "note"
    confidence = "high"
    message = "who hears this is told already that it is a picture: begin with what it shows"
    zones = ("alt",)
    when = {"language": ("en",)}
    in_quotes = "both"
    source = "the web accessibility guides on text alternatives"
    needs = alts
    examples = (
        Bad(
            'It rose.\n\n<img src="b.jpg" alt="[[Image of]] a bridge">\n',
            format="markdown",
            message="“Image of”: who hears this is told already that it is a picture; begin with what it shows",
        ),
        Good("It rose.\n\n![A drawing of a bridge](b.jpg) Image of the year: a bridge.\n", format="markdown"),
        Good("It rose.\n\n![Pictures of the old bridge hang in the hall](hall.jpg)\n", format="markdown"),
    )

    evidence = Evidence(stories=3849, hits=21, wrong=0)

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for the story, at the first such text."""
        found = [(zone, opened) for zone in story.of("alt") if (opened := _OPENS.match(zone.text))]
        if found:
            first = found[0][1][0]
            said = f"“{first}”: who hears this is told already that it is a picture; begin with what it shows"
            places = [zone.to_source(0, opened.end()) for zone, opened in found]
            yield self.finding(places[0], said, related=[Related(place, "here too") for place in places[1:]])
