"""`newslint init`: look at a repository and write its newslint.yaml, with a comment for every setting."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence

from newslint.arguments import Argument, Command, Given, names_in
from newslint.base.errors import ConfigError, near_miss
from newslint.base.record import NamedTuple
from newslint.base.typed import TYPE_CHECKING
from newslint.commands._common import CLEAN

if TYPE_CHECKING:
    from newslint.commands._archive_style import AxisUse
    from newslint.commands._survey import Survey

    Ask = Callable[[str], str]

_ARGUMENTS = (
    Argument("folder", value="FOLDER", default=".", number="?"),
    Argument("--style", "a house style to begin from", value="STYLE"),
    Argument(
        "--stories",
        "which files are stories, as patterns with commas between them (default: where they were found)",
        value="PATTERNS",
        default=(),
        read=names_in,
    ),
    Argument("--pre-commit", "add newslint's hook to .pre-commit-config.yaml", negatable=True),
    Argument("--yes", "ask nothing, and accept what was found", short="-y"),
)


def init(given: Given) -> int:
    """Write a first newslint.yaml. Return the exit code."""
    ask = input if sys.stdin.isatty() and not given.yes else None
    wishes = Wishes(given.style, given.stories, given.pre_commit)
    print("\n".join(adopt(given.folder, wishes, ask)))
    return CLEAN


class Wishes(NamedTuple):
    """What the command line asks `init` for; what is None or empty is asked for, or found out."""

    style: str = ""
    stories: tuple[str, ...] = ()
    pre_commit: bool | None = None


def adopt(folder: str, wishes: Wishes, ask: Ask | None = None) -> list[str]:
    """Write newslint.yaml and, where asked, pre-commit's entry; gives what to tell the newsroom.

    What is there already stays. Raises ConfigError for a folder or style that does not exist.
    """
    from newslint.commands._config_page import HEAD, missing, parts_of
    from newslint.commands._pre_commit import hooks_file
    from newslint.commands._survey import survey
    from newslint.config.discovery import CONFIG_NAME
    from newslint.engine.workspace import Workspace
    from newslint.rulebook import plugins

    if not os.path.isdir(folder):
        raise ConfigError("there is no such folder", folder)
    loaded = plugins.load()
    known = loaded.styles
    if wishes.style and wishes.style not in known and not wishes.style.endswith((".yaml", ".yml")):
        raise ConfigError(f"unknown style “{wishes.style}”", hint=near_miss(wishes.style, known))
    seen = survey(folder, Workspace(config_file=None))
    hooks = hooks_file(folder)
    if ask:
        wishes = _asked(wishes, seen, sorted(known), hooks, ask)
    axes = _axes_of(folder) if seen.read else ()
    said = [_seen(seen), *_style_lines(axes, known.get(wishes.style, ""))]
    hooks_text, hooks_new = _hooks(hooks) if wishes.pre_commit else ("", "")
    path = os.path.normpath(os.path.join(folder, CONFIG_NAME))
    parts = parts_of(seen, wishes.style, wishes.stories, sorted(known), axes)
    if os.path.lexists(path):
        said += missing(path, parts)
    else:
        _write(path, HEAD + "".join(f"\n{part}" for part in parts.values()), new=True)
        said.append(f"wrote {path}")
    if wishes.pre_commit:
        if hooks_new != hooks_text:
            _write(hooks, hooks_new, new=False)
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


def _axes_of(folder: str) -> Sequence[AxisUse]:
    """How the stories of a folder use each axis of house style: of a few hundred from all over it."""
    from newslint.commands._archive_style import read_styles
    from newslint.commands._survey import MOST_READ
    from newslint.config.settings import Settings
    from newslint.engine.workspace import Workspace
    from newslint.run.run import Request

    return read_styles([folder], Request(Workspace(Settings(), None), cache=False, jobs=1), MOST_READ).axes


def _style_lines(axes: Sequence[AxisUse], file: str) -> Iterator[str]:
    """What the stories do on each axis, and how many places the chosen style would report."""
    from newslint.config.layers import read_layer

    wanted = read_layer(file).data.get("style", {}) if file else {}
    if axes:
        yield "style, by what the stories do:"
    for each in axes:
        follows = f" → {each.follows}" if each.follows else ""
        right = wanted[each.axis][-1].value if each.axis in wanted else ""
        others = sum(use.places for use in each.uses if use.value != right)
        reported = f"; the style wants {right}, and would report {others:,} of them" if right and others else ""
        yield f"  {each.axis}: {each.told()}{follows}{reported}"


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
        found = ", ".join(seen.patterns()) or "all that newslint reads"
        answer = ask(f"Which files are stories? (Enter for {found}): ")
        stories = () if _is_yes(answer) else tuple(part.strip() for part in answer.split(",") if part.strip())
    if pre_commit is None:
        answer = ask(f"Check what is committed, by way of {hooks}? [y/N]: ")
        pre_commit = _is_yes(answer)
    return Wishes(style, stories, pre_commit)


def _is_yes(answer: str) -> bool:
    return answer.strip().casefold() in ("y", "yes")


def _hooks(path: str) -> tuple[str, str]:
    """pre-commit's configuration as it is, and with newslint's hook; raises ConfigError where it cannot be read."""
    from newslint.commands._pre_commit import with_hook

    try:
        with open(path, encoding="utf-8", newline="") as file:
            text = file.read()
    except FileNotFoundError:
        text = ""
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"this file cannot be read: {error}", path) from None
    return text, with_hook(text, path)


def _write(path: str, text: str, *, new: bool) -> None:
    """Write a new file, or put another in the place of an old one, whole or not at all."""
    from newslint.base.writing import whole_text, write_new

    try:
        if new:
            write_new(path, text)
            return
        with whole_text(path, newline="") as file:
            file.write(text)
    except OSError as error:
        raise ConfigError(f"this file cannot be written: {error.strerror}", path) from None


COMMAND = Command("look at a repository and write a newslint.yaml for it, with comments", _ARGUMENTS, init, place=8)
