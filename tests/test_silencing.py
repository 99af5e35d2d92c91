"""`check --add-ignore`: requests are written where a story has a place, and every other byte stays."""

from __future__ import annotations

import pytest
from helpers import stories, workspace
from hypothesis import HealthCheck, given, settings

from newslint.base.text import Source, decode
from newslint.engine.engine import Engine
from newslint.model.finding import locate
from newslint.run.add_ignores import silence

BODY = "He agreed to to go home.\n"
WHY = "a song"


def silenced(newsroom, newslint, text: str, name: str = "a.md", reason: str = WHY) -> str:
    """A story's text after all that is found in it is to be ignored; nothing is found any more."""
    path = newsroom / name
    path.write_bytes(text.encode())
    done = newslint("check", "--select", "repeated-word", "--add-ignore", reason, name)
    assert done.code == 0, done.out + done.err
    return path.read_bytes().decode()


@pytest.mark.parametrize(("text", "wanted"), [
    ("The day was cold.\n\n" + BODY, "The day was cold.\n\nASK\n" + BODY),
    ("---\ntitle: A\n---\n" + BODY, "---\ntitle: A\n---\nASK\n" + BODY),
    ("---\r\ntitle: A\r\n---\r\n\r\nHe went to to\r\nthe sea.\r\n", "---\r\ntitle: A\r\n---\r\n\r\nASK\r\nHe went to to\r\nthe sea.\r\n"),
    ("## In in May\n\nIt is cold.", "ASK\n## In in May\n\nIt is cold."),
    ("- He agreed\n- to to go\n\n- and and left\n", "- He agreed\n- to to go ASK\n\n- and and left ASK\n"),
    ("1. One\n\n2. Two to to\n\n3. Three\n", "1. One\n\n2. Two to to ASK\n\n3. Three\n"),
    ("| a | b |\n|---|---|\n| to to | c |\n", "ASK\n| a | b |\n|---|---|\n| to to | c |\n"),
    ("Cold.\n\n> He went to to sea.\n", "Cold.\n\n> He went to to sea. ASK\n"),
    (BODY + "\n\n\n" + BODY, "ASK\n" + BODY + "\n\n\nASK\n" + BODY),
])  # fmt: skip
def test_a_comment_is_put_where_it_changes_nothing_else(newsroom, newslint, text, wanted):
    asked = "<!-- newslint: ignore repeated-word: a song -->"
    assert silenced(newsroom, newslint, text) == wanted.replace("ASK", asked)


@pytest.mark.parametrize(("front", "wanted"), [
    ("---\ntitle: Out of of town\n---\n", "---\ntitle: Out of of town\nnewslint:\n  ignore:\n    repeated-word: \"a song\"\n---\n"),
    ("---\r\ntitle: Out of of town # so\r\n---\r\n", "---\r\ntitle: Out of of town # so\r\nnewslint:\r\n  ignore:\r\n    repeated-word: \"a song\"\r\n---\r\n"),
    ("---\nnewslint: {ignore: {quotes: b}}\ntitle: Out of of town\n---\n", "---\nnewslint: {ignore: {repeated-word: \"a song\", quotes: b}}\ntitle: Out of of town\n---\n"),
    ("---\nnewslint:\n  ignore:\n    quotes: b\ntitle: Out of of town\n---\n", "---\nnewslint:\n  ignore:\n    repeated-word: \"a song\"\n    quotes: b\ntitle: Out of of town\n---\n"),
    ("---\nnewslint: {}\ntitle: Out of of town\n---\n", "---\nnewslint: {ignore: {repeated-word: \"a song\"}}\ntitle: Out of of town\n---\n"),
    ("+++\ntitle = \"Out of of town\"\n+++\n", "+++\ntitle = \"Out of of town\"\n[newslint.ignore]\nrepeated-word = \"a song\"\n+++\n"),
    ("+++\ntitle = \"Out of of town\"\n[newslint.ignore]\nquotes = \"b\"\n+++\n", "+++\ntitle = \"Out of of town\"\n[newslint.ignore]\nrepeated-word = \"a song\"\nquotes = \"b\"\n+++\n"),
    ("{\n  \"title\": \"Out of of town\"\n}\n", "{\n  \"newslint\": {\"ignore\": {\"repeated-word\": \"a song\"}},\n  \"title\": \"Out of of town\"\n}\n"),
])  # fmt: skip
def test_what_is_found_in_front_matter_is_ignored_there(newsroom, newslint, front, wanted):
    assert silenced(newsroom, newslint, front + "\nIt is cold.\n") == wanted + "\nIt is cold.\n"


def test_one_comment_names_all_rules_of_a_block(newsroom, newslint):
    (newsroom / "a.md").write_text(
        "---\ntitle: A\n---\n\nHe agreed to to go on Monday, Feb. 30, 2026.\n", encoding="utf-8"
    )
    done = newslint("check", "--select", "repeated-word,impossible-date", "--add-ignore", WHY, "a.md")
    assert (done.code, done.out.splitlines()[:2]) == (
        0,
        ["wrote ignores into a.md", "2 findings are now ignored, 0 not"],
    )
    text = (newsroom / "a.md").read_text(encoding="utf-8")
    assert "\n<!-- newslint: ignore impossible-date, repeated-word: a song -->\nHe agreed" in text


def test_many_findings_are_tried_together(newsroom, newslint, monkeypatch):
    """One by one, two thousand findings cost a story of 300 KB a minute."""
    checks = []
    check = Engine.check
    monkeypatch.setattr(Engine, "check", lambda self, story: checks.append(1) or check(self, story))
    (newsroom / "a.md").write_text(f"The day was cold.\n\n{BODY}\n" * 30, encoding="utf-8")
    done = newslint("check", "--select", "repeated-word", "--add-ignore", WHY, "a.md")
    assert "30 findings are now ignored, 0 not" in done.out + done.err
    assert len(checks) == 4  # what is to be ignored; before and after; what is left


def test_plain_text_has_no_place_and_that_is_told(newsroom, newslint):
    (newsroom / "a.txt").write_text("A day in town\n\n" + BODY, encoding="utf-8")
    done = newslint("check", "--add-ignore", WHY, "a.txt")
    assert done.code == 1
    assert "no place for an ignore: a.txt:3:11: repeated-word" in done.out
    assert "baseline" in done.out
    assert (newsroom / "a.txt").read_text(encoding="utf-8") == "A day in town\n\n" + BODY


def test_lines_that_many_stories_have_are_ignored_too(newsroom, newslint):
    for n in range(6):
        text = f"---\ntitle: Story {n}\n---\n\nStory number {n} is told here.\n\nOur paper thanks its many readers\n"
        (newsroom / f"{n}.md").write_text(text, encoding="utf-8")
    assert newslint("check", "--select", "repeated-line", ".").code == 1
    assert newslint("check", "--select", "repeated-line", "--add-ignore", WHY, ".").code == 0
    assert all("repeated-line: a song" in (newsroom / f"{n}.md").read_text(encoding="utf-8") for n in range(6))


def test_a_story_that_leaves_a_line_alone_says_nothing_of_the_others(newsroom, newslint):
    for n in range(7):
        asked = "<!-- newslint: ignore repeated-line: its own -->\n" if n in (0, 2) else ""
        text = (
            f"---\ntitle: Story {n}\n---\n\nStory number {n} is told here.\n\n{asked}Our paper thanks its readers\n"
        )
        (newsroom / f"{n}.md").write_text(text, encoding="utf-8")
    found = newslint("check", "--select", "repeated-line", "--format", "json", ".").report["findings"]
    assert [f["path"] for f in found] == ["1.md"]
    assert [other["path"] for other in found[0]["related"]] == ["3.md", "4.md", "5.md", "6.md"]


@pytest.mark.parametrize("reason", ["", "  ", "one -- two", "x" * 600, "so-"])
def test_a_reason_must_fit_into_a_comment(newsroom, newslint, reason):
    (newsroom / "a.md").write_text(BODY, encoding="utf-8")
    done = newslint("check", f"--add-ignore={reason}", "a.md")
    assert done.code == 2
    assert "reason" in done.err
    assert (newsroom / "a.md").read_text(encoding="utf-8") == BODY


def test_it_goes_with_files_only_and_without_fixing(newsroom, newslint):
    assert newslint("check", "--add-ignore", WHY, "-").code == 2
    assert newslint("check", "--fix", "--add-ignore", WHY, ".").code == 2
    assert newslint("check", "--diff", "--add-ignore", WHY, ".").code == 2


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(stories())
def test_what_is_ignored_is_silent_and_every_other_sign_stays(made):
    path, data = made
    source, desk = decode(data, path), workspace()
    entries = [locate(finding, source) for finding in desk.engine(path).check(desk.story(source))]
    after, left = silence(desk, source, entries, WHY)
    signs = iter(after)
    assert all(sign in signs for sign in source.text)
    rules = [
        finding.rule
        for finding in desk.engine(path).check(desk.story(Source(path, after, source.encoding, source.bom)))
    ]
    assert sorted(rules) == sorted(entry.rule for entry in left)
    assert path.endswith(".md") or after == source.text
