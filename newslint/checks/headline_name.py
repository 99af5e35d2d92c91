"""A name in the headline that stands nowhere in the story, where its main person is not in the headline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import islice

from newslint.analyses.names.mentions import Mention, mentions
from newslint.analyses.names.words import FIRST_NAMES, PARTICLES, PLACES, PLAIN, TITLES
from newslint.analyses.quotes.quotes import quoted
from newslint.base.lazy import pattern
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Evidence, Good, KnownFalse, Rule
from newslint.model.story import Story, Zone
from newslint.words.languages import ENGLISH
from newslint.words.spelling import english
from newslint.words.tables import Familiar, Gazetteer, Headlines, Surnames, any_of

SHORTEST = 5  # letters of a name that is looked at
LONGEST = 400  # code points of a headline
STEM = 4  # letters of it that must not stand below: “Belgium”, “Belgian”
LEAST_NAMED = 2  # times that whoever the story is about is named in it
_NAME = pattern(r"[A-Z](?<![\w@#’'-].)[a-z]{4,}(?![\w-]|[’'](?!s?\b))")
_ENDINGS = ("s", "ed", "ing", "ly")
_MOST = 0.6  # of the longer words
_LEDE = 2  # paragraphs
# A row of capital words, which may be a name, and the words of it.
_CAPITAL = r"[^\W\d_a-z](?:(?:\.?\w){0,4}\.(?=[ \u00a0])|[\w.’'‘-]*\w)?"
_RUN = pattern(
    lambda: rf"{_CAPITAL}(?:(?<![’'‘]s)[ \u00a0]{{1,2}}(?:(?:{any_of(PARTICLES)})[ \u00a0]){{0,2}}{_CAPITAL})+"
)
_PARTED = pattern(r"[ \u00a0]|[’'‘](?:s|d|ll|re|ve|t|m)\b")
_SCORE = pattern(r"\b\d+-\d+\b")


class HeadlineName(Rule):
    """The wrong name in a headline is the worst slip of all: another person stands accused, or dead."""

    id = "headline-name"
    topic = "facts"
    finds = "A name in the headline that the story never mentions, for that of its main person"
    message = "the story does not name this person"
    zones = ("headline",)
    yields_to = ("inconsistent-name",)
    examples = (
        Bad(
            "# [[Halvorsen]] quits over pool\n\n((Peter Dahlqvist)) has left the council over the pool.\n\n"
            "Dahlqvist, a baker, was mayor for a year.",
            format="markdown",
            message="“Halvorsen” is nowhere in the story below: is Peter Dahlqvist meant?",
        ),
        Bad(
            "# Statue for Peter [[Halvorsen]]\n\nA statue of the pilot ((Peter Dahlqvist)) will stand in Ely.",
            format="markdown",
            note="one first name, another surname",
        ),
        Good(
            "# Dahlqvist quits over pool\n\nPeter Dahlqvist has left the council. Dahlqvist is a baker.",
            format="markdown",
        ),
        Good(
            "# Halvorsen backs Dahlqvist\n\nPeter Dahlqvist has a friend. Dahlqvist is a baker.",
            format="markdown",
            note="the main person is there, the other may be in the picture",
        ),
        Good(
            "# Belgium hails king of bakers\n\nPeter Dahlqvist is loved. Dahlqvist is a Belgian baker.",
            format="markdown",
            note="another form of a word of the story",
        ),
        Good(
            "# Mayor quits over pool\n\nPeter Dahlqvist has left the council. Dahlqvist was mayor.",
            format="markdown",
            note="a role",
        ),
        Good(
            "# Whitehall shuts pool\n\nPeter Dahlqvist has shut the pool. Dahlqvist is a minister.",
            format="markdown",
            note="a seat of power",
        ),
        Good(
            "# Halvorsen 2-1 Morby\n\nPeter Dahlqvist scored twice. Dahlqvist was glad.",
            format="markdown",
            note="sides of a match",
        ),
        Good(
            "# ‘Halvorsen is a fool’\n\nPeter Dahlqvist spoke in Ely. Dahlqvist was angry.",
            format="markdown",
            note="quoted",
        ),
        Good("# Pool shut in Morby\n\nThe council shut the pool.", format="markdown", note="nobody is named"),
        KnownFalse(
            "# [[Bamsebo]] wins again\n\n((Peter Dahlqvist)) scored twice. Dahlqvist was glad.",
            format="markdown",
            note="a club by its pet name",
        ),
    )
    evidence = Evidence(
        stories=2662,
        hits=0,
        wrong=0,
        cases=736,
        found=591,
        on="a surname in the headline of an edited story changed: 704 whose bearer the opening names, into a "
        "family's name that is no word, found by a looser pattern (576 found); 32 by others (15 found), 20 of them "
        "slips of a letter, most of which inconsistent-name finds",
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for a headline with one such name."""
        if story.language != ENGLISH:
            return
        for head in story.zones:
            if head.role == "headline":
                yield from self._in_head(story, head)
                return

    def _in_head(self, story: Story, head: Zone) -> Iterator[Finding]:
        said = head.text
        if len(said) > LONGEST or ("-" in said and _SCORE.search(said)):
            return
        prose = story.prose
        text, start = prose.text, prose.starts[story.zones.index(head)]
        end = start + len(said)
        # Most words of a headline stand in the copy as well, and most of those right below.
        odd = [name for name in _NAME.findall(said) if name not in PLAIN and text.find(name[:STEM], end) < 0]
        odd = odd and [name for name in odd if text.find(name[:STEM].lower(), end) < 0]
        if not odd:
            return
        capitals = _has_capitals(said)
        absent = {name for name in odd if _is_name(name, capitals) and _is_absent(text, name[:STEM], start, end)}
        names = [each for each in _NAME.finditer(said) if each[0] in absent] if absent else ()
        if len(names) != 1:
            return
        name, before = names[0][0], head.text[: names[0].start()].split()
        first = before[-1] if before else ""
        if not _may_mean(story, head, first) or story.get(quoted).meet(head.to_source(*names[0].span())):
            return
        meant = _meant(story, head, first)
        if meant:
            yield self.finding(
                head.to_source(*names[0].span()),
                f"“{name}” is nowhere in the story below: is {meant.name} meant?",
                related=[Related(meant.span, "the story's main person")],
            )


def _is_absent(text: str, stem: str, start: int, end: int) -> bool:
    """Whether nothing of a text, its headline from `start` to `end` left out, looks like the beginning of a name."""
    if text.find(stem.upper(), end) >= 0:
        return False
    return not any(text.find(form, 0, start) >= 0 for form in (stem.lower(), stem.upper(), stem))


def _is_name(name: str, capitals: bool) -> bool:
    """Whether a word is a family's name, or none that anybody knows, and no place.

    In a headline whose words all have `capitals` a word that is common too is no name, nor is an unknown plural.
    """
    small = name.lower()
    if name in TITLES or name in PLACES or name in Headlines.of().seats:
        return False
    if small in Gazetteer.of().towns:
        return False
    if small in Surnames.of().families:
        return (not capitals and small not in _familiar()) or english().level(small) == 0
    return not (capitals and small.endswith(_ENDINGS)) and english().level(small) == 0


def _has_capitals(headline: str) -> bool:
    """Whether most longer words of a headline have capitals: “The Mayor Goes Home”."""
    longer = [word for word in headline.split() if len(word) >= STEM]
    return sum([word[0].isupper() for word in longer]) > _MOST * len(longer)


@cache
def _familiar() -> frozenset[str]:
    return Familiar.of().words | Familiar.of().more


def _may_mean(story: Story, head: Zone, first: str) -> bool:
    """Whether the opening may name somebody whom the headline does not, looked up before all names are read.

    That is whoever bears the headline's `first` name; or a row of capitals with two words that the headline has not,
    of which the story has one twice at least.
    """
    text, said = story.prose.text, head.text.lower()
    end = story.prose.starts[story.zones.index(head)] + len(head.text)
    lede = "\n".join(islice((zone.text for zone in story.zones if zone.role == "body"), _LEDE))
    if first in FIRST_NAMES and first in lede:
        return True
    for match in _RUN.finditer(lede):
        own = [word for word in _PARTED.split(match[0]) if word[:1].isupper() and word.lower() not in said]
        if len(own) > 1 and any(word[-1] != "." and text.count(word, end) >= LEAST_NAMED for word in own):
            return True
    return False


def _meant(story: Story, head: Zone, first: str) -> Mention | None:
    """Whom the story is about, if its headline does not name that person: the first or the most named of its lede.

    If the headline has a first name, whoever of the lede bears it is meant.
    """
    persons = [each for each in story.get(mentions) if each.entity == "person" and each.zone is not head]
    named = Counter(each.person for each in persons)
    lede = [zone for zone in story.zones if zone.role == "body"][:_LEDE]
    there = [each for each in persons if each.zone in lede and each.given_as == "full"]
    said = head.text.lower()
    if first in FIRST_NAMES:
        for each in there:
            if each.name.split()[0] == first and each.surname.lower() not in said:
                return each
    most = max(named.values(), default=0)
    for n, each in enumerate(there):
        leads = each.zone is lede[0] and (n == 0 or named[each.person] > LEAST_NAMED)
        if not leads and named[each.person] < max(most, LEAST_NAMED + 1):
            continue
        if named[each.person] < LEAST_NAMED or each.surname.lower() in said or each.name.split()[0].lower() in said:
            continue
        return each
    return None
