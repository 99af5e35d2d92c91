"""A file of names as `newslint learn` writes it first, for people to read and to prune."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newslint.base.record import NamedTuple
from newslint.commands._learnt_codes import code_lines, code_of

_HEAD = """\
# How this house writes the people it names, learnt from its stories by `newslint learn`.
# To use it, write `names: {file}` in newslint.yaml.
#
# It is yours to edit. Run again, `newslint learn` adds people it did not know and brings the keys
# count, first, last and seen up to date; all else stays as you left it.
#
# count: how many stories name the person in full; first, last: the days of the oldest and the newest.
# seen:  other spellings that were found, and how often. Nothing follows from them, until you move one
#        to `variants: [...]` (it is wrong: always flagged) or to `also: [...]` (it is right too).
# A wrong `name` may be corrected. An entry that you delete is not learnt again: it goes to `dropped:`.
"""
_GROUPS = ((50, "50 stories or more"), (20, "20 to 49 stories"), (10, "10 to 19 stories"), (5, "5 to 9 stories"))
_PLAIN = re.compile(r"[^\W\d_](?:[\w’'. -]*[\w’'.])?")
_WORDS_OF_YAML = frozenset(("true", "false", "yes", "no", "on", "off", "null", "y", "n"))


class ArchiveName(NamedTuple):
    """A person as an archive has them."""

    name: str
    also: tuple[str, ...]
    stories: int
    first: str
    last: str
    seen: tuple[tuple[str, int], ...]
    family: str = ""  # where it is not the last word


class Written(NamedTuple):
    """The text of a file of names: how many it holds, how many are new, which a person had deleted since."""

    text: str
    names: int
    added: int
    dropped: tuple[str, ...] = ()


def written(entries: Sequence[ArchiveName], file: str) -> Written:
    """A new file: the most frequent first, those about as frequent by surname."""
    lines = [_HEAD.replace("{file}", file), "names:" if entries else "names: []"]
    left = list(entries)
    for least, title in (*_GROUPS, (0, "fewer than 5 stories")):
        group = [entry for entry in left if entry.stories >= least]
        left = [entry for entry in left if entry.stories < least]
        if group:
            lines += ["", f"  # ---- {title}"]
            lines += [line for entry in sorted(group, key=by_surname) for line in lines_of(entry)]
    text = "\n".join((*lines, "", *code_lines((code_of(entry.name) for entry in entries), "names"), ""))
    return Written(text, len(entries), len(entries))


def by_surname(entry: ArchiveName) -> tuple[str, str]:
    """Sort key of a list that people look names up in."""
    return entry.name.rpartition(" ")[2].casefold(), entry.name


def lines_of(entry: ArchiveName, indent: str = "  ") -> list[str]:
    """An entry as it is written first."""
    lines = [f"{indent}- name: {scalar(entry.name)}"]
    if entry.also:
        lines.append(f"{indent}  also: [{', '.join(map(scalar, entry.also))}]")
    if entry.family:
        lines.append(f"{indent}  family: {scalar(entry.family)}")
    return lines + [f"{indent}  {key}: {value}" for key, value in learnt(entry).items()]


def learnt(entry: ArchiveName) -> dict[str, str]:
    """The keys that a run keeps up to date, as YAML writes their values."""
    found = {"count": str(entry.stories), "first": entry.first, "last": entry.last}
    found["seen"] = "{" + ", ".join(f"{scalar(form)}: {count}" for form, count in entry.seen) + "}"
    return {key: value for key, value in found.items() if value and value != "{}"}


def scalar(text: str) -> str:
    """A text as YAML writes it on one line."""
    if _PLAIN.fullmatch(text) and text.lower() not in _WORDS_OF_YAML:
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
