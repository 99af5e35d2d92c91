"""What an editor shows where the pointer rests: what a rule found and why, and who is taken to have said a thing."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.base.lazy import pattern
from newslint.base.showing import showable
from newslint.base.text import Span
from newslint.engine.workspace import Workspace
from newslint.lsp.speakers import Said
from newslint.reporters.base import rule_link
from newslint.run.report_context import about
from newslint.service.service import Found

_SIGNS = pattern(r"[\\`*_{}\[\]<>!|~&]|\A[#+-]")  # of Markdown


def finding_page(found: Found, workspace: Workspace, path: str) -> Iterator[str]:
    """What is to be known of a finding, a paragraph a piece, in Markdown."""
    entry = found.entry
    pack = workspace.config_of(path).pack
    rule = pack.rules.get(entry.rule)
    yield f"**{plain(entry.rule)}** ({entry.severity}, {entry.confidence} confidence)"
    yield plain(entry.message)
    if rule:
        told = about(rule, pack.owners.get(rule.id))
        if told.finds:
            yield f"**Finds:** {plain(told.finds)}"
        if told.why:
            yield f"**Why:** {plain(told.why)}"
    for fix in entry.fixes:
        yield f"**{'Fix' if fix.safety == 'safe' else 'Offered'}:** {plain(fix.title)}"
    link = rule_link(entry.rule, entry.topic)
    page = f" [All about it]({link})" if link else ""
    yield f"To switch it off, write `rules: {{{entry.rule}: off}}` in newslint.yaml.{page}"


def speaker_page(said: Said) -> str:
    """Who is taken to have said a quotation, in Markdown."""
    who = f"**{plain(said.who)}** is taken to have said this" if said.who else "Nobody is taken to have said this"
    sure = f" ({said.confidence} confidence)" if said.confidence and said.confidence != "high" else ""
    return f"{who}{sure}{f': {plain(said.why)}' if said.why else ''}."


def plain(text: str) -> str:
    """A text as Markdown writes it, in which nothing of it is obeyed."""
    return _SIGNS.sub(lambda sign: f"\\{sign[0]}", showable(text))


def without_marks(markdown: str) -> str:
    """What `plain` and the pages here mark, for a client that shows text alone."""
    return pattern(r"\\([\\`*_{}\[\]<>!|~&#+-])|\*\*|`| \[All about it\]\(([^)]*)\)").sub(
        lambda found: found[1] or (f" {found[2]}" if found[2] else ""), markdown
    )


def holds(span: Span, offset: int) -> bool:
    """Whether a place lies in a span or at one of its ends."""
    return span.start <= offset <= span.end
