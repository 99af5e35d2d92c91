"""A byline in the copy that names somebody else than the metadata does."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.base.lazy import pattern
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story, Zone
from newslint.words.tables import Pages

_BYLINE = pattern(
    r"[Bb][Yy]:? (?P<name>[A-ZÀ-Þ][\w’'.-]+(?: (?:[a-z]{1,3} )?[A-ZÀ-Þ][\w’'.-]+){1,3})(?=$|,| \||\W*$)"
)
_WORD = pattern(r"[^\W\d_]{2,}")


class BylineAndAuthor(Rule):
    """One of the two gives somebody the credit, or the blame, for another's story."""

    id = "byline-and-author"
    topic = "metadata"
    finds = "A byline in the copy that names somebody else than the metadata"
    severity = "warning"
    confidence = "medium"
    message = "the metadata names another author"
    zones = ("byline", "body")
    when = {"format": ("markdown",)}
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
    )

    evidence = Evidence(
        stories=3849, hits=0, wrong=0, cases=60, found=57, on="a byline with another name set above the copy of posts"
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each such byline."""
        given = [zone for zone in story.of("byline") if zone.field]
        if not given:
            return
        names = " ".join(zone.text for zone in given).lower()
        first = given[0]
        if not any(_is_person(zone.text) for zone in given):
            return
        for zone in _first_lines(story):
            found = _BYLINE.match(zone.text)
            if found and not any(
                word.lower() in names or names in word.lower() for word in _WORD.findall(found["name"])
            ):
                said = f"“{found[0]}”, but the metadata says {first.text[:40]}"
                yield self.finding(zone.to_source(0, found.end()), said, related=[Related(first.span, "the author")])


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
