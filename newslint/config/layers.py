"""One file of settings, newslint.yaml or a style: what may stand in it, and how it is read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date as Date

from newslint.base.errors import ConfigError, NewslintError, PluginError, together
from newslint.base.globs import BadPattern, check_glob
from newslint.base.record import NamedTuple
from newslint.base.schema import WRONG, Anything, Either, ListOf, MapOf, Number, Record, Text, Where, documents, show
from newslint.base.text import UnreadableStory, read_text
from newslint.base.typed import Any
from newslint.base.yamltext import Document
from newslint.config.house_style import StyleValues
from newslint.formats import FIELDS, RECORD_FIELDS
from newslint.model.finding import CONFIDENCES, SEVERITIES
from newslint.model.rule_source import RuleSource
from newslint.words.languages import LanguageCode
from newslint.words.word_files import is_file, is_word

RULE_WORDS = (*SEVERITIES, "off", "on")
_RULES = MapOf(Either(text=Text(RULE_WORDS), map=MapOf(Anything())))
_LAYER = {
    "style": MapOf(StyleValues()),
    "rules": _RULES,
}
MOST_BYTES = 128 * 1024  # of a configuration: reading one takes a second for every 70 KB


class _AsOf(Text):
    """A day for rules: the story's, today, or one date."""

    def __init__(self) -> None:
        super().__init__(
            pattern=r"story|today|\d{4}-\d\d-\d\d", expected="“story”, “today” or a date in quotation marks"
        )

    def accept(self, value: Any, where: Where) -> str:
        said = super().accept(value, where)
        try:
            if said not in ("story", "today"):
                Date.fromisoformat(said)
        except ValueError:
            raise self.refuse(value, where, "the calendar has no such day") from None
        return said


class _Glob(Text):
    """A pattern for paths."""

    def accept(self, value: Any, where: Where) -> str:
        said = super().accept(value, where)
        try:
            check_glob(said)
        except BadPattern as error:
            hint = "patterns are as in .gitignore, with {a,b} for either: stories/**/*.{md,txt}"
            raise where.wrong(f"{where.name}: {show(said)} cannot be used: {error}", hint) from None
        return said


class _Word(Text):
    """A word, or the name of a file of words."""

    def accept(self, value: Any, where: Where) -> str:
        said = super().accept(value, where)
        if not (is_file(said) or is_word(said)):
            hint = "give each word of a phrase by itself; the name of a file has a dot: newslint-words.txt"
            raise where.wrong(f"{where.name}: expected a word or the name of a file, found {show(said)}", hint)
        return said


_GLOBS = ListOf(_Glob(), single=True)
SCHEMA = Record({
    "extends": ListOf(Text(), single=True),
    "fail-on": Text(SEVERITIES),
    "min-confidence": Text(CONFIDENCES),
    "budgets": MapOf(Number(0)),
    "stories": _GLOBS,
    "exclude": _GLOBS,
    "as-of": _AsOf(),
    "formats": MapOf(Text()),
    "fields": MapOf(ListOf(Text(), single=True), keys=(*FIELDS, *RECORD_FIELDS)),
    "rule-files": ListOf(Text(), single=True),
    "names": ListOf(Text(), single=True),
    "words": ListOf(_Word(), single=True),
    **_LAYER,
    "overrides": ListOf(Record(
        {"files": _GLOBS, "kind": Text(), "language": LanguageCode(), **_LAYER}, ("files",))),
})  # fmt: skip


NO_SOURCES: Mapping[str, RuleSource] = {}


class Layer(NamedTuple):
    """One file of settings (newslint.yaml or a style), with its places for error messages.

    Where it has mistakes, they are in `faults`, and `data` is what is right.
    """

    data: Mapping[str, Any]
    where: Where
    faults: tuple[NewslintError, ...] = ()


def _schema(sources: Mapping[str, RuleSource]) -> Record:
    """What may stand in a file, with the keys of rule sources."""
    taken = sorted(sources.keys() & SCHEMA.fields.keys())
    if taken:
        said = f"the plugin {taken[0]} has a rule source, and “{taken[0]}:” is a key of newslint's own"
        raise PluginError(said, hint="the plugin needs another name")
    return Record({**SCHEMA.fields, **{key: source.shape for key, source in sources.items()}})


def read_layer(path: str, sources: Mapping[str, RuleSource] = NO_SOURCES) -> Layer:
    """A configuration or style file; raises ConfigError with file, line and column, and tells of all mistakes."""
    found = sifted_layer(path, sources)
    if found.faults:
        raise together(found.faults)
    return found


def sifted_layer(path: str, sources: Mapping[str, RuleSource] = NO_SOURCES) -> Layer:
    """The same with its mistakes beside what is right; raises ConfigError only where it is no YAML."""
    try:
        text = read_text(path, MOST_BYTES)
    except UnreadableStory as error:
        raise ConfigError(f"the configuration cannot be read: {error}", path) from None
    found = documents(text, path, ConfigError)
    if len(found) > 1:
        mark = found[1].mark()
        raise ConfigError("a second YAML document begins here; a configuration has one", path, mark.line, mark.column)
    if not found or found[0].data is None:
        return Layer({}, Where(path, Document({}, {}), ConfigError))
    where = Where(path, found[0], ConfigError)
    faults: list[NewslintError] = []
    data = _schema(sources).sift(found[0].data, where, faults)
    return Layer({} if data is WRONG else data, where, tuple(faults))
