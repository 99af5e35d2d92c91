"""Tags, entities, shortcodes and control characters left in plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from newslint.analyses.text.code_blocks import CodeBlock, code_blocks
from newslint.analyses.text.scanning import COPY, ScanHit, scan
from newslint.base.lazy import pattern
from newslint.model.finding import Edit, Finding, Fix, Related, deletions
from newslint.model.rule import Bad, Evidence, Good, KnownFalse, Rule
from newslint.model.story import Story

_TAGS = (
    "p|br|hr|a|b|i|u|s|em|strong|span|div|font|center|small|big|sub|sup|h[1-6]|ul|ol|li|dl|dt|dd|img|picture|source|"
    "blockquote|q|cite|code|pre|table|thead|tbody|tr|td|th|figure|figcaption|iframe|script|noscript|style|link|meta|"
    "section|article|aside|header|footer|nav|main|video|audio|embed|object|o:p|html|head|body|title"
)
_CODES = "caption|gallery|embed|video|audio|youtube|tweet|twitter|soundcloud|instagram|pullquote|quote|url|img|b|i|u"
_ENTITY = (
    r"&(?:#\d{2,6}|#x[0-9A-Fa-f]{2,5}|nbsp|amp|quot|lt|gt|apos|[lr][ds]quo|[mn]dash|hellip|bull|middot|copy|reg|trade|"
    r"euro|pound|cent|deg|frac\d\d|shy|ensp|emsp|thinsp|zwnj|iexcl|iquest|szlig|[AEIOUYNaeiouyn]"
    r"(?:acute|grave|circ|uml|tilde|ring)|[Cc]cedil|[Oo]slash|aelig|AElig);"
)
# One expression for each sign that markup begins with: most stories have none of them, and a look for one
# character costs next to nothing.
_FORMS = {
    "<": pattern(
        rf"</?(?:{_TAGS})(?:\s[^<>\n]{{0,400}})?/?>|<!--[^\n]{{0,400}}?-->"
        # any name will do where it closes or carries an attribute: <tweet id="7">, </embed-card>
        r"|</[A-Za-z][\w:.-]{0,30}>|<[A-Za-z][\w:.-]{0,30}(?: ?/|\s[^<>=\n]{0,200}=[^<>\n]{0,400})>"
    ),
    "&": pattern(_ENTITY),
    "**": pattern(r"(?<![*\w])\*\*(?=[^\s*])[^*\n]{1,80}(?<=\S)\*\*(?![*\w])"),
    "\n## ": pattern(r"##(?<![^\n]##) (?=[A-Z])[^\n]{3,80}$", re.MULTILINE),
    "^": pattern(r"\^[A-Z@\[](?=\s|$)", re.MULTILINE),  # a control character written out, as old wires have them
    "{": pattern(r"\{\{[^{}\n]{0,200}\}\}|\{%[^%\n]{0,200}%\}"),
    "[": pattern(
        rf"\[/(?:{_CODES})\]|\[(?:{_CODES})[ =][\w-]*=?[\"“”'][^\]\n]{{0,300}}\]|\[(?:gallery|embed)\]"
        # any name will do where it closes or carries an attribute: [vc_row width="2"], [/vc_row]
        r"|\[/[a-z][\w-]{1,30}\]|\[[a-z][\w-]{1,30}(?: [\w-]{1,30}=[\"“”'][^\[\]\n\"“”']{0,200}[\"“”']){1,9} ?/?\]"
        r"|\[[^\[\]\n]{1,200}\]\(https?://[^\s()]{1,300}\)"
        # alone on its line: [related-posts]; it begins with its sign as all others do, which is found fast
        r"|\[(?<![^\n]\[)[a-z][a-z\d]*(?:[-_][a-z\d]+)+\](?![^\n])"
    ),
}
_TAG = pattern(r"[<\[](/?)([\w:.-]+)")
_ALONE = frozenset(("br", "hr", "img", "link", "meta", "source", "embed", "gallery"))  # never closed
ENOUGH = 20  # places told for one fault
_CONTROLS = [chr(n) for n in (*range(9), 11, *range(14, 32), 127, 0xAD, 0x200B, 0x2060, 0xFEFF)]
# Soft hyphens and spaces without width hide a word from search only where they stand inside it.
# It begins with a set of signs, which is found fast.
_HIDING = "\u00ad\u200b\u2060\ufeff"
_CONTROL = pattern(
    f"[\\x00-\\x08\\x0b\\x0e-\\x1f\\x7f{_HIDING}]"
    f"(?:(?<![{_HIDING}])[\\x00-\\x08\\x0b\\x0e-\\x1f\\x7f]*|(?<=[^\\W\\d_][{_HIDING}])[{_HIDING}]*(?=[^\\W\\d_]))"
)


class LeftoverMarkup(Rule):
    """Markup that reaches readers looks like a broken page, and screen readers and smart speakers read it aloud."""

    id = "leftover-markup"
    topic = "integrity"
    finds = "HTML, Markdown or other markup left in the text"
    severity = "error"
    confidence = "high"
    message = "markup is left in the text"
    zones = COPY
    in_quotes = "both"
    when = {"format": ("plain", "fragment")}
    examples = (
        Bad("The vote is on Friday.[[<br/>]]", fixed="The vote is on Friday.", message="“<br/>” is markup, not text"),
        Bad("He [[<em>]]never((</em>)) paid.", fixed="He never paid."),
        Bad(
            "[[<div>]]He never paid.\nNor did she.((</div>))\nSo it goes.",
            fixed="He never paid.\nNor did she.\nSo it goes.",
            note="one fault over two paragraphs",
        ),
        Bad("Marks [[&amp;]] Spencer((&nbsp;))rose.", fixed="Marks & Spencer rose."),
        Bad('[[<tweet tweet-id="77">]]We won((</tweet>)).'),
        Bad("Read [[{{ related_story }}]] for more."),
        Bad("See [[[the list](https://example.org/list)]] here."),
        Bad('The [[<b>]]vote((</b>)) is on Friday.(([vc_row width="2"]))', fixed="The vote is on Friday."),
        Bad("The vote is on Friday.[[^M]]", fixed="The vote is on Friday."),
        Bad("She is a mother[[\x1b]] and a minister.", fixed="She is a mother and a minister."),
        Bad("Ms. Sil[[\u00ad]]va cut the rib((\u200b))bon.", fixed="Ms. Silva cut the ribbon."),
        Bad(
            'It is cold.\n[[<tweet id="1">]]\nIt is dark.\n((<tweet id="2">))\nRain [[&amp;]] ice.',
            note="the code for a letter is a fault of its own",
        ),
        Bad("The jury saw a [[**photograph**]] of it.\n[[## A long trial]]\nIt ends in May."),
        Good("It rained** hard, and 2**3 is eight.\n** He left.\n### So it ends."),
        Good("It rained \u200band the boats\u200b stayed in.", note="between words they hide nothing"),
        Bad(
            "The bridge is shut.\n[[.promo { color: red;]]\nmargin: 0 auto;\n((}))\nIt opens in May.",
            fixed="The bridge is shut.\nIt opens in May.",
            message="3 lines are a page's style sheet, not text",
        ),
        Bad("It opens in May.\n[[window.ads = window.ads || {};]]\n((loadAds({slot: 'top'});))"),
        Good("He said “[so-called] peace”.\n[emphasis mine]\n[laughs]"),
        Good("If a < b and b > c, AT&T; Q&A; R&D rose; i <3 u; write to <desk@example.org>."),
        Good("“[I]t was [the mayor] who [sic] left [applause] [video] [quote],” he said."),
        Good("Use <br/> here & there.", format="markdown", note="Markdown may hold such things"),
        KnownFalse("The page’s [[<script>]] element was empty, said the programmer."),
    )
    evidence = Evidence(
        stories=2662,
        hits=107,
        wrong=0,
        cases=60,
        found=60,
        on="tags, entities and shortcodes set into edited stories",
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each block of code and each sort of markup, at its first piece."""
        blocks = story.get(code_blocks)
        yield from (self._of_block(story, block) for block in blocks)
        inside = {story.zones[n].span.start for block in blocks for n in block.numbers}
        hits: list[ScanHit] = []
        text = story.prose.text
        for sign, form in _FORMS.items():
            if sign in text:
                hits += scan(story, form, self.zones)
        if any(control in text for control in _CONTROLS):
            hits += scan(story, _CONTROL, self.zones)
        paragraphs: dict[int, list[ScanHit]] = {}
        for hit in sorted(hits, key=lambda hit: hit.span):
            if hit.zone.span.start not in inside:
                paragraphs.setdefault(hit.zone.span.start, []).append(hit)
        sorts: dict[str, list[list[ScanHit]]] = {}
        for found in _whole(paragraphs.values()):
            sorts.setdefault(_sort(found[0].text), []).append(found)
        for blocks_alike in sorts.values():
            yield self._found(list(chain.from_iterable(blocks_alike)), len(blocks_alike))

    def _of_block(self, story: Story, block: CodeBlock) -> Finding:
        """A style sheet or a script is one fault, and goes as a whole or not at all."""
        spans = [story.zones[n].span for n in block.numbers]
        what = "a page's script" if block.sort == "script" else "a page's style sheet"
        lines = f"{len(spans)} lines are" if len(spans) > 1 else "this line is"
        fix = Fix("Delete the whole block", tuple(deletions(story.source, spans)), "offer")
        related = [Related(spans[-1], "up to here")] if len(spans) > 1 else []
        return self.finding(spans[0], f"{lines} {what}, not text", related=related, fixes=(fix,))

    def _found(self, hits: list[ScanHit], places: int) -> Finding:
        said = _said(hits[0].text) + (f", and so in {places - 1} more places" if places > 2 else "")
        fixes: tuple[Fix, ...] = ()
        if not any(hit.text.startswith("[") and "](" in hit.text for hit in hits):
            edits = tuple(Edit(hit.span, _meant(hit.text)) for hit in hits if _is_sure(hit.text))
            letters = [edit.text for edit in edits if edit.text.strip()]
            title = "Delete the markup"
            if len(letters) == len(hits):
                title = f"Change to “{letters[0]}”" if len(hits) == 1 else "Change the codes to letters"
            fixes = (Fix(title, edits),) if len(edits) == len(hits) else ()
        return self.finding(
            hits[0].span, said, related=[Related(hit.span, "and here") for hit in hits[1:ENOUGH]], fixes=fixes
        )


def _sort(markup: str) -> str:
    """What is one fault wherever it stands: tags of one name, codes for letters, all else by its first sign."""
    tag = _TAG.match(markup)
    return tag[2].lower() if tag else markup[:1]


def _said(first: str) -> str:
    """What is wrong with a piece of markup, in an editor's words."""
    if not first.isprintable():
        return "there is an invisible character here: delete it"
    letter = _meant(first).strip() if _is_sure(first) else ""
    return f"“{first[:60]}” is a code: it should read “{letter}”" if letter else f"“{first[:60]}” is markup, not text"


def _whole(paragraphs: Iterable[list[ScanHit]]) -> Iterator[list[ScanHit]]:
    """The markup of each paragraph; that of several together where a tag of one is closed in the next."""
    found: list[ScanHit] = []
    for hits in paragraphs:
        if found and not (_open_tag(found) and _open_tag(found) == _first_closed(hits)):
            yield found
            found = []
        found = found + hits
    if found:
        yield found


def _open_tag(hits: Sequence[ScanHit]) -> str:
    """The name of the last tag that is opened and not closed among these."""
    opened: list[str] = []
    for hit in hits:
        tag = _TAG.match(hit.text)
        if tag and tag[1]:
            opened = opened[: opened.index(tag[2])] if tag[2] in opened else opened
        elif tag and tag[2] not in _ALONE and not hit.text.endswith("/>"):
            opened.append(tag[2])
    return opened[-1] if opened else ""


def _first_closed(hits: Sequence[ScanHit]) -> str:
    """The name of the first tag among these, where it is closed there without being opened."""
    tag = next((tag for hit in hits if (tag := _TAG.match(hit.text)) and tag[2] not in _ALONE), None)
    return tag[2] if tag and tag[1] else ""


def _is_sure(markup: str) -> bool:
    """Whether taking this out (or putting its character in) leaves just the text that was meant."""
    return not markup.startswith(("{", "**", "##", "<tweet", "<script", "<style"))


def _meant(markup: str) -> str:
    """The character that an entity stands for; nothing for a tag."""
    if not markup.startswith("&"):
        return ""
    from html import unescape  # a table of 2,200 names, wanted only where a fix is

    return unescape(markup).replace("\u00a0", " ")
