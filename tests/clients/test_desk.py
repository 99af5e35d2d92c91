"""The desk in a real browser: each thing that it lets an editor do, over a real server."""

import re
from pathlib import Path

import pytest
from desk_page import SHORT, asked, serving
from playwright.sync_api import expect

pytestmark = pytest.mark.clients
pytest_plugins = ("desk_fixtures",)


def test_a_story_is_set_with_its_roles_in_the_margin(desk):
    desk.example()
    story = desk.page.locator("#story")
    expect(story.locator("h2")).to_have_text("Osterby shuts its harbor bridge after cracks are found")
    roles = story.locator(".role").all_text_contents()
    assert [role for role in roles if role][:7] == [
        "headline",
        "deck",
        "byline",
        "timestamp",
        "body",
        "picture",
        "caption",
    ]
    expect(story.locator("h3")).to_contain_text("A warning set aside")
    expect(story.locator("q.attributed").first).to_have_text("“We could not wait for the winter storms,”")
    expect(story.locator("q.unattributed")).to_contain_text("That vote will cost")
    desk.press("j", "j")
    desk.look("desk")


def test_a_dateline_and_residue_are_set_as_such(desk):
    desk.paste("Council closes bridge\n\nOSTERBY, March 3 (AP) — The council closed it.\n\nThe bridge is old.\n")
    expect(desk.page.locator("#story .dateline")).to_contain_text("OSTERBY")


def test_findings_differ_by_severity_in_form_and_not_by_colour_alone(desk):
    desk.example().page.locator("#style").select_option("ap")
    expect(desk.page.locator("#story mark.note").first).to_be_visible()
    forms = {
        severity: desk.page.locator(f"#story mark.{severity}").first.evaluate(
            "(mark) => { const s = getComputedStyle(mark); return [s.textDecorationStyle, s.textDecorationColor] }"
        )
        for severity in ("error", "warning", "note")
    }
    assert [form for form, _ in forms.values()] == ["wavy", "dashed", "dotted"]
    assert len({colour for _, colour in forms.values()}) == 3
    glyphs = [desk.page.locator(f"#list .{severity} .glyph").first.text_content() for severity in forms]
    assert len(set(glyphs)) == 3
    desk.finding("placeholder-left").locator(".head").click()
    expect(desk.page.locator(".more .confidence")).to_have_text("high confidence")


def test_one_goes_from_a_mark_to_its_finding_and_back(desk):
    desk.example()
    desk.page.locator("#story mark", has_text="Lindquist").click()
    head = desk.finding("inconsistent-name").locator(".head")
    expect(head).to_be_focused()
    expect(head).to_have_attribute("aria-expanded", "true")
    last = desk.finding("newsletter-prompt")
    last.locator(".head").click()
    mark = desk.page.locator("#story mark", has_text="Sign up")
    expect(mark).to_have_class(re.compile("current"))
    expect(mark).to_be_in_viewport()
    desk.finding("missing-dateline").locator(".head").click()
    desk.page.get_by_role("button", name="Show", exact=True).click()
    expect(desk.page.locator("#story mark.error").first).to_be_in_viewport()
    desk.page.locator("#story a.ref").last.click()
    expect(last.locator(".head")).to_be_focused()


def test_who_is_quoted_has_a_bar_and_names_have_their_spellings(desk):
    desk.example()
    first = desk.page.locator(".speaker").first
    expect(first).to_contain_text("Katarina Lindqvist")
    expect(first).to_contain_text("2 quotations, 21 words")
    wide, narrow = (
        bar.evaluate("(bar) => parseFloat(getComputedStyle(bar, '::before').width)")
        for bar in (desk.page.locator(".speaker .length").first, desk.page.locator(".speaker .length").last)
    )
    assert 0.2 < narrow / wide < 0.4
    first.click()
    expect(desk.page.locator("#story q.lit")).to_have_count(2)
    expect(desk.page.locator(".name .variant")).to_contain_text("Lindquist")
    desk.page.locator(".name .variant").click()
    expect(desk.page.locator("#story .block.lit")).to_contain_text("who has led the port")


def test_a_fix_is_accepted_shown_and_undone(desk):
    desk.example()
    before = desk.text
    desk.finding("repeated-word").locator(".head").click()
    expect(desk.page.locator(".edit del")).to_have_count(1)
    desk.page.get_by_role("button", name="Delete the second “the”").click()
    desk.said("8 findings left")
    assert desk.text == before.replace("the the port", "the port")
    expect(desk.page.locator("#story .fresh")).to_have_count(1)
    expect(desk.page.locator("#list [aria-current]")).to_contain_text("Advertisement")
    desk.page.locator("#said-undo").click()
    desk.said("Undone")
    assert desk.text == before


def test_all_safe_fixes_are_made_and_what_changed_is_lit_without_motion_for_those_who_asked(opened, desk_server):
    desk = opened(desk_server).example()
    desk.page.get_by_role("button", name="Fix all safe (1)").click()
    desk.said("1 safe change made")
    fresh = desk.page.locator("#story ins.fresh")
    expect(fresh).to_have_text("”")
    motion = "(each) => getComputedStyle(each).animationName"
    assert fresh.evaluate(motion) == "none"
    desk.page.emulate_media(reduced_motion="no-preference")
    assert fresh.evaluate(motion) == "settle"
    expect(desk.page.get_by_role("button", name="Nothing safe to fix")).to_be_disabled()
    desk.look("desk-fixed")


def test_ignoring_writes_a_request_with_its_reason_into_markdown(desk):
    desk.example()
    desk.finding("repeated-word").locator(".head").click()
    desk.page.get_by_role("button", name="Ignore…").click()
    desk.look("desk-ignore")
    desk.page.get_by_label("Why it is right here").fill("a headline of 1952")
    desk.press("Enter")
    desk.said("stand in the text")
    assert "<!-- newslint: ignore repeated-word: a headline of 1952 -->" in desk.text
    expect(desk.findings).to_have_count(8)


def test_in_plain_text_what_is_ignored_is_set_aside_on_the_page(desk):
    desk.paste(SHORT)
    desk.finding("repeated-word").locator(".head").click()
    desk.press("i", *"It is right", "Enter")
    desk.said("set aside on this page only")
    assert desk.text == SHORT
    expect(desk.findings.filter(has_text="repeated-word")).to_have_count(0)
    desk.page.get_by_role("button", name="Show again").click()
    expect(desk.findings.filter(has_text="repeated-word")).to_have_count(1)


def test_decisions_are_told_to_the_house_and_what_was_undone_is_not(desk, desk_server):
    def counts():
        return {each["rule"]: each for each in asked(f"{desk_server}/decisions")["rules"]}

    before = counts()
    desk.example()
    desk.finding("inconsistent-name").locator(".head").click()
    desk.press("a")
    desk.said("8 findings left")
    expect(desk.page.locator("#list [aria-current]")).to_contain_text("unattributed-quote")
    desk.press("x")
    desk.page.get_by_label("Why (the house").fill("the caption names her")
    desk.press("Enter")
    desk.said("Set aside")
    desk.finding("ad-label").locator(".head").click()
    desk.press("a", "u")
    desk.said("Undone")
    desk.page.goto("about:blank")
    desk.page.wait_for_timeout(300)
    now = counts()
    assert now["inconsistent-name"]["accepted"] == 1
    assert now["unattributed-quote"]["rejected"] == 1
    assert now.get("ad-label") == before.get("ad-label")


def test_another_house_style_names_and_counts_what_comes_and_goes(desk):
    desk.example().page.locator("#style").select_option(label="BBC")
    desk.said("BBC instead of our own: 5 newly found, 1 no longer found")
    turned = desk.page.locator("#turned")
    expect(turned).to_contain_text("Newly found: 5")
    expect(turned).to_contain_text("+ harbor spelling")
    expect(turned).to_contain_text("No longer found: 1")
    expect(turned).to_contain_text("missing-dateline")
    desk.look("desk-style")
    desk.page.locator("#style").select_option(label="our own")
    desk.said("our own instead of BBC: 1 newly found, 5 no longer found")


def test_text_and_report_are_copied_and_the_text_downloaded(opened, desk_server):
    desk = opened(desk_server, permissions=["clipboard-read", "clipboard-write"]).example()
    desk.page.get_by_role("button", name="Copy text").click()
    desk.said("The text is copied")
    assert desk.page.evaluate("navigator.clipboard.readText()") == desk.text
    desk.page.get_by_role("button", name="Copy report").click()
    desk.said("The report is copied")
    report = desk.page.evaluate("navigator.clipboard.readText()")
    assert report.startswith("# Osterby shuts its harbor bridge after cracks are found\n\n2 errors, 7 warnings.\n")
    assert "- **Line 24, warning**: nobody is named as saying this (unattributed-quote)." in report
    with desk.page.expect_download() as download:
        desk.page.get_by_role("button", name="Download").click()
    assert download.value.suggested_filename == "harbor-bridge.md"
    assert Path(download.value.path()).read_text(encoding="utf-8") == desk.text


def test_a_server_with_a_token_is_asked_with_it(opened, tmp_path):
    with serving(tmp_path, "--token", "secret-1") as (address, _):
        desk = opened(address)
        desk.page.goto(address)
        asking = desk.page.get_by_role("textbox", name="Token")
        asking.fill("wrong")
        desk.press("Enter")
        expect(desk.page.locator("#asking")).to_contain_text("That is not the right token.")
        desk.look("desk-token")
        asking.fill("secret-1")
        desk.press("Enter")
        expect(desk.page.locator("#style option").nth(1)).to_be_attached()
        desk.page.get_by_role("button", name="Try an example").click()
        expect(desk.findings).to_have_count(9)
        assert desk.page.evaluate("Object.values(sessionStorage)") == ["secret-1"]
        desk.errors.clear()  # the console tells of the two refusals


def test_a_server_that_went_away_is_named_and_nothing_is_lost(opened, tmp_path):
    with serving(tmp_path) as (address, process):
        desk = opened(address).example()
        process.terminate()
        process.wait(10)
        desk.page.locator("#style").select_option("ap")
        expect(desk.page.locator("#trouble")).to_contain_text("The server does not answer.")
        expect(desk.page.get_by_role("button", name="Try again")).to_be_visible()
        expect(desk.page.locator("#counts")).to_be_visible()
        desk.look("desk-error")
        assert "Osterby" in desk.text
        desk.errors.clear()  # the console tells of the server that is gone


def test_a_busy_server_is_asked_again_without_a_word_of_alarm(desk):
    asked_for = []

    def busy_once(route):
        asked_for.append(route)
        if len(asked_for) == 1:
            route.fulfill(status=503, headers={"Retry-After": "1"}, json={"error": {"message": "busy"}})
        else:
            route.continue_()

    desk.start().page.route("**/check", busy_once)
    desk.page.get_by_role("button", name="Try an example").click()
    expect(desk.findings).to_have_count(9)
    expect(desk.page.locator("#trouble")).to_be_hidden()
    assert len(asked_for) == 2
    desk.errors.clear()  # the console tells of the refusal
