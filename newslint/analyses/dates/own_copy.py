"""What a house wrote itself: matches outside quotations and the dateline, where its style holds."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from newslint.analyses.dates.datelines import dateline
from newslint.analyses.quotes.quotes import quoted
from newslint.analyses.text.scanning import ScanHit, scan
from newslint.model.story import Story

ROLES = ("deck", "caption", "subhead", "body", "list", "note")


def own_copy(story: Story, pattern: re.Pattern[str], roles: Collection[str] = ROLES) -> Iterator[ScanHit]:
    """Every match in copy that is no quotation, no markup and no dateline, in order."""
    for hit in scan(story, pattern, roles):
        if story.get(quoted).meet(hit.span) or not hit.zone.is_prose(hit.span) or not hit.is_typed_so(story):
            continue
        opening = story.get(dateline)
        if opening is None or opening.zone is not hit.zone or hit.start >= opening.end:
            yield hit


def ends_sentence(hit: ScanHit, sentence_words: Collection[str]) -> bool:
    """Whether the full stop that ends a match also ends its sentence, as what follows shows."""
    behind = hit.zone.text[hit.end : hit.end + 40].lstrip("\"”’')")
    if not behind.strip() or behind.startswith("\n"):
        return True
    word = behind.split()[0].strip("\"“”‘’'(),.;:")
    return behind[0].isspace() and word in sentence_words
