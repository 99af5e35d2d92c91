"""What is shipped: the wheel holds the rules, the sdist holds what git holds, and a plugin installs beside it."""

import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PLUGIN = ROOT / "examples" / "newslint-courts"


def in_git() -> list[str]:
    try:
        done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout")
    return [name for name in done.stdout.decode().split("\0") if name and (ROOT / name).is_file()]


def build(kind: str, folder: Path) -> Path:
    code = f"from hatchling import build; print(build.build_{kind}({str(folder)!r}))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return folder / done.stdout.splitlines()[-1]


def test_the_wheel_holds_the_package_and_the_rules(tmp_path):
    names = set(zipfile.ZipFile(build("wheel", tmp_path)).namelist())
    rules = {f"newslint/{p.relative_to(ROOT).as_posix()}" for p in (ROOT / "rules").rglob("*.yaml")}
    assert rules <= names
    assert "newslint/py.typed" in names
    assert {name.split("/")[0] for name in names} <= {
        "newslint",
        *(n for n in (x.split("/")[0] for x in names) if n.endswith(".dist-info")),
    }


def test_the_sdist_holds_what_git_holds_and_nothing_else(tmp_path):
    tracked = set(in_git())
    with tarfile.open(build("sdist", tmp_path)) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    untracked = subprocess.run(
        ["git", "ls-files", "-z", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, check=True
    )
    waiting = set(untracked.stdout.decode().split("\0"))
    assert names - waiting == tracked | {"PKG-INFO"}


@pytest.mark.fresh
@pytest.mark.network
def test_the_wheel_and_the_example_plugin_install_and_pass_the_plugins_own_tests(tmp_path):
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env" / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    wheel = build("wheel", tmp_path)
    install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*install, wheel, f"{PLUGIN}[test]"], cwd=tmp_path, check=True)

    own = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTEST", "COV", "NEWSLINT_PLUGINS"))
    }

    def run(*arguments: object) -> str:
        done = subprocess.run(
            [python, *arguments], cwd=tmp_path, env=own, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    assert "courts 1.0.0" in run("-m", "newslint", "plugins")
    assert "passed" in run("-m", "pytest", "-p", "no:cacheprovider", PLUGIN / "tests")
    assert "examples hold." in run("-m", "newslint", "test")
