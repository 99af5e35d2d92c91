"""`check --watch`: checked again whenever a story or what it is checked by changes, until somebody ends it."""

import os
import signal
import subprocess
import sys
import threading
from queue import Queue
from types import SimpleNamespace

import pytest
from helpers import FAULTY, ROOT, Terminal, write

from newslint.engine.workspace import Workspace
from newslint.run import watching
from newslint.run.run import Request, Run

RULE = """\
id: {0}
kind: existence
topic: language
message: "Not “{{match}}”."
why: The desk decided so.
terms: [{0}]
examples: [{{bad: "a [[{0}]]"}}, {{good: fine}}]
"""
ADDED, CHANGED, GONE = 1, 2, 3


class End(Exception):
    """The last of the changes that a test makes has been seen."""


@pytest.fixture
def watch(newsroom, newslint, monkeypatch):
    """Run `check --watch` while changes are made, one after another; gives code, out and err."""

    def run(*arguments, changes=()):
        def seen(watched):
            yield
            for change in changes:
                change()
                yield
            raise KeyboardInterrupt

        monkeypatch.setattr(watching, "changes", seen)
        return newslint("check", "--watch", "--format", "concise", "--select", "repeated-word,language", *arguments)

    return run


def test_it_checks_again_after_each_change_until_it_is_ended(watch, newsroom):
    write(newsroom, "a.txt", FAULTY)
    mend = lambda: write(newsroom, "a.txt", FAULTY.replace("to to", "to"))  # noqa: E731
    done = watch(".", changes=[mend, lambda: write(newsroom, "b.txt", FAULTY)])
    assert done.code == 130
    lines = [line for line in done.out.splitlines() if "checked" in line or ": warning" in line]
    assert [line.split(":")[0] for line in lines] == [
        "a.txt", "1 story checked", "1 story checked", "b.txt", "2 stories checked"
    ]  # fmt: skip
    assert done.err.count("Ctrl-C ends this") == 3
    assert watch(".", "--quiet").err == ""


def test_only_what_changed_is_checked_again(watch, newsroom):
    write(newsroom, "newslint.yaml", "fail-on: error\n")  # beside which the cache then is
    for name in "ab":
        write(newsroom, f"{name}.txt", FAULTY)
    done = watch(".", "--verbose", changes=[lambda: write(newsroom, "b.txt", FAULTY + "It rained.\n")])
    assert "2 stories, 0 of them unchanged" in done.err
    assert "2 stories, 1 of them unchanged" in done.err


def test_a_configuration_that_is_broken_meanwhile_is_told_and_waited_for(watch, newsroom):
    write(newsroom, "a.txt", FAULTY)
    done = watch("a.txt", changes=[
        lambda: write(newsroom, "newslint.yaml", "fail-on: [\n"),
        lambda: write(newsroom, "newslint.yaml", "rules: {repeated-wrd: off}\n"),
        lambda: write(newsroom, "newslint.yaml", "rules: {repeated-word: note}\n"),
    ])  # fmt: skip
    assert "not valid YAML" in done.err
    assert "did you mean “repeated-word”" in done.err
    assert "note[repeated-word]" in done.out
    assert done.code == 130


def test_what_is_wrong_at_the_start_ends_it(watch, newsroom):
    write(newsroom, "a.txt", FAULTY)
    write(newsroom, "newslint.yaml", "fail-on: [\n")
    assert watch("a.txt").code == 2
    assert watch("a.txt", "--config", "none.yaml").code == 2


@pytest.mark.parametrize("option", [
    ["--fix"], ["--diff"], ["--unsafe"], ["--add-ignore", "why"], ["--output", "out"], ["--write-baseline"],
    ["--prune-baseline"], ["--changed", "HEAD", "--staged"],
])  # fmt: skip
def test_what_writes_or_reads_no_files_is_refused(faulty, newslint, option):
    done = newslint("check", "--watch", *option, "a.txt") if option[0] != "--changed" else None
    done = done or newslint("check", "--watch", "a.txt", *option)
    assert (done.code, "--watch does not go with --" in done.err) == (2, True)
    assert faulty.read_text(encoding="utf-8") == FAULTY


def test_standard_input_is_refused(newsroom, newslint):
    done = newslint("check", "--watch", "-")
    assert (done.code, "instead of -" in done.err) == (2, True)


def test_without_the_extra_it_says_what_to_install(faulty, newslint, monkeypatch):
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    done = newslint("check", "--watch", "a.txt")
    assert (done.code, done.out) == (2, "")
    assert 'pip install "newslint[watch]"' in done.err


def test_the_screen_is_cleared_on_a_terminal_only(watch, newsroom, monkeypatch):
    write(newsroom, "a.txt", FAULTY)
    monkeypatch.setenv("TERM", "xterm")
    assert "\033" not in watch("a.txt").out
    for term, cleared in (("xterm", True), ("dumb", False)):
        screen = Terminal()
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", screen)
            patch.setenv("TERM", term)
            watch("a.txt", "--color", "never")
        assert screen.getvalue().startswith("\033[2J\033[H") == cleared


# --- which changes there are


def watched(*paths, config=""):
    return watching.Watched(paths, lambda: Run(Request(Workspace(config_file=config))))


@pytest.mark.parametrize(
    ("kind", "path", "told"),
    [
        (CHANGED, "news/a.txt", True),
        (GONE, "news/gone.md", True),
        (CHANGED, "news/picture.jpg", False),
        (CHANGED, "news/.a.txt.swp", False),
        (CHANGED, "news/~$story.docx", False),
        (CHANGED, "news/.newslint_cache/x.txt", False),
        (CHANGED, "news/node_modules/x.txt", False),
        (ADDED, "news/newslint.yaml", True),
        (CHANGED, "news/newslint-baseline.json", True),
        (CHANGED, "news/archive/a.txt", False),  # excluded
        (ADDED, "news/folder", True),
        (CHANGED, "news/folder", False),
        (GONE, "news/was-a-folder", True),
        (CHANGED, "elsewhere/a.txt", False),
    ],
)
def test_changes_concern_a_run_where_they_are_to_stories_or_what_these_are_checked_by(newsroom, kind, path, told):
    write(newsroom, "newslint.yaml", "exclude: [archive/]\n")
    write(newsroom, "news/folder/b.txt", FAULTY)
    assert watched("news").concerns(kind, str(newsroom.joinpath(*path.split("/")))) == told


def test_a_file_that_the_report_goes_to_brings_about_no_other_report(newsroom, monkeypatch):
    write(newsroom, "news/a.txt", FAULTY)
    told = watched("news")
    assert told.concerns(2, str(newsroom / "news" / "a.txt"))
    with open(newsroom / "news" / "a.txt", "ab") as stream:
        state = os.fstat(stream.fileno())
        monkeypatch.setattr(os, "fstat", lambda number: state)
        assert not told.concerns(2, str(newsroom / "news" / "a.txt"))
    assert told.concerns(3, str(newsroom / "news" / "gone.txt"))


def test_the_few_files_are_those_that_are_named_and_what_they_are_checked_by(newsroom):
    write(newsroom, "newslint.yaml", "rule-files: [desk/, 'more/*.yaml']\nwords: words.txt\nextends: house.yaml\n")
    write(newsroom, "house.yaml", "names: names.yaml\n")
    write(newsroom, "names.yaml", "Ana Silva: [Anna Silva]\n")
    write(newsroom, "words.txt", "brexity\n")
    write(newsroom, "desk/a.yaml", RULE.format("whilst"))
    write(newsroom, "more/b.yaml", RULE.format("amongst"))
    here = watched("a.txt")
    before = here.state()
    assert str(newsroom / "newslint.yaml") in before
    here.look_again([str(newsroom / "newslint.yaml")])
    names = {os.path.relpath(path, newsroom) for path in here.state() if path.startswith(str(newsroom))}
    assert names >= {"a.txt", "newslint.yaml", "newslint-baseline.json", "house.yaml", "names.yaml", "words.txt"}
    assert {os.path.normpath(name) for name in names} >= {"desk", os.path.join("desk", "a.yaml"), "more"}
    assert here.state(before)[str(newsroom / "a.txt")] is None
    write(newsroom, "a.txt", FAULTY)
    assert here.state()[str(newsroom / "a.txt")] != before[str(newsroom / "a.txt")]


def test_changes_are_told_once_and_those_during_a_run_are_not_lost(newsroom, monkeypatch):
    write(newsroom, "news/b.txt", FAULTY)
    asked = []

    def fake(*folders, watch_filter, **_):
        asked.append(folders)
        yield set()  # nothing yet: the first run
        yield set()  # nothing, and no run
        yield {(CHANGED, "b.txt")}
        write(newsroom, "a.txt", FAULTY)
        yield set()  # told by its state
        yield set()  # written while that run went on
        yield set()
        raise End

    monkeypatch.setitem(sys.modules, "watchfiles", SimpleNamespace(watch=fake))
    monkeypatch.setattr(watching.time, "sleep", lambda seconds: None)
    runs = []

    def go():
        for _ in watching.changes(watched("a.txt", "news")):
            runs.append(len(runs))
            if len(runs) == 3:
                write(newsroom, "newslint.yaml", "fail-on: error\n")

    with pytest.raises(End):
        go()
    assert len(runs) == 4
    assert asked == [(str(newsroom / "news"),)]


def test_a_folder_that_goes_and_comes_back_is_watched_anew(newsroom, monkeypatch):
    write(newsroom, "news/a.txt", FAULTY)
    turns = iter(["there", "gone", "back"])

    def fake(*folders, **_):
        turn = next(turns)
        yield set()
        if turn == "there":
            (newsroom / "news").rename(newsroom / "old")
            yield set()
        else:
            raise End

    def sleep(seconds):
        if next(turns) == "gone":
            (newsroom / "old").rename(newsroom / "news")

    monkeypatch.setitem(sys.modules, "watchfiles", SimpleNamespace(watch=fake))
    monkeypatch.setattr(watching.time, "sleep", sleep)
    monkeypatch.setattr(watching, "_settled", lambda watched, state: state)
    here = watched("news")
    states = []

    def go():
        states.extend(len(here.there()) for _ in watching.changes(here))

    with pytest.raises(End):
        go()
    assert states == [1, 0, 1]


def test_a_folder_that_the_system_does_not_watch_is_told(newsroom, newslint, monkeypatch):
    def fake(*folders, **_):
        raise OSError("OS file watch limit reached")
        yield

    write(newsroom, "a.txt", FAULTY)
    monkeypatch.setitem(sys.modules, "watchfiles", SimpleNamespace(watch=fake))
    done = newslint("check", "--watch", ".")
    assert (done.code, "limit reached" in done.err, "WATCHFILES_FORCE_POLLING" in done.err) == (2, True, True)


def test_a_check_without_it_loads_nothing_of_it(faulty):
    code = (
        "import sys; from newslint.cli import main; main(['check', 'a.txt']); print([m for m in sys.modules if m in"
        " ('watchfiles', 'newslint.run.watching', 'newslint.commands._watch', 'newslint.config.origins',"
        " 'newslint.base.terminal', 'newslint.reporters._fix_diff', 'newslint.reporters.concise')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize("path", [".", "a.txt"])
def test_the_real_thing_sees_a_saved_story_and_ends_by_a_signal(faulty, newsroom, number, code, path):
    pytest.importorskip("watchfiles")
    command = [sys.executable, "-m", "newslint", "check", "--watch", "--format", "concise", path]
    process = subprocess.Popen(
        command, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509 - no threads yet
    )  # fmt: skip
    lines = Queue()
    threading.Thread(target=lambda: [lines.put(line) for line in process.stdout], daemon=True).start()

    def until_it_waits():
        found = []
        while "waiting" not in (line := lines.get(timeout=120)):
            found.append(line)
        return found

    try:
        assert "“to” is repeated" in until_it_waits()[0]
        write(newsroom, ".a.new", FAULTY.replace("to to", "to"))
        os.replace(newsroom / ".a.new", faulty)  # as many editors save
        assert until_it_waits() == ["1 story checked: nothing found.\n"]
        process.send_signal(number)
        assert process.wait(timeout=120) == code
    finally:
        process.kill()
        process.wait()
