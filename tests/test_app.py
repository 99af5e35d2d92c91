"""newslint where nothing can be installed: the program in one file, and what the container image is made of."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import venv
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BIN = "Scripts" if sys.platform == "win32" else "bin"
CONTAINERFILE = (ROOT / "Containerfile").read_text(encoding="utf-8")
# Each instruction with what follows it, continued lines joined.
STEPS = [
    line.partition(" ")[::2]
    for line in re.sub(r"\\\n\s*", "", CONTAINERFILE).splitlines()
    if line and not line.startswith("#")
]
ARGUMENTS = dict(value.split("=", 1) for name, value in STEPS if name == "ARG")
WHOLE = len(list((ROOT / "examples" / "newsroom").rglob("2026-*")))
OURS = ("PYTHON", "VIRTUAL_ENV", "PYTEST", "COV", "NEWSLINT", "MAKE", "MFLAGS", "PEX_", "XDG_")


def steps(name):
    return [value for instruction, value in STEPS if instruction == name]


def copied():
    """The sources of every COPY out of the clone."""
    return [word for value in steps("COPY") if "--from" not in value for word in value.split()[:-1]]


@pytest.fixture
def alone(tmp_path):
    """The variables of an empty home, without this environment's own Python on the path."""
    (tmp_path / "home").mkdir()
    own = {name: value for name, value in os.environ.items() if not name.upper().startswith(OURS)}
    path = [folder for folder in own["PATH"].split(os.pathsep) if Path(folder) != Path(sys.executable).parent]
    path = [*path, str(Path(sys.base_prefix) / BIN)]
    home = str(tmp_path / "home")
    return {**own, "HOME": home, "USERPROFILE": home, "PATH": os.pathsep.join(path)}


def checked(command, folder, env):
    """The JSON report of a check of the newsroom, by this command, from another folder."""
    newsroom = folder / "newsroom"
    shutil.copytree(ROOT / "examples" / "newsroom", newsroom, ignore=shutil.ignore_patterns(".newslint_cache"))
    words = [*command, "check", "--format", "json", str(newsroom)]
    done = subprocess.run(words, cwd=folder, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    return json.loads(done.stdout)


@pytest.mark.fresh
@pytest.mark.network
def test_the_program_in_one_file_runs_from_another_folder(tmp_path, alone):
    if sys.platform == "win32" or not shutil.which("make") or not (ROOT / ".git").exists():
        pytest.skip("it needs make, a git checkout and a shell")
    clone, elsewhere = tmp_path / "clone", tmp_path / "elsewhere"
    elsewhere.mkdir()
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    for name in subprocess.run(listed, cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0"):
        if name and (ROOT / name).is_file():
            (clone / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, clone / name)
    make = ["make", "app", f"PYTHON={sys.executable}", "EXTRAS=lsp"]
    done = subprocess.run(make, cwd=clone, env=alone, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    program = shutil.move(clone / "dist" / "newslint.pyz", elsewhere / "newslint.pyz")
    shutil.rmtree(clone)
    report = checked([program], elsewhere, alone)
    assert report["stories"] == WHOLE
    assert report["findings"]
    for words in ([program, "--version"], [sys.executable, program, "--version"]):
        said = subprocess.run(words, cwd=elsewhere, env=alone, capture_output=True, text=True, check=True).stdout
        assert said.startswith("newslint ")


def test_the_image_is_made_of_files_that_are_there():
    assert {"newslint/", "rules/", "pyproject.toml", "README.md", "LICENSE"} <= set(copied())
    assert all((ROOT / source).exists() for source in copied())


def test_the_image_is_given_what_it_copies_and_little_else():
    lines = (ROOT / ".containerignore").read_text(encoding="utf-8").split("\n")
    lines = [line for line in lines if line and not line.startswith("#")]
    assert lines[0] == "*"
    let_in = [line[1:] for line in lines if line.startswith("!")]
    assert sorted(let_in) == sorted(copied())
    assert any(fnmatch("newslint/base/__pycache__/", line) for line in lines[1:])


def test_the_image_has_all_that_the_package_is_built_of():
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    built = [*project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"], project["project"]["readme"]]
    built += [*project["project"]["license-files"], project["tool"]["hatch"]["version"]["path"]]
    for file in built:
        assert any(file == source or f"{file}/".startswith(source) for source in copied()), file
    assert set(ARGUMENTS["EXTRAS"].split(",")) <= set(project["project"]["optional-dependencies"])


def test_the_image_runs_newslint_as_nobody_special_from_wheels_alone():
    assert all(re.search(r"/python:\$\{PYTHON\}-slim\b", value) for value in steps("FROM"))
    assert steps("USER")[-1] not in ("root", "0")
    assert json.loads(steps("ENTRYPOINT")[0]) == ["newslint"]
    installs = [value for value in steps("RUN") if "pip install" in value]
    assert installs
    assert all("--only-binary :all:" in value for value in installs)
    assert not re.search(r"\b(?:apt|apt-get|apk|gcc|curl|wget)\b", " ".join(steps("RUN")))
    assert "NEWSLINT_CACHE_DIR=/tmp/" in " ".join(steps("ENV"))


@pytest.mark.fresh
@pytest.mark.network
def test_what_the_image_installs_works(tmp_path, alone):
    """The pip line of the Containerfile, in an environment of its own, with no more than the image is given."""
    given = tmp_path / "build"
    for source in copied():
        if source.endswith("/"):
            shutil.copytree(ROOT / source, given / source, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            given.mkdir(exist_ok=True)
            shutil.copy(ROOT / source, given / source)
    venv.create(tmp_path / "env", with_pip=True)
    [line] = [value for value in steps("RUN") if "pip install" in value]
    words = shlex.split(line.replace("${EXTRAS}", ARGUMENTS["EXTRAS"]))
    assert words[0] == "/opt/newslint/bin/python"
    words[0] = str(tmp_path / "env" / BIN / "python")
    done = subprocess.run(words, cwd=given, env=alone, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    shutil.rmtree(given)
    cache = str(tmp_path / "cache")
    env = {**alone, "NEWSLINT_CACHE_DIR": cache, "PYTHONDONTWRITEBYTECODE": "1"}
    assert checked([str(tmp_path / "env" / BIN / "newslint")], tmp_path, env)["stories"] == WHOLE
