"""Vale's `extends: sequence`, with and without parts of speech; and `script`, which is refused."""

import sys

import pytest
from helpers import assert_work_grows_with_length
from hypothesis import given
from hypothesis import strategies as st
from vale_told import refused, told

from newslint.vale.tokens import tokens

RULE = "extends: sequence\nmessage: 'seen: %s|%s|%s|%s'\n"


def steps(*lines, more=""):
    return RULE + more + "tokens:\n" + "".join(f"  - {{{line}}}\n" for line in lines)


@pytest.fixture
def seen(newsroom, newslint):
    """The words that a rule marks in a story."""

    def check(rule, story, name="a.md"):
        return [finding["match"] for finding in told(newsroom, newslint, {"Row": rule}, story, name=name)]

    return check


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The mayor’s men don't go.", "The|mayor’s|men|do|n't|go|."),
        ("“We'll go,” said the mayors' aide; he cannot.", "“We|'ll|go|,|”|said|the|mayors|'|aide|;|he|can|not|."),
        ("It cost $1,200.50 (at 10:30) -- or so...", "It|cost|$|1,200.50|(|at|10:30|)|--|or|so|..."),
        ("He saw the U.S. Senate in D.C.", "He|saw|the|U.S.|Senate|in|D.C|."),
        ('She said: "It is 5%."', 'She|said|:|"|It|is|5|%|.|"'),
        ("I'm gonna gimme 'tis wannabe", "I|'m|gon|na|gim|me|'t|is|wannabe"),
        ("a\n\tb", "a|b"),
        ("...", "..."),
        ("", ""),
    ],
)
def test_words_are_parted_as_in_penns_treebank(sentence, words):
    assert [token.text for token in tokens(sentence)] == (words.split("|") if words else [])


@given(st.text(st.sampled_from(list("ab n't'\".,:;()-%$&“’1\n")) | st.characters(), max_size=40))
def test_tokens_are_all_there_is_but_blanks_in_order(sentence):
    found = tokens(sentence)
    assert all(sentence[token.start : token.end] == token.text for token in found)
    assert "".join(token.text for token in found) == "".join(sentence.split())


def test_long_sentences_are_parted_in_time():
    for unit in ("a.", "' ", "...", "n't'", "a,1", "--"):
        assert_work_grows_with_length(tokens, unit)


def test_steps_follow_one_another_and_are_told_in_the_message(newsroom, newslint):
    rule = {"Row": steps("pattern: '\\bvery\\b'", "pattern: '^\\w+ly$'")}
    story = "He ran very quickly. They are very glad. It is, very badly put.\n"
    found = told(newsroom, newslint, rule, story)
    assert [(each["match"], each["message"]) for each in found] == [
        ("very quickly", "seen: very|quickly||"),
        ("very badly", "seen: very|badly||"),
    ]
    assert [each["start"]["column"] for each in found] == [8, 49]


def test_as_in_vale_the_first_pattern_is_looked_for_in_the_sentence_the_others_in_words(seen):
    assert seen(steps("pattern: '^very$'", "pattern: '^glad$'"), "They are very glad.\n") == []
    assert seen(steps("pattern: '^They'", "pattern: '^are$'"), "They are very glad.\n") == ["They are"]


def test_a_sequence_ends_with_its_sentence(seen):
    rule = steps("pattern: glad", "pattern: It")
    assert seen(rule, "He is glad. It is late.\n") == []
    assert seen(steps("pattern: glad", "pattern: '^\\.$'"), "He is glad. It is late.\n") == ["glad."]


def test_case_counts_unless_it_is_ignored(seen):
    assert seen(steps("pattern: '\\bthe\\b'", "pattern: mill"), "The mill. At the mill.\n") == ["the mill"]
    both = steps("pattern: '\\bthe\\b'", "pattern: mill", more="ignorecase: true\n")
    assert seen(both, "The mill. At the mill.\n") == ["The mill", "the mill"]


def test_what_is_negated_must_not_stand_there(seen):
    rule = steps("pattern: '^of$', negate: true", "pattern: '\\bcourse\\b'", "pattern: ',', negate: true")
    assert seen(rule, "Of course, we go. That course is set. Change course, then. By the course of it.\n") == [
        "That course is", "the course of"
    ]  # fmt: skip
    assert seen(rule, "Course is set.\n") == [], "there must be a word"


def test_words_between_may_be_skipped_up_to_a_number(seen):
    rule = steps("pattern: '\\beither\\b'", "pattern: '^nor$', skip: 3")
    story = "We want either bread nor wine. We want either some new bread nor wine. "
    assert seen(rule, story + "We want either a lot of bread nor wine.\n") == [
        "either bread nor", "either some new bread nor"
    ]  # fmt: skip


def test_words_before_the_first_with_a_pattern_may_be_skipped_too(seen):
    rule = steps("pattern: '^nor$', negate: true, skip: 2", "pattern: '\\bwine\\b'")
    assert seen(rule, "Not bread nor wine.\n") == ["bread nor wine"]


def test_as_in_vale_a_word_that_may_be_skipped_ends_its_side(seen):
    rule = steps("pattern: '\\bso\\b'", "pattern: '^far$', skip: 2", "pattern: '^away$'")
    assert seen(rule, "It is so far from here.\n") == ["so far"], "nothing more is asked of what follows"


def test_each_place_is_told_and_each_but_once(seen):
    rule = steps("pattern: '\\bto\\b'", "pattern: '^to$'")
    assert seen(rule, "He went to to the mill and to to the river.\n") == ["to to", "to to"]
    assert seen(rule, "He went to to to it.\n") == ["to to", "to to"]


def test_words_on_two_lines_are_found_where_they_stand(newsroom, newslint):
    rule = {"Row": steps("pattern: '\\bvery\\b'", "pattern: glad")}
    for name in ("a.md", "a.txt"):
        (found,) = told(newsroom, newslint, rule, "They are very\nglad of it.\n", name=name)
        assert (found["start"]["line"], found["start"]["column"], found["end"]["line"]) == (1, 10, 2)


def test_an_action_gives_a_fix(newsroom, newslint):
    rule = {"Row": steps("pattern: '\\bvery\\b'", "pattern: glad", more="action: {name: replace, params: [happy]}\n")}
    (found,) = told(newsroom, newslint, rule, "They are very glad.\n")
    assert [fix["title"] for fix in found["fixes"]] == ["write “happy”"]


def test_a_long_sentence_takes_its_time(newsroom, newslint):
    rule = {"Row": steps("pattern: '\\ba\\b'", "pattern: b, skip: 50")}
    assert told(newsroom, newslint, rule, "a " * 20_000 + ".\n") == []


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (RULE, "vale/Desk.Rule has no `tokens`"),
        (RULE + "tokens: very\n", "vale/Desk.Rule has no `tokens`"),
        (RULE + "tokens: [very]\n", "expected pattern, tag, skip or negate, found “very”"),
        (steps("patern: very"), "unknown key “patern”"),
        (steps("pattern: '('"), "a pattern of `tokens` cannot be used"),
        (steps("pattern: a", "skip: many"), "expected a number of words from 0 to 200 after `skip`"),
        (steps("pattern: a", "skip: -1"), "expected a number of words from 0 to 200 after `skip`"),
        (steps("pattern: a", "skip: 200", "skip: 200"), "the sequence is longer than 200 words"),
        (steps("pattern: a, negate: true"), "would never find anything"),
        (steps("skip: 2"), "would never find anything"),
    ],
)
def test_what_cannot_be_used_is_told_at_its_place(newsroom, newslint, rule, said):
    err = refused(newsroom, newslint, rule)
    assert said in err
    assert "Rule.yml:" in err


def test_tags_without_a_tagger_are_refused_with_what_to_install(newsroom, newslint, monkeypatch):
    monkeypatch.setitem(sys.modules, "HanTa", None)
    err = refused(newsroom, newslint, steps("pattern: have", "tag: VBN"))
    assert "vale/Desk.Rule asks for parts of speech, which need a tagger" in err
    assert 'python -m pip install "newslint[tags]"' in err
    assert "Rule.yml:4:" in err, "the line with the tags"


def test_tags_are_penns(seen):
    pytest.importorskip("HanTa")
    rule = steps("pattern: '\\b(?:should|could)\\b', tag: MD", "pattern: '^of$'", "tag: VBN")
    assert seen(rule, "You should of gone to town. What we could of course do is go.\n") == ["should of gone"]
    passive = steps("pattern: '\\b(?:was|were)\\b'", "tag: '^RB$', skip: 1", "tag: '^VBN$'")
    assert seen(passive, "The mill was quickly sold.\n") == ["was quickly"], "as in Vale: see above"
    assert seen(steps("pattern: '\\bthe\\b'", "tag: '^NNP', negate: true"), "Near the river. Near the Severn.\n") == [
        "the river"
    ]


def test_the_tagger_names_each_word_as_penn_does():
    pytest.importorskip("HanTa")
    from newslint.vale.tagging import tags_of  # here: it is an extra

    sentence = (
        "Go! The three mayors of London didn't want to say who’d more quickly paid $5 for their best “town” hall."
    )
    words = tuple(token.text for token in tokens(sentence))
    tagged = dict(zip(words, tags_of(words), strict=True))
    assert {word: tagged[word] for word in ("The", "three", "mayors", "of", "London", "n't", "to", "say", "$", ".")} == {
        "The": "DT", "three": "CD", "mayors": "NNS", "of": "IN", "London": "NNP", "n't": "RB", "to": "TO", "say": "VB",
        "$": "$", ".": ".",
    }  # fmt: skip
    assert tags_of(()) == []
    assert len(tags_of(("word",) * 1000)) == 1000


def test_a_model_in_the_current_folder_is_not_read(newsroom):
    pytest.importorskip("HanTa")
    from newslint.vale import tagging

    (newsroom / "morphmodel_en.pgz").write_bytes(b"not a model")
    tagging.tags_of.cache_clear()
    # private: the model that was read before is forgotten
    tagging._tagger.cache_clear()
    assert tagging.tags_of(("They", "sing")) == ["PRP", "VBP"]


def test_a_script_is_refused_with_what_to_do(newsroom, newslint):
    rule = 'extends: script\nmessage: no\nscript: |\n  text := import("text")\n  matches := []\n'
    err = refused(newsroom, newslint, rule)
    assert "vale/Desk.Rule is a script in Tengo, which newslint does not run" in err
    assert "take its file out of the style" in err
    assert "Rule.yml:1:" in err
