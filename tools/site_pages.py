"""The pages of the site: those in docs/ with what is printed from the code filled in, and a page for each rule.

A line that shows a picture of docs/pictures/ is left out where there is none (`tools/pictures.py` makes them).
MkDocs calls `on_files` (see mkdocs.yml). Where a page says `<!-- printed: NAME -->`, all up to `<!-- end -->` gives
way to what `NAME` prints; read in the repository, such a place names the command that tells the same.
"""

from __future__ import annotations

import html
import inspect
import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

os.environ["NEWSLINT_PLUGINS"] = ""
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from newslint import commands, reporters  # noqa: E402
from newslint.arguments import COMMON, VERSION, Argument  # noqa: E402
from newslint.base import yamltext  # noqa: E402
from newslint.base.schema import Record, Shape  # noqa: E402
from newslint.config import json_schemas, layers  # noqa: E402
from newslint.config.house_style import StyleValue  # noqa: E402
from newslint.kinds.base import KindRule  # noqa: E402
from newslint.model.rule import Example, Rule  # noqa: E402
from newslint.model.story import ROLES  # noqa: E402
from newslint.reporters.base import HOME  # noqa: E402
from newslint.rulebook import (  # noqa: E402
    hookspecs,
    pack,
    plugins,
    rule_pages,
)
from newslint.rulebook.pack import Pack  # noqa: E402
from newslint.vale.source import ValeSource  # noqa: E402
from newslint.words import name_files  # noqa: E402

_PRINTED = re.compile(r"^<!-- printed: (?P<name>[\w-]+) -->\n.*?^<!-- end -->\n", re.DOTALL | re.MULTILINE)
_PICTURE = re.compile(r"^!\[[^\]]*\]\(pictures/(?P<name>[\w.-]+)\)\n", re.MULTILINE)
_OUTSIDE = re.compile(r"\]\(\.\./(?P<path>[^)]*)\)")
_EXAMPLES = {
    "bad": "It finds what is marked (and points at what is underlined)",
    "good": "It finds nothing in",
    "known-false": "False alarms that are known",
}
ZONES = {
    "headline": "the headline", "deck": "the line under it (standfirst, subhead of the story)",
    "section": "a label above the headline, such as Politics", "byline": "who wrote it",
    "timestamp": "when it was published or updated", "dateline": "where and when it was reported",
    "caption": "the words under a picture", "credit": "who took it", "subhead": "a heading between paragraphs",
    "body": "a paragraph of copy", "list": "an item of a list", "quote-block": "a quotation set apart",
    "table": "a cell of a table", "note": "a footnote or a note to readers", "alt": "what a picture shows, for those "
    "who cannot see it", "chrome": "what a page left behind", "metadata": "a field of front matter that is no copy",
}  # fmt: skip


@cache
def _pack() -> Pack:
    return pack.load(plugins.load(""))


@cache
def site() -> dict[str, str]:
    """Every page of the site, by its path below docs/."""
    found = {
        path.relative_to(ROOT / "docs").as_posix(): filled(path.read_text(encoding="utf-8"))
        for path in sorted((ROOT / "docs").rglob("*.md"))
    }
    found["rules.md"] = rule_index()
    for rule in _pack().rules.values():
        found[f"rules/{rule.id}.md"] = rule_page(rule)
    return found


def on_files(files: Any, config: Any) -> Any:
    """Give MkDocs the pages as they are to be read."""
    from mkdocs.structure.files import File

    for path, text in site().items():
        there = files.get_file_from_path(path)
        if there:
            files.remove(there)
        files.append(File.generated(config, path, content=text))
    return files


def filled(text: str, pictures: Path = ROOT / "docs" / "pictures") -> str:
    """A page with its printed places filled in, the pictures that there are, and links out of docs/ led home."""
    text = _PICTURE.sub(lambda line: line[0] if (pictures / line["name"]).is_file() else "", text)
    text = _PRINTED.sub(lambda place: f"{PRINTERS[place['name']]()}\n", text)
    return _OUTSIDE.sub(lambda link: f"]({HOME}/blob/main/{link['path']})", text)


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table in Markdown."""
    head = list(head)
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(str(cell).replace("|", "\\|") for cell in line) + " |" for line in lines)


def rule_index() -> str:
    """The page that leads to all rules."""
    rows: list[list[str]] = []
    for rule in sorted(_pack().rules.values(), key=lambda rule: (rule.topic, rule.id)):
        strict = rule.severity if rule.default else "off"
        rows.append([f"[{rule.id}](rules/{rule.id}.md)", rule.topic, strict, rule_pages.what_it_finds(rule)])
    on = sum(rule.default for rule in _pack().rules.values())
    said = f"newslint has {len(rows)} rules; {on} of them are on until somebody says otherwise."
    more = (
        "Unless it states a plain fact, such as a date that does not exist, a rule is on by default only if it "
        "raised few false alarms in edited stories, and either most of its hits were right or it found most of the "
        "faults it was tested on: [the limits](accuracy.md)."
    )
    return f"# Rules\n\n{said} {more}\n\n{table(['rule', 'topic', 'default', 'what it finds'], rows)}\n"


def rule_page(rule: Rule) -> str:
    """The page of one rule."""
    facts = [
        rule.topic,
        f"{rule.severity}, {'on' if rule.default else 'off'} by default",
        rule.confidence,
        rule.status,
    ]
    parts = [
        f"# {rule.id}",
        f"{_escaped(rule_pages.what_it_finds(rule))}.",
        table(["topic", "severity", "confidence", "status"], [facts]),
        f"**It says:** {_escaped(rule.message)}",
        _escaped(rule.why),
        *_options(rule),
        *_examples(rule.examples),
        *_evidence(rule),
        *([f"Source: {_escaped(rule.source)}"] if rule.source else []),
        "## Settings",
        f"In `newslint.yaml`, {'to switch it off' if rule.default else 'to switch it on'}:",
        f"```yaml\nrules: {{{rule.id}: {'off' if rule.default else 'on'}}}\n```",
        "How to leave one finding alone is told [for editors](../editors.md#when-newslint-is-wrong).",
    ]
    return "\n\n".join(parts) + "\n"


def _escaped(text: str) -> str:
    """Text that Markdown shows as it stands, but for code between backticks."""
    parts = re.split(r"(`[^`]+`)", text)
    return "".join(part if n % 2 else re.sub(r"([\\`*_\[\]<>#])", r"\\\1", part) for n, part in enumerate(parts))


def _options(rule: Rule) -> Iterator[str]:
    described = {key: shape.help for key, shape in rule.keys.items()} if isinstance(rule, KindRule) else {}
    rows = [
        [f"`{name}`", f"`{_shown(option.default)}`", _escaped(described.get(name, option.help))]
        for name, option in rule.options().items()
    ]
    if rows:
        yield "## Options"
        yield table(["option", "default", "what it does"], rows)
    forms = ", ".join(f"`{form}`" for form in getattr(rule, "forms", ()))
    if rule.axis:
        yield "## House style"
        picks = f"`style: {{{rule.axis}: …}}` picks one of {forms or 'any text'}."
        yield f"{picks} Which style picks what: [House styles](../styles.md)."


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return ", ".join(value) if isinstance(value, tuple) else str("none" if value is None else value)


def _examples(examples: Iterable[Example]) -> Iterator[str]:
    yield "## Examples"
    for verdict, title in _EXAMPLES.items():
        chosen = [example for example in examples if example.verdict == verdict]
        if chosen:
            yield f"**{title}:**"
        for example in chosen:
            yield from _example(example)


def _example(example: Example) -> Iterator[str]:
    said = [f"`{key}: {_shown(value)}`" for key, value in example.options.items()]
    said += [f"`style: {{{key}: {value}}}`" for key, value in example.style.items()]
    note = _escaped(example.note.rstrip("."))
    if said or note:
        yield (f"With {', '.join(said)}" if said else "") + ("; " if said and note else "") + note + ":"
    part = example.set_in
    if part:
        place = _escaped(rule_pages.place_of(part))
        host = f"[{part.host}]({HOME}/blob/main/rules/hosts/{part.host}.story)"
        yield f"{place[:1].upper()}{place[1:]}:".replace(f"“{part.host}”", host)
    yield _story(part.lines if part and part.lines else example.text, marked=example.verdict != "good")
    fixed = part.fixed if part else example.fixed
    if part and fixed == "":
        yield "After the fix: the story without these lines."
    elif fixed is not None:
        yield "After the fix:"
        yield _story(fixed)


def _story(text: str, marked: bool = False) -> str:
    """A text as a box, with what an example marks marked in it."""
    found = html.escape(text.strip("\n"))
    if marked:
        for sign, tag in (("[[", "<mark>"), ("]]", "</mark>"), ("((", "<u>"), ("))", "</u>")):
            found = found.replace(sign, tag)
    return f'<pre class="story">{found}</pre>'


def _evidence(rule: Rule) -> Iterator[str]:
    told = list(rule_pages.evidence_lines(rule))
    if told:
        yield "## Evidence"
        yield "\n".join(f"* {_escaped(line)}" for line in told)


def config_keys() -> str:
    """What newslint.yaml may hold."""
    override = layers.SCHEMA.fields["overrides"].item.fields  # type: ignore[attr-defined]
    own = {key: shape for key, shape in override.items() if key not in layers.SCHEMA.fields}
    return (
        _keys({**layers.SCHEMA.fields, "vale": ValeSource().shape}, json_schemas.CONFIG_KEYS)
        + "\n\nEach of `overrides` has `files`, any of `style` and `rules`, and:\n\n"
        + _keys(own, json_schemas.CONFIG_KEYS)
    )


def vale_keys() -> str:
    """What `vale:` in newslint.yaml may hold."""
    shape = ValeSource().shape
    assert isinstance(shape, Record)
    return _keys(shape.fields, {}, shape.required)


def rule_keys() -> str:
    """What every rule file may hold."""
    return _keys(pack.COMMON, json_schemas.RULE_KEYS, pack.REQUIRED)


def example_keys() -> str:
    """What an example in a rule file may hold."""
    return _keys(pack.EXAMPLE.fields, json_schemas.EXAMPLE_KEYS)


def name_keys() -> str:
    """What an entry of a file of names may hold."""
    return _keys(name_files.NAME.fields, json_schemas.NAME_KEYS, name_files.NAME.required)


def _keys(fields: Any, about: Any, required: Iterable[str] = ()) -> str:
    must = set(required)
    rows = [
        [f"`{key}`" + (" (required)" if key in must else ""), about.get(key, shape.help), _expected(shape)]
        for key, shape in fields.items()
    ]
    return table(["key", "what it is for", "what it takes"], rows)


def _expected(shape: Shape) -> str:
    return {"any value": "", "keys with values": "keys"}.get(shape.expected, shape.expected)


def kinds() -> str:
    """The kinds of YAML rule, with their own keys."""
    parts: list[str] = []
    for name, kind in sorted(plugins.load("").kinds.items()):
        said = (inspect.getdoc(kind) or "").partition("\n\n")[0].replace("\n", " ")
        title = (import_module(kind.__module__).__doc__ or "").splitlines()[0]
        parts += [f"### `{name}`", f"{title} {said}", _keys(kind.keys, {}, kind.required)]
    return "\n\n".join(parts)


def topics() -> str:
    """Topics with the number of their rules."""
    rules = _pack().rules.values()
    counted = {topic: [rule.id for rule in rules if rule.topic == topic] for topic in pack.TOPICS}
    return table(["topic", "rules"], [[f"`{topic}`", ", ".join(ids) or "none yet"] for topic, ids in counted.items()])


def zones() -> str:
    """The kinds of zone."""
    return table(["zone", "what it is"], [[f"`{zone}`", ZONES[zone]] for zone in ROLES])


def formats() -> str:
    """The story formats, by what their modules say."""
    rows: list[list[str]] = []
    for name, story_format in plugins.load("").formats.items():
        if story_format.extensions:
            said = (import_module(story_format.module).__doc__ or "").split("\n\n")[0].replace("\n", " ")
            rows.append([f"`{name}`", ", ".join(f"`{ending}`" for ending in story_format.extensions), said])
    return table(["format", "files", "how it is read"], rows)


def report_forms() -> str:
    """The forms of a report, by what their modules say."""
    rows = [[f"`{name}`", import_module(f"newslint.reporters.{name}").FOR] for name in reporters.names()]
    return table(["form", "for"], rows)


def fields() -> str:
    """The front-matter keys that newslint reads."""
    from newslint.formats import FIELDS

    return table(["field", "keys"], [[f"`{f}`", ", ".join(f"`{key}`" for key in keys)] for f, keys in FIELDS.items()])


def styles() -> str:
    """The axes of house style, and what the shipped styles pick."""
    shipped = {name: _style_of(path) for name, path in sorted(plugins.load("").styles.items())}
    rows: list[list[str]] = []
    for rule in sorted(_pack().rules.values(), key=lambda rule: rule.axis):
        if rule.axis:
            forms = ", ".join(f"`{form}`" for form in getattr(rule, "forms", ())) or "any text"
            picked = [_values(style[rule.axis]) if rule.axis in style else "–" for style in shipped.values()]
            rows.append([f"`{rule.axis}`", f"[{rule.id}](rules/{rule.id}.md)", forms, *picked])
    return table(["axis", "rule", "values", *(f"`{name}`" for name in shipped)], rows)


def _style_of(path: str) -> dict[str, tuple[StyleValue, ...]]:
    return dict(layers.read_layer(path).data.get("style", {}))


def _values(held: tuple[StyleValue, ...]) -> str:
    return ", ".join(f"`{each.value}`" + (f" from {each.since}" if each.since else "") for each in held)


def evidence() -> str:
    """What every rule did on real stories."""
    rows: list[list[str]] = []
    for rule in sorted(_pack().rules.values(), key=lambda rule: (rule.topic, rule.id)):
        found = rule.evidence
        if found:
            pages = f"{found.page_hits} in {found.pages}, {found.page_wrong} wrong" if found.pages else "–"
            faults = f"{found.found} of {found.cases}" if found.cases else "–"
            edited = f"{found.hits} in {found.stories:,}, {found.wrong} wrong"
            rows.append([f"[{rule.id}](rules/{rule.id}.md)", "on" if rule.default else "off", edited, pages, faults])
    return table(["rule", "default", "hits in edited stories", "lines hit on whole pages", "faults found"], rows)


# What a floor of tests/floors.json is about, in words; not all of them mean much to a newsroom.
FLOORS = {
    "quotes.span_f1": "quotations found with exactly their words (F1)",
    "quotes.speaker": "quotations whose speaker is found",
    "quotes.recall_planted": "quotations found whose speaker was cut out of the story",
    "quotes.flags_per_100_stories": "quotations per 100 edited stories that are said to have no speaker",
    "names.recall_typo": "misspelt names found, one letter changed",
    "names.recall_published": "misspelt names found that were published",
    "names.false_per_100_stories": "wrong findings on names per 100 edited stories",
    "names.precision_judged": "findings on names that were right, of those judged",
    "chrome.window.one-file.recall": "lines left over from pages that are found, story by story",
    "chrome.window.one-file.precision": "of those, lines that were left over indeed",
    "chrome.window.one-file.false_per_1000_body_lines": "lines of copy of 1,000 taken for left-over ones",
    "noise.per_1000_words": "findings of all rules per 1,000 words of edited stories",
    "markdown.headline": "posts in Markdown whose headline is found",
}


def floors() -> str:
    """The figures that every change must keep."""
    held = json.loads((ROOT / "tests" / "floors.json").read_text(encoding="utf-8"))
    rows = [
        [
            said,
            " ".join(f"{'at least' if bound == 'min' else 'at most'} {value}" for bound, value in held[key].items()),
        ]
        for key, said in FLOORS.items()
    ]
    return table(["what", "held"], rows)


def left_out() -> str:
    """What was measured on each house while nothing was learnt from it, over all, with the least and most of one."""
    kept = json.loads((ROOT / "tests" / "left_out.json").read_text(encoding="utf-8"))
    rows = []
    for name, value in kept["all"].items():
        of_houses = [figures[name] for figures in kept["houses"].values() if name in figures]
        among = f"{min(of_houses):.3f} to {max(of_houses):.3f}" if of_houses else ""
        rows.append([name, f"{value:.3f}", among])
    return table(["what", "all houses", "single houses"], rows)


def hooks() -> str:
    """The hooks of a plugin."""
    found = {name: hook for name, hook in vars(hookspecs).items() if name.startswith("register_")}
    return table(
        ["hook", "what it returns"], [[f"`{name}`", (hook.__doc__ or "").strip()] for name, hook in found.items()]
    )


def action_inputs() -> str:
    """The inputs of the GitHub Action."""
    action = yamltext.load((ROOT / "action.yml").read_text(encoding="utf-8")).data
    rows = [
        [f"`{name}`", f"`{given['default']}`" if given["default"] else "", given["description"]]
        for name, given in action["inputs"].items()
    ]
    return table(["input", "default", "what it is"], rows)


def cli() -> str:
    """Every command with its arguments and options, as the commands themselves declare them."""
    parts = [table(["option of `newslint` itself", "what it does"], [_row(VERSION)])]
    for name, command in commands.every().items():
        parts += [f"## newslint {name}", f"{command.help[:1].upper()}{command.help[1:]}."]
        rows = [_row(argument) for argument in (*COMMON, *command.arguments)]
        parts.append(table(["argument", "what it does"], rows))
    return "\n\n".join(parts)


def _row(argument: Argument) -> list[str]:
    value = argument.value or "/".join(argument.choices)
    names = [argument.name, *([f"--no-{argument.name[2:]}"] if argument.negatable else []), argument.short]
    name = ", ".join(filter(None, names)) if argument.is_option else value
    shown = f"`{name} {value}`" if argument.is_option and value else f"`{name}`"
    return [shown, _escaped(argument.said)]


PRINTERS: dict[str, Callable[[], str]] = {
    "config-keys": config_keys, "vale-keys": vale_keys,
    "rule-keys": rule_keys, "example-keys": example_keys, "name-keys": name_keys,
    "kinds": kinds, "topics": topics,
    "zones": zones, "formats": formats, "report-forms": report_forms, "fields": fields, "styles": styles,
    "evidence": evidence, "floors": floors, "left-out": left_out, "hooks": hooks,
    "action-inputs": action_inputs, "cli": cli,
}  # fmt: skip
