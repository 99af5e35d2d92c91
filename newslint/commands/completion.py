"""`newslint completion`: print what makes a shell complete newslint's commands, options and their values."""

from __future__ import annotations

import sys

from newslint.arguments import Argument, Command, Given
from newslint.base.showing import whole
from newslint.base.typed import Any
from newslint.commands._common import CLEAN

_SHELL = Argument("shell", choices=("bash", "zsh", "fish"))
_LIST_RULES = r"newslint rules 2>/dev/null | sed -n 's/^  \([^ ]*\) .*/\1/p'"
_FUNCTIONS = {  # asked when somebody completes: the rules of the folder they are in, those of the house among them
    "bash": f'_newslint_rules() {{\n  compgen -W "$({_LIST_RULES})" -- "$1"\n}}\n',
    "zsh": f'_newslint_rules() {{\n  local -a rules\n  rules=(${{(f)"$({_LIST_RULES})"}})\n  compadd -a rules\n}}\n',
}
_RULES = {"bash": "_newslint_rules", "zsh": "_newslint_rules", "fish": f"({_LIST_RULES})"}


def completion(given: Given) -> int:
    """Print a shell's completion. Return the exit code."""
    whole(sys.stdout).write(script(given.shell))
    return CLEAN


def script(shell: str) -> str:
    """The completion for bash, zsh or fish."""
    import shtab

    from newslint import commands
    from newslint.arguments.parser import build

    by_value: dict[str, Any] = {"RULE": _RULES, "RULES": _RULES}
    by_value |= dict.fromkeys(("FILE", "PATH", "OLD", "NEW"), shtab.FILE)
    by_value |= dict.fromkeys(("DIR", "FOLDER"), shtab.DIRECTORY)

    def complete(action: Any, argument: Argument) -> None:
        if argument.suggested:
            action.complete = shtab.cmd(rf"printf '%s\n' {' '.join(argument.suggested())}")
        elif argument.value in by_value:
            action.complete = by_value[argument.value]

    return shtab.complete(build(commands.every(), complete), shell, preamble=_FUNCTIONS.get(shell, ""))


COMMAND = Command(
    "print a script that completes newslint's commands and options in a shell", (_SHELL,), completion, place=10
)
