"""A story that was changed, by its metadata, before it was published."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from newslint.analyses.text.fields import Field, fields
from newslint.formats.frontmatter.fields import day_in
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story

_PUBLISHED = (
    "datepublished",
    "published",
    "publishdate",
    "publish_date",
    "pubdate",
    "date_published",
    "published_at",
    "date",
)
_MODIFIED = (
    "datemodified", "modified", "updated", "lastmod", "last_modified", "last_modified_at", "last-modified",
    "modified_at",     "date_modified", "updated_at", "lastupdated", "last_updated", "update_date",
)  # fmt: skip


class ModifiedBeforePublished(Rule):
    """Search pages show the later of the two as the story's age; one of them was copied from another story."""

    id = "modified-before-published"
    topic = "metadata"
    finds = "A date of change in the metadata that lies before the date of publication"
    severity = "warning"
    confidence = "high"
    message = "changed before it was published: one of the two dates is wrong"
    when = {"format": ("markdown",)}
    needs = fields
    examples = (
        Bad(
            "---\ntitle: Mill opens\ndate: ((2025-03-04))\nlastmod: [[2024-03-06]]\n---\n\nThe mill opened.\n",
            format="markdown",
            message="changed on 2024-03-06, published on 2025-03-04: one of the two dates is wrong",
        ),
        Bad(
            '---\ntitle: Mill opens\npublished: "((2025-03-04))"\nupdated: "[[2025-02-20T10:00Z]]"\n---\n\nOpen.\n',
            format="markdown",
        ),
        Good(
            "---\ntitle: Mill opens\ndate: 2025-03-04\nlastmod: 2025-03-04\n---\n\nThe mill opened.\n",
            format="markdown",
        ),
        Good(
            "---\ntitle: Mill opens\ndate: 2025-03-04\nlastmod: 2025-03-03\n---\n\nThe mill opened.\n",
            format="markdown",
            note="written the day before, or dated in another zone of time",
        ),
        Good("---\ntitle: Mill opens\ndate: 2025-03-04\nupdated: true\n---\n\nIt opened.\n", format="markdown"),
    )

    evidence = Evidence(
        stories=3849,
        hits=0,
        wrong=0,
        cases=60,
        found=59,
        on="a date of change given to posts, a month or a year too early",
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """At most one finding, at the date of change."""
        if not story.metadata:
            return
        found = story.get(fields)
        published = _first(found, _PUBLISHED)
        modified = _first(found, _MODIFIED)
        if not published or not modified:
            return
        first, then = day_in(published.value), day_in(modified.value)
        if first and then and then < first - timedelta(days=2):
            said = f"changed on {then}, published on {first}: one of the two dates is wrong"
            yield self.finding(modified.written, said, related=[Related(published.written, "published")])


def _first(found: dict[str, Field], keys: tuple[str, ...]) -> Field | None:
    return next((found[key] for key in keys if key in found and day_in(found[key].value)), None)
