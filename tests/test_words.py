"""Words as data: a language is a folder, a mistake in it is told with its place, and each table is in order."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from newslint.base import cache
from newslint.base.errors import RuleError
from newslint.base.yamltext import load
from newslint.words import tables
from newslint.words.tables import Abbreviations, Calendar, Genres, Names, Pages, Speech, Titles, any_of, every

FOLDER = Path(tables.FOLDER)
FILES = sorted(FOLDER.glob("*/*.yaml"))
FAMILIES = tables.families()
IDS = [path.relative_to(FOLDER).as_posix() for path in FILES]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A copy of the words, and a cache of its own."""
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "cache"))
    shutil.copytree(FOLDER, tmp_path / "words", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return tmp_path / "words"


def read(folder):
    return tables.read(str(folder))


@pytest.mark.parametrize("path", FILES, ids=IDS)
def test_each_table_is_sorted_and_without_doubles(path):
    for name, table in load(path.read_text(encoding="utf-8")).data.items():
        form = FAMILIES[path.stem][name]
        if form == "Rows":  # in an order of their own, such as that of the months
            continue
        entries = [*(table if form == "Pairs" else tables.phrases(table) if form == "Phrases" else table.split())]
        assert entries == sorted(set(entries)), name


@pytest.mark.parametrize("path", FILES, ids=IDS)
def test_only_tables_of_phrases_are_parted_by_bars(path):
    for name, table in load(path.read_text(encoding="utf-8")).data.items():
        if FAMILIES[path.stem][name] == "Words":
            assert "|" not in table, name


def test_every_table_is_filled_in_english_or_stands_for_another_language():
    others = {"by", "in_bylines"}
    kept = tables._kept()["en"]  # as they are kept: how a table is written
    for family, forms in FAMILIES.items():
        assert {form.replace("-", "_") for form in forms} - set(kept[family]) <= others, family


def test_no_first_name_stands_twice():
    names = Names.of()
    lists = (names.men, names.women, names.either, names.men_in_full, names.women_in_full)
    assert len(every(lists)) == sum(map(len, lists))


def test_no_abbreviation_is_a_title_too():
    own = Abbreviations.of()
    assert (own.in_names | own.stops | own.stops_of_copy).isdisjoint(Titles.of().titles)


def test_titles_have_known_traits():
    known = {"courtesy", "short", "stop", "office", "first-name", "he", "she"}
    assert {trait for traits in Titles.of().titles.values() for trait in traits.split()} <= known
    assert {"Mrs", "Dame"} <= set(Titles.of().having("she"))


def test_irregular_verbs_are_verbs_of_speech_or_chat():
    assert set(Speech.of().irregular) - Speech.of().verbs <= {"chat", "go", "put", "say", "speak"}


@pytest.mark.parametrize("language", Calendar.all())
def test_a_calendar_has_twelve_months_and_says_how_datelines_write_them(language):
    calendar = Calendar.of(language)
    assert len(calendar.months) == 12
    assert calendar.in_datelines <= {"capital", "upper", "lower"}


def test_the_languages_come_in_their_order():
    assert list(tables._kept())[:4] == ["en", "de", "fr", "es"]  # as they are kept, in their order
    assert list(Pages.all()) == ["en", "de", "fr", "es", "nl"]


def test_a_language_or_file_that_is_missing_has_empty_tables():
    assert Genres.of("xx").greetings == ()
    assert Names.of("fr").men == frozenset()
    assert Titles.of("de").titles == {}


def test_a_misspelt_table_is_none():
    with pytest.raises(AttributeError, match="wimmen"):
        Names.of().wimmen  # noqa: B018


def test_alternatives_put_the_longest_first_and_let_words_go_on():
    assert any_of(["an", "a", "p.m", "fear~"]) == r"fear\w*|p\.m|an|a"


def test_a_new_folder_is_a_new_language(folder):
    (folder / "sv").mkdir()
    (folder / "sv" / "calendar.yaml").write_text("months: januari | februari | mars\n", encoding="utf-8")
    found = read(folder)
    assert [*found][-1] == "sv"
    assert found["sv"] == {"calendar": {"months": "januari | februari | mars"}}
    assert read(folder) == found  # from the cache


def test_a_text_in_a_language_that_is_a_folder_is_known_to_be_in_it(tmp_path):
    shutil.copytree(FOLDER.parent, tmp_path / "newslint", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "newslint" / "words" / "sv").mkdir()
    file = tmp_path / "newslint" / "words" / "sv" / "language.yaml"
    file.write_text("small-words: att av den det en för har i med och om på som till var är\n", encoding="utf-8")
    code = "from newslint.analyses.text.language import guess; print(guess(input()))"
    text = "Det var en gång en bro som sjöng om natten, och det är den som har stått i byn till i dag."
    made = subprocess.run(
        [sys.executable, "-c", code],
        input=text,
        cwd=tmp_path,
        env={
            **os.environ,
            "PYTHONPATH": str(tmp_path),
            "NEWSLINT_CACHE_DIR": str(tmp_path / "cache"),
            "PYTHONUTF8": "1",
        },
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert made.stdout == "sv\n"


@pytest.mark.parametrize(
    ("name", "text", "line", "said"),
    [
        ("names.yaml", "women: Ana Eva\nwimmen: Eva\n", 2, "“wimmen”"),
        ("names.yaml", "women: Ana Eva\nmen:\n  - Max\n", 3, "men: expected words as running text"),
        ("titles.yaml", "titles: Mrs Mr\n", 1, "titles: expected keys with values"),
        ("titles.yaml", "titles:\n  Mr: he\n  Mr: she\n", 3, "“Mr” is there twice"),
        ("speech.yaml", "verbs: >-\n  say\nverbs: tell\n", 3, "“verbs” is there twice"),
        ("speech.yaml", 'verbs: "say\n', 2, "not valid YAML"),
        ("speech.yaml", "- say\n", 1, "expected keys with values"),
        ("speech.yaml", "", 0, "expected one document"),
        ("nouns.yaml", "nouns: mill\n", 0, "no family of words is named “nouns”"),
    ],
)
def test_a_mistake_is_told_with_its_place(folder, name, text, line, said):
    file = folder / "es" / name
    file.write_text(text, encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        read(folder)
    assert caught.value.path == str(file)
    assert caught.value.line == line
    assert said in caught.value.message


def test_a_changed_file_is_read_anew(folder):
    read(folder)
    file = folder / "pt" / "language.yaml"
    file.write_text("small-words: a o e que\n", encoding="utf-8")
    assert read(folder)["pt"]["language"]["small_words"] == "a o e que"


def test_a_mistake_is_not_kept(folder):
    file = folder / "es" / "names.yaml"
    file.write_text("wimmen: Eva\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(RuleError):
            read(folder)


def test_the_words_are_read_where_no_cache_can_be_kept(folder, tmp_path, monkeypatch):
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    kept = read(folder)
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(blocked / "cache"))
    assert cache.load("any") is None
    assert read(folder) == kept


@pytest.mark.parametrize("damaged", [[], {}, {"en": 5}, {"en": {"speech": "say"}}])
def test_a_damaged_cache_counts_as_none(folder, tmp_path, damaged):
    kept = read(folder)
    (file,) = (tmp_path / "cache").iterdir()
    file.write_text(json.dumps(damaged), encoding="utf-8")
    assert read(folder) == kept


def test_all_languages_are_kept_in_one_file(folder, tmp_path):
    read(folder)
    assert len([*(tmp_path / "cache").iterdir()]) == 1
