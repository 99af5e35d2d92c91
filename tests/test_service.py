"""The service behind all doors: limits of time and size, fixes accepted by name, and requests to leave alone."""

import pytest

from newslint.base.errors import NewslintError
from newslint.service import service as module
from newslint.service.limits import NoStoryThere, TookTooLong, TooLarge
from newslint.service.service import Choices, Service, Text

FAULTY = Text("# Bridge closes\n\nThe council agreed to to close it, and the the mayor said so.\n", "a.md")


def names(answer):
    return [each.entry.rule for each in answer.found]


def test_the_first_story_has_more_time_since_rules_and_words_are_read_on_the_way(monkeypatch):
    given = []
    limited = module.limited
    monkeypatch.setattr(module, "limited", lambda source, times: given.append(times) or limited(source, times))
    service = Service(config=None)
    for _ in range(3):
        service.check(FAULTY)
    Service(config=None, warm=True).check(FAULTY)
    assert given == [4, 1, 1, 1]


def test_the_fixes_that_were_accepted_are_made_and_no_others():
    service = Service(config=None)
    first, second = [each for each in service.check(FAULTY).found if each.entry.rule == "repeated-word"]
    changed = service.accept(FAULTY, [second.fingerprint, "gone"])
    assert changed.text == FAULTY.text.replace("the the", "the")
    assert changed.left == ("gone",)
    assert service.check(Text(changed.text, "a.md")).found[0].fingerprint == first.fingerprint


def test_a_finding_is_ignored_with_its_reason_where_the_text_has_a_place():
    service = Service(config=None)
    found = service.check(FAULTY).found
    changed = service.ignore(FAULTY, [each.fingerprint for each in found], "it is a quotation")
    assert "newslint: ignore repeated-word: it is a quotation" in changed.text
    assert service.check(Text(changed.text, "a.md")).found == ()
    plain = Text("Bridge closes\n\nThe council agreed to to close it.\n", "a.txt")
    (one,) = service.check(plain).found
    assert service.ignore(plain, [one.fingerprint], "why").left == (one.fingerprint,)
    pasted = Text(FAULTY.text, format="markdown")  # its path tells of nothing
    names = [each.fingerprint for each in service.check(pasted).found]
    assert "newslint: ignore repeated-word: a song" in service.ignore(pasted, names, "a song").text


def test_what_a_client_has_wrong_is_told(tmp_path):
    service = Service(config=None, root=str(tmp_path), most=100)
    with pytest.raises(TooLarge, match="at most 100"):
        service.check(Text("x" * 101))
    with pytest.raises(NewslintError, match="leads out of the folder"):
        service.check(Text("x", "../a.txt"))
    with pytest.raises(NewslintError, match="unknown story format"):
        service.check(Text("x", format="markdwon"))
    with pytest.raises(NewslintError, match="unknown confidence"):
        service.check(Text("x"), Choices(min_confidence="sure"))
    with pytest.raises(NoStoryThere):
        service.check(Text("{", "a.json"))
    assert "repeated-word" in names(service.check(FAULTY))


def test_how_a_story_is_read_is_worked_out_within_its_time(monkeypatch):
    def forever(story, *, segments):
        while True:
            pass

    service = Service(config=None, warm=True)
    _, (told,) = service.shown(FAULTY)
    assert told["zones"][0]["kind"] == "headline"
    monkeypatch.setenv("NEWSLINT_SECONDS", "0.2")
    monkeypatch.setattr(module, "as_data", forever)
    with pytest.raises(TookTooLong):
        service.shown(FAULTY)


def test_many_names_of_findings_are_never_gone_through_for_each_finding():
    class Names(list):
        def __contains__(self, name):
            raise AssertionError("10,000 names would be compared with 10,000 findings")

    service = Service(config=None, warm=True)
    names = Names(each.fingerprint for each in service.check(FAULTY).found)
    assert service.accept(FAULTY, names).left == ()
    assert service.ignore(FAULTY, names, "a song").left == ()
