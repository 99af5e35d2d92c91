"""Tokens that are plain words, written so that a place is compared with all of them at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.base.lazy import pattern

_PLAIN = pattern(r"[A-Za-z]+")
_WORDLY = pattern(r"(?:\[\\w\]\+|\\w\+)?[A-Za-z]+")  # it matches words, however many letters: `[\\w]+ed`
_FEW = 4  # words that are as fast one by one


def joined(tokens: Sequence[str]) -> Iterator[str]:
    """Tokens for a pattern with edges of words round them, of which a match is the same whichever comes first.

    A run of tokens that match whole words alone matches one stretch or none at a place: their order is free. It is
    kept round all others.
    """
    run: list[str] = []
    for token in tokens:
        if _WORDLY.fullmatch(token):
            run.append(token)
            continue
        yield from _written(run)
        run = []
        yield token
    yield from _written(run)


def _written(run: Sequence[str]) -> Iterator[str]:
    plain = [token for token in run if _PLAIN.fullmatch(token)]
    if len(plain) < _FEW:
        yield from run
        return
    yield from [token for token in run if not _PLAIN.fullmatch(token)]
    yield _trie(plain)


def _trie(words: Sequence[str]) -> str:
    """A pattern for some words: those that begin alike are told apart behind what they share."""
    root: dict[str, dict] = {}  # type: ignore[type-arg]
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branch(root)


def _branch(node: dict[str, dict]) -> str:  # type: ignore[type-arg]
    ends = "" in node
    parts = [letter + _branch(child) for letter, child in sorted(node.items()) if letter]
    if not parts:
        return ""
    inner = "|".join(parts)
    return f"(?:{inner})?" if ends else inner if len(parts) == 1 else f"(?:{inner})"
