"""Quotations in single marks that run over paragraphs: each opens with a mark, only the last one closes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.analyses.quotes._pairing import MarkPair, Marks, end_of_words
from newslint.base.lazy import pattern
from newslint.model.story import Zone

SPEAKING = frozenset(("body", "list", "quote-block", "note"))  # roles of paragraphs that may go on with a quotation
MOST_ASIDE = 8  # paragraphs
LONGEST_ASIDE = 400  # code points
_SINGLES, _ENDS = "'‘", ".?!…:;\"”’'»)]"
_LEADS = ":,.?!…—–-"
# What shows in a picture, and where: (left), (pictured with her son), Pictured: …
_CAPTION = pattern(
    r"\((?:[^()]{0,60}\b)?(?:pictured|left|right|above|below|centre|center|file|stock|inset|seen|bottom|top)\b[^()]{0,80}\)"
    r"|^(?:pictured|above|left|right|inset|photo|image|picture|file photo)\b",
    2,
)

Paragraphs = Sequence[tuple[Zone, Marks]]


def is_aside(zone: Zone, found: Marks) -> bool:
    """Whether a paragraph interrupts what is told: a caption, a crosshead, a line that a page set between."""
    if zone.role not in SPEAKING:
        return not zone.text.endswith(":")
    if zone.role != "body" or found.strays or found.loose or len(zone.text) > LONGEST_ASIDE:
        return False
    text = zone.text.rstrip()
    if not text or text[-1] not in _ENDS:
        return not found.pairs or (found.pairs[0].start > 0 and found.pairs[-1].closed > 0)
    return not found.pairs and is_picture(text)


def is_picture(text: str) -> bool:
    """Whether a line says where in a picture somebody is to be seen."""
    return _CAPTION.search(text) is not None


def following(paragraphs: Paragraphs, n: int) -> int:
    """The number of the paragraph that goes on after one, asides left out; -1 if none does."""
    return _beside(paragraphs, range(n + 1, min(n + 2 + MOST_ASIDE, len(paragraphs))))


def preceding(paragraphs: Paragraphs, n: int) -> int:
    """The number of the paragraph that one goes on from, asides left out; -1 if there is none."""
    return _beside(paragraphs, range(n - 1, max(-1, n - 2 - MOST_ASIDE), -1))


def _beside(paragraphs: Paragraphs, numbers: range) -> int:
    return next((k for k in numbers if not is_aside(*paragraphs[k])), -1)


def joined(paragraphs: Paragraphs) -> tuple[tuple[Zone, Marks], ...]:
    """The paragraphs with the quotations in single marks that the paragraphs after them show to run on."""
    result = list(paragraphs)
    british: bool | None = None
    seen = -1  # the last paragraph of the run before
    for n, (zone, found) in enumerate(paragraphs):
        if n < seen or not found.loose or zone.role not in SPEAKING:
            continue
        at = next(_openings(zone.text, found), -1)
        if at < 0:
            continue
        run, closed = _run(paragraphs, n)
        seen = run[-1]
        if not closed and len(run) == 1:
            if _is_shut(found, at):
                continue
            british = is_british(paragraphs) if british is None else british
            if not (british and _is_speech(zone.text, at)):
                continue
        opens = run[:-1] if closed else run
        for k in opens:
            result[k] = (paragraphs[k][0], _left_open(*paragraphs[k], at if k == n else 0))
    return tuple(result)


def _run(paragraphs: Paragraphs, n: int) -> tuple[list[int], bool]:
    """The paragraphs that a quotation left open in one runs over, and whether the last of them closes it."""
    run = [n]
    while True:
        k = following(paragraphs, run[-1])
        if k < 0 or not _begins(*paragraphs[k]):
            return run, False
        run.append(k)
        found = paragraphs[k][1]
        if 0 not in found.loose:
            return run, True
        after = following(paragraphs, k)
        if _is_shut(found, 0) and (after < 0 or not _begins(*paragraphs[after])):
            return run, True


def _begins(zone: Zone, found: Marks) -> bool:
    """Whether a paragraph begins with a single mark that opens."""
    return zone.text[:1] in _SINGLES and (0 in found.loose or bool(found.pairs and not found.pairs[0].start))


def _is_shut(found: Marks, at: int) -> bool:
    """Whether a doubtful mark may close what opens at `at`."""
    return any(pair.start == at and pair.closed for pair in found.pairs)


def _openings(text: str, found: Marks) -> Iterator[int]:
    """Where a quotation may open that runs on: behind a sign or at the beginning, or nothing closes it at all."""
    for at in found.loose:
        before = text[:at].rstrip()[-1:]
        if not _is_shut(found, at) or (text[at + 1 : at + 2].isupper() and (not before or before in _LEADS)):
            yield at


def _left_open(zone: Zone, found: Marks, at: int) -> Marks:
    """The marks of a paragraph whose quotation at `at` runs on to its end."""
    text = zone.text
    before = tuple([pair for pair in found.pairs if pair.end <= at])
    strays = tuple([stray for stray in found.strays if stray < at])
    return Marks((*before, MarkPair(at, max(at + 1, end_of_words(text, len(text))), 1, 0)), strays, found.loose)


def _is_speech(text: str, at: int) -> bool:
    """Whether what a mark opens at the beginning, or behind a colon, reads as speech."""
    before = text[:at].rstrip()[-1:]
    return (not before or before in ":,") and len(text[at:].split(None, 4)) > 3 and text[at + 1].isupper()


def is_british(paragraphs: Paragraphs) -> bool:
    """Whether the story sets speech in single marks: more of it stands in them than in double ones."""
    single = double = 0
    for zone, found in paragraphs:
        if zone.role in SPEAKING:
            text = zone.text
            for pair in found.pairs:
                if not pair.start or text[pair.end - 2] in ",.?!…":
                    if text[pair.start] in _SINGLES and pair.opened == 1:
                        single += 1
                    else:
                        double += 1
    return single > double
