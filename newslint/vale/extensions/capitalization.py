"""`extends: capitalization`: how a block is written in capitals and small letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.matcher.heads import Found
from newslint.vale.blocks import Block, Memory
from newslint.vale.extensions.base import Alert, Extension


class Capitalization(Extension):
    """A way of writing that a block must have: $title, $sentence, $lower, $upper, or a pattern."""

    name = "capitalization"
    idle = False
    keys = {
        "match": str, "style": str, "exceptions": list, "indicators": list, "threshold": float, "vocab": bool,
        "prefix": str,
    }  # fmt: skip

    def alerts(self, block: Block, found: Sequence[Sequence[Found]], memory: Memory) -> Iterator[Alert]:
        """An alert on a block that is written in another way."""
        yield from ()
