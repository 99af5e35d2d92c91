"""`newslint fix --interactive`: each finding is decided on by somebody, at a terminal or by a script of answers."""

from __future__ import annotations

import os
import select
import shutil
import signal
import sys
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest
from helpers import stories, workspace
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newslint.analyses.quotes.quotes import contents
from newslint.base.text import Source, decode
from newslint.config.settings import Settings
from newslint.engine.by_hand import ByHand
from newslint.engine.fixing import fix_text
from newslint.engine.workspace import Workspace
from newslint.model.cleaned import judged
from newslint.run.baseline import Baselines
from newslint.run.fix_one_by_one import Answer, fix_one_by_one
from newslint.run.run import Request

EXAMPLES = Path(__file__).parent.parent / "examples" / "formats"
HEAD = "---\ntitle: Bridge closes\n---\n\n"
STORY = HEAD + "He agreed to to close the the bridge.\n\nIt it rained.\n"


class Script:
    """Gives answers one after the other, and keeps what was asked and told."""

    def __init__(self, *answers: str | tuple[str, str]) -> None:
        self.answers = [Answer(*answer) if isinstance(answer, tuple) else Answer(answer) for answer in answers]
        self.asked = []
        self.said = ""

    def ask(self, question):
        self.asked.append(question)
        if not self.answers or self.answers[0].letter not in question.letters:  # no error that ends one story alone
            pytest.fail(f"asked {question.entry.place.match} [{question.letters}]; answers: {self.answers}")
        return self.answers.pop(0)

    def tell(self, said):
        self.said += said


def request(*select: str, **keys) -> Request:
    return Request(Workspace(Settings(select=select or ("repeated-word",))), cache=False, **keys)


def decided(text: str, *answers, name: str = "a.md", select: tuple[str, ...] = (), **keys) -> tuple[str, Script]:
    """A story after these answers, all of which were asked for, and who gave them."""
    Path(name).write_bytes(text.encode())
    script = Script(*answers)
    fix_one_by_one(request(*select), [name], script, **keys)
    assert not script.answers
    return Path(name).read_bytes().decode(), script


def test_each_finding_is_made_or_left_where_it_stands_by_then(newsroom):
    text, script = decided(STORY, "y", "n", "y")
    assert text == HEAD + "He agreed to close the the bridge.\n\nIt rained.\n"
    assert [q.entry.place.match for q in script.asked] == ["to to", "the the", "It it"]
    assert [q.source.text[q.entry.place.start.offset :][:7] for q in script.asked[1:]] == ["the the", "It it r"]
    assert [(q.number, q.most) for q in script.asked] == [(1, 3), (2, 3), (3, 3)]
    assert script.said == "wrote a.md: repeated-word 2×\n"


def test_a_story_in_which_all_is_left_is_not_written(newsroom, monkeypatch):
    monkeypatch.setattr("newslint.run.fix_one_by_one.put_back", lambda *_: pytest.fail("written"))
    text, script = decided(STORY, "n", "d")
    assert text == STORY
    assert script.said == ""


def test_all_safe_ones_are_made_but_for_those_left_before(newsroom):
    text = (
        HEAD + "The council's bridge is shut, and it isn't known, the mayor’s office said. The town's to to close.\n"
    )
    select = ("mixed-apostrophes", "repeated-word")
    done, script = decided(text, "a", "n", select=select)
    assert done == text.replace("’", "'")
    assert "1 made" in script.said
    assert "a" in script.asked[0].letters
    assert "a" not in script.asked[1].letters  # what is left is offered
    assert decided(text, "n", "n", select=select)[0] == text
    assert decided(text, "a", select=select, offers=True)[0] == text.replace("’", "'").replace("to to", "to")


def test_whoever_quits_has_what_was_accepted_and_is_asked_no_more(newsroom):
    Path("b.md").write_text(STORY, encoding="utf-8")
    Path("a.md").write_text(STORY, encoding="utf-8")
    script = Script("y", "q")
    done = fix_one_by_one(request(), ["b.md", "a.md"], script)
    assert Path("a.md").read_text(encoding="utf-8") == STORY.replace("to to", "to")
    assert Path("b.md").read_text(encoding="utf-8") == STORY
    assert done.checked.code == 1


def test_other_words_may_be_written_in_their_place(newsroom):
    text, script = decided(STORY, ("e", "not to"), ("e", "the old"), "y")
    assert text == HEAD + "He agreed not to close the old bridge.\n\nIt rained.\n"
    assert [q.words for q in script.asked] == ["to", "the", "It"]  # as they would read with the fix


def test_a_line_end_in_the_words_reads_as_a_space(newsroom):
    text, script = decided(HEAD + "He saw the\nthe mill by the\nthe river.\n", ("e", "the grey"), ("e", "one"))
    assert text == HEAD + "He saw the\ngrey mill by one river.\n"
    assert script.asked[0].words == "the"
    assert "e" not in decided(HEAD + "> He saw the\n> the mill.\n\nSo.\n", "d", every=True)[1].asked[0].letters


@pytest.mark.parametrize(("typed", "why"), [
    ("to to", "stand there already"), ("to\u202e", "signs in it that are not seen"), ("a\x1b[2J", "not seen"),
])  # fmt: skip
def test_words_that_cannot_be_written_are_refused_and_asked_again(newsroom, typed, why):
    text, script = decided(STORY, ("e", typed), "n", "d")
    assert text == STORY
    assert why in script.said


@pytest.mark.parametrize(("body", "typed", "why"), [
    ("“We will will see,” said Ilse Brandt.", "will", "would change what somebody said"),
    ("> We will will see.\n\nSo Ilse Brandt wrote.", "will", "would change what somebody said"),
    ("The the mill: “it is old,” she said, `so`.", "The `", "what somebody is quoted as saying"),
    ("The the mill: “it is old,” she said --> so.", "The <!--", "what somebody is quoted as saying"),
])  # fmt: skip
def test_no_words_of_a_quotation_are_changed(newsroom, body, typed, why):
    text, script = decided(HEAD + body + "\n", ("e", typed), "n", every=True)
    assert text == HEAD + body + "\n"
    assert why in script.said


def test_what_the_encoding_does_not_have_is_refused_and_the_encoding_kept(newsroom):
    data = STORY.replace("He", "Ren\u00e9").replace("\n", "\r\n").encode("cp1252")
    Path("a.md").write_bytes(data)
    script = Script(("e", "→ to"), ("i", "a ☃"), ("e", "forgé to"), "d")
    fix_one_by_one(request(), ["a.md"], script)
    assert Path("a.md").read_bytes() == data.replace(b"to to", b"forg\xe9 to")
    assert "save it as UTF-8" in script.said


def test_a_request_to_ignore_is_written_with_its_reason(newsroom):
    text, script = decided(STORY, "y", ("i", "a song"), ("i", " "), ("i", "a -- b"), "y")
    assert (
        text == HEAD + "<!-- newslint: ignore repeated-word: a song -->\n"
        "He agreed to close the the bridge.\n\nIt rained.\n"
    )
    assert "it needs a reason" in script.said
    assert "would end the comment" in script.said
    assert script.said.endswith("wrote a.md: repeated-word 2×; ignored: repeated-word\n")


def test_where_a_story_has_no_place_for_a_request_none_is_offered(newsroom):
    text = "Bridge closes\n\nHe agreed to to close the bridge on Monday.\n"
    done, script = decided(text, "y", name="a.txt")
    assert done == text.replace("to to", "to")
    assert script.asked[0].letters == "yne" + "dq"


def test_findings_without_a_fix_are_asked_where_every_one_is(newsroom):
    body = HEAD + "“We will will see,” said Ilse Brandt.\n"
    assert decided(body)[1].asked == []
    text, script = decided(body, ("i", "so said"), every=True)
    assert "y" not in script.asked[0].letters
    assert text == body.replace("“We", "<!-- newslint: ignore repeated-word: so said -->\n“We")


def test_what_a_change_brings_about_is_asked_as_well(newsroom):
    text, script = decided(HEAD + "He agreed to to close it.\n", ("e", "to the the"), "y")
    assert text == HEAD + "He agreed to the close it.\n"
    assert [q.entry.place.match for q in script.asked] == ["to to", "the the"]


def test_what_somebody_else_changed_meanwhile_stays_and_the_decisions_are_shown(newsroom):
    Path("a.md").write_text(STORY, encoding="utf-8")

    class Busy(Script):
        def ask(self, question):
            Path("a.md").write_text("Theirs.\n", encoding="utf-8")
            return super().ask(question)

    script = Busy("y", "d")
    done = fix_one_by_one(request(), ["a.md"], script)
    assert Path("a.md").read_text(encoding="utf-8") == "Theirs.\n"
    assert done.checked.code == 2
    assert "somebody changed it in the meantime" in script.said
    assert "\n+He agreed to close the the bridge.\n" in script.said


def test_whoever_breaks_off_leaves_the_story_in_hand_as_it_was(newsroom):
    for name in ("a.md", "b.md"):
        Path(name).write_text(STORY, encoding="utf-8")

    class Breaking(Script):
        def ask(self, question):
            if not self.answers:
                raise KeyboardInterrupt
            return super().ask(question)

    script = Breaking("y", "d", "y")
    with pytest.raises(KeyboardInterrupt):
        fix_one_by_one(request(), ["."], script)
    assert Path("a.md").read_text(encoding="utf-8") == STORY.replace("to to", "to")
    assert Path("b.md").read_text(encoding="utf-8") == STORY
    assert script.said.endswith("stopped: b.md stays as it was\n")


def test_a_write_protected_story_is_a_failure_that_says_so(newsroom):
    Path("a.md").write_text(STORY, encoding="utf-8")
    Path("a.md").chmod(0o444)
    script = Script("y", "d")
    assert fix_one_by_one(request(), ["a.md"], script).checked.code == 2
    assert "write-protected" in script.said
    assert Path("a.md").read_text(encoding="utf-8") == STORY


def test_what_is_known_or_did_not_change_is_not_asked(newsroom, newslint):
    Path("newslint.yaml").write_text("rules: {repeated-word: on}\n", encoding="utf-8")
    Path("a.md").write_text(STORY, encoding="utf-8")
    assert newslint("check", "--write-baseline", "a.md").code == 0
    Path("a.md").write_text(STORY + "\nWe we left.\n", encoding="utf-8")
    asked = request()
    script = Script("y")
    fix_one_by_one(asked._replace(screens=(Baselines(asked.workspace.finder),)), ["a.md"], script)
    assert Path("a.md").read_text(encoding="utf-8") == STORY + "\nWe left.\n"


@pytest.mark.parametrize(("name", "typed"), [
    ("winter-ferry.html", "& the"), ("agency.nitf", "so & so"), ("pier-vote.mdx", "so"), ("harbour.adoc", "so"),
    ("lock-keepers.rst", "so"), ("ferry.docx", "so"),
])  # fmt: skip
def test_words_are_written_as_the_format_writes_them(tmp_path, name, typed):
    story = tmp_path / name
    for answer in ("y", ("e", typed)):
        shutil.copy(EXAMPLES / name, story)
        script = Script(answer, "d")
        fix_one_by_one(request("repeated-word"), [str(story)], script)
        found = workspace().story(workspace().open(str(story)))
        before = workspace().story(workspace().open(str(EXAMPLES / name)))
        was, now = before.prose.text, found.prose.text
        place = " ".join(script.asked[0].entry.place.match.split())
        assert now == was.replace(place, typed if isinstance(answer, tuple) else script.asked[0].words, 1), (
            script.said
        )


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(stories(), st.data())
def test_whatever_is_answered_what_nobody_decided_on_stays(newsroom, story, data):
    path, content = story
    Path(path).write_bytes(content)
    asked, answered = Request(workspace(), cache=False), []

    class Anybody(Script):
        def ask(self, question):
            letter = data.draw(st.sampled_from(question.letters if len(answered) < 9 else "q"))
            answered.append(letter)
            return Answer(letter, data.draw(st.sampled_from(["", "so", "the “mill”", "it’s", "a song"])))

    done = fix_one_by_one(asked, [path], Anybody(), every=True)
    new = Path(path).read_bytes()
    assert not done.checked.report.failures
    if not set(answered) - {"n", "d", "q"}:
        assert new == content
    old, now = decode(content, path), decode(new, path)
    assert (old.encoding, old.bom) == (now.encoding, now.bom) or new.isascii()  # the last sign that told it is gone
    if not set(answered) - {"n", "d", "q", "i", "e"}:
        assert not quoted(old) - quoted(now)


def quoted(source: Source) -> Counter[str]:
    story = judged(workspace().story(source))
    return Counter(" ".join(story.source.text[a:b].split()) for a, b in story.get(contents))


@given(stories())
def test_to_make_all_safe_ones_is_what_fix_does(story):
    path, content = story
    source = decode(content, path)
    engine = workspace().engine(path)

    def check(text):
        return [(read := workspace().story(source.with_text(text)), engine.check(read))]

    fixed = fix_text(source.text, lambda text: check(text)[0][1])
    hand = ByHand(source.text, check, lambda _: True)
    hand.make_all()
    if not fixed.conflicting:
        assert hand.text == fixed.text
        assert hand.fixed().edits == fixed.edits


# --- the command


@pytest.mark.parametrize(("arguments", "said"), [
    (["-i", "-"], "name them instead of -"),
    (["-i", "--diff", "a.md"], "does not go with --diff"),
    (["-i", "--staged", "a.md"], "does not go with --staged"),
    (["-i", "--output", "o.txt", "a.md"], "does not go with --output"),
    (["-i", "--format", "json", "a.md"], "leave --format out"),
    (["--interactive", "a.md"], "asks at a terminal, and this is none"),
    (["--all", "a.md"], "--all goes with --interactive"),
])  # fmt: skip
def test_what_does_not_go_with_asking_is_refused(newsroom, newslint, arguments, said):
    Path("a.md").write_text(STORY, encoding="utf-8")
    done = newslint("fix", *arguments)
    assert done.code == 2
    assert said in done.err
    assert Path("a.md").read_text(encoding="utf-8") == STORY


class Session:
    """`newslint` at a pseudo-terminal of its own."""

    def __init__(self, *arguments: str) -> None:
        pty = pytest.importorskip("pty")
        self.shown = ""
        self.child, self.file = pty.fork()
        if not self.child:  # pragma: no cover - another process
            os.environ.update(TERM="xterm", NO_COLOR="1", NEWSLINT_PLUGINS="")
            os.execv(sys.executable, [sys.executable, "-m", "newslint", *arguments])

    def answer(self, *pairs: tuple[str, str]) -> None:
        """Wait for each question, and type what belongs to it."""
        for question, typed in pairs:
            at = len(self.shown)
            self._read(lambda at=at, question=question: question in self.shown[at:])
            assert question in self.shown[at:], self.shown
            os.write(self.file, typed.encode())

    def _read(self, is_enough, waits: int = 600) -> None:
        """Read what is shown, until it is enough or there was nothing for so many tenths of a second."""
        while not is_enough() and waits:
            if not select.select([self.file], [], [], 0.1)[0]:
                waits -= 1
                continue
            try:
                piece = os.read(self.file, 4096)
            except OSError:  # Linux tells the end so
                return
            if not piece:
                return
            self.shown += piece.decode("utf-8", "replace")

    def end(self, again=lambda: None) -> int:
        """The exit code; `again` is done every three seconds until then.

        A signal that comes just before the wait for a key begins is only heard with the next one.
        """
        for _ in range(20):
            self._read(self._has_ended, 30)
            if self._has_ended():
                break
            with suppress(OSError):  # it has just ended
                again()
        else:
            os.kill(self.child, signal.SIGKILL)
        self._read(lambda: False, 10)
        _, status = os.waitpid(self.child, 0)
        os.close(self.file)
        return os.waitstatus_to_exitcode(status)

    def _has_ended(self) -> bool:
        return os.waitid(os.P_PID, self.child, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None


ASKS = "]? "


def test_at_a_terminal_a_finding_is_shown_with_its_change_and_a_letter_asked_for(newsroom):
    Path("a.md").write_text(STORY, encoding="utf-8")
    session = Session("fix", "-i", "--select", "repeated-word", "a.md")
    session.answer(
        (ASKS, "?\n"), (ASKS, "x\n"), (ASKS, "y\n"), (ASKS, "e\n"), ("write instead: ", "\x15the old\n"), (ASKS, "i\n"), ("why may it stay? ", "a song\n")
    )  # fmt: skip
    assert session.end() == 0
    assert Path("a.md").read_text(encoding="utf-8") == HEAD + (
        "He agreed to close the old bridge.\n\n<!-- newslint: ignore repeated-word: a song -->\nIt it rained.\n"
    )
    shown = session.shown.replace("\r\n", "\n")
    assert "warning[repeated-word][*]: “to” is repeated\n --> a.md:5:11\n" in shown
    assert "- He agreed to to close the the bridge.\n" in shown
    assert "+ He agreed to close the the bridge.\n" in shown
    assert "(1/3) Make this change [y,n,e,d,q,i,?]? " in shown
    assert shown.count("q - stop here; what was decided in this story is written\n") == 2
    assert "wrote a.md: repeated-word 2×; ignored: repeated-word\n" in shown


@pytest.mark.parametrize(("typed", "code", "left"), [
    ("\x04", 1, STORY.replace("to to", "to")),  # Ctrl-D
    ("q\n", 1, STORY.replace("to to", "to")),
    ("\x03", 130, STORY),  # Ctrl-C
])  # fmt: skip
def test_the_end_of_input_stops_and_ctrl_c_breaks_off(newsroom, typed, code, left):
    Path("a.md").write_text(STORY, encoding="utf-8")
    session = Session("fix", "--interactive", "--select", "repeated-word", "a.md")
    session.answer((ASKS, "y\n"), (ASKS, typed))
    assert session.end(lambda: os.write(session.file, typed.encode())) == code
    assert Path("a.md").read_text(encoding="utf-8") == left
    assert ("stopped: a.md stays as it was" in session.shown) == (code == 130)


def test_a_signal_to_end_leaves_the_story_as_it_was(newsroom):
    Path("a.md").write_text(STORY, encoding="utf-8")
    session = Session("fix", "-i", "--select", "repeated-word", "a.md")
    session.answer((ASKS, "y\n"), (ASKS, ""))
    os.kill(session.child, signal.SIGTERM)
    assert session.end(lambda: os.kill(session.child, signal.SIGTERM)) == 128 + signal.SIGTERM
    assert Path("a.md").read_text(encoding="utf-8") == STORY


def test_signs_that_a_terminal_would_obey_are_not_printed(newsroom):
    Path("a.md").write_text(HEAD + "He agreed to to \x1b[31mclose it.\n", encoding="utf-8")
    session = Session("fix", "-i", "--select", "repeated-word", "a.md")
    session.answer((ASKS, "y\n"))
    assert session.end() == 0
    assert "\x1b[31m" not in session.shown
    assert "\\x1b[31mclose" in session.shown


def test_where_there_is_nothing_to_fix_that_is_said(newsroom):
    Path("a.md").write_text(HEAD + "He agreed to close it.\n", encoding="utf-8")
    session = Session("fix", "-i", "a.md")
    assert session.end() == 0
    assert "there is nothing to fix" in session.shown
