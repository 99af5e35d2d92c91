"""What keeps findings and fixes out of quotations, and fixes from breaking markup."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from newslint.analyses.quotes.quotes import contents
from newslint.analyses.quotes.said_plainly import is_said
from newslint.base.lazy import pattern
from newslint.base.text import InFile, Span
from newslint.model.finding import Edit, Fix
from newslint.model.story import Analysis, Story

_NEWLINE = pattern(r"\r\n|\r|\n")
_SIGNS_OF_METADATA = frozenset("\"'\\:#[]{}&*!|>%@`\r\n")  # a headline in front matter may need quoting for these
_LINE_SIGNS = (">", "—", "–", "―", "!!!", "???", ":::")  # what they open is quoted, spoken or a block of its own
_GLYPHS = (frozenset('"“”'), frozenset("'‘’"))
_MARKS = frozenset("\"'“”„‟‘’‚‛«»‹›`´ \u00a0\u202f")


def in_quotation(story: Story, span: Span) -> bool:
    """Whether a span lies between the marks of a quotation."""
    if isinstance(span, InFile):
        from newslint.model.cleaned import Prose  # here: few rules look at files

        assert isinstance(story.source, Prose)
        span = story.source.read_at(span)
    return any(inner.holds(span) for inner in _near(story.get(contents), span))


def _near(spans: tuple[Span, ...], span: Span) -> tuple[Span, ...]:
    """The few spans (ordered, not overlapping by much) that can meet this one."""
    index = bisect_left(spans, span)
    return spans[max(0, index - 3) : index + 64]


def sparing(fixes: Iterable[Fix], story: Story, *, glyphs: bool = False) -> Iterator[Fix]:
    """Fixes without the edits that would change what somebody said or break markup; none with nothing left to do.

    With `glyphs` an edit may turn the shape of a mark inside a quotation too, and nothing else there.
    """
    for fix in fixes:
        edits = [edit for edit in _apart(fix.edits) if _may_be(edit, story, glyphs=glyphs)]
        if edits:
            # here, so that whoever makes the edits of a report gets the same file
            yield fix._replace(edits=tuple([with_newlines_of(story.source.text, edit) for edit in edits]))


def _may_be(edit: Edit, story: Story, *, glyphs: bool) -> bool:
    """Whether an edit changes nothing that somebody said and leaves markup whole."""
    text, (start, end) = story.source.text, edit.span
    if story.bare and "\n" not in text[start:end] and not text.startswith(_LINE_SIGNS, end):
        said = is_said(story, edit.span)  # most stories need not be read for that
        if said is not None and not (said and _MARKS.issuperset(edit.text) and _MARKS.issuperset(text[start:end])):
            return not said
    return not ((_is_said(edit, story) and not (glyphs and _turns(edit, story))) or _breaks_markup(edit, story))


def _turns(edit: Edit, story: Story) -> bool:
    """Whether an edit turns one mark into another of its kind: double for double, single for single."""
    old = story.source.text[edit.span.start : edit.span.end]
    return len(old) == len(edit.text) == 1 and any(old in kind and edit.text in kind for kind in _GLYPHS)


def _apart(edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """A fix's edits without those inside what it deletes; none where they overlap otherwise, by mistake."""
    if len(edits) < 2:
        return edits
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.span.start, -edit.span.end)):
        if kept and kept[-1].span.overlaps(edit.span):
            if kept[-1].text or not kept[-1].span.holds(edit.span):
                return ()
        else:
            kept.append(edit)
    return tuple(kept)


def _is_said(edit: Edit, story: Story) -> bool:
    """Whether an edit would change what somebody said; the marks of what may be speech can take another form."""
    span = edit.span
    if _meets(story.get(_contents), span):
        return True
    if any(zone and zone.role == "quote-block" for zone in (story.zone_at(span.start), story.zone_at(span.end))):
        return True
    if _MARKS.issuperset(edit.text) and _MARKS.issuperset(story.source.text[span.start : span.end]):
        return False
    from newslint.analyses.quotes.said import spared
    from newslint.analyses.quotes.said_by_markup import is_speech_tag

    found = story.get(spared)
    if not edit.text and _is_whole(found.markup, span) and not is_speech_tag(story.source.text, span.start):
        return False  # a tag among what is said is none of its words, but for those that say it is said
    return _meets(found.said, span)


def _is_whole(markup: tuple[Span, ...], span: Span) -> bool:
    """Whether a span is just one piece of markup."""
    index = bisect_left(markup, span)
    return index < len(markup) and markup[index] == span


def _find_contents(story: Story) -> tuple[Span, ...]:
    from newslint.analyses.quotes.said import in_order

    spans = story.get(contents)
    return in_order(spans)


_contents: Analysis[tuple[Span, ...]] = Analysis("quote-contents-in-order", _find_contents)


def _meets(spans: tuple[Span, ...], edit: Span) -> bool:
    """Whether an edit reaches into one of the spans (in order, none over another)."""
    index = bisect_right(spans, edit.start, key=lambda span: span.end)  # the first that ends behind where it begins
    if index == len(spans):
        return False
    inner = spans[index]
    return inner.start < edit.start if edit.start == edit.end else inner.start < edit.end


def _breaks_markup(edit: Edit, story: Story) -> bool:
    """Whether an edit would leave half of some markup behind, or put a sign into metadata that means something."""
    span = edit.span
    for offset in (span.start, max(span.start, span.end - 1)):
        zone = story.zone_at(offset)
        if zone is None:
            continue
        if zone.field and (set(edit.text) & _SIGNS_OF_METADATA) - set(story.source.text[span.start : span.end]):
            return True
        inside = Span(max(span.start, zone.span.start), min(span.end, zone.span.end))
        if inside.start < inside.end and not (span.holds(zone.span) or zone.is_prose(inside)):
            return True
    text = story.source.text
    if edit.text and text.startswith(_LINE_SIGNS, span.end) and not text[span.start - 1 : span.start].strip("\r\n"):
        return True  # the sign would no longer begin its line
    from newslint.analyses.quotes.said import spared

    markup = story.get(spared).markup
    return any(_meets(markup, Span(at, at)) for at in {span.start, span.end})


def with_newlines_of(text: str, edit: Edit) -> Edit:
    """An edit whose line ends are those of the text before it (or, in the first line, after it)."""
    if "\n" not in edit.text or "\r" not in text:
        return edit
    start = edit.span.start
    at = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start))
    found = _NEWLINE.match(text, at - (text[at - 1 : at + 1] == "\r\n")) if at >= 0 else _NEWLINE.search(text, start)
    return edit._replace(text=_NEWLINE.sub(found[0], edit.text)) if found else edit
