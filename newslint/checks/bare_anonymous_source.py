"""Unnamed sources about whom the story says nothing, not even how they know."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.text.sentences import split
from newslint.base.lazy import pattern
from newslint.model.finding import Finding
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story, Zone
from newslint.words.tables import Sources, any_of

_sources = Sources.of()


def _bare() -> str:
    """The pattern of sources, one or many, that say something and of whom nothing is told."""
    sources = rf"(?:(?:{any_of(_sources.how_many)}) ){{0,2}}(?:sources?|insiders?)"
    return (
        rf"(?<![\w’'-]\s)(?<![\w-]){sources}(?:,? (?:also|have|has|had|later))? (?:{any_of(_sources.verbs)})\b"
        rf"|(?:according to|(?:said|says|told) by) {sources}(?=[.,;”\"]|$)"
    )


_BARE = pattern(_bare, 2)  # re.IGNORECASE
# A source of whom the story has told more: what follows may be the same one.
_DESCRIBED = pattern(r"\b[Ss]ources? (?:close|familiar|with|who|briefed|in|inside|at|from|near|involved|whose)\b")
_HOW_THEY_KNOW = tuple([each.replace("_", " ") for each in _sources.how_they_know])


class BareAnonymousSource(Rule):
    """Readers judge an unnamed source by how it knows; “sources said” tells them nothing.

    Say as much as can be said: “a person who was in the room”, “two officials briefed on the talks”.
    """

    id = "bare-anonymous-source"
    topic = "ethics"
    finds = "An unnamed source, with nothing to say how they know"
    severity = "note"
    default = False
    message = "say how this source knows"
    when = {"language": ("en",)}
    examples = (
        Bad("The mill will close, [[sources said]].", message="“sources said”: say how they know"),
        Bad("[[A source told]] the Courier that the mill will close."),
        Bad("[[Insiders say]] the mill will close. It is old."),
        Bad("The mill will close, [[according to sources]]."),
        Bad("[[Several unnamed sources have confirmed]] the sale of the mill."),
        Good("Sources close to the owner said the mill will close."),
        Good("Two sources briefed on the talks said the mill will close."),
        Good("Union sources said the mill will close.", note="it says whose"),
        Good("A source told the Courier, because he was not authorized to speak, that the mill will close."),
        Good("“Sources said the mill will close,” Silva told the inquiry."),
        Good("The sources of the river told of drought."),
        Good("A police source said the mill will close."),
        Good("Two sources close to the owner spoke. One source said the mill will close.", note="told before"),
        Good("A person close to the owner spoke. The source said the mill will close.", note="told before"),
    )
    evidence = Evidence(stories=1922, hits=7, wrong=1)

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each place where such a source speaks."""
        prose = story.prose.text
        if "ource" not in prose and "nsider" not in prose:
            return
        told = _DESCRIBED.search(prose)
        for zone, at in zip(story.zones, story.prose.starts, strict=True):
            if zone.role in ("body", "list") and ("ource" in zone.text or "nsider" in zone.text):
                for m in _BARE.finditer(zone.text):
                    sentence = _sentence(zone, m.start())
                    if told and told.start() < at + m.start():
                        continue
                    if not any(sign in sentence for sign in _HOW_THEY_KNOW):
                        span = zone.to_source(*m.span())
                        yield self.finding(span, f"“{m[0]}”: say how they know")


def _sentence(zone: Zone, at: int) -> str:
    """The sentence that stands at a place, in lower case."""
    return next((zone.text[start:end].lower() for start, end in split(zone.text) if at < end), "")
