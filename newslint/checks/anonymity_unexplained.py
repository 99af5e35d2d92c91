"""Sources that are not named, with no reason given."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.text.scanning import scan
from newslint.analyses.text.sentences import split
from newslint.base.lazy import pattern
from newslint.model.finding import Finding
from newslint.model.rule import Bad, Evidence, Good, KnownFalse, Rule
from newslint.model.story import Story
from newslint.words.tables import Sources, any_of

_GRANTED = pattern(
    r"(?:on|under) (?:the )?condition of anonymity|(?:requested|asked for|demanded|insisted on|were granted"
    r"|was granted|on condition of|under) anonymity"
    r"|(?:asked|requested|wished|wanted|preferred|chose|insisted) (?:that \w+ )?not (?:to )?be (?:named|identified)"
    r"|(?:declined|refused|(?:did|does|do) not (?:want|wish)|didn['’]t want|asking not|wishing not|requesting not) "
    r"to be (?:named|identified)|(?:spoke|speaking|speak) anonymously|who (?:would|could) not be (?:named|identified)"
    r"|(?:without|not) (?:being|wanting to be|wishing to be) (?:named|identified)"
)
# Right behind it “to discuss private talks”; in its sentence any of these; in the next one only the plain ones.
_PURPOSE = pattern(r",? (?:\w+ ){0,3}?(?:to|in order to|so (?:as|that|they|he|she)|under|as|given) \w+")
_REASON = pattern(lambda: rf"\b(?:since (?!\w+ \d|\d|[A-Z])|{any_of(Sources.of().reasons)})\b")
_REASON_AFTER = pattern(lambda: rf"\b(?:{any_of(Sources.of().plain_reasons)})\b")
_REASON_BEFORE = pattern(r"\b(?:[Bb]ecause|[Ff]ear\w*|[Cc]iting|[Ww]orried|[Aa]fraid|[Cc]oncern\w*|authori[sz]ed)\b")


class AnonymityUnexplained(Rule):
    """Readers should learn why a source is not named: for fear of losing a job, or because the talks are secret."""

    id = "anonymity-unexplained"
    topic = "ethics"
    finds = "An unnamed source, with no reason given for not naming them"
    severity = "note"
    default = False
    message = "say why this source is not named"
    when = {"language": ("en",)}
    examples = (
        Bad("“It will close,” said an official who spoke [[on condition of anonymity]]. The mill is old."),
        Bad("A clerk who [[asked not to be named]] said the mill will close."),
        Bad("The mill will close, said a clerk, who [[declined to be identified]]."),
        Good("An official spoke on condition of anonymity because the talks were not public."),
        Good("An official spoke on condition of anonymity to discuss private talks."),
        Good("A clerk who asked not to be named for fear of losing work said the mill will close."),
        Good("A clerk who asked not to be named said the mill will close. She was not authorized to speak."),
        Good("“He asked not to be named,” Silva said."),
        Good("The owner declined to be interviewed."),
        KnownFalse(
            "A clerk who [[asked not to be named]] said the mill will close. That is how people lose work here.",
            note="the reason is there to be understood",
        ),
    )
    evidence = Evidence(stories=1922, hits=2, wrong=0, cases=18, found=16, on="the reason cut out of edited stories")

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each place where a name is held back."""
        prose = story.prose.text
        if (
            "anonym" not in prose
            and "be named" not in prose
            and "be identified" not in prose
            and "ing named" not in prose
        ):
            return
        for hit in scan(story, _GRANTED, ("body", "list")):
            if not _is_explained(hit.zone.text, hit.start, hit.end):
                yield self.finding(hit.span, f"“{hit.text}”: say why this source is not named")


def _is_explained(text: str, start: int, end: int) -> bool:
    """Whether the sentence in which a name is held back, or the next one, says why."""
    first, last, end_of_next = _beside(text, start)
    return bool(
        _PURPOSE.match(text, end, last)
        or _REASON.search(text, end, last)
        or _REASON_AFTER.search(text, last, end_of_next)
        or _REASON_BEFORE.search(text, first, start)
    )


def _beside(text: str, at: int) -> tuple[int, int, int]:
    """Where the sentence of a place begins and ends, and where the next one ends."""
    found = list(split(text))
    n = next((k for k, (_, last) in enumerate(found) if at < last), 0)
    return *found[n], found[min(n + 1, len(found) - 1)][1]
