"""One bad story is one failure, all mistakes of a configuration are told at once, and what has no end is refused."""

import codecs
import os
import signal
import sys

import pytest
from helpers import FAULTY, write

from newslint.base import time_limit
from newslint.base.globs import MOST_FORMS, BadPattern, braces
from newslint.matcher import _patterns  # the time that patterns have is no setting

RULE = """\
id: acme/{id}
kind: existence
topic: language
message: "about “{{match}}”"
why: because
patterns: ['{pattern}']
examples: [{{good: fine}}]
"""


@pytest.mark.parametrize(
    ("metadata", "reason"),
    [
        ("title: !!bool foo", "“foo” is not true or false"),
        ('title: !!int ""', "“” is not a whole number"),
        ('title: "\\UFFFFFFFF"', "no sign of Unicode"),
        ("title: !!timestamp foo", "“foo” is not a date such as 2026-11-22"),
        ("title: !!float foo", "“foo” is not a number"),
        (f"title: 0x{'f' * 3000}", "is too large a number"),
        (f"title: {'9' * 5000}", "is not a whole number"),
        (f"title: {'[' * 3000}", "nested too deeply"),
        (f"a: {'- ' * 3000}", "nested too deeply"),
    ],
)
def test_rubbish_in_metadata_is_told_with_its_line_and_the_other_stories_are_checked(
    newsroom, newslint, metadata, reason
):
    write(newsroom, "bad.md", f"---\n{metadata}\n---\n\nThe council met on Monday.\n")
    write(newsroom, "good.txt", FAULTY)
    done = newslint("check", ".", "--format", "json")
    assert done.code == 1
    assert done.report["stories"] == 2
    assert any(reason in finding["message"] for finding in done.report["findings"]), done.report["findings"]
    assert "repeated-word" in done.rules


@pytest.mark.parametrize(
    ("config", "reason"),
    [
        ('stories: "[z-a]"', "1:10: stories: “[z-a]” cannot be used"),
        ('stories: "!"', "1:10: stories: “!” cannot be used"),
        ('exclude: "' + "{a,b}" * 12 + '"', "stands for more than 200 patterns"),
        ('overrides: [{files: "' + "{a,b}" * 22 + '"}]', "stands for more than 200 patterns"),
        ('stories: "' + "*a" * 30 + '"', "asterisks"),
        ("extends: ./newslint.yaml", "1:10: this configuration extends itself"),
        ("as-of: 2020-13-45", "1:8: this is not valid YAML"),
        ('as-of: "2020-13-45"', "the calendar has no such day"),
        ("as-of: !!bool x", "“x” cannot be read: expected true or false"),
        ('rule-files: "/**"', "more than 5,000 files lie there"),
        ("rule-files: /usr/lib", "more than 5,000 files lie there"),
        ("names: /dev/zero", "there is no file of names"),
        ("words: /dev/zero", "there is no file of words"),
        ("rules: {all: 0x" + "f" * 3000 + "}", "too large a number"),
    ],
)
def test_rubbish_in_a_configuration_is_refused_at_its_place(newsroom, newslint, config, reason):
    write(newsroom, "newslint.yaml", config + "\n")
    write(newsroom, "a.txt", FAULTY)
    done = newslint("check", ".")
    assert done.code == 2
    assert reason in done.err or "outside" in done.err
    assert "fault of newslint" not in done.err


def test_all_mistakes_of_a_configuration_are_told_at_once(newsroom, newslint):
    write(
        newsroom,
        "newslint.yaml",
        "fail-on: fatal\nstories: '!'\nextends: [app]\nrules: {no-such: off, names: loud}\nnames: none.yaml\nbogus: 1\n"
        "overrides:\n- files: x\n  kind: colunm\n- files: x\n  language: xx\n",
    )
    done = newslint("check", ".")
    assert done.code == 2
    for line in (1, 2, 3, 4, 5, 6, 9, 11):
        assert f"newslint.yaml:{line}:" in done.err, done.err


def test_patterns_share_one_time_and_the_one_that_took_longest_is_named(newsroom, newslint, monkeypatch):
    monkeypatch.setattr(_patterns, "SECONDS", 0.2)
    rules = [RULE.format(id=name, pattern=p) for name, p in (("quick", "b+c"), ("slow", "(a+)+$"))]
    write(newsroom, "rules.yaml", "---\n".join(rules))
    write(newsroom, "newslint.yaml", "rule-files: rules.yaml\n")
    write(newsroom, "bad.txt", f"The council met.\n\nSo: {'a' * 3000}!\n")
    write(newsroom, "good.txt", FAULTY)
    done = newslint("check", ".", "--format", "json", "--no-cache")
    assert done.code == 2
    assert [f["path"] for f in done.report["failures"]] == ["bad.txt"]
    assert "“acme/slow” was stopped" in done.report["failures"][0]["message"]
    assert "repeated-word" in done.rules


@pytest.mark.parametrize("pattern", ["((a+){0,999})b", "((a{0,90}){0,90}){0,90}b", "(?:" * 40 + "a+" + ")*" * 40])
def test_patterns_with_repeats_in_repeats_end_in_an_answer_or_a_reason(newsroom, newslint, pattern):
    write(newsroom, "rules.yaml", RULE.format(id="deep", pattern=pattern))
    write(newsroom, "newslint.yaml", "rule-files: rules.yaml\n")
    write(newsroom, "a.txt", FAULTY)
    done = newslint("check", "a.txt")
    assert done.code in (1, 2)
    assert "fault of newslint" not in done.err + done.out


BREAKS = """
from newslint import Rule
class Odd(Rule):
    "because"
    id, topic, message = "acme/odd", "language", "odd"
    def check(self, story):
        if "FAIL" in story.source.text:
            raise {error}("lost")
        yield from ()
@hookimpl
def register_rules():
    return [Odd]
"""


@pytest.mark.parametrize("error", ["KeyError", "RecursionError", "MemoryError"])
@pytest.mark.parametrize(
    "command",
    [("check",), ("check", "--jobs", "2"), ("fix",), ("check", "--write-baseline"), ("check", "--add-ignore", "x")],
)
def test_a_rule_that_falls_over_one_story_fails_that_story_and_no_other(install, newsroom, newslint, command, error):
    install(BREAKS.format(error=error))
    write(newsroom, "bad.txt", "Head of the story\n\nFAIL\n")
    write(newsroom, "good.txt", FAULTY)
    done = newslint(*command, ".", "--no-cache")
    said = done.out + done.err
    assert done.code == 2
    assert "bad.txt: the rule “acme/odd” of plugin acme 2.1 failed on this story" in said
    assert "repeated-word" in said or "1 finding" in said


def test_a_story_that_takes_too_long_is_a_failure_of_its_own(install, newsroom, newslint, monkeypatch):
    if not hasattr(os, "fork"):
        pytest.skip("no timers of processor time there")
    monkeypatch.setenv(time_limit.VARIABLE, "1")
    install(BREAKS.replace('raise {error}("lost")', "while True: pass"))
    write(newsroom, "bad.txt", "Head of the story\n\nFAIL\n")
    write(newsroom, "good.txt", FAULTY)
    done = newslint("check", ".", "--no-cache", "--format", "json")
    assert done.code == 2
    assert [f["path"] for f in done.report["failures"]] == ["bad.txt"]
    assert "stopped in the rule “acme/odd”" in done.report["failures"][0]["message"]
    assert "repeated-word" in done.rules


def _swallow_a_stop():
    with time_limit.TimeLimit(1):
        try:
            while True:
                pass
        except time_limit.TimeSpent:
            while True:
                pass


def test_a_text_with_more_findings_than_any_story_is_a_failure_that_names_the_rule(newsroom, newslint):
    """To report 37,501 of them took longer than the story is given."""
    write(newsroom, "bad.txt", "Head of the story\n\n" + "The the mayor left. " * 10_001)
    write(newsroom, "good.txt", FAULTY)
    done = newslint("check", ".", "--no-cache", "--format", "json")
    assert done.code == 2
    assert [each["path"] for each in done.report["failures"]] == ["bad.txt"]
    assert "it has 10,0" in done.report["failures"][0]["message"]
    assert "of repeated-word" in done.report["failures"][0]["message"]
    assert "repeated-word" in done.rules


class _Slow:
    def __del__(self) -> None:
        while True:
            pass


def _stop_in_a_destructor():
    with time_limit.TimeLimit(1):
        _Slow()
        while True:
            pass


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no timers of processor time there")
def test_a_stop_in_a_destructor_prints_no_traceback(monkeypatch, capsys):
    monkeypatch.setenv(time_limit.VARIABLE, "0.1")
    hook = sys.unraisablehook
    with pytest.raises(time_limit.TimeSpent):
        _stop_in_a_destructor()
    assert capsys.readouterr().err == ""
    assert sys.unraisablehook == hook


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no timers of processor time there")
def test_a_stop_that_was_swallowed_comes_again(monkeypatch):
    monkeypatch.setenv(time_limit.VARIABLE, "0.1")
    with pytest.raises(time_limit.TimeSpent):
        _swallow_a_stop()
    assert signal.getitimer(signal.ITIMER_PROF) == (0, 0)


def test_braces_are_written_out_up_to_a_limit():
    assert sorted(braces("{a,b}{c,d}")) == ["ac", "ad", "bc", "bd"]
    with pytest.raises(BadPattern, match=str(MOST_FORMS)):
        list(braces("{a,b}" * 40))


def test_each_further_story_of_a_file_gives_more_time():
    if not hasattr(signal, "getitimer"):
        pytest.skip("no timers of processor time here")
    with time_limit.TimeLimit(1):
        before = signal.getitimer(signal.ITIMER_PROF)[0]
        time_limit.more_time(5)
        assert signal.getitimer(signal.ITIMER_PROF)[0] > before + 4
    time_limit.more_time(5)
    assert signal.getitimer(signal.ITIMER_PROF)[0] == 0


def test_a_codec_puts_no_words_of_its_own_before_the_reason():
    def stop(text, errors="strict"):
        raise time_limit.TimeSpent("it took too long")

    codec = codecs.CodecInfo(stop, stop, name="newslint-slow")
    look = {"newslint_slow": codec}.get
    codecs.register(look)
    try:
        with pytest.raises(time_limit.TimeSpent) as raised:
            "a".encode("newslint_slow")
        assert str(raised.value) == "it took too long"  # later Pythons put theirs into a note beside it
    finally:
        codecs.unregister(look)
