"""What is made later is made once, when it is first asked for, and not at all where nobody asks."""

import pytest
from helpers import plain

from newslint.base.later import Later
from newslint.base.text import Source, UnreadableStory
from newslint.formats import Reading
from newslint.formats import plain as reader
from newslint.model.story import DeferredStory, Read


def test_items_are_made_once_and_only_for_those_who_ask():
    made = []

    def make():
        made.append(1)
        return [3, 4]

    items = Later(make)
    assert not made
    assert (len(items), items[0], items[-1], [*items], items[1:]) == (2, 3, 4, [3, 4], (4,))
    assert made == [1]


def test_what_making_raises_is_raised_each_time():
    items = Later(lambda: [1 / 0])
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            len(items)


@pytest.fixture
def reads(monkeypatch):
    """The texts that have been read."""
    texts, read = [], reader._read  # what reads them is no part of a story
    monkeypatch.setattr(reader, "_read", lambda text, reading: texts.append(text) or read(text, reading))
    return texts


def test_plain_text_is_read_when_its_zones_are_asked_for(reads):
    story = plain("Head of it\n\nThe mill burned on Monday.\n")
    assert not reads
    assert [zone.text for zone in story.zones] == ["Head of it", "The mill burned on Monday."]
    assert (story.genre, story.language, story.prose.text[:4]) == ("news", "en", "Head")
    assert len(reads) == 1


def test_what_is_no_plain_text_is_told_before_it_is_read(reads):
    with pytest.raises(UnreadableStory, match="it is XML"):
        reader.Plain().parse(Source("a.txt", "<?xml version='1.0'?>"), Reading())
    assert not reads


def test_what_a_story_is_given_holds():
    story = DeferredStory(Source("a.txt", "x"), lambda: Read((), "news", "", "en"), format="plain")
    story.genre, story.genre_why, story.language = "opinion", "its folder", "fr"
    assert (story.genre, story.genre_why, story.language, story.zones) == ("opinion", "its folder", "fr", ())
