"""`newslint-baseline.json`: the findings that a newsroom knows about and accepts, read, matched and written.

An entry is a rule, the text it marked and a few words either side, so that it still holds when its paragraph is
moved, the story is edited elsewhere, or renamed: an entry whose story is no more holds for the same words elsewhere.
One entry a line, sorted, and a `null` after the last: each line then ends in a comma, and git merges two branches
line by line (`merged_baseline`).
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from newslint.base.errors import NewslintError
from newslint.base.repository import leaves, repository_of
from newslint.base.text import UnreadableStory, read_bytes
from newslint.base.typed import Any
from newslint.config.discovery import ConfigFinder, nearest
from newslint.model.finding import Entry
from newslint.run.known_findings import KnownFinding, Sides, known, tells_enough
from newslint.run.screens import StoryTexts

BASELINE_NAME = "newslint-baseline.json"
_HEAD = '{"schema": 1, "findings": [\n'
_FOOT = "\nnull]}\n"
_ENTRY = '\n{"path": "'
_RULE = '", "rule": "'
MOST_BYTES = 64 * 1024 * 1024  # of a baseline: some 300,000 findings
_MANY = 20  # stories that are looked up one by one before all lines are sorted by story
_REPAIR = "put the file back as git has it, or delete it and write a new one: newslint check --write-baseline"
_MERGE = "newslint check --prune-baseline keeps the entries of both that still hold"


class BaselineError(NewslintError):
    """A baseline that cannot be read."""


class Baseline:
    """One baseline file. Of its entries only those of stories that have findings are read.

    Where git left it unmerged it is refused, or with `both` read as having the entries of both sides.
    """

    def __init__(self, file: str, *, both: bool = False) -> None:
        self.file = file
        self._both = both
        self.root = os.path.dirname(os.path.abspath(file))
        self._text = ""  # as newslint lays it out; what was taken out of it is in `_left`
        self._asked = 0
        self._raw: dict[str, list[tuple[int, str]]] = {}  # lines by how they spell the path
        self._left: dict[str, Counter[KnownFinding]] = {}
        self._gone: dict[tuple[str, ...], list[tuple[KnownFinding, int]]] | None = None  # not looked for yet
        self.moved: Counter[KnownFinding] = Counter()  # findings known by entries of stories that are no more
        self.followed: set[KnownFinding] = set()  # those entries
        if os.path.isfile(file):
            self._read()

    def inside(self, path: str) -> str:
        """A story's path as entries have it: from the baseline's folder, with slashes."""
        try:
            found = os.path.relpath(os.path.abspath(path), self.root).replace(os.sep, "/")
        except ValueError:  # on another drive
            found = os.path.abspath(path).replace(os.sep, "/")
        if found.isascii():
            return found
        from unicodedata import normalize

        return normalize("NFC", found)  # macOS takes letters apart in the names of files

    def _read(self) -> None:
        if os.path.islink(self.file) and leaves(self.file, repository_of(self.root)):
            raise BaselineError("this baseline is a link that leads out of the repository", self.file, hint=_REPAIR)
        try:
            data = read_bytes(self.file, MOST_BYTES)
            text = data.decode("utf-8-sig", errors="surrogatepass").replace("\r\n", "\n")
        except (UnreadableStory, UnicodeDecodeError) as error:
            raise BaselineError(f"the baseline cannot be read: {error}", self.file, hint=_REPAIR) from None
        if not _is_framed(text):
            from newslint.run import merged_baseline  # here: few are merged, or laid out by others

            lines = text.split("\n")
            if not self._both and (number := merged_baseline.first_mark(lines)):
                said = "two versions of the baseline were not merged here"
                raise BaselineError(said, self.file, number, hint=_MERGE)
            text = merged_baseline.put_right(lines, both=self._both) or text
        if _is_framed(text):
            self._text = text
        else:
            self._read_whole(text)

    def _read_whole(self, text: str) -> None:
        """Read what a person or another tool has laid out; raises BaselineError where it is no baseline."""
        try:
            data = json.loads(text)
        except json.JSONDecodeError as error:
            said = f"this is not JSON: {error.msg}"
            raise BaselineError(said, self.file, error.lineno, error.colno, hint=_REPAIR) from None
        except RecursionError:
            raise BaselineError("this is not JSON: it is nested too deeply", self.file, 1, hint=_REPAIR) from None
        except ValueError:
            raise BaselineError("it holds a number that is too large", self.file, 1, hint=_REPAIR) from None
        findings = data.get("findings") if isinstance(data, dict) else None
        if not isinstance(findings, list):
            raise BaselineError("this is not a baseline: “findings” with a list is missing", self.file, hint=_REPAIR)
        if data.get("schema") != 1:
            said = f"this newslint reads baselines of schema 1, not {data.get('schema')!r:.60}"
            raise BaselineError(said, self.file, hint="update newslint, or write a new baseline")
        for number, plain in enumerate(findings, 1):
            if plain is not None:
                entry, count = self._entry(plain, f"entry {number}", 0)
                self._add(entry, count)

    def _entry(self, plain: Any, name: str, line: int) -> tuple[KnownFinding, int]:
        if isinstance(plain, dict):
            parts = [part for field in KnownFinding._fields if isinstance(part := plain.get(field), str)]
            count = plain.get("count", 1)
            if len(parts) == len(KnownFinding._fields) and type(count) is int and count > 0:
                return KnownFinding(*parts), count
        raise BaselineError(f"{name} is not a finding as newslint writes it", self.file, line, hint=_REPAIR)

    def _add(self, entry: KnownFinding, count: int) -> None:
        left = self._left.setdefault(entry.path, Counter())
        left[entry] = max(left[entry], count)  # a line that a merge has doubled counts once

    def _of(self, path: str) -> Counter[KnownFinding]:
        """The entries of a story that no finding has used up."""
        for number, line in self._lines(path):
            try:
                plain = json.loads(line.rstrip().rstrip(","))
            except (ValueError, RecursionError) as error:
                raise BaselineError(f"this line is not JSON: {error}", self.file, number, hint=_REPAIR) from None
            self._add(*self._entry(plain, "this line", number))
        return self._left.setdefault(path, Counter())

    def _lines(self, path: str) -> list[tuple[int, str]]:
        """The lines of a story that were not asked for before, with their numbers."""
        spelled = json.dumps(path, ensure_ascii=False)[1:-1]
        self._asked += 1
        if self._asked > _MANY:
            self._index()
        if not self._text:
            return self._raw.pop(spelled, [])
        if path in self._left:
            return []
        found, at = [], self._text.find(begin := f"{_ENTRY}{spelled}{_RULE}")
        number, counted = 2, 0
        while at >= 0:
            end = self._text.find("\n", at + 1)
            number += self._text.count("\n", counted, at)
            counted = at
            found.append((number, self._text[at + 1 : end]))
            at = self._text.find(begin, end)
        return found

    def _index(self) -> None:
        """Sort all lines by their stories, once, for those who ask for many."""
        if not self._text:
            return
        for number, line in enumerate(self._text.split("\n")[1:-2], 2):
            spelled = line[len(_ENTRY) - 1 : line.find(_RULE)]
            self._raw.setdefault(spelled, []).append((number, line))
        self._text = ""
        for path in self._left:
            self._raw.pop(json.dumps(path, ensure_ascii=False)[1:-1], None)

    def without_known(self, entries: Sequence[Entry], path: str, text: str) -> list[Entry]:
        """The findings that are not in the baseline; each entry of it holds back as many as it counts.

        Where the words on one side of a finding were edited, those on the other side are enough.
        """
        left = self._of(path)
        keys = {n: known(entry, path, text) for n, entry in enumerate(entries)}
        for n, key in list(keys.items()):
            if left.get(key, 0) > 0:
                left[key] -= 1
                del keys[n]
        if not keys:
            return []
        sides = Sides(left)
        return [entries[n] for n, key in keys.items() if not (sides.take(key) or self._take_moved(key))]

    def _take_moved(self, key: KnownFinding) -> bool:
        """Use up an entry of a story that is no more, where a finding has just its words; whether there is one.

        So a story that was renamed stays known. Each story that has the words is let off alike: which of two copies
        is the old one nobody can tell, and an answer must not depend on which was checked first.
        """
        if not tells_enough(key):
            return False
        if self._gone is None:
            self._gone = self._of_gone_stories()
        olds = self._gone.get(key[1:], ())
        if self.moved[key] >= sum(count for _, count in olds):
            return False
        self.moved[key] += 1
        self.followed.update(old for old, _ in olds)
        return True

    def _of_gone_stories(self) -> dict[tuple[str, ...], list[tuple[KnownFinding, int]]]:
        """The entries of stories that are no more, by all but their path."""
        found: dict[tuple[str, ...], list[tuple[KnownFinding, int]]] = {}
        self._read_all()
        for path, left in self._left.items():
            if left and not os.path.lexists(os.path.join(self.root, *path.split("/"))):
                for entry, count in left.items():
                    found.setdefault(entry[1:], []).append((entry, count))
        return found

    def left(self) -> Iterator[tuple[KnownFinding, int]]:
        """All entries with their counts, less what findings have used up."""
        self._read_all()
        for left in self._left.values():
            yield from ((entry, count) for entry, count in left.items() if count > 0)

    def _read_all(self) -> None:
        self._index()
        for spelled in list(self._raw):
            try:
                path = json.loads(f'"{spelled}"')
            except ValueError:
                number = self._raw[spelled][0][0]
                raise BaselineError("the path on this line is not JSON", self.file, number, hint=_REPAIR) from None
            self._of(path)


def _is_framed(text: str) -> bool:
    """Whether a text is laid out as newslint does it, so that its lines may be read one by one."""
    framed = text.startswith(_HEAD) and text.endswith(_FOOT) and "\\u" not in text
    return framed and text.count("\n") - 2 == text.count(_ENTRY) == text.count(_RULE)


def write(file: str, entries: Mapping[KnownFinding, int]) -> None:
    """Write a baseline, whole or not at all; raises BaselineError where that cannot be done."""
    from newslint.base.writing import whole_text  # here: few runs write

    try:
        with whole_text(file, errors="surrogatepass") as stream:
            stream.write(_HEAD)
            stream.writelines(_line(entry, entries[entry]) for entry in sorted(entries) if entries[entry] > 0)
            stream.write(_FOOT[1:])
    except OSError as error:
        raise BaselineError(f"the baseline cannot be written: {error.strerror}", file) from None


def _line(entry: KnownFinding, count: int) -> str:
    plain: dict[str, Any] = entry._asdict()
    if count > 1:
        plain["count"] = count
    return json.dumps(plain, ensure_ascii=False) + ",\n"


class Baselines:
    """The baselines of a run, each beside the configuration that holds for its stories. A screen for findings.

    With `hide` off it lets all findings through and remembers which stories were checked. With `both` it reads a
    baseline that git left unmerged, for who writes it anew.
    """

    def __init__(self, finder: ConfigFinder, *, hide: bool = True, both: bool = False) -> None:
        self._both = both
        self._finder = finder
        self._hide = hide
        self._places: dict[str, str] = {}
        self._files: dict[str, Baseline] = {}
        self.checked: set[str] = set()
        self.hidden = 0

    def begin(self) -> None:
        """A run begins: every entry may be used anew."""
        self._files.clear()
        self._places.clear()
        self.checked.clear()
        self.hidden = 0

    def kept(self, path: str, entries: Sequence[Entry], texts: StoryTexts) -> Sequence[Entry]:
        """The findings that are new."""
        self.checked.add(path)
        if not (entries and self._hide):
            return entries
        file = self.file_for(os.path.dirname(path))
        if not file:
            return entries
        baseline = self.open(file)
        kept = baseline.without_known(entries, baseline.inside(path), texts.of(path))
        self.hidden += len(entries) - len(kept)
        return kept

    def open(self, file: str) -> Baseline:
        """A baseline by its file."""
        if file not in self._files:
            self._files[file] = Baseline(file, both=self._both)
        return self._files[file]

    def file_for(self, folder: str) -> str:
        """The baseline that holds in a folder; nothing where there is none."""
        place = self.place_for(folder)
        file = os.path.join(place, BASELINE_NAME) if place else ""
        return file if file in self._files or os.path.isfile(file) else ""

    def place_for(self, folder: str) -> str:
        """The folder where a folder's baseline belongs: beside its configuration, else where there is one already."""
        if folder not in self._places:
            beside = self._finder.file_for(folder) or nearest(folder, BASELINE_NAME)
            self._places[folder] = os.path.dirname(beside)
        return self._places[folder]


def idle(baseline: Baseline, judged: Callable[[str, str], bool]) -> Counter[KnownFinding]:
    """The entries that no finding has used, of those that were judged; `judged` is given a path and a rule."""
    return Counter({entry: count for entry, count in baseline.left() if judged(entry.path, entry.rule)})
