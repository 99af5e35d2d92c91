"""Gov. or Governor before a name: the house's form, or the one that the story uses most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from newslint.analyses.names.mentions import Mention, is_spoken, mentions
from newslint.model.finding import Edit, Finding, Fix, Related
from newslint.model.rule import Bad, Good, Rule
from newslint.model.story import Story
from newslint.words.tables import Honorifics

MOST_RELATED = 12


class TitleForm(Rule):
    """Before a name some houses shorten titles of office, others write them out; a story should do one of the two."""

    id = "title-form"
    topic = "names"
    finds = "“Gov.” beside “Governor” before names, or the form that the style does not use"
    severity = "note"
    confidence = "high"
    default = False
    message = "this title is written in another form"
    zones = ("headline", "deck", "caption", "subhead", "body", "list")
    axis = "title-form"
    forms = ("short", "full")
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
            "Sen. Leo Holm met Sen. Ana Ek. The plan of [[Governor]] Ana Ruiz failed.",
            fixed="Sen. Leo Holm met Sen. Ana Ek. The plan of Gov. Ana Ruiz failed.",
        ),
        Good("The governor, Ana Ruiz, met General Motors.", style={"title-form": "short"}),
        Good("“I met Governor Ana Ruiz,” she said. Gov. Leo Holm left.", style={"title-form": "short"}),
        Good("Gov. Leo Holm met Sen. Ana Ruiz."),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for a story, the other places related, one fix for all."""
        short_of = {full: short for short, full in Honorifics.of().offices.items()}
        full_of = dict(Honorifics.of().offices)
        held = story.prose.text
        if not any(form in held for form in (*short_of, *full_of)):
            return
        found = [each for mention in story.get(mentions) if (each := _title(story, mention, self.zones, full_of, short_of))]
        counts = Counter(form for _, _, form in found)
        wanted = self.house(story) or (counts.most_common(1)[0][0] if len(counts) > 1 else "")
        odd = [(span, text) for span, text, form in found if wanted and form != wanted]
        if not odd:
            return
        right = short_of if wanted == "short" else full_of
        edits = tuple(Edit(span, right[text]) for span, text in odd)
        yield self.finding(
            odd[0][0],
            f"write “{edits[0].text}”, not “{odd[0][1]}”, before a name",
            related=[Related(span, "here too") for span, _ in odd[1 : MOST_RELATED + 1]],
            fixes=(Fix(f"Write “{edits[0].text}”", edits, "offer"),),
        )


def _title(story, mention: Mention, zones, full_of, short_of):  # type: ignore[no-untyped-def]
    """The title right before a person's name, where it stands, and its form."""
    if mention.entity != "person" or mention.zone.role not in zones:
        return None
    before = mention.zone.text[max(0, mention.start - 30) : mention.start]
    for forms, form in ((full_of, "short"), (short_of, "full")):
        for text in sorted(forms, key=len, reverse=True):
            if before.endswith(text + " ") and not before[: -len(text) - 1][-1:].isalnum():
                start = mention.start - len(text) - 1
                span = mention.zone.to_source(start, start + len(text))
                return None if is_spoken(story, span) else (span, text, form)
    return None
