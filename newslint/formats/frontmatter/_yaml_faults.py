"""Explains what is wrong with metadata, and on which line, to people who do not know YAML."""

from __future__ import annotations

import re

from newslint.base.text import Span
from newslint.base.yamltext import YamlError

_BREAK = re.compile(r"\r\n|\r|\n")
_LINE_NUMBER = re.compile(r"(?<=on line )\d+")
_VALUE = r"(?<![^\r\n])[ ]*+(?:-[ ]++)?(?:[\w.-]++[ ]*+:[ ]++)?"
_OPENED = re.compile(_VALUE + r"(?:\"[^\"\r\n]*+|'[^'\r\n]*+)(?=[\r\n]|\Z)")
_BRACKET = re.compile(_VALUE + r"(?:\[[^\]\r\n]*+|\{[^}\r\n]*+)(?=[\r\n]|\Z)")
_JOINED = re.compile(r"(?<![^\r\n])([A-Za-z_][\w-]*):(?=[^\s:/])[^\r\n]*")
_OPEN_QUOTE = "a quotation mark is opened but not closed"
_OPEN_BRACKET = "a bracket is opened but not closed"
_SIGN = "a value that begins with a sign needs quotation marks around it"
_REASONS = (
    ("mapping values are not allowed", "a value with a colon in it needs quotation marks around it"),
    ("unexpected end of stream", _OPEN_QUOTE),
    ("unexpected document separator", _OPEN_QUOTE),
    ("'\\t'", "there is a tab where only spaces are allowed"),
    ("could not find expected ':'", "a colon is missing after a key, or the indentation is uneven"),
    ("expected <block end>", "the indentation is uneven, or there is a quotation mark inside a value"),
    ("unknown escape character", "there is a backslash inside double quotation marks"),
    ("undefined alias", "a value that begins with an asterisk needs quotation marks around it"),
    ("cannot start any token", _SIGN),
    ("could not determine a constructor", _SIGN),
    ("expected a comment or a line break", _SIGN),
    ("special characters are not allowed", "it has an invisible control character in it"),
    ("expected ',' or", _OPEN_BRACKET),
)


def yaml_damage(text: str, inner: Span, error: YamlError) -> tuple[Span, str]:
    """The line at fault in the metadata that `inner` covers, and why it cannot be read."""
    before = len(_BREAK.findall(text, 0, inner.start))
    problem = _LINE_NUMBER.sub(lambda m: str(int(m[0]) + before), error.message)
    why = next((words for sign, words in _REASONS if sign in problem), "")
    if problem.startswith("“") and "cannot be read:" in problem:
        value, _, reason = problem.partition(" cannot be read: ")
        why = f"{value} is not a real date or number"
        if reason.startswith("expected "):
            why = f"{value} is not {reason.removeprefix('expected ')}"
        elif reason.startswith("it is "):
            why = f"{value} {reason.removeprefix('it ')}"
        elif "tag" in reason:
            why = _SIGN
    elif "“" in problem or problem.startswith("it is "):
        why = problem
    where = line_at(text, inner, error.line)
    if "mapping values" in problem and (joined := _JOINED.search(text, inner.start, inner.end)):
        where, why = _stripped(text, *joined.span()), f"a space is missing after “{joined[1]}:”"
    opened = {_OPEN_QUOTE: _OPENED, _OPEN_BRACKET: _BRACKET}.get(why)
    if opened and (found := opened.search(text, inner.start, inner.end)):
        where = _stripped(text, *found.span())
    return where, why or "this line cannot be read; putting its value in quotation marks often helps"


def line_at(text: str, inner: Span, line: int) -> Span:
    """A line of the metadata (from 1), without the spaces round it; the one before where it is empty."""
    start = inner.start
    filled = Span(inner.start, inner.start)
    for _ in range(line):
        found = _BREAK.search(text, start, inner.end)
        here = _stripped(text, start, found.start() if found else inner.end)
        filled = here if here.start < here.end else filled
        if not found:
            break
        start = found.end()
    return filled


def _stripped(text: str, start: int, end: int) -> Span:
    whole = text[start:end]
    start += len(whole) - len(whole.lstrip())
    return Span(start, start + len(whole.strip()))
