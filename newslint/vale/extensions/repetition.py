"""`extends: repetition`: a token that follows itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from operator import eq

from newslint.matcher.heads import Found, Source
from newslint.vale.actions import suggestions
from newslint.vale.blocks import Block, Memory
from newslint.vale.extensions.base import Alert, Extension
from newslint.vale.sentences import ends


class Repetition(Extension):
    """Tokens that may follow one another only so many times within a sentence."""

    name = "repetition"
    keys = {
        "tokens": list, "max": int, "ignorecase": bool, "alpha": bool, "vocab": bool, "exceptions": list,
    }  # fmt: skip

    def patterns(self) -> Sequence[Source]:
        """The tokens as one pattern."""
        text = f"({'|'.join(self.spec.texts('tokens'))})"
        return (self.written("(?i)" * self.spec.flag("ignorecase") + text, "tokens"),)

    def may_tell(self, text: str) -> bool:
        """Whether, where tokens are what stands between spaces, one stands twice in a row."""
        if not self._is_of_runs:
            return True
        runs = (text.casefold() if self.spec.flag("ignorecase") else text).split()
        return any(map(eq, runs, runs[1:]))

    @cached_property
    def _is_of_runs(self) -> bool:
        return [*self.spec.texts("tokens")] in ([r"[^\s]+"], [r"\S+"])

    def alerts(self, block: Block, found: Sequence[Sequence[Found]], memory: Memory) -> Iterator[Alert]:
        """An alert where a token has followed itself more often than it may."""
        text, small = block.text, self.spec.flag("ignorecase")
        most, alpha = self.spec.number("max"), self.spec.flag("alpha")
        before, since, times = "", 0, 0
        for start, end, _ in found[0]:
            now = text[start:end].strip()
            again = now and (now == before or (small and now.casefold() == before.casefold()))
            if again and (not alpha or now.isalpha()):
                times += 1
                if times > most and self._is_one(text, since, end):
                    match = text[since:end]
                    yield Alert(since, end, match, self.say(now), suggestions(self.spec.action, match))
                    times = 0
            since, before = start, now

    def _is_one(self, text: str, start: int, end: int) -> bool:
        """Whether a stretch is of one sentence and no exception."""
        match = text[start:end]
        if ends(match):
            return False
        return not self.is_exception(match) and not self.is_in_phrase(text, start, end)
