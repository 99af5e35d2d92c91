"""A gate that sees no story says so and fails: nothing found is not the same as nothing seen."""

import os

import pytest
from helpers import write

from newslint.commands import init

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


@pytest.mark.parametrize("name", ["a.rtf", "a.docx", "a.HTML"])
def test_a_file_of_a_kind_that_is_not_read_fails(newsroom, newslint, name):
    write(newsroom, name, STORY)
    write(newsroom, "b.txt", STORY)
    done = newslint("check", name, "b.txt", "--format", "json")
    assert (done.code, done.report["stories"]) == (2, 1)
    assert "does not read ." + name[2:].lower() in done.report["failures"][0]["message"]


@pytest.mark.parametrize("command", ["show", "learn"])
@pytest.mark.parametrize("path", ["a.rtf", "drafts"])
def test_other_commands_say_so_too(newsroom, newslint, command, path):
    write(newsroom, "a.rtf", STORY)
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
