"""A paragraph that is in a story twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint.base.lazy import pattern
from newslint.base.text import Span
from newslint.model.finding import Edit, Finding, Fix, Related
from newslint.model.rule import Bad, Evidence, Good, Option, Rule
from newslint.model.story import Story, Zone

_CLOCK = pattern(r"\d{1,2}(?::? ?\d\d)? ?(?:[ap]\.?m\.?|GMT|BST|E[SD]?T)?\b.{0,12}")
_STOPS = frozenset(".!?…”\"’')")  # what has none is a label, a link or a line of a listing
REFRAIN = 3  # what stands so often stands so on purpose
_ENTRIES = 3  # so many clock times on lines of their own make a live report, which says things again on purpose


class DuplicateParagraph(Rule):
    """A paragraph pasted twice makes readers think they have lost their place."""

    id = "duplicate-paragraph"
    topic = "duplication"
    finds = "The same paragraph twice in a story"
    severity = "warning"
    confidence = "high"
    message = "this paragraph is in this story twice: cut one of the two"
    in_quotes = "both"
    least = Option(60, "how many characters a paragraph must have to be compared", minimum=1)
    examples = (
        Bad(
            "((The council voted on Monday to close the old swimming hall in the spring.))\n\nPeople wept.\n\n"
            "[[The council voted on Monday to close  the old swimming hall in the spring.]]",
        ),
        Good(
            "Autumn trail from 3 October to 14 November, open every day until five o'clock\n\nThe old mill.\n\n"
            "Autumn trail from 3 October to 14 November, open every day until five o'clock",
            note="lines of a listing",
        ),
        Good("The council voted on Monday.\n\nPeople wept.\n\nThe council voted on Monday."),
        Good(
            "The council voted on Monday to close the old swimming hall in the spring.\n\n"
            "The council voted on Tuesday to close the old swimming hall in the spring."
        ),
        Good(
            "3:40 p.m.\n\nIt takes 40 delegates to win the nomination of the party in this part of the state.\n\n"
            "3:19 p.m.\n\nRain fell.\n\n2:05 p.m.\n\n"
            "It takes 40 delegates to win the nomination of the party in this part of the state.",
            note="a live report says again what new readers need",
        ),
        Good(
            "The council voted on Monday to close the old swimming hall in the spring.\n\n"
            "The council voted on Monday to close the old swimming hall in the spring.",
            kind="live",
        ),
    )
    evidence = Evidence(
        stories=2662, hits=8, wrong=0, cases=40, found=38, on="a paragraph of an edited story pasted again"
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each repetition, the first place related."""
        if story.genre in ("live", "list"):
            return
        least = self.least
        places: dict[str, list[Zone]] = {}
        for zone in story.of("body", "quote-block"):
            text = zone.text
            if len(text) >= least and text[-1] in _STOPS:  # few have their first letter and their last word in common
                places.setdefault(text[0] + text.rsplit(None, 1)[-1], []).append(zone)
        repeated = [zones for like in places.values() for zones in _alike(like) if 1 < len(zones) < REFRAIN]
        if repeated and not _is_live(story):
            for earlier, zone in repeated:
                yield self._found(story, earlier, zone)

    def _found(self, story: Story, earlier: Zone, zone: Zone) -> Finding:
        opening = " ".join(zone.text.split()[:6])
        text, end = story.source.text, zone.span.end
        while text[end : end + 1].isspace():
            end += 1
        fix = Fix("Delete the second one", (Edit(Span(zone.span.start, end), ""),))
        return self.finding(
            zone.span,
            f"the paragraph “{opening} …” is in this story twice: cut one of the two",
            related=(Related(earlier.span, "first here"),),
            fixes=(fix,),
        )


def _alike(zones: list[Zone]) -> Iterable[list[Zone]]:
    """The zones by their words."""
    if len(zones) == 1:
        return (zones,)
    places: dict[str, list[Zone]] = {}
    for zone in zones:
        places.setdefault(" ".join(zone.text.split()), []).append(zone)
    return places.values()


def _is_live(story: Story) -> bool:
    """Whether the story is a live report: entry after entry under its time."""
    return sum(len(zone.text) < 30 and bool(_CLOCK.fullmatch(zone.text)) for zone in story.zones) >= _ENTRIES
