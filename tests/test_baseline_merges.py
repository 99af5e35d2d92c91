"""Two branches that each change the baseline are merged by git, and what git makes of it is read."""

import json
import shutil
import subprocess
from collections import Counter

import pytest
from helpers import git, sampled, write
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newslint.run.baseline import BASELINE_NAME, Baseline, BaselineError
from newslint.run.baseline import write as write_baseline
from newslint.run.known_findings import KnownFinding
from newslint.run.merged_baseline import put_right

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="needs git")
UNION = f"{BASELINE_NAME} merge=union\n"


def entry(n):
    return KnownFinding(f"{n}.txt", "repeated-word", "to to", "voted on Monday", "close the old")


def put(folder, numbers):
    write_baseline(str(folder / BASELINE_NAME), Counter(entry(n) for n in numbers))


def read(folder, **keys):
    return {int(known.path[:-4]) for known, _ in Baseline(str(folder / BASELINE_NAME), **keys).left()}


def commit(folder, said):
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", said)


def merge(folder, base, ours, theirs):
    """Let git merge two branches; whether it could."""
    git(folder, "init", "-q", "-b", "main")
    write(folder, "README", "stories\n")
    if base is not None:
        put(folder, base)
    commit(folder, "base")
    git(folder, "checkout", "-qb", "theirs")
    put(folder, theirs)
    commit(folder, "theirs")
    git(folder, "checkout", "-q", "main")
    put(folder, ours)
    commit(folder, "ours")
    return git(folder, "merge", "-q", "-m", "merged", "theirs", check=False).returncode == 0


CASES = [
    ([1, 2, 3, 4, 5, 6], [2, 3, 4, 5, 6, 9], [0, 1, 2, 3, 5, 6]),  # apart from one another
    ([1, 2, 3], [1, 2, 3, 4], [1, 2, 3, 5]),  # both add at one place
    ([1, 3, 5], [3, 5], [1, 2, 3, 5]),  # one takes out what stands beside what the other adds
    ([1, 3, 5], [1, 5], [1, 3]),  # both take out neighbours
    ([1, 3, 5], [0, 5, 6], [1, 2, 3, 4, 7]),  # all of that
    ([1], [], [1, 2]),
    ([], [1, 2, 4], [2, 3, 4]),
    (None, [1, 2, 4], [2, 3, 4]),  # both write the first baseline
    (None, [1], [3]),
]


@pytest.mark.parametrize(("base", "ours", "theirs"), CASES)
def test_git_merges_whatever_two_branches_did_and_nothing_is_lost(tmp_path, base, ours, theirs):
    write(tmp_path, ".gitattributes", UNION)
    assert merge(tmp_path, base, ours, theirs)
    before, kept = set(base or ()), set(ours) & set(theirs)
    added = (set(ours) | set(theirs)) - before
    found = read(tmp_path)
    assert found >= kept | added
    assert found <= before | added, "what left both branches stays away"
    assert not found & (before - set(ours) - set(theirs))


def test_without_that_line_neighbours_are_left_to_a_person_and_read_as_both(tmp_path):
    assert not merge(tmp_path, *CASES[4])
    with pytest.raises(BaselineError, match="two versions of the baseline were not merged here") as caught:
        read(tmp_path)
    lines = (tmp_path / BASELINE_NAME).read_text("utf-8").splitlines()
    assert lines[caught.value.line - 1].startswith("<<<<<<<")
    assert read(tmp_path, both=True) >= {0, 2, 4, 5, 6, 7}
    git(tmp_path, "merge", "--abort")
    git(tmp_path, "-c", "merge.conflictStyle=diff3", "merge", "-q", "theirs", check=False)
    assert "|||||||" in (tmp_path / BASELINE_NAME).read_text("utf-8")
    assert read(tmp_path, both=True) == {0, 2, 4, 5, 6, 7, 1, 3}


NUMBERS = st.sets(st.integers(10, 20), max_size=8)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=len(sampled(range(160))))
@given(NUMBERS, NUMBERS, NUMBERS)
def test_every_union_that_git_makes_is_read(tmp_path, base, ours, theirs):
    for name, numbers in (("base", base), ("ours", ours), ("theirs", theirs)):
        (tmp_path / name).mkdir(exist_ok=True)
        put(tmp_path / name, numbers)
    files = [f"{name}/{BASELINE_NAME}" for name in ("ours", "base", "theirs")]
    command = ["git", "merge-file", "--union", "-p", *files]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    (tmp_path / BASELINE_NAME).write_bytes(done.stdout)
    assert read(tmp_path) >= (ours & theirs) | ((ours | theirs) - base)
    assert read(tmp_path) <= base | ours | theirs


def lines_of(*numbers):
    return [json.dumps(entry(n)._asdict()) + "," for n in numbers]


HEAD, FOOT = '{"schema": 1, "findings": [', "null]}"


@pytest.mark.parametrize("lines", [
    [HEAD, *lines_of(1, 2, 1), FOOT, ""],
    [HEAD, *lines_of(1), HEAD, *lines_of(2), FOOT, FOOT, ""],
    [HEAD, lines_of(1)[0].rstrip(","), *lines_of(2), FOOT],
    [HEAD, *lines_of(1), lines_of(2)[0].rstrip(","), FOOT],
    [HEAD, *lines_of(1), lines_of(2)[0].rstrip(","), "]}"],
    [HEAD, *lines_of(2), "", *lines_of(1), FOOT, "", ""],
    [HEAD, *lines_of(1, 2), "]}", *lines_of(2), FOOT],
], ids=["doubled", "two-heads", "no-comma", "no-last-comma", "no-null", "empty-line", "two-feet"])  # fmt: skip
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_a_merge_may_leave_is_read(tmp_path, lines, end):
    (tmp_path / BASELINE_NAME).write_text(end.join(lines), encoding="utf-8", newline="")
    assert read(tmp_path) == {1, 2}


@pytest.mark.parametrize("lines", [
    [HEAD, *lines_of(1)],
    [*lines_of(1), FOOT],
    [HEAD, lines_of(1)[0][:-9], FOOT],
    [HEAD, '{"path": 7},', FOOT],
    [],
])  # fmt: skip
def test_what_is_cut_short_is_not_taken_for_whole(tmp_path, lines):
    assert put_right(lines) == ""
    (tmp_path / BASELINE_NAME).write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(BaselineError):
        read(tmp_path)


LINE = "On day {} they agreed to to come.\n\n"


def story(*days):
    return "A headline of a story\n\n" + "".join(LINE.format(day) for day in days)


@pytest.mark.parametrize("attributes", [UNION, ""])
def test_a_newsroom_merges_two_desks_and_goes_on(newsroom, newslint, attributes):
    only = ("--select", "repeated-word")
    git(newsroom, "init", "-q", "-b", "main")
    write(newsroom, ".gitignore", ".newslint_cache\n")
    write(newsroom, ".gitattributes", attributes)
    for name in "abcd":
        write(newsroom, f"{name}.txt", story(1, 2, 3))
    newslint("check", *only, "--write-baseline")
    commit(newsroom, "base")
    git(newsroom, "checkout", "-qb", "desk")
    write(newsroom, "b.txt", story(2, 3, 4))
    newslint("check", *only, "--write-baseline")
    commit(newsroom, "desk")
    git(newsroom, "checkout", "-q", "main")
    write(newsroom, "a.txt", story(1, 2))
    write(newsroom, "c.txt", story(0, 1, 2, 3))
    newslint("check", *only, "--write-baseline")
    commit(newsroom, "main")
    merged = git(newsroom, "merge", "-q", "-m", "merged", "desk", check=False).returncode == 0
    assert merged == bool(attributes)
    done = newslint("check", *only)
    if not merged:
        assert done.code == 2
        assert "--prune-baseline keeps the entries of both" in done.err
        assert newslint("check", *only, "--prune-baseline").code == 0
        done = newslint("check", *only)
    assert done.code == 0, done.out + done.err
    assert newslint("check", *only, "--prune-baseline").code == 0
    text = (newsroom / BASELINE_NAME).read_text("utf-8")
    assert text.count('"path"') == 2 + 3 + 4 + 3
    assert text.splitlines()[1:-1] == sorted(text.splitlines()[1:-1])


def test_a_baseline_that_git_left_unmerged_can_be_written_anew(newsroom, newslint):
    write(newsroom, "a.txt", story(1))
    newslint("check", "--write-baseline")
    text = (newsroom / BASELINE_NAME).read_text("utf-8")
    write(newsroom, BASELINE_NAME, f"<<<<<<< ours\n{text}=======\n{text}>>>>>>> theirs\n")
    assert newslint("check").code == 2
    assert newslint("check", "--write-baseline").code == 0
    assert (newsroom / BASELINE_NAME).read_text("utf-8") == text


def test_who_writes_a_baseline_is_told_how_git_merges_it_until_git_knows(newsroom, newslint):
    write(newsroom, "news/newslint.yaml", "")
    write(newsroom, "news/a.txt", story(1))
    assert "merge=union" not in newslint("check", "--write-baseline").out, "there is no git here"
    git(newsroom, "init", "-q")
    out = newslint("check", "--write-baseline").out
    assert f"put this line into .gitattributes: {BASELINE_NAME} merge=union" in out
    write(newsroom, "news/.gitattributes", f"# {BASELINE_NAME} merge=union\n")
    assert "merge=union" in newslint("check", "--write-baseline").out
    for place in ("news/.gitattributes", ".gitattributes"):
        write(newsroom, place, UNION)
        assert "merge=union" not in newslint("check", "--write-baseline").out
        (newsroom / place).unlink()
