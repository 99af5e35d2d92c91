"""A bar is drawn on a terminal, when a run takes long, and taken away at its end."""

import pytest
from helpers import Terminal

from newslint.base import progress


@pytest.mark.parametrize(("tty", "long", "drawn"), [(True, True, True), (False, True, False), (True, False, False)])
def test_a_bar_is_for_terminals_and_long_runs(monkeypatch, tty, long, drawn):
    monkeypatch.setattr(progress, "FROM_SECONDS", 0 if long else 60)
    monkeypatch.setattr(progress, "EVERY_SECONDS", 0)
    out = Terminal(tty)
    assert list(progress.shown(range(4), 4, out)) == [0, 1, 2, 3]
    assert ("4 of 4 stories" in out.getvalue()) == drawn
    assert not drawn or out.getvalue().endswith("\r")
