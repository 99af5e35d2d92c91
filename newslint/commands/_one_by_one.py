"""`fix --interactive` at a terminal: each finding is shown with what its fix would change, and a letter asked for."""

from __future__ import annotations

import sys

from newslint.base.errors import NewslintError
from newslint.base.showing import showable, whole
from newslint.base.typed import TYPE_CHECKING
from newslint.commands._common import CLEAN, FOUND, STDIN
from newslint.model.finding import Background, Failure, Look, Report
from newslint.reporters import human
from newslint.run.fix_one_by_one import Answer, Question, fix_one_by_one

if TYPE_CHECKING:
    from newslint.arguments import Given
    from newslint.commands._report import Write
    from newslint.run.run import Request

_HELP = {
    "y": "make this change",
    "n": "leave this one as it is",
    "e": "write other words in its place",
    "a": "make all safe changes that are left in this story",
    "d": "leave all that are left in this story",
    "q": "stop here; what was decided in this story is written",
    "i": "leave it, and write a request to ignore it into the story, with your reason",
    "?": "print this help",
}
_WITHOUT = ("--diff", "--staged", "--output", "--statistics", "--write-baseline", "--prune-baseline")


def refuse_others(given: Given) -> None:
    """Raise NewslintError where a person cannot be asked, or what else is asked for does not go with that."""
    if STDIN in given.paths:
        raise NewslintError("--interactive writes into files: name them instead of -")
    for name in _WITHOUT:
        if getattr(given, name.lstrip("-").replace("-", "_")):
            raise NewslintError(f"--interactive asks about each finding: it does not go with {name}")
    if given.format != "human":
        raise NewslintError("--interactive shows findings as the report for people does: leave --format out")
    if not (_is_terminal(sys.stdin) and _is_terminal(sys.stdout)):
        raise NewslintError(
            "--interactive asks at a terminal, and this is none",
            hint="newslint fix makes the safe fixes without asking, newslint fix --diff shows them",
        )


def _is_terminal(stream: object) -> bool:
    asked = getattr(stream, "isatty", None)
    return bool(asked and asked())


def ask_and_fix(given: Given, request: Request, write: Write) -> int:
    """Go through what is found with somebody, and say what is left. Return the exit code."""
    terminal = Terminal(Look(given.color, True, fixes=True))
    done = fix_one_by_one(request, given.paths, terminal, offers=given.unsafe, every=given.all)
    report = done.checked.report
    told: set[Failure] = {Failure(each.path, each.failure) for each in done.fixed}
    for failure in report.failures:
        if failure not in told:
            print(f"newslint: {showable(failure.path)}: {showable(failure.message)}", file=sys.stderr)
    if not given.quiet:
        if not terminal.asked and not report.failures:
            print("there is nothing to decide on" if given.all else "there is nothing to fix")
        print(human.summary(report))
    return CLEAN if done.checked.code == FOUND and given.exit_zero else done.checked.code


class Terminal:
    """Asks whoever sits at the terminal. The end of input (Ctrl-D) is the answer `q`."""

    def __init__(self, look: Look) -> None:
        self.asked = 0
        self._look = look

    def ask(self, question: Question) -> Answer:
        """Show a finding and wait for one of its answers."""
        self.asked += 1
        entry, source = question.entry, question.source
        report = Report(1, [entry], (), lambda: Background(source=lambda path: source), look=self._look)
        human.write(report, whole(sys.stdout))
        does = "Make this change" if entry.fixes else "No fix; what now"
        prompt = f"({question.number}/{question.most}) {does} [{','.join((*question.letters, '?'))}]? "
        try:
            while True:
                letter = _line(prompt).strip()[:1].lower()
                if letter in question.letters and letter:
                    answer = self._with_text(letter, question)
                    if answer:
                        return answer
                else:
                    self._help(question.letters)
        except EOFError:
            print()
            return Answer("q")

    def _with_text(self, letter: str, question: Question) -> Answer | None:
        """The answer with what else must be known for it; none where somebody thought better of it."""
        if letter == "e":
            text = _line("write instead: ", question.words)
            return Answer(letter, text) if text.strip() else None
        if letter == "i":
            reason = _line("why may it stay? ")
            return Answer(letter, reason) if reason.strip() else None
        return Answer(letter)

    def _help(self, letters: str) -> None:
        for letter, does in _HELP.items():
            if letter in f"{letters}?":
                print(f"{letter} - {does}")

    def tell(self, said: str) -> None:
        """Print what was done, or why it was not."""
        print(said, end="")
        sys.stdout.flush()


def _line(prompt: str, written: str = "") -> str:
    """A line that somebody types; where the terminal lets it be edited, it begins with what is `written`."""
    try:
        import readline
    except ImportError:  # Windows has none
        return input(f"{prompt}({written}) " if written else prompt)
    readline.set_auto_history(False)
    readline.set_startup_hook(lambda: readline.insert_text(written))
    try:
        return input(prompt)
    finally:
        readline.set_startup_hook(None)
