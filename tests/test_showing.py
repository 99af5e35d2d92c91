"""Nothing that strangers write is obeyed by a terminal or by the runner of a build: it is shown, escaped."""

import io
import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from html.parser import HTMLParser

import pytest
from helpers import git, write, written
from hypothesis import example, given
from hypothesis import strategies as st

from newslint import reporters
from newslint.base.errors import NewslintError
from newslint.base.showing import Screen, json_text, showable, showable_lines
from newslint.base.text import Source, Span
from newslint.model.finding import Edit, Failure, Finding, Fix, Look, Related, Report, locate
from newslint.run.fix_stories import FixedStory, diff

OBEYED = [
    "\x1b[31m", "\x1b]0;title\x07", "\x1b]8;;http://evil.example\x1b\\", "\x07", "\x08", "\x00", "\x0c", "\x7f",
    "\x85", "\x9b2J", "\u061c", "\u200b", "\u200d", "\u200e", "\u200f", "\u2028", "\u2029", "\u202e", "\u2066",
    "\u2069", "\ufeff", "\U000e0041", "\udcff", "\ud800", "\r", "\n", "\n::error::x", "\r::set-output name=a::b",
    "::error file=a::x", "\n ::add-mask::x", "##[error]x", "##vso[task.setvariable variable=a]b",
    "##teamcity[buildStop comment='x']", "section_start:1:a\r\x1b[0K", "<script>alert(1)</script>", "<!--", "]]>",
    "| a | b |", "[x](http://evil.example)", "![x](//evil.example)", "@desk", "https://evil.example", "#12",
    "\n# Head", "```", "$(id)", "%0A::error::x", "a", " ", "“", "é", "\uffff",
]  # fmt: skip
HOSTILE = st.lists(st.sampled_from(OBEYED), min_size=1, max_size=6).map("".join)
SIGNS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")
COMMAND = re.compile(r"^\s*::[^\n]*::|\#\#\w*\[", re.MULTILINE)
OWN = re.compile(r"^::(?:error|warning|notice) file=[^:\n]*::.*$", re.MULTILINE)


def assert_shown(text: str) -> None:
    """Nothing in a text is obeyed."""
    assert not SIGNS.search(text), ascii(text)
    assert not COMMAND.search(text), ascii(text)


def report(path: str, words: str, said: str) -> Report:
    """A report in which a stranger wrote everything that a stranger can."""
    source = Source(path, f"One {words} two.\n")
    at = Span(4, 4 + len(words))
    found = Finding(
        "repeated-word", "language", "warning", "medium", said, at,
        (Related(at, said),), (Fix(said, (Edit(at, words),)),), said,
    )  # fmt: skip
    entry = locate(found, source)
    other = entry.related[0]._replace(path=f"{path}2")
    return Report(1, (entry._replace(related=(*entry.related, other)),), (Failure(path, said),), look=Look("never"))


@pytest.mark.parametrize("name", [name for name in reporters.names() if name != "docx"])
@given(path=HOSTILE, words=HOSTILE, said=HOSTILE)
@example(path="b\n::error::x", words="\n::error::x", said="::error::x")
@example(path="##[error]\udcff", words="##vso[x]", said="\x1b[2J\u202e")
def test_no_report_holds_anything_to_obey(name, path, words, said):
    out = io.StringIO()
    reporters.find(name)(report(path, words, said), out)
    text = out.getvalue()
    assert_shown(OWN.sub("", text) if name == "github" else text)
    if name == "github":
        assert len(OWN.findall(text)) == 2
    if name in ("json", "gitlab", "sarif", "rdjson"):
        # two halves of a pair, one by one, are read as the sign they make
        assert said.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass") in every_text(
            json.loads(text)
        )
    if name in ("junit", "checkstyle"):
        ElementTree.fromstring(text.encode())


def every_text(data) -> set[str]:
    """Every text in some JSON."""
    if isinstance(data, dict):
        return {text for value in data.values() for text in every_text(value)}
    if isinstance(data, list):
        return {text for value in data for text in every_text(value)}
    # SARIF would make links of brackets, GitLab and failures say more before it
    return {data.replace("\\[", "["), data.removeprefix("repeated-word: ")} if isinstance(data, str) else set()


@given(words=HOSTILE, said=HOSTILE)
def test_a_report_in_markdown_has_the_table_and_nothing_else_of_its_own(words, said):
    out = io.StringIO()
    reporters.find("markdown")(report("a.txt", words, said), out)
    text = out.getvalue()
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert len(rows) == 3
    assert re.sub(r"\\.", "", rows[2]).count("|") == 6
    plain = re.sub(r"\\.", "", text.replace("https://github.com/newslint/newslint", ""))
    assert not re.search(r"<|@\w|://|!\[|`", plain), plain
    assert plain.count("](") <= 1  # the rule's page


@given(path=HOSTILE, words=HOSTILE, said=HOSTILE)
def test_a_page_has_no_elements_but_its_own(path, words, said):
    tags = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag, attributes):
            tags.append(tag)
            assert not any(name.startswith("on") for name, _ in attributes)

    out = io.StringIO()
    reporters.find("html")(report(path, words, said), out)
    Reader().feed(out.getvalue())
    assert tags.count("script") == 1
    assert not {"img", "iframe", "object"} & set(tags)


@given(text=HOSTILE)
@example("\ud800\udcff")  # two halves, which JSON has no way to keep apart
def test_what_is_shown_stays_on_its_line_and_shows_nothing_else(text):
    assert_shown(showable(text))
    assert "\n" not in showable(text)
    assert_shown(showable_lines(text).replace("\t", " "))
    joined = text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    assert json.loads(json_text([text])) == [joined]


def test_escapes_are_readable_and_plain_text_stays():
    assert showable("a\x1b[31m\u202eb\n\udcff") == r"a\x1b[31m\u{202e}b\n\u{dcff}"
    plain = "“Élise” 👨‍👩‍👧 wrote:\xa0C:\\x – 東京 ::: #[x]"
    assert showable(plain) == plain
    assert showable_lines("a\n\tb\n::: tip\n") == "a\n\tb\n::: tip\n"


def test_marks_stand_below_the_words_they_mark():
    source = Source("a.txt", "\x1b[1mthe the\u202e end\n")
    at = Span(source.text.index("the the"), source.text.index("\u202e"))
    entry = locate(Finding("repeated-word", "language", "warning", "high", "twice", at), source)
    lines = written(reporters.human, Report(1, (entry,), ())).splitlines()
    line, marks = next((lines[n], lines[n + 1]) for n, line in enumerate(lines) if "the the" in line)
    assert line[marks.index("^") : marks.rindex("^") + 1] == "the the"


def test_a_screen_shows_what_is_written_piece_by_piece():
    out = io.StringIO()
    screen = Screen(out)
    for piece in ("a", "::b::\n", "  ", "::error::x\n", "\x1b[31m", "\n::c::", "\n"):
        screen.write(piece)
    assert out.getvalue() == "a::b::\n  \\x3a:error::x\n\\x1b[31m\n\\x3a:c::\n"


def test_an_error_keeps_to_its_lines():
    said = str(NewslintError("no “a\n::error::b\x1b[2J”", "b\n::error::c.yaml", 3, hint="\u202ed"))
    assert_shown(said)
    assert said.count("\n") == 1


HOSTILE_NAME = "b\n::error::gone\x1b[31m\u202e##[error].txt"


@pytest.fixture
def hostile_newsroom(newsroom):
    write(
        newsroom, HOSTILE_NAME, "Head\n\n##[error]gone \x1b[31m to to \u202e close the\u2028 bridge.\n\n::error::x\n"
    )
    write(newsroom, "c\n::error::gone.txt", "\0")
    return newsroom


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
@pytest.mark.parametrize(
    "command",
    [
        *(("check", ".", "--format", name) for name in reporters.names()),
        ("check", ".", "--verbose", "--statistics"),
        ("fix", ".", "--diff"),
        ("fix", "."),
        ("show", "."),
        ("show", ".", "--format", "json"),
        ("check", ".", "--add-ignore", "a song"),
        ("check", ".", "--write-baseline"),
        ("learn", "."),
        ("explain", "a\n::error::b\x1b[31m"),
        ("check", "d\n::error::b\x1b[31m"),
        ("check", ".", "--format", "\n::error::b\x1b[31m"),
        ("check", ".", "--config", "\n::error::b\x1b[31m"),
        ("\n::error::b\x1b[31m",),
        ("rules", "--for", HOSTILE_NAME),
        ("test", "\n::error::b\x1b[31m"),
    ],
)
def test_no_command_says_anything_to_obey(hostile_newsroom, newslint, command):
    done = newslint(*command)
    own = OWN if "github" in command else re.compile("(?!)")
    assert_shown(own.sub("", done.out).replace("\t", " "))
    assert_shown(done.err.replace("\t", " "))


@pytest.mark.parametrize(
    "config",
    [
        'rules: {"a\\n::error::b\\e[31m\\u202e": error}\n',
        'style: "a\\n::error::b\\e[31m\\u202e"\n',
        '"a\\n::error::b\\e[31m\\u202e": 1\n',
        'names: ["a\\n::error::b\\e[31m\\u202e"]\n',
        'extends: "a\\n::error::b\\e[31m\\u202e"\n',
        'rule-files: ["a\\n::error::b\\e[31m\\u202e"]\n',
        'stories: ["a\\n::error::b\\e[31m\\u202e"]\n',
        'overrides: [{files: "**", kind: "a\\n::error::b\\e[31m\\u202e"}]\n',
        "rules: [\x9b2J\n",
    ],
)
def test_no_configuration_says_anything_to_obey(newsroom, newslint, config):
    write(newsroom, "newslint.yaml", config)
    write(newsroom, "a.txt", "Head\n\nThe council met.\n")
    done = newslint("check")
    assert done.code == 2
    assert_shown(done.out + done.err)


def test_a_rule_pack_says_nothing_to_obey(newsroom, newslint):
    rule = (
        'id: house/marrow\nkind: existence\ntopic: language\nmessage: "about\\n::error::x\\e[31m “{match}”"\n'
        'why: "because\\n::error::x\\u202e"\nterms: [marrow]\n'
        'examples: [{bad: "a [[marrow]]\\n\\n::error::x"}, {good: fine}]\n'
    )
    write(newsroom, "rules/house/marrow.yaml", rule)
    write(newsroom, "newslint.yaml", "rule-files: [rules]\n")
    write(newsroom, "a.txt", "Head\n\nThe council met a marrow.\n")
    for command in (("check", "a.txt"), ("explain", "house/marrow"), ("rules",), ("test", "rules")):
        done = newslint(*command)
        assert_shown(done.out + done.err)
    assert newslint("check", "a.txt", "--format", "json").report["findings"]


def test_a_diff_with_signs_escaped_is_not_taken_for_one_to_apply(newsroom, newslint):
    write(newsroom, "a b.txt", "Head of the story\n\nThe council \x1b[31m agreed to to close it.\n")
    git(newsroom, "init", "-q")
    shown = newslint("fix", "--unsafe", "--diff", "a b.txt")
    assert_shown(shown.out)
    (newsroom / "shown.diff").write_text(shown.out)
    assert git(newsroom, "apply", "--check", "shown.diff", check=False).returncode != 0
    assert newslint("fix", "--unsafe", "--diff", "a b.txt", "--output", "whole.diff").code == 1
    git(newsroom, "apply", "whole.diff")
    assert "agreed to close" in (newsroom / "a b.txt").read_text()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_diff_quotes_names_as_git_does(newsroom):
    name = 'b\n"\\é\x1b.txt'
    write(newsroom, name, "one\n")
    git(newsroom, "init", "-q")
    change = FixedStory(name, "one\n", "two\n", (("a-rule", 1),), b"one\n", b"two\n")
    shown = "".join(diff([change], shown=True))
    assert_shown(shown)
    git(newsroom, "apply", "-", input=shown)
    assert (newsroom / name).read_text() == "two\n"


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="names are UTF-8 there")
def test_a_name_that_is_no_utf_8_is_kept_in_json_and_in_uris(newsroom):
    name = os.fsdecode(b"a\xff.txt")
    write(newsroom, name, "Head\n\nThe council agreed to to close it.\n")

    def run(form):
        said = subprocess.run(
            [sys.executable, "-m", "newslint", "check", name, "--format", form], capture_output=True, check=False
        )
        assert b"Traceback" not in said.stderr
        return said.stdout.decode()

    assert json.loads(run("json"))["findings"][0]["path"] == name
    assert "a%FF.txt" in run("sarif")
    assert r"a\u{dcff}.txt" in run("human")
