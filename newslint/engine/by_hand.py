"""A text that somebody goes through finding by finding: what is found now, what was decided, and what was changed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate

from newslint.analyses.quotes.quotes import contents
from newslint.base.record import NamedTuple
from newslint.base.showing import showable
from newslint.base.text import Span
from newslint.engine._trace import Trace
from newslint.engine.fixing import MAX_ROUNDS, FixedText, apply, choose
from newslint.engine.guard import sparing
from newslint.model.cleaned import Prose, judged
from newslint.model.finding import Edit, Finding, Fix
from newslint.model.ignores import as_one_line
from newslint.model.story import Story

MOST_WRITTEN = 200  # code points that somebody may write anew on a line

Checked = Sequence[tuple[Story, Sequence[Finding]]]  # the stories of a text, and what is found in each


class Refused(Exception):
    """What somebody asked for cannot be done; its text is the reason, in an editor's words."""


class Seen(NamedTuple):
    """A finding, and the story in which it was found."""

    story: Story
    finding: Finding


class Words(NamedTuple):
    """What may be written anew: its place in the source, how it reads now, and how it would with the fix."""

    span: Span
    now: str
    fixed: str


class ByHand:
    """A text in hand. After each change it is checked again, so that what is asked next stands where it is said to.

    `check` reads and checks a text; `is_asked` tells which findings of the first text are to be decided on. What only
    a change brings about is asked as well.
    """

    def __init__(self, text: str, check: Callable[[str], Checked], is_asked: Callable[[Finding], bool]) -> None:
        self.text = text
        self._check = check
        self._trace = Trace(text)
        self._made: Counter[str] = Counter()
        self._checked = check(text)
        self._left = {_key(seen.finding) for seen in self._found() if not is_asked(seen.finding)}

    def _found(self) -> Iterator[Seen]:
        return (Seen(story, finding) for story, findings in self._checked for finding in findings)

    def waiting(self, *, every: bool = False) -> list[Seen]:
        """The findings that are not decided on, in order: those with a fix, or `every` one."""
        return [
            seen for seen in self._found() if (every or seen.finding.fixes) and _key(seen.finding) not in self._left
        ]

    def leave(self, *left: Seen) -> None:
        """Leave findings as they are, and ask of them no more."""
        self._left.update(_key(seen.finding) for seen in left)

    def make(self, seen: Seen) -> None:
        """Make the first fix of a finding; raises Refused where it would change nothing."""
        chosen = choose([seen.finding], True, self.text)
        if not chosen.edits:
            raise Refused("this fix would change nothing")
        self._change(chosen.edits)
        self._made[seen.finding.rule] += 1

    def make_all(self, *, offers: bool = False) -> int:
        """Make all safe fixes that wait (with `offers` every one), and those that they lead to; return how many."""
        texts, made = {self.text}, 0
        for _ in range(MAX_ROUNDS):
            chosen = choose([seen.finding for seen in self.waiting()], offers, self.text)
            if not chosen.edits or apply(self.text, chosen.edits) in texts:  # rules may undo one another
                break
            self._change(chosen.edits)
            texts.add(self.text)
            self._made.update(finding.rule for finding in chosen.findings)
            made += len(chosen.findings)
        return made

    def words(self, seen: Seen) -> Words | None:
        """What somebody may write anew for a finding: what it marks, with all that its fix would change.

        None where that cannot be written on one short line. A line end in it reads as a space.
        """
        edits = choose([seen.finding], True, self.text).edits
        spans = [seen.finding.span, *(edit.span for edit in edits)]
        span = Span(min(span.start for span in spans), max(span.end for span in spans))
        if span.end - span.start > MOST_WRITTEN:
            return None
        written = self.text[span.start : span.end]
        now = _prose_of(seen.story, span) if seen.story.markup else _on_one_line(seen.story, span, written)
        if now is None or showable(now) != now:
            return None
        if len(now) != len(written):  # signs that are written otherwise
            return Words(span, now, now)
        inside = [Edit(Span(e.span.start - span.start, e.span.end - span.start), e.text) for e in edits]
        fixed = apply(now, inside)
        plain = showable(fixed) == fixed and not (seen.story.markup and set("&<\\") & set(fixed))
        return Words(span, now, fixed if plain else now)

    def write(self, seen: Seen, text: str) -> None:
        """Put other words in the place of those that `words` gives.

        Raises Refused where no fix might do that: inside a quotation, or where it would break the story's markup.
        """
        words = self.words(seen)
        if words is None:
            raise Refused("it cannot be written anew on one line: change it in the file")
        if showable(text) != text:
            raise Refused("there are signs in it that are not seen: leave them out")
        if text == words.now:
            raise Refused("these words stand there already")
        if not seen.story.source.takes(text):
            raise Refused("the file's encoding does not have all of its signs: save it as UTF-8 first")
        edits = _edits(seen.story, words, text)
        if not edits:
            raise Refused("it would change what somebody said, or the story's markup: change it in the file")
        self._change(edits, keeps_quotations=True)
        self._made[seen.finding.rule] += 1

    def put_in(self, text: str) -> None:
        """Take another text in the place of this one: one that is the same but for what was put in at a place."""
        self._change([_difference(self.text, text)])

    def fixed(self) -> FixedText:
        """The text as it is now, and how often each rule's findings changed it."""
        return FixedText(self.text, tuple(sorted(self._made.items())), (), self._trace.edits())

    def _change(self, edits: Sequence[Edit], *, keeps_quotations: bool = False) -> None:
        text = apply(self.text, edits)
        checked = self._check(text)
        if keeps_quotations and _quoted(self._checked) - _quoted(checked):
            raise Refused("it would change what somebody is quoted as saying: change it in the file")
        moves = _Moves(edits)
        self._left = {(rule, moves.span(span)) for rule, span in self._left}
        self._trace.follow(edits)
        self.text, self._checked = text, checked


def _key(finding: Finding) -> tuple[str, Span]:
    return finding.rule, finding.span


class _Moves:
    """Where things stand after edits that are in order, none over another."""

    def __init__(self, edits: Iterable[Edit]) -> None:
        self._edits = sorted(edits)
        self._starts = [edit.span.start for edit in self._edits]
        grown = (len(edit.text) - (edit.span.end - edit.span.start) for edit in self._edits)
        self._grown = [0, *accumulate(grown)]

    def span(self, span: Span) -> Span:
        """A span after the edits; one that ends inside an edit ends behind it."""
        start = self._place(span.start, bisect_right(self._starts, span.start), is_end=False)
        end = self._place(span.end, bisect_left(self._starts, span.end), is_end=True)
        return Span(start, max(start, end))

    def _place(self, at: int, n: int, *, is_end: bool) -> int:
        if n and self._edits[n - 1].span.end > at:
            edit = self._edits[n - 1]
            return edit.span.start + self._grown[n - 1] + (len(edit.text) if is_end else 0)
        return at + self._grown[n]


def _quoted(checked: Checked) -> Counter[str]:
    """What is quoted in the stories of a text."""
    return Counter(
        as_one_line(told.source.text[span.start : span.end])
        for told in (judged(story) for story, _ in checked)
        for span in told.get(contents)
    )


def _prose_place(story: Story, span: Span) -> Span | None:
    """Where a stretch of the source stands in the prose of a story with markup; None where it is not prose alone."""
    zone = story.zone_at(span.start)
    if zone is None or span.end > zone.span.end or not zone.is_prose(span):
        return None
    inside = zone.from_source(span)
    if zone.to_source(*inside) != span:
        return None
    at = story.prose.starts[story.zones.index(zone)]
    return Span(at + inside.start, at + inside.end)


def _prose_of(story: Story, span: Span) -> str | None:
    place = _prose_place(story, span)
    return None if place is None else story.prose.text[place.start : place.end]


def _on_one_line(story: Story, span: Span, written: str) -> str | None:
    """Words of a story without markup, a line end in them as a space; None where that is no line end of copy."""
    if "\n" not in written:
        return written
    zone, line = story.zone_at(span.start), written.replace("\n", " ")
    if "\r" in written or zone is None or span.end > zone.span.end:
        return None
    prose = zone.text[slice(*zone.from_source(span))]
    return line if prose.replace("\n", " ") == line else None  # no sign of a quoted block, no indent


def _edits(story: Story, words: Words, text: str) -> list[Edit]:
    """The edits of the source that put another text in the place of words; none where a fix might not make them."""
    place = _prose_place(story, words.span) if story.markup else words.span
    if place is None:
        return []
    (start, end), new = _difference(words.now, text)
    edit = Edit(Span(place.start + start, place.start + end), new)
    told = judged(story)
    spared = [each for fix in sparing([Fix("", (edit,))], told) for each in fix.edits]
    if not isinstance(told.source, Prose):
        return spared
    return [each for prose in spared for each in told.source.edits(prose) or ()]


def _difference(old: str, new: str) -> Edit:
    """The one edit that leads from one text to another."""
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    return Edit(Span(head, len(old) - tail), new[head : len(new) - tail])


def _shared(one: str, other: str) -> int:
    """How many code points two texts begin alike with."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
