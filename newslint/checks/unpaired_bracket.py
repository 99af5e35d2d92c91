"""A round bracket without its partner: “the old mill (shut since May is for sale”."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.quotes.quotes import quoted
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story, Zone

_BRACKET = pattern(r"[()]")
_FACE = pattern(r"[:;=8xX][-^o'’]?[)(]+|[)(][-^o'’]?[:;=8]|[-^][)(]|\^_?\^?\)|\(o:")
_NUMBER = pattern(r"(?:^|[\s(*_.,;:/“\"])(?:\d{1,3}[A-Za-z]?|[A-Za-z]|[ivxIVX]{1,4})[.:]?\)")
# Code, sums, templates, links and brackets of another kind.
_OTHER = pattern(r"[\\`$={}|<>\[\]]|://|::|->|&\w+;")
_BESIDE = 60  # letters on either side that are looked at for them
_SENTENCE_END = pattern(r"([.!?]?)(?:(?<=[.!?])[*_]{0,3} (?=[A-Z])|[*_\s]{0,3}$)")
_NEAR = 40  # paragraphs in which the partner of a bracket may stand
_MOST = 200  # brackets that are looked at for one partner
_OPENS, _CLOSES = "(", ")"
_MESSAGES = {
    _OPENS: "the bracket that opens here is never closed",
    _CLOSES: "this bracket closes none that was opened",
}


class _Lone(NamedTuple):
    """A bracket without a partner in its paragraph."""

    number: int
    zone: Zone
    at: int

    @property
    def sign(self) -> str:
        return self.zone.text[self.at]


class UnpairedBracket(Rule):
    """Readers look for the other bracket, and do not know where the aside ends."""

    id = "unpaired-bracket"
    topic = "punctuation"
    finds = "A round bracket without a partner in the paragraphs around it"
    severity = "warning"
    confidence = "medium"
    message = "a bracket that has no partner"
    zones = ("headline", "deck", "caption", "subhead", "body", "list", "note")
    examples = (
        Bad(
            "The old mill [[(]]shut since May is for ((sale.)) It is old.",
            message="the bracket that opens here is never closed",
        ),
        Bad(
            "The old mill, shut since May[[)]], is for sale.",
            message="this bracket closes none that was opened",
        ),
        Good("The mill (shut since May (or June)) is for sale."),
        Good("1A) It opened.\nText.\n1B) It closed.", note="a rundown's numbers"),
        Good("1) It rose. (2) It fell. a) It stayed. She says: iv) It is over."),
        Good("It opens in May :-) or so ;) and it (by then we know :) ) is free."),
        Good("(It opens in May.\nNobody has seen it.)", note="an aside of two paragraphs"),
        Good("Call f(x; see $(y and [here](https://example.org/a_(b) there.", note="code and links"),
        Good("“The old mill (shut since May is for sale,” she said."),
    )
    evidence = Evidence(stories=3849, hits=22, wrong=0, cases=50, found=43, on="brackets taken out of edited stories")

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each paragraph with one such bracket."""
        text = story.prose.text
        if text.count(_OPENS) == text.count(_CLOSES):
            return
        lone = [found for number, zone in enumerate(story.zones) for found in _lone(number, zone)]
        for place, each in enumerate(lone):
            if each.zone.role in self.zones and _is_alone(lone, place) and not _is_other(each):
                span = each.zone.to_source(each.at, each.at + 1)
                if not story.get(quoted).meet(span):
                    related = _end(each) if each.sign == _OPENS else ()
                    yield self.finding(span, _MESSAGES[each.sign], related=related)


def _lone(number: int, zone: Zone) -> list[_Lone]:
    """The brackets of a paragraph that have no partner there, without those of faces and of numbers of a list."""
    text = zone.text
    if text.count(_OPENS) == text.count(_CLOSES):
        return []
    left = {at for form in (_FACE, _NUMBER) for found in form.finditer(text) for at in range(*found.span())}
    opened: list[int] = []
    lone: list[int] = []
    for found in _BRACKET.finditer(text):
        at = found.start()
        if found[0] == _OPENS:
            opened.append(at)
        elif opened:
            opened.pop()
        elif at not in left:
            lone.append(at)
    return [_Lone(number, zone, at) for at in sorted(lone + [at for at in opened if at not in left])[:_MOST]]


def _is_alone(lone: list[_Lone], place: int) -> bool:
    """Whether a bracket is the only one of its paragraph, and none in a paragraph near it can be its partner."""
    each = lone[place]
    beside = lone[max(0, place - 1) : place] + lone[place + 1 : place + 2]
    if any(other.number == each.number for other in beside):
        return False
    step = 1 if each.sign == _OPENS else -1
    at = place + step
    while 0 <= at < len(lone) and abs(at - place) <= _MOST and abs(lone[at].number - each.number) <= _NEAR:
        if lone[at].sign != each.sign:
            return False
        at += step
    return True


def _is_other(lone: _Lone) -> bool:
    """Whether signs near a bracket speak of code, sums or links, or a face may have closed what was opened."""
    text = lone.zone.text
    if lone.sign == _CLOSES and _FACE.search(text):
        return True
    return bool(_OTHER.search(text, max(0, lone.at - _BESIDE), lone.at + _BESIDE))


def _end(lone: _Lone) -> list[Related]:
    """The end of the sentence that a bracket opens in, where its partner may be missing."""
    text = lone.zone.text
    found = _SENTENCE_END.search(text, lone.at)
    start = text.rfind(" ", lone.at, found.start()) + 1 if found else 0
    if not found or start <= lone.at:
        return []
    return [Related(lone.zone.to_source(start, found.end(1)), "where the sentence ends")]
