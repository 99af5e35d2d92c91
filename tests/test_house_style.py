"""A house's choices on the axes of style: from a day on, with who says so, and where it is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint import ConfigError
from newslint.config.house_style import StyleValue
from newslint.config.layers import read_layer
from newslint.config.settings import Settings
from newslint.engine.workspace import Workspace

CHANGED_MIND = """\
style:
  percent-form:
    - {value: percent, source: the guide of 2016}
    - {value: sign, since: 2019-04-01, source: the guide of 2019}
"""


def story(day: str) -> str:
    return f"---\ntitle: Rents\ndate: {day}\n---\nRents rose 3% and fell 4 percent.\n"


def written(folder: Path, text: str) -> Path:
    (folder / "newslint.yaml").write_text(text, encoding="utf-8")
    return folder / "newslint.yaml"


@pytest.mark.parametrize(("day", "right"), [("2016-05-02", "3 percent"), ("2019-04-01", "4%"), ("2024-05-02", "4%")])
def test_the_form_of_the_storys_day_holds(day, right, newsroom, newslint):
    written(newsroom, CHANGED_MIND)
    (newsroom / "a.md").write_text(story(day), encoding="utf-8")
    (said,) = [f["message"] for f in newslint("check", "a.md", "--format", "json").report["findings"]]
    assert f"write “{right}”" in said


def test_before_the_first_day_the_house_has_no_form(newsroom, newslint):
    written(newsroom, "style: {percent-form: {value: sign, since: 2019-04-01}}\n")
    (newsroom / "a.md").write_text(story("2016-05-02").replace("3%", "3 percent"), encoding="utf-8")
    assert newslint("check", "a.md", "--format", "json").report["findings"] == []
    (newsroom / "a.md").write_text(story("2020-05-02").replace("3%", "3 percent"), encoding="utf-8")
    assert len(newslint("check", "a.md", "--format", "json").report["findings"]) == 1


def test_every_way_to_write_a_choice_is_read(tmp_path):
    path = written(tmp_path, "style: {percent-form: sign}\n")
    assert read_layer(str(path)).data["style"] == {"percent-form": (StyleValue("sign"),)}
    path = written(tmp_path, "style: {percent-form: {value: sign, source: the desk}}\n")
    assert read_layer(str(path)).data["style"] == {"percent-form": (StyleValue("sign", None, "the desk"),)}


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        ("{since: 2019-01-01}", "value"),
        ("[{value: sign, since: 2019-01-01}, {value: percent}]", "later `since`"),
        ("[{value: sign, since: 2019-01-01}, {value: percent, since: 2018-01-01}]", "later `since`"),
        ("[]", "at least"),
        ("7", "expected"),
        ("{value: sign, since: soon}", "a date"),
        ("{value: sign, until: 2019-01-01}", "until"),
        ("[{value: sign}, {value: nonsense, since: 2019-01-01}]", "expected one of"),
    ],
)
def test_a_mistake_in_a_choice_is_told_at_its_place(choice, said, newsroom):
    written(newsroom, f"style:\n  percent-form: {choice}\n")
    with pytest.raises(ConfigError, match=said) as mistake:
        Workspace(Settings()).config(str(newsroom))
    assert mistake.value.line == 2


def test_rules_for_a_story_tell_each_value_and_the_line_that_sets_it(newsroom, newslint):
    written(
        newsroom,
        "extends: [ap]\nstyle:\n  dateline: optional\noverrides:\n  - files: wire/*\n    style:\n"
        "      percent-form: {value: percent, source: our desk}\n",
    )
    lines = newslint("rules", "--for", "a.txt").out.splitlines()
    style = [" ".join(line.split()) for line in lines[lines.index("style:") + 1 :]]
    assert "dateline optional, by newslint.yaml:3" in style
    assert any(line.startswith("percent-form sign") and "ap.yaml:" in line for line in style)
    style = newslint("rules", "--for", "wire/a.txt", "--format", "json").report["style"]
    (held,) = [each for each in style if each["axis"] == "percent-form"]
    assert held["values"] == [{"value": "percent", "since": "", "source": "our desk"}]
    assert held["line"] == 7
