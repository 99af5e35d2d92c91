"""Every example of every built-in rule holds: what is marked is found, nothing else, and fixes remove it."""

import pytest

from newslint.rulebook import pack as packs
from newslint.rulebook import plugins
from newslint.testing import example_cases, run_example

PLUGINS = plugins.load("")
PACK = packs.load(PLUGINS)
CASES = list(example_cases(PACK))


@pytest.mark.parametrize(("rule", "example"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_example_holds(rule, example):
    run_example(rule, example, PLUGINS.formats)


@pytest.mark.parametrize("rule", PACK.rules.values(), ids=list(PACK.rules))
def test_rule_has_a_reason_and_examples_of_both_sorts(rule):
    assert rule.why
    assert {"bad", "good"} <= {example.verdict for example in rule.examples}


@pytest.mark.parametrize("rule", PACK.rules.values(), ids=list(PACK.rules))
def test_rule_says_on_one_line_what_it_finds(rule):
    assert 0 < len(rule.finds) <= 90
    assert rule.finds[0] == rule.finds[0].upper()
    assert not rule.finds.endswith((".", "…"))
    assert rule.finds.lower() not in rule.why.lower()
