"""JSON Schemas of newslint's YAML files, for completion and checks in editors; made from the shapes that check them.

A schema says less than newslint does: whether a pattern can be compiled or a file exists is told by `newslint check`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newslint.base.schema import Day, Record, Shape
from newslint.base.typed import Any
from newslint.config import layers
from newslint.kinds.base import KindRule
from newslint.model.finding import SEVERITIES
from newslint.model.rule import TOPICS, Option, Rule
from newslint.model.rule_source import RuleSource
from newslint.rulebook import pack
from newslint.rulebook.rule_pages import what_it_finds
from newslint.words.name_files import SCHEMA as NAME_FILES

DRAFT = "http://json-schema.org/draft-07/schema#"
WORDS = (*SEVERITIES, "off", "on")
Json = dict[str, Any]

# What each key is for, as editors show it beside the key and the pages of reference print it.
CONFIG_KEYS: Mapping[str, str] = {
    "extends": "House styles to begin from, or files of your own; later ones win.",
    "fail-on": "The least severity of a finding that makes `newslint check` fail (default warning).",
    "min-confidence": "Leave out findings that are less sure than this (default medium).",
    "budgets": "How many findings of a rule or topic, over all stories, do not make `newslint check` fail.",
    "stories": "Which files are stories (patterns as in .gitignore, with {a,b} for either).",
    "exclude": "Which of them to leave alone.",
    "as-of": "Which day counts for rules with a since or until: the story's (default), today, or a date in quotes.",
    "formats": "Which format reads files with an ending, where it is not the usual one.",
    "fields": "Which front-matter keys hold what, where yours differ from the usual ones.",
    "rule-files": "Rules of your own in YAML: files, or folders of them.",
    "names": "Files that say how you write names, beside those that newslint knows.",
    "words": "Words that you write so, which are no misspellings, or files of such words (one a line).",
    "style": "Which of several right forms this house has chosen, by axis.",
    "rules": "How strict each rule or topic is, and its options; `all: off` switches off what is not named.",
    "overrides": "Other settings for some files; of several that match, the last one wins.",
    "files": "The files these settings are for (patterns as in .gitignore).",
    "kind": "The genre of the stories there: news, wire, opinion, interview, live, sport, list…",
    "language": "The language the stories there are written in: a code or tag (en, pt-BR) or its English name.",
}
SOURCE_KEY = "Rules that are called {}/…, and what they are made from."
RULE_KEYS: Mapping[str, str] = {
    "id": "The rule's name, which is its file's name: small letters joined by hyphens, naming the fault.",
    "kind": "What sort of rule this is.",
    "topic": "The part of the work it belongs to; rules can be switched by topic.",
    "finds": "What it finds, in a few words without a full stop, as lists of rules show it.",
    "message": "What an editor reads, on one line; {match} stands for the words found.",
    "why": "Why it matters, in a sentence or two.",
    "examples": "Texts that show what it finds and what it leaves alone; they are its tests.",
    "severity": "error needs a correction, warning a look, a note never stops a commit.",
    "confidence": "How certain its findings are; low ones are shown only on request.",
    "status": "preview rules may change, deprecated ones go.",
    "default": "Whether the rule is on by default.",
    "zones": "Where in a story it looks (default: body).",
    "in-quotes": "Whether it looks inside quotations: skip (default), only, both.",
    "when": "Only for stories of this genre (kind), format, language, section or byline.",
    "unless": "Not for stories of this genre (kind), format, language, section or byline.",
    "since": "The date of the first stories that it applies to.",
    "until": "The date of the last stories that it applies to.",
    "aliases": "Former names of the rule, which still work.",
    "source": "Where to read more.",
    "evidence": "What it did on real stories: hits on edited copy, and faults found.",
    "fix": "How to fix what it finds: delete the line or the match, or replace it.",
}
EXAMPLE_KEYS: Mapping[str, str] = {
    "bad": "A text in which exactly what [[…]] marks must be found, with ((…)) round related places.",
    "good": "A text in which nothing must be found.",
    "known-false": "A text in which what [[…]] marks is found, wrongly.",
    "fixed": "The text after the fix; with `in`, what is left of the lines.",
    "in": "A host story (hosts/NAME.story) that the text is set into, as paragraphs of their own.",
    "at": "Where in the host story: head (above the headline), middle (default), foot (below the last paragraph).",
    "format": "How the text is read: fragment (paragraphs of copy, default), plain (default with `in`), markdown…",
    "kind": "What the story is: news, wire, opinion, interview, live, sport, list…",
    "style": "House style for this example, by axis.",
    "options": "The rule's options for this example.",
    "message": "The message that must be among those found.",
    "note": "What the example shows, for readers.",
    "stories": "For rules over several stories: in how many stories of one run the text stands.",
    "language": "The language the text is written in (default en).",
    "encoding": "The encoding the text was read in (default utf-8).",
}
NAME_KEYS: Mapping[str, str] = {
    "names": "One entry for each name.",
    "dropped": "Names that `newslint learn` must not add again.",
    "name": "The right form.",
    "kind": "person (default), place or organisation.",
    "forms": "The right form in a house style, where it differs.",
    "also": "Other forms that are also right.",
    "variants": "Wrong forms, which are found.",
    "family": 'The word used for the person alone (default: the last); "" for none.',
    "leave": "Phrases in which a variant is right.",
    "unless": "Words in a story that show that somebody else is meant.",
    "since": "The date of the first stories that this applies to.",
    "until": "The date of the last stories that this applies to.",
    "source": "How you know.",
    "count": "How often it is in the archive (written by `newslint learn`).",
    "first": "The date of the first story that has it.",
    "last": "The date of the last story that has it.",
    "seen": "Other spellings in the archive, and how often.",
}


def config(
    rules: pack.Pack,
    styles: Iterable[str],
    sources: Mapping[str, RuleSource] = layers.NO_SOURCES,
    *,
    closed: bool = True,
) -> Json:
    """The schema of newslint.yaml and of styles, with the keys of rule `sources`.

    A `closed` one knows every rule there is and refuses others; else rules of a house's own may be named too.
    """
    found = layers.SCHEMA.as_json_schema()
    _describe(found["properties"], CONFIG_KEYS)
    override = found["properties"]["overrides"]["items"]
    _describe(override["properties"], CONFIG_KEYS)
    for properties in (found["properties"], override["properties"]):
        for key in ("rules", "style"):
            properties[key] = {"$ref": f"#/definitions/{key}"}
    style = {"anyOf": [{"enum": sorted(styles)}, {"type": "string"}]}
    if closed:
        found["properties"]["budgets"]["propertyNames"] = {"enum": sorted(rules.known)}
    for key, source in sorted(sources.items()):
        found["properties"][key] = _of_source(key, source.shape)
    extends = found["properties"]["extends"]
    extends["anyOf"] = [style, {"type": "array", "items": style}]
    definitions = {
        "how-strict": {"enum": list(WORDS), "description": "How strict the rule is."},
        "rules": _rules(rules, closed),
        "style": _axes(rules.rules.values(), closed),
    }
    return _whole("newslint.yaml: settings of newslint", {**found, "definitions": definitions})


def _of_source(key: str, shape: Shape) -> Json:
    """What may stand under a key that asks for rules, each part with what it is for."""
    found = _described(shape) if shape.help else {**shape.as_json_schema(), "description": SOURCE_KEY.format(key)}
    if isinstance(shape, Record):
        found["properties"] = {name: _described(part) for name, part in shape.fields.items()}
    return found


def rule_files(kinds: Mapping[str, type[KindRule]]) -> Json:
    """The schema of a rule in YAML."""
    common = {key: shape.as_json_schema() for key, shape in pack.COMMON.items()}
    example = common["examples"]["items"]
    example["oneOf"] = [{"required": [verdict]} for verdict in ("bad", "good", "known-false")]
    example["dependencies"] = {"at": ["in"]}
    _describe(example["properties"], EXAMPLE_KEYS)
    _describe(common, RULE_KEYS)
    definitions: Json = {"common": {"properties": common}}
    definitions.update({name: _kind(name, kind) for name, kind in sorted(kinds.items())})
    branches: list[Json] = [
        {"if": {"properties": {"kind": {"const": name}}, "required": ["kind"]}, "then": _ref(name)}
        for name in sorted(kinds)
    ]
    branches.append({  # a plugin's rule, named plugin/rule, may have a topic of its own
        "if": {"properties": {"id": {"type": "string", "pattern": "/"}}, "required": ["id"]},
        "else": {"properties": {"topic": {"enum": list(TOPICS)}}},
    })  # fmt: skip
    sort = {"enum": sorted(kinds), "description": RULE_KEYS["kind"]}
    found = {"type": "object", "properties": {"kind": sort}, "required": ["kind"], "allOf": branches}
    return _whole("A rule of newslint in YAML", {**found, "definitions": definitions})


def name_files() -> Json:
    """The schema of a file of names."""
    found = NAME_FILES.as_json_schema()
    _describe(found["properties"], NAME_KEYS)
    _describe(found["properties"]["names"]["items"]["properties"], NAME_KEYS)
    return _whole("How a house writes names, for newslint", found)


def _whole(title: str, schema: Json) -> Json:
    return {"$schema": DRAFT, "title": title, **schema}


def _ref(name: str) -> Json:
    return {"$ref": f"#/definitions/{name}"}


def _describe(properties: Json, about: Mapping[str, str]) -> None:
    """Say beside each key what it is for."""
    for key, schema in properties.items():
        if key in about:
            schema["description"] = about[key]


def _described(shape: Shape) -> Json:
    """A shape with what its key is for."""
    found = shape.as_json_schema()
    return {**found, "description": shape.help} if shape.help else found


def _kind(name: str, kind: type[KindRule]) -> Json:
    properties: Json = {key: _ref(f"common/properties/{key}") for key in pack.COMMON}
    own = {key: _described(shape) for key, shape in kind.keys.items()}
    return {
        "type": "object",
        "properties": {**properties, **own, "kind": {"const": name}},
        "required": [*pack.REQUIRED, *kind.required],
        "additionalProperties": False,
    }


def _rules(rules: pack.Pack, closed: bool) -> Json:
    """How strict each rule is: a word, or its options."""
    properties: Json = {"all": {"enum": ["off", "on"], "description": "Every rule that is not named here."}}
    for topic in rules.topics:
        properties[topic] = {**_setting(None), "description": f"All rules of the topic “{topic}”."}
    for group in sorted(rules.groups):
        properties[group] = {**_setting(None), "description": f"All rules of the style “{group}”."}
    for rule_id, rule in sorted(rules.rules.items()):
        properties[rule_id] = {**_setting(_options(rule)), "description": what_it_finds(rule)}
    for alias, rule_id in sorted(rules.aliases.items()):
        properties[alias] = {**properties[rule_id], "description": f"Now called {rule_id}."}
    other = False if closed else _setting(None)
    return {
        "type": "object",
        "description": CONFIG_KEYS["rules"],
        "properties": properties,
        "additionalProperties": other,
    }


def _setting(options: Json | None) -> Json:
    """A word or an object of options; None stands for options that are not known."""
    severity = _ref("how-strict")
    keys = {"type": "object", "properties": {"severity": severity, **(options or {})}}
    return {"anyOf": [severity, keys if options is None else {**keys, "additionalProperties": False}]}


def _options(rule: Rule) -> Json:
    if isinstance(rule, KindRule):
        own = {key: _described(rule.keys[key]) for key in rule.adjustable}
        return {
            key: {**schema, "default": rule.spec[key]} if key in rule.spec else schema for key, schema in own.items()
        }
    return {name: _option(option) for name, option in rule.options().items()}


def _option(option: Option[Any]) -> Json:
    default = option.default
    names = {bool: "boolean", int: "integer", float: "number", str: "string", tuple: "array"}
    found: Json = {"type": names[type(default)], "description": option.help}
    if isinstance(default, tuple):
        return {**found, "items": {"type": "string"}, "default": list(default)}
    if option.minimum is not None:
        found["minimum"] = option.minimum
    if option.choices:
        found["enum"] = list(option.choices)
    return {**found, "default": default}


def _choices(value: Json) -> list[Json]:
    """A value of an axis, one with its day and source, or several of those."""
    one: Json = {
        "type": "object",
        "properties": {"value": value, "since": Day().as_json_schema(), "source": {"type": "string"}},
        "required": ["value"],
        "additionalProperties": False,
    }
    return [value, one, {"type": "array", "items": one, "minItems": 1}]


def _axes(rules: Iterable[Rule], closed: bool) -> Json:
    """The values of each axis of house style."""
    properties: Json = {}
    for rule in sorted(rules, key=lambda rule: rule.id):
        if rule.axis:
            forms = list(getattr(rule, "forms", ()))
            value: Json = {"type": "string", "enum": forms} if forms else {"type": "string"}
            properties[rule.axis] = {"description": what_it_finds(rule), "anyOf": _choices(value)}
    text: Json = {"type": "string"}
    return {
        "type": "object",
        "description": CONFIG_KEYS["style"],
        "properties": properties,
        "additionalProperties": False if closed else text,
    }
