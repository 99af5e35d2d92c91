"""What is weighed comes to the same in every process: a sum does not go by the order of its parts."""

from itertools import permutations

import pytest

from newslint.analyses.names import _weights as of_names  # what is weighed is no analysis of its own
from newslint.base.weights import Weights

OF = {"one": 0.1, "two": 0.2, "three": 0.3, "four": -1.17, "five": 0.61}
ALL = [
    of_names.Weights(0.37, OF, low=0.0, medium=1.0, high=2.0),
    Weights(0.61, OF),
]


@pytest.mark.parametrize("weights", ALL, ids=["names", "others"])
def test_a_score_is_the_same_in_every_order_of_its_traits(weights):
    assert len({weights.score(traits) for traits in permutations(OF)}) == 1


@pytest.mark.parametrize("weights", ALL, ids=["names", "others"])
def test_traits_that_nothing_was_learnt_of_say_nothing(weights):
    assert weights.score(["one", "unheard of"]) == pytest.approx(weights.base + 0.1)
