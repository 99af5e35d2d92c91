"""The cache gives back what was kept, and a damaged, missing or forbidden one only costs time."""

import datetime
from pathlib import Path

import pytest

from newslint.base import cache
from newslint.base.errors import ConfigError
from newslint.base.schema import documents


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "kept"))
    return tmp_path / "kept"


def test_plain_data_and_dates_come_back(place):
    value = [{"a": [1, "é", None], "d": datetime.date(2026, 11, 22)}]
    cache.save("k", value)
    assert cache.load("k") == value
    assert [p.name for p in place.iterdir()] == ["k.json"]


@pytest.mark.parametrize("damage", [b"", b"[1, ", b"\xff\xfe", b"[" * 100_000])
def test_a_damaged_file_counts_as_none(place, damage):
    cache.save("k", [1])
    (place / "k.json").write_bytes(damage)
    assert cache.load("k") is None


def test_a_folder_that_cannot_be_written_is_done_without(place, monkeypatch):
    place.write_text("a file stands here")
    cache.save("k", [1])
    assert cache.load("k") is None


def test_what_is_no_plain_data_is_not_kept(place):
    cache.save("k", [object()])
    assert cache.load("k") is None


def test_yaml_from_the_cache_still_knows_its_lines(place):
    text = "a: 1\n---\nb:\n  c: 2\n"
    first, again = documents(text, "x", ConfigError), documents(text, "x", ConfigError)
    assert [d.data for d in first] == [d.data for d in again]
    assert again[1].mark("b", "c") == first[1].mark("b", "c")


def test_each_platform_has_its_folder(monkeypatch):
    monkeypatch.delenv("NEWSLINT_CACHE_DIR", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", "/x")
    monkeypatch.setenv("LOCALAPPDATA", "/l")
    for platform, part in (("linux", "x"), ("darwin", "Caches"), ("win32", "l")):
        monkeypatch.setattr("sys.platform", platform)
        assert part in Path(cache.folder()).parts
