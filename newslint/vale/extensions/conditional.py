"""`extends: conditional`: where the first stands, the second must stand too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.matcher.heads import Found, Source
from newslint.vale.blocks import Block, Memory
from newslint.vale.extensions.base import Alert, Extension


class Conditional(Extension):
    """Two patterns. What groups of the second have matched so far may stand as a match of the first.

    Where the second has no group, it is enough that it stands in the same block.
    """

    name = "conditional"
    remembers = True
    keys = {"first": str, "second": str, "exceptions": list, "ignorecase": bool, "vocab": bool}

    def patterns(self) -> Sequence[Source]:
        """The first and the second."""
        second = self.spec.text("second")
        self._has_group = second.count("(") > second.count("(?") + second.count("\\(")
        return self.written(self.spec.text("first"), "first"), self.written(second, "second")

    def alerts(self, block: Block, found: Sequence[Sequence[Found]], memory: Memory) -> Iterator[Alert]:
        """An alert at each match of the first for which there is no second."""
        firsts, seconds = found
        if seconds and not self._has_group:
            return
        defined = memory.defined
        for start, _, _ in seconds:
            m = self.match_at(1, block.text, start)
            spans = [m.span(n) for n in range(1, m.re.groups + 1)]
            defined.update(block.text[first:last] for first, last in spans if first < last)
        for start, end, _ in firsts:
            match = block.text[start:end]
            if match in defined and self._has_group:
                continue
            if not self.is_exception(match) and not self.is_in_phrase(block.text, start, end):
                yield Alert(start, end, match, self.say(match))
