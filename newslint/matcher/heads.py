"""Many patterns over one text: each is tried where one of the words stands that its matches begin with, or need.

`Matcher` gives all places of all needles, for rules that look into zones; this gives the matches of each pattern as
`re.finditer` has them, in order and none over another, in all of a text or in part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from time import thread_time

from newslint.base import kept_patterns
from newslint.base.record import NamedTuple
from newslint.base.typed import Any
from newslint.matcher._automaton import Automaton
from newslint.matcher._heads import Reading, readings_of
from newslint.matcher._patterns import Patience
from newslint.matcher._text import cast, is_word, shadow

_STEPS = 1e9  # counted at worst, that `re` may take on one stretch: a second or so, when a story is stopped anyway
_UNWATCHED = 1e6  # steps of `re` between two looks at the clock


class Source(NamedTuple):
    """A pattern as Python writes it.

    One that is not `plain` is for the package `regex`, as `re` cannot have it; `loose` is one for `re` that matches
    wherever it does.
    """

    text: str
    flags: int = 0
    plain: bool = True
    loose: str = ""


_WORDS = re.compile(r"[(?:]*(?:\\b)?[(?:]*(?:\\w|\[\\w\])\+\)*(?:\\b)?\)*")

Found = tuple[int, int, int | None]  # where a match starts and ends, and the last group that it filled


class Pattern:
    """One pattern, ready to be tried at a place."""

    def __init__(self, source: Source, reading: Reading | None) -> None:
        self.source = source
        self.reading = reading
        self.local = source.plain and reading is not None and reading.local
        self._tail = reading.tail if reading else ""
        self._steps, self._degree = (reading.plan.steps, reading.plan.degree) if reading else (_STEPS, 1)

    def _work(self, length: int) -> float:
        """The most steps that looking for it in a text of so many characters takes."""
        return self._steps * float(length) ** (self._degree + 1)

    @cached_property
    def _plain(self) -> re.Pattern[str]:
        return kept_patterns.compiled(self.source.text, self.source.flags)

    @cached_property
    def _counting(self) -> re.Pattern[str]:
        """What matches as often: whole words are found sooner where nothing is said of their edges."""
        return kept_patterns.compiled(r"\w+", 0) if _WORDS.fullmatch(self.source.text) else self._plain

    @cached_property
    def _ending(self) -> re.Pattern[str]:
        return kept_patterns.compiled(self._tail, self.source.flags)

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
        if self._tail and reading:
            if reading.one_line and self.local and "\n" in text:
                return self._line_by_line(text, patience)
            if not self._ending.search(text):
                return []
        if reading is None or not self.source.plain or (steps := self._work(len(text))) > _STEPS:
            return self._slowly(text, patience)
        if patience.lets_pass(steps):
            return [(*m.span(), m.lastindex) for m in self._plain.finditer(text)]
        began = thread_time()
        found = [(*m.span(), m.lastindex) for m in self._plain.finditer(text)]
        patience.take(self.source.text, began)
        return found

    def _line_by_line(self, text: str, patience: Patience) -> list[Found]:
        """The same where no match goes over the end of a line: in the lines that have what a match ends with."""
        found: list[Found] = []
        end = -1
        for m in self._ending.finditer(text):
            if m.end() <= end:
                continue
            start = text.rfind("\n", 0, m.start()) + 1
            end = text.find("\n", m.end())
            end = end if end >= 0 else len(text)
            found += [(a + start, b + start, group) for a, b, group in self.all_in(text[start:end], patience)]
        return found

    def one_by_one(self, text: str, patience: Patience) -> Iterator[Found]:
        """The matches in a text, each looked for when it is asked for; raises TooSlow."""
        if self.source.plain and self._work(len(text)) <= _UNWATCHED:
            for m in self._plain.finditer(text):
                yield *m.span(), m.lastindex
        else:
            yield from self.all_in(text, patience)

    def count(self, text: str, patience: Patience) -> int:
        """How many matches there are in a text; raises TooSlow."""
        if self.source.plain and self._work(len(text)) <= _UNWATCHED:
            return len(self._counting.findall(text))
        return len(self.all_in(text, patience))

    def _slowly(self, text: str, patience: Patience) -> list[Found]:
        began = thread_time()
        try:
            found = [(*m.span(), m.lastindex) for m in self._stoppable.finditer(text, timeout=patience.left)]
        except TimeoutError:
            patience.take(self.source.text, began)
            raise patience.spent() from None
        patience.take(self.source.text, began)
        return found

    def at(self, text: str, places: Sequence[int], patience: Patience) -> list[Found]:
        """What `finditer` gives where matches begin at some of these places (in order) and nowhere else.

        Raises TooSlow.
        """
        if self._degree and len(places) * self._steps * float(len(text)) ** self._degree > _STEPS:
            return self.all_in(text, patience)
        match, found, last = self._plain.match, [], 0
        for place in places:
            if place >= last and (m := match(text, place)):
                last = m.end()
                found.append((place, last, m.lastindex))
        return found

    def is_quick_in(self, length: int) -> bool:
        """Whether looking for it in a text of so many characters cannot take long, line by line if need be."""
        if self.reading is None or not self.source.plain:
            return False
        by_lines = bool(self._tail) and self.reading.one_line and self.local
        return by_lines or self._work(length) <= _STEPS


class Patterns:
    """Many patterns, to be found in one text after another."""

    def __init__(self, sources: Sequence[Source], *, plain: bool = False) -> None:
        """With `plain`, in pure Python. The patterns are as `re` or `regex` can compile them."""
        known = [each for each in sources if each.plain or each.loose]
        read = iter(readings_of([(each.text if each.plain else each.loose, each.flags) for each in known]))
        self.patterns = [Pattern(each, next(read) if each.plain or each.loose else None) for each in sources]
        self._opens: list[tuple[int, int, int]] = []  # a pattern by number, how far into a literal it begins
        literals: dict[str, list[tuple[int, int]]] = {}
        for n, each in enumerate(self.patterns):
            if each.reading and each.source.plain:
                for head, lead in each.reading.heads:
                    literals.setdefault(head, []).append((n, lead - 1))
        self._behind = list(literals.values())
        self._literals = [literal.encode("latin-1") for literal in literals]
        self._automaton = Automaton(self._literals, plain=plain)
        self.by_heads = {n for opened in self._behind for n, _ in opened}
        self._others = {
            n: [word.encode("latin-1") for word in each.reading.others]
            for n, each in enumerate(self.patterns)
            if each.reading and each.reading.others
        }
        self._gates = [_gates(each) for each in self.patterns]
        self._of_words = _Opened([(n, words) for n, (words, _) in enumerate(self._gates)], plain=plain)
        bare = [(n, [each.lstrip(b"\n") for each in casts]) for n, (_, casts) in enumerate(self._gates)]
        self._of_casts = _Opened(bare, plain=plain)
        self._edged = {n for n, (_, casts) in enumerate(self._gates) if any(each[:1] == b"\n" for each in casts)}
        self._ungated = {n for n, gates in enumerate(self._gates) if gates == ([], []) and n not in self.by_heads}

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
            for at in _all_places(shade, literal):
                yield n, at

    def opened(self, shade: bytes, casted: bytes) -> set[int]:
        """The gated patterns of which a text, by its shadow and its cast, has a literal, wherever a line begins."""
        return self._of_words.there(shade) | self._of_casts.there(casted)

    def active(self, matches: Matches) -> set[int]:
        """The patterns that may match in a text or a part of it."""
        found = self._ungated | matches.opened
        found.difference_update(self.by_heads)
        found.update(matches.begun)
        found.update(n for n in self._others if not self.goes_by_heads(n, matches.shade))
        return found

    def is_edged(self, n: int) -> bool:
        """Whether a pattern matches where a line begins alone."""
        return n in self._edged

    def goes_by_heads(self, n: int, shade: bytes) -> bool:
        """Whether a pattern matches in a text, by its shadow between two spaces, at its heads alone."""
        if n not in self.by_heads:
            return False
        others = self._others.get(n)
        return not others or not any(word in shade for word in others)

    def gates(self, n: int) -> tuple[list[bytes], list[bytes]]:
        """The literals of which a pattern needs one: in a shadow, or else in a cast."""
        return self._gates[n]

    def is_gated(self, n: int) -> bool:
        """Whether a pattern is known to need some literal."""
        return self._gates[n] != ([], [])

    def may_stand(self, n: int, shade: bytes, casted: bytes) -> bool:
        """Whether a text, by its shadow and its cast, has one of the literals that a pattern needs."""
        words, casts = self._gates[n]
        if words:
            return any(word in shade for word in words)
        return not casts or any(literal in casted for literal in casts)


class _Opened:
    """Literals and the patterns that each opens."""

    def __init__(self, gated: Iterable[tuple[int, Sequence[bytes]]], *, plain: bool) -> None:
        behind: dict[bytes, list[int]] = {}
        for n, literals in gated:
            for literal in literals:
                behind.setdefault(literal, []).append(n)
        self._literals = [*behind]
        self._behind = [*behind.values()]
        self._automaton = Automaton(self._literals, plain=plain)

    def there(self, text: bytes) -> set[int]:
        """The patterns of which a literal stands in a text."""
        seen = self._automaton.places(text)
        if seen is None:
            numbers: Iterable[int] = (n for n, each in enumerate(self._literals) if each in text)
        else:
            numbers = {n for n, _ in seen}
        return set().union(*[self._behind[n] for n in numbers])


def _all_places(text: bytes, literal: bytes) -> Iterator[int]:
    """Where a literal stands."""
    at = text.find(literal)
    while at >= 0:
        yield at
        at = text.find(literal, at + 1)


def _gates(pattern: Pattern) -> tuple[list[bytes], list[bytes]]:
    """The literals that a pattern needs: in a shadow between two spaces, in a cast between two line breaks."""
    if pattern.reading is None:
        return [], []
    plan = pattern.reading.plan
    casts = [literal.encode("latin-1") for literal in plan.cast]
    return [word.encode("latin-1") for word in plan.gate], casts if all(each.strip(b"\n") for each in casts) else []


class Matches:
    """What some patterns match in one text."""

    def __init__(self, patterns: Patterns, text: str, patience: Patience, original: str) -> None:
        self._all = patterns
        self.text = text
        self._original = original
        self.patience = patience
        self.shade = b" " + shadow(text) + b" "
        self.begun = patterns.places(self.shade)
        self._found: dict[int, list[Found]] = {}
        self._near: dict[int, list[int] | None] = {}

    @cached_property
    def _cast(self) -> bytes:
        return b"\n" + cast(self.text) + b"\n"

    def may_begin(self, n: int) -> list[int] | None:
        """Where, about, a pattern may match: each match has one of these places in it or beside it, in order.

        None where it may match anywhere.
        """
        if self._all.goes_by_heads(n, self.shade):
            return self.begun.get(n, [])
        if not self._all.is_gated(n):
            return None
        if n not in self._near:
            words, casts = self._all.gates(n)
            text, literals = (self.shade, words) if words else (self._cast, [each.lstrip(b"\n") for each in casts])
            places = {at - 1 for each in literals for at in _all_places(text, each)} if all(literals) else None
            self._near[n] = None if places is None else sorted(places)
        return self._near[n]

    def _may_stand(self, n: int, start: int, end: int) -> bool:
        """Whether a part of the text has what a pattern needs."""
        if not self._all.is_gated(n):
            return True
        shade, casted = self.shade[start + 1 : end + 1], self._cast[start + 1 : end + 1]
        return self._all.may_stand(n, b" " + shade + b" ", b"\n" + casted + b"\n")

    def is_local(self, n: int) -> bool:
        """Whether a pattern looks at nothing beyond what it matches but for the letters beside it."""
        return self._all.patterns[n].local

    def is_quick(self, n: int) -> bool:
        """Whether a pattern cannot take long in a text of this size, or is looked for line by line."""
        return self._all.patterns[n].is_quick_in(len(self.text))

    @cached_property
    def opened(self) -> set[int]:
        """The gated patterns of which the text has a literal."""
        return self._all.opened(self.shade, self._cast)

    @cached_property
    def active(self) -> set[int]:
        """The patterns, by number, that may match in the text or a part of it."""
        return self._all.active(self)

    def everywhere(self, n: int) -> list[Found]:
        """The matches of a pattern, by number, in all of the text; raises TooSlow."""
        if n not in self._found:
            self._found[n] = self._in_all(n)
        return self._found[n]

    def _in_all(self, n: int) -> list[Found]:
        pattern = self._all.patterns[n]
        if self._all.goes_by_heads(n, self.shade):
            places = self.begun.get(n)
            return pattern.at(self.text, places, self.patience) if places else []
        if self._all.is_gated(n) and n not in self.opened:
            return []
        if self._all.is_edged(n) and not self._all.may_stand(n, self.shade, self._cast):
            return []
        return pattern.all_in(self._seen_by(pattern), self.patience)

    def _seen_by(self, pattern: Pattern) -> str:
        return self.text if pattern.source.plain else self._original

    def one_by_one(self, n: int, text: str) -> Iterator[Found]:
        """The matches of a pattern in a text, each looked for when it is asked for; raises TooSlow."""
        return self._all.patterns[n].one_by_one(text, self.patience)

    def count(self, n: int, start: int, end: int) -> int:
        """How many matches of a pattern there are in a part of the text; raises TooSlow."""
        pattern = self._all.patterns[n]
        if not self._may_stand(n, start, end):
            return 0
        return pattern.count(self._seen_by(pattern)[start:end], self.patience)

    def within(self, n: int, start: int, end: int, *, sought: bool = False) -> list[Found]:
        """The matches of a pattern in a part of the text, as if it were all there is; raises TooSlow.

        A part may have been `sought` out by what the pattern needs.
        """
        pattern = self._all.patterns[n]
        if self._cuts_word(start) or self._cuts_word(end):  # words are in the part that are none in the whole
            found = pattern.all_in(self._seen_by(pattern)[start:end], self.patience)
        elif self._all.goes_by_heads(n, self.shade):
            places = self.begun.get(n)
            inside = [at - start for at in places if start <= at < end] if places else []
            found = pattern.at(self.text[start:end], inside, self.patience) if inside else []
        elif not sought and not self._may_stand(n, start, end):
            return []
        else:
            found = pattern.all_in(self._seen_by(pattern)[start:end], self.patience)
        return [(a + start, b + start, group) for a, b, group in found] if start else found

    def _cuts_word(self, at: int) -> bool:
        """Whether a place lies within a word."""
        text = self.text
        return 0 < at < len(text) and is_word(text[at - 1]) and is_word(text[at])
