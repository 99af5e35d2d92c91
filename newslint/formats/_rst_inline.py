"""Markup inside a paragraph of reStructuredText: what of it readers see, and where that stands.

docutils is not asked: it does not say where in a line anything stands, and takes longer to import than a story to
read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newslint.base.lazy import pattern
from newslint.base.text import Span, UnreadableStory
from newslint.formats._prose import STAND_IN, ZoneBuilder

MAX_MARKS = 200_000  # in a file; a book has fewer
_LONGEST_VALUE = 200  # code points of what a substitution reads as
_LONGEST_NAME = 80  # code points of a reference of one word
_SIGNS = r"\-/:‐‑‒–—―…‘’“”„‚«»‹›·•†‡§¶¿¡"  # on either side of markup
_OPENING = frozenset("'\"([{<-/:‐‑‒–—―…‘’“”„‚«»‹›·•†‡§¶¿¡（「『【〈《")
_END = rf"(?=\Z|[\s'\")\]}}>\\.,;!?{_SIGNS}、。，）」』】〉》])"
_PAIRS = {"'": "'", '"': '"', "(": ")", "[": "]", "{": "}", "<": ">", "‘": "’", "“": "”", "«": "»"}
_SIGN = pattern(r"[\\`*_|\[\r\n:]")  # all markup has one of these
_TOKEN = pattern(
    r"(?P<escape>\\(?:\s+|.)?)"
    r"|(?P<fold>(?:\r\n|\r|\n)\s*)"
    r"|(?P<literal>``)(?=\S)"
    r"|(?P<phrase>(?:(?<![\w:]):[A-Za-z][\w.+:-]{0,60}:)?`)(?=\S)"
    r"|(?P<strong>\*\*)(?=\S)|(?P<emphasis>\*)(?=\S)"
    r"|(?P<target>_`)(?=\S)"
    r"|(?P<substitution>\|)(?=\S)"
    rf"|(?P<footnote>\[(?:[0-9]{{1,9}}|\#[\w.-]{{0,60}}|\*|[^\W_][\w.-]{{0,60}})\]_){_END}"
    r"|(?P<address>://[^\s<>`\"“”]+)"
    rf"|(?P<reference>(?<=[^\W_])__?){_END}",
)
_ENDS = {
    "literal": pattern(rf"(?<!\s)``{_END}"),
    "phrase": pattern(rf"(?<![\s\\])`(?P<tail>__?|:[A-Za-z][\w.+:-]{{0,60}}:)?{_END}"),
    "strong": pattern(rf"(?<![\s\\])\*\*{_END}"),
    "emphasis": pattern(rf"(?<![\s\\])\*{_END}"),
    "target": pattern(rf"(?<![\s\\])`{_END}"),
    "substitution": pattern(rf"(?<![\s\\])\|(?:__?)?{_END}"),
}
_NAME = pattern(r"[^\W_]+(?:[-._+:][^\W_]+)*\Z")
_NAME_SIGNS = frozenset("-._+:")
_PLAIN = pattern(r"(?P<escape>\\(?:\s+|.)?)|(?P<fold>(?:\r\n|\r|\n)\s*)")
_SCHEMES = ("https", "http", "ftp")
_ESCAPED = pattern(r"\\(?:\s+|(.)|\Z)", 16)  # re.DOTALL
_WORD_OF_CODE = pattern(r"[^\W_](?:[\w.+-]{0,30}\w)?")
_FREE = frozenset(
    ("", "emphasis", "strong", "sub", "sup", "subscript", "superscript", "title", "title-reference", "t")
)
_CODE = frozenset(("math", "code", "raw", "literal", "samp", "file", "kbd", "command", "program", "regexp"))
_DEFINED = pattern(r"^[ \t]*\.\.[ \t]+\|(?=\S)([^|\r\n]{1,80})\|[ \t]+([\w-]{1,40})::[ \t]*([^\r\n]*)", 8)
_MARKS = pattern(r"[*`|_\\]+|<[^<>]*>")
_FOLD = pattern(r"\s+")


def substitutions(text: str) -> dict[str, str]:
    """What the substitutions that a file defines read as, by name; pictures read as nothing."""
    found: dict[str, str] = {}
    if "|" in text:
        for m in _DEFINED.finditer(text):
            said = m[3].strip()
            value = said if said and len(said) <= _LONGEST_VALUE and not _MARKS.search(said) else STAND_IN
            found[_folded(m[1])] = value if m[2] == "replace" else "" if m[2] == "image" else STAND_IN
    return found


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


class Inline:
    """Writes paragraphs into a builder, without their markup."""

    def __init__(self, text: str, values: Mapping[str, str]) -> None:
        self.text = text
        self.values = values
        self.marks = 0
        self._lost: dict[str, int] = {}
        self._end = 0

    def write(self, builder: ZoneBuilder, spans: Sequence[Span]) -> None:
        """Take the prose of stretches of the source, a space between them."""
        for start, end in spans:
            builder.gap()
            self._lost.clear()
            self._end = end
            at = start
            for m_start, m_end, name in self._tokens(start, end):
                if m_start > at:
                    builder.exact(at, m_start)
                at = m_end
                self._put(builder, name, m_start, m_end)
            builder.exact(at, end)

    def _tokens(self, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """Each stretch of markup, in order, with what sort it is."""
        at = free = start
        while at < end and (sign := _SIGN.search(self.text, at, end)):
            self._count()
            m = _TOKEN.match(self.text, sign.start(), end)
            name = m.lastgroup or "" if m else ""
            at = m.end(name) if m else sign.end()
            begins, stops = self._bounds(name, start, free, sign.start(), at)
            if stops > begins >= free:
                at = free = stops
                yield begins, stops, name

    def _bounds(self, name: str, first: int, free: int, start: int, end: int) -> tuple[int, int]:
        """Where markup begins and ends whose first sign is found; nowhere (0, 0) where it is none after all.

        `first` is where the paragraph begins, `free` where the markup before ends.
        """
        if name in _ENDS:
            close = self._close(name, first, start, end)
            return (start, close) if close else (0, 0)
        if name == "reference":
            begins = self._begins(first, start)
            return (begins, end) if begins >= 0 else (0, 0)
        if name == "address":
            scheme = next((each for each in _SCHEMES if self.text.endswith(each, free, start)), "")
            stops = start + len(self.text[start:end].rstrip(".,;:!?'’)]}*_|\\"))
            return (start - len(scheme), stops) if scheme else (0, 0)
        if name in ("fold", "footnote"):
            return self._before_spaces(free, start), end
        return (start, end) if name else (0, 0)

    def _before_spaces(self, first: int, at: int) -> int:
        while at > first and self.text[at - 1] in " \t":
            at -= 1
        return at

    def _count(self) -> None:
        self.marks += 1
        if self.marks > MAX_MARKS:
            raise UnreadableStory(f"it has more than {MAX_MARKS:,} signs of markup: that is no story")

    def _close(self, name: str, first: int, start: int, inner: int) -> int:
        """Where markup ends that may begin here; 0 where none begins, or it does not end in this paragraph."""
        before = self.text[start - 1] if start > first else ""
        if before and not before.isspace() and before not in _OPENING and not self._is_escaped_space(start, first):
            return 0
        if before and _PAIRS.get(before) == self.text[inner]:
            return 0
        if self._lost.get(name, self._end) <= inner:
            return 0
        m = _ENDS[name].search(self.text, inner + 1, self._end)
        if not m:
            self._lost[name] = inner
            return 0
        return m.end()

    def _is_escaped_space(self, start: int, first: int) -> bool:
        return start - first > 1 and self.text[start - 2] == "\\" and self.text[start - 1].isspace()

    def _begins(self, first: int, end: int) -> int:
        """Where a reference of one word begins that ends here; -1 where it is none."""
        at = end
        least = max(first, end - _LONGEST_NAME)
        while at > least and (self.text[at - 1].isalnum() or self.text[at - 1] in _NAME_SIGNS):
            at -= 1
        m = _NAME.search(self.text, at, end)
        if not m:
            return -1
        before = self.text[m.start() - 1] if m.start() > first else " "
        return m.start() if before.isspace() or before in _OPENING else -1

    # -- what each sort of markup reads as -------------------------------------------------------------------------

    def _put(self, builder: ZoneBuilder, name: str, start: int, end: int) -> None:
        if name == "fold":
            builder.gap()
        elif name == "escape":
            self._escape(builder, start, end)
        elif name in ("emphasis", "strong", "target"):
            size = 1 if name == "emphasis" else 2
            self._dressed(builder, start + size, end - (1 if name == "target" else size))
        elif name == "literal":
            inner = self.text[start + 2 : end - 2]
            put(builder, start, end, inner if _WORD_OF_CODE.fullmatch(inner) else STAND_IN)
        elif name == "phrase":
            self._phrase(builder, start, end)
        elif name == "substitution":
            inner = self.text[start:end].rstrip("_")[1:-1]
            put(builder, start, end, self.values.get(_folded(inner), STAND_IN))
        elif name == "footnote":
            builder.cut()
        elif name == "reference":
            # its word names a target elsewhere: it stands for the whole, so that no fix changes it here alone
            put(builder, start, end, self.text[start:end].rstrip("_"))
        else:
            put(builder, start, end, STAND_IN)

    def _escape(self, builder: ZoneBuilder, start: int, end: int) -> None:
        builder.cut()
        if end - start == 2 and not self.text[start + 1].isspace():
            builder.exact(start + 1, end)

    def _dressed(self, builder: ZoneBuilder, start: int, end: int) -> None:
        """Text inside markup, in which only escapes and line ends are no prose."""
        builder.cut()
        at = start
        for m in _PLAIN.finditer(self.text, start, end):
            self._count()
            begins = m.start() if m.lastgroup == "escape" else self._before_spaces(at, m.start())
            builder.exact(at, begins)
            at = m.end()
            self._put(builder, m.lastgroup or "", begins, at)
        builder.exact(at, end)
        builder.cut()

    def _phrase(self, builder: ZoneBuilder, start: int, end: int) -> None:
        """Interpreted text and references of several words: `text`, `text <url>`_, :role:`text <target>`."""
        inner = self.text.index("`", start) + 1
        close = self.text.rindex("`", inner, end)
        tail = self.text[close + 1 : end]
        role = (self.text[start : inner - 1] or (tail if tail[:1] == ":" else "")).strip(":").casefold()
        if role.rsplit(":", 1)[-1] in _CODE:
            put(builder, start, end, STAND_IN)
            return
        refers = tail[:1] == "_" or role not in _FREE
        address = self._address(inner, close) if refers else -1
        if address > inner:
            self._dressed(builder, inner, address)
        elif address == inner:
            put(builder, start, end, STAND_IN)
        elif refers:
            prose = _ESCAPED.sub(lambda m: m[1] or "", self.text[inner:close])
            put(builder, start, end, _FOLD.sub(" ", prose).strip())
        else:
            self._dressed(builder, inner, close)

    def _address(self, inner: int, close: int) -> int:
        """Where an address in angle brackets begins at the end of a reference, spaces included; -1 without one."""
        at = self.text.rfind("<", inner, close)
        if at < 0 or self.text.find(">", at, close) != close - 1:
            return -1
        begins = at
        while begins > inner and self.text[begins - 1].isspace():
            begins -= 1
        return begins if begins < at or at == inner else -1


def put(builder: ZoneBuilder, start: int, end: int, prose: str) -> None:
    """Let a stretch of markup stand for prose as a whole, also where both have the same length."""
    if len(prose) == end - start and prose != builder.source[start:end]:
        builder.stand(prose[:1], start, start + 2)
        builder.stand(prose[1:], start + 2, end)
    else:
        builder.stand(prose, start, end)
