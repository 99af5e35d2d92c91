"""Work grows no faster than what is worked on: a sample in lines of Python, all of it in a proof, in instructions too."""

import json
import os
import subprocess
import sys
from shutil import which

import pytest

from .counts import cases, spread
from .scaling import BAR, ROOT, Growth, works

SAMPLE, SIZE = 24, 2400
NAMES = sorted(works())


def measured(ruler: str, size: int, names: list[str]) -> list[Growth]:
    """The growth of pieces of work, counted in a process of its own: to count lines is to trace, as coverage does."""
    environment = {
        **os.environ,
        "PYTHONHASHSEED": "0",
        "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "tests"))),
    }
    command = [sys.executable, "-m", "fuzz.scaling", ruler, str(size), *(f"={name}=" for name in names)]
    ended = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert ended.returncode == 0, ended.stderr
    return [Growth(found["name"], tuple(found["steps"])) for found in map(json.loads, ended.stdout.splitlines())]


def too_fast(found: list[Growth]) -> list[str]:
    return [f"{each.name}: {each.factor:.2f}" for each in found if each.factor > BAR]


def test_twice_the_text_takes_twice_the_lines():
    names = [NAMES[n] for n in spread(cases(SAMPLE, len(NAMES)), len(NAMES))]
    found = measured("lines", SIZE if len(names) == SAMPLE else 4 * SIZE, names)
    assert [each.name for each in found] == names
    assert not too_fast(found)


@pytest.mark.skipif(not os.environ.get("NEWSLINT_CASES"), reason="make proof counts instructions")
@pytest.mark.skipif(not which("valgrind"), reason="valgrind counts them")
def test_twice_the_text_takes_twice_the_instructions():
    found = measured("instructions", 10 * SIZE, NAMES)
    assert len(found) == len(NAMES)
    # What looks at pairs does so up to a number of them, which such a story does not have yet.
    again = [each.name for each in found if each.factor > BAR]
    assert not too_fast(measured("instructions", 80 * SIZE, again) if again else [])


def test_what_grows_with_the_square_is_told():
    assert Growth("a", (10, 110, 210)).factor == 2
    assert too_fast([Growth("square", (0, 100, 400)), Growth("line", (50, 150, 250))]) == ["square: 4.00"]
