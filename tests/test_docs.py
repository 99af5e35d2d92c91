"""The docs say what the code does."""

import re
from pathlib import Path

import pictures
from print_docs import API_PAGE, PAGE, api, page

import newslint

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
            if document.parent.name != "docs" or not target.startswith("pictures/"):
                assert (document.parent / target).exists(), f"{document.name}: {target}"


def test_every_picture_that_a_page_shows_is_one_that_is_made():
    clients = "".join(path.read_text(encoding="utf-8") for path in ROOT.glob("tests/clients/*.py"))
    for document in ROOT.glob("docs/*.md"):
        for target in re.findall(r"\]\(pictures/([^)]+)\)", document.read_text(encoding="utf-8")):
            name, _, ending = target.partition(".")
            of_a_client = re.split(r"-", name)[0] in clients
            assert (ending == "svg" and name in pictures.COMMANDS) or of_a_client, f"{document.name}: {target}"


def test_the_run_that_the_readme_shows_is_a_real_one(newslint, monkeypatch):
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("NEWSLINT_PLUGINS", "")
    shown = re.search(r"^```text\n\$ newslint (?P<command>.*?)\n(?P<out>.*?)^```", README, re.DOTALL | re.MULTILINE)
    assert newslint(*shown["command"].split()).out.replace("\\", "/") == shown["out"]


def test_the_program_in_the_readme_works(newsroom, capsys):
    (newsroom / "story.txt").write_text("Bridge closes\n\nThe council agreed to to close it on Monday.\n", "utf-8")
    [program] = re.findall(r"^```python\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
    exec(program, {})
    assert capsys.readouterr().out.startswith("3 repeated-word ")


def test_the_rule_and_the_settings_in_the_readme_work(newslint, newsroom):
    (newsroom / "house-rules").mkdir()
    blocks = re.findall(r"^```yaml\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
    rule = next(text for text in blocks if text.startswith("id: "))
    (newsroom / "house-rules" / "chairwoman.yaml").write_text(rule, encoding="utf-8")
    (newsroom / "newslint.yaml").write_text("rule-files: [house-rules/]\n", encoding="utf-8")
    assert newslint("test", "house-rules/").out == "2 examples hold.\n"
    assert newslint("check", ".", "--allow-empty").code == 0
    settings = next(text for text in blocks if "overrides:" in text)
    (newsroom / "newslint.yaml").write_text(settings, encoding="utf-8")
    assert newslint("check", ".", "--allow-empty").code == 0
