"""The baseline: what is known stays silent, wherever it is moved; what is new is told."""

import json
import shutil
from pathlib import Path

import pytest

# How much a finding must tell to be known under another name is asked here of the lines alone.
from newslint.run.baseline import BASELINE_NAME
from newslint.run.known_findings import KnownFinding, tells_enough

NEWSROOM = Path(__file__).parent.parent / "examples" / "newsroom"
FAULTY = """\
Council closes the old bridge

The council voted on Monday to to close the old bridge to lorries, the mayor's office said.

The bridge is 90 years old. Repairs will will take until spring, the engineers said.
"""


def texts(folder):
    return [json.loads(line.rstrip(",")) for line in (folder / BASELINE_NAME).read_text("utf-8").splitlines()[1:-1]]


@pytest.fixture
def known(newsroom, newslint):
    """A newsroom with a faulty story, all of it in the baseline."""
    (newsroom / "newslint.yaml").write_text("min-confidence: medium\n", encoding="utf-8")
    (newsroom / "news").mkdir()
    (newsroom / "news" / "bridge.txt").write_text(FAULTY, encoding="utf-8")
    assert newslint("check").code == 1
    done = newslint("check", "--write-baseline")
    assert done.code == 0, done.err
    assert "2 findings are known in 1 story" in done.out
    return newsroom


def edit(folder, old, new, name="news/bridge.txt"):
    file = folder / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_what_is_known_is_not_told(known, newslint):
    assert newslint("check").code == 0
    assert newslint("check", "--no-cache", "--format", "json").rules == []
    assert newslint("check", "news/bridge.txt").code == 0
    assert newslint("check", "--no-baseline").code == 1


def test_it_is_sorted_one_entry_a_line_with_slashes(known):
    lines = (known / BASELINE_NAME).read_text("utf-8").splitlines()
    assert lines[0] == '{"schema": 1, "findings": ['
    assert lines[-1] == "null]}"
    assert all(line.endswith(",") for line in lines[1:-1])
    assert lines[1:-1] == sorted(lines[1:-1])
    assert json.loads("\n".join(lines))["findings"][0] == {
        "path": "news/bridge.txt", "rule": "repeated-word", "match": "to to",
        "before": "voted on Monday", "after": "close the old",
    }  # fmt: skip


def test_it_holds_from_any_folder(known, newslint, monkeypatch):
    monkeypatch.chdir(known / "news")
    assert newslint("check", "bridge.txt").code == 0
    assert newslint("check", known / "news").code == 0


def test_a_moved_paragraph_stays_known(known, newslint):
    head, first, second = FAULTY.rstrip("\n").split("\n\n")
    (known / "news" / "bridge.txt").write_text(f"{head}\n\n{second}\n\n{first}\n", encoding="utf-8")
    assert newslint("check").code == 0


def test_edits_elsewhere_and_on_one_side_keep_it(known, newslint):
    edit(known, "The bridge is 90 years old.", "The bridge was built in 1936.")
    edit(known, "voted on Monday", "decided last week")
    assert newslint("check").code == 0


def test_an_edit_on_both_sides_makes_it_new(known, newslint):
    edit(known, "voted on Monday to to close the old", "agreed last week to to shut the ageing")
    assert newslint("check", "--format", "json").rules == ["repeated-word"]


def test_a_second_one_like_it_is_new(known, newslint):
    second = "The council voted on Monday to to close the old bridge to lorries and to buses."
    edit(known, "The bridge is", f"{second}\n\nThe bridge is")
    assert newslint("check", "--format", "json").rules == ["repeated-word"]


def test_equal_ones_are_counted(newsroom, newslint):
    line = "They agreed to to come on Monday."
    (newsroom / "a.txt").write_text(
        f"A headline of a story\n\n{line}\n\nMore text came here, too.\n\n{line}\n", "utf-8"
    )
    newslint("check", "--select", "repeated-word", "--write-baseline")
    assert [entry.get("count") for entry in texts(newsroom)] == [2]
    assert newslint("check", "--select", "repeated-word").code == 0
    edit(newsroom, "More text came", f"{line}\n\nMore text came", "a.txt")
    assert newslint("check", "--select", "repeated-word", "--format", "json").rules == ["repeated-word"]


def test_writing_keeps_what_the_run_did_not_look_at(known, newslint):
    (known / "news" / "other.txt").write_text(FAULTY, encoding="utf-8")
    newslint("check", "news/other.txt", "--write-baseline")
    assert {entry["path"] for entry in texts(known)} == {"news/bridge.txt", "news/other.txt"}
    newslint("check", "--select", "missing-dateline", "--write-baseline")
    assert {entry["rule"] for entry in texts(known)} >= {"repeated-word"}
    assert newslint("check").code == 0


def test_what_is_mended_is_told_and_pruned(known, newslint):
    edit(known, "to to", "to")
    assert "1 finding in the baseline is no longer there" in newslint("check", "--statistics").out
    assert "no longer" not in newslint("check", "--select", "missing-dateline", "--statistics").out
    assert newslint("check", "--select", "missing-dateline", "--prune-baseline").code == 0
    assert len(texts(known)) == 2
    done = newslint("check", "--prune-baseline")
    assert done.code == 0
    assert "1 finding is known in 1 story; 1 left it" in done.out
    assert [entry["match"] for entry in texts(known)] == ["will will"]
    assert "no longer" not in newslint("check", "--statistics").out


def test_a_story_that_has_gone_is_pruned(known, newslint):
    (known / "news" / "bridge.txt").unlink()
    (known / "news" / "other.txt").write_text("A headline\n\nSome text came here.\n", encoding="utf-8")
    newslint("check", "news/other.txt", "--prune-baseline")
    assert texts(known) == []


def test_rules_over_several_stories_are_known_too_and_not_pruned_by_a_part(newsroom, newslint):
    shutil.copytree(NEWSROOM, newsroom / "n", ignore=shutil.ignore_patterns(".newslint_cache"))
    newslint("check", "n", "--write-baseline")
    over_several = [entry for entry in texts(newsroom / "n") if entry["rule"] == "repeated-line"]
    assert over_several
    assert newslint("check", "n").code == 0
    newslint("check", "n/wire", "n/news", "--prune-baseline")
    assert [entry for entry in texts(newsroom / "n") if entry["rule"] == "repeated-line"] == over_several


def test_a_line_of_many_stories_is_known_in_each_and_told_of_a_new_one(newsroom, newslint):
    def story(n):
        (newsroom / f"{n}.txt").write_text(f"Day {n} at sea\n\nIt rained {n} days.\n\nOur paper thanks its readers\n")

    for n in range(6):
        story(n)
    select = ("--select", "repeated-line", "--format", "json")
    assert newslint("check", *select).rules == ["repeated-line"]
    newslint("check", "--select", "repeated-line", "--write-baseline")
    assert len(texts(newsroom)) == 6
    assert newslint("check", *select).rules == []
    story(6)
    assert [f["path"] for f in newslint("check", *select).report["findings"]] == ["6.txt"]
    (newsroom / "6.txt").unlink()
    newslint("check", "--select", "repeated-line", "--prune-baseline")
    assert len(texts(newsroom)) == 6


def test_a_run_from_the_cache_gives_the_same(known, newslint):
    for _ in range(2):
        assert newslint("check").code == 0
        assert newslint("check", "--no-baseline").code == 1
    edit(known, "is 90", "is is 90")
    for _ in range(2):
        assert newslint("check", "--format", "json").rules == ["repeated-word"]


def test_what_is_left_alone_decides_how_the_run_ends(known, newslint):
    (known / "newslint.yaml").write_text("rules: {lede-length: {max-words: 5, severity: note}}\n", encoding="utf-8")
    newslint("check", "--write-baseline")
    edit(known, "The bridge is 90", "The bridge is is 90")
    edit(known, "The council voted", "In the end the councillors voted")
    assert newslint("check").code == 1
    edit(known, "is is", "is")
    done = newslint("check", "--format", "json")
    assert (done.code, done.rules) == (0, ["lede-length"])


@pytest.mark.parametrize(("damage", "said"), [
    (lambda text: text.replace('"rule": ', '"rule"; '), "not JSON"),
    (lambda text: text.replace('"match": "to to"', '"match": 7'), "not a finding as newslint writes it"),
    (lambda text: "<<<<<<< ours\n" + text, "not merged"),
    (lambda text: text[:-20], "not JSON"),
    (lambda text: "", "not JSON"),
    (lambda text: "[]", "“findings” with a list is missing"),
    (lambda text: text.replace('"schema": 1', '"schema": 2'), "schema 1"),
    (lambda text: '{"schema": 1, "findings": [{"path": 1}]}', "entry 1"),
    (lambda text: '{"schema": 1, "findings": [' + "[" * 100_000, "nested too deeply"),
])  # fmt: skip
def test_a_damaged_file_is_told_with_its_place(known, newslint, damage, said):
    file = known / BASELINE_NAME
    file.write_text(damage(file.read_text("utf-8")), encoding="utf-8")
    done = newslint("check")
    assert done.code == 2
    assert f"{BASELINE_NAME}" in done.err
    assert said in done.err
    assert "newslint" in done.err.splitlines()[-1]


def test_one_laid_out_by_another_tool_is_read(known, newslint):
    file = known / BASELINE_NAME
    file.write_text(json.dumps(json.loads(file.read_text("utf-8")), indent=4), encoding="utf-8")
    assert newslint("check").code == 0
    file.write_text(file.read_text("utf-8").replace("\n", "\r\n"), encoding="utf-8", newline="")
    assert newslint("check").code == 0


def test_a_line_that_a_merge_doubled_counts_once(known, newslint):
    file = known / BASELINE_NAME
    head, first, *rest = file.read_text("utf-8").splitlines()
    file.write_text("\n".join([head, first, first, *rest]) + "\n", encoding="utf-8")
    assert newslint("check").code == 0
    edit(known, "The bridge is", "The council voted on Monday to to close the old bridge.\n\nThe bridge is")
    assert newslint("check").code == 1


def test_names_with_quotation_marks_and_letters_of_all_kinds(newsroom, newslint):
    (newsroom / "Žlutý „kůň“ 'a'.txt").write_text(FAULTY, encoding="utf-8")
    newslint("check", "--write-baseline")
    assert newslint("check").code == 0


def test_it_needs_whole_runs(known, newslint):
    for option in ("--changed", "--min-confidence=low", "--prune-baseline"):
        assert newslint("check", "--write-baseline", option).code == 2
    assert newslint("check", "-", "--write-baseline").code == 2


def test_there_must_be_one_to_prune_or_count(newsroom, newslint):
    (newsroom / "a.txt").write_text("A headline\n\nSome text.\n", encoding="utf-8")
    assert "--write-baseline" in newslint("check", "--prune-baseline").err
    assert newslint("stats").code == 2
    assert "no baseline is needed" in newslint("check", "--write-baseline").out


def test_a_story_outside_with_no_configuration_has_no_baseline(newsroom, newslint, monkeypatch):
    (newsroom / "a").mkdir()
    (newsroom / "b").mkdir()
    (newsroom / "a" / "story.txt").write_text(FAULTY, encoding="utf-8")
    monkeypatch.chdir(newsroom / "b")
    done = newslint("check", newsroom / "a", "--write-baseline")
    assert done.code == 2
    assert "newslint init" in done.err


def test_what_cannot_be_read_is_told(known, newslint):
    (known / "news" / "bad.txt").write_bytes(b"a\0b")
    done = newslint("check", "--write-baseline")
    assert done.code == 2
    assert "bad.txt" in done.err


def test_stats_count_by_rule_desk_and_month(known, newslint):
    (known / "sport").mkdir()
    (known / "sport" / "match.md").write_text(f"---\ntitle: A title\ndate: 2025-07-09\n---\n\n{FAULTY}", "utf-8")
    (known / "sport" / "2024-02-03-cup.txt").write_text(FAULTY, encoding="utf-8")
    newslint("check", "--write-baseline")
    done = newslint("stats", "--format", "json").report
    assert (done["stories"], done["by_desk"]) == (3, {"sport": 4, "news": 2})
    assert done["by_month"] == {"2025-07": 2, "2024-02": 2, "no date": 2}
    assert done["by_rule"] == {"repeated-word": 6}
    assert newslint("stats", "sport", "--format", "json").report["findings"] == 4
    assert "6 known findings in 3 stories" in newslint("stats").out


def test_what_is_known_is_mended_all_the_same(known, newslint):
    assert newslint("check", "--fix", "--unsafe").code == 0
    left = (known / "news" / "bridge.txt").read_text("utf-8")
    assert "to to" not in left
    assert "in the baseline" not in newslint("check").out


def test_how_much_is_held_back_is_said(known, newslint):
    assert "2 known findings are in the baseline and not shown" in newslint("check").out
    assert "known" not in newslint("check", "--no-baseline").out


def test_many_stories_and_few_are_looked_up_alike(newsroom, newslint):
    names = [f"{n}.txt" for n in range(30)]
    for n, name in enumerate(names):
        (newsroom / name).write_text(FAULTY.replace("90", str(90 + n)), encoding="utf-8")
    only = ("--select", "repeated-word")
    newslint("check", *only, "--write-baseline")
    assert newslint("check", *only).code == 0
    assert newslint("check", *only, "7.txt").code == 0
    assert newslint("check", *only, *names).code == 0
    edit(newsroom, "to to", "to", "29.txt")
    assert "1 finding in the baseline is no longer there" in newslint("check", *only, "--statistics", *names).out
    assert "1 left it" in newslint("check", *only, "--prune-baseline").out
    assert len(texts(newsroom)) == 59


def test_a_name_with_unusual_signs_is_found_again(newsroom, newslint):
    for name in ("a\x7f\u2028b.txt", "c\\u0041.txt", "d\x01.txt"):
        (newsroom / name).write_text(FAULTY, encoding="utf-8")
    newslint("check", "--write-baseline")
    assert newslint("check").code == 0


def test_a_renamed_story_stays_known_and_is_pruned_to_its_new_name(known, newslint):
    (known / "sport").mkdir()
    (known / "news" / "bridge.txt").rename(known / "sport" / "lorries.txt")
    assert newslint("check").code == 0
    assert newslint("check", "sport/lorries.txt", "--no-cache").code == 0
    assert "no longer" not in newslint("check", "--statistics").out
    assert newslint("check", "--prune-baseline").code == 0
    assert {entry["path"] for entry in texts(known)} == {"sport/lorries.txt"}
    assert len(texts(known)) == 2
    assert newslint("check").code == 0


def test_a_copy_is_new_as_long_as_the_story_is_there(known, newslint):
    shutil.copy(known / "news" / "bridge.txt", known / "news" / "copy.txt")
    assert newslint("check", "--format", "json", "--select", "repeated-word").rules == ["repeated-word"] * 2
    assert newslint("check", "news/copy.txt", "--select", "repeated-word").code == 1


def test_a_renamed_story_with_one_fault_more_tells_that(known, newslint):
    (known / "news" / "bridge.txt").rename(known / "news" / "lorries.txt")
    line = "The council voted on Monday to to close the old bridge to lorries and to buses."
    edit(known, "The bridge is", f"{line}\n\nThe bridge is", "news/lorries.txt")
    assert newslint("check", "--format", "json", "--select", "repeated-word").rules == ["repeated-word"]


def test_a_finding_without_words_is_not_known_in_another_story():
    assert not tells_enough(KnownFinding("a.txt", "missing-dateline", "", "", "Head of"))
    assert tells_enough(KnownFinding("a.txt", "repeated-word", "to to", "voted on Monday", ""))
