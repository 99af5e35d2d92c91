"""newslint: a linter for news stories. What this module exports is public; all else may change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.version import __version__

if TYPE_CHECKING:
    from newslint.finding import Edit, Finding, Fix, Place, Related
    from newslint.hookspecs import hookimpl
    from newslint.rule import Bad, CorpusRule, Evidence, Good, KnownFalse, Option, Rule
    from newslint.story import Analysis, Segment, Story, Zone
    from newslint.text import Source, Span

__all__ = [
    "Analysis", "Bad", "CorpusRule", "Edit", "Evidence", "Finding", "Fix", "Good", "KnownFalse", "Option", "Place",
    "Related", "Rule", "Segment", "Source", "Span", "Story", "Zone", "__version__", "hookimpl",
]  # fmt: skip

_HOMES = {
    "finding": ("Edit", "Finding", "Fix", "Place", "Related"),
    "hookspecs": ("hookimpl",),
    "rule": ("Bad", "CorpusRule", "Evidence", "Good", "KnownFalse", "Option", "Rule"),
    "story": ("Analysis", "Segment", "Story", "Zone"),
    "text": ("Source", "Span"),
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for: the command line needs few of them."""
    from importlib import import_module

    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"newslint.{module}"), name)
    raise AttributeError(f"module 'newslint' has no attribute {name!r}")
