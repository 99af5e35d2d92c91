"""The house styles there are."""

from __future__ import annotations

from pydantic import BaseModel

from newslint.config.layers import read_layer
from newslint.mcp.asked import Asked
from newslint.mcp.tool import Told, Tool, text_of
from newslint.service.service import Service


class ToldStyle(BaseModel):
    """A house style, and what it picks on each axis."""

    name: str
    picks: dict[str, list[str]]


class ToldStyles(BaseModel):
    """The house styles there are."""

    styles: list[ToldStyle]


def styles(service: Service, asked: Asked) -> Told:
    """The house styles there are."""
    found = []
    for name, path in sorted(service.workspace().plugins.styles.items()):
        picked = read_layer(path).data.get("style", {})
        picks = {axis: [each.value for each in values] for axis, values in sorted(picked.items())}
        found.append(ToldStyle(name=name, picks=picks))
    lines = (f"{each.name}: {_picked(each.picks)}" for each in found)
    return text_of(lines), ToldStyles(styles=found)


def _picked(picks: dict[str, list[str]]) -> str:
    return ", ".join(f"{axis} {' or '.join(values)}" for axis, values in picks.items())


TOOL = Tool(
    "styles",
    "List the house styles",
    "List the house styles that `check` and `fix` take as `style`, and what each picks.",
    Asked,
    ToldStyles,
    styles,
    place=6,
)
