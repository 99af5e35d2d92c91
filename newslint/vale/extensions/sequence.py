"""`extends: sequence`: words of certain forms, or parts of speech, one after another in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from newslint.base.errors import missing, near_miss
from newslint.base.record import NamedTuple
from newslint.base.schema import Where, show
from newslint.base.typed import Any
from newslint.matcher.heads import Found, Source
from newslint.vale.actions import suggestions
from newslint.vale.blocks import Block, Memory
from newslint.vale.extensions.base import NO_WORD, Alert, Extension, compiled_by_hand, plain
from newslint.vale.tagging import EXTRA, is_there, tags_of
from newslint.vale.tokens import Token, tokens

_KEYS = ("pattern", "tag", "skip", "negate")
_MOST_STEPS = 200


class _Step(NamedTuple):
    """What a word of the sequence must be, or may: of those that may be skipped there is one each."""

    source: Source | None
    form: re.Pattern[str] | None
    tag: re.Pattern[str] | None
    negate: bool
    skip: int
    optional: bool = False
    first: bool = False  # of its token's

    def fits(self, word: str, tag: str) -> bool:
        """Whether a word is as it must be."""
        of_tag = (self.tag is None or self.tag.search(tag) is not None) != self.negate
        if self.form is None:
            return of_tag
        of_form = (self.form.search(word) is not None) != self.negate
        return of_form and (self.tag is None or of_tag)


class Steps(Extension):
    """Steps, matched round the first that has a pattern and is not negated.

    As in Vale 3.15 a step that may be skipped ends the sequence on its side where it fits. Alerts stand where the
    words do, also where these are not parted by single blanks: such Vale loses.
    """

    name = "sequence"
    keys = {"tokens": list, "ignorecase": bool}
    nested = frozenset(("tokens",))
    scope = "sentence"

    def patterns(self) -> Sequence[Source]:
        """The pattern of the step that the others are counted from; raises RuleError."""
        given = self.spec.data.get("tokens")
        if not isinstance(given, list) or not given:
            raise self.spec.wrong("tokens", f"{self.spec.id} has no `tokens`", "write tokens: [{pattern: very}]")
        self._steps = [step for n, each in enumerate(given) for step in self._made(n, each)]
        if len(self._steps) > _MOST_STEPS:
            raise self.spec.wrong("tokens", f"{self.spec.id}: the sequence is longer than {_MOST_STEPS} words")
        self._anchor = next((n for n, step in enumerate(self._steps) if step.form and not step.negate), -1)
        if self._anchor < 0:
            said = f"{self.spec.id} would never find anything: none of its tokens has a pattern"
            raise self.spec.wrong("tokens", said, "give one that is not negated a `pattern`")
        self._tagged = any(step.tag for step in self._steps)
        if self._tagged and not is_there():
            absent = missing(f"{self.spec.id} asks for parts of speech, which need a tagger", EXTRA)
            raise self.spec.wrong("tokens", absent.message, absent.hint)
        source = self._steps[self._anchor].source
        return (source,) if source else ()

    def _made(self, number: int, given: Any) -> Iterator[_Step]:
        """The steps of a token: those that may be skipped, and the one that may not."""
        where = self.spec.where.at("tokens", number)
        if not isinstance(given, Mapping):
            raise where.wrong(f"{self.spec.id}: expected pattern, tag, skip or negate, found {show(given)}")
        for key in given:
            if key not in _KEYS:
                raise where.at(key).wrong(f"{self.spec.id}: unknown key “{key}”", near_miss(str(key), _KEYS))
        pattern, tag = plain(given.get("pattern")), plain(given.get("tag"))
        case = "(?i)" * self.spec.flag("ignorecase")
        source = self.written(case + NO_WORD.replace("%s", pattern, 1), "tokens") if pattern else None
        step = _Step(
            source,
            compiled_by_hand(source) if source else None,
            self.compiled(tag, "tokens") if tag else None,
            given.get("negate") in (True, "true"),
            self._skip(given, where),
        )
        for n in range(step.skip):
            yield step._replace(optional=True, first=n == 0)
        if pattern or tag:
            yield step._replace(first=step.skip == 1)

    def _skip(self, given: Mapping[str, Any], where: Where) -> int:
        skip = given.get("skip", 0)
        if not isinstance(skip, int) or not 0 <= skip <= _MOST_STEPS:
            said = (
                f"{self.spec.id}: expected a number of words from 0 to {_MOST_STEPS} after `skip`, found {show(skip)}"
            )
            raise where.at("skip").wrong(said)
        return int(skip)

    def alerts(self, block: Block, found: Sequence[Sequence[Found]], memory: Memory) -> Iterator[Alert]:
        """An alert at each place where the steps follow one another."""
        words = tokens(block.text)
        tags = tags_of(tuple(word.text for word in words)) if self._tagged else [""] * len(words)
        anchor = self._steps[self._anchor]
        places = (n for n, word in enumerate(words) if anchor.fits(word.text, tags[n]))
        for place, _ in zip(places, found[0], strict=False):  # as Vale: one place for each match of its pattern
            if reach := self._reach(place, words, tags):
                first, last = reach
                start, end = words[first].start, words[last].end
                match = block.text[start:end]
                said = self.say(*(word.text for word in words[first : last + 1]))
                yield Alert(start, end, match, said, suggestions(self.spec.action, match))

    def _reach(self, place: int, words: Sequence[Token], tags: Sequence[str]) -> tuple[int, int] | None:
        """The first and the last word of the sequence round a place; None where it does not stand there."""
        first, last = place, place
        for n in range(1, self._anchor + 1):
            at, step = place - n, self._steps[self._anchor - n]
            if at < 0:
                return None
            first = at
            # From right to left, the one that may not be skipped comes first of its token's.
            optional = not step.first if step.skip else step.optional
            if step.fits(words[at].text, tags[at]) == optional:
                if not optional:
                    return None
                break
        for n, step in enumerate(self._steps[self._anchor :]):
            at = place + n
            if at >= len(words):
                return None
            last = at
            if step.fits(words[at].text, tags[at]) == step.optional:
                if not step.optional:
                    return None
                break
        return first, last
