"""Sentences as Vale splits them: the algorithm walked word by word as Vale's splitter does, and what words are to it."""

import re
from dataclasses import dataclass
from itertools import pairwise

import pytest
from helpers import assert_work_grows_with_length
from hypothesis import given
from hypothesis import strategies as st

from newslint.vale.sentences import ends, is_small, opens, split
from newslint.words.tables import Breaks

ENDERS = ('."', ".)", ".’", ".”", "?", '?"', "?'", "?)", "?’", "?”", "!", '!"', "!'", "!)", "!’", "!”")
WITHIN = (".[", ".(", '."', "?[", "?(", "![", "!(")
STOPS = Breaks.of().abbreviations
STARTERS = Breaks.of().starters


@dataclass
class Word:
    text: str
    at: int
    breaks: bool = False
    abbreviated: bool = False


def words_of(text: str) -> list[Word]:
    """The words with a sign and those after them, as the splitter's tokenizer goes through a text, code point by code
    point: where one of several bytes is the last, its word is never seen."""
    found, since, wanted, last = [], 0, False, len(text) - 1
    for n, sign in enumerate(text):
        at_end = n == last and len(sign.encode()) == 1
        if not sign.isspace() and not at_end:
            continue
        until = len(text) if at_end else n
        word = text[since:until].strip()
        if not word:
            continue
        signed = any(each in word for each in ".!?")
        if signed or wanted:
            found.append(Word(word, len(text[:until].rstrip())))
            wanted = signed
        since = until
    return found


def kind(word: Word, *, bare: bool) -> str:
    small = re.sub(r"-?[.,]?[0-9][0-9,.-]*\.?$", "##number##", word.text.lower())
    small = small if len(small) == 1 else small.replace(",", "")
    return small[:-1] if bare and len(small) > 1 and small.endswith(".") else small


def next_kind(word: Word) -> str:
    return kind(word, bare=word.breaks)


def starts(word: Word) -> int:
    if word.text in (";", ":", ",", ".", "!", "?"):
        return 0
    if word.text[0].isupper() and opens(next_kind(word)):
        return 1
    return 0 if word.text[0].islower() else -1


def is_initial(word: Word) -> bool:
    return re.fullmatch(r"[A-Za-z]\.", word.text) is not None


def by_itself(word: Word) -> None:
    text = word.text
    if (text.endswith(ENDERS) and "Yahoo!" not in text) or any(each in text for each in WITHIN):
        word.breaks = True
    elif text.endswith(".") and not text.endswith(".."):
        bare = text.encode()[: len(text) - 1].decode(errors="replace").lower()
        word.abbreviated = bare in STOPS or bare.split("-")[-1] in STOPS
        word.breaks = not word.abbreviated


def by_next(word: Word, after: Word) -> None:
    if not word.text.endswith("."):
        return
    initial = is_initial(word)
    if (word.abbreviated or word.text.endswith("..")) and not initial and starts(after) == 1:
        word.breaks = True
        return
    if initial or kind(word, bare=True) == "##number##":
        begins, capital = starts(after), after.text[0].isupper()
        if begins == 0 or (begins == -1 and initial and capital and not is_small(next_kind(after))):
            word.breaks, word.abbreviated = False, True


def by_shape(word: Word, after: Word) -> None:
    if word.text.endswith(".") and after.text == ".":
        word.breaks = after.breaks = False
        return
    doubtful = word.text.endswith(".") and not word.breaks
    ellipsis = re.search(r"(?:\.\s?){2,}\.", word.text)
    closing = word.breaks and word.text.endswith((")", "’", "”", '"', "'"))
    if doubtful or ellipsis or closing:
        capital, starter = after.text[0].isupper(), next_kind(after) in STARTERS
        if ellipsis and (capital or starter):
            word.breaks = True
            return
        if closing and after.text[0].islower() and not starter:
            word.breaks = False
            return
        if doubtful and capital and is_small(next_kind(after)):
            word.breaks = True
    if not re.search(r"(?:\w\.)+\w*\.", word.text, re.ASCII) or is_initial(word):
        return
    word.abbreviated = True
    word.breaks = starts(after) == 1


def walked(text: str) -> list[int]:
    """Where sentences end, three times over all words."""
    words = words_of(text)
    for word in words:
        by_itself(word)
    for word, after in pairwise(words):
        by_next(word, after)
    for word, after in pairwise(words):
        by_shape(word, after)
    return [word.at for word in words if word.breaks]


PIECES = [
    "Mr.", "Bush", "Police", "police", "The", "However", "said.", "U.S.", "p.m.", "J.", "K.", "A.", "no.", "No.", "5.",
    "2016.", "3.5", "...", "....", ".", "!", "?", "what?”", "“Yes.”", "he", "(sic.)", "etc.[2]", "Yahoo!", "Corp.",
    "e-mail.", "mid-Oct.", "cafés.", "“Mr.", "done.’", "Ph.D.", "x..", "war…", "—", "Ended", "Ms", "and", "1,000.", "St.",
    "9.30", "F.B.I.", "'Go!'", "-", ",", "News.", "Rev.1.2.", "é.", "it", "I", "Asked", "Republican", "Shares",
]  # fmt: skip


@given(
    st.lists(
        st.tuples(st.sampled_from(PIECES), st.sampled_from([" ", " ", "\n", "\n\n", "  ", "\u00a0"])), max_size=14
    )
)
def test_sentences_end_where_the_algorithm_walked_word_by_word_ends_them(parts):
    text = "".join(word + gap for word, gap in parts)
    for each in (text, text.rstrip()):
        assert ends(each) == walked(each)


@given(st.text(alphabet="aB.!? \n”é1", max_size=30))
def test_what_stands_between_sentences_is_blank(text):
    found = [*split(text)]
    assert all(text[a:b] == text[a:b].strip() != "" for a, b in found)
    left = text
    for a, b in reversed(found):
        left = left[:a] + left[b:]
    assert not left.strip()


def sentences(text: str) -> list[str]:
    return [text[a:b] for a, b in split(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Marlow left.|He took the bus.",
        "It belongs to Marlow Corp. in Bath.|It is old.",
        "They met at 5 p.m. on Monday.|Nobody spoke.",
        "Anna K. Brandt resigned.|No. 5 won.",
        "He works in the U.S. Senate building.",
        "He left the U.S.|However, he came back.",
        "“Is it over?” she asked.|“Yes.”|They left.",
        "Wait...|They did wait... and wait.",
        "It cost 2.5 million in 2016.|Prices rose.",
        "He grew up in St. Ives.|It rained.",
        "She bought Yahoo! shares.",
        "It ended Oct. 5.|Marlow won.",
    ],
)
def test_full_stops_of_abbreviations_end_no_sentence_but_where_an_ordinary_word_follows(text):
    assert sentences(text.replace("|", " ")) == text.split("|")


def test_an_ordinary_word_with_a_capital_after_an_abbreviation_begins_a_sentence():
    assert sentences("He sold Marlow Corp. Shares fell.") == ["He sold Marlow Corp.", "Shares fell."]
    assert sentences("They met at 5 p.m. Shares fell.") == ["They met at 5 p.m. Shares fell."]  # it may be a name


def test_a_line_of_its_own_ends_no_sentence_without_a_sign():
    assert sentences("Bridge shut\n\nThe bridge is shut.\n") == ["Bridge shut\n\nThe bridge is shut."]
    assert sentences("9:30 a.m.\n\nMarlow speaks.") == ["9:30 a.m.\n\nMarlow speaks."]


@pytest.mark.parametrize("word", ["police", "shares", "asked", "however", "brown", "it"])
def test_ordinary_words_are_usual_in_small_letters(word):
    assert is_small(word)


@pytest.mark.parametrize("word", ["bush", "kelly", "trump", "anna", "brandt", "u.s.", "zz", "##number##"])
def test_names_are_not_usual_in_small_letters(word):
    assert not is_small(word)


def test_a_word_that_stands_in_names_opens_no_sentence_by_its_capital():
    assert opens("despite")
    assert opens("retired")
    assert not opens("state")
    assert not opens("presidential")


@pytest.mark.parametrize("unit", ["a", "a.", ". ", "a.b.", "\n", "é.” ", "Mr. A", "-1.", "?!"])
def test_work_grows_with_length(unit):
    assert_work_grows_with_length(lambda text: [*split(text)], unit)
