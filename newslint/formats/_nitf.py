"""Reads an NITF document, whether it is a file of its own or stands in one of NewsML."""

from __future__ import annotations

from newslint.formats._agency import AgencyStory
from newslint.formats._xml import Element


def read_nitf(story: AgencyStory, nitf: Element) -> None:
    """Take what an `nitf` element says of a story, and its copy."""
    tree = story.tree
    _read_facts(story, nitf)
    for body in nitf.of("body"):
        for head in body.of("body.head"):
            _read_head(story, head)
        parts = list(body.of("body.content", "body.end"))
        for part in parts or [body]:
            story.read(part)
    if not any(zone.role == "headline" for zone in story.zones):
        story.field("headline", nitf.first("head", "title"), "title")
    story.language = story.language or tree.value(nitf, "baselang") or tree.value(nitf, "xml:lang")


def _read_head(story: AgencyStory, head: Element) -> None:
    """The headline, byline, dateline and abstract above the copy."""
    for block in head.of("hedline", "headline"):  # the second is wrong, and AP writes it
        story.field("headline", block.first("hl1"), "hl1")
        for deck in block.of("hl2"):
            story.deck(deck, "hl2")
    for byline in head.of("byline"):
        story.field("byline", byline, "byline")
    for dateline in head.of("dateline"):
        location = dateline.first("location")
        story.say_dateline(location or dateline, leave=("story.date",))
        if location:
            story.say("located", story.tree.words(location.first("city") or location))
    for abstract in head.of("abstract"):
        story.deck(abstract, "abstract")
    story.notes(head.of("note"), "note")
    story.say("source", story.tree.words(head.first("distributor")))


def _read_facts(story: AgencyStory, nitf: Element) -> None:
    """The date, the place and the source that the head gives."""
    tree = story.tree
    facts = nitf.first("head", "docdata")
    if facts is None:
        return
    for name in ("date.issue", "date.release"):
        for date in facts.of(name):
            story.say("date", tree.value(date, "norm"))
    for place in facts.of("evloc"):
        story.say_located(place, "city")
