"""Write that, not this."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newslint.base.lazy import pattern
from newslint.base.schema import MapOf, Shape, Where
from newslint.base.typed import ClassVar
from newslint.kinds.base import AXIS, CASE, EXCEPT, WORDS, Hit, KindRule, keep_case
from newslint.matcher import Needle
from newslint.model.finding import Edit, Finding, Fix
from newslint.model.story import Story

_ARTICLE = pattern(r"(?<!\w)[Aa]n?\s$")
_VOWELS = tuple("aeiou")


class Substitution(KindRule):
    """Flags each bad form and offers the good one, in the case of what it replaces."""

    fills: ClassVar[Sequence[str]] = ("match", "replacement")
    keys: ClassVar[Mapping[str, Shape]] = {
        "swap": MapOf(WORDS).described("The right form, then those it takes the place of: {good: [bad, bad]}."),
        "except": EXCEPT,
        "case": CASE,
        **AXIS,
    }
    required: ClassVar[Sequence[str]] = ("swap",)

    def verify(self, where: Where) -> None:
        """A form cannot be both good and bad."""
        seen: dict[str, str] = {}
        for good, bad in self.spec["swap"].items():
            for n, term in enumerate(bad):
                if term == good or seen.get(term, good) != good:
                    raise where.at("swap", good, n).wrong(
                        f"“{term}” cannot be replaced by both “{good}” and “{seen.get(term, term)}”"
                    )
                seen[term] = good

    def _pairs(self) -> list[tuple[str, str]]:
        return [(good, bad) for good, terms in self.spec["swap"].items() for bad in terms]

    def needles(self) -> Sequence[Needle]:
        """Every bad form, then the exceptions."""
        case = bool(self.value("case", False))
        found = [Needle(bad, case=case) for _, bad in self._pairs()]
        return [*found, *(Needle(term, case=case) for term in self.spec.get("except", ()))]

    def judge(self, story: Story, hits: Sequence[Hit]) -> Iterator[Finding]:
        """One finding for each place, with the good form as its fix."""
        if not self.speaks_of(story):
            return
        pairs = self._pairs()
        for hit in self.without_overlaps(hits, len(pairs)):
            new = keep_case(pairs[hit.needle][0], hit.text)
            if new == hit.text:
                continue
            fix = Fix(f"Write “{new}”", (Edit(hit.span, new),), self.safety)
            fixes = () if _parts_with_article(hit, new) else (fix,)
            yield self.finding(hit.span, self.say(match=hit.text, replacement=new), fixes=fixes)


def _parts_with_article(hit: Hit, new: str) -> bool:
    """Whether “a” or “an” before a hit would have to change with it: that is for a person to see."""
    is_vowel = [word[:1].lower() in _VOWELS for word in (hit.text, new)]
    return is_vowel[0] != is_vowel[1] and bool(_ARTICLE.search(hit.zone.text, max(0, hit.start - 4), hit.start))
