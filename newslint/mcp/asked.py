"""What an assistant may ask of each tool: its arguments, as JSON schemas say them, and what is wrong with some."""

from __future__ import annotations

from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from newslint.base.errors import NewslintError, near_miss
from newslint.base.showing import showable
from newslint.base.typed import Any
from newslint.service.service import Choices

_MOST_SHOWN = 60  # code points of a word that a message cites


class Asked(BaseModel):
    """The arguments of a tool; others than these are refused, since a misspelt one would change what is done."""

    model_config = ConfigDict(extra="forbid")


class AskedOfStory(Asked):
    """A story: as a text, or as a file below the root."""

    text: Annotated[
        str | None,
        Field(description="The story itself, headline first. Leave it out to read the file at `path` instead."),
    ] = None
    path: Annotated[
        str,
        Field(
            description="Where the story stands, relative to the folder that is served. Without `text` this file is"
            " read; with `text` it is not opened, but its ending tells the format (.md, .html, .txt, …) and its"
            " folder which newslint.yaml holds."
        ),
    ] = ""
    format: Annotated[
        str, Field(description="Read the text in this story format, such as markdown, whatever the path ends in.")
    ] = ""


class AskedToCheck(AskedOfStory):
    """A story, and what is looked for in it."""

    style: Annotated[str, Field(description="A house style (the tool `styles` lists them), such as ap.")] = ""
    select: Annotated[
        list[str],
        Field(description="Run only these rules or topics, even those that are off.", max_length=500),
    ] = []
    ignore: Annotated[list[str], Field(description="Do not run these rules or topics.", max_length=500)] = []
    min_confidence: Annotated[
        Literal["low", "medium", "high"] | None,
        Field(
            description="Tell of findings of at least this confidence. Without it newslint.yaml decides (medium"
            " unless it says otherwise). `low` adds what is only suspected."
        ),
    ] = None


def choices(asked: AskedToCheck) -> Choices:
    """What an assistant chooses on top of the configuration."""
    return Choices(
        style=asked.style,
        select=tuple(asked.select),
        ignore=tuple(asked.ignore),
        min_confidence=asked.min_confidence,
    )


_Some = TypeVar("_Some", bound=Asked)


def understood(kind: type[_Some], given: dict[str, Any] | None) -> _Some:
    """The arguments of a call; raises NewslintError that says of each what is wrong with it."""
    try:
        return kind.model_validate({} if given is None else given, strict=True)
    except ValidationError as error:
        faults = error.errors(include_url=False, include_context=False, include_input=False)
        raise NewslintError("; ".join(_fault(kind, fault) for fault in faults[:5])) from None


def _fault(kind: type[Asked], fault: Any) -> str:
    """What is wrong with one argument."""
    name = ".".join(str(part) for part in fault["loc"])[:_MOST_SHOWN]
    if fault["type"] == "extra_forbidden":
        hint = near_miss(name, kind.model_fields)
        return f"there is no argument “{showable(name)}”" + (f": {hint}" if hint else "")
    if fault["type"] == "missing":
        return f"the argument “{name}” is missing"
    said = fault["msg"].removeprefix("Input ")
    return f"the argument “{showable(name)}” {said}"
