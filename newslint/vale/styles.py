"""The folders of Vale's styles: rule files and vocabularies, read, checked, and made rules."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from importlib import import_module

from newslint.base.environment import HERE
from newslint.base.errors import NewslintError, RuleError, near_miss, together
from newslint.base.schema import Where, of_files, show
from newslint.base.text import UnreadableStory, read_text
from newslint.base.typed import Any
from newslint.model.rule import Rule
from newslint.model.rule_source import Beside
from newslint.vale import builtin_style
from newslint.vale.bench import Styles
from newslint.vale.blocks import Scope
from newslint.vale.examples import StyleExamples
from newslint.vale.extensions.base import Extension, House, Spec
from newslint.vale.messages import shown
from newslint.vale.rules import SEVERITIES, ValeRule
from newslint.vale.style_files import BUILT_IN, MOST_BYTES, VOCABULARIES, rule_files
from newslint.vale.vocabulary import read_vocabularies

MOST_FILES = 2000  # of a style
_LONGEST = 90  # characters of what a list says of a rule
LEVELS = ("suggestion", "warning", "error")
COMMON = ("extends", "message", "level", "scope", "link", "limit", "description", "action", "name", "code")


def extensions() -> dict[str, str]:
    """What a rule may extend, each with the name of the module that knows it."""
    names = sorted(os.listdir(os.path.join(HERE, "vale", "extensions")))
    return {
        name[:-3]: f"newslint.vale.extensions.{name[:-3]}"
        for name in names
        if name.endswith(".py") and name[0] != "_" and name != "base.py"
    }


def extension_of(name: str) -> type[Extension] | None:
    """The class that knows a kind of rule."""
    module = extensions().get(name)
    if module is None:
        return None
    found = vars(import_module(module)).values()
    return next(
        each for each in found if isinstance(each, type) and issubclass(each, Extension) and each.name == name
    )


def rules_of(value: Mapping[str, Any], where: Where, beside: Beside) -> Sequence[Rule]:
    """The rules that a configuration asks for by `vale:`; raises NewslintError that tells of all mistakes."""
    root = os.path.join(beside.folder, value["styles-path"])
    place = where.at("styles-path")
    if not os.path.isdir(root):
        raise place.wrong(f"there is no folder {show(value['styles-path'])} here")
    guarded = not beside.outside and not beside.is_inside(root)
    try:
        house, without = _house(value, where, root, beside), frozenset(value.get("without", ()))
        styles = [(style, where.at("based-on", n)) for n, style in enumerate(value["based-on"])]
        specs = [spec for style, at in styles for spec in _specs(root, style, at, house, without)]
        made = _made(specs, house, value)
    except NewslintError as error:
        if guarded and error.path != where.file:  # it may be anybody's file: nothing of it is shown
            said = "a file of these styles, which lie outside of the repository, cannot be used"
            raise place.wrong(said, f"--allow-outside tells which and why (line {error.line or 1} of it)") from None
        raise
    together_ = Styles(made)
    quotes = value.get("in-quotes", "both")
    told = _examples(root, value["based-on"], hidden=guarded)
    return [
        rule.with_(ensemble=together_, in_quotes=quotes, examples=told[rule.style_name].of(rule.name))
        for rule in made
    ]


def _examples(root: str, styles: Sequence[str], *, hidden: bool) -> Mapping[str, StyleExamples]:
    """The examples of each style; of the style that is built in there are none."""
    found = {}
    for style in styles:
        folder = "" if style == BUILT_IN else os.path.join(root, style)
        names = [os.path.basename(path).partition(".")[0] for path in rule_files(folder)] if folder else []
        found[style] = StyleExamples(folder, names, hidden=hidden)
    return found


def _house(value: Mapping[str, Any], where: Where, root: str, beside: Beside) -> House:
    accepted, rejected = read_vocabularies(value.get("vocab", ()), root, where.at("vocab"))
    return House(accepted, rejected, root, value.get("word-template", ""), beside)


def _specs(root: str, style: str, where: Where, house: House, without: Collection[str] = ()) -> Iterator[Spec]:
    """The rule files of a style but for those that the house does without; raises NewslintError."""
    if style == BUILT_IN:
        specs = builtin_style.specs(house, where)
        yield from (spec for spec in specs if f"{style}.{spec.name}" not in without)
        return
    folder = os.path.join(root, style)
    if os.sep in style or style in ("", ".", "..") or not os.path.isdir(folder):
        inside = {entry.name for entry in os.scandir(root) if entry.is_dir()}
        known = (inside | {BUILT_IN}) - {each.partition(os.sep)[0] for each in VOCABULARIES}
        raise where.wrong(f"there is no style {show(style)} in the folder of styles", near_miss(style, known))
    files = [path for path in rule_files(folder) if _named(style, os.path.basename(path)) not in without]
    if len(files) > MOST_FILES:
        raise where.wrong(f"the style {show(style)} has more than {MOST_FILES:,} rules")
    texts = {}
    for path in files:
        try:
            texts[path] = read_text(path, MOST_BYTES)
        except UnreadableStory as error:
            raise RuleError(f"the rule cannot be read: {error}", path) from None
    for path, found in of_files(texts, RuleError):
        place = Where(path, found[0], RuleError) if found else None
        data = found[0].data if found else None
        if place is None or not isinstance(data, dict):
            raise RuleError("this is no rule of Vale's: it should have the keys `extends` and `message`", path)
        yield Spec(style, os.path.basename(path).partition(".")[0], data, place)


def _named(style: str, file: str) -> str:
    """A rule's name as Vale writes it."""
    return f"{style}.{file.partition('.')[0]}"


def _made(specs: Sequence[Spec], house: House, value: Mapping[str, Any]) -> list[ValeRule]:
    """The rules of some files; raises one error for all that are wrong."""
    least = LEVELS.index(value.get("min-alert-level", LEVELS[0]))
    made: list[ValeRule] = []
    faults: list[NewslintError] = []
    for spec in specs:
        try:
            rule = rule_of(spec, house)
            if LEVELS.index(level_of(spec)) >= least:
                made.append(rule)
        except NewslintError as fault:
            faults.append(fault)
    if faults:
        raise together(faults)
    return made


def _brief(text: str) -> str:
    """A text as one line of a list."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"


def _about(spec: Spec, kind: str) -> str:
    """What is to be known of a rule: what its author says, and where it is from."""
    said = " ".join(spec.text("description").split())
    stop = "" if not said or said.endswith((".", "!", "?")) else "."
    from_ = f"A rule of Vale’s style {spec.style} (extends: {kind}), in {spec.style}/{spec.name}.yml."
    return f"{said}{stop} {from_}".strip()


def level_of(spec: Spec) -> str:
    """The level of a rule: a warning where it has none."""
    return spec.text("level") or "warning"


def rule_of(spec: Spec, house: House) -> ValeRule:
    """The rule in a file; raises RuleError at what is wrong with it."""
    kind = spec.text("extends")
    known = extension_of(kind)
    if kind == "script":
        raise spec.wrong(
            "extends",
            f"{spec.id} is a script in Tengo, which newslint does not run",
            "write it as a rule of your own, or take its file out of the style",
        )
    if known is None:
        raise spec.wrong(
            "extends",
            f"{spec.id}: expected one of {', '.join(extensions())} after `extends`, found {show(kind)}",
            near_miss(kind, extensions()),
        )
    if "message" not in spec.data:
        raise spec.wrong("extends", f"{spec.id} has no `message`")
    if level_of(spec) not in LEVELS:
        raise spec.wrong("level", f"{spec.id}: expected one of {', '.join(LEVELS)}, found {show(spec.text('level'))}")
    for key in spec.data:
        if key not in COMMON and key not in known.keys:
            raise spec.wrong(key, f"{spec.id}: unknown key “{key}”", near_miss(key, [*COMMON, *known.keys]))
    extension = known(spec, house)
    scopes = [known.scope] if known.scope else spec.texts("scope") or ["text"]
    return ValeRule().with_(
        id=spec.id,
        severity=SEVERITIES[level_of(spec)],
        message=shown(spec.message),
        finds=_brief(spec.text("description") or shown(spec.message)),
        why=_about(spec, kind),
        source=spec.text("link"),
        origin=spec.where.file,
        kind=kind,
        extension=extension,
        blocks=Scope(scopes),
        style_name=spec.style,
        limit=int(spec.number("limit")),
        by_configuration=True,
    )
