"""The keys of a `.vale.ini` for which newslint has no setting, each with what to do instead."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from newslint.base.record import NamedTuple
from newslint.vale.ini import CORE, Section

BASED, FORMATS, TEMPLATE = "BasedOnStyles", "formats", "WordTemplate"
_TAKEN = ("StylesPath", "MinAlertLevel", "Vocab", TEMPLATE)
_IGNORES = "newslint knows code by a story's format; a vocabulary or a rule's exceptions can do the rest"
_SCOPES = "newslint does not look at code and tags anyway; other parts are left out by a rule's own `scope`"
_LEFT = {
    "Packages": "newslint downloads nothing: run `vale sync` once, or put these styles' folders below StylesPath",
    "TokenIgnores": _IGNORES,
    "BlockIgnores": _IGNORES,
    "IgnorePatterns": _IGNORES,
    "IgnoredScopes": _SCOPES,
    "SkippedScopes": _SCOPES,
    "IgnoredClasses": _SCOPES,
    "Transform": "newslint reads XML of newsrooms (NITF, NewsML…) by itself, and other XML not at all",
    "View": "newslint reads JSON, CSV and feeds by itself: `fields:` says which key holds what",
    "NLPEndpoint": "newslint asks no server; its rules for sentences and words are for English",
    "CommentDelimiters": "newslint knows the comments of each format by itself",
    "Lang": "give the language by an override (overrides: [{files: …, language: …}])",
    "DictionaryPath": "name the folder in the rule of the spelling itself (`dicpath`)",
}


class Left(NamedTuple):
    """What could not be carried over, and its line in the ini (from 1)."""

    line: int
    said: str


def unknown_keys(sections: Mapping[str, Section], styles: Container[str]) -> Iterator[Left]:
    """Each key that newslint has no setting for."""
    for section in sections.values():
        for key, values in section.keys.items() if section.name != FORMATS else ():
            if section.name == "asciidoctor":
                yield Left(values[0].line, f"[asciidoctor] {key}: newslint reads AsciiDoc by itself")
            elif not _is_known(section, key):
                yield Left(values[0].line, _said_of(section, key, styles))
    template = sections[CORE].value(TEMPLATE)
    if template and "%s" not in template.text:
        yield Left(template.line, f"{TEMPLATE}: it has no %s for the words")


def _is_known(section: Section, key: str) -> bool:
    if section.name == CORE:
        return key in _TAKEN
    return key == BASED or ("." in key and "[" not in key)


def _said_of(section: Section, key: str, styles: Container[str]) -> str:
    place = f"[{section.name}] {key}" if section.name else key
    if key in _LEFT:
        return f"{place}: {_LEFT[key]}"
    if key in _TAKEN:
        return f"{place}: it stands in a section, where Vale does not take it: it belongs above all sections"
    if section.name == CORE and (key == BASED or "." in key):
        return f"{place}: it stands above all sections, where Vale does not take it: it belongs below [*]"
    if key in styles:
        return f"{place}: Vale 3.15 does not switch whole styles; newslint does (rules: {{vale/{key}: off}})"
    return f"{place}: Vale 3.15 knows no such key"
