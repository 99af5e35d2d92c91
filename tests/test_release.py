"""A release is whole: wheel and sdist pass twine, hold what they should, and the docs name this version."""

import re
import subprocess
import sys
import tarfile
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

from newslint import __version__

ROOT = Path(__file__).parent.parent
# Beside the rules, what is no Python in the package; anything else has come in by mistake.
DATA = (
    ".py", ".yaml", ".story", "py.typed", "reporters/html.css", "reporters/html.js", "words/en/spelling.txt",
    "words/en/spelling.bits",
    "words/en/LICENSES.md",
)  # fmt: skip


@pytest.fixture(scope="module")
def dist(tmp_path_factory):
    """Wheel and sdist as a release has them, built with what is installed: no index is asked."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def wheel(dist):
    with zipfile.ZipFile(next(dist.glob("*.whl"))) as archive:
        yield archive


def test_twine_is_content_with_both(dist):
    files = sorted(map(str, dist.iterdir()))
    assert [Path(file).suffix for file in files] == [".whl", ".gz"]
    done = subprocess.run(
        [sys.executable, "-m", "twine", "check", "--strict", *files], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_wheel_holds_code_rules_and_licence_and_nothing_else(wheel):
    names = set(wheel.namelist())
    info = f"newslint-{__version__}.dist-info"
    wanted = {"newslint/py.typed", f"{info}/licenses/LICENSE", f"{info}/entry_points.txt"}
    for files in ("chrome/*.yaml", "styles/*.yaml", "names/*.yaml", "residue/*.yaml", "hosts/*.story"):
        shipped = [path.relative_to(ROOT).as_posix() for path in (ROOT / "rules").glob(files)]
        assert shipped
        wanted |= {f"newslint/{name}" for name in shipped}
    words = [path.relative_to(ROOT).as_posix() for path in (ROOT / "newslint" / "words").glob("*/*.yaml")]
    assert "newslint/words/en/names.yaml" in words
    assert wanted.union(words) <= names
    desk = {path.relative_to(ROOT).as_posix() for path in (ROOT / "newslint" / "server" / "desk").iterdir()}
    assert desk <= names
    others = names - desk
    strays = {
        n for n in others if not n.startswith(f"{info}/") and not (n.startswith("newslint/") and n.endswith(DATA))
    }
    assert not strays
    assert not {name for name in others if re.search(r"(^|/)(tests?|examples?)/|_cache|\.pyc$", name)}


def test_the_sdist_holds_what_it_takes_to_test_it(dist):
    with tarfile.open(next(dist.glob("*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"LICENSE", "README.md", "CHANGELOG.md", "pyproject.toml", "tests/test_release.py", "Makefile"} <= names
    assert {"rules/structure/lede-length.yaml", "examples/newsroom/newslint.yaml"} <= names


def test_the_metadata_says_what_it_is(wheel):
    text = wheel.read(f"newslint-{__version__}.dist-info/METADATA").decode()
    found = Parser().parsestr(text)
    assert found["Version"] == __version__
    assert found["License-Expression"] == "MIT AND CC-BY-SA-4.0"
    assert found["Requires-Python"] == ">=3.11"
    for extra in ("fast", "patterns", "repair", "test", "dev", "docs"):
        assert extra in found.get_all("Provides-Extra")
    assert "newslint = newslint.cli:main" in wheel.read(f"newslint-{__version__}.dist-info/entry_points.txt").decode()


def test_the_changelog_speaks_of_this_version_and_of_what_breaks():
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    releases = re.findall(r"^## (\d+\.\d+\.\d+)\b.*?\n(.*?)(?=^## |\Z)", text, re.DOTALL | re.MULTILINE)
    assert releases[0][0] == __version__
    for version, said in releases:
        assert "### Breaking" in said, f"{version} does not say what breaks (or that nothing does)"


def test_everything_that_names_a_version_to_install_names_this_one():
    files = ["README.md", "action.yml", "examples/gitlab-ci.yml", *(f"docs/{p.name}" for p in ROOT.glob("docs/*.md"))]
    for name in files:
        text = (ROOT / name).read_text(encoding="utf-8")
        named = re.findall(
            r"newslint/newslint(?:@v|/v)(\d[\d.]*\d)|rev: v([\d.]+\d)|newslint(?:\[\w+\])?==([\d.]+\d)", text
        )
        assert {version for versions in named for version in versions if version} <= {__version__}, name
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f'pip install "newslint @ git+https://github.com/newslint/newslint@v{__version__}"' in readme
    assert "pip install newslint" in readme
