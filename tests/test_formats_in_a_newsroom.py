"""What an editor meets who keeps Word files, pages and archives beside text: init, changes, counts, standard input."""

import gzip
import io
import subprocess
import sys

import pytest
from documents import docx, example_docx, odt, paragraph

from newslint.base.yamltext import load
from newslint.engine.workspace import Workspace
from newslint.run.one_file import Checker
from newslint.run.outcome import StoryFile

PAGE = (
    '<!doctype html><html lang="en"><head><title>Mill opens</title></head><body><article><h1>Mill opens</h1>'
    '<p class="a">The mill by the river opened on Monday after nine years, the town of Ely said in a letter.</p>'
    '<p class="a">“We’ll come back,” Ana Silva said, “and so will the the others who saw it.”</p></article></body></html>'
)
DELETED = '<w:del w:id="1" w:author="A"><w:r><w:delText xml:space="preserve">old </w:delText></w:r></w:del>'


def entries(name, data):
    return Checker(Workspace(config_file=None)).check_file(StoryFile(name, data))[1].entries


def git(folder, *arguments):
    subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@b.c", *arguments], cwd=folder, check=True)


def test_init_sees_word_documents_and_what_it_writes_keeps_them(newslint, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bus.docx").write_bytes(example_docx())
    assert newslint("init", "--yes").code == 0
    assert load((tmp_path / "newslint.yaml").read_text()).data["stories"] == ["/*.docx"]
    assert "1 story checked" in newslint("check", ".").out


def test_init_in_an_empty_folder_leaves_open_which_files_are_stories(newslint, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert newslint("init", "--yes").code == 0
    assert "stories" not in load((tmp_path / "newslint.yaml").read_text()).data
    (tmp_path / "bus.docx").write_bytes(example_docx())
    assert "1 story checked" in newslint("check", ".").out


@pytest.mark.parametrize("name", ["a.docx", "a.jsonl.gz"])
def test_of_a_file_that_is_no_text_all_is_checked_where_it_changed(newslint, tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    sound = [f"The council of Ely met for the {n}th time on Monday." for n in range(4, 40)]

    def written(lines):
        if name.endswith(".docx"):
            return docx(*[paragraph(line) for line in lines])
        return gzip.compress(
            "".join(f'{{"headline": "Ely", "text": "{line}"}}\n' for line in lines).encode(), mtime=0
        )

    (tmp_path / name).write_bytes(written(sound))
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "sound")
    (tmp_path / name).write_bytes(written([*sound, "It met on the the hill."]))
    done = newslint("check", name, "--changed", "--format", "json", "--select", "repeated-word")
    assert [finding["match"] for finding in done.report["findings"]] == ["the the"]


def test_files_that_word_has_open_are_passed_over(newslint, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bus.docx").write_bytes(example_docx())
    (tmp_path / "~$bus.docx").write_bytes(b"\x05A. Desk" + b"\0" * 100)
    done = newslint("check", ".", "--exit-zero")
    assert (done.code, "1 story checked" in done.out) == (0, True)


def test_a_report_counts_stories_and_not_files(newslint, tmp_path):
    story = '{"headline": "Ely", "text": "It met on the the hill."}\n'
    (tmp_path / "a.jsonl").write_text(story + story.replace("the the", "the"))
    assert "in 1 of them" in newslint("check", tmp_path / "a.jsonl", "--select", "repeated-word").out
    (tmp_path / "a.jsonl").write_text(story + story)
    assert "in 2 of them" in newslint("check", tmp_path / "a.jsonl", "--select", "repeated-word").out


def test_a_page_under_a_name_for_text_is_read_as_a_page():
    [found] = entries("stdin.txt", PAGE.encode())
    assert (found.rule, found.place.match) == ("repeated-word", "the the")


def test_a_page_on_standard_input_keeps_its_tags(newslint, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PAGE.encode())))
    assert newslint("fix", "-", "--exit-zero").out == PAGE


def test_xml_under_a_name_for_text_is_refused_with_what_to_do():
    _, outcome = Checker(Workspace(config_file=None)).check_file(StoryFile("stdin.txt", b"<?xml version='1.0'?><a/>"))
    assert "--stdin-name story.xml" in outcome.failure


def test_no_fix_crosses_what_somebody_deleted_as_a_tracked_change():
    crossing = docx(paragraph("The board said the ", DELETED, "the route of the bus is closed."))
    beside = docx(paragraph("The board said ", DELETED, "the the route of the bus is closed."))
    [found] = [entry for entry in entries("a.docx", crossing) if entry.rule == "repeated-word"]
    assert found.fixes == ()
    crossing = odt("<text:p>The board said the <text:change/>the route of the bus is closed.</text:p>")
    [found] = [entry for entry in entries("a.odt", crossing) if entry.rule == "repeated-word"]
    assert found.fixes == ()
    [found] = [entry for entry in entries("a.docx", beside) if entry.rule == "repeated-word"]
    assert len(found.fixes) == 1


def test_a_hook_that_is_given_nothing_but_a_template_lets_it_pass_and_says_so(newslint, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "single.html").write_text('<html><body>{{ define "main" }} {{ .Content }}</body></html>')
    done = newslint("check", "single.html", "--force-exclude")
    assert (done.code, "1 file has no story in it" in done.out) == (0, True)
    assert newslint("check", "single.html").code == 2
    assert newslint("check", ".").code == 2
