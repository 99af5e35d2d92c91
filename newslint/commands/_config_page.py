"""The text of a first newslint.yaml: its settings by what was seen of a repository, each with a comment."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from newslint.base.typed import Any
from newslint.base.version import __version__
from newslint.commands._archive_style import AxisUse
from newslint.commands._survey import Survey
from newslint.config.layers import read_layer
from newslint.formats.frontmatter.fields import GENRES

_SOMEWHERE = ("content/**/*.md", "wire/**/*.txt")  # an example
_SCHEMA = f"https://raw.githubusercontent.com/newslint/newslint/v{__version__}/schemas/newslint.schema.json"
HEAD = f"""\
# yaml-language-server: $schema={_SCHEMA}
# newslint reads this file for every story in this folder and below. Editors help with it by the line above.
"""
_COMMENTS: Mapping[str, str] = {
    "extends": "The house style to begin from, or a file of your own.",
    "style": "The house's own choices on axes of style. `newslint rules --for PATH` shows what holds.",
    "fail-on": "Findings of this severity or worse stop a commit: note, warning or error.",
    "stories": "Which files are stories, and which of them to leave alone (patterns as in .gitignore).",
    "formats": "Which format reads files with an ending, where it is not the usual one.",
    "fields": "Which front-matter keys hold what, where yours differ from the usual ones.",
    "rules": "Rules: off, note, warning, error, or their options. `newslint rules` lists them.",
    "overrides": "Other settings for some folders.",
}
_EXAMPLES: Mapping[str, str] = {
    "formats": "formats: {.story: html}",
    "fields": "fields: {deck: [standfirst], byline: [reporter]}",
    "rules": "rules: {unattributed-quote: error, lede-length: {max-words: 35}}",
    "overrides": 'overrides: [{files: "opinion/**", kind: opinion, rules: {unattributed-quote: off}}]',
}


def parts_of(
    seen: Survey, style: str, stories: Sequence[str], styles: Sequence[str], axes: Sequence[AxisUse] = ()
) -> dict[str, str]:
    """The settings with their comments, by key, in the order in which they stand; `axes` are what the stories do."""
    extends = f"extends: [{style}]" if style else f"# extends: [{styles[0] if styles else 'house.yaml'}]"
    patterns = stories or seen.patterns()
    named = f"stories: {_flow(patterns)}" if patterns else f"# stories: {_flow(_SOMEWHERE)}"
    exclude = _flow([] if stories else seen.others)
    fields = seen.fields()
    kinds = seen.kinds(GENRES)
    rows = "".join(f"\n  - {{files: {json.dumps(f'{path}/**')}, kind: {kind}}}" for path, kind in kinds.items())
    body = {
        "extends": extends,
        "style": "\n".join(["style: {}", *_followed(axes)]),
        "fail-on": "fail-on: warning",
        "stories": f"{named}\nexclude: {exclude}",
        "fields": "\n".join([*_about(seen), f"fields: {_fields(fields)}" if fields else f"# {_EXAMPLES['fields']}"]),
        "rules": f"rules: {{}}\n# {_EXAMPLES['rules']}",
        "overrides": f"overrides:{rows}" if rows else f"overrides: []\n# {_EXAMPLES['overrides']}",
    }
    return {key: f"# {_COMMENTS[key]}\n{text}\n" for key, text in body.items()}


def _followed(axes: Sequence[AxisUse]) -> Iterator[str]:
    """Comments about what the stories follow already."""
    followed = [each for each in axes if each.follows]
    if followed:
        yield "# What the stories do already:"
        yield from [f"#   {each.axis}: {each.follows}  # {each.told()}" for each in followed]


def _about(seen: Survey) -> Iterator[str]:
    """Comments about the front matter as it was found."""
    known = seen.known()
    if known:
        read = "; ".join(f"{field} from {', '.join(keys)}" for field, keys in known.items())
        yield f"# Read without being told: {read}."
    if seen.read and seen.dated < seen.read:
        yield f"# {seen.read - seen.dated:,} of {seen.read:,} stories that were looked at tell no date of their own."
    if seen.damaged:
        yield f"# The front matter of {seen.damaged:,} of them is damaged; newslint check says where."


def _flow(values: Sequence[str]) -> str:
    return json.dumps(list(values), ensure_ascii=False)


def _fields(fields: Mapping[str, Sequence[str]]) -> str:
    plain = ", ".join(f"{field}: [{', '.join(map(_key, keys))}]" for field, keys in fields.items())
    return f"{{{plain}}}"


def _key(key: str) -> str:
    return key if key.replace("_", "").replace("-", "").isalnum() and key[0].isalpha() else json.dumps(key)


def missing(path: str, parts: Mapping[str, str]) -> list[str]:
    """What to say of a configuration that is there: it stays, and this it could have as well."""
    data: Mapping[str, Any] = read_layer(path).data
    said = [f"{path} is there already and stays as it is"]
    could = [
        line
        for key, part in parts.items()
        if key not in data
        for line in part.splitlines()
        if not line.startswith("#") and not line.endswith((": []", ": {}"))
    ]
    could = [line for line in could if line != "fail-on: warning"]
    if could:
        said += ["it could have as well:", *(f"  {line}" for line in could)]
    return said
