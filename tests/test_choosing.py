"""What a command line adds to the configuration: files left out, rules added, every rule; and where that ends."""

import json

import pytest
from helpers import FAULTY, write

from newslint import cli
from newslint.arguments import globs_in
from newslint.base.errors import NewslintError
from newslint.config.settings import Settings
from newslint.engine.workspace import Workspace


@pytest.fixture
def stories(newsroom):
    for name in ("a.txt", "drafts/b.txt", "wire/c.txt", "wire/d.md"):
        write(newsroom, name, FAULTY)
    return newsroom


def checked(newslint, *arguments):
    done = newslint("check", ".", "--format", "json", "--select", "repeated-word", *arguments)
    assert done.code in (0, 1), done.err
    return [finding["path"].replace("\\", "/") for finding in done.report["findings"]]


def test_exclude_leaves_files_out_beside_those_of_the_configuration(stories, newslint):
    write(stories, "newslint.yaml", "exclude: [drafts/]\n")
    assert checked(newslint) == ["a.txt", "wire/c.txt", "wire/d.md"]
    assert checked(newslint, "--exclude", "wire/*.{txt,rtf}") == ["a.txt", "wire/d.md"]
    assert checked(newslint, "--exclude", "wire/,nothing") == ["a.txt"]
    assert checked(newslint) == ["a.txt", "wire/c.txt", "wire/d.md"]  # what is kept knows the two apart


def test_exclude_sees_paths_from_the_current_folder_whatever_configuration_holds(stories, newslint):
    write(stories, "wire/newslint.yaml", "fail-on: error\n")
    assert checked(newslint, "--exclude", "wire/c.txt") == ["a.txt", "drafts/b.txt", "wire/d.md"]


def test_a_story_that_is_named_is_checked_whatever_is_excluded_unless_that_is_forced(stories, newslint):
    assert newslint("check", "a.txt", "--exclude", "a.txt").code == 1
    done = newslint("check", "a.txt", "--exclude", "a.txt", "--force-exclude")
    assert (done.code, done.out) == (0, "0 stories checked: nothing found.\n")


def test_to_exclude_all_is_no_pass_and_says_why(stories, newslint):
    done = newslint("check", ".", "--exclude", "*.txt,*.md")
    assert done.code == 2
    assert "what --exclude leaves out (“*.txt”, “*.md”)" in done.out


@pytest.mark.parametrize("pattern", ["[z-a].txt", "*a*b*c*d*e*.txt", "a\0"])
def test_a_pattern_that_cannot_be_used_is_told(stories, newslint, pattern):
    done = newslint("check", ".", "--exclude", pattern)
    assert (done.code, "--exclude: " in done.err) == (2, True)
    with pytest.raises(NewslintError):
        Workspace(Settings(exclude=(pattern,)))


def test_commas_in_braces_are_the_patterns_own():
    assert globs_in("a/{b,c}.txt, d ,,{e,f") == ("a/{b,c}.txt", "d", "{e,f")
    assert globs_in("") == ()


def test_the_baseline_keeps_what_a_run_leaves_out(stories, newslint):
    write(stories, "newslint.yaml", "")
    newslint("check", ".", "--write-baseline", "--select", "repeated-word")
    before = (stories / "newslint-baseline.json").read_text(encoding="utf-8")
    assert newslint("check", ".", "--prune-baseline", "--exclude", "wire/").code == 0
    assert (stories / "newslint-baseline.json").read_text(encoding="utf-8") == before


def rules_on(newslint, *arguments):
    done = newslint("settings", "--format", "json", *arguments)
    assert done.code == 0, done.err
    return {rule["id"] for rule in done.report["rules"] if rule["on"]}


def test_extend_select_adds_to_what_is_on_and_ignore_takes_away_from_both(newsroom, newslint):
    on = rules_on(newslint)
    assert "said-verbs" not in on
    assert rules_on(newslint, "--extend-select", "said-verbs") == on | {"said-verbs"}
    added = rules_on(newslint, "--extend-select", "quotes", "--ignore", "said-verbs,repeated-word")
    assert not added & {"said-verbs", "repeated-word"}
    assert added > on - {"repeated-word"}
    assert rules_on(newslint, "--select", "repeated-word", "--extend-select", "serial-comma") == {
        "repeated-word", "serial-comma"
    }  # fmt: skip


def test_extend_select_finds_what_a_configuration_switched_off_and_the_cache_knows_it(faulty, newslint, newsroom):
    write(newsroom, "newslint.yaml", "rules: {repeated-word: off}\n")
    assert newslint("check", "a.txt").code == 0
    assert newslint("check", "a.txt", "--extend-select", "repeated-word").code == 1
    assert newslint("check", "a.txt").code == 0


def test_select_all_runs_every_rule_there_is(newsroom, newslint):
    known = {rule["id"] for rule in newslint("rules", "--format", "json").report["rules"]}
    assert rules_on(newslint, "--select", "all") == known
    assert rules_on(newslint, "--select", "all", "--ignore", "quotes") < known


@pytest.mark.parametrize(
    ("option", "word", "near"),
    [
        ("--extend-select", "said-verb", "“said-verbs”"),
        ("--select", "quots", "“quotes”"),
        ("--ignore", "all", "“newslint rules” lists them"),
    ],
)
def test_a_name_that_is_not_known_is_told_with_the_nearest(faulty, newslint, option, word, near):
    for _ in range(2):
        done = newslint("check", "a.txt", option, word)
        assert (done.code, f"unknown rule or topic “{word}”" in done.err, near in done.err) == (2, True, True)


def test_fix_without_a_path_takes_the_stories_that_check_takes(stories, newslint):
    write(stories, "newslint.yaml", "exclude: [drafts/]\n")
    command = ("fix", "--unsafe", "--select", "repeated-word", "--exclude", "wire/c.txt")
    assert newslint(*command, "--diff").out.count("--- ") == 2
    assert newslint(*command).code == 0
    names = ("a.txt", "drafts/b.txt", "wire/c.txt", "wire/d.md")
    left = [name for name in names if "to to" in (stories / name).read_text("utf-8")]
    assert left == ["drafts/b.txt", "wire/c.txt"]


def test_the_command_line_stays_as_quick_to_read():
    command, given = cli.read(["check", "--exclude", "a,b", "--extend-select", "quotes", "--select", "all"])
    assert (command.place, given.exclude, given.extend_select, given.select) == (1, ("a", "b"), ("quotes",), ("all",))
    assert json.dumps(given.paths) == '["."]'


def test_a_style_holds_over_that_of_the_configuration(newsroom, newslint):
    write(newsroom, "newslint.yaml", "extends: [ap]\n")
    write(newsroom, "a.txt", "Fares\n\nPORT ANN (AP) — Fares rose 12 percent on Monday, the mayor said.\n")

    def of_percent(*arguments):
        done = newslint("check", ".", "--format", "json", *arguments)
        return [each["match"] for each in done.report["findings"] if each["rule"] == "percent-form"]

    assert of_percent("--style", "bbc") == ["12 percent"]
    assert of_percent("--style", "ap") == of_percent()
    assert newslint("check", ".", "--style", "bcb").code == 2
