"""How reports look and what commands say besides: colour, quiet and verbose, counts, next steps, completion."""

import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from helpers import Terminal, written

from newslint import commands, reporters
from newslint.arguments import COMMON
from newslint.base.terminal import takes_links
from newslint.base.text import Position
from newslint.commands import completion

# The counts by themselves, without the run that they belong to.
from newslint.commands._report import write_counts
from newslint.model.finding import Entry, LocatedFix, Look, Place, Report
from newslint.reporters import concise, github, human
from newslint.rulebook import plugins

ROOT = Path(__file__).parent.parent


def entry(rule="repeated-word", safety="", path="a.txt"):
    place = Place(path, Position(0, 1, 1), Position(4, 1, 5), "word")
    fixes = (LocatedFix("Mend", safety, ()),) if safety else ()
    return Entry(rule, "language", "warning", "medium", "odd", place, fixes=fixes)


def shown(reporter, entries, look=None, stream=None):
    return written(reporter, Report(1, entries, (), look=look or Look()), stream)


@pytest.mark.parametrize(
    ("color", "variable", "terminal", "coloured"),
    [
        ("auto", "", True, True),
        ("auto", "", False, False),
        ("auto", "NO_COLOR", True, False),
        ("auto", "FORCE_COLOR", False, True),
        ("always", "NO_COLOR", False, True),
        ("never", "FORCE_COLOR", True, False),
    ],
)
def test_colour_goes_by_the_option_then_by_the_environment_then_by_the_terminal(
    monkeypatch, color, variable, terminal, coloured
):
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    if variable:
        monkeypatch.setenv(variable, "1")
    out = shown(human, (entry(),), Look(color), Terminal() if terminal else None)
    assert ("\033[" in out) == coloured


@pytest.mark.parametrize("reporter", [human, concise])
def test_rules_are_links_on_a_terminal_that_takes_them_only(monkeypatch, reporter):
    monkeypatch.setenv("FORCE_HYPERLINK", "1")
    monkeypatch.delenv("NO_COLOR", raising=False)
    link = "\033]8;;https://github.com/newslint/newslint/blob/main/docs/rules.md#repeated-word\033\\repeated-word"
    assert link in shown(reporter, (entry(),), Look("always"), Terminal())
    assert "\033]8" not in shown(reporter, (entry(),), Look("always"))
    assert "\033]8" not in shown(reporter, (entry(),), Look("never"), Terminal())
    assert "\033]8" not in shown(reporter, (entry("house/own"),), Look("always"), Terminal())
    monkeypatch.setenv("FORCE_HYPERLINK", "0")
    assert "\033]8" not in shown(reporter, (entry(),), Look("always"), Terminal())


@pytest.mark.parametrize(
    ("environment", "taken"),
    [
        ({}, False),
        ({"TERM": "xterm-256color"}, False),
        ({"TERM": "xterm-kitty"}, True),
        ({"VTE_VERSION": "6003"}, True),
        ({"VTE_VERSION": "0.60.3"}, True),
        ({"VTE_VERSION": "5000"}, False),  # falls over
        ({"VTE_VERSION": "4205"}, False),
        ({"VTE_VERSION": "six"}, False),
        ({"TERM_PROGRAM": "Apple_Terminal"}, False),
        ({"TERM_PROGRAM": "iTerm.app", "TERM_PROGRAM_VERSION": "3.0.9"}, False),
        ({"TERM_PROGRAM": "iTerm.app", "TERM_PROGRAM_VERSION": "3.4.16"}, True),
        ({"TERM_PROGRAM": "vscode", "TERM_PROGRAM_VERSION": "1.96.2"}, True),
        ({"TERM_PROGRAM": "WezTerm", "TERM_PROGRAM_VERSION": "20240203-110809-5046fc22"}, True),
        ({"WT_SESSION": "b7a0"}, True),
        ({"WT_SESSION": "b7a0", "CI": "true"}, False),
        ({"VTE_VERSION": "6003", "STY": "1.pts"}, False),
        ({"VTE_VERSION": "6003", "FORCE_HYPERLINK": "0"}, False),
        ({"FORCE_HYPERLINK": "1", "CI": "true"}, True),
        ({"FORCE_HYPERLINK": ""}, False),
    ],
)
def test_terminals_that_take_links_are_known_by_what_they_set(environment, taken):
    assert takes_links(environment) == taken


def test_a_quiet_report_gives_findings_only():
    out = shown(human, (entry(safety="safe"),), Look(quiet=True))
    assert "odd" in out
    assert "checked" not in out
    assert "newslint explain" not in out
    assert "newslint fix" not in out
    assert shown(human, (), Look(quiet=True)) == ""
    assert shown(github, (entry(),), Look(quiet=True)).count("\n") == 1


def test_the_report_names_the_next_step():
    assert "“newslint fix” fixes 1 of them" in shown(human, (entry(safety="safe"), entry(safety="offer")))
    assert "“newslint fix” fixes all of them" in shown(human, (entry(safety="safe"),))
    assert "newslint fix" not in shown(human, (entry(safety="offer"), entry()))


def test_counts_tell_stories_and_fixes():
    entries = (entry(), entry(safety="safe"), entry("other"), entry(path="b.txt"))
    stream = io.StringIO()
    write_counts(Report(2, entries, ()), stream)
    assert stream.getvalue().splitlines()[:2] == [
        "      3  repeated-word (warning), in 2 stories, [*] 1",
        "      1  other (warning)",
    ]
    stream = io.StringIO()
    write_counts(Report(2, entries, ()), stream, "json")
    first = json.loads(stream.getvalue())["rules"][0]
    assert first == {"rule": "repeated-word", "severity": "warning", "findings": 3, "stories": 2, "fixes": 1}


def test_statistics_as_json(faulty, newslint):
    done = newslint("check", "a.txt", "--statistics", "--format", "json", "--select", "repeated-word")
    assert done.report["rules"][0]["rule"] == "repeated-word"


def test_verbose_says_what_a_run_went_by_and_apart_from_the_report(faulty, newslint, newsroom):
    done = newslint("check", "a.txt", "--format", "json", "--verbose")
    assert done.report["stories"] == 1
    assert "newslint: no newslint.yaml" in done.err
    (newsroom / "newslint.yaml").write_text("fail-on: error\n", encoding="utf-8")
    newslint("check", "a.txt")
    assert "configuration: newslint.yaml" in newslint("check", "a.txt", "-v").err
    assert "1 story, 1 of them unchanged" in newslint("check", "a.txt", "-v").err
    assert "configuration: newslint.yaml" in newslint("check", "a.txt", "-v", "--no-cache").err


@pytest.mark.parametrize("name", [name for name in reporters.names() if name != "docx"])
def test_every_format_goes_to_a_file(faulty, newslint, newsroom, name):
    assert newslint("check", "a.txt", "--format", name, "--output", "out").out == ""
    assert "repeated-word" in (newsroom / "out").read_text(encoding="utf-8")


def test_help_names_the_formats_there_are(newslint):
    said = " ".join(newslint("check", "--help").out.split())
    assert f"{', '.join(reporters.names())}, or a plugin's" in said
    assert reporters.names()[0] == "human"
    assert set(reporters.names()) == set(plugins.load("").reporters)


def test_what_is_no_format_is_refused(faulty, newslint):
    for name in ("base", "__init__", "jsn"):
        done = newslint("check", "a.txt", "--format", name)
        assert (done.code, "unknown report format" in done.err) == (2, True)
    assert "json" in newslint("check", "a.txt", "--format", "jsn").err


def test_it_runs_as_a_module(faulty):
    run = [sys.executable, "-m", "newslint", "check", "a.txt", "--quiet", "--select", "repeated-word"]
    done = subprocess.run(run, capture_output=True, text=True, check=False, encoding="utf-8")
    assert (done.returncode, done.stderr) == (1, "")
    assert "repeated-word" in done.stdout


SHELLS = ("bash", "zsh", "fish")


def options() -> set[str]:
    arguments = [*COMMON, *(each for command in commands.every().values() for each in command.arguments)]
    return {argument.name for argument in arguments if argument.is_option}


@pytest.mark.parametrize("shell", SHELLS)
def test_completion_knows_every_command_and_option(shell, newslint):
    done = newslint("completion", shell)
    assert done.code == 0
    for name in options():
        assert (f"-l {name[2:]} " if shell == "fish" else name) in done.out
    assert "newslint rules" in done.out
    assert "sarif" in done.out


@pytest.mark.parametrize("shell", SHELLS)
def test_completion_is_read_by_its_shell(shell, tmp_path):
    program = shutil.which(shell)
    if not program or os.name == "nt":
        pytest.skip(f"{shell} is not here")
    path = tmp_path / "completion"
    path.write_text(completion.script(shell), encoding="utf-8")
    assert subprocess.run([program, "-n", path], capture_output=True, check=False).returncode == 0


def test_bash_completes(tmp_path):
    if not shutil.which("bash") or os.name == "nt":
        pytest.skip("bash is not here")
    asked = {
        "check --form": "--format-of --format",
        "check --format sa": "sarif",
        "exp": "explain",
        "check --color a": "auto always",
        "explain unattr": "unattributed-quote",
        "check --no-cache --select percent-f": "percent-form",
        "fix stor": "stories.txt",
    }
    (tmp_path / "stories.txt").touch()
    lines = [completion.script("bash")]
    for line in asked:
        words = " ".join(f"'{word}'" for word in f"newslint {line}".split())
        at = len(line.split())
        lines.append(f'COMP_WORDS=({words}); COMP_CWORD={at}; _shtab_newslint; echo "${{COMPREPLY[*]}}"')
    own = f'newslint() {{ "{sys.executable}" -m newslint "$@"; }}'
    env = {**os.environ, "PYTHONPATH": str(ROOT), "NEWSLINT_PLUGINS": ""}
    script = "\n".join((own, *lines))
    done = subprocess.run(["bash"], input=script, cwd=tmp_path, env=env, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == list(asked.values())


def test_the_page_on_reports_names_the_options_for_it():
    page = (ROOT / "docs" / "reports.md").read_text(encoding="utf-8")
    for option in ("--quiet", "--verbose", "--statistics", "--color", "--output", "--exit-zero"):
        assert option in page
