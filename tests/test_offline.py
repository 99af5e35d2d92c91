"""newslint never opens a connection: everything it does is done with sockets forbidden, in its children too."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from newslint import commands

ROOT = Path(__file__).parent.parent
# Runs before newslint in every Python process. What Python itself does to talk to its own children (pipes, and pairs
# of Unix sockets) is no network; whatever could reach another machine ends the process.
GUARD = """
import os, sys

def _forbid(event, arguments):
    network = event == "socket.__new__" and int(arguments[1]) != 1 or event in (
        "socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname",
        "socket.gethostbyaddr", "http.client.connect", "urllib.Request", "ftplib.connect", "smtplib.connect",
    )
    if network:
        os.write(2, f"NETWORK: {event} {arguments!r}\\n".encode())
        os._exit(97)

sys.addaudithook(_forbid)
"""
REPORTERS = sorted(
    path.stem
    for path in (ROOT / "newslint" / "reporters").glob("*.py")
    if path.stem not in ("base", "docx") and path.stem[0] != "_"
)


@pytest.fixture
def run(tmp_path):
    """Run newslint in a copy of the newsroom, with a guard in every process; gives the finished process."""
    (tmp_path / "guard").mkdir()
    (tmp_path / "guard" / "sitecustomize.py").write_text(GUARD, encoding="utf-8")
    newsroom = tmp_path / "newsroom"
    shutil.copytree(ROOT / "examples" / "newsroom", newsroom, ignore=shutil.ignore_patterns(".newslint_cache"))
    path = os.pathsep.join([str(tmp_path / "guard"), str(ROOT)])
    env = {**os.environ, "PYTHONPATH": path, "NEWSLINT_PLUGINS": ""}

    def call(*arguments, code=None, codes=(0, 1), stdin=""):
        command = [sys.executable, "-m", "newslint", *arguments]
        done = subprocess.run(
            command, cwd=newsroom, env=env, input=stdin, capture_output=True, text=True, encoding="utf-8", check=False
        )
        assert "NETWORK" not in done.stderr
        assert done.returncode in (codes if code is None else (code,)), done.stderr
        return done

    return call


def test_the_guard_itself_works(run, tmp_path):
    env = {**os.environ, "PYTHONPATH": str(tmp_path / "guard")}
    for attempt in ("import socket; socket.socket()", "import urllib.request as u; u.urlopen('http://localhost:9')"):
        done = subprocess.run([sys.executable, "-c", attempt], env=env, capture_output=True, text=True, check=False)
        assert done.returncode == 97
        assert "NETWORK" in done.stderr


def test_every_rule_on_every_story_in_several_processes(run):
    rules = [rule["id"] for rule in json.loads(run("rules", "--format", "json", code=0).stdout)["rules"]]
    done = run(
        "check", "--select", ",".join(rules), "--min-confidence", "low", "--jobs", "2", "--format", "json", "."
    )
    report = json.loads(done.stdout)
    assert report["stories"] > 10
    assert report["findings"]
    assert not report["failures"]


@pytest.mark.parametrize("name", REPORTERS)
def test_every_reporter(run, name):
    assert run("check", "--format", name, "news", code=1).stdout


def test_fixing_showing_and_explaining(run):
    run("fix", "--diff", ".", code=1)
    assert run("fix", "--unsafe", "-", stdin="Head of it\n\nThe council met met on Monday.\n").stdout
    run("fix", "--unsafe", ".")
    assert "quotes" in run("show", "--format", "json", "news", code=0).stdout


def test_every_rule_is_explained(run, tmp_path):
    each = "from newslint import cli; from newslint.rulebook import pack, plugins; print([cli.main(['explain', r]) for r in pack.load(plugins.load()).rules])"
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path / "guard"), str(ROOT)]), "NEWSLINT_PLUGINS": ""}
    done = subprocess.run([sys.executable, "-c", each], env=env, capture_output=True, check=False)
    assert done.returncode == 0
    codes = done.stdout.decode().splitlines()[-1]
    assert codes.count("0") > 30
    assert set(codes) <= set("[0, ]")


VALUES = {
    "PATH": "news",
    "RULE": "repeated-word",
    "NAME": "acme",
    "STYLE": "House",
    "OLD": "old.json",
    "NEW": "new.json",
    "PLACE": "news/2026-03-12-market-hall.md:19",
}  # for what a command must be given, by what help calls it


LISTENS = "serve"  # tests/test_server_process.py holds it to that


@pytest.mark.parametrize("name", [name for name in commands.every() if name != LISTENS])
def test_every_command_as_it_is_declared(run, name):
    operands = [each for each in commands.every()[name].arguments if not each.is_option and each.number in ("", "+")]
    words = [each.choices[0] if each.choices else VALUES[each.value] for each in operands]
    assert "a fault of newslint" not in run(name, *words, codes=(0, 1, 2)).stderr


def test_all_other_commands(run):
    run("test", "reading-grade", "percent-form", "mojibake", "inconsistent-name", code=0)
    run("test", "repeated-word", "--corpus", ".", code=0)
    run("learn", ".", "--least", "1", "--output", "learnt.yaml", code=0)
    run("check", "--format", "json", "--output", "old.json", "--timing", "--max-findings", "3", ".")
    run("compare", "old.json", "old.json", "--fail-on-new", code=0)
    for of in ("config", "rules", "names", "report"):
        run("schema", of, code=0)
    run("plugins", code=0)
    run("completion", "bash", code=0)
    run("init", "..", code=0)
    run("check", "--write-baseline", ".", code=0)
    run("stats", ".", code=0)
    run("check", "--prune-baseline", ".", code=0)
    run("check", "--add-ignore", "a try", "news")
    run("clean", code=0)
    run("--version", code=0)
    run("--help", code=0)
