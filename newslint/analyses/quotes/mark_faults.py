"""Faults of quotation marks, told apart once a story, so that each is reported by one rule only."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newslint.analyses.quotes._single_marks import no_elision
from newslint.analyses.quotes.marks import NOTHING, MarkPair, Marks, marks
from newslint.analyses.quotes.running import following
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.model.story import Analysis, Story, Zone
from newslint.words.tables import Abbreviations, Speech, any_of

UNBALANCED, REVERSED, NESTED, UNOPENED = "unbalanced", "reversed", "nested", "unopened"
LONGEST_RUN = 12  # paragraphs
OPENERS, CLOSERS = "“„«", "”»"
OPENING = (*"“„«”\"'‘`»",)  # what a paragraph may open with when a quotation runs on
_ENDS = (".", "!", "?", "…", ":", ",", "’", "'")  # of a paragraph of speech
LONGEST_CREDIT = 160  # code points
SURE = 3  # so many times as many marks of one form say which is right
_TWO_SINGLES = ("’’", "''")
_MISMATCHES = frozenset((("“", '"'), ('"', "”"), ("“", "’’"), ("“", "''"), ("‘", "”")))
_MATE = {"“": "”", "”": "“", '"': '"', "‘": "’"}

# ‘ where an apostrophe or a closing mark belongs: Trump‘s, closed,‘ and ‘90s, ‘16 or ‘Twas where nothing closes.
_TURNED_SINGLE = pattern(
    lambda: (
        r"(?<=[\w.,?!…])‘(?=(?:s|t|re|ve|ll|d|m)\b|[\s.,;:?!)”\"]|$)"
        rf"|(?<![\w‘'])‘(?=n’|(?!{no_elision()})(?![^‘’]{{0,80}}’(?!\w)))"
    )
)
# ’It was cold,’ she said. The word ’wrong’ is theirs.
_TURNED_OPENER = pattern(
    lambda: (
        rf"(?:^|(?<=[\s(]))’{no_elision()}(?:(?=[A-Z])(?=(?:[^‘’]|(?<=\w)’(?=\w)){{2,400}}[,.?!]’(?!\w))"
        r"|(?=[^\W\d](?:[^‘’]|(?<=\w)’(?=\w)){1,40}(?<![sn])’(?!\w)))"
    )
)
_OPENS_INNER = pattern(
    lambda: rf"(?<![\w.,?!…'’‘])(?:‘(?=\w)(?!n’){no_elision()}|'(?=[A-Z]){no_elision()}(?!(?i:{_ambiguous()})\b))"
)
_SINGLE = pattern(r"(?<![\w.,?!…])[‘'](?=[\w“\"])|(?<=\S)[’'](?!\w)")
_BLANK_LINES = pattern(r"\n[ \t\r]*\n")  # one stands below the headline
_CLOSES_SINGLE = pattern(r"(?<=\S)['’‘](?!\w)")
_CREDIT = pattern(r"[A-Z][\w.'’-]* [A-Z][\w.'’-]*(?: [\w.'’-]+){0,6}(?:,[^.!?]*)?\W*")


_LONGEST_TAG = 70  # code points
# Behind a comma the words that say who spoke, up to the end of the sentence.
_TAG = pattern(
    lambda: (
        rf", (?:(?:[A-Z][\w.’'-]+ ){{1,4}}|(?:he|she|they) )(?:{any_of(Speech.of().reporting)})\.\s*$"
        rf"|, (?:{any_of(Speech.of().reporting)}) [A-Z][^.!?]{{1,50}}\.\s*$"
    )
)


def _ambiguous() -> str:
    """Words that may have lost their beginning, at the head of a sentence: 'Cause they were late."""
    return any_of(Abbreviations.of().elided_words)


class Fault(NamedTuple):
    """What is wrong with a mark at `start`-`end` of a zone's prose; `others` are further places of it.

    `better` is the mark that belongs there, where that is known, and `sure` whether the whole story says so.
    """

    kind: str
    zone: Zone
    start: int
    end: int
    message: str
    others: tuple[tuple[Zone, int], ...] = ()
    better: str = ""
    sure: bool = False


def _find(story: Story) -> tuple[Fault, ...]:
    zones = story.get(marks)
    prose = story.prose.text
    single = "‘" in prose or ("’" in prose and ("\n’" in prose or " ’" in prose or prose[0] == "’"))
    inner = single or " '" in prose
    doubtful = [
        n
        for n, (zone, found) in enumerate(zones)
        if (single or found is not NOTHING)
        and (found.strays or (inner and _has_single(zone.text, found)) or not _is_paired(zone.text, found.pairs))
    ]
    if not doubtful:
        return ()
    whole: set[int] = set()
    faults: list[Fault] = []
    for first, last in _running_on([found for _, found in zones]):
        whole.update((first, last))
        if not _is_wrapped(story, zones[first][0], zones[first + 1][0]):
            faults += _unopened(zones[first : last + 1])
    usual = prose.count("“") + prose.count("”"), prose.count('"')
    open_at = -2  # the number of the last paragraph that was found to be left open
    for n in doubtful:
        zone, found = zones[n]
        nested, found = _nested(zone, found)
        faults += nested
        if n not in whole and (found.pairs or (found.strays and open_at != n - 1)):
            after = following(zones, n)
            at = _odd_mark(zone.text, found, zones[after][0].text if after > 0 else "")
            if at and zone.text[max(0, at[0] - 1)] != "=":  # else code: IFS="…
                faults.append(Fault(UNBALANCED, zone, at[0], at[0] + 1, at[1]))
                open_at = n
        faults += _mismatched(zone, found, usual)
        faults += _reversed(zone, found)
    return tuple(_without_foreign(story, faults) if faults else ())


mark_faults: Analysis[tuple[Fault, ...]] = Analysis("mark-faults", _find)


def _has_single(text: str, found: Marks) -> bool:
    """Whether a single mark stands where one opens, within double ones or as ‘ or ’."""
    return "‘" in text or text[:1] == "’" or " ’" in text or (bool(found.pairs) and " '" in text)


def _is_paired(text: str, pairs: Sequence[MarkPair]) -> bool:
    """Whether double marks of one kind stand in pairs as they should: most do."""
    if not pairs:
        return True
    curly = text.count("“")
    if curly:
        if curly != len(pairs) or text.count("”") != curly or '"' in text:
            return False
        return not [pair for pair in pairs if not pair.closed or text[pair.start] != "“"]
    return not ("”" in text or [pair for pair in pairs if not pair.closed])


def _running_on(found: Sequence[Marks]) -> Iterator[tuple[int, int]]:
    """First and last paragraph of quotations that open in one and close in a later one, no mark between them."""
    for n, here in enumerate(found):
        if here.strays or not here.pairs or here.pairs[-1].closed:
            continue
        for k in range(n + 1, min(n + LONGEST_RUN, len(found))):
            if found[k].strays:
                yield n, k
            if found[k].strays or found[k].pairs:
                break


def _is_wrapped(story: Story, above: Zone, below: Zone) -> bool:
    """Whether two paragraphs are lines of one: nothing but a line's end between them, in a story with blank lines."""
    text = story.source.text
    between = text[above.span.end : below.span.start]
    return between.count("\n") == 1 and len(_BLANK_LINES.findall(text)) > 1


def _unopened(run: Sequence[tuple[Zone, Marks]]) -> Iterator[Fault]:
    """The paragraphs of a running quotation that open without a mark."""
    last = run[-1][0]
    if (len(last.text) < LONGEST_CREDIT and _CREDIT.fullmatch(last.text)) or last.role != "body":
        return  # the name of who said it, inside the marks
    if run[1][0].role != "body" or not run[0][0].text.rstrip().endswith(_ENDS):
        return  # a list, or a sentence cut in lines
    opener = run[0][1].pairs[-1].start
    zone = run[1][0]
    others = ((run[0][0], opener), *((other, 0) for other, _ in run[2:]))
    end = zone.text.find(" ")
    message = "the quotation above is still open: begin this paragraph with an opening mark too"
    yield Fault(UNOPENED, zone, 0, end if end > 0 else len(zone.text), message, others)


def _odd_mark(text: str, found: Marks, follower: str) -> tuple[int, str] | None:
    """The first mark of a paragraph that has no partner, and what is wrong with it."""
    if found.strays:
        return found.strays[0], "this quotation mark closes a quotation that was never opened"
    for n, pair in enumerate(found.pairs):
        if not pair.closed:
            if n + 1 == len(found.pairs):
                if follower.lstrip()[:1] in OPENING:
                    return None
            elif text[pair.start : pair.end].rstrip("'’)")[-1] in ".!?…" and not _ends_in_tag(text, pair):
                continue  # paragraphs of a running quotation that were joined
            return pair.start, "the quotation that opens here is never closed"
    return None


def _ends_in_tag(text: str, pair: MarkPair) -> bool:
    """Whether what stands before the next mark ends with words that say who spoke: “It is late, Hill said. “Go.”"""
    return bool(_TAG.search(text, max(pair.start + 1, pair.end - _LONGEST_TAG), pair.end))


def _mismatched(zone: Zone, found: Marks, usual: tuple[int, int]) -> Iterator[Fault]:
    """Pairs of double marks of two forms, “…" or “…’’, at the mark that is not as the story has them.

    `usual` is how many curly ones it has, and how many straight ones.
    """
    text = zone.text
    curly, straight = usual
    for start, end, opened, closed in found.pairs:
        opener, closer = text[start : start + opened], text[end - closed : end]
        if opener == closer or (opener, closer) not in _MISMATCHES:
            continue
        at_closer = (opener == "“") == (curly >= straight) or closer in _TWO_SINGLES
        if opener == "‘":
            at_closer = curly < 2  # no other double mark stands in the story
        better = _MATE[opener] if at_closer else _MATE[closer]
        sure = opener != "‘" and max(curly, straight) > SURE * min(curly, straight)
        place = (end - closed, end) if at_closer else (start, start + opened)
        message = f"a quotation that opens with {opener} closes with {closer}"
        yield Fault(UNBALANCED, zone, *place, message, better=better, sure=sure)


def _turned(text: str, pair: MarkPair) -> Iterator[int]:
    """The marks of a pair that face the wrong way."""
    opener, closer = text[pair.start], text[pair.end - 1]
    if opener == "»" and closer == "«":
        return  # as German books set them
    if opener in CLOSERS:
        yield pair.start
    if pair.closed and closer in OPENERS and opener != "„":
        yield pair.end - 1


def _reversed(zone: Zone, found: Marks) -> Iterator[Fault]:
    """The marks of a paragraph that face the wrong way, as one fault."""
    text = zone.text
    at = [place for pair in found.pairs for place in _turned(text, pair)]
    if "‘" in text and "‚" not in text:  # ‚German‘
        at += [m.start() for m in _TURNED_SINGLE.finditer(text)]
    if text[:1] == "’" or " ’" in text:
        at += [m.start() for m in _TURNED_OPENER.finditer(text)]
    if at:
        at.sort()
        what = "apostrophe" if _is_apostrophe(text, at[0]) else "quotation mark"
        message = f"this {what} ({text[at[0]]}) faces the wrong way"
        yield Fault(REVERSED, zone, at[0], at[0] + 1, message, tuple((zone, place) for place in at[1:]))


def _is_apostrophe(text: str, at: int) -> bool:
    """Whether a ‘ stands for an apostrophe: a letter or a digit follows."""
    return text[at] == "‘" and text[at + 1 : at + 2].isalnum()


def _without_foreign(story: Story, faults: Sequence[Fault]) -> list[Fault]:
    """The faults, without ” that opens where the whole story opens so, as Swedish and Finnish papers do."""
    if not any(fault.kind == REVERSED and fault.zone.text[fault.start] == "”" for fault in faults):
        return list(faults)
    pairs = [
        (zone.text[pair.start], zone.text[pair.end - 1]) for zone, found in story.get(marks) for pair in found.pairs
    ]
    if len(pairs) < 2 or any(pair != ("”", "”") for pair in pairs):
        return list(faults)
    from newslint.analyses.text.language import is_plainly_english

    if is_plainly_english(story.prose.text.lower().split()):
        return list(faults)
    return [fault for fault in faults if fault.kind != REVERSED or fault.zone.text[fault.start] != "”"]


def _nested(zone: Zone, found: Marks) -> tuple[list[Fault], Marks]:
    """Quotations inside a quotation with the same marks or left open; and the marks without what they explain."""
    text, pairs = zone.text, found.pairs
    faults: list[Fault] = []
    if len(pairs) > 1 and found.strays:
        faults, found = _nested_straight(zone, found)
    if "“" in text and text.count("“") + text.count("”") + text.count('"') > 2 * len(pairs):
        faults += [fault for pair in pairs for fault in _nested_curly(zone, pair)]
    if "‘" in text or " '" in text:
        faults += [fault for pair in pairs for fault in _inner_open(zone, pair)]
    return faults, found


def _nested_straight(zone: Zone, found: Marks) -> tuple[list[Fault], Marks]:
    """Quotations such as "He said "no" twice": what opens, a pair inside it, and what closes."""
    text, pairs = zone.text, found.pairs
    for n, (outer, inner) in enumerate(pairwise(pairs)):
        limit = pairs[n + 2].start if n + 2 < len(pairs) else len(text)
        if outer.closed or not inner.closed or text[outer.end - 1] in ".!?…:":
            continue
        end = next(iter(found.strays[bisect_left(found.strays, inner.end) :]), limit)
        if end >= limit:
            continue
        whole = MarkPair(outer.start, end + 1, outer.opened, 1)
        rest = Marks((*pairs[:n], whole, *pairs[n + 2 :]), tuple([at for at in found.strays if at != end]))
        return [_same_marks(zone, inner.start, inner.end)], rest
    return [], found


def _nested_curly(zone: Zone, pair: MarkPair) -> Iterator[Fault]:
    """Double marks between those of a curly pair, unless they are the third level: “… ‘… “…” …’ …”."""
    text = zone.text
    if text[pair.start] != "“" or not pair.closed:
        return
    at = pair.start + 1
    while True:
        places = [(place, mark) for mark in '“"' if (place := text.find(mark, at, pair.end - 1)) > 0]
        start, mark = min(places, default=(-1, ""))
        end = text.find("”" if mark == "“" else mark, start + 2, pair.end - 1) if mark else -1
        if end < 0:
            return
        if not text[start - 1].isdigit() and not _is_within_single(text, pair.start + 1, start):
            yield _same_marks(zone, start, end + 1)
        at = end + 1


def _is_within_single(text: str, first: int, at: int) -> bool:
    """Whether a single mark that opens between the two places is not closed there."""
    depth = 0
    for m in _SINGLE.finditer(text, first, at + 1):
        if m.start() >= at:
            break
        opens = m[0] == "‘" or (not text[m.start() - 1].isalnum() and text[m.end() : m.end() + 1].isalnum())
        depth = depth + 1 if opens else max(0, depth - 1)
    return depth > 0


def _same_marks(zone: Zone, start: int, end: int) -> Fault:
    return Fault(NESTED, zone, start, end, "a quotation inside a quotation needs single marks (‘…’)")


def _inner_open(zone: Zone, pair: MarkPair) -> Iterator[Fault]:
    """A single mark that opens between the marks of a double pair, where nothing closes it."""
    text = zone.text
    if text[pair.start] not in '“"' or not pair.closed:
        return
    for m in _OPENS_INNER.finditer(text, pair.start + 1, pair.end - 1):
        if not _CLOSES_SINGLE.search(text, m.end(), pair.end):
            message = "the quotation inside the quotation opens here and is never closed"
            yield Fault(NESTED, zone, m.start(), m.end(), message)
            return
