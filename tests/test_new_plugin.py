"""`newslint new-plugin` writes the package that the docs show, and it works as installed by a plain `pip install .`."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from helpers import ROOT

from newslint.commands.new_plugin import files_of

PAGE = (ROOT / "docs" / "writing-plugins.md").read_text(encoding="utf-8")
SHOWN = dict(re.findall(r'^```\w+ title="([^"]+)"\n(.*?)^```', PAGE, re.DOTALL | re.MULTILINE))
NAMES = ("acme", "city-desk", "class", "x1")


def test_the_package_that_the_docs_show_is_what_is_written():
    written = files_of("acme")
    assert set(written) - set(SHOWN) == {"README.md"}
    for path, text in written.items():
        assert path == "README.md" or SHOWN[path] == text, path


@pytest.mark.parametrize("name", NAMES)
def test_a_package_is_written_and_speaks_of_no_other(newsroom, newslint, name):
    done = newslint("new-plugin", name)
    assert done.code == 0
    folder = newsroom / f"newslint-{name}"
    found = {p.relative_to(folder).as_posix(): p.read_text("utf-8") for p in folder.rglob("*") if p.is_file()}
    assert found == dict(files_of(name))
    assert all(str(Path(path)) in done.out for path in found)
    if name != "acme":
        assert not [path for path, text in found.items() if "acme" in path + text]
    assert [p.name for p in newsroom.iterdir()] == [folder.name], "nothing else is left"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("a b", "no plugin can be called “a b”: a plugin's name has small letters and digits"),
        ("Acme", "no plugin can be called “Acme”"),
        ("1st", "no plugin can be called “1st”"),
        ("my_plugin", "no plugin can be called “my_plugin”"),
        ("../acme", "no plugin can be called “../acme”"),
        ("", "no plugin can be called “”"),
        ("a\x1b[2Jb", "no plugin can be called 'a\\x1b[2Jb'"),
        ("é", "no plugin can be called “é”"),
        ("a" * 41, "at most 40 of them"),
        ("quotes", "“quotes” is a word of newslint's own"),
        ("all", "“all” is a word of newslint's own"),
        ("newslint", "“newslint” is a word of newslint's own"),
        ("newslint-acme", "newslint new-plugin acme"),
    ],
)
def test_a_name_that_no_plugin_can_have_writes_nothing(newsroom, newslint, name, message):
    done = newslint("new-plugin", name)
    assert (done.code, done.out) == (2, "")
    assert message in done.err
    assert not list(newsroom.iterdir())


@pytest.mark.parametrize("there", ["folder", "file", "link"])
def test_nothing_is_overwritten(newsroom, newslint, there):
    target = newsroom / "newslint-acme"
    if there == "folder":
        target.mkdir()
    elif there == "file":
        target.write_text("mine", encoding="utf-8")
    else:
        try:
            target.symlink_to(newsroom / "elsewhere")
        except OSError:
            pytest.skip("no symbolic links here")
    done = newslint("new-plugin", "acme")
    assert (done.code, done.out) == (2, "")
    assert "newslint-acme: there is something of this name already" in done.err
    assert [p.name for p in newsroom.iterdir()] == ["newslint-acme"]
    assert not target.is_dir() or not list(target.iterdir())
    assert newslint("new-plugin", "acme", "--folder", "nowhere").code == 2


def test_nothing_is_left_where_a_file_cannot_be_written(newsroom, newslint, monkeypatch):
    def full(path, text):
        if path.endswith(".yaml"):
            raise OSError(28, "No space left on device")
        real(path, text)

    from newslint.commands import new_plugin

    # the one step in which a disk may be full
    real = new_plugin._write
    monkeypatch.setattr(new_plugin, "_write", full)
    done = newslint("new-plugin", "acme")
    assert (done.code, "cannot be written: No space left" in done.err) == (2, True)
    assert not list(newsroom.iterdir())


def test_the_name_of_an_installed_plugin_is_refused(install, newslint):
    install("@hookimpl\ndef register_rules():\n    return []\n")
    done = newslint("new-plugin", "acme")
    assert done.code == 2
    assert "a plugin “acme” is installed already: version 2.1" in done.err


def test_what_is_written_works_after_pip_install(newsroom, newslint):
    """Built by its own recipe; offline, so newslint and the build tool are those that run this test."""
    pytest.importorskip("pip")
    pytest.importorskip("hatchling")
    assert newslint("new-plugin", "city-desk").code == 0
    site, package = newsroom / "site", newsroom / "newslint-city-desk"
    own = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST", "COV", "NEWSLINT_PLUGINS"))}
    own["PYTHONPATH"] = os.pathsep.join((str(site), str(ROOT)))
    offline = ["--no-index", "--no-deps", "--no-build-isolation", "--disable-pip-version-check", "--no-cache-dir"]

    def run(*arguments: object) -> str:
        command = [sys.executable, "-m", *map(str, arguments)]
        done = subprocess.run(command, cwd=newsroom, env=own, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    run("pip", "install", "--quiet", *offline, "--target", site, package)
    assert run("newslint", "test", "city-desk/town-hall", "city-desk/shouting-headline") == "5 examples hold.\n"
    (newsroom / "a.txt").write_text("MAYOR QUITS\n\nShe left City Hall on Monday, her office said.\n", "utf-8")
    found = run("newslint", "check", "a.txt", "--format", "json", "--exit-zero")
    assert "city-desk/town-hall" in found
    assert "city-desk/shouting-headline" in found


@pytest.mark.fresh
@pytest.mark.network
def test_what_is_written_works_in_an_environment_of_its_own(newsroom, newslint):
    """As a newsroom does it: a new environment, newslint, and the package with a plain `pip install .`."""
    assert newslint("new-plugin", "acme").code == 0
    subprocess.run([sys.executable, "-m", "venv", "env"], cwd=newsroom, check=True)
    python = newsroom / "env" / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    own = {
        k: v for k, v in os.environ.items() if not k.startswith(("PYTEST", "COV", "NEWSLINT_PLUGINS", "PYTHONPATH"))
    }
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, ROOT], cwd=newsroom, env=own, check=True)
    subprocess.run([*pip, ".[test]"], cwd=newsroom / "newslint-acme", env=own, check=True)
    for arguments, expected in (
        (("newslint", "plugins"), "acme 1.0.0 (newslint_acme): 2 rules or rule files"),
        (("newslint", "test"), "examples hold."),
        (("newslint", "rules"), "acme/town-hall"),
        (("pytest", "-p", "no:cacheprovider", newsroom / "newslint-acme" / "tests"), "5 passed"),
    ):
        command = [python, "-m", *map(str, arguments)]
        done = subprocess.run(command, cwd=newsroom, env=own, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        assert expected in done.stdout
