"""The benchmarks run, at a tiny size, and print what they promise; nothing here depends on how fast anything is."""

import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"

needs_costs = pytest.mark.skipif(not hasattr(os, "wait4"), reason="this system does not tell what a process cost")


def bench(*arguments):
    command = [sys.executable, str(BENCHMARKS / "run.py"), "--smoke", *map(str, arguments)]
    return subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8", timeout=120)


def rows(printed):
    """The cells of each table row, by its first cell."""
    lines = [line.strip("| ").split(" | ") for line in printed.splitlines() if line.startswith("| ")]
    return {cells[0]: cells[1:] for cells in lines}


@pytest.fixture
def invented(monkeypatch):
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    import invented

    return invented


@needs_costs
def test_every_table_and_plot_comes_out(tmp_path):
    done = bench("--write", tmp_path, "--proselint", "no-such-proselint")
    assert done.returncode == 0, done.stderr
    found = rows(done.stdout)
    assert float(found["newslint"][0]) > 0
    assert "no-such-proselint" in found["proselint"][-1]
    assert {"Vale", "textlint", "one story, `--no-cache`", "one story, warm: checked before"} <= found.keys()
    assert {"0", "20", "2", "6"} <= found.keys()  # terms, and stories
    for plot in ("rules.svg", "stories.svg"):
        assert ElementTree.parse(tmp_path / plot).getroot().tag.endswith("svg")
        assert f"]({plot})" in (tmp_path / "RESULTS.md").read_text(encoding="utf-8")


@needs_costs
def test_stories_of_ones_own_are_measured_beside_any_tool(tmp_path):
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text("The mayor resigned on Monday.\n", encoding="utf-8")
    done = bench("others", "--stories", tmp_path, "--textlint", f"{sys.executable} -c pass")
    assert done.returncode == 0, done.stderr
    assert "3 stories, 15 words" in done.stdout
    assert float(rows(done.stdout)["textlint"][0]) > 0


@needs_costs
def test_a_newslint_that_fails_is_told_not_measured():
    done = bench("one", "--newslint", f"{sys.executable} -c 'import sys; sys.exit(2 * (len(sys.argv) > 2))'")
    assert done.returncode == 2
    assert "ended with 2" in done.stderr


def test_the_same_seed_invents_the_same_stories(invented):
    assert list(invented.stories(5, 7)) == list(invented.stories(9, 7))[:5]
    assert list(invented.stories(5, 7)) != list(invented.stories(5, 8))


def test_invented_stories_are_whole_and_of_news_length(invented):
    stories = list(invented.stories(200, 1))
    words = [len(story.text.split()) for story in stories]
    assert 450 < sum(words) / len(words) < 550
    assert len({story.text for story in stories}) == len(stories)
    assert not any(re.search(r"[{}¶]|<\w+>", story.text) for story in stories)


def test_what_a_keystroke_costs_is_told():
    command = [sys.executable, str(BENCHMARKS / "lsp_speed.py"), "--smoke"]
    done = subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8", timeout=120)
    assert done.returncode == 0, done.stderr
    assert re.search(r"^1,0\d\d words, \d+ diagnostics, 3 changes", done.stdout)
    assert re.search(r"^\| \d+\.\d \| \d+\.\d \| \d+\.\d \|$", done.stdout, re.MULTILINE)


@pytest.mark.fresh
@pytest.mark.skipif(not os.path.exists("/proc/self/statm"), reason="needs Linux")
def test_a_crowd_of_clients_is_answered_or_told_when_to_come_again():
    command = [sys.executable, str(BENCHMARKS / "server_load.py"), "2", "10"]
    done = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8", timeout=120)
    usual, crowd, after = re.findall(r"by status \{(.*?)\}", done.stdout)
    assert usual == "200: 20"
    assert set(re.findall(r"(\d+):", crowd)) <= {"200", "429", "503"}
    assert after == "200: 100"
    assert set(re.findall(r"without Retry-After: (\d+)", done.stdout)) == {"0"}
    assert set(re.findall(r"without any reply: (\d+)", done.stdout)) == {"0"}


@pytest.mark.fresh
@pytest.mark.skipif(not os.path.exists("/proc/self/statm"), reason="needs Linux")
def test_the_speed_of_the_server_is_told():
    command = [sys.executable, str(BENCHMARKS / "server_speed.py"), "1"]
    done = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8", timeout=120)
    assert re.search(r"POST /v2/check: \d+ a CPU second", done.stdout)


@needs_costs
def test_what_vales_rules_cost_is_told_style_by_style():
    command = [sys.executable, str(BENCHMARKS / "vale_speed.py"), "--smoke", "--vale", ""]
    done = subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8", timeout=120)
    assert done.returncode == 0, done.stderr
    found = rows(done.stdout)
    assert list(found)[1:] == [
        f"newslint {name}" for name in ("none", "Words", "Pairs", "Patterns", "Sentences", "all")
    ]
    assert all(float(seconds) > 0 for seconds, _ in [*found.values()][1:])
