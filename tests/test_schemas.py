"""JSON Schemas for editors: fresh, right about every file we ship, and strict with wrong ones."""

import datetime
import json
from pathlib import Path

import pytest
from jsonschema import Draft7Validator
from print_docs import SCHEMAS, schemas

from newslint.base.errors import NewslintError
from newslint.base.yamltext import load_all
from newslint.config import json_schemas, profile
from newslint.rulebook import pack, plugins
from newslint.words import name_files

ROOT = Path(__file__).parent.parent
OWN = plugins.load("")
FOLDERS = (ROOT / "rules", ROOT / "examples")
NO_RULES = ("styles", "names", "residue")
RULES = [
    *(p for p in (ROOT / "rules").rglob("*.yaml") if p.parent.name not in NO_RULES),
    *ROOT.glob("examples/*/house-rules/*.yaml"),
    *ROOT.glob("examples/*/*/rules/*.yaml"),
]
CONFIGS = [*ROOT.glob("rules/styles/*.yaml"), *ROOT.glob("examples/*/newslint.yaml")]
NAMES = [*ROOT.glob("rules/names/*.yaml"), *ROOT.glob("examples/*/*-names.yaml")]


def validator(name):
    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


VALIDATORS = {name: validator(name) for name in ("newslint", "rules", "names")}


def as_json(value):
    """YAML data as an editor sees it: days are texts there."""
    if isinstance(value, dict):
        return {key: as_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_json(item) for item in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


def data_in(text):
    return [as_json(document.data) for document in load_all(text)]


def faults(name, text):
    return [error.message for data in data_in(text) for error in VALIDATORS[name].iter_errors(data)]


def refused(name, text, tmp_path):
    """Whether newslint itself refuses a file."""
    path = tmp_path / "file.yaml"
    path.write_text(text, encoding="utf-8")
    try:
        if name == "rules":
            list(pack.read_rules(str(path), OWN.kinds))
        elif name == "names":
            name_files.read_names(str(path))
        else:
            profile.read_layer(str(path))
    except NewslintError:
        return True
    return False


@pytest.mark.parametrize("name", sorted(schemas()))
def test_what_is_committed_is_fresh(name):
    assert (SCHEMAS / name).read_text(encoding="utf-8") == schemas()[name], f"schemas/{name} is stale: run make docs"


@pytest.mark.parametrize(
    ("name", "path"),
    [("rules", p) for p in RULES] + [("newslint", p) for p in CONFIGS] + [("names", p) for p in NAMES],
    ids=lambda value: value if isinstance(value, str) else value.relative_to(ROOT).as_posix(),
)
def test_every_file_we_ship_is_right(name, path):
    assert not faults(name, path.read_text(encoding="utf-8"))


def test_they_look_at_many_files():
    assert len(RULES) > 20
    assert len(CONFIGS) > 2
    assert len(NAMES) > 2


RULE = """\
id: chairwoman
kind: substitution
topic: language
message: "Write “{replacement}”, not “{match}”."
why: One word for both.
swap: {chair: [chairwoman]}
examples:
  - bad: "The [[chairwoman]] resigned."
"""
WRONG = [
    ("newslint", "fail-on: fatal\n"),
    ("newslint", "failon: error\n"),
    ("newslint", "min-confidence: sure\n"),
    ("newslint", "stories: {a: b}\n"),
    ("newslint", "as-of: yesterday\n"),
    ("newslint", "fields: {lede: [intro]}\n"),
    ("newslint", "rules: [share-bar]\n"),
    ("newslint", "rules: {share-bar: loud}\n"),
    ("newslint", "overrides:\n  - {kind: opinion}\n"),
    ("newslint", "overrides:\n  - {files: 'a/**', stories: 'b/**'}\n"),
    ("newslint", "names: {a: b}\n"),
    ("newslint", "words: {a: b}\n"),
    ("rules", RULE.replace("kind: substitution", "kind: swap")),
    ("rules", RULE.replace("why: One word for both.\n", "")),
    ("rules", RULE.replace("topic: language", "topic: words")),
    ("rules", RULE.replace("swap: {chair: [chairwoman]}", "terms: [chairwoman]")),
    ("rules", RULE.replace("id: chairwoman", "id: Chairwoman")),
    ("rules", RULE + "severity: fatal\n"),
    ("rules", RULE + "zones: [bodies]\n"),
    ("rules", RULE + "in-quotes: always\n"),
    ("rules", RULE + "default: maybe\n"),
    ("rules", RULE + "since: soon\n"),
    ("rules", RULE + "evidence: {edited: {stories: 10}}\n"),
    ("rules", RULE + "fix: {safety: certain}\n"),
    ("rules", RULE + "when: {desk: sport}\n"),
    ("rules", RULE + "    good: The chair resigned.\n"),
    ("rules", RULE + "    at: foot\n"),
    ("rules", RULE + "    in: ferry-strike\n    at: top\n"),
    ("rules", RULE[: RULE.index("examples:")] + "examples: []\n"),
    ("rules", RULE.replace("substitution", "occurrence").replace("swap: {chair: [chairwoman]}", "per: page")),
    ("rules", RULE.replace("substitution", "sequence").replace("swap: {chair: [chairwoman]}", "steps: [one]")),
    ("rules", RULE.replace("substitution", "structure").replace("swap: {chair: [chairwoman]}", "max-words: 0")),
    ("names", "names:\n  - {variants: [Kiyev]}\n"),
    ("names", "names:\n  - {name: ' Kyiv'}\n"),
    ("names", "names:\n  - {name: Kyiv, kind: town}\n"),
    ("names", "names:\n  - {name: Kyiv, forms: {nobody: Kiev}}\n"),
    ("names", "names:\n  - {name: Kyiv, count: -1}\n"),
    ("names", "name: Kyiv\n"),
]


@pytest.mark.parametrize(("name", "text"), WRONG)
def test_what_newslint_refuses_the_schema_refuses_too(name, text, tmp_path):
    assert refused(name, text, tmp_path), "newslint takes this"
    assert faults(name, text), "the schema takes this"


def test_a_right_rule_and_a_plugins_topic(tmp_path):
    for text in (RULE, RULE.replace("id: ", "id: acme/").replace("topic: language", "topic: acme")):
        assert not faults("rules", text)
        assert not refused("rules", text, tmp_path)


SETTINGS = "rules: {chairwoman: off, lede-length: {max-words: 30}, chrome: note, all: on, acme/slug: {width: 3}}\n"


def test_a_house_may_name_rules_of_its_own_in_the_shipped_schema_but_not_in_its_own():
    assert not faults("newslint", SETTINGS)
    assert not faults("newslint", "style: {percent-form: sign, house-axis: any}\n")
    closed = Draft7Validator(json_schemas.config(pack.load(OWN), OWN.styles))
    refusals = [error for data in data_in(SETTINGS) for error in closed.iter_errors(data)]
    assert len(refusals) == 1
    assert "chairwoman" in refusals[0].message
    assert "acme/slug" in refusals[0].message
    for wrong in ("rules: {lede-length: {max-words: none}}", "rules: {lede-length: {width: 3}}"):
        assert faults("newslint", wrong)
    assert faults("newslint", "style: {percent-form: words}\n")


def test_every_key_is_described():
    assert set(profile.SCHEMA.fields) | {"files", "kind", "language"} == set(json_schemas.CONFIG_KEYS)
    assert set(name_files.NAME.fields) | set(name_files.SCHEMA.fields) == set(json_schemas.NAME_KEYS)
    assert set(pack.COMMON) == set(json_schemas.RULE_KEYS)
    assert all(shape.help for kind in OWN.kinds.values() for shape in kind.keys.values())
    assert set(pack.EXAMPLE.fields) == set(json_schemas.EXAMPLE_KEYS)


@pytest.mark.parametrize("of", ["config", "rules", "names", "report"])
def test_the_command_prints_what_holds_here(newslint, newsroom, of):
    (newsroom / "house.yaml").write_text(RULE, encoding="utf-8")
    (newsroom / "newslint.yaml").write_text("rule-files: house.yaml\n", encoding="utf-8")
    done = newslint("schema", of)
    assert done.code == 0
    Draft7Validator.check_schema(done.report)
    assert ("chairwoman" in done.out) == (of == "config")
