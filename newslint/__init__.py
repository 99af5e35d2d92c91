"""newslint: a linter for news stories. What this module exports is public; all else may change."""

from __future__ import annotations

from newslint.base.typed import TYPE_CHECKING
from newslint.base.version import __version__

if TYPE_CHECKING:
    from newslint.analyses.dates.datelines import Dateline, DatelinePart, Flaw, dateline
    from newslint.analyses.dates.moments import DateReading, Moment, dates
    from newslint.analyses.facts.change import Change
    from newslint.analyses.facts.changes import changes
    from newslint.analyses.facts.groups import Listed, groups
    from newslint.analyses.facts.quantities import Quantity, quantities
    from newslint.analyses.facts.spans import TimeSpan, When, spans
    from newslint.analyses.names.mentions import Mention, mentions
    from newslint.analyses.people.people import Person, people
    from newslint.analyses.people.speakers import Speaker, speakers
    from newslint.analyses.quotes.quotes import Quote, quotes
    from newslint.analyses.text.sentences import Sentence, sentences
    from newslint.api import Fixed, check, fix, locate, read, read_all
    from newslint.base.errors import ConfigError, NewslintError, PluginError, RuleError
    from newslint.base.schema import Anything, Day, Either, Flag, ListOf, MapOf, Number, Record, Shape, Text, Where
    from newslint.base.text import LineIndex, NoStory, Position, Source, Span, UnreadableStory
    from newslint.base.yamltext import Document, Mark
    from newslint.formats import Format, Reading, Unread
    from newslint.kinds.base import Hit, KindRule
    from newslint.matcher import Needle
    from newslint.model.finding import (
        About,
        Allowance,
        Background,
        Edit,
        Entry,
        Failure,
        Finding,
        Fix,
        Frame,
        LocatedEdit,
        LocatedFix,
        Look,
        Place,
        Related,
        Report,
        ZoneBlock,
    )
    from newslint.model.names import HouseNames, Name
    from newslint.model.rule import (
        Bad,
        Broken,
        CorpusRule,
        Ensemble,
        Evidence,
        Example,
        Good,
        KnownFalse,
        Option,
        Rule,
        SetIn,
    )
    from newslint.model.rule_source import Beside, RuleSource
    from newslint.model.story import Analysis, Prose, Segment, Story, Zone
    from newslint.rulebook.hookspecs import hookimpl

__all__ = [
    "About", "Allowance", "Analysis", "Anything", "Background", "Bad", "Beside",
    "Broken", "Change", "ConfigError", "CorpusRule",
    "DateReading",
    "Dateline", "DatelinePart", "Day", "Document", "Edit", "Either", "Ensemble", "Entry", "Evidence", "Example",
    "Failure", "Finding", "Fix", "Fixed", "Flag", "Flaw", "Format", "Frame", "Good", "Hit", "HouseNames", "KindRule",
    "KnownFalse", "LineIndex", "ListOf", "Listed", "LocatedEdit", "LocatedFix", "Look", "MapOf", "Mark",
    "Mention", "Moment", "Name", "Needle", "NewslintError", "NoStory", "Number", "Option", "Person", "Place",
    "PluginError", "Position", "Prose", "Quantity", "Quote", "Reading", "Record", "Related", "Report", "Rule",
    "RuleError", "RuleSource", "Segment", "Sentence", "SetIn", "Shape", "Source", "Span", "Speaker", "Story", "Text",
    "TimeSpan", "Unread", "UnreadableStory", "When", "Where", "Zone", "ZoneBlock", "__version__", "changes",
    "check", "dateline", "dates", "fix", "groups", "hookimpl", "locate", "mentions", "people", "quantities",
    "quotes", "read", "read_all", "sentences", "spans", "speakers",
]  # fmt: skip

_HOMES = {
    "analyses.dates.datelines": ("Dateline", "DatelinePart", "Flaw", "dateline"),
    "analyses.dates.moments": ("DateReading", "Moment", "dates"),
    "analyses.facts.change": ("Change",),
    "analyses.facts.changes": ("changes",),
    "analyses.facts.groups": ("Listed", "groups"),
    "analyses.facts.quantities": ("Quantity", "quantities"),
    "analyses.facts.spans": ("TimeSpan", "When", "spans"),
    "analyses.names.mentions": ("Mention", "mentions"),
    "analyses.people.people": ("Person", "people"),
    "analyses.people.speakers": ("Speaker", "speakers"),
    "analyses.quotes.quotes": ("Quote", "quotes"),
    "analyses.text.sentences": ("Sentence", "sentences"),
    "api": ("Fixed", "check", "fix", "locate", "read", "read_all"),
    "base.errors": ("ConfigError", "NewslintError", "PluginError", "RuleError"),
    "base.schema": (
        "Anything", "Day", "Either", "Flag", "ListOf", "MapOf", "Number", "Record", "Shape", "Text", "Where",
    ),
    "base.text": ("LineIndex", "NoStory", "Position", "Source", "Span", "UnreadableStory"),
    "base.yamltext": ("Document", "Mark"),
    "formats": ("Format", "Reading", "Unread"),
    "kinds.base": ("Hit", "KindRule"),
    "matcher": ("Needle",),
    "model.finding": (
        "About", "Allowance", "Background", "Edit", "Entry", "Failure", "Finding", "Fix", "Frame",
        "LocatedEdit", "LocatedFix",
        "Look", "Place", "Related", "Report", "ZoneBlock",
    ),
    "model.names": ("HouseNames", "Name"),
    "model.rule": (
        "Bad", "Broken", "CorpusRule", "Ensemble", "Evidence", "Example", "Good", "KnownFalse", "Option", "Rule",
        "SetIn",
    ),
    "model.rule_source": ("Beside", "RuleSource"),
    "model.story": ("Analysis", "Prose", "Segment", "Story", "Zone"),
    "rulebook.hookspecs": ("hookimpl",),
}  # fmt: skip


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for: the command line needs few of them."""
    from importlib import import_module

    for module, names in _HOMES.items():
        if name in names:
            found = globals()[name] = getattr(import_module(f"newslint.{module}"), name)
            return found
    raise AttributeError(f"module 'newslint' has no attribute {name!r}")


def __dir__() -> list[str]:
    """The public names, for those who look them up while they type."""
    return [*__all__, "testing"]
