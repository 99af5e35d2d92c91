"""newslint.yaml decides which rules run where, and every mistake in it is shown with its place."""

import pytest

HOUSE_RULE = """\
id: {id}
kind: existence
topic: language
message: "Not “{{match}}”."
why: The desk decided so.
terms: [{term}]
examples: [{{bad: "a [[{term}]]"}}, {{good: fine}}]
"""


@pytest.fixture
def desk(newsroom):
    rules = newsroom / "desk"
    rules.mkdir()
    for n, term in enumerate(("whilst", "amongst")):
        (rules / f"rule-{n}.yaml").write_text(HOUSE_RULE.format(id=f"rule-{n}", term=term), encoding="utf-8")
    story = newsroom / "news" / "a.txt"
    story.parent.mkdir()
    story.write_text("Head of the story\n\nThey met whilst it rained. They stood amongst trees.\n", encoding="utf-8")
    (newsroom / "opinion").mkdir()
    (newsroom / "opinion" / "b.txt").write_text(story.read_text(encoding="utf-8"), encoding="utf-8")

    def write(text):
        (newsroom / "newslint.yaml").write_text("rule-files: [desk]\n" + text, encoding="utf-8")

    write("")
    return write


def findings(newslint, *arguments):
    done = newslint("check", "--format", "json", "--ignore", "chrome,structure", *arguments)
    assert done.code in (0, 1), done.err
    return [(f["path"].replace("\\", "/"), f["rule"], f["severity"]) for f in done.report["findings"]]


def test_rule_files_of_the_house_run_beside_the_built_in_ones(desk, newslint):
    assert findings(newslint, "news") == [("news/a.txt", "rule-0", "warning"), ("news/a.txt", "rule-1", "warning")]


def test_rules_can_be_off_or_of_another_severity(desk, newslint):
    desk("rules: {rule-0: off, rule-1: {severity: error}}\n")
    assert findings(newslint, "news") == [("news/a.txt", "rule-1", "error")]


def test_a_topic_speaks_for_its_rules_and_a_rule_for_itself(desk, newslint):
    desk("rules: {rule-1: note, language: off}\n")
    assert findings(newslint, "news") == [("news/a.txt", "rule-1", "note")]


def test_all_off_leaves_only_the_rules_named(desk, newslint):
    desk("rules: {all: off, rule-1: on}\n")
    assert findings(newslint, ".") == [("news/a.txt", "rule-1", "warning"), ("opinion/b.txt", "rule-1", "warning")]


def test_overrides_go_by_path_and_the_last_one_wins(desk, newslint):
    desk(
        "rules: {rule-1: off}\noverrides:\n"
        "- {files: 'opinion/**', rules: {rule-0: off}}\n"
        "- {files: '{opinion,sport}/*.txt', rules: {rule-0: note}}\n"
    )
    assert findings(newslint, ".") == [("news/a.txt", "rule-0", "warning"), ("opinion/b.txt", "rule-0", "note")]


def test_stories_and_exclude_choose_the_files_below_a_folder(desk, newslint, newsroom):
    desk("stories: ['**/*.txt']\nexclude: ['opinion/']\n")
    (newsroom / "README.txt").write_text("They met whilst it rained.\n", encoding="utf-8")
    assert {path for path, *_ in findings(newslint, ".")} == {"news/a.txt", "README.txt"}
    assert findings(newslint, "opinion/b.txt")
    assert findings(newslint, "--force-exclude", "opinion/b.txt") == []


def test_without_a_configuration_project_files_are_no_stories(newsroom, newslint):
    for name in ("README.md", "LICENSE.txt", "requirements.txt", "node_modules/a.txt", ".hidden/a.txt", "a.py"):
        path = newsroom / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x\n", encoding="utf-8")
    assert newslint("check", ".", "--format", "json").report["stories"] == 0


def test_a_file_is_checked_with_the_nearest_configuration(desk, newslint, newsroom):
    (newsroom / "opinion" / "newslint.yaml").write_text("rules: {all: off}\n", encoding="utf-8")
    assert {path for path, *_ in findings(newslint, ".")} == {"news/a.txt"}


def test_a_named_configuration_beats_the_nearest(desk, newslint, newsroom):
    (newsroom / "other.yaml").write_text("rules: {all: off}\n", encoding="utf-8")
    assert findings(newslint, "--config", "other.yaml", "news") == []
    assert newslint("check", "--config", "none.yaml", "news").code == 2


def test_a_style_is_extended_and_the_file_beats_it(desk, newslint, newsroom):
    (newsroom / "house.yaml").write_text("rules: {rule-0: error, rule-1: error}\nfail-on: error\n", encoding="utf-8")
    desk("extends: house.yaml\nrules: {rule-1: off}\n")
    assert findings(newslint, "news") == [("news/a.txt", "rule-0", "error")]


def test_a_style_switches_on_the_rules_of_the_axes_it_sets(newsroom, newslint):
    (newsroom / "a.txt").write_text("Head of the story\n\nSales rose 4 percent.\n", encoding="utf-8")
    assert "percent-form" not in newslint("check", "a.txt", "--format", "json").rules
    (newsroom / "newslint.yaml").write_text("style: {percent-form: sign}\n", encoding="utf-8")
    assert "percent-form" in newslint("check", "a.txt", "--format", "json").rules


def test_select_runs_rules_that_are_off_and_ignore_takes_some_away(desk, newslint):
    desk("rules: {rule-0: off}\n")
    assert [r for _, r, _ in findings(newslint, "--select", "rule-0", "news")] == ["rule-0"]
    assert [r for _, r, _ in findings(newslint, "--select", "language", "--ignore", "rule-0", "news")] == ["rule-1"]


def test_fail_on_and_severity_decide_the_exit_code(desk, newslint):
    desk("rules: {all: off, rule-0: note}\n")
    assert newslint("check", "news").code == 0
    assert newslint("check", "--fail-on", "note", "news").code == 1
    assert newslint("check", "--fail-on", "note", "--exit-zero", "news").code == 0
    desk("rules: {all: off, rule-0: warning}\nfail-on: error\n")
    assert newslint("check", "news").code == 0


def test_rules_for_a_path_shows_what_holds_there(desk, newslint):
    desk("overrides: [{files: 'opinion/*', rules: {rule-0: off}}]\n")
    rules = {r["id"]: r for r in newslint("rules", "--for", "opinion/b.txt", "--format", "json").report["rules"]}
    assert not rules["rule-0"]["on"]
    assert rules["rule-1"]["on"]


def test_since_and_until_go_by_the_day(desk, newslint, newsroom):
    for n, line in enumerate(("until: 2019-01-01", "since: 2019-01-01")):
        path = newsroom / "desk" / f"rule-{n}.yaml"
        path.write_text(path.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")
    assert [r for _, r, _ in findings(newslint, "news")] == ["rule-1"]
    desk("as-of: '2018-06-01'\n")
    assert [r for _, r, _ in findings(newslint, "news")] == ["rule-0"]


def test_conditions_on_the_kind_of_story_hold(desk, newslint, newsroom):
    path = newsroom / "desk" / "rule-0.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "unless: {kind: opinion}\n", encoding="utf-8")
    path = newsroom / "desk" / "rule-1.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "when: {headline: head of}\n", encoding="utf-8")
    done = newslint("check", ".")
    assert done.code == 2
    assert "unknown key “headline”" in done.err
    path.write_text(
        path.read_text(encoding="utf-8").replace("headline: head of", "byline: [agency]"), encoding="utf-8"
    )
    desk("overrides: [{files: 'opinion/*', kind: opinion}]\n")
    assert findings(newslint, ".") == [("news/a.txt", "rule-0", "warning")]


@pytest.mark.parametrize(
    ("text", "message", "place"),
    [
        ("rulez: {}\n", "unknown key “rulez”", "2:1"),
        ("rules: {unatributed-quote: off}\n", "did you mean “unattributed-quote”?", "2:9"),
        ("rules: {rule-0: loud}\n", "expected one of note, warning, error, off, on, found “loud”", "2:17"),
        ("rules: {rule-0: {depth: 3}}\n", "has no option “depth”", "2:25"),
        ("rules: {lede-length: {max-words: many}}\n", "expected a whole number of at least 1, found “many”", "2:34"),
        ("rules: {rule-0: {severity: odd}}\n", "found “odd”", "2:28"),
        ("rules: {all: maybe}\n", "found “maybe”", "2:14"),
        ("rules: [a]\n", "expected keys with values", "2:8"),
        ("style: {percent-from: sign}\n", "did you mean “percent-form”", "2:9"),
        ("style: {percent-form: words}\n", "expected one of sign, percent, per-cent", "2:23"),
        ("extends: [app]\n", "unknown style “app”", "2:11"),
        ("extends: newslint.yaml\n", "extends itself", "2:10"),
        ("extends: nowhere.yaml\n", "there is no style file", "2:10"),
        ("fail-on: never\n", "expected one of note, warning, error", "2:10"),
        ("as-of: monday\n", "expected “story”, “today” or a date", "2:8"),
        ("fields: {hedline: [title]}\n", "did you mean “headline”?", "2:10"),
        ("overrides: [{rules: {}}]\n", "“files” is missing", "2:13"),
        ("stories: 3\n", "expected a text, found “3”", "2:10"),
        ("a: 1\na: 2\n", "is there twice", "3:1"),
        ("rules: {a: [}\n", "not valid YAML", "2:13"),
        ("---\nfail-on: note\n", "a second YAML document", "3:1"),
    ],
)
def test_a_mistake_is_shown_with_file_line_column_and_what_was_expected(desk, newslint, text, message, place):
    desk(text)
    done = newslint("check", ".")
    assert done.code == 2
    assert message in done.err
    assert f"newslint.yaml:{place}:" in done.err
    assert "Traceback" not in done.err


def test_an_unknown_rule_on_the_command_line_is_an_error(newsroom, newslint):
    done = newslint("check", "--select", "page-crome", ".")
    assert done.code == 2
    assert "did you mean “page-chrome”" in done.err


def test_a_missing_rule_file_is_an_error(newsroom, newslint):
    (newsroom / "newslint.yaml").write_text("rule-files: [nowhere]\n", encoding="utf-8")
    done = newslint("check", ".")
    assert done.code == 2
    assert "newslint.yaml:1:14: there is no rule file “nowhere”" in done.err


def test_a_rule_that_stands_twice_is_an_error(desk, newslint, newsroom):
    (newsroom / "desk" / "again.yaml").write_text(HOUSE_RULE.format(id="rule-0", term="x"), encoding="utf-8")
    done = newslint("check", ".")
    assert done.code == 2
    assert "two rules are called “rule-0”" in done.err


def test_a_topic_is_no_name_for_a_rule(desk, newslint, newsroom):
    (newsroom / "desk" / "again.yaml").write_text(HOUSE_RULE.format(id="quotes", term="x"), encoding="utf-8")
    assert "the name of a topic" in newslint("check", ".").err
