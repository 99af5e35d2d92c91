"""The signs of markup in one paragraph of AsciiDoc: which of them are markup, and what they stand for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.text import Span
from newslint.formats._inline import ENTITY, unescape
from newslint.formats._prose import STAND_IN

_TOKEN = pattern(
    r"(?P<escape>\\(?=[*_`#^~{<\[+(\"'.&:\]-]|[a-z]+:))"
    r"|(?P<opens>[\"']`(?=\S))|(?P<closes>`[\"'])"
    r"|(?P<mark>\*\*?|__?|``?|##?|\^|~)"
    r"|(?P<raw>\+{1,3})"
    r"|(?P<name>\{[A-Za-z0-9_][\w-]{0,60}\})|(?P<counter>\{(?:set|counter2?):[^{}\s]{0,80}\})"
    r"|(?P<ref><<(?=[^\s<>]))|(?P<anchor>\[\[)|(?P<dress>\[[.#%\w][^\[\]\r\n]{0,80}\](?=[*_`#]))|(?P<end>\])"
    r"|(?P<term>\(\(\(?(?=[^\s()]))|(?P<unterm>\)\)\)?)"
    r"|(?P<macro>:(?=[^\s:]))"
    rf"|(?P<entity>{ENTITY})"
    r"|(?P<dash>--)|(?P<dots>\.\.\.)|(?P<sign>\((?:C|R|TM)\))"
)
_BRACKET = pattern(r"\\[\[\]]|[\[\]]")
_MACRO = pattern(
    r"(?:(?<!\w)(?:https?|ftp|irc|link|xref|mailto|image|icon|kbd|btn|menu|anchor|indexterm2?|stem|latexmath"
    r"|asciimath|pass|term|bibitem)|footnoteref|footnote)\Z"
)
_ADDRESS = frozenset(("http", "https", "ftp", "irc"))
_MATHS = frozenset(("stem", "latexmath", "asciimath"))
_LEFT_OUT = frozenset(("image", "icon", "anchor", "indexterm", "bibitem"))
_TARGET = pattern(r"[^\s\[\]<>\"]*+")
_TAG = pattern(r"</?[A-Za-z!][^<>]*>")
_LONGEST_NAME = 12  # code points of a macro's name
_CURLED = {'"`': "“", "'`": "‘", '`"': "”", "`'": "’"}
_SIGNS = {"(C)": "©", "(R)": "®", "(TM)": "™"}


class Event(NamedTuple):
    """A stretch of a paragraph that is no prose as it stands, and what it stands for."""

    start: int
    end: int
    prose: str = ""


class Paragraph:
    """The events of one paragraph.

    `value` gives what a reference to an attribute reads as; `count` is called for each sign of markup.
    """

    def __init__(
        self, text: str, lines: Sequence[Span], value: Callable[[str], str], count: Callable[[], None]
    ) -> None:
        self.text, self.lines = text, lines
        self.value, self.count = value, count
        self.end = lines[-1].end if lines else 0
        self.found: list[Event] = []
        self.open: dict[str, int] = {}  # the number of the event that a mark began
        self.literal: set[int] = set()  # events that are prose after all
        self.closing: set[int] = set()  # where brackets close whose text is read
        self.terms: list[int] = []
        self.brackets: dict[int, int] | None = None
        self.lost: dict[str, int] = {}  # from where on a sign does not come again
        self.skip = 0  # up to here all has been read
        self.note: Span | None = None

    def events(self) -> tuple[list[Event], Span | None]:
        """What is not prose as it stands, in order, and the footnote that ends the paragraph."""
        for start, end in self.lines:
            at = max(start, self.skip)
            while at < end and (m := _TOKEN.search(self.text, at, end)):
                self.count()
                kind = m.lastgroup or ""
                at = getattr(self, f"_{kind}")(m[0], m.start(), m.end())
                self.skip = max(self.skip, at)
        self.literal.update(self.open.values())
        self.literal.update(self.terms)
        events = [each for n, each in enumerate(self.found) if n not in self.literal]
        return sorted(events), self.note

    def _add(self, start: int, end: int, prose: str = "") -> int:
        self.found.append(Event(start, end, prose))
        return end

    def _before(self, at: int) -> str:
        return self.text[at - 1] if at else " "

    def _after(self, at: int) -> str:
        return self.text[at] if at < self.end else " "

    def _escape(self, sign: str, start: int, end: int) -> int:
        self._add(start, end)
        m = _TOKEN.match(self.text, end, self.end)
        return m.end() if m else end + 1

    def _opens(self, sign: str, start: int, end: int) -> int:
        before = self._before(start)
        if before.isalnum() or before in "_;:}":
            return start + 1
        return self._add(start, end, _CURLED[sign])

    def _closes(self, sign: str, start: int, end: int) -> int:
        if sign != "`'" and (self._before(start).isspace() or self._after(end).isalnum()):
            return self._mark("`", start, start + 1)
        return self._add(start, end, _CURLED[sign])

    def _mark(self, sign: str, start: int, end: int) -> int:
        """Bold, italic and the like: what opens must be closed, or both are prose."""
        if sign == "^" and end in self.closing:  # a link that opens a window of its own
            return self._add(start, end)
        before, after = self._before(start), self._after(end)
        single = len(sign) == 1 and sign not in "^~"
        if sign in self.open:
            if before.isspace() or (single and (after.isalnum() or after == "_")):
                return end
            del self.open[sign]
            return self._add(start, end)
        if after.isspace() or (single and (before.isalnum() or before in "_;}" or (before == ":" and sign != "#"))):
            return end
        self.open[sign] = len(self.found)
        return self._add(start, end)

    def _find(self, sign: str, start: int) -> int:
        """Where a sign comes next in the paragraph; -1 where it does not."""
        if self.lost.get(sign, self.end) <= start:
            return -1
        at = self.text.find(sign, start, self.end)
        if at < 0:
            self.lost[sign] = start
        return at

    def _raw(self, sign: str, start: int, end: int) -> int:
        """A stretch in which no sign is markup."""
        close = self._find(sign, end)
        if len(sign) == 1:
            before, after = self._before(start), self._after(end)
            if before.isalnum() or after.isspace() or close < 0 or self._before(close).isspace():
                return end
            if self._after(close + 1).isalnum():
                return end
        elif close < 0:
            return end
        self._add(start, end)
        if sign == "+++":
            self._without_tags(end, close)
        return self._add(close, close + len(sign))

    def _without_tags(self, start: int, end: int) -> None:
        for m in _TAG.finditer(self.text, start, end):
            self.count()
            self._add(*m.span())

    def _name(self, sign: str, start: int, end: int) -> int:
        value = self.value(sign[1:-1])
        close = self._bracket(end) if self._after(end) == "[" else -1
        if close > 0 and value.startswith(("http", STAND_IN)):
            self.closing.add(close)
            return self._add(start, end + 1)
        return self._add(start, end, value)

    def _counter(self, sign: str, start: int, end: int) -> int:
        return self._add(start, end, "" if sign.startswith("{set") else STAND_IN)

    def _ref(self, sign: str, start: int, end: int) -> int:
        close = self._find(">>", end)
        if close < 0:
            return end
        comma = self.text.find(",", end, close)
        if comma < 0:
            return self._add(start, close + 2, STAND_IN)
        self._add(start, comma + 1)
        self._add(close, close + 2)
        return comma + 1

    def _anchor(self, sign: str, start: int, end: int) -> int:
        close = self._find("]]", end)
        return self._add(start, close + 2) if close >= 0 else end

    def _dress(self, sign: str, start: int, end: int) -> int:
        return self._add(start, end)

    def _end(self, sign: str, start: int, end: int) -> int:
        return self._add(start, end) if start in self.closing else end

    def _term(self, sign: str, start: int, end: int) -> int:
        if sign == "(((":
            close = self._find(")))", end)
            return self._add(start, close + 3) if close >= 0 else end
        self.terms.append(len(self.found))
        return self._add(start, end)

    def _unterm(self, sign: str, start: int, end: int) -> int:
        if not self.terms:
            return end
        self.terms.pop()
        return self._add(start, start + 2)

    def _entity(self, sign: str, start: int, end: int) -> int:
        prose = unescape(sign)
        return self._add(start, end, prose) if prose != sign else end

    def _dash(self, sign: str, start: int, end: int) -> int:
        before, after = self._before(start), self._after(end)
        between = before.isalnum() and after.isalnum()
        return self._add(start, end, "—") if between or (before.isspace() and after.isspace()) else end

    def _dots(self, sign: str, start: int, end: int) -> int:
        return self._add(start, end, "…")

    def _sign(self, sign: str, start: int, end: int) -> int:
        return self._add(start, end, _SIGNS[sign])

    def _bracket(self, at: int) -> int:
        """Where the bracket at a place closes; -1 where it does not."""
        if self.brackets is None:
            self.brackets = {}
            stack: list[int] = []
            for m in _BRACKET.finditer(self.text, self.lines[0].start, self.end):
                self.count()
                if m[0] == "[":
                    stack.append(m.start())
                elif m[0] == "]" and stack:
                    self.brackets[stack.pop()] = m.start()
        return self.brackets.get(at, -1)

    def _macro(self, sign: str, start: int, end: int) -> int:
        """A link or another macro, by the name before the colon."""
        named = _MACRO.search(self.text, max(self.lines[0].start, self.skip, start - _LONGEST_NAME), start)
        if not named or start < self.lost.get("macro", 0):
            return end
        name = named[0]
        target = _TARGET.match(self.text, end, self.end)
        stop = target.end() if target else end
        close = self._bracket(stop) if self._after(stop) == "[" else -1
        if close < 0:
            return stop if name in _ADDRESS else self._no_macro(stop, end)
        return self._written_macro(name, named.start(), stop, close)

    def _no_macro(self, stop: int, end: int) -> int:
        """A name and a colon that are prose; so is all up to the next space."""
        self.lost["macro"] = stop
        return end

    def _written_macro(self, name: str, start: int, bracket: int, close: int) -> int:
        """A macro with brackets: `bracket` and `close` are their places."""
        if name.startswith("footnote"):
            if close + 1 == self.end and close > bracket + 1:
                self.note = Span(bracket + 1, close)
            return self._add(start, close + 1)
        if name in _LEFT_OUT:
            return self._add(start, close + 1)
        if name in _MATHS:
            return self._add(start, close + 1, STAND_IN)
        if close == bracket + 1:
            if name in _ADDRESS:
                return self._add(bracket, close + 1)
            return self._add(start, close + 1, STAND_IN)
        self._add(start, bracket + 1)
        if name == "pass":
            self._without_tags(bracket + 1, close)
            return self._add(close, close + 1)
        self.closing.add(close)
        return bracket + 1
