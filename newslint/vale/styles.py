"""The folders of Vale's styles: rule files and vocabularies, read, checked, and made rules."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from importlib import import_module

from newslint.base.environment import HERE
from newslint.base.errors import NewslintError, RuleError, near_miss, together
from newslint.base.schema import Where, documents, of_files, show
from newslint.base.text import UnreadableStory, read_text
from newslint.base.typed import Any
from newslint.base.yamltext import Document
from newslint.model.rule import Rule
from newslint.model.rule_source import Beside
from newslint.vale import builtin_style
from newslint.vale.bench import Styles
from newslint.vale.blocks import Scope
from newslint.vale.examples import StyleExamples
from newslint.vale.extensions.base import Extension, House, Spec, fault_in
from newslint.vale.keys import LEVELS, mistakes
from newslint.vale.messages import shown as readable
from newslint.vale.rules import SEVERITIES, ValeRule
from newslint.vale.style_files import BUILT_IN, MOST_BYTES, VOCABULARIES, rule_files
from newslint.vale.vocabulary import read_vocabularies

MOST_FILES = 2000  # of a style
_LONGEST = 90  # characters of what a list says of a rule


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
        made = _made(_specs(root, value["based-on"], where.at("based-on"), house, without), house, value)
    except NewslintError as error:
        raise _showable(error, place, beside) from None
    except OSError as error:
        raise place.wrong(f"the folder of styles cannot be read: {error.strerror or 'it is none'}") from None
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
    template = value.get("word-template", "")
    if template:
        fault = fault_in(template.replace("%s", "a", 1)) if "%s" in template else "it has no %s for the words"
        if fault:
            said = f"word-template: {show(template)} cannot be used: {fault}"
            raise where.at("word-template").wrong(said, "Vale’s own is (?m)\\b(?:%s)\\b")
    return House(accepted, rejected, root, template, beside)


def _showable(error: NewslintError, place: Where, beside: Beside) -> NewslintError:
    """Mistakes without those in files outside of the repository, which may be anybody's: nothing of them is shown."""
    faults = [error, *error.others]
    error.others = ()
    ours = ("", place.file)
    shown = [each for each in faults if beside.outside or each.path in ours or beside.is_inside(each.path)]
    if len(shown) < len(faults):
        said = "a file of these styles, which lies outside of the repository, cannot be used"
        shown.append(place.wrong(said, "--allow-outside tells which and why"))
    return together(shown)


def _specs(
    root: str, styles: Sequence[str], where: Where, house: House, without: Collection[str] = ()
) -> list[Spec | NewslintError]:
    """The rule files of some styles but for those that the house does without, or what is wrong with each."""
    found: list[Spec | NewslintError] = []
    for n, style in enumerate(styles):
        if style in styles[:n]:
            continue
        try:
            found += specs_of(root, style, where.at(n), house, without)
        except NewslintError as fault:
            found.append(fault)
    return found


def specs_of(
    root: str, style: str, where: Where, house: House, without: Collection[str] = ()
) -> Iterator[Spec | NewslintError]:
    """The rule files of a style, or what is wrong with each; raises NewslintError where there is none of it."""
    if style == BUILT_IN:
        specs = builtin_style.specs(house, where)
        yield from (spec for spec in specs if f"{style}.{spec.name}" not in without)
        return
    folder = os.path.join(root, style)
    if os.path.basename(style) != style or style in ("", ".", "..") or not os.path.isdir(folder):
        inside = {entry.name for entry in os.scandir(root) if entry.is_dir()}
        known = (inside | {BUILT_IN}) - {each.partition(os.sep)[0] for each in VOCABULARIES}
        raise where.wrong(f"there is no style {show(style)} in the folder of styles", near_miss(style, known))
    files = rule_files(folder)
    if not files or len(files) > MOST_FILES:
        said = f"has more than {MOST_FILES:,} rules" if files else "has no rules: files whose names end in .yml"
        raise where.wrong(f"the style {show(style)} {said}")
    texts, names = {}, dict[str, str]()
    for path in files:
        file = os.path.basename(path)
        name = _named(style, file)
        if name in without:
            continue
        if name in names:
            yield RuleError(f"{show(names[name])} has the same name up to its first dot: rename one of the two", path)
            continue
        names[name] = file
        try:
            texts[path] = read_text(path, MOST_BYTES)
        except UnreadableStory as error:
            yield RuleError(f"the rule cannot be read: {error}", path)
    for path, read in _documents(texts):
        if isinstance(read, NewslintError):
            yield read
        elif not read or not isinstance(read[0].data, dict):
            said = "this is no rule of Vale's: expected keys with values, as `extends: existence` and `message: …`"
            found = show(read[0].data) if read else "nothing"
            yield RuleError(f"{said}, found {found}", path, 1, hint="mend it, or take it out of the style")
        else:
            name = os.path.basename(path).partition(".")[0]
            yield Spec(style, name, read[0].data, Where(path, read[0], RuleError))


def _documents(texts: Mapping[str, str]) -> Iterator[tuple[str, list[Document] | NewslintError]]:
    """What is read of each file, or what is wrong with it."""
    try:
        yield from [*of_files(texts, RuleError)]
        return
    except NewslintError:
        pass
    for path, text in texts.items():
        try:
            yield path, documents(text, path, RuleError)
        except NewslintError as fault:
            yield path, fault


def _named(style: str, file: str) -> str:
    """A rule's name as Vale writes it."""
    return f"{style}.{file.partition('.')[0]}"


def _made(specs: Sequence[Spec | NewslintError], house: House, value: Mapping[str, Any]) -> list[ValeRule]:
    """The rules of some files; raises one error for all that are wrong."""
    least = LEVELS.index(value.get("min-alert-level", LEVELS[0]))
    made: list[ValeRule] = []
    faults: list[NewslintError] = []
    for spec in specs:
        if isinstance(spec, NewslintError):
            faults.append(spec)
            continue
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
    kind = spec.data.get("extends")
    if kind == "script":
        raise spec.wrong(
            "extends",
            f"{spec.id} is a script in Tengo, which newslint does not run",
            "write it as a rule of your own, or take its file out of the style",
        )
    known = extension_of(kind) if isinstance(kind, str) else None
    faults = [*mistakes(spec, known)]
    if known is None and not isinstance(kind, (dict, list)):
        said = f"{spec.id}: expected one of {', '.join(extensions())} after `extends`, found {show(kind)}"
        faults.insert(0, spec.wrong("extends", said, near_miss(str(kind or ""), extensions())))
    if known is None or faults:
        raise together(faults)
    extension = known(spec, house)
    scopes = [known.scope] if known.scope else spec.texts("scope") or ["text"]
    return ValeRule().with_(
        id=spec.id,
        severity=SEVERITIES[level_of(spec)],
        message=readable(spec.message),
        finds=_brief(spec.text("description") or readable(spec.message)),
        why=_about(spec, known.name),
        source=spec.text("link"),
        origin=spec.where.file,
        kind=known.name,
        extension=extension,
        blocks=Scope(scopes),
        style_name=spec.style,
        limit=int(spec.number("limit")),
        by_configuration=True,
    )
