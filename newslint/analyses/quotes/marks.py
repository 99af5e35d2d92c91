"""Quotation marks of each paragraph in pairs: which opens, which closes, which stands alone.

Double marks are “ ” " „ « » '' ‘‘ and ``; single ones ‘ ’ and ' only where they are plainly no apostrophes.
A quotation inside another belongs to the outer one and is not reported.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice
from typing import NamedTuple

from newslint.base.lazy import compiled, pattern
from newslint.model.story import Analysis, Story, Zone

# One set of characters comes first, so that the search runs at the speed of a table look-up.
_MARK = (
    r"[\"“”„‟«»‘`<'](?:(?<!['`<‘])|(?<=')'{1,2}|(?<=`)`|(?<=<)[a-z/][^<>]{0,300}>"
    r"|(?<=‘)‘(?=\S)|(?<=‘)(?=\S)(?!\d\ds?\b)"
    r"|(?<![\w.,!?…'\"”’)\]]')(?=[\w$£€…])(?!(?:\d\ds?|em|til|tis|twas|cause|bout|cos|n|round)\b))"
)
_OPENS_OR_DOUBLES = pattern(r"'(?:'|(?<![\w.,!?…)]'))")
_STRAIGHT = pattern(r'"(?<![^\s(\[—–-]")[^\s"](?:[^"]*[^\s"])?"(?!\w)')
_CURLED = pattern("“[^“”]+”")
_HEIGHT = r"\d['’′]\s?\d{1,2}"
_SINGLE_CLOSE = r"(?<=\S)['’](?![\w'])"
_CURLY = "[“”„«»]"
_OPENS_SINGLE = r"(?:(?<=\s)|(?<=\())['‘](?=\w)"
_WORD_FOLLOWS = r"\s+[a-z]"
_BEFORE_OPEN = frozenset(" \t\u00a0\u2009\u202f\n([{—–-/:'‘")
_AFTER_CLOSE = frozenset(" \t\u00a0\u2009\u202f\n)]},.;:!?…—–-/'’")
_OPENERS = frozenset(("“", "„", "«", "``", "‘"))
ZONES = frozenset(("headline", "deck", "caption", "body", "list", "quote-block", "note", "subhead"))
LONG = 20_000  # code points; a paragraph longer than this is looked at twice
MOST_MARKS = 5_000
LONGEST_SINGLE = 1200  # code points; single marks farther apart are apostrophes


class MarkPair(NamedTuple):
    """A quotation's marks: the whole is `start`-`end`, its words lie `opened` and `closed` code points further in.

    `opened` or `closed` is 0 where that mark is missing.
    """

    start: int
    end: int
    opened: int
    closed: int


class Marks(NamedTuple):
    """The outermost quotations of a paragraph in order, and marks that close nothing."""

    pairs: tuple[MarkPair, ...]
    strays: tuple[int, ...]


NOTHING = Marks((), ())
LONGEST_ORNAMENT = 8  # code points


def pair(text: str) -> Marks:
    """The quotations of one paragraph."""
    straight, curly = '"' in text, "“" in text
    if not (straight or curly or (_may_hold_others(text) and compiled(_MARK).search(text))):
        return NOTHING
    if len(text) > LONG and _is_data(text):
        return NOTHING
    if len(text) <= LONGEST_ORNAMENT and not any(c.isalnum() for c in text):
        return NOTHING  # a mark on a line of its own is an ornament round a block
    return (straight != curly and _orderly(text, straight)) or _Pairing(text).run()


def _may_hold_others(text: str) -> bool:
    """Whether a text holds a character of the rarer marks, or an apostrophe."""
    if "'" in text or "`" in text or "<" in text:
        return True
    return not text.isascii() and any(mark in text for mark in "‘”„«»‟")


def _is_data(text: str) -> bool:
    """Whether a very long line holds more marks than any prose."""
    return len(list(islice(compiled(_MARK).finditer(text), MOST_MARKS))) == MOST_MARKS


def _end_of_words(text: str, at: int) -> int:
    """Where the words before `at` end, blanks left out."""
    while at and text[at - 1].isspace():
        at -= 1
    return at


def _orderly(text: str, straight: bool) -> Marks | None:
    """The quotations where all marks are of one kind, stand as they should and nothing is nested: most paragraphs."""
    if "‘" in text or "`" in text or "<" in text or "„" in text or "«" in text:
        return None
    if straight:
        found, marks = [m.span() for m in _STRAIGHT.finditer(text)], text.count('"') + text.count("”")
    else:
        found, marks = [m.span() for m in _CURLED.finditer(text)], text.count("“") + text.count("”")
    if 2 * len(found) != marks or ("'" in text and _OPENS_OR_DOUBLES.search(text)):
        return None
    return Marks(tuple([MarkPair(start, end, 1, 1) for start, end in found]), ())


class _Pairing:
    """One pass over the marks of a paragraph."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pairs: list[MarkPair] = []
        self.strays: list[int] = []
        self.open: tuple[int, int, str] | None = None  # start, width and mark of what is open
        self.inner = 0
        self.skip_to = 0
        self._closers: list[int] | None = None

    def run(self) -> Marks:
        text = self.text
        for m in compiled(_MARK).finditer(text):
            if m.start() < self.skip_to:
                continue
            mark = m[0]
            if len(mark) > 2 and mark != "'''":
                continue  # markup
            if mark in "\"”''" and _is_inches(text, m.start()):
                continue
            if mark == "‘‘":
                self._doubled(m.start())
            elif mark in "'‘":
                self._single(m.start())
            elif self.open is None:
                self._outside(m.start(), m.end(), mark)
            else:
                self._inside(m.start(), m.end(), mark)
        if self.open is not None:
            start, width, _ = self.open
            self._add(start, _end_of_words(text, len(text)), width, 0)
        return Marks(tuple(self.pairs), tuple(self.strays))

    def _add(self, start: int, end: int, opened: int, closed: int) -> None:
        self.pairs.append(MarkPair(start, max(end, start + opened), opened, closed))
        self.open = None
        self.inner = 0

    def _outside(self, start: int, end: int, mark: str) -> None:
        """A double mark where no quotation is open."""
        text = self.text
        if mark == "'''":
            mark, end = "''", start + 2
        if mark in ('"', "“") and _is_markup(text, start, end):
            self.strays.append(start)
            return
        spaced = start == 0 or text[start - 1] in _BEFORE_OPEN
        follows = end < len(text) and not text[end].isspace()
        if (
            mark in _OPENERS
            or (start == 0 and mark == "”")
            or (follows and (spaced or (mark in ('"', "''", "»") and not text[start - 1].isalnum())))
        ):
            self.open = (start, end - start, mark)
        elif mark == '"' and start and text[start - 1].isdigit():
            return  # inches
        elif spaced and end < len(text) and mark in ('"', "''"):
            self.open = (start, end - start, mark)  # a space too many after the opening mark
        else:
            self.strays.append(start)

    def _inside(self, start: int, end: int, mark: str) -> None:
        """A double mark while a quotation is open: its end, or one inside it, or the next one's beginning."""
        text = self.text
        assert self.open is not None
        first, width, opener = self.open
        if (opener == "''") != (mark in ("''", "'''")) and opener != "``":
            if opener in ("“", '"', "„", "«") and mark in ("''", "'''"):
                return  # '' inside “…” is an inner mark
            if opener == "''":
                return
        if mark == "'''":
            start = end - 2
        ends = end >= len(text) or text[end] in _AFTER_CLOSE
        begins = start == 0 or text[start - 1] in _BEFORE_OPEN
        if opener == "„" and mark in ("“", "”"):
            self._add(first, end, width, end - start)
        elif mark in ("“", "„", "«") and not (ends and not begins):
            if opener in ("“", "„", "«") and self._nests(end):
                self.inner += 1
                return
            self._add(first, _end_of_words(text, start), width, 0)
            self.open = (start, end - start, mark)
        elif mark == '"' and opener == "“" and begins and not ends and self._straight_within(end):
            return
        elif mark in ('"', "''") and begins and not ends and text[start - 1].isspace():
            self._add(first, _end_of_words(text, start), width, 0)
            self.open = (start, end - start, mark)
        elif self.inner and mark in ("”", "»"):
            self.inner -= 1
        else:
            self._add(first, end, width, end - start)

    def _nests(self, at: int) -> bool:
        """Whether two closing marks come before the next opening one: “… “…” …”."""
        following = compiled(_CURLY).findall(self.text, at, at + LONGEST_SINGLE)
        return len(following) > 1 and following[0] in "”»" and following[1] in "”»"

    def _straight_within(self, at: int) -> bool:
        """Whether a straight mark closes again before the curly one does: “… "…" …”; what lies between is skipped."""
        m = compiled(_CURLY).search(self.text, at, at + LONGEST_SINGLE)
        if m and m[0] == "”" and '"' in self.text[at : m.start()]:
            self.skip_to = m.start()
            return True
        return False

    def _doubled(self, start: int) -> None:
        """A mark of two single ones, ‘‘…’’, where none is open."""
        if self.open is not None:
            return
        end = self.text.find("’’", start + 2)
        if end < 0:
            self.open = (start, 2, "‘‘")
            return
        self._add(start, end + 2, 2, 2)
        self.skip_to = end + 2

    def _single(self, start: int) -> None:
        """A single mark that may open a quotation where none is open."""
        if self.open is not None:
            return
        end = self._single_end(start)
        if end:
            self._add(start, end, 1, 1)
            self.skip_to = end
        elif start == 0 and self.text[0] == "‘" and len(self.text) > 60:
            self._add(0, len(self.text), 1, 0)  # a quotation that runs on into the next paragraph
            self.skip_to = len(self.text)

    def _single_end(self, start: int) -> int:
        """Where a single quotation that opens at `start` ends; 0 if nothing closes it."""
        text = self.text
        if self._closers is None:
            self._closers = [m.start() for m in compiled(_SINGLE_CLOSE).finditer(text)]
        first = 0
        index = bisect_left(self._closers, start + 2)
        for at in self._closers[index : index + 12]:
            if at - start > LONGEST_SINGLE:
                break
            if first and compiled(_OPENS_SINGLE).search(text, first, at):
                break
            if text[at - 1] == "s" and compiled(_WORD_FOLLOWS).match(text, at + 1):
                first = first or at + 1  # the end, or the workers’ union
            else:
                return at + 1
        return first


def _is_markup(text: str, start: int, end: int) -> bool:
    """Whether a mark outside quotations belongs to a tag (date="May 1", ">) or stands right before one."""
    if start and text[start - 1] == "=":
        return True
    return text.startswith(">", end) or (start > 0 and text.startswith("<", end) and text[start - 1].isalnum())


def _is_inches(text: str, at: int) -> bool:
    """Whether the mark at `at` ends a height such as 5’10”."""
    return at > 2 and text[at - 1].isdigit() and compiled(_HEIGHT).search(text, max(0, at - 5), at) is not None


def _find(story: Story) -> tuple[tuple[Zone, Marks], ...]:
    return tuple((zone, pair(zone.text)) for zone in story.zones if zone.role in ZONES)


marks: Analysis[tuple[tuple[Zone, Marks], ...]] = Analysis("marks", _find)
