"""The docs say what the code does."""

import re
from pathlib import Path

from print_docs import PAGE, page

ROOT = Path(__file__).parent.parent


def test_the_page_of_rules_is_printed_from_the_rules():
    assert PAGE.read_text(encoding="utf-8") == page(), "docs/rules.md is stale: run make docs"


def test_every_link_to_a_file_of_ours_leads_somewhere():
    for document in [*ROOT.glob("*.md"), *ROOT.glob("examples/*/README.md"), *ROOT.glob("docs/*.md")]:
        text = re.sub(r"^```.*?^```", "", document.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", text):
            assert (document.parent / target).exists(), f"{document.name}: {target}"
