"""Budgets and --max-findings: a run fails above them and not below, and says so; its report shows all."""

import json

import pytest
from helpers import git, write

STORY = "Head of the story\n\nThe council agreed to to close the the bridge on on Monday, he said.\n"
ONLY = ("--select", "repeated-word")


@pytest.fixture
def three(newsroom):
    """A story in which one word stands twice, three times over."""
    write(newsroom, "a.txt", STORY)
    return newsroom


def settings(folder, text):
    write(folder, "newslint.yaml", text)


@pytest.mark.parametrize(("most", "code"), [(0, 1), (2, 1), (3, 0), (9, 0)])
def test_a_run_fails_only_above_so_many_findings(three, newslint, most, code):
    done = newslint("check", ".", *ONLY, "--max-findings", most)
    assert done.code == code
    assert done.out.count("warning[repeated-word]") == 3
    if most:
        said = f"3 of {most} allowed" if most >= 3 else f"3, more than the {most} allowed"
        assert f"--max-findings: {said}." in done.out


def test_what_does_not_reach_fail_on_does_not_count(three, newslint):
    done = newslint("check", ".", *ONLY, "--fail-on", "error", "--max-findings", "1")
    assert done.code == 0
    assert "allowed" not in done.out


@pytest.mark.parametrize("number", ["-1", "x", "1.5"])
def test_what_is_no_number_is_refused(three, newslint, number):
    done = newslint("check", ".", "--max-findings", number)
    assert done.code == 2
    assert "--max-findings" in done.err


@pytest.mark.parametrize("name", ["repeated-word", "language"])
@pytest.mark.parametrize(("most", "code"), [(2, 1), (3, 0)])
def test_a_budget_is_for_a_rule_or_a_topic(three, newslint, name, most, code):
    settings(three, f"budgets: {{{name}: {most}}}\n")
    for again in range(2):  # from the cache as well
        done = newslint("check", ".", *ONLY)
        assert done.code == code, again
        assert done.out.count("warning[repeated-word]") == 3
        assert f"{name}: 3 of 3 allowed." in done.out if code == 0 else f"{name}: 3, more than the 2" in done.out
    assert newslint("check", ".", *ONLY, "--no-cache").code == code
    assert newslint("check", ".", *ONLY, "--quiet").code == code


def test_a_rules_own_budget_goes_before_its_topics(three, newslint):
    settings(three, "budgets: {language: 0, repeated-word: 3}\n")
    assert newslint("check", ".", *ONLY).code == 0
    settings(three, "budgets: {language: 3, repeated-word: 2}\n")
    assert newslint("check", ".", *ONLY).code == 1


def test_what_budgets_leave_over_counts_for_all(three, newslint):
    settings(three, "rules: {lede-length: {max-words: 3, severity: warning}}\nbudgets: {repeated-word: 3}\n")
    both = ("--select", "repeated-word,lede-length")
    assert newslint("check", ".", *both).code == 1
    done = newslint("check", ".", *both, "--max-findings", "1")
    assert done.code == 0
    assert "repeated-word: 3 of 3 allowed; --max-findings: 1 of 1 allowed." in done.out
    settings(three, "rules: {lede-length: {max-words: 3, severity: warning}}\nbudgets: {repeated-word: 2}\n")
    assert newslint("check", ".", *both, "--max-findings", "3").code == 1
    assert newslint("check", ".", *both, "--max-findings", "4").code == 0


def test_each_configuration_has_its_own(three, newslint):
    (three / ".git").mkdir()
    settings(three, "budgets: {repeated-word: 3}\n")
    write(three, "desk/newslint.yaml", "extends: ../newslint.yaml\n")
    write(three, "desk/b.txt", STORY)
    done = newslint("check", ".", *ONLY)
    assert done.code == 0
    assert "repeated-word (desk/newslint.yaml): 3 of 3 allowed" in done.out.replace("\\", "/")
    write(three, "desk/newslint.yaml", "budgets: {repeated-word: 2}\n")
    assert newslint("check", ".", *ONLY).code == 1
    assert newslint("check", "a.txt", *ONLY).code == 0


def test_a_budget_that_changes_holds_at_once(three, newslint):
    settings(three, "budgets: {repeated-word: 3}\n")
    assert newslint("check", ".", *ONLY).code == 0
    settings(three, "budgets: {repeated-word: 1}\n")
    assert newslint("check", ".", *ONLY).code == 1


@pytest.mark.parametrize(("text", "line", "said"), [
    ("fail-on: warning\nbudgets: {repeated-wrod: 3}\n", 2, "did you mean “repeated-word”"),
    ("budgets:\n  languages: 3\n", 2, "did you mean “language”"),
    ("budgets: {repeated-word: -1}\n", 1, "a whole number of at least 0"),
    ("budgets: {repeated-word: many}\n", 1, "a whole number of at least 0"),
    ("budgets: 3\n", 1, "keys with values"),
])  # fmt: skip
def test_a_mistake_is_told_with_its_line(three, newslint, text, line, said):
    settings(three, text)
    done = newslint("check", ".")
    assert done.code == 2
    assert f"newslint.yaml:{line}:" in done.err
    assert said in done.err


def test_a_former_name_of_a_rule_holds(three, newslint):
    rule = (
        'id: crossing\nkind: existence\ntopic: language\nmessage: "not “{match}”"\nwhy: because\nterms: [bridge]\n'
        'aliases: [bridges]\nexamples: [{bad: "a [[bridge]]"}, {good: fine}]\n'
    )
    write(three, "crossing.yaml", rule)
    settings(three, "rule-files: crossing.yaml\nbudgets: {bridges: 1}\n")
    done = newslint("check", ".", "--select", "crossing")
    assert done.code == 0
    assert "crossing: 1 of 1 allowed" in done.out


def test_programs_are_told(three, newslint):
    settings(three, "budgets: {repeated-word: 3}\n")
    told = newslint("check", ".", *ONLY, "--format", "json", "--max-findings", "1").report["budgets"]
    assert told[0] == {**told[0], "name": "repeated-word", "found": 3, "allowed": 3}
    assert told[1] == {"name": "--max-findings", "found": 0, "allowed": 1}
    first = newslint("check", ".", *ONLY, "--format", "jsonl").out.splitlines()[0]
    assert json.loads(first)["budgets"] == told[:1]
    assert "3 of 3 allowed" in newslint("check", ".", *ONLY, "--format", "markdown").out
    assert "3 of 3 allowed" in newslint("check", ".", *ONLY, "--statistics").out


def test_they_count_what_is_reported(three, newslint):
    settings(three, "budgets: {repeated-word: 1}\n")
    newslint("check", ".", *ONLY, "--write-baseline")
    write(three, "a.txt", STORY + "\nLorries came to to turn back.\n")
    done = newslint("check", ".", *ONLY)
    assert done.code == 0
    assert "repeated-word: 1 of 1 allowed" in done.out
    git(three, "init", "-q")
    git(three, "add", "-A")
    git(three, "commit", "-qm", "all")
    write(three, "a.txt", STORY + "\nLorries came to to turn turn back.\n")
    only = (*ONLY, "--no-baseline")
    assert newslint("check", *only).code == 1
    assert "2, more than the 1 allowed" in newslint("check", *only, "--changed").out


def test_rules_over_several_stories_count_too(newsroom, newslint):
    for n in range(6):
        write(newsroom, f"{n}.txt", f"Day {n} at sea\n\nIt rained {n} days.\n\nOur paper thanks its readers\n")
    only = ("--select", "repeated-line", "--fail-on", "note")
    assert newslint("check", ".", *only).code == 1
    settings(newsroom, "budgets: {repeated-line: 1}\n")
    for _ in range(2):
        assert newslint("check", ".", *only).code == 0
