"""Rules that a configuration asks for by a key of a plugin's own: they run, and what breaks is named."""

import json
import os
import re

import pytest
from helpers import ROOT, write

from newslint.run.fingerprint import files_behind

SOURCE = """
import os
from newslint import Bad, Beside, Finding, Good, MapOf, Record, Rule, RuleError, Span, Text

class Banned(Rule):
    def check(self, story):
        at = story.source.text.find(self.word)
        if at >= 0:
            yield self.finding(Span(at, at + len(self.word)))

class Together:
    def ready(self, rules):
        def check(story):
            for rule in rules:
                yield from rule.check(story)
        return check

class Words:
    shape = Record({{"file": Text(), "together": Text()}}, ("file",))

    def rules(self, value, where, beside):
        path = beside.path_of(value["file"], where.at("file"))
        if not os.path.isfile(path):
            raise where.at("file").wrong("there is no such list of words", "write the list first")
        ensemble = Together() if "together" in value else None
        for word in open(path, encoding="utf-8").read().split():
            yield Banned().with_(
                id=f"acme/desk.{{word}}", topic="acme", message=f"“{{word}}” is banned", finds=f"“{{word}}”",
                style_name="desk", ensemble=ensemble, word=word, {attributes}
                examples=(Bad(f"a [[{{word}}]]"), Good("fine")),
            )

    def files(self, value, folder):
        yield value["file"]

    def folders(self, value, folder):
        return [os.path.join(folder, "lists")]
{more}
@hookimpl
def register_rule_sources():
    return {{"{key}": Words()}}
"""
STORY = "Bridge closes\n\nThe council plans to utilise the synergy of the old bridge, the mayor said on Monday.\n"


def source(attributes="", more="", key="acme"):
    return SOURCE.format(attributes=attributes, more=more, key=key)


@pytest.fixture
def house(install, newsroom):
    """A house with a plugin's key in its configuration; gives what installs the plugin."""
    write(newsroom, "newslint.yaml", "acme: {file: lists/words.txt}\nrules: {all: off}\n")
    write(newsroom, "lists/words.txt", "utilise\nsynergy\n")
    write(newsroom, "a.txt", STORY)
    return install


@pytest.mark.parametrize("more", ["", ", together: yes"])
def test_its_rules_run_though_all_others_are_off(house, newsroom, newslint, more):
    house(source())
    write(newsroom, "newslint.yaml", f"acme: {{file: lists/words.txt{more}}}\nrules: {{all: off}}\n")
    done = newslint("check", ".", "--format", "json")
    assert done.rules == ["acme/desk.utilise", "acme/desk.synergy"]
    assert done.report["stories"] == 1  # what lies in the folder of the source is no story


def test_they_are_chosen_by_rule_style_and_topic(house, newslint):
    house(source())
    for name, number in {"acme": 2, "acme/desk": 2, "acme/desk.synergy": 1}.items():
        assert len(newslint("check", "--select", name, "--format", "json").rules) == number
        assert len(newslint("check", "--ignore", name, "--format", "json").rules) == 2 - number


def test_examples_explain_rules_and_plugins_know_of_them(house, newslint):
    house(source())
    assert newslint("test", "acme/desk").out == "4 examples hold.\n"
    assert "from plugin acme 2.1" in newslint("explain", "acme/desk.utilise").out
    assert "acme/desk.utilise" in newslint("rules").out
    assert newslint("plugins").code == 0
    schema = newslint("schema", "config").report
    assert schema["properties"]["acme"]["required"] == ["file"]
    assert "acme/desk" in schema["definitions"]["rules"]["properties"]


def test_without_the_plugin_its_key_is_unknown(newsroom, newslint):
    write(newsroom, "newslint.yaml", "acme: {file: words.txt}\n")
    done = newslint("check")
    assert done.code == 2
    assert "newslint.yaml:1:1: unknown key “acme”" in done.err


def test_a_mistake_under_the_key_is_told_at_its_place(house, newsroom, newslint):
    house(source())
    for text, said in {
        "acme: {fill: a}\n": "newslint.yaml:1:8: unknown key “fill” in acme",
        "acme: {file: nowhere.txt}\n": "newslint.yaml:1:14: there is no such list of words\n  write the list first",
        "acme: {file: ../../x.txt}\n": "newslint.yaml:1:14: “../../x.txt” lies outside of the repository",
    }.items():
        write(newsroom, "newslint.yaml", text)
        done = newslint("check")
        assert done.code == 2
        assert said in done.err


def test_a_change_of_its_files_makes_kept_answers_stale(house, newsroom, newslint):
    house(source())
    assert len(newslint("check", "--format", "json").rules) == 2
    write(newsroom, "lists/words.txt", "synergy\n")
    assert newslint("check", "--format", "json").rules == ["acme/desk.synergy"]
    behind = files_behind(str(newsroom / "newslint.yaml"))
    assert str(newsroom / "lists" / "words.txt") in behind


def test_the_time_of_a_style_is_told_with_its_plugin(house, newsroom, newslint):
    house(source())
    write(newsroom, "newslint.yaml", "acme: {file: lists/words.txt, together: yes}\nrules: {all: off}\n")
    told = newslint("check", "--timing").out + newslint("check", "--timing").err
    assert "acme/desk" in told


WRONG = {
    source("severity='bad',"): "rule “acme/desk.utilise”: unknown severity “bad”",
    source("message='',").replace("message=f\"“{word}” is banned\", ", ""): "it has no message",
    source().replace("acme/desk.", "other/desk."): "its id must begin with “acme/”",
    source().replace('topic="acme"', 'topic="odd"'): "it has an unknown topic “odd”",
    source().replace('style_name="desk"', 'style_name="news"'): "a rule of the style “news” is called “acme/news.…”",
    source().replace("ensemble=ensemble", "ensemble=7"): "its `ensemble` needs a method `ready`",
    source().replace("id=f\"acme/desk.{word}\"", "id='acme/desk.one'"): "two rules have this id",
    source().replace("            yield Banned", "            yield 7\n            Banned"): "7: it must be a Rule, made",
    source().replace("def rules(self, value, where, beside):", "def rules(self, value, where, beside):\n        1 / 0"): (
        "failed to give rules for the key “acme”: ZeroDivisionError"
    ),
    source().replace("        yield value[\"file\"]", "        return 7"): "failed to tell its files",
    source().replace("        return [os.path.join(folder, \"lists\")]", "        return [7]"): "it gave 7: paths were expected",
    source(key="desk"): "its rule source has the key “desk”\n  its key is the plugin's name: acme",
    source().replace("Words()}", "Words}"): "give an instance, Words(), not the class",
    source().replace("    shape = Record", "    form = Record"): "a rule source needs a `shape`",
    source().replace("def files", "def filez"): "a rule source needs a method `files`",
    source().replace("def folders", "def folderz"): "a rule source needs a method `folders`",
}  # fmt: skip


@pytest.mark.parametrize("code", WRONG)
def test_what_a_source_may_not_give_is_refused_with_the_plugins_name(house, newslint, code):
    house(code)
    done = newslint("check", ".", "--format", "json")
    assert (done.code, done.out) == (2, "")
    assert "plugin acme 2.1" in done.err
    assert "Traceback" not in done.err
    assert WRONG[code] in done.err


ENSEMBLES = {
    "return 7": "ready gave 7: a function that takes a story was expected",
    "1 / 0": "ZeroDivisionError",
    "return lambda story: None": "its ensemble gave None: it must give findings",
    "return lambda story: [7]": "check gave 7: it must give what self.finding(span) makes",
    "return lambda story: 1 / 0": "ZeroDivisionError",
    "return lambda story: [rules[0].finding(Span(0, 9999))]": "its span is 0-9999",
    "return lambda story: [rules[0].finding(Span(0, 1))._replace(rule='its')]": "a finding of another rule, 'its'",
    "return lambda story: setattr(story.zones[0], 'role', 'chrome') or []": "it changed the story",
}


@pytest.mark.parametrize("ready", ENSEMBLES)
def test_an_ensemble_is_held_as_a_rule_is(house, newsroom, newslint, ready):
    code = source()
    start, end = code.index("        def check(story):"), code.index("class Words:")
    house(code[:start] + f"        {ready}\n\n" + code[end:])
    write(newsroom, "newslint.yaml", "acme: {file: lists/words.txt, together: yes}\n")
    done = newslint("check", ".", "--format", "json")
    assert done.code == 2
    said = done.err + "".join(f["message"] for f in json.loads(done.out or '{"failures": []}')["failures"])
    assert "the rule “acme/desk.synergy” of plugin acme 2.1 failed" in said
    assert "a fault of newslint" not in said
    assert ENSEMBLES[ready] in said


def test_a_plugin_called_as_a_key_of_newslints_is_refused(install, newsroom, newslint):
    install(source(key="names").replace("acme/", "names/"), name="names-x")  # a name that is free
    write(newsroom, "newslint.yaml", "fail-on: error\n")
    done = newslint("check")
    assert done.code == 2
    assert "its key is the plugin's name: names-x" in done.err


def test_the_key_vale_is_taken(install, newsroom, newslint):
    install(source(key="vale").replace("acme/", "vale/"), name="vale")
    done = newslint("check")
    assert done.code == 2
    assert "“vale” is a word of newslint's own" in done.err


def test_a_rule_class_may_not_say_that_a_configuration_asks_for_it(install, newsroom, newslint):
    install(
        "from newslint import Rule\nclass Odd(Rule):\n    'b'\n    id, topic, message = 'acme/odd', 'language', 'odd'\n"
        "    by_configuration = True\n    def check(self, story):\n        yield from ()\n"
        "@hookimpl\ndef register_rules():\n    return [Odd]\n"
    )
    write(newsroom, "a.txt", STORY)
    assert "“by_configuration” is set by newslint" in newslint("check").err


def test_no_plugin_is_loaded_to_tell_what_answers_rest_on_unless_a_key_is_its_name(install, newsroom):
    install("raise RuntimeError('loaded')\n")
    write(newsroom, "newslint.yaml", "fail-on: error\n")
    config = str(newsroom / "newslint.yaml")
    assert files_behind(config) == [config]
    assert os.path.exists(config)


def test_the_source_that_the_docs_show_works(install, newsroom, newslint):
    page = (ROOT / "docs" / "writing-plugins.md").read_text(encoding="utf-8")
    [code] = re.findall(
        r'^```python title="newslint_acme/banned_words.py"\n(.*?)^```', page, re.DOTALL | re.MULTILINE
    )
    install(code)
    write(newsroom, "newslint.yaml", "acme: {file: words.txt}\nrules: {all: off}\nstories: [a.txt]\n")
    write(newsroom, "words.txt", "utilise\nsynergy\n")
    write(newsroom, "a.txt", STORY)
    assert newslint("check", ".", "--format", "json").rules == ["acme/utilise", "acme/synergy"]
    assert newslint("test", "acme").out == "4 examples hold.\n"
    assert newslint("schema", "config").report["properties"]["acme"]["properties"]["file"]["description"]
