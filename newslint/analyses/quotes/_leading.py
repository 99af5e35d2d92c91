"""Leading: how one paragraph leads into the quotation of the next, and who is named between the marks themselves."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from newslint.analyses.quotes._attribution import Attribution, Clauses
from newslint.analyses.quotes._credits import LONGEST_CREDIT
from newslint.analyses.quotes._verdicts import Verdict
from newslint.analyses.quotes.cues import BASES, BE, REPORTING
from newslint.analyses.quotes.marks import MarkPair
from newslint.analyses.quotes.quotation import (
    ATTRIBUTED,
    CARRIES_ON,
    COLON_BEFORE,
    GOES_ON,
    GOES_STRAIGHT_ON,
    RUNS_ON,
)
from newslint.base.lazy import pattern
from newslint.words.tables import Attributions, any_of, every

_NAME = r"(?:(?:[^\W\d_a-z][\w'’.-]*|of|de|al) ){0,4}[^\W\d_a-z][\w'’-]+"
# « Non, dit Yann Abgrall. » “No, said the keeper, Otto Lang, and left. The name is the group.
_SAID_INSIDE = pattern(
    lambda: (
        rf",[”\"]? (?:{any_of(every(each.inserted for each in Attributions.all().values()))})"
        r" (?:[a-zéèêàâîôûç’'-]{1,20},? ){0,5}((?:[A-ZÉÈÀÎÔ][\w’'.-]+ ){0,3}[A-ZÉÈÀÎÔ][\w’'-]+)"
    )
)
# “We want it back, Otto Berg told the council. The same, where the closing mark is missing at the end.
_SAID_AT_END = pattern(
    lambda: (
        rf"[,?!][”\"'’]? ({_NAME}) (?:{any_of(Attributions.of().usual)})(?: [^.?!”\"]{{1,80}})?\W{{0,4}}$"
        rf"|[^.:;] (?:{any_of(Attributions.of().usual)}) ({_NAME})\W{{0,4}}$"
    )
)
# The Weavers’ Union and (the mayor said …): names that are the subject with the last one.
_WITH_OTHERS = pattern(r"(?:(?:[^\W\d_a-z][\w'’.-]*,?|of|the|for|&) ){1,12}and")
LITTLE = 8  # words: who said it, and to whom


def says_plainly(text: str, leads: Attribution, apart: int) -> bool:
    """Whether what leads up to a quotation can do so over a caption: a colon, or “she said” over no more than one."""
    if leads.why == COLON_BEFORE:
        return True
    if apart > 1 or not leads.cue or text[slice(*leads.cue)].lower() not in Attributions.of().usual:
        return False
    return text[: leads.cue[0]].rpartition(" ")[0].rpartition(" ")[2].lower() not in BE  # he was asked


def rules_sentence(text: str, leads: Attribution) -> bool:
    """Whether “said” with its subject rules the sentence that ends a paragraph: …, the mayor said in a statement."""
    if not leads.cue or not leads.speaker or text[slice(*leads.cue)].lower() not in Attributions.of().usual:
        return False
    if leads.speaker[1] > leads.cue[0] or text[leads.speaker[1] : leads.cue[0]].strip():
        return False  # she was told; the mayor, who said
    if "." in text[leads.cue[1] :].rstrip(" ."):
        return False  # another sentence follows
    before = text[: leads.speaker[0]].rpartition(". ")[2].strip()
    if _WITH_OTHERS.fullmatch(before):
        return True
    return before.endswith(",") and len(before.split()) > LITTLE  # “On Monday, the mayor said” opens another clause


def is_reported(text: str, leads: Attribution) -> bool:
    """Whether what leads up to a quotation is “said” or “told”: verbs that mean speech to somebody, and no act."""
    return leads.cue is not None and text[slice(*leads.cue)].lower() in REPORTING


def has_words(text: str) -> bool:
    """Whether a stretch of copy has words in it."""
    return any(sign.isalpha() for sign in text)


def is_past(text: str, cue: tuple[int, int] | None) -> bool:
    """Whether a verb of speech stands in the past: captions tell in the present."""
    word = text[slice(*cue)].lower() if cue else ""
    return bool(word) and word not in BASES and not word.endswith(("s", "ing"))


def goes_on(text: str, pairs: Sequence[MarkPair]) -> str:
    """How a paragraph with somebody's words, those of `pairs`, goes on into the next one."""
    last = pairs[-1]
    if not last.closed:
        return RUNS_ON
    if last.end == len(text.rstrip()):
        return CARRIES_ON
    beside = "".join(
        [
            text[end:start]
            for end, start in zip((0, *(p.end for p in pairs)), (*(p.start for p in pairs), None), strict=True)
        ]
    )
    return GOES_STRAIGHT_ON if len(beside.split()) <= LITTLE else GOES_ON


def said_inside(text: str, mark: MarkPair) -> Verdict | None:
    """Who is named between the marks, where French puts the speaker, or where no mark closes before the name."""
    if mark.closed and text[mark.start] != "«":
        return None
    m = _SAID_INSIDE.search(text, mark.start, mark.end)
    if m is None and not mark.closed:
        m = _SAID_AT_END.search(text, max(mark.start, mark.end - LONGEST_CREDIT), mark.end)
    if m is None:
        return None
    return Verdict(
        ATTRIBUTED, Attribution(m.span(m.lastindex or 0), None, ""), "its speaker is named between the marks"
    )


def is_plain(clauses: Clauses, said: Attribution, q: int) -> bool:
    """Whether a word in another sentence surely tells of speech: it means nothing else, or stands right beside.

    Right behind is what opens with the speaker: “Has anybody left?” Ana Silva, who runs the mill, tweeted.
    """
    if said.cue is None or clauses.text[slice(*said.cue)].lower() in REPORTING:
        return True
    own = bisect_left(clauses.sentences, (q + 1, 0)) - 1
    if said.cue[0] < clauses.starts[q]:
        return own > 0 and clauses.starts[clauses.sentences[own - 1][0]] <= said.cue[0]
    behind = clauses.sentences[own + 1 : own + 2]
    return bool(behind) and said.speaker is not None and said.speaker[0] == clauses.starts[behind[0][0]]
