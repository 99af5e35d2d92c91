"""`newslint init`: looks at a repository and writes its newslint.yaml, with a comment for every setting."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from newslint.base.errors import ConfigError, near_miss
from newslint.base.version import __version__
from newslint.commands._pre_commit import hooks_file, with_hook
from newslint.commands._survey import Survey, survey
from newslint.config.discovery import CONFIG_NAME
from newslint.config.profile import read_layer
from newslint.formats.fields import GENRES
from newslint.rulebook import plugins

Ask = Callable[[str], str]

_EVERYWHERE = ("**/*.md", "**/*.txt")
_SCHEMA = f"https://raw.githubusercontent.com/newslint/newslint/v{__version__}/schemas/newslint.schema.json"
_HEAD = f"""\
# yaml-language-server: $schema={_SCHEMA}
# newslint reads this file for every story in this folder and below. Editors help with it by the line above.
"""
_COMMENTS: Mapping[str, str] = {
    "extends": "The house style to begin from, or a file of your own.",
    "fail-on": "Findings of this severity or worse stop a commit: note, warning or error.",
    "stories": "Which files are stories, and which of them to leave alone (patterns as in .gitignore).",
    "fields": "Which front-matter keys hold what, where yours differ from the usual ones.",
    "rules": "Rules: off, note, warning, error, or their options. `newslint rules` lists them.",
    "overrides": "Other settings for some folders.",
}
_EXAMPLES: Mapping[str, str] = {
    "fields": "fields: {deck: [standfirst], byline: [reporter]}",
    "rules": "rules: {unattributed-quote: error, lede-length: {max-words: 35}}",
    "overrides": 'overrides: [{files: "opinion/**", kind: opinion, rules: {unattributed-quote: off}}]',
}


class Wishes(NamedTuple):
    """What the command line asks `init` for; what is None or empty is asked for, or found out."""

    style: str = ""
    stories: tuple[str, ...] = ()
    pre_commit: bool | None = None


def init(folder: str, wishes: Wishes, ask: Ask | None = None) -> list[str]:
    """Write newslint.yaml and, where asked, pre-commit's entry; gives what to tell the newsroom.

    What is there already stays. Raises ConfigError for a folder or style that does not exist.
    """
    if not os.path.isdir(folder):
        raise ConfigError("there is no such folder", folder)
    loaded = plugins.load()
    known = loaded.styles
    if wishes.style and wishes.style not in known and not wishes.style.endswith((".yaml", ".yml")):
        raise ConfigError(f"unknown style “{wishes.style}”", hint=near_miss(wishes.style, known))
    seen = survey(folder, loaded.by_extension)
    hooks = hooks_file(folder)
    if ask:
        wishes = _asked(wishes, seen, sorted(known), hooks, ask)
    said = [_seen(seen)]
    hooks_text, hooks_new = _hooks(hooks) if wishes.pre_commit else ("", "")
    path = os.path.normpath(os.path.join(folder, CONFIG_NAME))
    parts = _parts(seen, wishes, sorted(known))
    if os.path.exists(path):
        said += _missing(path, parts)
    else:
        _write(path, _HEAD + "".join(f"\n{part}" for part in parts.values()), "x")
        said.append(f"wrote {path}")
    if wishes.pre_commit:
        if hooks_new != hooks_text:
            _write(hooks, hooks_new, "w")
            said.append(f"wrote newslint's hook to {hooks}; to use it: pre-commit install")
        else:
            said.append(f"{hooks} has newslint's hook already")
    return [*said, *_next(folder)]


def _seen(seen: Survey) -> str:
    if not seen.read:
        return "no stories were found here yet"
    counted = "1 story" if seen.stories == 1 else f"{seen.stories:,} stories"
    where = ", ".join(f"{folder}/" if folder else "this folder" for folder in sorted(seen.folders))
    return f"found {counted} in {where}"


def _next(folder: str) -> list[str]:
    where = "" if folder in (".", "") else f" {folder}"
    return [
        f"next: newslint check{where}                    shows what newslint finds",
        f"      newslint check{where} --write-baseline   lives with that, and reports only what is new",
    ]


def _asked(wishes: Wishes, seen: Survey, styles: Sequence[str], hooks: str, ask: Ask) -> Wishes:
    """The wishes with what a person answers to what they leave open."""
    style, stories, pre_commit = wishes
    while not style:
        style = ask(f"House style to begin from ({', '.join(styles)}; Enter for none): ").strip()
        if not style or style in styles or style.endswith((".yaml", ".yml")):
            break
        style = ""
    if not stories:
        found = ", ".join(seen.patterns() or _EVERYWHERE)
        answer = ask(f"Which files are stories? (Enter for {found}): ")
        stories = tuple(part.strip() for part in answer.split(",") if part.strip())
    if pre_commit is None:
        answer = ask(f"Check what is committed, by way of {hooks}? [y/N]: ")
        pre_commit = answer.strip().casefold() in ("y", "yes")
    return Wishes(style, stories, pre_commit)


def _parts(seen: Survey, wishes: Wishes, styles: Sequence[str]) -> dict[str, str]:
    """The settings with their comments, by key, in the order in which they stand."""
    extends = (
        f"extends: [{wishes.style}]" if wishes.style else f"# extends: [{styles[0] if styles else 'house.yaml'}]"
    )
    stories = _flow(wishes.stories or seen.patterns() or _EVERYWHERE)
    exclude = _flow([] if wishes.stories else seen.others)
    fields = seen.fields()
    kinds = seen.kinds(GENRES)
    rows = "".join(f"\n  - {{files: {json.dumps(f'{path}/**')}, kind: {kind}}}" for path, kind in kinds.items())
    body = {
        "extends": extends,
        "fail-on": "fail-on: warning",
        "stories": f"stories: {stories}\nexclude: {exclude}",
        "fields": "\n".join([*_about(seen), f"fields: {_fields(fields)}" if fields else f"# {_EXAMPLES['fields']}"]),
        "rules": f"rules: {{}}\n# {_EXAMPLES['rules']}",
        "overrides": f"overrides:{rows}" if rows else f"overrides: []\n# {_EXAMPLES['overrides']}",
    }
    return {key: f"# {_COMMENTS[key]}\n{text}\n" for key, text in body.items()}


def _about(seen: Survey) -> Iterator[str]:
    """Comments about the front matter as it was found."""
    known = seen.known()
    if known:
        read = "; ".join(f"{field} from {', '.join(keys)}" for field, keys in known.items())
        yield f"# Read without being told: {read}."
    if seen.read and seen.dated < seen.read:
        yield f"# {seen.read - seen.dated:,} of {seen.read:,} stories that were looked at tell no date of their own."
    if seen.damaged:
        yield f"# The front matter of {seen.damaged:,} of them is damaged; newslint check says where."


def _flow(values: Sequence[str]) -> str:
    return json.dumps(list(values), ensure_ascii=False)


def _fields(fields: Mapping[str, Sequence[str]]) -> str:
    plain = ", ".join(f"{field}: [{', '.join(map(_key, keys))}]" for field, keys in fields.items())
    return f"{{{plain}}}"


def _key(key: str) -> str:
    return key if key.replace("_", "").replace("-", "").isalnum() and key[0].isalpha() else json.dumps(key)


def _missing(path: str, parts: Mapping[str, str]) -> list[str]:
    """What to say of a configuration that is there: it stays, and this it could have as well."""
    data: Mapping[str, Any] = read_layer(path).data
    said = [f"{path} is there already and stays as it is"]
    could = [
        line
        for key, part in parts.items()
        if key not in data
        for line in part.splitlines()
        if not line.startswith("#") and not line.endswith((": []", ": {}"))
    ]
    could = [line for line in could if line != "fail-on: warning"]
    if could:
        said += ["it could have as well:", *(f"  {line}" for line in could)]
    return said


def _hooks(path: str) -> tuple[str, str]:
    """pre-commit's configuration as it is, and with newslint's hook; raises ConfigError where it cannot be read."""
    try:
        with open(path, encoding="utf-8", newline="") as file:
            text = file.read()
    except FileNotFoundError:
        text = ""
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"this file cannot be read: {error}", path) from None
    return text, with_hook(text, path)


def _write(path: str, text: str, mode: str) -> None:
    """Write a new file, or put another in the place of an old one, whole or not at all."""
    part = path if mode == "x" else f"{os.path.realpath(path)}.{os.getpid()}.part"
    try:
        with open(part, mode, encoding="utf-8", newline="") as file:
            file.write(text)
        if part != path:
            os.replace(part, os.path.realpath(path))
    except OSError as error:
        raise ConfigError(f"this file cannot be written: {error.strerror}", path) from None
