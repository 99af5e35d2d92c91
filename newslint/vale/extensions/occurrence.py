"""`extends: occurrence`: something that stands too often in a block, or not often enough."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.matcher.heads import Found, Source
from newslint.vale.blocks import Block, Memory
from newslint.vale.extensions.base import Alert, Extension

_CODE = frozenset("*@")  # what stands for code in a block's text


class Occurrence(Extension):
    """A token and how often it may stand in a block; one alert a block, at the first."""

    name = "occurrence"
    counts = True
    keys = {"token": str, "max": int, "min": int, "ignorecase": bool}

    @property
    def idle(self) -> bool:  # type: ignore[override]
        """Whether a block without the token is fine."""
        return not self.spec.number("min")

    def patterns(self) -> Sequence[Source]:
        """The token."""
        return (self.written("(?i)" * self.spec.flag("ignorecase") + f"(?:{self.spec.text('token')})", "token"),)

    def alerts(self, block: Block, found: Sequence[Sequence[Found]], memory: Memory) -> Iterator[Alert]:
        """An alert where the number is wrong."""
        times = len(found[0])
        most, least = self.spec.number("max"), self.spec.number("min")
        if not ((most > 0 and times > most) or (least > 0 and times < least)):
            return
        if not times:
            yield Alert(0, 0, "", self.say(times))
            return
        for start, end, _ in found[0]:
            match = block.text[start:end]
            if match.strip() and not _CODE.issuperset(match):
                yield Alert(start, end, match, self.say(times))
                return
