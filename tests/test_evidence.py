"""Which rules may be on by default: the limits of docs/accuracy.md, and that all who speak of them say the same."""

import re
import sys
from pathlib import Path

import pytest

from newslint.rulebook import pack as packs
from newslint.rulebook import plugins

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tools"))
import site_pages  # noqa: E402

# Few false alarms: wrong hits per edited story.
LEAST_STORIES = 100
MOST_WRONG = 0.03
MOST_WRONG_ERROR = 0.003
# And either right, of the hits that were read, or thorough, of the faults it was tested on.
LEAST_HITS = 10
LEAST_RIGHT = 0.8
LEAST_FAULTS = 20
LEAST_FOUND = 0.8

IN_SHORT = (
    "Unless it states a plain fact, such as a date that does not exist, a rule is on by default only if it raised few "
    "false alarms in edited stories, and either most of its hits were right or it found most of the faults it was "
    "tested on"
)
IN_FULL = f"""\
* **Measured**: on at least {LEAST_STORIES} edited stories, as they were published.
* **Few false alarms**: at most {MOST_WRONG * 100:.0f} wrong hits per 100 of those stories; at most \
{MOST_WRONG_ERROR * 1000:.0f} per 1,000 if the rule is an error.
* **And either right**: at least {LEAST_HITS} hits, in edited stories and on whole pages together, at least \
{LEAST_RIGHT * 100:.0f} of 100 of them right;
* **or thorough**: at least {LEAST_FAULTS} real or planted faults, at least {LEAST_FOUND * 100:.0f} of 100 of them found.
"""

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
    assert evidence.stories >= LEAST_STORIES
    assert evidence.wrong <= evidence.hits
    most = MOST_WRONG_ERROR if rule.severity == "error" else MOST_WRONG
    assert evidence.wrong / evidence.stories <= most


@pytest.mark.parametrize("rule", ON, ids=[rule.id for rule in ON])
def test_a_rule_on_by_default_finds_real_faults(rule):
    if rule.id in CERTAIN:
        return
    evidence = rule.evidence
    hits, right = read(evidence)
    precise = hits >= LEAST_HITS and right / hits >= LEAST_RIGHT
    thorough = evidence.cases >= LEAST_FAULTS and evidence.found / evidence.cases >= LEAST_FOUND
    assert precise or thorough, f"{rule.id}: {evidence}"


def read(evidence):
    """Hits that were read, in edited stories and on whole pages, and how many were right."""
    hits = evidence.hits + evidence.page_hits
    return hits, hits - evidence.wrong - evidence.page_wrong


# What the docs say of it


def flat(text):
    """A text on one line, with links to pages of docs/ as they are there."""
    return re.sub(r"\s+", " ", text).replace("](docs/", "](")


ACCURACY = flat((ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8"))


def test_the_limits_are_written_down_as_they_are_held():
    assert f"{IN_SHORT}." in ACCURACY
    assert flat(IN_FULL) in ACCURACY
    exempt = ACCURACY.partition("rules need no figures")[2].partition(". A rule that")[0]
    assert set(re.findall(r"`([\w-]+)`", exempt)) == CERTAIN
    assert len(CERTAIN) == 6
    assert "Six rules need no figures" in ACCURACY


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "docs/index.md", "the index of rules"])
def test_the_rule_is_told_in_one_sentence_everywhere(name):
    text = site_pages.rule_index() if name == "the index of rules" else (ROOT / name).read_text(encoding="utf-8")
    assert f"{IN_SHORT}: [the limits](accuracy.md)." in flat(text)


def test_nobody_tells_it_another_way():
    for document in [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]:
        text = flat(document.read_text(encoding="utf-8")).replace(IN_SHORT, "")
        assert not re.search(r"by default (only|if|when|where)\b|default\*\* only", text), document


def test_the_docs_say_how_often_unattributed_quote_is_wrong():
    own = PACK.rules["unattributed-quote"].evidence
    found = f"It found {own.found} of {own.cases} quotations whose speaker had been cut out"
    readme = flat((ROOT / "README.md").read_text(encoding="utf-8"))
    assert found in readme
    assert f"in {own.stories:,} edited stories {own.wrong} of its {own.hits} hits were wrong" in readme
    assert found in ACCURACY
    assert f"in {own.stories:,} edited stories it had {own.hits} hits, and {own.wrong} of them were wrong" in ACCURACY
    assert own.hits / own.stories < 1 / 100  # “fewer than one in a hundred stories”
    counts = {rule.id: read(rule.evidence) for rule in ON if rule.evidence}
    mostly_wrong = [rule for rule, (hits, right) in counts.items() if hits >= LEAST_HITS and right < hits / 2]
    assert mostly_wrong == ["unattributed-quote"]  # “the only rule on by default …”
