"""The style that an archive follows is learnt from its stories, and told before a style is chosen."""

from __future__ import annotations

import pytest

# The rule that collects is no rule of a run, and an archive that goes both ways is quicker told as facts.
from newslint.commands._archive_style import ArchiveStyle, AxisUse, Use, uses_of
from newslint.config.layers import read_layer


@pytest.fixture
def archive(newsroom):
    (newsroom / "archive").mkdir()
    more = "\n\n" + " ".join(["The council met again and spoke of the streets by the harbour."] * 6) + "\n"
    for n in range(9):
        (newsroom / "archive" / f"{n}.txt").write_text(
            f"Rents rise in Morby\n\nRents rose 3% in {n} streets. “They rose 4 percent,” she said.{more}", "utf-8"
        )
    (newsroom / "archive" / "odd.txt").write_text(
        f"Rents fall in Morby\n\nRents fell 3 percent in May.{more}", "utf-8"
    )
    return newsroom / "archive"


def test_a_style_is_learnt_from_what_most_stories_do(archive, newsroom, newslint):
    done = newslint("learn", "--style", "archive")
    assert done.code == 0
    assert "percent-form: 9 sign, 1 percent → sign" in done.out  # what somebody said is not the house's
    learnt = read_layer(str(newsroom / "newslint-style.yaml")).data["style"]
    assert learnt["percent-form"][-1].value == "sign"
    (newsroom / "newslint.yaml").write_text("extends: [newslint-style.yaml]\n", "utf-8")
    report = newslint("check", "archive", "--select", "percent-form", "--format", "json").report
    assert [finding["path"] for finding in report["findings"]] == ["archive/odd.txt"]


def test_a_file_that_is_there_stays(archive, newsroom, newslint):
    (newsroom / "newslint-style.yaml").write_text("style: {}  # mine\n", "utf-8")
    done = newslint("learn", "--style", "archive")
    assert done.code == 2
    assert "stays as it is" in done.err
    assert (newsroom / "newslint-style.yaml").read_text("utf-8") == "style: {}  # mine\n"
    assert newslint("learn", "--style", "archive", "--output", "other.yaml").code == 0
    assert (newsroom / "other.yaml").exists()


def test_nothing_to_learn_from_is_told(newsroom, newslint):
    (newsroom / "empty").mkdir()
    done = newslint("learn", "--style", "empty")
    assert done.code == 2
    assert not (newsroom / "newslint-style.yaml").exists()


def test_an_archive_that_goes_both_ways_follows_neither():
    facts = (
        [["dash", {"em": [1, 2]}]] * 6
        + [["dash", {"en": [1, 1], "em": [0, 1]}]] * 5
        + [["time", {"dotted": [1, 1]}]] * 4
    )
    assert list(uses_of(facts)) == [
        AxisUse("dash", [Use("em", 6, 17), Use("en", 5, 5)], ""),
        AxisUse("time", [Use("dotted", 4, 4)], ""),  # too few stories
    ]
    assert next(iter(uses_of([["time", {"dotted": [1, 1]}]] * 5))).follows == "dotted"


def test_facts_of_stories_add_up_in_any_order():
    rule = ArchiveStyle()
    one, two, three = {"a": [1, 2]}, {"b": [1, 1]}, {"a": [0, 1], "b": [1, 3]}
    assert rule.merge(rule.merge(one, two), three) == rule.merge(one, rule.merge(three, two))


def test_init_tells_what_the_stories_do_and_what_a_style_would_report(archive, newsroom, newslint):
    out = newslint("init", "--yes", "--style", "ap").out
    assert "percent-form: 9 sign, 1 percent → sign; the style wants sign, and would report 1 of them" in out
    text = (newsroom / "newslint.yaml").read_text("utf-8")
    assert "#   percent-form: sign  # 9 sign, 1 percent" in text
