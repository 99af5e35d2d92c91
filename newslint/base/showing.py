"""Strangers' text made fit to be shown: what a terminal or the runner of a build would obey stands there escaped.

Stories, names of files, configurations, rules and plugins may hold signs that move the cursor, turn the reading
direction or are not seen at all, and lines that a runner takes for its own commands (`::error::`, `##vso[…]`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable

from newslint.base.typed import IO, Any

# C0 and C1 controls and DEL; soft hyphen; marks, embeddings and isolates of direction; signs without width, but
# for the joiner inside an emoji; ends of lines and paragraphs that are no line feed; interlinear marks and tags;
# halves of surrogate pairs (bytes in names of files that are no UTF-8). None of these is printable to Python.
_HIDDEN = (
    r"\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    r"\ud800-\udfff\U000e0000-\U000e007f"
)
_JOINER = r"(?<![\U0001f000-\U0001faff\u2600-\u27bf\ufe0f])\u200d"
# Runners of Azure and GitHub obey `##vso[…]` and `##[…]` wherever in a line they stand, TeamCity `##teamcity[…]`.
_COMMAND = r"\#(?=\#\w{0,20}\[)"
# GitHub obeys `::name …::` at the beginning of a line, white space before it or not.
_STARTING = r"[^\S\n\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]*:(?=:[^\n]*::)"
_NAMED = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}


def _plainly(text: str) -> bool:
    """Whether there is nothing to escape in a line; quick, and true of nearly all."""
    return text.isprintable() and "##" not in text and "::" not in text


def showable(text: str) -> str:
    """A text on one line, with all that is not to be obeyed as `\\x1b`, `\\u{202e}` or `\\n`."""
    return text if _plainly(text) else _escaped(text, rf"\A{_STARTING}|{_COMMAND}|[{_HIDDEN}]|{_JOINER}")


def showable_lines(text: str) -> str:
    """A text of several lines, which stay; tabs do as well."""
    if _plainly(text.replace("\n", "")):
        return text
    return _escaped(text, rf"(?m:^){_STARTING}|{_COMMAND}|(?![\t\n])[{_HIDDEN}]|{_JOINER}")


def _escaped(text: str, signs: str) -> str:
    from newslint.base.lazy import compiled  # here, because hardly a run needs it

    return compiled(signs).sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    said = found[0]  # the sign, and perhaps white space before it
    return said[:-1] + escape_of(said[-1])


def escape_of(sign: str) -> str:
    """How a sign is shown that must not stand there itself."""
    number = ord(sign)
    return _NAMED.get(sign) or (f"\\x{number:02x}" if number < 0x100 else f"\\u{{{number:x}}}")


def json_text(data: Any, indent: int | None = None) -> str:
    """Data as JSON that loses nothing: what a terminal or a runner would obey stands in it as JSON escapes it."""
    return referred(json.dumps(data, ensure_ascii=False, indent=indent), _in_json)


def _in_json(sign: str) -> str:
    return r"\u0023" if sign == "#" else json.dumps(sign)[1:-1]


def referred(text: str, reference: Callable[[str], str]) -> str:
    """A text in a form that has references for signs: one for each that would be obeyed; white space stays."""
    if _plainly(text.replace("\n", "")):
        return text
    from newslint.base.lazy import compiled

    return compiled(rf"{_COMMAND}|(?![\t\n\r])[{_HIDDEN}]|{_JOINER}").sub(lambda found: reference(found[0]), text)


class Screen:
    """Standard output or standard error, on which text is shown and nothing else: the last place to escape it.

    What must pass as it is (a report, which escapes what it cites; a story) is written to `whole`.
    """

    def __init__(self, whole: IO[str]) -> None:
        self.whole = whole
        self._at_start = True

    def write(self, text: str) -> int:
        """Write a text of several lines, made showable."""
        if not self._at_start and not _plainly(text.replace("\n", "")):
            shown = showable_lines(f".{text}")[1:]  # it goes on with a line
        else:
            shown = showable_lines(text)
        if text:
            last = text[text.rfind("\n") + 1 :]
            self._at_start = not last.strip() and (self._at_start or "\n" in text)
        self.whole.write(shown)
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        """Write texts one after the other."""
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.whole, name)


def whole(stream: Any) -> IO[str]:
    """The stream behind a screen, or the stream itself."""
    return stream.whole if isinstance(stream, Screen) else stream
