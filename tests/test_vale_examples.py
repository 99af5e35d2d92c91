"""Examples beside a style of Vale's: run as those of newslint's own rules are, and told of where they are wrong."""

import re
import shutil

import pytest
from helpers import ROOT, write

HOUSE = ROOT / "tests" / "fixtures" / "vale" / "product"
EXAMPLES = "styles/House/examples.yaml"


@pytest.fixture
def house(newsroom):
    """The invented house with its styles."""
    shutil.copytree(HOUSE, newsroom, dirs_exist_ok=True)
    return newsroom


def test_they_run_by_rule_style_and_topic(house, newslint):
    for name, said in {
        "vale/House.Plain": "2 examples hold.\n",
        "vale/House": "4 examples hold; 1 rule has none (vale/House).\n",
        "vale": "4 examples hold; 3 rules have none (vale/Desk, vale/House).\n",
    }.items():
        done = newslint("test", name)
        assert (done.code, done.out) == (0, said)


def test_all_rules_hold_though_some_of_a_style_have_no_example(house, newslint):
    done = newslint("test")
    assert done.code == 0
    assert "3 rules have none (vale/Desk, vale/House)" in done.out


@pytest.mark.parametrize("name", ["vale/House.Commas", "vale/Desk"])
def test_what_is_named_and_has_none_fails(house, newslint, name):
    assert newslint("test", name).code == 1


FAILING = {
    "Weasel:\n  - bad: The [[quay]] is very old.\n": "expected [\"4-8 'quay'\"]\n  found    [\"12-16 'very'\"]",
    "Weasel:\n  - good: The quay is very old.\n": "good example 'The quay is very old.'",
    "Plain:\n  - {bad: 'They [[utilise]] it.', fixed: They used it.}\n": "expected 'They used it.'\n  found    'They use it.'",
    "Plain:\n  - {bad: 'They [[utilise]] it.', message: No}\n": "expected the message 'No', found [\"Write 'use', not 'utilise'.\"]",
    "Weasel:\n  - {good: Very., format: markdwn}\n": "unknown format “markdwn”: did you mean “markdown”",
    "Weasel:\n  - bad: The [[quay is very old.]] ]]\n": "]] closes nothing",
}


@pytest.mark.parametrize("text", FAILING)
def test_one_that_does_not_hold_is_told_with_what_was_found(house, newslint, text):
    write(house, EXAMPLES, text)
    done = newslint("test", "vale/House")
    assert done.code == 1
    assert FAILING[text] in done.out
    assert "do not" in done.out


def test_a_format_and_a_file_may_be_named(house, newslint):
    write(
        house,
        "styles/Desk/examples.yaml",
        "Headline:\n  - {bad: \"# Fire[[!]]\\n\\nIt is out.\\n\", format: markdown}\n  - good: Fire!\n",
    )  # fmt: skip
    assert newslint("test", "vale/Desk.Headline").out == "2 examples hold.\n"


WRONG = {
    "Plian:\n  - good: a\n": ":1:1: there is no rule “Plian” in this style\n  did you mean “Plain”?",
    "Plain:\n  good: a\n": ":2:3: Plain: expected a list (keys with values each), found keys with values",
    "Plain: []\n": ":1:8: Plain: expected at least 1 items, found 0",
    "Plain:\n  - godo: a\n": ":2:5: unknown key “godo” in Plain → 0\n  did you mean “good”?",
    "Plain:\n  - note: a\n": ":2:5: an example has exactly one of: bad, good, known-false",
    "Plain:\n  - {bad: a, good: b}\n": ":2:5: an example has exactly one of",
    "Plain:\n  - bad: a\n": ":2:10: this bad example marks nothing in [[double square brackets]]",
    "Plain:\n  - good: a [[b]]\n": ":2:11: this good example marks something as wrong",
    "Plain:\n  - good: 7\n": ":2:11: Plain → 0 → good: expected a text, found “7”",
    "- good: a\n": ":1:1: the file: expected keys with values",
    "Plain:\n  - good: a\n---\nPlain:\n": "this file holds several documents",
    "Plain: [\n": "this is not valid YAML",
}


@pytest.mark.parametrize("text", WRONG)
def test_a_mistake_in_the_file_is_told_with_its_place(house, newslint, text):
    write(house, EXAMPLES, text)
    done = newslint("test", "vale/House")
    assert done.code == 2
    assert f"styles/House/examples.yaml{WRONG[text]}" in done.err or (
        "styles/House/examples.yaml:" in done.err and WRONG[text] in done.err
    )


def test_all_mistakes_are_told_at_once(house, newslint):
    write(house, EXAMPLES, "Plian:\n  - good: a\nWeasel:\n  - bad: b\n")
    done = newslint("test", "vale")
    assert "no rule “Plian”" in done.err
    assert "marks nothing" in done.err


def test_a_check_reads_no_examples(house, newslint):
    write(house, EXAMPLES, "Plian: [\n")
    assert newslint("check", "--format", "json").code == 1


def test_an_empty_file_has_no_examples(house, newslint):
    write(house, EXAMPLES, "# none yet\n")
    assert newslint("test", "vale/House.Plain").code == 1


def test_examples_of_a_rule_below_the_level_that_is_read_are_no_mistake(house, newslint):
    write(house, EXAMPLES, "Commas:\n  - good: One, two.\nPlain:\n  - good: a\n")
    write(house, "newslint.yaml", "vale: {styles-path: styles, based-on: House, min-alert-level: warning}\n")
    assert newslint("test", "vale/House.Plain").out == "1 examples hold.\n"


def test_of_a_file_outside_of_the_repository_nothing_is_shown(house, newslint):
    (house / ".git").mkdir()
    secret = house.parent / f"{house.name}-out"
    shutil.copytree(house / "styles", secret)
    write(secret, "House/examples.yaml", "password: [secret]\n")
    write(house, "newslint.yaml", f"vale: {{styles-path: ../{secret.name}, based-on: House}}\n")
    done = newslint("test", "vale/House")
    assert done.code == 2
    assert "secret]" not in done.err
    assert "password" not in done.err
    assert "cannot be used" in done.err


def test_explain_shows_them(house, newslint):
    out = newslint("explain", "vale/House.Weasel").out
    assert "The quay is [[very]] old." in out
    assert "It says no more than “old” does" in out


def test_the_rule_and_the_examples_that_the_docs_show_hold(newsroom, newslint):
    page = (ROOT / "docs" / "vale.md").read_text(encoding="utf-8")
    blocks = dict(re.findall(r'^```yaml title="(styles/[^"]+)"\n(.*?)^```', page, re.DOTALL | re.MULTILINE))
    assert set(blocks) == {"styles/House/Plain.yml", "styles/House/examples.yaml"}
    for name, text in blocks.items():
        write(newsroom, name, text)
    write(newsroom, "newslint.yaml", "vale: {styles-path: styles, based-on: House}\n")
    assert newslint("test", "vale/House").out == "2 examples hold.\n"


def test_the_configuration_that_the_docs_show_holds(newsroom, newslint):
    page = (ROOT / "docs" / "vale.md").read_text(encoding="utf-8")
    [text] = re.findall(r'^```yaml title="newslint.yaml"\n(.*?)^```', page, re.DOTALL | re.MULTILINE)
    write(newsroom, "newslint.yaml", text)
    rule = "extends: existence\nmessage: \"'%s'\"\ntokens: [was]\n"
    for name in ("write-good/Passive", "write-good/Weasel", "House/Plain"):
        write(newsroom, f"styles/{name}.yml", rule)
    write(newsroom, "styles/config/vocabularies/Newsroom/accept.txt", "Ellery\n")
    write(newsroom, "press/a.txt", "Quay\n\nIt was closed on Monday, the board said.\n")
    write(newsroom, "a.txt", "Quay\n\nIt was closed on Monday, “it was time,” the board said.\n")
    found = newslint("check", "--format", "json").report["findings"]
    assert [(each["path"], each["rule"], each["severity"]) for each in found] == [
        ("a.txt", "vale/House.Plain", "warning"),
        ("a.txt", "vale/write-good.Weasel", "note"),
        ("press/a.txt", "vale/write-good.Weasel", "note"),
    ]
