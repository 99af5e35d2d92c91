"""Where each of many literals stands in some bytes: one Aho-Corasick automaton."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.base.typed import Any

_IN_TABLES = 400  # literals up to which the automaton is made of tables: three times as fast, and as long to make
FEW = 16  # literals that are sooner found one by one than by an automaton, which reads every letter


def wheel() -> Any:
    """The package with the automaton; None where it has no wheel (pure Python then finds the same, slower)."""
    try:
        import ahocorasick_rs
    except ImportError:
        return None
    return ahocorasick_rs


class Automaton:
    """Many literals, found at once where the package is there."""

    def __init__(self, literals: Sequence[bytes], *, plain: bool) -> None:
        package = wheel() if len(literals) > FEW and not plain else None
        self._made: Any = None
        if package:
            kind = package.Implementation.DFA if len(literals) <= _IN_TABLES else None
            self._made = package.BytesAhoCorasick(literals, implementation=kind)

    def places(self, shade: bytes) -> list[tuple[int, int]] | None:
        """Each literal, by number, and where it stands; None where they must be looked for one by one."""
        if not self._made:
            return None
        return [(n, at) for n, at, _ in self._made.find_matches_as_indexes(shade, overlapping=True)]
