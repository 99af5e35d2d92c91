"""Whole stories: each quotation with its speaker, the person meant and the reason, as `newslint show` prints them.

NEWSLINT_UPDATE_SNAPSHOTS=1 pytest tests/test_quotations.py writes them anew: read the difference before you commit it.
"""

import os
from pathlib import Path

import pytest

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


def shown(newslint, name):
    lines = newslint("show", STORIES / name).out.splitlines()
    first = lines.index("quotations:")
    return [line for line in lines[first:] if line.partition(":")[0] not in ("people", "places", "bodies")]


@pytest.mark.parametrize("name", NAMES)
def test_every_quotation_of_a_story(newsroom, newslint, name):
    path = EXPECTED / f"{name}.expected"
    found = "\n".join(shown(newslint, name)) + "\n"
    if os.environ.get("NEWSLINT_UPDATE_SNAPSHOTS"):
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")
