"""A rule that looks for patterns, each behind a literal that is found fast: for rules on signs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newslint.analyses.quotes.quotes import quoted
from newslint.analyses.text.scanning import ScanHit, scan
from newslint.analyses.text.words import is_code
from newslint.base.typed import ClassVar
from newslint.model.finding import Edit, Finding, Fix
from newslint.model.rule import Rule
from newslint.model.story import Story


class SoughtRule(Rule):
    """One finding for each place; `{match}` and `{replacement}` of the message are filled in."""

    sought: ClassVar[Sequence[tuple[tuple[str, ...], re.Pattern[str]]]] = ()  # literals of which one is there, a form
    written: ClassVar[str] = ""  # what the fix writes: named groups stand in braces

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each place, quotations left alone unless the rule asks for both."""
        prose = story.prose.text
        end = -1
        for literals, form in self.sought:
            if not any(literal in prose for literal in literals):
                continue
            for hit in scan(story, form, self.zones):
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
