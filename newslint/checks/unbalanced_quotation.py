"""Quotation marks that open and never close, or close what was never open."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.quotes.mark_faults import UNBALANCED, mark_faults
from newslint.model.finding import Edit, Finding, Fix
from newslint.model.rule import Bad, Evidence, Good, KnownFalse, Rule
from newslint.model.story import Story, Zone

_LAST = 24  # code points by which the end of a deck is found in the copy


class UnbalancedQuotation(Rule):
    """Readers cannot tell where the speaker's words end and the reporter's begin.

    A quotation that goes on in the next paragraph is not closed, and that paragraph opens with a mark again; every
    other quotation closes in the paragraph that opens it.
    """

    id = "unbalanced-quotation"
    topic = "quotes"
    finds = "A quotation mark without a partner"
    message = "a quotation mark that has no partner"
    in_quotes = "both"
    when = {"language": ("en",)}  # elsewhere a paragraph of a quotation need not open with a mark again
    zones = ("headline", "deck", "caption", "body", "list", "quote-block", "note", "subhead")
    needs = mark_faults
    examples = (
        Bad("She said [[“]]the river rose overnight.\nThe mayor sent boats."),
        Bad(
            'The mayor called it [["]]a long night and went home.',
            message="the quotation that opens here is never closed",
        ),
        Bad("It was cold,[[”]] she said.", message="this quotation mark closes a quotation that was never opened"),
        Good("“It was cold,“ she said.", note="a mark that faces the wrong way is another rule's"),
        Good('"He said "no" twice," Silva recalled.', note="a quotation inside a quotation, another rule's"),
        Bad(
            'The report speaks of [["]]grave faults” in the wall. “No,” she said.',
            fixed="The report speaks of “grave faults” in the wall. “No,” she said.",
            message='a quotation that opens with " closes with ”',
        ),
        Bad('“It was cold,[["]] she said.', fixed="“It was cold,” she said."),
        Bad(
            "“It was cold,” she said.\n“Nobody came,[[’’]] said Otto Berg.",
            fixed="“It was cold,” she said.\n“Nobody came,” said Otto Berg.",
            message="a quotation that opens with “ closes with ’’",
        ),
        Good("“It was dark,” she said. “We ran.\n“Then the lights came on.”", note="a quotation that runs on"),
        Good('He said: "We ran. "Then the lights came on."', note="a running quotation whose paragraphs were joined"),
        Good('"He said: \'We ran.\' "Then the lights came on."', note="the same, after what he quotes"),
        Good("“He said “no” twice,” Silva recalled."),
        Good('He stands 6\'2" and throws 92" of rope.'),
        Good("‘We can’t stay,’ she said of the workers’ homes."),
        Good('IFS=" \\t"', note="code"),
        Bad('See <a href="https://example.org">this</a>: [["]]It is open, the mayor said.'),
        Good("In the ‘90s the mill closed.", note="another fault, of another rule"),
        Good("''No,'' he said. ``Not now.''"),
        Good("„Nein“, sagte sie."),
        Good("« Non », dit-elle."),
        Good("»Nein«, sagte sie."),
        Good("All the plans of the harbour are here »\n\nThe bridge is shut. Read more »", note="arrows"),
        Good(
            "---\ntitle: Harbour opens\nsummary: The report spoke of “a very late harbour and a bridge\n---\n\n"
            "The report spoke of “a very late harbour and a bridge that nobody needs,” said Ana Silva.",
            format="markdown",
            note="cut out of the copy",
        ),
        Good('rss = """ The harbour is open.', note="what a program marks off"),
        Good("She read: “The mill will close.\nThe men will go.\nNobody will be paid.” Then she left."),
        Good("“\nThe mill closed in May.\n”\nShe left.", note="marks on lines of their own are ornaments"),
        KnownFalse('The pipe is [["]]two inches wide and 30 ft long.'),
    )
    evidence = Evidence(stories=2662, hits=224, wrong=18)

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each paragraph, at its odd mark."""
        for fault in story.get(mark_faults):
            if fault.kind == UNBALANCED and not (fault.zone.role == "deck" and _is_excerpt(story, fault.zone)):
                span = fault.zone.to_source(fault.start, fault.end)
                fix = Fix(f"Make it {fault.better}", (Edit(span, fault.better),), "safe" if fault.sure else "offer")
                yield self.finding(span, fault.message, fixes=[fix] if fault.better else [])


def _is_excerpt(story: Story, deck: Zone) -> bool:
    """Whether a deck is cut out of the copy, which goes on from it: the mark it lacks stands there."""
    end = deck.text.rstrip(" .…")[-_LAST:]
    return len(end) == _LAST and any(0 <= zone.text.find(end) < len(zone.text) - _LAST for zone in story.of("body"))
