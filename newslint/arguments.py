"""What may stand on the command line: every command with its arguments and what help says of them."""

from __future__ import annotations

import argparse
import os

from newslint.base.version import __version__

# newslint's own reporters (a test holds this to the files in reporters/), the one for people first
FORMATS = (
    *("human", "checkstyle", "github", "gitlab", "html", "json", "jsonl", "junit", "markdown", "rdjson", "sarif"),
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
    common.add_argument("--no-cache", action="store_true", help="do not use what is remembered of unchanged stories")

    def command(name: str, said: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, parents=[common], formatter_class=_Help, help=said)

    check = command("check", "check stories")
    check.add_argument(
        "paths", nargs="*", default=["."], metavar="PATH", help="stories or folders (default: .); - is standard input"
    )
    check.add_argument("--fix", action="store_true", help="mend what is safe to mend, and report what is left")
    check.add_argument(
        "--add-ignore", metavar="REASON", help="write into the stories that all that is found now is to be ignored"
    )
    _check_arguments(check)

    fix = command("fix", "mend stories, and report what is left: check --fix")
    said = "stories or folders; - mends standard input to standard output"
    fix.add_argument("paths", nargs="+", metavar="PATH", help=said)
    fix.set_defaults(fix=True, add_ignore=None)
    _check_arguments(fix)

    show = command("show", "show how stories are read: zones, quotations, people")
    show.add_argument("paths", nargs="+", metavar="PATH", help="stories or folders; - is standard input")
    show.add_argument("--format", default="human", choices=("human", "json"))
    show.add_argument("--stdin-name", default="stdin.txt", metavar="PATH", help="the name standard input goes by")
    show.set_defaults(run="show")

    explain = command("explain", "explain a rule")
    explain.add_argument("rule", metavar="RULE")
    explain.set_defaults(run="explain")

    rules = command("rules", "list the rules")
    rules.add_argument("--for", dest="path", default="", metavar="PATH", help="as they are set for this story")
    rules.add_argument("--format", default="human", choices=("human", "json"))
    rules.set_defaults(run="rules")

    test = command("test", "run rules' own examples, or try them on a folder")
    test.add_argument("rules", nargs="*", metavar="RULE", help="rules, topics or rule files (default: all rules)")
    test.add_argument("--corpus", default="", metavar="DIR", help="count and show their hits in these stories")
    test.add_argument("--show", type=int, default=20, metavar="N", help="how many hits to show (default 20)")
    test.set_defaults(run="test")

    stats = command("stats", "count what is in the baseline, by rule, desk and month")
    stats.add_argument("path", nargs="?", default=".", metavar="PATH", help="only of the stories here (default: .)")
    stats.add_argument("--format", default="human", choices=("human", "json"))
    stats.set_defaults(run="stats")

    init = command("init", "look at a repository and write its newslint.yaml, with comments")
    init.add_argument("folder", nargs="?", default=".", metavar="FOLDER")
    init.add_argument("--style", default="", metavar="STYLE", help="a house style to begin from")
    said = "which files are stories, as patterns with commas between them (default: where they were found)"
    init.add_argument("--stories", type=_names, default=(), metavar="PATTERNS", help=said)
    said = "add newslint's hook to .pre-commit-config.yaml"
    init.add_argument("--pre-commit", action=argparse.BooleanOptionalAction, default=None, help=said)
    init.add_argument("--yes", "-y", action="store_true", help="ask nothing, take what was found")
    init.set_defaults(run="init")

    learn = command("learn", "write the names in an archive to a file that `names:` in newslint.yaml can name")
    learn.add_argument("paths", nargs="+", metavar="PATH", help="stories or folders")
    learn.add_argument(
        "--output",
        default="newslint-names.yaml",
        metavar="FILE",
        help="the file to write, or to bring up to date: what you changed in it stays (default newslint-names.yaml)",
    )
    learn.add_argument("--least", type=int, default=3, metavar="N", help="stories that must have a name (default 3)")
    learn.add_argument("--jobs", type=int, default=0, metavar="N", help="processes to use (default: as many as pay)")
    learn.set_defaults(run="learn")

    completion = command("completion", "print what makes a shell complete newslint's commands and options")
    completion.add_argument("shell", choices=("bash", "zsh", "fish"))
    completion.set_defaults(run="completion")

    clean = command("clean", "remove what newslint remembers of unchanged stories")
    clean.add_argument("folder", nargs="?", default=".", metavar="FOLDER")
    clean.set_defaults(run="clean")

    schema = command("schema", "print a JSON Schema, by which editors help with newslint's YAML files")
    schema.add_argument("of", choices=("config", "rules", "names"), help="newslint.yaml, rule or names files")
    schema.set_defaults(run="schema")

    plugins = command("plugins", "list the plugins with their versions")
    plugins.set_defaults(run="plugins")
    return top


def _check_arguments(check: argparse.ArgumentParser) -> None:
    """What `check` and `fix` both take."""
    add = check.add_argument
    add("--unsafe", action="store_true", help="mend also what newslint only offers to change: read it afterwards")
    add("--diff", action="store_true", help="show as a diff what would be mended; write nothing, exit with 1 if any")
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
    add("--format", default="human", metavar="FORMAT", help=f"{', '.join(FORMATS)}, or a plugin's")
    add("--output", default="", metavar="FILE", help="write the report to this file")
    add(
        "--corpus", action="store_true", help="also run the rules that need all stories, on all that `stories:` names"
    )
    add("--force-exclude", action="store_true", help="skip named files that the configuration leaves out")
    add("--stdin-name", default="stdin.txt", metavar="PATH", help="the name standard input goes by")
    add("--statistics", action="store_true", help="count the findings by rule instead of showing them")
    add("--quiet", "-q", action="store_true", help="nothing but findings: no closing count, no hints")
    add("--verbose", "-v", action="store_true", help="say which configuration holds and what was looked up")
    add("--color", default="auto", choices=("auto", "always", "never"), help="colour (auto: on a terminal)")
    add("--jobs", type=int, default=0, metavar="N", help="processes to use (default: as many as pay)")
    add("--exit-zero", action="store_true", help="exit with 0 even where there are findings")
    _adopting(check)
    check.set_defaults(run="check")


def _adopting(check: argparse.ArgumentParser) -> None:
    """Options that keep what is known, and what is old, out of the report."""
    add = check.add_argument
    said = "keep all that is found now in newslint-baseline.json; from then on only what is new is reported"
    add("--write-baseline", action="store_true", help=said)
    said = "take out of newslint-baseline.json what these stories no longer have"
    add("--prune-baseline", action="store_true", help=said)
    add("--no-baseline", action="store_true", help="report also what is in newslint-baseline.json")
    add(
        "--changed",
        nargs="?",
        const="",
        metavar="REF",
        help="report only on lines that changed since a commit, or since a branch left REF (default: the last commit;"
        " under pre-commit what is staged). Rules over several stories run only with --corpus",
    )
    add("--staged", action="store_true", help="with --changed: check what is staged, not what lies on disk")


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
        from newslint.base.environment import installed

        print(f"newslint {__version__}")
        for plugin in installed():
            print(f"  plugin {plugin.name} {plugin.version}")
        parser.exit()


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())
