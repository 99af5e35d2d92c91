"""`extends: readability`: how many years of school a story asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from math import sqrt

from newslint.base.errors import near_miss
from newslint.matcher.heads import Found, Source
from newslint.vale.blocks import Block, Memory
from newslint.vale.counts import Counts, counts
from newslint.vale.extensions.base import Alert, Extension

METRICS: Mapping[str, Callable[[Counts], float]] = {
    "Automated Readability": lambda n: 4.71 * n.characters / n.words + 0.5 * n.words / n.sentences - 21.43,
    "Coleman-Liau": lambda n: 5.88 * n.characters / n.words - 29.6 * n.sentences / n.words - 15.8,
    "Flesch-Kincaid": lambda n: 0.39 * n.words / n.sentences + 11.8 * n.syllables / n.words - 15.59,
    "Gunning Fog": lambda n: 0.4 * (n.words / n.sentences + 100 * n.complex_words / n.words),
    "SMOG": lambda n: 1.043 * sqrt(30 * n.polysyllabic_words / n.sentences) + 3.1291,
}


class Readability(Extension):
    """One grade or more, whose mean may be no higher than the rule's. It looks at a story's prose as a whole."""

    name = "readability"
    idle = False
    scope = "summary"
    keys = {"metrics": list, "grade": float}

    def patterns(self) -> Sequence[Source]:
        """None; raises RuleError for a grade that nobody knows."""
        self._metrics = self.spec.texts("metrics")
        for metric in self._metrics:
            if metric not in METRICS:
                said = f"{self.spec.id}: expected one of {', '.join(METRICS)} after `metrics`, found {metric}"
                raise self.spec.wrong("metrics", said, near_miss(metric, METRICS))
        if not self._metrics:
            raise self.spec.wrong("metrics", f"{self.spec.id} has no `metrics`", "write metrics: [Flesch-Kincaid]")
        self._highest = self.spec.number("grade")
        return ()

    def alerts(self, block: Block, found: Sequence[Sequence[Found]], memory: Memory) -> Iterator[Alert]:
        """An alert at the head of a story that is harder to read than the rule allows."""
        there = counts(block.text)
        if there.words and there.sentences:
            grade = sum(METRICS[each](there) for each in METRICS if each in self._metrics) / len(self._metrics)
            if grade > self._highest:
                yield Alert(0, 0, "", self.say(f"{grade:.2f}"))
