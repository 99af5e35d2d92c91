"""Only what changed: lines, renames, staged stories, new ones, and repositories of every state."""

import os

import helpers
import pytest
from helpers import write

from newslint.run.changes import lines_of

OLD = """\
Council closes the old bridge

The council voted on Monday to to close the old bridge to lorries, the mayor's office said.

The bridge is 90 years old. Repairs will take until spring.
"""
NEW = OLD.replace("is 90", "is is 90")


@pytest.fixture
def git(newsroom, monkeypatch):
    for name in list(os.environ):
        if name.startswith(("GIT_", "PRE_COMMIT")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)

    def run(*arguments):
        return helpers.git(newsroom, *arguments).stdout

    run("init", "--quiet", "--initial-branch=main")
    return run


def commit(git, *what):
    git("add", "--all")
    git("commit", "--quiet", "--message", "stories", *what)


def places(done):
    assert done.code in (0, 1), done.err
    return [(f["path"], f["start"]["line"]) for f in done.report["findings"]]


@pytest.fixture
def changed(newslint):
    return lambda *arguments: places(newslint("check", "--format=json", "--changed", *arguments))


def test_only_changed_lines_are_reported(newsroom, git, changed):
    write(newsroom, "a.txt", OLD)
    write(newsroom, "b.txt", OLD)
    commit(git)
    assert changed() == []
    write(newsroom, "a.txt", NEW)
    assert changed() == [("a.txt", 5)]
    assert changed("a.txt", "b.txt") == [("a.txt", 5)]
    assert changed("b.txt") == []
    assert changed("HEAD", "b.txt") == []


def test_with_no_commit_yet_all_is_new(newsroom, git, changed):
    write(newsroom, "a.txt", OLD)
    write(newsroom, "b.txt", OLD)
    git("add", "a.txt")
    assert changed() == [("a.txt", 3), ("b.txt", 3)]
    assert changed("--staged") == [("a.txt", 3)]


def test_untracked_stories_are_wholly_new_and_ignored_ones_are_none(newsroom, git, changed):
    write(newsroom, ".gitignore", "drafts/\n")
    commit(git)
    write(newsroom, "a.txt", OLD)
    write(newsroom, "drafts/b.txt", OLD)
    assert changed() == [("a.txt", 3)]


def test_renames_are_followed(newsroom, git, changed):
    write(newsroom, "drafts/a.txt", OLD)
    commit(git)
    (newsroom / "news").mkdir()
    git("mv", "drafts/a.txt", "news/a.txt")
    assert changed() == []
    write(newsroom, "news/a.txt", NEW)
    assert changed() == [("news/a.txt", 5)]


@pytest.mark.parametrize(
    "name", ["two words.txt", "Žlutý kůň.txt", "a\tb.txt", 'say "so".txt', "back\\slash.txt", "-x.txt"]
)
@pytest.mark.skipif(os.name == "nt", reason="not names on Windows")
def test_names_of_all_kinds(newsroom, git, changed, name):
    write(newsroom, name, OLD)
    commit(git)
    write(newsroom, name, NEW)
    assert changed() == [(name, 5)]


def test_the_newsrooms_own_git_settings_change_nothing(newsroom, git, changed):
    write(newsroom, "n/a b.txt", OLD)
    commit(git)
    settings = {"noprefix": "true", "mnemonicPrefix": "true", "external": "false", "interHunkContext": "9",
                "renames": "false", "relative": "true", "context": "7"}  # fmt: skip
    for key, value in settings.items():
        git("config", f"diff.{key}", value)
    git("config", "color.ui", "always")
    write(newsroom, "n/a b.txt", NEW)
    assert changed() == [("n/a b.txt", 5)]


def test_what_is_staged_is_checked_as_it_is_staged(newsroom, git, changed, newslint):
    write(newsroom, "a.txt", OLD)
    write(newsroom, "b.txt", OLD)
    commit(git)
    write(newsroom, "a.txt", NEW)
    git("add", "a.txt")
    write(newsroom, "a.txt", "\n\n\n" + OLD)
    write(newsroom, "b.txt", NEW)
    assert changed("--staged") == [("a.txt", 5)]
    (newsroom / "a.txt").unlink()
    assert changed("--staged") == [("a.txt", 5)]
    assert newslint("check", "--staged").code == 2


def test_under_pre_commit_it_is_what_is_staged(newsroom, git, newslint, monkeypatch):
    write(newsroom, "a.txt", OLD)
    write(newsroom, "b.txt", OLD)
    commit(git)
    write(newsroom, "a.txt", NEW)
    git("add", "a.txt")
    monkeypatch.setenv("PRE_COMMIT", "1")
    done = newslint("check", "--format", "json", "--force-exclude", "--changed", "a.txt", "b.txt")
    assert places(done) == [("a.txt", 5)]


def test_under_pre_commit_the_commits_it_was_called_for(newsroom, git, newslint, monkeypatch):
    write(newsroom, "a.txt", OLD)
    commit(git)
    first = git("rev-parse", "HEAD").strip()
    write(newsroom, "a.txt", NEW)
    commit(git)
    monkeypatch.setenv("PRE_COMMIT", "1")
    monkeypatch.setenv("PRE_COMMIT_FROM_REF", first)
    assert places(newslint("check", "--format", "json", "--changed", "a.txt")) == [("a.txt", 5)]


def test_a_branch_is_compared_with_where_it_left(newsroom, git, changed):
    write(newsroom, "a.txt", OLD)
    write(newsroom, "b.txt", OLD)
    commit(git)
    git("checkout", "--quiet", "-b", "desk")
    write(newsroom, "a.txt", NEW)
    commit(git)
    git("checkout", "--quiet", "main")
    write(newsroom, "b.txt", NEW)
    commit(git)
    git("checkout", "--quiet", "desk")
    assert changed("main") == [("a.txt", 5)]


def test_a_related_place_on_a_changed_line_counts(newsroom, git, changed):
    text = (
        "A headline for it\n\nMariam Sokolova spoke.\n\nShe left.\n\nMariam Sokolava came.\n\nMariam Sokolova went.\n"
    )
    write(newsroom, "a.txt", text)
    commit(git)
    write(newsroom, "a.txt", text.replace("came", "came back"))
    assert changed("--select", "inconsistent-name") == [("a.txt", 7)]
    write(newsroom, "a.txt", text.replace("spoke", "spoke again"))
    assert changed("--select", "inconsistent-name") == [("a.txt", 7)]
    write(newsroom, "a.txt", text.replace("left", "left again"))
    assert changed("--select", "inconsistent-name") == []


def test_a_word_that_is_a_path_and_a_ref_is_not_guessed_at(newsroom, git, newslint):
    write(newsroom, "main/a.txt", OLD)
    commit(git)
    done = newslint("check", "--changed", "main")
    assert done.code == 2
    assert "refs/heads/main" in done.err
    assert newslint("check", "--changed=./main").code == 0
    assert newslint("check", "--changed", "refs/heads/main").code == 0


def test_what_cannot_be_asked_is_told(newsroom, newslint, git):
    write(newsroom, "a.txt", OLD)
    commit(git)
    done = newslint("check", "--changed", "nowhere")
    assert done.code == 2
    assert "commit “nowhere”" in done.err
    assert newslint("check", "--changed", "--evil").code == 2
    assert newslint("check", "-", "--changed").code == 2


def test_outside_a_repository_it_says_so(newsroom, newslint, monkeypatch):
    monkeypatch.delenv("GIT_DIR", raising=False)
    write(newsroom, "a.txt", OLD)
    done = newslint("check", "--changed")
    assert done.code == 2
    assert "no git repository" in done.err


def test_without_git_it_says_so(newsroom, newslint, git, monkeypatch):
    write(newsroom, "a.txt", OLD)
    monkeypatch.setenv("PATH", "")
    done = newslint("check", "--changed")
    assert done.code == 2
    assert "needs git" in done.err


def test_other_line_ends_and_encodings(newsroom, git, changed):
    write(newsroom, "cr.txt", OLD.replace("\n", "\r"))
    write(newsroom, "crlf.txt", OLD.replace("\n", "\r\n"))
    (newsroom / "wide.txt").write_bytes(OLD.encode("utf-16"))
    commit(git)
    write(newsroom, "cr.txt", NEW.replace("\n", "\r"))
    write(newsroom, "crlf.txt", NEW.replace("\n", "\r\n"))
    (newsroom / "wide.txt").write_bytes(NEW.encode("utf-16"))
    assert changed() == [("cr.txt", 3), ("cr.txt", 5), ("crlf.txt", 5), ("wide.txt", 5)]


def test_the_baseline_and_the_changes_hold_together(newsroom, git, newslint, changed):
    write(newsroom, "a.txt", OLD)
    newslint("check", "--write-baseline")
    commit(git)
    write(newsroom, "a.txt", NEW.replace("lorries, the", "lorries, said the"))
    assert changed() == [("a.txt", 5)]
    write(newsroom, "a.txt", OLD.replace("lorries, the", "lorries, said the"))
    assert changed() == []


def test_from_a_folder_below_and_by_absolute_paths(newsroom, git, changed, monkeypatch):
    write(newsroom, "news/a.txt", OLD)
    write(newsroom, "sport/b.txt", OLD)
    commit(git)
    write(newsroom, "news/a.txt", NEW)
    write(newsroom, "sport/b.txt", NEW)
    assert changed("news") == [(os.path.join("news", "a.txt"), 5)]
    monkeypatch.chdir(newsroom / "news")
    assert changed() == [("a.txt", 5)]
    assert changed(str(newsroom / "sport")) == [(str(newsroom / "sport" / "b.txt"), 5)]
    assert changed("../sport") == [(os.path.join("..", "sport", "b.txt"), 5)]


def test_stories_that_the_configuration_leaves_out_stay_out(newsroom, git, changed):
    write(newsroom, "newslint.yaml", "exclude: [old/]\n")
    write(newsroom, "old/a.txt", OLD)
    write(newsroom, ".hidden/a.txt", OLD)
    write(newsroom, "README.md", OLD)
    assert changed() == []


def test_with_corpus_rules_over_several_stories_see_the_rest(newsroom, git, newslint):
    line = "Subscribe to our evening briefing today"
    for n in range(6):
        write(
            newsroom,
            f"{n}.txt",
            f"Headline number {n} here\n\nStory {n} has a text of its own, so it has.\n\n{line}\n",
        )
    write(newsroom, "0.txt", "Headline number 0 here\n\nStory 0 has a text of its own, so it has.\n")
    commit(git)
    write(newsroom, "0.txt", f"Headline number 0 here\n\nStory 0 has a text of its own, so it has.\n\n{line}\n")
    done = newslint("check", "--changed", "--corpus", "--select", "repeated-line", "--format", "json")
    assert {path for path, _ in places(done)} <= {"0.txt"}
    assert places(done)


def test_a_patch_whose_text_looks_like_one():
    patch = (
        b"diff --git a/x.txt b/x.txt\n--- a/x.txt\n+++ b/x.txt\n@@ -1,2 +1,3 @@\n--- a/y.txt\n-@@ -1 +1 @@\n"
        b"+++ b/y.txt\n+@@ -5 +5 @@\n+more\n\\ No newline at end of file\n@@ -9 +10,0 @@\n-gone\n"
        b"diff --git a/z b/z\ndeleted file mode 100644\n--- a/z\n+++ /dev/null\n@@ -1 +0,0 @@\n-z\n"
    )
    assert lines_of(patch) == {"x.txt": [(1, 3)]}


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_changed_link_out_of_the_repository_is_told_and_not_read(newsroom, git, newslint, tmp_path_factory):
    write(newsroom, "a.txt", OLD)
    commit(git)
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.txt"
    secret.write_text("Secret\n\nThe secret secret words of somebody are here here.\n")
    (newsroom / "b.txt").symlink_to(secret)
    done = newslint("check", "--changed")
    assert done.code == 2
    assert "b.txt: it is a link that leads out of the repository" in done.out
    assert "secret secret" not in done.out
    assert newslint("check", "--changed", "--allow-outside").code == 1


def test_paths_that_cannot_be_seen_are_told(newsroom, git, newslint):
    write(newsroom, "a.txt", OLD)
    write(newsroom, "p.png", "x")
    commit(git)
    for path in ("nofolder", "nofile.md", "p.png"):
        done = newslint("check", "--changed", "HEAD", path)
        assert done.code == 2
        assert path in done.out
    assert newslint("check", "--changed", "HEAD", "a.txt").code == 0


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
@pytest.mark.parametrize("path", ["link", "link/b.txt", "link.txt"])
def test_a_story_that_changed_is_seen_by_way_of_a_link(newsroom, git, newslint, path):
    (newsroom / "stories").mkdir()
    write(newsroom, "stories/b.txt", OLD.replace("to to", "to"))
    (newsroom / "link").symlink_to("stories")
    (newsroom / "link.txt").symlink_to("stories/b.txt")
    commit(git)
    write(newsroom, "stories/b.txt", NEW)
    assert newslint("check", "--changed", "HEAD", path).code == 1
