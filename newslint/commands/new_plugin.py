"""`newslint new-plugin`: write a plugin package that works as it is, for a newsroom to make its own."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping

from newslint.arguments import Argument, Command, Given
from newslint.base.errors import NewslintError
from newslint.commands._common import CLEAN

_ARGUMENTS = (
    Argument("name", "what the plugin is called: its rules are NAME/…", value="NAME"),
    Argument("--folder", "the folder to write its folder into (default: this one)", value="FOLDER", default="."),
)


def new_plugin(given: Given) -> int:
    """Write a package for a plugin of this name. Return the exit code."""
    print("\n".join(written(given.name, given.folder)))
    return CLEAN


def written(name: str, folder: str) -> list[str]:
    """Write the package into a new folder below `folder`, whole or not at all; gives what to tell its author.

    Raises NewslintError for a name that no plugin can have, and where something has the new folder's name already.
    """
    _check(name)
    target = os.path.normpath(os.path.join(folder, f"newslint-{name}"))
    if not os.path.isdir(folder):
        raise NewslintError("there is no such folder", folder)
    if os.path.lexists(target):
        hint = "give the plugin another name, or move what is there out of the way: nothing is overwritten"
        raise NewslintError("there is something of this name already", target, hint=hint)
    files = files_of(name)
    part = os.path.join(folder, f".newslint-{os.urandom(6).hex()}.part")
    try:
        os.mkdir(part)
        for path, text in files.items():
            _write(os.path.join(part, *path.split("/")), text)
        os.rename(part, target)
    except OSError as error:
        raise NewslintError(f"the plugin cannot be written: {error.strerror}", target) from None
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return [
        *(f"wrote {os.path.join(target, *path.split('/'))}" for path in files),
        f'next: python -m pip install -e "{target}[test]"   installs it where newslint is',
        f"      python -m pytest {target}   runs its rules\u2019 examples as tests",
        f"      newslint explain {name}   says what it brings",
    ]


def _check(name: str) -> None:
    from newslint.base.environment import installed
    from newslint.rulebook.plugin_names import name_fault

    hint = ""
    if name.startswith("newslint-") and not name_fault(name[9:]):
        hint = f"“newslint-” is written before it anyway: newslint new-plugin {name[9:]}"
    if fault := name_fault(name) or ("the name says newslint twice" if hint else ""):
        raise NewslintError(f"no plugin can be called {_shown(name)}: {fault}", hint=hint)
    taken = next((plugin for plugin in installed() if plugin.name == name), None)
    if taken:
        said = f"a plugin “{name}” is installed already: version {taken.version}, module {taken.module}"
        raise NewslintError(said, hint="give yours another name: newslint could not tell the two apart")


def _shown(name: str) -> str:
    return f"“{name}”" if name.isprintable() and len(name) <= 60 else ascii(name[:60])


def _write(path: str, text: str) -> None:
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "x", encoding="utf-8", newline="\n") as file:
        file.write(text)


def files_of(name: str) -> Mapping[str, str]:
    """The files of a plugin of this name, by their paths."""
    module = f"newslint_{name.replace('-', '_')}"
    test = f"tests/test_{name.replace('-', '_')}.py"
    paths = {
        "pyproject.toml": _PROJECT,
        "README.md": _README,
        f"{module}/__init__.py": _HOOKS,
        f"{module}/shouting_headline.py": _PYTHON_RULE,
        f"{module}/rules/town-hall.yaml": _YAML_RULE,
        test: _TESTS,
    }
    words = {"acme": name, "newslint_acme": module, "test_acme": test[6:-3], "v0": f"v{_version()}"}
    return {path: _filled(text, words) for path, text in paths.items()}


def _version() -> str:
    from newslint.base.version import __version__

    return __version__


def _filled(text: str, words: Mapping[str, str]) -> str:
    """A text with the names of this plugin in the place of the example's."""
    import re

    return re.sub(r"\b(?:newslint_acme|test_acme|acme|v0)\b", lambda found: words[found[0]], text)


_PROJECT = """\
[build-system]
requires = ["hatchling>=1.26"]
build-backend = "hatchling.build"

[project]
name = "newslint-acme"
version = "1.0.0"
description = "Rules for newslint, of our own newsroom."
readme = "README.md"
requires-python = ">=3.11"
dependencies = ["newslint"]

[project.optional-dependencies]
test = ["pytest>=8"]

# The name on the left is the plugin's, and its rules are called acme/…
[project.entry-points.newslint]
acme = "newslint_acme"

# Everything in this folder is packed, the rule files too.
[tool.hatch.build.targets.wheel]
packages = ["newslint_acme"]
"""

_HOOKS = """\
\"\"\"What this plugin brings, hook by hook.\"\"\"

from pathlib import Path

from newslint import hookimpl

newslint_api = 1  # the version of newslint's plugin API that this was written for


@hookimpl
def register_rule_files():
    return [Path(__file__).parent / "rules"]


@hookimpl
def register_rules():
    from newslint_acme.shouting_headline import ShoutingHeadline

    return [ShoutingHeadline]
"""

_PYTHON_RULE = """\
\"\"\"Headlines in capitals.\"\"\"

from newslint import Bad, Good, Option, Rule


class ShoutingHeadline(Rule):
    \"\"\"A headline in capitals is hard to read.\"\"\"

    id, topic, severity = "acme/shouting-headline", "structure", "warning"
    finds = "A headline that is all in capitals"
    message = "the headline is all in capitals"
    zones = ("headline",)
    least = Option(2, "how many words a headline must have to count", minimum=1)
    examples = (
        Bad("[[MAYOR QUITS]]\\n\\nThe mayor resigned on Monday, her office said.\\n", format="plain"),
        Good("Mayor quits\\n\\nThe mayor resigned on Monday, her office said.\\n", format="plain"),
        Good("FIRE\\n\\nThe mill burned down on Monday, the police said.\\n", format="plain"),
    )

    def check_zone(self, story, zone):
        if zone.text.isupper() and len(zone.text.split()) >= self.least:
            yield self.finding(zone.span)
"""

_YAML_RULE = """\
id: acme/town-hall
kind: substitution
topic: places
finds: The town hall under another name
message: "the building is the “{replacement}”, not the “{match}”"
why: The house calls it by the name above its door.
swap:
  Town Hall: [City Hall]
examples:
  - bad: "The council met at [[City Hall]] on Monday."
    fixed: "The council met at Town Hall on Monday."
  - good: "The council met at the Town Hall on Monday."
"""

_TESTS = """\
\"\"\"Every example of every rule holds.\"\"\"

import newslint.testing

test_examples = newslint.testing.examples("acme")
"""

_README = """\
# newslint-acme

Rules for [newslint](https://github.com/newslint/newslint), of our own newsroom. Rules in YAML are in
`newslint_acme/rules/`, a file a rule; rules in Python are files of their own, named in `newslint_acme/__init__.py`.

    python -m pip install -e ".[test]"
    python -m pytest
    newslint explain acme

For pre-commit, `.pre-commit-config.yaml` of the repository with the stories names this package beside newslint (in
the place of EXAMPLE goes the address where yours is kept):

```yaml
repos:
- repo: https://github.com/newslint/newslint
  rev: v0
  hooks:
  - id: newslint
    additional_dependencies: ["newslint-acme @ git+https://EXAMPLE/newslint-acme"]
```
"""

COMMAND = Command("write a plugin package, with rules, examples and tests", _ARGUMENTS, new_plugin, place=14)
