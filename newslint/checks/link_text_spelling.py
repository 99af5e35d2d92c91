"""A name in the text of a link, one letter away from what its own address has."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.quotes.quotes import quoted
from newslint.analyses.text.right_elsewhere import right_elsewhere
from newslint.analyses.text.words import ROLES
from newslint.base.typed import TYPE_CHECKING
from newslint.model.finding import Edit, Finding, Fix, Related
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story

if TYPE_CHECKING:
    from newslint.analyses.text.right_forms import Near

MOST_PLACES = 6  # of the right form that are told


class LinkTextSpelling(Rule):
    """Whoever copies an address and types the name beside it slips in the name: the address works, the name does not.

    Only words that are known nowhere are looked at, and only a slip inside them: an ending may be another form.
    """

    id = "link-text-spelling"
    topic = "names"
    finds = "A name in a link's text that one letter parts from its own address"
    severity = "warning"
    message = "the address of this link spells it another way"
    zones = tuple(sorted(ROLES))
    needs = right_elsewhere
    yields_to = ("misspelt-word", "inconsistent-name", "house-name")
    evidence = Evidence(
        stories=3849, hits=12, wrong=0, cases=288, found=251, on="link texts of edited posts, a slip set into a name"
    )
    examples = (
        Bad(
            "It runs [on [[Kestrlwire]]](https://((kestrelwire)).example/about).",
            fixed="It runs [on Kestrelwire](https://kestrelwire.example/about).",
            format="markdown",
            message="“Kestrlwire” links to an address that spells it “kestrelwire”",
        ),
        Bad(
            "Ask <a href='https://((sandovall)).example/'>Ana [[Sandvoall]]</a>.",
            fixed="Ask <a href='https://sandovall.example/'>Ana Sandovall</a>.",
            format="markdown",
        ),
        Bad(
            "Follow [@[[TovaEkhlom]]](https://social.example/((TovaEkholm))).",
            fixed="Follow [@TovaEkholm](https://social.example/TovaEkholm).",
            format="markdown",
            note="a handle in the text of its own link",
        ),
        Bad(
            "Join ((openMILL)) in [the [[opeMILL]] hall](https://((openmill)).example).",
            fixed="Join openMILL in [the openMILL hall](https://openmill.example).",
            format="markdown",
            note="with the capitals that the story gives it elsewhere",
        ),
        Good("It runs on [Kestrelwires](https://kestrelwire.example).", format="markdown", note="an ending"),
        Good(
            "It runs on [Kestrlwire](https://example.org/kestrlwire).", format="markdown", note="written so there too"
        ),
        Good("Use [`kestrlwire`](https://kestrelwire.example).", format="markdown", note="code"),
        Good("“We ran [Kestrlwire](https://kestrelwire.example),” she said.", format="markdown", note="said"),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each such word."""
        for near in story.get(right_elsewhere):
            if near.own and not (self.is_the_houses(near.hits[0].text) or _is_quoted(story, near)):
                yield self._found(near)

    def _found(self, near: Near) -> Finding:
        word = near.hits[0].text
        fix = Fix(f"Write “{near.right}”", tuple(Edit(hit.span, near.right) for hit in near.hits), "offer")
        related = [Related(span, "spelled so here") for span in near.at[:MOST_PLACES]]
        said = f"“{word}” links to an address that spells it “{near.form}”"
        return self.finding(near.hits[0].span, said, related=related, fixes=(fix,))


def _is_quoted(story: Story, near: Near) -> bool:
    return any(story.get(quoted).meet(hit.span) for hit in near.hits)
