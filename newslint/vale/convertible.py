"""Which patterns of Vale's find the same in newslint's own rules, that look at a paragraph at a time."""

from __future__ import annotations

import re

from newslint.matcher import Needle, compile_pattern
from newslint.vale.literals import every_part, has, may_match_line_end, may_reach_far, tree_of

_EDGES = ("AT_BEGINNING", "AT_BEGINNING_STRING", "AT_END", "AT_END_STRING", "AT_BEGINNING_LINE", "AT_END_LINE")


class Refused(Exception):
    """Why a rule is not converted: `reason` is one of a few, `said` is about this rule."""

    def __init__(self, reason: str, said: str) -> None:
        super().__init__(said)
        self.reason = reason
        self.said = said


def check_pattern(text: str, flags: int, *, plain: bool) -> None:
    """Raise Refused for a pattern that would find something else in one paragraph after the other."""
    if not plain or flags & re.VERBOSE:
        raise Refused("pattern", "its pattern is one that Python's own engine does not take")
    tree = tree_of(text, flags)
    flags |= tree.state.flags
    if tree.getwidth()[0] == 0:
        raise Refused("pattern", "its pattern may match nothing at all")
    if has(tree, ("GROUPREF", "GROUPREF_EXISTS")):
        raise Refused("back-reference", "its pattern refers back to a group, which newslint's patterns do not")
    places = [str(value) for operator, value in every_part(tree) if str(operator) == "AT"]
    if any(place in _EDGES for place in places):
        raise Refused("line ends", "its pattern asks for the beginning or the end of a line")
    if may_reach_far(tree):
        raise Refused("sentences", "its pattern may reach into the next sentence, and Vale goes by sentences too")
    if may_match_line_end(tree, flags):
        raise Refused("line ends", "its pattern may reach over the end of a line, where newslint's rules stop")


def check_taken(text: str, *, case: bool) -> None:
    """Raise Refused for a pattern that newslint's rules may not have."""
    try:
        compile_pattern(Needle(text, pattern=True, case=case))
    except ValueError as error:
        raise Refused("pattern", f"newslint does not take its pattern: {error}") from None
