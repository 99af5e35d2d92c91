"""A dash with a space on one side only: “the mill –which burned – was old”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.analyses.quotes.quotes import quoted
from newslint.analyses.text.scanning import scan
from newslint.analyses.text.words import is_code
from newslint.base.lazy import pattern, source_of
from newslint.model.finding import Finding
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story
from newslint.words.tables import Compounds

# By the sign, which is found fast.
_FORMS = {
    "–": (pattern(r"–(?<=[a-z]{2} –)(?=[A-Za-z]{2})"), pattern(r"–(?<=[a-z]{2}–)(?= [A-Za-z]{2})")),
    "—": (pattern(r"—(?<=[a-z]{2} —)(?=[A-Za-z]{2})"), pattern(r"—(?<=[a-z]{2}—)(?= [A-Za-z]{2})")),
    " -": (pattern(r" -(?<=[a-z]{2} -)(?=(?:and|but|which|who|the|that|it|he|she|they|in|with) [a-z])"),),
    "- ": (pattern(r"- (?<=[a-z]{3}- )(?=(?P<next>[a-z]{2,20})\b)"),),
}
_LISTED = frozenset(("and", "or", "to", "but", "nor", "through", "than", "versus", "vs", "und", "as"))


class DashSpace(Rule):
    """Readers take it for a slip, and a line may break where it should not. A space on both sides, or on none."""

    id = "dash-space"
    topic = "punctuation"
    finds = "A dash with a space on one side only (“the mill –which burned”)"
    severity = "warning"
    confidence = "medium"
    message = "a dash has a space on both sides or on none"
    zones = ("headline", "deck", "caption", "subhead", "body", "note")
    yields_to = ("broken-word",)
    when = {"language": ("en",)}
    examples = (
        Bad("The mill [[–]]which was old – burned."),
        Bad("The mill was old[[—]] it burned."),
        Bad("The mill[[ -]]which it was - burned.", message="a dash has a space on both sides or on none"),
        Bad(
            "The mill was post[[- ]]war.",
            message="a space too many behind this hyphen, or a broken word",
        ),
        Good("The mill – which was old – burned—it was dry - like the pre- and post-war ones, one- to two-storey."),
        Good("Type `mill -the fire` or run mill -f fire.", format="markdown"),
        Good("“The mill –it was old – burned,” she wrote."),
    )

    evidence = Evidence(
        stories=3849, hits=44, wrong=3, cases=60, found=60, on="a space beside a dash taken out of edited stories"
    )

    @classmethod
    def gate(cls) -> Sequence[str]:
        """A dash with a space on one side."""
        return [source_of(form) for forms in _FORMS.values() for form in forms]

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each place."""
        prose = story.prose.text
        for sign, forms in _FORMS.items():
            if sign not in prose:
                continue
            for form in forms:
                for hit in scan(story, form, self.zones):
                    listed = sign == "- " and (
                        hit.match["next"] in _LISTED or hit.match["next"] in Compounds.of().glue
                    )
                    if listed or not hit.is_typed_so(story) or is_code(story, hit.span.start):
                        continue
                    if not story.get(quoted).meet(hit.span):
                        said = "a space too many behind this hyphen, or a broken word" if sign == "- " else ""
                        yield self.finding(hit.span, said)
