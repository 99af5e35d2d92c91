"""A post whose metadata gives another day than its file name."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.text.fields import fields
from newslint.base.lazy import pattern
from newslint.formats.frontmatter.fields import day_in
from newslint.model.finding import Finding
from newslint.model.rule import Bad, Good, Option, Rule
from newslint.model.story import Story

_NAME = pattern(r"\d{4}-\d\d-\d\d(?=[-_])")


class FileDay(Rule):
    """Some sites make the address from the file's name, and the list from the date: then the two differ."""

    id = "file-day"
    topic = "metadata"
    finds = "A date in the metadata that is another day than the file name says"
    severity = "note"
    confidence = "high"
    default = False
    message = "the file name has another day"
    when = {"format": ("markdown",)}
    yields_to = ("file-date",)
    days = Option(1, "by how many days the two may differ", minimum=0)
    examples = (
        Bad(
            "---\ntitle: Mill opens\ndate: [[2025-03-09]]\n---\n\nThe mill opened.\n",
            format="markdown",
            file="2025-03-06-mill-opens.md",
            message="2025-03-09: the file name says 2025-03-06",
        ),
        Good(
            "---\ntitle: Mill opens\ndate: 2025-03-07 01:10:00\n---\n\nThe mill opened.\n",
            format="markdown",
            file="2025-03-06-mill-opens.md",
            note="late in the evening, in another zone",
        ),
        Good("---\ntitle: Mill\ndate: 2025-03-07\n---\n\nIt opened.\n", format="markdown", file="mill-opens.md"),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """At most one finding, at the date."""
        name = story.path.replace("\\", "/").rpartition("/")[2]
        named = _NAME.match(name)
        field = story.get(fields).get("date") if named else None
        day, file_day = (day_in(field.value) if field else None), (day_in(named[0]) if named else None)
        if field and day and file_day and abs((day - file_day).days) > self.days:
            yield self.finding(field.written, f"{day.isoformat()}: the file name says {file_day.isoformat()}")
