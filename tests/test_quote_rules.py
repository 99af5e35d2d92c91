"""The rules about quotations on whole stories: one fault gives one finding, and no text breaks them."""

import pytest
from helpers import fragment, story_of
from hypothesis import given, settings
from hypothesis import strategies as st

import newslint
from newslint.analyses.quotes.mark_faults import NESTED, REVERSED, UNBALANCED, UNOPENED, mark_faults
from newslint.analyses.quotes.quoted_twice import quoted_twice
from newslint.checks.anonymity_unexplained import AnonymityUnexplained
from newslint.checks.bare_anonymous_source import BareAnonymousSource
from newslint.checks.double_attribution import DoubleAttribution
from newslint.checks.duplicate_quote import DuplicateQuote
from newslint.checks.headline_quote_unsupported import HeadlineQuoteUnsupported
from newslint.checks.nested_marks import NestedMarks
from newslint.checks.orphan_attribution import OrphanAttribution
from newslint.checks.quote_altered import QuoteAltered
from newslint.checks.reversed_mark import ReversedMark
from newslint.checks.running_quotation import RunningQuotation
from newslint.checks.said_verbs import SaidVerbs
from newslint.checks.unbalanced_quotation import UnbalancedQuotation

MARKS = (UnbalancedQuotation, ReversedMark, NestedMarks, RunningQuotation)
RULES = (
    *MARKS, AnonymityUnexplained, BareAnonymousSource, DoubleAttribution, DuplicateQuote, HeadlineQuoteUnsupported,
    OrphanAttribution, QuoteAltered, SaidVerbs,
)  # fmt: skip
PARTS = (
    *("“", "”", '"', "‘", "’", "'", "''", "„", "«", "»", " ", "\n", ", ", ". ", ": ", "he said", "Silva said"),
    *("We ran.", "no", "1", "Ana", "‘90s", "sources said", "asked not to be named", "wall of the old mill by"),
)


def headed(headline, *body):
    """A story with a headline and paragraphs."""
    return story_of(("headline", headline), *(("body", part) for part in body), gap="\n")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("“It was cold,“ she said.", [REVERSED]),
        ("”It was cold,” she said.", [REVERSED]),
        ('”It was cold," she said.', [REVERSED]),
        ("“He said “no” twice,” she said.", [NESTED]),
        ('"He said "no" twice," she said. "Then he left."', [NESTED]),
        ('"They called it "too loud" or "too shrill.""', [UNBALANCED]),  # which is inside which, nobody can tell
        ("“He said ‘no twice,” she said.", [NESTED]),
        ("“It was cold, she said.", [UNBALANCED]),
        ("“It was cold.\nIt was dark,” she said.", [UNOPENED]),
        ("“It was cold.\nIt was dark.\nWe ran,” she said.", [UNOPENED]),
        ("“We ran it in the ‘90s,” she said.", [REVERSED]),
        ("Her grandfather‘s mill. “It was cold, she said.", [UNBALANCED, REVERSED]),
        ("It was the year ‘89 and the summer of ’90.", [REVERSED]),
        ("He drives a ‘57 model’ to work.", []),
        ("“It was cold,” she said. ‘It was,’ he said. „Ja“, »ja«, « oui ».", []),
    ],
)
def test_one_fault_of_marks_is_told_once(text, kinds):
    story = fragment(text)
    assert [fault.kind for fault in story.get(mark_faults)] == kinds
    assert sum(len(list(rule().check(story))) for rule in MARKS) == len(kinds)


def test_marks_turned_round_in_one_paragraph_are_one_finding_with_all_edits():
    (finding,) = ReversedMark().check(fragment("”It was cold,“ she said. ”We ran.“"))
    assert [edit.text for edit in finding.fixes[0].edits] == ["“", "”", "“", "”"]
    assert len(finding.related) == 3


def test_the_headline_is_held_against_the_story_only():
    rule = HeadlineQuoteUnsupported()
    body = ("The mayor spoke.", "“We won't leave the town,” Ana Silva said.")
    assert not list(rule.check(headed("Mayor: “We will not leave town”", "It is “We will not leave town.”")))
    assert not list(rule.check(headed("Mayor: ‘We will not leave the town’", *body)))
    (finding,) = rule.check(headed("Mayor: ‘We will leave the town’", *body))
    assert finding.related[0].label == "the nearest words in the story"
    assert not list(rule.check(headed("Mayor ‘to leave the town’", *body)))
    assert list(rule.configure({"claims": True}).check(headed("Mayor ‘to leave our city’", *body)))
    assert not list(rule.check(headed("Mayor: “Leave!”", *body)))
    assert list(rule.configure({"least": 1}).check(headed("Mayor: “Stay!”", *body)))


def test_a_quotation_given_three_times_is_told_twice():
    line = "“Nobody came to look at the wall,” Silva said."
    story = fragment(f"{line}\nIt rained. {line}\nIt snowed. {line}")
    assert len(story.get(quoted_twice)) == 3
    assert len(list(DuplicateQuote().check(story))) == 2


def test_two_versions_are_no_repetition_and_the_other_way_round():
    same = fragment(
        "“Nobody came to look at the wall,” Silva said.\nRain. “Nobody came to look at the wall,” she said."
    )
    other = fragment(
        "“Nobody came to look at the wall,” Silva said.\nRain. “Nobody went to look at the wall,” she said."
    )
    assert [len(list(rule().check(same))) for rule in (DuplicateQuote, QuoteAltered)] == [1, 0]
    assert [len(list(rule().check(other))) for rule in (DuplicateQuote, QuoteAltered)] == [0, 1]


def test_far_into_a_story_nobody_asks_whom_a_pronoun_stands_for():
    rain = "Rain fell all night and the water rose. " * 60
    assert not list(OrphanAttribution().check(fragment(rain + "“We lost it all,” she said.")))
    assert list(OrphanAttribution().check(fragment(rain[:120] + "“We lost it all,” she said.")))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(PARTS),
        max_size=40,
    )
)
def test_no_text_breaks_them(parts):
    text = "".join(parts)
    story = fragment(text)
    heads = headed(text.replace("\n", " "), text.replace("\n", " "))
    for rule in RULES:
        for told in (story, heads):
            for finding in rule().check(told):
                assert 0 <= finding.span.start < finding.span.end <= len(told.source.text)
                assert "\n" not in finding.message


def test_a_house_that_never_opens_the_next_paragraph_is_left_alone():
    run = "Silva said: “It was dark.\nWe ran,” and left."
    assert len(list(RunningQuotation().check(fragment("\n".join([run] * 3))))) == 3
    assert not list(RunningQuotation().check(fragment("\n".join([run] * 4))))


def test_a_mark_without_its_partner_here_gets_no_fix_that_would_leave_the_partner():
    text = '“It was cold,” she said. “We left.”\n\n"Nobody came.\n\n“Nobody asked,” said Otto Berg.\n'
    (found,) = newslint.check(text, select="mixed-quotation-marks")
    assert found.fixes == ()


def test_apostrophes_are_not_made_straight_unasked_where_most_inside_quotations_are_curly():
    said = "“It’s ours, it isn’t theirs, and that’s all there’s to say.”"
    text = f"The town's mill doesn't run, and it won't. The town’s mayor left. {said} \"No,\" he said.\n"
    (found,) = newslint.check(text, select="mixed-apostrophes")
    assert [fix.safety for fix in found.fixes] == ["offer"]


@pytest.mark.xfail(strict=True, reason="who acts in the paragraph above is taken to speak, as in edited copy mostly")
def test_a_name_that_only_acts_above_a_quotation_does_not_speak_it():
    text = "Ana Silva bought the mill in 1998.\n“The water came through the floor.”\nThe mill is shut."
    assert "unattributed-quote" in [finding.rule for finding in newslint.check(text, path="story.txt")]
