"""The examples of rule files, and the host stories that some are set into, so that no file repeats a story."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence

from newslint.base.environment import rules_folder
from newslint.base.errors import RuleError, near_miss
from newslint.base.schema import Where
from newslint.base.typed import Any
from newslint.kinds.base import KindRule
from newslint.model.rule import Example, SetIn

ENDING = ".story"  # and not .txt, lest a check of the folder takes them for stories of the house


def read_examples(rule: KindRule, told: Sequence[Mapping[str, Any]], where: Where) -> Iterator[Example]:
    """The examples of a rule as its file at `where` tells them; raises RuleError with file, line and column."""
    for n, keys in enumerate(told):
        yield _example(rule, keys, where.at("examples", n))


def _marks(text: str) -> bool:
    """Whether something stands in double square brackets."""
    start = text.find("[[")
    return start >= 0 and text.find("]]", start + 2) >= 0


def _example(rule: KindRule, keys: Mapping[str, Any], where: Where) -> Example:
    """One example; raises RuleError where it marks nothing, or too much."""
    verdicts = [v for v in ("bad", "good", "known-false") if v in keys]
    if len(verdicts) != 1:
        raise where.wrong("an example has exactly one of: bad, good, known-false")
    verdict = verdicts[0]
    text = keys[verdict]
    if (verdict != "good") != _marks(text):
        said = "marks nothing in [[double square brackets]]" if verdict != "good" else "marks something as wrong"
        raise where.at(verdict).wrong(f"this {verdict} example {said}")
    rest = {k: v for k, v in keys.items() if k not in (verdict, "in", "at")}
    if "in" in keys:
        return _hosted(rule, Example(verdict, text, **rest), keys, _host(keys["in"], where.at("in")))
    if "at" in keys:
        raise where.at("at").wrong("this example has no host story: name one by “in”, or leave “at” out", key=True)
    return Example(verdict, text, **rest)


def _hosted(rule: KindRule, lines: Example, keys: Mapping[str, Any], host: str) -> Example:
    """An example whose lines are set into a host story. A rule that deletes lines leaves those it does not mark."""
    at = keys.get("at", "middle")
    fixed = lines.fixed
    if fixed is None and lines.verdict == "bad" and rule.with_(settings=lines.options).deletes_lines:
        fixed = _unmarked(lines.text)
    return lines._replace(
        text=_set_into(host, lines.text, at),
        fixed=None if fixed is None else _set_into(host, fixed, at),
        format=keys.get("format", "plain"),
        set_in=SetIn(keys["in"], at, lines.text, fixed),
    )


def _host(name: str, where: Where) -> str:
    """The host story of this name for the rule file of `where`; raises RuleError with a near miss.

    One stands in a folder `hosts` beside the rule file or beside the file's folder, or among newslint's own.
    """
    return _read(_path_of(os.path.dirname(os.path.abspath(where.file)), name, where))


def _folders(beside: str) -> list[str]:
    """Where hosts may stand for rule files of a folder, the nearest first."""
    return [os.path.join(place, "hosts") for place in (beside, os.path.dirname(beside), rules_folder())]


def _path_of(beside: str, name: str, where: Where) -> str:
    if os.path.basename(name) == name:  # a name, not a way into some other folder
        for folder in _folders(beside):
            path = os.path.join(folder, name + ENDING)
            if os.path.isfile(path):
                return path
    listed = [file for folder in _folders(beside) if os.path.isdir(folder) for file in os.listdir(folder)]
    known = {file.removesuffix(ENDING) for file in listed if file.endswith(ENDING)}
    raise where.wrong(f"there is no host story “{name}” (hosts/{name}{ENDING})", near_miss(name, known))


def _read(path: str) -> str:
    try:
        with open(path, encoding="utf-8") as file:
            text = file.read()
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(f"the host story cannot be read: {error}", path) from None
    if not text.strip():
        raise RuleError("the host story is empty", path)
    return text


def _set_into(host: str, lines: str, at: str) -> str:
    """A host story with lines set in as paragraphs of their own; without lines, the story itself."""
    paragraphs = host.strip("\n").split("\n\n")
    place = {"head": 0, "middle": (len(paragraphs) + 1) // 2, "foot": len(paragraphs)}[at]
    if lines.strip():
        paragraphs.insert(place, lines.strip("\n"))
    return "\n\n".join(paragraphs) + "\n"


def _unmarked(lines: str) -> str:
    """The paragraphs that are left of an example's lines without what `[[…]]` marks."""
    kept = "".join(part.rpartition("]]")[2] for part in f"]]{lines}".split("[["))
    kept = kept.replace("((", "").replace("))", "")
    return "\n\n".join(part.strip("\n") for part in kept.split("\n\n") if part.strip())
