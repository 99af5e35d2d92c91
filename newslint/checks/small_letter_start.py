"""A sentence that begins with a small letter: “It burned. the mill is gone”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.analyses.quotes.quotes import quoted
from newslint.analyses.text.scanning import ScanHit, scan
from newslint.base.lazy import pattern
from newslint.base.text import Span
from newslint.model.finding import Edit, Finding, Fix
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story
from newslint.words.spelling import english
from newslint.words.tables import Openers, any_of

_BEGIN = frozenset(("he", "it", "my", "no", "so", "we"))  # of two letters; others follow what is cut short
_SHORT = 2


def _small() -> str:
    small = map(str.lower, Openers.of().sentences)
    return any_of(word for word in small if len(word) > _SHORT or word in _BEGIN)


# Behind a stop and a word of four letters or more, for most that are cut short have fewer.
_START = pattern(lambda: rf"\.(?<=[a-z]{{4}}\.) (?P<word>{_small()})(?= [a-z]+)")
_WORD = pattern(r"[A-Za-z]+$")
_LEAST = 2  # the level of a word that ends a sentence
_CUT_SHORT = 4  # letters of a title or month that is cut short
_LONGEST = 30


class SmallLetterStart(Rule):
    """What is left where two sentences were joined or one was cut."""

    id = "small-letter-start"
    topic = "language"
    finds = "A sentence that begins with a small letter, such as “It burned. the mill is gone”"
    severity = "warning"
    confidence = "medium"
    message = "this sentence begins with a small letter"
    zones = ("deck", "caption", "body", "list", "note")
    examples = (
        Bad(
            "The mill burned. [[the]] mayor wept.",
            fixed="The mill burned. The mayor wept.",
            message="“the” begins a sentence: “The”, or a comma before it",
        ),
        Good("The mill burned. The mayor of the dept. the town has wept, and Capt. the elder too."),
        Good("“The mill burned. the mayor wept,” she wrote."),
        Good("It has a mill, a school, etc. there was more to see."),
    )
    evidence = Evidence(
        stories=3849,
        hits=6,
        wrong=0,
        cases=100,
        found=92,
        on="first letters of sentences made small in edited stories",
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each such sentence."""
        if story.language == "en" and _START.search(story.prose.text):
            for hit in scan(story, _START, self.zones):
                if _ends_a_sentence(hit) and hit.is_typed_so(story) and not story.get(quoted).meet(hit.span):
                    yield self._found(hit)

    def _found(self, hit: ScanHit) -> Finding:
        word = hit.match["word"]
        place = Span(hit.span.end - len(word), hit.span.end)
        fix = Fix(f"Write “{word.capitalize()}”", (Edit(place, word.capitalize()),), "offer")
        said = f"“{word}” begins a sentence: “{word.capitalize()}”, or a comma before it"
        return self.finding(place, said, fixes=(fix,))


def _ends_a_sentence(hit: ScanHit) -> bool:
    """Whether a word or a name stands before the stop that is nothing cut short (“dept.”, “Capt.”)."""
    before: re.Match[str] | None = _WORD.search(hit.zone.text, max(0, hit.start - _LONGEST), hit.start)
    if before is None:
        return False
    word = before[0]
    return len(word) > _CUT_SHORT if word[0].isupper() else english().level(word) >= _LEAST
