"""SECURITY.md promises nothing without a test that holds it."""

import re

from helpers import ROOT

PAGE = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
PROMISED = PAGE.partition("## What is promised")[2].partition("\n## ")[0]


def test_each_promise_names_the_test_that_holds_it():
    promises = re.split(r"^\* ", PROMISED, flags=re.MULTILINE)[1:]
    assert len(promises) > 5
    assert [promise for promise in promises if not re.search(r"`tests/[\w/]+\.py`", promise)] == []


def test_every_test_that_the_page_names_is_there():
    named = re.findall(r"`(tests/[\w/]+\.py)`", PAGE)
    assert [name for name in named if not (ROOT / name).is_file()] == []
