"""Lines that several stories of a run have in common."""

import json

import pytest
from helpers import markdown, plain
from hypothesis import given
from hypothesis import strategies as st

from newslint.base.text import Source
from newslint.checks.repeated_line import RepeatedLine
from newslint.model.story import Story

RULE = RepeatedLine()


def run(stories: list[Story], rule: RepeatedLine = RULE):
    facts = {}
    for one in stories:
        for key, fact in rule.collect(one):
            json.dumps(fact)
            facts[key] = rule.merge(facts[key], fact) if key in facts else fact
    return [entry for key, fact in facts.items() for entry in rule.judge(key, fact)]


def copies(line: str, n: int) -> list[Story]:
    return [
        plain(f"Story number {k} of the harbour\n\nIt rained {k} days.\n\n{line}\n", f"{k}.txt") for k in range(n)
    ]


def test_line_of_five_stories_is_found_once_in_each():
    entries = run(copies("Hear the Harbour Hour every Friday", 5))
    assert [entry.place.path for entry in entries] == [f"{k}.txt" for k in range(5)]
    assert {entry.place.match for entry in entries} == {"Hear the Harbour Hour every Friday"}
    assert {(entry.place.start.line, entry.place.start.column) for entry in entries} == {(5, 1)}
    assert all(entry.related for entry in entries)
    assert "5 of the stories" in entries[0].message


def test_line_of_four_stories_is_not_found_unless_asked():
    assert run(copies("Hear the Harbour Hour every Friday", 4)) == []
    assert len(run(copies("Hear the Harbour Hour every Friday", 4), RULE.configure({"stories": 4}))) == 4


def test_line_that_one_story_repeats_counts_once():
    assert run([plain("Article content\n" * 200)] * 4) == []


@pytest.mark.parametrize("line", ["Yes.", "“No.”", "12", "* * *", "What else?"])
def test_short_answers_and_signs_are_not_residue(line):
    assert run(copies(line, 6)) == []


def test_a_storys_own_headline_is_no_residue():
    body = "The wall gave way on Tuesday night after three days of rain, the mayor said on Wednesday."
    assert run([plain(f"Harbour wall gives way again\n\n{body} ({k})\n", f"{k}.txt") for k in range(6)]) == []


def test_headings_that_are_marked_as_such_may_recur():
    posts = [f"---\ntitle: Post {k}\n---\n\nIt rained {k} days.\n\n## What we learned\n\nMuch.\n" for k in range(6)]
    assert run([markdown(post, f"{k}.md") for k, post in enumerate(posts)]) == []


def sites(folder, n):
    line = "Hear the Harbour Hour every Friday"
    return [
        plain(f"Story {k} of the harbour\n\nIt rained {k} days.\n\n{line}\n", f"{folder}/{k}.txt") for k in range(n)
    ]


def test_each_site_counts_by_itself():
    both = [*sites("content/courier/news", 2), *sites("content/courier/sport", 2), *sites("content/herald/news", 3)]
    assert len(run(both)) == 7
    by_folder = RULE.configure({"site": "content/*"})
    assert run(both, by_folder) == []
    more = [*both, *sites("content/courier/arts", 1)]
    assert [entry.place.path.split("/")[1] for entry in run(more, by_folder)] == ["courier"] * 5


def test_a_site_may_stand_in_the_metadata():
    heads = [f"---\ntitle: Story {n}\nsite: {'courier' if n < 4 else 'herald'}\n---\n\n" for n in range(8)]
    posts = [
        markdown(f"{head}It rained {n} days.\n\nHear the Harbour Hour every Friday\n", f"{n}.md")
        for n, head in enumerate(heads)
    ]
    assert len(run(posts)) == 8
    assert run(posts, RULE.configure({"site": "site"})) == []


def test_lines_that_the_house_repeats_may_be_named():
    stories = copies("In brief", 5)
    assert len(run(stories)) == 5
    assert run(stories, RULE.configure({"keep": ["In Brief"]})) == []


@pytest.mark.parametrize("line", ["LONDON (Reuters) -", "SALTMERE, March 12 —"])
def test_a_dateline_is_no_residue(line):
    assert run(copies(line, 6)) == []


@pytest.mark.parametrize("gap", ["\n\n", "\r\n", "\r", "\n\r\n \n"])
def test_places_are_those_of_the_lines(gap):
    line = "Hear the Harbour Hour every Friday"
    entries = run([plain(gap.join(("Head of it", f"It rained {k} days.", line, "")), f"{k}.txt") for k in range(5)])
    text = gap.join(("Head of it", "It rained 0 days.", line, ""))
    assert entries[0].place.start == Source("0.txt", text).lines.position(text.index(line))


FACTS = st.builds(
    lambda paths: [len(paths), [[path, 0, 1, 1] for path in sorted(paths)]],
    st.sets(st.text(alphabet="abc", min_size=1, max_size=4), min_size=1, max_size=4),
)


@given(FACTS, FACTS, FACTS)
def test_merging_is_associative_and_commutative(a, b, c):
    assert RULE.merge(a, b) == RULE.merge(b, a)
    assert RULE.merge(RULE.merge(a, b), c) == RULE.merge(a, RULE.merge(b, c))


def write(folder, line: str, n: int = 6) -> None:
    for k in range(n):
        text = f"Story {k} of the harbour\n\nIt rained {k + 2} days, the harbour master of the old town said on Monday.\n\n"
        (folder / f"{k}.txt").write_text(f"{text}{line}\n\nIt will rain again.\n", encoding="utf-8")


def test_a_run_says_a_line_once_with_its_other_places(tmp_path, newslint, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write(tmp_path, "Hear the Harbour Hour every Friday at six")
    found = [
        f for f in json.loads(newslint("check", ".", "--format", "json").out)["findings"] if f["rule"] == RULE.id
    ]
    assert [len(finding["related"]) for finding in found] == [5]


def test_a_finding_of_the_same_line_tells_of_the_other_stories_instead(tmp_path, newslint, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write(tmp_path, "Advertisement")
    found = json.loads(newslint("check", ".", "--format", "json").out)["findings"]
    assert [finding["rule"] for finding in found] == ["ad-label"] * 6
    assert {place["label"] for finding in found for place in finding["related"]} == {"the same line, in 6 stories"}


def test_the_value_of_a_field_is_no_line():
    posts = [f"---\ntitle: Post {k}\nsection: content\n---\n\nIt rained {k} days.\n" for k in range(6)]
    assert run([markdown(post, f"{k}.md") for k, post in enumerate(posts)]) == []
