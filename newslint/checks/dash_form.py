"""The dash of a sentence in another form than the house's, or than the rest of the story's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from newslint.analyses.quotes.quotes import quoted
from newslint.analyses.text.scanning import ScanHit, scan
from newslint.base.lazy import pattern
from newslint.model.finding import Edit, Finding, Fix, Related
from newslint.model.rule import Bad, Good, Rule
from newslint.model.story import Story

_DASH = pattern(r"(?<=[^\W_]|[.,!?%)\]”’\"'])(?:—| (?:[—–]|-{1,3}|_) |(?<=[a-z])--(?=[a-z]))(?=[^\W_]|[“‘\"'(\[$£€])")
_FORMS = {"—": "em", " — ": "spaced-em", " – ": "spaced-en", " - ": "hyphen"}
_WRITTEN = {form: sign for sign, form in _FORMS.items()}
_NAMES = {
    "em": "a dash without spaces (—)",
    "spaced-em": "a dash between spaces ( — )",
    "spaced-en": "a short dash between spaces ( – )",
    "hyphen": "a hyphen between spaces ( - )",
}
_DATELINE = 90  # characters of the first paragraphs in which a dash may close the dateline
_SHORT = 60  # a shorter paragraph may be a line of a table, a credit or a list
MOST_PLACES = 12  # of one story that are told


class DashForm(Rule):
    """Each house has one form of dash. Two in a story show that it was put together from two, or that nobody read it.

    The style's `dash-form` decides, and without one the form that the story uses most. Two hyphens and an underscore,
    by which wires send a dash, are no form of any house.
    """

    id = "dash-form"
    topic = "punctuation"
    finds = "A sentence's dash in a form that the style, or the rest of the story, does not use"
    severity = "note"
    status = "preview"
    default = False
    message = "a dash in another form"
    zones = ("deck", "caption", "body", "note")
    axis = "dash-form"
    forms = tuple(_NAMES)
    source = "the houses' own copy: one form has nine tenths or more of each house's dashes"
    examples = (
        Bad(
            "The mill[[ – ]]it was old((—))burned on Monday night, and so did the barn behind it.",
            style={"dash-form": "spaced-em"},
            fixed="The mill — it was old — burned on Monday night, and so did the barn behind it.",
            message="write a dash between spaces ( — ), in 2 places",
        ),
        Bad(
            "The mill[[ - ]]it was old((--))burned on Monday night, and so did the barn behind it.",
            style={"dash-form": "em"},
            fixed="The mill—it was old—burned on Monday night, and so did the barn behind it.",
        ),
        Bad(
            "The mill — it was old — burned on Monday night, and so did the barn behind[[ - ]]all of it.",
            fixed="The mill — it was old — burned on Monday night, and so did the barn behind — all of it.",
            note="no style: the story's own form",
        ),
        Good(
            "LONDON (Reuters) - The mill burned on Monday night, and so did the old barn behind it.",
            style={"dash-form": "em"},
        ),
        Good(
            "The score was 3 - 2, the range 10–12 and the road Hill–Vale, which all of the town uses.",
            style={"dash-form": "em"},
        ),
        Good("“The mill – it was old – burned,” she said on Monday night of the fire.", style={"dash-form": "em"}),
        Good("Ana Ruiz - Vale", style={"dash-form": "em"}, note="a short line may be a table's"),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for the story, at the first dash of another form."""
        prose = story.prose.text
        if "—" not in prose and "–" not in prose and "-" not in prose:
            return
        found = [hit for hit in scan(story, _DASH, self.zones) if _is_dash(story, hit)]
        forms = Counter(form for hit in found if (form := _FORMS.get(hit.text)))
        right = self.house(story) or next(iter([form for form, _ in forms.most_common(1)]), "")
        odd = [hit for hit in found if _FORMS.get(hit.text) != right]
        if not right or not odd or (not self.house(story) and len(odd) >= len(found) - len(odd)):
            return
        places = f", in {len(odd)} places" if len(odd) > 1 else ""
        edits = tuple([Edit(hit.span, _WRITTEN[right]) for hit in odd])
        related = [Related(hit.span, "here too") for hit in odd[1:MOST_PLACES]]
        fix = Fix(f"Write {_NAMES[right]}", edits, "offer")
        yield self.finding(odd[0].span, f"write {_NAMES[right]}{places}", related=related, fixes=(fix,))


def _is_dash(story: Story, hit: ScanHit) -> bool:
    """Whether a sign is the dash of a sentence, which nobody is quoted as saying."""
    text = hit.zone.text
    if len(text) < _SHORT or not hit.is_typed_so(story) or story.get(quoted).meet(hit.span):
        return False
    before, behind = text[: hit.start], text[hit.end : hit.end + 1]
    if before[-1:].isdigit() and behind.isdigit():
        return False
    if hit.start < _DATELINE:
        first = before.split(None, 1)[0] if before.split() else ""
        if before.endswith(")") or (len(first) > 1 and first.isupper()) or before.rstrip().isupper():
            return False
    return True
