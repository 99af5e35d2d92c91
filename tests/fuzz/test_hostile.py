"""Hostile files end in an answer or a named failure, within bounds of time and memory; a sample here, all in a proof.

What runs is a process for each file. `python -m fuzz.hostile FOLDER --run --only N` tries one again and says more.
"""

import os
import shutil

import pytest

from .counts import cases, spread
from .hostile import COUNT, files, sample, tried
from .limited import MB, Job, run

ASKED = cases(100, COUNT)
CHOSEN = sample(ASKED) if ASKED <= 100 else [files()[number] for number in spread(ASKED, COUNT)]
PARTS = max(4, ASKED // 25)

pytestmark = pytest.mark.skipif(not hasattr(os, "wait4"), reason="limits and their measurement need a Unix")


@pytest.mark.parametrize("part", range(PARTS))
def test_a_hostile_file_ends_in_an_answer_or_a_named_failure(part, tmp_path):
    wrong = {}
    for hostile, ended, faults in tried(CHOSEN[part::PARTS], tmp_path):
        shutil.rmtree(tmp_path / f"{hostile.number:04}")
        if faults:
            wrong[f"--only {hostile.number} ({hostile.about})"] = (faults, ended.err[-300:])
    assert not wrong


def test_the_same_seed_makes_the_same_files():
    for hostile in sample(20):
        assert hostile.data(7) == hostile.data(7)
    assert any(hostile.data(7) != hostile.data(8) for hostile in sample(20))


def test_what_goes_over_a_limit_is_told(tmp_path):
    (tmp_path / "a.txt").write_text("The council voted to to close the bridge.\n", encoding="utf-8")
    job = Job(["check", "--no-cache", "a.txt"], str(tmp_path), seconds=0.001, memory=50 * MB)
    (ended,) = run([job])
    assert ended.code in (0, 1)
    (told,) = ended.faults(job, ["a.txt"])
    assert told.endswith("s of 0.0")


def test_a_failure_without_a_name_is_told(tmp_path):
    job = Job(["check", "--no-cache", "gone.txt"], str(tmp_path), seconds=20, memory=500 * MB)
    (ended,) = run([job])
    assert ended.code == 2
    assert ended.faults(job, ["gone.txt"]) == []
    assert ended.faults(job, ["other.txt"]) == ["exit 2 without a name"]
