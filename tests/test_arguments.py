"""The short way through the command line gives what argparse gives, or nothing."""

import sys
from itertools import product

import pytest

from newslint import cli
from newslint.arguments import parser

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


def read(argv):
    try:
        return vars(parser().parse_args(argv))
    except SystemExit:
        return None


def test_every_default_is_that_of_argparse():
    assert vars(cli.plain(["check"])) == read(["check"])


@pytest.mark.parametrize("first", WORDS)
def test_the_short_way_says_what_argparse_says(first, capsys):
    for rest in product(WORDS, repeat=2):
        argv = ["check", first, *rest]
        short = cli.plain(argv)
        assert short is None or vars(short) == read(argv), argv


@pytest.mark.parametrize("line", [
    "check", "check a.txt", "check --no-cache a.txt b.txt", "check a.txt --format json", "check --corpus --statistics .",
    "check --format json --stdin-name stories/a.md -", "check --config c.yaml --output out.txt --force-exclude a",
])  # fmt: skip
def test_the_common_ways_to_call_it_are_short(line):
    short = cli.plain(line.split())
    assert short is not None
    assert vars(short) == read(line.split())


@pytest.mark.parametrize(
    "line", ["rules", "check --help", "check a.txt --no-cache b.txt", "check --jobs 2", "check --format"]
)
def test_all_else_is_read_by_argparse(line):
    assert cli.plain(line.split()) is None


def test_one_story_is_checked_without_argparse(newsroom, newslint, monkeypatch):
    (newsroom / "a.txt").write_text("A story.\n", encoding="utf-8")
    monkeypatch.setitem(sys.modules, "newslint.arguments", None)
    assert newslint("check", "a.txt").code in (0, 1)
