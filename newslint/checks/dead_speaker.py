"""Somebody who has died, as the story tells, and speaks in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newslint.analyses.dates.moments import MONTHS, WEEKDAYS
from newslint.analyses.names.mentions import Mention, mentions
from newslint.analyses.quotes.quotes import quoted
from newslint.analyses.text.words import words
from newslint.base.lazy import pattern
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Evidence, Good, KnownFalse, Rule
from newslint.model.story import Story
from newslint.words.languages import ENGLISH
from newslint.words.tables import Ages, any_of

MOST_DAYS = 3  # from the weekday of a death to that of a saying; farther on, it may be the week before
_KEYS: frozenset[str] = frozenset(
    ("died", "dies", "death", "killed", "murder", "murdered", "killing", "funeral", "assassination")
)
_DAYS = "|".join(WEEKDAYS)
_YEAR = r"(?:19|20)\d\d"
_DIED = pattern(
    lambda: rf"(?:’s|'s)?(?:, [^,.;]{{1,50}},| \([^)]{{1,30}}\)|,)? (?:{any_of(Ages.of().died)})\b(?! down| out| off)"
)
_DEATH_OF = pattern(lambda: rf"\b(?:{any_of(Ages.of().death_of)}) of (?:[A-Z][\w.]* ){{0,3}}$")
_SAID = pattern(
    lambda: (
        r" (?:said|says|told (?:[\w’']+ ){1,4}?)(?:[^.,;“”\"]{0,40}? )?"
        rf"(?:(?P<now>{any_of(Ages.of().said_now)})|(?:on )?(?P<day>{_DAYS})"
        rf"|(?:in|on \d{{1,2}} (?:{any_of(MONTHS)})) (?P<year>{_YEAR}))\b"
        r"| said: ?[\"“‘'](?P<of>He|She) (?:was|had)\b"
    )
)
_WEEKDAY = pattern(rf"\b(?:{_DAYS})\b")
_YEARS = pattern(rf"\b{_YEAR}\b")
_NEAR = 70  # code points behind a death in which its weekday may stand


class DeadSpeaker(Rule):
    """Whoever has died says nothing more: one of two names is another's, or the words are older than they seem."""

    id = "dead-speaker"
    topic = "facts"
    finds = "Somebody who has died, as the story tells, and says something afterwards"
    message = "this person has died, as the story tells"
    default = False
    zones = ("body", "list")
    examples = (
        Bad(
            "The union's leader, ((Ana Ekholm)), died on Friday. Nobody had known that she was ill.\n\n“We go on,” "
            "[[Ana Ekholm]] said on Sunday.",
            message="Ana Ekholm says this here, and has died elsewhere in the story",
        ),
        Bad("The bench was given by ((Ana Ekholm)), who died in 2009. [[Ekholm]] told the meeting on 3 May 2015 so."),
        Bad("Singer ((Ana Ekholm)) has died, her agent said. Agent [[Ana Ekholm]] said: “She was the best.”"),
        Bad(
            "Police spoke of the murder of ((Ana Ekholm)) in Ely. It is a shock, [[Ana Ekholm]] said in a statement."
        ),
        Good(
            "Ana Ekholm, who died on Saturday, sang the night before. “I am well,” Ekholm told the crowd on Friday."
        ),
        Good("Ana Ekholm, who died on Monday, had no liking for ropes, Ekholm said in an interview in 2011."),
        Good("Peter Ekholm died on Friday. He was kind, his widow, Ana Ekholm, said on Sunday.", note="kin"),
        Good("Peter Ekholm died on Friday. “He was kind,” Mrs Ekholm said on Sunday.", note="kin"),
        Good("Ana Ekholm said on Sunday that the death of Peter Dahlqvist was a shock."),
        Good("The row died down. Ana Ekholm said in a statement that it was over."),
        KnownFalse(
            "The poet ((Ana Ekholm)) died after a walk. It rained when [[Ana Ekholm]] said on Sunday that she ran.",
            note="the story tells backwards",
        ),
    )
    evidence = Evidence(
        stories=2662,
        hits=0,
        wrong=0,
        cases=10,
        found=5,
        on="a speaker's name changed to that of somebody who has died",
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each person, at the first such saying."""
        if story.language != ENGLISH or story.get(words).isdisjoint(_KEYS):
            return
        persons = [each for each in story.get(mentions) if each.entity == "person"]
        deaths = _deaths(story, persons)
        told: set[int] = set()
        for each in persons if deaths else ():
            death = deaths.get(each.person)
            if not death or each.person in told or each.zone.role not in self.zones or not _is_plain(each, persons):
                continue
            saying = _SAID.match(each.zone.text, each.end)
            if saying and _is_after(death, saying) and not story.get(quoted).meet(each.span):
                told.add(each.person)
                yield self.finding(
                    each.span,
                    f"{each.name} says this here, and has died elsewhere in the story",
                    related=[Related(death.span, "has died here")],
                )


def _deaths(story: Story, persons: Sequence[Mention]) -> dict[int, Mention]:
    """The first place where the story tells that each person has died."""
    found: dict[int, Mention] = {}
    for each in persons:
        text = each.zone.text
        if each.person in found or each.given_as == "family":
            continue
        died = _DIED.match(text, each.end) or _DEATH_OF.search(text, max(0, each.start - 60), each.start)
        if died and not story.get(quoted).meet(each.span):
            found[each.person] = each
    return found


def _is_plain(name: Mention, persons: Sequence[Mention]) -> bool:
    """Whether nobody else of the story may be meant by a name."""
    if name.given_as == "full":
        return True
    same = {each.person for each in persons if each.surname == name.surname or each.name.endswith(name.surname)}
    return name.given_as == "surname" and len(same) == 1 and not name.title


def _is_after(death: Mention, saying: re.Match[str]) -> bool:
    """Whether something was said after a death, as far as the weekdays of both tell."""
    text, start = death.zone.text, death.end
    stop = text.find(". ", start)
    end = start + _NEAR if stop < 0 else min(stop, start + _NEAR)
    if saying["of"]:
        return True  # who speaks so of somebody is another
    if saying["year"]:
        year = _YEARS.search(text, start, end)
        return year is not None and int(year[0]) < int(saying["year"])
    day = _WEEKDAY.search(text, start, end)
    if not day or not saying["day"]:
        return not day or bool(saying["now"])
    apart = (WEEKDAYS.index(saying["day"]) - WEEKDAYS.index(day[0])) % len(WEEKDAYS)
    return 0 < apart <= MOST_DAYS
