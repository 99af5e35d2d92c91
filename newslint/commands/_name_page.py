"""A file of names brought up to date from an archive, without touching what a person wrote in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newslint.analyses.names.across import could_be_one, key_of
from newslint.analyses.names.forms import GLYPHS
from newslint.base import yamltext
from newslint.base.errors import ConfigError
from newslint.base.typed import Any
from newslint.commands._learnt_codes import code_lines, code_of, parted
from newslint.commands._name_file import ArchiveName, Written, by_surname, learnt, lines_of, scalar


def updated(text: str, entries: Sequence[ArchiveName], path: str) -> Written:
    """A file brought up to date; what a person wrote in it stays byte for byte."""
    newline = "\r\n" if "\r\n" in text else "\n"
    text, known = parted(text.replace("\r\n", "\n"), "names")
    page = _Page(text, path)
    new, dropped = page.take(entries, known)
    page.add(new)
    page.drop(dropped)
    mine = {code_of(name) for name in (*page.names, *(entry.name for entry in new))}
    done = "\n".join((page.text(), *code_lines(mine, "names"), ""))
    return Written(done.replace("\n", newline), len(page.names) + len(new), len(new), tuple(dropped))


class _Page:
    """A file of names with the edits that are to be made in it."""

    def __init__(self, text: str, path: str) -> None:
        self._text = text
        self._path = path
        self._edits: list[tuple[int, int, str]] = []
        try:
            self._yaml = yamltext.load(text)
        except yamltext.YamlError as error:
            raise ConfigError(error.message, path, error.line, error.column) from None
        data = self._yaml.data if self._yaml.data is not None else {}
        self._names = _maps(data.get("names")) if isinstance(data, dict) else None
        self._dropped = data.get("dropped") or [] if isinstance(data, dict) else []
        if self._names is None or not isinstance(self._dropped, list):
            raise ConfigError("this is no file of names", path, 1, 1, "expected `names:` with a list of entries")
        self._leaves: dict[int, int] = {}
        for at, mark in self._yaml.marks.items():
            if len(at) > 2 and at[0] == "names" and isinstance(at[1], int) and self._is_leaf(mark):
                self._leaves[at[1]] = max(self._leaves.get(at[1], 0), mark.end)

    @property
    def names(self) -> list[str]:
        """The names that the file had."""
        return [str(entry["name"]) for entry in self._names or ()]

    def _is_leaf(self, mark: yamltext.Mark) -> bool:
        """Whether the end of a mark is where its text ends: not so for maps and lists in lines of their own."""
        return not self._text[mark.start : mark.end].endswith((" ", "\n"))

    def take(self, entries: Sequence[ArchiveName], known: set[str]) -> tuple[list[ArchiveName], list[str]]:
        """Bring the entries up to date that are there; gives those that are new, and names that a person deleted."""
        owner: dict[str, int] = {}
        for n, keys in enumerate(self._names or ()):
            for form in _forms(keys):
                owner.setdefault(form, n)
        gone = {_plain(str(name)) for name in self._dropped}
        corrected = self._corrected(known)
        sums: dict[int, ArchiveName] = {}
        new: list[ArchiveName] = []
        dropped: list[ArchiveName] = []
        for entry in entries:
            mine = _owner(entry, owner, corrected if code_of(entry.name) in known else {})
            if mine is not None:
                sums[mine] = _together(sums[mine], entry) if mine in sums else entry
            elif gone.isdisjoint(map(_plain, (entry.name, *entry.also))):
                (dropped if code_of(entry.name) in known else new).append(entry)
        for n, entry in sums.items():
            self._update(n, entry)
        return new, [entry.name for entry in dropped]

    def _corrected(self, known: set[str]) -> dict[str, list[tuple[str, int]]]:
        """The names that newslint did not write, by how they begin: perhaps the right form of one that it did."""
        found: dict[str, list[tuple[str, int]]] = {}
        for n, name in enumerate(self.names):
            if known and code_of(name) not in known and len(words := name.split()) > 1:
                form = f"{words[0]} {words[-1]}"
                found.setdefault(key_of(form), []).append((form, n))
        return found

    def _update(self, n: int, entry: ArchiveName) -> None:
        """Write what the archive says now; what it said of stories that it no longer holds stays."""
        keys = (self._names or [])[n]
        entry = _kept(entry, keys)
        mark = self._yaml.mark("names", n)
        missing = []
        for key, value in learnt(entry).items():
            if key not in keys:
                missing.append(f"{key}: {value}")
            elif str(_as_data(keys[key])) != str(_as_data(dict(entry.seen) if key == "seen" else value)):
                at = self._yaml.mark("names", n, key)
                if self._is_leaf(at):  # not where a person spread it over lines
                    self._edits.append((at.start, at.end, value))
        if not missing:
            return
        if self._text[mark.start] == "{":
            self._edits.append((mark.end - 1, mark.end - 1, f", {', '.join(missing)}"))
        else:
            indent = " " * (mark.column - 1)
            self._insert(self._leaves[n], [indent + line for line in missing])

    def _insert(self, at: int, lines: Sequence[str]) -> None:
        """Put lines below the line of an offset."""
        end = self._text.find("\n", at)
        self._edits.append((end, end, "".join(f"\n{line}" for line in lines)))

    def add(self, entries: Sequence[ArchiveName]) -> None:
        """Put new people at the end."""
        if not entries:
            return
        indent = self._indent() if self._leaves else "  "
        lines = ["", f"{indent}# ---- new"]
        lines += [line for entry in sorted(entries, key=by_surname) for line in lines_of(entry, indent)]
        if self._leaves:
            self._insert(max(self._leaves.values()), lines)
        else:
            self._rewrite("names", lines)

    def _indent(self) -> str:
        """What stands before the dash of an entry; raises ConfigError where entries have none."""
        mark = self._yaml.mark("names", max(self._leaves))
        before = self._text[: mark.start].rpartition("\n")[2]
        if before.strip() != "-":
            said = "`names:` is a list in brackets, to which nothing can be added"
            raise ConfigError(said, self._path, mark.line, mark.column, "put each entry below, after a dash")
        return before.partition("-")[0]

    def drop(self, names: Sequence[str]) -> None:
        """Remember names that a person deleted."""
        if not names:
            return
        at = self._yaml.mark("dropped")
        if self._dropped and self._text[at.start] != "[":
            last = self._yaml.mark("dropped", len(self._dropped) - 1)
            indent = " " * (at.column - 1)
            self._insert(last.end, [f"{indent}- {scalar(name)}" for name in names])
        else:
            kept = [*map(str, self._dropped), *names]
            self._rewrite("dropped", [f"  - {scalar(name)}" for name in kept])

    def _rewrite(self, key: str, lines: Sequence[str]) -> None:
        """Write a whole list, in the place of an empty or missing one or one in brackets."""
        body = "".join(f"\n{line}" for line in lines)
        if (key, yamltext.KEY) not in self._yaml.marks:
            self._edits.append((len(self._text), len(self._text), f"\n{key}:{body}\n"))
        elif self._yaml.data[key] is None:
            self._insert(self._yaml.key(key).end, lines)
        else:
            self._edits.append((self._yaml.key(key).end, self._yaml.mark(key).end, ":" + body))

    def text(self) -> str:
        """The text with the edits made."""
        text, at = self._text, 0
        parts: list[str] = []
        for start, end, put in sorted(self._edits, key=lambda edit: edit[:2]):
            parts += (text[at:start], put)
            at = end
        return "".join((*parts, text[at:]))


def _maps(found: Any) -> list[Mapping[str, Any]] | None:
    """The entries of a list of names; None where it is none."""
    if found is None:
        return []
    fine = isinstance(found, list) and all(isinstance(entry, dict) and "name" in entry for entry in found)
    return found if fine else None


def _plain(form: str) -> str:
    return form.translate(GLYPHS).casefold()


def _listed(keys: Mapping[str, Any], key: str) -> list[Any]:
    """The forms under a key; one alone may stand there without brackets."""
    found = keys.get(key) or []
    return found if isinstance(found, list) else [found]


def _forms(keys: Mapping[str, Any]) -> list[str]:
    """Every full name by which an entry goes."""
    found = [keys["name"], *_listed(keys, "also"), *_listed(keys, "variants")]
    forms = keys.get("forms")
    found += forms.values() if isinstance(forms, dict) else ()
    return [_plain(str(form)) for form in found if " " in str(form)]


def _owner(
    entry: ArchiveName, owner: Mapping[str, int], corrected: Mapping[str, Sequence[tuple[str, int]]]
) -> int | None:
    """The number of the entry of the file that is the same person.

    `corrected` are names that a person may have put in the place of this one; empty where newslint never wrote it.
    """
    for form in (entry.name, *entry.also):
        if (n := owner.get(_plain(form))) is not None:
            return n
    words = entry.name.split()
    form = f"{words[0]} {words[-1]}"
    return next((n for other, n in corrected.get(key_of(form), ()) if could_be_one(form, other)), None)


def _together(a: ArchiveName, b: ArchiveName) -> ArchiveName:
    """Two people of the archive that are one in the file."""
    days = sorted(filter(None, (a.first, b.first, a.last, b.last)))
    seen = dict(a.seen)
    for form, count in (*b.seen, (b.name, b.stories)):
        seen[form] = seen.get(form, 0) + count
    return a._replace(
        stories=a.stories + b.stories,
        first=days[0] if days else "",
        last=days[-1] if days else "",
        seen=tuple(sorted(seen.items(), key=lambda item: (-item[1], item[0]))),
    )


def _kept(entry: ArchiveName, keys: Mapping[str, Any]) -> ArchiveName:
    """An entry with what the file knows beyond it; a spelling that a person has settled is no news."""
    right = _forms(keys)
    settled = {*right, *(word for form in right for word in form.split())}
    settled |= {_plain(str(form)) for form in _listed(keys, "variants")}
    seen = dict(entry.seen)
    if _plain(entry.name) not in right:
        seen[entry.name] = entry.stories - sum(count for form, count in entry.seen if " " in form)
    before = keys.get("seen")
    for form, count in before.items() if isinstance(before, dict) else ():
        seen[str(form)] = max(seen.get(str(form), 0), count if isinstance(count, int) else 0)
    left = [(form, count) for form, count in seen.items() if _plain(form) not in settled]
    days = sorted(filter(None, (str(keys.get("first") or ""), str(keys.get("last") or ""), entry.first, entry.last)))
    count = keys.get("count")
    return entry._replace(
        stories=max(entry.stories, count if isinstance(count, int) else 0),
        first=days[0] if days else "",
        last=days[-1] if days else "",
        seen=tuple(sorted(left, key=lambda item: (-item[1], item[0]))),
    )


def _as_data(value: Any) -> Any:
    """A value in a form in which the file's and the archive's can be compared."""
    return {str(k): str(v) for k, v in value.items()} if isinstance(value, dict) else str(value)
