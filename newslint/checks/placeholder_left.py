"""Notes to self and to the desk left in the copy: TK, XX, [CHECK], (Adds quote), -30-."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from newslint.analyses.text.end_signs import is_end_sign
from newslint.analyses.text.scanning import COPY, ScanHit, scan
from newslint.analyses.text.words import words as words_of
from newslint.base.lazy import pattern
from newslint.base.text import Span
from newslint.model.finding import Finding
from newslint.model.rule import Bad, Evidence, Good, KnownFalse, Rule
from newslint.model.story import Story
from newslint.words.languages import ENGLISH
from newslint.words.tables import Placeholders, any_of

_TO_COME = pattern(r"\bTK(?:TK)*\b")
_CROSSES = pattern(r"XX+(?![\w’'])")
_COUNTED = pattern(lambda: rf"[ -](?:{any_of(Placeholders.of().units)})\b|-year")
_MANY = pattern(r" (?:[a-z]+ )?[a-z]{3,}s (?:were|are|have|had|will|in|of|from|by|to)\b")  # “XXX pull requests were”
_BRACKETED = pattern(
    lambda: (
        rf"\[(?:{any_of(Placeholders.of().bracketed)}|X+)\b[^\[\]\n]{{0,80}}\]"
        r"|\[(?:insert|add|check) [^\[\]\n]{1,60}\]|\[\?+\]"
    )
)
# In round brackets only what is asked or to be done: (AGE?), (CHECK); “(ADD)” and “(CQ)” are short names.
_ROUND = pattern(
    lambda: (
        rf"\((?:{any_of(Placeholders.of().bracketed)})\?+\)"
        rf"|\((?:{any_of(Placeholders.of().to_do)})(?: [^()\n]{{1,60}})?\)"
    )
)
_TO_BE = pattern(r"\bTB[CD]\b")
_WANTS = pattern(r"(?:\b(?:is|are|was|were|be|of|at|aged|about|some|for|from|by|costs?) |[$£€])$")
_DOUBT = pattern(r"\?\?+")
_NOUGHTS = pattern(lambda: rf"(?<![\w.,:])00(?=[ -](?:{any_of(Placeholders.of().units)})\b|-year-old)")
_LATIN = pattern(r"\b[Ll]orem ipsum dolor\b")
_NAMELESS = pattern(r"\b(?:FIRST|LAST|FULL) ?NAME\b")
_TO_DO = pattern(r"\bTODO:")
_TO_FIX = pattern(r"\bFIXME:")


def _lines() -> str:
    """Paragraphs that are nothing but a note to the desk, or a template's own words."""
    return "|".join(
        (
            r"(?:Eds|EDS|ATTN:? ?(?:EDITORS|EDS)|EDITORS)\.?:.*",
            r"(?:NOTES? TO (?:EDITORS?|DESK|SUBS?)|Note to (?:desk|subs))\.?:.*",
            rf"\((?:{any_of(Placeholders.of().writethru)})\b[^()\n]{{2,200}}\)\.?",
            r"(?:STRICTLY )?EMBARGO(?:ED)?\b[: ]+(?:UNTIL|TILL|FOR|TO)\b.*",
            r"(?:HOLD FOR (?:RELEASE|PUBLICATION)|NOT FOR (?:PUBLICATION|USE))\b.*",
            rf"(?i:(?:insert |your )?(?:{any_of(Placeholders.of().template)})(?: goes)? here\.?)",
        )
    )


_LINE = pattern(_lines)
# What such a line begins with; a template's words begin with anything, and hold “here”.
_BEGINNINGS = (
    "(", "Eds", "EDS", "ATTN", "EDITORS", "NOTE TO", "NOTES TO", "Note to", "STRICTLY EMBARGO", "EMBARGO", "HOLD FOR",
    "NOT FOR",
)  # fmt: skip
_INITIALS = frozenset([beginning[0] for beginning in _BEGINNINGS])
LONGEST_LINE, LONGEST_TEMPLATE = 260, 40
LONGEST_NUMERAL = 3  # XX and XXX are numbers too
_SPOKEN_OF = 2
_INTRODUCED = pattern(r"\b[A-Z][\w’'-]{1,30} (?:[a-z]{1,4} ){0,2}[A-Z][\w’'-]{1,30} \(TK\)")
_NAME_AFTER = pattern(r" (?:[A-Z][a-z]|\d)")  # TK Maxx, flight TK 1951
_NAME_BEFORE = pattern(r"(?<=[a-z,;] )[A-Z][a-z]+ (?:flight )?$")


class PlaceholderLeft(Rule):
    """What was still to be filled in, or was meant only for the desk, is about to reach readers."""

    id = "placeholder-left"
    topic = "integrity"
    finds = "A placeholder or a note to the desk left in the copy, such as “TK”"
    severity = "error"
    confidence = "high"
    message = "a placeholder is left in the copy"
    zones = COPY
    yields_to = ("embargo-line", "wire-slug-line")  # which say more of it
    in_quotes = "both"
    examples = (
        Bad("The bridge cost $[[TK]] million.", message="“TK” is a placeholder, not copy"),
        Bad("Police said [[TKTK]] people were hurt, [[XX]] people died and a girl aged [[XX]] is missing."),
        Bad("It cost $[[??]] to build ([[??]]) and $[[XXX]] to run."),
        Bad("The minister resigned.\n[[(Adds quote, para 3)]]\nShe left."),
        Bad("[[Eds: Updates with arrest.]]\nA man was held."),
        Bad("The play closed.\n[[-30-]]"),
        Bad("The play closed.\n[[###]]", message="“###” is a sign to the desk that the story ends, not copy"),
        Bad("[[Headline goes here]]\nThe play closed."),
        Bad("[[EMBARGOED UNTIL 0001 FRIDAY]]\nPrices rose."),
        Bad("The fire killed Ana Silva, [[(AGE?)]], on Monday. [[(CHECK)]]\nIts cause is [[TBC]]."),
        Bad("[[NOTE TO EDITOR: picture to follow.]]\nPrices rose."),
        Good(
            "Doors open at 7, support TBC. The Bridge Club (TBC) met. Children with ADD (ADD) and Coming Home (CQ)."
        ),
        Bad("[[Lorem ipsum dolor]] sit amet."),
        Good("TK Maxx and TK Elevator rose; flight TK 1951 was late, as was Turkish Airlines TK."),
        Bad("The [[TK]] of the fire is $[[TK]] million, said [[TK]].", note="a draft may have many"),
        Good("The tribunal (TK) met. Judges of the TK left. The TK is in Warsaw.", note="an acronym of this story"),
        Good("Constitutional Tribunal (TK) judges met."),
        Good("Super Bowl XXX, the XX Olympic Games, Louis XX and a XXX-rated film in size XXX."),
        Good("Die Krankenkasse hat es ihm nicht gesagt, weil die TK das nicht wollte.", language="de"),
        Bad("[[XXX]] trams were late this week."),
        Good("Women have two X chromosomes, XX; men have XY. It won 3-00 in 2,100 days at 7:00 p.m."),
        Good("He wrote “[T]his” and “[the mayor]” (sic) and [applause]. What?? Really???"),
        Good(
            "Editor’s note: this story was corrected.\n(Adding to this, she left.)\nMore.\nENDS MEET",
            note="for readers",
        ),
        Bad("The mayor, [[FIRST NAME]] Silva, wept."),
        Good("FIRST NAME\nLAST NAME", note="labels of a form"),
        Good("The Eds: a pub. “Lorem ipsum” is filler text for printers."),
        KnownFalse("The draft read “It lasted [[XX]] minutes.”", note="quoted from a leaked draft"),
    )
    evidence = Evidence(
        stories=2662, hits=2, wrong=1, cases=120, found=118, on="placeholders and desk notes set into edited stories"
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each placeholder."""
        text, words = story.prose.text, story.get(words_of)
        sought = [search for rare, sign, search in _SEARCHES if rare in text and sign in text]
        sought += [search for held, sign, search in _BY_WORD if not words.isdisjoint(held) and sign in text]
        for form, holds, what in sought:
            for hit in scan(story, form, self.zones):
                if holds is None or holds(hit):
                    found = self._found(hit.span, hit.text, what)
                    yield found if holds is not _is_to_be else found._replace(confidence="medium")
        if "TK" in text and story.language == ENGLISH:  # elsewhere these letters are but a name's
            acronym = _is_acronym(text)
            for hit in scan(story, _TO_COME, self.zones):
                if len(hit.text) > len("TK") or not (acronym or _is_name(hit)):
                    yield self._found(hit.span, hit.text, _FILL)
        for zone in story.zones:
            line = zone.text
            if len(line) >= LONGEST_TEMPLATE and line[0] not in _INITIALS:
                continue  # a paragraph
            if zone.field and zone.role == "note":
                continue  # an element of an agency's file that is there for notes to the desk
            if is_end_sign(line) and zone.role in self.zones:
                yield self._found(zone.to_source(0, len(line)), line, _END)
            elif _may_be_note(line) and zone.role in self.zones and _LINE.fullmatch(line):
                yield self._found(zone.to_source(0, len(line)), line, _DESK)

    def _found(self, span: Span, text: str, what: str) -> Finding:
        return self.finding(span, f"“{text[:60]}” is {what}, not copy")


def _may_be_note(line: str) -> bool:
    """Whether a line is as short as a note to the desk and has its first or last word."""
    if len(line) < LONGEST_TEMPLATE and "here" in line.lower():
        return True
    return line[:1] in _INITIALS and len(line) < LONGEST_LINE and line.startswith(_BEGINNINGS)


def _is_acronym(text: str) -> bool:
    """Whether TK is a body's short name in this story: introduced in parentheses, or spoken of as “the TK”."""
    return text.count("he TK") >= _SPOKEN_OF or bool(_INTRODUCED.search(text))


def _is_name(hit: ScanHit) -> bool:
    """Whether TK is part of a name here."""
    text = hit.zone.text
    if _NAME_AFTER.match(text, hit.end):
        return True
    return bool(_NAME_BEFORE.search(text, max(0, hit.start - 30), hit.start))


def _is_crossed(hit: ScanHit) -> bool:
    """Whether XX stands for figures or a name to come, and not for twenty, a size or a chromosome."""
    text, start, end = hit.zone.text, hit.start, hit.end
    before = text[start - 1 : start]
    if before.isalnum() or (before and before in "-’'"):
        return False
    return (
        len(hit.text) > LONGEST_NUMERAL
        or (before and before in "$£€")
        or (before + text[end : end + 1]) in ("()", "[]")
        or text.endswith("aged ", 0, start)
        or bool(_COUNTED.match(text, end))
        or (len(hit.text) == LONGEST_NUMERAL and not before.strip() and bool(_MANY.match(text, end)))
    )


def _is_in_text(hit: ScanHit) -> bool:
    """Whether words stand among others (alone they are a label of a form)."""
    return hit.text != hit.zone.text


def _is_to_be(hit: ScanHit) -> bool:
    """Whether “TBC” stands in the place of a word: “its cause is TBC”, not “support TBC” in a listing."""
    text = hit.zone.text
    return bool(_WANTS.search(text, max(0, hit.start - 8), hit.start)) and text.count(hit.text) == 1


def _is_no_name(hit: ScanHit) -> bool:
    """Whether the words before do not have these letters for their initials: “Hill Clubs (HC)”."""
    letters = [c for c in hit.text if c.isalpha()]
    before = hit.zone.text[: hit.start].split()[-len(letters) :]
    return [word[:1].upper() for word in before] != letters


def _is_sum(hit: ScanHit) -> bool:
    """Whether question marks stand in the place of a figure: “$??”, “(??)”."""
    before, after = hit.zone.text[hit.start - 1 : hit.start], hit.zone.text[hit.end : hit.end + 1]
    return before in ("$", "£", "€") or before + after == "()"


_FILL = "a placeholder"
_DESK = "a note to the desk"
_END = "a sign to the desk that the story ends"
_Search = tuple[re.Pattern[str], Callable[[ScanHit], bool] | None, str]
# A character and a sign that all of a form's matches hold, to look for first: one character costs next to nothing.
_SEARCHES: tuple[tuple[str, str, _Search], ...] = (
    ("X", "XX", (_CROSSES, _is_crossed, _FILL)),
    ("[", "[", (_BRACKETED, None, _FILL)),
    ("(", "(", (_ROUND, _is_no_name, _FILL)),
    ("?", "??", (_DOUBT, _is_sum, _FILL)),
    ("0", " 00", (_NOUGHTS, None, _FILL)),
)
# By the words in small letters of which each match has one, and by a sign that all have.
_BY_WORD: tuple[tuple[frozenset[str], str, _Search], ...] = (
    (frozenset(("tbc", "tbd")), "TB", (_TO_BE, _is_to_be, _FILL)),
    (frozenset(("lorem",)), "orem ipsum", (_LATIN, None, "filler text")),
    (frozenset(("name", "firstname", "lastname", "fullname")), "NAME", (_NAMELESS, _is_in_text, _FILL)),
    (frozenset(("todo",)), "TODO:", (_TO_DO, None, _DESK)),
    (frozenset(("fixme",)), "FIXME:", (_TO_FIX, None, _DESK)),
)
