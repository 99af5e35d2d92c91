"""One name with two kinds of apostrophe in one story."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.base.lazy import compiled
from newslint.base.text import Span
from newslint.model.finding import Edit, Finding, Fix, Related
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story

SIGNS = "'’‘`´ʼ"  # what stands for an apostrophe within a name
MOST_RELATED = 12
_PLAIN = str.maketrans("’‘`´ʼ", "'''''")
# O’Neill, D’Angelo, Sa’adi, Zelens’kyi: one word; possessives and contractions (Ana’s, I’m) are none.
_NAME = rf"(?<![\w{SIGNS}])(?=[^\W\d_a-z])\w+(?:[{SIGNS}](?!(?:s|d|ll|re|ve|t|m|em)\b)\w+)+"


class NameGlyphs(Rule):
    """A name written with two kinds of apostrophe is two names to a search, an index and a link.

    Which kind is right is for the house to decide; the one the story uses less often is marked.
    """

    id = "name-glyphs"
    topic = "names"
    finds = "One name with two kinds of apostrophe in a story"
    severity = "note"
    default = False
    message = "this name has another kind of apostrophe elsewhere in the story"
    in_quotes = "both"
    zones = ("headline", "deck", "subhead", "caption", "body", "list", "quote-block", "note")
    examples = (
        Bad(
            "Pat ((O’Neill)) sang. ((O’Neill)) left. “No,” [[O'Neill]] said.",
            fixed="Pat O’Neill sang. O’Neill left. “No,” O’Neill said.",
            message="“O'Neill” is written “O’Neill” elsewhere in this story (2 times)",
        ),
        Bad("Omar ((Sa'adi)) came. [[Sa’adi]]'s aide stayed.", fixed="Omar Sa'adi came. Sa'adi's aide stayed."),
        Bad(
            "Pat ((O’Neill)) sang. “So [[O`Neill]] left with ((O`Neill))’s aide,” she told ((O’Neill)), ((O’Neill))."
        ),
        Good("Pat O’Neill sang. It's O’Neill's song, and the D’Angelos' too. I'm glad. Who’s not?"),
        Good("Pat O'Neill sang. “It’s O'Neill,” she said."),
    )
    evidence = Evidence(
        stories=1922,
        hits=1,
        wrong=0,
        cases=48,
        found=48,
        on="the apostrophe of one name changed in an edited story; mixed-apostrophes finds 44, so this is off",
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each name that is written two ways."""
        text = story.prose.text
        if sum(sign in text for sign in SIGNS) < 2:
            return
        forms: dict[str, dict[str, list[Span]]] = {}
        for zone in story.of(*self.zones):
            for m in compiled(_NAME).finditer(zone.text):
                ways = forms.setdefault(m[0].translate(_PLAIN), {})
                ways.setdefault(m[0], []).append(zone.to_source(*m.span()))
        for ways in forms.values():
            if len(ways) > 1:
                yield self._finding(ways)

    def _finding(self, ways: dict[str, list[Span]]) -> Finding:
        usual = max(ways, key=lambda form: (len(ways[form]), -ways[form][0].start))
        odd = sorted((span, form) for form, spans in ways.items() if form != usual for span in spans)
        (first, form), *rest = odd
        times = f"{len(ways[usual])} times" if len(ways[usual]) > 1 else "once"
        also = [Related(span, f"written “{usual}” here") for span in ways[usual][:MOST_RELATED]]
        also += [Related(span, f"“{other}” again") for span, other in rest[:MOST_RELATED]]
        return self.finding(
            first,
            f"“{form}” is written “{usual}” elsewhere in this story ({times})",
            related=sorted(also),
            fixes=[Fix(f"Write “{usual}”", tuple(Edit(span, usual) for span, _ in odd))],
        )
