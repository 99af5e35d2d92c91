"""`.ci/clients` tries every client or fails: what is missing is installed where that can be done, and else told."""

import os
import shutil
import subprocess
import sys

import pytest
from helpers import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it is a script for bash")
CONFTEST = (ROOT / "tests" / "clients" / "conftest.py").read_text(encoding="utf-8")


@pytest.fixture
def machine(tmp_path):
    """Run the script on a machine that has just these programs; gives what it printed, and what it called."""
    (tmp_path / ".ci").mkdir()
    shutil.copy(ROOT / ".ci" / "clients", tmp_path / ".ci" / "clients")
    (tmp_path / "bin").mkdir()
    for name in ("bash", "dirname", "cat", "chmod", "env"):
        (tmp_path / "bin" / name).symlink_to(shutil.which(name))

    def put(path, code=""):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f'#!/usr/bin/env bash\necho "{path.name} $*" >> "{tmp_path}/called"\n{code}\n')
        path.chmod(0o755)

    def run(*programs, user=0, apt="", python=""):
        put(tmp_path / "bin" / "id", f"echo {user}")
        put(tmp_path / ".venv" / "bin" / "python", f'echo "$NEWSLINT_ARTEFACTS $NEWSLINT_CLIENTS"; {python}')
        for name in programs:
            put(tmp_path / "bin" / name, apt if name == "apt-get" else "")
        command = [tmp_path / "bin" / "bash", ".ci/clients"]
        env = {"PATH": str(tmp_path / "bin"), "BIN": str(tmp_path / "bin")}
        done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
        return done, (tmp_path / "called").read_text() if (tmp_path / "called").exists() else ""

    return run


PUT = 'for each in nvim chromium node; do echo "#!/bin/sh" > "$BIN/$each"; chmod +x "$BIN/$each"; done'


def test_with_all_programs_there_the_tests_are_run_and_pictures_kept(machine):
    done, called = machine("nvim", "chromium", "node")
    assert done.returncode == 0, done.stderr
    assert "/dist/artefacts all" in done.stdout
    assert "pip install --quiet --only-binary :all: --editable .[clients]" in called
    assert "pytest -m clients -o faulthandler_timeout=0 tests/clients" in called


def test_what_is_missing_is_installed_where_that_can_be_done(machine):
    done, called = machine("apt-get", apt=PUT)
    assert done.returncode == 0, done.stderr
    assert "install --no-install-recommends neovim chromium fonts-dejavu-core nodejs" in called
    assert "pytest -m clients" in called


@pytest.mark.parametrize(
    ("programs", "keys"),
    [
        (("nvim", "node"), {}),
        (("nvim", "node", "apt-get"), {"user": 1000}),
        (("nvim", "node", "apt-get"), {"apt": "exit 100"}),
    ],
)
def test_where_it_cannot_be_installed_that_is_said_and_a_failure(machine, programs, keys):
    done, called = machine(*programs, **keys)
    assert done.returncode == 1
    assert "not on this machine: chromium" in done.stderr
    assert "pytest" not in called


def test_tests_that_fail_fail_it(machine):
    done, _ = machine("nvim", "chromium", "node", python='[ "$2" != pytest ]')
    assert done.returncode == 1


@pytest.mark.parametrize(("asked", "outcomes"), [("all", {"failed": 1, "skipped": 1}), ("", {"skipped": 2})])
def test_a_client_that_was_not_tried_is_a_failure_where_all_are_asked_for(tmp_path, asked, outcomes):
    (tmp_path / "conftest.py").write_text(CONFTEST, encoding="utf-8")
    code = "import pytest\ndef test_a(): pytest.skip('needs a browser')\ndef test_b(): pytest.skip('needs npm')\n"
    (tmp_path / "test_a.py").write_text(code, encoding="utf-8")
    done = pytest_in(tmp_path, asked)
    assert all(f"{n} {outcome}" in done.stdout for outcome, n in outcomes.items()), done.stdout
    assert done.returncode == (1 if asked else 0)


def test_a_file_whose_client_is_missing_is_one_too(tmp_path):
    (tmp_path / "conftest.py").write_text(CONFTEST, encoding="utf-8")
    (tmp_path / "test_a.py").write_text("import pytest\npytest.importorskip('no_such_client')\n", encoding="utf-8")
    assert pytest_in(tmp_path, "").returncode == 5
    done = pytest_in(tmp_path, "all")
    assert done.returncode == 2
    assert "this client was not tried: " in done.stdout


def pytest_in(folder, asked, *more):
    own = ["-p", "no:cacheprovider", "-c", os.devnull, "--rootdir", folder]
    command = [sys.executable, "-m", "pytest", *own, *more, folder]
    env = {**os.environ, "NEWSLINT_CLIENTS": asked, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTEST_ADDOPTS": ""}
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)


def test_a_run_that_leaves_clients_out_does_not_even_import_their_tests(tmp_path):
    (tmp_path / "clients").mkdir()
    (tmp_path / "clients" / "conftest.py").write_text(CONFTEST, encoding="utf-8")
    (tmp_path / "clients" / "test_a.py").write_text("import no_such_client\n", encoding="utf-8")
    (tmp_path / "test_b.py").write_text("def test_b(): pass\n", encoding="utf-8")
    done = pytest_in(tmp_path, "", "-m", "not fresh and not clients")
    assert (done.returncode, "1 passed" in done.stdout) == (0, True), done.stdout
    assert pytest_in(tmp_path, "", "-m", "fresh").returncode == 5  # nothing of that kind, and nothing imported
    assert pytest_in(tmp_path, "").returncode == 2
