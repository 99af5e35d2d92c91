"""The report for people: each finding with a window of the line it stands on."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from newslint.base.showing import showable
from newslint.base.text import Span
from newslint.base.typed import IO
from newslint.model.finding import Allowance, Entry, Frame, Look, Report

FOR = "people at a terminal (the default)"

_COLOURS = {
    "error": "31;1", "warning": "33;1", "note": "36;1", "faint": "34", "path": "1", "gone": "31;7", "come": "32;7"
}  # fmt: skip
_SIDES = {"-": "gone", "+": "come", "…": "faint"}  # of a diff
MOST_RELATED = 4


def write(report: Report, stream: IO[str]) -> None:
    """Write every finding with its frame, then the failures, a closing count and what to do next."""
    paint = painter(stream, report.look)
    fixes_of = _fixes(report, paint) if report.look.fixes else None
    explained: set[str] = set()
    for entry in report.entries:
        lines = _entry(entry, paint)
        if entry.fixes:
            lines += fixes_of(entry) if fixes_of else [_fix_line(entry, paint)]
        if entry.rule not in explained and not report.look.quiet:  # once a rule is enough
            explained.add(entry.rule)
            gutter = " " * len(str(entry.place.start.line))
            lines.append(f"{gutter} {paint('faint', '= more:')} newslint explain {entry.rule}")
        stream.write("\n".join(lines) + "\n\n")
    for failure in report.failures:
        stream.write(
            f"{paint('error', 'could not be read')}: {showable(failure.path)}: {showable(failure.message)}\n\n"
        )
    if not report.look.quiet:
        stream.write(summary(report) + "\n")
        stream.write(_next_step(report))


def _next_step(report: Report) -> str:
    """What `newslint fix` can do, if anything."""
    safe = sum(any(fix.safety == "safe" for fix in entry.fixes) for entry in report.entries)
    if not safe:
        return ""
    all_of = " all" if safe == len(report.entries) else f" {safe:,}"
    return f"“newslint fix” fixes{all_of} of them; “newslint fix --diff” shows how.\n"


def summary(report: Report) -> str:
    """The closing line: how much was found in how many stories."""
    severities: Counter[str] = Counter()
    fixable = 0
    touched: set[tuple[str, str]] = set()  # a file may hold several stories
    for entry in report.entries:
        severities[entry.severity] += 1
        fixable += bool(entry.fixes)
        touched.add((entry.place.path, entry.record))
    said = f"{count(report.stories, 'story', 'stories')} checked: "
    if severities:
        said += ", ".join(
            count(severities[word], word, f"{word}s") for word in ("error", "warning", "note") if severities[word]
        )
        said += f" in {len(touched)} of them" if report.stories > 1 else ""
    else:
        said += "nothing found"
    parts = [said]
    if fixable:
        parts.append(f"[*] {fixable} with a proposed fix")
    if report.failures:
        parts.append(f"{count(len(report.failures), 'file', 'files')} could not be read")
    if report.absent:
        parts.append(f"{count(len(report.absent), 'file has no story in it', 'files have no story in them')}")
    return "; ".join([*parts, *_allowed(report.allowances)]) + "."


def _allowed(allowances: Sequence[Allowance]) -> Iterator[str]:
    """What each budget says of what was found; its configuration where there are several."""
    several = len({each.config for each in allowances if each.config}) > 1
    for each in allowances:
        where = f" ({showable(os.path.relpath(each.config))})" if several and each.config else ""
        more = each.found > each.allowed
        said = f"more than the {each.allowed:,} allowed" if more else f"of {each.allowed:,} allowed"
        yield f"{each.name}{where}: {each.found:,}{',' if more else ''} {said}"


def count(number: int, one: str, many: str) -> str:
    """A number with its noun."""
    return f"{number:,} {one if number == 1 else many}"


def _entry(entry: Entry, paint: Painter) -> list[str]:
    place = entry.place
    star = "[*]" if entry.fixes else ""
    number = str(place.start.line)
    gutter = " " * len(number)
    said = paint("path", showable(entry.message))
    record = f" (record {showable(entry.record)})" if entry.record else ""
    lines = [
        f"{paint(entry.severity, entry.severity)}[{paint.rule(entry)}]{star}: {said}",
        f"{gutter}{paint('faint', '-->')} {showable(place.path)}:{number}:{place.start.column}{record}",
    ]
    if entry.frame and entry.frame.text.strip():
        text, (start, end) = shown_frame(entry.frame)
        marks = " " * start + "^" * max(1, end - start)
        label = f" {showable(entry.label)}" if entry.label else ""
        lines.append(f"{paint('faint', number + ' |')} {text}")
        lines.append(f"{paint('faint', gutter + ' |')} {paint(entry.severity, marks + label)}")
    return lines + _related(entry, gutter, paint)


def _fix_line(entry: Entry, paint: Painter, how: str = "") -> str:
    gutter = " " * len(str(entry.place.start.line))
    return f"{gutter} {paint('faint', '= fix:')} {showable(entry.fixes[0].title)}{how}"


def _fixes(report: Report, paint: Painter) -> Callable[[Entry], list[str]]:
    """What tells of a finding's first fix, who makes it and what it changes."""
    from newslint.reporters._fix_diff import diff
    from newslint.reporters.base import CitedTexts

    texts = CitedTexts(report.background())

    def lines(entry: Entry) -> list[str]:
        safe = entry.fixes[0].safety == "safe"
        source = texts.of(entry.place.path)
        gutter = " " * len(str(entry.place.start.line))
        how = " (safe: newslint fix makes it)" if safe else " (offered: newslint fix --unsafe makes it)"
        shown = [f"{gutter}   {paint.changed(*line)}" for line in diff(entry, source.text)] if source else []
        return [_fix_line(entry, paint, how), *shown]

    return lines


def shown_frame(frame: Frame) -> Frame:
    """A frame with what is not to be obeyed escaped, and its mark under the same words."""
    text, (start, end) = frame
    shown = showable(text)
    if shown == text:
        return frame
    start, end = (len(showable(f".{text[:at]}")) - 1 for at in (start, end))
    return Frame(shown, Span(start, max(start, end)))


def _related(entry: Entry, gutter: str, paint: Painter) -> list[str]:
    lines = []
    for other in entry.related[:MOST_RELATED]:
        where = "" if other.path == entry.place.path else f"{showable(other.path)}:"
        words = " ".join(other.match.split())
        words = showable(words if len(words) <= 50 else words[:49].rstrip() + "…")
        label = f": {showable(other.label)}" if other.label else ""
        lines.append(f"{gutter} {paint('faint', '=')} {where}line {other.start.line}, “{words}”{label}")
    more = len(entry.related) - MOST_RELATED
    if more > 0:
        lines.append(f"{gutter} {paint('faint', '=')} and {count(more, 'place', 'places')} more")
    return lines


class Painter:
    """Puts colour round words and links on the names of rules, or nothing."""

    def __init__(self, on: bool, links: bool = False) -> None:
        self.on = on
        self.links = links

    def __call__(self, colour: str, text: str) -> str:
        return f"\033[{_COLOURS[colour]}m{text}\033[0m" if self.on and text else text

    def changed(self, sign: str, text: str, marks: Sequence[Span]) -> str:
        """A line of a diff, with what is changed in it marked."""
        parts, at = [f"{sign} "], 0
        for start, end in marks:
            parts += [text[at:start], self(_SIDES[sign], text[start:end])]
            at = end
        return "".join((*parts, text[at:]))

    def rule(self, entry: Entry) -> str:
        """A rule's name; where the terminal takes links (OSC 8), one to its page."""
        if not self.links:
            return entry.rule
        from newslint.reporters.base import rule_link

        link = rule_link(entry.rule, entry.topic)
        return f"\033]8;;{link}\033\\{entry.rule}\033]8;;\033\\" if link else entry.rule


def painter(stream: IO[str], look: Look) -> Painter:
    """Colour where `--color` says so; by itself on a terminal, unless NO_COLOR or FORCE_COLOR decide otherwise."""
    on = look.color == "always"
    if look.color == "auto":
        on = stream.isatty() and os.environ.get("TERM") != "dumb"
        if os.environ.get("NO_COLOR"):
            on = False
        elif os.environ.get("FORCE_COLOR"):
            on = True
    return Painter(on, on and stream.isatty() and _takes_links())


def _takes_links() -> bool:
    from newslint.base.terminal import takes_links  # here: hardly a run has a terminal and colour

    return takes_links(os.environ)
