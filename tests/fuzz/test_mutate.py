"""Mutated stories: 2,000 as a rule, 20,000 in CI, more from the command line (see mutate.py)."""

import pytest

from . import mutate
from .counts import SEED, cases
from .said import changed, said

SHARES = 8  # so that the processes of a test run have some each
TRIED = cases(2000, 1_000_000)


@pytest.mark.parametrize("share", range(SHARES))
def test_nothing_breaks_and_nobody_is_misquoted_in_a_mutated_story(share, monkeypatch):
    monkeypatch.setenv("NEWSLINT_PLUGINS", "")
    each = TRIED // SHARES
    tally = mutate.run(SEED, share * each, each)
    assert tally.cases == each
    assert not tally.faults, f"seed {SEED}: {tally.faults[:3]}: python tests/fuzz/mutate.py --seed {SEED} --only N"


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("She said “it was cold” and left.", ["it was cold"]),
        ("&quot;It was cold,&quot; she said.", ["It was cold,"]),
        ("&#8220;It was cold,&#x201d; she said.", ["It was cold,"]),
        ("``It was cold,'' she said.", ["It was cold,"]),
        ("> It was cold.\n> We left.", [" It was cold.", " We left."]),
        ("> [!NOTE]\n> It was cold.", []),
        ("“It was cold.\n\n“We left,” she said.", ["It was cold.", "We left,"]),
        ("<q>It was cold</q>", ["It was cold"]),
        ('!!! tip "Ask the ranger"', []),
        ('The pipe is 21" wide and 5\'10" tall.', []),
        ("“It was cold, she said.", []),
    ],
)
def test_the_reader_of_the_test_takes_what_is_plainly_said(text, spoken):
    assert [text[a:b] for a, b in said(text)] == spoken


def test_the_test_sees_a_word_changed_joined_or_cut_and_no_other_form_of_a_mark():
    text = "She said “it was not cold” and left."
    places = said(text)
    assert changed(text, [((17, 21), "")], places)  # a blank before “not”, and “not” cut
    assert changed(text, [((12, 13), "")], places)  # “itwas”
    assert changed(text, [((10, 12), "It")], places)
    # edits that touch are told as one: a mark, and a tag behind it
    assert not changed("a &#8220;</p>b” c", [((2, 13), "“")], [(9, 14)])
    assert not changed("“a &amp;quot;b”", [((3, 8), "&")], [(1, 14)])
    assert changed("a &#8220;<q>b</q>” c", [((2, 12), "“")], [(9, 17)])
    assert not changed(text, [((9, 10), '"'), ((25, 26), '"'), ((31, 35), "went")], places)


def test_a_case_goes_by_its_seed_and_number_alone():
    assert mutate.case(5, 7) == mutate.case(5, 7)
    assert mutate.case(5, 7) != mutate.case(6, 7)


def test_a_long_run_tells_its_seed_and_what_it_came_to(capsys):
    assert mutate.main(["--cases", "24", "--seed", "5", "--processes", "2"]) == 0
    out = capsys.readouterr().out
    assert "seed 5, cases 0 to 23" in out
    assert "24 cases, 0 faults" in out
