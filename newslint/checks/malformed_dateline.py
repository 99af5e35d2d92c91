"""Datelines that fit no agency's form: a state in a wrong short form, a lost comma, dash or parenthesis."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.dates.datelines import dateline
from newslint.model.finding import Edit, Finding, Fix
from newslint.model.rule import Bad, Evidence, Good, KnownFalse, Rule
from newslint.model.story import Story


class MalformedDateline(Rule):
    """The dateline is the first thing that readers and software take in: it says where the story was reported."""

    id = "malformed-dateline"
    topic = "structure"
    finds = "A dateline in the wrong form"
    severity = "warning"
    confidence = "high"
    message = "this dateline is in the wrong form"
    in_quotes = "both"
    examples = (
        Bad(
            "LA CROSSE, [[Wisc.]] (AP) — The bridge closed.",
            fixed="LA CROSSE, Wis. (AP) — The bridge closed.",
            message="dateline: “Wisc.” should be “Wis.”",
        ),
        Bad("LA CROSSE, [[WI]] — The bridge closed.", fixed="LA CROSSE, Wis. — The bridge closed."),
        Bad("LA CROSSE[[ ]]Wis. (AP) — The bridge closed.", fixed="LA CROSSE, Wis. (AP) — The bridge closed."),
        Bad("FARGO, N.D.[[, ]](AP) — The bridge closed.", fixed="FARGO, N.D. (AP) — The bridge closed."),
        Bad("CHICAGO[[(]]AP) — The bridge closed.", fixed="CHICAGO (AP) — The bridge closed."),
        Bad("Chicago [[(AFP]] – The bridge closed.", fixed="Chicago (AFP) – The bridge closed."),
        Bad("CHICAGO [[(AP]] — The bridge closed.", fixed="CHICAGO (AP) — The bridge closed."),
        Bad("CHICAGO [[(AP)]] The bridge closed.", fixed="CHICAGO (AP) — The bridge closed."),
        Bad("CHICAGO (AP)[[ —]]The bridge closed.", fixed="CHICAGO (AP) — The bridge closed."),
        Bad("[[WASHINTON]] (Reuters) - The bridge closed.", fixed="WASHINGTON (Reuters) - The bridge closed."),
        Bad("KYIV, [[Ukriane]] (AP) — The bridge closed.", fixed="KYIV, Ukraine (AP) — The bridge closed."),
        Bad("[[LONDON on 2nd Dec (Reuters)]] - The bridge closed."),
        Bad(
            "[[Ostervik]] (AP) — The bridge closed.",
            fixed="OSTERVIK (AP) — The bridge closed.",
            style={"dateline": "agency"},
        ),
        Bad("[[Oct 22]] (Reuters) - The bridge closed.", message="dateline: no place stands before “Oct 22”"),
        Bad("[[By ANA SILVA OSTERVIK (AP) — ]]The bridge closed."),
        Good("OSTERVIK and CHICAGO (December 22, 2013) — The bridge closed."),
        Good("Karlsruhe/Berlin (dpa/lsw) - The bridge closed."),
        Good("OSTERVIK (News Hour); The bridge closed."),
        Good("FLINT, Mich., Oct. 4 (UPI) — The bridge closed."),
        Good("LIMA, Jan 21 (Reuters) - The bridge closed."),
        Good("Paris, 9 déc 2018 (AFP) - Le pont ferme."),
        Good("Tegucigalpa, Jan 2 (EFE).- The bridge closed."),
        Good("Melbourne, Oct 22 (PTI) The bridge closed."),
        Good("SYDNEY March 22 AAP - The bridge closed."),
        Good("CALGARY, Alberta, Dec.  03, 2019  (GLOBE NEWSWIRE) -- The bridge opened."),
        Good("DES MOINES, Iowa/WASHINGTON (Reuters) - The bridge closed."),
        Good("COEUR D’ALENE, Idaho (AP) — The bridge closed."),
        Good("SEATTLE, Washington (CNN) The bridge closed."),
        Good("EXCLUSIVE – A minister resigned. BREAKING: More soon."),
        Good("QUESTIONABLE MEDICAL CLAIMS — Some doctors object."),
        Good("NATO — The alliance met.\nTRUMP: I think so."),
        Bad(
            "NORFOLK, [[Vir.]] (AP) — The bridge closed.",
            fixed="NORFOLK, Va. (AP) — The bridge closed.",
            message="dateline: “Vir.” should be “Va.”",
        ),
        Bad("DES MOINES[[ ]]Iowa (AP) — The bridge closed.", fixed="DES MOINES, Iowa (AP) — The bridge closed."),
        Good("HALIFAX, N.S. (CP) — The bridge closed."),
        KnownFalse("MOTRIL, [[Granada]] (AP) — The bridge closed.", note="a province one letter away from a country"),
    )
    evidence = Evidence(
        stories=2662, hits=2, wrong=2, cases=327, found=319, on="datelines of edited stories damaged in nine ways"
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each flaw in the dateline; a disputed one is sure only where datelines are asked for."""
        found = story.get(dateline)
        if found is None:
            return
        for flaw in found.flaws:
            place = found.zone.to_source(flaw.start, flaw.end)
            fix = Fix(f"Change to “{flaw.right}”", (Edit(place, flaw.right),)) if flaw.right else None
            if not flaw.disputed:
                yield self.finding(place, f"dateline: {flaw.said}", fixes=(fix,) if fix else ())
            elif story.language == "en":
                sure = self.style.get("dateline") in ("required", "agency")
                yield self.finding(
                    place, f"dateline: {flaw.said}", fixes=(fix,) if fix else (), confidence="high" if sure else "low"
                )
