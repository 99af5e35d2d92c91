"""Shared fixtures: a newsroom folder to write stories into, and the command line run inside this process."""

import json
from typing import NamedTuple

import hypothesis
import pytest

from newslint import cli

# A busy machine is no fault of the code: what is slow is measured by the benchmarks.
hypothesis.settings.register_profile("newslint", deadline=None)
hypothesis.settings.load_profile("newslint")


@pytest.fixture(autouse=True, scope="session")
def own_cache(tmp_path_factory):
    """Tests keep what they remember to themselves."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
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
