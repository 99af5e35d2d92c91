"""One file to its outcome: read, parsed, checked, its facts collected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date as Date

from newslint.base.errors import NewslintError
from newslint.base.record import NamedTuple
from newslint.base.text import NoStory, Source, UnreadableStory
from newslint.base.time_limit import TimeLimit, TimeSpent
from newslint.base.typed import TYPE_CHECKING, Any
from newslint.engine.corpus import facts_for_all
from newslint.engine.workspace import Workspace
from newslint.formats import Unread
from newslint.model.finding import Entry, Finding, locate
from newslint.model.story import Story
from newslint.run.cache_files import digest_of
from newslint.run.outcome import Ignored, Outcome, StoryFile

if TYPE_CHECKING:
    from newslint.engine.engine import Engine


MOST_FINDINGS = 10_000  # of a story, for each MB or part of one: to tell of more takes longer than to find them


class Checker(NamedTuple):
    """Checks one story at a time; with `facts` it also collects what rules over several stories ask for."""

    workspace: Workspace
    facts: bool = False

    def check_file(self, file: StoryFile) -> tuple[str, Outcome]:
        """The digest of a file's content and its outcome; what cannot be read, or checked, becomes a failure.

        Raises NewslintError for a mistake in its configuration, in rules or plugins.
        """
        _ = self.workspace.plugins.formats  # what this and the next lines raise is no story's fault
        _ = self.workspace.plugins.analyses
        engine = self.workspace.engine(file.path)
        try:
            source = self.workspace.open(file.path, file.data)
            with TimeLimit(max(len(source.data), len(source.text))):  # it may be packed
                return digest_of(source.data), self.check_source(source, engine)
        except NoStory as error:
            return "", Outcome(file.path, absent=str(error), stories=0)
        except UnreadableStory as error:
            return "", Outcome(file.path, failure=str(error))
        except (Exception, TimeSpent) as error:
            from newslint.engine.faults import why

            return "", Outcome(file.path, failure=why(error))

    def check_source(self, source: Source, engine: Engine) -> Outcome:
        """The outcome for a text; raises RuleError where a rule breaks."""
        entries: list[Entry] = []
        facts: list[tuple[str, str, Any]] = []
        ignored: list[Ignored] = []
        broken: list[str] = []
        stories, dated = 0, False
        for story in self.workspace.stories(source, engine):
            if isinstance(story, Unread):
                broken.append(f"line {source.lines.position(story.span.start).line}: {story.why}")
                continue
            stories += 1
            findings = engine.check(story)
            _must_be_few(findings, source)
            facts += facts_for_all(engine, _as_judged(story)) if self.facts else ()
            ignored += [(i.span.start, i.span.end, i.rules, i.words) for i in engine.ignores(story)]
            dated = dated or engine.asks_today(story)
            entries += [_of_record(locate(finding, source), story) for finding in findings]
        return Outcome(
            source.path,
            tuple(entries),
            tuple(facts) if self.facts else None,
            tuple(ignored),
            engine.profile.fail_on if entries else "",
            Date.today().isoformat() if dated else "",
            broken=tuple(broken),
            stories=stories,
        )


def _as_judged(story: Story) -> Story:
    """The story that rules are given."""
    if not story.markup:
        return story
    from newslint.model.cleaned import judged  # here: plain text and Markdown have no markup

    return judged(story)


def _of_record(entry: Entry, story: Story) -> Entry:
    """A finding with the number and the id of its story, where that is one of several in its file."""
    return entry._replace(record=story.record) if story.record else entry


def _must_be_few(findings: Sequence[Finding], source: Source) -> None:
    """Raise NewslintError where a text has more findings than any story."""
    most = MOST_FINDINGS * (1 + len(source.data) // 1_000_000)
    if len(findings) > most:
        rule, times = Counter(finding.rule for finding in findings).most_common(1)[0]
        raise NewslintError(
            f"it has {len(findings):,} findings, {times:,} of {rule}: a story of its size has at most {most:,}",
            hint="is it a story? if so, leave out that rule in newslint.yaml",
        )
