"""What several test files need: stories read or put together, what was found in them, and a count of work done."""

import io
import os
import re
import subprocess
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest
from hypothesis import strategies as st

from newslint.base.text import Source, Span, UnreadableStory
from newslint.engine.workspace import Workspace
from newslint.formats import Reading, read_stories
from newslint.formats.markdown import Markdown
from newslint.formats.plain import Fragment, Plain
from newslint.model.story import Story, Zone

ROOT = Path(__file__).parent.parent
NEWSROOM = ROOT / "examples" / "newsroom"
RULE_FILE = """\
id: {id}
kind: {kind}
topic: {topic}
message: "about “{{match}}”"
why: because
terms: [marrow]
examples: [{{bad: "a [[marrow]]"}}, {{good: fine}}]
"""
FAULTY = "Head of the story\n\nThe council agreed to to close the old bridge to lorries on Monday.\n"


def fragment(text: str) -> Story:
    """A text of which every paragraph is body."""
    return Fragment().parse(Source("a.txt", text), Reading())


def plain(text: str, path: str = "a.txt") -> Story:
    """A text as it is scraped, filed or exported."""
    return Plain().parse(Source(path, text), Reading())


def markdown(text: str, path: str = "a.md") -> Story:
    """A post with front matter."""
    return Markdown().parse(Source(path, text), Reading())


def story_of(*parts: tuple[str, str], gap: str = "\n\n", **keys) -> Story:
    """A story of (role, text) paragraphs."""
    zones, at = [], 0
    for role, part in parts:
        zones.append(Zone(role, Span(at, at + len(part)), part))
        at += len(part) + len(gap)
    return Story(Source("a.txt", gap.join(part for _, part in parts)), zones, **keys)


def words_of(text: str, found) -> list[str]:
    """The words that findings mark in a text."""
    return [text[each.span.start : each.span.end] for each in found]


@cache
def workspace() -> Workspace:
    """What one run has under newslint's own settings, whatever plugins are installed here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEWSLINT_PLUGINS", "")
        made = Workspace()
        assert made.plugins.found == ()  # loaded while they are switched off
        return made


def written(reporter, report, stream=None) -> str:
    """What a reporter writes of a report."""
    stream = stream or io.StringIO()
    reporter.write(report, stream)
    return stream.getvalue()


class Terminal(io.StringIO):
    """A stream that is a terminal, or says that it is none."""

    def __init__(self, tty: bool = True) -> None:
        super().__init__()
        self.tty = tty

    def isatty(self) -> bool:
        return self.tty


def write(folder: Path, name: str, text: str) -> None:
    """Write a file, with its line ends as they are, and the folders above it."""
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8", newline="")


def git(folder: Path, *arguments: str, **keys) -> subprocess.CompletedProcess[str]:
    """Run git as somebody who has a name; raises where it fails, unless `check` is False."""
    who = ("-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false")
    keys = {"check": True, "capture_output": True, "text": True, **keys}
    return subprocess.run(["git", *who, *arguments], cwd=folder, **keys)  # noqa: PLW1510 - it is among the keys


_REFUSAL = re.compile(r"(?:line [\d,]+: )?(?:[a-z]|</)[^\r\n]{10,400}[^.\r\n]")


def assert_read_or_refused(read) -> None:
    """What is read has words, each zone some; what is not is refused as an editor would say it."""
    try:
        zones, refusal = read().zones, ""
    except UnreadableStory as error:
        zones, refusal = (), str(error)
    if refusal:
        assert _REFUSAL.fullmatch(refusal), refusal
        assert "Error" not in refusal, refusal
    else:
        assert zones
        assert all(zone.text.strip() for zone in zones), zones


# --- work, counted


def steps(work) -> int:
    """How many lines of Python some work takes: the same number on every machine, however busy it is.

    What a single call of C does inside, such as one search by a regular expression, is not counted.
    """
    count = 0

    def step(frame, event, argument):
        nonlocal count
        count += 1
        return step

    before = sys.gettrace()
    sys.settrace(step)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def assert_work_grows_with_length(work, unit: str, longest: int = 200_000) -> None:
    """Twice the text takes some twice the steps; work that is quadratic takes four times as many.

    A very long text is read once besides, and not counted: what is quadratic inside C takes minutes there.
    """
    short, long, very_long = (unit * (length // len(unit)) for length in (2_000, 4_000, longest))
    work(short)  # what is read or compiled when it is first used
    once, twice = steps(lambda: work(short)), steps(lambda: work(long))
    assert twice < 2.5 * once + 500, f"{unit!r}: {once} steps for 2,000 code points, {twice} for 4,000"
    work(very_long)


def sampled(cases):
    """Every fourth of the cases, and in a proof all of them."""
    return cases if "NEWSLINT_CASES" in os.environ else cases[::4]


def assert_reading_grows_with_length(path: str, form: str, unit: str, pack=str.encode, longest: int = 20_000) -> None:
    """Twice the units in the place of “@@” take some twice the steps to read, or to be refused.

    `pack` gives the bytes of a file whose text that is.
    """

    def read(text):
        with suppress(UnreadableStory):
            source = workspace().open(path, pack(form.replace("@@", text)))
            for _ in read_stories(workspace().format_of(path, source.text[:8192]), source, Reading()):
                pass

    assert_work_grows_with_length(read, unit, longest)


# --- stories made of what rules mend and of what they must leave alone

_HEAD = ["---\ntitle: The bridge's last winter\n---\n\n", "---\ntitle: \"A 'quiet' spring\"\n---\n", ""]
_BLOCKS = [
    "The council's bridge is shut, and it isn't known for how long, the mayor’s office said.",
    "It’s the third winter in which the town’s lorries go round by the quarry, residents’ groups say.",
    "Rents rose 3% and wages 4 percent, while 2% left. Another 5% stayed, he said, and 6 per cent moved.",
    'The mayor said: "We don\'t know what it\'ll cost, it could be 7 percent or 8%."',
    "“It's a shame,” said Ilse Brandt, “and they’re not even sorry. Read more: it's 9 percent.”",
    "She called the plan 'a bad joke' and left.",
    "Advertisement",
    "Read more: The town's other bridge",
    "Share this article",
    "Follow us on Facebook and Twitter",
    "Sign up to our newsletter",
    "© 2026 The Valley Courier. All rights reserved.",
    "He agreed to to close the road in in May.",
    "A <b>bold</b> step, she wrote in `don't` and *it's* nice.",
    "- It's a list\n- of two’s",
    "The cafe\u0301 reopened; caf\u00c3\u00a9 owners hoped for an “early” spring and \"late\" snow.",
    "The river rose by two metres overnight and the ferry stood still until the afternoon.",
    "“We waited for hours.",
    "“Nobody came,” said Jon Petersen.",
    "",
]  # fmt: skip
_ENCODINGS = [("utf-8", False), ("utf-8", True), ("utf-16-le", True), ("utf-16-be", True), ("cp1252", False)]


@st.composite
def stories(draw: st.DrawFn) -> tuple[str, bytes]:
    """A path and the bytes of a story in some encoding, with line ends of one kind or of several."""
    path = draw(st.sampled_from(["a.md", "a.txt"]))
    blocks = draw(st.lists(st.sampled_from(_BLOCKS), min_size=1, max_size=9))
    text = draw(st.sampled_from(_HEAD)) + "\n\n".join(blocks) + draw(st.sampled_from(["", "\n", "\n\n\n"]))
    ends = draw(st.sampled_from(["\n", "\r\n", "\r", "mixed"]))
    lines = text.split("\n")
    choose = st.sampled_from(["\n", "\r\n", "\r"]) if ends == "mixed" else st.just(ends)
    text = "".join(line + draw(choose) for line in lines[:-1]) + lines[-1]
    encoding, bom = draw(st.sampled_from(_ENCODINGS))
    text = text.encode(encoding, "ignore").decode(encoding)
    return path, Source(path, text, encoding, bom).encode(text)
