"""Mr, Mrs and Ms where the house has none, or with some persons and not with others."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.names.mentions import Mention, is_spoken, mentions
from newslint.analyses.text.scanning import ScanHit, scan
from newslint.analyses.text.words import words as words_of
from newslint.base.lazy import pattern
from newslint.base.text import Span
from newslint.model.finding import Edit, Finding, Fix, Related
from newslint.model.rule import Bad, Good, Rule
from newslint.model.story import Story
from newslint.words.tables import Honorifics, any_of

_TITLED = pattern(
    lambda: (
        rf"\b(?:{any_of(Honorifics.of().courtesy)})\.?[ \u00a0]"
        rf"(?!(?:{any_of(Honorifics.of().nobodies)})\b)(?=[A-ZÀ-Þ][\w’'])"
    )
)
_SURNAME = pattern(r"(?:[A-ZÀ-Þ][\w’'-]*\.? )*?(?P<name>[A-ZÀ-Þ][\w’'-]*[\w])(?![\w’'-]* [A-ZÀ-Þ])")
_ACTS = pattern(lambda: rf",? (?:{any_of(Honorifics.of().acts)})\b")
MOST_RELATED = 12


def _acts(mention: Mention) -> bool:
    """Whether the name is a person who does something here, and no campaign's, plan's or paper's."""
    return _ACTS.match(mention.zone.text, mention.end) is not None


class CourtesyTitles(Rule):
    """Some papers write Mr and Ms from the second time on, agencies do not: mixed, some persons seem worth less.

    `none`: a courtesy title outside of quotations is found. `second`: a surname alone is found where the story names
    that person in full. Without a style: a person who has a courtesy title in one place and none in another.
    """

    id = "honorifics"
    topic = "names"
    finds = "Mr, Mrs or Ms where the house has none, or for the same person now and then"
    severity = "note"
    confidence = "medium"
    default = False
    message = "this house writes no courtesy titles"
    zones = ("body", "list", "caption", "deck")
    axis = "honorifics"
    forms = ("none", "second")
    source = (
        "Reuters handbook on titles and the Canadian Press: none; the New York Times: from the second reference on"
    )
    when = {"language": ("en",)}
    unless = {"kind": ("opinion", "letters", "obituary", "interview")}
    examples = (
        Bad(
            "Ana Ruiz came. [[Ms. ]]Ruiz left with ((Mr. ))Holm.",
            style={"honorifics": "none"},
            fixed="Ana Ruiz came. Ruiz left with Holm.",
            message="“Ms. Ruiz”: this house writes no courtesy titles",
        ),
        Bad("[[Mr ]]Ruiz left.", style={"honorifics": "none"}, fixed="Ruiz left."),
        Bad(
            "Ana Ruiz and Leo Holm came. Ms. Ruiz spoke. [[Holm]] said that the mill was shut. Mr. Ek left.",
            style={"honorifics": "second"},
            message="“Holm”: this house writes a courtesy title from the second reference on",
        ),
        Bad(
            "Ana Ruiz came. ((Ms. Ruiz)) spoke, and [[Ruiz]] said that the mill was shut. Later ((Ms. Ruiz)) left.",
            message="“Ruiz” here, with a courtesy title elsewhere in this story",
        ),
        Good("Ana Ruiz came. “Ms. Ruiz is here,” he said.", style={"honorifics": "none"}),
        Good("They watched Mr. Bean and Mrs. Doubtfire.", style={"honorifics": "none"}),
        Good("Ana Ruiz came. Ms. Ruiz spoke.", style={"honorifics": "second"}),
        Good("Ana Ruiz came. Ms. Ruiz spoke. Leo Holm came. Holm left."),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for a story, the other places related."""
        wanted = self.house(story)
        titled: list[ScanHit] = []
        words = story.get(words_of)
        if any(title.lower() in words for title in Honorifics.of().courtesy):
            titled = [hit for hit in scan(story, _TITLED, self.zones) if not self._is_quoted(story, hit)]
        if wanted == "none":
            if titled:
                yield self._none(titled)
        elif wanted == "second":
            bare = self._bare(story)
            if bare:
                said = f"“{bare[0].name}”: this house writes a courtesy title from the second reference on"
                yield self._at(bare, said, [])
        elif titled:
            yield from self._mixed(story, titled)

    def _is_quoted(self, story: Story, hit: ScanHit) -> bool:
        return is_spoken(story, hit.span)

    def _none(self, titled: list[ScanHit]) -> Finding:
        name = _SURNAME.match(titled[0].zone.text, titled[0].end)
        shown = titled[0].text + (name["name"] if name else "")
        edits = tuple(Edit(hit.span, "") for hit in titled)
        return self.finding(
            titled[0].span,
            f"“{shown}”: this house writes no courtesy titles",
            related=[Related(hit.span, "here too") for hit in titled[1 : MOST_RELATED + 1]],
            fixes=(Fix("Delete the courtesy titles", edits, "offer"),),
        )

    def _bare(self, story: Story) -> list[Mention]:
        """Persons called by surname alone, without any title, outside of quotations."""
        return [
            mention
            for mention in story.get(mentions)
            if mention.entity == "person"
            and mention.given_as == "surname"
            and not mention.title
            and mention.zone.role == "body"
            and _acts(mention)
            and not is_spoken(story, mention.span)
        ]

    def _mixed(self, story: Story, titled: list[ScanHit]) -> Iterator[Finding]:
        with_title: dict[str, list[Span]] = {}
        for hit in titled:
            name = _SURNAME.match(hit.zone.text, hit.end)
            if name:
                whole = hit.zone.to_source(hit.start, name.end("name"))
                with_title.setdefault(name["name"].removesuffix("’s").removesuffix("'s"), []).append(whole)
        bare = [mention for mention in self._bare(story) if mention.name in with_title]
        if bare and len(bare) <= sum(map(len, with_title.values())):
            others = with_title[bare[0].name]
            said = f"“{bare[0].name}” here, with a courtesy title elsewhere in this story"
            yield self._at([mention for mention in bare if mention.name == bare[0].name], said, others)

    def _at(self, bare: list[Mention], said: str, others: list[Span]) -> Finding:
        related = [Related(mention.span, "here too") for mention in bare[1 : MOST_RELATED + 1]]
        related += [Related(span, "with a title here") for span in others[:MOST_RELATED]]
        return self.finding(bare[0].span, said, related=sorted(related))
