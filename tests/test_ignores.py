"""Ignores: what a story asks to be left alone, for which stretch of it, and what was asked for nothing."""

from __future__ import annotations

from datetime import date as Date

import pytest
from helpers import markdown, plain, words_of

from newslint.base.text import Span
from newslint.model.finding import Finding
from newslint.model.ignores import apply, ignores_of


def findings_at(text: str, *words: str, rule: str = "page-chrome", topic: str = "chrome") -> list[Finding]:
    spans = [Span(text.index(word), text.index(word) + len(word)) for word in words]
    return [Finding(rule, topic, "warning", "high", "", span) for span in spans]


def left(text: str, findings: list[Finding]) -> tuple[list[str], list[str]]:
    read = markdown(text)
    kept, unused = apply(findings, ignores_of(read))
    return words_of(text, kept), [rule for ignore in unused for rule in ignore.rules]


def test_a_comment_covers_the_block_after_it() -> None:
    text = "One ad.\n\n<!-- newslint: ignore page-chrome: kept on purpose -->\n\nTwo ads.\n\nThree ads.\n"
    assert left(text, findings_at(text, "One", "Two", "Three")) == (["One", "Three"], [])


def test_a_comment_in_a_paragraph_covers_that_paragraph() -> None:
    for text in (
        "One\nTwo <!-- newslint: ignore page-chrome --> ads.\n\nThree ads.\n",
        "One\nTwo ads. <!-- newslint: ignore page-chrome -->\n\nThree ads.\n",
        "<!-- newslint: ignore page-chrome -->\nOne\nTwo ads.\n\nThree ads.\n",
    ):
        assert left(text, findings_at(text, "One", "Two", "Three")) == (["Three"], [])


def test_a_comment_before_a_list_covers_the_list() -> None:
    text = "<!-- newslint: ignore chrome -->\n- One\n- Two\n\nThree\n"
    assert left(text, findings_at(text, "One", "Two", "Three")) == (["Three"], [])


def test_a_comment_for_the_file_covers_all_of_it() -> None:
    text = "One.\n\nTwo.\n\n<!-- newslint: ignore-file page-chrome, inconsistent-name: a quiz -->\n"
    assert left(text, findings_at(text, "One", "Two")) == ([], ["inconsistent-name"])
    [ignore] = ignores_of(markdown(text))
    assert (ignore.reason, ignore.span) == ("a quiz", (0, len(text)))


def test_metadata_covers_all_of_a_story_with_a_reason() -> None:
    text = '---\ntitle: A\nnewslint: {ignore: {page-chrome: "an advertisement", quotes: ~}}\n---\nOne.\n'
    first, second = ignores_of(markdown(text))
    assert (first.rules, first.reason) == (("page-chrome",), "an advertisement")
    assert text[first.at.start : first.at.end] == "page-chrome"
    assert (second.rules, second.reason) == (("quotes",), "")
    assert left(text, findings_at(text, "One")) == ([], ["quotes"])


def test_metadata_may_list_rules() -> None:
    for front in ("newslint:\n  ignore:\n  - page-chrome\n  - quotes", "newslint: {ignore: 'page-chrome, quotes'}"):
        text = f"---\n{front}\n---\nOne.\n"
        assert left(text, findings_at(text, "One")) == ([], ["quotes"])


def test_all_topics_and_former_names_may_be_named() -> None:
    for name in ("all", "chrome", "page-chrome", "old-name"):
        text = f"<!-- newslint: ignore {name} -->\nOne.\n"
        kept, unused = apply(
            findings_at(text, "One"), ignores_of(markdown(text)), aliases={"old-name": "page-chrome"}
        )
        assert (kept, unused) == ([], [])


@pytest.mark.parametrize("asks", ["ignore", "ignore-file", "ignore until 2027-01-31", "ignore: a song", "ignore : x"])
def test_a_comment_that_names_no_rule_has_no_effect_and_is_told(asks) -> None:
    text = f"<!-- newslint: {asks} -->\nOne.\n"
    [ignore] = ignores_of(markdown(text))
    assert ignore.fault.startswith("this request names no rule")
    assert not ignore.holds()


@pytest.mark.parametrize(
    "comment",
    [
        "newslint disable", "newslint-disable repeated-word", "newslint: disable", "newslint off", "NEWSLINT: ignore all",
        "Newslint ignore all", "newslint : ignore all", "newslint ignore repeated-word", "newslint: Ignore all",
        "newslint: ignroe all", "newslint igrnoe all", "newslint skip", "newslint: noqa", "newslint=ignore all",
        "newslint-ignore all", "newslint\n  ignore all", "newslint: ignore repeated word", "newslint:",
        f"newslint: ignore all: {'a reason ' * 400}",
    ],
)  # fmt: skip
def test_a_comment_that_asks_in_other_words_has_no_effect_and_is_told(comment) -> None:
    text = f"<!-- {comment} -->\n\nOne.\n"
    [ignore] = ignores_of(markdown(text))
    assert ignore.fault
    assert not ignore.holds()
    assert text[ignore.at.start : ignore.at.end] == f"<!-- {comment} -->"


@pytest.mark.parametrize(
    "comment",
    [
        "newslint found this odd, Ilse says",
        "vale off",
        "markdownlint-disable",
        "newslinter: ignore",
        "see newslint: x",
    ],
)
def test_a_comment_to_others_is_not_told(comment) -> None:
    assert ignores_of(markdown(f"<!-- {comment} -->\n\nOne.\n")) == []


@pytest.mark.parametrize(
    "code",
    [
        "```html\n{}\n```\n\nOne.\n",
        "~~~\n{}\n~~~\n\nOne.\n",
        "    {}\n\nOne.\n",
        "> ```\n> {}\n> ```\n\nOne.\n",
        "- a\n\n  ```\n  {}\n  ```\n\nOne.\n",
        "É writes `{}` above it. One.\n",
        "`` ` {} `` One.\n",
    ],
)
@pytest.mark.parametrize("asks", ["ignore-file all", "ignroe all"])
def test_a_request_shown_as_code_is_none(code, asks) -> None:
    comment = f"<!-- newslint: {asks} -->"
    assert ignores_of(markdown(code.format(comment))) == []
    after = f"{code.format(comment)}\n{comment}\n\nTwo.\n"
    assert len(ignores_of(markdown(after))) == 1


def test_another_rules_finding_stays() -> None:
    text = "<!-- newslint: ignore unattributed-quote -->\nOne.\n"
    assert left(text, findings_at(text, "One")) == (["One"], ["unattributed-quote"])


def test_a_request_for_a_rule_that_did_not_run_is_not_idle() -> None:
    text = "<!-- newslint: ignore unattributed-quote -->\nOne.\n"
    assert apply([], ignores_of(markdown(text)), silent={"unattributed-quote"}) == ([], [])


def test_plain_text_has_no_comments() -> None:
    text = "<!-- newslint: ignore all -->\nOne.\n"
    assert ignores_of(plain(text)) == []


@pytest.mark.parametrize("front", [
    '+++\ntitle = "A"\n[newslint.ignore]\npage-chrome = "an ad"\nquotes = "kept"\n+++\n',
    '+++\ntitle = "A"\nnewslint = {ignore = {page-chrome = "an ad", quotes = "kept"}}\n+++\n',
    '+++\n[newslint]\nignore = ["page-chrome", "quotes"]\n+++\n',
    '{"title": "A", "newslint": {"ignore": {"page-chrome": "an ad", "quotes": "kept"}}}\n',
    '---\nnewslint: {ignore: {"page-chrome": "an ad", \'quotes\': kept}}\n---\n',
])  # fmt: skip
def test_metadata_of_every_form_may_ask(front):
    text = front + "One.\n"
    assert left(text, findings_at(text, "One")) == ([], ["quotes"])
    first, _ = ignores_of(markdown(text))
    assert text[first.at.start : first.at.end].strip("\"'") == "page-chrome"
    assert first.reason == ("an ad" if "an ad" in front else "")


@pytest.mark.parametrize("asks", [
    "---\ntitle: A\nnewslint: {ignore: {page-chrome: {reason: an ad, until: 2027-01-31}}}\n---\nOne.\n",
    '---\ntitle: A\nnewslint: {ignore: {page-chrome: {reason: an ad, until: "2027-01-31"}}}\n---\nOne.\n',
    '+++\n[newslint.ignore]\npage-chrome = {reason = "an ad", until = 2027-01-31}\n+++\nOne.\n',
    "<!-- newslint: ignore page-chrome until 2027-01-31: an ad -->\nOne.\n",
    "<!-- newslint: ignore-file chrome, quotes until 2027-01-31 : an ad -->\n\nOne.\n",
    "<!-- newslint: ignore all until 2027-01-31: an ad -->\nOne.\n",
])  # fmt: skip
def test_a_request_may_end_on_a_day(asks):
    [ignore] = ignores_of(markdown(asks))
    assert (ignore.reason, ignore.until, ignore.fault) == ("an ad", Date(2027, 1, 31), "")
    assert ignore.rules[0] in ("page-chrome", "chrome", "all")
    assert ignore.holds(Date(2027, 1, 31))
    assert not ignore.holds(Date(2027, 2, 1))


ASKS = "---\ntitle: Bridge closes\n---\n\n<!-- newslint: ignore repeated-word until {}: a song -->\n\nHe sang to to us.\n"


def test_past_its_day_a_request_is_told_and_what_it_hid_comes_back(newsroom, newslint, monkeypatch):
    (newsroom / "a.md").write_text(ASKS.format("2099-12-31"), encoding="utf-8")
    assert newslint("check", "--format", "json", "a.md").rules == []
    later = type("Later", (Date,), {"today": classmethod(lambda cls: Date(2100, 1, 1))})
    for module in ("model._ignore", "run.cache", "run.one_file"):
        monkeypatch.setattr(f"newslint.{module}.Date", later)
    assert newslint("check", "--format", "json", "a.md").rules == ["unused-ignore", "repeated-word"]


def test_a_day_that_is_none_is_told_and_the_request_is_not_heard(newsroom, newslint):
    for day in ("soon", "2027-02-30"):
        (newsroom / "a.md").write_text(ASKS.format(day), encoding="utf-8")
        done = newslint("check", "--format", "json", "a.md")
        assert done.rules == ["unused-ignore", "repeated-word"]
        assert done.report["findings"][0]["message"].startswith(f"“{day}” is not a date")


def test_a_house_may_want_reasons(newsroom, newslint):
    (newsroom / "newslint.yaml").write_text("rules: {unused-ignore: {require-reason: true}}\n", encoding="utf-8")
    text = ASKS.replace(" until {}", "")
    (newsroom / "a.md").write_text(text, encoding="utf-8")
    assert newslint("check", "--format", "json", "a.md").rules == []
    (newsroom / "a.md").write_text(text.replace(": a song", ""), encoding="utf-8")
    done = newslint("check", "--format", "json", "a.md")
    assert [f["message"][:29] for f in done.report["findings"]] == ["this request gives no reason:"]


@pytest.mark.parametrize(
    "text",
    [
        "# Head of it\n\nThe the council met. \\<!-- newslint: ignore-file all: x -->\n",
        "---\ntitle: '<!-- newslint: ignore-file all: x -->'\n---\n\nThe the council met.\n",
    ],
)
def test_what_readers_see_is_no_request(newsroom, newslint, text):
    (newsroom / "a.md").write_text(text, encoding="utf-8")
    assert "repeated-word" in newslint("check", "a.md", "--format", "json").rules
