"""The argparse parser, made from what commands say of their arguments: for help, for mistakes, for what is seldom."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Mapping

from newslint.arguments import COMMON, VERSION, Argument, Command
from newslint.base.typed import Any
from newslint.base.version import __version__

Each = Callable[[argparse.Action, Argument], None]


def build(commands: Mapping[str, Command], each: Each = lambda action, argument: None) -> argparse.ArgumentParser:
    """The parser with these commands; `each` is called with each action and the argument that it stands for."""
    top = argparse.ArgumentParser(
        prog="newslint",
        formatter_class=_Help,
        description="Checks news stories for style and consistency. It sends nothing anywhere.",
        epilog="Exit code: 0 nothing found, 1 findings, 2 newslint could not do its job.",
    )
    top.add_argument(VERSION.name, action=_Version, nargs=0, default=argparse.SUPPRESS, help=VERSION.help)
    below = top.add_subparsers(dest="command", required=True, metavar="COMMAND", prog="newslint")
    for name, command in commands.items():
        parser = below.add_parser(name, formatter_class=_Help, help=command.help)
        for argument in (*COMMON, *command.arguments):
            each(_add(parser, argument), argument)
    return top


def _add(parser: argparse.ArgumentParser, argument: Argument) -> argparse.Action:
    names = [name for name in (argument.name, argument.short) if name]
    given: dict[str, Any] = {"default": argument.unset}
    if argument.help:
        given["help"] = argument.said
    if argument.is_option:
        given["dest"] = argument.destination
    if argument.is_switch:
        given["action"] = argparse.BooleanOptionalAction if argument.negatable else "store_true"
        return parser.add_argument(*names, **given)
    if argument.value:
        given["metavar"] = argument.value
    if argument.choices:
        given["choices"] = argument.choices
    if argument.read is not str:
        given["type"] = _reader(argument.read)
    if argument.number:
        given["nargs"] = argument.number
    if argument.number and argument.is_option:
        given["const"] = ""
    return parser.add_argument(*names, **given)


def _reader(read: Callable[[str], Any]) -> Callable[[str], Any]:
    """The same, with words for what it cannot read: argparse would tell the name of our function."""

    def reading(word: str) -> Any:
        try:
            return read(word)
        except ValueError:
            wanted = "a whole number" if read is int else (read.__doc__ or "").partition(";")[0]
            said = wanted[:1].lower() + wanted[1:]
            raise argparse.ArgumentTypeError(f"expected {said}, found {word!r}") from None

    return reading


class _Help(argparse.HelpFormatter):
    """Help as wide as the terminal; argparse asks shutil, which imports every kind of archive."""

    def __init__(self, prog: str) -> None:
        try:
            columns = int(os.environ.get("COLUMNS", "0")) or os.get_terminal_size().columns
        except (OSError, ValueError):
            columns = 80
        super().__init__(prog, width=columns - 2)


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object, **__: object) -> None:
        from newslint.base.environment import installed

        print(f"newslint {__version__}")
        for plugin in installed():
            print(f"  plugin {plugin.name} {plugin.version}")
        parser.exit()
