"""Print what comes from the code: `python tools/print_docs.py` writes docs/rules.md, docs/api.md and schemas/."""

import json
import os
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "rules.md"
API_PAGE = ROOT / "docs" / "api.md"
SCHEMAS = ROOT / "schemas"


def page() -> str:
    """The page of all built-in rules."""
    from newslint.rulebook import pack, plugins, rule_pages

    return rule_pages.rules_markdown(pack.load(plugins.load("")).rules.values())


def schemas() -> dict[str, str]:
    """The JSON Schemas of newslint's YAML files and of its report, by file name.

    Houses may add rules and axes of their own.
    """
    from newslint.config import json_schemas, report_schema
    from newslint.rulebook import pack, plugins

    own = plugins.load("")
    found = {
        "newslint.schema.json": json_schemas.config(pack.load(own), own.styles, own.rule_sources, closed=False),
        "rules.schema.json": json_schemas.rule_files(own.kinds),
        "names.schema.json": json_schemas.name_files(),
        "report.schema.json": report_schema.report(),
    }
    return {name: json.dumps(schema, ensure_ascii=False, indent=1) + "\n" for name, schema in found.items()}


def api() -> str:
    """The page of the Python API."""
    sys.path.insert(0, str(ROOT / "tools"))
    import api_page

    return api_page.page()


if __name__ == "__main__":
    os.environ["NEWSLINT_PLUGINS"] = ""
    API_PAGE.write_text(api(), encoding="utf-8", newline="\n")
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
    for name, text in schemas().items():
        (SCHEMAS / name).write_text(text, encoding="utf-8", newline="\n")
