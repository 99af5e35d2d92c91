"""Rules that are off wait unread, and are there all the same for whoever asks for them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from newslint import RuleError
from newslint.base import cache
from newslint.base.text import Source
from newslint.config.profile import Profile
from newslint.config.settings import Settings
from newslint.engine.engine import Engine
from newslint.engine.workspace import Workspace
from newslint.kinds.base import KindRule
from newslint.model.rule import Rule
from newslint.rulebook import cards, file_cards, pack, plugins
from newslint.rulebook.cards import Card
from newslint.rulebook.waiting import Rules, Sought, Waiting

OWN = plugins.load("")


@pytest.fixture(scope="module")
def kept_before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache as the second start finds it."""
    folder = tmp_path_factory.mktemp("kept")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEWSLINT_CACHE_DIR", str(folder))
        pack.load(OWN)
    return folder


@pytest.fixture(autouse=True)
def _kept(tmp_path: Path, kept_before: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(kept_before, tmp_path / "kept")
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "kept"))


def waiting(rules: pack.Pack) -> set[str]:
    return {rule_id for rule_id, known in rules.rules.known.items() if isinstance(known, Waiting)}


def profile(select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> Profile:
    return Workspace(Settings(select=select, ignore=ignore)).config("").profile("a.txt")


def test_what_waits_says_of_itself_what_the_rule_says() -> None:
    rules = pack.load(OWN)
    ids = waiting(rules)
    assert len(ids) > 10
    for rule_id in ids:
        known, rule = rules.rules.known[rule_id], rules.rules[rule_id]
        for name in ("id", "topic", "origin", "aliases", "axis", "about_names", "default"):
            assert getattr(known, name) == getattr(rule, name), f"{rule_id}: {name}"
        assert rules.rules[rule_id] is rule  # it is made once


def test_what_waits_and_is_on_says_what_the_rule_looks_for() -> None:
    rules = pack.load(OWN)
    on = [known for known in rules.rules.known.values() if isinstance(known, Waiting) and known.default]
    assert len(on) > 10
    for known in on:
        rule = rules.rules[known.id]
        assert known.sought is not None
        assert known.yields_to == rule.yields_to
        if isinstance(rule, KindRule) and rule.needles():
            assert known.sought == Sought(tuple(rule.needles()), rule.zones, rule.in_quotes)
            assert rule.waits_for_hits
            continue
        assert known.sought.need is (rule.needs or None)
        assert [needle.text for needle in known.sought.needles] == list(type(rule).gate())
        if not isinstance(rule, KindRule):
            assert (known.when, known.unless) == (as_json(rule.when), as_json(rule.unless))
            assert rule.needs or type(rule).gate() or "format" in rule.when


def as_json(conditions: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    return {key: list(values) for key, values in conditions.items()}


def test_rules_that_wait_find_what_they_find_when_all_are_made() -> None:
    workspace = Workspace(Settings())
    waiting, ready = Engine(profile()), Engine(profile()._replace(held=Rules(profile().rules)))
    seen = set()
    for rule in ready.profile.rules:
        example = next(each for each in rule.examples if each.verdict == "bad")
        name = f"a.{'md' if example.format == 'markdown' else 'txt'}"
        found, expected = (
            engine.check(workspace.story(Source(name, example.text), engine)) for engine in (waiting, ready)
        )
        assert found == expected
        seen |= {finding.rule for finding in found}
    assert len(seen) > 50


def test_packs_with_and_without_cards_are_the_same(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with_cards = pack.load(OWN)
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "empty"))
    without = pack.load(OWN)
    assert not [rule for rule in waiting(without) if without.rules.known[rule].origin.startswith("newslint.")]
    off = {rule for rule in waiting(with_cards) if not with_cards.rules.known[rule].default}
    files = {rule for rule in off if with_cards.rules.known[rule].origin.endswith(".yaml")}
    assert len(files) > 100
    assert waiting(without) == files  # the lines of a file say all of a rule that is off
    assert list(with_cards.rules) == list(without.rules)
    assert with_cards.topics == without.topics
    assert with_cards.known == without.known
    assert with_cards.resolve("facts") == without.resolve("facts")


def test_one_that_is_asked_for_runs_and_the_others_go_on_waiting() -> None:
    assert "dead-speaker" not in {rule.id for rule in profile().rules}
    assert [rule.id for rule in profile(select=("dead-speaker",)).rules] == ["dead-speaker"]
    assert not profile(select=("dead-speaker",), ignore=("dead-speaker",)).rules
    workspace = Workspace(Settings(select=("dead-speaker",)))
    workspace.config("").profile("a.txt")
    left = waiting(workspace.config("").pack)
    assert "dead-speaker" not in left
    assert "money-sum" in left


def test_a_rule_of_the_same_name_is_refused_as_ever() -> None:
    rules = pack.load(OWN)
    assert "money-sum" in waiting(rules)
    with pytest.raises(RuleError, match="two rules are called “money-sum”"):
        rules.add(rules.rules["money-sum"])


def modules(folder: Path) -> list[tuple[str, str]]:
    return [("newslint.checks.money_sum", str(folder / "money_sum.py"))]


def written(folder: Path, text: str = "1") -> None:
    (folder / "money_sum.py").write_text(text)


def test_a_card_holds_as_long_as_its_file_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "cards"))
    written(tmp_path)
    assert [type(each) for each in cards.rules_of(modules(tmp_path))] == [type(Rule)]
    (card,) = cards.rules_of(modules(tmp_path))
    assert isinstance(card, Card)
    assert card.id == "money-sum"
    written(tmp_path, "12")
    assert [type(each) for each in cards.rules_of(modules(tmp_path))] == [type(Rule)]
    os.utime(tmp_path / "money_sum.py", ns=(1, 1))
    assert [type(each) for each in cards.rules_of(modules(tmp_path))] == [type(Rule)]
    assert [type(each) for each in cards.rules_of(modules(tmp_path))] == [Card]


CARD = ["newslint.checks.money_sum", "MoneySum", "", "money-sum", "facts", [], "", False, False, [], [], {}, {}, []]
DAMAGED = [[[*CARD[:n], wrong, *CARD[n + 1 :]]] for n in range(1, len(CARD)) for wrong in (None, 1, {"a": 1}, [1])]


@pytest.mark.parametrize("damage", [{}, [1], [[]], [["newslint.checks.money_sum"] * 5], None, "x", *DAMAGED])
def test_damaged_cards_count_as_none(damage: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "cards"))
    saved: list[str] = []
    save: Callable[..., None] = cache.save
    monkeypatch.setattr(cache, "save", lambda key, value: (saved.append(key), save(key, value)))
    written(tmp_path)
    list(cards.rules_of(modules(tmp_path)))
    if isinstance(damage, list) and damage and isinstance(damage[0], list) and len(damage[0]) == len(CARD):
        status = (tmp_path / "money_sum.py").stat()
        state = f"{status.st_size} {status.st_mtime_ns}"
        damage = [[state if n == 2 and each == "" else each for n, each in enumerate(damage[0])]]
    save(saved[0], damage)
    assert [type(each) for each in cards.rules_of(modules(tmp_path))] == [type(Rule)]


def test_checkouts_that_share_a_cache_have_their_own_cards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "cards"))
    written(tmp_path)
    list(cards.rules_of(modules(tmp_path)))
    monkeypatch.setattr(cards, "HERE", "/elsewhere/newslint")
    assert [type(each) for each in cards.rules_of(modules(tmp_path))] == [type(Rule)]


def test_rules_are_a_mapping_of_all_of_them() -> None:
    rules = Rules()
    made = pack.load(OWN).rules["money-sum"]
    rules.known["money-sum"] = Waiting("money-sum", "facts", "", (), "", False, lambda: made)
    assert "money-sum" in rules
    assert len(rules) == 1
    assert dict(rules) == {"money-sum": made}
    assert rules.get("other") is None


def test_a_check_does_not_read_the_files_of_rules_that_are_off(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The council voted on Monday to close the bridge.\n", encoding="utf-8")
    code = (
        "import sys; from newslint.cli import main; main(['check', 'a.txt', '--no-cache']);"
        "print(sorted(m for m in sys.modules if m.startswith('newslint.checks.')))"
    )
    plain = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    run = [sys.executable, "-c", code]
    for _ in range(2):  # the first may write the cards
        done = subprocess.run(run, cwd=tmp_path, env=plain, capture_output=True, text=True, check=True)
    loaded = done.stdout.splitlines()[-1]
    assert "newslint.checks.a_or_an" in loaded
    assert "newslint.checks.money_sum" not in loaded


RULE = "id: an-id\nkind: choice\ntopic: numbers\ndefault: false\n"


@pytest.mark.parametrize(
    ("text", "axis"),
    [
        (RULE, "an-id"),
        (RULE + "axis: an-axis\n", "an-axis"),
        (RULE.replace("choice", "existence"), ""),
        (RULE.replace("false", "true"), None),
        (RULE + "aliases: [other]\n", None),
        (RULE + "---\n" + RULE, None),
        ("topic: numbers\ndefault: false\n", None),
        (RULE.replace("id: an-id", "id: |\n  an-id"), None),
    ],
)
def test_a_card_is_read_off_lines_that_say_all_plainly(
    text: str, axis: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "cards"))
    file = tmp_path / "rule.yaml"
    file.write_text(text)
    for _ in range(2):  # read off the file, then kept
        cards = file_cards.FileCards([str(file)])
        cards.keep([])
        assert [(card.id, card.topic, card.axis) for card in cards.found.values()] == (
            [("an-id", "numbers", axis)] if axis is not None else []
        )


FILE_CARD = ["", "", "money-sum", "facts", "", "existence", [["a", False, False]], ["body"], "skip"]


@pytest.mark.parametrize(
    "damage", [{}, [1], [[]], None, "x", *([[*FILE_CARD[:n], 1, *FILE_CARD[n + 1 :]]] for n in range(9))]
)
def test_damaged_cards_of_files_count_as_none(
    damage: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "cards"))
    monkeypatch.setattr(cache, "load", lambda key: damage)
    file = tmp_path / "rule.yaml"
    file.write_text(RULE)
    assert [card.id for card in file_cards.FileCards([str(file)]).found.values()] == ["an-id"]
