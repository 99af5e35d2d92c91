"""The code in an MDX post: imports and exports, expressions and tags, found past the code that is shown."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.text import Span, UnreadableStory
from newslint.formats._rawhtml import MUTE
from newslint.formats._script import Attribute, Script

_NEXT = pattern(
    r"\\[\s\S]|(?P<fence>(?<![^\r\n])[ \t>]*+(?:(?:[-*+]|\d{1,9}[.)])[ \t]++)?"
    r"(?P<ticks>`{3,}+(?=[^`\r\n]*+(?![^\r\n]))"
    r"|~{3,}+))|(?P<code>`++)|<!--|(?P<esm>(?<![^\r\n])(?:import|export)(?=[\s{*\"']))|(?P<brace>\{)(?!#)|(?P<tag><)"
)
_ESM = pattern(
    r"import(?:\s*(?:[\"']|\*\s*as\b|\{[^{};]{0,2000}\}\s*from\b)|\s+(?:type\s+)?[\w$]+\s*(?:,\s*(?:\*\s*as\s+[\w$]+"
    r"|\{[^{};]{0,2000}\})\s*)?from\s*[\"'])"
    r"|export(?:\s*[{*]|\s+(?:const|let|var|function|class|type|interface|enum|async\s+function)\s+[\w$\[{*]"
    r"|\s+default\s+(?:[\w$.]*\s*[({\[=]|[\w$.]+\s*;|function\b|class\b|async\b|[\w$.]+\s*(?![^\r\n])))"
)
_IMPORT_END = pattern(r"[^'\"`;]{0,4000}?(?:'[^'\r\n]*'|\"[^\"\r\n]*\")[ \t]*;?[ \t]*(?![^\r\n])")
_TICKS = pattern(r"`++")
_FENCE_END = pattern(r"(?<![^\r\n])[ \t>]*+(`{3,}+|~{3,}+)[ \t]*+(?![^\r\n])")
_TAG = pattern(r"<(?P<close>/?)\s*+(?P<name>[A-Za-z_$][\w$.:-]*+)?")
_COMMENT_ONLY = pattern(r"\{\s*+(?:/\*(?:[^*]|\*(?!/))*+\*/\s*+)*+\}")
_TEXT_ONLY = pattern(r"\{\s*(?P<mark>[\"'`])(?P<text>(?:(?!(?P=mark)|\$\{)[^\\\r\n])*)(?P=mark)\s*\}")
LONGEST = 2_000_000  # code points of a post
MOST = 50_000  # signs with which code begins, in a post
_CODE_SHOWN = frozenset(("code", "pre", "codeblock", "highlight", "mermaid", "math", "script", "style", "svg"))


class Code(NamedTuple):
    """A piece of code: its sort ("esm", "value", "comment", "text" in marks, "tag" or "closing"), its tag, its place.

    Of a text that stands alone in an expression there are two pieces, one on either side of it.
    """

    sort: str
    start: int
    end: int
    name: str = ""
    attributes: tuple[Attribute, ...] = ()
    opens: bool = False


def codes_of(text: str, start: int) -> list[Code]:
    """Every piece of code of a post from `start` on, in order, none in another.

    Raises UnreadableStory for a text that is larger, or has more of such, than any story.
    """
    if len(text) > LONGEST:
        raise UnreadableStory(f"it is larger than {LONGEST // 1_000_000} MB: that is no story in MDX")
    if sum(map(text.count, "{<`")) > MOST:
        raise UnreadableStory(f"it has more than {MOST:,} tags, braces and pieces of code: that is no story in MDX")
    return list(_codes(text, start))


def _codes(text: str, start: int) -> Iterator[Code]:
    script, runs = Script(text), _runs_of_ticks(text, start)
    at, last = start, start  # where to look on; where the last statement ended
    while m := _NEXT.search(text, at):
        at = m.end()
        if m["fence"]:
            at = _fenced(text, m["ticks"], at)
        elif m["code"]:
            places = runs.get(len(m[0]), [])
            n = bisect_left(places, at)
            at = places[n] + len(m[0]) if n < len(places) else at
        elif m[0] == "<!--":
            at = text.find("-->", at) + 3 if text.find("-->", at) >= 0 else len(text)
        elif m["esm"]:
            end = _statement(text, m.start(), last, script)
            if end >= 0:
                yield Code("esm", m.start(), end)
                at = last = end
        elif m["brace"]:
            end = script.closed(m.start())
            if end >= 0:
                yield from _expression(text, m.start(), end)
                at = end
        elif m["tag"] and (tag := _tag(text, m.start(), script)):
            yield tag
            at = tag.end


def _runs_of_ticks(text: str, start: int) -> dict[int, list[int]]:
    """Where runs of backticks stand, by their length: code in a sentence ends at the next run as long."""
    runs: dict[int, list[int]] = {}
    for m in _TICKS.finditer(text, start):
        runs.setdefault(len(m[0]), []).append(m.start())
    return runs


def _fenced(text: str, ticks: str, at: int) -> int:
    """Where a block of code ends that begins with `ticks`."""
    for m in _FENCE_END.finditer(text, at):
        if m[1][0] == ticks[0] and len(m[1]) >= len(ticks):
            return m.end()
    return len(text)


def _statement(text: str, at: int, last: int, script: Script) -> int:
    """Where what is imported or exported at `at` ends; -1 where that is a line of prose."""
    before = text[max(last, at - 80) : at].splitlines()  # more of the line before need not be seen
    if (before and before[-1].strip()) or not _ESM.match(text, at):
        return -1
    if text.startswith("import", at) and (found := _IMPORT_END.match(text, at)):
        return found.end()
    return script.statement(at)


def _expression(text: str, start: int, end: int) -> Iterator[Code]:
    if _COMMENT_ONLY.fullmatch(text, start, end):
        yield Code("comment", start, end)
    elif said := _TEXT_ONLY.fullmatch(text, start, end):
        yield Code("text", start, said.start("text"))
        yield Code("text", said.end("text"), end)
    else:
        yield Code("value", start, end)


def _tag(text: str, at: int, script: Script) -> Code | None:
    """The tag at `at`; one whose content is code, with that."""
    m = _TAG.match(text, at)
    if not m:
        return None
    if not m["name"]:
        return Code("closing" if m["close"] else "tag", at, m.end() + 1) if text.startswith(">", m.end()) else None
    found = script.attributes(m.end())
    if not found:
        return None
    end, alone, attributes = found
    name = m["name"]
    if m["close"]:
        return Code("closing", at, end, name)
    if not alone and (name in MUTE or name.lower() in _CODE_SHOWN):
        closed = script.after(f"</{name}>", end)
        if closed >= 0:
            return Code("tag", at, closed, name)
    return Code("tag", at, end, name, tuple(attributes), not alone)


def text_of(text: str, value: Span) -> tuple[Span, str] | None:
    """Where the words of an attribute stand, and how they are written; none where they are worked out."""
    start, end = value
    if text[start] != "{":
        return Span(start + 1, end - 1), ""
    said = _TEXT_ONLY.fullmatch(text, start, end)
    return (Span(*said.span("text")), "double") if said else None
