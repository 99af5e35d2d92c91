"""One person spelled differently in different stories: the same answer in any order, in bounded room."""

import json

import pytest
from helpers import plain
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.analyses.names import across
from newslint.checks.name_drift import NameDrift
from newslint.engine.corpus import Ledger, facts_of
from newslint.engine.workspace import Workspace
from newslint.run import run

RULE = NameDrift()
FIRST = ("Olena", "Jan", "Damien", "Damian", "Justine", "Marta")
LAST = ("Kovalenko", "Kovalenka", "Díaz", "Diaz", "Hollis", "Holis", "Pereira", "Perreira")
people = st.lists(st.tuples(st.sampled_from(FIRST), st.sampled_from(LAST)), min_size=1, max_size=3)


def story(n: int, text: str):
    return plain(text, f"{n:03d}.txt")


def entries(texts, rule=RULE):
    ledger = Ledger(rule, {}, "low")
    for n, text in texts:
        for key, fact in facts_of(rule, {}, story(n, text)):
            ledger.add(key, json.loads(json.dumps(fact)))  # as it comes back from a process, or from the cache
    return sorted(ledger.entries())


def say(names):
    return "".join(f"Mayor {first} {last} of Saltmere opened the Harbour Bridge.\n\n" for first, last in names)


@settings(max_examples=60, deadline=None)
@given(st.lists(people, min_size=2, max_size=6), st.randoms())
def test_the_order_of_stories_does_not_matter(stories, random):
    texts = [(n, say(names)) for n, names in enumerate(stories)]
    shuffled = random.sample(texts, len(texts))
    assert entries(texts) == entries(shuffled)


@settings(max_examples=60, deadline=None)
@given(people, people, people)
def test_merging_is_associative_and_commutative(a, b, c):
    facts = [dict(RULE.collect(story(n, say(names)))) for n, names in enumerate((a, b, c))]
    for key in {key for fact in facts for key in fact}:
        x, y, z = (fact.get(key, []) for fact in facts)
        assert RULE.merge(x, y) == RULE.merge(y, x)
        assert RULE.merge(RULE.merge(x, y), z) == RULE.merge(x, RULE.merge(y, z))


def test_merging_is_associative_past_the_limits(monkeypatch):
    for limit in ("MOST_SPELLINGS", "MOST_PLACES", "MOST_NEAR", "MOST_OTHERS"):
        monkeypatch.setattr(across, limit, 2)
    names = [[(first, last)] for first in ("Jan", "Jana", "Jane", "Janet") for last in ("Diaz", "Dias", "Díaz")]
    facts = [fact for n, each in enumerate(names * 2) for _, fact in RULE.collect(story(n, say(each)))]
    left, right = facts[0], facts[-1]
    for fact in facts[1:]:
        left = RULE.merge(left, fact)
    for fact in reversed(facts[:-1]):
        right = RULE.merge(fact, right)
    assert left == right
    assert len(left) == 2
    assert all(len(spelling.places) <= 2 for spelling in left)


def test_every_story_with_the_odd_form_is_named_and_counted():
    texts = [(n, "Olena Kovalenko spoke.\n") for n in range(5)] + [(n, "Olena Kovalenka left.\n") for n in (7, 8)]
    found = entries(texts)
    assert [entry.place.path for entry in found] == ["007.txt", "008.txt"]
    assert found[0].message == (
        "“Olena Kovalenka” is spelled “Olena Kovalenko” in 5 other stories of this run, “Olena Kovalenka” in 2"
    )
    assert found[0].place.match == "Olena Kovalenka"
    assert [place.path for place in found[0].related] == ["000.txt", "001.txt", "002.txt"]


def test_the_usual_form_must_stand_in_so_many_stories():
    texts = [(n, "Olena Kovalenko spoke.\n") for n in range(2)] + [(9, "Olena Kovalenka left.\n")]
    assert entries(texts)
    assert not entries(texts, RULE.configure({"least": 3}))


def test_a_tie_says_so():
    found = entries([(1, "Olena Kovalenko spoke.\n"), (2, "Olena Kovalenka left.\n")])
    assert len(found) == 1
    assert found[0].message == (
        "“Olena Kovalenka” is spelled “Olena Kovalenko” in another story of this run: one of the two is wrong"
    )


@pytest.mark.parametrize("corpus", [False, True])
def test_it_runs_over_a_folder_when_asked_for(tmp_path, corpus):
    for n, name in enumerate(("Kovalenko", "Kovalenko", "Kovalenka")):
        (tmp_path / f"{n}.txt").write_text(f"Olena {name} opened the bridge on Monday.\n\nIt rained.\n")
    (tmp_path / "newslint.yaml").write_text("rules: {name-drift: warning}\n")
    request = run.Request(Workspace(), corpus=corpus, cache=False)
    paths = [str(tmp_path / "2.txt")] if corpus else [str(tmp_path)]
    found = [e for e in run.check(request, paths).report.entries if e.rule == "name-drift"]
    assert [e.place.match for e in found] == ["Olena Kovalenka"]
