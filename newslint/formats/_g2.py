"""Reads items of NewsML-G2: which of them are stories, and what each says of its copy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.formats import Reading
from newslint.formats._agency import AgencyStory
from newslint.formats._xml import Element, XmlTree
from newslint.formats._xml_copy import read_copy

_ITEMS = {
    "packageItem": "a package, which names other items", "conceptItem": "a concept",
    "knowledgeItem": "a list of concepts", "planningItem": "a planning item, on coverage to come",
    "catalogItem": "a catalog of vocabularies", "groupSet": "part of a package, which names other items",
}  # fmt: skip
_CLASSES = {
    "picture": "a picture", "photo": "a picture", "graphic": "a graphic", "animation": "an animation",
    "video": "a video", "audio": "a sound recording", "composite": "a package of several media",
    "data": "a table of data", "event": "an event",
}  # fmt: skip
_NO_DECK = ("caption", "info", "audio", "note", "short", "keyword")  # descriptions that no reader of the story sees
_SUB = ("sub", "deck", "second")  # in the role of a headline that stands below another


def items_of(root: Element) -> Iterator[Element]:
    """Every item of a message, or the one that the file is."""
    if root.name in ("newsMessage", "itemSet"):
        for child in root.children:
            if child.name == "itemSet" or child.name.endswith("Item"):
                yield from items_of(child)
    else:
        yield root


def read_item(tree: XmlTree, item: Element, reading: Reading, format: str) -> AgencyStory | None:
    """The story of an item; none where it is no text, or has none."""
    if item.name not in ("newsItem", "contentSet") or _class_of(tree, item) in _CLASSES:
        return None
    story = AgencyStory(tree, reading, format)
    meta = item.first("itemMeta")
    story.language = tree.value(item, "xml:lang")
    if facts := item.first("contentMeta"):
        _read_facts(story, facts)
        _read_head(story, facts)
    if meta:
        for name in ("versionCreated", "firstCreated"):
            story.say("date", tree.words(meta.first(name)))
        story.say("source", tree.words(meta.first("provider", "name")))
        story.notes(meta.of("edNote"), "edNote")
    for content in [item] if item.name == "contentSet" else item.of("contentSet"):
        if data := _content(tree, content):
            read_copy(story, data, tree.value(data, "contenttype"))
            break  # what stands in another set is the same text once more
    return story if story.has_copy else None


def _content(tree: XmlTree, content: Element) -> Element | None:
    """Of the renditions of a text the first in markup, else the first; none that is packed as base64."""
    given = [
        each
        for each in content.of("inlineXML", "inlineData")
        if tree.has_words(each) and "base64" not in tree.value(each, "encoding")
    ]
    return next((each for each in given if each.name == "inlineXML"), given[0] if given else None)


def _class_of(tree: XmlTree, item: Element) -> str:
    """The last part of an item's class: “text” for “ninat:text”, or for an address that ends so."""
    found = item.first("itemMeta", "itemClass")
    said = (tree.value(found, "qcode") or tree.value(found, "uri")) if found else ""
    return said.replace("/", ":").rpartition(":")[2].lower()


def _read_facts(story: AgencyStory, facts: Element) -> None:
    """What is known of the copy that is no copy itself."""
    tree = story.tree
    for name in ("contentModified", "contentCreated"):
        story.say("date", tree.words(facts.first(name)))
    for place in facts.of("located"):
        named = next((name for name in place.of("name") if tree.words(name)), None)
        if named:
            story.say_located(named)
        else:
            story.say_located(place, "literal")
    for name in ("slugline", "creditline"):
        story.say(name, tree.words(facts.first(name)))
    story.say("author", tree.words(facts.first("creator", "name")))
    story.say("source", tree.words(facts.first("creditline")) or tree.words(facts.first("infoSource", "name")))
    for language in facts.of("language"):
        story.language = tree.value(language, "tag") or story.language


def _read_head(story: AgencyStory, facts: Element) -> None:
    """The headline, deck, byline and dateline."""
    tree = story.tree
    for headline in facts.of("headline"):
        role = tree.value(headline, "role").lower()
        if any(sub in role for sub in _SUB):
            story.deck(headline, "headline")
        elif not any(zone.role == "headline" for zone in story.zones):
            story.field("headline", headline, "headline")
    for byline in facts.of("by"):
        story.field("byline", byline, "byline")
    for dateline in facts.of("dateline"):
        story.say_dateline(dateline)
    for description in facts.of("description"):
        role = tree.value(description, "role").lower()
        if not any(word in role for word in _NO_DECK):
            story.deck(description, "description")


def what_it_is(tree: XmlTree, items: Sequence[Element]) -> str:
    """What a file without a story holds instead."""
    found: dict[str, None] = {}
    for item in items:
        sort = _CLASSES.get(_class_of(tree, item)) if item.name == "newsItem" else None
        found[_ITEMS.get(item.name) or sort or "an item of text with no text in it"] = None
    if not found:
        return "it is a message without items"
    return f"it is {' and '.join(found)}"
