"""`newslint init` looks before it writes and overwrites nothing; an archive is adopted in one command."""

import difflib
import shutil
import subprocess
import sys

import pytest
from helpers import NEWSROOM, git, write
from ruamel.yaml import YAML

# The lines that the hook adds to a configuration: each form of one needs no repository.
from newslint.commands import _pre_commit as hooking
from newslint.commands import init as adopting

POST = (
    "---\n{head}\n---\n\nThe council voted on Monday to close the old bridge to lorries, the mayor's office said.\n"
)
TEXT = "A headline\n\n" + "The council voted on Monday to close the old bridge to lorries, the mayor said. " * 8


def config(folder):
    return YAML(typ="safe").load((folder / "newslint.yaml").read_text("utf-8"))


def test_it_writes_what_works_and_overwrites_nothing(newsroom, newslint):
    assert newslint("init").code == 0
    assert newslint("check", ".", "--allow-empty").code == 0
    before = (newsroom / "newslint.yaml").read_text("utf-8")
    done = newslint("init", "--style", "ap")
    assert done.code == 0
    assert "stays as it is" in done.out
    assert "  extends: [ap]" in done.out
    assert (newsroom / "newslint.yaml").read_text("utf-8") == before
    assert newslint("init", "nowhere").code == 2
    assert "did you mean “ap”" in newslint("init", "--style", "apo").err
    assert newslint("check", ".", "--allow-empty").code == 0


def test_it_finds_stories_keys_and_kinds(newsroom, newslint):
    for n in range(4):
        write(
            newsroom,
            f"content/news/{n}.md",
            POST.format(
                head=f"title: A title {n}\nteaser: A deck\nreporter: Ana Silva\npublished_at: 2025-03-0{n + 1}"
            ),
        )
        write(newsroom, f"content/opinions/{n}.md", POST.format(head=f"title: A title {n}\nauthor: Ben Okri"))
        write(newsroom, f"wire/{n}.txt", TEXT)
        write(newsroom, f"notes/{n}.txt", "Call Ana back.\n")
    write(newsroom, "content/_index.md", POST.format(head="title: All"))
    write(newsroom, "content/README.md", "How to write for us.\n")
    write(newsroom, "README.md", TEXT)
    write(newsroom, "node_modules/x/a.md", TEXT)
    write(newsroom, "themes/x/a.md", TEXT)
    assert "found 12 stories in content/, wire/" in newslint("init").out
    found = config(newsroom)
    assert found["stories"] == ["content/**/*.md", "wire/**/*.txt"]
    assert found["exclude"] == ["README.md", "_index.md"]
    assert found["fields"] == {"deck": ["teaser"], "byline": ["author", "reporter"], "date": ["published_at"]}
    assert found["overrides"] == [
        {"files": "content/opinions/**", "kind": "opinion"}, {"files": "wire/**", "kind": "wire"},
    ]  # fmt: skip
    text = (newsroom / "newslint.yaml").read_text("utf-8")
    assert "# Read without being told: headline from title; byline from author." in text
    done = newslint("check", "--format", "json")
    assert done.report["stories"] == 12
    zones = newslint("show", "content/news/0.md", "--format", "json").report["stories"][0]
    assert {zone["kind"] for zone in zones["zones"]} >= {"headline", "deck", "byline", "timestamp"}
    assert zones["date"] == "2025-03-01"


def test_stories_beside_the_configuration_and_of_two_sorts(newsroom, newslint):
    write(newsroom, "a.txt", TEXT)
    write(newsroom, "b.md", TEXT)
    newslint("init")
    assert config(newsroom)["stories"] == ["/*.{md,txt}"]
    assert newslint("check", "--format", "json").report["stories"] == 2


def test_flags_and_another_folder(newsroom, newslint):
    write(newsroom, "site/posts/a.md", TEXT)
    assert newslint("init", "site", "--style", "ap", "--stories", "posts/**/*.md, more/*.txt", "--yes").code == 0
    found = config(newsroom / "site")
    assert (found["extends"], found["stories"]) == (["ap"], ["posts/**/*.md", "more/*.txt"])


def test_it_asks_what_is_left_open(newsroom):
    write(newsroom, "news/a.txt", TEXT)
    asked = []

    def ask(question):
        asked.append(question)
        return {0: "app", 1: "bbc", 2: "", 3: "y"}[len(asked) - 1]

    adopting.adopt(".", adopting.Wishes(), ask)
    assert "Enter for news/**/*.txt" in asked[2]
    assert (config(newsroom)["extends"], config(newsroom)["stories"]) == (["bbc"], ["news/**/*.txt"])
    assert (newsroom / hooking.HOOKS_NAME).exists()
    asked.clear()
    adopting.adopt(".", adopting.Wishes("bbc", ("a",), False), ask)
    assert asked == []


CONFIGS = {
    "flat": "# ours\nrepos:\n- repo: https://example.org/a  # why\n  rev: 'v1'\n  hooks:\n  - id: a\n    args: [--x]\n\n# the end\nci:\n  skip: [a]\n",
    "indented": "default_stages: [pre-commit]\nrepos:\n  - repo: local\n    hooks:\n      - id: b\n        name: b\n        entry: b\n        language: system\n      # - id: c\n",
    "no line end": "repos:\n- repo: meta\n  hooks:\n  - id: check-hooks-apply",
    "crlf": "repos:\r\n- repo: meta\r\n  hooks:\r\n  - id: identity\r\n",
}


@pytest.mark.parametrize("name", CONFIGS)
def test_the_hook_is_added_and_every_other_line_stays(name, tmp_path):
    text = CONFIGS[name]
    new = hooking.with_hook(text, "x")
    changes = [line for line in difflib.ndiff(text.splitlines(), new.splitlines()) if line[0] != " "]
    assert [line[0] for line in changes] == ["+"] * 4
    assert ("\r\n" in text) == (new.count("\r\n") == new.count("\n"))
    assert hooking.with_hook(new, "x") == new
    (tmp_path / "c.yaml").write_text(new, encoding="utf-8", newline="")
    subprocess.run([sys.executable, "-m", "pre_commit", "validate-config", tmp_path / "c.yaml"], check=True)
    assert YAML(typ="safe").load(new)["repos"][-1]["hooks"] == [{"id": "newslint"}]


@pytest.mark.parametrize("text", ["repos: []\n", "# nothing yet\nfail_fast: true  # quick\nrepos:\n", "fail_fast: true\n", "", "# only this\n",
                                  "repos: [{repo: meta, hooks: [{id: identity}]}]  # one\n"])  # fmt: skip
def test_lists_in_one_line_and_none_at_all(text):
    new = hooking.with_hook(text, "x")
    data = YAML(typ="safe").load(new)
    assert data["repos"][-1]["hooks"] == [{"id": "newslint"}]
    assert all(comment in new for comment in ("# nothing yet", "# quick", "# one", "# only") if comment in text)
    assert hooking.with_hook(new, "x") == new


@pytest.mark.parametrize("text", ["repos: [", "- a\n", "repos: x\n", "a: 1\na: 2\n", "--- a\n--- b\n"])
def test_what_is_no_configuration_is_told_before_anything_is_written(newsroom, newslint, text):
    write(newsroom, hooking.HOOKS_NAME, text)
    done = newslint("init", "--pre-commit")
    assert done.code == 2
    assert hooking.HOOKS_NAME in done.err
    assert (newsroom / hooking.HOOKS_NAME).read_text("utf-8") == text
    assert not (newsroom / "newslint.yaml").exists()


def test_the_hook_goes_to_the_top_of_the_repository(newsroom, newslint):
    (newsroom / ".git").mkdir()
    write(newsroom, "site/posts/a.md", TEXT)
    newslint("init", "site", "--pre-commit")
    assert (newsroom / hooking.HOOKS_NAME).exists()
    again = newslint("init", "site", "--pre-commit")
    assert (again.code, "already" in again.out) == (0, True)


def archive(folder, stories):
    """A repository of so many stories: those of the newsroom again and again, each time a little different."""
    shutil.copytree(NEWSROOM, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns(".newslint_cache"))
    originals = [
        path for path in sorted(folder.rglob("*")) if path.suffix in (".md", ".txt") and path.name != "README.md"
    ]
    for n in range(stories - len(originals)):
        path = originals[n % len(originals)]
        data = path.read_bytes().replace(b"Saltmere", b"Saltmere %d" % n).replace(b"Monday", b"Monday, day %d," % n)
        path.with_name(f"{path.stem}-{n}{path.suffix}").write_bytes(data)
    git(folder, "init", "--quiet")


def test_an_archive_is_adopted_in_one_command_and_a_new_fault_fails_at_once(newsroom, newslint, monkeypatch):
    monkeypatch.delenv("PRE_COMMIT", raising=False)
    archive(newsroom, 100)
    done = newslint("check", "--write-baseline")
    assert done.code == 0, done.err
    clean = newslint("check", "--format", "json")
    assert (clean.code, clean.report["stories"], clean.rules) == (0, 100, [])
    git(newsroom, "add", "--all")
    git(newsroom, "commit", "--quiet", "--message", "all")
    story = next((newsroom / "news").glob("*market-hall-*.md"))
    story.write_text(story.read_text("utf-8") + "\nThe hall will will open in May.\n", encoding="utf-8")
    found = newslint("check", "--changed", "--format", "json")
    # at once: of all stories only the changed one is read
    assert (found.code, found.report["stories"], found.rules) == (1, 1, ["repeated-word"])
    git(newsroom, "checkout", "--quiet", "--", ".")
    assert newslint("check", "--changed").code == 0
