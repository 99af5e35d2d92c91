"""Plugins bring rules, kinds, formats, analyses, styles and reporters; a broken one stops the run, named."""

import re
import shutil
from pathlib import Path

import pytest
from helpers import RULE_FILE

import newslint as public
from newslint.rulebook import plugins

EXAMPLE = Path(__file__).parent.parent / "examples" / "newslint-courts" / "newslint_courts"


@pytest.fixture
def story(newsroom):
    path = newsroom / "a.txt"
    path.write_text("Head of the story\n\nThe marrow won a prize at the show on Monday.\n", encoding="utf-8")
    return path


FILES = "from pathlib import Path\n@hookimpl\ndef register_rule_files():\n    return [Path(__file__).parent / 'rule.yaml']\n"


def test_the_example_plugin_works_as_installed(newsroom, install, newslint):
    shutil.copytree(EXAMPLE, newsroom / ".site" / "newslint_courts")
    code = (EXAMPLE / "__init__.py").read_text(encoding="utf-8")
    install(code, "courts", "1.0.0")
    (newsroom / "a.slip").write_text(
        "HEAD: Man charged\n\nLeo Marsh was charged with arson. The the rain fell.\n", encoding="utf-8"
    )
    rules = newslint("check", ".", "--format", "json").rules
    assert {"courts/missing-plea", "repeated-word"} <= set(rules), "rules for English run on a plugin's format too"
    assert newslint("plugins").out.startswith("courts 1.0.0 (newslint_courts): 3 rules")
    assert "plugin courts 1.0.0" in newslint("--version").out
    assert "from plugin courts 1.0.0" in newslint("explain", "courts/missing-plea").out
    page = newslint("explain", "courts").out
    assert page.startswith("courts 1.0.0 (plugin; module newslint_courts)\n\nRules:\n")
    assert "  courts/missing-plea" in page
    assert "\nformats: slip" in page
    assert "“courts”" in newslint("explain", "court").err


NOTES = """
from newslint import Span, Story, Zone

class Notes:
    name = "notes"
    extensions = (".note",)

    def parse(self, source, reading):
        return Story(source, [Zone("body", Span(0, len(source.text)), source.text)], language={language!r})

@hookimpl
def register_formats():
    return [Notes()]
"""


@pytest.mark.parametrize("language", ["", "EN", "en-GB", "English", "Klingonish"])
def test_rules_for_english_run_whatever_a_plugins_format_says_of_the_language(newsroom, install, newslint, language):
    install(NOTES.format(language=language))
    (newsroom / "a.note").write_text("The mayor told the the council on Monday.", encoding="utf-8")
    assert newslint("check", "a.note", "--format", "json", "--select", "repeated-word").rules == ["repeated-word"]


def test_a_yaml_rule_of_a_plugin_runs_and_can_be_switched_off(newsroom, install, story, newslint):
    install(FILES, rule__yaml=RULE_FILE.format(id="acme/marrow", kind="existence", topic="language"))
    assert newslint("check", "a.txt", "--format", "json", "--select", "language").rules == ["acme/marrow"]
    (newsroom / "newslint.yaml").write_text("rules: {acme/marrow: off}\n", encoding="utf-8")
    assert "acme/marrow" not in newslint("check", "a.txt", "--format", "json").rules


def test_a_plugin_brings_host_stories_of_its_own(newsroom, install, newslint):
    example = "examples: [{in: garden, bad: 'a [[marrow]]'}, {in: garden, good: fine}]\n"
    text = RULE_FILE.format(id="acme/marrow", kind="existence", topic="language").partition("examples")[0] + example
    install(FILES, rule__yaml=text)
    hosts = newsroom / ".site" / "newslint_acme" / "hosts"
    hosts.mkdir()
    (hosts / "garden.story").write_text("Show opens\n\nThe show opened on Monday.\n\nIt rained.\n", encoding="utf-8")
    assert newslint("test", "acme/marrow").out == "2 examples hold.\n"
    assert "  In the middle of the story “garden”:\n    a [[marrow]]\n" in newslint("explain", "acme/marrow").out
    (hosts / "garden.story").rename(hosts / "gardens.story")
    done = newslint("test", "acme/marrow")
    assert done.code == 2
    assert "rule.yaml:7:17: there is no host story “garden”" in done.err
    assert "did you mean “gardens”?" in done.err


def test_plugins_can_be_left_out_or_chosen(install, story, newslint, monkeypatch):
    install(FILES, rule__yaml=RULE_FILE.format(id="acme/marrow", kind="existence", topic="language"))
    monkeypatch.setenv("NEWSLINT_PLUGINS", "")
    assert "acme" not in newslint("plugins").out
    monkeypatch.setenv("NEWSLINT_PLUGINS", "acme")
    assert "acme 2.1" in newslint("plugins").out
    monkeypatch.setenv("NEWSLINT_PLUGINS", "other")
    done = newslint("check", ".")
    assert (done.code, "“other”, which is not installed" in done.err) == (2, True)


EVERY_HOOK = """
from pathlib import Path
from newslint.kinds.existence import Existence
from newslint import Analysis
from newslint.analyses.names.mentions import Mention

class Shout(Existence):
    pass

@hookimpl
def register_kinds():
    return {"shout": Shout}

@hookimpl
def register_rule_files():
    return [Path(__file__).parent / "rule.yaml"]

@hookimpl
def register_analyses():
    return [Analysis("mentions", lambda story: (Mention(story.zones[0], 0, 4, "Nobody"),))]

@hookimpl
def register_styles():
    return {"acme": Path(__file__).parent / "style.yaml"}

def bare(report, stream):
    stream.write(f"{len(report.entries)} in all\\n")

@hookimpl
def register_reporters():
    return {"bare": bare}
"""


def test_kinds_analyses_styles_and_reporters_come_through_hooks_too(newsroom, install, story, newslint):
    install(
        EVERY_HOOK,
        rule__yaml=RULE_FILE.format(id="acme/marrow", kind="shout", topic="acme"),
        style__yaml="rules: {acme/marrow: error}\n",
    )
    (newsroom / "newslint.yaml").write_text("extends: acme\n", encoding="utf-8")
    done = newslint("check", "a.txt", "--format", "json", "--select", "acme")
    assert [f["severity"] for f in done.report["findings"]] == ["error"]
    assert newslint("check", "a.txt", "--format", "bare", "--select", "acme").out == "1 in all\n"
    assert newslint("show", "a.txt", "--format", "json").report["stories"][0]["mentions"][0]["name"] == "Nobody"


RULE_CLASS = """
from newslint import Rule, CorpusRule, Good, Bad
class Odd({base}):
    "because"
    id, topic, message = {id!r}, "language", "odd"
    examples = (Good("a"), Bad("[[a]]"))
    def merge(self, a, b):
        return a
    def judge(self, key, fact):
        return ()
    def {method}(self, *args):
        raise KeyError("lost")
@hookimpl
def register_rules():
    return [Odd]
"""


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("import nowhere_at_all\n", "plugin acme 2.1 could not be loaded: ModuleNotFoundError"),
        ("1/0\n", "plugin acme 2.1 could not be loaded: ZeroDivisionError"),
        (
            "@hookimpl\ndef register_rulez():\n    return []\n",
            "plugin acme 2.1 could not be loaded: “register_rulez” is no hook: did you mean “register_rules”",
        ),
        (
            "@hookimpl\ndef register_rules():\n    raise OSError('gone')\n",
            "plugin acme 2.1 failed in its hook register_rules",
        ),
        ("@hookimpl\ndef register_rules():\n    return None\n", "plugin acme 2.1 failed in its hook register_rules"),
        (
            RULE_CLASS.format(base="Rule", id="acme/odd", method="check"),
            "“acme/odd” of plugin acme 2.1 failed on this story: KeyError",
        ),
        (
            RULE_CLASS.format(base="CorpusRule", id="acme/odd", method="collect"),
            "“acme/odd” of plugin acme 2.1 failed",
        ),
        (RULE_CLASS.format(base="Rule", id="odd", method="check"), "has no plugin's name in its own"),
        (RULE_CLASS.format(base="Rule", id="Odd One", method="check"), "should be small letters"),
        (FILES, "there is no such rule file"),
        (
            (
                "class Txt:\n    name, extensions = 'txt', ('.txt',)\n    def parse(self, source, reading):\n        1 / 0\n"
                "@hookimpl\ndef register_formats():\n    return [Txt()]\n"
            ),
            "plugin acme 2.1 failed to read a.txt: ZeroDivisionError",
        ),
    ],
)
def test_a_broken_plugin_stops_the_run_and_is_named_with_its_version(install, story, newslint, code, message):
    install(code)
    done = newslint("check", ".")
    assert done.code == 2
    assert message in done.err + done.out  # what only a story shows fails that story
    assert "Traceback" not in done.err


def test_a_rule_file_of_a_plugin_with_a_mistake_is_shown_with_its_line(install, story, newslint):
    install(FILES, rule__yaml="id: acme/x\nkind: existence\ntopics: language\n")
    done = newslint("check", ".")
    assert done.code == 2
    assert "rule.yaml:3:1: unknown key “topics”" in done.err


def test_an_unknown_report_format_has_a_near_miss(newsroom, newslint):
    done = newslint("check", ".", "--format", "jsn")
    assert (done.code, "did you mean “json” or “jsonl”?" in done.err) == (2, True)


def test_the_example_plugin_uses_public_names_only():
    found = [
        name
        for file in EXAMPLE.parent.rglob("*.py")
        for name in re.findall(
            r"^\s*(?:from|import) (newslint\b[\w.]*)", file.read_text(encoding="utf-8"), re.MULTILINE
        )
    ]
    assert set(found) == {"newslint", "newslint.testing"}


def test_every_public_name_can_be_imported():
    for name in public.__all__:
        assert getattr(public, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        public.nonsense  # noqa: B018


def test_every_hook_is_documented_and_has_a_built_in_implementation():
    from newslint.rulebook import builtin, hookspecs

    hooks = [name for name in vars(hookspecs) if name.startswith("register_")]
    assert len(hooks) == 8
    for name in hooks:
        assert getattr(hookspecs, name).__doc__
        assert hasattr(builtin, name)
    assert plugins.load("").found == ()
