"""Gov. or Governor before a name: the house's form, or the one that the story uses most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from newslint.analyses.names.mentions import Mention, is_spoken, mentions
from newslint.base.lazy import pattern
from newslint.base.text import Span
from newslint.model.finding import Edit, Finding, Fix, Related
from newslint.model.rule import Bad, Good, Rule
from newslint.model.story import Story
from newslint.words.tables import Honorifics

MOST_RELATED = 12
_LEGISLATORS = "short-not-legislators"
_Found = tuple[Span, str, str]  # where a title stands, its words, and whether they are short or full
_CAPITAL = pattern(r"[A-Z][a-z]{4,}[- ]$")


class TitleForm(Rule):
    """Before a name some houses shorten titles of office, others write them out; a story should do one of the two.

    `short-not-legislators`: Gov. and Gen., but Senator and Representative.
    """

    id = "title-form"
    topic = "names"
    finds = "“Gov.” beside “Governor” before names, or the form that the style does not use"
    severity = "note"
    confidence = "high"
    default = False
    message = "this title is written in another form"
    zones = ("headline", "deck", "caption", "subhead", "body", "list")
    axis = "title-form"
    forms = ("short", "full", "short-not-legislators")
    when = {"language": ("en",)}
    examples = (
        Bad(
            "The plan of [[Governor]] Ana Ruiz failed. ((Senator)) Leo Holm was glad.",
            style={"title-form": "short"},
            fixed="The plan of Gov. Ana Ruiz failed. Sen. Leo Holm was glad.",
            message="write “Gov.”, not “Governor”, before a name",
        ),
        Bad(
            "The plan of [[Gov.]] Ana Ruiz failed.",
            style={"title-form": "full"},
            fixed="The plan of Governor Ana Ruiz failed.",
        ),
        Bad(
            "The plan of Gov. Ana Ruiz failed. The plan of [[Governor]] Leo Holm was carried.",
            fixed="The plan of Gov. Ana Ruiz failed. The plan of Gov. Leo Holm was carried.",
        ),
        Bad(
            "Gov. Leo Holm met [[Sen.]] Ana Ruiz.",
            style={"title-form": "short-not-legislators"},
            fixed="Gov. Leo Holm met Senator Ana Ruiz.",
        ),
        Good("The governor, Ana Ruiz, met General Motors.", style={"title-form": "short"}),
        Good("“I met Governor Ana Ruiz,” she said. Gov. Leo Holm left.", style={"title-form": "short"}),
        Good("Gov. Leo Holm met Senator Ana Ruiz.", note="some houses shorten one and not the other"),
        Good("He met Attorney General Ana Ruiz.", style={"title-form": "short"}),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for a story, the other places related, one fix for all."""
        short_of = {full: short for short, full in Honorifics.of().offices.items()}
        full_of = dict(Honorifics.of().offices)
        held = story.prose.text
        if not any(form in held for form in (*short_of, *full_of)):
            return
        found = [
            each for mention in story.get(mentions) if (each := _title(story, mention, self.zones, full_of, short_of))
        ]
        wanted = self.house(story)
        odd = [
            (span, text)
            for span, text, form in found
            if form != (_form(wanted, text) or _usual(found, text, full_of))
        ]
        if not odd:
            return
        edits = tuple(Edit(span, full_of.get(text) or short_of[text]) for span, text in odd)
        yield self.finding(
            odd[0][0],
            f"write “{edits[0].text}”, not “{odd[0][1]}”, before a name",
            related=[Related(span, "here too") for span, _ in odd[1 : MOST_RELATED + 1]],
            fixes=(Fix(f"Write “{edits[0].text}”", edits, "offer"),),
        )


def _form(wanted: str, text: str) -> str:
    """Whether the house writes this title short or full; nothing where it has not said."""
    if wanted != _LEGISLATORS:
        return wanted
    titles = Honorifics.of()
    return "full" if titles.offices.get(text, text) in titles.legislators else "short"


def _usual(found: Sequence[_Found], text: str, full_of: Mapping[str, str]) -> str:
    """The form in which a story mostly writes one title; the first of two as usual."""
    full = full_of.get(text, text)
    counts = Counter(form for _, other, form in found if full_of.get(other, other) == full)
    return counts.most_common(1)[0][0]


def _title(
    story: Story, mention: Mention, zones: Sequence[str], full_of: Mapping[str, str], short_of: Mapping[str, str]
) -> _Found | None:
    """The title right before a person's name, where it stands, and its form."""
    if mention.entity != "person" or mention.zone.role not in zones:
        return None
    before = mention.zone.text[max(0, mention.start - 30) : mention.start]
    for forms, form in ((full_of, "short"), (short_of, "full")):
        for text in sorted(forms, key=len, reverse=True):
            if before.endswith(text + " ") and not before[: -len(text) - 1][-1:].isalnum():
                start = mention.start - len(text) - 1
                if _CAPITAL.search(before[: -len(text) - 1]):
                    return None  # Attorney General
                span = mention.zone.to_source(start, start + len(text))
                return None if is_spoken(story, span) else (span, text, form)
    return None
