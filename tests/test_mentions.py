"""Whom a story names: in full, by surname, and where."""

import pytest
from helpers import assert_work_grows_with_length, fragment
from hypothesis import given, settings
from hypothesis import strategies as st

# The short cuts of the search for names are held against the search of all: what is found must be the same.
from newslint.analyses.names._capitals import capitalised, names, places_of
from newslint.analyses.names._likeness import distance, fold, plain
from newslint.analyses.names.mentions import mentions
from newslint.base.text import Source, Span
from newslint.model.story import Story, Zone


def named(text):
    return [(m.name, m.given_as, m.person) for m in fragment(text).get(mentions) if m.entity == "person"]


def test_full_name_then_surname_is_one_person():
    assert named("Ana Ruiz resigned. Ruiz gave no reason.") == [("Ana Ruiz", "full", 0), ("Ruiz", "surname", 0)]


def test_title_is_kept_off_the_name():
    found = fragment("Sen. Bernie Sanders met U.S. President Donald Trump and Mr. Ekholm.").get(mentions)
    assert [(m.name, m.title) for m in found] == [
        ("Bernie Sanders", "Sen"),
        ("Donald Trump", "President"),
        ("Ekholm", "Mr"),
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Robin van Persie, who scored, left.", "Robin van Persie"),
        ("Mayor Bill de Blasio spoke.", "Bill de Blasio"),
        ("Martin Luther King Jr. marched.", "Martin Luther King"),
        ("Ursula von der Leyen said no.", "Ursula von der Leyen"),
        ("Al Aynsley-Green said so.", "Al Aynsley-Green"),
        ("James E. Clyburn said so.", "James E. Clyburn"),
        ("J.K. Rowling wrote it.", "J.K. Rowling"),
        ("Ana Ruiz's plan failed.", "Ana Ruiz"),
        ("Sir Sinead O’Connor’s song won.", "Sinead O’Connor"),
        ("Premysl Škoda said so.", "Premysl Škoda"),
    ],
)
def test_name_is_taken_whole_and_no_further(text, name):
    assert [m.name for m in fragment(text).get(mentions)] == [name]


def test_plural_of_a_family_leaves_the_s_off():
    assert named("Ana Ruiz left. The Ruizs stayed.")[1] == ("Ruiz", "family", 0)


def test_surname_goes_to_whom_it_was_last_used_of_in_full():
    assert [p for *_, p in named("Ana Ruiz left. Ruiz wept. Leo Ruiz came. Ruiz laughed.")] == [0, 0, 1, 1]


@pytest.mark.parametrize(
    "text",
    [
        "The United States and the White House met at Grand Central Station on Monday.",
        "West Ham beat New York. Prime Minister and Foreign Secretary agreed.",
        "Meanwhile, the Supreme Court heard the African National Congress.",
    ],
)
def test_bodies_and_places_are_nobody(text):
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Supreme Court sat in New York.", [("Supreme Court", "body"), ("New York", "place")]),
        ("Russian troops left the Red River Valley.", [("Red River Valley", "place")]),
        (
            "The Labour Party and Barclays Bank agreed in France.",
            [("Labour Party", "body"), ("Barclays Bank", "body"), ("France", "place")],
        ),
        ("French and American voters chose.", []),
    ],
)
def test_places_and_bodies_are_named_as_such(text, found):
    assert [(m.name, m.entity) for m in fragment(text).get(mentions)] == found


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Xi Jinping spoke. Xi left.", [("Xi Jinping", "full", 0), ("Xi", "surname", 0)]),
        ("Kim Jong Un spoke. Later Kim left.", [("Kim Jong Un", "full", 0), ("Kim", "surname", 0)]),
        ("Ban Ki-moon spoke. Mr. Ban left.", [("Ban Ki-moon", "full", 0), ("Ban", "surname", 0)]),
        ("Lee Hsien Loong spoke. Lee left.", [("Lee Hsien Loong", "full", 0), ("Lee", "surname", 0)]),
        ("Lee Radnor spoke. Then Radnor left.", [("Lee Radnor", "full", 0), ("Radnor", "surname", 0)]),
        ("Kim Novotny spoke. Novotny left.", [("Kim Novotny", "full", 0), ("Novotny", "surname", 0)]),
        ("Bashar al-Assad spoke. Assad left.", [("Bashar al-Assad", "full", 0), ("Assad", "surname", 0)]),
        ("Bashar al-Assad spoke. Then al-Assad left.", [("Bashar al-Assad", "full", 0), ("al-Assad", "surname", 0)]),
        ("Moqtada Al-Sadr spoke. Sadr left.", [("Moqtada Al-Sadr", "full", 0), ("Sadr", "surname", 0)]),
        ("Robin van Persie ran. Van Persie left.", [("Robin van Persie", "full", 0), ("Van Persie", "surname", 0)]),
        (
            "Mohammed bin Salman spoke. Bin Salman left.",
            [("Mohammed bin Salman", "full", 0), ("Bin Salman", "surname", 0)],
        ),
        ("Sammy Davis Jr. sang. Davis left.", [("Sammy Davis", "full", 0), ("Davis", "surname", 0)]),
    ],
)
def test_name_for_short_is_the_surname_wherever_custom_puts_it(text, people):
    assert named(text) == people


def test_lines_suspected_to_be_left_from_a_page_name_nobody():
    zone = Zone("body", Span(0, 16), "Ana Ruiz, editor")
    zone.sort = "author"
    assert Story(Source("a.txt", zone.text), [zone]).get(mentions) == ()


def test_sentence_end_parts_two_names():
    assert [m.name for m in fragment("He met Ana Ruiz. Leo Diaz said no.").get(mentions)] == ["Ana Ruiz", "Leo Diaz"]


def test_headline_in_title_case_names_only_whom_the_story_introduces():
    text = "Ana Ruiz Resigns After Storm\nAna Ruiz resigned."
    head, body = Zone("headline", Span(0, 28), text[:28]), Zone("body", Span(29, len(text)), text[29:])
    found = Story(Source("a.txt", text), [head, body]).get(mentions)
    assert [(m.zone.role, m.name) for m in found] == [("headline", "Ana Ruiz"), ("body", "Ana Ruiz")]


def test_page_residue_and_bylines_name_nobody():
    text = "By Ana Ruiz"
    for kind in ("byline", "chrome", "credit", "metadata"):
        assert Story(Source("a.txt", text), [Zone(kind, Span(0, 11), text)]).get(mentions) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zelenskyy", "Zelenskiy"),
        ("Klychko", "Klitschko"),
        ("Gaddafi", "Qaddafi"),
        ("Yermak", "Iermak"),
        ("Díaz", "Diaz"),
        ("Knightley", "Knightly"),
        ("Hassel", "Hassell"),
    ],
)
def test_spellings_of_one_sound_fold_alike(one, other):
    assert fold(plain(one)) == fold(plain(other))


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("abc", "abc", 0),
        ("trump", "turmp", 1),
        ("trump", "trmp", 1),
        ("trump", "tump", 1),
        ("ca", "abc", 3),
        ("", "ab", 2),
    ],
)
def test_distance_counts_letters_and_swaps(one, other, apart):
    assert distance(one, other) == apart


NAMEY = st.text(st.sampled_from("AaBČčéOo'’.-,“”\"() \u00a0\n&#éßJr"), max_size=80)


@settings(max_examples=150, deadline=None)
@given(NAMEY | st.text(max_size=80))
def test_places_hold_the_words_found(text):
    story = fragment(text)
    for run in story.get(names).runs:
        for word, at in zip(run.words, run.places, strict=True):
            assert run.zone.text.startswith(word, at)
    for mention in story.get(mentions):
        assert mention.zone.text[mention.start : mention.end] == mention.name


@pytest.mark.parametrize("bit", ["A", "A ", "Aa ", "A. ", "Mr. ", "A-", "A’", "Ana Ruiz, ", "de ", "Bb van de "])
def test_the_work_on_a_long_line_grows_with_its_length(bit):
    assert_work_grows_with_length(lambda text: fragment(text).get(mentions), bit)


_PARTS = (
    "Ana",
    "Ruiz",
    "O’Neill",
    "O'Neill",
    "van",
    "Mr.",
    "The",
    "U.S.",
    "said",
    ",",
    ".",
    "\n",
    "xRuiz",
    "Ruiz’s",
    "Al-Sadr",
    "“",
)


@given(
    st.lists(st.sampled_from(_PARTS), max_size=30), st.sets(st.sampled_from(["Ana", "Ruiz", "O'Neill", "Al-Sadr"]))
)
@settings(deadline=None)
def test_places_of_some_names_are_those_that_reading_all_of_them_finds(parts, forms):
    story = fragment(" ".join(parts))
    found = story.get(names).forms
    assert places_of(story, forms) == {form: at for form, at in found.items() if form in forms}


@given(st.lists(st.sampled_from(_PARTS), max_size=30))
@settings(deadline=None)
def test_no_word_of_a_name_is_missed_among_the_capitals(parts):
    story = fragment(" ".join(parts))
    capitals = {word.replace("’", "'") for word in story.get(capitalised)[0]}
    assert {form for form in story.get(names).forms if form.replace("'", "").replace("-", "").isalpha()} <= capitals
