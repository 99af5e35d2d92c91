"""A gate that sees no story says so and fails: nothing found is not the same as nothing seen."""

import io
import os

import pytest
from helpers import RULE_FILE, plain, workspace, write

from newslint.base.globs import relative
from newslint.base.text import Span
from newslint.commands import init
from newslint.engine.engine import Engine
from newslint.model.rule import Rule
from newslint.rulebook.waiting import Rules

STORY = "Town to vote\n\nThe council met on Monday and put the vote off until the spring.\n"


def test_patterns_that_match_no_file_fail_with_the_pattern_and_its_line(newsroom, newslint):
    write(newsroom, "content/a.txt", STORY)
    write(newsroom, "newslint.yaml", "fail-on: error\nstories:\n  - contents/**/*.txt\n")
    for command in (("check",), ("check", "content"), ("check", "--fix"), ("check", "--write-baseline")):
        done = newslint(*command)
        assert done.code == 2, command
        assert "“contents/**/*.txt” (newslint.yaml, line 2)" in done.out + done.err


@pytest.mark.parametrize("beside", [(), ("content",)])
def test_a_folder_without_a_story_fails_and_the_others_are_checked(newsroom, newslint, beside):
    write(newsroom, "content/a.txt", STORY)
    (newsroom / "drafts").mkdir()
    done = newslint("check", "drafts", *beside, "--format", "json")
    assert done.code == 2
    assert done.report["stories"] == len(beside)
    assert [failure["path"] for failure in done.report["failures"]] == ["drafts"]


def test_a_folder_without_a_story_passes_where_that_is_asked_for(newsroom, newslint):
    (newsroom / "drafts").mkdir()
    assert newslint("check", "drafts", "--allow-empty").code == 0


def test_files_that_a_hook_names_and_the_configuration_leaves_out_pass(newsroom, newslint):
    write(newsroom, "drafts/a.txt", STORY)
    write(newsroom, "newslint.yaml", "exclude: [drafts/]\n")
    assert newslint("check", "--force-exclude", "drafts/a.txt").code == 0
    assert newslint("check", "--force-exclude", "drafts/a.pdf").code == 0


@pytest.mark.parametrize("name", ["a.qxp", "a.idml", "a.PPTX"])
def test_a_file_of_a_kind_that_is_not_read_fails(newsroom, newslint, name):
    write(newsroom, name, STORY)
    write(newsroom, "b.txt", STORY)
    done = newslint("check", name, "b.txt", "--format", "json")
    assert (done.code, done.report["stories"]) == (2, 1)
    assert "does not read ." + name[2:].lower() in done.report["failures"][0]["message"]


@pytest.mark.parametrize("command", ["show", "learn"])
@pytest.mark.parametrize("path", ["a.qxp", "drafts"])
def test_other_commands_say_so_too(newsroom, newslint, command, path):
    write(newsroom, "a.qxp", STORY)
    (newsroom / "drafts").mkdir()
    done = newslint(command, path)
    assert done.code == 2
    assert path in done.out + done.err


def test_patterns_are_shown_cut_short_and_without_signs_that_a_terminal_obeys(newsroom, newslint):
    patterns = [rf'  - "\e[31m{"x" * 500}{n}/*.txt"' for n in range(200)]
    write(newsroom, "newslint.yaml", "stories:\n" + "\n".join(patterns) + "\n")
    done = newslint("check")
    assert done.code == 2
    assert "\x1b" not in done.out
    assert "197 more" in done.out
    assert len(done.out) < 600


def test_a_file_without_an_ending_is_read_as_plain_text(newsroom, newslint):
    write(newsroom, "story", STORY)
    assert newslint("check", "story").code == 0


def test_a_folder_that_cannot_be_read_fails(newsroom, newslint, monkeypatch):
    write(newsroom, "content/a.txt", STORY)
    write(newsroom, "content/closed/b.txt", STORY)
    listed = os.scandir

    def scandir(path):
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", path)
        return listed(path)

    monkeypatch.setattr(os, "scandir", scandir)
    done = newslint("check", "content", "--format", "json")
    assert (done.code, done.report["stories"]) == (2, 1)
    assert done.report["failures"] == [
        {"path": os.path.join("content", "closed"), "message": "this folder cannot be read: Permission denied"}
    ]


def test_yes_to_the_stories_that_were_found_is_no_pattern(newsroom, newslint):
    write(newsroom, "content/a.txt", STORY)
    answers = iter(("", "y", "n"))
    init.adopt(".", init.Wishes(), lambda question: next(answers))
    assert "- y" not in (newsroom / "newslint.yaml").read_text()
    assert newslint("check").code == 0


@pytest.mark.parametrize("kind", ["opinon", "", "live blogs"])
def test_a_kind_of_story_that_nobody_knows_fails_with_its_line_and_the_known_ones(newsroom, newslint, kind):
    write(newsroom, "a.txt", STORY)
    write(newsroom, "newslint.yaml", f"fail-on: error\noverrides:\n  - files: '*.txt'\n    kind: '{kind}'\n")
    done = newslint("check")
    assert done.code == 2
    assert f"newslint.yaml:4:11: overrides → kind: there is no kind of story “{kind}”" in done.err
    assert "interview, letters, list, live, news" in done.err


@pytest.mark.parametrize(("kind", "genre"), [("Column", "opinion"), ("live blog", "live"), ("opinion", "opinion")])
def test_a_kind_of_story_goes_by_its_other_names_too(newsroom, newslint, kind, genre):
    write(newsroom, "a.txt", STORY)
    write(newsroom, "newslint.yaml", f"overrides: [{{files: '*.txt', kind: {kind}}}]\n")
    assert newslint("show", "a.txt", "--format", "json").report["stories"][0]["kind"] == genre


def test_a_kind_of_story_that_only_a_rule_of_the_house_knows_is_known(newsroom, newslint):
    rule = RULE_FILE.format(id="house/marrow", kind="existence", topic="language")
    write(newsroom, "rules/marrow.yaml", f"{rule}when: {{kind: garden}}\n".replace("bad: ", "kind: garden, bad: "))
    write(newsroom, "a.txt", STORY.replace("vote off", "marrow off"))
    write(newsroom, "newslint.yaml", "rule-files: [rules]\noverrides: [{files: '*.txt', kind: garden}]\n")
    assert "house/marrow" in newslint("check", "a.txt", "--format", "json").rules


@pytest.mark.parametrize(
    "config",
    [
        "rules: {weekday-date-mismatch: error}",
        "rules: {weekday-date-mismatch: {severity: error}}",
        "rules: {dates: error, weekday-date-mismatch: on}",
        "overrides: [{files: '**', rules: {weekday-date-mismatch: error}}]",
    ],
)
def test_the_severity_that_the_house_sets_stands(newsroom, newslint, config):
    write(newsroom, "a.md", "---\ndate: 2026-03-02\n---\n\nThe council met on Monday, March 3, and put it off.\n")
    write(newsroom, "newslint.yaml", f"{config}\n")
    found = newslint("check", "a.md", "--format", "json").report["findings"]
    assert {each["severity"] for each in found if each["rule"] == "weekday-date-mismatch"} == {"error"}


def test_a_rule_cannot_make_less_of_what_the_house_calls_an_error():
    class Timid(Rule):
        id, topic, message = "house/timid", "language", "perhaps"

        def check(self, story):
            yield self.finding(Span(0, 4), severity="note")

    def found(**keys):
        profile = workspace().config("").profile("a.txt")._replace(held=Rules([Timid().with_(**keys)]))
        return Engine(profile).check(plain(STORY))

    assert [each.severity for each in found()] == ["note"]
    assert [each.severity for each in found(severity="error", severity_set=True)] == ["error"]


@pytest.mark.parametrize("command", [("check", "-"), ("fix", "-"), ("fix", "-", "--diff"), ("show", "-")])
def test_standard_input_of_a_kind_that_is_not_read_fails_and_is_not_lost(newsroom, newslint, monkeypatch, command):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(STORY.encode())))
    done = newslint(*command, "--stdin-name", "a.qxp")
    assert done.code == 2
    assert "a.qxp: newslint does not read .qxp files" in done.err
    assert done.out == (STORY if command == ("fix", "-") else "")


def test_a_folder_of_mdx_is_read_and_a_link_to_nowhere_is_named(newsroom, newslint):
    write(newsroom, "mdx/a.mdx", STORY)
    assert newslint("check", "mdx", "--format", "json").report["stories"] == 1
    try:
        os.symlink("nowhere.md", newsroom / "mdx" / "b.md")
    except OSError:
        pytest.skip("no links here")
    done = newslint("check", "mdx", "--format", "json")
    assert done.code == 2
    assert [failure["path"] for failure in done.report["failures"]] == [os.path.join("mdx", "b.md")]


@pytest.mark.parametrize("text", ["", " \n"])
def test_a_file_without_a_story_does_not_pass(newsroom, newslint, text):
    write(newsroom, "a.md", text)
    done = newslint("check", "a.md")
    assert done.code == 1
    assert "there is no story in this file" in done.out


@pytest.mark.parametrize("files", [(), ("rule.json",), ("deep/readme.txt",)])
def test_a_folder_of_rules_without_rules_is_told(newsroom, newslint, files):
    (newsroom / "rules").mkdir()
    for name in files:
        write(newsroom, f"rules/{name}", "x")
    write(newsroom, "newslint.yaml", "rule-files: rules\n")
    write(newsroom, "a.txt", "Council meets\n\nThe council met.\n")
    done = newslint("check", ".")
    assert done.code == 2
    assert "newslint.yaml:1:13: rule-files: “rules” cannot be used: no file in this folder ends in" in done.err


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
@pytest.mark.parametrize("made", ["link", "folder"])
def test_a_configuration_that_is_no_file_is_told(newsroom, newslint, made):
    write(newsroom, "a.txt", "Council meets\n\nThe council met.\n")
    if made == "link":
        (newsroom / "newslint.yaml").symlink_to("nowhere")
    else:
        (newsroom / "newslint.yaml").mkdir()
    done = newslint("check", ".")
    assert done.code == 2
    assert "newslint.yaml: this is no file that can be read" in done.err


def test_a_configuration_by_another_ending_is_told(newsroom, newslint):
    write(newsroom, "newslint.yml", "fail-on: error\n")
    write(newsroom, "a.txt", "Council meets\n\nThe council met.\n")
    done = newslint("check", ".")
    assert done.code == 2
    assert "newslint.yml: newslint does not read a file of this name: call it newslint.yaml" in done.err


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("security-council-votes.md", True),
        ("authors-guild-strike.md", True),
        ("license-plates-stolen.md", True),
        ("notice-to-quit.txt", True),
        ("README.md", False),
        ("README.de.md", False),
        ("LICENSE-MIT.txt", False),
        ("requirements-dev.txt", False),
        ("code_of_conduct.md", False),
    ],
)
def test_a_story_is_not_taken_for_a_file_of_the_repository(newsroom, newslint, name, read):
    write(newsroom, name, "Council meets\n\nThe the council met.\n")
    write(newsroom, "other.txt", "Council meets\n\nThe council met.\n")
    assert newslint("check", ".").code == int(read)


def test_a_folder_whose_name_begins_alike_is_not_inside(tmp_path):
    assert relative(str(tmp_path / "b" / "x.md"), str(tmp_path / "b")) == "x.md"
    assert relative(str(tmp_path / "bc" / "x.md"), str(tmp_path / "b")).endswith("/bc/x.md")
