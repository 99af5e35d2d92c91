"""Sentences longer than the limit."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.text.sentences import sentences
from newslint.base.lazy import pattern
from newslint.model.finding import Finding
from newslint.model.rule import Bad, Good, Option, Rule
from newslint.model.story import Story

_SPOKEN = pattern(r"[“”„«»‘\"]|(?<!\w)'")
_LISTED = pattern(r":|;[^;]*;")


class LongSentence(Rule):
    """A reader has to hold all of a sentence until its end; two of half the length are understood at once."""

    id = "long-sentence"
    topic = "readability"
    finds = "A sentence longer than the limit"
    severity = "note"
    default = False
    message = "this sentence is too long"
    max_words = Option(45, "the most words a sentence may have", minimum=1)
    examples = (
        Bad(
            "[[The council met late on Monday and voted to shut the old mill.]] It rained.",
            options={"max-words": 10},
            message="this sentence has 13 words; the limit is 10",
        ),
        Good("The council met late on Monday and voted to shut the old mill. It rained."),
        Good(
            "“The council met late on Monday and voted to shut the old mill,” she said.",
            options={"max-words": 10},
            note="what somebody said is as long as it is",
        ),
        Good(
            "They want three things: a bridge over the river, a road to the mill and a school for the town.",
            options={"max-words": 10},
            note="so are lists",
        ),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each sentence of the copy that is too long and neither speech nor a list."""
        for sentence in story.get(sentences):
            if sentence.zone.role not in self.zones:
                continue
            text = sentence.text
            count = len(text.split())
            if count > self.max_words and not _SPOKEN.search(text) and not _LISTED.search(text):
                yield self.finding(sentence.span, f"this sentence has {count} words; the limit is {self.max_words}")
