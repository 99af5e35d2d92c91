"""Vale's spelling rules: words by Hunspell's dictionaries, filters, lists and vocabularies, as Vale 3.15 reads them."""

import os
import shutil
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from helpers import assert_work_grows_with_length, steps
from hypothesis import given
from hypothesis import strategies as st

from newslint.base.repository import HINT
from newslint.vale import dictionaries, word_filters
from newslint.vale.dictionaries import BadDictionary, Hunspell, dictionary
from newslint.vale.word_filters import NoFilter, compiled_filters, is_filtered
from newslint.vale.word_tokens import words

FIXTURE = Path(__file__).parent / "fixtures" / "vale" / "spelling"
CONFIG = "vale:\n  styles-path: styles\n  based-on: {styles}\n{more}rules: {{all: off{off}}}\n"


@pytest.fixture
def desk(newsroom, newslint, monkeypatch):
    """A newsroom with the styles of the fixture: gives what the rules say of a text."""
    monkeypatch.delenv("DICPATH", raising=False)
    (newsroom / ".git").mkdir()
    shutil.copytree(FIXTURE / "styles", newsroom / "styles")

    class Desk:
        def rule(self, text: str, name: str = "Spelling") -> None:
            text = "extends: spelling\nmessage: \"Is '%s' a word?\"\n" + text
            (newsroom / "styles" / "Desk" / f"{name}.yml").write_text(text, encoding="utf-8")

        def file(self, name: str, text: str) -> None:
            path = newsroom / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

        def config(self, styles: str = "[Desk]", vocab: str = "", off: str = "") -> None:
            more = f"  vocab: {vocab}\n" if vocab else ""
            self.file("newslint.yaml", CONFIG.format(styles=styles, more=more, off=off))

        def check(self, text: str, *arguments: str, name: str = "a.txt"):
            if not (newsroom / "newslint.yaml").exists():
                self.config()
            (newsroom / name).write_text(text, encoding="utf-8")
            return newslint("check", name, "--format", "json", *arguments)

        def told(self, text: str, name: str = "a.txt") -> list[str]:
            done = self.check(text, name=name)
            assert done.code in (0, 1), done.err
            return [finding["message"].split("'", 1)[1].rpartition("'")[0] for finding in done.report["findings"]]

        def refused(self, text: str = "The ferry sailed.") -> str:
            done = self.check(text)
            assert done.code == 2
            return done.err

    return Desk()


def vocabulary(desk, *entries: str) -> None:
    desk.file("styles/config/vocabularies/Coast/accept.txt", "\n".join(entries) + "\n")
    desk.config(vocab="Coast")


# --- words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Don't moor here.", ["Don't", "moor", "here"]),
        ("the 'late' ferry", ["the", "late", "ferry"]),
        ("“Late,” he said", ["Late", "he", "said"]),
        ("a first-come-first-served rule", ["a", "first-come-first-served", "rule"]),
        ("Mr. Marsh of the U.S., etc.)", ["Mr.", "Marsh", "of", "the", "U.S.", "etc"]),
        ("($100m) [sic] 12 — 3/4 ...", ["100m", "sic"]),
        ("the pilots’ boats’", ["the", "pilots", "boats"]),
        ("one\u00a0two\u2003three\n\nfour", ["one", "two", "three", "four"]),
        ("", []),
    ],
)
def test_words_stand_between_spaces_without_the_marks_round_them(text, expected):
    assert [word for _, _, word in words(text)] == expected


@given(st.text(alphabet="abZé .,'’“”($!?:;]\n\u00a0-", max_size=60))
def test_each_word_is_the_stretch_that_it_is_said_to_be(text):
    last = 0
    for start, end, word in words(text):
        assert last <= start < end
        assert text[start:end].translate(str.maketrans("“”‘’", "\"\"''")) == word
        assert any(map(str.isalpha, word))
        last = end


@pytest.mark.parametrize("unit", ["((((", "a.", "a,", "'", "x!!!", "“", "A.b"])
def test_a_run_without_spaces_takes_no_longer_for_being_long(unit):
    assert_work_grows_with_length(lambda text: list(words(text)), unit, longest=50_000)


# --- what is told


def test_words_that_no_dictionary_has_are_told_where_they_stand(desk):
    done = desk.check("The ferries sailed late.\n\nThe pilott moored at the harbour, said Marsh’s pilot.")
    (found,) = done.report["findings"]
    assert (found["rule"], found["severity"]) == ("vale/Desk.Spelling", "warning")
    assert found["message"] == "Is 'pilott' a word?"
    assert (found["start"]["line"], found["start"]["column"], found["match"]) == (3, 5, "pilott")


def test_a_word_is_told_each_time_and_in_markup_where_it_stands(desk):
    text = "# The lorrey\n\nThe lorries and the *lorrey* and a [lorrey](https://example.com/lorrey).\n"
    done = desk.check(text, name="a.md")
    lines = text.split("\n")
    found = [(each["start"]["line"], each["start"]["column"]) for each in done.report["findings"]]
    assert found == [(1, 7), (3, 22), (3, 37)]
    assert all(lines[line - 1][column - 1 :].startswith("lorrey") for line, column in found)


def test_a_curly_apostrophe_is_the_straight_one_of_the_dictionary(desk):
    done = desk.check("The pilot’s ferry and the pilott’s lorry.")
    (found,) = done.report["findings"]
    assert found["message"] == "Is 'pilott's' a word?"
    assert (found["start"]["column"], found["match"]) == (27, "pilott’s")


def test_words_that_are_no_plain_words_are_left_alone_unless_the_rule_is_custom(desk):
    text = "The café sailed 12th to NATO and a TideLine e-ferrry at 40km."
    assert desk.told(text) == []
    desk.rule("dictionaries: [harbour]\ncustom: true\n")
    assert desk.told(text) == ["café", "12th", "NATO", "TideLine", "e-ferrry"]


def test_numbers_of_machines_and_with_units_are_words(desk):
    desk.rule("dictionaries: [harbour]\ncustom: true\n")
    assert desk.told("It said 0x1F to 0b101 on 3km and 4kn at " + "ab12" * 10 + ".") == ["4kn"]


# --- filters


@pytest.mark.parametrize(
    ("source", "word", "passes"),
    [
        (r"[pP]y.*\b", "PyYard", True),
        (r"^ferr", "aferr", False),
        (r"(?i)^skerry\z", "SKERRY", True),
        (r"^\w+$", "caf", True),
        (r"^\w+$", "café", False),
        (r"^\pL+$", "café", True),
        (r"\Qa.b\E", "a.b", True),
        (r"\Qa.b\E", "axb", False),
        (r"^[[:upper:]]+$", "ABC", True),
        (r"caf\x{e9}", "café", True),
        (r"(?P<stem>quay)s?$", "quays", True),
    ],
)
def test_filters_are_in_go_s_dialect(source, word, passes):
    assert is_filtered(compiled_filters([source, "zzz"]), word) is passes


def test_a_filter_that_begins_with_a_flag_changes_no_other():
    filters = compiled_filters(["(?i)quay", "skerry"])
    assert is_filtered(filters, "QUAY")
    assert not is_filtered(filters, "SKERRY")


def test_a_filter_that_cannot_be_used_is_told_with_its_line(desk):
    desk.rule("dictionaries: [harbour]\nfilters:\n  - fine\n  - '(quay'\n")
    said = desk.refused()
    assert "Desk/Spelling.yml:6:" in said.replace(os.sep, "/")
    assert "the filter “(quay” cannot be used" in said


def test_too_many_or_too_long_filters_are_refused():
    with pytest.raises(NoFilter, match="longer than"):
        compiled_filters(["a" * 5000])
    with pytest.raises(NoFilter, match="more than"):
        compiled_filters(["a"] * 5001)


def test_filters_let_words_pass(desk):
    desk.rule("dictionaries: [harbour]\nfilters: ['[sS]kerr.*']\n")
    assert desk.told("The skerries and the quay.") == ["quay"]


def test_a_filter_that_runs_on_is_stopped_and_named(desk, monkeypatch):
    monkeypatch.setattr(word_filters, "_SECONDS", 0.01)  # private: so that a test need not wait
    desk.rule("dictionaries: [harbour]\ncustom: true\nfilters: ['^(?:a|b|ab)*$']\n")
    done = desk.check(f"The {'ab' * 40}d sailed.")
    assert done.code == 2
    (failure,) = done.report["failures"]
    assert "the rule “vale/Desk.Spelling” was stopped on this story" in failure["message"]


# --- lists, vocabularies, exceptions


@pytest.mark.parametrize("ignore", ["lists/north.txt", "[lists/north.txt]", "north.txt", "../words/north.txt"])
def test_lists_of_words_lie_beside_the_configuration_below_the_styles_or_in_config_ignore(desk, ignore):
    desk.file("styles/config/ignore/north.txt", "skerry\n")
    desk.file("words/north.txt", "skerry\n")
    desk.rule(f"dictionaries: [harbour]\nignore: {ignore}\n")
    assert desk.told("The skerry and the Skerry and the quay.") == ["quay"]


def test_a_list_that_has_a_name_does_not_have_it_in_small_letters(desk):
    desk.rule("dictionaries: [harbour]\nignore: coast.txt\n")
    assert desk.told("At Brightsea in brightsea.") == ["brightsea"]


def test_a_list_that_is_not_there_changes_nothing_as_in_vale(desk):
    desk.rule("dictionaries: [harbour]\nignore: nowhere.txt\n")
    assert desk.told("The quay.") == ["quay"]


def test_a_list_that_is_no_text_is_told(desk):
    desk.rule("dictionaries: [harbour]\nignore: bad.txt\n")
    Path("styles/bad.txt").write_bytes(b"\xff\xfe\x00")
    assert "the list “bad.txt” cannot be read" in desk.refused()


def test_vocabularies_accept_whole_words_in_any_case(desk):
    vocabulary(desk, "Kvitsoy", "[sS]kerr(y|ies)", "# a remark", r"quay.*\b")
    assert desk.told("Kvitsoy, KVITSOY, kvitsoys, skerries and quayside.") == ["kvitsoys"]


def test_accepted_phrases_hide_their_words_only_there(desk):
    vocabulary(desk, "spring tide")
    done = desk.check("The spring tide and a spring.")
    assert [each["start"]["column"] for each in done.report["findings"]] == [23]


def test_exceptions_of_the_rule_hold(desk):
    desk.rule("dictionaries: [harbour]\nexceptions: [skerry]\n")
    assert desk.told("The skerry and the quay.") == ["quay"]


# --- dictionaries


def test_several_dictionaries_and_the_english_one_added_to_them(desk):
    desk.rule("dictionaries: [harbour, tides]\n")
    assert desk.told("The ferries, the neaps and the chairs.") == ["chairs"]
    desk.rule("dictionaries: [tides]\nappend: true\n")
    assert desk.told("The ferries, the neaps, the chairs and the chaires.") == ["chaires"]
    desk.rule("")
    assert desk.told("The ferries, the neapps and the chairs.") == ["neapps"]


def test_a_dictionary_that_is_not_there_is_told_with_the_nearest(desk):
    desk.rule("dictionaries:\n  - tides\n  - harbor\n")
    said = desk.refused()
    assert "Desk/Spelling.yml:5:" in said.replace(os.sep, "/")
    assert "no dictionary “harbor”" in said
    assert "did you mean “harbour”?" in said


def test_dicpath_and_the_environment_say_where_dictionaries_lie(desk, monkeypatch):
    shutil.move("styles/config/dictionaries", "styles/ours")
    desk.rule("dictionaries: [harbour]\ndicpath: ours\n")
    assert desk.told("The ferries and the quay.") == ["quay"]
    desk.rule("dictionaries: [harbour]\n")
    monkeypatch.setenv("DICPATH", os.path.join(os.getcwd(), "styles", "ours"))
    assert desk.told("The ferries and the quay.") == ["quay"]
    desk.rule("dictionaries: [harbour]\ndicpath: nowhere\n")
    assert "no folder “nowhere”" in desk.refused()


def test_aff_and_dic_name_one_dictionary_by_its_files(desk):
    desk.rule("aff: tides.aff\ndic: config/dictionaries/tides.dic\ndictionaries: [harbour]\n")
    assert desk.told("neaps ferries") == ["ferries"]
    desk.rule("dic: tides.dic\n")
    assert "there is no `aff`" in desk.refused()
    desk.rule("aff: tides.aff\ndic: tide.dic\n")
    assert "there is no file “tide.dic”" in desk.refused()


@pytest.mark.parametrize(
    "keys",
    [
        "aff: {0}/x.aff\ndic: {0}/x.dic\n",
        "dicpath: {0}\ndictionaries: [x]\n",
        "dictionaries: [harbour]\nignore: {0}/x.dic\n",
    ],
)
def test_a_rule_leads_nowhere_outside_of_the_repository(desk, tmp_path_factory, keys):
    away = tmp_path_factory.mktemp("away")
    for ending in ("aff", "dic"):
        shutil.copy(f"styles/config/dictionaries/tides.{ending}", away / f"x.{ending}")
    desk.rule(keys.format(away.as_posix()))
    said = desk.refused()
    assert "lies outside of the repository" in said
    assert HINT in said
    assert desk.check("The neaps.", "--allow-outside").code in (0, 1)


@pytest.mark.parametrize("aff", ["SET no-such-encoding\n", "SFX S Y 1\nSFX S 0 s [\n", "FLAG num\nSFX x\n"])
def test_a_dictionary_that_cannot_be_read_is_told_at_the_rule(desk, aff):
    desk.file("styles/config/dictionaries/tides.aff", aff)
    desk.rule("dictionaries: [tides]\n")
    said = desk.refused()
    assert "Desk/Spelling.yml:3:" in said.replace(os.sep, "/")
    assert "cannot be read: it is no dictionary of Hunspell's" in said
    assert "Traceback" not in said


def test_a_dictionary_that_is_too_large_is_refused(desk, monkeypatch):
    monkeypatch.setattr(dictionaries, "MOST_BYTES", 100)
    desk.rule("dictionaries: [tides, harbour]\n")
    assert "larger than" in desk.refused()


def test_a_dictionary_is_read_once_and_again_when_its_file_has_changed(desk):
    pair = [f"styles/config/dictionaries/tides.{ending}" for ending in ("aff", "dic")]
    first = dictionary(*pair)
    assert dictionary(*pair) is first
    desk.file(pair[1], "3\nebb/S\nneap/S\nslack\n")
    assert dictionary(*pair) is not first
    assert dictionary(*pair).knows("slack")


def test_a_pipe_is_no_dictionary(tmp_path):
    if not hasattr(os, "mkfifo"):
        pytest.skip("there are no pipes here")
    os.mkfifo(tmp_path / "x.aff")
    with pytest.raises(BadDictionary, match="not an ordinary file"):
        dictionary(str(tmp_path / "x.aff"), str(tmp_path / "x.dic"))


class Counting:
    """Stands for a dictionary: counts what it is asked."""

    def __init__(self):
        self.asked = []
        self.aff = SimpleNamespace(COMPOUNDWORDMAX=None)
        self.lookuper = SimpleNamespace(break_word=None, compounds_by_flags=None, compounds_by_rules=None)

    def lookup(self, word):
        self.asked.append(word)
        return word == "ferry"


def test_words_are_looked_up_once_and_not_remembered_without_end(monkeypatch):
    counting = Counting()
    hunspell = Hunspell(counting)
    assert [hunspell.knows("ferry"), hunspell.knows("ferry"), hunspell.knows("quay")] == [True, True, False]
    assert counting.asked == ["ferry", "quay"]
    monkeypatch.setattr(dictionaries, "_MOST_REMEMBERED", 2)  # private: the limit itself would take long
    for n in range(10):
        hunspell.knows(f"w{n}")
    assert len(hunspell._known) <= 2  # private: what is remembered shows nowhere else


def test_a_long_word_is_not_looked_up():
    counting = Counting()
    assert not Hunspell(counting).knows("f" * 101)
    assert counting.asked == []


def harbour():
    return dictionary(*(str(FIXTURE / "styles" / "config" / "dictionaries" / f"harbour.{e}") for e in ("aff", "dic")))


def test_a_word_of_several_hyphens_is_known_by_its_parts():
    assert harbour().knows("ferry-to-ferry-to-ferry-to-lorry")
    assert not harbour().knows("ferry-to-ferry-to-ferry-to-lorrey")


@pytest.mark.parametrize("word", ["-".join(["qq"] * 30), "-" * 90, "a-" * 45 + "q"])
def test_a_word_that_could_be_parted_in_endless_ways_is_given_up(word):
    assert steps(lambda: harbour().knows(word)) < 300_000
    assert not harbour().knows(word)


COMPOUNDS = "SET UTF-8\nCOMPOUNDMIN 1\nONLYINCOMPOUND c\nCOMPOUNDRULE 2\nCOMPOUNDRULE n*1t\nCOMPOUNDRULE n*mp\n"
NUMBERS = "5\n0/nm\n0th/pt\n1/n1\n1st/p\n1th/tc\n"


@pytest.mark.parametrize("word", ["0" * 80 + "xx", "01" * 40 + "x", "1" * 90 + "st1"])
def test_a_compound_that_could_be_made_in_endless_ways_is_given_up(tmp_path, word):
    for ending, text in (("aff", COMPOUNDS), ("dic", NUMBERS)):
        (tmp_path / f"numbers.{ending}").write_text(text, encoding="utf-8")
    found = dictionary(str(tmp_path / "numbers.aff"), str(tmp_path / "numbers.dic"))
    assert found.knows("10th")
    assert steps(lambda: found.knows(word)) < 300_000
    assert not found.knows(word)


# --- the extra, the cache


@pytest.fixture
def without_spylls(monkeypatch):
    for name in [name for name in sys.modules if name.partition(".")[0] == "spylls"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "spylls", None)
    dictionaries._read.cache_clear()  # private: what other tests have read is kept for the process


@pytest.mark.parametrize("keys", ["", "dictionaries: [harbour]\n"])
def test_without_the_extra_the_rule_says_what_to_install(desk, without_spylls, keys):
    desk.rule(keys)
    said = desk.refused()
    assert "Desk/Spelling.yml:1:" in said.replace(os.sep, "/")
    assert "vale/Desk.Spelling needs spylls" in said
    assert 'pip install "newslint[spelling]"' in said
    assert "rules: {vale/Desk.Spelling: off}" in said


def test_a_rule_that_is_off_needs_neither_the_extra_nor_its_files(desk, without_spylls):
    desk.rule("dictionaries: [nowhere]\n")
    desk.config(off=", vale/Desk.Spelling: off")
    assert desk.told("The ferrry.") == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("styles/config/dictionaries/harbour.dic", "1\nquay\nThe\n"),
        ("styles/lists/north.txt", "quay\n"),
        ("lists/north.txt", "quay\n"),
    ],
)
def test_a_known_answer_is_stale_when_what_it_rests_on_changes(desk, name, text):
    desk.rule("dictionaries: [harbour]\nignore: lists/north.txt\n")
    assert desk.told("The quay.") == ["quay"]
    assert desk.told("The quay.") == ["quay"]
    desk.file(name, text)
    assert desk.told("The quay.") == []
