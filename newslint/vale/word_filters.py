r"""Filters of spelling rules: patterns in Go's dialect (RE2), each tried on one word.

Go's `\w`, `\b` and `\d` know ASCII alone. Words are short and seldom new; a pattern that
is slow all the same is stopped.
"""

from __future__ import annotations

from collections.abc import Sequence

from newslint.base.lazy import pattern
from newslint.base.typed import Any

_SECONDS = 1.0  # for one word
_LONGEST = 2000  # code points of a filter
_MOST = 5000  # filters
_LEADING = pattern(r"\(\?([imsU]+)\)")
_QUOTED = pattern(r"\\Q(.*?)(?:\\E|\Z)")
_CODE = pattern(r"\\x\{([0-9A-Fa-f]{1,6})\}")


class NoFilter(ValueError):
    """A filter that cannot be used; its text says why."""

    def __init__(self, said: str, number: int, source: str) -> None:
        super().__init__(said)
        self.number = number
        self.source = source


def compiled_filters(sources: Sequence[str]) -> Any:
    """The filters as one pattern, None where there are none; raises NoFilter."""
    if not sources:
        return None
    if len(sources) > _MOST:
        raise NoFilter(f"there are more than {_MOST:,}", _MOST, sources[_MOST])
    import regex  # here: few rules have filters

    written = [_written(source, n) for n, source in enumerate(sources)]
    flags = regex.VERSION0 | (0 if any("\\p" in each or "\\P" in each for each in written) else regex.ASCII)
    try:
        return regex.compile("|".join(f"(?:{each})" for each in written), flags)
    except (regex.error, ValueError, OverflowError, RecursionError):
        for n, each in enumerate(written):
            try:
                regex.compile(each, flags)
            except (regex.error, ValueError, OverflowError, RecursionError) as error:
                raise NoFilter(str(error), n, sources[n]) from None
        raise NoFilter("it cannot stand beside the others", 0, sources[0]) from None


def is_filtered(filters: Any, word: str) -> bool:
    """Whether a filter is for a word; raises TimeoutError."""
    return filters is not None and filters.search(word, timeout=_SECONDS) is not None


def _written(source: str, number: int) -> str:
    """A filter as the package `regex` writes it."""
    if len(source) > _LONGEST:
        raise NoFilter(f"it is longer than {_LONGEST:,} characters", number, f"{source[:40]}…")
    text = _QUOTED.sub(lambda m: "".join(f"\\{c}" if not c.isalnum() and c != "_" else c for c in m[1]), source)
    text = _CODE.sub(lambda m: f"\\U{int(m[1], 16):08x}", text).replace("\\z", "\\Z")
    if m := _LEADING.match(text):
        flags = m[1].replace("U", "")
        rest = text[m.end() :]
        return f"(?{flags}:{rest})" if flags else rest
    return text
