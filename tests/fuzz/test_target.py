"""The fuzzer's target holds on stories of many shapes, and tells of what breaks."""

import random
from functools import cache

import hypothesis
import pytest
from hypothesis import strategies as st

from newslint.base.text import Span
from newslint.model.finding import Edit

from .counts import cases
from .target import MOST, Fault, by_chance, parts, seeds, try_story

ENDINGS = st.integers(0, 7).map(lambda number: bytes([number]))


known = cache(parts)
pool = cache(seeds)


@pytest.fixture(autouse=True)
def without_plugins(newsroom):
    """Plugins of this environment are no part of it, and no configuration lies above."""
    assert newsroom.is_dir()


@hypothesis.settings(max_examples=cases(60, 2000), suppress_health_check=list(hypothesis.HealthCheck))
@hypothesis.given(seed=st.integers(0, 1 << 40))
def test_stories_mutated_by_chance_are_read_checked_and_fixed(seed):
    assert try_story(by_chance(random.Random(seed), pool())[:3000], known()) is None


@hypothesis.settings(max_examples=cases(100, 5000), suppress_health_check=list(hypothesis.HealthCheck))
@hypothesis.given(
    ending=ENDINGS, data=st.binary(max_size=200) | st.text(max_size=200).map(lambda t: t.encode("utf-8"))
)
def test_bytes_of_any_kind_are_read_checked_and_fixed(ending, data):
    assert try_story(ending + data, known()) is None


def test_the_seeds_are_stories_and_hostile_files():
    assert len(pool()) > 200
    assert all(0 < len(data) <= MOST + 1 for data in pool())


def test_edits_that_do_not_make_the_fixed_text_are_told(monkeypatch):
    from newslint import Fixed

    lost = Fixed("another text", (Edit(Span(0, 0), "x"),))
    monkeypatch.setattr(known().newslint, "fix", lambda *_, **__: lost)
    with pytest.raises(Fault, match="do not make the text"):
        try_story(b"\x00The council met.\n", known())
