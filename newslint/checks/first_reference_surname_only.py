"""A person called by surname before the story says who that is."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.names.words import FIRST_NAMES, PLACES, PLAIN
from newslint.base.typed import TYPE_CHECKING
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Evidence, Good, Option, Rule
from newslint.model.story import Story

if TYPE_CHECKING:
    from newslint.analyses.names.mentions import Mention

LEAD = 20  # words, and more; what is shorter before it is a headline or deck, which may name whom all know


class FirstReferenceSurnameOnly(Rule):
    """Readers should meet a person by full name; where the surname comes first, a paragraph was usually moved."""

    id = "first-reference-surname-only"
    topic = "names"
    finds = "A person called by surname first and named in full only later"
    severity = "note"
    default = False
    message = "the story gives this person's full name only later"
    titled = Option(False, "also report a surname with a title before it (“President Ekholm”)")
    when = {"language": ("en",)}
    examples = (
        Bad(
            "Ruiz leaves.\n[[Ruiz]] left at noon, and with her went the last of the men and women who for a hundred "
            "years have kept the mill by the river going.\nThe mill is shut, said ((Ana Ruiz)), who owns it.",
            message="“Ruiz” comes before the full name, Ana Ruiz: give the full name first",
        ),
        Bad(
            "Mayor [[Ruiz]] left at noon.\nThen ((Ana Ruiz)) came back.",
            options={"titled": True},
        ),
        Good("Mayor Ruiz left at noon.\nThen Ana Ruiz came back."),
        Good("Ana Ruiz left at noon.\nRuiz owns the mill."),
        Good("The Ruiz mill is shut.\nAna Ruiz owns it.", note="not the person but what is named after them"),
        Good("“Ruiz left,” a neighbour said.\nAna Ruiz owns the mill."),
    )
    evidence = Evidence(stories=1922, hits=22, wrong=7)

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each person, at the first surname."""
        from newslint.analyses.names.mentions import mentions  # here, because the rule seldom runs

        people = [m for m in story.get(mentions) if m.entity == "person" and m.zone.role in ("body", "list")]
        full: dict[int, Mention] = {}
        bearers: dict[str, set[int]] = {}
        for m in people:
            if m.given_as == "full":
                full.setdefault(m.person, m)
                bearers.setdefault(m.surname, set()).add(m.person)
        met = {m.person for m in people if len(bearers.get(m.surname, ())) > 1}  # it may be either
        starts = next((z.span.start for z in story.of("body") if z.text.count(" ") > LEAD), 0)
        for m in people:
            if m.person not in met and (m.given_as == "full" or m.span.start >= starts):
                met.add(m.person)
                later = full.get(m.person)
                if m.given_as == "surname" and later and (self.titled or not m.title) and _is_met(m, later):
                    yield self.finding(
                        m.span,
                        f"“{m.name}” comes before the full name, {later.name}: give the full name first",
                        related=[Related(later.span, "the full name")],
                    )


def _is_met(m: Mention, later: Mention) -> bool:
    """Whether a surname is the person, and the full name surely a person's of that surname."""
    from newslint.analyses.names.context import reads_on

    if later.name.split()[0] not in FIRST_NAMES or m.surname in PLAIN | PLACES or not reads_on(m.zone.text, m.end):
        return False
    before = m.zone.text[: m.start]
    return not before.endswith(("the ", "The ", "a ", "A ", "-", "& ", "and "))
