"""`extends: existence`: words that should not be there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.matcher.heads import Found, Source
from newslint.vale.actions import suggestions
from newslint.vale.blocks import Block, Memory
from newslint.vale.extensions.base import NO_WORD, WORD, Alert, Extension
from newslint.vale.messages import either
from newslint.vale.tries import joined


class Existence(Extension):
    """Tokens, of which each match is an alert."""

    name = "existence"
    apart = True
    keys = {
        "tokens": list, "raw": list, "append": bool, "exceptions": list, "ignorecase": bool, "nonword": bool,
        "vocab": bool,
    }  # fmt: skip

    def patterns(self) -> Sequence[Source]:
        """The tokens as one pattern; nothing where there are none."""
        tokens = [token for token in self.spec.texts("tokens") if token.strip()]
        raw = "".join(self.spec.texts("raw"))
        if not tokens and not raw:
            return ()
        words = not self.spec.flag("nonword") and bool(self.spec.texts("tokens"))
        template = (self.house.word_template or WORD) if words else NO_WORD
        text = template.replace("%s", "|".join(joined(tokens) if words and template == WORD else tokens), 1)
        text = text + raw if self.spec.flag("append") else raw + text
        return (self.written("(?i)" * self.spec.flag("ignorecase") + text, "tokens" if tokens else "raw"),)

    def alerts(self, block: Block, found: Sequence[Sequence[Found]], memory: Memory) -> Iterator[Alert]:
        """An alert at each match that is no exception."""
        text = block.text
        checked = self.exceptions is not None or self.phrases is not None
        for start, end, _ in found[0]:
            match = text[start:end]
            if checked and (self.is_exception(match.strip()) or self.is_in_phrase(text, start, end)):
                continue
            instead = suggestions(self.spec.action, match)
            shown = instead[0] if len(instead) == 1 else either(instead) if instead else match
            yield Alert(start, end, match, self.say(match, shown), instead)
