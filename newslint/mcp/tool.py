"""A tool: what it is for, what it takes, what it tells, and how it comes to that."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from pydantic import BaseModel

from newslint.base.record import NamedTuple
from newslint.base.showing import showable_lines
from newslint.mcp.asked import Asked
from newslint.service.service import Service

Told = tuple[str, BaseModel]  # a short text for people and simple clients, and the same as data


class Tool(NamedTuple):
    """A tool: `does` gives the answer to a call, and raises NewslintError for what is wrong with it."""

    name: str
    title: str
    description: str
    takes: type[Asked]
    tells: type[BaseModel]
    does: Callable[[Service, Any], Told]
    place: int = 99  # in the list of tools


def text_of(lines: Iterable[str]) -> str:
    """Lines as one text, in which nothing of a stranger's stands that a terminal would obey."""
    return "\n".join(showable_lines(line) for line in lines)
