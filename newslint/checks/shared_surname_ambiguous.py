"""A surname alone that two people in the story share."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.names.words import FIRST_NAMES
from newslint.base.typed import TYPE_CHECKING
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story

if TYPE_CHECKING:
    from newslint.analyses.names.mentions import Mention


class SharedSurnameAmbiguous(Rule):
    """Right after two people who share a surname have been named, the surname alone does not say who is meant."""

    id = "shared-surname-ambiguous"
    topic = "names"
    finds = "A surname alone where two people who share it have just been named"
    severity = "note"
    default = False
    message = "two people of this surname have just been named"
    when = {"language": ("en",)}
    examples = (
        Bad(
            "((Ana Ruiz)) and her brother ((Leo Ruiz)) own the mill. [[Ruiz]] wants to sell it.",
            message="“Ruiz” may be Ana Ruiz or Leo Ruiz, both named just before: say which",
        ),
        Bad("((Ana Ruiz)) spoke. So did ((Leo Ruiz)).\n[[Ruiz]] has run the mill since May."),
        Good("Ana Ruiz and her brother Leo Ruiz own the mill. Leo Ruiz wants to sell it. Mr. Ruiz is old."),
        Good("Ana Ruiz owns the mill. She is 60.\nHer brother Leo Ruiz has left.\nShe is alone.\nRuiz sings."),
        Good("Ana Ruiz and her brother Leo Ruiz own the mill. The Ruizs sing. The Ruiz family is old."),
        Good("Ana Ruiz and her brother Leo Ruiz own the mill. “Ruiz is in town,” the saying goes."),
        Good("Ana Ruiz met Leo Diaz. Ruiz wants to sell."),
    )
    evidence = Evidence(stories=1922, hits=13, wrong=9)

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each surname, at the first place where it may be either."""
        from newslint.analyses.names.context import reads_on  # here, because the rule seldom runs
        from newslint.analyses.names.mentions import is_spoken, mentions

        people = [
            m for m in story.get(mentions) if m.entity == "person" and m.zone.role in ("body", "list", "caption")
        ]
        told: set[str] = set()
        named: dict[str, dict[int, tuple[int, Mention]]] = {}  # surname -> person -> paragraph and latest full name
        paragraph, zone = 0, None
        for m in people:
            if m.zone is not zone:
                paragraph, zone = paragraph + 1, m.zone
            if m.given_as == "full" and m.name.split()[0] in FIRST_NAMES:
                named.setdefault(m.surname, {})[m.person] = (paragraph, m)
            elif m.given_as == "surname" and not m.title and m.surname not in told and reads_on(m.zone.text, m.end):
                near = [full for at, full in named.get(m.surname, {}).values() if paragraph - at < 2]
                if len(near) > 1 and not _introduces(m) and not is_spoken(story, m.span):
                    told.add(m.surname)
                    yield self._finding(m, near)

    def _finding(self, m: Mention, near: list[Mention]) -> Finding:
        either = " or ".join(dict.fromkeys(full.name for full in near))
        return self.finding(
            m.span,
            f"“{m.name}” may be {either}, both named just before: say which",
            related=[Related(full.span, "named here") for full in sorted(near, key=lambda full: full.span.start)],
        )


def _introduces(m: Mention) -> bool:
    """Whether words before the surname say whose it is (the elder Ruiz, the Ruiz plan)."""
    return m.zone.text[: m.start].endswith(
        ("the ", "elder ", "younger ", "senior ", "junior ", "The ", "-", "Mother ")
    )
