"""What the marks of plain text tell of speech is never less than what reading the whole story tells."""

import pytest
from helpers import ROOT, plain
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.analyses.quotes.said_plainly import is_said
from newslint.base.text import Span
from newslint.engine import guard
from newslint.model.finding import Edit, Fix

PIECES = (
    *(
        "the the",
        "said",
        "Ana Silva",
        "mayor",
        "It was cold",
        "mill",
        "dogs'",
        "it's",
        "'90s",
        '5 ft 10"',
        "U.S.",
        "a b",
    ),
    *(
        "“",
        "”",
        '"',
        "‘",
        "’",
        "'",
        "“",
        "”",
        '"',
        ",”",
        '."',
        " ",
        " ",
        " ",
        "\n",
        "\n\n",
        "\n\n",
        "\n “",
        "— ",
        "–",
    ),
    *(
        ",",
        ".",
        ":",
        "?",
        "(",
        ")",
        "; ",
        "> ",
        "- ",
        "* ",
        "Q: ",
        "A: ",
        "«",
        "»",
        "„",
        "`",
        "´",
        "<b>",
        "&quot;",
        "[i]",
    ),
)
copy = st.lists(st.sampled_from(PIECES), min_size=1, max_size=60).map("".join)


def allowed(story, edit, monkeypatch=None):
    """Whether an edit may be made; with a patch, as the whole story tells."""
    if monkeypatch is None:
        return bool([*guard.sparing([Fix("Change it", (edit,))], story)])
    with monkeypatch.context() as patch:
        patch.setattr(guard, "is_said", lambda *_: None)
        return bool([*guard.sparing([Fix("Change it", (edit,))], story)])


def edits_of_words(text):
    """An edit of each word, of each gap between words, and of each mark."""
    at = 0
    for part in text.replace("\n", " ").split(" "):
        if part:
            yield Edit(Span(at, at + len(part)), "x")
            yield Edit(Span(at, at + 1), "“")
        yield Edit(Span(at + len(part), at + len(part)), "x")
        at += len(part) + 1


def wrongly_let_through(text, monkeypatch):
    """The edits that marks alone allow and the whole story does not."""
    quick, whole = plain(text), plain(text)
    return [e for e in edits_of_words(text) if allowed(quick, e) and not allowed(whole, e, monkeypatch)]


@given(copy)
@settings(max_examples=300)
def test_no_edit_is_let_through_that_reading_the_story_would_refuse(text):
    with pytest.MonkeyPatch.context() as monkeypatch:
        assert not wrongly_let_through(text, monkeypatch)


@pytest.mark.parametrize("path", sorted((ROOT / "tests" / "stories").glob("*.txt")), ids=lambda path: path.stem)
def test_no_edit_of_a_story_is_let_through_either(path, monkeypatch):
    text = path.read_text(encoding="utf-8")
    assert is_said(plain(text), Span(0, 1)) is not True
    assert not wrongly_let_through(text, monkeypatch)


@pytest.mark.parametrize(
    ("text", "word", "said"),
    [
        ("The mill burned. “It was cold,” said Ana Silva.", "cold", True),
        ("The mill burned. “It was cold,” said Ana Silva.", "mill", False),
        ("The dogs' mill burned. It's said.", "mill", False),
        ("“It was cold.\n\n“The mill burned,” said Ana Silva.", "mill", True),
        ("“It was cold.\n\nThe mill burned,” said Ana Silva.", "mill", None),
        ("The «mill» burned.", "burned", None),
        ("— The mill burned.", "mill", None),
        ("Q: Is it?\n\nA: The mill burned.\n\nQ: So?\n\nA: Yes.", "mill", None),
    ],
)
def test_marks_tell_what_was_said_or_leave_it_open(text, word, said):
    at = text.index(word)
    assert is_said(plain(text), Span(at, at + len(word))) is said
