"""Whatever a configuration, a rule file, a file of names or a baseline says, newslint ends in an answer or an error."""

import pytest

from .counts import cases, spread
from .settings import FILES, STORY, WHOLE, case, tried

COUNT = cases(120, WHOLE)


@pytest.mark.parametrize("part", range(4))
def test_mutated_settings_end_in_an_answer_or_a_named_mistake(newsroom, part):
    numbers = spread(COUNT, WHOLE)[part::4]
    assert numbers
    found = [fault for number in numbers if (fault := tried(case(number), newsroom))]
    assert found == []


def test_what_is_mutated_was_right(newsroom, newslint):
    for name, text in FILES.items():
        (newsroom / name).write_text(text, encoding="utf-8")
    (newsroom / "a.txt").write_text(STORY, encoding="utf-8")
    done = newslint("check", ".", "--no-baseline")
    assert (done.code, done.err) == (1, "")
    assert "repeated-word" in done.out
