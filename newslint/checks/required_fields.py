"""Metadata that a house asks of every story."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.text.fields import fields
from newslint.base.text import Span
from newslint.model.finding import Finding
from newslint.model.rule import Bad, Good, Option, Rule
from newslint.model.story import Story


class RequiredFields(Rule):
    """What a site needs to list, find and credit a story has to be there before it is published."""

    id = "required-fields"
    topic = "metadata"
    finds = "A field that the metadata of every story must have, and that is missing or empty"
    severity = "error"
    confidence = "high"
    default = False
    message = "a field is missing"
    when = {"format": ("markdown",)}
    required = Option(("title", "date"), "the fields that must be there; `a|b` is either")
    examples = (
        Bad(
            "[[---]]\ntitle: Mill opens\n---\n\nThe mill opened.\n",
            format="markdown",
            message="the metadata has no “date”: add it",
        ),
        Bad(
            "---\n[[title]]:\ndate: 2025-03-04\n---\n\nThe mill opened.\n",
            format="markdown",
            message="“title” is empty: fill it in",
        ),
        Bad(
            "[[---]]\ntitle: Mill opens\ndate: 2025-03-04\n---\n\nThe mill opened.\n",
            format="markdown",
            options={"required": ["title", "author|authors"]},
            message="the metadata has no “author” or “authors”: add it",
        ),
        Good("---\ntitle: Mill opens\nDate: 2025-03-04\n---\n\nThe mill opened.\n", format="markdown"),
        Good(
            "---\ntitle: Mill opens\nauthors: [ana]\n---\n\nThe mill opened.\n",
            format="markdown",
            options={"required": ["title", "author|authors"]},
        ),
        Good("The mill opened.\n", format="markdown", note="no metadata at all: no post"),
        Good("---\ntitle: Mill\ndraft: true\n---\n\nThe mill opened.\n", format="markdown", note="a draft"),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each field, at the key or where the metadata begins."""
        if not story.metadata or story.damage or story.metadata.get("draft") is True:
            return
        found = story.get(fields)
        given = {str(key).lower(): value for key, value in story.metadata.items()}
        start = len(story.source.text) - len(story.source.text.lstrip())
        for wanted in self.required:
            keys = [key.strip().lower() for key in wanted.split("|")]
            if any(given.get(key) not in (None, "", []) for key in keys):
                continue
            empty = next((found[key] for key in keys if key in found), None)
            if empty:
                yield self.finding(empty.place, f"“{empty.key}” is empty: fill it in")
            else:
                said = " or ".join(f"“{key.strip()}”" for key in wanted.split("|"))
                yield self.finding(Span(start, start + 3), f"the metadata has no {said}: add it")
