"""Style sheets and scripts that came along with a page's text: runs of lines that are code and no copy."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.model.story import Analysis, Story, Zone

LONGEST = 400  # lines that one block may have
LOOKED_AT = 600  # code points of a line that are looked at

# A line that opens or is a rule of a style sheet.
_RULE = pattern(
    r"(?:@(?:media|import|font-face|keyframes|supports|charset)\b.*"
    r"|[^{}()<>“”\"?!]{1,160}\{(?:\s*[\w-]{2,40}\s*:\s*[^{}:;]{1,160}[;}].*)?"
    r"|/\*.*)$"
)
_DECLARATION = pattern(r"[\w-]{2,40}\s*:\s*[^{}“”.?!]{1,200}(?:!important)?;\s*\}?$")
_CLOSING = pattern(r"[;,.\s]*[(){}\[\]][(){}\[\];,.\s]*$|\*/$|-->$")
# A line of a script.
_SCRIPT = pattern(
    r"(?:(?:var|let|const) [\w$]+ ?=|(?:window|document|jQuery|\$|googletag|dataLayer|_?gaq|gtag|fbq|twttr|console|"
    r"self)(?:\.\w|\[|\()|\(?function ?\w* ?\(|!function|if ?\(.*\) ?\{|\}? ?else\b|try ?\{|\} ?catch|return\b.*;$"
    r"|<!\[CDATA\[|//<!\[CDATA\[|[\w$.]+ ?=[^=].*[;{]$|[\w$.]+\(.*\);?$|.*\bfunction ?\([\w$, ]*\) ?\{)"
)
_OPENERS = ("<script", "<style", "<SCRIPT", "<STYLE")
_ELEMENT = pattern(r"</?(?:script|style)\b[^<>]*>", re.IGNORECASE)


class CodeBlock(NamedTuple):
    """The numbers of the first and last zone of a run of code, and whether it is a `script` or a `style` sheet."""

    first: int
    last: int
    sort: str

    @property
    def numbers(self) -> range:
        """The numbers of all its zones."""
        return range(self.first, self.last + 1)


def _blocks(story: Story) -> tuple[CodeBlock, ...]:
    text = story.source.text
    if story.format not in ("plain", "fragment") or not ("{" in text or ("<" in text and _has_opener(text))):
        return ()
    return tuple(_found(story.zones))


def _has_opener(text: str) -> bool:
    return any(map(text.__contains__, _OPENERS))


def _found(zones: Sequence[Zone]) -> Iterator[CodeBlock]:
    n = 0
    while n < len(zones):
        block = _block_at(zones, n)
        if block:
            yield block
            n = block.last + 1
        else:
            n += 1


def _block_at(zones: Sequence[Zone], first: int) -> CodeBlock | None:
    """The block that begins at a zone: it opens as code does and holds more than one sign of it."""
    depth, signs, last, element, sort = 0, 0, first - 1, False, ""
    for n, zone in enumerate(islice(zones, first, first + LONGEST), first):
        line = zone.text[:LOOKED_AT].strip()
        tag = _ELEMENT.match(line)
        if tag:
            element = not line.startswith("</") and not line.lower().endswith(("</script>", "</style>"))
            kind, sort = "tag", sort or ("script" if "script" in tag[0].lower() else "style")
            signs += 2
        else:
            kind = "inside" if element else _form(line, depth)
        if not kind or (n == first and kind in ("closing", "declaration")):
            break
        sort = sort or ("script" if kind == "script" else "style")
        signs += kind in ("declaration", "script", "closing") or ":" in line
        depth = max(0, depth + line.count("{") - line.count("}"))
        last = n
    return CodeBlock(first, last, sort) if last >= first and signs > 1 else None


def _form(line: str, depth: int) -> str:
    """What a line of code is; nothing for a line of copy."""
    if _CLOSING.match(line):
        return "closing"
    if _DECLARATION.match(line) and depth:
        return "declaration"
    if "{" in line and _RULE.match(line):
        return "rule"
    if _SCRIPT.match(line) and line.endswith((";", "{", "}", ",", "(", ")", "[")):
        return "script"
    return "rule" if line.startswith(("@media", "@import", "@font-face", "/*")) else ""


code_blocks = Analysis("code_blocks", _blocks)
