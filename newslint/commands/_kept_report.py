"""Reads a report that `newslint check` wrote as JSON or JSON lines, and says where it is none."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence

from newslint.base.errors import NewslintError
from newslint.base.record import NamedTuple
from newslint.base.text import UnreadableStory, read_bytes
from newslint.base.typed import Any, NoReturn
from newslint.reporters.json import SCHEMA

MOST_BYTES = 48 * 1024 * 1024  # of a report: some 60,000 findings
_WRITE = "newslint check --format json --output FILE writes one"
_WHOLE = "run newslint check again: --output FILE writes a report whole or not at all"
_LESS = "compare one folder or topic at a time: newslint check FOLDER --select TOPIC"
_OTHERS = (("runs", "SARIF"), ("diagnostics", "a report for reviewdog"), ("rules", "a table of --statistics"))


class KeptFinding(NamedTuple):
    """A finding of a report; line and column count from 1, `plain` is all that the report says of it."""

    rule: str
    severity: str
    path: str
    line: int
    column: int
    message: str
    match: str
    fingerprint: str
    record: str
    plain: dict[str, Any]


class KeptReport(NamedTuple):
    """A report as it was read: the release that wrote it, how many stories it is on, and what it says of them.

    `failures` are the files that could not be checked, each with the reason.
    """

    file: str
    version: str
    stories: int
    findings: Sequence[KeptFinding]
    failures: Sequence[tuple[str, str]]


def read_report(file: str) -> KeptReport:
    """A report by its file; raises NewslintError, with the line, where it is no whole report of schema 1."""
    try:
        data = read_bytes(file, MOST_BYTES)
        text = data.decode("utf-8-sig")
    except UnreadableStory as error:
        hint = _LESS if os.path.isfile(file) and os.path.getsize(file) > MOST_BYTES else ""
        raise NewslintError(f"the report cannot be read: {error}", file, hint=hint) from None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise NewslintError("this is not JSON: it is not UTF-8 text", file, line, hint=_WRITE) from None
    first, _, rest = text.lstrip().partition("\n")
    by_line = _run_line(first) if rest.strip() or first.startswith('{"type"') else None
    return _Reader(file, text).of_lines() if by_line else _Reader(file, text).of_whole()


def _run_line(line: str) -> bool:
    """Whether a first line is that of JSON lines."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and "type" in found


class _Reader:
    """One report's text, and the way to what is wrong in it."""

    def __init__(self, file: str, text: str) -> None:
        self._file = file
        self._text = text

    def _refuse(self, said: str, line: int = 1, column: int = 0, hint: str = _WRITE) -> NoReturn:
        raise NewslintError(said, self._file, line, column, hint=hint) from None

    def of_whole(self) -> KeptReport:
        """The report as one JSON object."""
        if not self._text.strip():
            self._refuse("this report is empty", hint=_WHOLE)
        found = self._parsed(self._text, 1)
        self._check_head(found, 1)
        for key in ("findings", "failures"):
            if not isinstance(found.get(key), list):
                self._refuse(f"this is not a report: “{key}” with a list is missing")
        findings = [self._finding(plain, n) for n, plain in enumerate(found["findings"])]
        failures = [self._failure(plain, f"failure {n}", 1) for n, plain in enumerate(found["failures"], 1)]
        return KeptReport(self._file, found["tool"]["version"], found["stories"], findings, failures)

    def of_lines(self) -> KeptReport:
        """The report as JSON lines."""
        lines = enumerate(self._text.split("\n"), 1)
        objects = ((number, self._parsed(line, number)) for number, line in lines if line.strip())
        number, head = next(objects)
        if head.get("type") != "run":
            self._refuse("this is not a report: its first line must be of the type “run”", number)
        self._check_head(head, number)
        findings: list[KeptFinding] = []
        failures: list[tuple[str, str]] = []
        for number, plain in objects:
            if plain.get("type") == "finding":
                findings.append(self._kept(plain, "this line", number))
            elif plain.get("type") == "failure":
                failures.append(self._failure(plain, "this line", number))
        for key, there in (("findings", len(findings)), ("failures", len(failures))):
            told = head.get(key, there)  # reports of releases that did not count them are taken as they are
            if told != there:
                said = f"this report was cut short: it speaks of {told!r:.20} {key} and has {there:,}"
                self._refuse(said, number, hint=_WHOLE)
        return KeptReport(self._file, head["tool"]["version"], head["stories"], findings, failures)

    def _parsed(self, text: str, line: int) -> dict[str, Any]:
        try:
            found = json.loads(text, parse_constant=_no_number)
        except json.JSONDecodeError as error:
            at = line + error.lineno - 1
            ends = text.rstrip()
            if text.lstrip().startswith("{") and (error.pos >= len(ends) or not ends.endswith("}")):
                self._refuse(f"this report was cut short: {error.msg}", at, error.colno, _WHOLE)
            self._refuse(f"this is not JSON: {error.msg}", at, error.colno)
        except RecursionError:
            self._refuse("this is not JSON: it is nested too deeply", line)
        except ValueError:
            self._refuse("it holds a number that JSON does not have", line)
        if not isinstance(found, dict):
            self._refuse("this is not a report by newslint: it should be one JSON object", line)
        return found

    def _check_head(self, found: dict[str, Any], line: int) -> None:
        tool = found.get("tool")
        if not (isinstance(tool, dict) and tool.get("name") == "newslint" and isinstance(tool.get("version"), str)):
            other = next((name for key, name in _OTHERS if key in found), "")
            named = tool.get("name") if isinstance(tool, dict) else None
            if isinstance(named, str) and named != "newslint":
                other = f"one by {named[:40]}"
            self._refuse(f"this is not a report by newslint as JSON{f': it is {other}' if other else ''}", line)
        if found.get("schema") != SCHEMA or isinstance(found["schema"], bool):
            said = f"this newslint reads reports of schema {SCHEMA}, not {found.get('schema')!r:.40}"
            self._refuse(said, line, hint="update newslint, or write both reports with the same release")
        if type(found.get("stories")) is not int or found["stories"] < 0:
            self._refuse("this is not a report: “stories” must be a number", line)

    def _finding(self, plain: Any, n: int) -> KeptFinding:
        try:
            return self._kept(plain, f"finding {n + 1}", 1)
        except NewslintError as error:
            error.line = self._line_of(n)
            raise

    def _kept(self, plain: Any, name: str, line: int) -> KeptFinding:
        if not isinstance(plain, dict):
            self._refuse(f"{name} is no finding", line)
        for key in ("rule", "severity", "path", "message", "match", "fingerprint"):
            if not isinstance(plain.get(key), str):
                self._refuse(f"{name} is not a finding as newslint writes it: “{key}” must be a text", line)
        start = plain.get("start")
        at: list[Any] = [start.get(key) for key in ("line", "column")] if isinstance(start, dict) else [0, 0]
        if not all(type(number) is int and number > 0 for number in at):
            self._refuse(f"{name} is not a finding as newslint writes it: “start” must be a place", line)
        record = plain.get("record", "")
        told = {key: value for key, value in plain.items() if key != "type"}
        return KeptFinding(
            plain["rule"], plain["severity"], plain["path"], at[0], at[1], plain["message"], plain["match"],
            plain["fingerprint"], record if isinstance(record, str) else "", told,
        )  # fmt: skip

    def _failure(self, plain: Any, name: str, line: int) -> tuple[str, str]:
        if not (isinstance(plain, dict) and all(isinstance(plain.get(key), str) for key in ("path", "message"))):
            self._refuse(f"{name} is not a failure as newslint writes it", line)
        return plain["path"], plain["message"]

    def _line_of(self, n: int) -> int:
        """The line on which the finding of a number (from 0) begins, in a report that parses."""
        for number, at in enumerate(self._places()):
            if number == n:
                return self._text.count("\n", 0, at) + 1
        return 1

    def _places(self) -> Iterator[int]:
        decoder = json.JSONDecoder()
        at = self._text.find("[", self._text.find('"findings"')) + 1
        while at < len(self._text):
            while self._text[at : at + 1] in (" ", "\t", "\r", "\n", ","):
                at += 1
            yield at
            try:
                _, at = decoder.raw_decode(self._text, at)
            except ValueError:
                return


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)
