"""A first paragraph that comes to the news late: by way of its source, of a meeting, of “There is”."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.base.lazy import pattern
from newslint.model.finding import Finding
from newslint.model.rule import Bad, Good, Rule
from newslint.model.story import Story
from newslint.words.tables import Ledes, any_of

_BEGINS = pattern(lambda: rf"(?:{any_of(Ledes.of().slow)})\b")


class SlowLede(Rule):
    """Who says so, where and at which meeting can wait for the end of the sentence; what happened cannot."""

    id = "slow-lede"
    topic = "language"
    finds = "A first sentence that puts something before the news, such as “According to”"
    severity = "note"
    default = False
    message = "this comes before the news"
    when = {"language": ("en",)}
    examples = (
        Bad(
            "[[According to]] the council, the mill is shut.\nIt leaks.",
            message="“According to” comes before the news; say first what happened",
        ),
        Bad("[[There are]] two mills in Elmhurst, and both are shut."),
        Good("The mill is shut, according to the council.\nAccording to the mayor, it leaks."),
        Good("“There are two mills,” the mayor said on Monday."),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """At most one finding, at the head of the first paragraph."""
        zone = next(iter(story.of(*self.zones)), None)
        if zone is not None and (m := _BEGINS.match(zone.text)):
            said = f"“{m[0]}” comes before the news; say first what happened"
            yield self.finding(zone.to_source(m.start(), m.end()), said)
