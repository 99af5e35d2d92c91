"""No style asks for opposite things: whatever it would fix in a story comes to rest, and leaves nothing to fix."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from newslint.base.text import Source
from newslint.config.layers import read_layer
from newslint.config.settings import Settings
from newslint.engine.engine import Engine
from newslint.engine.fixing import fix_text
from newslint.engine.workspace import Workspace
from newslint.model.finding import Finding
from newslint.model.rule import Rule
from newslint.rulebook import pack, plugins

OWN = plugins.load("")
STYLES = sorted(OWN.styles)
_MARKS = re.compile(r"\[\[|\]\]|\(\(|\)\)")
NEWSROOM = Path(__file__).parent.parent / "examples" / "newsroom"


def axis_rules() -> list[Rule]:
    rules = pack.load(OWN).rules
    return [rules[rule_id] for rule_id, known in sorted(rules.known.items()) if known.axis]


def copy() -> Iterator[tuple[str, list[str]]]:
    """Texts with what the axes are about: the examples of their rules, and the stories of the newsroom."""
    for rule in axis_rules():
        texts = [each.text.strip() for each in rule.examples if each.format == "fragment" and each.language == "en"]
        yield rule.id, [f"Council meets\n\n{_MARKS.sub('', text)}\n" for text in texts]
    for path in sorted(NEWSROOM.rglob("*.txt")):
        yield path.name, [path.read_text("utf-8", "replace")]


COPY = dict(copy())


@cache
def desk(style: str) -> tuple[Workspace, Engine]:
    workspace = Workspace(Settings(style=style), None)
    return workspace, workspace.engine("a.txt")


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", sorted(COPY))
def test_all_that_a_style_would_fix_comes_to_rest(style: str, name: str) -> None:
    workspace, engine = desk(style)

    def check(text: str) -> list[Finding]:
        return engine.check(workspace.story(Source("a.txt", text), engine))

    axes = {rule.id for rule in axis_rules()}
    for text in COPY[name]:
        fixed = fix_text(text, check, offers=True)
        assert not fixed.conflicting, text
        left = [f"{each.rule}: {each.message}" for each in check(fixed.text) if each.rule in axes and each.fixes]
        assert not left, text


@pytest.mark.parametrize("style", STYLES)
def test_each_value_of_a_style_has_a_source(style: str) -> None:
    for axis, values in read_layer(OWN.styles[style]).data["style"].items():
        assert all(each.source for each in values), f"{style}: {axis}"
