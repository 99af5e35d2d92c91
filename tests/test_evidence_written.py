"""What a reader found of a rule's hits goes into the rule's file, in its place and nowhere else."""

from __future__ import annotations

import pytest

RULE = """\
# Ours.
id: no-veg
kind: existence
topic: language
message: "“{match}” is no word of ours"
why: The desk says vegetables.
terms: [veg]
examples:
  - bad: "We sell [[veg]].\\n"
  - good: "We sell vegetables.\\n"
"""


@pytest.fixture
def desk(newsroom):
    (newsroom / "rule.yaml").write_text(RULE, "utf-8")
    (newsroom / "stories").mkdir()
    for n in range(3):
        (newsroom / "stories" / f"{n}.txt").write_text(
            "Stall opens\n\nThey sell veg and more veg by the sea.\n", "utf-8"
        )
    return newsroom


def run(newslint, *more):
    return newslint("test", "rule.yaml", "--corpus", "stories", *more)


def test_evidence_is_shown_and_nothing_written_unless_asked(desk, newslint):
    done = run(newslint, "--wrong", "1")
    assert "edited: {stories: 3, hits: 6, wrong: 1}" in done.out
    assert (desk / "rule.yaml").read_text("utf-8") == RULE


def test_evidence_is_added_at_the_end_and_then_replaced(desk, newslint):
    assert run(newslint, "--wrong", "1", "--write").code == 0
    once = (desk / "rule.yaml").read_text("utf-8")
    assert once == f"{RULE}evidence:\n  edited: {{stories: 3, hits: 6, wrong: 1}}\n"
    assert run(newslint, "--wrong", "2", "--write").code == 0
    assert (desk / "rule.yaml").read_text("utf-8") == once.replace("wrong: 1", "wrong: 2")
    assert newslint("test", "rule.yaml").code == 0


def test_the_rule_of_its_id_among_several_gets_it(desk, newslint):
    two = RULE.replace("no-veg", "no-fruit").replace("veg]", "fruit]").replace("[[veg]]", "[[fruit]]")
    (desk / "rule.yaml").write_text(f"{RULE}---\n{two}", "utf-8")
    (desk / "newslint.yaml").write_text("rule-files: [rule.yaml]\n", "utf-8")
    assert newslint("test", "no-veg", "--corpus", "stories", "--wrong", "0", "--write").code == 0
    text = (desk / "rule.yaml").read_text("utf-8")
    assert text == f"{RULE}evidence:\n  edited: {{stories: 3, hits: 6, wrong: 0}}\n---\n{two}"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("rule.yaml", "--wrong", "1"), "--corpus"),
        (("rule.yaml", "--corpus", "stories", "--wrong", "7"), "7 hits cannot be wrong of 6"),
        (("rule.yaml", "repeated-word", "--corpus", "stories", "--wrong", "0"), "just that one"),
        (("repeated-word", "--corpus", "stories", "--wrong", "0", "--write"), "a rule in Python"),
        (("rule.yaml", "--corpus", "stories", "--wrong", "many"), "many"),
    ],
)
def test_what_cannot_be_evidence_is_refused(arguments, said, desk, newslint):
    done = newslint("test", *arguments)
    assert done.code == 2
    assert said in done.err
    assert (desk / "rule.yaml").read_text("utf-8") == RULE
