"""Where Vale says that an alert in plain text stands: it looks for the alert's words from the top, and may err.

Vale 3.15 does not keep the place of a match. It looks for its words in the text from where the block begins, word
boundaries round it, and masks the first place where they stand (boundaries or not) before it looks for those of the
rule's next alert. So of two alerts on the same words the second may be told at the place of the first, and is then
lost. Who comes over has the same alerts at the same places; in markup they stand where the words do, and so they do
in a text so long that to look for all of them would take too much time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.base.typed import TYPE_CHECKING
from newslint.vale.blocks import Block

if TYPE_CHECKING:
    from newslint.vale.extensions.base import Alert

_SMALL = 1000  # bytes of a text in which Vale also masks what stands before a match
MOST = 20_000_000  # code points to look through for the alerts of one rule: some hundred in a text of 200 KB
_CODE = "`-"  # beside these a place is only taken where there is no other


def places(text: str, block: Block, alerts: Sequence[Alert], shift: int = 0, *, small: bool) -> Iterator[int]:
    """Where Vale tells a rule's alerts on a block of a text, one after another; -1 for nowhere.

    `shift` is where the block begins in what the alerts count their places in.
    """
    # an earlier block of the same words is taken
    since, first = 0 if len(block.text) == len(text) else text.find(block.text), True
    context, told = text, ""  # what is left of the text to look in; the words to be masked in it before that
    for alert in alerts:
        match = alert.match
        if not match:
            yield 0
            continue
        if told:
            context = masked(context, told, "#")
        if first and not small:
            at = _found(text, match, since)
        else:
            at = _looked_up(context, block, match, alert.start - shift, small=small)
        told, first = match, False
        yield at


def _looked_up(context: str, block: Block, match: str, start: int, *, small: bool) -> int:
    """Where some words stand in what is left of a text; in a block that is whole in it, from where that begins."""
    if small and context.count(match) > 1:
        before = context.encode("utf-8", "surrogatepass")[:start]  # Vale counts code points and cuts bytes
        for word in before.decode("utf-8", "ignore").split():
            context = masked(context, word, "@")
    return _found(context, match, max(context.find(block.text), 0) if len(block.text) < len(context) else 0)


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
    """The first place of some words that stand alone, from a place on; what stands before that is not seen.

    But for ends of lines: those are there still.
    """
    while words[0] == "\n" and since and text[since - 1] == "\n":
        since -= 1
    at, first, taken = text.find(words, since), -1, since
    while at >= 0:
        end = at + len(words)
        if _stands_alone(text, at, end, since, taken):
            if not _is_beside_code(text, at, end, since, taken):
                return at
            first = at if first < 0 else first
            taken = end + (text[end : end + 1] == "_")
            at = text.find(words, taken)
        else:
            at = text.find(words, at + 1)
    if first >= 0:
        return first
    return text.find(words, since if words.strip("\n") else 0)


_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")  # to Go's patterns


def _stands_alone(text: str, start: int, end: int, since: int, taken: int) -> bool:
    """Whether a stretch begins and ends at the edges of words, as Go's patterns know them: by ASCII alone.

    What stands before `since` is not seen; an underscore before `taken` belongs to the words found before.
    """
    if start > since:
        before = text[start - 1]
        if (before != "_" or start == taken) and (before in _LETTERS) == (text[start] in _LETTERS):
            return False
    elif start and text[start] not in _LETTERS:
        return False
    if end == len(text):
        return True
    after = text[end]
    return after == "_" or (after in _LETTERS) != (text[end - 1] in _LETTERS)


def _is_beside_code(text: str, start: int, end: int, since: int, taken: int) -> bool:
    """Whether what stands there looks like code: a sign before it, or one after the next."""
    first = start - 1 if start > taken and text[start - 1] == "_" else start
    if first - 1 > 0 and first > since and text[first - 1] in _CODE:
        return True
    last = end + 1 if end < len(text) and text[end] == "_" else end
    if last + 1 >= len(text) or text[last + 1] not in _CODE or not text[last].isascii():
        return False
    # Vale holds a place in bytes against a length in code points: the end of a text with marks is not looked at.
    return since + len(text[since : last + 1].encode("utf-8", "surrogatepass")) < len(text)
