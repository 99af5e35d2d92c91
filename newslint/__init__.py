"""newslint: a linter for news stories. What this module exports is public; all else may change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.base.version import __version__

if TYPE_CHECKING:
    from newslint.base.text import Source, Span
    from newslint.model.finding import Edit, Finding, Fix, Place, Related
    from newslint.model.rule import Bad, CorpusRule, Evidence, Good, KnownFalse, Option, Rule
    from newslint.model.story import Analysis, Segment, Story, Zone
    from newslint.rulebook.hookspecs import hookimpl

__all__ = [
    "Analysis", "Bad", "CorpusRule", "Edit", "Evidence", "Finding", "Fix", "Good", "KnownFalse", "Option", "Place",
    "Related", "Rule", "Segment", "Source", "Span", "Story", "Zone", "__version__", "hookimpl",
]  # fmt: skip

_HOMES = {
    "model.finding": ("Edit", "Finding", "Fix", "Place", "Related"),
    "rulebook.hookspecs": ("hookimpl",),
    "model.rule": ("Bad", "CorpusRule", "Evidence", "Good", "KnownFalse", "Option", "Rule"),
    "model.story": ("Analysis", "Segment", "Story", "Zone"),
    "base.text": ("Source", "Span"),
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for: the command line needs few of them."""
    from importlib import import_module

    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"newslint.{module}"), name)
    raise AttributeError(f"module 'newslint' has no attribute {name!r}")
