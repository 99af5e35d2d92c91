"""Styles of Vale's for tests: rules written out in a folder, and what they say of a text."""

from pathlib import Path
from typing import NamedTuple

import yaml
from helpers import write

import newslint
from newslint.base.text import LineIndex

LONG = "\n" + "It rained all day, and so it did on the next one. " * 30  # so that a text is long to Vale


class Told(NamedTuple):
    """What a rule said: its name, the words, the line and the column (from 1), the message."""

    rule: str
    words: str
    line: int
    column: int
    message: str


def style(folder: Path, rules: dict[str, object], name: str = "House", **vale: object) -> Path:
    """Write a style of rules (by name, each as YAML or as what it says) and a configuration for it; its path."""
    for rule, said in rules.items():
        write(folder, f"styles/{name}/{rule}.yml", said if isinstance(said, str) else yaml.safe_dump(said))
    config = {"vale": {"styles-path": "styles", "based-on": [name], **vale}, "rules": {"all": "off"}}
    write(folder, "newslint.yaml", yaml.safe_dump(config))
    return folder / "newslint.yaml"


def findings(config: Path, text: str, path: str = "story.txt") -> list[newslint.Finding]:
    """The findings of a configuration's rules in a text."""
    return newslint.check(text, config=config, path=path)


def told(config: Path, text: str, path: str = "story.txt") -> list[Told]:
    """What a configuration's rules say of a text, in the order of the text."""
    lines = LineIndex(text)
    found = []
    for each in findings(config, text, path):
        _, line, column = lines.position(each.span.start)
        words = text[each.span.start : each.span.end]
        found.append(Told(each.rule.removeprefix("vale/House."), words, line, column, each.message))
    return found


def words(config: Path, text: str, path: str = "story.txt") -> list[str]:
    """The words that the rules tell of, in the order of the text."""
    return [each.words for each in told(config, text, path)]


def rule(extends: str, **keys: object) -> dict[str, object]:
    """A rule that says its words."""
    return {"extends": extends, "message": "about '%s'", "level": "warning", **keys}
