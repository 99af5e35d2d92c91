"""One person with two ages in one story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, islice

from newslint.analyses.facts.ages import DEATHS, LEAST_APART, Age, ages, suffix_of
from newslint.analyses.facts.around import sentence_at
from newslint.analyses.names.words import COURTESY, FUNCTION, MEN, PLAIN, SUFFIXES, TITLES, WOMEN
from newslint.analyses.quotes.quotes import quoted
from newslint.analyses.text.words import words
from newslint.base.lazy import pattern
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Evidence, Good, KnownFalse, Rule
from newslint.model.story import Story
from newslint.words.languages import ENGLISH
from newslint.words.tables import Ages

MOST_AGES = 60  # in a story; a table of runners has no prose to judge by
MOST_OFF = 40  # years; farther off, the two are told of two days
MOST_PAIRS = 40  # of ages of like names that are looked at closely
_STOP = pattern(r"[.!?][”\"’')\]]* ")
_YEAR = pattern(r"\b(?:19|20)\d\d\b")
_CAPITAL_BEFORE = pattern(r"([A-Z][\w.’'-]*) $")
_CAPITAL = pattern(r" ([A-Z][\w.’'-]*)")
_WORD = pattern(r"[a-z-]+")
_LONGEST_WORD = 60  # code points of one before a name


class AgeMismatch(Rule):
    """A person has one age in one story. Where two are told, readers and relatives know which is wrong."""

    id = "age-mismatch"
    topic = "facts"
    finds = "One person with two ages in a story"
    message = "this person has another age elsewhere in the story"
    zones = ("headline", "deck", "caption", "body", "list", "note", "subhead")
    examples = (
        Bad(
            "Ana Ekholm, [[34]], from Morby, won. The judge said that Ana Ekholm, ((43)), and Ana Ekholm, "
            "((43)), rode well.",
            message="Ana Ekholm is 34 here and 43 elsewhere in the story",
            note="the age that is told less often",
        ),
        Bad(
            "Police are looking for ((22-year-old)) Lena Dahlqvist. Lena Dahlqvist, aged [[29]], was last seen "
            "in Ely."
        ),
        Bad("Peter Sandoval, ((61)), sold the mill. He had built it. Sandoval, [[16]], is a baker."),
        Bad("The ferry was late. Their mum Katie, ((39)), waited. Later Katie, [[49]], left."),
        Bad(
            "Britain's Ana Ekholm won the race. The ((25-year-old)) ran alone.\n\nEkholm will rest now. The "
            "[[28-year-old]] runs again in May.",
            note="whoever alone is named before is meant",
        ),
        Bad(
            "The poet Lena Dahlqvist, who wrote of weavers, died on 4 May 2019 aged [[61]]. Dahlqvist was born "
            "in ((1950)) in Morby.",
            message="born in 1950, and 61 in 2019: that is 68 or 69",
        ),
        Bad("Ana Ekholm, an ((18-year-old)) baker, broke an arm. Ekholm, [[19]], is well."),
        Good("Ana Ekholm, 18, broke an arm. A year ago 17-year-old Ekholm was well.", note="a birthday between"),
        Good("Ana Ekholm, 34, won. Later Ana Ekholm, 35, said that she had turned a year older.", note="a birthday"),
        Good("Karl Ekholm, 68, and his son Otto Ekholm, 45, spoke. Ekholm, 45, sang.", note="who is meant is open"),
        Bad(
            "Ana Ekholm, ((34)), won. Ekholm, who at [[43]] is the oldest, wept.",
            message="Ana Ekholm is 43 here and 34 elsewhere in the story",
        ),
        Bad("Ana Ekholm, ((34)), won. It hurt, said Ms. Ekholm, a baker who turned [[43]] in April."),
        Bad("Ana Ekholm, [[34]], won. Ekholm, who is ((43)), wept. The ((43-year-old)) Ekholm ran on."),
        Bad("Ana Ekholm, ((34)), won. At [[43]], Ekholm is the oldest."),
        Bad("Ana Ekholm, ((34)), won. Ekholm is [[43]] years old and bakes."),
        Bad("Ana Ekholm, ((34)), won. The driver, Ana Ekholm ([[43]]), of Morby, wept."),
        Good(
            "Karl J. Ekholm, 61, won. Karl L. Ekholm, 38, lost. Karl Ekholm, 38, bakes.",
            note="told apart by an initial",
        ),
        Good("Karl Ekholm, 61, won. Ekholm, who turned 18 in June 1976, left."),
        Good("Ana Ekholm, 61, ran. At 43, Ekholm was mayor. Ekholm, who is 20 weeks behind, is 30 points ahead."),
        Good("Ana Ekholm, 24, scored. Ekholm (68) from a corner and Ekholm, at 12, beat them."),
        Good("Karl Ekholm Sr., 68, spoke. Karl Ekholm Jr., 45, sang.", note="father and son"),
        Good(
            "Lena Dahlqvist, 61, is a poet. She was a 12-year-old when she began, and then 19-year-old Lena "
            "Dahlqvist left."
        ),
        Good(
            "Lena Dahlqvist, 61, is a poet. Lena Dahlqvist, 19 when she left Morby, wrote it.",
            note="age then and age now",
        ),
        Good("Tom Rudge, 31, and his brother Will, 28, bake. Rudge bakes rye. The 28-year-old keeps the books."),
        Good("Ana Ekholm beat Lena Dahlqvist. The 22-year-old wept. The 26-year-old ran on.", note="two players"),
        Good("The council met on Friday (10). It met again on Friday (17).", note="days"),
        Good("Ana Ekholm, 34, won in 2004. In 2014 Ana Ekholm, 44, came back.", note="ten years lie between"),
        Good("“Ana Ekholm, 34, won,” he said. Ana Ekholm, 43, said nothing.", note="the speaker may be wrong"),
        Good("Mr Sandoval, 61, and Mrs Sandoval, 58, sold it. Peter Sandoval, 61, wept."),
        KnownFalse(
            "Ana Ekholm, ((34)), won in May. Years before, Ana Ekholm, [[21]], had come last.",
            note="only the sentence tells that this was long ago",
        ),
    )
    evidence = Evidence(
        stories=2662,
        hits=1,
        wrong=0,
        cases=61,
        found=51,
        on="one of two ages of a person changed in edited stories: 32 by others, 29 found by a looser pattern",
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each person whose ages are told two ways, at the age that is told less often."""
        if story.language != ENGLISH:
            return
        known = story.get(words)
        if "born" in known and (not known.isdisjoint(DEATHS) or "Now" in story.prose.text):
            yield from self._born(story)
        found = story.get(ages)
        if len(found) < 2 or len(found) > MOST_AGES:
            return
        from newslint.analyses.facts.whose import with_meant  # most stories do not get here

        named = with_meant(story, found)
        told: set[Age] = set()
        likely = (pair for pair in combinations(named, 2) if _may_be_one(*pair) and not _may_be_another(pair, named))
        for one, other in islice(likely, MOST_PAIRS):
            if one not in told and other not in told and _is_one_person(story, one, other):
                same = [age for age in named if age.name and _may_be(age.name, one.name)]
                yield self._finding(same, one, other)
                told.update(age for age in same if age.years in (one.years, other.years))

    def _born(self, story: Story) -> Iterator[Finding]:
        """A year of birth that the age at death, or of today, does not fit."""
        from newslint.analyses.facts.births import ages_in_years, born, person_of  # few stories need it

        births = list(islice(born(story), 2))
        if len(births) != 1:
            return
        birth = births[0]
        for age in ages_in_years(story):
            least = age.year - birth.year - 1
            if least < 0 or least - 1 <= age.years <= least + 2 or abs(age.years - least) > MOST_OFF:
                continue
            person, said = person_of(story, age), story.get(quoted)
            if person >= 0 and person == person_of(story, birth) and not said.meet(birth.span) | said.meet(age.span):
                yield self.finding(
                    age.span,
                    f"born in {birth.year}, and {age.years} in {age.year}: that is {least} or {least + 1}",
                    related=[Related(birth.span, f"born in {birth.year}")],
                )

    def _finding(self, same: Sequence[Age], one: Age, other: Age) -> Finding:
        odd = min((other, one), key=lambda age: sum(each.years == age.years for each in same))
        usual = one if odd is other else other
        name = max([" ".join(age.name) for age in same], key=len)
        also = [age for age in same if age.years == usual.years]
        return self.finding(
            odd.span,
            f"{name} is {odd.years} here and {usual.years} elsewhere in the story",
            related=[Related(age.span, f"{age.years} here") for age in also[:4]],
        )


def _may_be(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names may be one person's: by full name, or one by a word of the other."""
    if suffix_of(one) != suffix_of(other):
        return False
    short, long = sorted((one, other), key=len)
    if len(short) == 1:
        return short[0] == long[-1]
    if _differ(one, other):
        return False
    return short[-1] == long[-1] and short[0] in long


def _differ(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names are told apart by the words between: “Karl J. Ekholm”, “Karl L. Ekholm”."""
    return any(a[0] != b[0] for a, b in zip(one[1:-1], other[1:-1], strict=False))


def _are_namesakes(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names are those of two persons who may be taken for each other."""
    return one[-1] == other[-1] and one[0] == other[0] and _differ(one, other)


def _may_be_one(one: Age, other: Age) -> bool:
    """Whether two ages that are not the same may be one person's, by name."""
    if one.years == other.years or not (one.name and other.name):
        return False
    return _may_be(one.name, other.name) and not (one.title and other.title and one.title != other.title)


def _may_be_another(pair: tuple[Age, Age], named: Sequence[Age]) -> bool:
    """Whether a namesake of one of two has an age too, so that a name without what parts them is either's."""
    return any(each.name and _are_namesakes(each.name, age.name) for age in pair for each in named)


def _is_one_person(story: Story, one: Age, other: Age) -> bool:
    """Whether two ages of a like name are one person's of one day."""
    if one.zone is other.zone and _same_sentence(one, other):
        return False
    said = story.get(quoted)
    if said.meet(one.span) or said.meet(other.span):
        return False
    if abs(one.years - other.years) < LEAST_APART:
        if one.alone or other.alone or _may_be_a_birthday(story, one, other):
            return False
    elif _aged_between(story, one, other):
        return False
    return _is_only(story, one, other)


def _same_sentence(one: Age, other: Age) -> bool:
    first, second = sorted((one, other), key=lambda age: age.start)
    return not _STOP.search(first.zone.text, first.end, second.start)


def _may_be_a_birthday(story: Story, one: Age, other: Age) -> bool:
    """Whether a birthday may lie between two ages that are a year apart, as far as the story tells."""
    own, known = Ages.of(), story.get(words)
    if not own.birthdays.isdisjoint(known):
        return True
    for age in (one, other):
        start, end = sentence_at(age.zone.text, age.start)
        said = age.zone.text[start:end]
        if _YEAR.search(said) or not own.of_another_day.isdisjoint(_WORD.findall(said.lower())):
            return True
    return False


def _aged_between(story: Story, one: Age, other: Age) -> bool:
    """Whether the two may be ages on two days: years told beside them are as far apart."""
    gap = abs(one.years - other.years)
    first, second = _years(one), _years(other)
    if story.date:
        today = {story.date.year}
        first, second = first | today, second | today
    return any(abs(abs(a - b) - gap) <= 1 for a in first for b in second)


def _years(age: Age) -> set[int]:
    """The years that the sentence of an age tells."""
    text = age.zone.text
    start, end = sentence_at(text, age.start)
    return {int(match[0]) for match in _YEAR.finditer(text, start, end)}


def _is_only(story: Story, one: Age, other: Age) -> bool:
    """Whether nobody else in the story bears the surname, or the only name, as far as the words beside it tell."""
    short, long = sorted((one, other), key=lambda age: len(age.name))
    key = short.name[-1]
    if short.title and len(long.name) > 1 and not _fits(short.title, long.name[0]):
        return False
    alone = len(short.name) == 1
    own = {*short.name, *long.name}
    befores: set[str] = set()
    behinds: set[str] = set()
    for before, behind in _beside(story.prose.text, key):
        if behind.rstrip(".") in SUFFIXES:
            return False
        if alone and before and before not in own and not _is_no_name(before) and _fits(short.title, before):
            befores.add(before)
        if alone and len(long.name) == 1 and behind:
            behinds.add(behind)
    return len(befores) + len(behinds) <= (len(long.name) == 1)


def _beside(text: str, name: str) -> Iterator[tuple[str, str]]:
    """The capital words right before and right behind each place of a name; no word where none is one."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            before, behind = _CAPITAL_BEFORE.search(text, max(0, at - _LONGEST_WORD), at), _CAPITAL.match(text, end)
            yield before[1] if before else "", behind[1] if behind else ""
        at = text.find(name, end)


def _fits(title: str, first: str) -> bool:
    """Whether a courtesy title may be that of somebody of a first name."""
    if not title or title not in ("Mr", "Mrs", "Ms", "Miss"):
        return True
    return first not in (WOMEN if title == "Mr" else MEN) or first in (MEN if title == "Mr" else WOMEN)


def _is_no_name(word: str) -> bool:
    """Whether a capital word before a surname is a title or begins the sentence, rather than another first name."""
    bare = word.rstrip(".")
    return bare in COURTESY or bare in TITLES or bare in FUNCTION or bare.lower() in FUNCTION or bare in PLAIN
