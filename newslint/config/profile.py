"""newslint.yaml and styles, resolved: which rules, how strict, with which options, for this path."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date as Date
from functools import cached_property

from newslint.base.environment import Plugin
from newslint.base.errors import ConfigError, NewslintError, near_miss, together
from newslint.base.globs import globs, relative
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.repository import HINT, leaves, repository_of
from newslint.base.schema import Text, Where, show
from newslint.base.typed import TYPE_CHECKING, Any
from newslint.base.yamltext import Document
from newslint.config.house_style import Chosen, StyleChanges, by_axis, changes_of, chosen
from newslint.config.layers import NO_SOURCES, RULE_WORDS, SCHEMA, Layer, read_layer, sifted_layer
from newslint.config.settings import Settings
from newslint.formats import FIELDS, Reading
from newslint.model.finding import SEVERITIES, Confidence, Severity
from newslint.model.rule import Rule, day_of
from newslint.model.rule_source import RuleSource
from newslint.rulebook.pack import Pack
from newslint.rulebook.waiting import Rules, Waiting

if TYPE_CHECKING:
    from newslint.model.names import HouseNames

_ENDING = pattern(r"\.[^\sA-Z/\\]{1,30}")
_MOST_LAYERS = 50  # that a configuration may extend in all


class Choice(NamedTuple):
    """What is said of a rule under `rules:`, the number of the layer that says it, and the name it has there."""

    value: Any
    layer: int
    name: str  # the rule's own or a former one, its topic, or all


class Profile(NamedTuple):
    """What holds for a path: configured rules in the order of their ids, and how stories are read."""

    held: Rules
    reading: Reading
    style: Mapping[str, str]
    min_confidence: Confidence
    fail_on: Severity
    as_of: str
    owners: Mapping[str, Plugin]
    known: Mapping[str, str]  # every rule's id, topic and former name, to the name that now holds

    @property
    def rules(self) -> tuple[Rule, ...]:
        """All rules that are on, each made."""
        return tuple(self.held.values())

    def day_of(self, story: Any, today: Date | None = None) -> Date:
        """Return the day that rules with `since` and `until` use for a story."""
        return day_of(story, self.as_of, today)


def _genre(kind: str) -> str:
    """A kind of story as rules ask for it, whichever of its names the configuration uses."""
    from newslint.formats.frontmatter.fields import GENRES  # here, because few configurations need it

    return GENRES.get(kind.strip().casefold().replace(" ", "-"), kind)


class Config:
    """One newslint.yaml with the styles it extends: the profile for each path below it.

    Without a `layer` newslint's own settings hold.
    """

    def __init__(
        self,
        pack: Pack,
        styles: Mapping[str, str],
        layer: Layer | None,
        settings: Settings,
        faults: Iterable[NewslintError] = (),
        formats: Collection[str] = (),
        sources: Mapping[str, RuleSource] = NO_SOURCES,
    ) -> None:
        """Raises ConfigError that tells of all mistakes at once, those of the rule files (`faults`) included."""
        self.pack = pack
        self.styles = styles
        self.settings = settings
        self.own = layer  # the file itself
        self._formats = formats
        self.sources = sources
        self.root = os.path.dirname(os.path.abspath(layer.where.file)) if layer else os.getcwd()
        mistakes = list(faults)
        unsure = bool(mistakes) or _asks_wrongly(layer, sources)  # not all rules that there are have been read
        self.layers: list[Layer] = []
        if layer:
            self._add_extended(layer, (), mistakes)
        mistakes += [fault for each in self.layers for fault in each.faults]
        self.layers += self._asked_for(mistakes)
        self._profiles: dict[tuple[int, ...], Profile] = {}
        mistakes += self._wrong(unsure=unsure)
        if mistakes:
            raise together(mistakes)

    def _add_extended(self, layer: Layer, seen: tuple[str, ...], mistakes: list[NewslintError]) -> None:
        """Add the layers a file extends, in order, and the file itself last; what is wrong goes to `mistakes`."""
        seen = (*seen, os.path.realpath(layer.where.file))
        for n, name in enumerate(layer.data.get("extends", ())):
            place = layer.where.at("extends", n)
            try:
                path = self._style_file(name, place)
                if os.path.realpath(path) in seen:
                    way = " → ".join(map(os.path.basename, seen))
                    raise place.wrong(f"this configuration extends itself, by way of {way}")
                if len(seen) + len(self.layers) > _MOST_LAYERS:
                    raise place.wrong(f"this configuration extends more than {_MOST_LAYERS} others")
                below = sifted_layer(path, self.sources)
            except NewslintError as error:
                mistakes.append(error)
                continue
            self._add_extended(below, seen, mistakes)
        self.layers.append(layer)

    def _style_file(self, name: str, place: Where) -> str:
        """The file that an entry of `extends:` stands for; raises ConfigError."""
        if name in self.styles:
            return self.styles[name]
        if not name.endswith((".yaml", ".yml")):
            raise place.wrong(f"unknown style {show(name)}", near_miss(name, self.styles))
        path = os.path.join(os.path.dirname(place.file), name)
        self._check_place(path, name, place)
        if "\0" in path or not os.path.isfile(path):
            raise place.wrong(f"there is no style file {show(name)} here")
        return path

    def _check_place(self, path: str, name: str, place: Where) -> None:
        """Raise for a file outside of the repository; styles that are installed may name what lies beside them."""
        if self.settings.outside or place.file in self.styles.values():
            return
        if leaves(path, repository_of(self.root)):
            raise place.wrong(f"{show(name)} lies outside of the repository", HINT)

    def _asked_for(self, mistakes: list[NewslintError]) -> list[Layer]:
        """The house style that this run asks for; it holds over what the file says."""
        name, axes = self.settings.style, self.settings.axes
        before, self.layers = self.layers, []
        if name:
            if name not in self.styles:
                raise ConfigError(f"unknown style “{name}”", hint=near_miss(name, self.styles))
            self._add_extended(read_layer(self.styles[name], self.sources), (), mistakes)
        found, self.layers = self.layers, before
        if axes:
            where = Where("", Document({}, {}), ConfigError)
            found.append(Layer(SCHEMA.accept({"style": dict(axes)}, where), where))
        return found

    def _wrong(self, *, unsure: bool) -> Iterator[NewslintError]:
        """Rules, options and style values that do not exist, and names that cannot be read, at their places.

        Where it is `unsure` which rules there are, nothing is said of unknown ones.
        """
        for layer in self.layers:
            places = [(layer.data, layer.where)]
            for n, part in enumerate(layer.data.get("overrides", ())):
                places.append((part, layer.where.at("overrides", n)))
                if "kind" in part and not unsure:  # rules that were not read may know of other kinds
                    kind = layer.where.at("overrides", n, "kind")
                    yield from _mistake_of(self._check_kind, part["kind"], kind)
            for data, where in places:
                for name, values in data.get("style", {}).items():
                    for value in values if not (unsure and name not in self.axes) else ():
                        yield from _mistake_of(self._check_style, name, value.value, where.at("style", name))
                for name, value in data.get("rules", {}).items():
                    if not (unsure and not self._is_known(name)):
                        yield from _mistake_of(self._check_rule, name, value, where.at("rules", name))
            for ending, name in layer.data.get("formats", {}).items():
                yield from _mistake_of(self._check_format, ending, name, layer.where.at("formats", ending))
        for ending, name in self.settings.formats:
            yield from _mistake_of(self._check_format, ending, name)
        yield from self._misplaced()
        yield from self._wrong_budgets(unsure=unsure)
        yield from _mistake_of(self._names)
        yield from _mistake_of(self._house_words)
        if not unsure:
            yield from self._wrong_names()

    def _misplaced(self) -> Iterator[NewslintError]:
        """Keys that ask for rules in a file that the configuration extends, where nobody would read them."""
        for layer in self.layers:
            for key in layer.data.keys() & self.sources.keys() if layer is not self.own else ():
                said = f"{key}: is read from newslint.yaml itself, not from a file that it extends"
                yield layer.where.at(key).wrong(said, f"write {key}: in newslint.yaml", key=True)

    def _wrong_names(self) -> Iterator[NewslintError]:
        """Rules and topics that the command line names and that do not exist."""
        for name in (*self.settings.select, *self.settings.extend_select):
            yield from _mistake_of(self._selected, name)
        for name in self.settings.ignore:
            yield from _mistake_of(self._resolve, name)

    def _check_format(self, ending: str, name: str, where: Where | None = None) -> None:
        said, hint = "", ""
        if not _ENDING.fullmatch(ending):
            said = f"{show(ending)} is no ending of file names"
            hint = "an ending is a dot and small letters, such as “.story”"
        elif self._formats and name not in self._formats:
            said, hint = (
                f"unknown story format {show(name)}",
                near_miss(name, self._formats, f"known are: {', '.join(sorted(self._formats))}"),
            )
        if said and where:
            raise where.wrong(f"formats: {said}", hint)
        if said:
            raise NewslintError(f"--format-of: {said}", hint=hint)

    def _is_known(self, name: str) -> bool:
        return name == "all" or name in self.pack.known

    def _resolve(self, name: str) -> list[str]:
        try:
            return self.pack.resolve(name)
        except KeyError as error:
            raise ConfigError(f"unknown rule or topic “{name}”", hint=str(error.args[0])) from None

    def named(self, names: Iterable[str]) -> set[str]:
        """The ids of the rules that names on a command line stand for; raises ConfigError."""
        return {rule_id for name in names for rule_id in self._selected(name)}

    def _selected(self, name: str) -> list[str]:
        return [*self.pack.rules] if name == "all" else self._resolve(name)

    def _check_kind(self, kind: str, where: Where) -> None:
        """Raise for a kind of story that neither newslint nor a rule knows: nothing would ever hold for it."""
        from newslint.formats.frontmatter.fields import GENRES

        known = set(GENRES.values())
        known.update(
            *(asked.get("kind", ()) for rule in self.pack.rules.values() for asked in (rule.when, rule.unless))
        )
        if _genre(kind) not in known:
            every = f"known are: {', '.join(sorted(known))}"
            near = near_miss(kind, known, otherwise=every)
            raise where.wrong(
                f"overrides → kind: there is no kind of story “{kind[:60]}”",
                near if near == every else f"{near} {every}",
            )

    def _check_rule(self, name: str, value: Any, where: Where) -> None:
        if name == "all":
            if value not in ("off", "on"):
                raise where.wrong(f"rules → all: expected off or on, found {show(value)}")
            return
        try:
            ids = self.pack.resolve(name)
        except KeyError as error:
            raise where.wrong(f"unknown rule or topic “{name}”", str(error.args[0]), key=True) from None
        if not isinstance(value, dict):
            return
        faults = [fault for key, setting in value.items() for fault in self._faults_of(ids, key, setting, where)]
        if faults:
            raise together(faults)

    def _faults_of(self, ids: Iterable[str], key: str, setting: Any, where: Where) -> Iterator[NewslintError]:
        """What is wrong with one option of a rule, or of the rules of a topic."""
        if key == "severity":
            yield from _mistake_of(Text(RULE_WORDS).accept, setting, where.at(key))
            return
        for rule_id in ids:
            try:
                self.pack.rules[rule_id].configure({key: setting})
            except ConfigError as error:
                yield where.at(key).wrong(error.message, error.hint)
                return  # the other rules of a topic would say the same

    @cached_property
    def axes(self) -> dict[str, tuple[str, ...]]:
        """The axes of house style that rules read, each with its values (none: any text)."""
        return {
            known.axis: tuple(getattr(self.pack.rules[rule_id], "forms", ()))
            for rule_id, known in self.pack.rules.known.items()
            if known.axis
        }

    def _check_style(self, name: str, value: str, where: Where) -> None:
        if name not in self.axes:
            raise where.wrong(f"unknown style axis “{name}”", near_miss(name, self.axes), key=True)
        forms = self.axes[name]
        if forms and value not in forms:
            raise where.wrong(
                f"style → {name}: expected one of {', '.join(forms)}, found “{value}”",
                near_miss(value, forms),
            )

    def values(self, key: str) -> Any:
        """The last layer's value of a key, or None."""
        return next((layer.data[key] for layer in reversed(self.layers) if key in layer.data), None)

    @cached_property
    def formats(self) -> Mapping[str, str]:
        """The formats of files by their ending, where the configuration or the command line says."""
        found: dict[str, str] = {}
        for layer in self.layers:
            found.update(layer.data.get("formats", {}))
        found.update(self.settings.formats)
        return found

    @property
    def budgets(self) -> dict[str, int]:
        """How many findings of a rule or topic do not fail a run."""
        if not self._has_budgets:
            return {}
        from newslint.config.budgets import budgets_of  # here: few houses set any

        return budgets_of(self.layers, self.pack)

    def _wrong_budgets(self, *, unsure: bool) -> Iterator[NewslintError]:
        if self._has_budgets and not unsure:
            from newslint.config.budgets import mistakes_in

            yield from mistakes_in(self.layers, self.pack)

    @property
    def _has_budgets(self) -> bool:
        return any("budgets" in layer.data for layer in self.layers)

    def _names(self) -> HouseNames | None:
        return self.names

    @cached_property
    def names(self) -> HouseNames | None:
        """How this house writes names, by the files that `names:` gives; raises ConfigError."""
        if not any("names" in layer.data for layer in self.layers):
            return None
        from newslint.model.names import HouseNames
        from newslint.model.names import together as joined
        from newslint.words.name_files import read_names

        lists = []
        faults: list[NewslintError] = []
        for layer in self.layers:
            for n, name in enumerate(layer.data.get("names", ())):
                try:
                    lists.append(read_names(self._file_beside(layer, "names", n, name)))
                except NewslintError as error:
                    faults.append(error)
        if faults:
            raise together(faults)
        return HouseNames(joined(file.names for file in lists), " ".join(file.key for file in lists))

    def _house_words(self) -> frozenset[str]:
        return self.house_words

    @cached_property
    def house_words(self) -> frozenset[str]:
        """The words that this house writes so, by what `words:` gives, as they are compared; raises ConfigError."""
        if not any("words" in layer.data for layer in self.layers):
            return frozenset()
        from newslint.words.word_files import is_file, plain, read_words

        found: set[str] = set()
        faults: list[NewslintError] = []
        for layer in self.layers:
            for n, entry in enumerate(layer.data.get("words", ())):
                try:
                    found |= (
                        read_words(self._file_beside(layer, "words", n, entry)) if is_file(entry) else {plain(entry)}
                    )
                except NewslintError as error:
                    faults.append(error)
        if faults:
            raise together(faults)
        return frozenset(found)

    def _file_beside(self, layer: Layer, key: str, n: int, name: str) -> str:
        """The path of a file that an entry of `names:` or `words:` names; raises ConfigError at its place."""
        path, place = os.path.join(os.path.dirname(layer.where.file), name), layer.where.at(key, n)
        self._check_place(path, name, place)
        if "\0" in path or not os.path.isfile(path):
            raise place.wrong(f"there is no file of {key} {show(name)} here")
        return path

    @cached_property
    def _overrides(self) -> list[tuple[Any, Mapping[str, Any], Where]]:
        found = []
        for layer in self.layers:
            for n, part in enumerate(layer.data.get("overrides", ())):
                found.append((globs(part["files"]), part, layer.where.at("overrides", n)))
        return found

    def profile(self, path: str) -> Profile:
        """The profile for a story's path; the same object for all paths that the same overrides match."""
        matching = self._matching(path)
        if matching not in self._profiles:
            self._profiles[matching] = self._resolved([self._overrides[n][1] for n in matching])
        return self._profiles[matching]

    def _matching(self, path: str) -> tuple[int, ...]:
        inside = relative(path, self.root) if self._overrides else ""
        return tuple(n for n, (files, _, _) in enumerate(self._overrides) if files.match_file(inside))

    def style_for(self, path: str) -> list[Chosen]:
        """What holds on each axis of style for a story's path, and which line says so."""
        return list(chosen(self.places(path)))

    def places(self, path: str) -> list[tuple[Mapping[str, Any], Where]]:
        """All that is said for a story's path, each with its place: styles, the file, the overrides that match."""
        overrides = [self._overrides[n][1:] for n in self._matching(path)]
        return [*((layer.data, layer.where) for layer in self.layers), *overrides]

    def choices(self, path: str) -> Mapping[str, Sequence[Choice]]:
        """What is chosen for each rule that somebody names, by the number of the place (`places`) that says so."""
        return self._choices(data for data, _ in self.places(path))

    def _resolved(self, overrides: list[Mapping[str, Any]]) -> Profile:
        layers = [*(layer.data for layer in self.layers), *overrides]
        values = by_axis(layers)
        style = {axis: held[-1].value for axis, held in values.items()}
        fields = {**FIELDS, **{k: v for data in layers for k, v in data.get("fields", {}).items()}}
        kind = next((_genre(data["kind"]) for data in reversed(overrides) if "kind" in data), "")
        language = next((data["language"] for data in reversed(overrides) if "language" in data), "")
        rules = Rules(self._active(layers, style, changes_of(values)))
        return Profile(
            rules,
            Reading(fields, kind, language),
            style,
            self.settings.min_confidence or self.values("min-confidence") or "medium",
            self.settings.fail_on or self.values("fail-on") or "warning",
            self.values("as-of") or "story",
            self.pack.owners,
            self.pack.known,
        )

    def _active(
        self, layers: Iterable[Mapping[str, Any]], style: Mapping[str, str], changes: StyleChanges
    ) -> Iterator[Rule | Waiting]:
        """The rules that are on, configured, in the order of their ids; those that can wait for a story do."""
        choices = self._choices(layers)
        named = (*self.settings.select, *self.settings.extend_select)
        selected, added = self.named(self.settings.select), self.named(self.settings.extend_select)
        ignored = {rule_id for name in self.settings.ignore for rule_id in self._resolve(name)}
        common = {
            "style": style,
            "style_changes": changes,
            "names": self.names,
            "house_words": self.house_words,
            "as_of": self.values("as-of") or "story",
        }
        for rule_id in sorted(self.pack.rules):
            chosen = [choice.value for choice in choices.get(rule_id, ())]
            known = self.pack.rules.known[rule_id]
            on = rule_id in selected if self.settings.select else self._is_on(known, chosen, style)
            if (on or rule_id in added) and rule_id not in ignored:
                configured = self._maker(rule_id, chosen, {**common, "asked": rule_id in named})
                if isinstance(known, Waiting) and known.sought and not chosen:
                    yield known._replace(make=configured)
                else:
                    yield configured()

    def _choices(self, layers: Iterable[Mapping[str, Any]]) -> dict[str, list[Choice]]:
        """What layers say of each rule that they name, alone or by its topic: the last one counts."""
        choices: dict[str, list[Choice]] = {}
        for n, data in enumerate(layers):
            rules = data.get("rules", {})
            if "all" in rules:
                own = {rule.id for rule in self.pack.rules.known.values() if not rule.by_configuration}
                choices = {
                    **{rule_id: kept for rule_id, kept in choices.items() if rule_id not in own},
                    **{rule_id: [Choice(rules["all"], n, "all")] for rule_id in own},
                }
            # a topic speaks before the styles in it, and those before their rules: the specific beats the general
            named = [(self.pack.resolve(name), name, value) for name, value in rules.items() if name != "all"]
            for ids, name, value in sorted(named, key=self._nearness):
                for rule_id in ids:
                    choices.setdefault(rule_id, []).append(Choice(value, n, name))
        return choices

    def _nearness(self, named: tuple[list[str], str, Any]) -> int:
        """How near to one rule a choice is: for a topic, for a style, for the rule itself."""
        name = named[1]
        return 2 if name in self.pack.rules or name in self.pack.aliases else int("/" in name)

    def _maker(self, rule_id: str, chosen: Sequence[Any], common: Mapping[str, Any]) -> Callable[[], Rule]:
        return lambda: _configured(self.pack.rules[rule_id], chosen, common)

    def _is_on(self, rule: Rule | Waiting, choices: Sequence[Any], style: Mapping[str, str]) -> bool:
        if choices:
            return word_of(choices[-1]) != "off"
        return rule.default or rule.axis in style or (rule.about_names and bool(self.names))


def word_of(choice: Any) -> str:
    """What a choice under `rules:` says of a rule: on, off or a severity."""
    word: str = choice if isinstance(choice, str) else choice.get("severity", "on")
    return word


def _configured(rule: Rule, choices: Iterable[Any], common: Mapping[str, Any]) -> Rule:
    """A rule with its severity and options by the choices made for it, and what is common to all."""
    severity, chosen = rule.severity, False
    options: dict[str, object] = {}
    for choice in choices:
        word = word_of(choice)
        if word in SEVERITIES:
            severity, chosen = word, True
        if isinstance(choice, Mapping):
            options.update({k: v for k, v in choice.items() if k != "severity"})
    configured = rule.configure(options) if options else rule
    dated = rule.dated or rule.axis in common["style_changes"]
    return configured.with_(severity=severity, severity_set=chosen, dated=dated, **common)


def _asks_wrongly(layer: Layer | None, sources: Mapping[str, RuleSource]) -> bool:
    """Whether a file asks for rules by a key of their own, and has mistakes: the rules may not be there for that."""
    data = layer.where.document.data if layer and layer.faults else {}
    return isinstance(data, dict) and not sources.keys().isdisjoint(data)


def _mistake_of(work: Callable[..., object], *arguments: Any) -> Iterator[NewslintError]:
    """The mistake that some work comes upon, if any."""
    try:
        work(*arguments)
    except NewslintError as error:
        yield error
