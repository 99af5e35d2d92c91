"""A bar is drawn on a terminal, when a run takes long, and taken away at its end."""

import pytest
from helpers import Terminal

from newslint.base import progress


@pytest.mark.parametrize(("tty", "long", "drawn"), [(True, True, True), (False, True, False), (True, False, False)])
def test_a_bar_is_for_terminals_and_long_runs(monkeypatch, tty, long, drawn):
    monkeypatch.setattr(progress, "FROM_SECONDS", 0 if long else 60)
    monkeypatch.setattr(progress, "EVERY_SECONDS", 0)
    out = Terminal(tty)
    with progress.Progress(4, out) as bar:
        for _ in range(4):
            bar.step()
    assert ("4 of 4 stories" in out.getvalue()) == drawn
    assert not drawn or out.getvalue().endswith("\r")
