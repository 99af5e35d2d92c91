"""One of several right forms: the house's where it has one, else the form that the story uses most."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from newslint.analyses.text.scanning import scan
from newslint.base.lazy import pattern
from newslint.base.schema import Flag, MapOf, Shape, Text, Where
from newslint.base.text import Span
from newslint.base.typed import Any, ClassVar, Self
from newslint.kinds.base import CASE, EXCEPT, WORDS, Hit, KindRule, patience
from newslint.matcher import Needle, compile_pattern, groups_at
from newslint.model.finding import Edit, Finding, Fix, Related
from newslint.model.story import Story

_SLOT = pattern(r"\{(\w+)\}")


class Choice(KindRule):
    """One finding for each story: the first place of an odd form, the others related, one fix for all."""

    fills: ClassVar[Sequence[str]] = ("match", "replacement")
    keys: ClassVar[Mapping[str, Shape]] = {
        "slots": MapOf(Text()).described("Patterns for what varies in a form, by name."),
        "forms": MapOf(WORDS).described("The right forms by name, with {slots}."),
        "parallel": Flag().described("Whether the words of each form answer those of the others, in their order."),
        "except": EXCEPT,
        "axis": Text().described("The name this choice has in `style:` (default: the rule's id)."),
        "case": CASE,
    }
    required: ClassVar[Sequence[str]] = ("forms",)
    forms: tuple[str, ...] = ()

    @classmethod
    def build(cls, spec: Mapping[str, Any], common: Mapping[str, Any], where: Where) -> Self:
        """A rule whose axis (its id, unless the file names one) takes the names of its forms."""
        rule = super().build(spec, common, where)
        return rule.with_(axis=spec.get("axis", rule.id), forms=tuple(spec["forms"]))

    def verify(self, where: Where) -> None:
        """Every slot of a form must be defined."""
        if len(self.spec["forms"]) < 2:
            raise where.at("forms").wrong(f"{self.id}: a choice needs at least two forms")
        counts = [len(literals) for literals in self.spec["forms"].values()]
        for name, literals in self.spec["forms"].items():
            if self.spec.get("parallel") and len(literals) != counts[0]:
                raise where.at("forms", name).wrong(
                    f"{self.id}: with `parallel`, each form has as many words: {counts[0]}, not {len(literals)}"
                )
            for literal in literals:
                unknown = set(_SLOT.findall(literal)) - set(self.spec.get("slots", {}))
                if unknown:
                    raise where.at("forms", name).wrong(f"the slot {{{min(unknown)}}} is not defined under slots")

    def place_of(self, needle: int, where: Where) -> Where:
        """The form whose pattern is at fault, or the exceptions."""
        written = self._written()
        return where.at("forms", written[needle][0]) if needle < len(written) else where.at("except")

    def _written(self) -> list[tuple[str, int, str]]:
        """Each way of writing a form: the form's name, its number there, the words."""
        return [
            (name, n, literal) for name, literals in self.spec["forms"].items() for n, literal in enumerate(literals)
        ]

    def needles(self) -> Sequence[Needle]:
        """One pattern for each way of writing each form, then the exceptions."""
        case = bool(self.value("case", True))
        found = [Needle(self._pattern(literal), pattern=True, case=case) for _, _, literal in self._written()]
        return [*found, *(Needle(term, case=case) for term in self.spec.get("except", ()))]

    def _pattern(self, literal: str) -> str:
        slots = self.spec.get("slots", {})
        parts = [
            f"(?P<{part}>{slots[part]})" if n % 2 else re.escape(part).replace(r"\ ", "[ \u00a0]")
            for n, part in enumerate(_SLOT.split(literal))
        ]
        first, last = literal[0], literal[-1]
        return (
            (r"(?<!\w)" if first.isalnum() or first == "{" else "")
            + "".join(parts)
            + (r"(?!\w)" if last.isalnum() or last == "}" else "")
        )

    def uses(self, story: Story) -> Iterator[tuple[str, Span]]:
        """The form of each place, looked for without the one scan: whoever asks has no other rule to run."""
        written = self._written()
        found = [
            Hit(n, hit.zone, hit.start, hit.end)
            for n, needle in enumerate(self.needles())
            for hit in scan(story, compile_pattern(_as_pattern(needle)), self.zones)
        ]
        found.sort(key=lambda hit: (hit.zone.span.start, hit.start, -hit.end))
        for hit in self.without_overlaps(found, len(written)):
            yield written[hit.needle][0], hit.span

    def judge(self, story: Story, hits: Sequence[Hit]) -> Iterator[Finding]:
        """The places whose form is not the house's, or not the story's own."""
        written = self._written()
        found = [(hit, written[hit.needle][0]) for hit in self.without_overlaps(hits, len(written))]
        right = self.house(story) or self._majority([name for _, name in found])
        odd = [hit for hit, name in found if name != right]
        if not odd or right is None:
            return
        edits = tuple(Edit(hit.span, self._rewritten(story, hit, right)) for hit in odd)
        first = odd[0]
        times = f" ({len(odd)} places)" if len(odd) > 1 else ""
        yield self.finding(
            first.span,
            self.say(match=first.text, replacement=edits[0].text),
            related=[Related(hit.span, "here too") for hit in odd[1:]],
            fixes=(Fix(f"Write “{edits[0].text}”{times}", edits, self.safety),),
        )

    @staticmethod
    def _majority(names: list[str]) -> str | None:
        """The form used most (a tie: the one used first); none where all are the same."""
        counts = Counter(names)
        return counts.most_common(1)[0][0] if len(counts) > 1 else None

    def _rewritten(self, story: Story, hit: Hit, form: str) -> str:
        found = groups_at(self.needles()[hit.needle], hit.zone.text, hit.start, story.get(patience))
        slots = found[1] if found else {}
        n = self._written()[hit.needle][1] if self.spec.get("parallel") else 0
        return _SLOT.sub(lambda m: slots.get(m[1]) or "", self.spec["forms"][form][n])


def _as_pattern(needle: Needle) -> Needle:
    return needle if needle.pattern else Needle(re.escape(needle.text), pattern=True, case=needle.case)
