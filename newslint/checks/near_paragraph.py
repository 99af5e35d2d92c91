"""A paragraph that stands twice in a story, edited in one of the two places."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.base.lazy import pattern
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Good, Option, Rule
from newslint.model.story import Story, Zone

_WORD = pattern(r"\w+(?:['’.]\w+)*")
_RUN = 4
_LEAST = 18  # words of a paragraph that is compared
_MOST_ALIKE = 2  # paragraphs alike; more are a list or a table


class NearParagraph(Rule):
    """It was moved or rewritten, and the first version stayed: readers come to the same sentences twice."""

    id = "near-paragraph"
    topic = "duplication"
    finds = "A paragraph that stands twice in a story, with a few words changed"
    severity = "warning"
    confidence = "medium"
    default = False  # captions that stand among the paragraphs say again what the copy says
    message = "this paragraph is nearly one above: keep one of the two"
    in_quotes = "both"
    unless = {"kind": ("live", "list", "letters")}
    share = Option(0.8, "the share of four-word sequences that the two must have in common", minimum=0.5)
    examples = (
        Bad(
            "((The council voted on Monday night to close the old swimming hall in the spring, saying that repairs "
            "would cost more than the town could pay.))\n\nPeople wept.\n\n"
            "[[The council voted on Monday night to close the old swimming hall in the spring, saying that "
            "the repairs would cost more than the town could pay.]]",
        ),
        Good(
            "The council voted on Monday to close the old hall.\n\nThe council voted on Monday to shut the hall.",
            note="too short",
        ),
        Good(
            "The council voted on Monday night to close the old swimming hall in the spring, saying that repairs "
            "would cost more than the town could pay.\n\n"
            "The mayor voted on Monday night against it, saying that the old swimming hall was worth more than its "
            "repairs, and that the town could pay for them in three years."
        ),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each pair, at the later paragraph."""
        seen: dict[tuple[str, ...], list[int]] = {}
        told: list[tuple[Zone, int]] = []
        for zone in story.of("body", "quote-block"):
            if zone.text.count(" ") < _LEAST - 1:
                continue
            words = _WORD.findall(zone.text.lower())
            runs = {tuple(words[n : n + _RUN]) for n in range(len(words) - _RUN + 1)}
            shared: dict[int, int] = {}
            for run in runs:
                places = seen.setdefault(run, [])
                for n in places:
                    shared[n] = shared.get(n, 0) + 1
                if len(places) < _MOST_ALIKE:
                    places.append(len(told))
            near = [n for n, count in shared.items() if count >= self.share * max(len(runs), told[n][1])]
            told.append((zone, len(runs)))
            if len(near) == 1 and told[near[0]][0].text != zone.text:
                yield self.finding(zone.span, related=[Related(told[near[0]][0].span, "the first")])
