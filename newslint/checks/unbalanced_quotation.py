"""Quotation marks that open and never close, close what was never open, or face the wrong way."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.marks import Marks, marks
from newslint.finding import Finding
from newslint.rule import Bad, Evidence, Good, KnownFalse, Rule
from newslint.story import Story

LONGEST_RUN = 12  # paragraphs
OPENERS, CLOSERS = "“„«", "”»"
OPENING = (*"“„«”\"'‘`»",)  # what a paragraph may open with when a quotation runs on


class UnbalancedQuotation(Rule):
    """Readers cannot tell where the speaker's words end and the reporter's begin.

    A quotation that runs on leaves its mark open at the end of a paragraph, and the next paragraph opens
    with a mark again; every other quotation closes in the paragraph that opens it.
    """

    id = "unbalanced-quotation"
    topic = "quotes"
    message = "a quotation mark that has no partner"
    in_quotes = "both"
    zones = ("headline", "deck", "caption", "body", "list", "quote-block", "note", "subhead")
    examples = (
        Bad("She said [[“]]the river rose overnight.\nThe mayor sent boats."),
        Bad(
            'The mayor called it [["]]a long night and went home.',
            message="the quotation that opens here is never closed",
        ),
        Bad("It was cold,[[”]] she said.", message="this quotation mark closes a quotation that was never opened"),
        Bad("“It was cold,[[“]] she said.", message="this quotation mark (“) faces the wrong way"),
        Bad("[[”]]It was cold,” she said.", message="this quotation mark (”) faces the wrong way"),
        Bad(
            'The report speaks of [["]]grave faults” in the wall.',
            message='a quotation that opens with " closes with ”',
        ),
        Bad('[[“]]It was cold," she said.'),
        Good("“It was dark,” she said. “We ran.\n“Then the lights came on.”", note="a quotation that runs on"),
        Good('He said: "We ran. "Then the lights came on."', note="a running quotation whose paragraphs were joined"),
        Good("“He said “no” twice,” Silva recalled."),
        Good('He stands 6\'2" and throws 92" of rope.'),
        Good("‘We can’t stay,’ she said of the workers’ homes."),
        Good("In the ‘90s the mill closed.", note="another fault, of another rule"),
        Good("''No,'' he said. ``Not now.''"),
        Good("„Nein“, sagte sie."),
        Good("« Non », dit-elle."),
        Good("»Nein«, sagte sie."),
        Good("She read: “The mill will close.\nThe men will go.\nNobody will be paid.” Then she left."),
        Good("“\nThe mill closed in May.\n”\nShe left.", note="marks on lines of their own are ornaments"),
        KnownFalse('The pipe is [["]]two inches wide and 30 ft long.'),
    )
    evidence = Evidence(stories=1922, hits=150, wrong=10)

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each paragraph, at its odd mark."""
        zones = [(zone, found) for zone, found in story.get(marks) if zone.kind in self.zones]
        whole = set(_running_on([found for _, found in zones]))
        before = False  # whether the paragraph before was found to be left open
        for n, (zone, found) in enumerate(zones):
            odd = None
            if n not in whole and (found.pairs or (found.strays and not before)):
                odd = _odd_mark(zone.text, found, zones[n + 1][0].text if n + 1 < len(zones) else "")
            if odd:
                at, message = odd
                yield self.finding(zone.to_source(at, at + 1), message)
            before = bool(odd)


def _running_on(found: list[Marks]) -> Iterator[int]:
    """The paragraphs of quotations that open in one and close in a later one, no mark between them."""
    for n, here in enumerate(found):
        if here.strays or not here.pairs or here.pairs[-1].closed:
            continue
        for k in range(n + 1, min(n + LONGEST_RUN, len(found))):
            if found[k].strays:
                yield from (n, k)
            if found[k].strays or found[k].pairs:
                break


def _odd_mark(text: str, found: Marks, follower: str) -> tuple[int, str] | None:
    """The first mark of a paragraph that has no partner or the wrong one, and what is wrong with it."""
    if found.strays:
        return found.strays[0], "this quotation mark closes a quotation that was never opened"
    for n, pair in enumerate(found.pairs):
        opener = text[pair.start]
        if not pair.closed:
            if n + 1 == len(found.pairs):
                if follower.lstrip()[:1] in OPENING:
                    return None
            elif text[pair.end - 1] in ".!?…":
                continue  # paragraphs of a running quotation that were joined
            return pair.start, "the quotation that opens here is never closed"
        closer = text[pair.end - 1]
        if opener == "»" and closer == "«":
            continue  # as German books set them
        if opener in CLOSERS:
            return pair.start, f"this quotation mark ({opener}) faces the wrong way"
        if closer in OPENERS and opener != "„":
            return pair.end - 1, f"this quotation mark ({closer}) faces the wrong way"
        if (opener == '"') != (closer == '"'):
            return pair.start, f"a quotation that opens with {opener} closes with {closer}"
    return None
