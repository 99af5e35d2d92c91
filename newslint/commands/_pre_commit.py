"""newslint's entry in `.pre-commit-config.yaml`, added without touching another line of it."""

from __future__ import annotations

import io
import os
import re

from newslint.base.errors import ConfigError
from newslint.base.typed import Any
from newslint.base.version import __version__

HOOKS_NAME = ".pre-commit-config.yaml"
HOOK = "newslint"
HOME = "https://github.com/newslint/newslint"
_ITEM = re.compile(r"[ ]*")


def with_hook(text: str, path: str) -> str:
    """The text of a configuration with newslint's hook in it; the same text where it is there already.

    Raises ConfigError where the text is no configuration of pre-commit.
    """
    if not text.strip():
        return "repos:\n" + _entry("", "\n")
    data = _loaded(text, path)
    if data is None:  # nothing but comments
        return f"{text.rstrip()}\nrepos:\n{_entry('', chr(10))}"
    if not isinstance(data, dict) or not isinstance(data.get("repos"), (list, type(None))):
        raise ConfigError("this is no configuration of pre-commit: it has no list of repos", path)
    if any(_is_ours(repo) for repo in data.get("repos") or ()):
        return text
    added = _inserted(text, data)
    return added if added and _loaded(added, path) == _expected(data) else _written_anew(text)


def _loaded(text: str, path: str) -> Any:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        return YAML().load(text)
    except YAMLError as error:
        mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        hint = "fix it first, then run newslint init --pre-commit again"
        raise ConfigError("this is not valid YAML", path, line, column, hint) from None


def _is_ours(repo: Any) -> bool:
    if not isinstance(repo, dict):
        return False
    hooks = repo.get("hooks")
    return isinstance(hooks, list) and any(isinstance(h, dict) and h.get("id") == HOOK for h in hooks)


def _plain() -> dict[str, Any]:
    return {"repo": HOME, "rev": f"v{__version__}", "hooks": [{"id": HOOK}]}


def _expected(data: Any) -> dict[str, Any]:
    return {**data, "repos": [*(data.get("repos") or ()), _plain()]}


def _entry(indent: str, newline: str) -> str:
    inner = f"{indent}  " if indent else ""
    lines = [f"- repo: {HOME}", f"  rev: v{__version__}", "  hooks:", f"{inner[len(indent) :]}  - id: {HOOK}"]
    return "".join(f"{indent}{line}{newline}" for line in lines)


def _inserted(text: str, data: Any) -> str:
    """The text with the entry after the last one of `repos:`, indented as they are; nothing where that cannot be."""
    repos = data.get("repos")
    lines = text.splitlines(keepends=True)
    if not repos or repos.fa.flow_style():
        return ""
    newline = "\r\n" if lines[0].endswith("\r\n") else "\n"
    first = repos.lc.data[len(repos) - 1][0]  # the line on which the last entry begins
    indent = (_ITEM.match(lines[first]) or [""])[0]
    last = first
    for number in range(first + 1, len(lines)):
        line = lines[number]
        if line.strip() and not line.startswith(f"{indent} "):
            break
        if line.strip():
            last = number
    if not lines[last].endswith("\n"):
        lines[last] += newline
    return "".join([*lines[: last + 1], _entry(indent, newline), *lines[last + 1 :]])


def _written_anew(text: str) -> str:
    """The configuration as ruamel.yaml writes it, comments and order kept: for lists in one line, or none at all."""
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 10_000
    data = yaml.load(text)
    repos = data.get("repos")
    if repos is None:
        data["repos"] = [_plain()]
    else:
        repos.fa.set_block_style()
        repos.append(_plain())
    stream = io.StringIO()
    yaml.dump(data, stream)
    return stream.getvalue()


def hooks_file(folder: str) -> str:
    """Where pre-commit's configuration belongs: at the top of a folder's git repository, or in the folder."""
    at = os.path.abspath(folder)
    while not os.path.exists(os.path.join(at, ".git")):
        parent = os.path.dirname(at)
        if parent == at:
            return os.path.join(folder, HOOKS_NAME)
        at = parent
    return os.path.relpath(os.path.join(at, HOOKS_NAME))
