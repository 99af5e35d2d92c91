"""Words that an archive has and newslint does not know: terms of the house, or what it often misspells."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from zlib import crc32

from newslint.analyses.text.spelling import MOST_ODD, as_written
from newslint.base.record import NamedTuple
from newslint.base.sorted_records import SortedRecords
from newslint.base.typed import Any
from newslint.checks.misspelt_word import MisspeltWord
from newslint.model.rule import CorpusRule, Facts
from newslint.model.story import Story
from newslint.words.spelling import english

_ROUND = 25  # code points on either side of a word, by which stories that repeat one another are known
_MOST_PLACES = 50  # that are kept of a word


class ArchiveWords(CorpusRule):
    """Collects the odd words of each story; it reports nothing, and only `newslint learn` runs it."""

    id = "archive-words"
    topic = "language"
    finds = "Words of an archive that newslint does not know"
    message = "a word that newslint does not know"
    default = False
    when = {"language": ("en",)}

    def collect(self, story: Story) -> Facts:
        """Each odd word: in one story; in how many told, and likely misspelt; for what; what stands round it."""
        odd = {
            word.lower(): _round(story, word) for word in as_written(story) if word.lower() not in self.house_words
        }
        if not odd or len(odd) > MOST_ODD:
            return
        rule = MisspeltWord().with_(house_words=self.house_words)
        told = {hits[0].text.lower(): found for found, hits in rule.told(story)}
        for word in sorted(odd):
            found = told.get(word)
            said = [1, int(found.is_likely), [*found.meant]] if found else [0, 0, []]
            yield word, [1, *said, [odd[word]]]

    def merge(self, a: Any, b: Any) -> Any:
        """Stories add up."""
        return [a[0] + b[0], a[1] + b[1], a[2] + b[2], max(a[3], b[3]), sorted({*a[4], *b[4]})[:_MOST_PLACES]]


def _round(story: Story, word: str) -> int:
    """A number for what stands round a word, which is the same where one story repeats another."""
    text = story.prose.text
    at = text.find(word)
    return crc32(text[max(0, at - _ROUND) : at + len(word) + _ROUND].encode("utf-8", "replace"))


class ArchiveWord(NamedTuple):
    """A word as an archive has it; `meant` is what was meant by it where newslint takes it for misspelt."""

    word: str
    stories: int
    meant: tuple[str, ...] = ()


class ArchiveTerms(NamedTuple):
    """Words that seem to be the house's own, and words that it often misspells; the most frequent first."""

    terms: list[ArchiveWord]
    misspelt: list[ArchiveWord]


def terms_of(facts: SortedRecords, least: int) -> ArchiveTerms:
    """The words that stand in `least` stories or more, if newslint would tell of them in one at least.

    A slip that was copied is one slip: stories in which the same stands round a word count as one.
    """
    found = ArchiveTerms([], [])
    for word, stories, likely, meant, places in _sums(facts):
        if len(places) < min(least, _MOST_PLACES):
            continue
        if english().is_misspelt(word):
            found.misspelt.append(ArchiveWord(word, stories, tuple(meant)))
        else:
            found.terms.append(ArchiveWord(word, stories, tuple(meant) if likely else ()))
    for words in found:
        words.sort(key=lambda each: (-each.stories, each.word))
    return found


def _sums(facts: SortedRecords) -> Iterator[tuple[str, int, int, list[str], list[int]]]:
    """The words that newslint would tell of, each with the sums of all stories."""
    rule = ArchiveWords()
    for word, records in groupby(facts, key=lambda record: record[0]):
        total: Any = [0, 0, 0, [], []]
        for record in records:
            total = rule.merge(total, record[1])
        stories, told, *rest = total
        if told:
            yield (word, stories, *rest)
