"""Files are written whole or not at all, and never through a link that somebody else has laid."""

import os
import stat
import sys

import pytest

from newslint.base import cache
from newslint.base.cache import open_own, why_not_own
from newslint.base.writing import UnwrittenStory, put_back, whole, whole_text, write_new

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")

BAD = "Council closes the bridge\n\nThe council's bridge isn't safe, so it's shut, the mayor’s office said.\n"


def names_in(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_file_that_cannot_be_finished_changes_nothing_and_leaves_nothing(tmp_path):
    (tmp_path / "a").write_text("old")
    with pytest.raises(TypeError), whole(str(tmp_path / "a")) as stream:
        stream.writelines([b"new", "no bytes"])
    assert names_in(tmp_path) == ["a"]
    assert (tmp_path / "a").read_text() == "old"


@pytest.mark.parametrize("bad", ["é\ud800", object()])
def test_text_that_cannot_be_written_changes_nothing(tmp_path, bad):
    (tmp_path / "a").write_text("old")
    with pytest.raises((UnicodeEncodeError, TypeError)), whole_text(str(tmp_path / "a")) as stream:
        stream.writelines(["new", bad])
    assert names_in(tmp_path) == ["a"]
    assert (tmp_path / "a").read_text() == "old"


def test_the_name_of_the_file_being_written_cannot_be_guessed(tmp_path):
    seen = set()
    for _ in range(3):
        with whole(str(tmp_path / "a")) as stream:
            seen |= {name for name in names_in(tmp_path) if name != "a"}
            stream.write(b"new")
    assert len(seen) == 3
    assert all(name.startswith(".newslint-") and len(name) > 30 for name in seen)


def test_a_link_that_stands_where_the_new_file_goes_is_not_followed(tmp_path, monkeypatch):
    (tmp_path / "victim").write_text("mine")
    monkeypatch.setattr(os, "urandom", lambda n: b"0" * n)
    (tmp_path / f".newslint-{(b'0' * 8).hex()}.part").symlink_to("victim")
    with pytest.raises(FileExistsError), whole(str(tmp_path / "a")) as stream:
        stream.write(b"theirs")
    assert (tmp_path / "victim").read_text() == "mine"


def test_a_story_behind_a_link_is_left_as_it_was(tmp_path):
    (tmp_path / "victim").write_bytes(b"old")
    (tmp_path / "a.txt").symlink_to("victim")
    with pytest.raises(UnwrittenStory, match="symbolic link"):
        put_back(str(tmp_path / "a.txt"), b"old", b"new")
    assert (tmp_path / "victim").read_bytes() == b"old"
    assert (tmp_path / "a.txt").is_symlink()


def test_a_new_file_is_not_made_where_a_dangling_link_leads(tmp_path):
    (tmp_path / "a").symlink_to("elsewhere")
    with pytest.raises(FileExistsError):
        write_new(str(tmp_path / "a"), "text")
    with pytest.raises(OSError, match="symbolic link"), whole_text(str(tmp_path / "a")):
        pass
    assert names_in(tmp_path) == ["a"]


def test_a_new_file_has_the_permissions_that_the_person_asks_for(tmp_path):
    before = os.umask(0o027)
    try:
        with whole_text(str(tmp_path / "a")) as stream:
            stream.write("text")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o640


def test_a_folder_to_keep_things_in_is_ones_own_and_no_link(tmp_path, monkeypatch):
    (tmp_path / "own").mkdir()
    (tmp_path / "link").symlink_to("own")
    (tmp_path / "file").write_text("")
    assert why_not_own(str(tmp_path / "own")) == why_not_own(str(tmp_path / "none")) == ""
    assert "link" in why_not_own(str(tmp_path / "link"))
    assert "no folder" in why_not_own(str(tmp_path / "file"))
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    assert "somebody else" in why_not_own(str(tmp_path / "own"))


def test_only_an_ordinary_file_of_ones_own_is_kept_in(tmp_path):
    (tmp_path / "a").write_text("text")
    os.close(open_own(str(tmp_path / "a")))
    (tmp_path / "soft").symlink_to("a")
    os.mkfifo(tmp_path / "pipe")
    for name in ("soft", "pipe"):
        for append in (False, True):
            with pytest.raises(OSError):  # noqa: PT011 - of several kinds, by platform
                open_own(str(tmp_path / name), append=append)
    os.link(tmp_path / "a", tmp_path / "hard")
    with pytest.raises(PermissionError):
        open_own(str(tmp_path / "hard"), append=True)


def test_where_links_cannot_be_refused_while_opening_they_are_looked_for_before(tmp_path, monkeypatch):
    (tmp_path / "soft").symlink_to("a")
    monkeypatch.setattr(cache, "_NO_LINK", 0)
    with pytest.raises(OSError, match="symbolic link"):
        open_own(str(tmp_path / "soft"), append=True)
    assert names_in(tmp_path) == ["soft"]


def test_fix_refuses_to_write_through_a_link_and_names_it(newsroom, newslint):
    (newsroom / "repo").mkdir()
    (newsroom / "outside.txt").write_text(BAD, encoding="utf-8")
    (newsroom / "repo" / "a.txt").symlink_to("../outside.txt")
    done = newslint("fix", "repo/a.txt")
    assert done.code == 2
    assert "repo/a.txt: it is a symbolic link" in done.out
    assert (newsroom / "outside.txt").read_text(encoding="utf-8") == BAD


def test_a_link_to_a_story_that_is_fixed_itself_is_no_failure(newsroom, newslint):
    (newsroom / "a.txt").write_text(BAD, encoding="utf-8")
    (newsroom / "b.txt").symlink_to("a.txt")
    done = newslint("fix", ".")
    assert done.code == 0, done.out
    assert (newsroom / "a.txt").read_text(encoding="utf-8") != BAD
    assert (newsroom / "b.txt").is_symlink()
