"""What was found is remembered for unchanged stories, and never given as an answer to anything else."""

import json
import os
import random
import time
from pathlib import Path

import pytest
from fuzz.counts import SEED, cases
from helpers import FAULTY, RULE_FILE

from newslint.base import kept_patterns
from newslint.base.environment import installed
from newslint.base.text import Position, Span
from newslint.model.finding import Entry, Fix, Frame, LocatedEdit, LocatedFix, Place
from newslint.run import cache_files as results
from newslint.run.one_file import Checker
from newslint.run.outcome import Outcome, frozen, revived

HOUSE_RULE = RULE_FILE.format(id="no-marrow", kind="existence", topic="language")


@pytest.fixture
def counted(monkeypatch):
    """How many stories were really checked."""
    checked = []
    really = Checker.check_file

    def count(checker, file):
        checked.append(file.path)
        return really(checker, file)

    monkeypatch.setattr(Checker, "check_file", count)
    return checked


@pytest.fixture
def desk(newsroom):
    (newsroom / "newslint.yaml").write_text("rules: {}\n", encoding="utf-8")
    (newsroom / "a.txt").write_text(FAULTY, encoding="utf-8")
    return newsroom


def test_an_unchanged_story_is_not_checked_again_and_gives_the_same_report(desk, newslint, counted):
    first = newslint("check", "a.txt", "--format", "json")
    again = newslint("check", "a.txt", "--format", "json")
    assert counted == ["a.txt"]
    assert (first.out, first.code) == (again.out, again.code)
    assert "repeated-word" in first.rules
    assert (desk / ".newslint_cache" / ".gitignore").read_text() == "*\n"


def change_story(desk):
    (desk / "a.txt").write_text(FAULTY + "\nIt rained.\n", encoding="utf-8")


def change_rule_setting(desk):
    (desk / "newslint.yaml").write_text("rules: {repeated-word: off}\n", encoding="utf-8")


def change_option(desk):
    (desk / "newslint.yaml").write_text("rules: {lede-length: {max-words: 3}}\n", encoding="utf-8")


def change_house_rule(desk):
    (desk / "newslint.yaml").write_text("rule-files: [desk/]\n", encoding="utf-8")
    (desk / "desk").mkdir()
    (desk / "desk" / "no-marrow.yaml").write_text(HOUSE_RULE, encoding="utf-8")


@pytest.mark.parametrize("change", [change_story, change_rule_setting, change_option, change_house_rule])
def test_a_change_is_seen(desk, newslint, counted, change):
    newslint("check", "a.txt")
    change(desk)
    newslint("check", "a.txt")
    assert len(counted) == 2


def test_a_change_inside_a_rule_file_or_a_style_is_seen(desk, newslint, counted):
    change_house_rule(desk)
    (desk / "house.yaml").write_text("rules: {}\n", encoding="utf-8")
    (desk / "newslint.yaml").write_text("extends: house.yaml\nrule-files: ['desk/*.yaml']\n", encoding="utf-8")
    newslint("check", "a.txt")
    (desk / "desk" / "no-marrow.yaml").write_text(
        HOUSE_RULE.replace("[marrow]", "[bridge]", 1).replace("a [[marrow]]", "a [[bridge]]"), encoding="utf-8"
    )
    assert "no-marrow" in newslint("check", "a.txt", "--format", "json").rules
    (desk / "house.yaml").write_text("rules: {no-marrow: off}\n", encoding="utf-8")
    assert "no-marrow" not in newslint("check", "a.txt", "--format", "json").rules
    (desk / "desk" / "more.yaml").write_text(HOUSE_RULE.replace("no-marrow", "no-leek"), encoding="utf-8")
    newslint("check", "a.txt")
    assert len(counted) == 4


def test_other_arguments_and_no_cache_are_seen(desk, newslint, counted):
    for extra in (
        (),
        ("--select", "language"),
        ("--min-confidence", "low"),
        ("--fail-on", "error"),
        ("--no-cache",),
        ("--no-cache",),
    ):
        newslint("check", "a.txt", *extra)
    assert len(counted) == 6


def test_a_plugins_version_and_its_code_are_seen(newsroom, install, newslint, counted):
    # a text of its own: stories that no configuration stands above share a cache, with those of other tests too
    (newsroom / "a.txt").write_text(FAULTY.replace("bridge", "viaduct"), encoding="utf-8")
    code = "from newslint import Rule, Good, Bad\nclass Odd(Rule):\n    'because'\n    id, topic, message = 'acme/odd', 'language', 'odd'\n    examples = (Good('a'), Bad('[[a]]'))\n    def check(self, story):\n        yield from ()\n@hookimpl\ndef register_rules():\n    return [Odd]\n"
    newslint("check", "a.txt")
    install(code, version="2.1")
    newslint("check", "a.txt")
    assert [plugin.version for plugin in installed()] == ["2.1"]
    site = newsroom / ".site"
    (site / "newslint_acme-2.1.dist-info").rename(site / "newslint_acme-2.2.dist-info")
    (site / "newslint_acme-2.2.dist-info" / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: newslint_acme\nVersion: 2.2\n"
    )
    done = newslint("check", "a.txt")
    assert (done.code, len(counted)) == (1, 3), done.err
    module = site / "newslint_acme" / "__init__.py"
    module.write_text(module.read_text() + "\n", encoding="utf-8")
    os.utime(module, ns=(time.time_ns(), time.time_ns()))
    newslint("check", "a.txt")
    assert len(counted) == 4


def test_what_goes_by_today_holds_for_today_only(desk, newslint, counted, monkeypatch):
    change_house_rule(desk)
    path = desk / "desk" / "no-marrow.yaml"
    path.write_text(HOUSE_RULE + "since: 2019-01-01\n", encoding="utf-8")
    newslint("check", "a.txt")
    newslint("check", "a.txt")
    assert len(counted) == 1
    from newslint.run import cache as shelf

    class Tomorrow(shelf.Date):
        @classmethod
        def today(cls):
            return cls(2999, 1, 1)

    monkeypatch.setattr(shelf, "Date", Tomorrow)
    newslint("check", "a.txt")
    assert len(counted) == 2


def test_a_mistake_in_the_configuration_is_told_every_time(desk, newslint):
    newslint("check", "a.txt")
    (desk / "newslint.yaml").write_text("rulez: {}\n", encoding="utf-8")
    for _ in range(2):
        assert newslint("check", "a.txt").code == 2


@pytest.mark.parametrize("damage", [b"", b"\xff\xfe", b"abc def\n", b"x" * 40 + b" " + b"y" * 32 + b" [1,2\tnull\n"])
def test_a_damaged_cache_only_costs_time(desk, newslint, counted, damage):
    first = newslint("check", "a.txt", "--format", "json")
    for file in (desk / ".newslint_cache").glob("results-*"):
        key, digest, _ = file.read_bytes().split(b" ", 2)
        file.write_bytes(damage.replace(b"x" * 40, key).replace(b"y" * 32, digest))
    assert newslint("check", "a.txt", "--format", "json").out == first.out
    assert len(counted) == 2


def test_a_cache_that_cannot_be_written_is_done_without(desk, newslint, counted):
    (desk / ".newslint_cache").write_text("a file stands here")
    for _ in range(2):
        assert "repeated-word" in newslint("check", "a.txt", "--format", "json").rules
    assert len(counted) == 2


def test_facts_of_several_stories_are_remembered_too(newsroom, newslint, counted):
    line = "Tap here to hear the whole of this week in brief"
    for n in range(6):
        body = f"Head of story {n}\n\nThe council met on day {n} of the week to talk about its cellars.\n\n{line}\n\nIt will meet again.\n"
        (newsroom / f"{n}.txt").write_text(body, encoding="utf-8")
    select = ("--select", "repeated-line", "--format", "json")
    runs = [newslint("check", ".", *select).out for _ in range(3)]
    assert len(counted) == 6
    assert len(set(runs)) == 1
    (newsroom / "0.txt").write_text("Head of story 0\n\nNothing.\n", encoding="utf-8")
    assert "in 5 of the stories" in newslint("check", ".", *select).out
    assert len(counted) == 7
    assert newslint("check", "1.txt", *select).rules == []
    assert newslint("check", "1.txt", "--corpus", *select).rules == ["repeated-line"]


def test_clean_removes_what_is_remembered(desk, newslint):
    newslint("check", "a.txt")
    assert "removed" in newslint("clean").out
    assert not (desk / ".newslint_cache").exists()


def test_clean_leaves_what_newslint_did_not_write(desk, newslint, tmp_path, monkeypatch):
    own = tmp_path / "things"
    own.mkdir()
    (own / "mine.json").write_text("{}")
    (own / "notes").mkdir()
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(own))
    assert "removed 0 caches" in newslint("clean").out
    newslint("check", "a.txt")
    assert len(list(own.iterdir())) > 2
    (desk / ".newslint_cache" / "mine.txt").write_text("kept")
    assert "removed 2 caches" in newslint("clean").out
    assert sorted(path.name for path in own.iterdir()) == ["mine.json", "notes"]
    assert (desk / ".newslint_cache" / "mine.txt").exists()


def test_a_file_of_the_cache_that_has_grown_is_written_anew(tmp_path):
    store = results.ResultFiles(str(tmp_path / "kept"))
    key = results.key_of("a.txt", "ground")
    for n in range(400):
        store.put(key, f"{n:032}", Outcome("a.txt", facts=()))
    store.close()
    (file,) = Path(store.folder).glob("results-*")
    assert len(file.read_text().splitlines()) == 400
    assert results.ResultFiles(store.folder).get("a.txt", key, f"{399:032}", "", facts=True) == Outcome("a.txt")
    assert len(file.read_text().splitlines()) == 1


def test_an_outcome_comes_back_from_json_as_it_was():
    at = Place("a.txt", Position(0, 1, 1), Position(3, 1, 4), "Ééé", "here")
    fix = LocatedFix("mend", "safe", (LocatedEdit(Position(0, 1, 1), Position(1, 1, 2), "x"),))
    entry = Entry("r", "language", "error", "high", "said", at, (at,), (fix,), Frame("a line", Span(0, 3)), "label")
    whole = Outcome(
        "a.txt",
        (entry, entry._replace(frame=None)),
        (("r", "k", {"n": 1}),),
        ((0, 2, ("all",), ("to to",)),),
        True,
        "2026-01-01",
    )
    assert revived(json.loads(json.dumps(frozen(whole)))) == whole
    assert Fix("t", ()).safety == "offer"


def test_damaged_facts_are_collected_again(newsroom, newslint, counted):
    for n in range(6):
        body = f"Head of story {n}\n\nThe council met on day {n} about the attics of its hall.\n\nHear the week in brief here at six\n\nIt left.\n"
        (newsroom / f"{n}.txt").write_text(body, encoding="utf-8")
    (newsroom / "newslint.yaml").write_text("rules: {}\n", encoding="utf-8")
    first = newslint("check", ".", "--format", "json")
    assert first.rules.count("repeated-line") == 1
    kept = newsroom / ".newslint_cache"
    for file in kept.glob("results-*"):
        file.write_text(file.read_text().replace("[[", "[{", 1).replace("\t[", "\t[7,"))
    for judged in ("[]", "{", '{"key": 1}'):
        (kept / "judged.txt").write_text(judged)
        assert newslint("check", ".", "--format", "json").out == first.out


def test_an_outcome_with_damaged_findings_is_worked_out_again(desk, newslint, counted):
    first = newslint("check", "a.txt", "--format", "json")
    for file in (desk / ".newslint_cache").glob("results-*"):
        file.write_text(file.read_text().replace('"repeated-word"', "3", 1).replace('"language",', "", 1))
    assert newslint("check", "a.txt", "--format", "json").out == first.out


def test_a_flipped_bit_changes_no_report(tmp_path_factory, newsroom, newslint, monkeypatch):
    """Also in what is kept of configurations and patterns, in names of files, in cut and doubled lines."""
    own = tmp_path_factory.mktemp("kept")  # not among the stories: a file renamed to .txt would be one
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(own))
    (newsroom / "newslint.yaml").write_text("rules: {}\nstories: ['*.txt']\n", encoding="utf-8")
    for n in range(4):
        (newsroom / f"{n}.txt").write_text(
            f"{FAULTY}\nIt rained {n} days.\n\nOur paper thanks its readers\n", "utf-8"
        )
    right = newslint("check", ".", "--format", "json")
    assert right.code == 1
    places = [path for top in (own, newsroom / ".newslint_cache") for path in sorted(top.rglob("*"))]
    whole = {path: path.read_bytes() for path in places if path.is_file() and path.name != ".gitignore"}
    chance = random.Random(SEED)
    wrong = []
    for n in range(cases(100, 1000)):
        path = chance.choice(list(whole))
        data = bytearray(whole[path])
        spot = chance.randrange(len(data))
        data[spot] ^= 1 << chance.randrange(8)
        path.write_bytes({0: bytes(data[:spot]), 1: bytes(data) + whole[path]}.get(n % 10, bytes(data)))
        if n % 10 == 2:
            path.rename(path.with_name(chance.choice([other.name for other in whole])))
        remembered = {key: value for key, value in vars(kept_patterns).items() if hasattr(value, "cache_clear")}
        for function in remembered.values():
            function.cache_clear()
        done = newslint("check", ".", "--format", "json")
        if (done.code, done.out) != (right.code, right.out):
            wrong.append((n, path.name, spot, done.err[-300:]))
        for each, data in whole.items():
            each.parent.mkdir(parents=True, exist_ok=True)
            each.write_bytes(data)
    assert not wrong, wrong[:3]
