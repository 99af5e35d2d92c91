"""Vale's `extends: capitalization`: titles, sentences, small letters, capitals and patterns."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vale_told import refused, told

from newslint.vale.casing import Known, Sentence, Title, each_capitalized, lowered, raised
from newslint.words.tables import Casing

RULE = 'extends: capitalization\nmessage: "“%s” should be “%s”"\nscope: heading\n'
WORDS = st.text(st.sampled_from("aAbBéÉßÿ ’'-/:“”123İΣ\n"), max_size=30)


def known(*words):
    return Known(words, re.compile)


def titled(text, style="AP", *words):
    small = Casing.of().small | (Casing.of().prepositions if style == "Chicago" else frozenset())
    return Title(small, known(*words))(text)


@pytest.fixture
def headings(newsroom, newslint):
    """The headings of a story that a rule tells of, each with what it should be."""

    def check(rule, *lines, **keys):
        story = "\n\n".join(f"## {line}\n\nThe mill has reopened." for line in lines)
        found = told(newsroom, newslint, {"Case": RULE + rule}, f"# The Mill\n\n{story}\n", **keys)
        return [finding["message"] for finding in found if finding["match"] != "The Mill"]

    return check


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("the ferry of the north", "The Ferry of the North"),
        ("what the vote is for", "What the Vote Is For"),
        ("a bridge: a history", "A Bridge: A History"),
        ("a bridge - the history", "A Bridge - The History"),
        ("a bridge — the history", "A Bridge — The History"),
        ("door-to-door on-the-spot checks", "Door-to-Door On-the-Spot Checks"),
        ("trams and/or buses", "Trams and/or Buses"),
        ("“the ferry” is in port", "“The Ferry” Is in Port"),
        ("harbor vs. town", "Harbor vs. Town"),
        ("the mayor’s men won’t go", "The Mayor’s Men Won’t Go"),
        ("NATO and iPhone owners", "NATO and IPhone Owners"),
        ("a day at sea\nin a storm", "A Day at Sea\nIn a Storm"),
        ("über alles", "Über Alles"),
    ],
)
def test_a_title_has_capitals_but_for_small_words(written, title):
    assert titled(written) == title


def test_chicago_writes_longer_prepositions_small_too():
    assert titled("the ferry between the islands without a crew") == "The Ferry Between the Islands Without a Crew"
    assert (
        titled("the ferry between the islands without a crew", "Chicago")
        == "The Ferry between the Islands without a Crew"
    )


def test_words_that_are_known_stand_as_they_are_known():
    assert titled("selling iphones and an iphone", "AP", "iPhone") == "Selling Iphones and an iPhone"
    assert titled("the tokenizer of a toKen", "AP", "[Tt]oken") == "The tokenizer of a ToKen"
    assert (
        Sentence([], known("Mill Lane", "NATO"))("the Road from mill lane to Nato")
        == "The road from Mill Lane to NATO"
    )


def test_a_sentence_begins_after_an_indicator_and_after_a_number():
    write = Sentence([":", "–"], known())
    assert write("Harbor: What We Know") == "Harbor: What we know"
    assert write("Harbor – What We Know") == "Harbor – what we know", "a word ends in it, no sign alone"
    assert write("1. What We Know") == "1. What we know"
    assert write("“What We Know,” He Said") == "“What we know,” he said", "no sign is lost"
    assert Sentence([], known())("Harbor: What We Know") == "Harbor: what we know"


def test_letters_change_one_for_one_as_in_go():
    assert raised("straße ﬁn é") == "STRAßE ﬁN É"
    assert lowered("İSTANBUL ΑΣ") == "istanbul ας".replace("ς", "σ")
    assert each_capitalized("top-level don't a_b é’ü ’s") == "Top-Level Don'T A_b É’ü ’s"


@given(WORDS)
def test_only_letters_change_and_a_second_time_none(text):
    for write in (lowered, raised, Title(Casing.of().small, known()), Sentence([":"], known())):
        made = write(text)
        assert len(made) == len(text)
        assert lowered(raised(made)) == lowered(raised(text))
        assert write(made) == made


def test_a_heading_that_is_no_title_is_told_with_the_title(headings):
    assert headings("match: $title\n", "The mill on the river", "The Mill on the River") == [
        "“The mill on the river” should be “The Mill on the River”"
    ]


def test_a_title_may_miss_a_fifth_of_its_words(headings):
    four, five = "Mayor Opens the new Mill", "Mayor opens the new Mill"
    assert headings("match: $title\n", four, five) == [f"“{five}” should be “Mayor Opens the New Mill”"]
    assert len(headings("match: $title\nthreshold: 0.9\n", four, five)) == 2
    assert headings("match: $title\nthreshold: 0.5\n", four, five) == []


def test_before_an_infinitive_and_elsewhere_to_may_stand_either_way(headings):
    strict = "match: $title\nthreshold: 1\n"
    assert headings(strict, "What To Do", "What to Do", "The Road to Rome", "The Road To Rome") == []
    assert headings(strict, "To the Mill") == headings(strict, "Where to Go To") == []
    assert len(headings(strict + "style: Chicago\n", "What To Do")) == 1
    assert len(headings(strict, "to the Mill", "Go to")) == 2


def test_words_all_in_capitals_are_fine_in_a_title_and_not_in_a_sentence(headings):
    assert headings("match: $title\nthreshold: 1\n", "THE MILL IS OPEN") == []
    assert len(headings("match: $sentence\n", "THE MILL IS OPEN", "Three talks with NATO")) == 2


def test_a_sentence_whose_first_word_is_small_is_told_whatever_follows(headings):
    assert headings("match: $sentence\n", "the mill is open and all are glad of it") == [
        "“the mill is open and all are glad of it” should be “The mill is open and all are glad of it”"
    ]
    assert headings("match: $sentence\n", "Top-Level talks with all five of the parties") == []


def test_exceptions_and_accepted_words_are_right_in_any_style(headings):
    line = "Talks with NATO and Mill Lane"
    assert len(headings("match: $sentence\n", line)) == 1
    assert headings("match: $sentence\nexceptions: [NATO, Mill Lane]\n", line) == []
    assert headings("match: $sentence\n", line, accept="NATO\nMill Lane\n") == []
    assert len(headings("match: $sentence\nvocab: false\n", line, accept="NATO\nMill Lane\n")) == 1
    assert headings("match: $lower\nexceptions: [Mill]\n", "all of the Mill", "all of it") == []


def test_a_prefix_is_left_as_it_is(headings):
    rule = "match: $sentence\nthreshold: 1\nprefix: '[A-Z]+-\\d+ \\w+: '\n"
    assert headings(rule, "ABC-12 Fix: What we know", "ABC-12 Fix: what we know") == [
        "“ABC-12 Fix: what we know” should be “ABC-12 Fix: What we know”"
    ]


@pytest.mark.parametrize(
    ("match", "fine", "wrong"),
    [("$lower", "what we know", "What we know"), ("$upper", "WHAT WE KNOW", "WHAT WE KNOw"),
     (r"'^(?:How|Why)\b.*\?$'", "How the mill was saved?", "Where the mill stands?")],
)  # fmt: skip
def test_small_letters_capitals_and_patterns(headings, match, fine, wrong):
    assert headings(f"match: {match}\n", fine) == []
    (said,) = headings(f"match: {match}\n", wrong)
    assert said.startswith(f"“{wrong}” should be “")


def test_a_pattern_looks_at_each_block_for_itself(headings):
    assert headings("match: '^The'\n", "The mill", "A mill", "The river", "Rivers") == [
        "“A mill” should be “^The”", "“Rivers” should be “^The”"
    ]  # fmt: skip


def test_what_is_expected_is_offered_as_a_fix_where_the_rule_replaces(newsroom, newslint):
    story = "# Mill “On the river” reopens\n\nIt has.\n"
    rule = RULE + "match: $title\naction: {name: replace}\n"
    (finding,) = told(newsroom, newslint, {"Case": rule}, "# Mill on the river reopens\n\nIt has.\n")
    assert [fix["title"] for fix in finding["fixes"]] == ["write “Mill on the River Reopens”"]
    (finding,) = told(newsroom, newslint, {"Case": RULE + "match: $title\n"}, story)
    assert finding["fixes"] == []
    (finding,) = told(newsroom, newslint, {"Case": rule}, story)
    assert finding["fixes"] == [], "nothing inside a quotation is changed"


def test_a_block_without_a_word_is_fine_and_a_long_one_is_shown_in_part(newsroom, newslint):
    rule = 'extends: capitalization\nmessage: "“%s” or “%s”"\nmatch: $title\n'
    assert told(newsroom, newslint, {"Case": rule}, "…\n", name="a.txt") == []
    (finding,) = told(newsroom, newslint, {"Case": rule}, "the mill " * 400, name="a.txt")
    assert len(finding["message"]) < 450
    assert finding["start"]["offset"] == 0


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("scope: heading\n", "vale/Desk.Rule has no `match`"),
        ("match: $sentance\n", "expected $title, $sentence, $lower, $upper or a pattern after `match`"),
        ("match: '(a'\n", "a pattern of `match` cannot be used"),
        ("match: $title\nexceptions: ['(']\n", "a pattern of `exceptions` cannot be used"),
        ("match: $title\nprefix: '['\n", "a pattern of `prefix` cannot be used"),
        ("match: $title\nthreshold: much\n", "expected a number after `threshold`"),
    ],
)
def test_what_cannot_be_used_is_told_at_its_place(newsroom, newslint, rule, said):
    err = refused(newsroom, newslint, "extends: capitalization\nmessage: no\n" + rule)
    assert said in err
    assert "Rule.yml:" in err
