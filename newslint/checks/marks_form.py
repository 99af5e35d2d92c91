"""Quotation marks and apostrophes in the house's form, straight or curly, throughout a story: a conversion."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.quotes.marks import Marks, marks
from newslint.base.lazy import pattern
from newslint.base.typed import ClassVar
from newslint.model.finding import Edit, Finding, Fix, Related
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story

MOST_RELATED = 20
_TO_STRAIGHT = {"“": '"', "”": '"', "‘": "'", "’": "'"}
_OPENING, _CLOSING = {'"': "“", "'": "‘"}, {'"': "”", "'": "’"}
_BEFORE_OPENING = frozenset(" \n\t\u00a0([{—–-/“‘")
_AFTER_ELISION = pattern(r"\d\ds?\b|(?:em|til|tis|twas|cause|n|bout|round)\b")
_HOUSE_CURLY, _HOUSE_STRAIGHT = {"marks-form": "curly"}, {"marks-form": "straight"}
_CURLY, _STRAIGHT = ("straight", "curly"), ("curly", "straight")  # what they are, and what they become


class MarksForm(Rule):
    """A house has one form of marks. This turns the whole of a story, and does so inside quotations too.

    Only their shape is turned, never a word: straight marks become curly ones that face the right way, or curly ones
    straight. Signs for feet, inches, minutes and seconds stay. It says nothing unless a style sets `marks-form`, and
    inside quotations it changes marks only where a run asks for it by name: `newslint fix --select marks-form`.
    """

    id = "marks-form"
    topic = "punctuation"
    finds = "Straight or curly marks where the house has the others; the fix turns a whole story"
    message = "this story has the other form of marks"
    severity = "note"
    default = False
    axis = "marks-form"
    forms = ("straight", "curly")
    in_quotes = "both"
    turns_glyphs: ClassVar[bool] = True
    zones = ("headline", "deck", "caption", "body", "list", "note", "subhead", "quote-block")
    examples = (
        Bad(
            '[["]]It((\'))s the (("))old((")) mill,((")) she said of the millers((\')) ((\'))90s.',
            style=_HOUSE_CURLY,
            fixed="“It’s the “old” mill,” she said of the millers’ ’90s.",
            message="7 marks are straight, and the house has curly ones",
        ),
        Bad(
            "[[“]]It((’))s the mill,((”)) she said of the ((’))90s.",
            style=_HOUSE_STRAIGHT,
            fixed="\"It's the mill,\" she said of the '90s.",
            message="4 marks are curly, and the house has straight ones",
        ),
        Good("“It's the mill,\" she said.", note="a house that has chosen neither"),
        Good("“It’s the mill,” she said.", style=_HOUSE_CURLY),
        Good("She is 6'2\" tall and threw it 40' 3\".", style=_HOUSE_CURLY, note="feet and inches"),
    )
    evidence = Evidence(stories=2662, hits=0, wrong=0)

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for a story, at the first mark of the other form."""
        wanted = self.house(story)
        if wanted not in self.forms:
            return
        turn = _curled if wanted == "curly" else _straightened
        edits = [
            Edit(span, glyph)
            for zone, found in story.get(marks)
            if zone.role in self.zones
            for at, glyph in turn(zone.text, found)
            if zone.is_prose(span := zone.to_source(at, at + 1))
        ]
        if edits:
            forms = _CURLY if wanted == "curly" else _STRAIGHT
            yield self._found(sorted(edits, key=lambda edit: edit.span), *forms)

    def _found(self, edits: list[Edit], form: str, better: str) -> Finding:
        count = "1 mark is" if len(edits) == 1 else f"{len(edits)} marks are"
        return self.finding(
            edits[0].span,
            f"{count} {form}, and the house has {better} ones",
            related=[Related(edit.span, "another one") for edit in edits[1 : MOST_RELATED + 1]],
            fixes=[Fix(f"Turn all quotation marks and apostrophes {better}", tuple(edits), "safe")],
        )


def _straightened(text: str, found: Marks) -> Iterator[tuple[int, str]]:
    """Each curly mark of a paragraph with the straight one."""
    for at, sign in enumerate(text):
        if sign in _TO_STRAIGHT:
            yield at, _TO_STRAIGHT[sign]


def _curled(text: str, found: Marks) -> Iterator[tuple[int, str]]:
    """Each straight mark of a paragraph that is no sign of measure, with the curly one that faces the right way."""
    opens = {each.start for each in found.pairs if each.opened == 1}
    closes = {each.end - 1 for each in found.pairs if each.closed == 1}
    for at, sign in enumerate(text):
        if sign not in _OPENING:
            continue
        if at in opens:
            yield at, _OPENING[sign]
        elif at in closes:
            yield at, _CLOSING[sign]
        elif glyph := _by_place(text, at):
            yield at, glyph


def _by_place(text: str, at: int) -> str:
    """The curly form of a mark that no pair holds, by what stands beside it; nothing where that does not tell."""
    sign, before, behind = text[at], text[at - 1 : at] if at else " ", text[at + 1 : at + 2]
    if before.isdigit():
        apostrophe = sign == "'" and behind == "s"  # “1990's”; else a sign for feet or inches
        return _CLOSING[sign] if apostrophe else ""
    if before in _BEFORE_OPENING:
        if sign == "'" and _AFTER_ELISION.match(text, at + 1):
            return _CLOSING[sign]
        return _OPENING[sign] if behind and not behind.isspace() else ""
    return _CLOSING[sign]
