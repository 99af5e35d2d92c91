"""To add a thing, touch a file: each kind of thing is added to a copy of the package, one file each, and works."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent
STORY = "Head of the story\n\nThe council met in the quokka house. It met again.\n"
RULE = """\
id: no-quokka
kind: existence
topic: language
message: "“{match}” is an animal that nobody here has seen"
why: Nobody here has seen one.
terms: [quokka]
examples:
  - bad: "The [[quokka]] slept."
  - good: "The cat slept."
"""
CHECK = '''\
"""A rule that is added."""

from newslint import Bad, Finding, Good, Rule


class NoMeeting(Rule):
    """Finds meetings."""

    id = "no-meeting"
    topic = "language"
    message = "“met”: say what came of it"
    why = "Meetings are no news."
    examples = (Bad("They [[met]]."), Good("They voted."))

    def check(self, story):
        """One finding a meeting."""
        for zone in story.of("body"):
            at = zone.text.find("met")
            if at >= 0:
                yield self.finding(zone.to_source(at, at + 3), self.message)
'''
REPORTER = '''\
"""A report that is added."""

FOR = "those who count"


def write(report, stream):
    """Write how many stories there were."""
    stream.write(f"{report.stories} counted\\n")
'''
COMMAND = '''\
"""A command that is added."""

from newslint.arguments import Argument, Command


def greet(given):
    """Say hello."""
    print("hello", given.whom, given.often)
    return 0


COMMAND = Command("greet somebody", (Argument("whom"), Argument("--often", value="N", default=1, read=int)), greet)
'''


class Copy(NamedTuple):
    """A copy of the package, with a story beside it."""

    folder: Path

    def add(self, path, text):
        """Add one file."""
        assert not (self.folder / path).exists()
        (self.folder / path).parent.mkdir(exist_ok=True)
        (self.folder / path).write_text(text, encoding="utf-8")

    def change(self, path, old, new):
        """Change one file in one place."""
        text = (self.folder / path).read_text(encoding="utf-8")
        assert text.count(old) == 1
        (self.folder / path).write_text(text.replace(old, new), encoding="utf-8")

    def python(self, *words):
        env = {
            **{name: value for name, value in os.environ.items() if not name.startswith("COV")},
            "PYTHONPATH": str(self.folder),
            "NEWSLINT_PLUGINS": "",
            "COLUMNS": "300",
        }
        return subprocess.run(
            [sys.executable, *words], cwd=self.folder, env=env, capture_output=True, encoding="utf-8", check=False
        )

    def run(self, *words):
        """What newslint says."""
        done = self.python("-m", "newslint", *words)
        assert done.returncode in (0, 1), done.stderr
        return done.stdout

    def quickly(self, *words):
        """What newslint says where argparse cannot be imported."""
        code = "import sys; sys.modules['newslint.arguments.parser'] = None; from newslint.cli import main; sys.exit(main())"
        done = self.python("-c", code, *words)
        assert done.returncode in (0, 1), done.stderr
        return done.stdout

    def found(self, rule):
        """What a rule finds in the story, by its words."""
        report = json.loads(self.run("check", "story.txt", "--select", rule, "--format", "json"))
        return [finding["match"] for finding in report["findings"]]


@pytest.fixture
def copy(tmp_path):
    no_caches = shutil.ignore_patterns("__pycache__", ".newslint_cache")
    for folder in ("newslint", "rules", "tools", "docs", "schemas"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=no_caches)
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    return Copy(tmp_path)


def shows_a_rule(copy, rule, words):
    assert copy.found(rule) == words
    assert rule in copy.run("rules")
    assert rule in copy.run("explain", rule)
    assert rule in copy.run("explain", "language")
    assert "2 examples hold" in copy.run("test", rule)
    assert copy.python("tools/print_docs.py").returncode == 0  # `make docs`: what is generated needs this and no more
    assert f"## {rule}" in (copy.folder / "docs" / "rules.md").read_text(encoding="utf-8")
    assert rule in (copy.folder / "schemas" / "newslint.schema.json").read_text(encoding="utf-8")


def test_a_rule_in_yaml(copy):
    copy.add("rules/language/no-quokka.yaml", RULE)
    shows_a_rule(copy, "no-quokka", ["quokka"])


def test_a_rule_in_python(copy):
    copy.add("newslint/checks/no_meeting.py", CHECK)
    shows_a_rule(copy, "no-meeting", ["met"])


def test_a_reporter(copy):
    copy.add("newslint/reporters/counted.py", REPORTER)
    assert copy.quickly("check", "story.txt", "--format", "counted") == "1 counted\n"
    assert "counted, " in copy.run("check", "--help")
    assert "counted" in copy.run("completion", "bash")
    code = "import sys; sys.path.insert(0, 'tools'); import site_pages; print(site_pages.report_forms())"
    assert "| `counted` | those who count |" in copy.python("-c", code).stdout


def test_a_command(copy):
    copy.add("newslint/commands/greet.py", COMMAND)
    assert copy.quickly("greet", "you", "--often", "3") == "hello you 3\n"
    assert copy.run("greet", "you", "--often=4") == "hello you 4\n"
    assert "greet somebody" in copy.run("--help")
    assert "--often" in copy.run("greet", "--help")
    assert "greet" in copy.run("completion", "fish")
    code = "import sys; sys.path.insert(0, 'tools'); import site_pages; print(site_pages.cli())"
    assert "## newslint greet" in copy.python("-c", code).stdout


def test_a_flag_of_check(copy):
    use = '    write = reporter("jsonl" if given.terse else given.format)'
    copy.change(
        "newslint/commands/check.py",
        "    write = reporter(given.format)",
        use,
    )
    copy.change(
        "newslint/commands/check.py",
        "    JOBS,\n",
        '    JOBS,\n    Argument("--terse", "say little", short="-t"),\n',
    )
    for flag in ("--terse", "-t"):
        assert copy.quickly("check", flag, "story.txt").startswith('{"type": "run"')
    assert copy.run("check", "--ters", "story.txt").startswith('{"type": "run"')
    assert "--terse, -t" in copy.run("check", "--help")
    assert "--terse" in copy.run("completion", "zsh")
    code = "import sys; sys.path.insert(0, 'tools'); import site_pages; print(site_pages.cli())"
    assert "| `--terse, -t` | say little |" in copy.python("-c", code).stdout


def test_a_key_of_a_kind_of_yaml_rule(copy):
    kind = "newslint/kinds/existence.py"
    copy.change(
        kind, "        **SEARCH,\n", '        **SEARCH,\n        "most": Number(1).described("Find no more."),\n'
    )
    copy.change(kind, "import Shape, Text, Where", "import Number, Shape, Text, Where")
    copy.change(
        kind,
        "        for hit in self.without_overlaps(hits):",
        "        for hit in list(self.without_overlaps(hits))[: self.value('most')]:",
    )
    rule = RULE.replace("[quokka]", "[quokka, house]")
    (copy.folder / "story.txt").write_text(STORY + "\nThe house slept.\n", encoding="utf-8")
    (copy.folder / "newslint.yaml").write_text("rule-files: mine.yaml\n", encoding="utf-8")
    (copy.folder / "mine.yaml").write_text(rule, encoding="utf-8")
    assert copy.found("no-quokka") == ["quokka", "house", "house"]
    (copy.folder / "mine.yaml").write_text(rule.replace("terms:", "most: 1\nterms:"), encoding="utf-8")
    assert copy.found("no-quokka") == ["quokka"]
    assert copy.python("tools/print_docs.py").returncode == 0
    schema = json.loads((copy.folder / "schemas" / "rules.schema.json").read_text(encoding="utf-8"))
    assert schema["definitions"]["existence"]["properties"]["most"]["description"] == "Find no more."
    code = "import sys; sys.path.insert(0, 'tools'); import site_pages; print(site_pages.kinds())"
    assert "| `most` | Find no more. |" in copy.python("-c", code).stdout
