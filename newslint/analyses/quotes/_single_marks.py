"""Single marks: which opens and which closes a quotation, and which is an apostrophe."""

from __future__ import annotations

from bisect import bisect_right

from newslint.base.lazy import pattern
from newslint.words.tables import Abbreviations, any_of

LONGEST_SINGLE = 1200  # code points; single marks farther apart are apostrophes
MOST_SIGNS = 24  # single marks looked at behind the one that opens
# What a single mark does: a weak one closes only where no other does; '' is a mark of its own, or two that close.
OPENS, WEAK, PLAIN, STRONG, OPENS_TWO, CLOSES_TWO = range(6)

# One set of characters comes first, so that the search runs at the speed of a table look-up.
_OPENING = r"(?<!’)(?<![^\s(\[—–\"“-].)(?=[\w$£€…\[\"“(#@])"
_CLOSING = (
    r"(?<!‘)(?<=[^\s'].)(?<!['’]n.)(?![\w']|(?<=\d.)\s?\d)"
    r"|(?<=[\w.,?!…]‘)(?![\w‘])|(?<!‘)(?<=[.,?!…]\s.)(?!\S)"
)
_TWO = r"(?P<closes_two>(?<=[^\s']')'(?![\w']))|(?P<opens_two>(?<!\S')(?<=')'(?=[^\s']))"
_SPEECH_ENDS = '.,?!…—–-”"'


def no_elision() -> str:
    """What no opening mark stands before: a decade ('90s), or a word that has lost its beginning ('em, 'Twas)."""
    words = Abbreviations.of()
    return rf"(?!(?:\d\ds?|{any_of(words.elided_words)}|(?i:{any_of(words.elided)}))\b)"


_SIGN = pattern(lambda: rf"['’‘](?:{_TWO}|(?P<opens>{_OPENING}{no_elision()})|{_CLOSING})")
_BY_GROUP = {"opens": OPENS, "opens_two": OPENS_TWO, "closes_two": CLOSES_TWO}
# The workers’ union, goin’ to, o’ the: what may be an apostrophe where a word follows.
_APOSTROPHE = pattern(
    r"(?:(?<=s['’])|(?<=[^\W\d_][^\W\d_]in['’])|(?<=\W(?:an|ol|th|wi)['’])|(?<=\Wlil['’])|(?<=\Wo['’]))(?=\s+\w)"
)


class SingleMarks:
    """The single marks of a paragraph that may open or close."""

    def __init__(self, text: str) -> None:
        self.places: list[int] = []
        self.signs: list[int] = []
        for m in _SIGN.finditer(text):
            at = m.start()
            self.places.append(at)
            if m.lastgroup:
                self.signs.append(_BY_GROUP[m.lastgroup])
            elif text[at - 1] in _SPEECH_ENDS or text[at - 1].isspace():
                self.signs.append(STRONG)
            else:
                self.signs.append(WEAK if _APOSTROPHE.match(text, at + 1) else PLAIN)

    def end_of(self, start: int) -> tuple[int, bool]:
        """Where the quotation that opens at `start` ends, 0 if nothing closes it, and whether that is sure."""
        depth, end, weak, sure, doubled = 1, 0, 0, False, False
        first = bisect_right(self.places, start + 1)
        for n in range(first, min(first + MOST_SIGNS, len(self.places))):
            at, sign = self.places[n], self.signs[n]
            if at - start > LONGEST_SINGLE:
                break
            if sign == OPENS:
                end = end or weak
                depth += 1
            elif sign == OPENS_TWO or (sign == CLOSES_TWO and (doubled or depth == 1)):
                doubled = sign == OPENS_TWO
            elif sign == WEAK:
                weak = weak or at + 1
            else:
                depth -= 2 if sign == CLOSES_TWO else 1
                if not depth:
                    return at + (2 if sign == CLOSES_TWO else 1), True
                sure = sure or (not end and sign == STRONG)
                end = end or at + 1
        return end or weak, sure
