"""What tests of Vale's rules in markup share: a style made of a few rules, and what it says of a story."""

import json
from pathlib import Path

import newslint
from newslint.base.text import Source

VERY = {"extends": "existence", "message": "Cut “%s”.", "tokens": ["very"]}


def very(scope: str | list[str] = "", **keys) -> dict:
    """A rule on the word “very” in some scopes."""
    return {**VERY, **({"scope": scope} if scope else {}), **keys}


def house(folder: Path, rules: dict[str, dict], **keys) -> Path:
    """The configuration for a style “House” of these rules, beside which newslint's own are off."""
    style = folder / "styles" / "House"
    style.mkdir(parents=True)
    for name, rule in rules.items():
        (style / f"{name}.yml").write_text(json.dumps(rule), "utf-8")
    config = folder / "newslint.yaml"
    vale = {"styles-path": "styles", "based-on": ["House"], **keys}
    config.write_text(json.dumps({"rules": {"all": "off"}, "vale": vale}), "utf-8")
    return config


def alerts(config: Path, text: str | bytes, path: str = "a.md") -> list[tuple[str, str]]:
    """What the style says of a text: each rule's name, and the words that it marks in the file, in order."""
    found, source = findings(config, text, path)
    return [(each.rule.removeprefix("vale/House."), source.text[slice(*each.span)]) for each in found]


def findings(config: Path, text: str | bytes, path: str = "a.md") -> tuple[list, Source]:
    """The same as findings, and the source in which they stand."""
    file = config.parent / path
    file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    [story] = newslint.read_all(file)
    return newslint.check(story, config=config), story.source
