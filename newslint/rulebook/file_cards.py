"""Cards of newslint's own rules in YAML that are off: kept from start to start, so that their files wait unread.

As with the cards of rules in Python, one holds as long as the file of its rule is the same. In a first start they are
read off the lines of the files, for to parse all that YAML takes a second.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from newslint.base import cache
from newslint.base.environment import HERE
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.text import UnreadableStory, read_text
from newslint.base.typed import Any
from newslint.base.version import __version__
from newslint.model.rule import Rule
from newslint.rulebook.cards import state_of
from newslint.rulebook.waiting import Waiting

MOST_BYTES = 512 * 1024  # of a rule file
_LINE = pattern(r"(?m)^(id|topic|kind|axis): *([a-z0-9-]+) *$")


class FileCard(NamedTuple):
    """What must be known of a rule that is off; `state` is that of its file, which holds no other."""

    file: str
    state: str
    id: str
    topic: str
    aliases: Sequence[str]
    axis: str

    def waiting(self, made_of: Callable[[str], Rule]) -> Waiting:
        """The rule as one that waits: `made_of` makes it of its file."""
        return Waiting(
            self.id, self.topic, self.file, tuple(self.aliases), self.axis, False, lambda: made_of(self.file)
        )


def cards_of(files: Iterable[str]) -> Mapping[str, FileCard]:
    """The cards of rules that are off, by file; one that was kept and is damaged counts as none."""
    kept = {row[0]: FileCard._make(row) for row in _rows(cache.load(_key()))}
    found: dict[str, FileCard] = {}
    new = False
    for file in files:
        card = kept.get(file)
        if not card or card.state != state_of(file):
            card = _written(file)
            new = new or card is not None
        if card:
            found[file] = card
    if new:
        cache.save(_key(), list(found.values()))
    return found


def _rows(kept: Any) -> Iterator[list[Any]]:
    for row in kept if isinstance(kept, list) else ():
        if isinstance(row, list) and tuple(map(type, row)) == _FORM and all(type(each) is str for each in row[4]):
            yield row


def _written(file: str) -> FileCard | None:
    """The card of a rule by the lines of its file; None where it is on, or where they do not say all plainly."""
    try:
        text = read_text(file, MOST_BYTES)
    except UnreadableStory:
        return None  # who reads its rule says so
    if "\ndefault: false\n" not in text or "\n---" in text or "\naliases:" in text:
        return None
    said = dict(_LINE.findall(text))
    if not {"id", "topic"} <= said.keys():
        return None
    axis = said.get("axis") or (said["id"] if said.get("kind") == "choice" else "")
    return FileCard(file, state_of(file), said["id"], said["topic"], [], axis)


def _key() -> str:
    return cache.key_of("cards of rule files", __version__, HERE)  # two checkouts may share a cache


_FORM = (str, str, str, str, list, str)  # of the fields of a card, as JSON has them
