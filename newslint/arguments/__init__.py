"""What a command says of its arguments, once: the command line, help, the docs and shells all go by it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from types import SimpleNamespace

from newslint.base.record import NamedTuple
from newslint.base.typed import Any


class Given(SimpleNamespace):
    """What a command was given, by the names of its arguments."""


class Argument(NamedTuple):
    """An option where its name begins with a hyphen, else a value that is given without one."""

    name: str
    help: str = ""
    value: str = ""  # what help calls the value (PATH, RULE, …), which also tells shells how to complete it
    default: Any = ""
    choices: tuple[str, ...] = ()
    suggested: Callable[[], Iterable[str]] | None = None  # values among others; `{values}` in help stands for them
    read: Callable[[str], Any] = str
    number: str = ""  # of values, as argparse writes it: "" one, "?" one or none ("" then), "*" any, "+" some
    short: str = ""  # another name, of one letter
    to: str = ""  # the name under which the value is given to the command, where it is another
    negatable: bool = False  # a switch that `--no-…` turns off, and that is None where neither is given

    @property
    def is_option(self) -> bool:
        """Whether it has a name that stands on the command line."""
        return self.name[0] == "-"

    @property
    def is_switch(self) -> bool:
        """Whether it is an option that takes no value."""
        return self.is_option and not self.value and not self.choices

    @property
    def said(self) -> str:
        """Its help, with the values that are suggested."""
        return self.help.replace("{values}", ", ".join(self.suggested())) if self.suggested else self.help

    @property
    def destination(self) -> str:
        """The name under which the value is given to the command."""
        return self.to or self.name.lstrip("-").replace("-", "_")

    @property
    def unset(self) -> Any:
        """What the command is given where the command line says nothing of it."""
        if self.is_switch:
            return None if self.negatable else False
        return self.default


class Command(NamedTuple):
    """A command: what help says of it, what it takes, and what it does (which returns the exit code)."""

    help: str
    arguments: tuple[Argument, ...]
    run: Callable[[Given], int]
    place: int = 99  # in the list of commands; those of one place stand by name


def names_in(text: str) -> tuple[str, ...]:
    """Names with commas between them."""
    return tuple(name.strip() for name in text.split(",") if name.strip())


def globs_in(text: str) -> tuple[str, ...]:
    """Patterns for paths with commas between them; a comma in {a,b} belongs to its pattern."""
    parts, inside = [""], False
    for sign in text:
        inside = sign == "{" or (inside and sign != "}")
        if sign == "," and not inside:
            parts.append("")
        else:
            parts[-1] += sign
    return tuple(part.strip() for part in parts if part.strip())


def whole_number(text: str) -> int:
    """A whole number from 0 on; raises ValueError for anything else."""
    number = int(text)
    if number < 0:
        raise ValueError(text)
    return number


def pairs_in(text: str) -> tuple[tuple[str, str], ...]:
    """Pairs with commas between them, in each the sign “=”; raises ValueError where it is missing."""
    pairs = [pair.partition("=") for pair in names_in(text)]
    if not all(sign for _, sign, _ in pairs):
        raise ValueError(text)
    return tuple((name.strip(), value.strip()) for name, _, value in pairs)


VERSION = Argument("--version", "print the version, and those of plugins")  # of `newslint` itself
COMMON = (
    Argument("--config", "use this file, not the nearest newslint.yaml", value="FILE"),
    Argument("--no-cache", "do not use cached results of unchanged stories"),
    Argument(
        "--format-of",
        "read files with these endings in these formats, as in .story=html",
        value="ENDING=FORMAT,…",
        default=(),
        read=pairs_in,
    ),
    Argument("--allow-outside", "let the configuration and links lead to files outside of the repository"),
)


def read_quickly(name: str, command: Command, words: Sequence[str]) -> Given | None:
    """What the words after a command's name give; None where argparse (6 ms to import) must read them.

    Left to it are mistakes, help, abbreviations, `--option=value`, values that begin with a hyphen or may be missing.
    """
    found: dict[str, Any] = {"command": name}
    options: dict[str, Argument] = {}
    operand: Argument | None = None
    for argument in (*COMMON, *command.arguments):
        found[argument.destination] = argument.unset
        if argument.is_option:
            options[argument.name] = options[argument.short or argument.name] = argument
        elif operand:
            return None
        else:
            operand = argument
    row: list[str] = []
    last = 0  # where the row of operands left off: they stand side by side
    waiting: Argument | None = None
    for at, word in enumerate(words):
        if waiting:
            if word.startswith("-") or not _put(found, waiting, word):
                return None
            waiting = None
        elif option := options.get(word):
            if option.number:
                return None
            if option.is_switch:
                found[option.destination] = True
            else:
                waiting = option
        elif (word.startswith("-") and word != "-") or (row and at != last + 1):
            return None
        else:
            row.append(word)
            last = at
    fits = waiting is None and (_put_row(found, operand, row) if operand else not row)
    return Given(**found) if fits else None


def _put(found: dict[str, Any], argument: Argument, word: str) -> bool:
    """Put a value where it belongs; whether it is one that the argument takes."""
    try:
        value = argument.read(word)
    except ValueError:
        return False
    found[argument.destination] = value
    return not argument.choices or value in argument.choices


def _put_row(found: dict[str, Any], operand: Argument, row: list[str]) -> bool:
    """Put the operands where they belong; whether they are as many as they may be."""
    if operand.number in ("*", "+"):
        if row:
            found[operand.destination] = row
        return bool(row) or operand.number == "*"
    if not row:
        return operand.number == "?"
    return len(row) == 1 and _put(found, operand, row[0])
