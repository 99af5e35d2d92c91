"""The text of a Markdown post: walks the parser's events once and gathers what readers see as zones."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable

from newslint.base.lazy import pattern
from newslint.base.text import Span
from newslint.base.typed import TYPE_CHECKING, Any
from newslint.formats._inline import pieces, write_value
from newslint.formats._prose import STAND_IN, ZoneBuilder
from newslint.formats._rawhtml import MUTE, HtmlReader, alt_zone
from newslint.formats._shortcodes import Masked, is_output, mask, zones_in
from newslint.model.story import Zone

if TYPE_CHECKING:
    from pyromark import Markdown as Parser

_CONTINUED = re.compile(rb"[\x80-\xbf]")
_LONE = pattern(r"[\ud800-\udfff]")  # half a sign, which a program's text may hold and UTF-8 cannot
_TAG = pattern(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")
_TITLE = pattern(r"""(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|\(((?:[^()\\]|\\.)*)\))\s*\)\Z""", re.DOTALL)
_WORD_OF_CODE = pattern(r"[^\W_](?:[\w.+-]{0,30}\w)?")
MAX_TITLE = 1000  # code points of an image's title that are looked at
MAX_CAPTION_WORDS = 60  # of italic type in the same paragraph as a picture
MAX_DISTANT_WORDS = 15  # of italic type in the paragraph after it
_SENTENCE_WORDS = 15  # more words than this before a full stop make a paragraph, whatever stands under it
_CONTAINERS = {
    "Item": "list", "FootnoteDefinition": "note", "TableCell": "table", "DefinitionListTitle": "list",
    "DefinitionListDefinition": "list",
}  # fmt: skip
_PICTURE = pattern(r"img|image|figure|picture|photo", re.IGNORECASE)
_INLINE = frozenset(("Emphasis", "Strong", "Strikethrough", "Superscript", "Subscript"))
_BOLD = {"<b": True, "<strong": True, "</b": False, "</strong": False}  # tags, and whether they open
Place = Any  # the parser's range: {"start": byte, "end": byte}
Write = Callable[[ZoneBuilder, int, int], None]
_parsers: list[Parser] = []


def _parser() -> Parser:
    """The CommonMark parser with the extensions that sites use, made when the first post is read."""
    if not _parsers:
        from pyromark import Markdown as Parser
        from pyromark import Options

        _parsers.append(
            Parser(
                options=Options.ENABLE_TABLES
                | Options.ENABLE_FOOTNOTES
                | Options.ENABLE_STRIKETHROUGH
                | Options.ENABLE_TASKLISTS
                | Options.ENABLE_HEADING_ATTRIBUTES
                | Options.ENABLE_GFM
            )
        )
    return _parsers[0]


class BodyReader:
    """Reads the text of a post from `start` on; `titled` says whether its metadata gives a headline.

    `masked` is the text with its code hidden, where that has been found otherwise.
    """

    def __init__(self, text: str, start: int, titled: bool, masked: Masked | None = None) -> None:
        self.text = text
        self.start = start
        self.masked: Masked = masked or mask(text, start)
        read = self.masked.text[start:]
        self.read = read if read.isascii() else _LONE.sub("\ufffd", read)  # what the parser reads
        self.titled = titled
        self.found: list[Zone] = []
        self.code: list[Span] = []  # where code stands as such: blocks, and code in a sentence
        self.builder = ZoneBuilder(text)
        self.outer: list[ZoneBuilder] = []  # what an image's alternative text interrupts
        self.asides: list[Zone] = []  # alternative texts and captions met inside a paragraph
        self.inside: list[str] = []  # zone kinds of the containers that are open
        self.heading = 0
        self.muted = ""  # the tag, code block or link whose text is not read
        self.wrapped = False  # inside a WordPress [caption]
        self.picture = ""  # "here" in a paragraph that begins with a picture, "before" after one that is nothing else
        self.html = HtmlReader(text, self.masked.text, self.take)
        self.at = self._offsets()
        self.handlers: dict[str, Callable[[Any, Place], None]] = {
            "Start": self._open,
            "End": self._close,
            "Code": self._code,
            "InlineHtml": self._tag,
            "FootnoteReference": self._footnote,
        }

    def _offsets(self) -> Callable[[int], int]:
        """Turns the parser's UTF-8 offsets into offsets of the source."""
        start = self.start
        if self.read.isascii():
            return start.__add__
        continued = [m.start() for m in _CONTINUED.finditer(self.read.encode())]
        return lambda byte: start + byte - bisect_left(continued, byte)

    def zones(self) -> list[Zone]:
        """Every zone of the body."""
        at, text = self.at, self.text
        for event, place in _parser().events_with_range(self.read, merge_text=True):
            if isinstance(event, str):
                self.builder.gap()
                continue
            for name, value in event.items():
                if name == "Text":
                    if not self.muted:
                        start, end = at(place["start"]), at(place["end"])
                        if value == text[start:end]:
                            self.builder.exact(start, end)
                        else:
                            self._text(str(value), start, end)
                elif name in self.handlers:
                    self.handlers[name](value, place)
        self._flush()
        return self.found

    def _span(self, place: Place) -> Span:
        return Span(self.at(place["start"]), self.at(place["end"]))

    def _text(self, value: str, start: int, end: int) -> None:
        """Text that is not simply its source: with template code in it, entities or escapes."""
        if self.masked.filler and self.masked.filler in value:
            self.take(self.builder, start, end, self._decode)
            return
        found = list(pieces(self.text, start, end))
        if "".join(prose for prose, _, _ in found) == value:
            for piece in found:
                self.builder.stand(*piece)
        else:
            self.builder.stand(value, start, end)

    def _decode(self, builder: ZoneBuilder, start: int, end: int) -> None:
        for piece in pieces(self.text, start, end):
            builder.stand(*piece)

    def take(self, builder: ZoneBuilder, start: int, end: int, write: Write = ZoneBuilder.exact) -> None:
        """Take a stretch of the source, but for template code; captions in that are set aside."""
        for code in self.masked.within(start, end):
            write(builder, start, code.start)
            start = code.end
            if is_output(self.text, code):
                builder.stand(STAND_IN, code.start, code.end)
                continue
            if code.name == "<br":
                builder.gap()
                continue
            builder.cut()
            if code.name in _BOLD:
                builder.dress("Strong", _BOLD[code.name])
            self.asides += zones_in(self.text, code)
            self._pictured(builder, _PICTURE.search(code.name) is not None)
            self._wordpress(builder, code.name)
        write(builder, start, end)

    def _wordpress(self, builder: ZoneBuilder, name: str) -> None:
        """`[caption]` at the head of a paragraph: what stands before `[/caption]` is a caption."""
        if name == "caption":
            self.wrapped = builder.empty
        elif name == "/caption" and self.wrapped:
            self.wrapped = False
            caption = builder.build("caption")
            self.asides += [caption] if caption else []

    def _pictured(self, builder: ZoneBuilder, is_picture: bool) -> None:
        """Remember a picture that comes before any words of its paragraph: italic type after it is a caption."""
        if is_picture and builder.empty and not builder.dressing:
            self.picture = "here"

    def _open(self, tag: Any, place: Place) -> None:
        name = tag if isinstance(tag, str) else next(iter(tag))
        if name in _INLINE:
            if self.picture == "here" and not self.builder.gapped:
                self.picture = ""  # no line of its own
            self.builder.dress(name, True)
            return
        if name == "Link":
            if tag["Link"]["link_type"] in ("Autolink", "Email") and not self.muted:
                self.builder.stand(STAND_IN, *self._span(place))
                self.muted = "Link"
            return
        if name == "Image":
            self.outer.append(self.builder)
            self.builder = ZoneBuilder(self.text)
            return
        self._flush()
        if name == "Heading":
            self.heading = int(tag["Heading"]["level"][1])
        elif name == "BlockQuote":
            self.inside.append("note" if tag["BlockQuote"] else "quote-block")
        elif name in _CONTAINERS:
            self.inside.append(_CONTAINERS[name])
        elif name == "CodeBlock":
            self.muted = "CodeBlock"
            self.code.append(self._span(place))
        elif name == "HtmlBlock":
            self.muted = "HtmlBlock"
            if "quote-block" not in self.inside:  # there, each line begins with a sign of its own
                self.found += self.html.zones(*self._span(place))
                self._spill()
                self.picture = ""

    def _close(self, tag: Any, place: Place) -> None:
        name = tag if isinstance(tag, str) else next(iter(tag))
        if name in _INLINE:
            self.builder.dress(name, False)
            return
        if name in ("Link", "CodeBlock", "HtmlBlock"):
            if self.muted == name:
                self.muted = ""
            return
        if name == "Image":
            self._image(*self._span(place))
            return
        if name == "Heading":
            self._flush(setext=not self.text.startswith("#", self.at(place["start"])))
            self.heading = 0
            return
        self._flush()
        if name == "BlockQuote" or name in _CONTAINERS:
            self.inside.pop()

    def _code(self, value: str, place: Place) -> None:
        """Code in a sentence: a single word of it is read, anything else stands as one."""
        start, end = span = self._span(place)
        self.code.append(span)
        if self.muted:
            return
        at = self.text.find(value, start, end) if _WORD_OF_CODE.fullmatch(value) else -1
        if at >= 0:
            self.builder.exact(at, at + len(value))
        else:
            self.builder.stand(STAND_IN, start, end)

    def _footnote(self, value: str, place: Place) -> None:
        self.builder.cut()

    def _tag(self, value: str, place: Place) -> None:
        """A tag or comment in a sentence: left out, with the text of those that hold code."""
        start, end = self._span(place)
        found = _TAG.match(self.text, start, end)
        name = found[2].lower() if found else ""
        closes = bool(found and found[1])
        if self.muted:
            if closes and self.muted == f"<{name}":
                self.muted = ""
        elif name in MUTE and not closes:
            self.muted = f"<{name}"
            self.builder.cut()
        elif name in ("br", "p", "hr"):
            self.builder.gap()
        elif name == "img":
            alt = alt_zone(self.text, start, end)
            self.asides += [alt] if alt else []
            self._pictured(self.builder, True)
            self.builder.cut()
        else:
            self.builder.cut()
            if name in ("b", "strong"):
                self.builder.dress("Strong", not closes)

    def _image(self, start: int, end: int) -> None:
        """The end of an image: its alternative text and title are set aside."""
        alt = self.builder.build("alt")
        self.builder = self.outer.pop()
        self._pictured(self.builder, True)
        self.builder.cut()
        if alt:
            self.asides.append(alt)
        title = _TITLE.search(self.text, max(start, end - MAX_TITLE), end)
        if title and not self.text.startswith("]", title.start() - 1):
            builder = ZoneBuilder(self.text)
            write_value(builder, *title.span(title.lastindex or 0), "backslash")
            caption = builder.build("caption", why=("it is the title of a picture",))
            self.asides += [caption] if caption else []

    def _flush(self, *, setext: bool = False) -> None:
        """End the zone being gathered; asides before and after its prose become zones too."""
        if self.muted.startswith("<"):
            self.muted = ""
        if self.builder.empty:
            self.builder.clear()
            self.picture = "before" if self.picture else ""
            if self.asides:
                self._spill()
            return
        zone = self._zone(setext)
        if zone:
            self.found.append(zone)
        self._spill(zone)
        self.wrapped = False
        self.picture = ""

    def _spill(self, zone: Zone | None = None) -> None:
        """Give out what was set aside, but for what stands in mid-sentence."""
        for aside in self.asides:
            if zone is None or aside.span.end <= zone.span.start or aside.span.start >= zone.span.end:
                self.found.append(aside)
        self.asides.clear()

    def _zone(self, setext: bool) -> Zone | None:
        if not self.heading:
            return self.builder.build(self._role())
        zone = self.builder.build("subhead", level=self.heading)
        if zone is None:
            return None
        words = zone.text.count(" ") + 1
        if setext and words > _SENTENCE_WORDS and zone.text.endswith((".", "!", "?", "”", '"', ":")):
            zone.role, zone.level = "body", 0
            zone.why = ("it is a whole sentence, though the line below makes a heading of it",)
        elif zone.level == 1 and not self.titled:
            self.titled = True
            zone.role, zone.level = "headline", 0
            zone.why = ("it is the first heading, and the metadata gives no title",)
        return zone

    def _under_picture(self) -> bool:
        """Whether all of a paragraph is in italic type under a picture: close by, or in a few words."""
        if not self.picture or self.inside or self.builder.dressed != "Emphasis":
            return False
        return self.builder.words <= (MAX_CAPTION_WORDS if self.picture == "here" else MAX_DISTANT_WORDS)

    def _role(self) -> str:
        if self.wrapped or self._under_picture():
            return "caption"
        if "quote-block" in self.inside:
            return "quote-block"
        return self.inside[-1] if self.inside else self.html.role
