"""What the tests of real clients share: the mark that lets them run apart, and where pictures are kept."""

import os
from pathlib import Path

import pytest

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items):
    """Mark whatever stands in this folder, so that no file can forget it."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.clients)


@pytest.fixture(scope="session")
def artefacts(tmp_path_factory):
    """The folder for screenshots: NEWSLINT_ARTEFACTS where that is set (`.ci/clients` does), else one that is lost."""
    kept = os.environ.get("NEWSLINT_ARTEFACTS")
    folder = Path(kept).resolve() if kept else tmp_path_factory.mktemp("artefacts")
    folder.mkdir(parents=True, exist_ok=True)
    return folder
