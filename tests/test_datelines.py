"""Datelines are read by every agency's grammar, and nothing else is taken for one."""

import pytest
from helpers import fragment, plain, story_of
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
        ("OSTERVIK and CHICAGO (December 22, 2013) — Snow fell.", "OSTERVIK", "", "December 22, 2013", ""),
        ("Karlsruhe/Berlin (dpa/lsw) - Es schneit.", "Karlsruhe", "", "", "dpa/lsw"),
        ("Köln und Bonn (dpa) - Es schneit.", "Köln", "", "", "dpa"),
        ("BERLIN, 3. Oktober (Reuters) - Es schneit.", "BERLIN", "", "3. Oktober", "Reuters"),
        ("Bogotá, 3 ene 2019 (EFE).- Nieva.", "Bogotá", "", "3 ene 2019", "EFE"),
        ("Lyon et Grenoble (AFP) - Il neige.", "Lyon", "", "", "AFP"),
        ("OSTERVIK (News Hour); Snow fell.", "OSTERVIK", "", "", "News Hour"),
        ("OSTERVIK, Feb. 3, 2022 /PRNewswire/ -- Snow fell.", "OSTERVIK", "", "Feb. 3, 2022", "PRNewswire"),
        ("NEW YORK--(BUSINESS WIRE)--Snow fell.", "NEW YORK", "", "", "BUSINESS WIRE"),
        ("DAYTON, OH / ACCESSWIRE / May 1, 2020 / Snow fell.", "DAYTON", "OH", "May 1, 2020", "ACCESSWIRE"),
        ("LAHORE: Snow fell.", "LAHORE", "", "", ""),
        ("REUTERS: Snow fell.", "", "", "", "REUTERS"),
        ("Hong Kong CNN — Snow fell.", "Hong Kong", "", "", "CNN"),
        ("(WASHINGTON, D.C.) – Snow fell.", "WASHINGTON", "D.C.", "", ""),
        ("Dayton, Ohio – Snow fell.", "Dayton", "Ohio", "", ""),
        ("Madrid: Snow fell on the roofs of the town, and it is cold.", "Madrid", "", "", ""),
        ("Ostervik, Oct. 22: Snow fell.", "Ostervik", "", "Oct. 22", ""),
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
        "Ukraine - the largest of them - voted.",
        "Leeds - the largest of them all - voted for it.",
        "France - Germany's neighbour voted.",
        "AP-Wire Poll: Snow is liked.",
        "(Reuters); the world waits.",
        "NATO (North Atlantic Treaty Organization) - The alliance met.",
        "UNIDENTIFIED WOMAN (through an interpreter): The ferry was late.",
        "On Tuesday,",
        "Ana Silva February 28, 2024",
        "Tuesday, 26 November 2024",
        "Editor’s Note: Snow fell.",
        "ABC: Always be careful.",
        "",
    ],
)
def test_what_is_no_dateline_is_left_alone(text):
    assert of(text) is None


def test_the_dateline_field_counts():
    text = "SEATTLE"
    story = Story(Source("s.md", text), [Zone("dateline", Span(0, 7), text)])
    assert story.get(dateline).city == "SEATTLE"


@pytest.mark.parametrize(
    ("text", "said", "right"),
    [
        ("Oct 22 (Reuters) - Snow fell.", "no place stands before “Oct 22”", None),
        ("Ostervik (Reuters) - Snow fell.", "“Ostervik” is not in capitals", "OSTERVIK"),
        (
            "By ANA SILVA and JON BERG NEW YORK (AP) — Snow fell.",
            "the byline runs into the dateline at “NEW YORK (AP)”",
            None,
        ),
    ],
)
def test_a_flaw_is_named(text, said, right):
    (flaw,) = of(text).flaws
    assert (flaw.said, flaw.right) == (said, right)


def test_every_part_stands_where_it_says():
    text = "DES MOINES, Iowa/OSTERVIK, Jan 21 (Reuters) - Snow fell."
    found = of(text)
    assert all(text[part.start : part.end] == part.text for part in found.parts)
    assert [(city.text, region and region.text) for city, region in found.places] == [
        ("DES MOINES", "Iowa"),
        ("OSTERVIK", None),
    ]


@pytest.mark.parametrize(
    ("text", "city", "region"),
    [
        ("By ANA J. SILVA, JON BERG and EVA LUND NEW YORK (AP) — Snow fell.", "NEW YORK", ""),
        ("By ANA SILVA OSTERVIK, Wis. (AP) — Snow fell.", "OSTERVIK", "Wis."),
        ("By Ana Silva OSTERVIK (AP) — Snow fell.", "OSTERVIK", ""),
    ],
)
def test_a_glued_byline_is_parted_from_the_city(text, city, region):
    assert (of(text).city, of(text).region) == (city, region)


def test_a_dateline_glued_to_its_byline_begins_behind_it():
    text = "By ANA SILVA and JON BERG NEW YORK (AP) — Snow fell."
    found = of(text)
    assert text[found.start : found.end] == "NEW YORK (AP) — "
    assert (found.city, found.agency) == ("NEW YORK", "AP")


BODY = "Snow fell on the roofs of the town on Monday, and the schools stayed shut, the mayor said."


def test_a_place_alone_above_the_first_paragraph_is_one_where_the_story_is_set_there():
    set_there = story_of(
        ("headline", "Snow falls"), ("byline", "OSTERVIK"), ("body", BODY + " It is cold in Ostervik.")
    )
    assert set_there.get(dateline).city == "OSTERVIK"
    elsewhere = story_of(("headline", "Snow falls"), ("body", "WEATHER"), ("body", BODY))
    assert elsewhere.get(dateline) is None


def test_a_place_cut_off_from_its_dash_is_found_and_said_to_be():
    story = story_of(("headline", "Snow falls"), ("byline", "OSTERVIK"), ("body", "– " + BODY))
    assert [flaw.said for flaw in story.get(dateline).flaws] == ["“OSTERVIK” is cut off from its paragraph"]


def test_a_city_in_small_letters_counts_where_the_story_is_set_there():
    there = fragment(f"Ostervik: {BODY}\nIt is cold in Ostervik.")
    assert there.get(dateline).city == "Ostervik"
    assert fragment(f"Winter: {BODY}\nIt is cold.").get(dateline) is None
    assert fragment(f"Silva: {BODY}\nThe town believes in Silva. It is cold, Ana Silva said.").get(dateline) is None
    assert fragment(f"SILVA: {BODY.upper()}\nIt is cold in Silva.").get(dateline) is None
    assert fragment("Ostervik: 7.17pm\nIt is cold in Ostervik.").get(dateline) is None


def test_a_dateline_taken_for_the_headline_is_found():
    assert story_of(("headline", "OSTERVIK (AP) — Snow fell.")).get(dateline).city == "OSTERVIK"
    assert story_of(("headline", "OSTERVIK — Snow fell")).get(dateline) is None


def test_a_paragraph_that_opens_with_a_dateline_is_neither_headline_nor_deck():
    text = f"Menu\n\nOSTERVIK, Wis. (AP) — {BODY[:-1]}:\n\n{BODY}\n\n{BODY}\n"
    assert [zone.role for zone in plain(text).zones if zone.text.startswith("OSTERVIK")] == ["body"]


def test_the_line_above_a_dateline_is_the_headline_for_all_its_full_stop():
    story = plain(f"Snow falls on the roofs of the town.\n\nOSTERVIK, Wis. (AP) — {BODY}\n\n{BODY}\n")
    assert [zone.role for zone in story.zones] == ["headline", "body", "body"]


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
