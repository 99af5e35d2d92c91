"""`extends: metric`: a formula over what a story has, and the condition under which it is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.base.lazy import pattern
from newslint.matcher.heads import Found, Source
from newslint.vale.blocks import Block, Memory
from newslint.vale.counts import Counts, blocks_of, counts
from newslint.vale.extensions.base import Alert, Extension
from newslint.vale.formulas import Formula, Wrong

_HEADING = pattern(r"heading\.(h[1-6])")
_RESULT = "result_of_formula"  # what stands before the condition


class Metric(Extension):
    """A formula of Tengo over words, sentences, headings and the like. It looks at a story's prose as a whole."""

    name = "metric"
    remembers = True
    idle = False
    scope = "summary"
    keys = {"formula": str, "condition": str}

    def patterns(self) -> Sequence[Source]:
        """None; raises RuleError for a formula or a condition that is none."""
        names = [*Counts._fields, *blocks_of(None)]
        formula, condition = (_HEADING.sub(r"heading_\1", self.spec.text(key)) for key in ("formula", "condition"))
        self._formula = self._read("formula", formula, names)
        if not condition.strip():
            raise self.spec.wrong("condition", f"{self.spec.id} has no `condition`", 'write condition: "> 8"')
        self._condition = self._read("condition", f"{_RESULT} {condition}", [*names, _RESULT])
        if self._formula.is_condition:
            raise self.spec.wrong("formula", f"{self.spec.id}: the formula gives no number")
        if not self._condition.is_condition:
            raise self.spec.wrong("condition", f"{self.spec.id}: the condition compares nothing", 'write "> 8"')
        return ()

    def _read(self, key: str, text: str, names: Sequence[str]) -> Formula:
        try:
            return Formula(text, names)
        except Wrong as error:
            raise self.spec.wrong(key, f"{self.spec.id}: `{key}` cannot be used: {error}", error.hint) from None

    def alerts(self, block: Block, found: Sequence[Sequence[Found]], memory: Memory) -> Iterator[Alert]:
        """An alert at the head of a story for which the condition holds."""
        there = counts(block.text)
        if not there.words:
            return
        numbers: dict[str, float] = {name: float(n) for name, n in zip(Counts._fields, there, strict=True)}
        numbers |= {name: float(n) for name, n in blocks_of(memory.story).items() if name not in numbers}
        result = float(self._formula(numbers))
        numbers[_RESULT] = float(f"{result:f}")  # Vale writes it out before it compares
        if self._condition(numbers):
            yield Alert(0, 0, "", self.say(f"{result:.2f}"))
