"""Cards of newslint's own rules in YAML: kept from start to start, so that their files wait unread.

A rule that is off waits to be asked for; one that is on, for a story that has what it looks for. As with the cards of
rules in Python, one holds as long as the file of its rule is the same. In a first start those of rules that are off
are read off the lines of the files, for to parse all that YAML takes a second.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from newslint.base import cache
from newslint.base.environment import HERE
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.text import UnreadableStory, read_text
from newslint.base.typed import Any
from newslint.base.version import __version__
from newslint.kinds.base import KindRule
from newslint.matcher import Needle
from newslint.model.rule import Rule
from newslint.rulebook.cards import state_of
from newslint.rulebook.waiting import Sought, Waiting

MOST_BYTES = 512 * 1024  # of a rule file
_LINE = pattern(r"(?m)^(id|topic|kind|axis): *([a-z0-9-]+) *$")


class FileCard(NamedTuple):
    """What must be known of a rule; `state` is that of its file, which holds no other.

    Of one that is on: its kind, and the needles that it looks for (text; whether it is a pattern, and case counts).
    """

    file: str
    state: str
    id: str
    topic: str
    axis: str
    kind: str = ""
    needles: Sequence[Sequence[Any]] = ()
    zones: Sequence[str] = ()
    in_quotes: str = ""

    def waiting(self, made_of: Callable[[str], Rule], kinds: Mapping[str, type[KindRule]]) -> Waiting:
        """The rule as one that waits: `made_of` makes it of its file."""
        sought = None
        if self.kind:
            needles = tuple(Needle(*each) for each in self.needles)
            sought = Sought(needles, tuple(self.zones), self.in_quotes, None if needles else kinds[self.kind].needs)
        return Waiting(
            self.id, self.topic, self.file, (), self.axis, False, lambda: made_of(self.file), bool(self.kind), sought
        )


class FileCards:
    """The cards of newslint's own rules in files, by file; one that was kept and is damaged counts as none."""

    def __init__(self, files: Iterable[str]) -> None:
        kept = {row[0]: FileCard._make(row) for row in _rows(cache.load(_key()))}
        self.found: dict[str, FileCard] = {}
        self._new = False
        self._states = {file: state_of(file) for file in files}  # before any is read: it may change meanwhile
        for file, state in self._states.items():
            card = kept.get(file)
            if not card or card.state != state:
                card = _written(file, state)
                self._new = self._new or card is not None
            if card:
                self.found[file] = card

    def keep(self, rules: Iterable[Rule]) -> None:
        """Keep all cards, and those of rules that were read since."""
        files = Counter(rule.origin for rule in rules)
        for rule in rules:
            if files[rule.origin] == 1 and (card := _card_of(rule, self._states[rule.origin])):
                self.found[rule.origin] = card
                self._new = True
        if self._new:
            cache.save(_key(), list(self.found.values()))


def _card_of(rule: Rule, state: str) -> FileCard | None:
    """The card of a rule that is on; None where it can have something to say of any story."""
    if not isinstance(rule, KindRule) or not rule.default:
        return None
    if rule.aliases or rule.axis or rule.about_names or rule.yields_to or rule.dated or rule.since or rule.until:
        return None
    needles = [list(needle) for needle in rule.needles()]
    if not (rule.waits_for_hits if needles else rule.needs):
        return None
    return FileCard(rule.origin, state, rule.id, rule.topic, "", rule.kind, needles, rule.zones, rule.in_quotes)


def _rows(kept: Any) -> Iterator[list[Any]]:
    for row in kept if isinstance(kept, list) else ():
        if isinstance(row, list) and tuple(map(type, row)) == _FORM and _are_needles(row[6]):
            yield row


def _are_needles(rows: list[Any]) -> bool:
    return all(isinstance(row, list) and tuple(map(type, row)) == _NEEDLE for row in rows)


def _written(file: str, state: str) -> FileCard | None:
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
    return FileCard(file, state, said["id"], said["topic"], axis)


def _key() -> str:
    return cache.key_of("cards of rule files", __version__, HERE)  # two checkouts may share a cache


_FORM = (str, str, str, str, str, str, list, list, str)  # of the fields of a card, as JSON has them
_NEEDLE = (str, bool, bool)
