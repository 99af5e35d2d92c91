"""The words of a text as Vale's spelling rules take them: what stands between spaces, without the marks round it."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.base.lazy import pattern

_SPACE = "\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"  # what Go takes for space
_RUN = pattern(f"[^{_SPACE}]+")
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
_ABBREVIATION = pattern(r"(?:[A-Za-z]\.){2,}|[A-Z][a-z]{1,2}\.")  # U.S., Mr.: their points stay
_LONGEST = 60  # code points of an abbreviation
_OPENING = "$(\"['"
_CLOSING = ",)\"]!;.?:'"


def words(text: str) -> Iterator[tuple[int, int, str]]:
    """Each word with where it starts and ends (code points); curly quotation marks in it are made straight."""
    straight = text.translate(_STRAIGHT)
    known: dict[str, tuple[int, int] | None] = {}
    for run in _RUN.finditer(straight):
        whole, at = run[0], run.start()
        if whole.isalpha():
            yield at, run.end(), whole
            continue
        if whole not in known:
            known[whole] = _bare(whole)
        if (found := known[whole]) is not None:
            start, end = found
            yield at + start, at + end, whole[start:end]


def _bare(run: str) -> tuple[int, int] | None:
    """Where in a run without spaces its word stands; None where no letter is left."""
    start, end = 0, len(run)
    while end - start > 1:
        if end - start <= _LONGEST and _ABBREVIATION.fullmatch(run, start, end):
            break
        if run[start] in _OPENING:
            start += 1
        elif run[end - 1] in _CLOSING:
            end -= 1
        else:
            break
    return (start, end) if any(map(str.isalpha, run[start:end])) else None
