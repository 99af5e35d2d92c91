"""`newslint report-false-alarm`: what maintainers need to know of a wrong finding, ready to paste into an issue."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newslint.arguments import Argument, Command, Given
from newslint.base.errors import NewslintError, near_miss
from newslint.base.record import NamedTuple
from newslint.base.typed import TYPE_CHECKING
from newslint.commands._common import CLEAN

if TYPE_CHECKING:
    from newslint.commands._false_alarm import Seen
    from newslint.engine.engine import Engine
    from newslint.engine.workspace import Workspace
    from newslint.model.finding import Finding
    from newslint.model.story import Story

_ARGUMENTS = (
    Argument("place", "where the finding is, as FILE:LINE, FILE:LINE:COLUMN or FILE LINE", value="PLACE", number="+"),
    Argument("--rule", "the rule, where several find something there", value="RULE"),
    Argument("--keep-words", "print the story's own words"),
)
_PLACE = re.compile(r"(?P<file>.+?):(?P<line>\d{1,9})(?::(?P<column>\d{1,9}))?", re.DOTALL)
_HOW = "say FILE:LINE, FILE:LINE:COLUMN or FILE LINE, as the finding gives it"


class Asked(NamedTuple):
    """The place of a finding: a file, a line of it from 1, a column from 1 (0: any), and a rule (“”: any)."""

    file: str
    line: int
    column: int = 0
    rule: str = ""


def report_false_alarm(given: Given) -> int:
    """Print a report on a wrong finding. Return the exit code."""
    from newslint.commands._false_alarm import shown
    from newslint.commands._false_alarm_page import page

    asked = asked_for(given.place, given.rule)
    workspace = _workspace(given, ())
    seen = _seen(workspace, asked)
    if seen is None and asked.rule:  # it may be off here, and found by --select
        workspace = _workspace(given, (asked.rule,))
        seen = _seen(workspace, asked)
    if seen is None:
        raise _nothing_there(asked)
    said = shown(seen, workspace, keep_words=given.keep_words)
    print("\n".join(page(seen, said, keep_words=given.keep_words)))
    return CLEAN


def asked_for(words: Sequence[str], rule: str = "") -> Asked:
    """The place that a command line names; raises NewslintError where it names none."""
    if len(words) == 2 and re.fullmatch(r"\d{1,9}(:\d{1,9})?", words[1]):
        words = [":".join(words)]
    found = _PLACE.fullmatch(words[0]) if len(words) == 1 else None
    if not found or not int(found["line"]):
        raise NewslintError(f"“{' '.join(words)}” names no line of a story", hint=_HOW)
    return Asked(found["file"], int(found["line"]), int(found["column"] or 0), rule)


def _workspace(given: Given, select: tuple[str, ...]) -> Workspace:
    """As `check` has it, with the findings that are shown to nobody unless they are asked for."""
    from newslint.config.settings import Settings
    from newslint.engine.workspace import Workspace

    settings = Settings(select, min_confidence="low", formats=given.format_of, outside=given.allow_outside)
    return Workspace(settings, given.config)


def _seen(workspace: Workspace, asked: Asked) -> Seen | None:
    """The finding at a place; raises NewslintError where the story cannot be read, or there are several."""
    from newslint.base.text import UnreadableStory
    from newslint.base.time_limit import TimeLimit, TimeSpent
    from newslint.engine.faults import why
    from newslint.formats import Unread

    _ = workspace.plugins.formats  # what this and the next lines raise is a mistake of settings or plugins
    engine = workspace.engine(asked.file)
    rule = _rule_id(workspace, asked)
    try:
        source = workspace.open(asked.file)
        if asked.line > len(source.lines):
            lines = f"{len(source.lines):,} line" + ("" if len(source.lines) == 1 else "s")
            raise NewslintError(f"there is no line {asked.line:,}: it has {lines}", asked.file)
        found: list[Seen] = []
        with TimeLimit(max(len(source.data), len(source.text))):
            for story in workspace.stories(source, engine):
                if not isinstance(story, Unread) and _may_hold(story, asked):
                    found += _found(story, engine, asked._replace(rule=rule))
    except UnreadableStory as error:
        raise NewslintError(str(error), asked.file) from None
    except TimeSpent as error:
        raise NewslintError(why(error), asked.file) from None
    return _one_of(found, workspace, asked)


def _rule_id(workspace: Workspace, asked: Asked) -> str:
    """The id of the rule that is asked for; raises NewslintError where there is none, or none that says it of one."""
    pack = workspace.config_of(asked.file).pack
    rule = pack.rules.get(pack.aliases.get(asked.rule, asked.rule))
    if asked.rule and not rule:
        hint = near_miss(asked.rule, pack.rules, "“newslint rules” lists the rules")
        raise NewslintError(f"there is no rule “{asked.rule}”", hint=hint)
    if rule and rule.family == "corpus":
        hint = "please write down by hand what it says, and why that is wrong"
        raise NewslintError(f"“{rule.id}” compares several stories: no one of them shows its finding", hint=hint)
    return rule.id if rule else ""


def _found(story: Story, engine: Engine, asked: Asked) -> Iterator[Seen]:
    """The findings of a story at a place of its file."""
    from newslint.commands._false_alarm import Seen
    from newslint.model.cleaned import judged

    base = judged(story)
    for finding in engine.check(base):
        if (not asked.rule or finding.rule == asked.rule) and _is_at(finding, base, asked):
            yield Seen(story, base, finding, engine.profile.held[finding.rule], engine)


def _may_hold(story: Story, asked: Asked) -> bool:
    """Whether a story, one of several in its file perhaps, may have something on a line."""
    if not (story.record and story.zones):
        return True
    lines = story.source.lines
    first, last = story.zones[0].span.start, story.zones[-1].span.end
    return lines.position(first).line <= asked.line <= lines.position(last).line


def _is_at(finding: Finding, base: Story, asked: Asked) -> bool:
    """Whether a finding begins on a line, and at a column if one is told; on it goes where it has several lines."""
    from newslint.model.finding import place

    at = place(base.source, finding.span)
    if asked.column:
        start, end = (at.start.line, at.start.column), (at.end.line, at.end.column)
        return start <= (asked.line, asked.column) < max(end, (start[0], start[1] + 1))
    return at.start.line <= asked.line <= at.end.line


def _one_of(found: list[Seen], workspace: Workspace, asked: Asked) -> Seen | None:
    """The finding that is meant; raises NewslintError where it may be one of several."""
    from newslint.model.finding import CONFIDENCES, place

    def begins(seen: Seen) -> bool:
        return place(seen.base.source, seen.finding.span).start.line == asked.line

    def begins_just_there(seen: Seen) -> bool:
        return begins(seen) and place(seen.base.source, seen.finding.span).start.column == asked.column

    usual = workspace.config_of(asked.file).values("min-confidence") or "medium"
    for fits in (
        begins,
        begins_just_there,
        lambda seen: CONFIDENCES.index(seen.finding.confidence) >= CONFIDENCES.index(usual),
    ):
        found = [seen for seen in found if fits(seen)] or found
    rules = sorted({seen.rule.id for seen in found})
    if len(rules) > 1:
        hint = f"say which: --rule {rules[0]}"
        raise NewslintError(
            f"several rules find something there: {', '.join(rules)}", asked.file, asked.line, hint=hint
        )
    return found[0] if found else None


def _nothing_there(asked: Asked) -> NewslintError:
    what = f"“{asked.rule}” finds nothing" if asked.rule else "nothing is found"
    hint = (
        "name the line that “newslint check” gives; where the rule is off, name it by --rule; take out what asks"
        " newslint to ignore the finding; what it says of several stories together cannot be reported so"
    )
    return NewslintError(f"{what} there", asked.file, asked.line, asked.column, hint=hint)


COMMAND = Command(
    "print a wrong finding for the maintainers, its words replaced", _ARGUMENTS, report_false_alarm, place=7
)
