"""`extends: consistency`: two ways to write something, of which a story may use one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.matcher.heads import Found, Source
from newslint.vale.blocks import Block, Memory
from newslint.vale.extensions.base import NO_WORD, WORD, Alert, Extension


class Consistency(Extension):
    """Pairs of patterns. Once both of a pair have been seen in a story, each block with one has an alert."""

    name = "consistency"
    remembers = True
    keys = {"either": dict, "nonword": bool, "ignorecase": bool}

    def patterns(self) -> Sequence[Source]:
        """A pattern a pair, with a group for each of the two."""
        template = NO_WORD if self.spec.flag("nonword") else self.house.word_template or WORD
        case = "(?i)" * self.spec.flag("ignorecase")
        return [
            self.written(case + template.replace("%s", f"(?P<one>{a})|(?P<other>{b})", 1), "either")
            for a, b in self.spec.pairs("either").items()
        ]

    def alerts(self, block: Block, found: Sequence[Sequence[Found]], memory: Memory) -> Iterator[Alert]:
        """An alert on the last of a block once both of its pair have been seen."""
        for n, matches in enumerate(found):
            last: tuple[int, int] | None = None
            for start, _, _ in matches:
                m = self.match_at(n, block.text, start)
                for way in ("one", "other"):
                    if m[way] is not None:
                        last = m.span(way)
                        memory.seen.add((self.spec.id, n, way))
            if last and all((self.spec.id, n, way) in memory.seen for way in ("one", "other")):
                start, end = last
                match = block.text[start:end]
                yield Alert(start, end, match, self.say(match))
