"""What makes a shell complete newslint's commands, options and their values, printed from the parser itself."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import NamedTuple

from newslint.arguments import FORMATS, parser

_FILES = "files"
_RULES = "rules"
_LIST_RULES = r"newslint rules 2>/dev/null | sed -n 's/^  \([^ ]*\) .*/\1/p'"


class _Option(NamedTuple):
    names: tuple[str, ...]
    help: str
    value: str  # "" for a switch, `files`, `rules`, the words to choose from, or `any`


class _Command(NamedTuple):
    name: str
    help: str
    options: tuple[_Option, ...]
    value: str  # of what stands without an option


def script(shell: str) -> str:
    """The completion for bash, zsh or fish."""
    writers = {"bash": _bash, "zsh": _zsh, "fish": _fish}
    return "\n".join(writers[shell](list(_commands()))) + "\n"


def _commands() -> Iterator[_Command]:
    for action in parser()._actions:
        if isinstance(action, argparse._SubParsersAction):
            helps = {each.dest: each.help or "" for each in action._choices_actions}
            for name, sub in action.choices.items():
                options = tuple(
                    _Option(tuple(a.option_strings), _said(a.help), _value(a))
                    for a in sub._actions
                    if a.option_strings
                )
                plain = [_value(a) for a in sub._actions if not a.option_strings]
                yield _Command(name, _said(helps[name]), options, plain[0] if plain else "")


def _said(text: str | None) -> str:
    """Help in signs that no shell takes for its own."""
    kept = (
        (text or "")
        .replace(":`", "`")
        .replace("'", "’")
        .replace("`", "")
        .replace("[", "(")
        .replace("]", ")")
        .replace('"', "")
    )
    return kept.replace(":", " -").replace("%%", "%").replace("\\", "/").replace("$", "")


def _value(action: argparse.Action) -> str:
    """What may be given: by the choices there are, else by the word that help shows for it."""
    if action.nargs == 0:
        return ""
    if action.choices:
        return " ".join(map(str, action.choices))
    named = str(action.metavar or "")
    if named == "FORMAT":
        return " ".join(FORMATS)
    kinds = {"FILE": _FILES, "PATH": _FILES, "DIR": _FILES, "FOLDER": _FILES, "RULE": _RULES, "RULES": _RULES}
    return kinds.get(named, "any")


def _bash(commands: list[_Command]) -> Iterator[str]:
    yield '# bash completion for newslint: eval "$(newslint completion bash)" in ~/.bashrc'
    yield "_newslint() {"
    yield '  local cur="${COMP_WORDS[COMP_CWORD]}" prev="${COMP_WORDS[COMP_CWORD-1]}" command="${COMP_WORDS[1]}"'
    yield "  COMPREPLY=()"
    yield '  if [ "$COMP_CWORD" -eq 1 ]; then'
    yield f'    COMPREPLY=($(compgen -W "{" ".join(c.name for c in commands)} --help --version" -- "$cur"))'
    yield "    return"
    yield "  fi"
    yield '  case "$command $prev" in'
    for command in commands:
        for option in command.options:
            if option.value:
                pattern = "|".join(f"'{command.name} {name}'" for name in option.names)
                yield f"    {pattern}) {_bash_value(option.value)}; return ;;"
    yield "  esac"
    yield '  case "$command" in'
    for command in commands:
        words = " ".join(name for option in command.options for name in option.names)
        yield f"    {command.name})"
        yield f'      case "$cur" in -*) COMPREPLY=($(compgen -W "{words}" -- "$cur")); return ;; esac'
        yield f"      {_bash_value(command.value)} ;;"
    yield "  esac"
    yield "}"
    yield "complete -F _newslint newslint"


def _bash_value(value: str) -> str:
    words = {_FILES: 'COMPREPLY=($(compgen -f -- "$cur"))', "any": ":", "": ":"}
    if value == _RULES:
        return f'COMPREPLY=($(compgen -W "$({_LIST_RULES})" -- "$cur"))'
    return words.get(value) or f'COMPREPLY=($(compgen -W "{value}" -- "$cur"))'


def _zsh(commands: list[_Command]) -> Iterator[str]:
    yield "#compdef newslint"
    yield "# zsh completion for newslint: newslint completion zsh > a file _newslint in a folder of $fpath"
    yield "_newslint_rules() {"
    yield "  local -a rules"
    yield f'  rules=(${{(f)"$({_LIST_RULES})"}})'
    yield "  compadd -a rules"
    yield "}"
    yield "_newslint() {"
    yield "  local -a commands"
    yield "  commands=("
    yield from (f"    '{command.name}:{command.help}'" for command in commands)
    yield "  )"
    yield "  if (( CURRENT == 2 )); then"
    yield "    _describe command commands"
    yield "    return"
    yield "  fi"
    yield "  local command=$words[2]"
    yield "  shift words"
    yield "  (( CURRENT-- ))"
    yield "  case $command in"
    for command in commands:
        yield f"    {command.name})"
        yield "      _arguments \\"
        for option in command.options:
            yield from (f"        '{name}[{option.help}]{_zsh_value(option.value)}' \\" for name in option.names)
        yield f"        '*{_zsh_value(command.value) or ':: :'}' ;;"
    yield "  esac"
    yield "}"
    yield 'if [ "$funcstack[1]" = _newslint ]; then _newslint "$@"; else compdef _newslint newslint; fi'


def _zsh_value(value: str) -> str:
    words = {"": "", _FILES: ":file:_files", _RULES: ":rule:_newslint_rules", "any": ":value: "}
    return words.get(value, f":value:({value})")


def _fish(commands: list[_Command]) -> Iterator[str]:
    yield "# fish completion for newslint: newslint completion fish > ~/.config/fish/completions/newslint.fish"
    names = " ".join(command.name for command in commands)
    for command in commands:
        first = f"complete -c newslint -f -n 'not __fish_seen_subcommand_from {names}'"
        yield f"{first} -a {command.name} -d '{command.help}'"
    for command in commands:
        here = f"complete -c newslint -n '__fish_seen_subcommand_from {command.name}'"
        for option in command.options:
            flags = " ".join(f"-l {n[2:]}" if n.startswith("--") else f"-s {n[1:]}" for n in option.names)
            yield f"{here} {flags} -d '{option.help}'{_fish_value(option.value)}"
        if command.value not in (_FILES, "any"):
            yield f"{here} -f{_fish_value(command.value).replace(' -x', '')}"


def _fish_value(value: str) -> str:
    words = {"": "", _FILES: " -r -F", _RULES: f' -x -a "({_LIST_RULES})"', "any": " -x"}
    return words.get(value, f" -x -a '{value}'")
