"""A rule of a Vale style as newslint runs it."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.model.finding import Finding
from newslint.model.rule import Rule
from newslint.model.story import Story
from newslint.vale.blocks import Scope
from newslint.vale.extensions.base import Extension

SEVERITIES = {"suggestion": "note", "warning": "warning", "error": "error"}
TOPIC = "vale"


class ValeRule(Rule):
    """Made of a rule file; it looks at stories together with all others of its styles."""

    topic = TOPIC
    confidence = "medium"
    in_quotes = "both"
    extension: Extension
    blocks: Scope
    style_name: str = ""
    limit: int = 0

    @property
    def name(self) -> str:
        """What its style calls it."""
        return self.extension.spec.name

    def check(self, story: Story) -> Iterator[Finding]:
        """Yield what this rule alone says of a story."""
        assert self.ensemble is not None
        yield from self.ensemble.ready([self])(story)
