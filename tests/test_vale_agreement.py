"""Alerts that Vale 3.15 gives on made-up stories by made-up rules, reasoned from how it works, kind by kind."""

from pathlib import Path

import pytest
import yaml
from vale_rules import LONG, style, told

KINDS = sorted((Path(__file__).parent / "fixtures" / "vale" / "agreement").glob("*.yaml"))
CASES = [
    pytest.param(data, story, id=f"{path.stem}-{n}")
    for path in KINDS
    for data in [yaml.safe_load(path.read_text(encoding="utf-8"))]
    for n, story in enumerate(data["stories"], start=1)
]


@pytest.mark.parametrize(("data", "story"), CASES)
def test_newslint_tells_what_vale_tells(tmp_path, data, story):
    config = style(tmp_path, data["rules"])
    text = story["text"] + LONG * bool(story.get("long"))
    assert [each._asdict() for each in told(config, text, story.get("path", "story.txt"))] == [
        {key: value for key, value in alert.items() if key != "because"} for alert in story["alerts"]
    ]
