"""Our named tuples are those of `typing`."""

import pickle
import typing

from newslint import records


class Ours(records.NamedTuple):
    """A record."""

    name: str
    size: int = 1

    @property
    def twice(self) -> int:
        return 2 * self.size

    def grown(self, by: int) -> "Ours":
        return self._replace(size=self.size + by)


class Theirs(typing.NamedTuple):
    """A record."""

    name: str
    size: int = 1


def test_a_record_is_a_named_tuple_like_any():
    ours, theirs = Ours("a"), Theirs("a")
    assert ours == theirs == ("a", 1)
    assert repr(ours) == repr(theirs).replace("Theirs", "Ours")
    assert Ours._fields == Theirs._fields
    assert Ours._field_defaults == Theirs._field_defaults
    assert (Ours.__doc__, Ours.__module__, Ours.__mro__[1:]) == (
        Theirs.__doc__,
        Theirs.__module__,
        Theirs.__mro__[1:],
    )
    assert typing.get_type_hints(Ours) == typing.get_type_hints(Theirs)
    assert set(dir(Ours)) - {"twice", "grown"} == set(dir(Theirs)) - {"__orig_bases__"}
    assert not hasattr(ours, "__dict__")


def test_it_has_the_methods_it_was_given():
    assert Ours("a", 2).twice == 4
    assert Ours("a").grown(4) == Ours("a", 5)
    assert pickle.loads(pickle.dumps(Ours("a"))) == Ours("a")
