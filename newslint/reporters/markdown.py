"""A table in Markdown, for the summary of a run on GitHub or GitLab or a comment on a change.

In GitHub Actions: `newslint check --format markdown --exit-zero >> "$GITHUB_STEP_SUMMARY"`; places then link to the
stories as they are in that commit.
"""

from __future__ import annotations

import os
import re
from urllib.parse import quote

from newslint.base.showing import showable
from newslint.base.typed import IO
from newslint.model.finding import SEVERITIES, Entry, Report
from newslint.reporters.base import Links, failures_of, one_line, path_bytes, shown_path, told
from newslint.reporters.human import count, summary

FOR = "the summary of a run, a comment on a change"

MOST = 500  # rows; GitHub cuts a summary off at 1 MB, and nobody reads as far as that
_MOST_WORDS = 60
_SIGNS = re.compile(r"([\\`*_\[\]<>|~&$#])")
# `@desk` would call people, `#12` and an address lead elsewhere: a sign without width parts what makes them up.
_LINKING = re.compile(r"(?<=@)(?=\w)|(?<=\\#)(?=\d)|(?<=:)(?=//)|(?<=www)(?=\.)", re.IGNORECASE)
_PART = "&#8203;"
_BULLET = re.compile(r"^(\d*)([-+=.)])")


def write(report: Report, stream: IO[str]) -> None:
    """Write a heading, a table with the gravest findings first, and what could not be read."""
    stream.write(f"### newslint\n\n{escaped(summary(report))}\n")
    links, left = Links(), MOST
    if len(report.entries):
        stream.write("\n| where | | what | words | rule |\n|---|---|---|---|---|\n")
    for severity in reversed(SEVERITIES):
        for entry in report.entries:
            if entry.severity == severity and left > 0:
                stream.write(_row(entry, links(entry)))
                left -= 1
    if len(report.entries) > MOST:
        more = count(len(report.entries) - MOST, "finding", "findings")
        stream.write(f"\n{more} more: `newslint check` shows all.\n")
    if report.failures:
        stream.write("\nCould not be checked:\n\n")
        stream.writelines(f"- {_item(path)}: {escaped(said)}\n" for path, said in failures_of(report))


def _row(entry: Entry, link: str) -> str:
    place = entry.place
    path = shown_path(place.path)
    where = escaped(f"{showable(path)}:{place.start.line}")
    page = _story_page(path, place.start.line, place.end.line)
    words = one_line(place.match)
    words = words if len(words) <= _MOST_WORDS else words[: _MOST_WORDS - 1].rstrip() + "…"
    rule = escaped(entry.rule)
    cells = (
        f"[{where}]({page})" if page else where,
        entry.severity,
        escaped(told(entry)),
        escaped(words),
        f"[{rule}]({link})" if link else rule,
    )
    return f"| {' | '.join(cells)} |\n"


def _story_page(path: str, first: int, last: int) -> str:
    """Where GitHub shows these lines of a story, in a run of GitHub Actions."""
    server, repository, commit = (os.environ.get(f"GITHUB_{x}", "") for x in ("SERVER_URL", "REPOSITORY", "SHA"))
    root = os.environ.get("GITHUB_WORKSPACE") or os.curdir
    path = os.path.relpath(path, root).replace(os.sep, "/")
    if not (server and repository and commit) or path.startswith(".."):
        return ""
    lines = f"L{first}" if first == last else f"L{first}-L{last}"
    return f"{server}/{repository}/blob/{commit}/{quote(path_bytes(path))}?plain=1#{lines}"


def _item(path: str) -> str:
    """A path that begins an item of a list, which is not to begin another inside."""
    return _BULLET.sub(r"\1\\\2", escaped(showable(path)))


def escaped(text: str) -> str:
    """Words as a table cell holds them, with what Markdown or HTML would read as its own escaped."""
    return _LINKING.sub(_PART, _SIGNS.sub(r"\\\1", showable(one_line(text))))
