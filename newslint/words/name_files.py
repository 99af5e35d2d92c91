"""Files of names, read and checked: newslint's own in `rules/names/`, and those that a configuration names.

A house's file is written by hand or by `newslint learn`. There are no patterns in it, only words.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from newslint.base import cache
from newslint.base.environment import rules_folder
from newslint.base.errors import MOST_SHOWN, ConfigError, together
from newslint.base.schema import Day, ListOf, MapOf, Number, Record, Text, Where, documents
from newslint.base.text import UnreadableStory, read_text
from newslint.base.typed import Any
from newslint.base.version import __version__
from newslint.model.names import ENTITIES, STYLES, Name, NameFile

MOST_BYTES = 1024 * 1024  # of a file of names; what `newslint learn` writes is smaller
_WORD = Text(pattern=r"\S(?:.*\S)?", expected="a name (words without space at either end)")
_WORDS = ListOf(_WORD, single=True)
NAME = Record(
    {
        "name": _WORD,
        "kind": Text(ENTITIES),
        "forms": MapOf(_WORD, keys=STYLES),
        "also": _WORDS,
        "variants": _WORDS,
        "family": Text(),
        "leave": _WORDS,
        "unless": _WORDS,
        "since": Day(),
        "until": Day(),
        "source": Text(),
        "count": Number(0),
        "first": Day(),
        "last": Day(),
        "seen": MapOf(Number(0)),
    },
    ("name",),
)
SCHEMA = Record({"names": ListOf(NAME), "dropped": ListOf(_WORD)})
_KEYS = {**{key: key for key in Name._fields}, "entity": "kind", "times": "count"}


def read_names(path: str) -> NameFile:
    """The names in a file; raises ConfigError with file, line and column."""
    try:
        text = read_text(path, MOST_BYTES)
    except UnreadableStory as error:
        raise ConfigError(f"the name file cannot be read: {error}", path) from None
    key = cache.key_of("names", __version__, text)
    kept = cache.load(key)
    if isinstance(kept, list) and len(kept) == 2:
        return NameFile(tuple(map(name_of, kept[0])), tuple(kept[1]), key)
    found = _checked(text, path)._replace(key=key)
    cache.save(key, found[:2])
    return found


def name_of(row: Sequence[Any]) -> Name:
    """An entry from its row in the cache, where tuples have become lists."""
    return Name._make([tuple(value) if type(value) is list else value for value in row])


def _checked(text: str, path: str) -> NameFile:
    found = documents(text, path, ConfigError)
    if len(found) > 1:
        mark = found[1].mark()
        raise ConfigError("a second YAML document begins here; a file of names has one", path, mark.line, mark.column)
    if not found or found[0].data is None:
        return NameFile(())
    where = Where(path, found[0], ConfigError)
    checked = SCHEMA.accept(found[0].data, where)
    names, faults = [], []
    for n, each in enumerate(checked.get("names", ())):
        try:
            names.append(_name(each, where.at("names", n)))
        except ConfigError as fault:
            faults.append(fault)
            if len(faults) > MOST_SHOWN:
                break
    if faults:
        raise together(faults)
    _once_each(names, where)
    return NameFile(tuple(names), tuple(checked.get("dropped", ())))


def _name(keys: Mapping[str, Any], where: Where) -> Name:
    name = Name._make(keys.get(key, Name._field_defaults.get(field)) for field, key in _KEYS.items())
    for n, variant in enumerate(name.variants):
        if variant in name.right:
            raise where.at("variants", n).wrong(f"“{variant}” cannot be both right and wrong for “{name.name}”")
        if not any(c.isupper() for c in variant) and not any(c.isdigit() for c in variant):
            said = f"“{variant}” has no capital: it would be found in ordinary words"
            raise where.at("variants", n).wrong(said, "write it with the capitals that a story has")
    if name.family and not any(name.family in form.split() for form in name.right):
        said = f"family: “{name.family}” is no word of “{name.name}”"
        raise where.at("family").wrong(said, 'give the word that stands for the person alone, or "" for none')
    if name.since and name.until and name.since > name.until:
        raise where.at("until").wrong(f"“{name.name}” ends ({name.until}) before it begins ({name.since})")
    return name


def _once_each(names: Sequence[Name], where: Where) -> None:
    """Raise for a name that stands twice for one time."""
    seen: dict[str, int] = {}
    for n, each in enumerate(names):
        if each.name in seen and not (each.since or each.until):
            said = f"“{each.name}” stands here a second time"
            raise where.at("names", n, "name").wrong(said, "put what both say into one entry")
        seen[each.name] = n


def shipped() -> list[str]:
    """newslint's own files of names."""
    folder = os.path.join(rules_folder(), "names")
    return [os.path.join(folder, name) for name in sorted(os.listdir(folder)) if name.endswith(".yaml")]
