"""Messages of Vale's rules, filled as Go's `fmt.Sprintf` fills them, without what it prints where they do not fit.

Go puts `%!d(string=5)` for a `%d` (Vale fills in texts alone) and `%!s(MISSING)` for a word that is not there, and it
takes the “% o” of “100% of them” for a sign too. Here `%d` is filled, a word that is not there is left out, as Vale
leaves out the first, and what is no sign for a text or a number stays as it is written.

Messages are of one line: the end of a line in the words that are filled in is a blank.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from newslint.base.lazy import pattern

_VERB = pattern(r"%(?:\[(\d{1,3})\])?[+#0-]*(?:\d+)?(?:\.\d+)?([sdvqfgt%])")


@lru_cache(maxsize=4096)
def filled(message: str, words: tuple[str | int, ...]) -> str:
    """A message with `%s`, `%[1]s` and the like filled; one for which there is no word stays out."""
    if "%" not in message:
        return message.replace("\n", " ")
    at = 0

    def word(m: object) -> str:
        nonlocal at
        number, verb = m[1], m[2]  # type: ignore[index]
        if verb == "%":
            return "%"
        if number:
            at = int(number) - 1
        said = str(words[at]) if 0 <= at < len(words) else ""
        at += 1
        return f'"{said}"' if verb == "q" else said

    return _VERB.sub(word, message).replace("\n", " ")


def shown(message: str) -> str:
    """A message as lists of rules show it, with three dots for each word that is filled in."""
    return _VERB.sub(lambda m: "%" if m[2] == "%" else "…", message) if "%" in message else message


def either(options: Sequence[str]) -> str:
    """Several suggestions as Vale names them in a message: 'a', 'b', or 'c'."""
    marked = [f"'{option}'" for option in options]
    if len(marked) < 3:
        return " or ".join(marked)
    return ", ".join([*marked[:-1], f"or {marked[-1]}"])


def unquoted(message: str) -> str:
    """A message of two words without the marks round the first: what is filled in has its own."""
    for marked in ("'%s'", '"%s"'):
        if message.count(marked) == 2:
            message = message.replace(marked, "%s", 1)
    return message
