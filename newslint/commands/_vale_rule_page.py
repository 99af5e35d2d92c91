"""The file of a rule that was one of Vale's: its keys, and examples that were tried before they are written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newslint.base.errors import NewslintError, RuleError
from newslint.base.schema import Where
from newslint.base.typed import Any
from newslint.base.yamltext import Document
from newslint.commands._yaml_text import listed, mapping, scalar
from newslint.formats import Format
from newslint.kinds.base import KindRule
from newslint.model.rule import Example
from newslint.testing import check_text, fix_text, run_example
from newslint.vale.conversion import Converted
from newslint.vale.convertible import Refused

_FRAMES = ("The desk found {} in this copy.", "Desk note, {}, end of note.", "{} was there.", "x {} x", "{}")
_RIGHT = (
    "The council met on Monday.", "A river runs north of town.", "Nina Berg paid him 30 euros.", "Dogs bark.", "x",
)  # fmt: skip
_MARKS = ("[[", "]]", "((", "))")
_MOST_TRIED = 12  # words of a rule


class Page:
    """The text of a rule's file; raises Refused where no example shows that it works."""

    def __init__(
        self, found: Converted, kinds: Mapping[str, type[KindRule]], formats: Mapping[str, Format], origin: str
    ) -> None:
        self._found = found
        self._formats = formats
        self._rule = _made(found.keys, kinds)
        self._origin = origin
        self.text = "\n".join(self._lines()) + "\n"

    def _lines(self) -> Iterator[str]:
        yield f"# Was Vale's rule {self._origin}; written by newslint convert-vale."
        for key, value in self._found.keys.items():
            if key == "swap":
                yield "swap:"
                for good, bad in value.items():
                    yield from listed(scalar(good), bad, "  ")
            elif isinstance(value, bool):
                yield f"{key}: {str(value).lower()}"
            elif isinstance(value, Mapping):
                yield f"{key}: {mapping(value)}"
            elif isinstance(value, list):
                yield from listed(key, value)
            else:
                yield f"{key}: {scalar(value)}"
        yield "examples:"
        for example in (self._bad(), self._good()):
            yield f"  - {example.verdict}: {scalar(example.text)}"
            if example.fixed is not None:
                yield f"    fixed: {scalar(example.fixed)}"

    def _bad(self) -> Example:
        """A text in which the rule finds a word of its own, and what it is after the fix."""
        words = [
            word for word in self._found.finds if not any(mark in word for mark in _MARKS) and word.isprintable()
        ]
        for word in sorted(words[:_MOST_TRIED], key=len)[:_MOST_TRIED]:
            for frame in _FRAMES:
                example = Example("bad", frame.format(f"[[{word}]]"))
                if self._holds(example):
                    fixed = example._replace(fixed=self._fixed(frame.format(word)))
                    return fixed if fixed.fixed is not None and self._holds(fixed) else example
        raise Refused("no example", "no example could be made that shows that it works")

    def _fixed(self, text: str) -> str | None:
        fixed = fix_text(self._rule, text, Example("good", text), self._formats)
        return fixed if fixed != text else None

    def _good(self) -> Example:
        """A text that is nearly wrong, or else one that is right."""
        words = [f"qq{word}qq" for word in self._found.finds[:3] if word[:1].isalnum() and word[-1:].isalnum()]
        nearly = [frame.format(word) for word in [*self._found.rights[:3], *words] for frame in _FRAMES[:2]]
        for text in [*nearly, *_RIGHT]:
            example = Example("good", text)
            if text.isprintable() and not check_text(self._rule, text, example, self._formats)[1]:
                return example
        raise Refused("no example", "it finds something in every text that was tried")

    def _holds(self, example: Example) -> bool:
        try:
            run_example(self._rule, example, self._formats)
        except (AssertionError, NewslintError):
            return False
        return True


def _made(keys: Mapping[str, Any], kinds: Mapping[str, type[KindRule]]) -> KindRule:
    """The rule itself; raises Refused where its kind does not take it."""
    kind = kinds[keys["kind"]]
    common = {key: keys[key] for key in ("id", "topic", "severity", "message")}
    common |= {"zones": tuple(keys["zones"]), "in_quotes": keys["in-quotes"], "fix": keys.get("fix")}
    own = {key: keys[key] for key in kind.keys if key in keys}
    try:
        return kind.build(own, common, Where("", Document(keys, {}), RuleError))
    except NewslintError as error:
        raise Refused("newslint's kind", f"newslint does not take it: {error.message}") from None
