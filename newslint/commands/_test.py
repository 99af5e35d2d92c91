"""`newslint test`: run rules' own examples, or try rules on a folder of stories and read their hits."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import IO

from newslint.base.errors import NewslintError
from newslint.engine.workspace import Workspace
from newslint.model.finding import Entry
from newslint.model.rule import Rule
from newslint.rulebook.pack import Pack, files_below, read_rules
from newslint.rulebook.plugins import Plugins
from newslint.run import run
from newslint.testing import run_example


def chosen(pack: Pack, names: Sequence[str], plugins: Plugins) -> list[Rule]:
    """The rules that names, topics and rule files stand for; all of them for none."""
    if not names:
        return list(pack.rules.values())
    found: list[Rule] = []
    for name in names:
        if name.endswith((".yaml", ".yml")) or os.path.isdir(name):
            found += [rule for file in files_below(name) for rule in read_rules(file, plugins.kinds)]
            continue
        try:
            found += [pack.rules[rule_id] for rule_id in pack.resolve(name)]
        except KeyError as error:
            raise NewslintError(f"unknown rule or topic “{name}”", hint=str(error.args[0])) from None
    return found


def examples(rules: Iterable[Rule], plugins: Plugins, stream: IO[str]) -> bool:
    """Run every example; write what fails and a count. Whether all hold."""
    passed = failed = 0
    for rule in rules:
        for example in rule.examples:
            try:
                run_example(rule, example, plugins.formats)
                passed += 1
            except (AssertionError, NewslintError) as error:
                failed += 1
                stream.write(f"{error}\n\n")
    stream.write(f"{passed} examples hold" + (f", {failed} do not" if failed else "") + ".\n")
    return not failed


def on_corpus(workspace: Workspace, rules: Sequence[Rule], folder: str, show: int, stream: IO[str]) -> None:
    """Count the hits of rules in the stories below a folder, and write some of each for reading."""
    only = workspace.only(rules)
    report = run.check(run.Request(only, cache=False, jobs=1), [folder]).report
    entries = list(report.entries)
    for rule in rules:
        hits = [entry for entry in entries if entry.rule == rule.id]
        stories = len({entry.place.path for entry in hits})
        stream.write(f"{rule.id}: {len(hits)} hits in {stories} of {report.stories} stories\n")
        step = max(1, len(hits) // show) if show else 1
        for entry in hits[::step][:show]:
            stream.write(f"  {_line(entry)}\n")


def _line(entry: Entry) -> str:
    at = entry.place
    words = " ".join(at.match.split())
    frame = entry.frame
    if frame and entry.frame:
        start, end = frame.mark
        words = f"{frame.text[:start]}⟦{frame.text[start:end]}⟧{frame.text[end:]}".strip()
    return f"{at.path}:{at.start.line}: {words}"
