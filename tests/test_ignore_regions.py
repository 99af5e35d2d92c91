"""Regions of a story in which rules are switched off: which findings they hold back, and what is told of them."""

from __future__ import annotations

import shutil
from datetime import date as Date
from pathlib import Path

import pytest
from helpers import markdown, words_of
from hypothesis import given
from hypothesis import strategies as st

from newslint.base.text import Span
from newslint.model.finding import Finding
from newslint.model.ignores import apply, ignores_of
from newslint.run.add_ignores import MAX_REASON

EXAMPLES = Path(__file__).parent.parent / "examples" / "formats"
HEAD = "---\ntitle: Bridge closes\n---\n\n"


def asked(text: str):
    return ignores_of(markdown(text))


def left(text: str, rule: str = "page-chrome", topic: str = "chrome") -> list[str]:
    """Which of the words One, Two… in a text are still found."""
    words = [word for word in ("One", "Two", "Three", "Four", "Five") if word in text]
    spans = [Span(text.index(word), text.index(word) + len(word)) for word in words]
    findings = [Finding(rule, topic, "warning", "high", "", span) for span in spans]
    kept, _ = apply(findings, [ignore for ignore in asked(text) if ignore.holds(Date(2026, 11, 30))])
    return words_of(text, kept)


def told(newslint, path, *arguments: str) -> list[str]:
    found = newslint("check", "--format", "json", *arguments, path).report["findings"]
    return [f["message"] for f in found if f["rule"] == "unused-ignore"]


OFF, ON = "<!-- newslint: off page-chrome: a song -->", "<!-- newslint: on page-chrome -->"


@pytest.mark.parametrize(("text", "remain"), [
    (f"One.\n\n{OFF}\n\nTwo.\n\nThree.\n\n{ON}\n\nFour.\n", ["One", "Four"]),
    (f"One {OFF} Two\n\nThree {ON} Four\n", ["One", "Four"]),
    (f"One.\n\n{OFF}\n\n- Two\n- Three\n\n<!-- newslint: on -->\n\nFour.\n", ["One", "Four"]),
    ("One.\n\n<!-- newslint: off -->\n\nTwo.\n\n<!-- newslint: on -->\n\nThree.\n", ["One", "Three"]),
    ("One.\n\n<!-- newslint:off: a song-->\n\nTwo.\n\n<!--newslint:on: it ends-->\n\nThree.\n", ["One", "Three"]),
    ("One.\n\n<!-- newslint: off all -->\n\nTwo.\n\n<!-- newslint: on all -->\n\nThree.\n", ["One", "Three"]),
    ("One.\n\n<!-- newslint: off chrome, quotes -->\n\nTwo.\n\n<!-- newslint: on chrome -->\n\nThree.\n", ["One", "Three"]),
    ("<!-- newslint: off quotes -->\n\nOne.\n\n<!-- newslint: on -->\n\nTwo.\n", ["One", "Two"]),
    (f"One.\n\n{OFF}\n\nTwo.\n\nThree.\n", ["One"]),  # to the end of the story
    (f"One.\n\n{ON}\n\nTwo.\n", ["One", "Two"]),
    (f"One.\n\n{OFF}\n\nTwo.\n\n{ON}\n\nThree.\n\n{OFF}\n\nFour.\n\n{ON}\n\nFive.\n", ["One", "Three", "Five"]),
])  # fmt: skip
def test_a_region_holds_from_off_to_on(text, remain):
    assert left(text) == remain


@pytest.mark.parametrize(("text", "remain"), [
    # what is off twice goes on at the first “on”
    (f"{OFF}\n\nOne.\n\n{OFF}\n\nTwo.\n\n{ON}\n\nThree.\n\n{ON}\n\nFour.\n", ["Three", "Four"]),
    # each name is a switch of its own: “on chrome” ends nothing that is off by another name
    (f"{OFF}\n\nOne.\n\n<!-- newslint: off chrome -->\n\nTwo.\n\n<!-- newslint: on chrome -->\n\nThree.\n\n{ON}\n\nFour.\n", ["Four"]),
    (f"<!-- newslint: off -->\n\nOne.\n\n{ON}\n\nTwo.\n\n<!-- newslint: on -->\n\nThree.\n", ["Three"]),
    # overlapping
    (f"<!-- newslint: off quotes -->\n\nOne.\n\n{OFF}\n\nTwo.\n\n<!-- newslint: on quotes -->\n\nThree.\n\n{ON}\n\nFour.\n", ["One", "Four"]),
    # one request, an end for each of its names
    ("<!-- newslint: off page-chrome, quotes -->\n\nOne.\n\n<!-- newslint: on page-chrome -->\n\nTwo.\n\n<!-- newslint: on quotes -->\n\nThree.\n", ["Two", "Three"]),
    # “on” ends all
    (f"<!-- newslint: off quotes -->\n{OFF}\n\nOne.\n\n<!-- newslint: on -->\n\nTwo.\n", ["Two"]),
])  # fmt: skip
def test_regions_may_nest_and_overlap_by_rule(text, remain):
    assert left(text) == remain


NAMES = ("chrome", "page-chrome", "all")


@given(st.lists(st.tuples(st.sampled_from(["off", "on", "word"]), st.sampled_from(("", *NAMES))), max_size=14))
def test_a_word_is_left_alone_where_a_switch_of_one_of_its_names_is_off(steps):
    text, off, wanted, spans = "", set(), [], []
    for does, name in steps:
        if does == "word":
            spans.append(Span(len(text), len(text) + 4))
            text += "Word\n\n"
            wanted.append(bool(off))
            continue
        text += f"<!-- newslint: {does}{' ' * bool(name)}{name} -->\n\n"
        if does == "off":
            off.add(name or "all")
        else:
            off = off - {name} if name in ("chrome", "page-chrome") else set()
    findings = [Finding("page-chrome", "chrome", "note", "high", "", span) for span in spans]
    kept, _ = apply(findings, [ignore for ignore in asked(text) if ignore.holds()])
    assert [finding not in kept for finding in findings] == wanted


def test_a_region_without_an_end_is_told_and_so_is_an_end_without_a_region(newsroom, newslint):
    (newsroom / "a.md").write_text(
        HEAD + "<!-- newslint: off repeated-word: a song -->\n\nHe went to to sea.\n", encoding="utf-8"
    )
    assert told(newslint, "a.md") == [
        "this region has no end, so it holds to the end of the story: write “newslint: on” where it ends"
    ]
    (newsroom / "a.md").write_text(HEAD + "He went to sea.\n\n<!-- newslint: on -->\n", encoding="utf-8")
    assert [said[:36] for said in told(newslint, "a.md")] == ["nothing is switched off before this:"]


def test_of_several_names_those_are_told_that_have_no_end_or_no_region(newsroom, newslint):
    text = (
        HEAD
        + "<!-- newslint: off repeated-word, impossible-date: a song -->\n\nHe went to to sea on Feb. 30, 2026.\n\n"
        + "<!-- newslint: on repeated-word, page-chrome -->\n"
    )
    (newsroom / "a.md").write_text(text, encoding="utf-8")
    unended, idle = told(newslint, "a.md")
    assert unended.startswith("“impossible-date” is never switched on again, so this holds to the end of the story:")
    assert (
        idle == "“page-chrome” is not switched off before this: delete it, or write “newslint: off” where it begins"
    )


def test_a_region_in_which_nothing_is_found_is_told(newsroom, newslint):
    (newsroom / "a.md").write_text(
        HEAD + "<!-- newslint: off repeated-word -->\n\nHe went to sea.\n\n<!-- newslint: on -->\n\nHe came to to.\n",
        encoding="utf-8",
    )
    done = newslint("check", "--format", "json", "a.md")
    assert done.rules == ["unused-ignore", "repeated-word"]
    assert "“repeated-word” is not found here" in done.out


@pytest.mark.parametrize("switch", [
    'newslint: on "to to"', "newslint: on repeated-word until 2027-01-31", "newslint: off repeated word", "newslint off",
    "newslint: offf", "newslint: off until", "newslint: on repeated word", "newslint: onn", "newslint-off all",
])  # fmt: skip
def test_a_switch_that_is_misspelt_has_no_effect_and_is_told(switch):
    [ignore] = asked(f"One.\n\n<!-- {switch} -->\n\nTwo.\n")
    assert ignore.fault
    assert not ignore.holds()


def test_a_misspelt_end_leaves_the_region_open():
    first, second = asked("<!-- newslint: off a-rule -->\n\nOne.\n\n<!-- newslint: on a rule -->\n")
    assert first.doubt.startswith("this region has no end")
    assert second.fault.startswith("this is not understood: write it as in “newslint: on”")


def test_a_region_may_have_a_last_day_and_must_give_a_reason_where_a_house_wants_one(newsroom, newslint):
    text = HEAD + "<!-- newslint: off repeated-word until {} -->\n\nHe went to to sea.\n\n<!-- newslint: on -->\n"
    (newsroom / "newslint.yaml").write_text("rules: {unused-ignore: {require-reason: true}}\n", encoding="utf-8")
    (newsroom / "a.md").write_text(text.format("2999-01-31"), encoding="utf-8")
    assert [said[:29] for said in told(newslint, "a.md")] == ["this request gives no reason:"]
    (newsroom / "a.md").write_text(text.format("2020-01-31: a song"), encoding="utf-8")
    done = newslint("check", "--format", "json", "a.md")
    assert done.rules == ["unused-ignore", "repeated-word"]
    assert "this request ended on 2020-01-31" in done.out


@pytest.mark.parametrize("code", ["```html\n{}\n```\n", "    {}\n", "`{}`\n"])
@pytest.mark.parametrize("shown", ["<!-- newslint: off -->", "<!-- newslint: on -->"])
def test_a_switch_shown_as_code_is_none(code, shown):
    assert asked(code.format(shown) + "\nOne.\n") == []
    begun = f"{OFF}\n\nOne.\n\n" + code.format("<!-- newslint: on -->") + "\nTwo.\n"
    assert left(begun) == []


REGIONS = {
    "winter-ferry.html": ("<p>", "<!-- newslint: off repeated-word: so said --><p>", "<!-- newslint: on -->"),
    "agency.nitf": ("<p>", "<!-- newslint: off repeated-word: so said --><p>", "<!-- newslint: on -->"),
    "pier-vote.mdx": ("\n\n", "\n\n{/* newslint: off repeated-word: so said */}\n\n", "\n{/* newslint: on */}\n"),
    "harbour.adoc": ("\n\n", "\n\n// newslint: off repeated-word: so said\n\n", "\n// newslint: on\n"),
    "lock-keepers.rst": ("\n\n", "\n\n.. newslint: off repeated-word: so said\n\n", "\n.. newslint: on\n"),
}


@pytest.mark.parametrize("name", REGIONS)
def test_a_region_is_written_as_the_format_writes_comments(newslint, tmp_path, name):
    story = tmp_path / name
    shutil.copy(EXAMPLES / name, story)
    select = ("--select", "repeated-word,unused-ignore")
    found = newslint("check", *select, "--format", "json", story).report["findings"]
    assert found
    text = story.read_text(encoding="utf-8")
    before, begin, end = REGIONS[name]
    at = text.rindex(before, 0, found[0]["start"]["offset"])
    stop = text.find("</p>" if before == "<p>" else "\n\n", found[-1]["end"]["offset"]) + (
        4 if before == "<p>" else 1
    )
    region = text[:at] + begin + text[at + len(before) : stop] + end + text[stop:]
    story.write_text(region, encoding="utf-8")
    assert newslint("check", *select, "--format", "json", story).rules == []
    story.write_text(region.replace("newslint: on", "newslint: on chrome"), encoding="utf-8")
    assert newslint("check", *select, "--format", "json", story).rules == ["unused-ignore"] * 2


def test_in_mdx_a_region_may_begin_in_one_form_of_comment_and_end_in_the_other(newsroom, newslint):
    (newsroom / "a.mdx").write_text(
        HEAD
        + "<!-- newslint: off repeated-word: a song -->\n\nHe went to to sea.\n\n{/* newslint: on */}\n\nIt it rained.\n",
        encoding="utf-8",
    )
    assert newslint("check", "--format", "json", "a.mdx").rules == ["repeated-word"]


def test_rules_over_several_stories_heed_regions_too_and_so_does_the_cache(newsroom, newslint):
    for n in range(6):
        text = f"---\ntitle: Story {n}\n---\n\nStory number {n} is told here.\n\n{{}}Our paper thanks its many readers\n{{}}"
        asks = ("<!-- newslint: off repeated-line: ours -->\n\n", "\n<!-- newslint: on -->\n")
        (newsroom / f"{n}.md").write_text(text.format(*asks), encoding="utf-8")
    for _ in range(2):
        assert newslint("check", "--select", "repeated-line", ".").code == 0
    (newsroom / "0.md").write_text(text.format("", ""), encoding="utf-8")
    found = newslint("check", "--select", "repeated-line", "--format", "json", ".").report["findings"]
    assert [f["path"] for f in found] == ["0.md"]


def test_add_ignore_leaves_what_a_region_covers_alone(newsroom, newslint):
    text = (
        HEAD
        + f"{OFF.replace('page-chrome', 'repeated-word')}\n\nTo to sea.\n\n<!-- newslint: on -->\n\nIt it rained.\n"
    )
    (newsroom / "a.md").write_text(text, encoding="utf-8")
    assert "1 finding is now ignored" in newslint("check", "--add-ignore", "x" * MAX_REASON, "a.md").out
    assert (newsroom / "a.md").read_text(encoding="utf-8").count("newslint: ignore") == 1


@pytest.mark.parametrize(
    "hidden",
    [
        '<p title="{}">They met.</p>',
        "<script>/* {} */</script>",
        "<script>x = '<!-- <script>'; {} </script>",
        "<style>{}</style>",
        "<textarea>{}</textarea>",
    ],
)
def test_what_is_no_comment_of_a_page_switches_nothing_off(newsroom, newslint, hidden):
    page = "<html><body><article><h1>Bridge closes</h1>{}<p>She came to to the bridge.</p></article></body></html>"
    for switch in ("<!-- newslint: off -->", "<!-- newslint: ignore-file all -->"):
        (newsroom / "a.html").write_text(page.format(hidden.format(switch)), encoding="utf-8")
        assert "repeated-word" in newslint("check", "--format", "json", "a.html").rules
    (newsroom / "a.html").write_text(page.format("<!-- newslint: off -->"), encoding="utf-8")
    assert "repeated-word" not in newslint("check", "--format", "json", "a.html").rules


@pytest.mark.parametrize("hidden", ['<span title="{}">Here</span> they met.', "<b a=1 c='{}'/>They met."])
def test_what_a_tag_in_markdown_holds_switches_nothing_off(hidden):
    assert asked(hidden.format("<!-- newslint: off -->") + "\n") == []


@pytest.mark.parametrize("before", ["x <b and", '<b a="', "`<b a='`", "<b>", '<b a="x"> "'])
def test_a_comment_behind_what_is_no_tag_switches_off(before):
    assert [ignore.rules for ignore in asked(f"{before}\n\n<!-- newslint: off -->\n\nto to\n")] == [("all",)]


@pytest.mark.parametrize(
    "hidden",
    [
        '<Box title="{/* newslint: off */}" />',
        "<Box title='<!-- newslint: off -->'>They met.</Box>",
        'They met {"{/* newslint: off */}"}.',
        'export const a = "{/* newslint: off */}"',
    ],
)
def test_what_code_in_mdx_holds_switches_nothing_off(newsroom, newslint, hidden):
    for code, found in ((hidden, True), ("{/* newslint: off */}", False)):
        (newsroom / "a.mdx").write_text(
            f"# Bridge closes\n\n{code}\n\nShe came to to the bridge.\n", encoding="utf-8"
        )
        assert ("repeated-word" in newslint("check", "--format", "json", "a.mdx").rules) == found


def test_a_request_that_never_ends_is_told():
    [ignore] = asked("One.\n\n<!-- newslint: off\n\nTwo.\n\n<!-- newslint: ignore page-chrome\n\nThree.\n")
    assert "not understood" in ignore.fault
    assert not ignore.holds()
