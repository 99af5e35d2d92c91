"""Shared fixtures: a newsroom folder to write stories into, and the command line run inside this process."""

import json
import sys
from typing import NamedTuple

import hypothesis
import pytest

from newslint import cli

pytest.register_assert_rewrite("helpers")  # so that its assertions say what they compared, too
from helpers import FAULTY  # noqa: E402

# A busy machine is no fault of the code: what is slow is measured by the benchmarks.
hypothesis.settings.register_profile("newslint", deadline=None)
hypothesis.settings.load_profile("newslint")


@pytest.fixture(autouse=True, scope="session")
def own_cache(tmp_path_factory):
    """Tests keep what they remember to themselves."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        # Where lines are counted for their coverage all takes three times as long: no test may end by that.
        patch.setenv("NEWSLINT_SECONDS", "15")
        yield


class Done(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def report(self):
        return json.loads(self.out)

    @property
    def rules(self):
        return [finding["rule"] for finding in self.report["findings"]]


@pytest.fixture
def newsroom(tmp_path, monkeypatch):
    """An empty folder that is the current one, without the plugins of this environment."""
    monkeypatch.setenv("NEWSLINT_PLUGINS", "")
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def newslint(capsys):
    """Run the command line; gives code, out and err."""

    def run(*arguments: object) -> Done:
        capsys.readouterr()
        try:
            code = cli.main([str(a) for a in arguments])
        except SystemExit as stop:
            code = int(stop.code or 0)
        out, err = capsys.readouterr()
        return Done(code, out, err)

    return run


STORY = """\
Council closes the old bridge

The council voted on Monday to close the old bridge to lorries, the mayor's office said.

The bridge is 90 years old. Repairs will take until spring.
"""


@pytest.fixture
def clean_story():
    return STORY


@pytest.fixture
def faulty(newsroom):
    """A story with one word twice, alone in the newsroom."""
    path = newsroom / "a.txt"
    path.write_text(FAULTY, encoding="utf-8")
    return path


@pytest.fixture
def install(newsroom, monkeypatch):
    """Put a plugin into the environment as pip would leave it."""
    monkeypatch.delenv("NEWSLINT_PLUGINS")
    site = newsroom / ".site"
    site.mkdir()
    monkeypatch.syspath_prepend(str(site))

    def put(code: str, name: str = "acme", version: str = "2.1", **files: str) -> None:
        module = f"newslint_{name}"
        (site / module).mkdir(exist_ok=True)
        (site / module / "__init__.py").write_text("from newslint import hookimpl\n" + code, encoding="utf-8")
        for file, text in files.items():
            (site / module / file.replace("__", ".")).write_text(text, encoding="utf-8")
        info = site / f"{module}-{version}.dist-info"
        info.mkdir(exist_ok=True)
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {module}\nVersion: {version}\n")
        (info / "entry_points.txt").write_text(f"[newslint]\n{name} = {module}\n")

    before = set(sys.modules)
    yield put
    for name in set(sys.modules) - before:
        if name.startswith("newslint_"):
            del sys.modules[name]
    (newsroom / "a.txt").unlink(missing_ok=True)
