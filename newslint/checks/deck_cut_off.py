"""A deck that ends in the middle of a sentence: “It opens in May. The”."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.base.lazy import pattern
from newslint.model.finding import Finding
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story, Zone

# A whole sentence, then a capital and a few words that no mark ends.
_CUT = pattern(r"[a-z][.?!] (?P<rest>[A-Z][\w’']*(?:,? [\w’']+){0,4})$")

# Words that another must follow.
_LEADING = frozenset((
    "a", "an", "and", "are", "as", "at", "be", "because", "been", "by", "can", "for", "from", "has", "have",
    "in", "into", "is", "it", "its", "like", "of", "on", "or", "our", "that", "the", "their", "these",
    "this", "to", "was", "we", "were", "which", "will", "with", "your",
))  # fmt: skip


class DeckCutOff(Rule):
    """A deck that a system cut at so many signs is what search results and newsletters show of the story."""

    id = "deck-cut-off"
    topic = "structure"
    finds = "A deck that ends in the middle of a sentence"
    severity = "warning"
    default = False  # seen on one house alone so far
    confidence = "medium"
    message = "the deck ends in the middle of a sentence"
    zones = ("deck",)
    examples = (
        Bad(
            "---\ntitle: Mill opens\nsummary: 'The mill opens in May. [[The]]'\n---\n\nThe mill was shut.\n",
            format="markdown",
            message="the deck ends with “The”: is the rest of the sentence missing?",
        ),
        Good(
            "---\ntitle: Mill opens\nsummary: The mill opens in May. Nobody came\n---\n\nThe mill was shut.\n",
            format="markdown",
        ),
        Good("---\ntitle: Mill opens\nsummary: The mill opens. Reuters\n---\n\nIt was shut.\n", format="markdown"),
    )

    evidence = Evidence(stories=3849, hits=7, wrong=0)

    def check_zone(self, story: Story, zone: Zone) -> Iterator[Finding]:
        """One finding for the deck."""
        found = _CUT.search(zone.text)
        if found and story.language == "en" and _is_fragment(found["rest"]):
            rest = found["rest"]
            said = f"the deck ends with “{rest}”: is the rest of the sentence missing?"
            yield self.finding(zone.to_source(found.start("rest"), found.end()), said)


def _is_fragment(rest: str) -> bool:
    """Whether words cannot be a sentence, nor a credit: they end with a word that another must follow."""
    return rest.split()[-1].lower() in _LEADING
