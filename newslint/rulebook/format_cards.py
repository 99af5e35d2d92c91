"""newslint's own story formats as cards: known by name, ending and mark, and imported when a file asks for one.

As with the cards of rules, one holds as long as its file is the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from importlib import import_module

from newslint.base import cache
from newslint.base.environment import HERE
from newslint.base.record import NamedTuple
from newslint.base.text import Source
from newslint.base.typed import Any
from newslint.base.version import __version__
from newslint.formats import Format, Reading, Unread, read_stories
from newslint.model.story import Story
from newslint.rulebook.cards import state_of


class FormatCard(NamedTuple):
    """What must be known of a format before a file asks for it; `module` is its own, `state` that of its file."""

    module: str
    state: str
    name: str
    extensions: list[str]
    mark: str = ""
    named_only: Sequence[str] = ()  # those of its endings
    opens: bool = False


class WaitingFormat:
    """A format that is imported when it is first used."""

    def __init__(self, card: FormatCard) -> None:
        self._card = card
        self.name = card.name
        self.extensions = tuple(card.extensions)
        self.mark = card.mark
        self.named_only = card.named_only
        self.opens = card.opens
        self.module = card.module

    @cached_property
    def _made(self) -> Any:
        return next(each for each in import_module(self._card.module).FORMATS if each.name == self.name)

    def parse(self, source: Source, reading: Reading) -> Story:
        """As the format itself."""
        story: Story = self._made.parse(source, reading)
        return story

    def stories(self, source: Source, reading: Reading) -> Iterator[Story | Unread]:
        """As the format itself, or its one story."""
        return read_stories(self._made, source, reading)

    def open(self, data: bytes, path: str) -> Source:
        """As the format itself."""
        source: Source = self._made.open(data, path)
        return source


def formats_of(modules: Iterable[tuple[str, str]]) -> Iterator[Format]:
    """The formats of modules, each given by its name and its file."""
    key = cache.key_of("cards of formats", __version__, HERE)
    kept: dict[str, list[FormatCard]] = {}
    for card in _cards(cache.load(key)):
        kept.setdefault(card.module, []).append(card)
    found: list[FormatCard] = []
    new = False
    for module, file in modules:
        state = state_of(file)
        cards = kept.get(module, [])
        if not cards or any(card.state != state for card in cards):
            cards, new = [_card_of(each, module, state) for each in import_module(module).FORMATS], True
        found += cards
    if new:
        cache.save(key, found)
    return map(WaitingFormat, found)


def _card_of(story_format: Any, module: str, state: str) -> FormatCard:
    mark, opens = getattr(story_format, "mark", ""), hasattr(story_format, "open")
    endings = list(story_format.extensions)
    only_named = [ending for ending in endings if is_named_only(story_format, ending)]
    return FormatCard(module, state, story_format.name, endings, mark, only_named, opens)


def is_named_only(story_format: Any, ending: str) -> bool:
    """Whether files of a format with an ending are stories only where a configuration names them."""
    said = getattr(story_format, "named_only", False)
    return said if isinstance(said, bool) else ending in said


def _cards(kept: Any) -> Iterator[FormatCard]:
    for row in kept if isinstance(kept, list) else ():
        if not isinstance(row, list) or tuple(map(type, row)) != _FORM:
            continue
        if all(isinstance(ending, str) for ending in (*row[3], *row[5])):
            yield FormatCard._make(row)


_FORM = (str, str, str, list, str, list, bool)
