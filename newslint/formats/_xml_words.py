"""What XML's character references stand for, and what is said, in an editor's words, of a file that is broken."""

from __future__ import annotations

from collections.abc import Mapping

from newslint.base.lazy import pattern
from newslint.base.showing import showable
from newslint.base.text import Source

MAX_ENTITY = 8  # signs of an entity that a file declares itself
MAX_ADDRESS = 64  # signs of a namespace's address, which some files declare as an entity

_KNOWN = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "nbsp": "\xa0"}
XML_ENTITIES = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'"}  # XML's own, as they stand
_OWN = frozenset(("amp", "lt", "gt", "quot", "apos"))
_ADDRESS = pattern(r"(?:https?://|urn:)[\w./:~#-]*")
_END_TAG = pattern(r"</\s*([^\s<>]{1,60})")
_REFERENCE = pattern(r"&[^;&<\s]{1,40};?")


def entity_text(entity: str, declared: Mapping[str, str]) -> str:
    """What an entity stands for; itself where nobody says."""
    name = entity[1:-1]
    if name[:1] == "#":
        return _sign(name[1:]) or entity
    found = _KNOWN.get(name) or declared.get(name)
    if not found:
        from html.entities import html5  # here: a large table, seldom asked for

        found = html5.get(f"{name};")
    return found if found and len(found) <= MAX_ENTITY else entity


def _sign(number: str) -> str:
    try:
        code = int(number[1:], 16) if number[:1] in "xX" else int(number)
        return "" if 0xD800 <= code < 0xE000 else chr(code)
    except (ValueError, OverflowError):
        return ""


def refused_entity(name: str, value: str | None) -> str:
    """Why a declared entity is refused; empty where it is one sign or a few.

    One without a value stands in another file, which is never read: where the text asks for it, it stays as written.
    So does the address of a namespace.
    """
    if value is None or name in _OWN or (len(value) <= MAX_ENTITY and "<" not in value and "&" not in value):
        return ""
    if len(value) <= MAX_ADDRESS and _ADDRESS.fullmatch(value):
        return ""
    return f"it declares the entity &{showable(name[:40])}; as more than a sign, and newslint expands none such"


_SAID = {
    2: "it is no XML there: a tag was expected",
    4: "a sign stands there that XML does not have (& is written &amp;, < is written &lt;)",
    5: "the file breaks off inside a tag or a comment",
    6: "the file breaks off inside a sign",
    8: "a tag has one attribute twice",
    9: "something follows the last tag of the file",
    14: "the number of a sign (&#…;) is none that XML has",
    20: "a CDATA section is not closed",
}
_MISMATCHED, _NOTHING, _UNDEFINED = 7, 3, 11


def line_of(text: str, at: int) -> int:
    """The line, from 1, of a place: an index of all lines would be larger than most files that are refused."""
    ends = text.count("\n", 0, at)
    if "\r" in text:
        ends += text.count("\r", 0, at) - text.count("\r\n", 0, at)
    return ends + 1


def broken(source: Source, at: int, code: int, left_open: tuple[str, int] | None) -> str:
    """What is wrong with a file that is not well-formed; `left_open` is the last open tag, and its place."""
    line = f"line {line_of(source.text, at):,}: "
    if left_open and code in (_MISMATCHED, _NOTHING, 5, 20):
        name, start = left_open
        opened = f"</{showable(name)}> of line {line_of(source.text, start):,}"
        if code == _MISMATCHED and (found := _END_TAG.match(source.text, at - 2)):
            return f"{line}{opened} was expected before </{showable(found[1])}>"
        return f"{line}the file breaks off, and {opened} was expected"
    if code == _NOTHING:
        return "it is no XML: there is no tag in it"
    if code == _UNDEFINED and (named := _REFERENCE.match(source.text, at)):
        return f"{line}nothing says what {showable(named[0])} stands for"
    from pyexpat import ErrorString

    return line + (_SAID.get(code) or f"it is not well-formed XML ({ErrorString(code)})")
