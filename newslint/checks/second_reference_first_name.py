"""A person called by first name after having been introduced in full."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from newslint.base.typed import TYPE_CHECKING
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story
from newslint.words.tables import Titles

if TYPE_CHECKING:
    from newslint.analyses.names.mentions import Mention

# Whom custom calls by first name: Sir Cliff, Prince William, Pope Francis; and whom the story compares with others.
_BY_FIRST_NAME = frozenset(Titles.of().having("first-name"))


class SecondReferenceFirstName(Rule):
    """After the full name comes the surname; a first name in the reporter's own words sounds like taking sides.

    First names are fine where two people share a surname, and for anyone the story never calls by surname.
    """

    id = "second-reference-first-name"
    topic = "names"
    finds = "A first name alone for a person whom the story calls by surname elsewhere"
    severity = "note"
    default = False
    message = "the story calls this person by first name here and by surname elsewhere"
    when = {"language": ("en",)}
    unless = {"kind": ("opinion", "interview")}
    examples = (
        Bad(
            "((Ana Ruiz)) won.\nRuiz was pleased.\nLater [[Ana]] said no more.",
            message="“Ana” is called Ruiz elsewhere in this story: use the surname here too",
        ),
        Good("Ana Ruiz won.\nRuiz was pleased. Ana Ruiz said no more."),
        Good("Ana Ruiz won.\nLater Ana said no more. Ana is 9.", note="always by first name: a child, or a choice"),
        Good("Ana Ruiz won.\nLeo Ruiz lost. Ruiz was pleased. Ana said no more.", note="to tell two apart"),
        Good("Ana Ruiz won. “Ana is glad,” said a friend of Ruiz."),
        Good("Sir Cliff Ruiz won. Ruiz sang. Sir Cliff said no more."),
    )
    evidence = Evidence(stories=1922, hits=16, wrong=8)

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each person, at the first such place."""
        from newslint.analyses.names.mentions import is_spoken, mentions  # here, because the rule seldom runs

        people = [m for m in story.get(mentions) if m.entity == "person" and m.zone.role == "body"]
        roles = Counter((m.person, m.given_as) for m in people)
        bearers: dict[str, set[int]] = {}
        full: dict[int, Mention] = {}
        for m in people:
            if m.given_as == "full":
                bearers.setdefault(m.surname, set()).add(m.person)
                bearers.setdefault(m.name.split()[0], set()).add(m.person)
        told: set[int] = set()
        for m in people:
            if m.given_as == "full":
                full.setdefault(m.person, m)
            elif m.given_as == "first" and m.person not in told and m.person in full and _is_subject(m):
                known = full[m.person]
                alone = len(bearers[known.surname]) == 1 == len(bearers[m.name])
                if (
                    alone
                    and roles[m.person, "surname"]
                    and known.title not in _BY_FIRST_NAME
                    and not is_spoken(story, m.span)
                ):
                    told.add(m.person)
                    yield self.finding(
                        m.span,
                        f"“{m.name}” is called {known.surname} elsewhere in this story: use the surname here too",
                        related=[Related(known.span, "the full name")],
                    )


def _is_subject(m: Mention) -> bool:
    """Whether the copy says something of the person, rather than naming a pair or a title (Ana and Leo)."""
    from newslint.analyses.names.context import reads_on

    text = m.zone.text
    joined = text.startswith((" and ", " &"), m.end) or text[: m.start].endswith(
        (" and ", "& ", "the ", "The ", "“", "‘", "'")
    )
    return not joined and reads_on(text, m.end)
