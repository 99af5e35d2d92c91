"""`newslint fix --interactive`: somebody decides on each finding; a story is written when all of it is decided."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress

from newslint.base.errors import NewslintError
from newslint.base.record import NamedTuple
from newslint.base.showing import showable
from newslint.base.text import Source, UnreadableStory, read_bytes
from newslint.base.time_limit import TimeLimit
from newslint.base.typed import Protocol
from newslint.base.writing import UnwrittenStory, put_back
from newslint.checks.unused_ignore import UnusedIgnore
from newslint.engine.by_hand import ByHand, Checked, Refused, Seen
from newslint.engine.faults import STOPPED, why
from newslint.engine.workspace import Workspace
from newslint.formats import Unread
from newslint.model.finding import Entry, Finding, locate
from newslint.model.ignores import takes_comments
from newslint.run.add_ignores import checked_reason, silence
from newslint.run.fix_stories import FixedStory, FixRun, diff, each_once, encoded, with_failures
from newslint.run.run import Request, check

_TIMES = 2  # as long as its check may take, for a request in a story to be tried


class Question(NamedTuple):
    """A finding to be decided on.

    `source` is the story as it is by now, `letters` the answers that it has, `words` those that may be written anew,
    as they would read with the fix. It is the one of this `number` of as many as there are by now, `most`.
    """

    entry: Entry
    source: Source
    letters: str
    words: str
    number: int
    most: int


class Answer(NamedTuple):
    """What somebody decided, by its letter; `text` is the words to write (`e`), or the reason (`i`)."""

    letter: str
    text: str = ""


class Asker(Protocol):
    """Asks somebody."""

    def ask(self, question: Question) -> Answer:
        """Return one of the answers that the question has."""
        ...

    def tell(self, said: str) -> None:
        """Say on lines of their own what was done, or why it was not."""
        ...


def fix_one_by_one(
    request: Request, paths: Sequence[str], asker: Asker, *, offers: bool = False, every: bool = False
) -> FixRun:
    """Ask about each finding with a fix (about `every` one), and write each story once all of its own are decided.

    What is known (a baseline) or did not change is not asked. With `offers` the answer `a` makes offered fixes too.
    Whoever breaks off (KeyboardInterrupt) leaves the story in hand as it was; those before it are written.
    """
    checked = check(request, paths)
    asked: dict[str, set[tuple[str, int, int]]] = {}
    for entry in checked.report.entries:
        if every or entry.fixes:
            at = entry.place
            asked.setdefault(at.path, set()).add((entry.rule, at.start.offset, at.end.offset))
    session = _Session(request.workspace, asker, offers, every)
    fixed: list[FixedStory] = []
    for path in each_once(sorted(asked)):
        done = session.story(path, asked[path])
        fixed.append(done)
        if done.failure:
            asker.tell(f"{showable(path)}: {showable(done.failure)}\n")
            if done.changes:
                asker.tell(
                    "this is what you decided on, so that it is not lost:\n" + "".join(diff([done], shown=True))
                )
        if session.is_over:
            break
    if any(done.changes for done in fixed):
        checked = check(request._replace(failed=tuple(checked.report.failures)), paths)
    return FixRun(fixed, with_failures(checked, fixed))


class _Session:
    """What one person decides, story by story, until `is_over`."""

    def __init__(self, workspace: Workspace, asker: Asker, offers: bool, every: bool) -> None:
        self.is_over = False
        self._workspace = workspace
        self._asker = asker
        self._offers = offers
        self._every = every

    def story(self, path: str, asked: set[tuple[str, int, int]]) -> FixedStory:
        """Ask about one story, and write it if anything is to be changed."""
        try:
            data = read_bytes(path)
            source = self._workspace.open(path, data)
            hand = ByHand(source.text, self._check_of(source), lambda found: (found.rule, *found.span) in asked)
            try:
                ignored = self._decided(source, hand)
            except KeyboardInterrupt:
                with suppress(OSError):  # the terminal may be gone
                    self._asker.tell(f"\nstopped: {showable(path)} stays as it was\n")
                raise
            done = self._done(path, source, data, hand)
        except (UnreadableStory, UnwrittenStory) as error:
            return FixedStory(path, failure=str(error))
        except STOPPED as error:
            return FixedStory(path, failure=f"it could not be fixed: {why(error)}")
        if done.changes and not done.failure:
            self._asker.tell("".join(_told(done, ignored)))
        return done

    def _check_of(self, source: Source) -> Callable[[str], Checked]:
        engine = self._workspace.engine(source.path)

        def order(finding: Finding) -> tuple[object, ...]:
            return finding.span, finding.rule, finding.message

        def check(text: str) -> Checked:
            with TimeLimit(max(len(source.data), len(text))):
                stories = self._workspace.stories(source.with_text(text), engine)
                read = [story for story in stories if not isinstance(story, Unread)]
                return [(story, sorted(engine.check(story), key=order)) for story in read]

        return check

    def _done(self, path: str, source: Source, data: bytes, hand: ByHand) -> FixedStory:
        fixed = hand.fixed()
        if hand.text == source.text:
            return FixedStory(path, source.text, source.text, (), data, data)
        done = FixedStory(path, source.text, fixed.text, fixed.made, data, encoded(self._workspace, source, fixed))
        try:
            put_back(path, data, done.new)
        except UnwrittenStory as error:
            return done._replace(failure=str(error))
        return done

    def _decided(self, source: Source, hand: ByHand) -> list[str]:
        """Ask until nothing waits. Return the rules of what is now ignored."""
        ignored: list[str] = []
        number = 1
        while waiting := hand.waiting(every=self._every):
            question = self._question(source, hand, waiting[0], number, number + len(waiting) - 1)
            answer = self._asker.ask(question)
            try:
                if answer.letter == "i":
                    self._ignore(source, hand, question.entry, answer.text)
                    ignored.append(question.entry.rule)
                else:
                    self._do(hand, waiting, answer)
            except Refused as error:
                self._asker.tell(f"{showable(str(error))}\n")
                continue
            number += 1
        return ignored

    def _do(self, hand: ByHand, waiting: list[Seen], answer: Answer) -> None:
        first, letter = waiting[0], answer.letter
        if letter == "y":
            hand.make(first)
        elif letter == "n":
            hand.leave(first)
        elif letter == "e":
            hand.write(first, answer.text)
        elif letter == "a":
            made = hand.make_all(offers=self._offers)
            self._asker.tell(f"{made:,} made\n")
        else:
            hand.leave(*waiting)
            self.is_over = letter == "q"

    def _question(self, source: Source, hand: ByHand, seen: Seen, number: int, most: int) -> Question:
        now = source.with_text(hand.text)
        finding, story = seen.finding, seen.story
        words = hand.words(seen)
        has_room = type(source) is Source and takes_comments(story) and not story.record
        letters = ("y" if finding.fixes else "") + "n" + ("e" if words else "")
        letters += "a" if any(self._is_made(each.finding) for each in hand.waiting()) else ""
        letters += "dq" + ("i" if has_room and finding.rule != UnusedIgnore.id else "")
        return Question(locate(finding, now), now, letters, words.fixed if words else "", number, most)

    def _is_made(self, finding: Finding) -> bool:
        """Whether “a” makes one of its fixes."""
        return any(self._offers or fix.safety == "safe" for fix in finding.fixes)

    def _ignore(self, source: Source, hand: ByHand, entry: Entry, reason: str) -> None:
        """Write a request to leave a finding alone; raises Refused where there is no place for one, or no reason."""
        if not reason.strip():
            raise Refused("it needs a reason, for the next person who reads the story")
        if not source.takes(reason):
            raise Refused("the file's encoding does not have all signs of this reason")
        try:
            with TimeLimit(len(source.data), _TIMES):
                text, left = silence(self._workspace, source.with_text(hand.text), [entry], checked_reason(reason))
        except NewslintError as error:
            raise Refused(error.message) from None
        if left or text == hand.text:
            raise Refused("the story has no place for such a request here")
        hand.put_in(text)


def _told(done: FixedStory, ignored: Sequence[str]) -> list[str]:
    """What was done to a story, on a line."""
    said = [f"{rule} {number}×" if number > 1 else rule for rule, number in done.made]
    parts = [", ".join(said)] if said else []
    if ignored:
        parts.append(f"ignored: {', '.join(dict.fromkeys(ignored))}")
    return [f"wrote {showable(done.path)}: {'; '.join(parts)}\n"]
