"""The words of pages: data files that hold together, and what they say of a line."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

# The tables of words and what they say of one line, before place and shape have their say in the role.
from newslint.analyses.roles._line_words import RARE, fine_sort, said, tokenised
from newslint.analyses.roles._lines import bare, plain, says_only_what_pages_say
from newslint.analyses.roles._page_words import COARSE, LANGUAGES, SORTS, TABLES, phrases
from newslint.base.yamltext import load

FOLDER = Path(__file__).parent.parent / "rules" / "residue"


def test_each_language_has_a_file():
    assert {path.stem for path in FOLDER.glob("*.yaml")} == set(LANGUAGES)


def test_lines_are_written_as_they_are_looked_up():
    assert [line for line in TABLES.lines if (bare(plain(line)) or line) != line] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_openings_and_phrases_are_in_lower_case_with_straight_marks(language):
    data = load((FOLDER / f"{language}.yaml").read_text(encoding="utf-8")).data
    for forms in data["sorts"].values():
        for form in ("openings", "phrases"):
            for phrase in phrases(forms.get(form, "")):
                assert phrase == phrase.lower()
                assert not re.search("[’“”\u00a0]|[1-9](?!rd)", phrase), phrase


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_stands_twice_under_one_sort(language):
    data = load((FOLDER / f"{language}.yaml").read_text(encoding="utf-8")).data
    for forms in data["sorts"].values():
        for text in forms.values():
            assert len(phrases(text)) == len(set(phrases(text)))


def test_a_wide_sort_is_a_sort_and_not_itself_narrow():
    assert set(COARSE) <= set(SORTS)
    assert set(COARSE.values()) <= set(SORTS) - set(COARSE)


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("SCROLL FOR NEXT", "scroll"),
        ("Story continues below advertisement", "ad"),
        ("Most Read", "popular"),
        ("Read more: the bridge that sang", "related"),
        ("Download our app for Android", "app"),
        ("We use cookies to make this work", "cookie"),
        ("© 2026 The Mill Lane Echo", "legal"),
        ("Show key events only", "live"),
        ("Email him at desk@example.org", "contact"),
        ("Lesen Sie auch: Die Brücke, die singt", "related"),
        ("Nur für Abonnenten", "account"),
        ("À lire aussi : le pont qui chante", "related"),
        ("Réservé aux abonnés", "account"),
        ("Te puede interesar", "related"),
        ("Archivado en", "tag"),
        ("The bridge sang all night.", ""),
    ],
)
def test_a_line_says_what_it_was_for(text, sort):
    assert fine_sort(plain(text), bare(plain(text))) == sort


def test_traits_go_by_the_wider_sort():
    low = plain("Download our app for Android")
    traits = said(low, RARE.intersection(tokenised(low).split()), 5).traits
    assert "holds:newsletter" in traits
    assert not any("app" in trait for trait in traits)


@pytest.mark.parametrize(
    "text", ["Diesen Artikel drucken, sagte er.", "Il a lu la suite du livre.", "Compartir es vivir."]
)
def test_copy_is_not_what_only_pages_say(text):
    assert not says_only_what_pages_say(text)


def test_the_words_are_read_where_no_cache_can_be_kept(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    code = "from newslint.analyses.roles._page_words import TABLES; print(TABLES.lines['skip ad'])"
    made = subprocess.run(
        [sys.executable, "-c", code],
        env={"NEWSLINT_CACHE_DIR": str(blocked / "cache"), "PATH": "", "PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert made.stdout == "ad\n"


def test_what_a_line_was_for_does_not_depend_on_the_order_of_a_set():
    line = "the image was sent in. please sign in or register, getty images and photo by the newsletter desk; click to subscribe and follow us on facebook"
    code = (
        "from newslint.analyses.roles._line_words import said, fine_sort, RARE, tokenised\n"
        f"line = {line!r}\n"
        "print(said(line, RARE.intersection(tokenised(line).split()), 20).traits, fine_sort(line, line))\n"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in range(6)
    }
    assert len(said) == 1
