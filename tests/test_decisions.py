"""Editors' decisions: kept by several processes, counted by the last one on each finding, never at a file's cost."""

import json
import sqlite3
import subprocess
import sys

import pytest

from newslint.base.errors import NewslintError
from newslint.cli import main
from newslint.server.decisions import Acceptance, Decision, Decisions


def test_of_decisions_on_one_finding_the_last_counts(tmp_path):
    kept = Decisions(str(tmp_path / "d.sqlite"))
    kept.add(Decision("f1", "its", "rejected"))
    kept.add(Decision("f1", "its", "accepted"))
    kept.add(Decision("f2", "its", "ignored"))
    kept.add(Decision("f1", "cliche", "rejected"))
    assert kept.counts() == [Acceptance("its", 1, 0, 1), Acceptance("cliche", 0, 1, 0)]


def test_bounds_are_wilsons():
    lower, upper = Acceptance("its", 2, 12).bounds
    assert (round(lower, 3), round(upper, 3)) == (0.04, 0.399)
    assert Acceptance("its").bounds == (0.0, 1.0)
    for accepted in range(20):
        found = Acceptance("its", accepted, 20 - accepted)
        assert 0 <= found.bounds[0] <= found.rate <= found.bounds[1] <= 1


def test_a_rule_is_proposed_from_ten_decisions_on():
    assert not Acceptance("its", 0, 9).switch_off
    assert Acceptance("its", 0, 10).switch_off
    assert not Acceptance("its", 4, 6).switch_off  # two in five may be half


def test_two_processes_keep_theirs_in_one_file(tmp_path):
    path = str(tmp_path / "d.sqlite")
    code = (
        "import sys; from newslint.server.decisions import Decision, Decisions\n"
        "kept = Decisions(sys.argv[1])\n"
        "for n in range(25): kept.add(Decision(f'{sys.argv[2]}{n}', 'its', 'accepted'))"
    )
    running = [subprocess.Popen([sys.executable, "-c", code, path, name]) for name in "ab"]
    assert [each.wait(timeout=60) for each in running] == [0, 0]
    assert Decisions(path).counts() == [Acceptance("its", 50)]


@pytest.mark.parametrize("what", ["no database", "damaged", "another's"])
def test_a_file_that_is_not_right_is_left_as_it_is(tmp_path, what):
    path = tmp_path / "d.sqlite"
    if what == "no database":
        path.write_bytes(b"The mayor said on Monday.\n" * 50)
    elif what == "another's":
        with sqlite3.connect(path) as database:
            database.execute("CREATE TABLE stories (text)")
        database.close()
    else:
        kept = Decisions(str(path))
        for n in range(200):
            kept.add(Decision(f"fingerprint-{n}", "its", "accepted", why="because " * 20))
        data = bytearray(path.read_bytes())
        data[4096:8192] = b"x" * 4096
        path.write_bytes(data)
    before = path.read_bytes()
    with pytest.raises(NewslintError, match=r"damaged|another program"):
        Decisions(str(path)).counts()
    assert path.read_bytes() == before


def test_stats_shows_acceptance_and_what_to_write(tmp_path, capsys):
    path = str(tmp_path / "d.sqlite")
    kept = Decisions(path)
    for n in range(12):
        kept.add(Decision(f"f{n}", "double-space", "rejected"))
    kept.add(Decision("g", "its", "accepted"))
    assert main(["stats", "--decisions", path]) == 0
    said = capsys.readouterr().out
    assert "double-space         0        12        0    0%  0% to 24%" in said
    assert said.endswith("rules:\n  double-space: off\n")
    assert main(["stats", "--decisions", path, "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["config"] == {"rules": {"double-space": "off"}}
    assert [each["rule"] for each in data["rules"]] == ["double-space", "its"]


def test_stats_makes_no_file(tmp_path, capsys):
    assert main(["stats", "--decisions", str(tmp_path / "none.sqlite")]) == 2
    assert "no file of decisions" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
