"""A number in the headline that is not the one in the slug, in the metadata or in what the post announces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.model.finding import Finding, Related
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story, Zone
from newslint.words.tables import Calendar, Selfcheck, any_of

_TAIL = r"(?:[-._ ]?(?:rc|beta|alpha|preview|m|p)[-._]?\d+)?"
_NUMBERED = pattern(
    rf"(?i)(?<![\w&.])(?P<word>[a-z][\w+’']*)[ _.:-]{{1,2}}(?:version |issue |no\. ?)?"
    rf"(?P<number>[#v]?\d+(?:[.,:/]\d+)*{_TAIL})"
    r"(?![\w%/]|[.,:]\d)"
)
_IN_NAME = pattern(rf"(?P<word>[a-z][a-z+]*)[-_.]?v?(?P<number>\d+(?:[-._]\d+)*{_TAIL})(?![a-z\d])")
_MONTH_AND_YEAR = pattern(lambda: rf"\b(?P<month>{any_of(Calendar.of().month_names)}) (?P<year>20\d\d)\b")
_FILE_DATE = pattern(r"^\d{4}-\d\d-\d\d[-_]")
_DIGIT = pattern(r"\d")
_ANNOUNCES = pattern(lambda: rf"(?i)\b(?:{any_of(Selfcheck.of().announces)})\b[^.!?;\n]{{0,60}}$")
_FIGURES = pattern(r"v?\d{1,6}(?:\.\d{1,6}){0,3}")
_SENTENCE = pattern(r"[.!?]\s")
_KEYS = ("number", "issue", "issue_number", "episode", "version")
_LONGEST, _NEAR = 300, 100  # code points of a headline; before a number, for what announces it
_HEAD = 12  # zones among which the headline is
_MOST = 12  # pairs of a headline that are looked at


class _Pair(NamedTuple):
    """A word with its number: as compared, and where the number stands."""

    word: str
    number: str
    start: int
    end: int


class OwnNumber(Rule):
    """Who makes a post from the last one forgets a number; readers and search engines then take it for that one."""

    id = "own-number"
    topic = "numbers"
    finds = "A number or month of the headline that the slug, the metadata or the copy contradicts"
    severity = "warning"
    confidence = "medium"
    message = "the post gives two numbers for itself"
    zones = ("headline",)
    examples = (
        Bad(
            "---\ntitle: Tern [[2.3-p429]] is released\nslug: tern-2-3-p426-is-released\n---\n\nIt is out.\n",
            format="markdown",
            message="“Tern 2.3-p429” stands under the name “tern-2-3-p426-is-released”",
        ),
        Bad(
            '---\ntitle: "Newsletter [[#42]]"\n---\n\nWelcome to Newsletter ((#41)). The mill opens.\n',
            format="markdown",
            message="the headline says “Newsletter #42”, the copy “Newsletter #41”",
        ),
        Bad(
            "---\ntitle: Tern [[3.1]] released\n---\n\nIt rains.\n",
            format="markdown",
            file="2025-03-02-tern-3.2-released.md",
        ),
        Bad(
            "---\ntitle: Report for [[January 2025]]\n---\n\nIt rains.\n",
            format="markdown",
            file="2025-03-02-report_february_2025.md",
        ),
        Bad("---\ntitle: Newsletter [[42]]\nnumber: 41\n---\n\nIt rains.\n", format="markdown"),
        Good("---\ntitle: Tern 3.1 released\nslug: tern-3-1-released-2\n---\n\nIt rains.\n", format="markdown"),
        Good("---\ntitle: Tern 3.1 is out, Tern 2.9 ends\nslug: tern-2-9\n---\n\nIt rains.\n", format="markdown"),
        Good(
            "---\ntitle: Tern 3.10 released\nslug: tern-310\nversion: 3.10.0\n---\n\nIt rains.\n", format="markdown"
        ),
        Good(
            "---\ntitle: Lesson 2\n---\n\nWelcome to our series. In Lesson 1 we met the tern.\n",
            format="markdown",
        ),
        Good(
            "---\ntitle: Tern 3.1\n---\n\nWe are pleased to announce, two years after Tern 2.9, a new one.\n",
            format="markdown",
        ),
    )

    evidence = Evidence(
        stories=3849,
        hits=3,
        wrong=0,
        cases=250,
        found=241,
        on="figures changed in headlines and in what posts announce",
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for the headline, where one of its numbers is contradicted."""
        headline = _headline(story)
        if headline is None or story.language != "en" or len(headline.text) > _LONGEST:
            return
        if _DIGIT.search(headline.text):
            yield from islice(self._contradicted(story, headline), 1)

    def _contradicted(self, story: Story, headline: Zone) -> Iterator[Finding]:
        pairs = _pairs(headline.text)
        month = _month(headline.text)
        for name in _names(story) if pairs or month else ():
            for pair in pairs:
                if _contradicts(pair, pairs, name):
                    yield self._named(headline, pair.start, pair.end, f"{pair.word} ", name)
            if month and _other_month(month, name):
                yield self._named(headline, month.start(), month.end(), "", name)
        if len(pairs) == 1:
            yield from self._numbered(story, headline, pairs[0])
            yield from self._announced(story, headline, pairs[0])

    def _named(self, headline: Zone, start: int, end: int, word: str, name: str) -> Finding:
        said = f"“{word}{headline.text[start:end]}” stands under the name “{name}”"
        return self.finding(headline.to_source(start, end), said)

    def _numbered(self, story: Story, headline: Zone, pair: _Pair) -> Iterator[Finding]:
        """By the number that the metadata gives: that of the headline, if it has but one."""
        written = _written(headline, pair)
        for key, value in story.metadata.items():
            given = str(value) if str(key).lower() in _KEYS else ""
            if not _FIGURES.fullmatch(given) or given.count(".") != written.count("."):
                continue
            if not _agree(_plain(given), pair.number):
                said = f"“{written}” in the headline, “{key}: {given}” in the metadata"
                yield self.finding(headline.to_source(pair.start, pair.end), said)

    def _announced(self, story: Story, headline: Zone, pair: _Pair) -> Iterator[Finding]:
        """By what the copy announces, in so many words."""
        start = f"{pair.word} "
        if story.prose.text.count(start) < 2:  # in the headline alone
            return
        for zone in story.of("body", "deck"):
            at = zone.text.find(start)
            while at >= 0:
                found = _NUMBERED.match(zone.text, at)
                if found and not _agree(_plain(found["number"]), pair.number) and _is_announced(zone.text, at):
                    yield self._copy(headline, pair, zone, found)
                    return
                at = zone.text.find(start, at + 1)

    def _copy(self, headline: Zone, pair: _Pair, zone: Zone, found: re.Match[str]) -> Finding:
        place = headline.to_source(pair.start, pair.end)
        there = zone.to_source(found.start("number"), found.end("number"))
        written = _written(headline, pair)
        said = f"the headline says “{pair.word} {written}”, the copy “{found['word']} {found['number']}”"
        return self.finding(place, said, related=[Related(there, "the copy")])


def _headline(story: Story) -> Zone | None:
    """The headline, which stands near the head."""
    for zone in islice(story.zones, _HEAD):
        if zone.role == "headline":
            return zone
    return None


def _written(headline: Zone, pair: _Pair) -> str:
    return headline.text[pair.start : pair.end]


def _pairs(text: str) -> list[_Pair]:
    """Words with their numbers, small words left out."""
    small = Selfcheck.of().small
    found = [m for m in _NUMBERED.finditer(text) if m["word"].lower() not in small and not _is_day(m)]
    return [_Pair(m["word"], _plain(m["number"]), *m.span("number")) for m in found[:_MOST]]


def _is_day(m: re.Match[str]) -> bool:
    """Whether a word with its number is a month with its day."""
    return m["word"] in Calendar.of().month_names and not re.fullmatch(r"20\d\d", m["number"])


def _plain(number: str) -> str:
    return re.sub(r"[\W_]", "", number.lower()).removeprefix("v")


def _agree(a: str, b: str) -> bool:
    """Whether two numbers may be one, told more or less fully."""
    return a.startswith(b) or b.startswith(a)


def _names(story: Story) -> list[str]:
    """The names a post goes by: its file's without the date, and its slug."""
    name = story.path.replace("\\", "/").rpartition("/")[2].removesuffix(".md").removesuffix(".markdown")
    names = [_FILE_DATE.sub("", name)]
    slug = story.metadata.get("slug")
    if isinstance(slug, str) and slug not in names:
        names.append(slug[:_LONGEST])
    return [name for name in names if _DIGIT.search(name)]


def _contradicts(pair: _Pair, pairs: list[_Pair], name: str) -> bool:
    """Whether a name has the same word with another number, and neither knows the other's."""
    word = pair.word.lower()
    others = [_plain(m["number"]) for m in _IN_NAME.finditer(name.lower()) if m["word"] == word]
    if len(others) != 1 or [each.word.lower() for each in pairs].count(word) != 1:
        return False
    digits = re.sub(r"\D", "", name)
    if re.sub(r"\D", "", pair.number) in digits or _agree(others[0], pair.number):
        return False
    return not any(_agree(others[0], each.number) for each in pairs)


def _month(headline: str) -> re.Match[str] | None:
    """The month of a headline that has one with its year."""
    found = _MONTH_AND_YEAR.search(headline) if " 20" in headline else None
    return found if found and not _MONTH_AND_YEAR.search(headline, found.end()) else None


def _other_month(month: re.Match[str], name: str) -> bool:
    """Whether a name has the same year with another month."""
    words = re.split(r"[^a-z\d]+", name.lower())
    known = {each.lower() for each in Calendar.of().month_names}
    named = [word for word, year in pairwise(words) if word in known and year == month["year"]]
    return len(named) == 1 and named[0] != month["month"].lower()


def _is_announced(text: str, at: int) -> bool:
    """Whether the words before a place announce what stands there, and speak of nothing else."""
    before = text[max(0, at - _NEAR) : at]
    sentence = _SENTENCE.split(before)[-1]
    if not _ANNOUNCES.search(sentence):
        return False
    return not Selfcheck.of().of_another & set(re.findall(r"[a-z]+", sentence.lower()))
