"""Vale's vocabularies, and the style that it has built in: what is accepted, rejected, repeated or misspelt."""

import os
from pathlib import Path

import pytest

CONFIG = "vale:\n  styles-path: styles\n  based-on: {styles}\n  vocab: {vocab}\nrules: {{all: off{off}}}\n"


@pytest.fixture
def desk(newsroom, newslint):
    (newsroom / ".git").mkdir()
    (newsroom / "styles").mkdir()

    class Desk:
        off = ", vale/Vale.Spelling: off"

        def file(self, name: str, text: str) -> None:
            path = newsroom / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

        def words(self, accept: str = "", reject: str = "", folder: str = "config/vocabularies/Coast") -> None:
            self.file(f"styles/{folder}/accept.txt", accept)
            self.file(f"styles/{folder}/reject.txt", reject)

        def check(self, text: str, styles: str = "[Vale]", vocab: str = "[Coast]"):
            off = self.off if styles == "[Vale]" else ""
            self.file("newslint.yaml", CONFIG.format(styles=styles, vocab=vocab, off=off))
            self.file("a.txt", text)
            return newslint("check", "a.txt", "--format", "json")

        def said(self, text: str, **keys: str) -> list[str]:
            done = self.check(text, **keys)
            assert done.code in (0, 1), done.err
            return [f"{each['rule'].removeprefix('vale/')}: {each['message']}" for each in done.report["findings"]]

    return Desk()


def test_the_built_in_style_says_what_vale_says(desk):
    desk.off = ""
    desk.words("SkerryLine\n", "utilise\n")
    done = desk.check("The the skerryline will utilise a new feryboat.")
    found = [
        (each["rule"], each["severity"], each["message"], each["start"]["column"]) for each in done.report["findings"]
    ]
    assert found == [
        ("vale/Vale.Repetition", "error", "'the' is repeated!", 1),
        ("vale/Vale.Terms", "error", "Use 'SkerryLine' instead of 'skerryline'.", 9),
        ("vale/Vale.Avoid", "error", "Avoid using 'utilise'.", 25),
        ("vale/Vale.Spelling", "error", "Did you really mean 'utilise'?", 25),
        ("vale/Vale.Spelling", "error", "Did you really mean 'feryboat'?", 39),
    ]


def test_its_spelling_goes_by_every_dictionary_and_list_below_the_styles(desk):
    desk.off = ""
    desk.file("styles/config/dictionaries/tides.aff", "SET UTF-8\nSFX S Y 1\nSFX S 0 s .\n")
    desk.file("styles/config/dictionaries/tides.dic", "1\nneapling/S\n")
    desk.file("styles/config/ignore/coast/north.txt", "kvitsoy\n")
    desk.words()
    said = desk.said("The neaplings at kvitsoy were feryboats.")
    assert said == ["Vale.Spelling: Did you really mean 'feryboats'?"]


def test_a_dictionary_below_the_styles_without_its_rules_is_told(desk):
    desk.off = ""
    desk.file("styles/config/dictionaries/tides.dic", "1\nneapling\n")
    desk.words()
    done = desk.check("Fine.")
    assert done.code == 2
    assert "beside “tides.dic”" in done.err


def test_without_a_vocabulary_its_rules_are_there_and_say_nothing(desk):
    desk.off = ", vale/Vale.Spelling: off, vale/Vale.Terms: off"
    assert desk.said("A quiet day at the harbour.", vocab="[]") == []


def test_a_folder_of_its_name_is_not_read(desk):
    desk.file("styles/Vale/Bad.yml", "extends: [")
    desk.words()
    assert desk.said("A quiet day.") == []


def test_terms_are_told_in_any_other_case_and_patterns_by_their_own(desk):
    desk.words("NetKeep\n(?i)GitYard\n[Ss]kipper\nopen sea\nC\\+\\+\n")
    said = desk.said("netkeep, NETKEEP; NetKeep, gityard, GITYARD, skipper, SKIPPER, Open Sea.")
    assert said == [
        "Vale.Terms: Use 'NetKeep' instead of 'netkeep'.",
        "Vale.Terms: Use 'NetKeep' instead of 'NETKEEP'.",
        "Vale.Terms: Use '[Ss]kipper' instead of 'SKIPPER'.",
        "Vale.Terms: Use 'open sea' instead of 'Open Sea'.",
    ]


def test_an_entry_that_is_no_pattern_in_small_letters_is_accepted_all_the_same(desk):
    desk.words("\\p{Lu}kerry\nNetKeep\n", "netkeep\n")
    assert desk.said("Skerry netkeep.") == [
        "Vale.Avoid: Avoid using 'netkeep'.",
        "Vale.Terms: Use 'NetKeep' instead of 'netkeep'.",
    ]


def test_what_one_entry_says_of_case_holds_for_it_alone(desk):
    desk.file(
        "styles/Desk/Words.yml",
        "extends: existence\nmessage: \"No '%s'.\"\nignorecase: true\ntokens: [gityard, plug]\n",
    )
    desk.words("(?i)GitYard\nPLuG\n")
    said = desk.said("gityard GitYard GITYARD plug PLuG Plug", styles="[Desk]")
    assert said == ["Desk.Words: No 'plug'.", "Desk.Words: No 'Plug'."]


def test_as_many_entries_as_one_likes_may_say_what_case_they_are_in(desk):
    desk.off = ""
    stems = [a + b for a in "bcdfghklmnprst" for b in ("aq", "eq", "iq", "oq", "uq", "yq")]
    desk.words(
        "".join(f"(?i){stem}Ard\n(?-i){stem} eel\n" for stem in stems), "".join(f"(?i){stem}els\n" for stem in stems)
    )
    said = desk.said("The baqard, BaqArd; taq eel, Taq eel. Daqels run run.")
    assert said == [
        "Vale.Spelling: Did you really mean 'Taq'?",
        "Vale.Avoid: Avoid using 'Daqels'.",
        "Vale.Spelling: Did you really mean 'Daqels'?",
        "Vale.Repetition: 'run' is repeated!",
    ]


def test_a_rule_may_go_without_vocabularies(desk):
    desk.file("styles/Desk/Words.yml", "extends: existence\nmessage: \"No '%s'.\"\nvocab: false\ntokens: [plug]\n")
    desk.words("plug\n")
    assert desk.said("plug", styles="[Desk]") == ["Desk.Words: No 'plug'."]


def test_remarks_have_a_space_behind_their_sign(desk):
    desk.words(reject="# remark\n  # remark\n\n#harbour\nmoor\n")
    assert desk.said("The remark on a#harbour; moor.") == [
        "Vale.Avoid: Avoid using '#harbour'.",
        "Vale.Avoid: Avoid using 'moor'.",
    ]


@pytest.mark.parametrize("folder", ["config/vocabularies/Coast", "Vocab/Coast", "config/vocabularies/Coast/north"])
def test_vocabularies_lie_in_either_folder_and_in_folders_of_theirs(desk, folder):
    desk.words(reject="moor\n", folder=folder)
    assert desk.said("They moor here.") == ["Vale.Avoid: Avoid using 'moor'."]


def test_several_vocabularies_add_up(desk):
    desk.words(reject="moor\n")
    desk.words(reject="berth\n", folder="config/vocabularies/Town")
    said = desk.said("They moor at a berth.", vocab="[Coast, Town]")
    assert said == ["Vale.Avoid: Avoid using 'moor'.", "Vale.Avoid: Avoid using 'berth'."]


def test_a_vocabulary_that_is_not_there_is_told_with_the_nearest(desk):
    desk.words("a\n")
    done = desk.check("Fine.", vocab="[Coats]")
    assert done.code == 2
    assert "newslint.yaml:4:" in done.err
    assert "no vocabulary “Coats”" in done.err
    assert "did you mean “Coast”?" in done.err


def test_entries_that_are_no_patterns_are_all_told_with_their_lines(desk):
    desk.words("fine\n  (?i)moor(\n# remark\nC++\nC\\+\\+\n[*+]+x\n", "[a-\n")
    done = desk.check("Fine.")
    assert done.code == 2
    said = done.err.replace(os.sep, "/")
    assert "Coast/accept.txt:2:3: the entry “(?i)moor(” cannot be used" in said
    assert "Coast/accept.txt:4:1: the entry “C++” cannot be used" in said
    assert "Coast/reject.txt:1:1: the entry “[a-” cannot be used" in said
    assert "write a backslash" in said


def test_a_list_that_is_no_text_is_told(desk):
    desk.words("a\n")
    Path("styles/config/vocabularies/Coast/accept.txt").write_bytes(b"\xff\xfe")
    done = desk.check("Fine.")
    assert done.code == 2
    assert "the vocabulary cannot be read" in done.err


def test_a_changed_vocabulary_changes_what_is_known(desk):
    desk.words(reject="moor\n")
    assert desk.said("They moor.") == ["Vale.Avoid: Avoid using 'moor'."]
    desk.words(reject="berth\n")
    assert desk.said("They moor.") == []
