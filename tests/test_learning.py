"""`newslint learn`: what an archive teaches, and that what a person changed in the file stays."""

import os
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.base import yamltext
from newslint.cli import main

# The file of names as it is written and brought up to date: a thousand generated ones need no archive each.
from newslint.commands._name_file import ArchiveName, scalar, written
from newslint.commands._name_page import updated
from newslint.words.name_files import read_names

STORY = "---\ntitle: Bridge opens\ndate: {day}\n---\n\nMayor {name} opened the old bridge on Monday.\n\n{more}\n"


@pytest.fixture
def archive(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def write(*names, more=""):
        (tmp_path / "archive").mkdir(exist_ok=True)
        begun = len(os.listdir(tmp_path / "archive"))
        for n, name in enumerate(names, begun + 1):
            text = STORY.format(
                day=f"2015-03-{n:02}",
                name=name,
                more=more.replace("{day}", str(n)) or f"{name.split()[-1]} spoke, and left.",
            )
            (tmp_path / "archive" / f"{n}.md").write_text(text, encoding="utf-8")

    return write


def learn(*flags, expect=0):
    assert main(["learn", "archive", *flags]) == expect
    if not expect:
        read_names("newslint-names.yaml")  # what is written can be used
    with open("newslint-names.yaml", encoding="utf-8", newline="") as file:
        return file.read()


def names_in(text):
    return {entry["name"]: entry for entry in yamltext.load(text).data["names"] or ()}


def edit(change):
    with open("newslint-names.yaml", encoding="utf-8", newline="") as file:
        before = file.read()
    after = change(before)
    assert after != before
    with open("newslint-names.yaml", "w", encoding="utf-8", newline="") as file:
        file.write(after)


def without(text, name):
    return re.sub(rf"  - name: {name}\n(?:    .*\n)*", "", text)


def test_names_with_counts_days_and_other_spellings(archive, capsys):
    archive("Olena Kovalenko", "Olena Kovalenko", "Olena Kovalenko", "Olena Kovalenka", "Jan Berg")
    found = names_in(learn())
    assert list(found) == ["Olena Kovalenko"]
    entry = found["Olena Kovalenko"]
    assert entry["count"] == 4
    assert (str(entry["first"]), str(entry["last"])) == ("2015-03-01", "2015-03-04")
    assert entry["seen"] == {"Olena Kovalenka": 1}
    assert "1 name, 1 of them new; read 5 stories" in capsys.readouterr().out


def test_slips_within_a_story_are_seen_and_never_learnt(archive):
    archive(*["Olena Kovalenko"] * 3, more="Kovalenka spoke. Kovalenko smiled. “Yes,” Kovalenko said.")
    assert names_in(learn())["Olena Kovalenko"]["seen"] == {"Kovalenka": 3}


def test_names_in_the_middle_are_other_right_forms(archive):
    archive(*["Olena Kovalenko"] * 3, *["Olena Marta Kovalenko"] * 2)
    entry = names_in(learn())["Olena Kovalenko"]
    assert (entry["also"], entry["count"]) == (["Olena Marta Kovalenko"], 5)


def test_a_family_name_in_front_is_told(archive):
    archive(*["Xi Jinping"] * 3, more="Xi spoke, and then Xi left.")
    assert names_in(learn())["Xi Jinping"]["family"] == "Xi"


def test_places_and_bodies_are_no_people(archive):
    archive(
        *["Olena Kovalenko"] * 3, more="The strike reached Guantanamo Bay, and News Corp. lost by it in New York."
    )
    assert names_in(learn()).keys() == {"Olena Kovalenko"}


def test_how_many_stories_must_have_a_name(archive):
    archive("Olena Kovalenko", "Olena Kovalenko", "Jan Berg")
    assert names_in(learn("--least", "2")).keys() == {"Olena Kovalenko"}
    os.remove("newslint-names.yaml")
    assert names_in(learn("--least", "1")).keys() == {"Olena Kovalenko", "Jan Berg"}


def test_frequent_names_come_first_and_then_surnames():
    entries = [
        ArchiveName(name, (), count, "", "", ()) for name, count in (("B Z", 4), ("C A", 3), ("A M", 60), ("A B", 6))
    ]
    found = written(entries, "names.yaml").text
    assert list(names_in(found)) == ["A M", "A B", "C A", "B Z"]
    assert "# ---- 50 stories or more" in found
    assert "`names: names.yaml`" in found


def test_run_again_nothing_changes(archive):
    archive(*["Olena Kovalenko"] * 3, *["Jan Berg"] * 3)
    before = learn()
    stamp = os.stat("newslint-names.yaml").st_mtime_ns
    assert learn() == before
    assert learn("--no-cache", "--jobs", "2") == before
    assert os.stat("newslint-names.yaml").st_mtime_ns == stamp


def test_what_a_person_changed_stays(archive):
    archive(*["Olena Kovalenko"] * 3, "Olena Kovalenka", *["Jan Berg"] * 3)
    learn()

    def change(text):
        text = text.replace(
            "  - name: Jan Berg\n", '  # our mayor\n  - name: "Jan Berg"   # ask the desk\n    family: Berg\n'
        )
        return text.replace("    seen: {Olena Kovalenka: 1}\n", "    variants: [Olena Kovalenka]\n")

    edit(change)
    archive("Jan Berg", *["Tove Lund"] * 3)
    after = learn()
    assert '  # our mayor\n  - name: "Jan Berg"   # ask the desk\n    family: Berg\n    count: 4\n' in after
    found = names_in(after)
    assert found["Olena Kovalenko"]["variants"] == ["Olena Kovalenka"]
    assert "seen" not in found["Olena Kovalenko"]
    assert list(found) == ["Jan Berg", "Olena Kovalenko", "Tove Lund"]
    assert after.index("# ---- new") < after.index("Tove Lund")
    assert learn() == after


def test_a_deleted_name_is_not_learnt_again(archive, capsys):
    archive(*["Olena Kovalenko"] * 3, *["Jan Berg"] * 3, *["Tove Lund"] * 3)
    learn()
    edit(lambda text: without(text, "Jan Berg"))
    after = learn()
    assert names_in(after).keys() == {"Olena Kovalenko", "Tove Lund"}
    assert yamltext.load(after).data["dropped"] == ["Jan Berg"]
    assert "not learnt again, because they were deleted: Jan Berg" in capsys.readouterr().out
    edit(lambda text: without(text, "Tove Lund"))
    after = learn()
    assert yamltext.load(after).data["dropped"] == ["Jan Berg", "Tove Lund"]
    assert learn() == after
    edit(lambda text: text.replace("  - Jan Berg\n", ""))  # a change of mind
    assert names_in(learn()).keys() == {"Olena Kovalenko", "Jan Berg"}


def test_deleting_all_names(archive):
    archive(*["Olena Kovalenko"] * 3)
    learn()
    edit(lambda text: without(text, "Olena Kovalenko").replace("names:", "names: []"))
    after = learn()
    assert yamltext.load(after).data == {"names": [], "dropped": ["Olena Kovalenko"]}
    archive(*["Jan Berg"] * 3)
    assert names_in(learn()).keys() == {"Jan Berg"}


def test_a_mended_name_stays_mended(archive):
    archive(*["Olena Kovalenka"] * 3, "Olena Kovalenko")
    assert names_in(learn()).keys() == {"Olena Kovalenka"}
    edit(lambda text: text.replace("- name: Olena Kovalenka", "- name: Olena Kovalenko"))
    found = names_in(learn())
    assert found.keys() == {"Olena Kovalenko"}
    assert found["Olena Kovalenko"]["seen"] == {"Olena Kovalenka": 3}
    assert "dropped" not in yamltext.load(learn()).data


def test_a_file_written_by_hand_is_added_to(archive):
    archive(*["Olena Kovalenko"] * 3, *["Jan Berg"] * 3)
    with open("newslint-names.yaml", "w", encoding="utf-8") as file:
        file.write("dropped: [Tove Lund]\nnames:\n- name: Jan Berg\n  also: Jan E. Berg # yes\n- {name: Ada Holm}")
    after = learn()
    assert after.startswith(
        "dropped: [Tove Lund]\nnames:\n- name: Jan Berg\n  also: Jan E. Berg # yes\n  count: 3\n  first: 2015-03-04\n"
        "  last: 2015-03-06\n- {name: Ada Holm}\n\n# ---- new\n- name: Olena Kovalenko\n"
    )


def test_names_of_other_archives_and_higher_counts_stay(archive):
    with open("newslint-names.yaml", "w", encoding="utf-8") as file:
        file.write(
            "names:\n  - name: Jan Berg\n    count: 90\n    first: 2001-01-01\n    last: 2002-01-01\n  - name: Ada Holm\n    count: 7\n"
        )
    archive(*["Jan Berg"] * 3)
    found = names_in(learn())
    assert (found["Jan Berg"]["count"], str(found["Jan Berg"]["first"])) == (90, "2001-01-01")
    assert str(found["Jan Berg"]["last"]) == "2015-03-03"
    assert found["Ada Holm"]["count"] == 7


def test_line_ends_stay(archive):
    archive(*["Jan Berg"] * 3)
    before = learn()
    edit(lambda text: text.replace("\n", "\r\n"))
    archive(*["Tove Lund"] * 3)
    after = learn()
    assert after.count("\r\n") == after.count("\n")
    assert names_in(after).keys() == {"Jan Berg", "Tove Lund"}
    assert before.splitlines()[0] == after.splitlines()[0]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("names: {a: 1}\n", "newslint-names.yaml:1"),
        ("names: [{nom: Jan Berg}]\n", "unknown key “nom”"),
        ("names:\n  - name: Jan\n   count: 1\n", "newslint-names.yaml:3"),
        ("names: [{name: Tove Lund}]\n", "list in brackets"),
        ("- a\n", "newslint-names.yaml:1"),
    ],
)
def test_what_is_no_file_of_names_is_told_and_left(archive, capsys, text, said):
    archive(*["Jan Berg"] * 3)
    with open("newslint-names.yaml", "w", encoding="utf-8") as file:
        file.write(text)
    assert learn(expect=2) == text
    assert said in capsys.readouterr().err


def test_nothing_to_learn_from_writes_nothing(archive, capsys):
    archive()
    assert main(["learn", "archive"]) == 2
    assert main(["learn", "nowhere.md"]) == 2
    assert not os.path.exists("newslint-names.yaml")
    assert "no story to learn from" in capsys.readouterr().err


def test_a_story_that_cannot_be_read_is_named(archive, capsys):
    archive(*["Jan Berg"] * 3)
    with open("archive/bad.txt", "wb") as file:
        file.write(b"\x00\x01\x02\x00\x00")
    learn(expect=2)
    assert "bad.txt" in capsys.readouterr().err


def test_a_file_that_cannot_be_written_is_told(archive, capsys):
    archive(*["Jan Berg"] * 3)
    assert main(["learn", "archive", "--output", "nowhere/names.yaml"]) == 2
    assert "the file of names cannot be written" in capsys.readouterr().err
    assert not [name for name in os.listdir() if name.endswith(".part")]


@pytest.mark.parametrize(
    "name", ["No", "Jan Berg", "O’Neill", 'The "Rock"', "Jan: Berg", "#1", "Robert Downey Jr.", "Díaz"]
)
def test_every_name_is_written_so_that_it_is_read_back(name):
    text = written([ArchiveName(name, (name + " II",), 3, "", "", ((name, 2),))], "n.yaml").text
    assert yamltext.load(text).data["names"] == [
        {"name": name, "also": [name + " II"], "count": 3, "seen": {name: 2}}
    ]
    assert yamltext.load(scalar(name)).data == name


def test_many_names_are_brought_up_to_date_in_one_pass():
    entries = [ArchiveName(f"Jan Berg{'abcdefghij'[n % 10]}{n}", (), 3, "", "", ()) for n in range(500)]
    first = written(entries, "n.yaml").text
    again = updated(first, [entry._replace(stories=4) for entry in entries], "n.yaml")
    assert again.text == first.replace("count: 3", "count: 4")
    assert (again.names, again.added, again.dropped) == (500, 0, ())


NAMES = ("Olena Kovalenko", "Jan Berg", "O’Neill Díaz", "Ann Lee", "No Way", "Robert Downey Jr.", "Tove Lund")
ENTRIES = st.lists(
    st.builds(
        lambda name, stories, days, seen: ArchiveName(name, (), stories, *days, seen),
        st.sampled_from(NAMES),
        st.integers(1, 90),
        st.sampled_from((("", ""), ("2015-03-01", "2016-04-01"))),
        st.sampled_from(((), (("Berk", 2), ("A: b", 1)))),
    ),
    unique_by=lambda entry: entry.name,
)


@given(ENTRIES, ENTRIES, st.lists(st.integers(0, 200), max_size=3))
def test_whatever_is_learnt_and_deleted_the_file_can_be_read_and_comes_to_rest(first, second, cut):
    text = written(first, "n.yaml").text
    kept = text.split("  - name: ")
    for n in cut:
        if len(kept) > 2:
            gone = kept.pop(1 + n % (len(kept) - 1))
            # the comments of the last entry, and the codes, are no part of what a person deletes
            kept[-1] += gone[gone.index("\n\n") :] if "\n\n" in gone else ""
    once = updated("  - name: ".join(kept), second, "n.yaml")
    data = yamltext.load(once.text).data
    names = [entry["name"] for entry in data["names"]]
    assert len(set(names)) == len(names) == once.names
    dropped = data.get("dropped") or []
    assert set(names).isdisjoint(dropped)
    assert {entry.name for entry in second} <= {*names, *dropped}
    assert updated(once.text, second, "n.yaml").text == once.text


# --- words

TERMS = "Berg opened the festival in Thrale at noon, and on day {day} they saw one of the {word} there.\n\nThe council recieved it on day {day}."
MISSPELT = ("check", "archive", "--format", "json", "--select", "misspelt-word", "--min-confidence", "low")


def words_in(path="newslint-words.txt"):
    with open(path, encoding="utf-8") as file:
        return [line.partition("#")[0].strip() for line in file if line.partition("#")[0].strip()]


def learn_words(capsys, *flags):
    capsys.readouterr()
    assert main(["learn", "archive", *flags]) == 0
    return capsys.readouterr().out


def misspelt(newslint):
    return sorted({finding["match"] for finding in newslint(*MISSPELT).report["findings"]})


def test_terms_are_learnt_and_told_no_more(archive, capsys, newslint):
    for word, stories in (("librarires", 3), ("nightlies", 4), ("festivales", 2)):
        archive(*["Jan Berg"] * stories, more=TERMS.replace("{word}", word))
    before = misspelt(newslint)
    assert {"librarires", "nightlies", "recieved"} <= set(before)
    said = learn_words(capsys)
    assert words_in() == ["nightlies", "librarires"], "the most frequent first, and none of two stories"
    assert "newslint-words.txt: 2 words, 2 of them new" in said
    assert "often misspelt: recieved (9)" in said
    with open("newslint-words.txt", encoding="utf-8") as file:
        assert "librarires  # 3 stories; or is “libraries” meant?\n" in file.read()
    with open("newslint.yaml", "w", encoding="utf-8") as file:
        file.write("words: newslint-words.txt\n")
    assert misspelt(newslint) == [word for word in before if word not in words_in()]
    assert "newslint-words.txt: 2 words, 0 of them new" in learn_words(capsys)


def test_how_many_stories_must_have_a_word(archive, capsys):
    archive("Jan Berg", "Jan Berg", more=TERMS.replace("{word}", "nightlies"))
    learn_words(capsys)
    assert not os.path.exists("newslint-words.txt"), "no file for no word"
    learn_words(capsys, "--least", "2", "--words", "ours.txt")
    assert words_in("ours.txt") == ["nightlies"]


def test_words_learnt_again_change_nothing(archive, capsys):
    archive(*["Jan Berg"] * 3, more=TERMS.replace("{word}", "nightlies"))
    learn_words(capsys)
    with open("newslint-words.txt", "rb") as file:
        before = file.read()
    for flags in ((), ("--no-cache", "--jobs", "2")):
        learn_words(capsys, *flags)
        with open("newslint-words.txt", "rb") as file:
            assert file.read() == before


def test_what_a_person_wrote_among_words_stays_and_a_deleted_word_is_not_learnt_again(archive, capsys):
    archive(*["Jan Berg"] * 3, more=TERMS.replace("{word}", "nightlies"))
    archive(*["Jan Berg"] * 3, more=TERMS.replace("{word}", "librarires"))
    learn_words(capsys)
    with open("newslint-words.txt", encoding="utf-8") as file:
        text = file.read()
    kept = [line for line in text.splitlines() if not line.startswith("librarires")]
    kept.insert(3, "Thralesome   # ours")
    with open("newslint-words.txt", "w", encoding="utf-8", newline="") as file:
        file.write("\r\n".join(kept) + "\r\n")
    learn_words(capsys)
    assert words_in() == ["Thralesome", "nightlies"]
    archive(*["Jan Berg"] * 3, more=TERMS.replace("{word}", "missionairies"))
    assert "3 words, 1 of them new" in learn_words(capsys)
    assert words_in() == ["Thralesome", "nightlies", "missionairies"]
    with open("newslint-words.txt", "rb") as file:
        after = file.read()
    assert b"\r\nThralesome   # ours\r\n" in after
    assert after.count(b"\r\n") == after.count(b"\n")
    learn_words(capsys)
    with open("newslint-words.txt", "rb") as file:
        assert file.read() == after


def test_stories_that_repeat_one_another_count_as_one(archive, capsys):
    archive(*["Jan Berg"] * 5, more=TERMS.format(word="nightlies", day="one"))
    assert "often misspelt" not in learn_words(capsys)
    assert not os.path.exists("newslint-words.txt")


def test_what_is_only_quoted_is_no_term(archive, capsys):
    archive(*["Jan Berg"] * 3, more="“We saw one of the nightlies there,” Berg said on Monday.")
    learn_words(capsys)
    assert not os.path.exists("newslint-words.txt")


def test_a_file_of_words_with_a_mistake_is_told_and_left(archive, capsys):
    archive(*["Jan Berg"] * 3, more=TERMS.replace("{word}", "nightlies"))
    with open("newslint-words.txt", "w", encoding="utf-8") as file:
        file.write("fine\ntwo words\n")
    assert main(["learn", "archive"]) == 2
    assert "newslint-words.txt:2:1: expected a word" in capsys.readouterr().err
    assert not os.path.exists("newslint-names.yaml")
    assert main(["learn", "archive", "--output", "a.yaml", "--words", "./a.yaml"]) == 2
    assert "files of their own" in capsys.readouterr().err
