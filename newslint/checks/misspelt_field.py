"""A key of the metadata that is nearly one that sites read: “tittle”, “Athor”."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.text.fields import fields
from newslint.model.finding import Edit, Finding, Fix
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story

_KNOWN = frozenset(
    [
        "abstract",
        "aliases",
        "attribution",
        "author",
        "authors",
        "byline",
        "caption",
        "categories",
        "category",
        "cover",
        "credit",
        "date",
        "dateline",
        "deck",
        "description",
        "draft",
        "excerpt",
        "expirydate",
        "featured",
        "headline",
        "image",
        "keywords",
        "kicker",
        "language",
        "lastmod",
        "layout",
        "license",
        "menu",
        "modified",
        "permalink",
        "published",
        "publishdate",
        "section",
        "series",
        "slug",
        "source",
        "standfirst",
        "subtitle",
        "summary",
        "tags",
        "thumbnail",
        "title",
        "topics",
        "translator",
        "updated",
        "weight",
    ]
)
_FINE = frozenset(
    [
        "caption",
        "captions",
        "cover",
        "covers",
        "credits",
        "dates",
        "datelines",
        "descriptions",
        "decks",
        "images",
        "keyword",
        "languages",
        "layouts",
        "licence",
        "licenses",
        "licences",
        "menus",
        "sections",
        "sources",
        "subtitles",
        "summaries",
        "tag",
        "titles",
        "topic",
        "updates",
        "weights",
        "headlines",
        "heading",
        "headings",
        "headliner",
        "dated",
        "datetime",
        "tagged",
        "toc",
        "lang",
        "file",
        "title_tag",
        "series_title",
        "body",
        "authored",
        "title2",
        "untitled",
        "linktitle",
        "imported",
        "imager",
        "links",
        "link",
        "listed",
        "part",
        "catalog",
        "cate",
        "post",
        "posts",
        "page",
        "pages",
        "data",
        "date2",
        "author2",
        "image2",
        "covered",
        "edit",
        "editor",
        "editors",
        "credited",
        "bylines",
        "topical",
        "feature",
        "features",
        "sorce",
        "course",
        "force",
        "draught",
        "weighted",
        "height",
        "sections_",
        "captioned",
        "photo",
        "video",
        "version",
        "slugs",
    ]
)
_ELSEWHERE = frozenset(
    [
        "auteur",
        "autor",
        "autore",
        "categoria",
        "categorie",
        "imagen",
        "kategorie",
        "serie",
        "titel",
        "titolo",
        "titre",
        "titulo",
    ]
)
_SHORTEST = 3


class MisspeltField(Rule):
    """The site looks for the right key, does not find it, and shows the story without what stands there."""

    id = "misspelt-field"
    topic = "metadata"
    finds = "A key of the metadata one slip away from one that sites read, such as “tittle”"
    severity = "warning"
    confidence = "high"
    message = "this key is nearly one that sites read"
    when = {"format": ("markdown",)}
    needs = fields
    examples = (
        Bad(
            "---\n[[tittle]]: Mill opens\ndate: 2025-03-04\n---\n\nThe mill opened.\n",
            format="markdown",
            fixed="---\ntitle: Mill opens\ndate: 2025-03-04\n---\n\nThe mill opened.\n",
            message="“tittle” is nearly “title”, which sites read",
        ),
        Bad(
            "---\ntitle: Mill opens\n[[atuhor]]: Ana Silva\n[[catagory]]: towns\n---\n\nThe mill opened.\n",
            format="markdown",
            fixed="---\ntitle: Mill opens\nauthor: Ana Silva\ncategory: towns\n---\n\nThe mill opened.\n",
        ),
        Good("---\ntitle: Mill opens\nauthors: [ana]\ntag: mill\nlang: en\n---\n\nIt opened.\n", format="markdown"),
        Good(
            "---\ntitre: Le moulin ouvre\nautor: Ana\n---\n\nLe moulin est ouvert.\n",
            format="markdown",
            language="fr",
            note="another language's word",
        ),
        Good(
            "---\ntitle: Mill opens\nlayout: post\nlayour: post\n---\n\nIt opened.\n",
            format="markdown",
            note="the right key is there too: the site may read both",
        ),
    )

    evidence = Evidence(
        stories=3849, hits=0, wrong=0, cases=60, found=60, on="keys of posts misspelt in thirteen ways"
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each such key."""
        keys = {str(key).lower() for key in story.metadata}
        if keys <= _KNOWN:
            return
        for low, field in story.get(fields).items():
            if (
                low in _KNOWN
                or low in _FINE
                or (low in _ELSEWHERE and story.language != "en")
                or len(low) < _SHORTEST
                or not low.isalpha()
            ):
                continue
            right = [known for known in sorted(_slips(low)) if known not in keys]
            if right:
                fix = Fix(f"Write “{right[0]}”", (Edit(field.place, right[0]),), "offer")
                said = f"“{field.key}” is nearly “{right[0]}”, which sites read"
                yield self.finding(field.place, said, fixes=(fix,))


def _slips(word: str) -> frozenset[str]:
    """The known keys that one letter more, less or other, or two letters swapped, part from a word."""
    return frozenset(known for known in _KNOWN if abs(len(known) - len(word)) < 2 and _is_near(known, word))


def _is_near(one: str, other: str) -> bool:
    if len(one) > len(other):
        one, other = other, one
    n = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    if len(one) < len(other):
        return one[n:] == other[n + 1 :]
    return one[n + 1 :] == other[n + 1 :] or (
        one[n : n + 2] == other[n : n + 2][::-1] and one[n + 2 :] == other[n + 2 :]
    )
