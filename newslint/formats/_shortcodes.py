"""Template code in Markdown (Hugo, Liquid, Kramdown, WordPress, MDX): hidden from the parser, its captions kept."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.formats._inline import write_value
from newslint.formats._prose import ZoneBuilder
from newslint.model.story import Zone

# Each alternative stops at the next brace, so a text of nothing but openings is read in one go.
_CODE = pattern(
    r"\{\{[^{}]*\}\}|\{%[^{}]*(?<=%)\}|\{:[^{}\r\n]*\}"
    r"|\[/?(?:caption|gallery|embed|audio|video|playlist|youtube|vimeo|sourcecode)(?:[ \t=][^\[\]\r\n]*)?\]"
)
# The lines that open and close a box in the text (a note, a warning), with the box's title.
_BOX = (
    r"^[ \t]*(?:(?:!!!|\?\?\?\+?)[ \t]+[a-z][\w-]*(?: +[\w-]+)*+[ \t]*+(?:\"(?P<title>[^\"\n]*)\")?"
    r"|:{3,}(?:[ \t]*[a-z][\w-]*(?:\[[^\[\]\n]*\])?)?)[ \t]*$"
)
_BRACES = r"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}"  # with such in them, two deep
_COMMENT = r"\{/\*(?:(?!\*/|\{/\*)[\s\S]){0,2000}\*/\}"  # it ends where another begins, so that each is read once
_BOXES = pattern(_BOX, re.MULTILINE)
_MDX_MARK = pattern(r"\{/\*|^(?:import|export)\s|<[A-Z][\w.]*[^<>\n]*=\{", re.MULTILINE)
_MDX = pattern(
    rf"{_COMMENT}"
    r"|^import\s+(?:[\w*${][^'\"]{0,400}?\bfrom\s*)?(?:'[^'\n]*'|\"[^\"\n]*\");?[ \t]*$"
    r"|^export\s+(?:const|let|var|default|function|async|class|\{|\*)(?:[^\n]|\n(?![ \t]*\n))*"
    rf"|</?[A-Z][\w.]*(?:\s+[\w:-]+(?:=(?:\"[^\"]*\"|'(?:[^'\n]|'(?=\w)){{0,500}}'|{_BRACES}))?|\s+{_BRACES})*\s*/?>"
    rf"|(?P<value>{_BRACES})",
    re.MULTILINE,
)
_NAME = pattern(r"[\[{]+[<%]?-?[ \t\r\n]*(/?[ \t]*[\w.-]*)")
_ARGUMENT = pattern(
    r"""(?<![\w-])([\w-]++)\s*+=\s*+(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`)""", re.DOTALL
)
_CLOSERS = {  # what stands between these is no copy
    "highlight": ("/highlight", "endhighlight"), "comment": ("/comment", "endcomment"), "raw": ("endraw",),
    "code": ("/code",), "sourcecode": ("/sourcecode",), "math": ("/math",), "mermaid": ("/mermaid",),
    "rawhtml": ("/rawhtml",), "schema": ("endschema",), "javascript": ("endjavascript",),
}  # fmt: skip
ZONE_OF = {
    "alt": "alt", "caption": "caption", "cutline": "caption", "figcaption": "caption", "credit": "credit",
    "attr": "credit", "attribution": "credit",
}  # fmt: skip
QUOTES = ("quote", "quote-block", "blockquote", "pullquote", "pull-quote")


class Shortcode(NamedTuple):
    """One piece of template code and its place; `name` with a slash or `end` closes another, `<` begins a tag's."""

    name: str
    start: int
    end: int


class Masked(NamedTuple):
    """The whole text at the same length, in which template code is a run of one sign that parsers read over."""

    text: str
    filler: str
    codes: list[Shortcode]

    def within(self, start: int, end: int) -> Iterator[Shortcode]:
        """The template code in a stretch of the text."""
        index = bisect_left(self.codes, start, key=lambda code: code.start)
        while index < len(self.codes) and self.codes[index].start < end:
            yield self.codes[index]
            index += 1


def mask(text: str, start: int) -> Masked:
    """The text with its template code hidden from `start` on."""
    if "{" not in text and "[" not in text and ":::" not in text and "!!!" not in text and "???" not in text:
        return Masked(text, "", [])
    codes = list(_codes(text, start))
    if not codes:
        return Masked(text, "", [])
    filler = filler_for(text)
    parts: list[str] = []
    at = 0
    for code in codes:
        parts += (text[at : code.start], filler * (code.end - code.start))
        at = code.end
    return Masked("".join((*parts, text[at:])), filler, codes)


def filler_for(text: str) -> str:
    """A sign that does not stand in a text, as far as there is one, and that parsers take for a letter."""
    return next((sign for sign in map(chr, range(0xE000, 0xF8FF)) if sign not in text), "\uf8ff")


def _codes(text: str, start: int) -> Iterator[Shortcode]:
    found = []
    for m in _CODE.finditer(text, start):
        named = _NAME.match(m[0])
        found.append(Shortcode(named[1].replace(" ", "") if named else "", *m.span()))
    if ":::" in text or "!!! " in text or "???" in text:
        found = _with(found, _boxes(text, start))
    if ("{" in text or "import" in text) and _MDX_MARK.search(text, start):
        found = _with(found, (Shortcode("mdx", *m.span()) for m in _MDX.finditer(text, start)))
    closing: dict[str, list[int]] = {}
    for n, code in enumerate(found):
        closing.setdefault(code.name, []).append(n)
    n = 0
    while n < len(found):
        code = found[n]
        ends = [
            later[k]
            for closer in _CLOSERS.get(code.name, ())
            if (later := closing.get(closer, [])) and (k := bisect_left(later, n + 1)) < len(later)
        ]
        if ends:
            n = min(ends)
            yield Shortcode(code.name, code.start, found[n].end)
        else:
            yield code
        n += 1


def _boxes(text: str, start: int) -> Iterator[Shortcode]:
    """What opens and closes boxes, round their titles."""
    for m in _BOXES.finditer(text, start):
        if m["title"]:
            yield Shortcode("", m.start(), m.start("title"))
            yield Shortcode("", m.end("title"), m.end())
        else:
            yield Shortcode("", *m.span())


def _with(found: list[Shortcode], more: Iterable[Shortcode]) -> list[Shortcode]:
    """Codes of one kind and another, in order, those of the second left out that reach into one before."""
    kept: list[Shortcode] = []
    for code in sorted((*found, *more), key=lambda code: (code.start, -code.end)):
        if not kept or code.start >= kept[-1].end:
            kept.append(code)
    return kept


def is_output(text: str, code: Shortcode) -> bool:
    """Whether template code prints words in the page, as `{{ site.title }}` does."""
    if code.name == "mdx":
        return text[code.start] == "{" and not text.startswith("{/*", code.start)
    return text.startswith("{{", code.start) and text[code.start + 2] not in "<%/!-#"


def zones_in(text: str, code: Shortcode) -> Iterator[Zone]:
    """Captions, credits and alternative texts (and what a quotation block quotes) in the arguments of a shortcode."""
    if code.name.startswith("<") or code.name in _CLOSERS or text.find("=", code.start, code.end) < 0:
        return
    builder = ZoneBuilder(text)
    for m in _ARGUMENT.finditer(text, code.start, code.end):
        role = ZONE_OF.get(m[1].lower(), "")
        if not role and m[1] == "text" and code.name in QUOTES:
            role = "quote-block"
        if role:
            write_value(builder, *m.span(m.lastindex or 0), "" if m.lastindex == 4 else "backslash")
            zone = builder.build(role, why=(f"“{m[1]}” of the shortcode “{code.name}”",))
            if zone:
                yield zone
