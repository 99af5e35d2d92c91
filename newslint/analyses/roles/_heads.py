"""The head of a story in plain text: where it ends, and which of its lines is the headline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.analyses.roles._lines import LineTraits, bare
from newslint.analyses.roles._rows import is_title
from newslint.analyses.roles.genres import belongs
from newslint.analyses.roles.score import RESIDUE, SUSPECT
from newslint.base.lazy import pattern

_HEADLINE_WORDS = range(3, 31)
SENTENCE_END = pattern(r"(?<=[.!?])[\"”’']? (?=[A-ZÀ-Þ\"“‘'])")
_LONGEST_DAY = 6  # words of a time stamp that ends in a full stop; what is longer is a sentence, in any language
_LONGEST_HEADLINE, _LONG_SENTENCE = 26, 16  # words, of a headline in sentences and of one of those
_ONE_TWO = ("1. ", "2. ")
_LONGEST_HEADING = 8  # words of a numbered item that is a heading
_STEM, _RETOLD = 4, 3  # letters by which two words are taken for one; so many of its words the lede has again
_FIRST_LINE = 1.5  # what is in favour of the first line, where it is no residue
BYLINE_REACH = 4  # a byline this many lines below the first plain paragraph still ends the head


def head_end(lines: Sequence[LineTraits], first: int) -> int:
    """Where the head of the story ends: at its first plain paragraph, or below the byline that follows a deck."""
    if first < 0:
        first = (
            1 if len(lines) > 1 and lines[0].words <= 30 and (lines[0].end == "none" or opens_dated(lines[1])) else 0
        )
        return _below_byline(lines, first)
    first = next(n for n in range(len(lines)) if lines[n].core or n == first)
    for n in range(min(first + BYLINE_REACH, len(lines)) - 1, first, -1):
        if names_writer_or_day(lines[n]) and "sure" not in lines[n].traits:
            between = lines[first:n]
            if all(line.words <= 60 for line in between) and (first > 0 or n <= 3):
                return n + 1
    if first == 0 and len(lines) > 1 and lines[0].words in _HEADLINE_WORDS and opens_dated(lines[1]):
        return 1
    if first == 0 and len(lines) > 1 and (_is_title(lines[0]) or _is_headline_in_sentences(lines)):
        return 1
    return first


def _below_byline(lines: Sequence[LineTraits], head: int) -> int:
    """Below a headline, a byline is of the head too, however short the paragraph that follows."""
    while 0 < head < min(len(lines) - 1, BYLINE_REACH) and lines[head].byline:
        head += 1
    return head


def _is_headline_in_sentences(lines: Sequence[LineTraits]) -> bool:
    """Whether the first line is a headline of two or three short sentences, which the paragraph below tells anew."""
    line, below = lines[0], lines[1]
    sentences = SENTENCE_END.split(line.text)
    if line.words > _LONGEST_HEADLINE or not 2 <= len(sentences) <= 3 or not below.core:
        return False
    if any(sentence.count(" ") >= _LONG_SENTENCE for sentence in sentences) or line.text[0] in "\"“'‘":
        return False
    stems = {word[:_STEM] for word in below.tokens if len(word) >= _STEM}
    return len({word[:_STEM] for word in line.tokens if len(word) >= _STEM} & stems) >= _RETOLD


def names_writer_or_day(line: LineTraits) -> bool:
    """Whether a line is a byline or a time stamp by its own words."""
    if line.byline:
        return True
    sentence = "verb" in line.traits or (line.end == "full" and line.words > _LONGEST_DAY and line.text[-2:] != "m.")
    return line.words <= 14 and "date" in line.traits and not sentence


def _names_writer(line: LineTraits) -> bool:
    """Whether a dated line names its writer as well: “3 May 2031 | By Ana Ruiz, chief reporter of the paper”."""
    return line.words <= 14 and (" by " in line.plain or " by:" in line.plain)


def _is_title(line: LineTraits) -> bool:
    """Whether a first line with a full stop is a headline in capitals all the same."""
    return line.words <= 24 and ("title case" in line.traits or "capitals" in line.traits)


def opens_dated(line: LineTraits) -> bool:
    """Whether a line begins with a dateline, and so is the first paragraph and neither headline nor deck."""
    if line.words < _HEADLINE_WORDS.start or not ("(" in line.text[:60] or line.text[:3].isupper()):
        return False
    from newslint.analyses.dates.datelines import opens_paragraph  # few heads have such a line

    return opens_paragraph(line.text)


def headline_of(
    lines: Sequence[LineTraits], scores: Sequence[float], traits: Sequence[Sequence[str]], head: int
) -> int | None:
    """The line of the head that is most like the story's headline, if one is at all."""
    best, chosen = -4.0, None
    first = _FIRST_LINE if max(scores[:head], default=0.0) >= RESIDUE else 2 * _FIRST_LINE
    for n in range(head):
        line = lines[n]
        short = line.words < 3 and (head <= 2 or (n == 0 and line.words == 2))
        if line.words not in _HEADLINE_WORDS and not short:
            continue
        if line.byline or line.credit or line.known or ("sure" in line.traits and n) or line.end == "colon":
            continue
        if n == 0 and line.end == "full" and line.text.startswith(("By ", "BY ")) and line.words > 16:
            continue  # a byline and a dateline run into the first paragraph
        if opens_dated(line):
            continue
        if "date" in line.traits and "verb" not in line.traits and (line.words < 9 or _names_writer(line)):
            continue
        rating = -0.5 * scores[n] - 0.1 * n
        rating += 0.0 if line.end in ("full", "quoted") else 1.5
        rating += 1.0 if 5 <= line.words <= 18 else 0.0
        rating -= 1.5 if line.words > 22 else 0.0
        rating += first if n == 0 and scores[0] < SUSPECT else 0.0
        rating += 2.0 if "title own" in traits[n] else -1.0 if line.sorts or "words new" in traits[n] else 0.0
        if rating > best:
            best, chosen = rating, n
    return chosen


def times_alone(lines: Sequence[LineTraits]) -> Sequence[int]:
    """Lines that are a time of day and no more, if there are two or more, as above the entries of a live report."""
    found = [n for n, line in enumerate(lines) if n and is_time(line)]
    return found if len(found) > 1 else ()


def numbered(lines: Sequence[LineTraits]) -> Sequence[int]:
    """Short lines with the numbers 1 and 2, in either order, as the headings of a list have."""
    found = {
        line.text[0]: n
        for n, line in enumerate(lines)
        if n and line.words <= _LONGEST_HEADING and line.text.startswith(_ONE_TWO) and line.end == "none"
    }
    return sorted(found.values()) if len(found) == len(_ONE_TWO) else ()


def is_time(line: LineTraits) -> bool:
    """Whether a line is a time of day and no more."""
    return line.words <= 2 and belongs("live", line.text)


def own_headlines(head: Sequence[LineTraits], traits: Sequence[Sequence[str]], headline: int | None) -> Iterator[str]:
    """What may be the story's own headline, beside the line taken for it, in lower case.

    A line of a headline's shape that speaks of what the story speaks of; and one that is not all news to it, where
    it is the last of them above the story or stands again in another line of the head, as in a page's trail.
    """
    titles = [n for n, line in enumerate(head) if is_title(line)]
    for n in titles:
        title = bare(head[n].plain)
        likely = "words new" not in traits[n] and "words few" not in traits[n]
        if (
            n == headline
            or "title own" in traits[n]
            or (likely and n == titles[-1])
            or (likely and any(title in line.plain for k, line in enumerate(head) if k != n))
        ):
            yield title
    if headline is not None and headline not in titles:
        yield bare(head[headline].plain)
