"""The docs say what the code does."""

import re
from pathlib import Path

from print_docs import API_PAGE, PAGE, api, page

import newslint
from newslint.rulebook import plugins
from newslint.testing import run_example

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_page_of_rules_is_printed_from_the_rules():
    assert PAGE.read_text(encoding="utf-8") == page(), "docs/rules.md is stale: run make docs"


def test_the_page_of_the_python_api_is_printed_from_the_code():
    assert API_PAGE.read_text(encoding="utf-8") == api(), "docs/api.md is stale: run make docs"


def test_every_public_name_stands_on_the_page_of_the_python_api_once():
    named = re.findall(r"^### (\w+)$", API_PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted([*named, "__version__"]) == newslint.__all__


def test_every_link_to_a_file_of_ours_leads_somewhere():
    for document in [*ROOT.glob("*.md"), *ROOT.glob("examples/*/README.md"), *ROOT.glob("docs/*.md")]:
        text = re.sub(r"^```.*?^```", "", document.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", text):
            assert (document.parent / target).exists(), f"{document.name}: {target}"


def test_the_run_that_the_readme_shows_is_a_real_one(newslint, monkeypatch):
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("NEWSLINT_PLUGINS", "")
    shown = re.search(r"^```text\n\$ newslint (?P<command>.*?)\n(?P<out>.*?)^```", README, re.DOTALL | re.MULTILINE)
    assert newslint(*shown["command"].split()).out.replace("\\", "/") == shown["out"]


def test_the_rules_in_the_readme_work(newslint, newsroom):
    (newsroom / "house-rules").mkdir()
    blocks = re.findall(r"^```(yaml|python)\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
    rule = next(text for language, text in blocks if language == "yaml" and text.startswith("id: "))
    (newsroom / "house-rules" / "chairwoman.yaml").write_text(rule, encoding="utf-8")
    (newsroom / "newslint.yaml").write_text("rule-files: [house-rules/]\n", encoding="utf-8")
    assert newslint("test", "house-rules/").out == "2 examples hold.\n"
    assert newslint("check", ".").code == 0
    settings = next(text for language, text in blocks if "overrides:" in text)
    (newsroom / "newslint.yaml").write_text(settings, encoding="utf-8")
    assert newslint("check", ".").code == 0
    names = {}
    exec(next(text for language, text in blocks if language == "python"), names)
    for example in names["ShoutingHeadline"].examples:
        run_example(names["ShoutingHeadline"](), example, plugins.load("").formats)
