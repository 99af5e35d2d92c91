"""A readability score by textstat, which is loaded only when such a rule runs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newslint.base.errors import RuleError
from newslint.base.schema import Number, Shape, Text, Where
from newslint.base.text import Span
from newslint.base.time_limit import Untimed
from newslint.base.typed import ClassVar
from newslint.kinds.base import KindRule
from newslint.model.finding import Finding
from newslint.model.story import Story

METRICS = (
    "automated_readability_index", "coleman_liau_index", "dale_chall_readability_score", "flesch_kincaid_grade",
    "flesch_reading_ease", "gunning_fog", "linsear_write_formula", "mcalpine_eflaw", "smog_index",
)  # fmt: skip
LEAST_WORDS = 100  # below this the scores say little


class Measure(KindRule):
    """One finding at the first paragraph of a story whose score is out of bounds."""

    fills: ClassVar[Sequence[str]] = ("score", "max", "min", "match")
    keys: ClassVar[Mapping[str, Shape]] = {
        "metric": Text(METRICS).described("A readability score by textstat."),
        "max": Number(whole=False).described("The most there may be."),
        "min": Number(whole=False).described("The least there may be."),
    }
    required: ClassVar[Sequence[str]] = ("metric",)
    adjustable: ClassVar[Sequence[str]] = ("max", "min")

    def verify(self, where: Where) -> None:
        """A score needs a bound."""
        if "max" not in self.spec and "min" not in self.spec:
            raise where.wrong(f"{self.id}: a measure rule needs max or min")

    def check(self, story: Story) -> Iterator[Finding]:
        """The score of the rule's zones, read as one text."""
        zones = list(story.of(*self.zones))
        text = "\n\n".join(zone.text for zone in zones)
        if story.language != "en" or len(text.split()) < LEAST_WORDS:
            return
        score = self._score(text)
        most, least = self.value("max"), self.value("min")
        if (most is not None and score > most) or (least is not None and score < least):
            bound = most if most is not None and score > most else least
            first = zones[0].span
            yield self.finding(Span(*first), self.say(score=f"{score:.1f}", max=bound, min=bound, match=""))

    def _score(self, text: str) -> float:
        try:
            with Untimed():  # what a story is given is not for loading dictionaries
                import textstat

                getattr(textstat.textstat, self.spec["metric"])("A word.")
            return float(getattr(textstat.textstat, self.spec["metric"])(text))
        except ImportError as error:
            raise RuleError(f"the rule “{self.id}” needs textstat, which cannot be loaded: {error}") from None
        except LookupError as error:
            hint = "install textstat 0.7.7 or 0.7.8, which carry their dictionary with them"
            raise RuleError(f"textstat lacks its dictionary: {error}".splitlines()[0], hint=hint) from None
