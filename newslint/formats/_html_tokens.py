"""What HTML is written in: tags, comments, attributes, raw text and character references, each with its place.

The terms are those of the tokenization section of the HTML standard: one pattern reads a tag to its end whatever
stands in its attributes, and the text between two tags is what the pattern leaves. A file that ends in mid-tag or
mid-comment ends there, as in a browser.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.base.lazy import pattern
from newslint.formats._prose import ZoneBuilder

SPACES = " \t\n\f\r"
_MOST_ATTRIBUTES = 1_000  # of one tag; what follows is skipped to the next ">"
_PLAIN = r"""(?:[^"'>=]*+(?<=[\w-])=(?:"[^"]*+"|'[^']*+')){0,1000}+[^"'>=]*+(?=>)"""
_VALUE = rf""""[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^{SPACES}>"'][^{SPACES}>]*+|(?=>|\Z)"""
_NAME = rf"[^{SPACES}/>][^{SPACES}/>=]*+"
_ANY = rf"(?:[{SPACES}/]++|{_NAME}(?:[{SPACES}]*+=[{SPACES}]*+(?:{_VALUE}))?+){{0,{_MOST_ATTRIBUTES}}}+[^>]*+"
TAG = pattern(
    rf"<(?:(?P<close>/?)(?P<name>[A-Za-z][^{SPACES}/>]*+)(?P<attributes>{_PLAIN}|{_ANY})(?:>|\Z)"
    rf"|(?P<comment>!--)|(?:[!?]|/(?!\Z))[^>]*+(?:>|\Z))"
)
# A paragraph of text alone, whose attributes, if it has any, are written in the usual way.
PARAGRAPH = pattern(rf"""[{SPACES}]*+<p((?:[{SPACES}]+[a-z-]+="[^"<>]*")*+)>([^<]*+)</p>""")
_COMMENT_END = pattern(r"--!?>")
_ATTRIBUTE = pattern(
    rf"""(?P<name>{_NAME})(?:[{SPACES}]*+=[{SPACES}]*+(?:"(?P<double>[^"]*+)"?|'(?P<single>[^']*+)'?"""
    rf"|(?P<bare>[^{SPACES}>\"'][^{SPACES}>]*+))?)?"
)
# As CommonMark has it, but for its length: a sign of this sort that is no tag must not hide what follows.
_QUOTING_TAG = pattern(
    rf"""<[A-Za-z][\w-]{{0,60}}+(?:[{SPACES}]{{1,60}}+[\w:.-]{{1,60}}+"""
    r"""(?:=(?:"(?:[^"\n]|\n(?![ \t]*\n)){0,1000}+"|'(?:[^'\n]|\n(?![ \t]*\n)){0,1000}+'|[^\s"'=<>`]{1,200}+))?+)"""
    rf"""{{1,30}}+[{SPACES}]{{0,60}}+/?>"""
)
RAW = frozenset(("script", "style", "title", "textarea", "iframe", "noscript", "noembed", "noframes", "xmp"))
_SCRIPT_STEP = pattern(r"<!--|-->|<(?P<close>/?)script(?=[ \t\n\f\r/>])", re.IGNORECASE)
REFERENCE = r"&(?:#[0-9]{1,9};?|#[xX][0-9a-fA-F]{1,8};?|[A-Za-z][A-Za-z0-9]{1,31};?)"
_CHUNK = pattern(
    rf"(?P<reference>{REFERENCE})|(?P<gap>[{SPACES}]{{2,}}+|[\t\n\f\r])"
    rf"|(?P<text>(?:[^{SPACES}&]++|[ ](?![{SPACES}])|&(?!#[0-9xX]|[A-Za-z]))++|&)"
)
_KNOWN = {
    "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&nbsp;": "\xa0", "&apos;": "'", "&#39;": "'",
    "&#039;": "'", "&#x27;": "'", "&#8217;": "’", "&#8216;": "‘", "&#8220;": "“", "&#8221;": "”", "&#8211;": "–",
    "&#8212;": "—", "&#8230;": "…", "&#160;": "\xa0", "&rsquo;": "’", "&lsquo;": "‘", "&ldquo;": "“",
    "&rdquo;": "”", "&ndash;": "–", "&mdash;": "—", "&hellip;": "…", "&#38;": "&", "&#038;": "&", "&#34;": '"',
}  # fmt: skip


def comment_end(text: str, start: int, end: int) -> int:
    """Where a comment ends that was opened (`<!--`) right before `start`; one left open takes the rest."""
    if text.startswith((">", "->"), start, end):
        return text.index(">", start) + 1
    found = _COMMENT_END.search(text, start, end)
    return found.end() if found else end


def no_comments(text: str) -> Iterator[tuple[int, int]]:
    """The attributes and the raw text in which something looks like a comment, as places from start to end."""
    at, end = 0, len(text)
    while at < end:
        for m in TAG.finditer(text, at, end):
            at = m.end()
            if m["comment"]:
                at = comment_end(text, at, end)
                break
            name = (m["name"] or "").lower()
            if name and text.find("<!--", *m.span("attributes")) >= 0:
                yield m.span("attributes")
            if name in RAW and not m["close"]:
                begun, at = at, raw_end(text, name, at, end)
                if text.find("<!--", begun, at) >= 0:
                    yield begun, at
                break
        else:
            return


def tags_with_comments(text: str) -> Iterator[tuple[int, int]]:
    """The tags in Markdown whose quoted attributes hold what looks like a comment, as places from start to end."""
    return (m.span() for m in _QUOTING_TAG.finditer(text) if "<!--" in m[0])


def raw_end(text: str, name: str, start: int, end: int) -> int:
    """Where the raw text of an element that begins at `start` ends: at its end tag, or with the text."""
    found = _ends_of(name).search(text, start, end)
    if found is None:
        return end
    if name == "script" and text.find("<!--", start, found.start()) >= 0:
        return _script_end(text, start, end)
    return found.start()


def _script_end(text: str, start: int, end: int) -> int:
    """As `raw_end` for a script, in which `<!-- <script>` hides an end tag."""
    hidden = nested = False
    for m in _SCRIPT_STEP.finditer(text, start, end):
        if m[0] == "<!--":
            hidden = True
        elif m[0] == "-->":
            hidden = nested = False
        elif not m["close"]:
            nested = hidden
        elif nested:
            nested = False
        else:
            return m.start()
    return end


_raw_ends: dict[str, re.Pattern[str]] = {}


def _ends_of(name: str) -> re.Pattern[str]:
    if name not in _raw_ends:
        _raw_ends[name] = re.compile(rf"</{name}(?=[{SPACES}/>])", re.IGNORECASE)
    return _raw_ends[name]


def attributes(text: str, start: int, end: int) -> dict[str, str]:
    """The attributes of a tag, decoded, by their names in small letters; of two of one name the first counts."""
    found: dict[str, str] = {}
    for m in _ATTRIBUTE.finditer(text, start, end):
        value = m["double"] or m["single"] or m["bare"] or ""
        found.setdefault(m["name"].lower(), decoded(value))
    return found


def decoded(text: str) -> str:
    """A text with its character references decoded."""
    if "&" not in text:
        return text
    from html import unescape

    return unescape(text)


def reference(written: str) -> str:
    """What a character reference stands for; itself where it is none."""
    return _KNOWN.get(written) or decoded(written)


def write_text(builder: ZoneBuilder, start: int, end: int) -> None:
    """Take a run of text between two tags: references decoded, white space folded into single spaces."""
    builder.cut()
    for m in _CHUNK.finditer(builder.source, start, end):
        if m["text"]:
            builder.exact(m.start(), m.end())
        elif m["reference"]:
            builder.stand(reference(m[0]), m.start(), m.end())
        else:
            builder.gap()


def pieces(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """A stretch of escaped text as it reads: prose, and the place it stands for."""
    at = start
    for m in _REFERENCES.finditer(text, start, end):
        if at < m.start():
            yield text[at : m.start()], at, m.start()
        at = m.end()
        yield reference(m[0]), m.start(), at
    if at < end:
        yield text[at:end], at, end


_REFERENCES = pattern(REFERENCE)


def escaped(prose: str) -> str | None:
    """How prose is written between two tags; None where white space would be folded there."""
    if _FOLDED.search(prose):
        return None
    return prose.replace("&", "&amp;").replace("<", "&lt;")


_FOLDED = pattern(r"[\t\n\f\r\0]| {2}")


def escaped_in_quotes(prose: str) -> str | None:
    """How prose is written in an attribute's quotation marks."""
    found = escaped(prose)
    return None if found is None else found.replace('"', "&quot;").replace("'", "&#39;")


def attribute_place(text: str, start: int, end: int, name: str) -> tuple[tuple[int, int] | None, bool]:
    """Where an attribute's value stands in a tag, if it has one, and whether it stands in quotation marks."""
    for m in _ATTRIBUTE.finditer(text, start, end):
        if m["name"].lower() == name:
            kind = m.lastgroup or "name"
            return (None, False) if kind == "name" else (m.span(kind), kind != "bare")
    return None, False
