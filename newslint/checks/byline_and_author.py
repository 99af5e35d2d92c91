"""A byline in the copy that names somebody else than the metadata does."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.base.lazy import pattern
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story, Zone
from newslint.words.tables import Pages

_BYLINE = pattern(
    r"[Bb][Yy]:? (?P<name>[A-ZÀ-Þ][\w’'.-]+(?: (?:[a-z]{1,3} )?[A-ZÀ-Þ][\w’'.-]+){1,3})(?=$|,| [|–—-]|\s\d|\W*$)"
)
_WORD = pattern(r"[^\W\d_]{2,}")
_PAGE = (  # of the examples
    '<html><script type="application/ld+json">{{"@type": "NewsArticle", "author": {author}}}</script><article>'
    "<h1>Mill opens</h1><p>{byline}</p><p>The mill by the river opened on Monday as a museum, the town of Ely said, "
    "and some three hundred people came to see what it holds.</p></article></html>"
)


class BylineAndAuthor(Rule):
    """One of the two gives somebody the credit, or the blame, for another's story."""

    id = "byline-and-author"
    topic = "metadata"
    finds = "A byline in the copy that names somebody else than the metadata"
    severity = "warning"
    confidence = "medium"
    message = "the metadata names another author"
    zones = ("byline", "body")
    when = {"format": ("markdown", "html")}
    examples = (
        Bad(
            "---\ntitle: Mill opens\nauthor: ((Leo Holm))\n---\n\n[[By Ana Silva]]\n\nThe mill opened on Monday.\n",
            format="markdown",
            message="“By Ana Silva”, but the metadata says Leo Holm",
        ),
        Good(
            "---\ntitle: Mill opens\nauthor: ana-silva\n---\n\nBy Ana Silva\n\nThe mill opened on Monday.\n",
            format="markdown",
        ),
        Good(
            "---\ntitle: Mill opens\nauthor: News Team\n---\n\nBy Ana Silva\n\nThe mill opened on Monday.\n",
            format="markdown",
            note="a desk's account",
        ),
        Good(
            "---\ntitle: Mill opens\nauthor: asilva\n---\n\nBy Ana Silva, Leo Holm\n\nThe mill opened.\n",
            format="markdown",
        ),
        Bad(
            _PAGE.format(author='[{"name": "Leo Holm"}]', byline="[[By Ana Silva]]"),
            format="html",
            message="“By Ana Silva”, but the metadata says Leo Holm",
        ),
        Good(_PAGE.format(author='{"name": "Ana Silva"}', byline="By Ana Silva, Leo Holm"), format="html"),
        Good(
            _PAGE.format(author='[{"name": "Leo Holm"}, {"name": "Ana Silva"}]', byline="By Ana Silva"), format="html"
        ),
    )

    evidence = Evidence(
        stories=3849, hits=0, wrong=0, cases=60, found=57, on="a byline with another name set above the copy of posts"
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each such byline."""
        given = [zone for zone in story.of("byline") if zone.field]
        authors = [zone.text for zone in given] or _authors(story)
        names = " ".join(authors).lower()
        if not any(map(_is_person, authors)):
            return
        for zone in _first_lines(story):
            found = _BYLINE.match(zone.text)
            if found and not any(
                word.lower() in names or names in word.lower() for word in _WORD.findall(found["name"])
            ):
                said = f"“{found[0]}”, but the metadata says {authors[0][:40]}"
                related = [Related(given[0].span, "the author")] if given else []
                yield self.finding(zone.to_source(0, found.end()), said, related=related)


def _authors(story: Story) -> list[str]:
    """Who wrote a story by what its page says of it."""
    said = story.metadata.get("author")
    return [str(each) for each in (said if isinstance(said, list) else [said]) if each]


def _first_lines(story: Story) -> Iterator[Zone]:
    """The first short paragraphs below the metadata, of whatever role."""
    lines = [zone for zone in story.zones if not zone.field and zone.role in ("byline", "body", "subhead")][:3]
    return (zone for zone in lines if len(zone.text) < 100)


def _is_person(text: str) -> bool:
    """Whether a field has a person's first name and surname, and no account or desk."""
    words = text.split()
    desks = Pages.of().employers
    return (
        2 <= len(words) <= 4
        and all(word[:1].isupper() for word in words)
        and not any(word.lower().strip(".") in desks for word in words)
    )
