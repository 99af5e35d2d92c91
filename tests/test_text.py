"""Bytes become text with positions, whatever the encoding and the line ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.base.text import MAX_BYTES, LineIndex, Span, UnreadableStory, decode, read


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("naïve — “café”\n".encode(), "utf-8"),
        (b"\xef\xbb\xbf" + "café".encode(), "utf-8"),
        (b"\xff\xfe" + "café 😀".encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + "café 😀".encode("utf-16-be"), "utf-16-be"),
        ("“café”".encode("cp1252"), "cp1252"),
    ],
)
def test_every_encoding_is_read_and_written_back_byte_for_byte(data, encoding):
    source = decode(data, "a.txt")
    assert source.encoding == encoding
    assert "café" in source.text
    assert source.encode(source.text) == data


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x00\x01\x02PNG", "binary"),
        (b"\xff\xfe\x00\xd8", "UTF-16-LE text, but byte"),
        (b"\xef\xbb\xbf\xff", "UTF-8 text, but byte"),
        (b"caf\xe9 \x81", "not text in any encoding"),
    ],
)
def test_what_is_no_text_is_refused_with_a_reason(data, reason):
    with pytest.raises(UnreadableStory, match=reason):
        decode(data, "a.txt")


def test_a_folder_a_missing_file_and_a_huge_one_are_refused_with_a_reason(tmp_path):
    (tmp_path / "story.txt").mkdir()
    big = tmp_path / "big.txt"
    with big.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    for path, reason in (
        (tmp_path / "story.txt", "directory|ordinary|permission"),
        (tmp_path / "no.txt", "no such"),
        (big, "20 MB"),
    ):
        with pytest.raises(UnreadableStory, match=reason):
            read(str(path))


def test_lines_end_with_lf_crlf_or_cr():
    lines = LineIndex("a\nbc\r\nd\re")
    assert [lines.span(n) for n in (1, 2, 3, 4)] == [Span(0, 2), Span(2, 6), Span(6, 8), Span(8, 9)]
    assert lines.position(5)[1:] == (2, 4)
    assert len(lines) == 4


@given(st.text(alphabet=st.sampled_from("ab \r\n\u2028é😀")), st.data())
def test_a_position_leads_back_to_its_offset(text, data):
    lines = LineIndex(text)
    offset = data.draw(st.integers(0, len(text)))
    at = lines.position(offset)
    assert lines.span(at.line).start + at.column - 1 == offset


def test_positions_outside_the_text_are_errors():
    lines = LineIndex("ab")
    with pytest.raises(ValueError, match="outside"):
        lines.position(3)
    with pytest.raises(IndexError):
        lines.span(0)
    with pytest.raises(IndexError):
        lines.span(2)


def test_spans_overlap_and_hold():
    assert Span(0, 2).overlaps(Span(1, 3))
    assert not Span(0, 2).overlaps(Span(2, 3))
    assert Span(0, 3).holds(Span(1, 3))
    assert not Span(0, 3).holds(Span(1, 4))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (rb"{\rtf1\ansi The pier is closed.\par }", "it is RTF under another name"),
        (b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n", "it is a PDF under another name"),
        (b"PK\3\4 and so on", "it is a zip file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on", "it is a file of Word 97 to 2003"),
        (b"%!PS-Adobe-3.0\n", "it is PostScript"),
    ],
)
def test_another_file_under_the_name_of_a_text_is_refused(data, said):
    with pytest.raises(UnreadableStory, match=said):
        decode(data, "story.txt")
