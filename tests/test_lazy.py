"""A pattern that is compiled when it is first used works like one that was compiled at once."""

import re

import pytest

from newslint.base.lazy import pattern


@pytest.mark.parametrize("method", ["search", "match", "fullmatch", "finditer", "findall", "split"])
def test_every_method_gives_what_a_compiled_pattern_gives(method):
    lazy, eager = pattern("a+", re.IGNORECASE), re.compile("a+", re.IGNORECASE)

    def plain(found):
        return (
            found.span()
            if isinstance(found, re.Match)
            else [getattr(each, "span", lambda e=each: e)() for each in found or ()]
        )

    for text in ("AAb", "xaaya", ""):
        assert plain(getattr(lazy, method)(text)) == plain(getattr(eager, method)(text))


def test_other_attributes_are_the_patterns_too():
    assert pattern("(a)(?P<b>b)").groupindex == {"b": 2}
    assert pattern("a").sub("b", "aa") == "bb"
    with pytest.raises(AttributeError):
        pattern("a").nonsense  # noqa: B018
