"""Where each of many literals stands in some bytes: one Aho-Corasick automaton, once texts enough were read."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.base.typed import Any

SOME = 16  # texts in which literals are found one by one, before there is an automaton
_IN_TABLES = 400  # literals up to which the automaton is made of tables
FEW = 16  # literals that are sooner found one by one than by an automaton, which reads every letter


def wheel() -> Any:
    """The package with the automaton; None where it has no wheel (pure Python then finds the same, slower)."""
    try:
        import ahocorasick_rs
    except ImportError:
        return None
    return ahocorasick_rs


class Automaton:
    """Many literals; to make the automaton takes as long as to find them one by one in some stories."""

    def __init__(self, literals: Sequence[bytes], *, plain: bool) -> None:
        self._literals = literals if len(literals) > FEW and not plain else ()
        self._before = SOME
        self._made: Any = None

    def places(self, shade: bytes) -> list[tuple[int, int]] | None:
        """Each literal, by number, and where it stands; None as long as they must be looked for one by one."""
        if self._literals:
            self._make()
        if not self._made:
            return None
        return [(n, at) for n, at, _ in self._made.find_matches_as_indexes(shade, overlapping=True)]

    def _make(self) -> None:
        if self._before:
            self._before -= 1
            return
        package, literals = wheel(), self._literals
        self._literals = ()
        if package:
            # By tables it is three times as fast, and takes a kilobyte a letter of what is looked for.
            kind = package.Implementation.DFA if len(literals) <= _IN_TABLES else None
            self._made = package.BytesAhoCorasick(literals, implementation=kind)
