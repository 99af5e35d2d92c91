"""What each command does: arguments in, exit code out; what a command needs is imported when it runs."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterator
from typing import IO, TYPE_CHECKING

from newslint.base.errors import NewslintError, near_miss

if TYPE_CHECKING:
    import argparse

    from newslint.config.settings import Settings
    from newslint.engine.workspace import Workspace
    from newslint.model.finding import Report
    from newslint.model.rule import Rule
    from newslint.rulebook.pack import Pack
    from newslint.run.baseline import Baselines
    from newslint.run.fix_stories import Round
    from newslint.run.run import Checked, Request

    Write = Callable[[Report, IO[str]], None]

CLEAN, FOUND, FAILED = 0, 1, 2
STDIN = "-"


def _settings(arguments: argparse.Namespace) -> Settings:
    from newslint.config.settings import Settings

    return Settings(
        getattr(arguments, "select", ()),
        getattr(arguments, "ignore", ()),
        getattr(arguments, "min_confidence", None),
        getattr(arguments, "fail_on", None),
    )


def _workspace(arguments: argparse.Namespace) -> Workspace:
    from newslint.engine.workspace import Workspace
    from newslint.rulebook.plugins import load

    return Workspace(load(), _settings(arguments), arguments.config)


def _reporter(name: str) -> Write:
    """A reporter by name; newslint's own without loading plugins."""
    from newslint.base.environment import HERE

    own = os.path.join(HERE, "reporters", f"{name}.py")
    if name.isidentifier() and os.path.exists(own):
        from importlib import import_module

        write: Write | None = getattr(import_module(f"newslint.reporters.{name}"), "write", None)
        if write:
            return write
    from newslint.rulebook.plugins import load

    reporters = load().reporters
    if name not in reporters:
        raise NewslintError(f"unknown report format “{name}”", hint=near_miss(name, sorted(reporters)))
    return reporters[name]


def check(arguments: argparse.Namespace) -> int:
    """Check stories and write the report. Gives the exit code."""
    from newslint.run import run

    write = _reporter(arguments.format)
    request = run.Request(
        _settings(arguments),
        arguments.config,
        arguments.corpus,
        arguments.force_exclude,
        not arguments.no_cache,
        arguments.jobs,
    )
    if arguments.write_baseline or arguments.prune_baseline:
        return _keep_baseline(arguments, request)
    request, known = _screened(arguments, request)
    if arguments.fix or arguments.diff:
        return _fix(arguments, request, write)
    if arguments.unsafe:
        raise NewslintError("--unsafe goes with --fix or --diff")
    if arguments.add_ignore is not None:
        return _add_ignores(arguments, request, write)
    if arguments.paths == [STDIN]:
        checked = run.check_bytes(request, sys.stdin.buffer.read(), arguments.stdin_name)
    else:
        checked = run.check(request, arguments.paths)
    code = _written(arguments, checked, write)
    if known and arguments.format == "human" and not (arguments.output or getattr(arguments, "quiet", False)):
        _said_of_baseline(arguments, request, known)
    return code


def _written(arguments: argparse.Namespace, checked: Checked, write: Write, stream: IO[str] | None = None) -> int:
    """Write the report where it is asked for (or to `stream`). Gives the exit code."""
    from newslint.model.finding import Look

    report = checked.report._replace(look=Look(arguments.color, arguments.quiet))
    with _output(arguments.output, stream) as out:
        if arguments.statistics:
            from newslint.commands._statistics import write_counts

            write_counts(report, out, arguments.format)
        else:
            write(report, out)
    if arguments.verbose:
        _tell(checked)
    return CLEAN if checked.code == FOUND and arguments.exit_zero else checked.code


def _fix(arguments: argparse.Namespace, request: Request, write: Write) -> int:
    """Mend stories, or show as a diff what that would change, and report what is left. Gives the exit code."""
    from newslint.run import fix_stories

    if arguments.add_ignore is not None:
        raise NewslintError("--add-ignore and --fix are two steps: fix first, then see what to ignore")
    by_stdin = arguments.paths == [STDIN]
    if by_stdin:
        data = sys.stdin.buffer.read()
        try:
            done = fix_stories.fix_stdin(request, data, arguments.stdin_name, offers=arguments.unsafe)
        except NewslintError:
            if not arguments.diff:
                _put(data)  # whoever takes the answer for the story shall not lose it
            raise
    else:
        done = fix_stories.fix_paths(request, arguments.paths, offers=arguments.unsafe, write=not arguments.diff)
    if arguments.diff:
        return _diff(arguments, done)
    if by_stdin:
        _put(done.mendings[0].new)
    apart = by_stdin or arguments.output or arguments.format != "human"
    (sys.stderr if apart else sys.stdout).writelines(fix_stories.said_of(done.mendings))
    return _written(arguments, done.checked, write, sys.stderr if by_stdin else None)


def _diff(arguments: argparse.Namespace, done: Round) -> int:
    """Write what would change as a unified diff. Gives the exit code: 1 where anything would."""
    from newslint.run import fix_stories

    with _output(arguments.output) as stream:
        stream.writelines(fix_stories.diff(done.mendings))
    sys.stderr.writelines(fix_stories.said_of(done.mendings, "would fix"))
    for failure in done.checked.report.failures:
        print(f"newslint: {failure.path}: {failure.message}", file=sys.stderr)
    if done.checked.report.failures:
        return FAILED
    return FOUND if any(each.changes for each in done.mendings) and not arguments.exit_zero else CLEAN


def _add_ignores(arguments: argparse.Namespace, request: Request, write: Write) -> int:
    """Write ignores for what is found, and report what is left. Gives the exit code."""
    from newslint.run import add_ignores

    if STDIN in arguments.paths:
        raise NewslintError("--add-ignore writes into files: name them in the place of -")
    done = add_ignores.add_ignores(request, arguments.paths, arguments.add_ignore)
    apart = arguments.output or arguments.format != "human"
    (sys.stderr if apart else sys.stdout).writelines(add_ignores.told(done))
    return _written(arguments, done.round.checked, write)


def _put(data: bytes) -> None:
    """Write bytes to standard output as they are."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def _screened(arguments: argparse.Namespace, request: Request) -> tuple[Request, Baselines | None]:
    """The request with what holds findings back, and the baselines; paths are told from the ref of `--changed`."""
    from newslint.run.baseline import Baselines

    known = None if arguments.no_baseline else Baselines(arguments.config)
    if known:
        request = request._replace(screens=(known,))
    if arguments.staged and (arguments.changed is None or arguments.fix or arguments.diff):
        raise NewslintError("--staged goes with --changed, and not with mending: that writes what lies on disk")
    if arguments.changed is None:
        return request, known
    if arguments.paths == [STDIN]:
        raise NewslintError("--changed asks git about files, not about standard input")
    from newslint.run import changes

    ref, arguments.paths = changes.ref_and_paths(arguments.changed, arguments.paths)
    changed = changes.Changes(changes.against(ref, staged=arguments.staged))
    return request._replace(screens=(changed, *request.screens), changes=changed), known


def _keep_baseline(arguments: argparse.Namespace, request: Request) -> int:
    """Write or prune the baseline. Gives the exit code."""
    from newslint.run import baseline_update

    both = arguments.write_baseline and arguments.prune_baseline
    if both or arguments.fix or arguments.diff:
        raise NewslintError("--write-baseline and --prune-baseline stand alone: they report and mend nothing")
    baseline_update.refuse(request, arguments.changed is not None or arguments.staged, STDIN in arguments.paths)
    done = (baseline_update.write if arguments.write_baseline else baseline_update.prune)(request, arguments.paths)
    print("\n".join(baseline_update.told(done)))
    for failure in done.failures:
        print(f"newslint: {failure.path}: {failure.message}", file=sys.stderr)
    return FAILED if done.failures else CLEAN


def _said_of_baseline(arguments: argparse.Namespace, request: Request, known: Baselines) -> None:
    """Say how much the baseline held back; with the statistics, how much of it is needed no longer."""
    if known.hidden:
        said = "1 known finding is" if known.hidden == 1 else f"{known.hidden:,} known findings are"
        print(f"{said} in the baseline and not shown (--no-baseline shows all).")
    if not arguments.statistics or request.changes or request.settings.min_confidence or arguments.paths == [STDIN]:
        return
    from newslint.run import baseline_update

    number = baseline_update.no_longer_needed(request, arguments.paths, known)
    if number:
        said = "1 finding in the baseline is" if number == 1 else f"{number:,} findings in the baseline are"
        print(f"{said} no longer there: newslint check --prune-baseline takes out what is mended.")


def stats(arguments: argparse.Namespace) -> int:
    """Count what is in the baseline. Gives the exit code."""
    from newslint.run import baseline_update

    baseline_update.print_stats(baseline_update.stats(arguments.path, arguments.config), sys.stdout, arguments.format)
    return CLEAN


def clean(arguments: argparse.Namespace) -> int:
    """Remove what newslint remembers. Gives the exit code."""
    from newslint.run.cache_files import clean as remove

    found = remove(arguments.folder)
    print(f"removed {found} {'cache' if found == 1 else 'caches'}")
    return CLEAN


@contextlib.contextmanager
def _output(path: str, otherwise: IO[str] | None = None) -> Iterator[IO[str]]:
    """A file that appears whole or not at all; without a path `otherwise`, or standard output."""
    if not path:
        yield otherwise or sys.stdout
        return
    if os.path.exists(path) and not os.path.isfile(path):  # /dev/null, a pipe: not to be replaced by a file
        with open(path, "w", encoding="utf-8", newline="\n") as stream:
            yield stream
        return
    part = f"{path}.part"
    try:
        # a file's name may hold bytes that are no UTF-8
        with open(part, "w", encoding="utf-8", errors="replace", newline="\n") as stream:
            yield stream
        os.replace(part, path)
    except OSError as error:
        raise NewslintError(f"the report cannot be written: {error.strerror}", path) from None


def _tell(checked: Checked) -> None:
    """Say on standard error what a run went by."""
    import platform
    import time

    from newslint.base.environment import chosen
    from newslint.base.version import __version__
    from newslint.reporters.human import count

    plugins = "".join(f", plugin {plugin.name} {plugin.version}" for plugin in chosen())
    configs = [os.path.relpath(path) for path in checked.configs if path]
    lines = [f"newslint {__version__}, Python {platform.python_version()}{plugins}"]
    lines += [f"configuration: {path}" for path in configs] or ["no newslint.yaml: every setting is newslint's own"]
    stories = count(checked.report.stories, "story", "stories")
    lines.append(f"{stories}, {checked.known:,} of them unchanged and not checked again")
    lines.append(f"{time.process_time():.2f} s of this process")
    sys.stderr.writelines(f"newslint: {line}\n" for line in lines)


def completion(arguments: argparse.Namespace) -> int:
    """Print a shell's completion. Gives the exit code."""
    from newslint.commands import _completion as shells

    sys.stdout.write(shells.script(arguments.shell))
    return CLEAN


def show(arguments: argparse.Namespace) -> int:
    """Show how stories are read. Gives the exit code."""
    from newslint.commands import _show as showing

    data = sys.stdin.buffer.read() if arguments.paths == [STDIN] else None
    workspace = _workspace(arguments)
    if data is None:
        stories, failures = showing.read_stories(workspace, arguments.paths)
    else:
        stories, failures = showing.read_one(workspace, data, arguments.stdin_name)
    showing.write(stories, failures, sys.stdout, arguments.format)
    return FAILED if failures else CLEAN


def _pack(workspace: Workspace) -> Pack:
    return workspace.config("").pack


def _rule(pack: Pack, name: str) -> Rule:
    rule_id = pack.aliases.get(name, name)
    if rule_id not in pack.rules:
        raise NewslintError(f"unknown rule “{name}”", hint=near_miss(name, pack.rules))
    return pack.rules[rule_id]


def explain(arguments: argparse.Namespace) -> int:
    """Print a rule's page. Gives the exit code."""
    from newslint.rulebook import rule_pages

    pack = _pack(_workspace(arguments))
    rule = _rule(pack, arguments.rule)
    print("\n".join(rule_pages.rule_page(rule, pack.owners.get(rule.id))))
    return CLEAN


def rules(arguments: argparse.Namespace) -> int:
    """List the rules. Gives the exit code."""
    from newslint.rulebook import rule_pages

    workspace = _workspace(arguments)
    if arguments.path:
        config = workspace.config_of(arguments.path)
        active = {rule.id: rule for rule in config.profile(arguments.path).rules}
        listed = [(active.get(rule.id, rule), rule.id in active) for rule in config.pack.rules.values()]
    else:
        listed = [(rule, rule.default) for rule in _pack(workspace).rules.values()]
    if arguments.format == "json":
        import json

        data = [rule_pages.as_data(rule, on) for rule, on in sorted(listed, key=lambda pair: pair[0].id)]
        print(json.dumps({"schema": 1, "rules": data}, ensure_ascii=False, indent=1))
    else:
        print("\n".join(rule_pages.rule_list(listed)))
    return CLEAN


def test(arguments: argparse.Namespace) -> int:
    """Run rules' examples, or try rules on a folder. Gives the exit code."""
    from newslint.commands import _test as trying

    workspace = _workspace(arguments)
    rules = trying.chosen(_pack(workspace), arguments.rules, workspace.plugins)
    if arguments.corpus:
        trying.on_corpus(workspace, rules, arguments.corpus, arguments.show, sys.stdout)
        return CLEAN
    return CLEAN if trying.examples(rules, workspace.plugins, sys.stdout) else FOUND


def learn(arguments: argparse.Namespace) -> int:
    """Write the names of an archive. Gives the exit code."""
    from newslint.commands import _learn as learning
    from newslint.run import run

    request = run.Request(_settings(arguments), arguments.config, cache=not arguments.no_cache, jobs=arguments.jobs)
    found = learning.learn(arguments.paths, arguments.output, arguments.least, request)
    names, stories = "name" if found.names == 1 else "names", "story" if found.stories == 1 else "stories"
    print(f"{arguments.output}: {found.names:,} {names}, {found.new:,} of them new; read {found.stories:,} {stories}")
    if found.dropped:
        print(f"not learnt again, because they were deleted: {', '.join(found.dropped)}")
    for failure in found.failures:
        print(f"newslint: {failure.path}: {failure.message}", file=sys.stderr)
    return FAILED if found.failures else CLEAN


def init(arguments: argparse.Namespace) -> int:
    """Write a first newslint.yaml. Gives the exit code."""
    from newslint.commands import _init as adopting

    ask = input if sys.stdin.isatty() and not arguments.yes else None
    wishes = adopting.Wishes(arguments.style, arguments.stories, arguments.pre_commit)
    print("\n".join(adopting.init(arguments.folder, wishes, ask)))
    return CLEAN


def schema(arguments: argparse.Namespace) -> int:
    """Print the JSON Schema of a kind of file. Gives the exit code."""
    import json

    from newslint.config import json_schemas

    workspace = _workspace(arguments)
    if arguments.of == "config":
        found = json_schemas.config(_pack(workspace), workspace.plugins.styles)
    else:
        found = (
            json_schemas.rule_files(workspace.plugins.kinds) if arguments.of == "rules" else json_schemas.name_files()
        )
    print(json.dumps(found, ensure_ascii=False, indent=1))
    return CLEAN


def plugins(arguments: argparse.Namespace) -> int:
    """List the plugins. Gives the exit code."""
    from newslint.rulebook.plugins import load

    loaded = load()
    if not loaded.found:
        print("no plugins are installed")
    for plugin in loaded.found:
        brought = sum(1 for owner, _ in (*loaded.rule_classes, *loaded.rule_paths) if owner == plugin)
        print(f"{plugin.name} {plugin.version} ({plugin.module}): {brought} rules or rule files")
    return CLEAN
