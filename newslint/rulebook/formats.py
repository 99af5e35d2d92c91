"""Which format reads a file: by what the configuration says, by its ending, and by how its text begins."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from newslint.base.environment import Plugin
from newslint.base.errors import near_miss
from newslint.base.globs import endings_of
from newslint.base.lazy import compiled
from newslint.base.text import Source, UnreadableStory
from newslint.formats import Format
from newslint.rulebook.format_cards import is_named_only

Opener = Callable[[bytes, str], Source]


REFUSED = "unread"  # the format of files that newslint knows and does not read


class FormatsByEnding:
    """All story formats by the endings that they claim; those that plugins claim (`claimed`) are theirs alone."""

    def __init__(self, formats: Iterable[tuple[Plugin | None, Format]], claimed: Mapping[str, Plugin]) -> None:
        self._by_name: dict[str, Format] = {}
        self._claiming: dict[str, list[Format]] = {}
        for plugin, each in sorted(formats, key=lambda given: getattr(given[1], "mark", "") != ""):
            self._by_name[each.name] = each
            for ending in each.extensions:
                if claimed.get(ending) == plugin:
                    self._claiming.setdefault(ending, []).append(each)

    @property
    def known(self) -> frozenset[str]:
        """Every ending that some format reads, or refuses in words of its own."""
        return frozenset(self._claiming)

    @property
    def _read(self) -> list[str]:
        return [ending for ending, claiming in self._claiming.items() if claiming[0].name != REFUSED]

    @property
    def by_nature(self) -> frozenset[str]:
        """The endings whose files are stories wherever they lie."""
        return frozenset(ending for ending in self._claiming if not self.named_only(ending))

    def named_only(self, ending: str) -> bool:
        """Whether files with an ending are stories only where a configuration names them."""
        return all(is_named_only(each, ending) for each in self._claiming[ending])

    def claim(self, path: str, chosen: Mapping[str, str]) -> Sequence[Format]:
        """The formats that a file may have by its name; `chosen` is what the configuration says of endings."""
        for ending in endings_of(path):
            if ending in chosen:
                return (self._by_name[chosen[ending]],)
            if ending in self._claiming:
                return self._claiming[ending]
        return ()

    def of(self, path: str, head: str, chosen: Mapping[str, str]) -> Format:
        """The format of a file whose text begins so; raises UnreadableStory where none that it may have is meant."""
        claiming = self.claim(path, chosen)
        if len(claiming) == 1:
            return claiming[0]
        for each in claiming or self._by_name.values():
            mark = getattr(each, "mark", "")
            if mark and compiled(mark).search(head):
                return each
        plain = next((each for each in claiming if not getattr(each, "mark", "")), None)
        if plain:
            return plain
        if claiming:
            known = ", ".join(each.name for each in claiming)
            raise UnreadableStory(f"there is no story in it that newslint can read: such a file may be {known}")
        if endings_of(path):
            raise self.unread(path)
        return self._by_name["plain"]

    def unread(self, path: str) -> UnreadableStory:
        """What is said of a file whose ending nobody reads, and that begins as no format does."""
        ending = endings_of(path)[-1]
        hint = f"{near_miss(ending, self._read)} (--format-of {ending}=plain reads them as text)"
        return UnreadableStory(f"newslint does not read {ending} files: {hint}")

    def opener(self, path: str, data: bytes, chosen: Mapping[str, str]) -> Opener | None:
        """What opens a file that is no text; None for one that is."""
        for each in self.claim(path, chosen):
            opener: Opener | None = each.open if getattr(each, "opens", hasattr(each, "open")) else None  # type: ignore[attr-defined]
            if opener:
                return opener
        return None

    def told_by_mark(self, head: str) -> bool:
        """Whether a text begins as a format's files do, whatever its name."""
        return any(
            mark and compiled(mark).search(head) for mark in (getattr(f, "mark", "") for f in self._by_name.values())
        )
