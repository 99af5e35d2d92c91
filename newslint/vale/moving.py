"""What a `.vale.ini` says, as settings of `newslint.yaml`; and all that newslint has no setting for, line by line."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence

from newslint.base.errors import ConfigError, NewslintError
from newslint.base.globs import BadPattern
from newslint.base.record import NamedTuple
from newslint.base.repository import HINT, leaves, repository_of
from newslint.base.schema import Where, show
from newslint.base.typed import Any
from newslint.base.yamltext import Document
from newslint.model.rule_source import Beside
from newslint.vale.extensions.base import House
from newslint.vale.ini import CORE, Section, Value, read_ini
from newslint.vale.ini_globs import patterns_of
from newslint.vale.ini_keys import BASED, FORMATS, TEMPLATE, Left, unknown_keys
from newslint.vale.ini_rules import Asked, Choices, Override, Rules
from newslint.vale.keys import LEVELS
from newslint.vale.loading import Loaded, load_style
from newslint.vale.style_files import BUILT_IN
from newslint.vale.styles import rules_of
from newslint.vale.vocabulary import read_vocabularies

_ALL = "*"


class Moved(NamedTuple):
    """The settings: the value of `vale:`, rules for all files and for some, formats by ending; and what is left."""

    vale: Mapping[str, Any]
    rules: Rules
    overrides: Sequence[Override]
    formats: Mapping[str, str]
    left: Sequence[Left]


def moved(path: str, known: Mapping[str, str], *, outside: bool = False) -> Moved:
    """What a file says; raises NewslintError where nothing can be made of it.

    `known` are newslint's formats by the endings that they read. Without `outside` no style is read that lies out of
    the repository.
    """
    return _Mover(path, known, outside=outside).moved()


class _Mover:
    def __init__(self, path: str, known: Mapping[str, str], *, outside: bool) -> None:
        self._path = path
        self._folder = os.path.dirname(path) or "."
        self._known = known
        self._outside = outside
        self._sections = read_ini(path)
        self._core = self._sections[CORE]
        self._where = Where(path, Document({}, {}), ConfigError)
        self._left: list[Left] = []
        self._styles: dict[str, Loaded] = {}  # those that are there
        self._missing: set[str] = set()

    def moved(self) -> Moved:
        if not any(section.keys for section in self._sections.values()):
            raise self._wrong(1, "this configuration of Vale says nothing")
        root = self._root()
        formats = dict(self._formats())
        vocabularies, house = self._house(root)
        self._load(root, house)
        parts = [section for name, section in self._sections.items() if name not in (CORE, _ALL, FORMATS)]
        everywhere = self._asked(self._sections.get(_ALL) or Section(_ALL, 1, {}), {})
        asked = [each for each in (self._asked(part, self._endings) for part in parts) if each.files]
        levels = {r: LEVELS[_level(rule)] for style in self._styles.values() for r, (_, rule) in style.rules.items()}
        choices = Choices(everywhere, asked, levels, self._set_levels(levels), self._least())
        self._left += unknown_keys(self._sections, self._styles)
        without = [r.removeprefix("vale/") for style in self._styles.values() for r in style.refused]
        vale = {
            "styles-path": self._shown(root),
            "based-on": [*self._styles],
            "vocab": vocabularies,
            "without": without,
            "min-alert-level": choices.least,
            "word-template": self._word_template(),
        }
        overrides = [each for each in choices.overrides() if each.rules]
        kept = {key: value for key, value in vale.items() if value}
        rules_of(kept, self._where, Beside(self._folder, self._outside))  # as a run does: it raises what is wrong
        return Moved(kept, choices.rules(), overrides, formats, sorted(self._left))

    def _wrong(self, line: int, message: str, hint: str = "") -> ConfigError:
        return ConfigError(message, self._path, line, hint=hint)

    def _leave(self, line: int, said: str) -> None:
        self._left.append(Left(line, said))

    # --- where the styles are, and what they hold

    def _root(self) -> str:
        """The folder of styles."""
        given = self._core.keys.get("StylesPath", [])
        if not given or not given[-1].text:
            hint = "name the folder of your styles: StylesPath = styles"
            raise self._wrong(
                given[-1].line if given else 1, "it has no StylesPath, so Vale's own folder holds", hint
            )
        for other in given[:-1]:
            self._leave(other.line, f"StylesPath = {other.text}: newslint takes the last one")
        text, line = given[-1]
        root = os.path.join(self._folder, text.replace("\\", "/"))
        if not self._outside and leaves(root, repository_of(self._folder)):
            raise self._wrong(line, f"the styles ({show(text)}) lie outside of the repository", HINT)
        if "\0" in root or not os.path.isdir(root):
            hint = "run `vale sync` once if its packages are to be there" if "Packages" in self._core.keys else ""
            raise self._wrong(line, f"there is no folder {show(text)} beside it", hint)
        return root

    def _shown(self, root: str) -> str:
        """The folder of styles as `newslint.yaml` names it: from the folder of the ini, where it lies below that."""
        inside = os.path.relpath(root, self._folder)
        return root if os.path.isabs(root) and inside.startswith("..") else inside.replace(os.sep, "/")

    def _house(self, root: str) -> tuple[list[str], House]:
        names = []
        accepted: list[str] = []
        rejected: list[str] = []
        for name, line in self._core.listed("Vocab"):
            try:
                more = read_vocabularies([name], root, self._where)
            except NewslintError as error:
                self._leave(line, f"Vocab = {name}: {error.message}")
                continue
            names.append(name)
            accepted += more[0]
            rejected += more[1]
        return names, House(accepted, rejected, root, self._word_template())

    def _word_template(self) -> str:
        given = self._core.value(TEMPLATE)
        return given.text if given and "%s" in given.text else ""

    def _load(self, root: str, house: House) -> None:
        """Read the styles that some section names, each file by itself."""
        for style, line in self._named_styles():
            if "." in style:
                self._leave(line, f"the style {style}: Vale runs no rule of a style that has a dot in its name")
                continue
            try:
                self._styles[style] = load_style(root, style, house, self._where)
            except NewslintError as error:
                self._missing.add(style)
                said = "it is not in the folder of styles: run `vale sync` once, or put its folder there"
                if style == BUILT_IN:
                    said = f"{error.message} (Vale has it built in)"
                elif os.path.isdir(os.path.join(root, style)):
                    said = error.message
                self._leave(line, f"the style {style}: {said}")
                continue
            for name, fault in self._styles[style].refused.items():
                said = fault.message if fault.message.startswith(name) else f"{name}: {fault.message}"
                self._leave(line, said + (f" ({fault.hint})" if fault.hint else ""))
        if not self._styles:
            hint = "run `vale sync` once if they come of packages" if "Packages" in self._core.keys else ""
            raise self._wrong(
                1, "none of the styles that it is based on is there: newslint would check nothing", hint
            )

    def _named_styles(self) -> Iterator[Value]:
        """The styles that some section is based on, and those of which one has a rule switched on."""
        seen: dict[str, int] = {}
        sections = [section for name, section in self._sections.items() if name not in (CORE, FORMATS)]
        for section in sections:
            for style in section.listed(BASED):
                seen.setdefault(style.text, style.line)
        for section in sections:
            for key, values in section.keys.items():
                if "." in key and _is_on(values[0].text):
                    seen.setdefault(key.partition(".")[0], values[0].line)
        yield from (Value(style, line) for style, line in seen.items())

    # --- what sections ask for

    def _asked(self, section: Section, formats: Mapping[str, str]) -> Asked:
        """What a section asks for; one that is for no files where its pattern cannot be carried over."""
        files: Sequence[str] = ()
        if section.name != _ALL:
            try:
                files = patterns_of(section.name, formats)
            except BadPattern as error:
                self._leave(section.line, f"[{section.name}]: the pattern cannot be carried over: {error}")
                return Asked(section.name, (), None, {})
        styles = None
        if BASED in section.keys:
            styles = [style.text for style in section.listed(BASED) if style.text in self._styles]
        checks = {}
        for key, values in section.keys.items():
            if rule_id := self._rule(key, values[0]):
                checks[rule_id] = _is_on(values[0].text)
        return Asked(section.name, files, styles, checks)

    def _rule(self, key: str, value: Value) -> str:
        """The id of the rule that a key switches, or nothing."""
        style, dot, _ = key.partition(".")
        if not dot or "[" in key:
            return ""
        rule_id = f"vale/{key}"
        if style in self._styles and rule_id in self._styles[style].rules:
            return rule_id
        if style in self._styles and rule_id not in self._styles[style].refused:
            self._leave(value.line, f"{key} = {value.text}: the style has no such rule")
        elif style not in self._styles and style not in self._missing:
            self._leave(value.line, f"{key} = {value.text}: no section is based on this style")
        return ""

    def _set_levels(self, levels: Mapping[str, str]) -> dict[str, str]:
        """The levels that sections give to rules: the last one counts, and for all files."""
        found: dict[str, str] = {}
        others = [section for name, section in self._sections.items() if name not in (CORE, _ALL, FORMATS)]
        for section in [*filter(None, [self._sections.get(_ALL)]), *others]:
            for key, values in section.keys.items():
                if values[0].text in LEVELS and f"vale/{key}" in levels:
                    found[f"vale/{key}"] = values[0].text
        return found

    def _least(self) -> str:
        given = self._core.listed("MinAlertLevel")
        if not given:
            return ""
        if given[-1].text not in LEVELS:
            said = f"MinAlertLevel: expected one of {', '.join(LEVELS)}, found {show(given[-1].text)}"
            raise self._wrong(given[-1].line, said)
        return given[-1].text if given[-1].text != LEVELS[0] else ""

    # --- the rest

    @property
    def _endings(self) -> dict[str, str]:
        """Endings without their dots, each with the one that Vale takes it for."""
        section = self._sections.get(FORMATS)
        return {key: values[0].text.strip(".") for key, values in section.keys.items()} if section else {}

    def _formats(self) -> Iterator[tuple[str, str]]:
        """The formats of newslint's for the endings of `[formats]`."""
        section = self._sections.get(FORMATS)
        for ending, taken in self._endings.items():
            key, line = f".{ending.lower().strip('.')}", section.keys[ending][0].line if section else 0
            format_ = self._known.get(f".{taken.lower()}", "")
            if not format_ or "/" in key or "\\" in key or len(key) < 2 or " " in key:
                self._leave(line, f"[formats] {ending} = {taken}: newslint reads no files with the ending .{taken}")
            elif self._known.get(key) == "mdx":
                self._leave(line, f"[formats] {ending} = {taken}: not needed, newslint reads MDX by itself")
            elif self._known.get(key) != format_:
                yield key, format_


def _is_on(word: str) -> bool:
    return word == "YES" or word in LEVELS


def _level(rule: Any) -> int:
    return ("note", "warning", "error").index(rule.severity)
