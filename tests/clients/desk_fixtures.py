"""Chromium, a server, and desks at it, as fixtures of the tests of the desk."""

from urllib.parse import urlsplit

import pytest
from desk_page import ARGUMENTS, CHROMIUM, WIDE, Desk, serving
from playwright.sync_api import sync_playwright


@pytest.fixture(scope="session")
def desk_server(tmp_path_factory):
    """The address of a server that keeps decisions."""
    kept = tmp_path_factory.mktemp("kept") / "decisions.sqlite"
    with serving(tmp_path_factory.mktemp("house"), "--decisions", str(kept)) as (address, _):
        yield address


@pytest.fixture(scope="module")  # Playwright keeps a loop running, in which no other test could start one
def chromium():
    """Chromium itself, without a window."""
    if not CHROMIUM:
        pytest.fail("Chromium is not installed: name it in NEWSLINT_CHROMIUM")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium):
    """Open desks; afterwards none may have asked another host for anything, or broken its own policy."""
    contexts = []
    desks = []

    def open_desk(address, **options):
        context = chromium.new_context(**{"viewport": WIDE, "reduced_motion": "reduce", **options})
        contexts.append(context)
        desks.append(Desk(context.new_page(), address))
        return desks[-1]

    yield open_desk
    for desk in desks:
        at_home = {urlsplit(desk.address).netloc, ""}
        assert desk.hosts <= at_home, desk.hosts
        assert desk.errors == [], desk.errors
    for context in contexts:
        context.close()


@pytest.fixture
def desk(opened, desk_server):
    """A desk, not yet gone to."""
    return opened(desk_server)
