"""Reads the components of NewsML 1: which of them make up a story together, and what each is for in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from newslint.base.record import NamedTuple
from newslint.formats import Reading
from newslint.formats._agency import MAX_STORIES, AgencyStory, check_number
from newslint.formats._xml import Element, XmlTree
from newslint.formats._xml_copy import read_copy

# What a component is for, by its role in small letters; others than these hold no copy.
_PARTS = {
    "": "copy", "main": "copy", "body": "copy", "text": "copy", "story": "copy", "article": "copy", "content": "copy",
    "title": "headline", "headline": "headline", "lead": "deck", "abstract": "deck", "summary": "deck",
    "subtitle": "deck", "subheadline": "deck", "caption": "caption", "byline": "byline",
}  # fmt: skip
_MEDIA = {
    "video": "a video", "clip": "a video", "audio": "a sound recording", "sound": "a sound recording",
    "picture": "a picture", "photo": "a picture", "image": "a picture", "graphic": "a graphic",
    "animation": "an animation", "thumbnail": "a picture", "preview": "a picture",
}  # fmt: skip
_NO_COPY = frozenset((
    "stylesheet", "contact", "tweettext", "keyword", "keywords", "copyright", "logo", "metadata", "index",
))  # fmt: skip
_PERHAPS = "perhaps"  # of a role that nobody knows: copy, where there is no other


class Content(NamedTuple):
    """An element with content, what it is for, and the component that it stands in."""

    part: str
    data: Element
    sort: str
    component: Element


class ComponentReader:
    """Finds the stories of news items."""

    def __init__(self, tree: XmlTree, reading: Reading, format: str) -> None:
        self.tree = tree
        self.reading = reading
        self.format = format
        self._media: dict[str, None] = {}
        self._known: dict[int, bool] = {}  # whether a component is a head, by its place

    def stories(self, item: Element) -> Iterator[tuple[str, AgencyStory]]:
        """Each story of an item, with the item's id."""
        tree = self.tree
        identity = tree.words(item.first("Identification", "NewsIdentifier", "NewsItemId"))
        heads = list(islice(self._heads(item, [item]), MAX_STORIES + 1))
        check_number(len(heads))
        for path in heads:
            story = self._story(item, path)
            if story.has_copy:
                yield identity, story

    def what_it_is(self) -> str:
        """What a file without a story holds instead."""
        if self._media:
            return f"it is {' and '.join(self._media)}"
        return "it is a NewsML file without text"

    def _heads(self, component: Element, path: Sequence[Element]) -> Iterator[Sequence[Element]]:
        """The way to each component whose parts make up a story: the lowest with a headline above its copy."""
        below = list(component.of("NewsComponent"))
        role = self._role(component)
        if role in _MEDIA:
            self._media[_MEDIA[role]] = None
            return
        heads = [each for each in below if self._is_head(each)]
        inner = (found for each in heads for found in self._heads(each, [*path, each]))
        first = next(inner, None)
        if first:
            yield first
            yield from inner
        elif component.name == "NewsComponent":
            yield path
        else:
            for each in below:
                yield from self._heads(each, [*path, each])

    def _is_head(self, component: Element) -> bool:
        """Whether a component is a story, or holds one: it, or one below it, has a headline of its own."""
        known = self._known.get(component.start)
        if known is None:
            known = (
                self._role(component) in _MEDIA
                or component.first("NewsLines", "HeadLine") is not None
                or any(self._is_head(each) for each in component.of("NewsComponent"))
            )
            self._known[component.start] = known
        return known

    def _role(self, component: Element) -> str:
        role = component.first("Role")
        return self.tree.value(role, "FormalName").lower() if role else ""

    def _story(self, item: Element, path: Sequence[Element]) -> AgencyStory:
        """What the components on a way down say of a story, the lowest first, and its copy."""
        story = AgencyStory(self.tree, self.reading, self.format)
        for component in reversed(path[1:]):  # the first is the item, which has none
            self._read_lines(story, component)
        self._read_date(story, item)
        for content in self._chosen(list(self._contents(path[-1], ""))):
            if content.part == "copy":
                read_copy(story, content.data, content.sort)
            elif content.part == "caption":
                self._read_as(story, content, "caption")
            elif content.part == "deck":
                story.deck(content.data, "abstract")
            else:
                story.field(content.part, content.data, content.part)
        return story

    def _read_as(self, story: AgencyStory, content: Content, role: str) -> None:
        """Take content as copy of one role."""
        before = len(story.copy)
        read_copy(story, content.data, content.sort)
        for zone in story.copy[before:]:
            if zone.role == "body":
                zone.role = role

    def _contents(self, component: Element, part: str) -> Iterator[Content]:
        """The contents of a component and of those below it that have text."""
        role = self._role(component)
        if role in _MEDIA:
            self._media[_MEDIA[role]] = None
            return
        if role in _NO_COPY:
            return
        part = (_PARTS.get(role, _PERHAPS) if role else part) or "copy"
        for item in component.of("ContentItem"):
            data = item.first("DataContent") or item.first("InlineContent")
            if data and self.tree.has_words(data):
                yield Content(part, data, self._sort(item), component)
        for below in component.of("NewsComponent"):
            yield from self._contents(below, part)

    def _sort(self, item: Element) -> str:
        """The form that an item says its content has."""
        said = [self.tree.value(each, "FormalName").lower() for each in item.of("MimeType", "Format", "MediaType")]
        return " ".join(said)

    def _chosen(self, contents: Sequence[Content]) -> Iterator[Content]:
        """The contents, of one text in several forms only one: that in markup, else the first."""
        if not any(each.part == "copy" for each in contents):
            contents = [each._replace(part="copy") if each.part == _PERHAPS else each for each in contents]
        contents = [each for each in contents if each.part != _PERHAPS]
        taken: set[str] = set()
        marked = {each.part for each in contents if each.data.children}
        for each in contents:
            if each.part in taken and each.part in ("copy", "headline"):
                continue
            if each.part == "copy" and each.part in marked and not each.data.children:
                continue
            taken.add(each.part)
            yield each

    def _read_lines(self, story: AgencyStory, component: Element) -> None:
        """The headline, byline and dateline of a component, its language, and the place that it names."""
        tree = story.tree
        if lines := component.first("NewsLines"):
            story.field("headline", None if _has(story, "headline") else lines.first("HeadLine"), "headline")
            story.deck(lines.first("SubHeadLine"), "SubHeadLine")
            for byline in lines.of("ByLine"):
                story.field("byline", byline, "byline")
            for dateline in lines.of("DateLine"):
                story.say_dateline(dateline)
            story.say("slugline", tree.words(lines.first("SlugLine")))
            story.say("source", tree.words(lines.first("CreditLine")))
        for facts in component.children:
            if facts.name.startswith("DescriptiveMetada"):  # TASS leaves the last letters out
                self._read_facts(story, facts)
        story.language = story.language or tree.value(component, "xml:lang")
        provider = component.first("AdministrativeMetadata", "Provider", "Party")
        story.say("source", tree.value(provider, "FormalName") if provider else "")

    def _read_facts(self, story: AgencyStory, facts: Element) -> None:
        tree = story.tree
        for place in facts.of("Location"):
            for given in place.of("Property"):
                if tree.value(given, "FormalName").lower() == "city":
                    story.say_located(given, "Value")
        for language in facts.of("Language"):
            story.language = story.language or tree.value(language, "FormalName")

    def _read_date(self, story: AgencyStory, item: Element) -> None:
        """The day of this revision, else of the first."""
        managed = item.first("NewsManagement")
        for name in ("ThisRevisionCreated", "FirstCreated"):
            story.say("date", story.tree.words(managed.first(name) if managed else None))


def _has(story: AgencyStory, role: str) -> bool:
    return any(zone.role == role for zone in story.zones)
