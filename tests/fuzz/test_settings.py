"""Whatever a configuration, a rule file, a file of names or a baseline says, newslint ends in an answer or an error."""

import pytest

from .counts import cases, spread
from .settings import WHOLE, case, tried

COUNT = cases(120, WHOLE)


@pytest.mark.parametrize("part", range(4))
def test_mutated_settings_end_in_an_answer_or_a_named_mistake(newsroom, part):
    numbers = spread(COUNT, WHOLE)[part::4]
    assert numbers
    found = [fault for number in numbers if (fault := tried(case(number), newsroom))]
    assert found == []
