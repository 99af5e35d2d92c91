"""LanguageTool's own clients for Python, as they come from the package index, on a real server of ours."""

import contextlib
import io

import pictures
import pytest
from served import FAULTY, process

pytestmark = pytest.mark.clients
language_tool_python = pytest.importorskip("language_tool_python")
api = pytest.importorskip("pylanguagetool.api")

FIXED = "The mayor said on Monday that it was the end of the fair.\n"


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    with process(tmp_path_factory.mktemp("house"), "--max-size", "20000") as (_, address):
        yield address


@pytest.fixture
def tool(address):
    with language_tool_python.LanguageTool("en-US", remote_server=address) as tool:
        yield tool


def test_language_tool_python_finds_and_corrects(tool):
    repeated, misspelt = tool.check(FAULTY)
    assert (repeated.rule_id, repeated.matched_text) == ("repeated-word", "The the")
    assert (misspelt.rule_id, misspelt.replacements) == ("misspelt-word", ["the"])
    assert misspelt.rule_issue_type == "misspelling"
    assert misspelt.category == "TYPOS"
    assert tool.correct(FAULTY) == FIXED


def test_language_tool_python_counts_as_we_do_beyond_the_usual_characters(tool):
    text = f"😀 At the fair 😀😀\n\n{FAULTY}"
    marked = [text[match.offset : match.offset + match.error_length] for match in tool.check(text)]
    assert marked == ["The the", "teh"]
    assert tool.correct(text) == text.replace(FAULTY, FIXED)


def test_language_tool_python_switches_rules(tool):
    tool.disable_spellchecking()
    assert [match.rule_id for match in tool.check(FAULTY)] == ["repeated-word"]
    tool.enable_spellchecking()
    tool.disabled_rules = {"repeated-word", "WHITESPACE_RULE"}
    assert [match.rule_id for match in tool.check(FAULTY)] == ["misspelt-word"]
    tool.disabled_rules = set()
    tool.enabled_rules, tool.enabled_rules_only = {"repeated-word"}, True
    assert [match.rule_id for match in tool.check(FAULTY)] == ["repeated-word"]


def test_language_tool_python_takes_the_language_from_the_words(address):
    with language_tool_python.LanguageTool("auto", remote_server=address) as tool:
        tool.preferred_variants, tool.picky = {"en-GB"}, True
        assert "misspelt-word" in [match.rule_id for match in tool.check(FAULTY)]


def test_language_tool_python_is_told_what_is_wrong(tool):
    with pytest.raises(language_tool_python.exceptions.LanguageToolError, match="exceeds the limit"):
        tool.check("a" * 20_001)


def test_pylanguagetool_finds_the_same(address):
    url = f"{address}/v2/"
    assert "en-GB" in [each["longCode"] for each in api.get_languages(url)]
    found = api.check(FAULTY, url, "en-US", disabled_rules="repeated-word", picky=True)
    assert [each["rule"]["id"] for each in found["matches"]] == ["misspelt-word"]
    assert api.check(FAULTY, url, "auto", preferred_variants="en-GB")["language"]["code"] == "en-GB"
    assert api.check(FAULTY, url, "en-US", pwl=["teh"])["matches"][0]["rule"]["id"] == "repeated-word"
    with pytest.raises(ValueError, match="Error: 'xx' is not a language code"):
        api.check(FAULTY, url, "xx")


SESSION = """\
>>> import language_tool_python as lt
>>> tool = lt.LanguageTool("en-US", remote_server="http://localhost:8081")
>>> text = "The the mayor said on Monday that it was teh end of the fair."
>>> for match in tool.check(text):
...     print(match.rule_id, match.offset, match.replacements, match.message)
>>> tool.correct(text)
"""


def test_a_session_of_language_tool_python_is_drawn_for_the_docs(address, artefacts):
    text = "The the mayor said on Monday that it was teh end of the fair."
    said = io.StringIO()
    with language_tool_python.LanguageTool("en-US", remote_server=address) as tool:
        with contextlib.redirect_stdout(said):
            for match in tool.check(text):
                print(match.rule_id, match.offset, match.replacements, match.message)
        corrected = tool.correct(text)
    assert [line.split()[0] for line in said.getvalue().splitlines()] == ["repeated-word", "misspelt-word"]
    shown = SESSION.replace(">>> tool.correct", f"{said.getvalue()}>>> tool.correct") + f"{corrected!r}\n"
    (artefacts / "languagetool.svg").write_text(pictures.drawn(shown, "languagetool"), encoding="utf-8")
