"""Which format reads a file: its ending, its first lines, newslint.yaml and --format-of; and what is left alone."""

import json
import subprocess
import sys

import pytest

from newslint.base.globs import endings_named, endings_of
from newslint.cli import main

ITEM = "<item><title>Pier shut</title><description>The council said on Monday that that it shut the pier.</description></item>"
FEED = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Feed</title>{ITEM}{ITEM}</channel></rss>'
EMPTY = '<?xml version="1.0"?><rss version="2.0"><channel><title>Feed</title></channel></rss>'
STORY = "Council shuts pier\n\nThe council said on Monday that that it had shut the pier.\n"


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(capsys, *words):
    code = main(["check", "--no-cache", "--format", "json", *words])
    said = capsys.readouterr()
    return code, json.loads(said.out) if said.out.startswith("{") else said.err


def test_a_file_named_outright_is_read_by_how_it_begins(here, capsys):
    (here / "wire.xml").write_text(FEED)
    code, report = run(capsys, "wire.xml")
    assert (code, report["stories"], len(report["findings"])) == (1, 2, 2)


def test_an_unknown_ending_is_read_where_its_first_lines_tell_what_it_is(here, capsys):
    (here / "wire.dat").write_text(FEED)
    assert run(capsys, "wire.dat")[1]["stories"] == 2


def test_an_unknown_ending_is_a_failure_with_the_nearest_that_is_known(here, capsys):
    (here / "story.mdd").write_text(STORY)
    code, report = run(capsys, "story.mdd")
    assert code == 2
    assert "does not read .mdd files: did you mean" in report["failures"][0]["message"]


def test_xml_of_no_known_kind_is_a_failure_that_says_what_is_known(here, capsys):
    (here / "pom.xml").write_text("<project><name>x</name></project>")
    code, report = run(capsys, "pom.xml")
    assert code == 2
    assert "no story in it that newslint can read" in report["failures"][0]["message"]
    assert "rss" in report["failures"][0]["message"]


def test_data_files_below_a_folder_are_stories_only_where_a_configuration_names_them(here, capsys):
    (here / "story.txt").write_text(STORY)
    (here / "package.json").write_text("{}")
    (here / "feeds").mkdir()
    (here / "feeds" / "a.xml").write_text(FEED)
    assert run(capsys, ".")[1]["stories"] == 1
    (here / "newslint.yaml").write_text('stories: ["*.txt", "feeds/*.xml"]\n')
    assert run(capsys, ".")[1]["stories"] == 3


def test_the_hook_leaves_data_files_alone_that_no_configuration_names(here, capsys):
    (here / "package.json").write_text("{}")
    (here / "story.txt").write_text(STORY)
    code, report = run(capsys, "--force-exclude", "package.json", "story.txt")
    assert (code, report["stories"], report["failures"]) == (1, 1, [])


def test_a_configuration_gives_an_ending_its_format(here, capsys):
    (here / "a.story").write_text(FEED)
    (here / "newslint.yaml").write_text("formats: {.story: rss}\n")
    assert run(capsys, ".")[1]["stories"] == 2


def test_the_command_line_gives_an_ending_its_format(here, capsys):
    (here / "a.story").write_text(FEED)
    assert run(capsys, "--format-of", ".story=rss", ".")[1]["stories"] == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [("formats: {.story: htlm}", "unknown story format"), ("formats: {story: rss}", "is no ending of file names")],
)
def test_a_mistake_in_formats_is_told_with_its_place(here, capsys, text, said):
    (here / "newslint.yaml").write_text(text + "\n")
    (here / "a.txt").write_text(STORY)
    code, told = run(capsys, ".")
    assert code == 2
    assert said in told
    assert "newslint.yaml:1" in told


def test_a_mistake_in_format_of_is_told(here, capsys):
    (here / "a.txt").write_text(STORY)
    code, told = run(capsys, "--format-of", ".story=htlm", ".")
    assert code == 2
    assert "--format-of: unknown story format “htlm”" in told


def test_a_file_without_a_story_is_a_failure_where_it_was_named(here, capsys):
    (here / "a.rss").write_text(EMPTY)
    code, report = run(capsys, "a.rss")
    assert code == 2
    assert "an RSS feed with no items" in report["failures"][0]["message"]


def test_files_without_a_story_are_left_aside_below_a_folder_that_has_stories(here, capsys):
    (here / "newslint.yaml").write_text('stories: ["*.rss", "*.txt"]\n')
    (here / "a.rss").write_text(EMPTY)
    (here / "a.txt").write_text(STORY)
    code, report = run(capsys, ".")
    assert (code, report["stories"], report["failures"]) == (1, 1, [])
    assert [each["path"] for each in report["absent"]] == ["a.rss"]
    main(["check", "--no-cache", "."])
    assert "1 file has no story in it" in capsys.readouterr().out


def test_a_folder_of_nothing_but_such_files_is_a_failure(here, capsys):
    (here / "newslint.yaml").write_text('stories: ["*.rss"]\n')
    (here / "a.rss").write_text(EMPTY)
    assert run(capsys, ".")[0] == 2
    assert run(capsys, "--allow-empty", ".")[0] == 0


def test_a_finding_in_a_file_of_several_says_in_which_record(here, capsys):
    (here / "wire.xml").write_text(FEED)
    _, report = run(capsys, "wire.xml")
    places = [each["start"]["offset"] for each in report["findings"]]
    assert [FEED[at : at + 9] for at in places] == ["that that", "that that"]


def test_what_is_cached_of_a_file_of_several_is_the_same_again(here, capsys):
    (here / "wire.xml").write_text(FEED)
    answers = []
    for _ in range(2):
        main(["check", "--format", "json", "wire.xml"])
        answers.append(capsys.readouterr().out)
    assert answers[0] == answers[1]


def test_endings_are_told_from_names_and_from_patterns():
    assert endings_of("a/B.JSONL.GZ") == [".jsonl.gz", ".gz"]
    assert endings_of(".txt") == []
    assert endings_of("a.b.c.txt") == [".c.txt", ".txt"]
    assert endings_named(["feeds/*.{xml,json}", "!*.csv", "content/**", "*.j*"]) == {".xml", ".json"}


def test_plain_text_imports_no_other_format(here):
    (here / "a.txt").write_text(STORY)
    code = (
        "import sys; from newslint.cli import main; main(['check', '--no-cache', 'a.txt']);"
        "print(sorted(m for m in sys.modules if m.startswith('newslint.formats.')))"
    )
    for _ in range(2):  # the first start makes the cards
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[-1] == "['newslint.formats.plain']"
