"""Real editors, browsers and clients against newslint: `.ci/clients` installs them and runs these apart (-m clients).

This says what they share. Helpers beside them are imported by their plain names, as those in `tests` are.
"""

import os
from pathlib import Path

import pytest

HERE = Path(__file__).parent
_MAY_BE_MISSING = "npm"  # a test that is left out for want of it says so in its reason


def pytest_ignore_collect(config):
    """In a run that leaves them out their files are not even imported: what they need may not be installed."""
    asked = config.option.markexpr
    return True if "not clients" in asked or (asked and "clients" not in asked) else None


def pytest_collection_modifyitems(items):
    """Mark whatever stands in this folder, so that no file can forget it."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.clients)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport():
    """A test that is left out is a failure where all clients have to be tried."""
    return _tried((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report():
    """So is a file of tests."""
    return _tried((yield))


def _tried(report):
    if os.environ.get("NEWSLINT_CLIENTS") == "all" and report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        if _MAY_BE_MISSING not in reason:
            report.outcome = "failed"
            report.longrepr = f"this client was not tried: {reason}"
    return report


@pytest.fixture(scope="session")
def artefacts(tmp_path_factory):
    """The folder for screenshots: NEWSLINT_ARTEFACTS where that is set (`.ci/clients` does), else one that is lost."""
    kept = os.environ.get("NEWSLINT_ARTEFACTS")
    folder = Path(kept).resolve() if kept else tmp_path_factory.mktemp("artefacts")
    folder.mkdir(parents=True, exist_ok=True)
    return folder
