"""What a house chose on each axis of style, as commands print it: a line a value, or plain data."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from newslint.base.showing import showable
from newslint.base.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newslint.config.house_style import Chosen


def as_data(held: Chosen) -> dict[str, Any]:
    """What holds on an axis as plain data, with the file and the line (from 1) that say so."""
    values = [
        {"value": each.value, "since": each.since.isoformat() if each.since else "", "source": each.source}
        for each in held.values
    ]
    return {"axis": held.axis, "values": values, "file": held.file, "line": held.line}


def style_lines(style: Sequence[Chosen]) -> Iterator[str]:
    """A line for each value on an axis of style, with where it is said."""
    if not style:
        return
    yield "style:"
    width = max(len(held.axis) for held in style)
    for held in style:
        place = f"{os.path.relpath(held.file)}:{held.line}" if held.file else "the command line"
        for each in held.values:
            since = f" since {each.since.isoformat()}" if each.since else ""
            source = f" ({each.source})" if each.source else ""
            yield f"  {held.axis:{width}} {each.value}{since}, by {showable(place)}{source}"
