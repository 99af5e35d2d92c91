"""Examples of a style's rules, in `examples.yaml` beside them, which Vale never reads: its rules end in `.yml`.

Plain:
  - bad: The crews [[utilise]] the quay.
    fixed: The crews use the quay.
  - good: The crews use the quay.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property

from newslint.base.errors import MOST_SHOWN, NewslintError, RuleError, near_miss, together
from newslint.base.later import Later
from newslint.base.schema import WRONG, ListOf, MapOf, Record, Text, Where, documents, show
from newslint.base.text import UnreadableStory, read_text
from newslint.base.typed import Any
from newslint.model.rule import Example

NAME = "examples.yaml"
VERDICTS = ("bad", "good", "known-false")
_EXAMPLE = Record({key: Text() for key in (*VERDICTS, "fixed", "message", "note", "format", "file")})
_SHAPE = MapOf(ListOf(_EXAMPLE, least=1))
_FORMAT = "plain"  # in which Vale's own places are kept
_MOST_BYTES = 2 * 1024 * 1024


class StyleExamples:
    """The examples of one style, read when the first is asked for.

    `folder` is that of the style, "" for one without; `rules` are the names of all its rules; `hidden` says that the
    file may be anybody's, so that a message shows nothing of it.
    """

    def __init__(self, folder: str, rules: Collection[str], *, hidden: bool = False) -> None:
        self.path = os.path.join(folder, NAME) if folder else ""
        self._rules = rules
        self._hidden = hidden

    def of(self, rule: str) -> Sequence[Example]:
        """The examples of a rule by its name in the style; to ask for one raises RuleError at a mistake."""
        return Later(lambda: self._told.get(rule, ())) if self._there else ()

    @cached_property
    def _there(self) -> bool:
        return os.path.isfile(self.path)

    @cached_property
    def _told(self) -> Mapping[str, Sequence[Example]]:
        try:
            return dict(self._read())
        except NewslintError:
            if not self._hidden:
                raise
            said = "these examples lie outside of the repository and cannot be used"
            raise RuleError(said, self.path, hint="--allow-outside tells why") from None

    def _read(self) -> Iterator[tuple[str, Sequence[Example]]]:
        try:
            found = documents(read_text(self.path, _MOST_BYTES), self.path, RuleError)
        except UnreadableStory as error:
            raise RuleError(f"the examples cannot be read: {error}", self.path) from None
        if not found or found[0].data is None:
            return
        where = Where(self.path, found[0], RuleError)
        faults: list[NewslintError] = []
        if len(found) > 1:
            faults.append(where.wrong("this file holds several documents: expected one, a map of rules"))
        told = _SHAPE.sift(found[0].data, where, faults)
        names = found[0].data if isinstance(found[0].data, dict) else ()
        for name in [each for each in names if each not in self._rules][:MOST_SHOWN]:
            hint = near_miss(str(name), self._rules, "a rule is called as its file is, without .yml")
            faults.append(where.at(name).wrong(f"there is no rule {show(name)} in this style", hint, key=True))
        for name, listed in told.items() if told is not WRONG else ():
            try:
                yield name, [_example(keys, where.at(name, n)) for n, keys in enumerate(listed)]
            except NewslintError as error:
                faults.append(error)
        if faults:
            raise together(faults)


def _example(keys: Mapping[str, Any], where: Where) -> Example:
    """One example; raises RuleError where it marks nothing, or too much."""
    verdicts = [verdict for verdict in VERDICTS if verdict in keys]
    if len(verdicts) != 1:
        raise where.wrong("an example has exactly one of: bad, good, known-false")
    verdict = verdicts[0]
    text = keys[verdict]
    start = text.find("[[")
    marks = start >= 0 and text.find("]]", start + 2) >= 0
    if (verdict != "good") != marks:
        said = "marks nothing in [[double square brackets]]" if verdict != "good" else "marks something as wrong"
        raise where.at(verdict).wrong(f"this {verdict} example {said}")
    rest = {key: value for key, value in keys.items() if key != verdict}
    return Example(verdict, text, **{"format": _FORMAT, **rest})
