"""`newslint schema`: print a JSON Schema of one of newslint's YAML files, or of its report as JSON."""

from __future__ import annotations

from newslint.arguments import Argument, Command, Given
from newslint.commands._common import CLEAN, pack_of, workspace

_OF = Argument(
    "of",
    "newslint.yaml, rule or names files, the JSON report",
    choices=("config", "rules", "names", "report"),
)


def schema(given: Given) -> int:
    """Print the JSON Schema of a kind of file. Return the exit code."""
    from newslint.base.showing import json_text

    if given.of == "report":
        from newslint.config.report_schema import report

        print(json_text(report(), 1))
        return CLEAN
    from newslint.config import json_schemas

    here = workspace(given)
    if given.of == "config":
        found = json_schemas.config(pack_of(here), here.plugins.styles, here.plugins.rule_sources)
    elif given.of == "rules":
        found = json_schemas.rule_files(here.plugins.kinds)
    else:
        found = json_schemas.name_files()
    print(json_text(found, 1))
    return CLEAN


COMMAND = Command(
    "print a JSON Schema: of newslint's YAML files, with which editors help, or of its JSON report",
    (_OF,),
    schema,
    place=12,
)
