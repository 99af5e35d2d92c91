"""An odd word of a story and the form of it that stands elsewhere: where, and what slip parts the two."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from newslint.analyses.text.scanning import ScanHit
from newslint.analyses.text.words import ROLES, places
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.text import Span
from newslint.base.typed import cast
from newslint.model.story import Story
from newslint.words.spelling import differ_at, is_one_slip

MOST_PLACES = 200  # of the half of a word that are looked at
MOST_TIMES = 3  # a word of the story: what stands oftener is meant
_BEHIND = pattern(r"[^\[\]\n]{0,80}\]\(<?([^\s()<>]{4,300})")
# The letters of English stay, all of them small; whatever else there is parts words.
_APART = bytes(c | 32 if chr(c).isascii() and chr(c).isalpha() else 32 for c in range(256))
_ANY = pattern("(?:)")
_TAG = pattern(r"<a\s[^<>]*href=[\"']?([^\"'<> ]+)[^<>]*>[^<>]*\Z", re.IGNORECASE)
_LEAST = 3  # letters of a half that are looked for
_MOST_BEFORE = 500  # code points of a tag and the text of its link


class Near(NamedTuple):
    """A word where it stands, mostly once, and the form that stands elsewhere.

    `right` is the word as it is written, but mended; `form` has small letters, and `at` is where it stands in the
    source. `slip` is what happened to a letter: it is `missing`, `doubled`, `added`, `swapped` with the next, or
    `other`. `own` says that the form stands in the address to which the word itself links.
    """

    hits: tuple[ScanHit, ...]
    right: str
    form: str
    at: tuple[Span, ...]
    slip: str
    own: bool


def right_forms(story: Story, odd: Iterable[str]) -> tuple[Near, ...]:
    """Those of a story's odd words whose right form stands elsewhere in it."""
    data = story.source.text.encode("utf-8", "surrogatepass")
    apart = b" %b " % data.translate(_APART)
    return tuple([near for word in odd if (near := _near(story, data, apart, word))])


def _near(story: Story, data: bytes, apart: bytes, word: str) -> Near | None:
    starts = _places(apart, f" {word} ".encode(), MOST_TIMES + 1)
    forms = _alike(apart, word.encode()) if 1 <= len(starts) <= MOST_TIMES else {}
    if not forms:
        return None
    source = story.source.text
    at = {form: [*_whole(source, data, starts, len(form))] for form, starts in forms.items()}
    if not all(at.values()):
        return None
    writings = dict.fromkeys(data[start : start + len(word)].decode() for start in starts)
    hits = [hit for written in writings for hit in places(story, written, ROLES) or _handle(story, written)]
    for hit in hits:
        address = _address(source, hit.span)
        owned = [form for form, spans in at.items() if address and any(map(address.holds, spans))]
        if len(owned) == 1:
            return _made(source, hits, owned[0], at[owned[0]], own=True)
    if len(hits) == len(starts) == len(forms) == 1 and not _is_handle(source, hits[0].span.start):
        return _made(source, hits, *next(iter(at.items())), own=False)
    return None


def _handle(story: Story, written: str) -> Iterator[ScanHit]:
    """Where a word first stands in the prose, if it is a handle there."""
    at = story.prose.text.find(written)
    if at > 0 and _is_handle(story.prose.text, at):
        held = story.prose.zone_of(at, at + len(written))
        if held and held[0].role in ROLES:
            yield ScanHit(held[0], at - held[1], at - held[1] + len(written), cast("re.Match[str]", _ANY.match("")))


def _is_handle(text: str, at: int) -> bool:
    return text[at - 1 : at] == "@" and not text[at - 2 : at - 1].strip(" ([")


def _made(source: str, hits: list[ScanHit], form: str, at: list[Span], *, own: bool) -> Near:
    slip, right = _mended(hits[0].text, form)
    return Near(tuple(hits), _as_written(source, at, right), form, tuple(sorted(at)), slip, own)


def _as_written(source: str, at: Iterable[Span], right: str) -> str:
    """A mended word, with the capitals inside that the story gives it elsewhere (“openSUSE”)."""
    written = Counter(source[span.start : span.end] for span in at)
    if not right.isupper() and right not in written:
        for there, _ in written.most_common():
            if not there.isupper() and there[1:] != there[1:].lower():
                return there
    return right


def _alike(apart: bytes, word: bytes) -> dict[str, list[int]]:
    """Where words stand that one slip parts from this one, in its middle: they begin or end as it does."""
    size = len(word)
    half = max(_LEAST, (size - 1) // 2)
    crossing = size >= half + 1 + _LEAST  # what ends so may have two letters swapped where the halves meet
    rest, opens, last = word[half + crossing :], b" " + word[:1], word[-1]
    found = {}
    for start in _places(apart, b" " + word[:half]):
        end = apart.find(b" ", start + size, start + size + 3) - 1
        if end > 0 and apart[end] == last:
            found[start] = end
    if len(rest) >= _LEAST:
        for at in _places(apart, rest + b" "):
            start = apart.rfind(opens, max(0, at - half - 3), at)
            if start >= 0:
                found[start] = at + len(rest) - 1
    if not crossing:
        for at in range(1, half):
            swapped = word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :]
            found.update([(start, start + size) for start in _places(apart, b" " + swapped + b" ")])
    forms: dict[str, list[int]] = {}
    for start, end in found.items():
        other = apart[start + 1 : end + 1]
        if _is_slip(word, other):
            forms.setdefault(other.decode(), []).append(start)
    return forms


def _places(apart: bytes, part: bytes, most: int = MOST_PLACES) -> list[int]:
    found: list[int] = []
    at = apart.find(part)
    while at >= 0 and len(found) < most:
        found.append(at)
        at = apart.find(part, at + 1)
    return found


def _whole(source: str, data: bytes, starts: Iterable[int], size: int) -> Iterator[Span]:
    """Where words stand in the source, whose bytes are given, with no letter beside them that `_APART` left out."""
    start = before = 0
    for byte in sorted(starts):
        start += len(data[before:byte].decode("utf-8", "surrogatepass"))
        before = byte
        end = start + size
        if not (source[start - 1 : start].isalpha() or source[end : end + 1].isalpha()):
            yield Span(start, end)


def _is_slip(word: bytes, other: bytes) -> bool:
    """Whether one slip parts two words, and neither at the first letter nor at the last."""
    size = len(word) - len(other)
    if word == other or not -1 <= size <= 1 or word[0] != other[0] or word[-1] != other[-1] or b" " in other:
        return False
    at = differ_at(word, other)
    if at <= 1 and size > 0 and word[at] == word[at - 1]:
        return False  # an initial before a name: “ddemaio”
    long, short = (word, other) if size > 0 else (other, word)
    if long == short[:-1] + b"es":
        return False  # “siloes”: two ways to write a plural
    return is_one_slip(word.decode(), other.decode())


def _mended(written: str, form: str) -> tuple[str, str]:
    """What the slip was, and the word as it is written but without it."""
    small = written.lower()
    at = differ_at(small, form)
    if len(small) > len(form):
        doubled = small[at] == small[at - 1]
        return "doubled" if doubled else "added", written[:at] + written[at + 1 :]
    letter = form[at].upper() if written[-1].isupper() else form[at]
    if len(small) < len(form):
        return "missing", written[:at] + letter + written[at:]
    if small[at + 1 :] == form[at + 1 :]:
        return "other", written[:at] + (letter.upper() if written[at].isupper() else letter) + written[at + 1 :]
    return "swapped", written[:at] + written[at + 1] + written[at] + written[at + 2 :]


def _address(source: str, span: Span) -> Span | None:
    """The address to which the text here links, in Markdown or HTML."""
    found = _BEHIND.match(source, span.end)
    if not found or "[" not in source[max(0, span.start - 80) : span.start]:
        found = _TAG.search(source, max(0, span.start - _MOST_BEFORE), span.start)
    return Span(*found.span(1)) if found else None
