"""The site's pictures: real commands, drawn without a request to another host; pages do without those not there."""

import re

import pictures
import pytest
import site_pages
from helpers import ROOT

from newslint import commands
from newslint.base.showing import showable_lines

PAGE = "# Head\n\nOne.\n\n![What it shows](pictures/check.svg)\n\nTwo.\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    pytest.importorskip("rich", reason="needs the docs extra")
    folder = tmp_path_factory.mktemp("pictures")
    return {name: (folder / f"{name}.svg").read_text(encoding="utf-8") for name in pictures.make(folder)}


def words_of(picture):
    """The text that a picture shows."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", picture.partition("<g class=")[2]).replace("&#160;", " "))


def test_what_is_there_to_be_shown_is_shown(made):
    assert set(made) == {name for name, words in pictures.COMMANDS.items() if commands.find(words[0])} - (
        set() if (ROOT / "newslint" / "reporters" / "concise.py").exists() else {"concise"}
    )
    for name, picture in made.items():
        assert f"$ newslint {' '.join(pictures.COMMANDS[name])}" in words_of(picture)
    assert "unattributed-quote" in words_of(made["check"])
    assert "-Story continues below advertisement" in words_of(made["fix-diff"])
    assert "headline" in words_of(made["show"])


def test_pictures_ask_no_other_host_for_anything(made):
    for picture in made.values():
        assert set(re.findall(r"https?://[^\s\"')]+", picture)) == {"http://www.w3.org/2000/svg"}
        assert "@import" not in picture
        assert "@font-face" not in picture


def test_colours_are_those_of_the_terminal_and_a_long_text_is_cut_off():
    pytest.importorskip("rich", reason="needs the docs extra")
    picture = pictures.drawn("\033[31;1mred\033[0m <&>\n" + "a line\n" * 100, "a")
    assert "font-weight: bold" in picture
    assert "&lt;&amp;&gt;" in picture
    assert "( 41 more lines)" in words_of(picture).replace("…", "").replace("(41", "( 41")
    assert showable_lines(picture) == picture


def test_what_the_tests_of_clients_kept_is_taken_over(tmp_path):
    (tmp_path / "kept").mkdir()
    for name in ("desk.png", "neovim.svg", "trace.zip"):
        (tmp_path / "kept" / name).write_bytes(name.encode())
    assert pictures.kept(tmp_path / "kept", tmp_path / "to") == ["desk.png", "neovim.svg"]
    assert (tmp_path / "to" / "desk.png").read_bytes() == b"desk.png"
    assert pictures.kept(tmp_path / "none", tmp_path / "to") == []


def test_a_page_shows_the_pictures_that_are_there_and_does_without_others(tmp_path):
    assert site_pages.filled(PAGE, tmp_path) == "# Head\n\nOne.\n\n\nTwo.\n"
    (tmp_path / "check.svg").write_text("<svg/>", encoding="utf-8")
    assert site_pages.filled(PAGE, tmp_path) == PAGE


def test_pictures_are_in_no_commit():
    assert "docs/pictures/" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
