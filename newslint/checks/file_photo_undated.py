"""A file photo without the year in which it was taken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.base.lazy import pattern, source_of
from newslint.model.finding import Finding
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story
from newslint.words.tables import Links, any_of

_FILE = pattern(lambda: rf"(?i)\b(?:{any_of(Links.of().file_pictures)})\b")
_YEAR = pattern(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")


class FilePhotoUndated(Rule):
    """Readers look at a picture as at something that happened now; one from the archive says when it was taken."""

    id = "file-photo-undated"
    topic = "structure"
    finds = "A file photo without the year it was taken in"
    severity = "note"
    confidence = "medium"
    message = "a file photo: say when it was taken"
    zones = ("caption", "credit")
    when = {"language": ("en",)}
    in_quotes = "both"
    examples = (
        Bad(
            '---\ntitle: Bridge shuts\ncaption: "The old bridge at dusk ([[File photo]])"\n---\n\nIt shut.\n',
            format="markdown",
            message="“File photo”: say when the picture was taken",
        ),
        Good(
            "---\ntitle: Bridge shuts\ncaption: The old bridge in a file photo from March 2021\n---\n\nIt shut.\n",
            format="markdown",
        ),
        Good(
            "---\ntitle: Bridge shuts\ncaption: She files photos of the bridge\n---\n\nShe used a file photo.\n",
            format="markdown",
        ),
    )

    evidence = Evidence(stories=3849, hits=0, wrong=0, cases=60, found=60, on="such captions given to posts")

    @classmethod
    def gate(cls) -> Sequence[str]:
        """“File photo”."""
        return (source_of(_FILE),)

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each caption."""
        for zone in story.of("caption", "credit"):
            found = _FILE.search(zone.text)
            if found and not _YEAR.search(zone.text):
                yield self.finding(zone.to_source(*found.span()), f"“{found[0]}”: say when the picture was taken")
