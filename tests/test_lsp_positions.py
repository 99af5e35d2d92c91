"""Places of a text as editors count them, and back: exact in each encoding, whatever signs and line ends there are."""

import pytest
from helpers import assert_work_grows_with_length
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from newslint.base.text import Span
from newslint.lsp.documents import Document, path_of, uri_of
from newslint.lsp.positions import Positions

ENCODINGS = ["utf-8", "utf-16", "utf-32"]
TEXTS = st.text(
    st.one_of(st.sampled_from("ab é’“😀𝒜\u2028\u0085\x0b\x0c\u0301\n\r"), st.characters(exclude_categories=["Cs"])),
    max_size=60,
).map(lambda text: text * 1) | st.builds(
    lambda a, n, b: a + "é😀x" * n + b,
    st.text("a\r\n😀", max_size=5),
    st.integers(0, 800),
    st.text("a\r\n", max_size=5),
)


def units(text, encoding):
    return {"utf-8": len(text.encode()), "utf-16": len(text.encode("utf-16-le")) // 2, "utf-32": len(text)}[encoding]


@given(text=TEXTS, encoding=st.sampled_from(ENCODINGS), data=st.data())
def test_an_offset_is_found_again_by_its_line_and_column(text, encoding, data):
    positions = Positions(text, encoding)
    offset = data.draw(st.integers(0, len(text)))
    line, column = positions.at(offset)
    in_line_end = text[offset - 1 : offset + 1] == "\r\n" and offset > 0
    assert positions.offset(line, column) == (offset - 1 if in_line_end else offset)
    start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    if not in_line_end:
        assert column == units(text[start:offset], encoding)


@given(text=TEXTS, encoding=st.sampled_from(ENCODINGS), line=st.integers(0, 70), column=st.integers(0, 3000))
def test_any_place_a_client_names_is_one_of_the_text(text, encoding, line, column):
    offset = Positions(text, encoding).offset(line, column)
    assert 0 <= offset <= len(text)
    found = Positions(text, encoding).at(offset)
    assert found <= (line, column) or found[0] < line


def test_line_ends_are_those_of_the_protocol():
    text = "a\u2028b\rc\r\nd\n\x0be\x85f"
    assert [Positions(text).at(text.index(sign)) for sign in "abcdef"] == [
        (0, 0),
        (0, 2),
        (1, 0),
        (2, 0),
        (3, 1),
        (3, 3),
    ]


def test_a_column_inside_a_sign_is_where_it_begins():
    assert [Positions("😀x", "utf-16").offset(0, column) for column in range(5)] == [0, 0, 1, 2, 2]
    assert [Positions("éx", "utf-8").offset(0, column) for column in range(5)] == [0, 0, 1, 2, 2]


def change(start, end, text):
    return types.TextDocumentContentChangePartial(types.Range(types.Position(*start), types.Position(*end)), text)


@pytest.mark.parametrize(
    ("before", "made", "after"),
    [
        ("a\u2028b\nc", change((1, 0), (1, 1), "C"), "a\u2028b\nC"),
        ("😀 to to\r\nx", change((0, 5), (0, 8), ""), "😀 to\r\nx"),
        ("a\rb\rc", change((1, 0), (2, 0), ""), "a\rc"),
        ("a\r\nb", change((0, 9), (0, 9), "!"), "a!\r\nb"),
        ("a\n", change((7, 0), (7, 0), "b"), "a\nb"),
        ("abc", change((0, 2), (0, 1), "-"), "a-c"),
        ("abc", types.TextDocumentContentChangeWholeDocument("new"), "new"),
    ],
)
def test_changes_are_made_where_the_client_means(before, made, after):
    document = Document("untitled:1", "plaintext", 1, before)
    document.change([made], 2)
    assert (document.text, document.version) == (after, 2)


@given(text=TEXTS, parts=st.lists(st.tuples(st.integers(0, 90), st.integers(0, 90), TEXTS), max_size=6))
def test_a_text_is_what_its_changes_make_it_whether_they_come_together_or_not(text, parts):
    alone, together = (Document("untitled:1", "plaintext", 1, text, "utf-16") for _ in range(2))
    changes, expected = [], text
    for a, b, new in parts:
        places = Positions(expected)
        ends = [places.at(min(each, len(expected))) for each in (min(a, b), max(a, b))]
        start, end = (places.offset(*each) for each in ends)
        expected = expected[:start] + new + expected[end:]
        changes.append(change(*ends, new))
        alone.change(changes[-1:], 2)
        assert alone.text == expected
    together.change(changes, 2)
    assert together.text == expected


def test_a_word_replaced_in_many_places_is_no_work_that_grows_twice():
    def work(text):
        document = Document("untitled:1", "plaintext", 1, text)
        lines = text.count("\n")
        document.change([change((line, 0), (line, 1), "I") for line in reversed(range(lines))], 2)
        assert document.text == text.replace("i", "I")

    assert_work_grows_with_length(work, "it was late, é\n", longest=20_000)
    begun = Positions("é\n" * 20_000)
    assert begun.offset(19_999, 1) == 39_999


def test_half_a_surrogate_pair_is_not_taken_in():
    assert Document("untitled:1", "plaintext", 1, "a\ud800b").text == "a\ufffdb"


def test_paths_and_uris_lead_to_one_another(tmp_path):
    path = str(tmp_path / "a story, 50% é#?.md")
    assert path_of(uri_of(path)) == path
    assert path_of("untitled:Untitled-1") == ""
    assert path_of("http://[") == ""


def test_a_span_of_a_range_is_never_turned_round():
    given_range = types.Range(types.Position(0, 3), types.Position(0, 1))
    assert Positions("abcdef").span(given_range) == Span(1, 3)
