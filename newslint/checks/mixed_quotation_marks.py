"""Quotation marks of several forms in one story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from newslint.analyses.quotes.generators import curls_marks
from newslint.analyses.quotes.marks import Marks, marks
from newslint.analyses.quotes.running import is_british
from newslint.base.lazy import compiled
from newslint.base.record import NamedTuple
from newslint.base.text import Span
from newslint.model.finding import Edit, Finding, Fix, Related
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story, Zone

MOST_RELATED = 20
SURE = 3  # so many times as many of the other form make the fix safe
_SEVERAL, _MOSTLY = 3, 4  # apostrophes that tell; so many times as many of one form as of the other


class _Form(NamedTuple):
    name: str
    opens: str
    closes: str


_CURLY, _STRAIGHT = _Form("curly (“ ”)", "“", "”"), _Form('straight (")', '"', '"')
_DOUBLED = _Form("two single marks", "‘‘", "’’")
_ASTRAY = _Form("two single marks", "", "")  # no house sets them so
_CURLY_SINGLE, _STRAIGHT_SINGLE = _Form("curly (‘ ’)", "‘", "’"), _Form("straight (')", "'", "'")
_DOUBLE, _SINGLE = (_CURLY, _STRAIGHT, _DOUBLED, _ASTRAY), (_CURLY_SINGLE, _STRAIGHT_SINGLE)
_WHOLE = (_CURLY, _STRAIGHT, _DOUBLED)  # forms that pair with themselves only
_FORMS = {
    "“": _CURLY, "”": _CURLY, '"': _STRAIGHT, "‘‘": _DOUBLED, "’’": _DOUBLED, "‘’": _ASTRAY,
    "‘": _CURLY_SINGLE, "’": _CURLY_SINGLE, "'": _STRAIGHT_SINGLE,
}  # fmt: skip


class _Mark(NamedTuple):
    span: Span
    form: _Form
    opens: bool
    alone: bool  # with no partner here: what looks like one may be a sign for inches, or be missing
    heads: bool  # opens its paragraph, and so can be nothing but a mark


class MixedQuotationMarks(Rule):
    """Two kinds of marks look careless, and often show where copy was pasted in unedited."""

    id = "mixed-quotation-marks"
    topic = "punctuation"
    finds = "Straight and curly quotation marks in one story"
    message = "straight and curly quotation marks stand side by side"
    in_quotes = "both"
    zones = ("headline", "deck", "caption", "body", "list", "note", "subhead")  # a quoted block is its source's
    examples = (
        Bad(
            '“It was cold,” she said. “Very cold.”\nHe called it [["]]a long night.(("))',
            fixed="“It was cold,” she said. “Very cold.”\nHe called it “a long night.”",
            message='2 quotation marks are straight (") in a story whose others are curly (“ ”)',
        ),
        Bad(
            'She sang "Home" and "Away" and [[“]]Back.((”))',
            fixed='She sang "Home" and "Away" and "Back."',
            message='2 quotation marks are curly (“ ”) in a story whose others are straight (")',
        ),
        Bad(
            "“It was cold,” she said. “We left.”\n[[‘‘]]Nobody came,((’’)) said Otto Berg.",
            fixed="“It was cold,” she said. “We left.”\n“Nobody came,” said Otto Berg.",
            message="2 quotation marks are two single marks in a story whose others are curly (“ ”)",
        ),
        Bad(
            '[["]]It’s cold,((")) she said. (("))We’re off.(("))\nHe doesn’t call it “long”.',
            fixed="“It’s cold,” she said. “We’re off.”\nHe doesn’t call it “long”.",
            note="neither form is rare: the apostrophes tell which one the story keeps to",
        ),
        Good(
            '“It was cold,” she said. “We left.”\nThe report speaks of "grave faults” in the wall.',
            note="a quotation that closes with another mark than it opens is another rule's",
        ),
        Bad(
            "‘We want it back,’ said Ana Silva. ‘It is ours.’\n[[']]Nobody asked us,’ said Otto Berg.",
            fixed="‘We want it back,’ said Ana Silva. ‘It is ours.’\n‘Nobody asked us,’ said Otto Berg.",
            message="1 quotation mark is straight (') in a story whose others are curly (‘ ’)",
        ),
        Bad(
            "‘We want it back,’ said Ana Silva.\n[[']]It is ours, and we paid for it.\n‘Nobody asked us.’",
            fixed="‘We want it back,’ said Ana Silva.\n‘It is ours, and we paid for it.\n‘Nobody asked us.’",
            note="a mark that opens its paragraph may have its partner further down",
        ),
        Good(
            "The 'old' mill is shut. “It was cold,” she said. It was ‘fun’, he wrote.",
            note="no speech in single marks",
        ),
        Good(
            '"It was cold," she said.\n\n“Cold!” https://t.co/x1Y2z3 — Ana (@examplemill) May 6, 2024',
            format="markdown",
            note="a post is as its writer left it",
        ),
        Good('!!! note "On the mill"\n    “It was cold,” she said.', format="markdown", note="a block’s own title"),
        Good(
            '“It was cold,” she said.\n\n> He wrote "No" on the door.',
            format="markdown",
            note="a block is quoted as it is",
        ),
        Good(
            '"It was cold," she said. "Very cold."\n&#822“We left,” she said.',
            note="a straight mark behind a figure is one of inches",
        ),
        Good("“He stands 6'2\" in his socks,” she said."),
        Good('“It was cold,” she said. He is 6\' 2" tall, on 19" wheels.'),
        Good('“He said, "No," and left,” she said.', note="the marks of an inner quotation are left alone"),
        Good("“It was cold,” she said.\n„Nein“, sagte er.\n« Non », dit-elle."),
        Good('"It was cold," she said. "Very cold."'),
        Good('Set `name = "x"` and save.\n\n“It was cold,” she said.', format="markdown"),
    )
    evidence = Evidence(stories=2662, hits=92, wrong=0)

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for the story, at the first mark of a rarer form; another one for single marks."""
        if not _may_mix(story.prose.text):
            return
        paragraphs = [
            (zone, found)
            for zone, found in story.get(marks)
            if found.pairs and zone.role in self.zones and not (zone.sort or (zone.field and story.format == "html"))
        ]  # what a page is shared under has its own marks
        every = [mark for zone, found in paragraphs for mark in _marks_of(zone, found)]
        for family in (_DOUBLE, _SINGLE):
            its = [mark for mark in every if mark.form in family]
            forms = {mark.form for mark in its}
            if _ASTRAY in forms or (len(forms) > 1 and (family is _DOUBLE or is_british(paragraphs))):
                finding = self._found(its, _usual(its, _as_apostrophes(story.prose.text)))
                unseen = curls_marks(story) and _ASTRAY not in forms
                yield finding._replace(confidence="low") if unseen else finding

    def _found(self, found: list[_Mark], main: _Form) -> Finding:
        odd = [mark for mark in found if mark.form != main]
        counts = Counter(mark.form for mark in found)
        edits = tuple(Edit(mark.span, main.opens if mark.opens else main.closes) for mark in odd)
        # A mark without its partner here would leave that as it is, unless it opens a quotation that runs on.
        whole = all(mark.heads or not mark.alone for mark in odd)
        sure = counts[main] >= SURE * len(odd) and not any(mark.alone for mark in odd)
        form = " or ".join(dict.fromkeys(mark.form.name for mark in odd))
        count = "1 quotation mark is" if len(odd) == 1 else f"{len(odd)} quotation marks are"
        where = f"in a story whose others are {main.name}" if counts[main] else "where double ones (“ ”) belong"
        return self.finding(
            odd[0].span,
            f"{count} {form} {where}",
            related=[
                Related(mark.span, f"another {mark.form.name.partition(' (')[0]} one")
                for mark in odd[1 : MOST_RELATED + 1]
            ],
            fixes=[Fix(f"Make all quotation marks {main.name}", edits, "safe" if sure else "offer")] if whole else [],
        )


def _usual(found: list[_Mark], kin: tuple[_Form, ...]) -> _Form:
    """The form that most marks have by far, else the one that goes with the story's apostrophes (`kin`).

    Where those do not tell, it is the form that most have; of two, the one that the last mark has not.
    """
    counts = Counter(mark.form for mark in found)
    if _ASTRAY in counts:
        del counts[_ASTRAY], counts[_DOUBLED]
    most = max(counts.values(), default=0)
    if most < SURE * (len(found) - most):
        for form in kin:
            if counts[form]:
                return form
    usual = [form for form in counts if counts[form] == most]
    return next((form for form in usual if form != found[-1].form), usual[0] if usual else _CURLY)


def _as_apostrophes(prose: str) -> tuple[_Form, ...]:
    """The forms that go with nearly all apostrophes of a prose, where it has several."""
    # an expression that begins with its sign is found fast
    curly, straight = (len(compiled(rf"{sign}(?<=[^\W\d_]{sign})[^\W\d_]").findall(prose)) for sign in "’'")
    if curly + straight < _SEVERAL or not (curly > _MOSTLY * straight or straight > _MOSTLY * curly):
        return ()
    return (_CURLY, _CURLY_SINGLE) if curly > straight else (_STRAIGHT, _STRAIGHT_SINGLE)


def _may_mix(prose: str) -> bool:
    """Whether a prose holds marks of two forms at all."""
    curly = "“" in prose or "”" in prose
    if curly and ('"' in prose or "‘‘" in prose):
        return True
    return "‘" in prose and ("'" in prose or "‘’" in prose)


def _marks_of(zone: Zone, found: Marks) -> Iterator[_Mark]:
    """The outer marks of a paragraph that have one of the forms looked at."""
    text = zone.text
    for start, end, opened, closed in found.pairs:
        if text[start - 1 : start].isalnum():
            continue  # right behind a letter or a figure a straight mark would not be read as one that opens
        forms = _FORMS.get(text[start : start + opened]), _FORMS.get(text[end - closed : end])
        if forms[0] in _WHOLE and forms[1] in _WHOLE and forms[0] != forms[1]:
            continue  # “…": another rule's fault
        for form, first, last, opens in (
            (forms[0], start, start + opened, True),
            (forms[1], end - closed, end, False),
        ):
            if form:
                heads = opens and not first and form in _SINGLE
                yield _Mark(zone.to_source(first, last), form, opens, not (opened and closed), heads)
