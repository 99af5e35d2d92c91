"""Kinds of story are told by structure, with a reason; ordinary news is not taken for any of them."""

from pathlib import Path

import pytest
from helpers import markdown, plain

from newslint.analyses.roles.genres import belongs, genre_of
from newslint.base.text import Source, read
from newslint.formats import Reading
from newslint.formats.markdown import Markdown
from newslint.formats.plain import Plain

STORIES = Path(__file__).parent / "stories"
LONG = "The ferry left the pier at noon with nine goats and one very worried piano tuner on board."
MINE = "I had never tuned a piano at sea before, and I told the captain so twice that day."

TEXTS = {
    "interview": [
        "The tuner of the islands",
        LONG,
        "How did it begin?",
        MINE,
        "And the goats?",
        MINE,
        "What did they do?",
        MINE,
        "Would you do it again?",
        MINE,
    ],
    "live": [
        "Storm over the islands: as it happens",
        "14.20 Ferry in sight",
        LONG,
        "13.55",
        LONG,
        "1 p.m. Gale",
        LONG,
    ],
    "list": ["Four ways to tune a piano", "1. Listen", LONG, "2. Wait", LONG, "3. Turn", LONG, "4. Listen", LONG],
    "sport": [
        "Saturday's results",
        LONG,
        "Ottery 2 Marle 1",
        "Grauport United 0-0 Velden",
        "Thrale 3, Wick 2",
        "Nothing else was played.",
    ],
    "letters": ["Letters", "Dear Editor,", LONG, "Yours faithfully,", "Ada Penhallow"],
    "recipe": ["Seaweed pancakes", LONG, "Ingredients", "200 g flour", "2 eggs", "½ tsp salt", "Method", LONG],
    "poem": [
        "The Tuner",
        "He came aboard with fork and felt,",
        "a bag of keys, a coat, a belt,",
        "and all the goats looked up and knew",
        "that something in the wind was new;",
        "he bent above the stranded strings",
        "and thought about the sea, and things,",
        "and struck a note.",
    ],
}


@pytest.mark.parametrize("kind", TEXTS)
def test_a_kind_is_told_and_says_why(kind):
    found = genre_of(TEXTS[kind])
    assert found.name == kind
    assert found.why


@pytest.mark.parametrize("kind", TEXTS)
def test_plain_text_and_markdown_know_it(kind):
    text = "\n\n".join(TEXTS[kind]) + "\n"
    assert plain(text).genre == kind
    if kind not in ("poem", "list"):  # Markdown has its own numbers and line ends
        assert markdown(text).genre == kind


def test_what_is_known_beforehand_goes_before_structure():
    text = "\n\n".join(TEXTS["recipe"]) + "\n"
    story = Plain().parse(Source("a.txt", text), Reading(genre="news"))
    assert (story.genre, story.genre_why) == ("news", "")
    assert markdown("---\ntype: feature\n---\n" + text).genre == "feature"


@pytest.mark.parametrize(
    "texts",
    [
        [LONG] * 8,
        ["Home", "World", "Sport", "Weather", "Ottery takes the cup 2-1", LONG, LONG, "Share"],
        ["Where is the ferry?", "Who tuned the piano?", "Why goats?", "What now?", "And then?", LONG],
        ["1", "Ferry late", "2", "Goats on pier", "3", "Piano at sea", "4", "Tuner rescued", LONG, LONG],
        ["Career News 05 FEB 26", "Career Column 04 FEB 26", "News 06 FEB 26", LONG, LONG, LONG],
        ["Sir Ivo Trew, the harbor master, paid £900 for the goats.", "Dear oh dear.", LONG, LONG, LONG],
        ["10:40", "0:00 / 1:23", "Play", "9:15", LONG, LONG],
    ],
)
def test_news_and_what_a_page_leaves_is_no_kind(texts):
    assert genre_of(texts).name == ""


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("sport", "Ottery 2 Marle 1"),
        ("sport", "3 Lenn Vale P16 Pts 31"),
        ("live", "14.20 Ferry in sight"),
        ("list", "7. The Albatross"),
        ("letters", "Ada Penhallow, Ottery"),
        ("interview", "And the goats?"),
        ("recipe", "A pinch of salt"),
        ("poem", "he bent above the stranded strings"),
    ],
)
def test_a_line_in_the_form_of_its_kind_belongs(kind, text):
    assert belongs(kind, text)
    assert not belongs("news", text)


@pytest.mark.parametrize("kind", TEXTS)
def test_nothing_of_such_a_story_is_taken_for_a_page(kind):
    text = "\n".join(TEXTS[kind]) + "\n"
    zones = plain(text).zones
    assert [zone.text for zone in zones if zone.role == "chrome"] == []


def test_whole_stories_of_a_kind_are_told():
    def kind(name):
        reader = Markdown() if name.endswith(".md") else Plain()
        return reader.parse(read(str(STORIES / name)), Reading()).genre

    assert kind("interview-clockmaker.txt") == "interview"
    assert kind("live-election-night.txt") == "live"
    assert kind("letter-to-editor.txt") == "letters"
    assert kind("sport-roundup.txt") == "sport"
    assert kind("markdown-qanda.md") == "interview"
    assert kind("politics-us.txt") == "news"
    assert kind("press-release.txt") == "news"
