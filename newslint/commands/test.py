"""`newslint test`: run rules' own examples, or try rules on a folder of stories and read their hits."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping, Sequence

from newslint.arguments import Argument, Command, Given
from newslint.base.errors import NewslintError
from newslint.base.record import NamedTuple
from newslint.base.showing import showable
from newslint.base.typed import IO, TYPE_CHECKING
from newslint.commands._common import CLEAN, FOUND, pack_of, workspace

if TYPE_CHECKING:
    from newslint.base.environment import Plugin
    from newslint.engine.workspace import Workspace
    from newslint.model.finding import Entry
    from newslint.model.rule import Rule
    from newslint.rulebook.pack import Pack
    from newslint.rulebook.plugins import Plugins

_ARGUMENTS = (
    Argument("rules", "rules, topics or rule files (default: all rules)", value="RULE", default=[], number="*"),
    Argument("--corpus", "count and show their hits in these stories", value="DIR"),
    Argument("--show", "how many hits to show (default 20)", value="N", default=20, read=int),
    Argument(
        "--wrong",
        "you have read them all, and so many were wrong: shows the evidence of that",
        value="N",
        default=-1,
        read=int,
    ),
    Argument("--write", "and writes that evidence into the rule's file"),
)

_MOST_GROUPS = 8  # that are named of those without examples


def test(given: Given) -> int:
    """Run rules' examples, or try rules on a folder. Return the exit code."""
    all_there_is = workspace(given)
    rules = chosen(pack_of(all_there_is), given.rules, all_there_is.plugins)
    if given.corpus:
        counts = on_corpus(all_there_is, rules, given.corpus, given.show, sys.stdout)
        if given.wrong >= 0:
            _evidence(rules, counts, given.wrong, write=given.write)
        return CLEAN
    if given.wrong >= 0 or given.write:
        raise NewslintError("evidence comes of stories: name a folder of them by --corpus")
    return (
        CLEAN
        if examples(rules, all_there_is.plugins, sys.stdout, pack_of(all_there_is).owners, given.rules)
        else FOUND
    )


def chosen(pack: Pack, names: Sequence[str], plugins: Plugins) -> list[Rule]:
    """The rules that names, topics and rule files stand for; all of them for none."""
    from newslint.rulebook.pack import files_below, read_rules

    if not names:
        return list(pack.rules.values())
    found: list[Rule] = []
    for name in names:
        if name.endswith((".yaml", ".yml")) or os.path.isdir(name):
            found += [rule for file in files_below(name) for rule in read_rules(file, plugins.kinds)]
            _check_taken(found, pack)
            continue
        try:
            found += [pack.rules[rule_id] for rule_id in pack.resolve(name)]
        except KeyError as error:
            raise NewslintError(f"unknown rule or topic “{name}”", hint=str(error.args[0])) from None
    return found


def _check_taken(rules: Iterable[Rule], pack: Pack) -> None:
    """Raise RuleError where a rule of a file has an id that another rule has, as a run with that file would."""
    from newslint.rulebook.pack import Pack

    def same(a: Rule, b: Rule) -> bool:
        return os.path.realpath(a.origin) == os.path.realpath(b.origin)

    rules = list(rules)
    kept = [known for known in pack.rules.values() if not any(known.id == r.id and same(known, r) for r in rules)]
    Pack([*kept, *rules], pack.owners)


def examples(
    rules: Iterable[Rule],
    plugins: Plugins,
    stream: IO[str],
    owners: Mapping[str, Plugin] | None = None,
    names: Sequence[str] = (),
) -> bool:
    """Run every example; write what fails and a count. Return whether all hold.

    `owners` says which plugin a rule is from, by its id. Of rules that a key of the configuration brings (Vale's
    styles are such) only those in `names` must have examples, and some of a topic or style that is named.
    """
    from newslint.testing import run_example

    passed = failed = 0
    bare: list[Rule] = []
    for rule in rules:
        if not rule.examples and rule.by_configuration and rule.id not in names:
            bare.append(rule)
        elif not rule.examples:
            failed += 1
            stream.write(f"{rule.id}: it has no example, so nothing shows that it works\n\n")
        for example in rule.examples:
            try:
                run_example(rule, example, plugins.formats, owners or {})
                passed += 1
            except (AssertionError, NewslintError) as error:
                failed += 1
                stream.write(f"{error}\n\n")
    told = f", {failed} do not" if failed else ""
    if bare:
        one = len(bare) == 1
        told += f"; {len(bare)} {'rule has' if one else 'rules have'} none ({_groups_of(bare)})"
    stream.write(f"{passed} examples hold{told}.\n")
    return not failed and bool(passed or not bare)


def _groups_of(rules: Iterable[Rule]) -> str:
    """The styles, or else the topics, that rules are of."""
    groups = {f"{rule.topic}/{rule.style_name}" if rule.style_name else rule.topic for rule in rules}
    return ", ".join(sorted(groups)[:_MOST_GROUPS]) + ("…" if len(groups) > _MOST_GROUPS else "")


class Counted(NamedTuple):
    """How many hits a rule had in how many stories."""

    stories: int
    hits: int


def _evidence(rules: Sequence[Rule], counts: Sequence[Counted], wrong: int, *, write: bool) -> None:
    """Show what a reader found of the hits of one rule, and write it into the rule's file."""
    from newslint.commands._evidence import edited, write_evidence

    if len(rules) != 1:
        raise NewslintError("--wrong tells of the hits of one rule: name just that one")
    said = edited(*counts[0], wrong)
    if write:
        write_evidence(rules[0], said)
        print(f"wrote to {showable(rules[0].origin)}:")
    print(f"evidence:\n  edited: {said}")


def on_corpus(workspace: Workspace, rules: Sequence[Rule], folder: str, show: int, stream: IO[str]) -> list[Counted]:
    """Count the hits of rules in the stories below a folder, and write some of each for reading."""
    from newslint.reporters.human import count
    from newslint.run import run

    only = workspace.only(rules)
    report = run.check(run.Request(only, cache=False, jobs=1), [folder]).report
    entries = list(report.entries)
    counts = []
    for rule in rules:
        hits = [entry for entry in entries if entry.rule == rule.id]
        stories = len({entry.place.path for entry in hits})
        stream.write(f"{rule.id}: {count(len(hits), 'hit', 'hits')} in {stories} of {report.stories} stories\n")
        counts.append(Counted(report.stories, len(hits)))
        step = max(1, len(hits) // show) if show else 1
        for entry in hits[::step][:show]:
            stream.write(f"  {_line(entry)}\n")
    return counts


def _line(entry: Entry) -> str:
    at = entry.place
    words = " ".join(at.match.split())
    frame = entry.frame
    if frame and entry.frame:
        start, end = frame.mark
        words = f"{frame.text[:start]}⟦{frame.text[start:end]}⟧{frame.text[end:]}".strip()
    return showable(f"{at.path}:{at.start.line}: {words}")


COMMAND = Command("run rules' own examples, or try them on a folder", _ARGUMENTS, test, place=6)
