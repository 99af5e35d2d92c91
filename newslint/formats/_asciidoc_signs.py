"""By what signs AsciiDoc tells one block from another: fences, lists, headings, lines that are no text."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.base.lazy import pattern
from newslint.base.text import Span, UnreadableStory

# How a line begins that is text, whatever stands in it: with a letter, a figure or a quotation mark, and no item.
PLAIN = pattern(
    r"(?!(?:\d{1,9}\.|[A-Za-z]\.|[IVXivx]{1,9}\))[ \t])(?!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):)"
    r"[^\W_]|[“”‘’„«(—]|\"(?!\")|'(?!')"
)
# A sign that may be markup in a paragraph, or begin the text of a term: most paragraphs have none.
SIGN = pattern(
    r"[\\*_`#^~+{<\[\]&:;\-.()](?:(?<=[\\*_`#^~+{<\[\]])|(?<=:)\S|(?<=-)-|(?<=\.)\.\.|(?<=&)[#A-Za-z]|(?<=;);"
    r"|(?<=\()[(CRT]|(?<=\))\))"
)
INTERRUPTS = '[/-.+`=*_~"|,:!'  # with which a line may begin that ends the paragraph above it
FENCE = pattern(r"(?:(/{4,}|-{4,}|\.{4,}|\+{4,}|`{3}[^`\s]*)|(={4,}|\*{4,}|_{4,}|~{4,}|--|\"\")|([|,:!]===+))\Z")
IN_BRACKETS = pattern(r"\[(?:[\w.#%{,\"'$].*|\[.*\]|)\]\Z")
TITLE = pattern(r"\.(?=\.?[^ \t.])")
RULER = pattern(r"(?:'{3,}|<{3,}|-{3}|\*{3}|- - -|\* \* \*|_ _ _)\Z")
MACRO = pattern(r"([A-Za-z][\w-]*)::(\S*?)\[(.*)\]\Z")
SECTION = pattern(r"(={1,6}|#{1,6})[ \t]+(?=\S)")
UNDERLINES = {"=": 1, "-": 2, "~": 3, "^": 4, "+": 5}
BULLET = pattern(
    r"[ \t]*+(?:-|\*{1,5}|•|\.{1,5}|\d{1,9}\.|[A-Za-z]\.|[IVXivx]{1,9}\)|<(?:\d{1,9}|\.)>)[ \t]+"
    r"(?:\[[ xX*]\][ \t]+)?(?=\S)"
)
TERM = pattern(r"[ \t]*+(?!//)(\S.*?)(?::{2,4}|;;)(?:[ \t]+|\Z)")
ADMONITION = pattern(r"(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \t]+(?=\S)")
SIGNED = pattern(r"--[ \t]+(?=\S)")
PICTURES = frozenset(("image", "video", "audio"))


def is_item(text: str, line: Span) -> bool:
    """Whether a line begins an item of a list."""
    return bool(BULLET.match(text, *line) or TERM.match(text, *line))


def list_goes_on(text: str, lines: Sequence[Span], n: int) -> bool:
    """Whether what follows empty lines is another item of the list above, or is tied to its last one."""
    while n < len(lines) and lines[n].start == lines[n].end:
        n += 1
    return n < len(lines) and (text[slice(*lines[n])] == "+" or is_item(text, lines[n]))


def after_plain(text: str, lines: Sequence[Span], n: int) -> int:
    """The line after a paragraph without any sign of markup, as most are; the same line where none begins there."""
    if not PLAIN.match(text, *lines[n]):
        return n
    m = n
    while m < len(lines) and (line := lines[m]).start < line.end:
        if SIGN.search(text, *line) or (m > n and text[line.start] in f"{INTERRUPTS} \t"):
            return n
        m += 1
    return m


def is_fence_or_brackets(line: str) -> bool:
    """Whether a line ends the paragraph above it: a fence, or what is said of the next block."""
    return bool(FENCE.match(line)) or (line[0] == "[" and bool(IN_BRACKETS.match(line)))


def has_word(line: str) -> bool:
    """Whether a line has any letter or digit."""
    return any(map(str.isalnum, line))


def trimmed(text: str, start: int, end: int) -> Span:
    """A line without the spaces before it and the plus sign that breaks it off."""
    while start < end and text[start].isspace():
        start += 1
    if text.endswith(" +", start, end):
        end -= 2
    return Span(start, end)


def unquoted(text: str, line: Span) -> Span:
    """A line without the signs that quote it."""
    start, end = line
    while start < end and text[start] in "> \t":
        start += 1
    return Span(start, end)


def after_fence(text: str, lines: Sequence[Span], n: int, fence: str) -> int:
    """The line that closes a block whose text is not read; raises UnreadableStory where there is none."""
    for m in range(n + 1, len(lines)):
        start, end = lines[m]
        if end - start == len(fence) and text.startswith(fence, start):
            return m
    at = lines[n].start
    number = text.count("\n", 0, at) + 1 if "\n" in text else text.count("\r", 0, at) + 1
    raise UnreadableStory(
        f"line {number}: the block that “{fence[:8]}” begins never ends; a line like it was expected"
    )
