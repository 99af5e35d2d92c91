"""Links and pictures as Markdown writes them: the words in brackets, the address in parentheses.

And what else a story has of such: addresses, texts that stand for pictures.
"""

from __future__ import annotations

from collections.abc import Iterator

from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.text import Places, Span
from newslint.model.story import Analysis, Story, Zone

_ADDRESS = pattern(r"\]\(\s{0,40}(?P<address><[^<>\n]{0,2000}>|(?:[^\s()<>]|\([^\s()]{0,300}\)){0,2000})(?=[\s)])")
_LONGEST = 400  # code points of a link's words


class Link(NamedTuple):
    """A link or a picture: all of it, its words, its address (spans of the source)."""

    span: Span
    words: Span
    address: Span
    picture: bool


def _find(story: Story) -> tuple[Link, ...]:
    return tuple(_read(story)) if story.format == "markdown" else ()


def _read(story: Story) -> Iterator[Link]:
    text = story.source.text
    code, comments = Places(story.code), "<!--" in text
    at = text.find("](")
    while at >= 0:
        found = _ADDRESS.match(text, at)
        opened = _opening(text, at) if found else -1
        if (
            found
            and opened >= 0
            and not (comments and _is_comment(text, opened))
            and not (code and code.meet(Span(opened, found.end())))
        ):
            picture = text[opened - 1 : opened] == "!"
            closed = text.find(")", found.end(), found.end() + _LONGEST) + 1 or found.end()
            yield Link(Span(opened - picture, closed), Span(opened + 1, at), Span(*found.span("address")), picture)
        at = text.find("](", at + 2)


def _is_comment(text: str, at: int) -> bool:
    """Whether a place stands inside an HTML comment."""
    opened = text.rfind("<!--", 0, at)
    return opened >= 0 and text.find("-->", opened, at) < 0


def _opening(text: str, at: int) -> int:
    """Where the bracket opens that closes here; -1 where none does on this line."""
    last = text.rfind("[", max(0, at - _LONGEST), at)
    if last < 0:
        return -1
    if text.find("]", last, at) < 0 and text.find("\n\n", last, at) < 0:
        return last if text[last - 1 : last] != "\\" else -1
    depth = 0
    for n in range(at, max(-1, at - _LONGEST), -1):
        sign = text[n]
        if sign == "\n" and text[n - 1 : n] == "\n":
            return -1
        depth += (sign == "]") - (sign == "[")
        if depth == 0:
            return n if text[n - 1 : n] != "\\" else -1
    return -1


links: Analysis[tuple[Link, ...]] = Analysis("links", _find)
addresses: Analysis[bool] = Analysis("addresses", lambda story: "http" in story.source.text)  # whether it gives any
alts: Analysis[tuple[Zone, ...]] = Analysis("alts", lambda story: tuple(story.of("alt")))
