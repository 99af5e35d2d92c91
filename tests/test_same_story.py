"""The same story has the same findings, whatever format it comes in, and the same words once it is fixed."""

import pytest
from same_story import COPY, FOUND, WRITERS, written

import newslint
from newslint.engine.workspace import Workspace
from newslint.run.fix_stories import fix_bytes


def found_in(tmp_path, name, data=None):
    ending, first = written(name)
    path = tmp_path / f"story{ending}"
    path.write_bytes(first if data is None else data)
    return path, newslint.check(path)


@pytest.mark.parametrize("name", WRITERS)
def test_the_same_story_has_the_same_findings_in_every_format(tmp_path, name):
    _, found = found_in(tmp_path, name)
    path, data = tmp_path / f"story{written(name)[0]}", Workspace(config_file=None)
    source = data.open(str(path))
    told = {(f.rule, source.text[slice(*f.span)]) for f in found}
    assert told == FOUND


@pytest.mark.parametrize("name", WRITERS)
def test_fixing_it_leaves_the_name_alone_in_every_format(tmp_path, name):
    path, _ = found_in(tmp_path, name)
    done = fix_bytes(Workspace(config_file=None), path.read_bytes(), str(path), offers=True)
    assert not done.failure
    _, left = found_in(tmp_path, name, done.new)
    assert {f.rule for f in left} == {"inconsistent-name"}


@pytest.mark.parametrize("name", WRITERS)
def test_its_headline_its_writer_and_its_paragraphs_are_told_in_every_format(tmp_path, name):
    path, _ = found_in(tmp_path, name)
    story = newslint.read(path)
    [headline] = [zone.text for zone in story.of("headline")]
    assert headline == "Harbour council votes to close the old ferry pier"
    assert any("Nora Field" in zone.text for zone in story.of("byline"))
    assert [zone.text for zone in story.of("body") if zone.text in COPY] == list(COPY)
