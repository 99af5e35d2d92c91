"""A first paragraph that begins as thousands have: “It was a dark and stormy…”, “Picture this”."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.base.lazy import pattern
from newslint.model.finding import Finding
from newslint.model.rule import Bad, Good, Rule
from newslint.model.story import Story
from newslint.words.tables import Ledes, any_of

_BEGINS = pattern(lambda: "[’'‘]?(?:" + any_of(Ledes.of().hackneyed).replace("'", "[’']") + r")\b")


class HackneyedLede(Rule):
    """Readers give a story one sentence. One that they have read a hundred times sends them elsewhere."""

    id = "hackneyed-lede"
    topic = "language"
    finds = "A first sentence that begins as thousands have, such as “Picture this”"
    severity = "note"
    default = False
    message = "too many stories begin so"
    when = {"language": ("en",)}
    examples = (
        Bad(
            "[[It was a dark and stormy]] night in Elmhurst.\nThe mill burned.",
            message="“It was a dark and stormy”: too many stories begin so; begin with the news",
        ),
        Bad("[[Move over]], cheese: the town has a new dish."),
        Bad("[[It’s official]]: the mill is shut."),
        Good("The mill burned on Monday.\nIt was a dark and stormy night."),
        Good("“Picture this,” the mayor said on Monday, and showed a plan of the mill."),
        Good("Meetings of the council will be held at the mill."),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """At most one finding, at the head of the first paragraph."""
        zone = next(iter(story.of(*self.zones)), None)
        if zone is not None and (m := _BEGINS.match(zone.text)):
            said = f"“{m[0]}”: too many stories begin so; begin with the news"
            yield self.finding(zone.to_source(m.start(), m.end()), said)
