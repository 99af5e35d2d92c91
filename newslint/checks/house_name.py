"""A name that this house writes another way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from newslint.analyses._house_forms import (
    Table,
    is_address,
    is_another,
    is_elsewhere,
    is_explained,
    is_named,
    opening,
    table,
)
from newslint.analyses._names_known import Slip, slips, span_of
from newslint.finding import Edit, Finding, Fix, Related
from newslint.kinds.base import Hit, KindRule
from newslint.matcher import Needle
from newslint.names import STYLES, Wrong
from newslint.rule import Bad, Evidence, Good, KnownFalse
from newslint.story import Story

MOST_RELATED = 12
AP, BBC, REUTERS, NYT = ({"house-name": name} for name in ("ap", "bbc", "reuters", "nyt"))


class HouseName(KindRule):
    """Readers take two spellings for two places or people, and find only half of what was written about them.

    The list of names comes with newslint and grows by the files that `names:` gives. A style says which of
    several good forms its house has chosen; without one, only what no house writes is found.
    """

    id = "house-name"
    topic = "names"
    default = False  # which form is right is for a house to say: a style or a file of names switches it on
    message = "this house writes this name another way"
    zones = ("headline", "deck", "subhead", "caption", "body", "list", "table", "alt")
    axis = "house-name"
    forms = STYLES
    spec: Mapping[str, Any] = {}
    fix = None
    kind = "python"
    yields_to = ("inconsistent-name",)
    dated = True
    about_names = True

    def needles(self) -> Sequence[Needle]:
        """Every wrong form, then the phrases to leave alone."""
        return self._table().needles()

    def _table(self) -> Table:
        return table(self.names, self.style.get("house-name", ""))

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each name that is nearly one of the house's own."""
        if self.names and story.language == "en":
            for slip in slips(story, self.names):
                yield self._near_miss(slip)

    def _near_miss(self, slip: Slip) -> Finding:
        spans = sorted(span_of(at) for at in slip.at)
        return self.finding(
            spans[0],
            f"“{slip.text}” is nearly “{slip.right}”, which is a name this house knows",
            related=tuple(Related(span, "here too") for span in spans[1 : MOST_RELATED + 1]),
            fixes=(Fix(f"Write “{slip.right}”", tuple(Edit(span, slip.right) for span in spans)),),
        )

    def judge(self, story: Story, hits: Sequence[Hit]) -> Iterator[Finding]:
        """One finding for each wrong form, with all its places."""
        known = self._table()
        held = self._holding(story, hits, known)
        strangers = {known.wrong[hit.needle].owner for hit in held if self._stranger(hit, known)}
        places: dict[tuple[int, str], list[Hit]] = {}
        named = {
            known.wrong[h.needle].owner
            for h in held
            if h.needle < len(known.wrong) and not known.wrong[h.needle].alone
        }
        for hit in self.settled(held, len(known.wrong)):
            wrong = known.wrong[hit.needle]
            if wrong.alone and wrong.owner in strangers:
                continue
            if wrong.unsure and wrong.owner not in named and not is_named(story, known.names[wrong.owner]):
                continue
            if self._means(hit, known):
                places.setdefault((wrong.owner, wrong.text), []).append(hit)
        for same in places.values():
            yield self._finding(known.wrong[same[0].needle], same)

    def _holding(self, story: Story, hits: Sequence[Hit], known: Table) -> list[Hit]:
        """Hits of entries that speak for this story, and those of the phrases to leave alone."""
        day = self.day_of(story)
        owners = {known.wrong[hit.needle].owner for hit in hits if hit.needle < len(known.wrong)}
        names = known.names
        speaking = {n for n in owners if names[n].holds_on(day) and not is_elsewhere(story, names[n])}
        return [h for h in hits if h.needle >= len(known.wrong) or known.wrong[h.needle].owner in speaking]

    def _stranger(self, hit: Hit, known: Table) -> bool:
        """Whether a family name here is that of somebody else."""
        if hit.needle >= len(known.wrong) or not known.wrong[hit.needle].alone:
            return False
        return bool(is_another(hit.zone, hit.start, known.names[known.wrong[hit.needle].owner]))

    def _means(self, hit: Hit, known: Table) -> bool:
        """Whether the copy uses a form as its own, neither explaining it nor quoting an address."""
        name = known.names[known.wrong[hit.needle].owner]
        return not (is_address(hit.zone, hit.start, hit.end) or is_explained(hit.zone, hit.start, hit.end, name))

    def _finding(self, wrong: Wrong, hits: Sequence[Hit]) -> Finding:
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

    evidence = Evidence(
        stories=1922,
        hits=15,
        wrong=1,
    )  # with no style and the day of February 2016; without their days old stories would be held to today's names
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
