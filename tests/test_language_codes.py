"""A language may be given by code, tag or name, wherever one is given; what is no language is refused or passed over."""

import pytest

from newslint.base.errors import RuleError
from newslint.model.rule import Good, Rule
from newslint.model.story import Story
from newslint.rulebook import pack as packs
from newslint.rulebook import plugins
from newslint.testing import check_format, run_example
from newslint.words.languages import code_of, listed

ENGLISH = "Council closes the old bridge\n\nThe mayor told the the council on Monday that it was not safe to cross.\n"
RULE = """\
id: sitting
kind: existence
topic: language
message: "about “{{match}}”"
why: because
when: {{language: {language}}}
terms: [council]
examples: [{{bad: "a [[council]]", language: {language}}}, {{good: fine}}]
"""


@pytest.mark.parametrize(
    ("given", "code"),
    [
        *(("en", "en"), ("EN", "en"), ("en-GB", "en"), ("en_us", "en"), ("English", "en"), (" english ", "en")),
        *(("eng", "en"), ("de", "de"), ("Deutsch", "de"), ("FRANÇAIS", "fr"), ("pt-BR", "pt"), ("zh-Hant-TW", "zh")),
        *(
            ("cmn", "zh"),
            ("no", "no"),
            ("Norwegian", "no"),
            ("fil", "fil"),
            ("yue-HK", "yue"),
            ("Scottish Gaelic", "gd"),
        ),
    ],
)
def test_codes_tags_and_names_of_a_language_are_one_code(given, code):
    assert code_of(given) == code


@pytest.mark.parametrize("given", ["", "xx", "Klingonish", "en-", "en GB", "e", "en-toolongpart", "post"])
def test_what_is_no_language_has_no_code(given):
    assert code_of(given) == ""


def test_no_two_languages_share_a_code_or_a_name():
    for code, names in listed().items():
        assert {code_of(word) for word in (code, *names)} == {code}


@pytest.mark.parametrize("given", ["en", "EN", "English", "en-GB"])
def test_rules_for_english_run_however_a_configuration_names_english(newsroom, newslint, given):
    (newsroom / "a.txt").write_text(ENGLISH, encoding="utf-8")
    (newsroom / "newslint.yaml").write_text(f"overrides: [{{files: '*.txt', language: {given}}}]\n", encoding="utf-8")
    assert newslint("check", "a.txt", "--format", "json").rules == ["repeated-word"]


def test_a_configuration_can_name_another_language(newsroom, newslint):
    (newsroom / "a.txt").write_text(ENGLISH, encoding="utf-8")
    (newsroom / "newslint.yaml").write_text("overrides: [{files: '*.txt', language: Dutch}]\n", encoding="utf-8")
    assert newslint("check", "a.txt", "--format", "json").rules == []


@pytest.mark.parametrize(
    ("given", "hint"),
    [
        ("Klingonish", "did you mean “Finnish”?"),
        ("xx", "give its code, such as en, de or pt-BR, or its English name"),
        ("Engish", "did you mean “English”?"),
        ("en-toolongpart", "give its code, such as en, de or pt-BR, or its English name"),
        ("''", "give its code, such as en, de or pt-BR, or its English name"),
    ],
)
def test_what_is_no_language_is_refused_at_its_place(newsroom, newslint, given, hint):
    (newsroom / "a.txt").write_text(ENGLISH, encoding="utf-8")
    (newsroom / "newslint.yaml").write_text(
        f"overrides:\n  - files: '*.txt'\n    language: {given}\n", encoding="utf-8"
    )
    done = newslint("check", "a.txt")
    assert done.code == 2
    assert "newslint.yaml:3:15: overrides → 0 → language: expected a language" in done.err
    assert f"found “{given.strip(chr(39))}”" in done.err
    assert hint in done.err


@pytest.mark.parametrize("given", ["EN", "English", "[en-GB, de]"])
def test_conditions_of_rule_files_may_name_a_language_in_any_way(newsroom, newslint, given):
    (newsroom / "a.txt").write_text(ENGLISH, encoding="utf-8")
    text = RULE.format(language=given).replace(f", language: {given}}}", "}")
    (newsroom / "sitting.yaml").write_text(text, encoding="utf-8")
    (newsroom / "newslint.yaml").write_text("rule-files: [sitting.yaml]\n", encoding="utf-8")
    assert newslint("check", "a.txt", "--format", "json", "--select", "sitting").rules == ["sitting"]


def test_rule_files_are_refused_where_they_name_no_language(newsroom, newslint):
    (newsroom / "sitting.yaml").write_text(RULE.format(language="Englsh"), encoding="utf-8")
    done = newslint("test", "sitting.yaml")
    assert done.code == 2
    assert "sitting.yaml:6:18: when → language: expected a language" in done.err
    assert "did you mean “English”?" in done.err


def test_examples_of_rule_files_may_name_a_language_in_any_way(newsroom, newslint):
    (newsroom / "sitting.yaml").write_text(RULE.format(language="British"), encoding="utf-8")
    assert newslint("test", "sitting.yaml").code == 2
    (newsroom / "sitting.yaml").write_text(RULE.format(language="EN"), encoding="utf-8")
    assert newslint("test", "sitting.yaml").code == 0


class Sitting(Rule):
    """Because."""

    id = "sitting"
    topic = "language"
    message = "a council"
    unless = {"language": ("Deutsch",)}
    examples = (Good("fine", language="EN"),)


class OfNoLanguage(Sitting):
    """Because."""

    when = {"language": ("Englsh",)}


def loaded(rule):
    own = plugins.load("")
    own.rule_classes = [(None, rule)]
    return packs.load(own).rules["sitting"]


def test_conditions_of_rules_in_python_are_read_likewise():
    assert loaded(Sitting).unless == {"language": ("de",)}
    with pytest.raises(RuleError, match="OfNoLanguage: when → language: “Englsh” is no language") as caught:
        loaded(OfNoLanguage)
    assert caught.value.hint == "did you mean “English”?"


def test_an_example_in_python_of_no_language_is_refused():
    formats = plugins.load("").formats
    run_example(Sitting(), Sitting.examples[0], formats)
    with pytest.raises(AssertionError, match="“Englsh” is no language"):
        run_example(Sitting(), Good("fine", language="Englsh"), formats)


@pytest.mark.parametrize(
    ("given", "found"),
    [("English", 1), ("en-GB", 1), ("de", 0), ("German", 0), ("xx", 1), ("house style", 1), ("7", 1)],
)
def test_the_words_of_a_story_tell_where_its_metadata_name_no_language(newsroom, newslint, given, found):
    head, body = ENGLISH.split("\n\n")
    (newsroom / "a.md").write_text(f"---\ntitle: {head}\nlang: {given}\n---\n\n{body}", encoding="utf-8")
    assert newslint("check", "a.md", "--format", "json").rules == ["repeated-word"] * found


class Notes:
    """A format whose stories have whatever language a test gives them."""

    name = "notes"
    extensions = (".note",)

    def __init__(self, language):
        self.language = language

    def parse(self, source, reading):
        story = plugins.load("").formats["plain"].parse(source, reading)
        return Story(source, story.zones, format=self.name, language=self.language)


@pytest.mark.parametrize("language", ["", "EN", "en-GB", "English", "Klingonish"])
def test_a_format_is_held_to_give_a_language_as_newslint_writes_it(language):
    with pytest.raises(AssertionError, match="language"):
        check_format(Notes(language), ENGLISH)
    assert check_format(Notes("en"), ENGLISH).language == "en"
