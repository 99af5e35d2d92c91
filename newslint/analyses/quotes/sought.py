"""A rule that looks for patterns, each behind a literal that is found fast: for rules on signs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newslint.analyses.quotes.quotes import quoted
from newslint.analyses.text.scanning import ScanHit, placed
from newslint.analyses.text.words import is_code
from newslint.base.typed import ClassVar
from newslint.model.finding import Edit, Finding, Fix
from newslint.model.rule import Rule
from newslint.model.story import Story

_BEFORE, _BEHIND = 40, 120  # code points round an anchor in which its form stands


class SoughtRule(Rule):
    """One finding for each place; `{match}` and `{replacement}` of the message are filled in."""

    sought: ClassVar[
        Sequence[tuple[tuple[str | re.Pattern[str], ...], re.Pattern[str]]]
    ] = ()  # anchors, and the form
    written: ClassVar[str] = ""  # what the fix writes: named groups stand in braces

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each place, quotations left alone unless the rule asks for both."""
        prose = story.prose.text
        end = -1
        for anchors, form in self.sought:
            for hit in placed(story, _near(prose, anchors, form), self.zones):
                span = hit.span
                if not hit.is_typed_so(story) or is_code(story, span.start) or span.start < end:
                    continue
                if self.in_quotes == "both" or not story.get(quoted).meet(span):
                    end = span.end
                    yield self._found(hit)

    def _found(self, hit: ScanHit) -> Finding:
        new = self.written.format(**{name: text or "" for name, text in hit.match.groupdict().items()})
        said = self.message.replace("{match}", " ".join(hit.text.split())).replace("{replacement}", new)
        fixes = (Fix(f"Write “{new}”", (Edit(hit.span, new),), "offer"),) if new else ()
        return self.finding(hit.span, said, fixes=fixes)


def _near(prose: str, anchors: Sequence[str | re.Pattern[str]], form: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Every match of a form round one of its anchors, in order."""
    places: list[int] = []
    for anchor in anchors:
        if not isinstance(anchor, str):
            places += [found.start() for found in anchor.finditer(prose)]
        else:
            at = prose.find(anchor)
            while at >= 0:
                places.append(at)
                at = prose.find(anchor, at + 1)
    last = -1
    for at in sorted(places):
        for found in form.finditer(prose, max(0, at - _BEFORE, last), at + _BEHIND):
            if found.end() > last:
                last = found.end()
                yield found
