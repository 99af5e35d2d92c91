"""All rules there are: Python classes and YAML files, checked, each id once."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence

from newslint.base.environment import Plugin
from newslint.base.errors import MOST_SHOWN, NewslintError, RuleError, near_miss, together
from newslint.base.later import Later
from newslint.base.schema import Anything, Day, Flag, ListOf, MapOf, Number, Record, Shape, Text, Where, of_files
from newslint.base.text import UnreadableStory, read_text
from newslint.base.typed import Any
from newslint.base.yamltext import Document
from newslint.kinds.base import KindRule
from newslint.model.finding import CONFIDENCES, SEVERITIES, group_of
from newslint.model.rule import PLACES, STATUSES, TOPICS, Evidence, Example, Rule
from newslint.model.story import ROLES
from newslint.rulebook.cards import Card
from newslint.rulebook.file_cards import MOST_BYTES, FileCards
from newslint.rulebook.plugins import Plugins
from newslint.rulebook.waiting import Rules, Waiting
from newslint.words.languages import LanguageCode, code_of, hint_for

_ID = Text(
    pattern=r"(?:[a-z][a-z0-9]*(?:-[a-z0-9]+)*/)?[a-z][a-z0-9]*(?:-[a-z0-9]+)*",
    expected="small letters and digits joined by hyphens, such as “unattributed-quote” or “acme/slug-line”",
)
CONDITIONS: Mapping[str, Shape] = {
    key: ListOf(LanguageCode() if key == "language" else Text(), single=True)
    for key in ("kind", "format", "language", "section", "byline")
}
EXAMPLE = Record({
    "bad": Text(), "good": Text(), "known-false": Text(), "fixed": Text(), "in": Text(), "at": Text(PLACES),
    "format": Text(), "kind": Text(),
    "style": MapOf(Text()), "options": MapOf(Anything()), "message": Text(), "note": Text(),
    "stories": Number(1),
    "language": LanguageCode(), "encoding": Text(),
})  # fmt: skip
COMMON: Mapping[str, Shape] = {
    "id": _ID,
    "kind": Text(),
    "topic": Text(),
    "finds": Text(),
    "message": Text(),
    "why": Text(),
    "examples": ListOf(EXAMPLE, least=1),
    "severity": Text(SEVERITIES),
    "confidence": Text(CONFIDENCES),
    "status": Text(STATUSES),
    "default": Flag(),
    "zones": ListOf(Text(ROLES)),
    "in-quotes": Text(("skip", "only", "both")),
    "when": Record(CONDITIONS),
    "unless": Record(CONDITIONS),
    "since": Day(),
    "until": Day(),
    "aliases": ListOf(_ID),
    "source": Text(),
    "evidence": Record({
        "edited": Record(dict.fromkeys(("stories", "hits", "wrong"), Number(0)), ("stories", "hits", "wrong")),
        "faults": Record(
            {"cases": Number(0), "found": Number(0), "on": Text()}, ("cases", "found", "on")),
        "pages": Record(dict.fromkeys(("pages", "hits", "wrong"), Number(0)), ("pages", "hits", "wrong")),
    }),
    "fix": Record({
        "delete": Text(("line", "match")), "replace": Text(), "title": Text(), "safety": Text(("safe", "offer")),
    }),
}  # fmt: skip
_MOST_FILES = 2000  # below a folder of rules
_MOST_IN_ALL = 8 * 1024 * 1024  # bytes of rule files that are read together
NOBODYS: Mapping[str, Plugin] = {}
REQUIRED = ("id", "kind", "topic", "message", "why", "examples")


class Pack:
    """Every rule by its id, as its author made it; what is known of each, made or not, is in `rules.known`."""

    def __init__(self, rules: Iterable[Rule | Waiting], owners: Mapping[str, Plugin]) -> None:
        self.rules = Rules()
        self.aliases: dict[str, str] = {}
        self.owners = dict(owners)
        for rule in rules:
            self.add(rule)
        self.check_aliases()

    def add(self, rule: Rule | Waiting) -> None:
        """Add a rule; raises RuleError where its id is taken or is a topic's name."""
        if rule.id in TOPICS or rule.id == "all":
            raise RuleError(
                f"a rule may not be called “{rule.id}”: that is the name of a topic or of all", rule.origin
            )
        if rule.id in self.rules:
            said = f"two rules are called “{rule.id}”{self._by(rule.id)}"
            raise RuleError(said, rule.origin, hint=f"the other one is in {self.rules.known[rule.id].origin}")
        self.rules.known[rule.id] = rule
        for alias in rule.aliases:
            other = self.aliases.setdefault(alias, rule.id)
            if other != rule.id or alias in TOPICS or alias == "all":
                taken = f"of “{other}” too" if other != rule.id else "the name of a topic or of all"
                raise RuleError(
                    f"the former name “{alias}” of “{rule.id}”{self._by(rule.id)} is {taken}", rule.origin
                )

    def check_aliases(self) -> None:
        """Raise RuleError for a rule whose former name is that of another rule: it would stand in for that one."""
        for alias, rule_id in self.aliases.items():
            if alias in self.rules:
                rule = self.rules.known[rule_id]
                said = f"the former name “{alias}” of “{rule_id}”{self._by(rule_id)} is another rule’s name"
                raise RuleError(said, rule.origin, hint="take it out of `aliases`")

    def _by(self, rule_id: str) -> str:
        owner = self.owners.get(rule_id)
        return f" (plugin {owner.name} {owner.version})" if owner else ""

    def with_rules(self, rules: Iterable[Rule], owners: Mapping[str, Plugin] = NOBODYS) -> Pack:
        """Return this pack with these rules added, replacing those with the same ids; `owners` are their plugins."""
        new = {rule.id: rule for rule in rules}
        kept = [rule for rule in self.rules.known.values() if rule.id not in new]
        return Pack([*kept, *new.values()], {**self.owners, **owners}) if new else self

    @property
    def topics(self) -> tuple[str, ...]:
        """Every topic that some rule has."""
        return tuple(sorted({rule.topic for rule in self.rules.known.values()} | set(TOPICS)))

    @property
    def known(self) -> dict[str, str]:
        """Every name that stands for rules (ids, topics, former ids), with its current form."""
        return {**{name: name for name in (*self.topics, *self.groups, *self.rules, "all")}, **self.aliases}

    @property
    def groups(self) -> set[str]:
        """The styles that rules are of which come by a style: `vale/House`."""
        return {group_of(rule.id) for rule in self.rules.known.values() if rule.style_name}

    def resolve(self, name: str) -> list[str]:
        """The ids that a rule's name, alias or topic stands for; raises KeyError with a near miss."""
        name = self.aliases.get(name, name)
        if name in self.rules:
            return [name]
        members = [
            rule.id
            for rule in self.rules.known.values()
            if rule.topic == name or (rule.style_name and name == group_of(rule.id))
        ]
        if members or name in TOPICS:
            return members
        raise KeyError(near_miss(name, [*self.rules, *self.topics, *self.groups], "“newslint rules” lists them"))


def load(plugins: Plugins, extra: Iterable[str] = ()) -> Pack:
    """The rules of all plugins, and those in `extra` files or folders; raises RuleError."""
    owners: dict[str, Plugin] = {}
    rules: list[Rule | Waiting] = [*_own(plugins.own_rules)]
    for owner, cls in plugins.rule_classes:
        rules.append(_of_class(cls, owner))
        owners[cls.id] = owner
    own = [path for plugin, path in plugins.rule_paths if plugin is None]
    rules += _own_files([file for path in own for file in files_below(path)], plugins.kinds)
    given = [(plugin, path) for plugin, path in plugins.rule_paths if plugin is not None]
    for plugin, path in [*given, *((None, path) for path in extra)]:
        try:
            for rule in _read(files_below(path), plugins.kinds, plugin):
                rules.append(rule)
                if plugin:
                    owners[rule.id] = plugin
        except RuleError as error:
            if plugin:
                belongs = f"this file belongs to plugin {plugin.name} {plugin.version}"
                error.hint = f"{error.hint}; {belongs}" if error.hint else belongs
            raise
    return Pack(rules, owners)


def _own(rules: Iterable[type[Rule] | Card]) -> Iterator[Rule | Waiting]:
    """newslint's own rules in Python; of those that are off, the card stands for the rule until it is asked for."""
    for given in rules:
        yield given.waiting(_of_own_class) if isinstance(given, Card) else _of_own_class(given)


def _of_own_class(cls: type[Rule]) -> Rule:
    return _of_class(cls, None)


def files_below(path: str) -> list[str]:
    """A YAML file itself, or every one below a folder, in order; raises RuleError where there is none."""
    if os.path.isdir(path):
        found = sorted(
            os.path.join(folder, name)
            for folder, _, names in os.walk(path)
            for name in names
            if name.endswith((".yaml", ".yml"))
        )
        if len(found) > _MOST_FILES:
            raise RuleError(f"there are more than {_MOST_FILES:,} YAML files in this folder of rules", path)
        return found
    if not os.path.isfile(path):
        raise RuleError("there is no such rule file or folder", path)
    return [path]


def _of_class(cls: type[Rule], plugin: Plugin | None) -> Rule:
    origin = cls.__module__
    if plugin:
        _check_class(cls, plugin)
    if fault := _ownership_fault(cls.id, cls.topic, plugin):
        raise RuleError(fault[0], origin, hint=fault[1])
    why = cls.why or " ".join((cls.__doc__ or "").split())
    conditions = {key: _with_codes(cls, key, plugin) for key in ("when", "unless") if "language" in getattr(cls, key)}
    return _made(cls, plugin).with_(origin=origin, why=why, **conditions)


def _check_class(cls: type[Rule], plugin: Plugin) -> None:
    """Raise RuleError, naming the plugin, where a rule's attributes are not what a rule's must be."""
    from newslint.base.outside import file_of
    from newslint.rulebook._rule_faults import class_fault

    said, hint = class_fault(cls)
    ids = () if said else (cls.id, *cls.aliases)
    if wrong := next((name for name in ids if not _ID.pattern.fullmatch(name)), ""):  # type: ignore[union-attr]
        said, hint = f"its id or former name “{wrong}” should be {_ID.expected}", ""
    if said:
        whose = f"plugin {plugin.name} {plugin.version}: rule {cls.__name__}"
        raise RuleError(f"{whose}: {said}", file_of(cls.__module__), hint=hint)


def _made(cls: type[Rule], plugin: Plugin | None) -> Rule:
    if plugin is None:
        return cls()
    from newslint.base.outside import apart, file_of, reason

    try:
        with apart():
            return cls()
    except Exception as error:
        said = f"plugin {plugin.name} {plugin.version}: rule {cls.__name__} cannot be made: {reason(error)}"
        raise RuleError(said, file_of(cls.__module__)) from error


def _with_codes(cls: type[Rule], key: str, plugin: Plugin | None) -> dict[str, Sequence[str]]:
    """A rule's conditions with each language as newslint writes it; raises RuleError for what is none."""
    found = getattr(cls, key)
    codes = {text: code_of(text) for text in found["language"]}
    for text, code in codes.items():
        if not code:
            whose = f"plugin {plugin.name} {plugin.version}: " if plugin else ""
            said = f"{whose}rule {cls.__name__}: {key} → language: “{text}” is no language"
            raise RuleError(said, cls.__module__, hint=hint_for(text))
    return {**found, "language": tuple(codes.values())}


def _ownership_fault(rule_id: str, topic: str, plugin: Plugin | None) -> tuple[str, str] | None:
    """What is wrong with a rule's id or topic, and what to do: a plugin's rules carry its name.

    A topic is one of newslint's, or has the name that stands before the `/` of the id.
    """
    owner, slash, slug = rule_id.rpartition("/")
    if plugin and not slash:
        said = f"the rule “{rule_id}” of plugin {plugin.name} {plugin.version} has no plugin's name in its own"
        return said, f"call it “{plugin.name}/{rule_id}”"
    if plugin and owner != plugin.name:
        said = f"the rule “{rule_id}” of plugin {plugin.name} {plugin.version} has another plugin's name in its own"
        return said, f"call it “{plugin.name}/{slug}”"
    if topic not in TOPICS and (topic != owner or not slash):
        whose = f" of plugin {plugin.name} {plugin.version}" if plugin else ""
        return f"the rule “{rule_id}”{whose} has an unknown topic “{topic}”", near_miss(topic, _topics_of(owner))
    return None


def _topics_of(owner: str) -> Sequence[str]:
    return (*TOPICS, owner) if owner else TOPICS


def read_rules(file: str, kinds: Mapping[str, type[KindRule]], plugin: Plugin | None = None) -> Iterator[Rule]:
    """The rules in one YAML file; raises RuleError with file, line and column."""
    return _read([file], kinds, plugin)


def _own_files(files: Sequence[str], kinds: Mapping[str, type[KindRule]]) -> Iterator[Rule | Waiting]:
    """newslint's own rules in files, in their order; where a card tells of one, its file waits unread."""

    def made_of(file: str) -> Rule:
        return next(_read([file], kinds, None, tested=True))

    order = {file: n for n, file in enumerate(files)}
    cards = FileCards(files)
    rules: list[Rule | Waiting] = [card.waiting(made_of, kinds) for card in cards.found.values()]
    read = list(_read([file for file in files if file not in cards.found], kinds, None, tested=True))
    cards.keep(read)
    yield from sorted([*rules, *read], key=lambda rule: (order[rule.origin], rule.id))


def _read(
    files: Iterable[str],
    kinds: Mapping[str, type[KindRule]],
    plugin: Plugin | None,
    *,
    tested: bool = False,
) -> Iterator[Rule]:
    """The rules in files; what is wrong in any of them is told together, at the end.

    Examples and patterns are looked at at once, but for rules that are `tested`: then when asked for.
    """
    faults: list[NewslintError] = []
    for file, documents in of_files(_texts_of(files), RuleError):
        for document in documents:
            if document.data is not None:
                try:
                    rule = _rule_of(document, file, kinds, plugin, tested=tested)
                    if not tested:
                        len(rule.examples)
                except NewslintError as fault:
                    faults.append(fault)
                    if len(faults) > MOST_SHOWN:
                        raise together(faults) from None
                    continue
                yield rule
    if faults:
        raise together(faults)


def _texts_of(files: Iterable[str]) -> dict[str, str]:
    """The texts of rule files, by file; raises RuleError for one that cannot be read, or is too large."""
    found: dict[str, str] = {}
    size = 0
    for file in files:
        try:
            found[file] = read_text(file, MOST_BYTES)
        except UnreadableStory as error:
            raise RuleError(f"the rule file cannot be read: {error}", file) from None
        size += len(found[file])
        if size > _MOST_IN_ALL:
            said = f"the rule files up to this one hold more than {_MOST_IN_ALL >> 20} MB together"
            raise RuleError(said, file, hint="name fewer files or folders in rule-files:")
    return found


def _rule_of(
    document: Document, file: str, kinds: Mapping[str, type[KindRule]], plugin: Plugin | None, *, tested: bool
) -> Rule:
    """The rule that a YAML document describes; raises RuleError."""
    where = Where(file, document, RuleError, trusted=tested)
    data = document.data
    if not isinstance(data, dict):
        raise where.wrong("a rule file holds keys with values (id, kind, topic, message…)")
    kind_name = data.get("kind")
    if not isinstance(kind_name, str) or kind_name not in kinds:
        said = f"unknown kind “{kind_name}”" if kind_name else "“kind” is missing"
        raise where.at("kind").wrong(said, near_miss(str(kind_name or ""), kinds))
    kind = kinds[kind_name]
    shape = Record({**COMMON, **kind.keys}, (*REQUIRED, *kind.required))
    checked = shape.accept(data, where)
    if fault := _ownership_fault(checked["id"], checked["topic"], plugin):
        raise where.at("id" if plugin else "topic").wrong(*fault)
    own = {key: checked[key] for key in kind.keys if key in checked}
    rule = _built(kind, own, _attributes(checked, file), where)

    def examples() -> Iterator[Example]:
        from newslint.rulebook.hosts import read_examples

        return read_examples(rule, checked["examples"], where)

    return rule.with_(examples=Later(examples))


def _built(kind: type[KindRule], own: Mapping[str, Any], common: Mapping[str, Any], where: Where) -> KindRule:
    """A rule as its kind makes it; raises RuleError, which names the plugin where its kind breaks."""
    if kind.__module__.startswith("newslint."):
        return kind.build(own, common, where)
    from newslint.base.outside import apart, reason, whose

    try:
        with apart():
            return kind.build(own, common, where)
    except NewslintError:
        raise
    except Exception as error:
        said = f"the kind of rule “{kind.__name__}” of {whose(kind)} failed on this rule: {reason(error)}"
        raise where.wrong(said) from error


def _attributes(checked: Mapping[str, Any], file: str) -> dict[str, Any]:
    plain = (
        "id", "topic", "severity", "confidence", "status", "default", "zones", "since", "until", "aliases",
        "source", "when", "unless",
    )  # fmt: skip
    found = {key: checked[key] for key in plain if key in checked}
    for key in ("finds", "message", "why"):
        found[key] = " ".join(checked.get(key, "").split())
    found["origin"] = file
    found["in_quotes"] = checked.get("in-quotes", "skip")
    found["fix"] = checked.get("fix")
    if "evidence" in checked:
        found["evidence"] = _evidence(checked["evidence"])
    return found


def _evidence(keys: Mapping[str, Mapping[str, Any]]) -> Evidence:
    pages = keys.get("pages", {})
    return Evidence(
        **keys.get("edited", {}),
        **keys.get("faults", {}),
        pages=pages.get("pages", 0),
        page_hits=pages.get("hits", 0),
        page_wrong=pages.get("wrong", 0),
    )
