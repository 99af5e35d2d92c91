"""Fixing: exact edits until nothing is left to mend, every other byte as it was, and no story ever lost.

`NEWSLINT_CASES=10000 pytest tests/test_fixing.py` holds the properties over as many generated stories.
"""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from itertools import pairwise

import pytest
from helpers import plain as read_plain
from helpers import stories, workspace
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newslint.analyses.quotes.quotes import contents
from newslint.base import writing
from newslint.base.text import Span, decode
from newslint.engine.fixing import apply, edits_of, fix_text
from newslint.engine.guard import sparing
from newslint.model.finding import Edit, Finding, Fix
from newslint.run.fix_stories import fix_bytes

CASES = int(os.environ.get("NEWSLINT_CASES", "150"))
many = settings(max_examples=CASES, deadline=None, suppress_health_check=list(HealthCheck))


def finding(*edits: tuple[int, int, str], safety: str = "safe", rule: str = "a-rule") -> Finding:
    fix = Fix("Mend it", tuple(Edit(Span(a, b), new) for a, b, new in edits), safety)  # type: ignore[arg-type]
    return Finding(rule, "chrome", "warning", "high", "", Span(*edits[0][:2]), fixes=(fix,))


# Edits


def test_only_safe_fixes_unless_asked():
    found = [finding((0, 1, "A")), finding((2, 3, "C"), safety="offer")]
    assert edits_of(found) == [Edit(Span(0, 1), "A")]
    assert len(edits_of(found, offers=True)) == 2


def test_of_overlapping_fixes_the_first_is_made_whole_or_not_at_all():
    found = [finding((0, 4, "")), finding((3, 5, "x"), (9, 10, "y")), finding((6, 7, "z"))]
    assert edits_of(found) == [Edit(Span(0, 4), ""), Edit(Span(6, 7), "z")]
    assert edits_of([finding((5, 5, "a")), finding((5, 5, "b"))]) == [Edit(Span(5, 5), "a")]
    assert edits_of([finding((2, 8, "")), finding((4, 4, "b"))]) == [Edit(Span(2, 8), "")]
    assert edits_of([finding((4, 4, "b")), finding((2, 8, ""))]) == [Edit(Span(4, 4), "b")]


def test_a_fix_whose_own_edits_overlap_is_not_made():
    assert edits_of([finding((0, 4, ""), (2, 5, ""))]) == []


@many
@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 6)), max_size=12))
def test_edits_that_are_chosen_never_overlap(places):
    found = [finding((a, a + n, str(k))) for k, (a, n) in enumerate(places)]
    edits = edits_of(found)
    assert all(a.span.end <= b.span.start and a.span.start < b.span.start for a, b in pairwise(edits))
    apply("x" * 40, edits)


def test_fixing_goes_on_until_nothing_is_left():
    def shorter(text: str) -> list[Finding]:
        return [finding((text.index("aa"), text.index("aa") + 2, "a"))] if "aa" in text else []

    assert fix_text("baaaac", shorter) == ("bac", (("a-rule", 3),), (), (Edit(Span(1, 5), "a"),))


def test_of_rules_that_undo_one_another_the_first_by_rank_mends():
    def turned(text: str) -> list[Finding]:
        found = [finding((0, 1, "b" if text[0] == "a" else "a"), rule="one" if text[0] == "a" else "two")]
        return found + [finding((1, 2, ""), rule="three")] * ("x" in text)

    assert fix_text("ax", turned) == ("b", (("one", 1), ("three", 1)), ("two",), (Edit(Span(0, 2), "b"),))


def test_what_is_left_of_a_conflict_is_fixed_until_nothing_changes():
    steps = {"ax": [("one", "bx")], "bx": [("two", "ax"), ("three", "bz")], "bz": [("two", "cz")]}

    def turned(text: str) -> list[Finding]:
        return [finding((0, 2, new), rule=rule) for rule, new in steps.get(text, ())]

    done = fix_text("ax", turned)
    assert (done.text, done.conflicting, done.edits) == ("cz", ("two",), (Edit(Span(0, 2), "cz"),))
    assert done.made == (("one", 1), ("three", 1), ("two", 1))
    assert fix_text(done.text, turned).text == done.text


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        (("b-rule", "names", "error"), ("a-rule", "chrome", "warning"), "b-rule"),
        (("b-rule", "chrome", "note"), ("a-rule", "names", "note"), "b-rule"),
        (("b-rule", "names", "note"), ("a-rule", "names", "note"), "a-rule"),
    ],
)
def test_severity_then_topic_then_id_decide_between_rules(first, second, kept):
    def turned(text: str) -> list[Finding]:
        (rule, topic, severity), new = (first, "b") if text == "a" else (second, "a")
        fix = Fix("Turn it", (Edit(Span(0, 1), new),), "safe")
        return [Finding(rule, topic, severity, "high", "", Span(0, 1), fixes=(fix,))]

    done = fix_text("a", turned)
    assert done.conflicting == tuple({first[0], second[0]} - {kept})
    assert done.text == ("b" if kept == first[0] else "a")


def test_fixing_that_never_ends_is_left_out():
    assert fix_text("a", lambda text: [finding((0, 0, "a"))]) == ("a", (), ("a-rule",), ())


def test_a_fix_that_changes_nothing_is_none():
    assert fix_text("abc", lambda text: [finding((0, 1, "a"))]) == ("abc", (), (), ())


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_new_lines_end_as_those_of_the_story(end):
    found = [finding((0, 0, "new\n")), finding((len(f"one{end}"), len(f"one{end}tw"), "1\n2"))]
    mended = fix_text(f"one{end}two{end}", lambda text: found if text.startswith("one") else [])
    assert mended.text == f"new{end}one{end}1{end}2o{end}"


# Properties, over stories made of what rules mend and of what they must leave alone


@pytest.mark.parametrize("offers", [False, True])
@many
@given(stories())
def test_fixing_twice_changes_nothing_more_and_leaves_nothing_to_fix(offers, made):
    path, data = made
    done = fix_bytes(workspace(), data, path, offers=offers)
    if done.failure:
        assert "no longer be read as Windows-1252" in done.failure  # with its only curly mark gone it could be UTF-8
        assert done.new == data
        return
    again = fix_bytes(workspace(), done.new, path, offers=offers)
    assert again.new == done.new
    source = decode(done.new, path)
    assert not edits_of(workspace().engine(path).check(workspace().story(source)), offers=offers)


@many
@given(stories())
def test_outside_the_edits_every_byte_is_as_it_was(made):
    path, data = made
    source = decode(data, path)
    assert source.encode(source.text) == data
    edits = edits_of(workspace().engine(path).check(workspace().story(source)), offers=True)
    rest = source.encode(apply(source.text, edits))
    at, parts = 0, list[str]()
    for edit in edits:
        parts += (source.text[at : edit.span.start], edit.text)
        at = edit.span.end
    assert rest == source.encode("".join((*parts, source.text[at:])))


@pytest.mark.parametrize("offers", [False, True])
@many
@given(stories())
def test_what_somebody_said_is_left_alone(offers, made):
    path, data = made
    source = decode(data, path)
    said = [source.text[a:b] for a, b in workspace().story(source).get(contents)]
    after = apply(source.text, edits_of(workspace().engine(path).check(workspace().story(source)), offers=offers))
    at = 0
    for words in said:
        assert words in after[at:], words
        at = after.index(words, at)


# Files

BAD = "Council closes the bridge\n\nThe council's bridge isn't safe, so it's shut, the mayor’s office said.\n"
GOOD = BAD.replace("’", "'")


@pytest.mark.parametrize("command", [["fix"], ["check", "--fix"]])
def test_files_are_mended_and_the_rest_is_told(newsroom, newslint, command):
    (newsroom / "a.txt").write_text(BAD, encoding="utf-8")
    (newsroom / "b.txt").write_text(GOOD + "\nHe agreed to to go.\n", encoding="utf-8")
    done = newslint(*command, ".")
    assert done.code == 1
    assert "fixed a.txt: mixed-apostrophes\n" in done.out
    assert "warning[repeated-word]" in done.out
    assert (newsroom / "a.txt").read_text(encoding="utf-8") == GOOD
    assert newslint(*command, "a.txt").code == 0


def test_what_is_only_offered_waits_for_a_word(newsroom, newslint):
    story = newsroom / "a.txt"
    story.write_text("A quiet day in the valley\n\nHe agreed to to go home by bus, she said.\n", encoding="utf-8")
    assert newslint("fix", "a.txt").code == 1
    assert "to to" in story.read_text(encoding="utf-8")
    assert newslint("fix", "--unsafe", "a.txt").code == 0
    assert "agreed to go home" in story.read_text(encoding="utf-8")
    refused = newslint("check", "--unsafe", "a.txt")
    assert refused.code == 2
    assert "--fix or --diff" in refused.err


def test_a_diff_writes_nothing_and_git_can_apply_it(newsroom, newslint):
    (newsroom / "my stories").mkdir()
    for name, text in (("my stories/a.txt", BAD), ("b.md", BAD.replace("\n", "\r\n").rstrip())):
        (newsroom / name).write_bytes(text.encode())
    shown = newslint("fix", "--diff", ".")
    assert shown.code == 1
    assert (newsroom / "b.md").read_bytes() == BAD.replace("\n", "\r\n").rstrip().encode()
    assert newslint("check", "--diff", ".").out == shown.out
    assert "\\ No newline at end of file" in shown.out
    subprocess.run(["git", "apply", "--whitespace=nowarn"], input=shown.out.encode(), check=True)
    assert (newsroom / "b.md").read_bytes() == GOOD.replace("\n", "\r\n").rstrip().encode()
    assert (newsroom / "my stories" / "a.txt").read_text(encoding="utf-8") == GOOD
    assert newslint("fix", "--diff", ".") == (0, "", "")


def test_standard_input_goes_to_standard_output(newsroom):
    def fix(data: bytes, *more: str) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "newslint", "fix", "-", *more]
        return subprocess.run(command, input=data, capture_output=True, check=False)

    done = fix(BAD.replace("\n", "\r\n").encode("utf-16"))
    assert (done.returncode, done.stdout) == (0, GOOD.replace("\n", "\r\n").encode("utf-16"))
    assert b"fixed stdin.txt: mixed-apostrophes" in done.stderr
    binary = fix(b"\0\1")
    assert (binary.returncode, binary.stdout) == (2, b"\0\1")
    broken = fix(BAD.encode(), "--select", "no-such-rule")
    assert (broken.returncode, broken.stdout) == (2, BAD.encode())
    assert fix(BAD.encode(), "--diff").stdout.startswith(b"--- a/stdin.txt\n+++ b/stdin.txt\n@@")


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")
def test_permissions_are_kept(newsroom, newslint):
    story = newsroom / "a.txt"
    story.write_text(BAD, encoding="utf-8")
    story.chmod(0o640)
    assert newslint("fix", "a.txt").code == 0
    assert story.read_text(encoding="utf-8") == GOOD
    assert stat.S_IMODE(story.stat().st_mode) == 0o640


def test_a_write_protected_story_is_named_and_the_others_are_mended(newsroom, newslint):
    for name in ("a.txt", "b.txt", "c.txt"):
        (newsroom / name).write_text(BAD, encoding="utf-8")
    (newsroom / "b.txt").chmod(0o444)
    done = newslint("fix", ".")
    assert done.code == 2
    assert "b.txt: it is write-protected" in done.out
    assert [(newsroom / n).read_text(encoding="utf-8") for n in ("a.txt", "b.txt", "c.txt")] == [GOOD, BAD, GOOD]
    (newsroom / "b.txt").chmod(0o644)


def test_a_crash_between_two_stories_loses_none(newsroom, newslint, monkeypatch):
    for name in ("a.txt", "b.txt", "c.txt"):
        (newsroom / name).write_text(BAD, encoding="utf-8")
    calls = []

    def replace(part: str, to: str) -> None:
        calls.append(to)
        if len(calls) == 2:
            raise KeyboardInterrupt
        os.rename(part, to)

    monkeypatch.setattr(writing.os, "replace", replace)
    assert newslint("fix", "--no-cache", ".").code == 130
    assert [(newsroom / n).read_text(encoding="utf-8") for n in ("a.txt", "b.txt", "c.txt")] == [GOOD, BAD, BAD]
    assert sorted(os.listdir(newsroom)) == ["a.txt", "b.txt", "c.txt"]


def test_a_story_that_cannot_be_replaced_is_as_it_was(newsroom, newslint, monkeypatch):
    for name in ("a.txt", "b.txt"):
        (newsroom / name).write_text(BAD, encoding="utf-8")

    def replace(part: str, to: str) -> None:
        if to.endswith("a.txt"):
            raise OSError(28, "No space left on device")
        os.rename(part, to)

    monkeypatch.setattr(writing.os, "replace", replace)
    done = newslint("fix", "--no-cache", ".")
    assert done.code == 2
    assert "a.txt: it cannot be written (no space left on device)" in done.out
    assert [(newsroom / n).read_text(encoding="utf-8") for n in ("a.txt", "b.txt")] == [BAD, GOOD]


def test_a_story_that_somebody_changes_meanwhile_is_left_alone(newsroom):
    story = newsroom / "a.txt"
    story.write_text("new", encoding="utf-8")
    with pytest.raises(writing.UnwrittenStory, match="in the meantime"):
        writing.put_back("a.txt", b"old", b"mended")
    assert story.read_text(encoding="utf-8") == "new"


RULE = """\
id: say-{name}
kind: substitution
topic: language
message: "Write “{{replacement}}”."
why: A test.
swap: {{"{good}": ["{bad}"]}}
fix: {{safety: safe}}
examples: [{{bad: "[[{bad}]]"}}]
"""


def house_rules(newsroom, *pairs: tuple[str, str]) -> None:
    (newsroom / "newslint.yaml").write_text("rule-files: [rules]\n", encoding="utf-8")
    (newsroom / "rules").mkdir()
    for n, (bad, good) in enumerate(pairs):
        rule = RULE.format(name=n, bad=bad, good=good)
        (newsroom / "rules" / f"say-{n}.yaml").write_text(rule, encoding="utf-8")


def test_a_sign_that_the_encoding_has_not_leaves_the_story_alone(newsroom, newslint):
    house_rules(newsroom, ("Lodz", "Łódź"))
    old = "Caf\xe9s reopen in Lodz today, the city said.\n".encode("cp1252")
    (newsroom / "a.txt").write_bytes(old)
    done = newslint("fix", "--select", "say-0", "a.txt")
    assert done.code == 2
    assert "“Ł” cannot be written in Windows-1252" in done.out
    assert (newsroom / "a.txt").read_bytes() == old


def test_a_story_that_would_be_taken_for_another_encoding_is_left_alone(newsroom, newslint):
    house_rules(newsroom, ("Cafés", "Bars"))
    old = "Cafés reopen, and the sign reads Ã©.\n".encode("cp1252")
    (newsroom / "a.txt").write_bytes(old)
    done = newslint("fix", "--select", "say-0", "a.txt")
    assert done.code == 2
    assert "would no longer be read as Windows-1252" in done.out
    assert (newsroom / "a.txt").read_bytes() == old


def test_rules_that_undo_one_another_settle_and_are_a_note_at_most(newsroom, newslint):
    house_rules(newsroom, ("grey", "gray"), ("gray", "grey"))
    (newsroom / "a.txt").write_text("The sky over the town was grey on Monday.\n", encoding="utf-8")
    done = newslint("fix", "--select", "say-0,say-1", "a.txt")
    assert done.code == 1  # what is left is found, and nothing failed
    assert "note: a.txt: the fixes of say-1 undo those of other rules here" in done.out
    assert (newsroom / "a.txt").read_text(encoding="utf-8") == "The sky over the town was gray on Monday.\n"
    assert newslint("fix", "--select", "say-0,say-1", "a.txt").code == 1
    assert (newsroom / "a.txt").read_text(encoding="utf-8") == "The sky over the town was gray on Monday.\n"


def test_a_report_for_programs_stays_pure(newsroom, newslint):
    (newsroom / "a.txt").write_text(BAD, encoding="utf-8")
    done = newslint("fix", "--format", "json", "a.txt")
    assert done.report["findings"] == []
    assert "fixed a.txt" in done.err


def test_blank_lines_outside_the_edits_stay():
    text = "Ferry\n\n\nShare\nTweet\n \n\nTrain\n"
    assert apply(text, [Edit(Span(8, 14), ""), Edit(Span(14, 20), "")]) == "Ferry\n\n\n \n\nTrain\n"


def test_a_report_offers_no_edit_within_another_of_its_fix():
    story = read_plain("<!-- ne\u00adws --> A quiet day in the valley of the river.")
    fix = Fix("Delete it", (Edit(Span(0, 14), ""), Edit(Span(7, 8), "")))
    assert [each.edits for each in sparing([fix], story)] == [(Edit(Span(0, 14), ""),)]
    mistaken = Fix("Write it", (Edit(Span(0, 14), "a"), Edit(Span(7, 18), "b")))
    assert not list(sparing([mistaken], story))


def test_the_edits_of_a_report_have_the_line_ends_of_the_story():
    story = read_plain("One line.\r\nAnother line.\r\n")
    fix = Fix("Part it", (Edit(Span(3, 4), "\n"),))
    assert [each.edits[0].text for each in sparing([fix], story)] == ["\r\n"]


@pytest.mark.skipif(os.name == "nt", reason="hard links and extended attributes of POSIX")
def test_a_file_of_several_names_stays_one_file(newsroom, newslint):
    story = newsroom / "a.txt"
    story.write_text(BAD, encoding="utf-8")
    (newsroom / "kept").mkdir()
    os.link(story, newsroom / "kept" / "b.text")
    number = story.stat().st_ino
    assert newslint("fix", "a.txt").code == 0
    assert (newsroom / "kept" / "b.text").read_text(encoding="utf-8") == GOOD
    assert (story.stat().st_ino, story.stat().st_nlink) == (number, 2)
    assert sorted(os.listdir(newsroom)) == ["a.txt", "kept"]


@pytest.mark.skipif(os.name == "nt", reason="hard links of POSIX")
def test_a_file_of_several_names_holds_what_it_held_where_writing_fails(newsroom, newslint, monkeypatch):
    story = newsroom / "a.txt"
    story.write_text(BAD, encoding="utf-8")
    os.link(story, newsroom / "b.text")
    # the one step in which a disk may be full
    write, calls = writing._over, []

    def full(stream, content):
        calls.append(content)
        if len(calls) == 1:
            stream.write(content[:20])
            raise OSError(28, "No space left on device")
        write(stream, content)

    monkeypatch.setattr(writing, "_over", full)
    done = newslint("fix", "a.txt")
    assert done.code == 2
    assert "no space left on device" in done.out
    assert story.read_text(encoding="utf-8") == BAD
    assert sorted(os.listdir(newsroom)) == ["a.txt", "b.text"]


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="extended attributes of Linux")
def test_extended_attributes_stay(newsroom, newslint):
    story = newsroom / "a.txt"
    story.write_text(BAD, encoding="utf-8")
    try:
        os.setxattr(story, "user.desk", b"night")
    except OSError:
        pytest.skip("this file system keeps no attributes")
    assert newslint("fix", "a.txt").code == 0
    assert story.read_text(encoding="utf-8") == GOOD
    assert os.getxattr(story, "user.desk") == b"night"
