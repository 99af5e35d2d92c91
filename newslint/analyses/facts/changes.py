"""Changes of a figure as one clause tells them: “rose 20 percent, to $60 from $50”.

English only. A change is read where the figures before and after it stand as a pair (“from A to B”, “to B from A”,
“B, up from A”, “to B, compared with A a year earlier”), and only where they are plain amounts: not a place in a
table, not a loss, not a currency told in its own units.
"""

from __future__ import annotations

from newslint.analyses.text.words import words
from newslint.base.lazy import pattern
from newslint.base.typed import TYPE_CHECKING
from newslint.model.story import Analysis, Story
from newslint.words.languages import ENGLISH

if TYPE_CHECKING:
    from newslint.analyses.facts.change import Change


def _find(story: Story) -> tuple[Change, ...]:
    """The changes of a figure that a clause tells with the figures before and after it, in order; English only."""
    if story.language != ENGLISH:
        return ()
    places, steps = _places(story), _steps(story)
    if not places and not steps:
        return ()
    from newslint.analyses.facts._pairs import changes_at  # here and below, for most stories do not get here

    found = [*changes_at(story, places)]
    if steps:
        from newslint.analyses.facts._chains import chained_at

        found += chained_at(story, steps)
    return tuple(found)


changes: Analysis[tuple[Change, ...]] = Analysis("changes", _find)

# Words that bring the figure before a change, and how they are found with a digit not far behind: without their first
# letter, if that is so common that a search for it would stop everywhere.
_FIGURE = r"(?=[^0-9\n,;:()]{0,100}+[0-9])"
_SHARE = r"(?=(?:[a-z]{1,12} ){0,2}(?:half\b|[a-z]+ in [a-z0-9]|[a-z]+[ -](?:third|quarter|fifth|tenth|half)))"
_BRINGING = (
    ("from", "", pattern(rf"from (?:{_FIGURE}|(?<=(?:up|wn) from ){_SHARE})")),
    ("compared", "", pattern("compared (?:with|to) " + _FIGURE)),
    ("against", "a", pattern("gainst " + _FIGURE)),
    ("than", "t", pattern(r"han (?:the|its|their|last) [^.;:\n0-9]{0,30}+[0-9]")),
)


def _places(story: Story) -> list[tuple[str, int]]:
    """Where such a word stands in the prose, with the word."""
    known = story.get(words)
    text = story.prose.text
    return [
        (word, match.start() - len(first))
        for word, first, behind in _BRINGING
        if word in known
        for match in behind.finditer(text)
        if text.startswith(word, max(0, match.start() - len(first)))
    ]


# Words that bring the next of several changes, with where it ends not far behind: “before slipping back to 41”.
_STEP = r" (?:[a-z]{1,14} ){1,4}to (?:[a-z]{1,14} ){0,3}[$£€]?[0-9]"
_STEPS = tuple([
    (word, pattern(word + _STEP)) for word in ("before", "then", "only", "since", "later", "subsequently")
])


def _steps(story: Story) -> list[int]:
    """Where such words stand in the prose."""
    known = story.get(words)
    text = story.prose.text
    return [match.start() for word, behind in _STEPS if word in known for match in behind.finditer(text)]
