"""Which files a spelling rule of Vale's goes by: its dictionaries, and the lists of words that it leaves alone."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from newslint.base.errors import near_miss
from newslint.base.repository import HINT, leaves
from newslint.base.schema import show
from newslint.base.text import UnreadableStory, read_text
from newslint.vale.dictionaries import MOST_BYTES, default_pair
from newslint.vale.extensions.base import House, Spec
from newslint.vale.style_files import DICTIONARIES, IGNORED, VARIABLE, places

_TAKES_ALL = "vale/Vale.Spelling"  # every dictionary and every list below the styles
Pair = tuple[str, str]  # the paths of a dictionary's .aff and .dic


class SpellingFiles:
    """What one rule names, below the styles or beside the configuration; raises RuleError at what is not there."""

    def __init__(self, spec: Spec, house: House) -> None:
        self._spec = spec
        self._styles = house.styles_path
        self._beside = house.beside
        self._folder = house.beside.folder if house.beside else house.styles_path

    def pairs(self) -> Sequence[Pair]:
        """The rule's dictionaries, in order; raises ImportError where newslint's own is asked for and not there."""
        own = self._own_pair()
        if own:
            return (own,)
        named = [self._named(name) for name in self._spec.texts("dictionaries")]
        everything = self._spec.id == _TAKES_ALL and not named
        found = [*named, *([default_pair()] if not named or self._spec.flag("append") else [])]
        return [*found, *self._all_below_styles()] if everything else found

    def listed(self) -> frozenset[str]:
        """The words that the rule's lists have, a line each."""
        if self._spec.id == _TAKES_ALL:
            paths = sorted(_texts_below(os.path.join(self._styles, IGNORED)))
        else:
            paths = [path for name in self._spec.texts("ignore") for path in self._places(name, IGNORED)]
        found: set[str] = set()
        for path in paths:
            if os.path.isfile(path):
                found.update(self._lines(self._allowed(path, "ignore")))
        return frozenset(found)

    def _lines(self, path: str) -> Iterator[str]:
        try:
            text = read_text(path, MOST_BYTES)
        except UnreadableStory as error:
            said = f"{self._spec.id}: the list {show(os.path.basename(path))} cannot be read: {error}"
            raise self._spec.wrong("ignore", said) from None
        return (word for line in text.split("\n") if (word := line.strip()) not in ("", "#"))

    def _own_pair(self) -> Pair | None:
        """The dictionary that `aff` and `dic` name."""
        names = [self._spec.text(key) for key in ("aff", "dic")]
        if not any(names):
            return None
        found = []
        for key, name in zip(("aff", "dic"), names, strict=True):
            if not name:
                raise self._spec.wrong(
                    "extends", f"{self._spec.id}: `aff` and `dic` go together, and there is no `{key}`"
                )
            path = next(filter(os.path.isfile, self._places(name, DICTIONARIES)), "")
            if not path:
                said = f"{self._spec.id}: there is no file {show(name)} below the styles or beside the configuration"
                raise self._spec.wrong(key, said)
            found.append(self._allowed(path, key))
        return found[0], found[1]

    def _named(self, name: str) -> Pair:
        """A dictionary by its name, which is that of its files."""
        n = self._spec.texts("dictionaries").index(name)
        folders = [self._dictionary_folder(), *filter(None, [os.environ.get(VARIABLE)])]
        for folder in folders:
            aff, dic = (os.path.join(folder, f"{name}.{ending}") for ending in ("aff", "dic"))
            if os.path.isfile(aff) and os.path.isfile(dic):
                if folder == folders[0]:
                    aff, dic = self._allowed(aff, "dictionaries"), self._allowed(dic, "dictionaries")
                return aff, dic
        known = {os.path.splitext(file)[0] for folder in folders for file in _files(folder) if file.endswith(".dic")}
        where = self._spec.where.at("dictionaries")
        where = where.at(n) if isinstance(self._spec.data["dictionaries"], list) else where
        said = f"{self._spec.id}: there is no dictionary {show(name)} ({name}.aff and {name}.dic) in {DICTIONARIES}"
        raise where.wrong(said, near_miss(name, known))

    def _dictionary_folder(self) -> str:
        """The folder of the dictionaries that the rule names."""
        name = self._spec.text("dicpath")
        if not name:
            return os.path.join(self._styles, DICTIONARIES)
        found = next(filter(os.path.isdir, self._places(name, "")), "")
        if not found:
            raise self._spec.wrong("dicpath", f"{self._spec.id}: there is no folder {show(name)} below the styles")
        return self._allowed(found, "dicpath")

    def _all_below_styles(self) -> Iterator[Pair]:
        folder = os.path.join(self._styles, DICTIONARIES)
        for file in _files(folder):
            base, ending = os.path.splitext(os.path.join(folder, file))
            if ending == ".dic":
                if not os.path.isfile(f"{base}.aff"):
                    raise self._spec.wrong(
                        "", f"{self._spec.id}: beside {show(file)} in {DICTIONARIES} there is no .aff"
                    )
                yield self._allowed(f"{base}.aff", ""), self._allowed(f"{base}.dic", "")

    def _places(self, name: str, below: str) -> Iterator[str]:
        """Where a file or folder may be that a rule names: an absolute path is the same everywhere."""
        yield from places(name, self._styles, self._folder, below)

    def _allowed(self, path: str, key: str) -> str:
        """The path; raises RuleError for one that leads out of the styles and of the repository."""
        beside = self._beside
        if (
            beside is None
            or beside.outside
            or beside.is_inside(path)
            or not leaves(path, os.path.realpath(self._styles))
        ):
            return path
        raise self._spec.wrong(key, f"{self._spec.id}: {show(path)} lies outside of the repository", HINT)


def _files(folder: str) -> list[str]:
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return []


def _texts_below(folder: str) -> Iterator[str]:
    for parent, _, names in os.walk(folder):
        yield from (os.path.join(parent, name) for name in names if name.endswith(".txt"))
