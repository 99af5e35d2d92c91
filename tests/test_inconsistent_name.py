"""Two spellings of one name: what is marked, what is said, what is changed, and what is left alone."""

import pytest
from helpers import steps, words_of
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.checks.inconsistent_name import InconsistentName
from newslint.model.finding import Related
from newslint.model.rule import Bad
from newslint.rulebook import plugins
from newslint.testing import check_text, fix_text

FORMATS = plugins.load("").formats
RULE = InconsistentName()


def findings(text, format="fragment"):
    return check_text(RULE, text, Bad(text, format=format), FORMATS)[1]


def words(text, **keys):
    return words_of(text, findings(text, **keys))


def test_message_names_both_spellings_and_how_often_the_other_stands():
    (finding,) = findings("Ana Pereira won. Pereira wept. Perreira left.")
    assert finding.message == "“Perreira” is spelled “Pereira” elsewhere in this story (2 times)"
    assert finding.related == (
        Related((4, 11), "spelled “Pereira” here"),
        Related((17, 24), "spelled “Pereira” here"),
    )


def test_less_frequent_spelling_is_marked_even_where_it_comes_first():
    assert words("Perreira won.\nAna Pereira won. Pereira wept.") == ["Perreira"]


def test_later_spelling_is_marked_on_a_tie():
    assert words("Ana Pereira won. Perreira wept.") == ["Perreira"]


def test_pair_is_one_finding_however_often_it_stands():
    text = "Ana Pereira won. Pereira wept. Pereira left. Perreira slept. Perreira woke."
    (finding,) = findings(text)
    assert [r.label for r in finding.related].count("“Perreira” again") == 1


def test_slips_in_several_paragraphs_do_not_hide_each_other():
    text = "Ifeoma Nwankwo scored twice. Nwankwo sang, and Nwankwo won.\nNwanko left early.\nAt dawn Nwanko slept."
    found = findings(text)
    assert [text[f.span.start - 1] for f in found] == ["\n", " "]
    assert [len(f.fixes[0].edits) for f in found] == [1, 1]


def test_what_the_story_does_not_settle_is_shown_and_not_changed():
    (finding,) = findings("The fair in Osterwick opened. Crowds came to Osterwyck.")
    assert finding.message.endswith("one of the two is wrong")
    assert finding.fixes == ()


def test_the_full_name_is_right_where_the_majority_does_not_settle_it():
    text = "Everyone knew Osmanovik. Then Tarik Osmanovic spoke. Osmanovik left at dawn."
    assert {edit.text for f in findings(text) for fix in f.fixes for edit in fix.edits} == {"Osmanovic"}


def test_known_names_settle_what_the_story_does_not():
    (finding,) = findings("A bust of Tchaikovsky was sold. Later Tchaikovski was played.")
    assert [edit.text for edit in finding.fixes[0].edits] == ["Tchaikovsky"]


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("Tom Van de Putte signed. Van de Putte will stay. “Now,” Van De Putte said.", ["Van De Putte"]),
        ("Ravi De Mora dived. A sad de Mora left.", ["de Mora"]),
        ("Nadir al-Masri won. Later el-Masri sang.", ["el-Masri"]),
        ("Robin van Persie scored. Then Van Persie left, and Van Persie sang.", []),
        ("Piet de Boer came with Jan De Boer.", []),
        ("The men of al-Hilal won. Al-Hilal sang.", []),
    ],
)
def test_small_words_of_a_surname_are_written_one_way(text, odd):
    assert words(text) == odd


def test_related_places_are_bounded():
    text = "Ana Pereira won. " + "Pereira wept. " * 200 + "Perreira left."
    (finding,) = findings(text)
    assert len(finding.related) == 12
    assert "(201 times)" in finding.message


def test_fix_changes_every_odd_place_but_none_in_a_quotation():
    text = "Ana Pereira won. Pereira wept. Perreira left. “Perreira? No,” said Pereira."
    (finding,) = findings(text)
    assert finding.fixes[0].safety == "offer"
    assert fix_text(RULE, text.replace("“Perreira? No,”", "“No,”"), Bad(text), FORMATS).count("Perreira") == 0


def test_fix_in_markdown_keeps_the_markup():
    text = "Ana **Pereira** won. *Pereira* wept.\n\nThen **Perreira** left.\n"
    assert "**Pereira** left" in fix_text(RULE, text, Bad(text, format="markdown"), FORMATS)


@pytest.mark.parametrize("typo", ["Kovalnko", "Kovaelnko", "Kovallenko", "Kovalenka", "Kavalenko", "Kovlaenko"])
@pytest.mark.parametrize(
    "story",
    [
        "Ana Kovalenko won. {} wept.",
        "Ana Kovalenko won. Mr {}'s aide wept.",
        "Ana Kovalenko won.\n“No,” said {}.",
        "Ana Kovalenko won. Later Ana {} wept.",
        "Kovalenko won. Kovalenko wept. They saw {} again.",
    ],
)
def test_slip_of_one_letter_is_found(story, typo):
    assert words(story.format(typo)) == [typo]


@pytest.mark.parametrize(
    "text",
    [
        "The Kovalenkos came with Ana Kovalenko.",
        "Ana Kovalenko met Leo Kovalenka. Kovalenko left and Kovalenka stayed.",
        "Ana Kovalenko's and KOVALENKO and kovalenko.",
        "Ana Hassan won. Hassan-Smith left with Nadia Hassan.",
        "Pat O’Neill and O'Neill met the O`Neills.",
        "Ivan Karimov ruled. Karimovites marched. A Karimovian rite.",
        "Brian Joiner spoke. Joined by friends, Joiner left.",
        "Jane Moore ran. Moored boats lay. The moors were wet.",
    ],
)
def test_other_words_are_not_other_spellings(text):
    assert words(text) == []


@settings(max_examples=120, deadline=None)
@given(st.text(st.sampled_from("AaBbKkZzyi'’.-,“” \n"), max_size=120) | st.text(max_size=60))
def test_any_text_gives_spans_inside_it(text):
    for finding in findings(text):
        assert 0 <= finding.span.start < finding.span.end <= len(text)
        assert all(0 <= r.span.start < r.span.end <= len(text) for r in finding.related)


@pytest.mark.parametrize("step", [1, 7, 26])
def test_the_work_on_thousands_of_names_grows_with_their_number(step):
    letters = "abcdefghijklmnopqrstuvwxyz"

    def story(number):
        names = (
            f"A{letters[n % 26]}{letters[n * step // 26 % 26]}{letters[n // 676 % 26]}{letters[n // 17576 % 26]}er"
            for n in range(number)
        )
        return "Ana " + " said. Ana ".join(names)

    findings(story(2_000))
    once, twice = (steps(lambda number=number: findings(story(number))) for number in (2_000, 4_000))
    assert twice < 2.5 * once
    findings(story(30_000))
