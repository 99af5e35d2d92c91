"""A deck that the body repeats."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.base.lazy import pattern
from newslint.base.text import Span
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Evidence, Good, Option, Rule
from newslint.model.story import Story, Zone

_WORD = pattern(r"\w+(?:['’.]\w+)*")
_RUN = 5
_NAMES = 0.6  # of the words that stand again may bear a capital
_SUMMARIES = ("summary", "excerpt", "description")


class DeckInBody(Rule):
    """Readers who have just read the deck should not read the same sentence again in the story."""

    id = "deck-in-body"
    topic = "duplication"
    finds = "A deck that comes again in the story, word for word"
    severity = "warning"
    confidence = "high"
    message = "the story repeats the deck here: cut one of the two"
    in_quotes = "both"
    least = Option(8, "how many words a deck must have to be compared", minimum=_RUN)
    share = Option(0.8, "the share of the deck's five-word sequences that one paragraph must have", minimum=0.1)
    summaries = Option(
        False, "also compare summary, excerpt and description fields, which are mostly for lists and search"
    )
    examples = (
        Bad(
            "---\ntitle: Hall closes\n"
            "deck: ((The council voted on Monday to close the old hall, saying repairs cost too much.))\n---\n\n"
            "People wept.\n\n"
            "[[The council voted on Monday to close the old hall, saying repairs cost too much]], the mayor said.",
            format="markdown",
        ),
        Good(
            "---\ntitle: Hall closes\ndeck: Old hall will shut in spring after a vote that split it.\n---\n\n"
            "The council voted on Monday to close the old hall, saying repairs cost too much.",
            format="markdown",
        ),
        Good(
            "---\ntitle: Hall closes\nsummary: The council voted on Monday to close the old swimming hall.\n---\n\n"
            "The council voted on Monday to close the old swimming hall.",
            format="markdown",
            note="a summary is for lists and search",
        ),
        Good(
            "---\ntitle: Hall\ndeck: The council voted.\n---\n\nThe council voted.",
            format="markdown",
            note="too short",
        ),
        Good(
            "---\ntitle: Bridge closes\ndeck: Deputy Mayor for Roads and River Works Ana Silva Ekholm\n---\n\n"
            "The bridge closed on Monday, Deputy Mayor for Roads and River Works Ana Silva Ekholm said.\n",
            format="markdown",
            note="a name with its titles",
        ),
    )
    evidence = Evidence(
        stories=2662,
        hits=4,
        wrong=0,
        cases=40,
        found=40,
        on="a sentence of an edited story set above it as its deck field",
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each deck, at the words of the first paragraph that repeats it; the deck is related."""
        for deck in story.of("deck"):
            words = _WORD.findall(deck.text.lower())
            if len(words) < self.least or (deck.field in _SUMMARIES and not self.summaries):
                continue
            runs = {tuple(words[n : n + _RUN]) for n in range(len(words) - _RUN + 1)}
            signs = _signs(words)
            for zone in story.of("body"):
                low = zone.text.lower()
                again = self._again(runs, zone) if any(sign in low for sign in signs) else None
                if again:
                    related = Related(deck.span, "the deck")
                    yield self.finding(again, related=(related,))
                    break

    def _again(self, runs: set[tuple[str, ...]], zone: Zone) -> Span | None:
        """Where a paragraph holds enough of the deck's runs of words."""
        found = list(_WORD.finditer(zone.text))
        words = [m[0].lower() for m in found]
        at = [n for n in range(len(words) - _RUN + 1) if tuple(words[n : n + _RUN]) in runs]
        if len({tuple(words[n : n + _RUN]) for n in at}) < self.share * len(runs):
            return None
        again = [m[0] for m in found[at[0] : at[-1] + _RUN]]
        if sum(word[0].isupper() for word in again) > _NAMES * len(again):
            return None  # a name with its titles stands again, no copy
        return zone.to_source(found[at[0]].start(), found[at[-1] + _RUN - 1].end())


def _signs(words: list[str]) -> list[str]:
    """Every fifth word, so that each run holds one: of the ways to count, that whose shortest word is longest."""
    return max((words[n::_RUN] for n in range(_RUN)), key=lambda signs: min(map(len, signs)))
