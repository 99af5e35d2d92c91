"""A small word written twice: “the the”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import compress, count, islice
from operator import eq

from newslint.analyses.quotes.quotes import quoted
from newslint.analyses.text.scanning import COPY, ScanHit, scan
from newslint.analyses.text.words import words_in_order
from newslint.base.lazy import pattern
from newslint.base.text import Span
from newslint.matcher import lower
from newslint.model.finding import Edit, Finding, Fix
from newslint.model.rule import Bad, Evidence, Good, KnownFalse, Rule
from newslint.model.story import Story, Zone
from newslint.words.tables import Doubles, Vocabulary, any_of

_WORDS, _ECHOES, _VERBS = Doubles.of().words, Doubles.of().echoes, Doubles.of().verbs
_FUNCTION = Vocabulary.of().function
_BETWEEN = frozenset(("per", "pro", "versus", "via", "cum"))  # “per person per year”
_EVERYWHERE = _BETWEEN | {word.lower() for word in _FUNCTION if word.lower() not in _VERBS}  # “the old the new”
# Led by a space and never giving back letters: a fifth of the time of \b and a plain +.
_TWICE = pattern(r" ([a-z]++) {1,2}+\1\b")
_AROUND = pattern(r" ([^ ]{2,}+) ([^ ]*+) \1 ")
LEAST = 3  # letters of a word on both sides of another
LONG = 4  # letters of a word that says something by itself
_ROUND_ANOTHER = pattern(r" (?P<word>[a-z]{3,}+) (?P<other>[A-Za-z]++) (?=(?P=word)\b)")
_BYTES = bytes(32 if c in b'\n\xa0"?' else c + 32 if 65 <= c <= 90 else c for c in range(256))
_PARTING = frozenset(" ,")
_HYPHEN = pattern(r"[-‐‑–’'][A-Za-z]")
_NAMED = pattern(r" [A-Z\d]")
_NOUN = pattern(r" (?:[A-Z\d]|the\b|a\b|this\b|last\b|next\b|years\b)")
_PHRASAL = {"in": _NOUN, "on": _NOUN, "for": _NOUN, "by": _NAMED, "with": _NAMED, "at": _NAMED, "about": _NAMED}
# “settled in in May”, “logged on on Monday”, “paid for for years”: the first belongs to the verb.
_VERB = pattern(
    lambda: rf"\b(?:\w+(?:ed|ing)|{any_of(Doubles.of().before)}|(?:{any_of(Doubles.of().verbs)})(?:e?s)?)[ -]$"
)
# “the debt that they are in in the long run”: a clause ends on the first.
_RELATIVE = pattern(r"[a-z] (?:I|we|you|they|he|she|it)(?:’[a-z]+| (?:am|are|is|was|were)) $")
_OPENS = pattern(r"(?:^|[,;:.—–-] ?|\b(?:and|but|because|as|if|when|said|says|so|yet|or|while|where)) \w+[’ ]\w+ $")
_CLAUSE = pattern(r" (?:the|a|an|it|he|she|they|we|there)\b")  # “said that that it needs”: the second is one too many
_SAYS_WHAT = pattern(
    r"\b(?:(?:what|where|who|how|why|all|which)\b[^.,;:!?]{0,40}|it|that|this) $",
    re.IGNORECASE,
)
_SENTENCE_STARTS = pattern(r"(?:^|[.?!…:\n]|[.?!]?[”\"’']) ?[“\"‘']?$")


class RepeatedWord(Rule):
    """A word typed twice is a slip that every reader notices."""

    id = "repeated-word"
    topic = "language"
    finds = "A word typed twice in a row"
    severity = "warning"
    confidence = "high"
    message = "this word is repeated"
    zones = COPY
    in_quotes = "both"
    examples = (
        Bad("They left [[the the]] house.", fixed="They left the house.", message="“the” is repeated"),
        Bad("[[The the]] house stood empty.", fixed="The house stood empty."),
        Bad("She spoke [[to\u00a0to]] him.", fixed="She spoke to him."),
        Bad("The firm said [[that that]] it needs more."),
        Bad("Nobody talked [[about about]] the goal, and his low rating [[is is]] a danger."),
        Good("He knew that that was right, and he had had enough."),
        Good("The money has gone in in-fighting."),
        Good("Guests who logged on on Monday settled in in May.", note="each belongs to another word"),
        Good("What it is is a disgrace.", note="a clause ends on the first"),
        Good("The The play tonight, and Will will sing. Plan A a year later."),
        Good('He called it the "the world\'s greatest" prize.'),
        Good("Il a a peine fini.", language="fr"),
        Good("The house they paid for for years is gone."),
        Bad("It was [[in in]] a cold remedy that he drank in Lievin [[on on]] Saturday."),
        Good("Members weigh in in the event of a tie.", note="a verb with its particle, then a preposition"),
        Good("It is the debt that we are in in the long run."),
        Bad("They are [[in in]] the town hall, and [[it it]] is cold."),
        Bad(
            "The [[mayor mayor]] resigned and the [[bridge bridge]] was shut.",
            fixed="The mayor resigned and the bridge was shut.",
        ),
        Good("The talks were long long ago, and blah blah blah; hurt people people trust."),
        Good("“I sang sang sang,” she said. “A mother mother knows.”", note="said on purpose"),
        Bad("It stands [[in the in the]] north.", fixed="It stands in the north."),
        Good("It goes over and over and over, and he comes from time to time to see."),
        Bad(
            "Two men helped [[get Silva get]] to the bank.",
            message="“get” stands on both sides of “Silva”: is one left over?",
        ),
        Good("They paid two crowns per person per day and met the mayor the next day."),
        Good("The plan they fell for for years was dropped."),
        KnownFalse("The room she was born [[in in]] May is gone."),
    )
    evidence = Evidence(
        stories=2662, hits=44, wrong=0, cases=80, found=79, on="small words typed twice in edited stories"
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each pair; the fix takes the second out."""
        if story.language != "en":
            return
        words = _words(story)
        twice = {*filter(_may_be_left_over, compress(words, map(eq, words, islice(words, 1, None))))}
        round_another = [*compress(count(), map(eq, words, islice(words, 2, None)))]
        if any(words[n + 1 : n + 2] == words[n + 3 : n + 4] for n in round_another):
            yield from self._phrases(story)
        pairs = {(words[n], words[n + 1]) for n in round_another if _may_stand_round(words[n], words[n + 1])}
        if not (twice or pairs):
            return
        shadow = _shadow(story.prose.text)  # where they may stand so, but for the signs between them
        if any(f" {word} {word}" in shadow or f" {word}  {word}" in shadow for word in twice):
            for match in _TWICE.finditer(shadow):
                yield from self._pair(story, match)
        if any(f" {word} {other} {word}" in shadow for word, other in pairs):
            for hit in scan(story, _ROUND_ANOTHER, self.zones):
                yield from self._round_another(story, hit)

    def _pair(self, story: Story, match: re.Match[str]) -> Iterator[Finding]:
        """A pair of words, found in the shadow, which is one space ahead."""
        word, start, end = match[1], match.start(), match.end() - 1
        if not _may_be_left_over(word):
            return
        held = story.prose.zone_of(start, end)
        if not held or held[0].role not in self.zones:
            return
        zone, at = held
        start, end = start - at, end - at
        typed = zone.text[end - len(word) : end] == word and zone.text[start + len(word) : end - len(word)].isspace()
        if not typed or _is_meant(zone.text, start, end, word):
            return
        if word in _WORDS:
            yield self._found(zone, start, end, word)
        elif not _is_played_with(zone.text, start, end, word) and not _is_quoted(story, zone.to_source(start, end)):
            yield self._found(zone, start, end, word)._replace(confidence="medium")

    def _phrases(self, story: Story) -> Iterator[Finding]:
        low = " " + story.prose.text.encode("latin-1", "replace").translate(_BYTES).decode("latin-1") + " "
        match = _AROUND.search(low)
        while match:
            first, second, end = match[1], match[2], match.end()
            # A third time it is said on purpose, or no prose.
            if low.startswith(f"{second} ", end) and not low.startswith(f"{first} ", end + len(second) + 1):
                yield from self._phrase(story, match)
            match = _AROUND.search(low, match.start() + 1)  # the second may be such a word itself

    def _phrase(self, story: Story, match: re.Match[str]) -> Iterator[Finding]:
        """Two words set twice, “in the in the”: found in the text with one space before it."""
        first, second = match[1], match[2]
        start, end = match.start(), match.end() - 1 + len(second)
        held = story.prose.zone_of(start, end)
        if first == second or second in Doubles.of().joining or not held or held[0].role not in self.zones:
            return
        zone, at = held
        start, end = start - at, end - at
        typed, behind = zone.text[start:end], zone.text[end : end + 2 + len(first)].lower()
        words = typed.split()
        if [word.lower() for word in words] != [first, second] * 2 or not "".join(words[1:]).islower():
            return
        if (
            not typed.replace(" ", "").isalpha()
            or behind.strip() == first
            or zone.text.endswith(second, 0, start - 1)
        ):
            return
        if not _HYPHEN.match(zone.text, end) and not _is_quoted(story, zone.to_source(start, end)):
            yield self._found(zone, start, end, f"{words[0]} {second}")._replace(confidence="medium")

    def _round_another(self, story: Story, hit: ScanHit) -> Iterator[Finding]:
        """“get Ana get”: a word on both sides of another, where one of the two was to go."""
        word, other = hit.match["word"], hit.match["other"]
        if not _may_stand_round(word, other.lower()):
            return
        text = hit.zone.text
        place = hit.zone.to_source(hit.start + 1, hit.end + len(word))
        if _HYPHEN.match(text, hit.end + len(word)) or _is_quoted(story, place):
            return
        sure = other[0].isupper() and not other.isupper()
        said = f"“{word}” stands on both sides of “{other}”: is one left over?"
        yield self.finding(place, said, confidence="medium" if sure else "low")

    def _found(self, zone: Zone, start: int, end: int, word: str) -> Finding:
        second = zone.to_source(start + len(word), end)
        fix = Fix(f"Delete the second “{word}”", (Edit(second, ""),))
        return self.finding(zone.to_source(start, end), f"“{word}” is repeated", fixes=(fix,))


def _words(story: Story) -> list[str]:
    """The words of the story in order, without the marks that open a quotation within one."""
    words = story.get(words_in_order)
    return " ".join(words).replace(" '", " ").split() if "‘" in story.prose.text else words


def _may_be_left_over(word: str) -> bool:
    """Whether a word that stands twice may be a slip, as far as it shows by itself."""
    return word in _WORDS or (len(word) >= LONG and word not in _ECHOES)


def _may_stand_round(word: str, other: str) -> bool:
    """Whether a word on both sides of another may be a slip: small words stand so everywhere."""
    return len(word) >= LEAST and word not in _EVERYWHERE and word != other and other.capitalize() not in _FUNCTION


def _is_quoted(story: Story, place: Span) -> bool:
    """Whether somebody is quoted as saying it: people say things twice on purpose."""
    return story.get(quoted).meet(place)


def _is_played_with(text: str, start: int, end: int, word: str) -> bool:
    """Whether two nouns may meet (“what people people trust”), or the word stands more than twice."""
    if word in ("people", "police") or (word.endswith("s") and not word.endswith("ss")):
        return True
    while text[end : end + 1] in _PARTING:
        end += 1
    while text[start - 1 : start] in _PARTING:
        start -= 1
    return text.startswith(word, end) or text.endswith(word, 0, start)


def _shadow(text: str) -> str:
    """The text with one space before it, in lower case, blanks and quotation marks all as spaces."""
    for mark in '\n\u00a0“‘"':
        text = text.replace(mark, " ")
    return " " + lower(text)


def _is_meant(text: str, start: int, end: int, word: str) -> bool:
    """Whether the words around give each of the two its own place."""
    if _HYPHEN.match(text, end):
        return True
    if text[start].isupper() and not _SENTENCE_STARTS.search(text, max(0, start - 4), start):
        return True  # “Plan A a year later”, “Will will sing”
    if word == "that":
        return not _CLAUSE.match(text, end)
    if word in ("in", "on", "at") and _RELATIVE.search(text, max(0, start - 20), start):
        return not _OPENS.search(text, max(0, start - 20), start)
    if word in _PHRASAL and _PHRASAL[word].match(text, end) and _VERB.search(text, max(0, start - 16), start):
        return True
    return word in ("is", "was", "are") and bool(_SAYS_WHAT.search(text, max(0, start - 60), start))
