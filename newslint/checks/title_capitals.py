"""A title with a capital in one place and without one in another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.base.lazy import compiled, pattern
from newslint.base.record import NamedTuple
from newslint.base.text import Span
from newslint.model.finding import Edit, Finding, Fix, Related
from newslint.model.rule import Bad, Evidence, Good, Option, Rule
from newslint.model.story import Story
from newslint.words.tables import Titles, any_of

MOST_RELATED = 12


def _office() -> str:
    return any_of([title.lower() for title in Titles.of().having("office")])


# Right before a name, with nothing that makes it a description (the former president, Shadow chancellor).
_BEFORE = pattern(
    lambda: rf"(?:(?<=[.!?:] )|^|(?<=[a-z] )|(?<=, ))(?i:\b(?:{_office()}))(?= [A-Z][\w’'-]+)",
)
# Alone after “the”, not as part of a longer title, an office's name or another noun.
_ALONE = pattern(
    lambda: (
        rf"(?<=[a-z,;] the )(?i:(?:{_office()}))\b"
        r"(?! [A-Z]|,? of\b|-| (?:candidate|elect|designate|pro tem|general)\b)"
    )
)
_DESCRIBED = (
    r"(?:\b(?:former|ex|then|late|acting|shadow|deputy|vice|[a-z]+(?:an|ish|ese|ing|ry|gn|al))"
    r"|(?<![.!?] )(?<!^)\b[A-Z][a-z]+)[ -]$"
)


class _Title(NamedTuple):
    """A title as it stands somewhere; `key` is the same wherever the same form is to be expected."""

    key: str
    span: Span
    written: str
    opens: bool


class TitleCapitals(Rule):
    """Whether a title has a capital is for the house to decide, but one story should not do both.

    By default only a mix within one story is reported, and the less frequent form is marked.
    """

    id = "title-capitals"
    topic = "names"
    finds = "A title capitalised in two ways in a story"
    severity = "note"
    default = False
    message = "this title is capitalised in another way elsewhere in the story"
    before_name = Option(
        "any", "titles right before a name: capital, small or any", choices=("any", "capital", "small")
    )
    alone = Option(
        "any", "titles on their own after “the”: capital, small or any", choices=("any", "capital", "small")
    )
    when = {"language": ("en",)}
    examples = (
        Bad(
            "They met ((President)) Ekholm. Then ((President)) Ekholm left. Later they saw [[president]] Ekholm.",
            fixed="They met President Ekholm. Then President Ekholm left. Later they saw President Ekholm.",
            message="“president” is written “President” elsewhere in this story (2 times)",
        ),
        Bad(
            "It is up to the ((mayor)), and the ((mayor)) knows. They wrote to the [[Mayor]] in May.",
            fixed="It is up to the mayor, and the mayor knows. They wrote to the mayor in May.",
        ),
        Bad(
            "They wrote to the [[President]] in May.",
            fixed="They wrote to the president in May.",
            options={"alone": "small"},
            message="write “president”, not “President”, here",
        ),
        Bad("They met [[president]] Ekholm.", fixed="They met President Ekholm.", options={"before-name": "capital"}),
        Good("They met President Ekholm and the former president Ana Ruiz. It was up to the president."),
        Good("They met President Ekholm. “I saw president Ekholm,” she said. He wrote to the President of Peru."),
    )
    evidence = Evidence(stories=1922, hits=2, wrong=0)

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each title written two ways, or for each that is not written as the house wants it."""
        for wanted, form, kind in ((self.before_name, _BEFORE, "before"), (self.alone, _ALONE, "alone")):
            groups: dict[str, list[_Title]] = {}
            for title in self._titles(story, form, kind):
                groups.setdefault(title.key, []).append(title)
            for titles in groups.values():
                yield from self._judged(titles, wanted)

    def _titles(self, story: Story, form: re.Pattern[str], kind: str) -> Iterator[_Title]:
        from newslint.analyses.names.mentions import is_spoken  # here, because the rule seldom runs

        for zone in story.of("body"):
            text = zone.text
            for m in form.finditer(text):
                span = zone.to_source(*m.span())
                if kind == "before" and compiled(_DESCRIBED).search(text, max(0, m.start() - 20), m.start()):
                    continue
                if is_spoken(story, span):
                    continue
                name = compiled(r" ([A-Z][\w’'-]+)").match(text, m.end()) if kind == "before" else None
                opens = m.start() < 2 or text[m.start() - 2] in ".!?:"
                yield _Title(f"{m[0].lower()} {name[1] if name else ''}", span, m[0], opens)

    def _judged(self, titles: list[_Title], wanted: str) -> Iterator[Finding]:
        small = [title for title in titles if title.written.islower()]
        capital = [title for title in titles if title.written == title.written.title() and not title.opens]
        if wanted != "any":
            for title in capital if wanted == "small" else small:
                better = title.written.lower() if wanted == "small" else title.written.title()
                yield self._finding([title], better, f"write “{better}”, not “{title.written}”, here", [])
        elif small and capital:
            odd, usual = sorted((small, capital), key=lambda group: (len(group), -group[0].span.start))
            better, times = usual[0].written, f"{len(usual)} times" if len(usual) > 1 else "once"
            message = f"“{odd[0].written}” is written “{better}” elsewhere in this story ({times})"
            yield self._finding(odd, better, message, usual)

    def _finding(self, odd: list[_Title], better: str, message: str, usual: list[_Title]) -> Finding:
        also = [Related(title.span, f"written “{title.written}” here") for title in usual[:MOST_RELATED]]
        also += [Related(title.span, f"“{title.written}” again") for title in odd[1 : MOST_RELATED + 1]]
        fix = Fix(f"Write “{better}”", tuple(Edit(title.span, better) for title in odd))
        return self.finding(odd[0].span, message, related=sorted(also), fixes=[fix])
