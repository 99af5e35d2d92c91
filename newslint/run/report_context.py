"""What reporters may ask for beside the findings: a story's zones and a rule's page, made when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.base.environment import Plugin
from newslint.base.text import Source, Span
from newslint.base.typed import TYPE_CHECKING
from newslint.formats import Unread
from newslint.model.finding import About, Background, ZoneBlock
from newslint.model.rule import Rule
from newslint.model.story import Story, Zone
from newslint.rulebook.rule_pages import rule_page, what_it_finds

if TYPE_CHECKING:
    from newslint.engine.workspace import Workspace


def background(workspace: Workspace, given: dict[str, bytes]) -> Background:
    """The background of a run; `given` are stories that came by standard input, by the path they go by."""

    def source(path: str) -> Source:
        return workspace.open(path, given.get(path))

    def zones(source: Source) -> list[ZoneBlock]:
        stories = workspace.stories(source, workspace.engine(source.path))
        return [block for story in stories if not isinstance(story, Unread) for block in blocks(story)]

    def rule(name: str, path: str) -> About | None:
        pack = workspace.config_of(path).pack
        return about(pack.rules[name], pack.owners.get(name)) if name in pack.rules else None

    return Background(source, zones, rule)


def about(rule: Rule, owner: Plugin | None = None) -> About:
    """What a report can say about a rule."""
    page = "\n".join(rule_page(rule, owner))
    link = rule.source if rule.by_configuration and rule.source.startswith(("https://", "http://")) else ""
    return About(rule.why, page, rule.severity, rule.confidence, what_it_finds(rule), link)


def blocks(story: Story) -> list[ZoneBlock]:
    """A story's zones as a report prints them."""
    return [ZoneBlock(zone.role, zone.span, zone.level, tuple(_markup(zone))) for zone in story.zones]


def _markup(zone: Zone) -> Iterator[Span]:
    """The stretches of a zone's source that stand for no words of the story."""
    if zone.segments is None:
        return
    at = zone.span.start
    for run in zone.segments:
        if run.length and run.source_length:
            if run.source_start > at:
                yield Span(at, run.source_start)
            at = max(at, run.source_start + run.source_length)
    if at < zone.span.end:
        yield Span(at, zone.span.end)
