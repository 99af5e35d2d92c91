"""Whatever is thrown at it, newslint says what is wrong with which file, checks the others, and never crashes."""

import os
import sys

import pytest
from helpers import assert_work_grows_with_length, plain
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newslint.base.text import Source
from newslint.config.profile import Config
from newslint.config.settings import Settings
from newslint.engine.engine import Engine
from newslint.formats import Reading
from newslint.rulebook import pack as packs
from newslint.rulebook import plugins

PLUGINS = plugins.load("")
ENGINE = Engine(Config(packs.load(PLUGINS), {}, None, Settings(min_confidence="low")).profile("a.txt"))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.txt", b""),
        ("blank.txt", b"\n\r\n  \n\t\n"),
        ("bom.txt", b"\xef\xbb\xbf"),
        ("empty.md", b""),
        ("rule.md", b"---"),
        ("unclosed.md", b"---\ntitle: Head of the story\n\nThe council met on Monday.\n"),
        ("broken.md", b"---\ntitle: [a\n---\n\nThe council met on Monday.\n"),
        ("list.md", b"---\n- a\n- b\n---\n\nThe council met on Monday.\n"),
        ("bomb.md", b"---\na: &a [x,x,x,x,x,x,x,x,x]\n" + b"".join(
            f"l{n}: &l{n} [{','.join(['*a' if n == 0 else f'*l{n - 1}'] * 9)}]\n".encode() for n in range(9)
        ) + b"---\n\nThe council met.\n"),
        ("marks.txt", "“‘«„\"'’”»".encode() * 400),
        ("brackets.md", b"[" * 3000),
        ("stars.md", b"*_" * 3000),
        ("quotes.md", b"> " * 3000),
        ("odd.txt", "a\u2028b\u0085c\x0bd\ufeffe\u202e\u0301".encode()),
    ],
)  # fmt: skip
def test_strange_stories_are_read(newsroom, newslint, name, data):
    (newsroom / name).write_bytes(data)
    done = newslint("check", name, "--format", "json", "--min-confidence", "low")
    assert done.code in (0, 1), done.err
    assert done.report["stories"] == 1
    assert newslint("show", name).code == 0


@pytest.mark.parametrize("unit", ["a", "word ", "“a” ", "A. ", "Ab ", "1,", "’", "<b>", "( ", "said ", "\u0301"])
def test_the_work_of_all_rules_on_one_long_line_grows_with_its_length(unit):
    def check(text):
        spans = [finding.span for finding in ENGINE.check(plain(text))]
        assert all(0 <= span.start <= span.end <= len(text) for span in spans)

    assert_work_grows_with_length(check, unit)


def test_the_work_on_thousands_of_findings_of_which_some_yield_to_others_grows_with_their_number():
    assert_work_grows_with_length(lambda text: ENGINE.check(plain(text)), "###\n\n", 50_000)


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"a\0b", "binary"), (b"\xff\xfe\x00\xd8a\x00", "damaged"), (b"caf\xe9\x81", "not text in any encoding")],
)
def test_what_cannot_be_read_is_a_failure_and_the_others_are_checked(newsroom, newslint, data, reason, clean_story):
    (newsroom / "bad.txt").write_bytes(data)
    (newsroom / "good.txt").write_text(clean_story, encoding="utf-8")
    done = newslint("check", ".", "--format", "json")
    assert done.code == 2
    assert done.report["stories"] == 1
    (failure,) = done.report["failures"]
    assert failure["path"] == "bad.txt"
    assert reason in failure["message"]
    assert "bad.txt" in newslint("check", ".").out


def test_windows_1252_is_read_with_a_note(newsroom, newslint):
    (newsroom / "a.txt").write_bytes("Head of the story\n\nThe café “Léon” closed on Monday.\n".encode("cp1252"))
    done = newslint("check", "a.txt", "--format", "json", "--select", "legacy-encoding")
    assert [(f["rule"], f["severity"]) for f in done.report["findings"]] == [("legacy-encoding", "note")]


def test_a_folder_named_like_a_story_is_walked(newsroom, newslint, clean_story):
    (newsroom / "a.txt").mkdir()
    (newsroom / "a.txt" / "b.txt").write_text(clean_story, encoding="utf-8")
    assert newslint("check", ".", "--format", "json").report["stories"] == 1


def test_a_missing_file_is_a_failure(newsroom, newslint):
    done = newslint("check", "no.txt", "--format", "json")
    assert (done.code, done.report["failures"][0]["path"]) == (2, "no.txt")


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_that_loops_is_a_failure_or_passed_over(newsroom, newslint, clean_story):
    (newsroom / "good.txt").write_text(clean_story, encoding="utf-8")
    (newsroom / "loop.txt").symlink_to("loop.txt")
    (newsroom / "inner").mkdir()
    (newsroom / "inner" / "up").symlink_to("..")
    done = newslint("check", ".", "--format", "json")
    assert done.report["stories"] == 1
    assert done.code == 2
    assert [f["path"] for f in done.report["failures"]] == ["loop.txt"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden to this user")
def test_a_file_without_permission_is_a_failure(newsroom, newslint):
    path = newsroom / "a.txt"
    path.write_text("x", encoding="utf-8")
    path.chmod(0)
    assert newslint("check", "a.txt", "--format", "json").code == 2


def test_no_permission_is_told_as_a_reason(newsroom, newslint, monkeypatch):
    (newsroom / "a.txt").write_text("x", encoding="utf-8")
    really = os.open

    def refuse(path, *rest, **keys):
        if str(path) == "a.txt":
            raise PermissionError(13, "Permission denied")
        return really(path, *rest, **keys)

    monkeypatch.setattr(os, "open", refuse)
    done = newslint("check", "a.txt", "--format", "json")
    assert done.code == 2
    assert done.report["failures"][0]["message"] == "it cannot be opened: permission denied"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes there")
def test_a_named_pipe_is_refused_and_not_waited_for(newsroom, newslint):
    os.mkfifo("a.txt")
    assert "not an ordinary file" in newslint("check", "a.txt", "--format", "json").report["failures"][0]["message"]


ALPHABET = st.sampled_from(
    [*"abcAB .,:;!?-—()[]<>*_#>|`'\"“”‘’«»\n\r\t0159$£%&{}", "é", "ł", "😀", "\u00a0", " said ", "Mr. ", "\n\n"]
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(ALPHABET, max_size=80).map("".join), st.sampled_from(["plain", "markdown", "fragment"]))
def test_every_rule_takes_any_text_and_points_inside_it(text, form):
    story = PLUGINS.formats[form].parse(Source("a.txt", text), Reading())
    end = 0
    for zone in story.zones:
        assert end <= zone.span.start <= zone.span.end <= len(text)
        end = zone.span.end
    for finding in ENGINE.check(story):
        spans = [finding.span, *(r.span for r in finding.related), *(e.span for f in finding.fixes for e in f.edits)]
        assert all(0 <= s.start <= s.end <= len(text) for s in spans), finding
        assert "{" not in finding.message or "{" in text
