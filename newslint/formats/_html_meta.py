"""What a page says of its story beside the story: JSON-LD, Open Graph and other `<meta>`s, and its title."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from newslint.base.lazy import pattern
from newslint.base.typed import Any
from newslint.formats._html_tokens import decoded
from newslint.formats._html_tree import Element, Page

_STORIES = (
    "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "BackgroundNewsArticle",
    "ReviewNewsArticle", "AskPublicNewsArticle", "AdvertiserContentArticle", "LiveBlogPosting", "BlogPosting",
    "Article", "TechArticle", "ScholarlyArticle", "SocialMediaPosting", "Report", "Review", "Recipe",
)  # fmt: skip
_MOST_NODES = 2_000
_MOST_LD = 2_000_000  # code points of one script
_META = {
    "og:title": "headline", "twitter:title": "headline", "headline": "headline", "dc.title": "headline",
    "og:description": "description", "description": "description", "twitter:description": "description",
    "author": "author", "article:author": "author", "dc.creator": "author", "parsely-author": "author",
    "byl": "author", "sailthru.author": "author",
    "article:published_time": "datePublished", "datepublished": "datePublished", "date": "datePublished",
    "pubdate": "datePublished", "dc.date": "datePublished", "parsely-pub-date": "datePublished",
    "dc.date.issued": "datePublished", "publishdate": "datePublished", "publish-date": "datePublished",
    "article:modified_time": "dateModified", "lastmod": "dateModified", "og:updated_time": "dateModified",
    "article:section": "section", "parsely-section": "section", "og:site_name": "site", "og:type": "type",
    "og:locale": "locale",
}  # fmt: skip
_TAG = pattern(r"<[^<>]{0,1000}>")


class About:
    """What a page says of its story: `ld` is the JSON-LD of the story, `meta` its `<meta>`s by our names."""

    __slots__ = ("body", "ld", "meta", "title")

    def __init__(self, page: Page) -> None:
        self.ld: Mapping[str, Any] = _story_in(_nodes_of(page))
        self.meta = _metas(page)
        self.title = next((plain(page.text[a:b]) for e, a, b in page.raw if e.name == "title"), "")
        self.body = text_of(self.ld.get("articleBody"))

    def value(self, name: str) -> str:
        """A value of the story, from its JSON-LD or else from its `<meta>`s."""
        return text_of(self.ld.get(name)) or next(iter(self.meta.get(name, ())), "")

    @property
    def authors(self) -> list[str]:
        """The names of those who wrote it."""
        return list(dict.fromkeys(names_in(self.ld.get("author")))) or self.meta.get("author", [])

    def titles(self) -> list[str]:
        """Every headline that the page gives of its story, the surest first."""
        found = [text_of(self.ld.get("headline")), *self.meta.get("headline", ())[:1], text_of(self.ld.get("name"))]
        return [each for each in dict.fromkeys([*found, self.title]) if each]

    @property
    def metadata(self) -> dict[str, Any]:
        """The values that rules may compare with the story."""
        names = ("headline", "description", "datePublished", "dateModified", "section", "dateline")
        found: dict[str, Any] = {name: value for name in names if (value := self.value(name))}
        if not found.get("section"):
            found.update({"section": section} if (section := text_of(self.ld.get("articleSection"))) else {})
        authors = self.authors
        if authors:
            found["author"] = authors[0] if len(authors) == 1 else authors
        return found


def plain(text: str) -> str:
    """A text as it reads: references decoded, white space folded."""
    return " ".join(decoded(text).split())


def text_of(value: Any) -> str:
    """A value of JSON-LD as text."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, Mapping):
        value = value.get("@value") or value.get("name") or ""
    return plain(_TAG.sub(" ", value)) if isinstance(value, str) else ""


def names_in(value: Any) -> Iterator[str]:
    """The names of the authors that JSON-LD gives."""
    for each in value if isinstance(value, list) else [value]:
        name = text_of(each)
        if name:
            yield name


def is_linked_data(element: Element, page: Page) -> bool:
    """Whether an element of raw text is a script of JSON-LD."""
    return element.name == "script" and "ld+json" in page.text[element.start : element.stop]


def _nodes_of(page: Page) -> Iterator[Mapping[str, Any]]:
    import json

    for element, start, end in page.raw:
        if not is_linked_data(element, page) or end - start > _MOST_LD:
            continue
        text = page.text[start:end].strip().removeprefix("<!--").removesuffix("-->")
        text = text.strip().removeprefix("//<![CDATA[").removesuffix("//]]>").strip().rstrip(";")
        try:
            yield from _flat(json.loads(text, strict=False))
        except (ValueError, RecursionError):
            continue


def _flat(value: Any) -> Iterator[Mapping[str, Any]]:
    """Every node of a JSON-LD document that may be the page's story."""
    waiting, seen = [value], 0
    while waiting and seen < _MOST_NODES:
        each = waiting.pop(0)
        seen += 1
        if isinstance(each, list):
            waiting += each
        elif isinstance(each, Mapping):
            yield each
            waiting += [each[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in each]


def _story_in(nodes: Iterable[Mapping[str, Any]]) -> Mapping[str, Any]:
    best: Mapping[str, Any] = {}
    rank = len(_STORIES)
    for node in nodes:
        types = node.get("@type")
        for name in types if isinstance(types, list) else [types]:
            name = str(name).rpartition("/")[2]
            at = _STORIES.index(name) if name in _STORIES else rank
            if at < rank:
                best, rank = node, at
    return best


def _metas(page: Page) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in page.metas:
        given = element.attributes(page.text)
        name = given.get("property") or given.get("name") or given.get("itemprop") or ""
        key = _META.get(name.strip().lower())
        value = " ".join(given.get("content", "").split())
        if key and value and value not in found.setdefault(key, []):
            found[key].append(value)
    return found
