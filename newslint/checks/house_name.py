"""A name that this house spells differently."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newslint.base.typed import TYPE_CHECKING, Any
from newslint.kinds.base import Hit, KindRule
from newslint.matcher import Needle
from newslint.model.finding import Edit, Finding, Fix, Related
from newslint.model.rule import Bad, Evidence, Good, KnownFalse
from newslint.model.story import Story

if TYPE_CHECKING:
    from newslint.analyses.names.house_forms import Table
    from newslint.analyses.names.known import Slip
    from newslint.model.names import Wrong

MOST_RELATED = 12
AP, BBC, REUTERS, NYT = ({"house-name": name} for name in ("ap", "bbc", "reuters", "nyt"))


class HouseName(KindRule):
    """Readers take two spellings for two places or people, and a search finds only half of the stories.

    newslint comes with a list of names; the files in `names:` add yours. A style says which of several accepted
    forms its house has chosen; without a style, only forms that no house accepts are found.
    """

    id = "house-name"
    topic = "names"
    finds = "A spelling of a name that the house does not use"
    default = False  # which form is right is for a house to say: a style or a file of names switches it on
    message = "this house writes this name another way"
    zones = ("headline", "deck", "subhead", "caption", "body", "list", "table", "alt")
    axis = "house-name"
    spec: Mapping[str, Any] = {}
    fix = None
    kind = "python"
    yields_to = ("inconsistent-name",)
    dated = True
    about_names = True

    @property
    def forms(self) -> tuple[str, ...]:
        """The styles whose forms are told."""
        from newslint.model.names import STYLES  # here and below, because most papers run without this rule

        return STYLES

    def needles(self) -> Sequence[Needle]:
        """Every wrong form, then the phrases to leave alone."""
        return self._table().needles()

    def _table(self) -> Table:
        from newslint.analyses.names.house_forms import table

        return table(self.names, self.style.get("house-name", ""))

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each name that is nearly one of the house's own."""
        if self.names and story.language == "en":
            from newslint.analyses.names.known import slips

            for slip in slips(story, self.names):
                yield self._near_miss(slip)

    def _near_miss(self, slip: Slip) -> Finding:
        from newslint.analyses.names.known import span_of

        spans = sorted(span_of(at) for at in slip.at)
        return self.finding(
            spans[0],
            f"“{slip.text}” is nearly “{slip.right}”, which is on this house's list of names",
            related=tuple(Related(span, "here too") for span in spans[1 : MOST_RELATED + 1]),
            fixes=(Fix(f"Write “{slip.right}”", tuple(Edit(span, slip.right) for span in spans)),),
        )

    def judge(self, story: Story, hits: Sequence[Hit]) -> Iterator[Finding]:
        """One finding for each wrong form, with all its places."""
        from newslint.analyses.names.house_forms import grouped, holding, opening

        known = self._table()
        held = holding(story, self.day_of(story), known, hits)
        for same in grouped(story, known, held, self.without_overlaps(held, len(known.wrong))):
            wrong = known.wrong[same[0].needle]
            odd = [hit for hit in same if opening(hit.zone, hit.start, wrong.right) != hit.text]
            if odd:  # “Al Qaeda” is right where a sentence begins, and wrong elsewhere where it is “al Qaeda”
                yield self._finding(wrong, odd)

    def _finding(self, wrong: Wrong, hits: Sequence[Hit]) -> Finding:
        from newslint.analyses.names.house_forms import opening

        first, *rest = hits
        rights = [opening(hit.zone, hit.start, wrong.right) for hit in hits]
        style = self.style.get("house-name", "")
        house = f", in {_title(style)} style" if style else ""
        edits = tuple(Edit(hit.span, right) for hit, right in zip(hits, rights, strict=True))
        return self.finding(
            first.span,
            f"write “{rights[0]}”, not “{wrong.text}”{house}",
            related=tuple(Related(hit.span, "here too") for hit in rest[:MOST_RELATED]),
            fixes=(Fix(f"Write “{rights[0]}”", edits),),
        )

    # With no style and the day of February 2016: undated copy of old is else held to the names of today.
    evidence = Evidence(
        stories=1922,
        hits=15,
        wrong=1,
        cases=685,
        found=641,
        on="a right form in an edited story changed for a wrong one; most of the others stand in quotations",
    )
    examples = (
        Bad(
            "The talks in [[Kiev]] failed. Observers left ((Kiev))’s main station.",
            fixed="The talks in Kyiv failed. Observers left Kyiv’s main station.",
            message="write “Kyiv”, not “Kiev”",
        ),
        Bad(
            "[[Zelensky]] came.",
            style=AP,
            fixed="Zelenskyy came.",
            message="write “Zelenskyy”, not “Zelensky”, in AP style",
        ),
        Bad("[[Zelenskyy]]’s aides came.", style=BBC, fixed="Zelensky’s aides came."),
        Bad("[[Volodymyr Zelensky]] came.", style=REUTERS, fixed="Volodymyr Zelenskiy came."),
        Bad("The three [[Gaddafis]] fled.", style=AP, fixed="The three Gadhafis fled."),
        Bad("[[KIEV]] FALLS SILENT", fixed="KYIV FALLS SILENT", note="capitals stay capitals"),
        Bad(
            "[[Al-Qaeda]] denied it.",
            style=AP,
            fixed="Al-Qaida denied it.",
            note="as does a sentence's first capital",
        ),
        Bad("A cell of [[Al Qaeda]] denied it.", style=AP, fixed="A cell of al-Qaida denied it."),
        Bad("The [[Kiev]]-based bank shut.", fixed="The Kyiv-based bank shut."),
        Bad("Auditors from [[Price Waterhouse Coopers]] came.", fixed="Auditors from PricewaterhouseCoopers came."),
        Good("Al Qaeda denied it.", style=REUTERS, note="“al Qaeda”, at the head of a sentence"),
        Bad("Troops of [[NATO]] came.", style=BBC, fixed="Troops of Nato came."),
        Good("NATO TROOPS COME", style=BBC),
        Good("Zelensky came. Zelenskyy’s aides stayed.", note="no style: either is right somewhere"),
        Good("They ate chicken Kiev and read the Kyiv Post.", style=AP),
        Good("Odessa, Texas, had rain. Odessa’s schools shut.", note="the story says which one it means"),
        Good("“I was born in Kiev,” she said.", note="inside a quotation nothing is changed"),
        Good("See kiev.example.com/news or mail desk@kiev.example.com."),
        Good("Kyiv, formerly spelled Kiev, is the capital.", note="the copy explains the two forms"),
        Good("She was born in Kiev in 1931.", note="a year before the change"),
        Good("The rabbi Mike Zelensky spoke. Zelensky prays here.", style=AP, note="somebody else of that name"),
        KnownFalse(
            "He plays for Lokomotiv [[Kharkov]].", note="a club that keeps the old name and is not in the list"
        ),
    )


def _title(style: str) -> str:
    return style.upper() if len(style) < 5 else style.replace("-", " ").title()
