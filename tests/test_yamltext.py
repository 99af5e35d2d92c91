"""YAML comes with the place of every value, and never explodes."""

import datetime

import pytest

from newslint.base.yamltext import YamlError, load, load_all


def test_values_and_keys_have_marks():
    document = load("a: 1\nb: [x, 'yé']\nc:\n  - q: word\n")
    assert document.data == {"a": 1, "b": ["x", "yé"], "c": [{"q": "word"}]}
    assert document.mark("b", 1)[2:] == (2, 8)
    assert document.key("c", 0, "q")[2:] == (4, 5)
    assert document.mark("c", 0, "missing")[2:] == (4, 5)
    assert document.mark("b", 1).start == 12


def test_dates_are_dates_and_words_stay_words():
    assert load("d: 2026-11-22\nw: off\n").data == {"d": datetime.date(2026, 11, 22), "w": "off"}


def test_several_documents_are_read_where_they_are_wanted():
    assert [d.data for d in load_all("a: 1\n---\na: 2\n")] == [{"a": 1}, {"a": 2}]
    with pytest.raises(YamlError, match="second document"):
        load("a: 1\n---\na: 2\n")
    assert load("").data is None


LEVELS = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 9))


@pytest.mark.parametrize(
    ("text", "message", "place"),
    [
        ("a: [1,\n", "expected the node content", (2, 1)),
        ("a: 1\na: 2\n", "is there twice", (2, 1)),
        ("l0: &l0 [x, x]\n" + LEVELS, "YAML bomb", None),
        ("a: &a [*a]\n", "YAML bomb", None),
        ("a: *nobody\n", "undefined alias", (1, 4)),
        ("d: 2026-13-45\n", "cannot be read", (1, 4)),
        ("x: !!python/object:os.system 1\n", "tag", (1, 4)),
        ("{a: 1}: 2\n", "a key must be", (1, 1)),
        ("a: b\x07\n", "special characters", (1, 5)),
        ("[" * 5000, "", None),
    ],
)
def test_faults_have_a_message_and_a_place(text, message, place):
    with pytest.raises(YamlError) as caught:
        load(text)
    assert message in caught.value.message
    if place:
        assert (caught.value.line, caught.value.column) == place
