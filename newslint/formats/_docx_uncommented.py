"""A Word document without one author's comments: an older report's make room for the new one's."""

from __future__ import annotations

from collections.abc import Collection

from newslint.base.typed import TYPE_CHECKING
from newslint.formats._docx_parts import KIND, MAIN, attribute, related
from newslint.formats._placed import must_be_utf8
from newslint.formats._walk import Walk, is_empty_tag, tag_end
from newslint.formats._zipped import Zipped, spliced

if TYPE_CHECKING:
    from collections.abc import Mapping

_RANGES = frozenset(("commentRangeStart", "commentRangeEnd"))
_OF_REFERENCES = frozenset(("rPr", "commentReference"))  # what a run that only refers to a comment holds


class _Comments(Walk):
    """The comments of one author: their numbers, and the bytes of each."""

    def __init__(self, name: str, author: str) -> None:
        super().__init__(name, KIND)
        self.author = author
        self.ids: set[str] = set()
        self.places: list[tuple[int, int]] = []
        self._part = b""
        self._open = -1

    def find(self, part: bytes) -> None:
        """Look through the list of comments."""
        self._part = part
        self.walk(part)

    def opens(self, name: str, attributes: Mapping[str, str]) -> bool:
        """Take in a comment."""
        space, _, local = name.rpartition("}")
        if self.depth == 2 and local == "comment" and attribute(attributes, space, "author") == self.author:
            self.ids.add(attribute(attributes, space, "id"))
            self._open = self.at
        return False

    def closes(self, name: str) -> None:
        """Note where a comment ends."""
        if self.depth == 2 and self._open >= 0:
            end = self.at if is_empty_tag(self._part, self._open) else tag_end(self._part, self.at)
            self.places.append((self._open, end))
            self._open = -1


class _References(Walk):
    """What refers to some comments in the copy: the marks round their words, and the runs behind these."""

    def __init__(self, name: str, ids: Collection[str]) -> None:
        super().__init__(name, KIND)
        self.ids = ids
        self.places: list[tuple[int, int]] = []
        self._part = b""
        self._run = -1  # the byte at which a run begins, and how deep it stands
        self._run_depth = 0
        self._alone = True
        self._references: list[tuple[int, int]] = []

    def find(self, part: bytes) -> None:
        """Look through the copy."""
        self._part = part
        self.walk(part)

    def opens(self, name: str, attributes: Mapping[str, str]) -> bool:
        """Take in a mark, a run or a reference."""
        space, _, local = name.rpartition("}")
        if space not in MAIN:
            self._alone = False
        elif local == "r":
            self._run, self._run_depth, self._alone = self.at, self.depth, True
            self._references = []
        elif local in _RANGES and attribute(attributes, space, "id") in self.ids:
            self.places.append(self._element())
        elif local == "commentReference" and attribute(attributes, space, "id") in self.ids:
            self._references.append(self._element())
        elif self.depth == self._run_depth + 1 and local not in _OF_REFERENCES:
            self._alone = False
        elif local == "commentReference":
            self._alone = False  # to another's comment
        return False

    def _element(self) -> tuple[int, int]:
        """The bytes of an element without content, whose tags stand side by side where it has two."""
        end = tag_end(self._part, self.at)
        return self.at, end if is_empty_tag(self._part, self.at) else tag_end(self._part, end)

    def closes(self, name: str) -> None:
        """At the end of a run, leave it out where it did nothing but refer."""
        if self._run < 0 or self.depth != self._run_depth or not name.endswith("}r"):
            return
        if self._references and self._alone:
            self.places.append((self._run, tag_end(self._part, self.at)))
        else:
            self.places += self._references
        self._run = -1


def without_comments(zipped: Zipped, main: str, author: str) -> Zipped:
    """A document without the comments of an author; the same where there are none. Raises UnwrittenStory."""
    name = related(zipped, main).found.get("comments", "")
    listed, part = zipped.read(name) if name else None, zipped.read(main)
    if listed is None or part is None:
        return zipped
    comments = _Comments(name, author)
    comments.find(listed)
    if not comments.ids:
        return zipped
    must_be_utf8(listed)
    must_be_utf8(part)
    references = _References(main, comments.ids)
    references.find(part)
    changed = {
        name: spliced(listed, dict.fromkeys(comments.places, b"")),
        main: spliced(part, dict.fromkeys(references.places, b"")),
    }
    return Zipped(zipped.rewritten(changed), KIND)
