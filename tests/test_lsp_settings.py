"""What an editor's settings say, and what is said of those that are wrong."""

import pytest

from newslint.lsp.hover import plain, without_marks
from newslint.lsp.settings import EditorSettings, is_ours, read

WHOLE = {
    "config": "desk.yaml",
    "style": "ap",
    "select": ["quotes", " names "],
    "ignore": "chrome, lede-length",
    "minConfidence": "low",
    "showSpeakers": True,
}
READ = EditorSettings("desk.yaml", "ap", ("quotes", "names"), ("chrome", "lede-length"), "low", True)


@pytest.mark.parametrize("given", [WHOLE, {"newslint": WHOLE}])
def test_settings_are_read_alone_or_under_their_name(given):
    assert read(given) == (READ, [])


def test_nothing_given_is_nothing_set():
    for given in (None, {}, {"newslint": {}}, {"newslint": None}, dict.fromkeys(WHOLE)):
        assert read(given) == (EditorSettings(), [])


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"shwSpeakers": True}, "did you mean “showSpeakers”"),
        ({"config": 3}, "newslint.config has to be a text"),
        ({"select": [1]}, "newslint.select has to be a list"),
        ({"select": ["a"] * 500}, "at most 200"),
        ({"minConfidence": "very"}, "low, medium, high"),
        ({"showSpeakers": "yes"}, "true or false"),
        ([1], "no list of names with values"),
    ],
)
def test_what_is_wrong_is_told_and_the_rest_holds(given, said):
    settings, told = read({"style": "ap", **given} if isinstance(given, dict) else given)
    assert len(told) == 1
    assert said in told[0]
    assert settings == (EditorSettings(style="ap") if isinstance(given, dict) else EditorSettings())


def test_settings_of_other_servers_are_not_ours():
    assert [is_ours(given) for given in (None, [], {"python": {}}, {"newslint": {}}, {"style": "ap"})] == [
        False,
        False,
        False,
        True,
        True,
    ]


def test_strangers_words_are_no_markdown():
    assert plain("![a](x) <b> `c` *d* \x1b[31m e_f") == r"\!\[a\](x) \<b\> \`c\` \*d\* \\x1b\[31m e\_f"
    assert plain("# no heading") == r"\# no heading"
    assert without_marks(plain("a * b [c] _d_")) == "a * b [c] _d_"
