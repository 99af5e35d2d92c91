"""`newslint report-false-alarm`: what it tells the maintainers of a wrong finding, and what it keeps to itself."""

import re
from pathlib import Path

import pytest
from helpers import write
from hypothesis import given
from hypothesis import strategies as st

# private: the words that are invented have properties of their own
from newslint.commands._invented_words import Invented, Kept, cues, with_words
from newslint.commands.report_false_alarm import Asked, asked_for

ROOT = Path(__file__).parent.parent
STORY = """\
Zellnitz brewery to move its vats

Brunhilde Quastorff opened the Zellnitz brewery in 1987, and Quastorff's daughter runs it.

“We shall miss the the old yard,” said Brunhilde Quastorf on Monday. The vats weigh 4,317 kilos.

The council agreed to to pay for the lorries.
"""
SECRETS = ("zellnitz", "brunhilde", "quastor", "brewery", "lorries", "4,317", "1987")


def fenced(page: str) -> str:
    return re.search(r"^(`{3,})text\n(.*?)^\1$", page, re.DOTALL | re.MULTILINE)[2]


@pytest.fixture
def story(newsroom):
    write(newsroom, "a.txt", STORY)
    return newsroom / "a.txt"


def test_it_tells_rule_message_format_and_roles(story, newslint):
    done = newslint("report-false-alarm", "a.txt:7")
    assert done.code == 0
    assert done.out.startswith("### False alarm: repeated-word\n")
    for said in ("* newslint ", "Python 3", "(warning, confidence high)", "“to” is repeated", "format: plain"):
        assert said in done.out
    assert "| 5 | body |" in done.out
    assert "| 7 (the finding) | body |" in done.out


def test_no_word_that_tells_the_story_is_printed(story, newslint):
    for place in ("a.txt:7", "a.txt:5:50"):
        page = newslint("report-false-alarm", place).out.casefold()
        assert "false alarm" in page
        assert not [secret for secret in SECRETS if secret in page]
        assert "a.txt" not in page


def test_the_words_that_newslint_goes_by_stay(story, newslint):
    text = fenced(newslint("report-false-alarm", "a.txt:7").out)
    for kept in ("The council agreed to to pay for the", "on Monday", "said "):
        assert kept in text


def test_what_is_printed_has_the_finding(story, newslint, newsroom):
    page = newslint("report-false-alarm", "a.txt:5", "--rule", "inconsistent-name").out
    assert "newslint finds the same in this text alone, read as plain" in page
    write(newsroom, "pasted.txt", fenced(page))
    assert "inconsistent-name" in newslint("check", "pasted.txt", "--format", "json", "--min-confidence", "low").rules


def test_two_spellings_of_a_name_become_two_spellings_of_another(story, newslint):
    page = newslint("report-false-alarm", "a.txt:5", "--rule", "inconsistent-name").out
    wrong, right = re.search(r"“(\w+)” is spelled “(\w+)”", page).groups()
    assert "left as they are" not in page
    assert (len(wrong), len(right)) == (len("Quastorf"), len("Quastorff"))
    assert {wrong, right}.isdisjoint({"Quastorf", "Quastorff"})


def test_words_that_the_finding_needs_are_kept_and_that_is_said(newsroom, newslint):
    write(newsroom, "a.txt", "Fair opens\n\nThe Zellnitz fair opens on Feb. 30, the mayor said on Monday.\n")
    page = newslint("report-false-alarm", "a.txt:3", "--rule", "impossible-date").out
    assert "left as they are: the numbers that are marked." in page
    assert "Feb. 30" in fenced(page)
    assert "Zellnitz" not in page


def test_a_number_that_the_finding_does_not_mark_is_replaced(newsroom, newslint):
    write(newsroom, "a.txt", "Fair opens\n\nThe fair opens on Feb. 30. Call the mayor on 0151 496 0382, he said.\n")
    page = newslint("report-false-alarm", "a.txt:3", "--rule", "impossible-date").out
    assert "newslint finds the same" in page
    assert not re.search("0151|496|0382", page)


def test_of_two_findings_in_a_paragraph_the_one_asked_for_is_told_with_no_more_numbers_than_it_needs(
    newsroom, newslint
):
    note = "Eds: Glance at 0900 GMT, photos TK.\n"
    write(newsroom, "a.txt", f"Fair opens\n\nThe fair opens on Monday. Call 0151 496 0382, he said.\n\n{note}")
    asked = ("report-false-alarm", "--rule", "placeholder-left")
    page = newslint(*asked, "a.txt:5:1").out
    assert "is a note to the desk" in page
    assert "newslint finds the same" in page
    assert "* of: `TK`" not in page
    assert not re.search("0151|496|0382", page)
    assert "* of: `TK`" in newslint(*asked, "a.txt:5:33").out


def test_a_name_in_an_address_is_replaced_even_where_all_but_names_stays():
    kept = Kept(frozenset(), ordinary=True)
    said = Invented(kept).text(
        "write to brunhilde@quastorff.example or https://example.org/quastorff, #freequastorff"
    )
    assert "quastorff" not in said
    assert "brunhilde" not in said
    assert said.startswith("write to ")


def test_a_name_in_a_long_stretch_that_is_marked_is_replaced_all_the_same(newsroom, newslint):
    said = (
        "Quastorff, whose brewery brews for Zellnitz and nowhere else, is moving its copper vats to the old quay.\n\n"
    )
    write(newsroom, "a.txt", f"Brewery moves\n\n{said}The mayor said so on Monday.\n\n{said}")
    page = newslint("report-false-alarm", "a.txt:7", "--rule", "duplicate-paragraph").out
    assert "newslint finds the same" in page
    assert "Quastorff" not in page
    assert "Zellnitz" not in page


def test_a_finding_that_needs_the_file_itself_says_so(newsroom, newslint):
    text = "Fair opens\n\nThe Zellnitz fair opens on Monday, the mayor said. It’s “late”.\n"
    (newsroom / "a.txt").write_bytes(text.encode("cp1252"))
    done = newslint("report-false-alarm", "a.txt:1")
    assert done.code == 0
    assert "this case needs the original" in done.out
    assert "Zellnitz" not in done.out


def test_keep_words_prints_the_original(story, newslint):
    page = newslint("report-false-alarm", "a.txt", 7, "--keep-words").out
    assert "The council agreed to to pay for the lorries." in fenced(page)
    assert "These are the story's own words." in page


def test_the_settings_that_bear_on_the_rule_are_told(newsroom, newslint):
    write(newsroom, "newslint.yaml", "rules: {lede-length: {max-words: 12, severity: error}}\n")
    write(newsroom, "a.txt", "Fair opens\n\n" + "The mayor said that the fair would open on " * 2 + "Monday.\n")
    page = newslint("report-false-alarm", "a.txt:3").out
    assert "rules: {lede-length: {max-words: 12}}" in page
    assert "rules: {lede-length: error}" in page


def test_front_matter_is_told_as_front_matter(newslint, monkeypatch):
    monkeypatch.chdir(ROOT / "examples" / "newsroom")
    page = newslint("report-false-alarm", "news/2026-03-12-market-hall.md:9").out
    assert fenced(page).startswith('---\ntitle: "')
    assert "finds the same in this text alone, read as markdown" in page
    assert "| 3 | deck | “deck” in the metadata |" in page


def test_a_page_is_told_as_plain_text_with_its_format(newslint, monkeypatch):
    monkeypatch.chdir(ROOT / "examples" / "formats")
    page = newslint("report-false-alarm", "winter-ferry.html:25").out
    assert "format: html;" in page
    assert "<" not in fenced(page)
    assert "Soldberg" not in page
    assert "finds the same in this text alone, read as plain" in page


@pytest.mark.parametrize("name", ["ferry.docx", "feed.rss", "archive.jsonl", "ferry.anpa", "harbour.adoc"])
def test_it_copes_with_other_formats(name, newslint, monkeypatch):
    monkeypatch.chdir(ROOT / "examples" / "formats")
    found = newslint("check", name, "--format", "json", "--min-confidence", "low").report["findings"]
    assert found
    for finding in found:
        place = f"{name}:{finding['start']['line']}:{finding['start']['column']}"
        done = newslint("report-false-alarm", place, "--rule", finding["rule"])
        assert done.code == 0
        assert f"### False alarm: {finding['rule']}" in done.out


def test_a_fence_holds_whatever_the_story_says(newsroom, newslint):
    write(newsroom, "a.md", "# Fair opens\n\nThe council agreed to to pay.\n\n```\n````\n````\n# [x](y) <b>\n```\n")
    page = newslint("report-false-alarm", "a.md:3").out
    text = fenced(page)
    assert "to to" in text
    assert page.rstrip().endswith("name it)")


def test_what_a_terminal_would_obey_is_escaped(newsroom, newslint):
    write(newsroom, "a.txt", "Fair opens\n\nThe \x1b[31mcouncil agreed to to pay, the mayor said.\n")
    assert "\x1b" not in newslint("report-false-alarm", "a.txt:3", "--rule", "repeated-word", "--keep-words").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["a.txt:99"], "there is no line 99: it has 8 lines"),
        (["a.txt:1"], "nothing is found there"),
        (["a.txt:7:1"], "nothing is found there"),
        (["a.txt:7", "--rule", "mojibake"], "“mojibake” finds nothing there"),
        (["a.txt:7", "--rule", "mojibak"], "did you mean “mojibake”?"),
        (["a.txt:7", "--rule", "repeated-line"], "compares several stories"),
        (["a.txt"], "names no line of a story"),
        (["a.txt:0"], "names no line of a story"),
        (["a.txt", "b.txt"], "names no line of a story"),
        (["a.txt:999999999999"], "names no line of a story"),
        (["none.txt:3"], "cannot be opened"),
        (["binary.txt:1"], "binary file"),
        ([".:1"], "not an ordinary file"),
        (["twice.txt:3"], "say which: --rule "),
    ],
)
def test_what_cannot_be_reported_is_refused(words, said, story, newslint, newsroom):
    (newsroom / "binary.txt").write_bytes(b"\0\1")
    write(newsroom, "twice.txt", "Fair opens\n\nThe council agreed to to pay TK by Feb. 30, the mayor said.\n")
    done = newslint("report-false-alarm", *words)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_a_paragraph_that_no_issue_holds_is_refused(newsroom, newslint):
    write(newsroom, "a.txt", "Fair opens\n\nThe council agreed to to pay. " + "The fair went on. " * 4000 + "\n")
    done = newslint("report-false-alarm", "a.txt:3", "--rule", "repeated-word")
    assert (done.code, done.out) == (2, "")
    assert "too much for an issue" in done.err


def test_a_rule_that_is_off_can_be_named(newsroom, newslint):
    write(newsroom, "newslint.yaml", "rules: {repeated-word: off}\n")
    write(newsroom, "a.txt", STORY)
    assert newslint("report-false-alarm", "a.txt:7").code == 2
    assert newslint("report-false-alarm", "a.txt:7", "--rule", "repeated-word").code == 0


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        (["a.txt:3"], Asked("a.txt", 3)),
        (["a.txt:3:14"], Asked("a.txt", 3, 14)),
        (["a.txt", "3"], Asked("a.txt", 3)),
        (["a.txt", "3:14"], Asked("a.txt", 3, 14)),
        (["C:\\news\\a.txt:3"], Asked("C:\\news\\a.txt", 3)),
    ],
)
def test_a_place_is_written_as_findings_give_it(words, asked):
    assert asked_for(words) == asked


# --- the words that are invented

TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=60)


@given(TEXTS)
def test_a_text_keeps_its_length_its_signs_and_its_shape(text):
    made = Invented(Kept(frozenset())).text(text)
    assert len(made) == len(text)
    for old, new in zip(text, made, strict=True):
        assert (old.isupper(), old.isdecimal(), old.isalpha()) == (new.isupper(), new.isdecimal(), new.isalpha())
        assert old == new or old.isalnum()


@given(TEXTS)
def test_the_same_text_is_replaced_by_the_same(text):
    assert Invented(cues("en")).text(text) == Invented(cues("en")).text(text)


def test_a_word_stands_for_one_word_wherever_it_is():
    made = Invented(cues("en")).text("Quastorff and QUASTORFF’s quastorff; Ospelow").split()
    assert made[0].upper() == made[2][:-2]
    assert made[0].lower() == made[3][:-1]
    assert made[4] != made[0]


def test_accents_capitals_and_endings_stay():
    made = Invented(cues("en")).text("Müllerová zwurbled DRANKOW’s O’Krintz 12,500")
    assert re.fullmatch(r"[A-Z][äëïöüÿ]\w{6}[áéíóú] [a-z]{6}ed [A-Z]{7}’s O’[A-Z][a-z]{5} [1-9]\d,\d{3}", made)


def test_letters_of_any_script_are_replaced_by_such():
    made = Invented(cues("en")).text("Жуков 東京")
    assert made != "Жуков 東京"
    assert re.fullmatch(r"[Ѐ-Я][а-џ]{4} [一-鿿]{2}", made)


def test_a_first_name_becomes_another_of_the_same_sort():
    from newslint.words.tables import Names

    made = Invented(cues("en")).text("Robert Quastorff met Susan Quastorff")
    first, surname, _, second, again = made.split()
    assert first != "Robert"
    assert first in Names.of().men
    assert second in Names.of().women
    assert surname == again != "Quastorff"


def test_names_are_no_words_that_newslint_goes_by():
    kept = cues("en").words
    assert {"said", "according", "monday", "the", "mr"} <= kept
    assert not {"quastorff", "berlin", "elizabeth", "kowalski"} & kept
    assert "quastorff" in with_words(cues("en"), ["Quastorff"]).words
