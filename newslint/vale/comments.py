"""Vale's own comments, by which a writer switches its rules off and on: `<!-- vale off -->`, `vale Style.Rule = NO`."""

from __future__ import annotations

from newslint.base.text import Span
from newslint.model.story import Story
from newslint.vale.rules import ValeRule


class Silence:
    """What comments of a story switch off, and where."""

    def holds(self, rule: ValeRule, match: str, span: Span) -> bool:
        """Whether an alert of a rule on some words, at a place, is not to be told."""
        return False


def silenced(story: Story) -> Silence | None:
    """What a story's comments switch off; None where it has no such comment."""
    return None
