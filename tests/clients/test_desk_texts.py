"""What texts come to at the desk: files, what is typed, strange signs, markup, hostile and long ones."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from desk_page import ROOT, SHORT
from playwright.sync_api import expect

pytestmark = pytest.mark.clients
pytest_plugins = ("desk_fixtures",)
FILES = ROOT / "newslint" / "server" / "desk"


def test_the_pages_plain_functions_do_what_they_say(tmp_path):
    for file in (*FILES.glob("*.js"), Path(__file__).parent / "desk_tests.js"):
        shutil.copy(file, tmp_path)
    (tmp_path / "package.json").write_text('{"type": "module"}')
    done = subprocess.run(
        ["node", "--test", "desk_tests.js"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_no_file_of_the_page_makes_html_or_code_of_text_or_names_another_host():
    for file in FILES.iterdir():
        text = file.read_text(encoding="utf-8")
        for forbidden in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"):
            assert forbidden not in text, file.name
        assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)|<script>|\sstyle=|\son\w+=\"", text), file.name
        assert text.count("\n") <= 300, file.name


def test_a_file_is_opened_and_keeps_its_line_ends(desk, tmp_path):
    desk.start()
    story = tmp_path / "bridge.txt"
    story.write_bytes("Bridge closes\r\n\r\nThe council agreed to to close it. “Yes,” she said.\r\n".encode("cp1252"))
    desk.page.locator("#file").set_input_files(story)
    expect(desk.page.locator("#name")).to_have_text("bridge.txt")
    expect(desk.page.locator("#story")).to_contain_text("“Yes,” she said")
    desk.finding("repeated-word").locator(".head").click()
    desk.press("a")
    desk.said("Done")
    with desk.page.expect_download() as download:
        desk.page.get_by_role("button", name="Download").click()
    assert (
        Path(download.value.path()).read_bytes().startswith(b"Bridge closes\r\n\r\nThe council agreed to close it.")
    )


def test_a_file_is_dropped_and_one_that_is_no_text_is_refused(desk):
    desk.start()
    drop = """([name, text]) => {
        const data = new DataTransfer();
        data.items.add(new File([text], name));
        for (const type of ["dragover", "drop"]) {
            document.body.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
        }
    }"""
    desk.page.evaluate(drop, ["story.docx", "PK"])
    expect(desk.page.locator("#trouble")).to_contain_text(
        "The desk does not open “story.docx”. It opens .txt, .md and .html"
    )
    expect(desk.page.locator("#trouble button")).to_have_text(["Dismiss"])
    expect(desk.page.locator("#trouble")).not_to_contain_text("undefined")
    desk.page.evaluate(
        drop, ["story.html", "<!doctype html><h1>Bridge</h1><p>It was <b>closed</b> &amp; &amp; locked.</p>"]
    )
    expect(desk.page.locator("#story h2")).to_have_text("Bridge")
    expect(desk.page.locator("#format")).to_have_value("html")
    expect(desk.page.locator("#trouble")).to_be_hidden()


def test_what_one_types_is_checked_and_an_answer_that_comes_late_is_dropped(desk):
    desk.paste(SHORT)
    held = []
    desk.page.route("**/check", lambda route: held.append(route) if not held else route.continue_())
    desk.page.get_by_role("button", name="Edit", exact=True).click()
    desk.page.locator("#text").fill("First\n\nThe old old bridge.\n")
    expect(desk.page.locator("#findings")).to_have_attribute("aria-busy", "true")
    desk.page.locator("#text").fill("Second\n\nThe bridge is is closed.\n")
    expect(desk.finding("repeated-word")).to_contain_text("“is” is repeated")
    held[0].abort()
    expect(desk.finding("repeated-word")).to_contain_text("“is” is repeated")
    expect(desk.page.locator("#trouble")).to_be_hidden()
    desk.errors.clear()  # the console tells of the request that this test held back


def test_signs_beyond_the_first_plane_move_no_mark_and_no_fix(desk):
    desk.paste("😀 Bridge 𝒜 closes\n\n👩‍🚀 The council 😀 agreed to to close it. 😀\n")
    expect(desk.page.locator("#story mark", has_text="to to")).to_have_text("to to")
    desk.finding("repeated-word").locator(".head").click()
    desk.press("a")
    desk.said("Done")
    assert desk.text == "😀 Bridge 𝒜 closes\n\n👩‍🚀 The council 😀 agreed to close it. 😀\n"


def test_marks_stand_right_in_a_page_with_markup_and_escapes(desk):
    page = "<html><body><article><h1>Bridge closes</h1><p>The <em>council</em> &amp; the <b>mayor agreed to</b> to "
    desk.paste(f"{page}close it &mdash; on Monday.</p><p>The bridge is old.</p></article></body></html>", "HTML")
    paragraph = desk.page.locator("#story p").first
    assert re.sub(r"\d", "", paragraph.text_content()) == "The council & the mayor agreed to to close it — on Monday."
    expect(desk.page.locator("#story mark").first).to_have_text("to to")


def test_strangers_text_is_never_html(desk):
    evil = "<img src=x onerror=alert(1)><script>alert(2)</script>"
    desk.paste(f"Bridge {evil} closes\n\nThe council {evil} agreed to to close it, {evil}{evil} said.\n\n“{evil}”\n")
    expect(desk.page.locator("#story")).to_contain_text("onerror=alert(1)")
    assert desk.page.locator("main :is(img, script, iframe)").count() == 0
    for n in range(desk.findings.count()):
        desk.findings.nth(n).locator(".head").click()
    assert desk.page.locator("main :is(img, script, iframe)").count() == 0


def test_a_long_story_stays_usable(desk):
    paragraph = "The council agreed to to close the bridge on Monday, said Ana Silva, who runs the port of Osterby. "
    text = "Bridge closes\n\n" + "\n\n".join(f"{paragraph * 3}It was day {n}." for n in range(345))
    assert len(text.split()) > 20_000
    desk.paste(text)
    expect(desk.findings.nth(900)).to_be_attached(timeout=20_000)
    desk.press("j", "j")
    expect(desk.findings.nth(1)).to_have_attribute("aria-current", "true")
    desk.press("a")
    desk.said("Done")
    spent = desk.page.evaluate(
        "new Promise((done) => { const at = performance.now(); document.body.dispatchEvent("
        "new KeyboardEvent('keydown', { key: 'j', bubbles: true })); requestAnimationFrame(() => done(performance.now() - at)) })"
    )
    print(f"to the next of a thousand findings: {spent:.0f} ms")


def test_a_text_that_is_deleted_leaves_nothing_behind_and_comes_back_by_undo(desk):
    desk.paste(SHORT).press("e")
    desk.page.locator("#text").fill("")
    expect(desk.findings).to_have_count(0)
    expect(desk.page.locator("#story > *")).to_have_count(0)
    desk.press("Escape")
    desk.page.get_by_role("button", name="Undo", exact=True).first.click()
    expect(desk.finding("repeated-word")).to_be_visible()
    assert desk.text == SHORT


def test_undo_leads_back_step_by_step_over_fixes_and_what_was_typed(desk):
    desk.paste(SHORT)
    desk.finding("repeated-word").locator(".head").click()
    desk.press("a")
    desk.said("Done")
    desk.page.get_by_role("button", name="Edit", exact=True).click()
    fixed = desk.text
    desk.page.locator("#text").press("Control+End")
    desk.page.keyboard.insert_text("\nThe mayor agreed to to it on Monday.\n")
    expect(desk.finding("repeated-word")).to_contain_text("“to” is repeated")
    desk.page.get_by_role("button", name="Undo", exact=True).first.click()
    desk.said("Undone")
    assert desk.text == fixed
    desk.page.get_by_role("button", name="Undo", exact=True).first.click()
    expect(desk.page.locator("#text")).to_have_value(SHORT)


def test_another_story_takes_nothing_of_the_one_before_and_asks_where_something_would_be_lost(desk, tmp_path):
    desk.example()
    story = tmp_path / "empty.html"
    story.write_text("<html><body><nav><a href='x'>Home</a></nav></body></html>")
    desk.page.locator("#file").set_input_files(story)
    expect(desk.page.locator("#trouble")).to_contain_text("There is no story in it")
    expect(desk.page.locator("#story > *")).to_have_count(0)
    expect(desk.findings).to_have_count(0)
    desk.press("e")
    desk.page.locator("#text").fill(f"<h1>Bridge</h1><p>{SHORT}</p>")
    expect(desk.finding("repeated-word")).to_be_visible()
    desk.page.locator("#file").set_input_files(story)
    expect(desk.page.get_by_role("dialog", name="Leave this story?")).to_be_visible()
    desk.press("Enter")
    expect(desk.finding("repeated-word")).to_be_visible()
    desk.errors.clear()  # the console tells of the text without a story
