"""The quotation marks of one paragraph in pairs, read from left to right."""

from __future__ import annotations

from bisect import bisect_right

from newslint.analyses.quotes._single_marks import SingleMarks, no_elision
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.words.tables import Attributions, any_of

# One set of characters comes first, so that the search runs at the speed of a table look-up.
MARK = pattern(
    lambda: (
        r"[\"“”„‟«»‘’`<'](?:(?<!['’`<‘])|(?<=')'{1,2}|(?<=`)`|(?<=<)[a-z/][^<>]{0,300}>"
        r"|(?<=‘)‘(?=\S)|(?<=‘)’(?=\w)|(?<=(?<!\S)’)’(?=\w)|(?<=’)’(?!\w)|(?<=‘)(?=\S)(?!\d\ds?\b)"
        rf"|(?<=')(?<![\w.,!?…'\"”’)\]]')(?=[\w$£€…\[\"“(#@]){no_elision()})"
    )
)
_DOUBLE = pattern("[“”„«»\"]|''|’’(?!\\w)")
_HEIGHT = pattern(r"\d['’′]\s?\d{1,2}")
_SAID = pattern(lambda: rf"\b(?:{any_of(Attributions.of().usual)})[,:]\s?$")
_CLOSES_BEHIND = pattern(r'[,.?!]?"(?!\w)')
_BEFORE_OPEN = frozenset(" \t\u00a0\u2009\u202f\n([{—–-/:'‘")
_AFTER_CLOSE = frozenset(" \t\u00a0\u2009\u202f\n)]},.;:!?…—–-/'’")
_OPENERS = frozenset(("“", "„", "«", "``", "‘"))
_TWO_SINGLES = frozenset(("‘‘", "‘’", "’’"))
LONGEST_INNER = 1200  # code points


class MarkPair(NamedTuple):
    """A quotation's marks: the whole is `start`-`end`, its words lie `opened` and `closed` code points further in.

    `opened` or `closed` is 0 where that mark is missing.
    """

    start: int
    end: int
    opened: int
    closed: int


class Marks(NamedTuple):
    """The outermost quotations of a paragraph in order, and marks that close nothing.

    `loose` are single marks that open a quotation which runs on, if the next paragraph says so.
    """

    pairs: tuple[MarkPair, ...]
    strays: tuple[int, ...]
    loose: tuple[int, ...] = ()


def end_of_words(text: str, at: int) -> int:
    """Where the words before `at` end, blanks left out."""
    while at and text[at - 1].isspace():
        at -= 1
    return at


class Pairing:
    """One pass over the marks of a paragraph."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pairs: list[MarkPair] = []
        self.strays: list[int] = []
        self.loose: list[int] = []
        self.open: tuple[int, int, str] | None = None  # start, width and mark of what is open
        self.inner = 0
        self.skip_to = 0
        self._singles: SingleMarks | None = None
        self._doubles: tuple[list[int], list[str]] | None = None

    def run(self) -> Marks:
        """The paragraph's quotations."""
        text = self.text
        for m in MARK.finditer(text):
            if m.start() < self.skip_to:
                continue
            mark = m[0]
            if mark == '"' and text.startswith('"""', m.start()):
                self.skip_to = m.start() + 3  # they mark off a text in code
                continue
            if len(mark) > 2 and mark != "'''":
                continue  # markup
            if mark in "\"”''" and text[m.start() - 1].isdigit() and self._is_inches(m.start()):
                continue
            if mark in _TWO_SINGLES:
                self._doubled(m.start(), mark)
            elif mark in "'‘":
                self._single(m.start())
            elif self.open is None:
                self._outside(m.start(), m.end(), mark)
            else:
                self._inside(m.start(), m.end(), mark)
        if self.open is not None:
            start, width, _ = self.open
            self._add(start, end_of_words(text, len(text)), width, 0)
        return Marks(tuple(self.pairs), tuple(self.strays), tuple(self.loose))

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
        if _is_named(text, start, end):
            return
        spaced = start == 0 or text[start - 1] in _BEFORE_OPEN
        follows = end < len(text) and not text[end].isspace()
        if (
            mark in _OPENERS
            or (start == 0 and mark == "”")
            or (mark == "”" and self._opens_reversed(start, end))
            or (mark == "”" and follows and spaced and text[start - 1].isspace() and text[end] not in _AFTER_CLOSE)
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
        if self._is_inner(opener, mark):
            if opener == "“" and mark == "''" and self._is_last(end):
                self._add(first, end, width, 2)  # “… ''
            return
        if mark == "'''":
            start = end - 2
        ends = end >= len(text) or text[end] in _AFTER_CLOSE
        begins = start == 0 or text[start - 1] in _BEFORE_OPEN
        if opener == "„" and mark in ("“", "”"):
            self._add(first, end, width, end - start)
        elif mark == "“" and opener == "“" and self._closes_after_dash(start, end):
            self._add(first, end, width, 1)
        elif mark in ("“", "„", "«") and not (ends and not begins):
            if opener in ("“", "„", "«") and self._nests(end):
                self.inner += 1
                return
            self._add(first, end_of_words(text, start), width, 0)
            self.open = (start, end - start, mark)
        elif mark == '"' and opener == "“" and begins and not ends and self._straight_within(end):
            return
        elif mark in ('"', "''") and begins and not ends and text[start - 1].isspace():
            self._add(first, end_of_words(text, start), width, 0)
            self.open = (start, end - start, mark)
        elif self.inner and mark in ("”", "»"):
            self.inner -= 1
        else:
            self._add(first, end, width, end - start)

    def _opens_reversed(self, start: int, end: int) -> bool:
        """Whether a ” behind a verb of speech opens, though no blank comes before it: She said,” It was cold.”"""
        following = self._next_doubles(end, 1)
        return (
            bool(following)
            and following[0][1] == "”"
            and _SAID.search(self.text, max(0, start - 16), start) is not None
        )

    @staticmethod
    def _is_inner(opener: str, mark: str) -> bool:
        """Whether a mark belongs within the quotation that is open: '' inside “…”, or “ inside ''…''."""
        if mark in ("''", "'''"):
            return opener in '“"„«'
        return opener == "''"

    def _next_doubles(self, at: int, most: int) -> list[tuple[int, str]]:
        """The double marks that follow `at`, no more than `most` of them."""
        if self._doubles is None:
            found = [(m.start(), m[0]) for m in _DOUBLE.finditer(self.text)]
            self._doubles = [place for place, _ in found], [mark for _, mark in found]
        places, marks = self._doubles
        first = bisect_right(places, at - 1)
        last = bisect_right(places, at + LONGEST_INNER, first, min(first + most, len(places)))
        return list(zip(places[first:last], marks[first:last], strict=True))

    def _is_last(self, at: int) -> bool:
        """Whether no closing mark of the usual kind follows before the next opening one: “ … '' he said."""
        following = self._next_doubles(at, 1)
        return not following or following[0][1] == "“"

    def _closes_after_dash(self, start: int, end: int) -> bool:
        """Whether a “ behind a dash closes what is open: “I never saw—“ she said. “Never.”"""
        text = self.text
        if text[start - 1] not in "—–-" or (end < len(text) and not text[end].isspace()):
            return False
        following = self._next_doubles(end, 1)
        return not following or following[0][1] != "”"

    def _nests(self, at: int) -> bool:
        """Whether two closing marks come before the next opening one, pairs left out: “… “…” or “…” …”."""
        depth = 2
        for _, mark in self._next_doubles(at, 16):
            if mark in "”»":
                depth -= 1
                if not depth:
                    return True
            elif mark in "“«" and depth == 1:
                depth = 2
            else:
                return False
        return False

    def _straight_within(self, at: int) -> bool:
        """Whether a straight mark closes again before the curly one does: “… "…" …”; what lies between is skipped."""
        straight = False
        for place, mark in self._next_doubles(at, 8):
            if mark == '"':
                straight = True
            elif mark in "“”„«»":
                if mark == "”" and straight:
                    self.skip_to = place
                    return True
                return False
        return False

    def _doubled(self, start: int, mark: str) -> None:
        """A mark of two single ones, ‘‘…’’ or “…’’."""
        text = self.text
        if self.open is not None:
            first, width, opener = self.open
            if mark == "’’" and (opener in _TWO_SINGLES or (opener == "“" and self._is_last(start + 2))):
                self._add(first, start + 2, width, 2)
            return
        if start and not (text[start - 1] in _BEFORE_OPEN or mark == "‘‘"):
            return
        end = text.find("’’", start + 2)
        if end < 0:
            if mark == "‘‘":
                self.open = (start, 2, mark)
            return
        self._add(start, end + 2, 2, 2)
        self.skip_to = end + 2

    def _single(self, start: int) -> None:
        """A single mark that may open a quotation where none is open."""
        if self.open is not None:
            return
        if self._singles is None:
            self._singles = SingleMarks(self.text)
        end, sure = self._singles.end_of(start)
        if not end and self.text[start] == "‘":
            end = self._closed_double(start)
            sure = end > 0
        if not sure:
            self.loose.append(start)
        if end:
            self._add(start, end, 1, 1)
            self.skip_to = end

    def _closed_double(self, start: int) -> int:
        """Where words that open with ‘ end in ” instead, 0 if they do not: ‘It was cold,” she said."""
        text = self.text
        following = self._next_doubles(start + 1, 1)
        if not following or following[0][1] != "”" or not text[start + 1 : start + 2].isupper():
            return 0
        place = following[0][0]
        return place + 1 if text[place - 1] in ",.?!…" else 0

    def _is_inches(self, at: int) -> bool:
        """Whether the mark at `at` is a sign for inches: 5’10” tall, a 21" screen, "the Monitor 21"" """
        text = self.text
        if at < 1 or not text[at - 1].isdigit():
            return False
        if at > 2 and _HEIGHT.search(text, max(0, at - 5), at):
            return True
        return text[at] == '"' and self.open is not None and _CLOSES_BEHIND.match(text, at + 1) is not None


def _is_markup(text: str, start: int, end: int) -> bool:
    """Whether a mark outside quotations belongs to a tag (date="May 1", ">) or stands right before one."""
    if start and text[start - 1] == "=":
        return True
    return text.startswith(">", end) or (start > 0 and text.startswith("<", end) and text[start - 1].isalnum())


def _is_named(text: str, start: int, end: int) -> bool:
    """Whether the mark itself is meant, alone in brackets or among other signs: (" or '), ["]."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return bool(before) and before in "([" and (not after or after in " )]/,")
