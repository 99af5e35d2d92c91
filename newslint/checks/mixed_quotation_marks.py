"""Straight and curly double quotation marks in one story."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newslint.analyses.quotes.marks import marks
from newslint.base.text import Span
from newslint.model.finding import Edit, Finding, Fix, Related
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story

MOST_RELATED = 20
SURE = 3  # so many times as many of the other form make the fix safe


class _Mark(NamedTuple):
    span: Span
    curly: bool
    opens: bool
    paired: bool  # else what looks like its pair may be a sign for inches, or be missing


class MixedQuotationMarks(Rule):
    """Two kinds of marks look careless, and often show where copy was pasted in unedited."""

    id = "mixed-quotation-marks"
    topic = "punctuation"
    finds = "Straight and curly quotation marks in one story"
    message = "straight and curly quotation marks stand side by side"
    in_quotes = "both"
    zones = ("headline", "deck", "caption", "body", "list", "quote-block", "note", "subhead")
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
            '“It was cold,” she said. “We left.”\nThe report speaks of [["]]grave faults” in the wall.',
            fixed="“It was cold,” she said. “We left.”\nThe report speaks of “grave faults” in the wall.",
        ),
        Good("“He stands 6'2\" in his socks,” she said."),
        Good('“It was cold,” she said. He is 6\' 2" tall, on 19" wheels.'),
        Good('“He said, "No," and left,” she said.', note="the marks of an inner quotation are left alone"),
        Good("“It was cold,” she said.\n„Nein“, sagte er.\n« Non », dit-elle."),
        Good('"It was cold," she said. "Very cold."'),
        Good('Set `name = "x"` and save.\n\n“It was cold,” she said.', format="markdown"),
    )
    evidence = Evidence(stories=1922, hits=72, wrong=1)

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for the story, at the first mark of the rarer form."""
        prose = story.prose.text
        if '"' not in prose or not ("“" in prose or "”" in prose):
            return
        found = [
            _Mark(zone.to_source(at, at + 1), zone.text[at] != '"', opens, bool(pair.opened and pair.closed))
            for zone, paragraph in story.get(marks)
            if zone.role in self.zones
            for pair in paragraph.pairs
            for at, opens in ((pair.start, True), (pair.end - 1, False))
            if (pair.opened if opens else pair.closed) and zone.text[at] in '"“”'
        ]
        curly = sum(mark.curly for mark in found)
        straight = len(found) - curly
        if not curly or not straight:
            return
        odd_curly = curly < straight if curly != straight else found[-1].curly
        odd = [mark for mark in found if mark.curly == odd_curly]
        rest = len(found) - len(odd)
        edits = tuple(Edit(mark.span, _form(mark.opens, curly=not odd_curly)) for mark in odd)
        sure = rest >= SURE * len(odd) and all(mark.paired for mark in odd)
        names = ("curly (“ ”)", 'straight (")')
        form, other = names if odd_curly else names[::-1]
        count = "1 quotation mark is" if len(odd) == 1 else f"{len(odd)} quotation marks are"
        yield self.finding(
            odd[0].span,
            f"{count} {form} in a story whose others are {other}",
            related=[Related(mark.span, f"another {form.split()[0]} one") for mark in odd[1 : MOST_RELATED + 1]],
            fixes=[Fix(f"Make all quotation marks {other}", edits, "safe" if sure else "offer")],
        )


def _form(opens: bool, *, curly: bool) -> str:
    return ("“" if opens else "”") if curly else '"'
