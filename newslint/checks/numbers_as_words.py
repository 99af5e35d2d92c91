"""Small numbers in words, larger ones in figures, with the limit that the house has chosen."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from newslint.analyses.dates.own_copy import own_copy
from newslint.analyses.text.scanning import ScanHit
from newslint.base.lazy import pattern
from newslint.model.finding import Edit, Finding, Fix
from newslint.model.rule import Bad, Good, Rule
from newslint.model.story import Story
from newslint.words.tables import Calendar, Figures, Style, any_of

_PEOPLE = r"people|men|women|children"
_SMALL = pattern(
    rf"(?<![\w.,:/$£€#%–-])(?P<figure>10|[2-9])(?= (?:(?:more|new|other|young|old|big|small|local) )?"
    rf"(?P<noun>{_PEOPLE}|[a-z]{{3,}}s)\b(?![-/]))"
)
_BEFORE = pattern(r"(?P<word>[A-Za-z]+)[.,]? $")
_FIGURES_NEAR = pattern(r"\d")


def _large() -> str:
    ones = [row[0] for row in Figures.of().ones]
    tens = [row[0] for row in Figures.of().tens if row[0] not in ones]
    joined = rf"(?:{any_of(tens)})(?:-(?:{any_of(ones[:9])}))?"
    return rf"(?<![\w’'-])(?<!\$)(?:{joined}|{any_of(ones[9:])})(?= [a-z]{{3,}}s\b| (?:{_PEOPLE})\b)"


_LARGE = pattern(_large)


class NumbersAsWords(Rule):
    """A figure stops the eye, which is right for what readers compare and wrong for two men and a dog.

    `nine` asks for words up to nine and figures from 10 on, `ten` for words up to ten. Measures, money, ages, dates,
    scores and numbers that name something stay figures.
    """

    id = "numbers-as-words"
    topic = "numbers"
    finds = "A small number in figures or a large one in words, against the style, such as “3 buses”"
    severity = "note"
    confidence = "medium"
    default = False
    message = "this number is written another way"
    axis = "numbers-as-words"
    forms = ("nine", "ten")
    zones = ("body",)
    when = {"language": ("en",)}
    source = "BBC News style guide (BBC Academy): numbers; Associated Press style, as told on headsupenglish.com"
    examples = (
        Bad(
            "She drove [[3]] buses for [[fourteen]] women and [[twenty-one]] men.",
            fixed="She drove three buses for 14 women and 21 men.",
            style={"numbers-as-words": "nine"},
            message="“3”: write “three”",
        ),
        Bad("It has [[10]] mills.", fixed="It has ten mills.", style={"numbers-as-words": "ten"}),
        Bad("It has [[ten]] mills.", fixed="It has 10 mills.", style={"numbers-as-words": "nine"}),
        Good(
            "She drove three buses for 14 women, 6 miles at 5 percent, by page 3 rules and on May 5 crews.",
            style={"numbers-as-words": "nine"},
        ),
        Good(
            "Fourteen women came. The Ten Commandments were read, the ten commandments and 3 of 12 rules.",
            style={"numbers-as-words": "nine"},
        ),
        Good("“She drove 3 buses,” he said.", style={"numbers-as-words": "nine"}),
        Good("She drove 3 buses with fourteen women.", note="no house has chosen"),
        Good("Between 8 and 12 buses, or 5 to 9 buses, came.", style={"numbers-as-words": "nine"}),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each number."""
        form = self.house(story)
        if not form or story.language != "en":
            return
        words = [row[0] for row in Figures.of().ones]
        highest = words.index(form) + 1
        found = [
            (hit, words[int(hit.text) - 1])
            for hit in own_copy(story, _SMALL, self.zones)
            if int(hit.text) <= highest and _is_plain(hit)
        ]
        for hit in own_copy(story, _LARGE, self.zones):
            number = _numbers()[hit.text]
            if number > highest and not _is_saying(hit):
                found.append((hit, str(number)))
        for hit, right in sorted(found, key=lambda each: each[0].span.start):
            fix = Fix(f"Write “{right}”", (Edit(hit.span, right),), "offer")
            yield self.finding(hit.span, f"“{hit.text}”: write “{right}”", fixes=(fix,))


def _is_plain(hit: ScanHit) -> bool:
    """Whether a figure counts things: no measure, no name, and no other figure stands beside it."""
    style = Style.of()
    if hit.match["noun"] in style.measured:
        return False
    before = _BEFORE.search(hit.zone.text, max(0, hit.start - 20), hit.start)
    if before is None:
        return False
    word = before["word"]
    if word.lower() in style.numbered or word in _months() or word in ("to", "and", "or", "of", "vs", "by"):
        return False
    return not word[0].isupper() or hit.start == before.end() - len(before[0])


def _is_saying(hit: ScanHit) -> bool:
    text = hit.zone.text[hit.start : hit.start + 30].lower()
    return text.startswith(Style.of().sayings)


@cache
def _months() -> frozenset[str]:
    calendar = Calendar.of()
    return frozenset((*calendar.month_names, *calendar.short_months))


@cache
def _numbers() -> dict[str, int]:
    """The number for each word, those with a hyphen too."""
    ones = {row[0]: n for n, row in enumerate(Figures.of().ones, 1)}
    tens = {row[0]: 10 * n for n, row in enumerate(Figures.of().tens, 1)}
    joined = {f"{ten}-{one}": n + m for ten, n in tens.items() for one, m in ones.items() if m < 10}
    return {**joined, **tens, **ones}
