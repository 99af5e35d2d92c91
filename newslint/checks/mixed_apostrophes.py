"""Straight and curly apostrophes in one story."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.quotes.generators import curls_marks
from newslint.analyses.quotes.marks import MarkPair, marks
from newslint.base.lazy import compiled
from newslint.base.text import Span
from newslint.model.finding import Edit, Finding, Fix, Related
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story

MOST_RELATED = 20
SURE = 3  # so many times as many of the other form make the fix safe
FORMS = ("curly (’)", "straight (')")
STRAIGHT, CURLY = "'", "’"
# Within a word (it's, 1980's), after a plural (workers'), before what was left out ('90s); never feet or inches.
_APOSTROPHE = (
    r"['’](?:(?<=[^\W\d_].)(?=[^\W\d_])|(?<=\d.)(?=s\b)|(?<=s.)(?=[\s,.;:?!)]|$)"
    r"|(?<![\w.,!?…'’\"”)].)(?=(?:\d\ds?|em|til|tis|twas|cause|n)\b))"
)


class MixedApostrophes(Rule):
    """Apostrophes go with the quotation marks: curly with curly, straight with straight, never both in one story."""

    id = "mixed-apostrophes"
    topic = "punctuation"
    finds = "Straight and curly apostrophes in one story"
    message = "straight and curly apostrophes stand side by side"
    zones = ("headline", "deck", "caption", "body", "list", "note", "subhead")  # a quoted block is its source's
    examples = (
        Bad(
            "The town[[']]s mill doesn(('))t run. “It’s over,” she said.",
            fixed="The town’s mill doesn’t run. “It’s over,” she said.",
            message="2 apostrophes are straight (') in a story whose quotation marks are curly (“ ”)",
        ),
        Bad(
            "The mill[[']]s owner can(('))t pay. “No,” he said, ‘it is not’ the town’s.",
            fixed="The mill’s owner can’t pay. “No,” he said, ‘it is not’ the town’s.",
        ),
        Bad(
            "The town's mill doesn't run, and it won't. The town[[’]]s mayor left.",
            fixed="The town's mill doesn't run, and it won't. The town's mayor left.",
            message="1 apostrophe is curly (’) where the other 3 in the story are straight (')",
        ),
        Bad(
            "The mill’s best years were the [[']]90s, its workers((')) too. It’s shut. They’ve gone.",
            fixed="The mill’s best years were the ’90s, its workers’ too. It’s shut. They’ve gone.",
        ),
        Bad(
            'He can\'t pay. "No," he said. It[[’]]s the town((’))s money, isn((’))t it.',
            fixed="He can't pay. \"No,\" he said. It's the town's money, isn't it.",
            message='3 apostrophes are curly (’) in a story whose quotation marks are straight (")',
        ),
        Good(
            "“It's over,” she said. The town’s mill is shut.", note="inside a quotation nothing is counted or changed"
        ),
        Good("The town’s champion is 6'2\" tall and jumps 20' at a time. “No,” he said."),
        Good("Putin calls talks 'useful'\nThe town’s mill is shut. “No,” he said.", note="single quotation marks"),
        Good("It’s the town’s mill. ‘It’s shut,’ she said of the workers’ homes."),
        Good('The town\'s mill is shut. "No," he said.'),
        Good("''It's over,'' he said of the town's mill."),
        Good(
            "The town’s mill is shut.\n\n> It's the town's.\n\n“It’s sad,” she said.",
            format="markdown",
            note="a block is quoted as it is",
        ),
        Good("The town’s mill runs `it's = 1` all day. “No,” he said.", format="markdown"),
    )
    evidence = Evidence(stories=2662, hits=118, wrong=0)

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for the story, at the first odd apostrophe of the body, or else of the story."""
        prose = story.prose.text
        if STRAIGHT not in prose or not (CURLY in prose or "“" in prose):
            return
        straight: list[Span] = []
        curly: list[Span] = []
        body: set[Span] = set()
        doubles: set[str] = set()
        for zone, found in story.get(marks):
            text = zone.text
            if zone.role not in self.zones or zone.sort or (zone.field and story.format == "html"):
                continue  # what a page is shared under has its own marks
            doubles.update(text[pair.start] for pair in found.pairs)
            if STRAIGHT in text or CURLY in text:
                for at in _outside(text, found.pairs):
                    span = zone.to_source(at, at + 1)
                    (straight if text[at] == STRAIGHT else curly).append(span)
                    if zone.role == "body":
                        body.add(span)
        if not straight or not (curly or (_all_curly(doubles) and (CURLY in prose or prose.count("“") > 1))):
            return  # one pair of marks tells little of a house
        if len(straight) == len(curly) and not _speaks_for_one(doubles):
            return  # nothing tells which is the odd one
        finding = self._found(straight, curly, doubles, body, prose.count(STRAIGHT) < prose.count(CURLY))
        yield finding._replace(confidence="low") if curls_marks(story) else finding

    def _found(
        self, straight: list[Span], curly: list[Span], doubles: set[str], body: set[Span], mostly_curly: bool
    ) -> Finding:
        if _all_curly(doubles):
            odd_straight, other = True, "in a story whose quotation marks are curly (“ ”)"
        elif _speaks_for_one(doubles):
            odd_straight, other = False, 'in a story whose quotation marks are straight (")'
        else:
            odd_straight = len(straight) < len(curly)
            other_form = len(curly if odd_straight else straight)
            other = f"where the other {other_form} in the story are {FORMS[not odd_straight]}"
        odd = straight if odd_straight else curly
        sure = _speaks_for_one(doubles) or len(straight) + len(curly) - len(odd) >= SURE * len(odd)
        sure = sure and mostly_curly == odd_straight  # inside quotations too, where nothing is changed
        form, better = FORMS[odd_straight], CURLY if odd_straight else STRAIGHT
        count = "1 apostrophe is" if len(odd) == 1 else f"{len(odd)} apostrophes are"
        first = next((span for span in odd if span in body), odd[0])
        rest = [span for span in odd if span != first][:MOST_RELATED]
        return self.finding(
            first,
            f"{count} {form} {other}",
            related=[Related(span, "another one") for span in rest],
            fixes=[
                Fix(
                    f"Make all apostrophes outside quotations {'curly' if odd_straight else 'straight'}",
                    tuple(Edit(span, better) for span in odd),
                    "safe" if sure else "offer",
                )
            ],
        )


def _speaks_for_one(doubles: set[str]) -> bool:
    """Whether the double quotation marks, all of one kind, say which form the story wants."""
    return _all_curly(doubles) or ('"' in doubles and not doubles & {"“", "”"})


def _all_curly(doubles: set[str]) -> bool:
    return "“" in doubles and not doubles & {'"', "''", "``"}


def _outside(text: str, pairs: tuple[MarkPair, ...]) -> Iterator[int]:
    """The apostrophes of a paragraph that stand outside its quotations."""
    at, rest = 0, iter(pairs)
    pair = next(rest, None)
    for m in compiled(_APOSTROPHE).finditer(text):
        at = m.start()
        while pair and pair.end <= at:
            pair = next(rest, None)
        if pair is None or at < pair.start:
            yield at
