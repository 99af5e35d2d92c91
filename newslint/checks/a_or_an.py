"""“A” before a vowel's sound, “an” before a consonant's: “a event”, “an complete list”."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.text.scanning import ScanHit, scan
from newslint.base.lazy import pattern
from newslint.model.finding import Edit, Finding, Fix
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story
from newslint.words.spelling import english
from newslint.words.tables import Articles, any_of

# It begins with a sign and a letter, which is found fast.
_MAYBE = pattern(
    lambda: (
        r" a(?:(?: (?P<vowel>[aeio][a-z]+)| (?P<spelt>[A-Z]{2,5})|n (?P<other>[b-df-gj-np-tv-z][a-z]+)"
        r"|n (?P<spelt_other>[A-Z]{2,5})"
        rf"| (?P<silent>(?:{any_of(Articles.of().silent)})[a-z]*))(?![\w’'/@_-]|\.\w)"
        # a 18-month halt, an 12th man: eight, eleven and eighteen begin with a vowel, other numbers do not
        r"|(?: (?P<eight>8[0-9]?|11|18)|n (?P<ten>[2-79]|1[02-79]|[2-79][0-9]))(?=-[a-z]|th\b| ?%| [a-z]))"
    )
)
_LEAST = 2  # the level of a word that is one
_SHORTEST = 4


class AOrAn(Rule):
    """The wrong article makes every reader stumble; it is what is left when the word behind it was changed."""

    id = "a-or-an"
    topic = "language"
    finds = "“A” where “an” belongs or the other way round, such as “a event”"
    severity = "warning"
    confidence = "medium"
    message = "the article goes by the sound that follows"
    zones = ("headline", "deck", "caption", "subhead", "body", "list", "note", "alt")
    examples = (
        Bad(
            "She has [[a interest]] in it.",
            fixed="She has an interest in it.",
            message="“an interest”, not “a interest”",
        ),
        Bad("It took [[a hour]] and was [[a honour]].", fixed="It took an hour and was an honour."),
        Bad("It is [[an complete]] list.", fixed="It is a complete list."),
        Bad("They sent [[a FBI]] man with [[an USB]] stick.", fixed="They sent an FBI man with a USB stick."),
        Bad("It led to [[a 18]]-month halt, [[a 8]] percent rise and [[an 12]]th loss."),
        Good("It led to an 18-month halt, a 12th loss, an 8-1 win and a 7 percent rise. A 180-page plan fell."),
        Good("A one-off event, a house, a union, a European, an hour, an honest man, a US ship and an NHS nurse."),
        Good("It is an mmap call, an sbt plugin, a in the alphabet, and both A and B."),
        Good("“It was a event,” she said."),
    )

    evidence = Evidence(stories=3849, hits=61, wrong=0)

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each place."""
        if story.language == "en" and _MAYBE.search(story.prose.text):
            for hit in scan(story, _MAYBE, self.zones):
                if _is_wrong(hit) and _stands_so(story, hit):
                    yield self._found(hit)

    def _found(self, hit: ScanHit) -> Finding:
        text = hit.text[1:]
        article, _, word = text.partition(" ")
        right = "an" if article == "a" else "a"
        start = hit.start + 1
        place = hit.zone.to_source(start, start + len(article))
        fix = Fix(f"Write “{right}”", (Edit(place, right),), "offer")
        return self.finding(hit.zone.to_source(start, hit.end), f"“{right} {word}”, not “{text}”", fixes=(fix,))


def _stands_so(story: Story, hit: ScanHit) -> bool:
    """Whether the source has these words in a row: a format takes code and tags out between them."""
    span = hit.span
    return story.source.text[span.start : span.end].split() == hit.text.split()


def _is_wrong(hit: ScanHit) -> bool:
    """Whether the article goes against the sound behind it, as far as that is known."""
    found, articles = hit.match, Articles.of()
    if found["eight"] or found["ten"]:
        return True
    if spelt := found["spelt"]:
        return spelt in articles.an_before
    if spelt := found["spelt_other"]:
        return spelt in articles.a_before
    word = found["vowel"] or found["silent"] or found["other"]
    if len(word) < _SHORTEST or word in articles.small:
        return False
    if word.startswith(tuple(articles.sounds_otherwise)):
        return False
    return english().level(word) >= _LEAST
