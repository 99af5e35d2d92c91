"""Who is taken to have said each quotation of a story, and where that stands in the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint.base.record import NamedTuple
from newslint.base.showing import showable
from newslint.base.text import Span
from newslint.model.cleaned import judged
from newslint.model.story import Story
from newslint.service.seen import quoted


class Said(NamedTuple):
    """A quotation: where it stands, its status, and who is taken to have said it (nothing where nobody is)."""

    span: Span
    status: str
    who: str = ""
    confidence: str = ""
    why: str = ""


def said_in(stories: Iterable[Story]) -> Iterator[Said]:
    """Every quotation of some stories that is one of speech, in order."""
    for each in stories:
        story = judged(each)
        source = story.source
        for quote, person in quoted(story):
            if quote.status == "not-speech":
                continue
            words = source.text[quote.speaker.start : quote.speaker.end] if quote.speaker else ""
            name = person.name if person else words
            confidence = person.confidence if person else ""
            yield Said(source.told(quote.span)[1], quote.status, " ".join(name.split()), confidence, quote.why)


def label(said: Said) -> str:
    """Who said it, in a few words."""
    if not said.who:
        return "said by nobody named"
    return f"said by {showable(said.who)}" + (
        f" ({said.confidence} confidence)" if said.confidence in ("low", "medium") else ""
    )
