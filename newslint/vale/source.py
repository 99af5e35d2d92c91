"""`vale:` in newslint.yaml: which styles, where they lie, with which vocabularies; and the rules that it asks for."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence

from newslint.base.schema import ListOf, Record, Shape, Text, Where
from newslint.base.typed import Any
from newslint.model.rule import Rule
from newslint.model.rule_source import Beside

_NAMES = ListOf(Text(), single=True)
_SHAPE = Record({
    "styles-path": Text().described("The folder with a folder for each style, as Vale's StylesPath."),
    "based-on": ListOf(Text(), single=True, least=1).described("The styles whose rules are on."),
    "vocab": _NAMES.described("Vocabularies below the styles: words that are accepted, and words that are not."),
    "without": _NAMES.described("Rule files that are not read, such as Style.Rule: those that newslint cannot run."),
    "in-quotes": Text(("both", "skip", "only")).described("Whether its rules see quotations; Vale does."),
    "min-alert-level": Text(("suggestion", "warning", "error")).described("Rules below this level are not read."),
    "word-template": Text().described("The pattern round tokens that are words; %s stands for them."),
}, ("styles-path", "based-on")).described("Rules of Vale's styles, which run unchanged.")  # fmt: skip


class ValeSource:
    """Rules from the folders of Vale's styles."""

    shape: Shape = _SHAPE

    def rules(self, value: Mapping[str, Any], where: Where, beside: Beside) -> Sequence[Rule]:
        """The rules of the styles; raises ConfigError or RuleError with file, line and what to do."""
        from newslint.vale.styles import rules_of  # here: few houses have such styles

        return rules_of(value, where, beside)

    def folders(self, value: Any, folder: str) -> Iterator[str]:
        """The folder of the styles, in which Vale's packages have pages and lists of words."""
        if isinstance(value, Mapping) and isinstance(value.get("styles-path"), str):
            yield os.path.join(folder, value["styles-path"])

    def files(self, value: Any, folder: str) -> Iterator[str]:
        """The files and folders that the rules rest on."""
        from newslint.vale.style_files import files_of

        return files_of(value, folder)
