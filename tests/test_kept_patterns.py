"""Patterns kept on disk match as those that `re` compiles, and a damaged file counts as none."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from newslint.base import cache, kept_patterns

PATTERNS = [
    (r"(?P<day>\d{1,2})(?: |$)(?P<month>[A-ZÀ-Þ]\w+)?", 0),
    (r"(?i:the) (\w++) \1\b|[^\W\d_]{2,}?[\u2010-\u2015]", re.MULTILINE | re.IGNORECASE),
    (r"(?<![\w.])(?:a|b(?!c)|😀)+", re.ASCII),
]
TEXTS = ["12 May the the", "THE man man – 3", "ab bc .a 😀é–", ""]


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path))
    _forget()


def _forget() -> None:
    kept_patterns._new.clear()  # as a new process begins
    kept_patterns._kept.cache_clear()  # and reads anew what is kept


def _answers(pattern: re.Pattern[str]) -> list[object]:
    found = [[(m.span(), m.groups(), m.lastgroup) for m in pattern.finditer(text)] for text in TEXTS]
    return [pattern.pattern, pattern.flags, pattern.groups, dict(pattern.groupindex), found]


@pytest.mark.parametrize(("source", "flags"), PATTERNS)
def test_a_kept_pattern_is_the_one_that_re_compiles(source: str, flags: int, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = _answers(re.compile(source, flags))
    assert _answers(kept_patterns.compiled(source, flags)) == expected
    kept_patterns.keep()
    _forget()
    monkeypatch.setattr(kept_patterns, "_parts", None)  # it is not compiled again
    assert _answers(kept_patterns.compiled(source, flags)) == expected


@pytest.mark.parametrize(
    "damage",
    [
        [0, "ff", 10**12, {}],
        [0, "ff", 0, []],
        [0, "ff", -5, {}],
        {"a": 1},
        [],
        7,
        "x",
        [0, "ff", 0, {}],
        [0, "zz", 1, {}],
        [0, "", 1, {"a": 9}],
        [0, "00" * 8, 0],
    ],
)
def test_a_damaged_one_counts_as_none(damage: object) -> None:
    source, flags = PATTERNS[0]
    # What damages the file must know its name.
    cache.save(kept_patterns._key(), {f"{flags} {source}": damage})
    assert _answers(kept_patterns.compiled(source, flags)) == _answers(re.compile(source, flags))


def test_nothing_is_written_where_nothing_is_new(tmp_path: Path) -> None:
    kept_patterns.keep()
    assert os.listdir(tmp_path) == []


def test_a_wrong_pattern_is_the_mistake_it_is_to_re() -> None:
    with pytest.raises(re.error):
        kept_patterns.compiled("(a")
