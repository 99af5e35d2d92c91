"""The eight hooks of a newslint plugin. Each is called once per process, never per story.

A plugin is a module named in the entry-point group `newslint`; it implements what it needs with
`from newslint import hookimpl`. Import what is heavy inside the hook. `newslint_api = 1` in it says which version of
these hooks, and of the names that newslint exports, it was written for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import pluggy

from newslint.base.typed import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from os import PathLike

    from newslint.formats import Format
    from newslint.kinds.base import KindRule
    from newslint.model.finding import Report
    from newslint.model.rule import Rule
    from newslint.model.rule_source import RuleSource
    from newslint.model.story import Analysis

hookspec = pluggy.HookspecMarker("newslint")
hookimpl = pluggy.HookimplMarker("newslint")


@hookspec
def register_rules() -> Iterable[type[Rule]]:  # type: ignore[empty-body]
    """Rules in Python: `Rule` and `CorpusRule` classes. A plugin's ids begin with its name: `acme/slug`."""


@hookspec
def register_rule_files() -> Iterable[str | PathLike[str]]:  # type: ignore[empty-body]
    """Rules in YAML: files, or folders in which every `*.yaml` below is one."""


@hookspec
def register_rule_sources() -> Mapping[str, RuleSource]:  # type: ignore[empty-body]
    """Rules that a configuration asks for by a key of its own, as `vale:` does, by that key: the plugin's name."""


@hookspec
def register_kinds() -> Mapping[str, type[KindRule]]:  # type: ignore[empty-body]
    """Kinds of YAML rule, by the word that `kind:` takes."""


@hookspec
def register_formats() -> Iterable[Format]:  # type: ignore[empty-body]
    """Story formats; for a file-name ending that two formats claim, the plugin's wins."""


@hookspec
def register_analyses() -> Iterable[Analysis[Any]]:  # type: ignore[empty-body]
    """Analyses; one with the name of a built-in (`quotes`, `mentions`…) replaces it."""


@hookspec
def register_styles() -> Mapping[str, str | PathLike[str]]:  # type: ignore[empty-body]
    """House styles by name: YAML files of the same schema as newslint.yaml."""


@hookspec
def register_reporters() -> Mapping[str, Callable[[Report, IO[str]], None]]:  # type: ignore[empty-body]
    """Report formats by the name that `--format` takes: each writes a report to a text stream."""
