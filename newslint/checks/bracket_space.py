"""A bracket that sticks to the word before it, or that a space parts from its words: “the mill(shut)”, “( it”."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.quotes.quotes import quoted
from newslint.analyses.text.scanning import ScanHit, scan
from newslint.base.lazy import pattern
from newslint.base.text import Span
from newslint.model.finding import Edit, Finding, Fix
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story
from newslint.words.spelling import english
from newslint.words.tables import Compounds

# The word before is small but for its first letter, so that “toneManual(int pin)” is not taken for prose.
_STICKS = pattern(r"\((?<=[a-z]{3}\()(?<!\w[A-Z][a-z]{3}\()(?=(?P<held>[A-Za-z][a-z]+) [a-z])")
_PARTED = pattern(r"\( (?=[A-Za-z]{2,})")
_PARTED_BEHIND = pattern(r"\)(?<=[a-z]{2} \))(?=$|[ ,.])", 8)
_TYPES = frozenset(("bool", "char", "class", "const", "double", "float", "int", "long", "string", "struct", "void"))
_LEAST = 3  # the level of a word that text in brackets begins with


class BracketSpace(Rule):
    """Brackets stand off the words outside and close to those inside; else lines break where they should not."""

    id = "bracket-space"
    topic = "punctuation"
    finds = "A bracket that sticks to the word before it, or a space inside it"
    severity = "warning"
    confidence = "medium"
    message = "a space is missing or stands where it should not"
    zones = ("headline", "deck", "caption", "subhead", "body", "list", "note")
    examples = (
        Bad(
            "The mill[[(]]it is shut) burned.",
            fixed="The mill (it is shut) burned.",
            message="a space is missing before this bracket",
        ),
        Bad(
            "The mill [[( ]]now shut) burned.",
            fixed="The mill (now shut) burned.",
            message="there is a space inside this bracket",
        ),
        Bad("The mill (now shut[[ )]], burned.", fixed="The mill (now shut), burned."),
        Good("Call main(argc) or main(int argc, char); the mill(s) and person(s) burned, as (re)start does."),
        Good("“The mill(it is shut) burned,” she wrote."),
        Good("Use `the mill(it is shut)` here.", format="markdown"),
    )
    evidence = Evidence(stories=3849, hits=26, wrong=0)

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each place."""
        prose = story.prose.text
        if "(" not in prose or story.language != "en":
            return
        if _STICKS.search(prose):
            for hit in scan(story, _STICKS, self.zones):
                if _holds_prose(hit) and _stands_so(story, hit):
                    at = hit.span.start
                    fix = Fix("Put in a space", (Edit(Span(at, at), " "),), "offer")
                    yield self.finding(hit.span, "a space is missing before this bracket", fixes=(fix,))
        for form in (_PARTED, _PARTED_BEHIND):
            if form.search(prose):
                for hit in scan(story, form, self.zones):
                    opens = form is _PARTED
                    span = hit.span if opens else Span(hit.span.start - 1, hit.span.end)
                    at = span.start + opens
                    if story.source.text[at] == " " and _stands_so(story, hit, behind=opens, apart=not opens):
                        fix = Fix("Delete the space", (Edit(Span(at, at + 1), ""),), "offer")
                        yield self.finding(span, "there is a space inside this bracket", fixes=(fix,))


def _holds_prose(hit: ScanHit) -> bool:
    """Whether a bracket holds words, not what a function is given."""
    held = hit.match["held"].lower()
    return held in Compounds.of().glue or (held not in _TYPES and english().level(held) >= _LEAST)


def _stands_so(story: Story, hit: ScanHit, *, behind: bool = False, apart: bool = False) -> bool:
    """Whether the source has it so, with a letter before it (past a space if `apart`) or `behind`, and unquoted."""
    span = hit.span
    if not hit.is_typed_so(story) or story.get(quoted).meet(span):
        return False
    at = span.end if behind else span.start - 1 - apart
    return story.source.text[at : at + 1].isalpha()
