"""Datelines are read by every agency's grammar, and nothing else is taken for one."""

import pytest
from helpers import fragment
from hypothesis import given
from hypothesis import strategies as st

from newslint.analyses.dates.datelines import dateline, read
from newslint.base.text import Source, Span
from newslint.model.story import Story, Zone


def of(text):
    return read(Zone("body", Span(0, len(text)), text))


@pytest.mark.parametrize(
    ("text", "city", "region", "date", "agency"),
    [
        ("CHEYENNE, Wyo. (AP) — Snow fell.", "CHEYENNE", "Wyo.", "", "AP"),
        ("ATLANTA (AP) _ Snow fell.", "ATLANTA", "", "", "AP"),
        ("GROSSETO, Italy (AP) -- Snow fell.", "GROSSETO", "Italy", "", "AP"),
        ("LIMA, Jan 21 (Reuters) - Snow fell.", "LIMA", "", "Jan 21", "Reuters"),
        ("Oct 22 (Reuters) - Snow fell.", "", "", "Oct 22", "Reuters"),
        ("MOSCOW, Monday (Reuters) - Snow fell.", "MOSCOW", "", "Monday", "Reuters"),
        ("LOS ANGELES (Variety.com) - Snow fell.", "LOS ANGELES", "", "", "Variety.com"),
        ("Paris, 9 déc 2018 (AFP) - Il neige.", "Paris", "", "9 déc 2018", "AFP"),
        ("Strasbourg, 10 juil 2024 (AFP) Il neige.", "Strasbourg", "", "10 juil 2024", "AFP"),
        ("Hamburg (dpa) - Snow fell.", "Hamburg", "", "", "dpa"),
        ("Tegucigalpa, Jan 2 (EFE).- Snow fell.", "Tegucigalpa", "", "Jan 2", "EFE"),
        ("LONDEN (ANP/RTL) - Snow fell.", "LONDEN", "", "", "ANP/RTL"),
        ("ROMA, 01 LUG - Nevica.", "ROMA", "", "01 LUG", ""),
        ("SYDNEY March 22 AAP - Snow fell.", "SYDNEY", "", "March 22", "AAP"),
        ("FLINT, Mich., Oct. 4 (UPI) — Snow fell.", "FLINT", "Mich.", "Oct. 4", "UPI"),
        ("Melbourne, Oct 22 (PTI) Snow fell.", "Melbourne", "", "Oct 22", "PTI"),
        ("New Delhi (PTI): Snow fell.", "New Delhi", "", "", "PTI"),
        ("New Delhi, August 29", "New Delhi", "", "August 29", ""),
        ("BEIJING | Xinhua | Snow fell.", "BEIJING", "", "", "Xinhua"),
        ("DES MOINES - Snow fell.", "DES MOINES", "", "", ""),
        ("RANGOON, Burma - Snow fell.", "RANGOON", "Burma", "", ""),
        ("ABOARD AIR FORCE ONE (AP) — Snow fell.", "ABOARD AIR FORCE ONE", "", "", "AP"),
        ("McALLEN, Texas (AP) — Snow fell.", "McALLEN", "Texas", "", "AP"),
        ("NEW DELHI: Snow fell.", "NEW DELHI", "", "", ""),
    ],
)
def test_a_sound_dateline_is_read(text, city, region, date, agency):
    found = of(text)
    assert (found.city, found.region, found.date, found.agency) == (city, region, date, agency)
    assert found.flaws == ()


@pytest.mark.parametrize(
    "text",
    [
        "EXCLUSIVE – A minister resigned.",
        "BREAKING: A man was held.",
        "QUESTIONABLE MEDICAL CLAIMS — Some doctors object.",
        "POLLS NOT WRONG, JUST TOO EARLY - Some say so.",
        "The president (AP) — which he owned — sold it.",
        "Mr. Smith (Reuters) - who left - came back.",
        "Ana Silva (R-N.Y.) - said so.",
        "TRUMP: I think so.",
        "Snow fell in CHICAGO (AP) — at last.",
        "",
    ],
)
def test_what_is_no_dateline_is_left_alone(text):
    assert of(text) is None


def test_the_dateline_field_counts():
    text = "SEATTLE"
    story = Story(Source("s.md", text), [Zone("dateline", Span(0, 7), text)])
    assert story.get(dateline).city == "SEATTLE"


def test_a_note_may_stand_before_the_dateline():
    text = "This story was corrected on Monday.\nSEATTLE (AP) — Snow fell."
    assert fragment(text).get(dateline).city == "SEATTLE"


PIECES = st.sampled_from(
    [
        "CHICAGO",
        "Flint",
        ", ",
        " ",
        "Mich.",
        "Wisc.",
        "(AP)",
        "(",
        "AP",
        ")",
        " — ",
        "-",
        "Oct. 4",
        "/",
        "Snow",
        ".",
        "and ",
        "|",
    ]
)


@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=12).map("".join)))
def test_no_text_breaks_it_and_all_places_lie_inside(text):
    found = of(text)
    if found:
        assert 0 < found.end <= len(text)
        for flaw in found.flaws:
            assert 0 <= flaw.start < flaw.end <= len(text)
