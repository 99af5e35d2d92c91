"""“Guilty” in a headline over a story in which everybody is not guilty, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.analyses.text.words import words as words_of
from newslint.base.lazy import pattern
from newslint.model.finding import Finding
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story, Zone
from newslint.words.tables import Courts, any_of

_VERDICT = pattern(
    lambda: rf"(?i:\b(?:(?P<denied>{any_of(Courts.of().not_guilty)})|(?:{any_of(Courts.of().guilty)})))(?![\w-])"
)
_HEADS = ("headline", "deck")


class GuiltyHeadline(Rule):
    """A “not” that gets lost on the way to the headline calls an innocent person guilty, where everybody reads it."""

    id = "guilty-headline"
    topic = "ethics"
    finds = "“Guilty” in a headline whose story says “not guilty”, or the other way round"
    severity = "error"
    message = "the story says otherwise"
    zones = _HEADS
    when = {"language": ("en",)}
    examples = (
        Bad(
            "# Mill owner pleads [[guilty]] to fraud\n\nThe owner of a mill pleaded not guilty on Monday.",
            format="markdown",
            message="“guilty” here; the story says only “not guilty”",
        ),
        Bad(
            "# Mill owner found [[not guilty]]\n\nThe owner of a mill was found guilty of fraud on Monday.",
            format="markdown",
            message="“not guilty” here; the story says only “guilty”",
        ),
        Good(
            "# Mill owner pleads guilty\n\nHe had first pleaded not guilty; he pleaded guilty now.", format="markdown"
        ),
        Good("# Mill owner guilty\n\nHe had pleaded not guilty. A jury convicted him on Monday.", format="markdown"),
        Good("# Mill owner not guilty\n\nThe jury acquitted him of what he was called guilty of.", format="markdown"),
        Good("# Guilty or not guilty?\n\nThe owner of a mill pleaded not guilty on Monday.", format="markdown"),
        Good("# A guilty pleasure\n\nThe owner of a mill eats cheese.", format="markdown"),
    )
    evidence = Evidence(
        stories=3849, hits=0, wrong=0, cases=54, found=46, on="headlines of the opposite set over edited stories"
    )

    @classmethod
    def gate(cls) -> Sequence[str]:
        """“Guilty”."""
        return (rf"(?i)\b(?:{any_of(Courts.of().guilty)})\b",)

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for the headline or deck that says the opposite of all that the story says."""
        words = story.get(words_of)
        if words.isdisjoint(Courts.of().guilty):
            return
        told = _told([zone for zone in story.zones if zone.role not in _HEADS])
        if len(told) != 1:
            return
        denied = told.pop()
        if not words.isdisjoint(Courts.of().convicted if denied else Courts.of().cleared):
            return
        for zone in story.of(*self.zones):
            if _told([zone]) == {not denied} and (m := _VERDICT.search(zone.text)):
                said = "not guilty" if denied else "guilty"
                yield self.finding(zone.to_source(m.start(), m.end()), f"“{m[0]}” here; the story says only “{said}”")


def _told(zones: list[Zone]) -> set[bool]:
    """Whether zones say “not guilty” (true) or “guilty” (false), or both."""
    return {bool(m["denied"]) for zone in zones for m in _VERDICT.finditer(zone.text)}
