"""`newslint import-vale`: write a newslint.yaml that runs a house's Vale styles as its .vale.ini does."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence

from newslint.arguments import Argument, Command, Given
from newslint.base.errors import ConfigError
from newslint.base.showing import showable
from newslint.base.typed import TYPE_CHECKING
from newslint.commands._common import CLEAN
from newslint.commands._yaml_text import flow, mapping, scalar

if TYPE_CHECKING:
    from newslint.rulebook.formats import FormatsByEnding
    from newslint.vale.ini_keys import Left
    from newslint.vale.moving import Moved

_NAMES = (".vale.ini", "_vale.ini", "vale.ini", ".vale", "_vale")
_MOST_TOLD = 100  # of what is not carried over, in the file itself
_ARGUMENTS = (
    Argument(
        "ini", "Vale's configuration, or a folder with one (default: this folder)", "FILE", default=".", number="?"
    ),
    Argument("--write", "write newslint.yaml beside it; else what it would hold is printed"),
    Argument("--force", "with --write: in the place of a newslint.yaml that is there"),
)


def import_vale(given: Given) -> int:
    """Print or write a configuration made of Vale's. Return the exit code."""
    from newslint.config.discovery import CONFIG_NAME
    from newslint.rulebook import plugins
    from newslint.vale.moving import moved

    ini = _ini_of(given.ini)
    found = moved(ini, dict(_reading(plugins.load().endings)), outside=given.allow_outside)
    target = os.path.join(os.path.dirname(ini), CONFIG_NAME)
    text = page(found, os.path.basename(ini))
    if not given.write:
        print(text, end="")
    elif os.path.lexists(target) and not given.force:
        print(text, end="")
        hint = "add to it what is printed here, or replace it by --force"
        raise ConfigError("this file is there already, and stays as it is", target, hint=hint)
    else:
        _write(target, text)
        print(f"wrote {showable(target)}: {_counted(found)}")
    for left in found.left:
        print(f"newslint: {showable(ini)}:{left.line}: not carried over: {showable(left.said)}", file=sys.stderr)
    return CLEAN


def _ini_of(path: str) -> str:
    """The file itself, or the one of a folder; raises ConfigError where there is none."""
    if not os.path.isdir(path):
        if not os.path.lexists(path):
            raise ConfigError("there is no such configuration of Vale", path)
        return path
    found = next((name for name in _NAMES if os.path.isfile(os.path.join(path, name))), "")
    if not found:
        raise ConfigError("there is no configuration of Vale in this folder", path, hint=f"it is called {_NAMES[0]}")
    return os.path.normpath(os.path.join(path, found))


def _reading(endings: FormatsByEnding) -> Iterator[tuple[str, str]]:
    """The endings that newslint reads, each with the format that a file without other marks has."""
    from newslint.rulebook.formats import REFUSED

    for ending in sorted(endings.known):
        claiming = [each.name for each in endings.claim(f"story{ending}", {})]
        if claiming and claiming[0] != REFUSED:
            yield ending, claiming[0]


def _counted(found: Moved) -> str:
    styles = ", ".join(found.vale["based-on"])
    left = f"; {len(found.left):,} that could not be carried over" if found.left else ""
    return f"the styles {showable(styles)}{left}"


def page(found: Moved, name: str) -> str:
    """The text of a newslint.yaml, with comments; raises ConfigError where it could not be read again."""
    text = "\n".join(_lines(found, showable(name))) + "\n"
    _check(text, found)
    return text


def _lines(found: Moved, name: str) -> Iterator[str]:
    yield f"# Vale's styles as {name} has them, written by newslint import-vale."
    yield "vale:"
    for key, value in found.vale.items():
        if key == "without":
            yield "  # Files that newslint cannot run; at the end it says why."
        yield f"  {key}: {flow(value)}"
    yield ""
    yield "# newslint's own rules are off: Vale has none of them. Take “all: off” out to have them, or switch on"
    yield "# what you want: a topic (quotes: on) or a rule (unattributed-quote: on). `newslint rules` lists them."
    yield from _rules({"all": "off", **found.rules}, "")
    if found.overrides:
        yield ""
        yield "# The sections of that file, in its order."
        yield "overrides:"
    for each in found.overrides:
        yield f"  - files: {flow(each.files)}  # [{showable(each.of)}]"
        yield from _rules(each.rules, "    ")
    if inside := _inside(found.vale["styles-path"]):
        yield ""
        yield "# The styles are no stories."
        yield f"exclude: {flow([inside])}"
    if found.formats:
        yield ""
        yield "# Which format reads files with an ending."
        yield f"formats: {mapping(found.formats)}"
    yield from _left(found.left, name)


def _inside(folder: str) -> str:
    """The pattern for a folder below this one; nothing for one elsewhere, or of a name that is a pattern itself."""
    is_plain = not folder.startswith(("/", "..", "!", "#")) and folder != "." and not set(folder) & set("*?[]{}\\:")
    return f"/{folder}/" if is_plain else ""


def _rules(rules: Mapping[str, str], indent: str) -> Iterator[str]:
    yield f"{indent}rules:"
    for rule, word in rules.items():
        yield f"{indent}  {scalar(rule)}: {word}"


def _left(left: Sequence[Left], name: str) -> Iterator[str]:
    if left:
        yield ""
        yield f"# Not carried over, by the lines of {name}:"
        yield from [f"#   {each.line}: {showable(each.said)}" for each in left[:_MOST_TOLD]]
    if len(left) > _MOST_TOLD:
        yield f"#   and {len(left) - _MOST_TOLD:,} more, which newslint import-vale names"


def _check(text: str, found: Moved) -> None:
    """Hold the page to what it was made of: names of styles and files may be anything."""
    from newslint.base.yamltext import YamlError, load
    from newslint.config.layers import MOST_BYTES

    if len(text.encode("utf-8", "replace")) > MOST_BYTES:
        said = f"all that this configuration of Vale says is more than the {MOST_BYTES >> 10} KB of a newslint.yaml"
        raise ConfigError(said, hint="give whole styles to its sections rather than many single rules")
    try:
        data = load(text).data
    except YamlError:
        data = None
    wanted = {"all": "off", **found.rules}
    if not isinstance(data, dict) or data["vale"] != {**found.vale} or data["rules"] != wanted:
        raise ConfigError(
            "a name in this configuration of Vale cannot be written in YAML", hint="rename the style, rule or folder"
        )


def _write(path: str, text: str) -> None:
    """Write a file whole or not at all."""
    from newslint.base.writing import whole_text

    try:
        with whole_text(path) as file:
            file.write(text)
    except OSError as error:
        raise ConfigError(f"this file cannot be written: {(error.strerror or str(error)).lower()}", path) from None


COMMAND = Command(
    "write a newslint.yaml that runs Vale's styles as a .vale.ini does, and name what it cannot carry over",
    _ARGUMENTS,
    import_vale,
    place=10,
)
