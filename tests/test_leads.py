"""Leads: what the sentence before a quotation that stands alone tells of somebody who speaks."""

import pytest
from helpers import fragment

# What one sentence tells is seen only here, before all traits of a quotation are weighed together.
from newslint.analyses.quotes._attribution import Clauses
from newslint.analyses.quotes._leads import Lead, of_report
from newslint.analyses.quotes._story_names import StoryNames


def told(sentence):
    """What a sentence tells of whom its verb of speech says to have spoken."""
    zone = next(iter(fragment(sentence).of("body")))
    clauses = Clauses(zone.text, [])
    return set(of_report(StoryNames([]), Lead(zone, clauses, *clauses.sentences[-1], "a sentence")))


@pytest.mark.parametrize(
    ("sentence", "manner"),
    [
        ("The surgeons who wrote the letter kept the wards open.", "told in passing"),
        ("Two surgeons would have told the Post about the wards.", "told of another time"),
    ],
)
def test_how_a_sentence_tells_of_speech_counts(sentence, manner):
    assert manner in told(sentence)


def test_a_plain_report_is_told_in_no_manner():
    assert told("Two surgeons told the Post about the wards.") == {"told by said, of some", "told at the end"}
