"""The report as one page for a browser: each story as it reads, what was found marked in it and said beside it.

The page needs nothing from elsewhere and loads nothing; without scripts it shows all there is, only unfiltered.
"""

from __future__ import annotations

import os
from base64 import b64encode
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from html import escape

from newslint.base.record import NamedTuple
from newslint.base.showing import showable, showable_lines
from newslint.base.text import Places, Source, Span
from newslint.base.typed import IO
from newslint.model.finding import SEVERITIES, Entry, Place, Report, ZoneBlock
from newslint.reporters.base import CitedTexts, Links, by_path, failures_of, one_line, shown_path, told
from newslint.reporters.human import MOST_RELATED, count, summary

FOR = "people with a browser: each story as it reads, findings marked in the text and said beside it"

_TAGS = {"headline": "h3", "subhead": "h4"}  # all else is a paragraph
MOST_BLOCKS = 5000  # of a story that are shown each for itself; a book has fewer
_AS_IT_STANDS = frozenset({"table", "metadata", "chrome", "between"})  # line ends are kept in these


class _Marked(NamedTuple):
    """A finding with its number on the page."""

    number: int
    entry: Entry

    @property
    def span(self) -> Span:
        return Span(self.entry.place.start.offset, self.entry.place.end.offset)


def write(report: Report, stream: IO[str]) -> None:
    """Write the page, story by story."""
    script = _beside("html.js")
    digest = b64encode(sha256(script.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"
    said = _escape(summary(report))
    stream.write(
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">\n'
        f"<title>newslint: {said}</title>\n<style>\n{_beside('html.css')}</style>\n</head>\n<body>\n"
        '<a class="skip" href="#stories">To the stories</a>\n'
        f'<header class="top">\n<h1>newslint</h1>\n<p class="summary">{said}</p>\n</header>\n'
    )
    stream.writelines(_filters(report))
    stream.write('<main id="stories" tabindex="-1">\n')
    stream.writelines(_stories(report))
    stream.writelines(
        f'<article class="story failed"><h2>{_escape(showable(path))}</h2>\n<p>{_escape(said)}</p></article>\n'
        for path, said in failures_of(report)
    )
    if not len(report.entries) and not report.failures:
        stream.write('<p class="nothing">Nothing was found.</p>\n')
    stream.write(f"</main>\n<script>{script}</script>\n</body>\n</html>\n")


def _escape(text: str) -> str:
    return escape(showable_lines(text.replace("\r\n", "\n").replace("\r", "\n")))


def _beside(name: str) -> str:
    with open(os.path.join(os.path.dirname(__file__), name), encoding="utf-8") as file:
        return file.read()


def _filters(report: Report) -> Iterator[str]:
    """What was found by severity and rule, as bars that switch it on and off, and the way from one to the next."""
    severities = Counter(entry.severity for entry in report.entries)
    rules = Counter(entry.rule for entry in report.entries)
    if not rules:
        return
    yield '<aside class="tools" aria-label="What is shown">\n<details open>\n<summary>What is shown</summary>\n'
    yield '<form id="filter">\n<fieldset>\n<legend>By severity</legend>\n'
    most = max(severities.values())
    for severity in reversed(SEVERITIES):
        if severities[severity]:
            yield _bar("severity", severity, severities[severity], most)
    yield "</fieldset>\n<fieldset>\n<legend>By rule</legend>\n"
    yield '<p class="all"><button type="button" data-all="1">All</button> '
    yield '<button type="button" data-all="">None</button></p>\n'
    most = max(rules.values())
    for rule, number in sorted(rules.items(), key=lambda pair: (-pair[1], pair[0])):
        yield _bar("rule", rule, number, most)
    yield "</fieldset>\n"
    yield '<p><label><input type="checkbox" id="markup"> show markup and metadata</label></p>\n'
    yield '<p><label><input type="checkbox" id="keys" checked> keys: <kbd>n</kbd> next, '
    yield "<kbd>p</kbd> previous</label></p>\n"
    yield "</form>\n</details>\n</aside>\n"
    yield '<nav class="steps" aria-label="From finding to finding">\n'
    yield '<button type="button" id="previous">Previous</button>\n'
    yield f'<output id="place" aria-live="polite">{count(len(report.entries), "finding", "findings")}</output>\n'
    yield '<button type="button" id="next">Next</button>\n</nav>\n'


def _bar(name: str, value: str, number: int, most: int) -> str:
    look = f" s-{value}" if name == "severity" else ""
    return (
        f'<label class="bar{look}"><input type="checkbox" name="{name}" value="{_escape(value)}" checked> '
        f'<span class="name">{_escape(value)}</span> <span class="number">{number:,}</span>'
        f'<span class="track" aria-hidden="true"><span style="width:{max(1, round(100 * number / most))}%"></span>'
        "</span></label>\n"
    )


def _stories(report: Report) -> Iterator[str]:
    background = report.background()
    texts, links, number = CitedTexts(background), Links(), 0
    for path, entries in by_path(report.entries):
        marked = [_Marked(number + n, entry) for n, entry in enumerate(entries, 1)]
        number += len(entries)
        found = count(len(entries), "finding", "findings")
        yield f'<article class="story">\n<h2>{_escape(showable(shown_path(path)))} <small>{found}</small></h2>\n'
        source = texts.of(path)
        if source is None or any(each.span.end > len(source.text) for each in marked):
            yield '<p class="gone">The story cannot be read again as it was; here are the lines concerned.</p>\n'
            for each in marked:
                frame = each.entry.frame
                yield _row("between", f"<p>{_escape(frame.text if frame else '')}</p>", [each], links)
        else:
            blocks = background.blocks(source)
            if len(blocks) > MOST_BLOCKS:
                blocks = list(_together(blocks, marked))
            rows = list(_rows(source, blocks, marked))
            shown = [block for block, _ in rows]
            ends = _ends(shown, marked)
            for n, ((block, together), here) in enumerate(zip(rows, _reaching(shown, marked), strict=True)):
                yield _row(block.kind, _block(source, block, here, ends[n]), together, links)
        yield "</article>\n"


def _rows(
    source: Source, blocks: Sequence[ZoneBlock], marked: list[_Marked]
) -> Iterator[tuple[ZoneBlock, list[_Marked]]]:
    """The story's zones and what lies between them, in order, each with the findings that begin there."""
    n = 0
    for block in _all_of(source, blocks):
        first, last = n, block.span.end == len(source.text)
        while n < len(marked) and (last or marked[n].span.start < block.span.end):
            n += 1
        together = marked[first:n]
        if together or source.text[block.span.start : block.span.end].strip():
            yield block, together


def _all_of(source: Source, blocks: Sequence[ZoneBlock]) -> Iterator[ZoneBlock]:
    """Zones with what lies between them, so that no stretch of the text is left out; paragraphs if none are told."""
    at, text = 0, source.text
    for block in blocks or list(_paragraphs(text)):
        if block.span.start > at:
            yield ZoneBlock("between", Span(at, block.span.start))
        if block.span.end > at:
            yield block._replace(span=Span(max(at, block.span.start), block.span.end))
            at = block.span.end
    if at < len(text) or not text:
        yield ZoneBlock("between", Span(at, len(text)))


def _together(blocks: Sequence[ZoneBlock], marked: Sequence[_Marked]) -> Iterator[ZoneBlock]:
    """Blocks with neighbours in which nothing was found as one, whose lines stay lines."""
    run: ZoneBlock | None = None
    for block, here in zip(blocks, _reaching(blocks, marked), strict=True):
        if here:
            if run:
                yield run
            yield block
            run = None
        elif run:
            run = run._replace(span=Span(run.span.start, max(run.span.end, block.span.end)))
        else:
            run = ZoneBlock("table", block.span)
    if run:
        yield run


def _paragraphs(text: str) -> Iterator[ZoneBlock]:
    at = 0
    for part in text.split("\n\n"):
        if part.strip():
            yield ZoneBlock("body", Span(at, at + len(part)))
        at += len(part) + 2


def _row(kind: str, text: str, together: list[_Marked], links: Links) -> str:
    notes = "".join(_note(each, links(each.entry)) for each in together)
    said = f'<ol class="notes">\n{notes}</ol>\n' if notes else ""
    row = f"row z-{_escape(kind)}{' found' if notes else ''}"
    return f'<div class="{row}">\n<div class="text" dir="auto">{text}</div>\n{said}</div>\n'


def _ends(blocks: Sequence[ZoneBlock], marked: list[_Marked]) -> list[list[_Marked]]:
    """By block, the findings whose numbers stand in it: in the last one that is shown of those they reach into."""
    starts = [block.span.start for block in blocks]
    ends: list[list[_Marked]] = [[] for _ in blocks]
    for each in marked:
        last = max(each.span.end - 1, each.span.start)
        ends[max(0, bisect_right(starts, last) - 1)].append(each)
    return ends


def _reaching(blocks: Sequence[ZoneBlock], marked: Sequence[_Marked]) -> Iterator[list[_Marked]]:
    """For each block in order, the findings (in order too) that reach into it or stand at its edge."""
    near: list[_Marked] = []
    n = 0
    for block in blocks:
        while n < len(marked) and marked[n].span.start <= block.span.end:
            near.append(marked[n])
            n += 1
        near = [each for each in near if each.span.end >= block.span.start]
        yield near


def _block(source: Source, block: ZoneBlock, here: Sequence[_Marked], ending: Sequence[_Marked]) -> str:
    """A zone as HTML, with its markup and findings wrapped; a finding's number stands where it ends."""
    numbers: dict[int, list[_Marked]] = {}
    for each in ending:
        numbers.setdefault(min(each.span.end, block.span.end), []).append(each)
    cuts = {block.span.start, block.span.end}
    for start, end in (*(each.span for each in here), *block.markup):
        cuts |= {min(max(at, block.span.start), block.span.end) for at in (start, end)}
    markup = Places(block.markup)
    places, out, over, n = sorted(cuts), list[str](), list[_Marked](), 0
    for at, until in zip(places, (*places[1:], places[-1]), strict=True):
        while n < len(here) and here[n].span.start <= at:
            over.append(here[n])
            n += 1
        over = [each for each in over if each.span.end >= until]
        out += map(_number, numbers.get(at, ()))
        out.append(_piece(source.text[at:until], over, is_markup=markup.meet(Span(at, until))))
    tag = _TAGS.get(block.kind, "p")
    keep = ' class="lines"' if block.kind in _AS_IT_STANDS else ""
    return f"<{tag}{keep}>{''.join(out)}</{tag}>"


def _piece(text: str, over: Sequence[_Marked], *, is_markup: bool) -> str:
    """A stretch in which no finding and no markup begins or ends; `over` are the findings that it is part of."""
    if not text:
        return ""
    shown = _escape(text)
    if over:
        gravest = max((each.entry.severity for each in over), key=SEVERITIES.index)
        numbers = " ".join(str(each.number) for each in over)
        return f'<mark class="s-{gravest}" data-f="{numbers}">{shown}</mark>'
    return f'<span class="markup">{shown}</span>' if is_markup else shown


def _number(each: _Marked) -> str:
    said = f"finding {each.number}, {each.entry.severity}"
    return (
        f'<sup class="ref s-{each.entry.severity}" data-f="{each.number}">'
        f'<a id="m{each.number}" href="#f{each.number}" aria-label="{said}">{each.number}</a></sup>'
    )


def _note(each: _Marked, link: str) -> str:
    entry, number = each.entry, each.number
    rule = _escape(entry.rule)
    named = f'<a href="{_escape(link)}" rel="noreferrer">{rule}</a>' if link else rule
    at = entry.place.start
    data = f'id="f{number}" value="{number}" tabindex="-1" data-rule="{rule}" data-severity="{entry.severity}"'
    head = (
        f'<a class="back" href="#m{number}" aria-label="to the words of finding {number}">{number}</a> '
        f'<span class="severity">{entry.severity}</span> <span class="rule">{named}</span> '
        f'<span class="line">line {at.line}</span>'
    )
    lines = [
        f'<li class="finding s-{entry.severity}" {data}>',
        f'<p class="head">{head}</p>',
        f"<p>{_escape(told(entry))}</p>",
    ]
    if entry.fixes:
        lines.append(f'<p class="fix">Proposed: {_escape(entry.fixes[0].title)}</p>')
    if entry.related:
        lines.append(f'<ul class="related">{"".join(_related(entry))}</ul>')
    return "\n".join(lines) + "</li>\n"


def _related(entry: Entry) -> Iterator[str]:
    for place in entry.related[:MOST_RELATED]:
        yield f"<li>{_escape(_elsewhere(place, entry.place.path))}</li>"
    more = len(entry.related) - MOST_RELATED
    if more > 0:
        yield f"<li>and {count(more, 'place', 'places')} more</li>"


def _elsewhere(place: Place, path: str) -> str:
    words = one_line(place.match)
    words = words if len(words) <= 50 else words[:49].rstrip() + "…"
    where = "" if place.path == path else f"{showable(shown_path(place.path))}, "
    return f"{where}line {place.start.line}, “{words}”" + (f": {place.label}" if place.label else "")
