"""What the tests of the desk stand on: a server of its own process, Chromium, and pages that tell what they do wrong."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

ROOT = Path(__file__).parents[2]
CHROMIUM = os.environ.get("NEWSLINT_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
]
AXE = Axe().axe_script
WIDE = {"width": 1440, "height": 950}
NARROW = {"width": 390, "height": 844}
SHORT = "Council closes bridge\n\nThe council agreed to to close it on Monday.\n\n“It was old.”\n"
# What a page must not do is noted where it happens, before any script of the page runs.
_WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => violations.push(event.violatedDirective));
"""


@contextmanager
def serving(folder, *arguments):
    """A real server for a folder, in a process of its own; gives its address and the process."""
    env = {**os.environ, "NEWSLINT_PLUGINS": "", "PYTHONPATH": str(ROOT), "PYTHONSAFEPATH": "1", "NEWSLINT_TOKEN": ""}
    command = [sys.executable, "-m", "newslint", "serve", str(folder), "--port", "0", *arguments]
    with subprocess.Popen(command, env=env, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process.stdout.readline().split()[-1], process
        finally:
            process.terminate()
            process.wait(10)


def asked(address):
    """What the server answers to a GET, as data."""
    with urllib.request.urlopen(address, timeout=10) as reply:
        return json.load(reply)


class Desk:
    """A page of the desk, and what it did that it must not do."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.hosts: set[str] = set()
        self.errors: list[str] = []
        page.add_init_script(_WATCH)
        page.on("request", lambda request: self.hosts.add(urlsplit(request.url).netloc))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda said: said.type == "error" and self.errors.append(said.text))
        page.set_default_timeout(8000)

    def start(self):
        """Go to the desk; its styles are there when it is ready."""
        self.page.goto(self.address)
        expect(self.page.locator("#style option").nth(1)).to_be_attached()
        return self

    def example(self):
        """Try the example, and wait until it is set."""
        self.start().page.get_by_role("button", name="Try an example").click()
        expect(self.findings.first).to_be_visible()
        return self

    def paste(self, text, read_as="text"):
        """Put a story into the empty desk."""
        self.start().page.locator("#paste").fill(text)
        self.page.get_by_role("button", name="Read it").click()
        expect(self.page.locator("#counts")).not_to_be_empty()
        if read_as != "text":
            self.page.locator("#format").select_option(label=read_as)
            expect(self.page.locator("#findings")).to_have_attribute("aria-busy", "false")
        return self

    @property
    def findings(self):
        return self.page.locator("#list > .finding")

    @property
    def text(self):
        return self.page.locator("#text").input_value()

    def finding(self, rule):
        """The first finding of a rule in the list."""
        return self.findings.filter(has_text=rule).first

    def said(self, text):
        """Wait until the page has said something, to eyes and to ears."""
        expect(self.page.locator("#live")).to_contain_text(text)

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def look(self, name):
        """Keep a screenshot; no accessibility fault of weight, nothing wider than the window, no violation."""
        folder = Path(os.environ.get("NEWSLINT_ARTEFACTS") or Path(tempfile.gettempdir()) / "newslint-artefacts")
        folder.mkdir(parents=True, exist_ok=True)
        self.page.evaluate("Promise.all(document.getAnimations().map((each) => each.finished.catch(() => 0)))")
        self.page.screenshot(path=folder / f"{name}.png")
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE)
        found = self.page.evaluate("axe.run({ resultTypes: ['violations'] })")["violations"]
        grave = [
            (each["id"], [node["html"] for node in each["nodes"]][:3])
            for each in found
            if each["impact"] in ("serious", "critical")
        ]
        assert not grave, (name, grave)
        assert self.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{name} scrolls sideways"
        assert self.page.evaluate("violations") == []
