"""What a house chose on each axis of style: as files say it, from which day on, and where it is said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date as Date

from newslint.base.errors import NewslintError
from newslint.base.record import NamedTuple
from newslint.base.schema import WRONG, Day, Either, ListOf, Record, Text, Where
from newslint.base.typed import Any

StyleChanges = Mapping[str, Sequence[tuple[Date, str]]]  # by axis: from when on which value


class StyleValue(NamedTuple):
    """What a house chose on an axis of style, from a day on, and who says so."""

    value: str
    since: Date | None = None
    source: str = ""


class StyleValues(Either):
    """The choice on one axis: a value, one with its day and source, or several of those, the oldest first."""

    def __init__(self) -> None:
        one = Record({"value": Text(), "since": Day(), "source": Text()}, ("value",))
        super().__init__(text=Text(), map=one, list=ListOf(one, least=1))

    def sift(self, value: Any, where: Where, faults: list[NewslintError]) -> Any:
        before = len(faults)
        found = super().sift(value, where, faults)
        if len(faults) > before:
            return WRONG
        rows: list[Any] = [found] if isinstance(found, (str, dict)) else list(found)
        rows = [{"value": row} if isinstance(row, str) else row for row in rows]
        days: list[Date] = [row.get("since") or Date.min for row in rows]
        for n in range(1, len(days)):
            if days[n] <= days[n - 1]:
                faults.append(where.at(n).wrong(f"{where.name}: each choice but the first has a later `since`"))
                return WRONG
        return tuple([StyleValue(row["value"], row.get("since"), row.get("source", "")) for row in rows])


class Chosen(NamedTuple):
    """What holds on an axis, with the file and the line (from 1; 0 for the command line) that say so."""

    axis: str
    values: tuple[StyleValue, ...]
    file: str
    line: int


def chosen(places: Iterable[tuple[Mapping[str, Any], Where]]) -> Iterator[Chosen]:
    """What holds on each axis, in the order of their names: of layers, each with its place, the last one counts."""
    last = {axis: (values, where) for data, where in places for axis, values in data.get("style", {}).items()}
    for axis, (values, where) in sorted(last.items()):
        line = where.document.key(*where.path, "style", axis).line if where.file else 0
        yield Chosen(axis, values, where.file, line)


def by_axis(layers: Iterable[Mapping[str, Any]]) -> dict[str, tuple[StyleValue, ...]]:
    """What layers choose on each axis; the last one counts."""
    return {axis: values for data in layers for axis, values in data.get("style", {}).items()}


def changes_of(values: Mapping[str, Sequence[StyleValue]]) -> StyleChanges:
    """The axes whose value hangs on the day of the story."""
    return {
        axis: tuple([(each.since or Date.min, each.value) for each in held])
        for axis, held in values.items()
        if held[-1].since
    }
