"""What commands declare of their arguments: read without argparse, it gives what argparse gives, or nothing."""

import sys
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import cli, commands
from newslint.arguments import Argument, Command, Given, read_quickly
from newslint.cli import main

WORDS = (
    "a.txt",
    "-",
    "--no-cache",
    "--format",
    "--format=json",
    "--jobs",
    "--form",
    "2",
    "--exit-zero",
    "--",
    "-x",
    "",
)
COMMANDS = commands.every()
PARSER = cli.parser()


def by_argparse(argv):
    try:
        return PARSER.parse_args(argv, Given())
    except SystemExit:
        return None


def quickly(argv):
    return read_quickly(argv[0], COMMANDS[argv[0]], argv[1:])


@pytest.mark.parametrize("name", COMMANDS)
def test_every_default_is_that_of_argparse(name):
    for rest in ([], ["config"], ["a.txt"], ["bash"]):
        assert quickly([name, *rest]) == by_argparse([name, *rest])


@pytest.mark.parametrize("first", WORDS)
def test_read_quickly_a_command_line_says_what_argparse_says(first, capsys):
    for rest in product(WORDS, repeat=2):
        argv = ["check", first, *rest]
        assert quickly(argv) in (None, by_argparse(argv)), argv


@st.composite
def command_lines(draw):
    """A command with words that it may take, in any order, some of them wrong."""
    name = draw(st.sampled_from(sorted(COMMANDS)))
    words = ["a", "b.txt", "3", "-", "", "-1", "--", "--nonsense"]
    for argument in COMMANDS[name].arguments:
        words += [argument.name, argument.name[:-1], *argument.choices, argument.short or "x"]
    return [name, *draw(st.lists(st.sampled_from(words), max_size=6))]


@given(command_lines())
def test_every_command_is_read_quickly_as_argparse_reads_it(argv):
    assert quickly(argv) in (None, by_argparse(argv))


@pytest.mark.parametrize("line", [
    "check", "check a.txt", "check --no-cache a.txt b.txt", "check a.txt --format json", "check --corpus --statistics .",
    "check --format json --stdin-name stories/a.md -", "check --config c.yaml --output out.txt --force-exclude a",
    "check --jobs 2 -q --select quotes,names a", "fix --diff a.txt", "rules", "rules --for a.txt --format json",
    "explain names", "init --yes --pre-commit x", "schema config", "test percent-form --show 3",
])  # fmt: skip
def test_the_common_ways_to_call_it_need_no_argparse(line):
    assert quickly(line.split()) == by_argparse(line.split()) is not None


@pytest.mark.parametrize("line", [
    "check --help", "check a.txt --no-cache b.txt", "check --jobs x", "check --format", "check --color blue", "explain",
    "explain a b", "check --changed", "check --format=json", "init --no-pre-commit", "schema rule", "plugins x",
])  # fmt: skip
def test_all_else_is_left_to_argparse(line):
    assert quickly(line.split()) is None


def test_an_argument_says_all_there_is_to_know_of_it():
    flag = Argument("--dry-run", "try it", short="-n")
    number = Argument("--least", value="N", default=3, read=int, to="fewest")
    command = Command("do it", (flag, number, Argument("where", number="?", default="here")), vars)
    done = read_quickly("do", command, ["-n", "--least", "4"])
    assert vars(done) == {
        "command": "do", "config": "", "no_cache": False, "format_of": (), "allow_outside": False, "dry_run": True, "fewest": 4, "where": "here"
    }  # fmt: skip


def test_one_story_is_checked_without_argparse(newsroom, newslint, monkeypatch):
    (newsroom / "a.txt").write_text("A story.\n", encoding="utf-8")
    monkeypatch.setitem(sys.modules, "newslint.arguments.parser", None)
    assert newslint("check", "a.txt").code in (0, 1)


def test_a_command_is_the_only_one_that_is_imported(newsroom, newslint, monkeypatch):
    for name in [name for name in sys.modules if name.startswith("newslint.commands.")]:
        monkeypatch.delitem(sys.modules, name)
    newslint("clean")
    loaded = {name.rpartition(".")[2] for name in sys.modules if name.startswith("newslint.commands.")}
    assert {name for name in loaded if not name.startswith("_")} == {"clean"}


def test_what_helps_commands_is_no_command(newslint):
    assert not {name for name in COMMANDS if name.startswith("_")}
    for name in ("_report", "__init__", "-h", "no/such", ""):
        assert commands.find(name) is None


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (["check", "--max-findings", "-1"], "expected a whole number from 0 on, found '-1'"),
        (["check", "--jobs", "many"], "expected a whole number, found 'many'"),
        (
            ["check", "--format-of", "html"],
            "expected pairs with commas between them, in each the sign “=”, found 'html'",
        ),
    ],
)
def test_a_value_that_cannot_be_read_is_told_in_words(line, said, capsys):
    with pytest.raises(SystemExit):
        main(line)
    assert said in capsys.readouterr().err
