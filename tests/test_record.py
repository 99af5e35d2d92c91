"""newslint's `NamedTuple` does what `typing.NamedTuple` does: the same class, written once with each, acts alike."""

import copy
import inspect
import pickle
import typing

import pytest

from newslint.base.record import NamedTuple


class Ours(NamedTuple):
    """A place with a name."""

    name: str
    at: tuple[int, int]
    sure: bool = False

    @property
    def length(self) -> int:
        return self.at[1] - self.at[0]


class Theirs(typing.NamedTuple):
    """A place with a name."""

    name: str
    at: tuple[int, int]
    sure: bool = False

    @property
    def length(self) -> int:
        return self.at[1] - self.at[0]


BOTH = pytest.mark.parametrize("made", [Ours, Theirs])


@BOTH
def test_it_is_a_tuple_with_fields_values_of_their_own_and_properties(made):
    one = made("Velden", at=(3, 9))
    assert one == ("Velden", (3, 9), False)
    assert (one.name, one.at, one.sure, one.length) == ("Velden", (3, 9), False, 6)
    assert made._fields == ("name", "at", "sure")
    assert made._field_defaults == {"sure": False}
    assert one._asdict() == {"name": "Velden", "at": (3, 9), "sure": False}
    assert made._make(["a", (0, 1), True]) == ("a", (0, 1), True)
    assert repr(one) == f"{made.__name__}(name='Velden', at=(3, 9), sure=False)"
    name, *_ = one
    assert name == "Velden"


@BOTH
def test_it_can_be_matched_replaced_copied_and_sent_to_another_process(made):
    one = made("Velden", (3, 9))
    match one:
        case Ours(name, (start, _)) | Theirs(name, (start, _)):
            assert (name, start) == ("Velden", 3)
    assert one._replace(sure=True) == ("Velden", (3, 9), True)
    assert type(one._replace(sure=True)) is type(copy.copy(one)) is made
    assert pickle.loads(pickle.dumps(one)) == one


@BOTH
@pytest.mark.parametrize(
    "mistake",
    [
        lambda made: made("Velden"),
        lambda made: made("Velden", (1, 2), True, "more"),
        lambda made: made("Velden", (1, 2), unknown=1),
        lambda made: made._make(["too few"]),
    ],
)
def test_arguments_that_do_not_fit_are_refused(made, mistake):
    with pytest.raises(TypeError):
        mistake(made)


@BOTH
def test_an_unknown_field_and_a_new_value_are_refused(made):
    one = made("Velden", (3, 9))
    with pytest.raises((ValueError, TypeError)):  # which of them depends on the Python
        one._replace(unknown=1)
    with pytest.raises(AttributeError):
        one.name = "Harbour"
    with pytest.raises(AttributeError):
        one.other = 1


def test_it_looks_the_same_to_whoever_inspects_it():
    assert list(inspect.signature(Ours).parameters) == list(inspect.signature(Theirs).parameters)
    assert str(inspect.signature(Ours)) == "(name, at, sure=False)"
    assert Ours.__doc__ == Theirs.__doc__
    assert typing.get_type_hints(Ours) == typing.get_type_hints(Theirs)
    assert (Ours.__module__, Ours.__qualname__) == (__name__, "Ours")


def test_a_field_without_a_value_behind_one_with_a_value_is_a_mistake():
    with pytest.raises(TypeError):

        class Wrong(NamedTuple):
            sure: bool = False
            name: str


def test_one_without_fields_can_be_made():
    class Nothing(NamedTuple):
        """No fields."""

    assert Nothing() == ()
    assert repr(Nothing()) == "Nothing()"
