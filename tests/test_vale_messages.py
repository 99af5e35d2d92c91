"""Messages of Vale's rules, filled with the words that an alert is about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.vale.messages import either, filled, unquoted


@pytest.mark.parametrize(
    ("message", "words", "said"),
    [
        ("Use '%s' instead of '%s'.", ("a", "b"), "Use 'a' instead of 'b'."),
        ("Avoid '%s'.", ("a", "b"), "Avoid 'a'."),
        ("Use '%s' instead of '%s'.", ("a",), "Use 'a' instead of ''."),
        ("%s, %s and %s", ("a",), "a,  and "),
        ("%[2]s before %[1]s", ("a", "b"), "b before a"),
        ("%[2]s then %s", ("a", "b", "c"), "b then c"),
        ("%[7]s!", ("a",), "!"),
        ("%d of %v, %q", (5, "a", "b"), '5 of a, "b"'),
        ("grade %.2f", ("12.34",), "grade 12.34"),
        ("100%% of '%s'", ("a",), "100% of 'a'"),
        ("100% of '%s', 100% sure", ("a",), "100% of 'a', 100% sure"),
        ("half: 50%", ("a",), "half: 50%"),
        ("no sign", ("a",), "no sign"),
        ("%s", ("%s %d",), "%s %d"),
    ],
)
def test_signs_are_filled_in_order(message, words, said):
    assert filled(message, tuple(words)) == said


@given(st.text(st.sampled_from("%[]1239sdvq .-ab")), st.lists(st.text(max_size=3), max_size=3))
def test_any_message_is_filled(message, words):
    found = filled(message, tuple(words))
    assert "%" in message or found == message
    assert filled(message.replace("%", "%%"), tuple(words)) == message


def test_several_suggestions_are_named_in_one_message():
    assert [either(options) for options in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "", "'a'", "'a' or 'b'", "'a', 'b', or 'c'"
    ]  # fmt: skip
    assert unquoted("Use '%s' instead of '%s'.") == "Use %s instead of '%s'."
    assert unquoted("Use '%s'.") == "Use '%s'."
