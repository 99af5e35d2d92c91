"""Patterns kept on disk match as those that `re` compiles, and a damaged file counts as none."""

from __future__ import annotations

import json
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


def _kept_whole() -> tuple[str, list[object], bytes]:
    """The name of the one pattern that is kept, what is kept about it, and its code."""
    kept_patterns.compiled(*PATTERNS[0])
    kept_patterns.keep()
    _forget()
    index, code = kept_patterns._kept()  # what damages the file must know its form
    (key,) = index
    return key, index[key], bytes(code)


@pytest.mark.parametrize(
    "damage",
    [
        [0, 10**12, {}, 0, 8],
        [0, 0, [], 0, 8],
        [0, -5, {}, 0, 8],
        {"a": 1},
        [],
        7,
        "x",
        [0, 0, {}, 0, 8],
        [0, 1, {}, 0, 7],
        [0, 1, {"a": 9}, 0, 0],
        [0, 1, {}, 0, 10**9],
        [0, 1, {}, "x", None],
        [0, 1, {}, 8],
        None,
    ],
)
def test_a_damaged_one_counts_as_none(damage: object) -> None:
    key, _, code = _kept_whole()
    index = json.dumps({key: damage}).encode()
    # what damages the file must know its name
    cache.save_bytes(kept_patterns._key(), len(index).to_bytes(4, "big") + index + code)
    _forget()
    assert list(kept_patterns._kept()[0]) == [key]  # the damage must not hide it
    assert _answers(kept_patterns.compiled(*PATTERNS[0])) == _answers(re.compile(*PATTERNS[0]))


@pytest.mark.parametrize("damage", [b"", b"\0", b"\0\0\0\x02[]", b"\xff" * 9, b"\0\0\0\x02{}", b"\0\0\0\x01{}"])
def test_a_damaged_file_counts_as_none(damage: bytes) -> None:
    cache.save_bytes(kept_patterns._key(), damage)  # what damages the file must know its name
    assert _answers(kept_patterns.compiled(*PATTERNS[0])) == _answers(re.compile(*PATTERNS[0]))


def test_what_is_kept_stays_where_more_is_added(monkeypatch: pytest.MonkeyPatch) -> None:
    for source, flags in PATTERNS:
        kept_patterns.compiled(source, flags)
        kept_patterns.keep()
        _forget()
    monkeypatch.setattr(kept_patterns, "_parts", None)  # none is compiled again
    for source, flags in PATTERNS:
        assert _answers(kept_patterns.compiled(source, flags)) == _answers(re.compile(source, flags))


def test_nothing_is_written_where_nothing_is_new(tmp_path: Path) -> None:
    kept_patterns.keep()
    assert os.listdir(tmp_path) == []


def test_a_wrong_pattern_is_the_mistake_it_is_to_re() -> None:
    with pytest.raises(re.error):
        kept_patterns.compiled("(a")


def test_the_oldest_fall_off_where_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_patterns, "MOST", 5)
    for n in range(0, 8, 2):
        kept_patterns.compiled(f"a{n}")
        kept_patterns.compiled(f"a{n + 1}")
        kept_patterns.keep()
        _forget()
    index, _ = kept_patterns._kept()  # what is kept has no other door
    assert len(index) == 5
    compiled: list[str] = []
    parts = kept_patterns._parts  # to see what is compiled again
    monkeypatch.setattr(
        kept_patterns, "_parts", lambda source, flags: (compiled.append(source), parts(source, flags))[1]
    )
    for n in range(8):
        kept_patterns.compiled(f"a{n}")
    assert len(compiled) == 3
    assert {"a6", "a7"}.isdisjoint(compiled)
