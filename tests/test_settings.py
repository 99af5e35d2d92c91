"""`newslint settings`: what holds for a path, and which line of which file says so."""

import pytest
from helpers import write

CONFIG = """\
extends: house.yaml
fail-on: error
exclude:
  - archive/
formats: {.story: html}
words: [brexity, remainy, leavey, courgettey, marrowy]
rules:
  chrome: note
  ad-label: off
  lede-length: {max-words: 35}
overrides:
  - {files: "opinion/**", kind: opinion, rules: {unattributed-quote: off}}
"""
HOUSE = """\
fail-on: note
min-confidence: high
style: {percent-form: sign}
rules: {ad-label: error, said-verbs: on, lede-length: {severity: error}}
"""


@pytest.fixture
def house(newsroom):
    write(newsroom, "newslint.yaml", CONFIG)
    write(newsroom, "house.yaml", HOUSE)
    return newsroom


def data(newslint, *arguments):
    done = newslint("settings", "--format", "json", *arguments)
    assert done.code == 0, done.err
    return done.report


def place(said, root):
    return said["file"].removeprefix(str(root)).lstrip("/\\"), said["line"]


def settings(newslint, root, *arguments):
    rows = data(newslint, *arguments)["settings"]
    return {(row["name"], row["part"]): (row["value"], row["by"], *place(row, root)) for row in rows}


def rule(newslint, root, rule_id, *arguments):
    [found] = [rule for rule in data(newslint, *arguments)["rules"] if rule["id"] == rule_id]
    return found["severity"], found["options"], [(by["name"], by["by"], *place(by, root)) for by in found["by"]]


def test_each_setting_has_the_line_that_sets_it(house, newslint):
    found = settings(newslint, house, "opinion/a.md")
    assert found["fail-on", ""] == ("error", "configuration", "newslint.yaml", 2)
    assert found["min-confidence", ""] == ("high", "configuration", "house.yaml", 2)
    assert found["as-of", ""] == ("story", "newslint", "", 0)
    assert found["exclude", ""] == (["archive/"], "configuration", "newslint.yaml", 3)
    assert found["formats", ".story"] == ("html", "configuration", "newslint.yaml", 5)
    assert found["words", ""][2:] == ("newslint.yaml", 6)
    assert found["kind", ""] == ("opinion", "configuration", "newslint.yaml", 12)
    assert ("kind", "") not in settings(newslint, house, "news/a.md")


def test_rules_tell_who_set_them(house, newslint):
    assert rule(newslint, house, "ad-label") == ("", {}, [("ad-label", "configuration", "newslint.yaml", 9)])
    assert rule(newslint, house, "said-verbs") == ("note", {}, [("said-verbs", "configuration", "house.yaml", 4)])
    severity, options, by = rule(newslint, house, "lede-length")
    assert (severity, options) == ("error", {"max-words": 35})
    assert [each[2:] for each in by] == [("house.yaml", 4), ("newslint.yaml", 10)]
    assert rule(newslint, house, "page-chrome")[2] == [("chrome", "configuration", "newslint.yaml", 8)]
    assert rule(newslint, house, "percent-form")[2] == [("style percent-form", "configuration", "house.yaml", 3)]
    assert rule(newslint, house, "repeated-word")[2] == []
    assert rule(newslint, house, "unattributed-quote", "opinion/a.md")[:2] == ("", {})
    assert rule(newslint, house, "unattributed-quote", "news/a.md")[0]


def test_the_command_line_stands_beside_the_files(house, newslint):
    given = ("--fail-on", "warning", "--exclude", "x/", "--extend-select", "serial-comma", "--ignore", "ad-label")
    done = data(newslint, *given)
    assert ["x/"] in [row["value"] for row in done["settings"] if row["by"] == "the command line"]
    assert settings(newslint, house, *given)["fail-on", ""][:2] == ("warning", "the command line")
    assert rule(newslint, house, "serial-comma", *given)[2] == [("--extend-select", "the command line", "", 0)]
    assert rule(newslint, house, "ad-label", *given)[2][-1] == ("--ignore", "the command line", "", 0)
    assert rule(newslint, house, "repeated-word", "--select", "quotes")[2] == [
        ("--select", "the command line", "", 0)
    ]


def test_people_read_it_line_by_line(house, newslint):
    out = newslint("settings", "opinion/a.md").out
    assert out.startswith("opinion/a.md: newslint.yaml\n")
    assert "  fail-on        error, by newslint.yaml:2\n" in out
    assert "brexity, remainy, leavey, 2 more, by newslint.yaml:6" in out
    assert "those for opinion/** hold here, by newslint.yaml:12" in out
    assert "percent-form sign, by house.yaml:3" in out
    assert "lede-length" in out
    assert "error, max-words: 35, by house.yaml:4 and newslint.yaml:10" in out
    assert "do not hold here" in newslint("settings", "news/a.md").out
    assert "no story that newslint would take" in newslint("settings", "archive/a.md").out


def test_without_a_configuration_all_is_newslints_own(newsroom, newslint):
    out = newslint("settings").out
    assert "no newslint.yaml" in out
    assert "  fail-on        warning, by newslint\n" in out
    assert "  all: " in out
    assert data(newslint)["configuration"] == ""


def test_what_a_stranger_wrote_is_shown_and_not_obeyed(newsroom, newslint):
    write(newsroom, "newslint.yaml", 'exclude: ["\\e[2J", "x\\n::error::y"]\n')
    out = newslint("settings").out
    assert "\x1b" not in out
    assert "\n::error" not in out
    assert r"\x1b[2J, x\n" in out


def test_a_mistake_is_told_as_check_tells_it(newsroom, newslint):
    write(newsroom, "newslint.yaml", "rules: {said-verb: on}\n")
    done = newslint("settings")
    assert (done.code, "newslint.yaml:1:9" in done.err) == (2, True)


def test_budgets_are_shown_with_their_lines(house, newslint):
    write(house, "newslint.yaml", "extends: house.yaml\nbudgets:\n  chrome: 4\n")
    write(house, "house.yaml", "budgets: {chrome: 9, repeated-word: 0}\n")
    found = settings(newslint, house)
    assert found["budgets", "chrome"] == ("4", "configuration", "newslint.yaml", 3)
    assert found["budgets", "repeated-word"] == ("0", "configuration", "house.yaml", 1)
    assert "budgets" in newslint("settings").out
