"""`newslint schema`: print a JSON Schema of one of newslint's YAML files."""

from __future__ import annotations

from newslint.arguments import Argument, Command, Given
from newslint.commands._common import CLEAN, pack_of, workspace

_OF = Argument("of", "newslint.yaml, rule or names files", choices=("config", "rules", "names"))


def schema(given: Given) -> int:
    """Print the JSON Schema of a kind of file. Return the exit code."""
    from newslint.base.showing import json_text
    from newslint.config import json_schemas

    here = workspace(given)
    if given.of == "config":
        found = json_schemas.config(pack_of(here), here.plugins.styles)
    elif given.of == "rules":
        found = json_schemas.rule_files(here.plugins.kinds)
    else:
        found = json_schemas.name_files()
    print(json_text(found, 1))
    return CLEAN


COMMAND = Command(
    "print a JSON Schema, with which editors help to write newslint's YAML files", (_OF,), schema, place=12
)
