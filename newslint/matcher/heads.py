"""Many patterns over one text: each is tried where one of the words stands that its matches begin with, or need.

`Matcher` gives all places of all needles, for rules that look into zones; this gives the matches of each pattern as
`re.finditer` has them, in order and none over another, in all of a text or in part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from time import thread_time

from newslint.base import kept_patterns
from newslint.base.record import NamedTuple
from newslint.base.typed import Any
from newslint.matcher._automaton import Automaton
from newslint.matcher._heads import Reading, readings_of
from newslint.matcher._patterns import Patience
from newslint.matcher._text import cast, is_word, shadow

_STEPS = 1e8  # counted at worst, that `re`, which nothing can stop, may take on one stretch
_UNWATCHED = 1e6  # steps of `re` between two looks at the clock


class Source(NamedTuple):
    """A pattern as Python writes it. One that is not `plain` is for the package `regex`, as `re` cannot have it."""

    text: str
    flags: int = 0
    plain: bool = True


Found = tuple[int, int, int | None]  # where a match starts and ends, and the last group that it filled


class Pattern:
    """One pattern, ready to be tried at a place."""

    def __init__(self, source: Source, reading: Reading | None) -> None:
        self.source = source
        self.reading = reading
        self.local = reading is not None and reading.local

    @cached_property
    def _plain(self) -> re.Pattern[str]:
        return kept_patterns.compiled(self.source.text, self.source.flags)

    @cached_property
    def _stoppable(self) -> Any:
        import regex  # here, because few patterns need it

        if not self.source.plain:
            return regex.compile(self.source.text, self.source.flags & (re.I | re.M | re.S | re.X) | regex.VERSION0)
        from newslint.matcher._timed import timed

        return timed(self.source.text, self.source.flags)

    def all_in(self, text: str, patience: Patience) -> list[Found]:
        """What `finditer` gives; raises TooSlow."""
        reading = self.reading
        if reading is None or (steps := reading.plan.steps * float(len(text)) ** (reading.plan.degree + 1)) > _STEPS:
            return self._slowly(text, patience)
        if patience.lets_pass(steps):
            return [(*m.span(), m.lastindex) for m in self._plain.finditer(text)]
        began = thread_time()
        found = [(*m.span(), m.lastindex) for m in self._plain.finditer(text)]
        patience.take(self.source.text, began)
        return found

    def _slowly(self, text: str, patience: Patience) -> list[Found]:
        began = thread_time()
        try:
            found = [(*m.span(), m.lastindex) for m in self._stoppable.finditer(text, timeout=patience.left)]
        except TimeoutError:
            patience.take(self.source.text, began)
            raise patience.spent() from None
        patience.take(self.source.text, began)
        return found

    def at(self, text: str, places: Sequence[int]) -> list[Found]:
        """What `finditer` gives where matches begin at some of these places (in order) and nowhere else."""
        match, found, last = self._plain.match, [], 0
        for place in places:
            if place >= last and (m := match(text, place)):
                last = m.end()
                found.append((place, last, m.lastindex))
        return found

    @property
    def is_quick(self) -> bool:
        """Whether trying it at a place cannot take long, whatever stands there."""
        return self.reading is not None and self.reading.plan.degree == 0

    def groups(self, text: str, start: int, patience: Patience) -> Any:
        """The match that begins at a place, as `re` or `regex` gives it."""
        if self.is_quick:
            return self._plain.match(text, start)
        try:
            return self._stoppable.match(text, start, timeout=patience.left)
        except TimeoutError:
            raise patience.spent() from None


class Patterns:
    """Many patterns, to be found in one text after another."""

    def __init__(self, sources: Sequence[Source], *, plain: bool = False) -> None:
        """With `plain`, in pure Python. The patterns are as `re` or `regex` can compile them."""
        read = iter(readings_of([(each.text, each.flags) for each in sources if each.plain]))
        self.patterns = [Pattern(source, next(read) if source.plain else None) for source in sources]
        self._opens: list[tuple[int, int, int]] = []  # a pattern by number, how far into a literal it begins
        literals: dict[str, list[tuple[int, int]]] = {}
        for n, each in enumerate(self.patterns):
            if each.reading and each.is_quick:
                for head, lead in each.reading.heads:
                    literals.setdefault(head, []).append((n, lead - 1))
        self._behind = list(literals.values())
        self._literals = [literal.encode("latin-1") for literal in literals]
        self._automaton = Automaton(self._literals, plain=plain)
        self.by_heads = {n for opened in self._behind for n, _ in opened}
        self._gates = [_gates(each) for each in self.patterns]

    def over(self, text: str, patience: Patience, original: str = "") -> Matches:
        """What matches in a text, worked out pattern by pattern when it is asked for.

        Where `text` has other signs in the place of some, patterns that `re` cannot have see the `original`.
        """
        return Matches(self, text, patience, original or text)

    def places(self, shade: bytes) -> dict[int, list[int]]:
        """Where each pattern that goes by its heads may begin, in order, by its number."""
        found: dict[int, list[int]] = {}
        for n, at in self._seen(shade):
            for pattern, lead in self._behind[n]:
                found.setdefault(pattern, []).append(at + lead)
        for places in found.values():
            places.sort()
        return found

    def _seen(self, shade: bytes) -> Iterator[tuple[int, int]] | list[tuple[int, int]]:
        seen = self._automaton.places(shade)
        return self._one_by_one(shade) if seen is None else seen

    def _one_by_one(self, shade: bytes) -> Iterator[tuple[int, int]]:
        for n, literal in enumerate(self._literals):
            at = shade.find(literal)
            while at >= 0:
                yield n, at
                at = shade.find(literal, at + 1)

    def may_stand(self, n: int, shade: bytes, casted: bytes) -> bool:
        """Whether a text, by its shadow and its cast, has one of the literals that a pattern needs."""
        words, casts = self._gates[n]
        if words:
            return any(word in shade for word in words)
        return not casts or any(literal in casted for literal in casts)


def _gates(pattern: Pattern) -> tuple[list[bytes], list[bytes]]:
    """The literals that a pattern needs, without what would stand beside them: a part of a text may end there."""
    if pattern.reading is None:
        return [], []
    plan = pattern.reading.plan
    words = {word.strip().encode("latin-1") for word in plan.gate}
    casts = {literal.strip("\n ").encode("latin-1") for literal in plan.cast}
    return ([] if b"" in words else sorted(words)), ([] if b"" in casts else sorted(casts))


class Matches:
    """What some patterns match in one text."""

    def __init__(self, patterns: Patterns, text: str, patience: Patience, original: str) -> None:
        self._all = patterns
        self.text = text
        self._original = original
        self.patience = patience
        self._shade = b" " + shadow(text) + b" "
        self._places = patterns.places(self._shade)
        self._found: dict[int, list[Found]] = {}

    @cached_property
    def _cast(self) -> bytes:
        return cast(self.text)

    def is_local(self, n: int) -> bool:
        """Whether a pattern looks at nothing beyond what it matches but for the letters beside it."""
        return self._all.patterns[n].local

    def is_quick(self, n: int) -> bool:
        """Whether a pattern cannot take long in a text of this size."""
        reading = self._all.patterns[n].reading
        return (
            reading is not None and reading.plan.steps * float(len(self.text)) ** (reading.plan.degree + 1) <= _STEPS
        )

    def everywhere(self, n: int) -> list[Found]:
        """The matches of a pattern, by number, in all of the text; raises TooSlow."""
        if n not in self._found:
            self._found[n] = self._in_all(n)
        return self._found[n]

    def _in_all(self, n: int) -> list[Found]:
        pattern = self._all.patterns[n]
        if n in self._all.by_heads:
            places = self._places.get(n)
            return pattern.at(self.text, places) if places else []
        if not self._all.may_stand(n, self._shade, self._cast):
            return []
        return pattern.all_in(self._seen_by(pattern), self.patience)

    def _seen_by(self, pattern: Pattern) -> str:
        return self.text if pattern.source.plain else self._original

    def within(self, n: int, start: int, end: int) -> list[Found]:
        """The matches of a pattern in a part of the text, as if it were all there is; raises TooSlow."""
        pattern = self._all.patterns[n]
        if self._cuts_word(start) or self._cuts_word(end):  # words are in the part that are none in the whole
            found = pattern.all_in(self._seen_by(pattern)[start:end], self.patience)
        elif n in self._all.by_heads:
            places = self._places.get(n)
            inside = [at - start for at in places if start <= at < end] if places else []
            found = pattern.at(self.text[start:end], inside) if inside else []
        elif not self._all.may_stand(n, self._shade[start + 1 : end + 1], self._cast[start:end]):
            return []
        else:
            found = pattern.all_in(self._seen_by(pattern)[start:end], self.patience)
        return [(a + start, b + start, group) for a, b, group in found] if start else found

    def _cuts_word(self, at: int) -> bool:
        """Whether a place lies within a word."""
        text = self.text
        return 0 < at < len(text) and is_word(text[at - 1]) and is_word(text[at])
