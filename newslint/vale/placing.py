"""Where Vale says that an alert in plain text stands: it looks for the alert's words from the top, and may err.

Vale 3.15 does not keep the place of a match. It looks for its words in the text from where the block begins, word
boundaries round it, and masks the first place where they stand (boundaries or not) before it looks for those of the
rule's next alert. So of two alerts on the same words the second may be told at the place of the first, and is then
lost. Who comes over has the same alerts at the same places; in markup they stand where the words do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.base.typed import TYPE_CHECKING
from newslint.vale.blocks import Block

if TYPE_CHECKING:
    from newslint.vale.extensions.base import Alert

_SMALL = 1000  # bytes of a text in which Vale also masks what stands before a match
_CODE = "`-"  # beside these a place is only taken where there is no other


def places(text: str, block: Block, alerts: Sequence[Alert], *, small: bool) -> Iterator[int]:
    """Where Vale tells a rule's alerts on a block of a text, one after another; -1 for nowhere."""
    since, first = block.start, True
    context, told = text, ""  # what is left of the text to look in; the words to be masked in it before that
    for alert in alerts:
        match = alert.match
        if not match:
            yield 0
            continue
        if told:
            context = masked(context, told, "#")
        if first and not small:
            at = text.find(match, since)
            if at != since + alert.start or not _stands_alone(text, at, at + len(match), since):
                at = _found(text, match, since)
        else:
            at = _looked_up(context, block, match, alert.start, small=small)
        told, first = match, False
        yield at


def _looked_up(context: str, block: Block, match: str, start: int, *, small: bool) -> int:
    """Where some words stand in what is left of a text; in a block that is whole in it, from where that begins."""
    if small and context.count(match) > 1:
        for word in context[:start].split():
            context = masked(context, word, "@")
    return _found(context, match, max(context.find(block.text), 0))


def is_small(text: str) -> bool:
    """Whether a text is so short that Vale masks more of it."""
    return len(text) < _SMALL and len(text.encode("utf-8", "surrogatepass")) < _SMALL


def masked(text: str, words: str, sign: str) -> str:
    """A text with the first place of some words masked; its lines stay."""
    at = text.find(words)
    if at < 0:
        return text
    mask = sign * len(words) if "\n" not in words else "".join("\n" if c == "\n" else sign for c in words)
    return text[:at] + mask + text[at + len(words) :]


def _found(text: str, words: str, since: int) -> int:
    """The first place of some words that stand alone, from a place on; what stands before that is not seen."""
    at, first = text.find(words, since), -1
    while at >= 0:
        end = at + len(words)
        if _stands_alone(text, at, end, since, code=True):
            if not _is_beside_code(text, at, end, since):
                return at
            first = at if first < 0 else first
        at = text.find(words, at + 1)
    return first if first >= 0 else text.find(words, since)


def _is_letter(sign: str) -> bool:
    return sign == "_" or (sign.isascii() and sign.isalnum())


def _stands_alone(text: str, start: int, end: int, since: int, *, code: bool = False) -> bool:
    """Whether a stretch begins and ends at the edges of words, as Go's patterns know them: by ASCII alone.

    Without `code` beside code it does not: the place must be looked at again.
    """
    before = text[start - 1] if start > since else ""
    after = text[end] if end < len(text) else ""
    begins = start == 0 or before == "_" or (before != "" and _is_letter(before)) != _is_letter(text[start])
    if not begins:
        return False
    ends = not after or after == "_" or _is_letter(after) != _is_letter(text[end - 1])
    return ends and (code or not _is_beside_code(text, start, end, since))


def _is_beside_code(text: str, start: int, end: int, since: int) -> bool:
    """Whether what stands there looks like code: a sign before it, or one after the next."""
    first = start - 1 if start > since and text[start - 1] == "_" else start
    if first - 1 > 0 and first > since and text[first - 1] in _CODE:
        return True
    last = end + 1 if end < len(text) and text[end] == "_" else end
    return last + 1 < len(text) and text[last].isascii() and text[last + 1] in _CODE
