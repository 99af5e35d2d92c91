"""A picture's caption, left in the text of the story."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.finding import Finding
from newslint.kinds.base import clipped
from newslint.rule import Bad, Evidence, Good, Rule
from newslint.story import Story

_HEAD = "Fog closes airport for second day\n\n"
_BODY = (
    "Fog kept the airport shut for a second day on Thursday, and airlines put up thousands of travellers in gyms.\n\n"
    "Forecasters expect wind from the sea to clear the runways by Friday noon, the airport's manager said.\n"
)


class CaptionInBody(Rule):
    """A caption without its picture is a sentence that belongs to nothing.

    Readers stumble over it, and it hides where the story begins.
    """

    id = "caption-in-body"
    topic = "chrome"
    message = "this is a picture's caption, left in the story: “{match}”"
    zones = ("caption",)
    in_quotes = "both"
    evidence = Evidence(
        stories=1922,
        hits=0,
        wrong=0,
        cases=1200,
        found=1065,
        on="captions with credits from news pages, set at the head and inside 400 edited stories",
    )
    examples = (
        Bad(
            "[[Travellers, wrapped in blankets, wait in a school gym on Thursday. (Photo | Ana Silva)]]\n\n"
            + _HEAD
            + _BODY,
            format="plain",
        ),
        Bad(
            _HEAD
            + _BODY
            + "\n[[A snow plough stands idle beside the runway on Thursday, Jan. 8. (Coast News/Ana Silva)]]\n\n"
            "It will reopen once the pilots' union agrees, the manager said, though not for all flights.\n",
            format="plain",
        ),
        Good(_HEAD + _BODY, format="plain"),
        Good(
            _HEAD
            + _BODY
            + "\nThe picture that Silva took of the plough was seen by millions (it was taken on a telephone).\n",
            format="plain",
        ),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding a caption; captions that a field of the file holds are where they belong."""
        if story.format != "plain":
            return
        for zone in story.of(*self.zones):
            if not zone.field:
                yield self.finding(
                    zone.span, self.message.replace("{match}", clipped(zone.text)), confidence=zone.confidence
                )
