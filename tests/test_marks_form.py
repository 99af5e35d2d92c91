"""The one fix that turns marks inside quotations: their shape, no word, and only where it is asked for by name."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newslint

CURLY, STRAIGHT = {"marks-form": "curly"}, {"marks-form": "straight"}
SHAPES = str.maketrans("“”‘’", "\"\"''")
PIECES = (
    "“It’s late,” she said.", '"It\'s late," he said.', "the ’90s", "6'2\" tall", "‘no’", "'yes'", "rock 'n' roll",
    "“He said ‘no’ twice,” she said.", "Jones’ mill", "“", '"', "’", "'", " ", "\n\n", "a 20' pole",
)  # fmt: skip
COPY = st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join)


def fixed(text: str, style: dict[str, str], **how: Any) -> str:
    return newslint.fix(text, path="a.txt", style=style, **how).text


STORY = "Mill shut\n\n“It’s shut,” Ana Ruiz said of the ’90s mill. She is 6'2\" tall.\n"


def test_inside_a_quotation_marks_turn_only_where_asked_for_by_name() -> None:
    by_name = fixed(STORY, STRAIGHT, select="marks-form")
    assert "\"It's shut,\" Ana Ruiz said of the '90s mill. She is 6'2\" tall." in by_name
    assert "It’s shut" in fixed(STORY, STRAIGHT)
    assert "It’s shut" in fixed(STORY, STRAIGHT, select="punctuation")  # the topic is not its name


@pytest.mark.parametrize("style", [CURLY, STRAIGHT])
@given(text=COPY)
def test_no_word_is_ever_changed_and_what_is_turned_stays_turned(style: dict[str, str], text: str) -> None:
    done = fixed(f"Mill shut\n\n{text}\n", style, select="marks-form")
    assert done.translate(SHAPES) == f"Mill shut\n\n{text}\n".translate(SHAPES)
    assert fixed(done, style, select="marks-form") == done


def test_code_and_addresses_keep_their_marks() -> None:
    text = '---\ntitle: Mill\n---\nShe ran `print("x")` and [it\'s here](https://example.org/"a").\n'
    done = newslint.fix(text, path="a.md", style=CURLY, select="marks-form").text
    assert 'print("x")' in done
    assert 'example.org/"a"' in done
    assert "[it’s here]" in done
