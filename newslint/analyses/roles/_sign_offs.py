"""Lines at the foot of a story about whoever wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newslint.base.lazy import pattern
from newslint.model.finding import Confidence
from newslint.model.story import Zone
from newslint.words.tables import Pages, any_of

LONGEST = 400  # code points
MOST_OTHERS = 1  # so many lines of copy may stand below such a line, or among several
_NAMES = r"(?!(?:It|He|She|They|This|That|There|The|An?|One|Who|What|We|You) )(?:[A-ZÀ-Þ][\w.’'-]+ (?:and |, )?){1,5}"
_TRADES = Pages.of().trades | Pages.of().trades_of_signers
_ABOUT = pattern(
    lambda: (
        rf"{_NAMES}(?:(?:is|was) (?:an?|the|our) (?:[\w'’&-]+,? ){{0,8}}(?:{any_of(_TRADES)})\b|"
        r"(?:writes|reports) (?:about|for|on|from) |covers [a-z])"
    )
)
_REPORTED = pattern(rf"{_NAMES}reported from ")
_SIGNED = pattern(
    r"(?:additional |with )?(?:reporting|writing|editing)"
    r"(?: (?:in|from) [A-ZÀ-Þ][\w ,.’'-]{1,40}?)? by |(?:compiled|edited|reported|written) by [A-Z]|"
    r"with (?:files|reports) from |"
    r"(?:follow|e-?mail|contact|reach) (?:him|her|them|(?:[A-ZÀ-Þ][\w.’'-]+ ?){2,4})(?:(?<= )(?:on|at|via)\b|:)",
    re.IGNORECASE,
)
_SIGNING = frozenset((  # the words that what `_SIGNED` matches begins with
    "additional", "with", "reporting", "writing", "editing", "compiled", "edited", "reported", "written", "follow",
    "email", "e-mail", "contact", "reach",
))  # fmt: skip
_CREDITS = ("Reporting ", "Writing ", "Editing ", "Additional reporting ", "(Reporting ")
_TOLD = (*_TRADES, "writes ", "reports ", "covers ")  # one stands in all that `_ABOUT` matches
_SHARED = ("contributed to this ", "contributed reporting", "contributed research", "contributed to reporting")


def signs_off(text: str) -> Confidence | None:
    """How sure it is that a line is about a story's author: a biography, a credit for reporting, where to write to.

    That somebody contributed, or reported from where, most papers print as part of the story.
    """
    if len(text) > LONGEST:
        return None
    if text.split(" ", 1)[0].casefold() in _SIGNING and _SIGNED.match(text):
        return "medium"
    if any(map(text.__contains__, _TOLD)) and _ABOUT.match(text):
        return "medium"
    if " contributed " in text and any(words in text for words in _SHARED):
        return "low"
    return "low" if " reported from " in text and _REPORTED.match(text) else None


def _is_credit(text: str) -> bool:
    """Whether a line, wherever it stands, credits those who reported, wrote and edited a story, and does no more."""
    if len(text) > LONGEST or not text.startswith(_CREDITS) or text.endswith("."):
        return False
    return _SIGNED.match(text) is not None


def sign_offs(zones: Sequence[Zone]) -> Iterator[tuple[int, Confidence]]:
    """The numbers of such lines at the foot of a story, and how sure that is."""
    for n, zone in enumerate(zones):
        if zone.role in ("body", "list", "chrome") and _is_credit(zone.text):
            yield n, "medium"
    others = 0
    for n in range(len(zones) - 1, 0, -1):
        zone = zones[n]
        if zone.field:
            continue
        if confidence := signs_off(zone.text):
            yield n, confidence
        elif zone.role in ("chrome", "credit", "caption", "timestamp"):
            continue
        elif others == MOST_OTHERS:
            return
        else:
            others += 1
