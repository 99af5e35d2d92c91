"""“He said” before anybody has been named or described whom “he” could mean."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.text.scanning import COPY
from newslint.base.lazy import pattern
from newslint.model.finding import Finding
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story
from newslint.words.tables import Calendar, Persons, any_of

_SIGNS = ("he said", "he added", "he told", "he says")
_FARTHEST = 2000  # code points
_NAMED = pattern(r"[A-Z][a-z]+ [A-Z][a-z]|(?:Mr|Ms|Mrs|Dr)\b")
_CUE = pattern(r"\b(?:he|she) (?:said|added|told|says)\b")
_QUOTED = pattern(r"“[^“”]*”?|\"[^\"]*\"?")
_AGENTS = r"\w{3,}(?:er|or|ian|yer|ier)"  # a farmer, the sailor: words made so are people, but for these
_calendar = Calendar.of()
# Two capitals, a capital inside a sentence that is no day or month, a word for a person.
_SOMEBODY = pattern(
    lambda: (
        r"[A-Z][\w'’.-]+ [A-Z][\w'’-]|[a-z0-9,;:)’'] "
        rf"(?!{any_of((*_calendar.weekday_names, *_calendar.month_names))})"
        r"(?<! in )(?<! at )(?<! near )[A-Z][a-z]"
        r"|\b(?:I|us|(?i:we|my|our|who|somebody|someone|they|his|her|him|himself|herself|he|she))\b"
        rf"|\b(?i:{any_of(Persons.of().persons)}"
        r"|\w{2,}(?:man|woman|person|maker|master|ist|cian|eer|ess|smith|wright|keeper|holder|ee))\b"
        r"|\b(?i:a|an|the|one|its|their|local|\w+['’]s) (?:\w+ ){0,3}?"
        rf"(?!(?:{any_of((*Persons.of().things, *_calendar.month_names))})\b){_AGENTS}\b"
    )
)
_OPENING = pattern(r"(?:^|[.!?:\n] ?)([A-Z][\w'’-]+)")


class OrphanAttribution(Rule):
    """“He said” needs somebody to refer to; it is left without anyone when the speaker's paragraph is cut.

    It is reported only where the story so far, its headline included, has named and described nobody at all.
    """

    id = "orphan-attribution"
    topic = "quotes"
    finds = "“He said” or “she said” before anyone has been named or described"
    message = "nobody has been named or described yet: say who"
    in_quotes = "both"
    when = {"language": ("en",)}
    examples = (
        Bad(
            "Rain fell all night and the river rose.\n“We lost it all,” [[she said]].",
            message="“she said”: nobody has been named or described yet: say who",
        ),
        Bad("The mill closed on Monday after 90 years. “It was cold,” [[he added]], “and dark.”"),
        Bad('"It was cold," [[he told]] a hearing on Monday.'),
        Good("Ana Silva owns the mill. “We lost it all,” she said."),
        Good("Silva bought the mill in 1998. “We lost it all,” she said."),
        Good("A woman was swept away. “We lost it all,” she said."),
        Good("The miller wept. “We lost it all,” she said."),
        Good("The fire began in the office of the town's lawyer. “We lost it all,” she said."),
        Good("I met nobody in the hall. “We lost it all,” she said."),
        Good("Rain fell all night and the river rose.\n“We lost it all,” said Ana Silva.\n“All of it,” she said."),
        Bad(
            "---\ntitle: Mill burns\nauthor: Ana Silva\n---\n\nThe mill at Velden burned. “It went,” [[he said]].\n",
            format="markdown",
            note="the byline names nobody in the story",
        ),
        Good("His mill was gone. “We lost it all,” he said.", note="told from inside a head"),
    )
    evidence = Evidence(
        stories=2662,
        hits=0,
        wrong=0,
        cases=40,
        found=33,
        on="all that stands before a quotation with “he said” cut from an edited story, or a neutral line there",
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """At most one finding: at the first such attribution."""
        prose = story.prose
        text = prose.text
        at = _FARTHEST  # so far into a story somebody has been named
        for sign in _SIGNS:
            place = text.find(sign, 0, at)
            at = place if place >= 0 else at
        if at == _FARTHEST:
            return
        first = next((n for n, zone in enumerate(story.zones) if zone.role == "body"), 0)
        if _NAMED.search(text, prose.starts[first], at):
            return
        cue = _CUE.match(text, at) or _CUE.match(text, at - 1)
        before = _QUOTED.sub("", _told_before(story, at))
        if not cue or _SOMEBODY.search(before) or _may_name(before, text):
            return
        held = prose.zone_of(*cue.span())
        if held and held[0].role == "body":
            zone, start = held
            words = f"“{cue[0]}”: nobody has been named or described yet: say who"
            yield self.finding(zone.to_source(cue.start() - start, cue.end() - start), words)


def _told_before(story: Story, at: int) -> str:
    """What the story says up to a place, its byline and date left out."""
    parts = zip(story.zones, story.prose.starts, strict=True)
    return "\n".join([zone.text[: at - 1 - start] for zone, start in parts if start < at and zone.role in COPY])


def _may_name(before: str, text: str) -> bool:
    """Whether a sentence opens with a word that may be a name: in no table of other words, nor small elsewhere."""
    from newslint.analyses.names.words import FUNCTION, PLAIN  # hardly ever needed

    low = set(text.split())
    return any(
        word not in FUNCTION
        and word not in PLAIN
        and word.lower() not in low
        and not word.endswith(("s", "ing", "ly"))
        for word in _OPENING.findall(before)
    )
