"""The README holds today: its first commands work in a fresh clone, and what has to wait for a release says so."""

import os
import re
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
TODAY = re.search(r"^## Install\n(.*?)^### From the first release on\n", README, re.DOTALL | re.MULTILINE)[1]
CODE = re.compile(r"^```\w*[^\n]*\n(.*?)^```", re.DOTALL | re.MULTILINE)
BLOCKS = [[line.partition("#")[0].strip() for line in block.splitlines()] for block in CODE.findall(TODAY)]
BIN = "Scripts" if sys.platform == "win32" else "bin"
# Where newslint is afterwards: in the clone, in the environment that was active, in the home folder.
AFTER = {
    "make demo": f"clone/.venv/{BIN}/newslint",
    "make test": f"clone/.venv/{BIN}/newslint",
    "pip install .": f"env/{BIN}/newslint",
    "pipx install .": "home/.local/bin/newslint",
}
SAYS = {"make demo": "stories checked", "make test": " passed"}
# What no release has put there yet: the package index, the hook's and the action's address, the schema's.
LATER = re.compile(r"pip install .*\bnewslint\b(?!-)|(?:github|githubusercontent)\.com/newslint|uses: newslint/")
# Of the environment of whoever runs the tests nothing may help, and nothing may get in the way.
OURS = ("PYTHON", "VIRTUAL_ENV", "PYTEST", "COV", "NEWSLINT", "MAKE", "MFLAGS", "GIT_", "XDG_", "PIPX_", "PIP_CACHE")


@pytest.fixture
def clone(tmp_path):
    """A clone of this repository, with what is not committed yet."""

    def changed(*options):
        command = ["git", "-C", ROOT, "ls-files", "-z", *options]
        return [
            name
            for name in subprocess.run(command, capture_output=True, check=True).stdout.decode().split("\0")
            if name
        ]

    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    subprocess.run(["git", "clone", "--quiet", ROOT, tmp_path / "clone"], check=True)
    for name in changed("--deleted"):
        (tmp_path / "clone" / name).unlink(missing_ok=True)
    for name in {*changed("--modified", "--others", "--exclude-standard")} - {*changed("--deleted")}:
        (tmp_path / "clone" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / "clone" / name)
    return tmp_path / "clone"


@pytest.fixture
def fresh(tmp_path):
    """The variables of an empty home, with an empty virtual environment that is active and none of ours."""
    venv.create(tmp_path / "env", with_pip=True)
    (tmp_path / "home").mkdir()
    own = {name: value for name, value in os.environ.items() if not name.upper().startswith(OURS)}
    path = [folder for folder in own["PATH"].split(os.pathsep) if Path(folder) != Path(sys.executable).parent]
    home = str(tmp_path / "home")
    path.insert(0, str(tmp_path / "env" / BIN))
    quick = {"PIP_NO_COMPILE": "1"}  # what is imported is compiled then; the rest is most of what there is
    return {**own, **quick, "HOME": home, "USERPROFILE": home, "PATH": os.pathsep.join(path)}


def run(command, folder, env):
    done = subprocess.run(command, shell=True, cwd=folder, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    return done.stdout


@pytest.mark.fresh
@pytest.mark.network
@pytest.mark.parametrize("commands", BLOCKS, ids=" and ".join)
def test_what_the_readme_tells_to_type_today_works_in_a_fresh_clone(commands, clone, fresh, tmp_path):
    """One after the other, as a reader types them; each leaves a newslint that runs."""
    if commands[0].startswith("make") and (sys.platform == "win32" or not shutil.which("make")):
        pytest.skip("the README asks for make, on Linux or macOS")
    # All of `make test` but for the number of tests: whole, it would run this one again, without end. That all of them
    # pass is what whoever runs this one is about to see.
    fresh["PYTEST_ADDOPTS"] = "tests/test_text.py"
    for command in commands:
        if command.startswith("pipx"):
            run("pip install --quiet pipx", clone, fresh)
        said = run(command, clone, fresh)
        assert SAYS.get(command, "") in said
        assert run(f'"{tmp_path / AFTER[command]}" --version', tmp_path, fresh).startswith("newslint ")


def test_the_readme_starts_with_the_two_commands_for_a_clone():
    assert BLOCKS[0] == ["make demo", "make test"]
    assert README.index(TODAY) < LATER.search(README).start()


def test_ci_runs_what_the_readme_tells_to_run():
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert re.search(r"\bmake test$", ci, re.MULTILINE)


@pytest.mark.parametrize(
    "document",
    [ROOT / "README.md", ROOT / "examples" / "gitlab-ci.yml", *sorted(ROOT.glob("docs/*.md"))],
    ids=lambda path: path.name,
)
def test_what_only_a_release_brings_is_marked(document):
    """Code in a section or file: an address that is not there yet stands below words that say so."""
    text = document.read_text(encoding="utf-8")
    sections = re.split(r"^(?=##+ )", text, flags=re.MULTILINE) if document.suffix == ".md" else [text]
    for section in sections:
        code = "\n".join(CODE.findall(section)) if document.suffix == ".md" else section
        assert not LATER.search(code) or re.search(r"from the first\s+release\s+on", section, re.IGNORECASE), section


def test_names_in_the_readme_are_right(tmp_path):
    from newslint.words import name_files

    [names] = [text for text in CODE.findall(README) if text.startswith("names:")]
    (tmp_path / "names.yaml").write_text(names, encoding="utf-8")
    assert [name.name for name in name_files.read_names(str(tmp_path / "names.yaml")).names]
