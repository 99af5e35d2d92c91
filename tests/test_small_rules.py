"""The small rules on whole stories: what a marked example cannot hold, and that no text breaks them."""

import sys
from datetime import date as Date

import pytest
from helpers import story_of, write
from hypothesis import given, settings
from hypothesis import strategies as st

import newslint
from newslint.base.text import Source, Span, decode
from newslint.checks import mojibake
from newslint.checks.deck_in_body import DeckInBody
from newslint.checks.duplicate_paragraph import DuplicateParagraph
from newslint.checks.impossible_date import ImpossibleDate
from newslint.checks.leftover_markup import LeftoverMarkup
from newslint.checks.legacy_encoding import LegacyEncoding
from newslint.checks.malformed_dateline import MalformedDateline
from newslint.checks.malformed_thousands import MalformedThousands
from newslint.checks.missing_dateline import MissingDateline
from newslint.checks.missing_headline import MissingHeadline
from newslint.checks.mojibake import Mojibake, repaired
from newslint.checks.placeholder_left import PlaceholderLeft
from newslint.checks.repeated_word import RepeatedWord
from newslint.checks.unreadable_metadata import UnreadableMetadata
from newslint.checks.weekday_date_mismatch import WeekdayDateMismatch
from newslint.model.rule import Bad
from newslint.model.story import Story, Zone
from newslint.rulebook import plugins
from newslint.testing import fix_text

FORMATS = plugins.load("").formats
RULES = (
    DeckInBody, DuplicateParagraph, ImpossibleDate, LeftoverMarkup, LegacyEncoding, MalformedDateline,
    MalformedThousands, MissingDateline, MissingHeadline, Mojibake, PlaceholderLeft, RepeatedWord, UnreadableMetadata,
    WeekdayDateMismatch,
)  # fmt: skip


# private: which places are tried is not to be seen in any finding
@given(st.text("ab A\n“’¬´š»¿‚€™Äôï\u0301\u0308\u00a0" + mojibake._LEADS, max_size=12))
def test_garbled_runs_are_all_found_where_their_first_signs_stand(text):
    # private: which places are tried is not to be seen in any finding
    assert [run.span() for run in mojibake._runs(text)] == [run.span() for run in mojibake._garbled().finditer(text)]


def test_a_date_without_a_year_goes_by_the_story_date():
    told = story_of(("body", "Talks resume Monday, Dec. 2, at noon."), date=Date(2025, 12, 1))
    (finding,) = WeekdayDateMismatch().check(told)
    assert (finding.severity, finding.confidence) == ("note", "medium")
    assert "in 2025" in finding.message
    assert finding.message.endswith("a Tuesday")


def test_a_date_without_a_year_far_off_may_be_of_another_year():
    told = story_of(("body", "The storm hit on Monday, Dec. 2, he said."), date=Date(2025, 6, 1))
    assert not list(WeekdayDateMismatch().check(told))


def test_captions_are_checked_for_weekdays():
    told = story_of(("caption", "The hall on Monday, Dec. 2, 2025."), ("body", "It closed."))
    assert [f.span for f in WeekdayDateMismatch().check(told)] == [Span(12, 32)]


def test_a_byline_of_an_agency_asks_for_a_dateline():
    told = story_of(
        ("headline", "Hall closes"), ("byline", "By The Associated Press"), ("body", "The hall closed on Monday.")
    )
    (finding,) = MissingDateline().check(told)
    assert finding.severity == "note"


def test_an_agencys_dateline_is_an_error_to_lack_where_the_house_says_so():
    told = story_of(("byline", "By The Associated Press"), ("body", "The hall closed on Monday."))
    (finding,) = MissingDateline(style={"dateline": "agency"}).check(told)
    assert finding.severity == "error"


def test_a_pictures_credit_makes_no_agency_story():
    told = story_of(("byline", "(Ana Silva/The Associated Press)"), ("body", "The hall closed on Monday."))
    assert not list(MissingDateline().check(told))


def test_a_byline_may_part_writer_and_agency_by_a_stroke():
    told = story_of(("byline", "By ANA SILVA / Associated Press"), ("body", "The hall closed on Monday."))
    assert len(list(MissingDateline().check(told))) == 1


def test_metadata_tells_an_agencys_copy():
    told = story_of(("body", "The hall closed on Monday."), metadata={"source": "Reuters"})
    assert len(list(MissingDateline().check(told))) == 1


def test_a_staff_story_is_asked_for_no_dateline_by_agency_styles(tmp_path):
    write(tmp_path, "newslint.yaml", "extends: [ap]\noverrides: [{files: 'wire/**', style: {dateline: required}}]\n")
    text = "---\ntitle: Hall closes\nauthor: Ana Silva\n---\n\nThe hall closed on Monday, the mayor said.\n"
    write(tmp_path, "town/a.md", text)
    write(tmp_path, "wire/a.md", text)
    found = {name: newslint.check(tmp_path / name / "a.md", select="missing-dateline") for name in ("town", "wire")}
    assert [f.severity for f in found["wire"]] == ["error"]
    assert found["town"] == []


def test_a_severity_that_the_house_sets_holds_for_every_finding(tmp_path):
    text = "---\ntitle: Talks\ndate: 2026-03-05\n---\n\nThe talks begin on Monday, March 10, the mayor said.\n"
    write(tmp_path, "a.md", text)
    assert [f.severity for f in newslint.check(tmp_path / "a.md", select="dates")] == ["note"]
    write(tmp_path, "newslint.yaml", "rules: {weekday-date-mismatch: error}\n")
    assert [f.severity for f in newslint.check(tmp_path / "a.md", select="dates")] == ["error"]


def test_a_slug_in_brackets_alone_on_its_line_is_markup():
    told = story_of(("body", "The ferry is late."), ("subhead", "[inject-module]"), ("body", "[laughs] It sails."))
    assert [told.source.text[slice(*f.span)] for f in LeftoverMarkup().check(told)] == ["[inject-module]"]


def test_a_byline_with_letters_that_are_an_agency_elsewhere_does_not():
    told = story_of(("byline", "By Ana Tapper"), ("body", "The hall closed on Monday."))
    assert not list(MissingDateline().check(told))


def test_a_caption_shortcode_is_markup():
    told = story_of(("body", '[caption id="3" align="left"]A dog[/caption]'))
    (finding,) = LeftoverMarkup().check(told)
    assert finding.span == Span(0, 29)
    assert [r.span for r in finding.related] == [Span(34, 44)]


def test_a_windows_file_is_noted_once():
    source = decode("The café’s owner left.".encode("cp1252"), "story.txt")
    told = Story(source, [Zone("body", Span(0, len(source.text)), source.text)])
    assert [f.span for f in LegacyEncoding().check(told)] == [Span(0, 1)]


def test_an_empty_file_has_no_story():
    (finding,) = MissingHeadline().check(Story(Source("story.txt", " \n\n"), []))
    assert finding.span == Span(0, 0)


@pytest.mark.parametrize("text", ["é", "’", "—", "ł", "Мир", "£", "🙂", "\u00a0"])
@pytest.mark.parametrize("times", [1, 2])
def test_what_was_garbled_is_repaired(text, times):
    garbled = text
    for _ in range(times):
        garbled = "".join(
            bytes([b]).decode("cp1252" if bytes([b]) not in _NO_SIGN else "latin-1") for b in garbled.encode()
        )
    assert repaired(garbled) == text


_NO_SIGN = (b"\x81", b"\x8d", b"\x8f", b"\x90", b"\x9d")

WORDS = st.sampled_from(
    ["the", "The", "a", "TK", "XX", "[CHECK]", "<br>", "&amp;", "Ã©", "â€™", "\ufffd", "1,23", "$4,2000", "Dec. 32, 2020",
     "Monday,", "Feb. 30", "(AP)", "CHICAGO", "—", "“", "”", "\x01", "{{x}}", "00", "people", "???", "-30-", "ENDS", "."]
)  # fmt: skip
KINDS = st.sampled_from(["headline", "deck", "byline", "body", "caption", "timestamp", "list", "chrome"])
PARTS = st.lists(
    st.tuples(KINDS, st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=9).map(" ".join))), max_size=6
)


@settings(max_examples=150, deadline=None)
@given(PARTS)
def test_no_story_breaks_a_rule_and_every_place_lies_inside(parts):
    told = story_of(*parts)
    end = len(told.source.text)
    for rule in RULES:
        for finding in rule().check(told):
            places = [
                finding.span,
                *(r.span for r in finding.related),
                *(e.span for f in finding.fixes for e in f.edits),
            ]
            assert all(0 <= place.start <= place.end <= end for place in places)
            assert finding.message
            assert "\n" not in finding.message


@pytest.mark.parametrize("encoding", ["cp1252", "cp1250", "mac_roman", "cp437", "cp850"])
@pytest.mark.parametrize("word", ["čeština", "café", "naïve", "Łódź", "Señor", "Dvořák", "Straße", "“quote”"])
def test_words_garbled_by_each_encoding_read_as_they_should(word, encoding):
    try:
        garbled = word.encode().decode(encoding)
    except UnicodeDecodeError:
        pytest.skip("this encoding cannot misread it")
    assert fix_text(Mojibake(), garbled, Bad(""), FORMATS) == word


def test_joiners_inside_emoji_are_wanted():
    assert newslint.check("The family 👨\u200d👩\u200d👧 was there.\n", select="invisible-character") == []


@pytest.mark.parametrize(
    "text", ["A **bold** word.\n", "It rained.\n\n## The long rain\n\nIt froze.\n", "Go <b>**now**</b>.\n"]
)
def test_no_fix_deletes_what_stands_between_marks_of_markdown(text):
    assert newslint.check(text, select="leftover-markup")
    assert newslint.fix(text, select="leftover-markup", offers=True).text.count("**") == text.count("**")


@pytest.mark.parametrize("text", ["├── src", "┌─┬─┐", "├─┤ │ x │", "√2 ≈ 5", "Ä Ö Ü ÄRGER Ôter", "─────", "ƒ100"])
def test_tables_and_signs_are_not_garbled(text):
    assert not list(Mojibake().check(story_of(("body", text))))


def test_more_is_repaired_where_ftfy_is_installed_and_nothing_breaks_where_it_is_not(monkeypatch):
    pytest.importorskip("ftfy")
    twice = "é".encode().decode("mac_roman").encode().decode("cp1252")
    assert repaired(twice) == "é"
    monkeypatch.setitem(sys.modules, "ftfy", None)
    assert repaired(twice) is None
    assert repaired("Ã©") == "é"


@pytest.mark.parametrize("key", ["layout: post", "slug: the-mill"])
@pytest.mark.parametrize(
    "copy", ["The mill's shut. It’s the town’s, they’ve said.", '“It is,” she said. He said "no" and “no”.']
)
def test_marks_that_a_generator_curls_are_told_on_request_only(key, copy):
    for head, confidence in ((key, "low"), ("author: Ana", "medium")):
        text = f"---\n{head}\n---\n\n{copy}\n"
        rules = ["mixed-apostrophes", "mixed-quotation-marks"]
        found = newslint.check(text, path="post.md", select=rules, min_confidence="low")
        assert {finding.confidence for finding in found} == {confidence}
