"""What a clone brings along cannot make newslint write or read outside of it: links, paths, a cache, a report."""

import os
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")

FAULTY = "Council closes the bridge\n\nThe council agreed to to close $(touch ran) the old bridge `touch ran`.\n"
HOUSE = "names:\n  - name: Ilse Brandt\n"


@pytest.fixture
def clone(newsroom, monkeypatch):
    """A repository with a story, beside what is not of it."""
    folder = newsroom / "clone"
    (folder / ".git").mkdir(parents=True)
    (folder / "newslint.yaml").write_text("")
    (folder / "a.txt").write_text(FAULTY)
    (newsroom / "bashrc").write_text("alias ll='ls -l'\n")
    (newsroom / "house.yaml").write_text(HOUSE)
    monkeypatch.chdir(folder)
    return folder


def files_in(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# --- the cache


def test_a_kept_result_that_is_a_link_is_not_written_through(clone, newslint):
    kept = clone / ".newslint_cache"
    kept.mkdir()
    for number in range(64):
        (kept / f"results-{number:02}.txt").symlink_to("../../bashrc")
    (kept / "judged.txt").symlink_to("../../bashrc")
    assert newslint("check", ".").code == 1
    assert (clone.parent / "bashrc").read_text() == "alias ll='ls -l'\n"


def test_a_cache_folder_that_is_a_link_is_not_used_and_told_of_once(clone, newslint):
    (clone.parent / "elsewhere").mkdir()
    (clone / ".newslint_cache").symlink_to("../elsewhere")
    done = newslint("check", ".")
    assert done.code == 1
    assert done.err.count("no cache is kept in") == 1
    assert "it is a symbolic link" in done.err
    assert list((clone.parent / "elsewhere").iterdir()) == []


def test_a_cache_folder_of_somebody_else_is_not_used(clone, newslint, monkeypatch):
    (clone / ".newslint_cache").mkdir()
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    done = newslint("check", ".")
    assert done.code == 1
    assert "it belongs to somebody else" in done.err
    assert list((clone / ".newslint_cache").iterdir()) == []


def test_the_folder_of_the_environment_is_no_link_either(clone, newslint, monkeypatch):
    (clone.parent / "elsewhere").mkdir()
    (clone / "cache").symlink_to("../elsewhere")
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(clone / "cache"))
    done = newslint("check", ".")
    assert "it is a symbolic link" in done.err
    assert list((clone.parent / "elsewhere").iterdir()) == []


def test_what_a_story_says_stands_in_the_cache_as_letters_and_digits(clone, newslint):
    newslint("check", ".")
    kept = b"".join(path.read_bytes() for path in (clone / ".newslint_cache").glob("*.txt"))
    assert kept
    assert not set(kept) & set(b"$`(){};&|<>!*?~'\"\\#")
    assert newslint("check", ".", "-v").err.count("1 of them unchanged") == 1


# --- what is written by name


@pytest.mark.parametrize("form", ["json", "human", "html"])
def test_a_report_goes_through_no_link(clone, newslint, form):
    for name in ("r.json", "r.json.part"):
        (clone / name).symlink_to("../bashrc")
    done = newslint("check", "a.txt", "--format", form, "--output", "r.json")
    assert done.code == 2
    assert "symbolic link" in done.err
    (clone / "r.json").unlink()
    assert newslint("check", "a.txt", "--format", form, "--output", "r.json").code == 1
    assert (clone / "r.json").read_text() != ""
    assert (clone.parent / "bashrc").read_text() == "alias ll='ls -l'\n"
    assert (clone / "r.json.part").is_symlink()


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("newslint-baseline.json", ("check", ".", "--write-baseline")),
        ("newslint-names.yaml", ("learn", ".", "--least", "1")),
        ("newslint-words.txt", ("learn", ".", "--least", "1")),
        (".pre-commit-config.yaml", ("init", "--pre-commit", "--yes")),
    ],
)
def test_no_file_that_newslint_keeps_in_a_repository_is_written_through_a_link(clone, newslint, name, arguments):
    (clone / "b.txt").write_text("Council\n\nMayor Ilse Brandt spoke. Ilse Brandt and Jon Petersen left.\n" * 3)
    target = clone.parent / "empty"
    target.write_text("")
    (clone / name).symlink_to("../empty")
    done = newslint(*arguments)
    assert done.code == 2, done
    assert target.read_text() == ""
    assert (clone / name).is_symlink()


def test_a_new_configuration_is_not_made_where_a_dangling_link_leads(clone, newslint):
    (clone / "newslint.yaml").unlink()
    (clone / "newslint.yaml").symlink_to("../made")
    done = newslint("init", "--yes")
    assert done.code == 2, done
    assert not (clone.parent / "made").exists()


# --- what is read


@pytest.mark.parametrize("key", ["names", "words", "extends", "rule-files"])
@pytest.mark.parametrize("way", ["../house.yaml", "{outside}/house.yaml", "link.yaml"])
def test_a_configuration_names_nothing_outside_of_its_repository(clone, newslint, key, way):
    (clone.parent / "house.yaml").write_text("root:x:0:0:secret words\n")
    (clone / "link.yaml").symlink_to("../house.yaml")
    (clone / "newslint.yaml").write_text(f"{key}: {way.format(outside=clone.parent)}\n")
    done = newslint("check", ".")
    assert done.code == 2
    assert "newslint.yaml:1:" in done.err
    assert "the repository" in done.err
    assert "--allow-outside" in done.err
    assert "secret" not in done.out + done.err


def test_the_flag_allows_names_and_links_outside(clone, newslint):
    (clone / "newslint.yaml").write_text("names: ../house.yaml\n")
    assert newslint("check", ".").code == 2
    assert newslint("check", ".", "--allow-outside").code == 1
    (clone.parent / "b.txt").write_text(FAULTY)
    (clone / "b.txt").symlink_to("../b.txt")
    done = newslint("check", ".", "--allow-outside", "--format", "json")
    assert done.report["stories"] == 2


def test_a_story_found_behind_a_link_out_of_the_repository_is_told_and_not_read(clone, newslint):
    (clone.parent / "b.txt").write_text("Secret\n\nThe secret secret words of somebody are here here.\n")
    (clone / "b.txt").symlink_to("../b.txt")
    (clone / "c.txt").symlink_to("a.txt")
    done = newslint("check", ".")
    assert done.code == 2
    assert "b.txt: it is a link that leads out of the repository" in done.out
    assert "secret" not in done.out.casefold()
    assert "c.txt:3" in done.out
    assert newslint("check", "b.txt").code == 1  # who names it wants it


def test_a_configuration_that_is_a_link_out_of_the_repository_is_refused(clone, newslint):
    (clone.parent / "secret").write_text("root:x:0:0:secret words\n")
    (clone / "newslint.yaml").unlink()
    (clone / "newslint.yaml").symlink_to("../secret")
    done = newslint("check", ".")
    assert done.code == 2
    assert "leads out of the repository" in done.err
    assert "words" not in done.err


# --- a report in the place of a story


@pytest.mark.parametrize(
    "command", [("check", "a.txt"), ("check", "b.txt"), ("fix", "."), ("check", "a.txt", "--diff")]
)
def test_a_report_takes_the_place_of_no_story(clone, newslint, command):
    (clone / "b.txt").write_text("Another story\n\nNothing is wrong with it.\n")
    before = files_in(clone)
    done = newslint(*command, "--output", "b.txt")
    assert done.code == 2
    assert "b.txt: the report is not written: this file is a story" in done.err
    assert files_in(clone) == before


@pytest.mark.parametrize(("form", "name"), [("human", "r.txt"), ("markdown", "r.md"), ("json", "r.json")])
def test_an_older_report_is_replaced(clone, newslint, form, name):
    for _ in range(2):
        assert newslint("check", "a.txt", "--format", form, "--output", name).code == 1
    assert "to to" in (clone / name).read_text()


RULE = """\
id: leak
kind: existence
topic: language
message: "x “{match}”"
why: because
terms: [council]
examples: [{bad: "A [[council]]"}]
"""


@pytest.mark.parametrize("where", ["rules/a.yaml", "rules/deep/a.yaml"])
def test_a_folder_of_rules_holds_no_link_out_of_the_repository(clone, newslint, where):
    (clone.parent / "r.yaml").write_text(RULE)
    link = clone / where
    link.parent.mkdir(parents=True)
    link.symlink_to(clone.parent / "r.yaml")
    (clone / "newslint.yaml").write_text("rule-files: rules\n")
    done = newslint("check", ".")
    assert done.code == 2
    assert "“rules” lies outside of the repository" in done.err
    assert "leak" in newslint("check", ".", "--allow-outside").out


def test_a_baseline_that_is_a_link_out_of_the_repository_is_refused(clone, newslint):
    assert newslint("check", "--write-baseline").code == 0
    (clone / "newslint-baseline.json").rename(clone.parent / "b.json")
    (clone / "newslint-baseline.json").symlink_to("../b.json")
    done = newslint("check", ".")
    assert done.code == 2
    assert "this baseline is a link that leads out of the repository" in done.err


def test_names_are_not_learnt_through_a_link(clone, newslint):
    (clone.parent / "names.yaml").write_text("SECRET: 1\n")
    (clone / "newslint-names.yaml").symlink_to("../names.yaml")
    done = newslint("learn", ".", "--least", "1")
    assert done.code == 2
    assert "SECRET" not in done.err + done.out
