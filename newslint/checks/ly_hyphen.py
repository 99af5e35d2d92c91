"""A hyphen behind an adverb in -ly (“newly-elected”)."""

from __future__ import annotations

from newslint.analyses.quotes.sought import SoughtRule
from newslint.base.lazy import pattern
from newslint.model.rule import Bad, Evidence, Good


class LyHyphen(SoughtRule):
    """The ending already ties the adverb to the next word; a hyphen adds nothing."""

    id = "ly-hyphen"
    topic = "punctuation"
    default = False
    finds = "A hyphen behind an adverb in -ly (“newly-elected”)"
    severity = "note"
    confidence = "medium"
    message = "“{match}”: no hyphen after an adverb in -ly: “{replacement}”"
    zones = ("headline", "deck", "caption", "subhead", "body", "list", "note")
    when = {"language": ("en",)}
    written = "{a} {b}"
    sought = (
        (
            ("ly-",),
            pattern(
                r"(?i:\b(?P<a>newly|recently|highly|fully|widely|closely|badly|poorly|heavily|previous"
                r"ly|freshly|openly|privately|publicly|federally|locally|rapidly|severely|tightly|spec"
                r"ially|specifically|largely|partly|partially|completely|commonly|environmentally|poli"
                r"tically|racially|religiously|mentally|physically|financially|internationally|nationa"
                r"lly|democratically|carefully|barely|slightly|increasingly|critically|terminally|seri"
                r"ously|strongly|deeply|eagerly|hotly|keenly|fiercely|bitterly|directly|genetically|in"
                r"dividually|independently|commercially|legally|illegally|officially|allegedly|apparen"
                r"tly|seemingly|supposedly|formerly|originally|mutually|equally|evenly|densely|sparsel"
                r"y|thinly|roughly|smartly|neatly|brightly|clearly|purely|technically|historically|cul"
                r"turally|ecologically|economically|socially|sexually|vastly|wholly))-(?P<b>(?!in\b|to"
                r"\b|fledged)[a-z]{3,20})(?![\w-])",
                8,
            ),
        ),
    )
    examples = (
        Bad(
            "The [[newly-elected]] mayor met a [[highly-skilled]] miller.",
            fixed="The newly elected mayor met a highly skilled miller.",
            message="“newly-elected”: no hyphen after an adverb in -ly: “newly elected”",
        ),
        Bad("[[Newly-built]] homes burned.", fixed="Newly built homes burned."),
        Good("A family-owned, early-morning, friendly-looking, only-child, monthly-paid, newly elected mayor."),
        Good("“It is a newly-built mill,” she said."),
    )
    evidence = Evidence(
        stories=3849, hits=93, wrong=0, cases=60, found=60, on="hyphens set behind such adverbs in edited stories"
    )
