"""Words that a house writes so: `words:` in newslint.yaml, and files of words, one a line."""

import os

import pytest

from newslint.base.errors import ConfigError
from newslint.words.word_files import is_file, is_word, plain, read_words

HEAD = "# The mill reopens\n\n"
STORY = HEAD + "The council recieved them. Unfortunatly the missionairies had left.\n"


@pytest.fixture
def told(newsroom, newslint):
    """The misspelt words of a story under a configuration and files beside it."""

    def check(settings, text=STORY, **files):
        for name, content in files.items():
            (newsroom / f"{name}.dic").write_text(content, encoding="utf-8")
        (newsroom / "newslint.yaml").write_text(settings, encoding="utf-8")
        (newsroom / "a.md").write_text(text, encoding="utf-8")
        done = newslint("check", "--format", "json", "--select", "misspelt-word", "--min-confidence", "low", "a.md")
        assert done.code in (0, 1), done.err
        return [finding["match"] for finding in done.report["findings"]]

    return check


@pytest.fixture
def refused(newsroom, newslint):
    """What is said of a configuration with a mistake."""

    def check(settings):
        (newsroom / "newslint.yaml").write_text(settings, encoding="utf-8")
        (newsroom / "a.md").write_text(STORY, encoding="utf-8")
        done = newslint("check", "a.md")
        assert done.code == 2, done
        assert "fault of newslint" not in done.err
        return done.err

    return check


def test_words_are_right_whatever_their_case(told):
    assert told("{}\n") == ["recieved", "Unfortunatly", "missionairies"]
    assert told("words: [Recieved, unfortunatly]\n") == ["missionairies"]
    assert told("words: MISSIONAIRIES\n") == ["recieved", "Unfortunatly"]


def test_words_come_from_files_beside_the_configuration(told):
    ours = "# our own\n\nRecieved   # as the founder wrote it\r\n  missionairies\n"
    assert told("words: ours.dic\n", ours=ours) == ["Unfortunatly"]
    assert told("words: [ours.dic, more.dic]\n", ours=ours, more="unfortunatly") == []


def test_a_file_with_a_mark_at_its_head_and_an_empty_one(told):
    assert told("words: ours.dic\n", ours="\ufeffrecieved\n") == ["Unfortunatly", "missionairies"]
    assert len(told("words: ours.dic\n", ours="")) == 3
    assert len(told("words: ours.dic\n", ours="# nothing yet\n")) == 3
    assert len(told("words: []\n")) == 3


def test_words_of_a_style_and_of_the_file_add_up(told, newsroom):
    (newsroom / "desk").mkdir()
    (newsroom / "desk" / "style.yaml").write_text("words: [recieved, ours.dic]\n", encoding="utf-8")
    (newsroom / "desk" / "ours.dic").write_text("missionairies\n", encoding="utf-8")
    assert told("extends: desk/style.yaml\nwords: unfortunatly\n") == []


@pytest.mark.parametrize(
    ("text", "listed", "left"),
    [
        ("The co-recieved plan was read.", "co-recieved", 0),
        ("The co-recieved plan was read.", "recieved", 0),
        ("The co-recieved plan was read.", "re-recieved", 1),
        ("The plan was recieved.", "co-recieved", 1),
        ("It was missionairies’ land.", "missionairies", 0),
        ("The co‑recieved plan was read.", "co-recieved", 0),
        ("A goverment’s plan was read.", "goverment's", 0),
        ("A goverment's plan was read.", "goverment’s", 0),
        ("A non-goverment’s plan was read.", "non-goverment", 0),
        ("The goverment read it.", "goverment's", 1),
    ],
)
def test_hyphens_and_apostrophes(told, text, listed, left):
    assert len(told("{}\n", HEAD + text + "\n")) in (1, left), "there is something to leave alone"
    assert len(told(f"words: [{listed}]\n", HEAD + text + "\n")) == left


def test_only_the_listed_form_is_left_alone(told):
    text = HEAD + "The recieved plan. The co-recieved plan.\n"
    assert told("words: [co-recieved]\n", text) == ["recieved"]


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("words: {recieved: yes}\n", "newslint.yaml:1:8: words: expected a text, found keys"),
        ("words: [12]\n", "newslint.yaml:1:9: words → 0: expected a text"),
        ("words:\n  - two words\n", "newslint.yaml:2:5: words → 0: expected a word or the name of a file"),
        ("words: ['']\n", "newslint.yaml:1:9: words → 0: expected a word or the name of a file"),
        ("words: ['-ly']\n", "expected a word or the name of a file"),
        (f"words: [{'a' * 101}]\n", "expected a word or the name of a file"),
        ("words: [recieved, none.dic]\n", "newslint.yaml:1:19: there is no file of words “none.dic” here"),
        ("words: lists/\n", "there is no file of words “lists/” here"),
        ('words: "a\\0.dic"\n', "there is no file of words"),
        ("overrides: [{files: a.md, words: [recieved]}]\n", "unknown key “words”"),
    ],
)
def test_what_is_no_list_of_words_is_told_at_its_place(refused, newsroom, settings, said):
    (newsroom / "lists").mkdir()
    assert said in refused(settings)


def test_every_line_that_is_no_word_is_told(refused, newsroom):
    (newsroom / "ours.dic").write_text("recieved\n  two words\nfine # two words\na/b\n", encoding="utf-8")
    said = refused("words: ours.dic\n")
    assert "ours.dic:2:3: expected a word, found “two words”" in said
    assert "ours.dic:4:1: expected a word, found “a/b”" in said
    assert "ours.dic:3" not in said


def test_of_many_wrong_lines_some_are_told(tmp_path):
    path = tmp_path / "w.dic"
    path.write_text("two words\n" * 5000, encoding="utf-8")
    with pytest.raises(ConfigError) as error:
        read_words(str(path))
    assert len(str(error.value)) < 10_000


def test_a_large_file_and_one_that_is_no_text_are_refused(refused, newsroom):
    (newsroom / "ours.dic").write_bytes(b"abc\n" * 300_000)
    assert "the file of words cannot be read: it is larger than 1 MB" in refused("words: ours.dic\n")
    (newsroom / "ours.dic").write_bytes(b"caf\xe9\n")
    assert "it is not UTF-8 text" in refused("words: ours.dic\n")


def test_a_link_within_the_repository_is_followed_and_one_out_of_it_refused(
    told, refused, newsroom, tmp_path_factory
):
    outside = tmp_path_factory.mktemp("outside") / "w.dic"
    outside.write_text("secret words\n", encoding="utf-8")
    (newsroom / "out.dic").symlink_to(outside)
    said = refused("words: out.dic\n")
    assert "“out.dic” lies outside of the repository" in said
    assert "secret" not in said
    (newsroom / "in.dic").symlink_to("ours.dic")
    assert "recieved" not in told("words: in.dic\n", ours="recieved\n")


def test_what_was_found_is_found_anew_when_a_list_changes(told, newsroom):
    assert told("words: ours.dic\n", ours="recieved\n") == ["Unfortunatly", "missionairies"]
    assert told("words: ours.dic\n", ours="recieved\nunfortunatly\n") == ["missionairies"]
    (newsroom / "ours.dic").write_text("# none\n", encoding="utf-8")
    assert told("words: ours.dic\n") == ["recieved", "Unfortunatly", "missionairies"]
    assert told("words: [recieved]\n") == ["Unfortunatly", "missionairies"]


def test_the_file_that_is_written_first_is_no_story(newsroom, newslint):
    (newsroom / "newslint-words.txt").write_text("recieved\n", encoding="utf-8")
    (newsroom / "a.txt").write_text("The mill\n\nThe council recieved it.\n", encoding="utf-8")
    (newsroom / "newslint.yaml").write_text("words: newslint-words.txt\n", encoding="utf-8")
    done = newslint("check", ".", "--format", "json")
    assert done.report["stories"] == 1
    assert "misspelt-word" not in done.rules


def test_what_a_word_is_and_what_a_file():
    assert [each for each in ("ab", "o'clock", "e‑mail", "naïve", "Covid-19") if not is_word(each)] == []
    assert not any(map(is_word, ("", "a b", "-a", "a-", "a--b", "a_b", "a.b", "'tis")))
    assert [each for each in ("w.txt", "lists/w", "lists\\w", "word") if is_file(each)] == [
        "w.txt",
        "lists/w",
        "lists\\w",
    ]
    assert plain("O’Clock‑Wise") == "o'clock-wise"


def test_a_file_as_large_as_may_be_is_read_soon(tmp_path):
    path = tmp_path / "w.dic"
    path.write_text("a-" * 49 + "a\n" + "a-" * 200_000 + " # b\n", encoding="utf-8")
    with pytest.raises(ConfigError):
        read_words(str(path))
    assert os.path.getsize(path) > 400_000
