"""One quotation that is attributed twice in its sentence."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.quotes.marks import MarkPair, marks
from newslint.base.lazy import pattern
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Evidence, Good, KnownFalse, Rule
from newslint.model.story import Story, Zone
from newslint.words.tables import Attributions, any_of

_OF_SPEECH = tuple(Attributions.of().once_only)
_VERB = f"(?:{any_of(_OF_SPEECH)})"
_WORD = r"(?:(?:Mrs?|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Sgt|[A-Z])\.|[^\W\d_](?:[\w'’-]|\.(?=\w))*+)"
# “…,” Silva said, she added. “…,” said Silva, she said.
_TWICE_AFTER = pattern(
    rf" (?:(?P<who>(?:{_WORD} ){{1,6}}?){_VERB}|{_VERB}(?P<whom>(?: {_WORD}){{1,6}}?))"
    rf"(?:,? (?:on|in|at|to|of|late|early|last|this)\b[^,.;:“”\"]{{0,50}})?,"
    rf"(?P<second> (?P<again>he|she|they|[A-Z][\w'’-]+) {_VERB})(?=[.,;:]| (?:on|in|at|to|of|while|when|after)\b|$)"
)
# Silva said: “…,” she said.
_BEFORE = pattern(rf"(?:^|\.[”\"’]? |[!?,] )(?P<who>(?:{_WORD} ){{1,6}}?){_VERB}(?: (?:on|in|at) \w+)?[:,] ?$")
_AFTER = pattern(
    rf"(?P<second> (?:(?P<again>he|she|they|[A-Z][\w'’-]+) {_VERB}|{_VERB} (?P<after>he|she|they|[A-Z][\w'’-]+)))"
    rf"(?=[.,;:]| (?:on|in|at|to|of|while|when|after)\b|$)"
)
_FARTHEST = 80  # code points looked at before a quotation and for the comma behind it
_SUBORDINATE = frozenset(
    ("when", "if", "as", "after", "before", "because", "that", "who", "which", "while", "than", "what")
)
_PRONOUNS = frozenset(("he", "she", "they"))


class DoubleAttribution(Rule):
    """A quotation needs one attribution; a second one was left behind by an edit."""

    id = "double-attribution"
    topic = "quotes"
    finds = "A quotation attributed twice"
    message = "this quotation is attributed twice: cut one attribution"
    in_quotes = "both"
    when = {"language": ("en",)}
    examples = (
        Bad("“It was cold,” ((Silva said)), [[she added]]."),
        Bad("“It was cold,” ((said Ana Silva)), [[she said]]."),
        Bad("“It was cold,” ((Silva said on Monday)), [[she added]]."),
        Bad("((Silva said)): “It was cold,” [[she said]]."),
        Bad("The mill is shut. ((Ana Silva said)), “It was cold,” [[said Silva]]."),
        Bad("((Silva added)): “Was it cold?” [[Silva said]] on Monday."),
        Good("“It was cold,” Silva said, adding that she had run."),
        Good("“It was cold,” Silva said. She added that she had run."),
        Good("“I did it,” Berg told officers, police said.", note="hearsay, with the source of it"),
        Good("“I did it,” Berg said, prosecutors said."),
        Good("He said, “Go home,” she said.", note="she tells what he said"),
        Good("Silva told me, “Go home,” he said."),
        Good("“It was cold,” said Silva, who said that she had run."),
        Good("Silva said: “It was cold.” She said no more."),
        Good("When the mayor said “no,” Silva said yes."),
        Good("“It was cold,” Silva said, “and,” she added, “dark.”"),
        Good("“It was,” she said, “cold,” Silva said."),
        KnownFalse("((Silva said)): “Go home,” [[he said]] to her.", note="she tells what somebody else said"),
    )
    evidence = Evidence(
        stories=2662,
        hits=3,
        wrong=0,
        cases=40,
        found=39,
        on="a second “she said” put behind a quotation of an edited story",
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each quotation, at its second attribution."""
        for zone, found in story.get(marks):
            if found.pairs and zone.role == "body":
                text = zone.text
                for pair in found.pairs:
                    _, end, _, closed = pair
                    if closed and text[end : end + 1] == " " and text[end - 2 : end - 1] in ",?!":
                        yield from self._judged(zone, pair)

    def _judged(self, zone: Zone, pair: MarkPair) -> Iterator[Finding]:
        text = zone.text
        places = _after(text, pair) or _round(text, pair)
        if places:
            (first, last), (start, end) = places
            yield self.finding(
                zone.to_source(start, end),
                related=(Related(zone.to_source(first, last), "it is attributed here already"),),
            )


_Places = tuple[tuple[int, int], tuple[int, int]]


def _after(text: str, pair: MarkPair) -> _Places | None:
    """Both attributions behind the quotation."""
    comma = text.find(", ", pair.end, pair.end + _FARTHEST)
    if comma < 0 or not any(map(_speaks, text[comma + 2 :].split(", ", 2)[:2])):
        return None
    m = _TWICE_AFTER.match(text, pair.end)
    if not m or not _is_same(m["who"] or m["whom"], m["again"]):
        return None
    return (pair.end + 1, m.start("second") - 1), (m.start("second") + 1, m.end("second"))


def _round(text: str, pair: MarkPair) -> _Places | None:
    """One attribution before the quotation, one behind it."""
    if text[max(0, pair.start - 2) : pair.start] not in (": ", ", "):
        return None
    from_ = max(0, pair.start - _FARTHEST)
    if not set(text[from_ : pair.start - 2].split(" ")[-3:]).intersection(_OF_SPEECH):
        return None  # as nearly always, and the patterns need not be compiled
    m = _AFTER.match(text, pair.end)
    if not m:
        return None
    before = _BEFORE.search(text, from_, pair.start)
    if not before or (from_ and not before.start()) or not _is_same(before["who"], m["again"] or m["after"]):
        return None
    return (before.start("who"), pair.start - 2), (m.start("second") + 1, m.end("second"))


def _speaks(text: str) -> bool:
    """Whether a text begins with somebody and a verb of speech: a quick look that spares most stories the pattern."""
    who, _, said = text.partition(" ")
    return said.startswith(_OF_SPEECH) and (who in _PRONOUNS or who[:1].isupper())


def _is_same(first: str, second: str) -> bool:
    """Whether two subjects may be one person: the same name or pronoun, or a name and then a pronoun."""
    words = first.split()
    if _SUBORDINATE.intersection(word.lower() for word in words):
        return False
    if second in _PRONOUNS:
        pronoun = words[-1].lower() if len(words) == 1 else ""
        return pronoun == second or pronoun not in _PRONOUNS
    return second in words
