"""A rule is on by default only when it is quiet on edited copy and finds real faults."""

import pytest

from newslint.rulebook import pack as packs
from newslint.rulebook import plugins

PACK = packs.load(plugins.load(""))
# Arithmetic that cannot be wrong, and states of the file itself: nothing to measure on edited copy.
CERTAIN = {
    "impossible-date",
    "weekday-date-mismatch",
    "legacy-encoding",
    "unreadable-metadata",
    "unused-ignore",
    "missing-headline",
}
ON = [rule for rule in PACK.rules.values() if rule.default]


@pytest.mark.parametrize("rule", ON, ids=[rule.id for rule in ON])
def test_a_rule_on_by_default_is_quiet_on_edited_copy(rule):
    if rule.id in CERTAIN:
        return
    evidence = rule.evidence
    assert evidence, f"{rule.id} is on by default without evidence"
    assert evidence.stories >= 100
    assert evidence.wrong <= evidence.hits
    most = 0.003 if rule.severity == "error" else 0.03
    assert evidence.wrong / evidence.stories <= most


@pytest.mark.parametrize("rule", ON, ids=[rule.id for rule in ON])
def test_a_rule_on_by_default_finds_real_faults(rule):
    if rule.id in CERTAIN:
        return
    evidence = rule.evidence
    hits, wrong = evidence.hits + evidence.page_hits, evidence.wrong + evidence.page_wrong
    read = hits >= 10 and (hits - wrong) / hits >= 0.8
    found = evidence.cases >= 20 and evidence.found / evidence.cases >= 0.8
    assert read or found, f"{rule.id}: {evidence}"
