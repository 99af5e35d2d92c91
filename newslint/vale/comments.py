"""Vale's own comments, by which a writer switches its rules off and on: `<!-- vale off -->`, `vale Style.Rule = NO`.

They stand where a format has its comments: in `{/* … */}` in MDX, after `..` in reStructuredText, after `//` in
AsciiDoc, which also passes such a comment in `pass` on. Plain text has none. What is not understood says nothing,
as with Vale. An alert is silent where it stands between a comment that switches its rule off and the one that
switches it on again; for a rule that looks at the summary of a story, what holds at the story's end counts.
"""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from newslint.base.lazy import pattern
from newslint.base.text import Span
from newslint.model.cleaned import Prose
from newslint.model.ignore_comments import XML_COMMENT, Comment, addressed, comments_of
from newslint.model.ignores import takes_comments
from newslint.model.story import Story
from newslint.vale.markup import file_of
from newslint.vale.rules import ValeRule

_BEGINS = {
    "<!--": pattern(r"<!--\s*+vale[ \t]"),
    "{/*": pattern(r"\{/\*\s*+vale[ \t]"),
    "//": pattern(r"(?m)^//[ \t]*+vale[ \t]"),
    "..": pattern(r"(?m)^\.\.[ \t]++vale[ \t]"),
}
_STATES = {" = NO": True, " = YES": False, " = off": True, " = on": False}  # whether that switches off
_ALL = ""  # the key of what is off altogether


class _Switches:
    """Where something is switched off and on, in order."""

    __slots__ = ("offs", "places")

    def __init__(self) -> None:
        self.places: list[int] = []
        self.offs: list[bool] = []

    def add(self, at: int, off: bool) -> None:
        """It is so from here on."""
        self.places.append(at)
        self.offs.append(off)

    def is_off(self, at: int) -> bool:
        """Whether it is off at a place."""
        n = bisect_right(self.places, at) - 1
        return n >= 0 and self.offs[n]

    def is_off_throughout(self, span: Span) -> bool:
        """Whether it is off from the beginning of a stretch to its end."""
        first = bisect_right(self.places, span.start)
        return self.is_off(span.start) and all(self.offs[first : bisect_left(self.places, span.end)])


class Silence:
    """What comments of a story switch off, and where."""

    def __init__(self, story: Story, said: Sequence[tuple[int, str]]) -> None:
        self._source = story.source
        self._end = len(file_of(story).source.text)
        self._switches: dict[str, _Switches] = {}
        self._chosen: list[tuple[int, frozenset[str]]] = []  # comments that name the only styles that are on
        for at, words in said:
            self._take(at, words)
        self._of_styles: dict[str, _Switches] = {}

    def holds(self, rule: ValeRule, match: str, span: Span) -> bool:
        """Whether an alert of a rule on some words, at a place of the story, is not to be told."""
        at = self._end if rule.blocks.bases == {"summary"} else self._in_file(span).start
        name = rule.id.removeprefix("vale/")
        return any(each.is_off(at) for each in self._for(rule, name, f"{name}[{match}]"))

    def covers(self, rule: ValeRule, span: Span) -> bool:
        """Whether a rule is switched off in all of a stretch of the story, so that it need not look at it."""
        if rule.blocks.bases == {"summary"}:
            return False
        place = self._in_file(span)
        return any(each.is_off_throughout(place) for each in self._for(rule, rule.id.removeprefix("vale/")))

    def _in_file(self, span: Span) -> Span:
        return self._source.lifted(span) if isinstance(self._source, Prose) else span

    def _for(self, rule: ValeRule, *names: str) -> Iterator[_Switches]:
        """The switches that a rule heeds."""
        yield self._style(rule.style_name)
        for name in (_ALL, *names):
            if name in self._switches:
                yield self._switches[name]

    def _style(self, style: str) -> _Switches:
        """The switches of a style: by its own name, and by comments that name the styles that are on."""
        found = self._of_styles.get(style)
        if found is None:
            own = self._switches.get(style, _Switches())
            chosen = ((at, style not in names) for at, names in self._chosen)
            found = self._of_styles[style] = _Switches()
            for at, off in sorted([*zip(own.places, own.offs, strict=True), *chosen]):
                found.add(at, off)
        return found

    def _take(self, at: int, words: str) -> None:
        """Heed a comment, if it says something."""
        said = words.removeprefix("vale ")
        ending = next((each for each in _STATES if said.endswith(each)), "")
        name, bracket, listed = said.removesuffix(ending).partition("[")
        if "\n" in words or "\r" in words:
            return
        if said in ("off", "on"):
            self._add(_ALL, at, said == "off")
        elif ending and bracket:
            for word in _listed(bracket + listed):
                self._add(f"{name}[{word}]", at, _STATES[ending])
        elif ending:
            self._add(name, at, _STATES[ending])
        elif said.startswith(("style = ", "styles = ")):
            self._chosen.append((at, frozenset(part.strip() for part in said.partition(" = ")[2].split(","))))

    def _add(self, name: str, at: int, off: bool) -> None:
        self._switches.setdefault(name, _Switches()).add(at, off)


def _listed(said: str) -> Sequence[str]:
    """The words that a comment lists as JSON; none where it is something else."""
    try:
        words = json.loads(said)
    except (ValueError, RecursionError):
        return ()
    return words if isinstance(words, list) and all(isinstance(word, str) for word in words) else ()


def silenced(story: Story) -> Silence | None:
    """What a story's comments switch off; None where it has no such comment."""
    file = file_of(story)
    if "vale" not in file.source.text or not takes_comments(file) or file.record:
        return None
    said = sorted(_said(file))
    return Silence(story, said) if said else None


def _said(story: Story) -> Iterator[tuple[int, str]]:
    """Each comment to Vale, and where it begins."""
    text = story.source.text
    for form in _forms(story):
        if form.opens in text:
            for at, _ in addressed(story, form, _BEGINS[form.opens]):
                inner = text[at.start + len(form.opens) : at.end]
                yield at.start, inner.strip().removesuffix(form.closes.strip()).strip()


def _forms(story: Story) -> Sequence[Comment]:
    """The forms of comment that count: those of the format, and in AsciiDoc those that it passes on to a page."""
    return (*comments_of(story), *((XML_COMMENT,) if story.format == "asciidoc" else ()))
