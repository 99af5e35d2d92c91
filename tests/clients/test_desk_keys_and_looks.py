"""The desk by keyboard alone, and how it looks: wide and narrow, light and dark, in each of its states."""

import pytest
from desk_page import NARROW, SHORT
from playwright.sync_api import expect

pytestmark = pytest.mark.clients
pytest_plugins = ("desk_fixtures",)
FOCUSED = "((at) => (at === document.body ? '' : at.id || at.textContent.trim()))(document.activeElement)"


def tab_to(desk, wanted, most=60):
    for _ in range(most):
        desk.press("Tab")
        if wanted in desk.page.evaluate(FOCUSED):
            return
    pytest.fail(f"{wanted} is not reached by the keyboard")


def test_a_story_is_read_mended_and_judged_by_keyboard_alone(opened, desk_server):
    desk = opened(desk_server, permissions=["clipboard-read", "clipboard-write"]).start()
    tab_to(desk, "example")
    desk.press("Enter")
    expect(desk.findings).to_have_count(9)
    expect(desk.page.locator("#story")).to_be_focused()
    desk.press("j", "j", "k", "j")
    expect(desk.finding("repeated-word").locator(".head")).to_be_focused()
    desk.press("a")
    desk.said("8 findings left")
    desk.press("u")
    desk.said("Undone")
    desk.press("Shift+A")
    desk.said("1 safe change made")
    desk.press("ArrowDown", "ArrowUp", "i")
    expect(desk.page.locator("#asking")).to_be_visible()
    desk.press(*"quoted", "Enter")
    desk.said("stand in the text")
    desk.press("x", "Enter")
    desk.said("Set aside")
    desk.press("w")
    expect(desk.page.locator("#telling")).to_be_visible()
    desk.press("Escape", "s", "ArrowDown")
    desk.said("instead of our own")
    desk.press("Escape", "y")
    desk.said("The text is copied")
    assert "newslint: ignore" in desk.page.evaluate("navigator.clipboard.readText()")


def test_a_finding_is_acted_on_by_its_own_buttons(desk):
    desk.example().press("j", "j")
    expect(desk.finding("repeated-word").locator(".head")).to_be_focused()
    tab_to(desk, "Delete the second", 3)
    desk.press("Enter")
    desk.said("8 findings left")
    assert desk.page.evaluate("document.activeElement !== document.body"), "the focus is lost"


def test_the_keyboard_is_never_caught(desk):
    desk.paste(SHORT)
    desk.press("b")
    seen = []
    for _ in range(80):
        desk.press("Tab")
        now = desk.page.evaluate("document.activeElement === document.body ? '' : document.activeElement.outerHTML")
        if seen and now == seen[0]:
            break
        seen.append(now)
    assert len(seen) == len(set(seen)) < 80
    for name in ("open", "style", "format", "theme", "keys", "copy-text", "download", "text"):
        assert any(f'id="{name}"' in each for each in seen), name
    desk.page.locator("#text").focus()
    desk.press("j", "Escape")
    assert desk.text.count("j") == 1
    expect(desk.findings.first.locator(".head")).to_be_focused()


def test_a_link_skips_to_the_story_and_focus_is_seen(desk):
    desk.example()
    tab_to(desk, "Skip to the story")
    skip = desk.page.get_by_role("link", name="Skip to the story")
    expect(skip).to_be_focused()
    assert skip.bounding_box()["width"] > 50
    desk.press("Enter")
    expect(desk.page.locator("#story")).to_be_focused()
    desk.press("j")
    outline = desk.findings.first.locator(".head").evaluate("(head) => getComputedStyle(head).outlineStyle")
    assert outline == "solid"


def test_keys_are_shown_and_letters_can_be_switched_off_for_good(desk):
    desk.example().press("?")
    expect(desk.page.get_by_role("dialog", name="Keys")).to_be_visible()
    desk.look("desk-keys")
    desk.page.get_by_label("Single letters are keys").uncheck()
    desk.press("Escape", "j")
    assert desk.page.locator("#list [aria-current]").count() == 0
    desk.page.reload()
    expect(desk.page.locator("#letters")).not_to_be_checked()
    desk.page.locator("#keys").click()
    desk.page.get_by_label("Single letters are keys").check()
    assert desk.page.evaluate("Object.keys(localStorage).sort()") == ["newslint-letters"]


def test_it_looks_right_while_empty(desk):
    desk.start().look("desk-empty")


def test_it_works_on_a_telephone(opened, desk_server):
    desk = opened(desk_server, viewport=NARROW, has_touch=True).start()
    desk.look("desk-narrow-empty")
    desk.example().look("desk-narrow")
    desk.page.locator("#story mark", has_text="the the").click()
    expect(desk.finding("repeated-word").locator(".head")).to_be_in_viewport()
    desk.look("desk-narrow-finding")
    desk.page.get_by_role("button", name="Show", exact=True).click()
    expect(desk.page.locator("#story mark", has_text="the the")).to_be_in_viewport()
    desk.page.locator(".jumps").get_by_text("Findings").click()
    expect(desk.page.locator("#findings-title")).to_be_in_viewport()
    desk.page.get_by_role("button", name="Delete the second “the”").click()
    desk.said("8 findings left")
    desk.page.locator(".jumps").get_by_text("Quoted").click()
    expect(desk.page.locator("#quoted-title")).to_be_in_viewport()
    desk.page.get_by_role("button", name="Edit", exact=True).click()
    desk.look("desk-narrow-edit")


def test_it_is_dark_where_the_system_is_and_where_one_says_so(opened, desk_server):
    desk = opened(desk_server, color_scheme="dark").example()
    ink = "getComputedStyle(document.body).color"
    dark = desk.page.evaluate(ink)
    desk.page.locator("#style").select_option("nyt")
    desk.press("j")
    desk.look("desk-dark")
    desk.page.get_by_role("button", name="Light").click()
    light = desk.page.evaluate(ink)
    assert light != dark
    desk.page.reload()
    assert desk.page.evaluate(ink) == light
    desk.page.get_by_role("button", name="Dark").click()
    assert desk.page.evaluate(ink) == dark


def test_it_is_dark_on_a_telephone(opened, desk_server):
    desk = opened(desk_server, color_scheme="dark", viewport=NARROW).example()
    desk.press("j", "j", "i")
    desk.look("desk-narrow-dark-ignore")


@pytest.mark.parametrize(("view", "width"), [("Both", 1440), ("Both", 1000), ("Edit", 1000)])
def test_text_and_story_stand_side_by_side(opened, desk_server, view, width):
    desk = opened(desk_server, viewport={"width": width, "height": 900}).example()
    desk.press("j", "j")
    desk.page.get_by_role("button", name=view, exact=True).click()
    mark = desk.page.locator("#behind mark.current")
    expect(mark).to_have_text("the the")
    expect(mark).to_be_in_viewport()
    desk.look(f"desk-{view.lower()}-{width}")


def test_where_there_is_no_room_for_both_the_story_is_read(opened, desk_server):
    desk = opened(desk_server).example()
    desk.page.get_by_role("button", name="Both", exact=True).click()
    expect(desk.page.locator("body")).to_have_attribute("data-mode", "both")
    desk.page.set_viewport_size(NARROW)
    expect(desk.page.locator("body")).to_have_attribute("data-mode", "read")
    expect(desk.page.get_by_role("button", name="Read", exact=True)).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("width", [390, 1440])
def test_long_words_stay_inside(opened, desk_server, width):
    desk = opened(desk_server, viewport={"width": width, "height": 844})
    word = "Donaudampfschifffahrtsgesellschaftskapitän" * 9
    desk.paste(f"Bridge {word}\n\nThe council agreed to to close {word} it. “{word},” said {word}.\n\n“{word}”\n")
    for n in range(desk.findings.count()):
        desk.findings.nth(n).locator(".head").click()
        assert desk.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    desk.look(f"desk-long-words-{width}")


def test_a_story_without_a_fault_says_so(desk):
    desk.paste("Council closes bridge\n\nThe council closed the bridge, the mayor’s office said on Monday.\n")
    expect(desk.page.locator("#besides")).to_contain_text("Nothing was found.")
    expect(desk.page.locator("#no-quoted")).to_be_visible()
    desk.look("desk-clean")


def test_it_is_printed_as_a_story_with_its_findings(desk):
    desk.example().page.emulate_media(media="print")
    for hidden in (".bar", ".toolbar", ".jumps"):
        expect(desk.page.locator(hidden)).to_be_hidden()
    expect(desk.page.locator("#story h2")).to_be_visible()
    expect(desk.findings.last).to_be_visible()


def test_its_headings_and_names_make_sense_to_a_screen_reader(desk):
    desk.example()
    expect(desk.page.locator("main")).to_match_aria_snapshot("""
      - article "Story":
        - heading "Osterby shuts its harbor bridge after cracks are found" [level=2]
    """)
    headings = desk.page.locator(":is(h1, h2, h3):visible").all_text_contents()
    assert {"newslint desk", "Findings", "Who is quoted", "Names"} <= set(headings)
