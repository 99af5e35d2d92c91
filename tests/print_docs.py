"""Print the pages that come from the rules: `python tests/print_docs.py` writes docs/rules.md."""

import os
from pathlib import Path

PAGE = Path(__file__).parent.parent / "docs" / "rules.md"


def page() -> str:
    """The page of all built-in rules."""
    from newslint import docs, pack, plugins

    return docs.rules_markdown(pack.load(plugins.load("")).rules.values())


if __name__ == "__main__":
    os.environ["NEWSLINT_PLUGINS"] = ""
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
