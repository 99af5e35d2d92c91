"""Where each setting that holds for a path comes from: newslint itself, a line of a file, or the command line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from newslint.base.record import NamedTuple
from newslint.base.schema import Where
from newslint.base.typed import Any
from newslint.config.layers import Layer
from newslint.config.profile import Choice, Config, word_of
from newslint.model.finding import SEVERITIES

COMMAND_LINE = "the command line"
NEWSLINT = "newslint"
CONFIGURATION = "configuration"
_ONE = ("fail-on", "min-confidence", "as-of")  # keys of one value, which the last layer gives
_LISTS = ("stories", "exclude")  # the last layer's list counts
_TOGETHER = ("names", "words")  # the lists of all layers count
_MAPS = ("formats", "fields", "budgets")  # of each key the last layer's value counts
_OF_OVERRIDES = ("kind", "language")


class Origin(NamedTuple):
    """Who set something: newslint, the configuration (a line, from 1, of a file), or the command line."""

    by: str
    file: str = ""
    line: int = 0


class Setting(NamedTuple):
    """A setting that holds, what it is, and who set it; `part` is the ending, field or rule it is for."""

    name: str
    value: str | tuple[str, ...]
    origin: Origin
    part: str = ""


class Override(NamedTuple):
    """An entry of `overrides:`, and whether it holds for the path."""

    files: tuple[str, ...]
    holds: bool
    origin: Origin


class RuleState(NamedTuple):
    """How a rule stands for a path: its severity (none where it is off), the options set, and who set any of that."""

    id: str
    topic: str
    severity: str
    options: Mapping[str, Any]
    by: tuple[tuple[str, Origin], ...]  # the name under which it was chosen (its own, its topic, an axis), and where

    @property
    def on(self) -> bool:
        """Whether it runs."""
        return bool(self.severity)


def settings_for(config: Config, path: str) -> Iterator[Setting]:
    """Every setting but style and rules that holds for a path, with its origin; lists whole, maps by their keys."""
    for layer in config.layers:
        for n, name in enumerate(layer.data.get("extends", ())):
            yield Setting("extends", name, _at(layer.where, "extends", n, of_key=False))
    given = {"fail-on": config.settings.fail_on, "min-confidence": config.settings.min_confidence}
    own = config.profile(path)
    values = {"fail-on": own.fail_on, "min-confidence": own.min_confidence, "as-of": own.as_of}
    for key in _ONE:
        origin = Origin(COMMAND_LINE) if given.get(key) else _last(config, key)
        yield Setting(key, values[key], origin)
    for key in _LISTS:
        yield Setting(key, tuple(config.values(key) or ()), _last(config, key))
    if config.settings.exclude:
        yield Setting("exclude", config.settings.exclude, Origin(COMMAND_LINE))
    yield from _maps(config)
    yield from _files(config)
    for key in _OF_OVERRIDES:
        said = [(data[key], where) for data, where in config.places(path) if key in data]
        if said:
            value, where = said[-1]
            yield Setting(key, value, _at(where, key))


def _maps(config: Config) -> Iterator[Setting]:
    """What is set by ending, by field, by rule or topic."""
    for key in _MAPS:
        last = {part: layer for layer in config.layers for part in layer.data.get(key, ())}
        given = dict(config.settings.formats) if key == "formats" else {}
        for part in sorted({*last, *given}):
            if part in given:
                yield Setting(key, given[part], Origin(COMMAND_LINE), part)
                continue
            layer = last[part]
            yield Setting(key, _plain(layer.data[key][part]), _at(layer.where, key, part), part)


def _files(config: Config) -> Iterator[Setting]:
    """Rule files, names and words, each list with its place."""
    own = config.own
    if own and own.data.get("rule-files"):
        yield Setting("rule-files", tuple(own.data["rule-files"]), _at(own.where, "rule-files"))
    if own:
        for key in sorted(own.data.keys() & config.sources.keys()):
            yield from _of_source(own, key)
    for key in _TOGETHER:
        for layer in config.layers:
            if layer.data.get(key):
                yield Setting(key, tuple(layer.data[key]), _at(layer.where, key))


def _of_source(own: Layer, key: str) -> Iterator[Setting]:
    """What stands under a key that asks for rules."""
    value = own.data[key]
    if not isinstance(value, Mapping):
        yield Setting(key, _plain(value), _at(own.where, key))
        return
    for part, said in value.items():
        yield Setting(key, _plain(said), _at(own.where, key, part), part)


def overrides_for(config: Config, path: str) -> Iterator[Override]:
    """Every entry of `overrides:`, and whether it holds for a path."""
    holding = {(where.file, where.path) for _, where in config.places(path)}
    for layer in config.layers:
        for n, part in enumerate(layer.data.get("overrides", ())):
            where = layer.where.at("overrides", n)
            yield Override(tuple(part["files"]), (where.file, where.path) in holding, _at(where, "files"))


def rules_for(config: Config, path: str) -> Iterator[RuleState]:
    """How each rule stands for a path, in the order of their ids; `by` is empty for what newslint decides itself."""
    held = config.profile(path).held
    choices = config.choices(path)
    places = [where for _, where in config.places(path)]
    axes = {chosen.axis: chosen for chosen in config.style_for(path)}
    given = _by_command_line(config)
    for rule_id in sorted(config.pack.rules):
        known = config.pack.rules.known[rule_id]
        said = choices.get(rule_id, ())
        by = [(choice.name, _at(places[choice.layer], "rules", choice.name)) for choice in _telling(said)]
        if not by and known.axis in axes and not known.default:
            axis = axes[known.axis]
            by = [(f"style {known.axis}", Origin(CONFIGURATION, axis.file, axis.line))]
        elif not by and known.about_names and config.names and not known.default:
            by = [("names", _at(next(layer.where for layer in config.layers if "names" in layer.data), "names"))]
        elif not by and known.by_configuration and config.own:
            key = rule_id.partition("/")[0]
            by = [(key, _at(config.own.where, key))]
        by += [(option, Origin(COMMAND_LINE)) for option, ids in given if rule_id in ids]
        if config.settings.select and rule_id not in held and not any(name[:2] == "--" for name, _ in by):
            by.append(("--select", Origin(COMMAND_LINE)))
        severity = held[rule_id].severity if rule_id in held else ""
        yield RuleState(rule_id, known.topic, severity, _options(said), tuple(by))


def _by_command_line(config: Config) -> list[tuple[str, frozenset[str]]]:
    """The rules that each option of the command line names."""
    settings = config.settings
    named = (
        ("--select", settings.select),
        ("--extend-select", settings.extend_select),
        ("--ignore", settings.ignore),
    )
    return [(option, frozenset(config.named(names))) for option, names in named if names]


def _telling(choices: Sequence[Choice]) -> list[Choice]:
    """Those of several choices that still tell: for on or off the last, for the severity and each option too."""
    if choices and word_of(choices[-1].value) == "off":
        return [choices[-1]]
    last: dict[str, int] = {}
    for n, choice in enumerate(choices):
        last["on"] = n
        value = choice.value
        options = value if isinstance(value, Mapping) else {"severity": value}
        for option, said in options.items():
            if option != "severity" or said in SEVERITIES:
                last[f"option {option}"] = n
    return [choices[n] for n in sorted(set(last.values()))]


def _options(choices: Iterable[Choice]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for choice in choices:
        if isinstance(choice.value, Mapping):
            found.update({key: value for key, value in choice.value.items() if key != "severity"})
    return found


def _last(config: Config, key: str) -> Origin:
    """Who gives a key of which the last layer's value counts."""
    for layer in reversed(config.layers):
        if key in layer.data:
            return _at(layer.where, key)
    return Origin(NEWSLINT)


def _at(where: Where, *step: str | int, of_key: bool = True) -> Origin:
    if not where.file:
        return Origin(COMMAND_LINE)
    place = (*where.path, *step)
    mark = where.document.key(*place) if of_key else where.document.mark(*place)
    return Origin(CONFIGURATION, where.file, mark.line)


def _plain(value: Any) -> str | tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
