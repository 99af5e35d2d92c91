"""A word that is known nowhere, one slip away from what the story has elsewhere: “Kestrleworks”, “Handbok”."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.quotes.quotes import quoted
from newslint.analyses.text.right_elsewhere import right_elsewhere
from newslint.analyses.text.words import ROLES
from newslint.base.lazy import pattern
from newslint.base.typed import TYPE_CHECKING
from newslint.model.finding import Edit, Finding, Fix, Related
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story
from newslint.words.spelling import english

if TYPE_CHECKING:
    from newslint.analyses.text.right_forms import Near

MOST_PLACES = 6  # of the right form that are told
_SHORTEST = 6  # letters of a word; an acronym may be shorter
_LONG = 8  # letters from which on any slip tells; with another letter, or one more, a short name is another name
_OFTEN = 2  # places that make a form the story's own where nobody else knows it
_NAME = 20  # letters of a name before it
_BEFORE = pattern(r"\b([A-Z][a-z]{2,}) $")
_PLAIN = ("missing", "doubled", "swapped")  # slips of which no second name is made


class SpelledRightElsewhere(Rule):
    """The story itself has the right form: in its copy, its title, its tags or an address.

    Where `inconsistent-name` or `misspelt-word` speaks, this rule is silent. It adds what is no person's name, what
    stands with a capital, and what has its right form in metadata or addresses only.
    """

    id = "spelled-right-elsewhere"
    topic = "names"
    finds = "An unknown word that one slip parts from what the story writes elsewhere"
    severity = "warning"
    message = "the story spells this another way elsewhere"
    zones = tuple(sorted(ROLES))
    needs = right_elsewhere
    yields_to = ("misspelt-word", "inconsistent-name", "house-name", "name-glyphs", "link-text-spelling")
    evidence = Evidence(stories=3849, hits=34, wrong=1)
    examples = (
        Bad(
            "Shares of ((Kestrelworks)) rose. By noon [[Kestrleworks]] had sold out, and ((Kestrelworks)) closed.",
            fixed="Shares of Kestrelworks rose. By noon Kestrelworks had sold out, and Kestrelworks closed.",
        ),
        Bad(
            "Each inspector carries a ((handbook)). The Flood [[Handbok]] has two pages.",
            fixed="Each inspector carries a handbook. The Flood Handbook has two pages.",
            message="“Handbok” is spelled “handbook” elsewhere in this story (once)",
        ),
        Bad(
            "Donate on [our page](https://((kestrelpay)).example) or on ((Kestrelpay)). Our [[Kesrelpay]] is new.",
            format="markdown",
            note="the address counts",
        ),
        Bad(
            "---\ntitle: A talk\nauthors: [tova-((halvle))]\nslug: tova-((halvle))\n---\n\nTova [[Halvie]] spoke.",
            format="markdown",
        ),
        Good("Marven Ekholm spoke. Marden Sandoval sang.", note="a short name with another letter is another name"),
        Good("Kestrelworks rose. Kestrleworks fell.", note="once each: no telling which"),
        Good("Mail eekholmar, or call Ekholmar. Ekholmar is out.", note="an initial before the name"),
        Good("The silos are full. Nobody mends siloes."),
        Good("“The Flood Handbok is no handbook,” she said.", note="said, or quoted from a letter"),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each such word."""
        for near in story.get(right_elsewhere):
            hit = near.hits[0]
            if near.own or self.is_the_houses(hit.text) or story.get(quoted).meet(hit.span):
                continue
            if _is_likely(story, near):
                yield self._found(story, near)

    def _found(self, story: Story, near: Near) -> Finding:
        hit = near.hits[0]
        fix = Fix(f"Write “{near.right}”", (Edit(hit.span, near.right),), "offer")
        related = [Related(span, "spelled so here") for span in near.at[:MOST_PLACES]]
        times = f"{len(near.at)} times" if len(near.at) > 1 else "once"
        there = story.source.text[near.at[0].start : near.at[0].end]
        said = f"“{hit.text}” is spelled “{there}” elsewhere in this story ({times})"
        return self.finding(hit.span, said, related=related, fixes=(fix,))


def _is_likely(story: Story, near: Near) -> bool:
    """Whether a word is a slip of the form elsewhere, and no word of its own."""
    word, source = near.hits[0].text, story.source.text
    if len(near.at) < _OFTEN and english().odd(frozenset((near.form,))):
        return False
    written = [source[span.start : span.end] for span in near.at]
    if word.isupper() and any(form.isupper() for form in written):
        return near.slip in ("doubled", "swapped")
    if not (word.isupper() or word[1:].islower()):
        return _capitals(near.right) == _capitals(word)
    if _has_company(near, source):
        return True
    if len(word) < _SHORTEST:
        return False
    if word[0].isupper() and near.slip == "other" and written == [near.form] * len(written):
        return False
    return near.slip in _PLAIN or len(word) >= _LONG


def _has_company(near: Near, source: str) -> bool:
    """Whether one name stands before both forms: “Tova Halvie”, “tova-halvle”."""
    hit = near.hits[0]
    before = _BEFORE.search(hit.zone.text, max(0, hit.start - _NAME), hit.start)
    if not before:
        return False
    name = before[1].lower()
    return any(source[max(0, span.start - len(name) - 1) : span.start - 1].lower() == name for span in near.at)


def _capitals(word: str) -> str:
    return "".join(filter(str.isupper, word))
