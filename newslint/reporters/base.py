"""What several reporters need: paths and links as other programs write them, names for findings that last, XML."""

from __future__ import annotations

import os
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from newslint.base.cache import key_of
from newslint.base.environment import HERE, rules_folder
from newslint.base.showing import referred
from newslint.base.text import Position, Source, UnreadableStory
from newslint.model.finding import Background, Entry, Failure, LocatedEdit, LocatedFix, Report

HOME = "https://github.com/newslint/newslint"
RULE_PAGES = f"{HOME}/blob/main/docs/rules.md"  # each rule of ours has a heading there
_WORDS_BESIDE = 3
_MARK = "\ufeff"  # the mark of byte order that a file may begin with
_CR = re.compile("\r(?!\n)")
# XML 1.0 has no way to write these, not even escaped.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def shown_path(path: str) -> str:
    """A path as reports give it: from the current folder where it lies below, with `/`."""
    if os.path.isabs(path):
        inside = os.path.relpath(path) if _same_drive(path) else path
        path = path if inside.startswith(os.pardir) else inside
    return os.path.normpath(path).replace(os.sep, "/")


def _same_drive(path: str) -> bool:
    return os.path.splitdrive(path)[0].lower() == os.path.splitdrive(os.getcwd())[0].lower()


def rule_link(rule: str, topic: str) -> str:
    """The page of one of newslint's own rules; "" for those of plugins and houses."""
    own = (
        os.path.join(rules_folder(), topic, f"{rule}.yaml"),
        os.path.join(HERE, "checks", f"{rule.replace('-', '_')}.py"),
    )
    return f"{RULE_PAGES}#{rule}" if "/" not in rule and any(map(os.path.exists, own)) else ""


def told(entry: Entry) -> str:
    """What a finding says, with the record it is in where a file has several stories."""
    return f"{entry.message} (record {entry.record})" if entry.record else entry.message


class Links:
    """The pages of rules, each looked for once."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def __call__(self, entry: Entry) -> str:
        if entry.rule not in self._known:
            self._known[entry.rule] = rule_link(entry.rule, entry.topic)
        return self._known[entry.rule]


def with_fingerprints(entries: Iterable[Entry]) -> Iterator[tuple[Entry, str]]:
    """Each finding with a name that lasts while its words, and those beside them, stay as they are.

    Lines may come and go above it, and its story may be renamed. Of findings alike in all that, the first has the
    name; the others have one each by their story, and by their number in it.
    """
    seen: set[str] = set()
    here: Counter[str] = Counter()
    last = path = ""
    for entry in entries:
        if entry.place.path != last:  # they come in the order of their paths
            last, path = entry.place.path, shown_path(entry.place.path)
            here.clear()
        name = key_of(entry.rule, " ".join(entry.place.match.split()), *_beside(entry))[:32]
        here[name] += 1
        first = name not in seen
        seen.add(name)
        yield entry, name if first else later_name(name, path, here[name])


def later_name(name: str, path: str, number: int) -> str:
    """What a finding is called where another has its name: by its story's path as shown, and its number in it."""
    return key_of(name, path, str(number))[:32]


def _beside(entry: Entry) -> tuple[str, str]:
    """A few words before and after what a finding is about, as far as its line has them."""
    if not entry.frame:
        return "", ""
    text, mark = entry.frame
    before, after = text[: mark.start].rsplit(None, _WORDS_BESIDE), text[mark.end :].split(None, _WORDS_BESIDE)
    return " ".join(before[-_WORDS_BESIDE:]), " ".join(after[:_WORDS_BESIDE])


class CitedTexts:
    """The texts of the stories that a report names, the last few kept; none where one cannot be read again."""

    def __init__(self, background: Background) -> None:
        self._read = background.source
        self._kept: dict[str, Source | None] = {}
        self._bytes: dict[str, _Utf8Lines] = {}

    def of(self, path: str) -> Source | None:
        """The text of a story."""
        if path not in self._kept:
            if len(self._kept) > 20:
                self._kept.clear()
            try:
                self._kept[path] = self._read(path)
            except UnreadableStory:
                self._kept[path] = None
        return self._kept[path]

    def in_bytes(self, path: str, at: Position) -> tuple[int, int] | None:
        """The line and column of a position, where lines end at LF and columns are bytes of UTF-8, both from 1.

        None where that cannot be told.
        """
        source = self.of(path)
        if source is None or at.offset > len(source.text):
            return None
        if path not in self._bytes:
            if len(self._bytes) > 20:
                self._bytes.clear()
            self._bytes[path] = _Utf8Lines(source)
        return self._bytes[path].of(at)

    def edits_of(self, path: str, fix: LocatedFix) -> Sequence[LocatedEdit]:
        """What a fix changes in its file, in order; nothing where the places are none of the file's.

        Those of a document or of a packed file are places in the text that was taken out of it.
        """
        source, edits = self.of(path), sorted(fix.edits)
        if (source and source.taken_out) or any(a.end.offset > b.start.offset for a, b in pairwise(edits)):
            return ()
        return edits


class _Utf8Lines:
    """Lines and columns of a text as they stand in its file, where that is UTF-8."""

    def __init__(self, source: Source) -> None:
        self._offsets = Utf8Offsets(source.text)
        self._mark = _size(_MARK) if source.bom else 0
        # newslint takes a lone CR for the end of a line, as editors do; git and what reads patches do not
        self._starts = [0, *(m.end() for m in re.finditer("\n", source.text))] if _CR.search(source.text) else None

    def of(self, at: Position) -> tuple[int, int]:
        line, start = at.line, at.offset - at.column + 1
        if self._starts:
            line = bisect_right(self._starts, at.offset)
            start = self._starts[line - 1]
        mark = self._mark if line == 1 else 0
        return line, mark + self._offsets.of(at.offset) - self._offsets.of(start) + 1


class Utf8Offsets:
    """How many bytes of UTF-8 stand before an offset of a text, without going through all of them each time."""

    _EVERY = 512  # code points

    def __init__(self, text: str) -> None:
        self._text = text
        self._known = [0]
        for at in range(0, len(text), self._EVERY):
            self._known.append(self._known[-1] + _size(text[at : at + self._EVERY]))

    def of(self, offset: int) -> int:
        """The bytes before an offset in code points."""
        n = offset // self._EVERY
        return self._known[n] + _size(self._text[n * self._EVERY : offset])


def _size(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def by_path(entries: Iterable[Entry]) -> Iterator[tuple[str, list[Entry]]]:
    """Findings by the story they stand in."""
    path, together = "", list[Entry]()
    for entry in entries:
        if together and entry.place.path != path:
            yield path, together
            together = []
        path = entry.place.path
        together.append(entry)
    if together:
        yield path, together


def failures_of(report: Report) -> Iterator[tuple[str, str]]:
    """The files that could not be checked, and why."""
    for failure in report.failures:
        yield shown_path(failure.path), _said(failure)


def path_bytes(path: str) -> bytes:
    """A path's bytes as a URI encodes them; halves of surrogate pairs that stand for no byte as UTF-8 would."""
    try:
        return os.fsencode(path)
    except UnicodeEncodeError:
        return path.encode("utf-8", "surrogatepass")


def _said(failure: Failure) -> str:
    return f"could not be checked: {failure.message}"


def one_line(text: str) -> str:
    """Words on one line."""
    return " ".join(text.split())


def xml(text: str) -> str:
    """Text as it may stand in XML, in attributes too, on one line; what XML cannot hold becomes U+FFFD."""
    text = _NO_XML.sub("\ufffd", text)
    for sign, escaped in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(sign, escaped)
    text = referred(text, lambda sign: f"&#{ord(sign)};")
    return text.replace("\r", "&#13;").replace("\n", "&#10;").replace("\t", "&#9;")
