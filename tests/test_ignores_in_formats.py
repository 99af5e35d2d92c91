"""Requests to ignore findings in pages, posts and agencies' files: written as each format writes comments, and heeded."""

import shutil
from pathlib import Path

import pytest

from newslint.engine.workspace import Workspace
from newslint.run.one_file import Checker
from newslint.run.outcome import StoryFile

EXAMPLES = Path(__file__).parent.parent / "examples" / "formats"
COMMENTS = {
    "winter-ferry.html": "<p><!-- newslint: ignore repeated-word: so said --> The boat",
    "agency.nitf": "<p><!-- newslint: ignore repeated-word: so said --> The repairs",
    "pier-vote.mdx": "\n{/* newslint: ignore repeated-word: so said */}\n",
    "harbour.adoc": "\n// newslint: ignore repeated-word: so said\n",
    "lock-keepers.rst": "\n.. newslint: ignore repeated-word: so said\n\n",
}
NONE = ("ferry.docx", "ferry.anpa", "cafe.eml", "feature.aml")  # what there looked like a comment would be read


def words_found(path):
    _, outcome = Checker(Workspace(config_file=None)).check_file(StoryFile(path.name, path.read_bytes()))
    return [entry.rule for entry in outcome.entries]


@pytest.mark.parametrize("name", COMMENTS)
def test_a_request_is_written_as_the_format_writes_comments_and_is_heeded(newslint, tmp_path, name):
    story = tmp_path / name
    shutil.copy(EXAMPLES / name, story)
    assert words_found(story)
    done = newslint("check", str(story), "--add-ignore", "so said")
    assert done.code == 0, done.out + done.err
    assert COMMENTS[name].replace(" --> ", " -->") in story.read_text()
    assert words_found(story) == []


@pytest.mark.parametrize("name", NONE)
def test_a_file_without_comments_is_left_as_it_is_and_that_is_said(newslint, tmp_path, name):
    story = tmp_path / name
    shutil.copy(EXAMPLES / name, story)
    done = newslint("check", str(story), "--add-ignore", "so said")
    assert story.read_bytes() == (EXAMPLES / name).read_bytes()
    assert "no place for an ignore" in done.out + done.err


def test_on_a_page_of_one_line_a_request_covers_the_paragraph_that_it_stands_in_or_before(tmp_path):
    story = tmp_path / "page.html"
    asks = "<!-- newslint: ignore repeated-word: so said -->"
    copy = "<h1>Mill opens</h1><p>The mill by the the river opened.</p>{}<p>The mayor came to to see it.</p><p>It sold the the last.</p>"
    story.write_text(copy.format(""))
    assert words_found(story) == ["repeated-word"] * 3
    story.write_text(copy.format(asks))
    assert words_found(story) == ["repeated-word"] * 2
    story.write_text(copy.format("").replace("It sold the the", asks + "It sold the the"))
    assert words_found(story) == ["repeated-word"] * 2


def test_a_request_in_the_comment_of_another_format_is_none(tmp_path):
    story = tmp_path / "story.rst"
    story.write_text(
        "Mill opens\n==========\n\n<!-- newslint: ignore repeated-word: so -->\n\nThe mill by the the river.\n"
    )
    assert "repeated-word" in words_found(story)


def test_a_request_shown_in_a_listing_is_none(tmp_path):
    story = tmp_path / "story.adoc"
    shown = "----\n// newslint: ignore-file repeated-word: so\n----\n"
    story.write_text(f"= Mill opens\n\nOne writes:\n\n{shown}\nThe mill by the the river.\n")
    assert "repeated-word" in words_found(story)
