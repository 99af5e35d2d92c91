"""What AsciiDoc says above a block of that block: its style, its roles, its title, who is quoted in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.text import Span
from newslint.formats._asciidoc_lines import Item

_STYLES: Mapping[str, str] = {
    "quote": "quote-block", "verse": "quote-block", "abstract": "deck", "NOTE": "note", "TIP": "note",
    "IMPORTANT": "note", "WARNING": "note", "CAUTION": "note",
}  # fmt: skip
_ROLES: Mapping[str, str] = {
    "lead": "deck", "deck": "deck", "standfirst": "deck", "subtitle": "deck", "byline": "byline", "author": "byline",
    "dateline": "dateline", "caption": "caption", "credit": "credit", "kicker": "section",
}  # fmt: skip
_SKIPPED = frozenset(
    ("source", "listing", "literal", "stem", "latexmath", "asciimath", "pass", "comment", "plantuml", "ditaa",
     "mermaid", "graphviz")
)  # fmt: skip
_SHORTHAND = pattern(r"[.#%]")
_NAMED = pattern(r"\.([\w-]+)")
_SEPARATORS = {"csv": ",", "tsv": "\t", "dsv": ":"}


class Container(NamedTuple):
    """A block between two fences that holds others: what closes it, and whether it stands in a list."""

    fence: str
    role: str
    listed: bool


class Pending:
    """What was said so far of the block that comes next."""

    __slots__ = ("quoted", "role", "separator", "style", "title")

    def __init__(self) -> None:
        self.style = ""
        self.role = ""
        self.separator = ""
        self.title: Span | None = None
        self.quoted: list[Span] = []

    @property
    def any(self) -> bool:
        """Whether anything was said."""
        return bool(self.style or self.role or self.separator or self.title or self.quoted)

    @property
    def skipped(self) -> bool:
        """Whether its text is no copy: code, formulas, what is passed on as it stands."""
        return self.style in _SKIPPED

    @property
    def verse(self) -> bool:
        """Whether it is a poem."""
        return self.style == "verse"

    def take(self, text: str, items: Sequence[Item]) -> None:
        """What a line in brackets says."""
        for place, (name, (start, end)) in enumerate(items):
            value = text[start:end]
            if not name and place == 0:
                self._dress(value)
            elif name == "role":
                self._roles(value.split())
            elif name == "format":
                self.separator = _SEPARATORS.get(value, "")
            elif self.style in ("quote", "verse") and start < end and name in ("", "attribution", "citetitle"):
                self.quoted.append(Span(start, end))

    def _dress(self, value: str) -> None:
        """The first value: a style, and roles after full stops."""
        style = _SHORTHAND.split(value, maxsplit=1)[0].strip()
        if style:
            self.style = style
            self.role = _STYLES.get(style, self.role)
        self._roles(_NAMED.findall(value))

    def _roles(self, names: Sequence[str]) -> None:
        for name in names:
            self.role = _ROLES.get(name.lower(), self.role)
