"""A common word that is misspelt: “recieved”, “folllowing”."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.quotes.quotes import quoted
from newslint.analyses.text.scanning import ScanHit
from newslint.analyses.text.spelling import misspellings
from newslint.base.lazy import pattern
from newslint.base.typed import TYPE_CHECKING
from newslint.model.finding import Confidence, Edit, Finding, Fix, Related
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story
from newslint.words.spelling import LONGEST_JOINED

if TYPE_CHECKING:
    from newslint.analyses.text.misspelling import Misspelling

MOST_PLACES = 12  # of one word that are told
_JOINED_BEFORE = pattern(r"(?:(?<![^\W_])[^\W_]+['’‑-])+$")
_JOINED_BEHIND = pattern(r"(?:['’‑-][^\W_]+)*")


class MisspeltWord(Rule):
    """Of all that editors mend after publication, misspelt common words are the most frequent fault."""

    id = "misspelt-word"
    topic = "language"
    finds = "A common word that is misspelt, such as “recieved”"
    severity = "warning"
    confidence = "medium"
    message = "this word is misspelt"
    zones = ("headline", "deck", "caption", "subhead", "body", "list", "note", "alt")
    needs = misspellings
    examples = (
        Bad(
            "The council [[recieved]] it.",
            fixed="The council received it.",
            message="“recieved” is misspelt: did you mean “received”?",
        ),
        Bad(
            "Six [[missionairies]] left, and the ((missionairies)) never came back.",
            fixed="Six missionaries left, and the missionaries never came back.",
            note="a word that is known nowhere, one letter from a common one",
        ),
        Bad("All people [[whohad]] a ticket came.", fixed="All people who had a ticket came."),
        Bad("[[Unfortunatly]] the mill is shut.", fixed="Unfortunately the mill is shut."),
        Bad(
            "Prices are [[regulary]] checked.",
            message="“regulary” is misspelt: did you mean “regular” or “regularly”?",
        ),
        Good("The chrysanthemum, the koinobori and the whippletree stood in the arboretum."),
        Good("“We recieved it,” she said.", note="said, or quoted from a letter"),
        Good("Write to recieved@example.org or see example.org/recieved and #recieved."),
        Good("Run `recieve` now.", format="markdown"),
        Good("See example.org/the-recieved-mail and why-we-recieved-it-all, or the pre-war letters."),
        Good("Le développement est terminé.", language="fr"),
        Good(
            "A snorkelkit costs ten crowns. The snorkelkit and another snorkelkit sank.", note="a term of this story"
        ),
    )
    evidence = Evidence(
        stories=3849, hits=375, wrong=12, cases=137, found=106, on="misspelt words that editors mended once published"
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each word, at its first place."""
        for found, hits in self.told(story):
            yield self._found(found, hits, "medium" if found.is_likely else "low")

    def told(self, story: Story) -> Iterator[tuple[Misspelling, list[ScanHit]]]:
        """What this house takes for misspelt, with the places that count."""
        for found in story.get(misspellings):
            hits = [h for h in found.hits if h.zone.role in self.zones and not story.get(quoted).meet(h.span)]
            if self.house_words:
                hits = [h for h in hits if self.house_words.isdisjoint(_written_as(h))]
            if hits and found.is_possible:
                yield found, hits

    def _found(self, found: Misspelling, hits: list[ScanHit], confidence: Confidence) -> Finding:
        word = hits[0].text
        meant = [right.capitalize() if word[0].isupper() else right for right in found.meant]
        fixes = []
        if len(meant) == 1:
            fixes.append(Fix(f"Write “{meant[0]}”", tuple(Edit(hit.span, meant[0]) for hit in hits), "offer"))
        listed = " or ".join(f"“{right}”" for right in meant)
        related = [Related(hit.span, "here too") for hit in hits[1:MOST_PLACES]]
        said = f"“{word}” is misspelt: did you mean {listed}?"
        return self.finding(hits[0].span, said, related=related, fixes=fixes, confidence=confidence)


def _written_as(hit: ScanHit) -> Iterator[str]:
    """What a house may list to have a place left alone: the word, and what hyphens or an apostrophe make of it."""
    from newslint.words.word_files import plain  # here, because few houses list words

    yield plain(hit.text)
    text, start, end = hit.zone.text, hit.start, hit.end
    before = _JOINED_BEFORE.search(text, max(0, start - LONGEST_JOINED), start)
    behind = _JOINED_BEHIND.match(text, end, end + LONGEST_JOINED)
    whole = plain((before[0] if before else "") + hit.text + (behind[0] if behind else ""))
    yield from (whole, whole.removesuffix("'s"))
