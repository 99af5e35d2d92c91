"""Whole stories: each quotation with its speaker, the person meant and the reason, as `newslint show` prints them.

NEWSLINT_UPDATE_SNAPSHOTS=1 pytest tests/test_quotations.py writes them anew: read the difference before you commit it.
"""

import os
from pathlib import Path

import pytest

from newslint.commands._show import as_lines, read_stories
from newslint.engine.workspace import Workspace

HERE = Path(__file__).parent
STORIES = HERE / "stories"
EXPECTED = HERE / "quotations"
NAMES = (
    "british-single-quotes.txt",
    "captions-flood.txt",
    "court-running-quotation.txt",
    "feature-scene.txt",
    "french-bakery.md",
    "interview-clockmaker.txt",
    "live-election-night.txt",
    "markdown-qanda.md",
    "unclosed-quotation.txt",
    "us-obituary.txt",
)


def shown(name):
    desk = Workspace()
    [story], failures = read_stories(desk, [str(STORIES / name)])
    assert not failures
    lines = list(as_lines(story))
    first = lines.index("quotations:")
    return [line for line in lines[first:] if line.partition(":")[0] not in ("people", "places", "bodies")]


@pytest.mark.parametrize("name", NAMES)
def test_every_quotation_of_a_story(name):
    path = EXPECTED / f"{name}.expected"
    found = "\n".join(shown(name)) + "\n"
    if os.environ.get("NEWSLINT_UPDATE_SNAPSHOTS"):
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")
