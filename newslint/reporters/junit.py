"""A JUnit report: each finding is a failed test of its story, for servers that show tests (GitLab, Jenkins, Azure).

JUnit knows no warnings. Errors and warnings are failures; notes, which stop nothing by default, are tests that
passed and say something; a file that could not be read is an error.
"""

from __future__ import annotations

from newslint.base.showing import showable
from newslint.base.typed import IO
from newslint.model.finding import Entry, Report
from newslint.reporters.base import by_path, failures_of, shown_path, told, xml
from newslint.reporters.human import count

FOR = "servers that show tests: GitLab, Jenkins, Azure DevOps"


def write(report: Report, stream: IO[str]) -> None:
    """Write the report, a suite a story; stories without findings are one test together."""
    tests, failed, touched = 1, 0, 0
    for _, entries in by_path(report.entries):
        touched += 1
        tests += len(entries)
        failed += _failed(entries)
    broken = len(report.failures)
    stream.write(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<testsuites name="newslint" tests="{tests + broken}" failures="{failed}" errors="{broken}">\n'
    )
    for path, entries in by_path(report.entries):
        stream.write(_suite(shown_path(path), len(entries), _failed(entries), 0))
        stream.writelines(_case(shown_path(path), entry) for entry in entries)
        stream.write("  </testsuite>\n")
    for path, said in failures_of(report):
        case = f'    <testcase name="unreadable" classname="{xml(path)}" time="0">\n'
        error = f'      <error message="{xml(said)}" type="unreadable"/>\n'
        stream.write(f"{_suite(path, 1, 0, 1)}{case}{error}    </testcase>\n  </testsuite>\n")
    clean = f"{count(max(0, report.stories - touched), 'story', 'stories')} without findings"
    case = f'    <testcase name="{clean}" classname="newslint" time="0"/>\n'
    stream.write(f"{_suite('newslint', 1, 0, 0)}{case}  </testsuite>\n</testsuites>\n")


def _failed(entries: list[Entry]) -> int:
    return sum(entry.severity != "note" for entry in entries)


def _suite(name: str, tests: int, failed: int, broken: int) -> str:
    numbers = f'tests="{tests}" failures="{failed}" errors="{broken}" skipped="0" time="0"'
    return f'  <testsuite name="{xml(name)}" {numbers}>\n'


def _case(path: str, entry: Entry) -> str:
    at = entry.place.start
    where = f"line {at.line}, column {at.column}"
    body = xml(f"{entry.rule}, {path}:{at.line}:{at.column}")
    if entry.frame and entry.frame.text.strip():
        body += f"\n{xml(showable(entry.frame.text))}"
    if entry.severity == "note":
        inside = f"<system-out>{xml(told(entry))}\n{body}</system-out>"
    else:
        inside = f'<failure message="{xml(told(entry))}" type="{entry.severity}">{body}</failure>'
    # two tests of one name count as one on some servers, so the place is part of it
    name = xml(f"{entry.rule} ({where})")
    return f'    <testcase name="{name}" classname="{xml(path)}" time="0">\n      {inside}\n    </testcase>\n'
