"""The command line: arguments in, exit code out; everything else is imported on demand."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections.abc import Iterator, Sequence
from typing import IO, TYPE_CHECKING

from newslint.errors import NewslintError, near_miss
from newslint.version import __version__

if TYPE_CHECKING:
    from newslint.finding import Report
    from newslint.pack import Pack
    from newslint.rule import Rule
    from newslint.run import Desk

CLEAN, FOUND, FAILED = 0, 1, 2
STDIN = "-"


def main(argv: Sequence[str] | None = None) -> int:
    """Run newslint; gives the exit code: 0 nothing found, 1 findings, 2 could not do the job."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    arguments = parser().parse_args(argv)
    try:
        result: int = arguments.run(arguments)
        sys.stdout.flush()
    except NewslintError as error:
        print(f"newslint: {error}", file=sys.stderr)
        return FAILED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader went away: say nothing more
        return FAILED
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        if os.environ.get("NEWSLINT_DEBUG"):
            raise
        _own_fault(error)
        return FAILED
    return result


def _own_fault(error: Exception) -> None:
    """What to paste into a report of a fault in newslint itself."""
    import platform
    from traceback import extract_tb

    last = extract_tb(error.__traceback__)[-1]
    print(
        f"newslint: this is a fault of newslint {__version__} itself: {type(error).__name__}: {error}\n"
        f"  at {os.path.basename(last.filename)}:{last.lineno} in {last.name}, Python {platform.python_version()}\n"
        "  please report these lines; NEWSLINT_DEBUG=1 shows the whole trace",
        file=sys.stderr,
    )


def parser() -> argparse.ArgumentParser:
    """The argument parser, with every command."""
    top = argparse.ArgumentParser(
        prog="newslint",
        formatter_class=_Help,
        description="Checks news stories for style and consistency. It sends nothing anywhere.",
        epilog="Exit code: 0 nothing found, 1 findings, 2 newslint could not do its job.",
    )
    top.add_argument("--version", action=_Version, nargs=0, help="print the version, and those of plugins")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND", prog="newslint")
    common = argparse.ArgumentParser(add_help=False, formatter_class=_Help)
    common.add_argument("--config", default="", metavar="FILE", help="use this file, not the nearest newslint.yaml")
    common.add_argument("--no-cache", action="store_true", help="work everything out anew")

    def command(name: str, said: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, parents=[common], formatter_class=_Help, help=said)

    _check_parser(command("check", "check stories"))

    show = command("show", "show how stories are read: zones, quotations, people")
    show.add_argument("paths", nargs="+", metavar="PATH", help="stories or folders; - is standard input")
    show.add_argument("--format", default="human", choices=("human", "json"))
    show.add_argument("--stdin-name", default="stdin.txt", metavar="PATH", help="the name standard input goes by")
    show.set_defaults(run=_show)

    explain = command("explain", "explain a rule")
    explain.add_argument("rule", metavar="RULE")
    explain.set_defaults(run=_explain)

    rules = command("rules", "list the rules")
    rules.add_argument("--for", dest="path", default="", metavar="PATH", help="as they are set for this story")
    rules.add_argument("--format", default="human", choices=("human", "json"))
    rules.set_defaults(run=_rules)

    test = command("test", "run rules' own examples, or try them on a folder")
    test.add_argument("rules", nargs="*", metavar="RULE", help="rules, topics or rule files (default: all rules)")
    test.add_argument("--corpus", default="", metavar="DIR", help="count and show their hits in these stories")
    test.add_argument("--show", type=int, default=20, metavar="N", help="how many hits to show (default 20)")
    test.set_defaults(run=_test)

    init = command("init", "write a newslint.yaml with comments")
    init.add_argument("folder", nargs="?", default=".", metavar="FOLDER")
    init.add_argument("--style", default="", metavar="STYLE", help="a house style to begin from")
    init.set_defaults(run=_init)

    plugins = command("plugins", "list the plugins with their versions")
    plugins.set_defaults(run=_plugins)
    return top


def _check_parser(check: argparse.ArgumentParser) -> None:
    add = check.add_argument
    add(
        "paths", nargs="*", default=["."], metavar="PATH", help="stories or folders (default: .); - is standard input"
    )
    add(
        "--select",
        type=_names,
        default=(),
        metavar="RULES",
        help="run only these rules or topics, even those that are off",
    )
    add("--ignore", type=_names, default=(), metavar="RULES", help="leave out these rules or topics")
    add("--min-confidence", choices=("low", "medium", "high"), help="show findings of at least this (default medium)")
    add("--fail-on", choices=("note", "warning", "error"), help="exit with 1 at findings of at least this severity")
    add("--format", default="human", metavar="FORMAT", help="human (default), json, github, or a plugin's")
    add("--output", default="", metavar="FILE", help="write the report to this file")
    add(
        "--corpus", action="store_true", help="also run the rules that need all stories, on all that `stories:` names"
    )
    add("--force-exclude", action="store_true", help="skip named files that the configuration leaves out")
    add("--stdin-name", default="stdin.txt", metavar="PATH", help="the name standard input goes by")
    add("--statistics", action="store_true", help="count the findings by rule instead of showing them")
    add("--exit-zero", action="store_true", help="exit with 0 even where there are findings")
    check.set_defaults(run=_check)


class _Help(argparse.HelpFormatter):
    """Help as wide as the terminal; argparse asks shutil, which imports every kind of archive."""

    def __init__(self, prog: str) -> None:
        try:
            columns = int(os.environ.get("COLUMNS", "0")) or os.get_terminal_size().columns
        except (OSError, ValueError):
            columns = 80
        super().__init__(prog, width=columns - 2)


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object, **__: object) -> None:
        from newslint import plugins

        print(f"newslint {__version__}")
        for plugin in plugins.installed():
            print(f"  plugin {plugin.name} {plugin.version}")
        parser.exit()


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _desk(arguments: argparse.Namespace) -> Desk:
    from newslint import plugins
    from newslint.profile import Settings
    from newslint.run import Desk

    settings = Settings(
        getattr(arguments, "select", ()),
        getattr(arguments, "ignore", ()),
        getattr(arguments, "min_confidence", None),
        getattr(arguments, "fail_on", None),
    )
    return Desk(plugins.load(), settings, arguments.config)


def _check(arguments: argparse.Namespace) -> int:
    from newslint import run

    desk = _desk(arguments)
    write = desk.plugins.reporters.get(arguments.format)
    if write is None:
        hint = near_miss(arguments.format, desk.plugins.reporters)
        raise NewslintError(f"unknown report format “{arguments.format}”", hint=hint)
    if arguments.paths == [STDIN]:
        report = run.check_bytes(desk, sys.stdin.buffer.read(), arguments.stdin_name)
    else:
        report = run.check(desk, arguments.paths, corpus=arguments.corpus, force_exclude=arguments.force_exclude)
    with _output(arguments.output) as stream:
        if arguments.statistics:
            _statistics(report, stream)
        else:
            write(report, stream)
    code = run.verdict(desk, report)
    return CLEAN if code == FOUND and arguments.exit_zero else code


@contextlib.contextmanager
def _output(path: str) -> Iterator[IO[str]]:
    """Standard output, or a file that appears whole or not at all."""
    if not path:
        yield sys.stdout
        return
    part = f"{path}.part"
    try:
        with open(part, "w", encoding="utf-8", newline="\n") as stream:
            yield stream
        os.replace(part, path)
    except OSError as error:
        raise NewslintError(f"the report cannot be written: {error.strerror}", path) from None


def _statistics(report: Report, stream: IO[str]) -> None:
    from collections import Counter

    from newslint.reporters.human import summary

    counts = Counter((entry.rule, entry.severity) for entry in report.entries)
    for (rule, severity), number in counts.most_common():
        stream.write(f"{number:7,}  {rule} ({severity})\n")
    stream.write(summary(report) + "\n")


def _show(arguments: argparse.Namespace) -> int:
    from newslint import run, showing

    data = sys.stdin.buffer.read() if arguments.paths == [STDIN] else None
    desk = _desk(arguments)
    if data is None:
        stories, failures = run.read_stories(desk, arguments.paths)
    else:
        stories, failures = run.read_bytes(desk, data, arguments.stdin_name)
    showing.write(stories, failures, sys.stdout, arguments.format)
    return FAILED if failures else CLEAN


def _pack(desk: Desk) -> Pack:
    from pathlib import Path

    return desk.config(Path.cwd()).pack


def _rule(pack: Pack, name: str) -> Rule:
    rule_id = pack.aliases.get(name, name)
    if rule_id not in pack.rules:
        raise NewslintError(f"unknown rule “{name}”", hint=near_miss(name, pack.rules))
    return pack.rules[rule_id]


def _explain(arguments: argparse.Namespace) -> int:
    from newslint import docs

    pack = _pack(_desk(arguments))
    rule = _rule(pack, arguments.rule)
    print("\n".join(docs.rule_page(rule, pack.owners.get(rule.id))))
    return CLEAN


def _rules(arguments: argparse.Namespace) -> int:
    from newslint import docs

    desk = _desk(arguments)
    if arguments.path:
        config = desk.config_of(arguments.path)
        active = {rule.id: rule for rule in config.profile(arguments.path).rules}
        listed = [(active.get(rule.id, rule), rule.id in active) for rule in config.pack.rules.values()]
    else:
        listed = [(rule, rule.default) for rule in _pack(desk).rules.values()]
    if arguments.format == "json":
        import json

        data = [docs.as_data(rule, on) for rule, on in sorted(listed, key=lambda pair: pair[0].id)]
        print(json.dumps({"schema": 1, "rules": data}, ensure_ascii=False, indent=1))
    else:
        print("\n".join(docs.rule_list(listed)))
    return CLEAN


def _test(arguments: argparse.Namespace) -> int:
    from newslint import trying

    desk = _desk(arguments)
    rules = trying.chosen(_pack(desk), arguments.rules, desk.plugins)
    if arguments.corpus:
        trying.on_corpus(desk, rules, arguments.corpus, arguments.show, sys.stdout)
        return CLEAN
    return CLEAN if trying.examples(rules, desk.plugins, sys.stdout) else FOUND


def _init(arguments: argparse.Namespace) -> int:
    from newslint import adopting

    path = adopting.write_config(arguments.folder, arguments.style)
    print(f"wrote {path}; now try: newslint check {arguments.folder}")
    return CLEAN


def _plugins(arguments: argparse.Namespace) -> int:
    from newslint import plugins

    loaded = plugins.load()
    if not loaded.found:
        print("no plugins are installed")
    for plugin in loaded.found:
        brought = sum(1 for owner, _ in (*loaded.rule_classes, *loaded.rule_paths) if owner == plugin)
        print(f"{plugin.name} {plugin.version} ({plugin.module}): {brought} rules or rule files")
    return CLEAN


if __name__ == "__main__":
    sys.exit(main())
