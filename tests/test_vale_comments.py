"""Vale's comments in a story, which switch its rules off and on, and newslint's own requests about its rules."""

import json

import pytest
from helpers import assert_work_grows_with_length, sampled
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from vale_styles import alerts, findings, house, very

import newslint
from newslint.cli import main
from newslint.model.ignores import ignores_of
from newslint.vale.comments import silenced

RULES = {"Very": very(), "Quite": very(tokens=["quite", "Quite so"])}


@pytest.fixture
def config(tmp_path):
    return house(tmp_path, RULES)


def left(config, text, path="a.md"):
    """The lines (from 1) in which something is found."""
    found, source = findings(config, text, path)
    return [(source.lines.position(each.span.start).line, each.rule.rpartition(".")[2]) for each in found]


@pytest.mark.parametrize(
    ("off", "on", "hidden"),
    [
        ("off", "on", {"Very", "Quite"}),
        ("House.Very = NO", "House.Very = YES", {"Very"}),
        ("House.Very = off", "House.Very = on", {"Very"}),
        ("House = NO", "House = YES", {"Very", "Quite"}),
        ('House.Very["very"] = NO', 'House.Very["very"] = YES', {"Very"}),
        ('House.Quite["so", "quite"] = NO', 'House.Quite["quite"] = YES', {"Quite"}),
        ("style = Other", "style = House", {"Very", "Quite"}),
        ("styles = Other, Third", "styles = Other, House", {"Very", "Quite"}),
        ("style = Other", "House = YES", {"Very", "Quite"}),
        ("styles = House, Other", "on", set()),
        ('House.Very["Very"] = NO', "on", set()),
        ("House.Ver = NO", "on", set()),
        ("Hous = NO", "on", set()),
    ],
)
def test_a_comment_holds_up_to_the_one_that_ends_it(config, off, on, hidden):
    text = (
        f"A very quite one.\n\n<!-- vale {off} -->\n\nA very quite one.\n\n<!-- vale {on} -->\n\nA very quite one.\n"
    )
    told = [rule for line, rule in left(config, text) if line == 5]
    assert {"Very", "Quite"} - set(told) == hidden
    assert [rule for line, rule in left(config, text) if line != 5] == ["Very", "Quite"] * 2


def test_without_an_end_it_holds_to_the_end_of_the_story(config):
    assert left(config, "A very one.\n\n<!-- vale off -->\n\nA very one.\n\nA very one.\n") == [(1, "Very")]


def test_off_and_a_rule_switched_off_do_not_end_one_another(config):
    text = "<!-- vale House.Very = NO -->\n<!-- vale off -->\n<!-- vale on -->\n\nA very quite one.\n"
    assert left(config, text) == [(5, "Quite")]
    text = "<!-- vale off -->\n<!-- vale House.Very = YES -->\n\nA very quite one.\n"
    assert left(config, text) == []


def test_within_a_paragraph_it_holds_for_what_stands_between(config):
    text = "A very <!-- vale off --> very <!-- vale on --> very old pier.\n"
    found, _ = findings(config, text)
    assert [each.span.start for each in found] == [2, text.rindex("very")]


@pytest.mark.parametrize(
    "words",
    ["valeoff", "vale  off", "vale Off", "vale off now", "vale House.Very = no", "vale House.Very=NO", "vale off\nvale on",
     "vale = NO", "vale House.Very[very] = NO", 'vale House.Very["very" = NO', 'vale House.Very[{"very": 1}] = NO',
     "vale House.Very[" + "[" * 2000 + "] = NO", "Vale off", "vale", "vale Style.Rule", "vale off of House.Very"],
)  # fmt: skip
def test_what_is_not_understood_says_nothing(config, words):
    assert left(config, f"<!-- {words} -->\n\nA very one.\n") == [(words.count("\n") + 3, "Very")]


@pytest.mark.parametrize("written", ["<!--vale off-->", "<!--   vale off\n-->", "<!--\nvale off -->"])
def test_white_space_round_the_words_does_not_count(config, written):
    assert left(config, f"{written}\n\nA very one.\n") == []


@pytest.mark.parametrize(
    ("path", "hidden"),
    [
        ("a.mdx", "{/* vale off */}\n\nA very one.\n\n{/* vale on */}"),
        ("a.adoc", "pass:[<!-- vale off -->]\n\nA very one.\n\npass:[<!-- vale on -->]"),
        ("a.adoc", "++++\n<!-- vale off -->\n++++\n\nA very one.\n\n++++\n<!-- vale on -->\n++++"),
        ("a.adoc", "// vale off\n\nA very one.\n\n// vale on"),
        ("a.adoc", "And pass:[<!-- vale off -->]very pass:[<!-- vale on -->]one."),
        ("a.rst", ".. vale off\n\nA very one.\n\n.. vale on"),
        ("a.rst", ".. vale House.Very = NO\n\nA very one.\n\n.. vale House.Very = YES"),
        ("a.html", "<!-- vale off --><p>A very one of them all.</p><!-- vale on -->"),
        ("a.html", "<p>A <!-- vale off -->very<!-- vale on --> good one of them.</p>"),
    ],
)
def test_each_format_has_its_comments(config, path, hidden):
    first, last = (
        ("<p>A very long one of them.</p>",) * 2 if path == "a.html" else ("One very one.", "Last very one.")
    )
    text = f"{first}\n\n{hidden}\n\n{last}\n"
    found, _ = findings(config, text, path)
    assert [each.span.start for each in found] == [text.index("very"), text.rindex("very")]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.txt", "<!-- vale off -->\n\nA very one.\n"),
        ("a.md", "```\n<!-- vale off -->\n```\n\nA very one.\n"),
        ("a.md", "`<!-- vale off -->` is how.\n\nA very one.\n"),
        ("a.md", "\\<!-- vale off -->\n\nA very one.\n"),
        ("a.md", "---\ntitle: How <!-- vale off --> works\n---\n\nA very one.\n"),
        ("a.md", '<span title="<!-- vale off -->">One</span>.\n\nA very one.\n'),
        ("a.mdx", "```\n{/* vale off */}\n```\n\nA very one.\n"),
        ("a.mdx", '<Note text="{/* vale off */}" />\n\nA very one.\n'),
        ("a.md", "{/* vale off */}\n\nA very one.\n"),
        ("a.adoc", "One.\n\n----\npass:[<!-- vale off -->]\n// vale off\n----\n\nA very one.\n"),
        ("a.adoc", "One <!-- vale off --> is how.\n\nA very one.\n"),
        ("a.rst", "One::\n\n   .. vale off\n\nA very one.\n"),
        ("a.html", '<p title="<!-- vale off -->">One of them.</p><p>A very one of them.</p>'),
        ("a.html", "<script>// <!-- vale off -->\n</script><p>A very one of them.</p>"),
        ("a.html", "<p>One &lt;!-- vale off --> is how.</p><p>A very one of them.</p>"),
        ("a.eml", "From: a@example.org\r\nSubject: Pier\r\n\r\n<!-- vale off -->\r\n\r\nA very good one is here.\r\n"),
    ],
)  # fmt: skip
def test_what_is_no_comment_switches_nothing_off(config, path, text):
    assert ("Very", "very") in alerts(config, text, path)


def test_a_record_among_others_has_none(config):
    record = {
        "id": "1",
        "headline": "The council votes",
        "text": "<p>One.</p><!-- vale off --><p>It is very old.</p>",
    }
    assert ("Very", "very") in alerts(config, json.dumps(record) + "\n", "a.jsonl")


def test_a_rule_on_the_whole_goes_by_what_holds_at_the_end(tmp_path):
    count = {"extends": "occurrence", "message": "Many.", "token": r"\bvery\b", "max": 1, "scope": "summary"}
    config = house(tmp_path, {"Count": count})
    words = "A very old and very dry pier.\n"
    for comments, told in (
        (f"<!-- vale off -->\n\n{words}\n<!-- vale on -->\n\nOne.\n", 1),
        (f"{words}\n<!-- vale off -->\n\nOne.\n", 0),
        (f"{words}\n<!-- vale House.Count = NO -->\n", 0),
    ):
        assert len(alerts(config, comments)) == told


def test_raw_text_is_silent_where_it_is_switched_off(tmp_path):
    raw = {"extends": "existence", "message": "“%s”", "raw": [r"\]\("], "scope": "raw"}
    config = house(tmp_path, {"Raw": raw})
    found, _ = findings(
        config, "[a](b)\n\n<!-- vale House.Raw = NO -->\n\n[a](b)\n\n<!-- vale House.Raw = YES -->\n\n[a](b)\n"
    )
    assert len(found) == 2


def test_what_is_silent_is_not_remembered(tmp_path):
    ways = {"extends": "consistency", "message": "“%s” and “%s”", "either": {"colour": "color"}, "scope": "text"}
    config = house(tmp_path, {"Ways": ways})
    assert alerts(config, "The colour.\n\nThe color.\n") != []
    assert alerts(config, "<!-- vale off -->\n\nThe colour.\n\n<!-- vale on -->\n\nThe color.\n") == []


def test_they_hold_for_vales_rules_alone(tmp_path):
    config = house(tmp_path, RULES)
    config.write_text(config.read_text("utf-8").replace('"all": "off"', '"repeated-word": "error"'), "utf-8")
    text = "The pier is is very old.\n"
    for comment in ("<!-- vale off -->", "<!-- vale repeated-word = NO -->"):
        found, _ = findings(config, f"{comment}\n\n{text}")
        assert "repeated-word" in {each.rule for each in found}


def test_a_story_without_comments_to_vale_has_no_silence():
    for text in ("Prevalence.\n", "<!-- prevale -->\n", "<!-- valentine -->\n", "<!-- newslint: off -->\n"):
        assert silenced(newslint.read(text, path="a.md")) is None


@pytest.mark.parametrize(
    "unit",
    ["<!-- vale off --> a ", "<!-- vale on -->\n\n", "<!-- vale ", "<!-- vale A.B[", '<!-- vale A.B["a"] = NO -->\n\na\n\n',
     "<!-- vale styles = A, B -->\n\n", "<!-- vale [ = NO -->", "<!-- vale a = ", "very <!-- vale House.Very = NO -->\n\n"],
)  # fmt: skip
def test_work_grows_with_the_length_of_hostile_comments(unit):
    assert_work_grows_with_length(lambda text: silenced(newslint.read(text, path="a.md")), unit, 20_000)


_SAID = st.sampled_from([
    "off", "on", "House = NO", "House = YES", "House.Very = NO", "House.Very = YES", "style = House", "style = Other",
    'House.Very["very"] = NO', 'House.Very["very"] = YES', "House.Quite = NO", "nothing = at all",
])  # fmt: skip


@pytest.fixture(scope="module")
def one_config(tmp_path_factory):
    return house(tmp_path_factory.mktemp("vale"), RULES)


@given(st.lists(_SAID, max_size=8))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=len(sampled(range(160))))
def test_whether_a_word_is_silent_goes_by_all_comments_before_it(one_config, said):
    state = {"all": False, "style": False, "rule": False, "word": False}
    text, heard = "", []
    for each in said:
        state |= {
            "off": {"all": True}, "on": {"all": False},
            "House = NO": {"style": True}, "House = YES": {"style": False},
            "style = Other": {"style": True}, "style = House": {"style": False},
            "House.Very = NO": {"rule": True}, "House.Very = YES": {"rule": False},
            'House.Very["very"] = NO': {"word": True}, 'House.Very["very"] = YES': {"word": False},
        }.get(each, {})  # fmt: skip
        text += f"<!-- vale {each} -->\n\n"
        if not any(state.values()):
            heard.append(len(text) + len("A "))
        text += "A very one.\n\n"
    found, _ = findings(one_config, text or "One.\n")
    assert [each.span.start for each in found] == heard


# --- newslint's own requests


REQUESTS = {
    "a.md": [
        "<!-- newslint: ignore vale/House.Very: a title -->\n\n{}\n",
        "<!-- newslint: ignore repeated-word, vale/House.Very -->\n\n{}\n",
        '<!-- newslint: ignore vale/House.Very "very" until 2099-01-31: a title -->\n\n{}\n',
        "<!-- newslint: ignore vale: all of them -->\n\n{}\n",
        "{}\n\n<!-- newslint: ignore-file vale/House.Very -->\n",
        "<!-- newslint: off vale/House.Very -->\n\n{}\n\n<!-- newslint: on vale/House.Very -->\n",
        "---\nnewslint: {{ignore: {{vale/House.Very: a title}}}}\n---\n{}\n",
        "---\nnewslint:\n  ignore: [vale/House.Very]\n---\n{}\n",
        "---\nnewslint:\n  ignore: vale/House.Very\n---\n{}\n",
        '+++\ntitle = "Pier"\n[newslint.ignore]\n"vale/House.Very" = "a title"\n+++\n{}\n',
        '{{"newslint": {{"ignore": {{"vale/House.Very": "a title"}}}}}}\n\n{}\n',
    ],
    "a.mdx": ["{{/* newslint: ignore vale/House.Very: a title */}}\n\n{}\n"],
    "a.adoc": ["// newslint: ignore vale/House.Very: a title\n\n{}\n"],
    "a.rst": [".. newslint: ignore vale/House.Very: a title\n\n{}\n"],
    "a.html": ["<!-- newslint: ignore vale/House.Very: a title --><p>{}</p>\n"],
}


@pytest.mark.parametrize(("path", "form"), [(path, form) for path, forms in REQUESTS.items() for form in forms])
def test_a_request_names_a_rule_with_a_dot_and_capitals(config, path, form):
    words = "This is the very old pier of the town."
    assert alerts(config, form.replace("newslint", "other").format(words), path) == [("Very", "very")]
    assert alerts(config, form.format(words), path) == []


@pytest.mark.parametrize("name", ["vale/House.Quite", "vale/House.very", "vale/Hous", "House.Very"])
def test_a_request_for_another_rule_does_nothing(config, name):
    assert alerts(config, f"<!-- newslint: ignore {name}: a title -->\n\nThe very old pier.\n") == [("Very", "very")]


def test_where_a_request_in_front_matter_stands_is_told(config):
    text = '+++\n[newslint.ignore]\n"vale/House.Very" = "a title"\n+++\nThe pier.\n'
    [ignore] = ignores_of(newslint.read(text, path="a.md"))
    assert (ignore.rules, text[slice(*ignore.at)]) == (("vale/House.Very",), "vale/House.Very")


def test_a_name_does_not_end_with_a_dot(config):
    [ignore] = ignores_of(newslint.read("<!-- newslint: ignore vale/House.Very. -->\n\nOne.\n", path="a.md"))
    assert ignore.fault


def test_requests_for_vales_rules_are_written_into_stories(config, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for name, text in {
        "a.md": "---\ntitle: A very old pier\n---\n\nThe pier is very old.\n",
        "b.adoc": "= Pier\n\nThe pier is very old.\n",
        "c.html": "<p>The pier of the town is very old.</p>\n",
    }.items():
        (tmp_path / name).write_text(text, "utf-8")
        main(["check", "--add-ignore", "a title", name])
        assert "vale/House.Very" in (tmp_path / name).read_text("utf-8")
        capsys.readouterr()
        assert main(["check", name]) == 0, capsys.readouterr().out
