"""The short cut for paragraphs in the usual order: “…,” she said. “…” They need not be split into words."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.analyses.quotes._attribution import Attribution
from newslint.analyses.quotes._story_names import OF_SAYING
from newslint.analyses.quotes.marks import MarkPair
from newslint.analyses.quotes.quotation import GOES_ON_HERE, last_sign
from newslint.base.lazy import compiled

SHORT = 30  # code points in which nobody else is said to speak
# “…,” Ana Silva said. “…,” said Ana Silva. The name begins in the first group, the verb in the second.
_NAME = r"(?:[A-Z]\w+\.? )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}"
_AFTER = rf" (he|she|they|{_NAME}) (said|says|added|told|wrote|asked|explained|tweeted)\b"
_INVERTED = rf" (said|says|asked|wrote|added) (he|she|{_NAME})(?=[,.])"


def in_plain_order(text: str, pairs: Sequence[MarkPair]) -> list[Attribution] | None:
    """Attribution where each quotation begins a sentence and has the usual words behind it, or stands by itself.

    A short cut: it reads half of all paragraphs without splitting them into words, and says the same.
    """
    found: list[Attribution | None] = []
    speaker: Attribution | None = None
    for n, pair in enumerate(pairs):
        if pair.start and text[max(0, pair.start - 3) : pair.start].rstrip(" ")[-1:] not in (".", "”", '"'):
            return None
        said = _plainly_said(text, pair)
        if said is None:
            between = text[pairs[n - 1].end : pair.start] if n else ""
            if len(between) > SHORT and OF_SAYING.search(between.partition(". ")[2]):
                return None  # “…,” she said. Her brother added that it fell. “…”
            following = pairs[n + 1].start if n + 1 < len(pairs) else len(text)
            if not text[pair.end : following].isspace() and pair.end != following:
                return None
        speaker = speaker or said
        found.append(said)
    if speaker is None:
        return None
    last, spoken = speaker, []
    for said in found:
        last = said or last
        spoken.append(said or last._replace(cue=None, why=GOES_ON_HERE))
    return spoken


def _plainly_said(text: str, pair: MarkPair) -> Attribution | None:
    if last_sign(text, pair) not in (",", "?", "!"):
        return None
    m = compiled(_AFTER).match(text, pair.end)
    if m:
        return Attribution(m.span(1), m.span(2), f"“{m[2]}” after it")
    m = compiled(_INVERTED).match(text, pair.end)
    return Attribution(m.span(2), m.span(1), f"“{m[1]}” after it") if m else None
