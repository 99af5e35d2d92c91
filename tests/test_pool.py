"""Several processes give the same report as one, name what dies, and end at once when asked to."""

import _thread
import os
import pickle
import signal
import subprocess
import sys
import time

import pytest

from newslint.config.settings import Settings
from newslint.engine.workspace import Workspace
from newslint.run import pool
from newslint.run.outcome import StoryFile

STORY = "Head of story {n}\n\nThe council agreed to to close bridge number {n} on Monday.\n\nTap here for the week in brief\n"
DEADLY = """
import os
from newslint import Rule, Good, Bad
class Deadly(Rule):
    'because'
    id, topic, message = 'acme/deadly', 'language', 'odd'
    examples = (Good('a'), Bad('[[a]]'))
    def check(self, story):
        if 'DIE' in story.source.text:
            os._exit(3)
        if 'FAIL' in story.source.text:
            raise KeyError('lost')
        return ()
@hookimpl
def register_rules():
    return [Deadly]
"""


@pytest.fixture
def stories(newsroom):
    for n in range(120):
        (newsroom / f"{n:03}.txt").write_text(STORY.format(n=n), encoding="utf-8")
    return newsroom


def test_the_report_is_the_same_whatever_the_number_of_processes(stories, newslint):
    runs = [newslint("check", ".", "--no-cache", "--format", "json", "--jobs", jobs) for jobs in (1, 2, 3)]
    assert len({(run.code, run.out) for run in runs}) == 1
    assert runs[0].rules.count("repeated-word") == 120
    assert runs[0].rules.count("repeated-line") == 1


def test_a_worker_that_dies_is_reported_with_its_story_and_the_others_are_checked(stories, install, newslint):
    install(DEADLY)
    (stories / "077.txt").write_text("Head of the story\n\nDIE\n", encoding="utf-8")
    done = newslint("check", ".", "--no-cache", "--format", "json", "--jobs", "2")
    assert done.code == 2
    assert [f["path"] for f in done.report["failures"]] == ["077.txt"]
    assert "died" in done.report["failures"][0]["message"]
    assert done.report["stories"] == 119


def test_a_rule_that_breaks_in_a_worker_fails_its_story_and_is_named(stories, install, newslint):
    install(DEADLY)
    (stories / "077.txt").write_text("Head of the story\n\nFAIL\n", encoding="utf-8")
    done = newslint("check", ".", "--no-cache", "--jobs", "2", "--format", "json")
    assert done.code == 2
    assert [f["path"] for f in done.report["failures"]] == ["077.txt"]
    assert "“acme/deadly” of plugin acme 2.1 failed on this story" in done.report["failures"][0]["message"]
    assert done.report["stories"] == 119


def test_a_worker_that_died_with_nothing_to_do_is_replaced():
    class Deaf:
        sent = ()

        def send(self, data):
            raise BrokenPipeError

        def close(self):
            pass

    class Hears(Deaf):
        def send(self, data):
            self.sent = data

    class Process:
        def join(self, timeout=None):
            pass

        def is_alive(self):
            return False

    # private: nobody outside can have a worker that ends while it is idle
    new, deaf = pool._Worker(Process(), Hears()), pool._Worker(Process(), Deaf())
    files = [StoryFile("a.txt")]
    work = pool._Pool(lambda: new, files)  # private: as above
    work.give(deaf)
    assert list(work.busy) == [new.pipe]
    assert new.pipe.sent == files
    work.give(deaf)  # sent home, and there is nobody
    assert not work.waiting


def test_a_story_goes_out_once_more_before_it_is_a_failure():
    # private: nobody outside can have a chunk that was lost once
    work = pool._Pool(None, [])
    lost = pool._Chunk([StoryFile("a.txt"), StoryFile("b.txt")])
    again = work._again
    assert list(again(lost)) == []
    assert [len(chunk.files) for chunk in work.waiting] == [1, 1]
    assert list(again(work.waiting.popleft())) == []
    ((_, outcome),) = again(work.waiting.popleft())
    assert (outcome.path, "twice over" in outcome.failure) == ("a.txt", True)


@pytest.mark.skipif(sys.platform != "linux", reason="workers are copies on Linux only")
def test_a_process_with_threads_is_not_copied_not_even_with_those_python_does_not_know():
    stop = _thread.allocate_lock()
    stop.acquire()
    _thread.start_new_thread(stop.acquire, ())
    try:
        assert not pool._can_copy()  # private: a run that copies with threads may hang, and then only now and then
    finally:
        stop.release()


@pytest.mark.skipif(sys.platform == "win32", reason="another kind of signal there")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_ends_at_once(newsroom, jobs):
    for n in range(3000):
        (newsroom / f"{n:04}.txt").write_text(STORY.format(n=n) * 20, encoding="utf-8")
    command = [sys.executable, "-m", "newslint", "check", ".", "--no-cache", "--jobs", jobs]
    run = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ, start_new_session=True
    )
    time.sleep(1.0)
    os.killpg(run.pid, signal.SIGINT)
    _, err = run.communicate(timeout=5)
    assert run.returncode == 130
    assert b"Traceback" not in err


def test_a_workspace_with_rules_of_its_own_is_not_sent_to_a_process_that_could_not_have_them():
    rules = Workspace().only([next(iter(Workspace().config("").pack.rules.values()))])
    with pytest.raises(TypeError, match="another process"):
        pickle.dumps(rules)
    settings = Settings(select=("quotes",))
    assert pickle.loads(pickle.dumps(Workspace(settings))).settings == settings
