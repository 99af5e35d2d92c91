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
from helpers import stories, workspace
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newslint.analyses.quotes.quotes import contents
from newslint.base import writing
from newslint.base.text import Source, Span, decode
from newslint.engine.fixing import apply, edits_of, fix_text
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


def test_rules_that_undo_one_another_are_left_out_and_the_others_mend():
    def turned(text: str) -> list[Finding]:
        found = [finding((0, 1, "b" if text[0] == "a" else "a"), rule="one" if text[0] == "a" else "two")]
        return found + [finding((1, 2, ""), rule="three")] * ("x" in text)

    assert fix_text("ax", turned) == ("a", (("three", 1),), ("one", "two"), (Edit(Span(1, 2), ""),))


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
    at = last = 0
    for n, edit in enumerate([*edits, Edit(Span(len(source.text), len(source.text)), "")]):
        kept = source.text[last : edit.span.start]
        bare = kept if n == 0 or not _met(edits, n - 1) else _without_blank_lines(kept)
        gap = _bytes(source, kept) if rest.startswith(_bytes(source, kept, n), at) else _bytes(source, bare)
        head = _bytes(source, "", n) if n == 0 else b""
        assert rest.startswith(head + gap, at)
        at += len(head + gap)
        new = _bytes(source, edit.text)
        assert rest.startswith(new, at)
        at, last = at + len(new), edit.span.end
    assert at == len(rest)


def _bytes(source: Source, text: str, first: int = 1) -> bytes:
    """A stretch of text in a source's encoding; with its mark where it is the first."""
    whole = source.encode(text)
    return whole if first == 0 else whole[len(source.encode("")) :]


def _met(edits: list[Edit], n: int) -> bool:
    return n > 0 and edits[n - 1].span.end == edits[n].span.start and not edits[n].text


def _without_blank_lines(text: str) -> str:
    return text.lstrip(" \t\r\n")


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


@pytest.mark.skipif(os.name == "nt", reason="permissions and links of POSIX")
def test_permissions_and_links_are_kept(newsroom, newslint):
    story = newsroom / "a.txt"
    story.write_text(BAD, encoding="utf-8")
    story.chmod(0o640)
    (newsroom / "links").mkdir()
    link = newsroom / "links" / "l.txt"
    link.symlink_to("../a.txt")
    assert newslint("fix", "links/l.txt").code == 0
    assert link.is_symlink()
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


def test_a_story_that_does_not_come_to_rest_is_named(newsroom, newslint):
    house_rules(newsroom, ("grey", "gray"), ("gray", "grey"))
    (newsroom / "a.txt").write_text("The sky over the town was grey on Monday.\n", encoding="utf-8")
    done = newslint("fix", "--select", "say-0,say-1", "a.txt")
    assert done.code == 2
    assert "a.txt: the fixes of say-0, say-1 undo one another here" in done.out
    assert (newsroom / "a.txt").read_text(encoding="utf-8") == "The sky over the town was grey on Monday.\n"


def test_a_report_for_programs_stays_pure(newsroom, newslint):
    (newsroom / "a.txt").write_text(BAD, encoding="utf-8")
    done = newslint("fix", "--format", "json", "a.txt")
    assert done.report["findings"] == []
    assert "fixed a.txt" in done.err


def test_thousands_of_deletions_that_meet_leave_one_blank_line_each():
    text, edits = "", []
    for n in range(20_000):
        text += f"Ferry {n}\n\n"
        edits += [Edit(Span(len(text), len(text) + 7), ""), Edit(Span(len(text) + 7, len(text) + 15), "")]
        text += "Share\n\nTweet\n\n\n"
    assert apply(text, edits) == "".join(f"Ferry {n}\n\n" for n in range(20_000))
