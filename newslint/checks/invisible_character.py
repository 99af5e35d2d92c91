"""Characters that nobody sees: soft hyphens, zero-width spaces, marks of writing direction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.analyses.text.scanning import COPY, scan
from newslint.base.lazy import pattern, source_of
from newslint.model.finding import Edit, Finding, Fix, Related
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story

_NAMES = {
    "\u00ad": "soft hyphen",
    "\u200b": "zero-width space",
    "\u200c": "zero-width non-joiner",
    "\u200d": "zero-width joiner",
    "\u2060": "word joiner",
    "\ufeff": "byte-order mark",
    "\ufffc": "sign for a missing object",
}
_SOFT_HYPHEN = "\u00ad"
_DIRECTION = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
# Joiners are part of emoji and of other scripts: only beside Latin letters are they left over.
# Behind “Ã” a soft hyphen is half of a garbled letter, which another rule tells.
_HIDDEN = pattern(
    rf"\u00ad(?<![ÃÂ]\u00ad)|[\u200b\u2060\ufeff\ufffc{_DIRECTION}]|[\u200c\u200d](?<=[A-Za-z ].)(?=[A-Za-z ])"
)
_SIGNS = (*_NAMES, *_DIRECTION)  # each is looked for faster than all at once
_RIGHT_TO_LEFT = pattern(r"[\u0590-\u08ff]")
MOST_PLACES = 12  # of one story that are told


class InvisibleCharacter(Rule):
    """They come with copied text. Searches miss the word, lines break inside it, and feeds show boxes."""

    id = "invisible-character"
    topic = "integrity"
    finds = "Characters that nobody sees: soft hyphens, zero-width spaces, direction marks"
    severity = "warning"
    confidence = "high"
    message = "a character that nobody sees"
    zones = COPY
    in_quotes = "both"
    examples = (
        Bad(
            "The mi[[\u00ad]]ll burned.",
            fixed="The mill burned.",
            message="a character that nobody sees stands here (soft hyphen)",
        ),
        Bad(
            "The [[\u200b]]mill((\u200b)) burned.",
            fixed="The mill burned.",
            message="2 characters that nobody sees: zero-width space",
        ),
        Bad("“The mi[[\u00ad]]ll burned,” she said.", note="told, but what is quoted is not changed"),
        Good("The mayor is Ms. Garc\u00c3\u00ada.", note="half of a garbled letter"),
        Good("The word می\u200cخواهم keeps its joiner."),
        Good("<p>The burgo\u00admaster left.</p>", format="html", note="pages say so where a line may break"),
        Good("She said \u200fשלום\u200f and left.", note="a right-to-left word needs its marks"),
    )

    evidence = Evidence(
        stories=3849, hits=20, wrong=0, cases=60, found=60, on="such characters set into words of edited stories"
    )

    @classmethod
    def gate(cls) -> Sequence[str]:
        """Such a character."""
        return (source_of(_HIDDEN),)

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for the story, at the first place."""
        prose = story.prose.text
        if prose.isascii() or not any(sign in prose for sign in _SIGNS) or not _HIDDEN.search(prose):
            return
        both_ways = bool(_RIGHT_TO_LEFT.search(prose))
        hits = [hit for hit in scan(story, _HIDDEN, self.zones) if hit.is_typed_so(story)]
        hits = [hit for hit in hits if not (both_ways and hit.text in _DIRECTION)]
        if story.format == "html":
            hits = [hit for hit in hits if hit.text != _SOFT_HYPHEN]
        if not hits:
            return
        names = list(dict.fromkeys(_NAMES.get(hit.text, "direction mark") for hit in hits))
        said = f"{len(hits)} characters that nobody sees: {', '.join(names)}"
        if len(hits) == 1:
            said = f"a character that nobody sees stands here ({names[0]})"
        edits = tuple([Edit(hit.span, "") for hit in hits])
        related = [Related(hit.span, "here too") for hit in hits[1:MOST_PLACES]]
        yield self.finding(hits[0].span, said, related=related, fixes=(Fix("Delete", edits, "safe"),))
